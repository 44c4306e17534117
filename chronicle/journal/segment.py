"""A sealed segment: one batch of entries in one file that never changes.

JSON Lines: a header (first sequence number, count, time, the digest of the segment before, the private file, the WARC
file with each member's offset, length and sha256), the entries, and a footer with the digest of all bytes before it.
Names are the first sequence number, so whoever creates the next name has committed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from chronicle.digest import sha256
from chronicle.errors import JournalCorrupt
from chronicle.journal.entry import moment, timestamp
from chronicle.journal.warc import Member

FORMAT = 1
FOLDER = "journal"
NAME = re.compile(r"journal/(\d{16})\.jsonl")


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment as read: ``entries`` are the stored objects, not yet upcast; ``digest`` seals all of it."""

    first_seq: int
    recorded_at: datetime
    previous: str | None
    batch: str
    private: str | None
    warc: str | None
    members: tuple[Member, ...]
    entries: tuple[Mapping[str, Any], ...]
    digest: str

    @property
    def last_seq(self) -> int:
        """The sequence number of the last entry."""
        return self.first_seq + len(self.entries) - 1


def name(first_seq: int) -> str:
    """Where the segment that starts at ``first_seq`` stands."""
    return f"{FOLDER}/{first_seq:016d}.jsonl"


def first_seq_of(path: str) -> int | None:
    """The first sequence number of the segment at the path, None if that is no segment's name."""
    found = NAME.fullmatch(path)
    return int(found[1]) if found else None


def encode(
    *,
    first_seq: int,
    recorded_at: datetime,
    previous: str | None,
    batch: str,
    private: str | None,
    warc: str | None,
    members: Sequence[Member],
    entries: Sequence[Mapping[str, Any]],
) -> bytes:
    """The bytes of a sealed segment."""
    header = {
        "segment": FORMAT,
        "first_seq": first_seq,
        "count": len(entries),
        "recorded_at": timestamp(recorded_at),
        "previous": previous,
        "batch": batch,
        "private": private,
        "warc": warc,
        "members": [[member.offset, member.length, member.sha256] for member in members],
    }
    sealed = b"".join(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE) for line in (header, *entries))
    return sealed + _footer(len(entries), sha256(sealed))


def decode(data: bytes, path: str) -> Segment:
    """The segment in the bytes. Raises JournalCorrupt, naming the path, if one byte is not what was committed."""
    sealed, _, footer = data.removesuffix(b"\n").rpartition(b"\n")
    sealed += b"\n"
    digest = sha256(sealed)
    count = sealed.count(b"\n") - 1
    if footer + b"\n" != _footer(count, digest) or not data.endswith(b"\n"):
        raise JournalCorrupt(f"{path} is not what was committed: its digest does not match; restore it from a backup")
    header, *entries = (orjson.loads(line) for line in sealed.splitlines())
    if header["segment"] != FORMAT:
        raise JournalCorrupt(f"{path} has format {header['segment']}, written by a newer Chronicle: update this one")
    if header["count"] != count or path != name(header["first_seq"]):
        raise JournalCorrupt(
            f"{path} says it starts at {header['first_seq']} with {header['count']} entries: misplaced"
        )
    return Segment(
        first_seq=header["first_seq"],
        recorded_at=moment(header["recorded_at"]),
        previous=header["previous"],
        batch=header["batch"],
        private=header["private"],
        warc=header["warc"],
        members=tuple(Member(*member) for member in header["members"]),
        entries=tuple(entries),
        digest=digest,
    )


def _footer(count: int, digest: str) -> bytes:
    return orjson.dumps({"count": count, "digest": digest}, option=orjson.OPT_APPEND_NEWLINE)
