"""What is where in the journal, in one SQLite file under cache/ that may be deleted at any time.

It only repeats what the segments say and is brought up to date by reading those that came after it. On an object store
it lives in memory. It is an index: nothing is decided here.
"""

import sqlite3
import threading
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from chronicle.errors import JournalCorrupt, Missing
from chronicle.journal import segment
from chronicle.journal.entry import EntryType, moment, timestamp
from chronicle.storage import Storage

PATH = "cache/journal.sqlite"
VERSION = 1  # of the tables below; another number in the file rebuilds it
WAIT_SECONDS = 60.0  # for another process that is bringing the index up to date
TABLES = """
CREATE TABLE IF NOT EXISTS segments (first_seq INTEGER PRIMARY KEY, last_seq INTEGER, recorded_at TEXT, digest TEXT);
CREATE TABLE IF NOT EXISTS entries (seq INTEGER PRIMARY KEY, entry_id TEXT UNIQUE, type TEXT, page_id TEXT);
CREATE INDEX IF NOT EXISTS entries_of_page ON entries (page_id, seq);
CREATE INDEX IF NOT EXISTS erasures ON entries (page_id, seq) WHERE type = 'page.erased';
"""


@dataclass(frozen=True, slots=True)
class Span:
    """One segment in the index."""

    first_seq: int
    last_seq: int
    recorded_at: datetime
    digest: str


