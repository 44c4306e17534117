"""What is due: which pages of which sources have not had their look in this slot of time.

A slot is a stretch of a source's ``every``, counted from 1970 in UTC; a look belongs to its slot, so however often a
job runs, killed or not, each page is asked for once a slot.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from chronicle.capture.address import page_id, site
from chronicle.capture.sources import Source, SourceKind
from chronicle.digest import derive
from chronicle.journal.entry import Entry, EntryType
from chronicle.journal.journal import EPOCH, Journal

GIVE_UP_AFTER = 7  # slots in which a discovered page could not be had
HAD = frozenset({EntryType.PAGE_CAPTURED, EntryType.PAGE_INGESTED, EntryType.PAGE_GONE, EntryType.PAGE_ERASED})
NOT_HAD = frozenset({EntryType.FETCH_FAILED, EntryType.FETCH_DENIED})


@dataclass(frozen=True, slots=True)
class Visit:
    """One look that is due: at a page (``fetch``) or at a list of pages (``index``), on behalf of a source."""

    source: Source
    address: str
    slot: str
    look: str = "fetch"
    page_id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "page_id", page_id(self.address))

    @property
    def key(self) -> tuple[str, ...]:
        """The natural key of a look that succeeded."""
        return (self.look, self.slot, self.address)

    @property
    def entry_id(self) -> str:
        """The entry_id of a look that succeeded."""
        return derive("entry", *self.key)


def slot(source: Source, now: datetime) -> str:
    """The source's slot at a moment: when it began, and how long it is."""
    hours = source.every.total_seconds() / 3600
    began = EPOCH + (now - EPOCH) // source.every * source.every
    return f"{began:%Y-%m-%dT%H}Z/{hours:g}h"


def indexes(journal: Journal, source: Source) -> list[Visit]:
    """The feeds, sitemaps or listings of a source that are due; none for a source that is a list of pages."""
    if source.kind is SourceKind.URLS:
        return []
    now = slot(source, journal.clock())
    return _not_yet(journal, [Visit(source, address, now, "index") for address in source.addresses])


def pages(journal: Journal, source: Source, found: Iterable[str] = ()) -> list[Visit]:
    """The pages of a source that are due, at most its limit: its addresses, or what was ``found`` now or waits still.

    A page that a feed, sitemap or listing named is due until it was had once.
    """
    now = slot(source, journal.clock())
    if source.kind is SourceKind.URLS:
        wanted = list(source.addresses)
    else:
        waiting = [entry.page_uri or "" for entry in _waiting(journal, source)]
        wanted = list(dict.fromkeys([*waiting, *(address for address in found if not _was_had(journal, address))]))
    return _not_yet(journal, [Visit(source, address, now) for address in wanted])[: source.limit]


def interleaved(visits: Iterable[Visit]) -> list[Visit]:
    """The visits in an order that goes round the hosts, so that no host waits for the politeness owed to another."""
    turns: dict[str, int] = defaultdict(int)
    ranked = []
    for place, visit in enumerate(visits):
        host = site(visit.address)
        ranked.append((turns[host], place, visit))
        turns[host] += 1
    return [visit for _, _, visit in sorted(ranked, key=lambda item: item[:2])]


def _not_yet(journal: Journal, visits: list[Visit]) -> list[Visit]:
    erased = journal.erased_pages()
    return [visit for visit in visits if visit.page_id not in erased and not journal.known(visit.entry_id)]


def _waiting(journal: Journal, source: Source) -> Iterator[Entry]:
    """The discoveries of a source whose pages were neither had nor given up."""
    for seq in journal.unresolved(EntryType.PAGE_DISCOVERED, HAD, NOT_HAD, GIVE_UP_AFTER):
        entry = journal.entry(seq)
        if entry.data.get("source") == source.name and not entry.data.get("index") and not entry.erased:
            yield entry


def _was_had(journal: Journal, address: str) -> bool:
    types = journal.types_of_page(page_id(address))
    return sum(kind in NOT_HAD for kind in types) >= GIVE_UP_AFTER or not HAD.isdisjoint(types)
