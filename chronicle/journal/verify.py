"""Checking the whole journal: every byte of every segment, private line and body, against what was committed.

What belongs here: finding faults and naming them. What does not: repairing anything.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from chronicle.digest import sha256
from chronicle.errors import ChronicleError, JournalCorrupt, Missing, UnknownEntryType
from chronicle.journal import private, segment, warc
from chronicle.journal.entry import EntryType, moment
from chronicle.journal.erase import is_due
from chronicle.journal.journal import Position
from chronicle.journal.segment import Segment
from chronicle.journal.upcast import upcast
from chronicle.storage import Storage


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: the file, and a sentence that names what in it and what to do."""

    path: str
    sentence: str

    def __str__(self) -> str:
        return self.sentence


def verify(storage: Storage, *, at_least: Position | None = None) -> list[Fault]:
    """All faults of the journal in the storage (``raw/``), none for a good one.

    The end of a journal cannot tell that it was cut; ``at_least`` is a position that somebody remembers (a release
    does), which must still be there.
    """
    return list(_faults(storage, at_least))


def _faults(storage: Storage, at_least: Position | None) -> Iterator[Fault]:
    paths = [path for path in storage.list(segment.FOLDER) if segment.first_seq_of(path) is not None]
    erased = _erased_pages(storage, paths)
    expected: int | None = 1
    last: Segment | None = None
    entry_ids: dict[str, int] = {}
    ends: dict[int, str] = {}
    for path in paths:
        first_seq = segment.first_seq_of(path)
        if expected is not None and first_seq != expected:
            yield Fault(segment.name(expected), _lost(expected, path))
            last = None
        found = _decoded(storage, path)
        if isinstance(found, Fault):
            yield found
            expected, last = None, None  # how many entries it had is not known
            continue
        yield from _chain_faults(found, path, last)
        yield from _entry_faults(found, path, entry_ids)
        yield from _private_faults(storage, found, erased)
        yield from _body_faults(storage, found, erased)
        expected, last = found.last_seq + 1, found
        ends[found.last_seq] = found.digest
    if at_least is not None and at_least.seq and at_least.seq > max(ends, default=0):
        yield Fault(
            segment.name(max(ends, default=0) + 1),
            f"the journal ends at entry {max(ends, default=0)} but went to {at_least.seq}: its last segments are lost; "
            "restore them from a backup",
        )
    elif at_least is not None and ends.get(at_least.seq, at_least.digest) != at_least.digest:
        yield Fault(segment.FOLDER, f"the journal up to entry {at_least.seq} is not the one that was published from")


def _lost(expected: int, path: str) -> str:
    return f"{segment.name(expected)} is missing though {path} follows: restore it from a backup"


def _decoded(storage: Storage, path: str) -> Segment | Fault:
    try:
        return segment.decode(storage.read(path), path)
    except (JournalCorrupt, Missing) as error:
        return Fault(path, str(error))


def _erased_pages(storage: Storage, paths: list[str]) -> dict[str, int]:
    erased: dict[str, int] = {}
    for path in paths:
        found = _decoded(storage, path)
        if isinstance(found, Segment):
            erased |= {e["page_id"]: e["seq"] for e in found.entries if e["type"] == EntryType.PAGE_ERASED}
    return erased


def _chain_faults(found: Segment, path: str, last: Segment | None) -> Iterator[Fault]:
    if last is None and found.first_seq > 1:
        return  # the fault of the one before was named
    if found.previous != (last.digest if last else None):
        yield Fault(path, f"{path} does not follow the segment before it: one of them was replaced")
    if last is not None and found.recorded_at < last.recorded_at:
        yield Fault(path, f"{path} was recorded before the segment it follows")


def _entry_faults(found: Segment, path: str, entry_ids: dict[str, int]) -> Iterator[Fault]:
    for seq, entry in enumerate(found.entries, start=found.first_seq):
        if entry["seq"] != seq:
            yield Fault(path, f"{path}: entry {entry['seq']} stands where {seq} belongs")
        first = entry_ids.setdefault(entry["entry_id"], seq)
        if first != seq:
            yield Fault(path, f"{path}: entry {seq} repeats entry {first}")
        try:
            upcast(entry)
        except UnknownEntryType as error:
            yield Fault(path, f"{path}: {error}")


def _private_faults(storage: Storage, found: Segment, erased: dict[str, int]) -> Iterator[Fault]:
    with_line = [entry for entry in found.entries if entry["private"] is not None]
    if found.private is None:
        if with_line:
            yield Fault(segment.name(found.first_seq), f"{segment.name(found.first_seq)} names no private file")
        return
    try:
        lines = storage.read(found.private).splitlines(keepends=True)
    except Missing:
        yield Fault(found.private, f"{found.private} is missing: restore it from a backup")
        return
    if len(lines) != len(with_line):
        yield Fault(found.private, f"{found.private} has {len(lines)} lines, not {len(with_line)}: restore it")
    for entry, line in zip(with_line, lines, strict=False):
        try:
            blank = private.values(line, entry["seq"], entry["private"], found.private) is None
        except JournalCorrupt as error:
            yield Fault(found.private, str(error))
            continue
        yield from _erasure_faults(found.private, f"the private line of entry {entry['seq']}", blank, entry, erased)


def _body_faults(storage: Storage, found: Segment, erased: dict[str, int]) -> Iterator[Fault]:
    if found.warc is None:
        return
    try:
        data = storage.read(found.warc)
    except Missing:
        yield Fault(found.warc, f"{found.warc} is missing: restore it from a backup")
        return
    if found.members and len(data) != found.members[-1].offset + found.members[-1].length:
        yield Fault(found.warc, f"{found.warc} has {len(data)} bytes, not what was committed: restore it from a backup")
    by_offset = {entry["body"]["offset"]: entry for entry in found.entries if entry["body"] is not None}
    for member in found.members:
        stored = data[member.offset : member.offset + member.length]
        entry = by_offset.pop(member.offset, None)
        if entry is None:
            if sha256(stored) != member.sha256:
                yield Fault(found.warc, f"{found.warc}: its warcinfo record is not what was committed")
            continue
        what = f"the body of entry {entry['seq']}"
        blank = stored == warc.blank(entry["entry_id"], moment(entry["occurred_at"]), member.length)
        if not blank and (sha256(stored) != member.sha256 or not _holds(stored, entry["body"]["sha256"])):
            yield Fault(found.warc, f"{found.warc}: {what} is not what was committed: restore it from a backup")
            continue
        yield from _erasure_faults(found.warc, what, blank, entry, erased)
    for entry in by_offset.values():
        yield Fault(found.warc, f"{found.warc}: the body of entry {entry['seq']} is not among its records")


def _holds(stored: bytes, digest: str) -> bool:
    try:
        return sha256(warc.content_of(stored, "")) == digest
    except ChronicleError:
        return False


def _erasure_faults(
    path: str, what: str, blank: bool, entry: Mapping[str, Any], erased: dict[str, int]
) -> Iterator[Fault]:
    due = is_due(entry, erased)
    if blank and not due:
        yield Fault(path, f"{path}: {what} was blanked though no entry erases it: restore it from a backup")
    if due and not blank:
        yield Fault(path, f"{path}: {what} is erased but can still be read: erase the page again to finish")
