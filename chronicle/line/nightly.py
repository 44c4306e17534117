"""The whole line once: fetch what is due, ingest the inbox, derive, and publish a release if anything differs.

Each step is safe to kill and to run again, and two runs at once are safe: the journal drops what is a repeat, staging
holds pure results, and a release number is taken by one run only.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from chronicle import schema
from chronicle.capture import inbox
from chronicle.capture.night import fetch_due, fetch_now
from chronicle.errors import CommitConflict, JournalCorrupt, StagingSwept
from chronicle.journal.entry import Draft, Entry, EntryType
from chronicle.journal.journal import Journal
from chronicle.line import days, whole
from chronicle.line.corrections import Review
from chronicle.line.staging import Staging, stage_versions
from chronicle.line.view import JournalView
from chronicle.line.workplace import Workplace
from chronicle.release import read
from chronicle.release.package import Package
from chronicle.release.publish import publish

PUBLISH_ATTEMPTS = 4  # a loser derives again from the newer journal; more losses than this is a fault to be seen

Progress = Callable[[str], None]
"""Told one line at a time what is being done."""


def silent(_: str) -> None:
    """Progress for nobody."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a capture or an ingest wrote to the journal."""

    entries: tuple[Entry, ...] = ()
    repeats: int = 0

    def __add__(self, other: "Recorded") -> "Recorded":
        return Recorded(self.entries + other.entries, self.repeats + other.repeats)

    @property
    def by_type(self) -> dict[str, int]:
        """How many entries of each type, most first."""
        return dict(Counter(entry.type.value for entry in self.entries).most_common())

    @property
    def troubles(self) -> list[str]:
        """One line for each page or file that could not be had, with the reason."""
        return [trouble(entry) for entry in self.entries if entry.type in TROUBLES]


TROUBLES = (EntryType.FETCH_FAILED, EntryType.FETCH_DENIED, EntryType.INGEST_REJECTED)


def trouble(entry: Entry) -> str:
    """A failed, denied or rejected entry as one line: what, and why."""
    return str(entry.private.get("reason") or f"{entry.page_uri or entry.page_id}: {entry.type}")


@dataclass(frozen=True, slots=True)
class Derived:
    """What a derivation found, and the release it made (None: nothing differs from the newest)."""

    pages: int
    articles: int
    stories: int
    mentions: int
    events: int
    not_articles: pl.DataFrame = field(compare=False)
    review: tuple[Review, ...]
    release: Package | None


def record(journal: Journal, drafts: Iterable[Draft], progress: Progress = silent) -> Recorded:
    """Commit drafts to the journal as they come.

    Raises:
        CommitConflict: other writers kept winning; what was committed before stays.
    """
    entries: list[Entry] = []
    repeats = 0
    for committed in journal.commit_all(drafts):
        entries += committed.entries
        repeats += committed.duplicates
        progress(f"journal: {len(entries)} new entries, {repeats} already known")
    return Recorded(tuple(entries), repeats)


def capture_due(
    place: Workplace,
    only: Collection[str] = (),
    page_limit: int | None = None,
    run_id: str | None = None,
    progress: Progress = silent,
) -> Recorded:
    """Fetch and journal what is due of the sources (``only`` these, if any are named), failures included.

    Raises:
        ConfigError: sources.toml is wrong, or has no source of that name.
    """
    journal = place.journal()
    drafts = fetch_due(journal, place.known_sources(), only=only or None, limit=page_limit, run_id=run_id)
    return record(journal, drafts, progress)


def capture_now(
    place: Workplace, addresses: Iterable[str], run_id: str | None = None, progress: Progress = silent
) -> Recorded:
    """Fetch and journal these addresses, whether due or not.

    Raises:
        BadInput: one of them is no web address; nothing is fetched.
    """
    journal = place.journal()
    return record(journal, fetch_now(journal, addresses, place.known_sources(), run_id=run_id), progress)


def ingest(place: Workplace, paths: Iterable[Path], run_id: str | None = None, progress: Progress = silent) -> Recorded:
    """Journal every file (a folder: every file in it), rejections included."""
    # a file of the inbox has one name, however it is given
    root = place.raw_storage.local_path("inbox")
    drafts = inbox.read(paths, root=root, sources=place.known_sources(), run_id=run_id, clock=place.clock)
    return record(place.journal(), drafts, progress)


def ingest_inbox(place: Workplace, run_id: str | None = None, progress: Progress = silent) -> Recorded:
    """Journal every file in raw/inbox; nothing where raw/ is an object store, which has no inbox on this machine."""
    folder = place.raw_storage.local_path("inbox")
    if folder is None:
        progress(f"{place.raw} has no inbox on this machine; files come in by 'chronicle ingest PATH'")
        return Recorded()
    return ingest(place, [folder] if folder.is_dir() else [], run_id, progress)


def derive(place: Workplace, upto: int | None = None, progress: Progress = silent) -> Derived:
    """Articles, mentions, stories, events and, if anything differs, a release.

    Raises:
        CommitConflict: other runs kept publishing first.
        JournalCorrupt: the journal is shorter than what the newest release was made from.
        dataframely.exc.ValidationError: a table breaks its schema; nothing is published.
    """
    for attempt in range(1, PUBLISH_ATTEMPTS):
        try:
            return _derive_once(place, upto, progress)
        except (CommitConflict, StagingSwept) as error:
            # no waiting: the other run has already published, so the next attempt builds on what it left
            progress(f"attempt {attempt}: {error}")
    return _derive_once(place, upto, progress)


def _derive_once(place: Workplace, upto: int | None, progress: Progress) -> Derived:
    warehouse = place.warehouse_storage
    staging = Staging(warehouse)
    published = read.newest(warehouse)
    view = JournalView(place.journal(), upto)
    if upto is None and published and published.position.seq > view.position().seq:
        raise JournalCorrupt(
            f"Release {published.number} was made from journal entry {published.position.seq}, but the journal ends at "
            f"{view.position().seq}: restore {place.raw} from a backup, or name an empty warehouse."
        )
    progress(f"deriving the journal up to entry {view.position().seq}: {whole.span(view.days())}")
    now = whole.current(view, staging)
    progress(f"{now.articles.height} articles, {now.mentions.mentions.height} mentions; finding stories")
    story_of = whole.story_table(staging, now, place.lookup_cache)
    progress(f"{story_of['story_id'].n_unique()} stories; finding events")
    event_of = whole.event_table(staging, now.mentions, story_of)
    progress(f"{event_of['event_id'].n_unique()} events; comparing with the newest release")
    tables = whole.tables(now, story_of, event_of)
    newest = read.newest(warehouse)
    told = schema.TABLES if newest and now.withdrawn else ()
    earlier = {name: read.table(warehouse, newest, name) for name in told if newest}
    release = publish(warehouse, tables, whole.causes(now, event_of, earlier), view.position(), stage_versions())
    refused = [days.not_articles(view, staging, day) for day in view.days()]
    staging.sweep()
    return Derived(
        pages=len({entry.page_id for entry in view.entries() if entry.page_id and entry.body}),
        articles=now.articles.height,
        stories=story_of["story_id"].n_unique(),
        mentions=now.mentions.mentions.height,
        events=tables["events"].height,
        not_articles=pl.concat([now.mentions.faults, *refused]),
        review=now.corrected.review,
        release=release,
    )
