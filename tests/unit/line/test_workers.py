from collections.abc import Iterator

import pytest

from chronicle.errors import ConfigError
from chronicle.line.workers import AHEAD, each


def double(number: int) -> int:
    return number * 2


@pytest.mark.parametrize("processes", ["1", "2"])
def test_results_come_in_the_order_of_the_jobs(monkeypatch: pytest.MonkeyPatch, processes: str) -> None:
    monkeypatch.setenv("CHRONICLE_PROCESSES", processes)
    assert list(each(double, [5, 1, 4, 2], 4)) == [10, 2, 8, 4]


@pytest.mark.parametrize("asked", ["0", "many", "-1"])
def test_a_senseless_number_of_processes_is_told(monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    monkeypatch.setenv("CHRONICLE_PROCESSES", asked)
    with pytest.raises(ConfigError, match="CHRONICLE_PROCESSES"):
        list(each(double, [1, 2, 3], 3))


def test_dask_asked_for_but_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHRONICLE_DASK", "tcp://127.0.0.1:1")
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(ConfigError, match="cluster"):
        list(each(double, [1], 1))


def test_jobs_are_drawn_only_a_little_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHRONICLE_PROCESSES", "2")
    drawn = []

    def jobs() -> Iterator[int]:
        for number in range(20):
            drawn.append(number)
            yield number

    results = each(double, jobs(), 20)
    assert next(results) == 0
    assert len(drawn) <= AHEAD * 2 + 1
    assert list(results) == [number * 2 for number in range(1, 20)]
