"""Capture as a whole: look at everything that is due, and hand out the drafts as they come.

What belongs here: the order of work and the two public functions. Everything else has its own module.
"""

import asyncio
from collections.abc import Collection, Iterable, Iterator
from contextlib import AsyncExitStack
from dataclasses import replace
from types import TracebackType
from typing import Self

from chronicle.capture import due
from chronicle.capture.address import canonical, site
from chronicle.capture.due import Visit
from chronicle.capture.response import Settings
from chronicle.capture.sources import Source, SourceKind
from chronicle.capture.visit import Index, Visitor
from chronicle.errors import ConfigError
from chronicle.journal.entry import Draft, Entry, EntryType, timestamp
from chronicle.journal.journal import Journal

WAVE = 32  # pages that are looked at together; their bodies are in memory until they are handed out
NO_SOURCE = Source(name="", kind=SourceKind.URLS, addresses=())


def fetch_due(
    journal: Journal,
    sources: Iterable[Source],
    *,
    only: Collection[str] | None = None,
    limit: int | None = None,
    settings: Settings | None = None,
    run_id: str | None = None,
) -> Iterator[Draft]:
    """Look at every page that is due; ``only`` names sources, ``limit`` bounds the pages of this run.

    Nothing that a server does raises; it becomes a ``fetch.failed`` or ``fetch.denied`` draft. Raises ConfigError when
    ``only`` names a source that is not there.
    """
    chosen = _chosen(tuple(sources), only)
    journal.refresh()
    with _Run(journal, settings or Settings(), run_id) as run:
        visits: list[Visit] = []
        for source in chosen:
            found: list[str] = []
            for index in run.indexes(due.indexes(journal, source)):
                yield index.draft
                named = [Visit(source, link.address, due.slot(source, journal.clock())) for link in index.links]
                yield from run.discoveries(named, index)
                found += [visit.address for visit in named]
            visits += due.pages(journal, source, found)
        yield from run.pages(due.interleaved(visits)[:limit])


def fetch_now(
    journal: Journal,
    addresses: Iterable[str],
    sources: Iterable[Source] = (),
    *,
    settings: Settings | None = None,
    run_id: str | None = None,
) -> Iterator[Draft]:
    """Look at these addresses now, whether due or not. Raises BadInput for what is no web address.

    An address on a host of one of the sources is looked at with that source's settings.
    """
    by_host = {site(address): source for source in sources for address in source.addresses}
    journal.refresh()
    slot = timestamp(journal.clock())
    erased = journal.erased_pages()
    forms = list(dict.fromkeys(map(canonical, addresses)))
    visits = [Visit(by_host.get(site(address), NO_SOURCE), address, slot) for address in forms]
    with _Run(journal, settings or Settings(), run_id) as run:
        yield from run.pages(due.interleaved(visit for visit in visits if visit.page_id not in erased))


def _chosen(sources: tuple[Source, ...], only: Collection[str] | None) -> list[Source]:
    if only is None:
        return [source for source in sources if source.enabled]
    unknown = sorted(set(only) - {source.name for source in sources})
    if unknown:
        known = ", ".join(source.name for source in sources) or "none"
        raise ConfigError(f"there is no source {unknown[0]!r} in sources.toml; known are: {known}")
    return [source for source in sources if source.name in only]


class _Run:
    """An event loop with a visitor for public hosts and one for those in the own network."""

    def __init__(self, journal: Journal, settings: Settings, run_id: str | None) -> None:
        self._journal = journal
        self._settings = settings
        self._run_id = run_id
        self._runner = asyncio.Runner()
        self._open_clients = AsyncExitStack()
        self._visitors: dict[bool, Visitor] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._runner.run(self._open_clients.aclose())
        self._runner.close()

    def indexes(self, visits: list[Visit]) -> list[Index]:
        return self._runner.run(self._indexes(visits)) if visits else []

    def discoveries(self, visits: list[Visit], index: Index) -> Iterator[Draft]:
        for visit, link in zip(visits, index.links, strict=True):
            yield self._visitor(visit).discovered(visit, link, index.draft)

    def pages(self, visits: list[Visit]) -> Iterator[Draft]:
        for start in range(0, len(visits), WAVE):
            yield from self._runner.run(self._pages(visits[start : start + WAVE]))

    async def _indexes(self, visits: list[Visit]) -> list[Index]:
        await self._open(visits)
        looks = (self._visitor(visit).index(visit, self._last_index(visit)) for visit in visits)
        return await asyncio.gather(*looks)

    async def _pages(self, visits: list[Visit]) -> list[Draft]:
        await self._open(visits)
        return await asyncio.gather(*(self._visitor(visit).page(visit, self._last_capture(visit)) for visit in visits))

    async def _open(self, visits: list[Visit]) -> None:
        from chronicle.capture.fetch import Fetcher  # slow to import, see ``response``

        for local in sorted({visit.source.local for visit in visits} - set(self._visitors)):
            client = await self._open_clients.enter_async_context(Fetcher(self._settings, local=local))
            self._visitors[local] = Visitor(client, self._journal.clock, self._run_id)

    def _visitor(self, visit: Visit) -> Visitor:
        return self._visitors[visit.source.local]

    def _last_capture(self, visit: Visit) -> Entry | None:
        """The page's last capture, with the newest validators that a server gave for the same bytes since."""
        last: Entry | None = None
        for entry in self._journal.history(visit.page_id):
            if entry.type is EntryType.PAGE_CAPTURED:
                last = entry
            elif entry.type is EntryType.PAGE_UNCHANGED and last is not None:
                last = replace(last, data=entry.data)
            elif entry.type is EntryType.PAGE_GONE:
                last = None
        return last

    def _last_index(self, visit: Visit) -> Entry | None:
        history = [entry for entry in self._journal.history(visit.page_id) if entry.data.get("index")]
        return history[-1] if history else None