class Index:
    """Look-ups over all segments up to the last ``refresh``. Safe to share between threads and processes."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._lock = threading.RLock()
        self._local = storage.local_path(PATH)
        self._database = self._opened()

    def refresh(self) -> None:
        """Read the segments that were committed since. Raises JournalCorrupt."""
        with self._lock:
            try:
                self._read_on()
            except sqlite3.DatabaseError:
                self._database.close()
                self._database = self._anew()
                self._read_on()

    def containing(self, seq: int) -> Span | None:
        """The segment that holds entry ``seq``, None if the journal has no such entry."""
        found = next(self._spans("WHERE first_seq <= ? ORDER BY first_seq DESC LIMIT 1", seq), None)
        return found if found is not None and seq <= found.last_seq else None

    def last(self) -> Span | None:
        """The newest segment, None in an empty journal."""
        return next(self._spans("ORDER BY first_seq DESC LIMIT 1"), None)

    def spans(self, after: int = 0) -> list[Span]:
        """The segments with an entry after sequence number ``after``, in order."""
        first = "COALESCE((SELECT MAX(first_seq) FROM segments WHERE first_seq <= ?), 0)"
        return list(self._spans(f"WHERE first_seq >= {first} AND last_seq > ? ORDER BY first_seq", after + 1, after))

    def seq_of(self, entry_id: str) -> int | None:
        """The sequence number of an entry, None if there is no such entry."""
        rows = self._rows("SELECT seq FROM entries WHERE entry_id = ?", entry_id)
        return int(rows[0][0]) if rows else None

    def places_of_page(self, page_id: str) -> list[tuple[int, int]]:
        """For each entry of a page, in order: the first sequence number of its segment, and its own."""
        query = (
            "SELECT (SELECT MAX(first_seq) FROM segments WHERE first_seq <= seq), seq"
            " FROM entries WHERE page_id = ? ORDER BY seq"
        )
        return [(first_seq, seq) for first_seq, seq in self._rows(query, page_id)]

    def types_of_page(self, page_id: str) -> list[EntryType]:
        """The types of a page's entries, in order."""
        return [
            EntryType(kind)
            for (kind,) in self._rows("SELECT type FROM entries WHERE page_id = ? ORDER BY seq", page_id)
        ]

    def unresolved(
        self, opened: EntryType, closed: Collection[EntryType], tries: Collection[EntryType], most_tries: int
    ) -> list[int]:
        """The first ``opened`` entry of each page that has one, none ``closed``, and fewer ``tries`` than most."""
        marks = [", ".join("?" * len(types)) for types in (closed, tries)]
        query = (
            "SELECT MIN(CASE WHEN type = ? THEN seq END) AS first FROM entries WHERE page_id IN"  # noqa: S608
            " (SELECT page_id FROM entries WHERE type = ?) GROUP BY page_id"
            f" HAVING SUM(type IN ({marks[0]})) = 0 AND SUM(type IN ({marks[1]})) < ? ORDER BY first"
        )
        values = [str(kind) for kind in (opened, opened, *sorted(closed), *sorted(tries))]
        return [row[0] for row in self._rows(query, *values, most_tries)]

    def erased_pages(self) -> dict[str, int]:
        """The pages that were erased, with the sequence number of the newest erasure of each."""
        query = (
            "SELECT page_id, MAX(seq) FROM entries"
            " WHERE type = 'page.erased' AND page_id IS NOT NULL GROUP BY page_id"  # literal, so that its index serves
        )
        return dict(self._rows(query))

    def _rows(self, query: str, *values: str | int) -> list[tuple]:  # type: ignore[type-arg]
        with self._lock:
            return self._database.execute(query, values).fetchall()

    def _spans(self, clause: str, *values: int) -> Iterator[Span]:
        query = f"SELECT first_seq, last_seq, recorded_at, digest FROM segments {clause}"  # noqa: S608 - our own words
        for first_seq, last_seq, recorded_at, digest in self._rows(query, *values):
            yield Span(first_seq, last_seq, moment(recorded_at), digest)

    def _read_on(self) -> None:
        while True:
            last = self.last()
            path = segment.name(last.last_seq + 1 if last else 1)
            try:
                found = segment.decode(self._storage.read(path), path)
            except Missing:
                return
            if found.previous != (last.digest if last else None):
                raise JournalCorrupt(f"{path} does not follow the segment before it: one of them was replaced")
            with self._database:
                self._database.execute(
                    "INSERT OR IGNORE INTO segments VALUES (?, ?, ?, ?)",
                    (found.first_seq, found.last_seq, timestamp(found.recorded_at), found.digest),
                )
                self._database.executemany(
                    "INSERT OR IGNORE INTO entries VALUES (?, ?, ?, ?)",
                    [(entry["seq"], entry["entry_id"], entry["type"], entry["page_id"]) for entry in found.entries],
                )

    def _opened(self) -> sqlite3.Connection:
        """The database as it stands, if it belongs to this journal; else an empty one."""
        if self._local is None:
            return _connect(":memory:")
        try:
            self._local.parent.mkdir(parents=True, exist_ok=True)
            self._database = _connect(self._local)
        except (OSError, sqlite3.DatabaseError):
            return self._anew()
        try:
            if self._belongs():
                return self._database
        except sqlite3.DatabaseError:
            self._database.close()
            return self._anew()
        self._database.close()
        return self._anew()

    def _belongs(self) -> bool:
        last = self.last()
        if last is None:
            return True
        path = segment.name(last.first_seq)
        try:
            return segment.decode(self._storage.read(path), path).digest == last.digest
        except Missing:
            return False

    def _anew(self) -> sqlite3.Connection:
        """An empty database, on disk where that can be; a journal that is read-only can still be read."""
        if self._local is None:
            return _connect(":memory:")
        try:
            for suffix in ("", "-journal", "-wal", "-shm"):
                self._local.with_name(self._local.name + suffix).unlink(missing_ok=True)
            return _connect(self._local)
        except (OSError, sqlite3.DatabaseError):
            self._local = None
            return _connect(":memory:")


def _connect(target: Path | str) -> sqlite3.Connection:
    database = sqlite3.connect(target, timeout=WAIT_SECONDS, check_same_thread=False)
    if database.execute("PRAGMA user_version").fetchone()[0] not in (0, VERSION):
        database.close()
        raise sqlite3.DatabaseError("another version of the index")
    database.execute("PRAGMA synchronous = OFF")
    database.executescript(TABLES)
    database.execute(f"PRAGMA user_version = {VERSION}")
    return database
