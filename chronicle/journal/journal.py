"""The journal: commit drafts, read entries back.

What belongs here: the commit and the reads. What does not: what entries mean to a page (``people``, ``erase``), or
checking all of it (``verify``).

One batch is one segment is one commit. The WARC file and the private lines are written and synced first, then the next
segment name is created only if it does not exist. Killed before that, nothing happened: files that no segment names do
not exist. Two writers race for the name; the loser reads what landed, drops what is now a repeat, and tries the next.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from chronicle.digest import derive, sha256
from chronicle.errors import CommitConflict, JournalCorrupt, WrongCall
from chronicle.journal import batch as batches
from chronicle.journal import segment, warc
from chronicle.journal.entry import Draft, Entry, EntryType
from chronicle.journal.index import Index
from chronicle.journal.segment import Segment
from chronicle.storage import Storage

Clock = Callable[[], datetime]

BATCH_ENTRIES = 256
BATCH_BYTES = 64 * 1024 * 1024  # of content; a batch is in memory once
BATCH_SECONDS = 60.0  # a slow, polite capture that is killed has lost no more than this much work
MOST_TRIES = 1000  # each lost race means that another writer got on, so this many means something is wrong
SEGMENTS_KEPT = 8  # decoded, in memory
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def system_clock() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Position:
    """How far the journal goes: the last sequence number, when it was recorded, and a digest of all up to it."""

    seq: int
    recorded_at: datetime
    digest: str


START = Position(0, EPOCH, "")
"""The position of an empty journal."""


@dataclass(frozen=True, slots=True)
class Committed:
    """What became of drafts: entries written, repeats dropped, and drafts about erased pages refused."""

    entries: tuple[Entry, ...] = ()
    duplicates: int = 0
    refused: int = 0

    def __add__(self, other: "Committed") -> "Committed":
        return Committed(self.entries + other.entries, self.duplicates + other.duplicates, self.refused + other.refused)


class Journal:
    """The journal in a storage (the ``raw/`` folder). Safe to share between threads; many processes may write at once.

    Everything that reads raises JournalCorrupt for bytes that are not what was committed, and UnknownEntryType for
    entries of a newer Chronicle.
    """

    def __init__(self, storage: Storage, clock: Clock = system_clock) -> None:
        self.storage = storage
        self.clock = clock
        self._index = Index(storage)
        self._index.refresh()
        self._kept: OrderedDict[int, tuple[Entry, ...]] = OrderedDict()
        self._lock = threading.Lock()

    # Writing

    def commit(self, drafts: Iterable[Draft]) -> Committed:
        """Write one segment with the drafts that are new; nothing if none is. Raises CommitConflict."""
        drafts = list(drafts)
        for _ in range(MOST_TRIES):
            self._index.refresh()
            fresh, duplicates, refused = self._sifted(drafts)
            if not fresh:
                return Committed((), duplicates, refused)
            first_seq = self._try(fresh)
            if first_seq is not None:
                self._index.refresh()
                return Committed(self._entries_of(first_seq), duplicates, refused)
        raise CommitConflict(f"other writers took the next number of the journal {MOST_TRIES} times; try again later")

    def commit_all(self, drafts: Iterable[Draft]) -> Iterator[Committed]:
        """Commit the drafts as they come, in batches that are not too large nor too old; what became of each."""
        batch: list[Draft] = []
        size = 0
        began = time.monotonic()
        for draft in drafts:
            batch.append(draft)
            size += len(draft.content.data) if draft.content else 0
            if len(batch) >= BATCH_ENTRIES or size >= BATCH_BYTES or time.monotonic() - began > BATCH_SECONDS:
                yield self.commit(batch)
                batch, size, began = [], 0, time.monotonic()
        if batch:
            yield self.commit(batch)

    # Reading

    def refresh(self) -> None:
        """See what other processes committed since; every other read but ``known`` and ``history`` does this itself."""
        self._index.refresh()

    def head(self) -> Position:
        """The position after the last entry; START in an empty journal."""
        self._index.refresh()
        last = self._index.last()
        return Position(last.last_seq, last.recorded_at, last.digest) if last else START

    def position(self, seq: int) -> Position:
        """The position after entry ``seq``. Raises WrongCall when the journal does not go that far."""
        self._index.refresh()
        if seq == 0:
            return START
        span = self._index.containing(seq)
        if span is None:
            raise WrongCall(f"the journal has no entry {seq}: its last is {self.head().seq}")
        whole = span.last_seq == seq
        return Position(seq, span.recorded_at, span.digest if whole else derive("position", span.digest, str(seq)))

    def entries(self, after: int = 0, upto: int | None = None) -> Iterator[Entry]:
        """The entries after sequence number ``after``, up to and with ``upto``, in order."""
        self._index.refresh()
        for span in self._index.spans(after):
            if upto is not None and span.first_seq > upto:
                return
            for entry in self._entries_of(span.first_seq):
                if entry.seq > after and (upto is None or entry.seq <= upto):
                    yield entry

    def days(self) -> dict[date, range]:
        """The UTC days that have entries, in order, each with its range of sequence numbers."""
        self._index.refresh()
        days: dict[date, range] = {}
        for span in self._index.spans():
            day = span.recorded_at.date()
            days[day] = range(days[day].start if day in days else span.first_seq, span.last_seq + 1)
        return days

    def day(self, day: date) -> Iterator[Entry]:
        """The entries recorded on a UTC day, in order."""
        seqs = self.days().get(day, range(0))
        return self.entries(seqs.start - 1, seqs.stop - 1) if seqs else iter(())

    def entry(self, seq: int) -> Entry:
        """The entry with this sequence number. Raises WrongCall when there is none."""
        span = self._index.containing(seq)
        if span is None:
            raise WrongCall(f"the journal has no entry {seq}: its last is {self.head().seq}")
        return self._entries_of(span.first_seq)[seq - span.first_seq]

    def find(self, entry_id: str) -> Entry | None:
        """The entry with this id, if there is one."""
        seq = self._index.seq_of(entry_id)
        return None if seq is None else self.entry(seq)

    def known(self, entry_id: str) -> bool:
        """Whether the journal has this entry."""
        return self._index.seq_of(entry_id) is not None

    def history(self, page_id: str) -> Iterator[Entry]:
        """All entries of a page, in order."""
        for first_seq, seq in self._index.places_of_page(page_id):
            yield self._entries_of(first_seq)[seq - first_seq]

    def types_of_page(self, page_id: str) -> list[EntryType]:
        """The types of a page's entries, in order; nothing but the index is read."""
        return self._index.types_of_page(page_id)

    def places_of_page(self, page_id: str) -> list[tuple[int, int]]:
        """For each entry of a page, in order: the first sequence number of its segment, and its own."""
        return self._index.places_of_page(page_id)

    def unresolved(
        self, opened: EntryType, closed: Collection[EntryType], tries: Collection[EntryType], most_tries: int
    ) -> list[int]:
        """The first ``opened`` entry of each page that has none ``closed`` and fewer than ``most_tries`` tries."""
        return self._index.unresolved(opened, closed, tries, most_tries)

    def erased_pages(self) -> dict[str, int]:
        """The pages that were erased, with the sequence number of the newest erasure of each."""
        return self._index.erased_pages()

    def body(self, entry: Entry) -> bytes:
        """The bytes of an entry as captured. Raises WrongCall when it has none or was erased."""
        if entry.body is None:
            raise WrongCall(f"entry {entry.seq} ({entry.type}) has no body")
        where = entry.body
        stored = self.storage.read(where.warc, start=where.offset, end=where.offset + where.length)
        if entry.erased or stored == warc.blank(entry.entry_id, entry.occurred_at, where.length):
            raise WrongCall(f"the body of entry {entry.seq} was erased")
        content = warc.content_of(stored, f"{where.warc}: the body of entry {entry.seq}")
        if sha256(content) != where.sha256:
            raise JournalCorrupt(f"{where.warc}: the body of entry {entry.seq} is not what was captured")
        return content

    def segment(self, first_seq: int) -> Segment:
        """The segment that starts at ``first_seq``, as stored."""
        path = segment.name(first_seq)
        return segment.decode(self.storage.read(path), path)

    def forget(self) -> None:
        """Drop what is kept in memory, after private values were blanked."""
        with self._lock:
            self._kept.clear()

    def _sifted(self, drafts: list[Draft]) -> tuple[dict[str, Draft], int, int]:
        """New drafts by entry_id, and how many were repeats and how many were about erased pages."""
        erased = self._index.erased_pages()
        fresh: dict[str, Draft] = {}
        duplicates = refused = 0
        for draft in drafts:
            if draft.entry_id in fresh or self.known(draft.entry_id):
                duplicates += 1
            elif draft.page_id in erased and draft.type is not EntryType.PAGE_ERASED:
                refused += 1
            else:
                fresh[draft.entry_id] = draft
        return fresh, duplicates, refused

    def _try(self, drafts: dict[str, Draft]) -> int | None:
        """Commit at the next number; the number, or None if another writer took it."""
        last = self._index.last()
        first_seq = last.last_seq + 1 if last else 1
        recorded_at = max(self.clock(), last.recorded_at) if last else self.clock()
        batch = batches.encode(list(drafts.values()), first_seq, recorded_at, last.digest if last else None)
        for path, data in batch.files.items():
            self.storage.write(path, data)
        path = segment.name(first_seq)
        # an object store that lost its answer and was asked again says "taken" for what was ours: look
        if self.storage.put_if_absent(path, batch.sealed) or self.storage.read(path) == batch.sealed:
            return first_seq
        for path in batch.files:
            self.storage.delete(path)
        return None

    def _entries_of(self, first_seq: int) -> tuple[Entry, ...]:
        erased = self._index.erased_pages()
        with self._lock:
            kept = self._kept.get(first_seq)
        if kept is None:
            found = self.segment(first_seq)
            lines = self.storage.read(found.private) if found.private else b""
            kept = batches.decode(found, lines)
            with self._lock:
                self._kept[first_seq] = kept
                if len(self._kept) > SEGMENTS_KEPT:
                    self._kept.popitem(last=False)
        if not erased:
            return kept
        return tuple(_hidden(entry) if _is_erased(entry, erased) else entry for entry in kept)


def _is_erased(entry: Entry, erased: Mapping[str, int]) -> bool:
    return (
        entry.type is not EntryType.PAGE_ERASED
        and entry.page_id is not None
        and entry.seq < erased.get(entry.page_id, 0)
    )


def _hidden(entry: Entry) -> Entry:
    return replace(entry, private={}, erased=True)
