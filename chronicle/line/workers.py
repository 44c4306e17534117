"""Batches of pages to where there are hands: this process, local processes, or a Dask cluster.

The same pure function runs in each of them and results come back in the order of the batches, so where the work was
done can never be seen in a table.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from chronicle.errors import ConfigError

DASK_VARIABLE = "CHRONICLE_DASK"
PROCESSES_VARIABLE = "CHRONICLE_PROCESSES"
BATCHES_WORTH_PROCESSES = 3  # starting a process and loading the lexicons costs as much as a few batches of pages

AHEAD = 2  # jobs drawn for each worker, so that none waits for its next

Job = TypeVar("Job")
Item = TypeVar("Item")
Result = TypeVar("Result")


def each(function: Callable[[Job], Result], jobs: Iterable[Job], count: int) -> Iterator[Result]:
    """``function`` of each of ``count`` jobs, in order; few jobs are drawn ahead, so not all need fit in memory.

    Raises:
        ConfigError: CHRONICLE_DASK is set but Dask is not installed, or CHRONICLE_PROCESSES is no number.
    """
    address = os.environ.get(DASK_VARIABLE)
    if address:
        yield from _on_dask(address, function, jobs)
        return
    processes = min(_processes(), count)
    if processes < 2 or count < BATCHES_WORTH_PROCESSES:
        yield from map(function, jobs)
        return
    # spawn: a fork would copy Polars' and Dagster's threads in an unknown state
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        waiting = (pool.submit(function, job) for job in jobs)
        yield from (future.result() for future in _ahead(waiting, AHEAD * processes))


def _processes() -> int:
    asked = os.environ.get(PROCESSES_VARIABLE)
    if asked is None:
        return os.cpu_count() or 1
    if not asked.isdecimal() or int(asked) < 1:
        raise ConfigError(f"{PROCESSES_VARIABLE} is {asked!r}; set it to a whole number of processes, 1 or more.")
    return int(asked)


def _ahead(items: Iterator[Item], count: int) -> Iterator[Item]:
    """The items in order, drawn ``count`` ahead."""
    drawn = deque(islice(items, count))
    while drawn:
        yield drawn.popleft()
        drawn.extend(islice(items, 1))


def _on_dask(address: str, function: Callable[[Job], Result], jobs: Iterable[Job]) -> Iterator[Result]:
    try:
        from distributed import Client
    except ImportError as error:
        raise ConfigError(
            f"{DASK_VARIABLE} is set but Dask is not installed; install chronicle[cluster] or unset it."
        ) from error
    with Client(address) as client:
        waiting = (client.submit(function, job, pure=False) for job in jobs)
        yield from (future.result() for future in _ahead(waiting, AHEAD * max(1, len(client.ncores()))))
