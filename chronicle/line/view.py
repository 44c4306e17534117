"""The journal as far as one derivation reads it: pinned at its start, so what lands meanwhile waits for the next."""

import datetime as dt
from collections.abc import Iterator

from chronicle.journal.entry import Entry
from chronicle.journal.journal import Journal
from chronicle.release.package import Position


class JournalView:
    """The journal up to entry ``upto`` (default: all there is now)."""

    def __init__(self, journal: Journal, upto: int | None = None) -> None:
        self._journal = journal
        self._upto = journal.head().seq if upto is None else upto

    def position(self) -> Position:
        """Where the view ends, as a release records it."""
        end = self._journal.position(self._upto)
        recorded_at = end.recorded_at.isoformat() if end.recorded_at else None
        return Position(seq=end.seq, digest=end.digest, recorded_at=recorded_at)

    def days(self) -> list[dt.date]:
        """The days (UTC) that have entries, ascending."""
        return [day for day, seqs in sorted(self._journal.days().items()) if seqs.start <= self._upto]

    def day(self, day: dt.date) -> Iterator[Entry]:
        """The entries of one day, by seq."""
        return (entry for entry in self._journal.day(day) if entry.seq <= self._upto)

    def entries(self) -> Iterator[Entry]:
        """All entries, by seq."""
        return self._journal.entries(upto=self._upto)

    def last(self, count: int) -> Iterator[Entry]:
        """The last ``count`` entries, by seq."""
        return self._journal.entries(after=max(0, self._upto - count), upto=self._upto)

    def body(self, entry: Entry) -> bytes:
        """The bytes of a capture."""
        return self._journal.body(entry)
