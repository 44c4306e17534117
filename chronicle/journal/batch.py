"""One batch between values and bytes: drafts to the three files of a commit, a segment and its lines back to entries.

What belongs here: how an entry is stored. What does not: when a batch becomes part of the journal (``journal``).
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from chronicle.digest import sha256
from chronicle.journal import private, segment, warc
from chronicle.journal.entry import Body, Content, Draft, Entry, EntryType, moment, timestamp
from chronicle.journal.segment import Segment
from chronicle.journal.upcast import CURRENT, upcast

BODIES = "bodies"
NONCE_BYTES = 4


@dataclass(frozen=True, slots=True)
class Batch:
    """The bytes of a commit: the files that must be there first (bodies, private lines), then the sealed segment."""

    files: Mapping[str, bytes]
    sealed: bytes


def encode(drafts: Sequence[Draft], first_seq: int, recorded_at: datetime, previous: str | None) -> Batch:
    """The batch that gives the drafts the sequence numbers from ``first_seq`` on.

    Each call names its files anew, so a writer that loses the race for the number shares no file with the winner.
    """
    name = f"{first_seq:016d}-{secrets.token_hex(NONCE_BYTES)}"
    files: dict[str, bytes] = {}

    with_content = [(place, draft.content) for place, draft in enumerate(drafts) if draft.content]
    warc_path = f"{BODIES}/{recorded_at.astimezone(UTC):%Y/%m/%d}/{name}.warc.gz" if with_content else None
    members: list[warc.Member] = []
    bodies: dict[int, dict[str, Any]] = {}
    if warc_path:
        files[warc_path], members = warc.encode([draft for draft in drafts if draft.content], recorded_at)
        for (place, content), member in zip(with_content, members[1:], strict=True):
            bodies[place] = _body(content, warc_path, member)

    lines = {
        place: private.encode(first_seq + place, draft.private) for place, draft in enumerate(drafts) if draft.private
    }
    private_path = f"{segment.FOLDER}/{name}.private.jsonl" if lines else None
    if private_path:
        files[private_path] = b"".join(lines.values())

    sealed = segment.encode(
        first_seq=first_seq,
        recorded_at=recorded_at,
        previous=previous,
        batch=name,
        private=private_path,
        warc=warc_path,
        members=members,
        entries=[
            _stored(draft, first_seq + place, recorded_at, bodies.get(place), lines.get(place))
            for place, draft in enumerate(drafts)
        ],
    )
    return Batch(files, sealed)


def decode(found: Segment, lines: bytes) -> tuple[Entry, ...]:
    """The entries of a segment with its private lines. Raises JournalCorrupt, UnknownEntryType."""
    left = iter(lines.splitlines(keepends=True))
    entries = []
    for stored in map(upcast, found.entries):
        values: dict[str, Any] | None = {}
        if stored["private"] is not None:
            values = private.values(next(left, b""), stored["seq"], stored["private"], str(found.private))
        entries.append(_entry(stored, values))
    return tuple(entries)


def _body(content: Content, path: str, member: warc.Member) -> dict[str, Any]:
    return {
        "warc": path,
        "offset": member.offset,
        "length": member.length,
        "sha256": sha256(content.data),
        "media_type": content.media_type,
        "charset": content.charset,
        "truncated": content.truncated,
    }


def _stored(
    draft: Draft, seq: int, recorded_at: datetime, body: dict[str, Any] | None, line: bytes | None
) -> dict[str, Any]:
    return {
        "seq": seq,
        "entry_id": draft.entry_id,
        "type": str(draft.type),
        "v": CURRENT[draft.type],
        "occurred_at": timestamp(draft.occurred_at),
        "recorded_at": timestamp(recorded_at),
        "page_id": draft.page_id,
        "run_id": draft.run_id,
        "causation_id": draft.causation_id,
        "actor": draft.actor,
        "body": body,
        "private": None if line is None else private.digest(line),
        "data": dict(draft.data),
    }


def _entry(stored: Mapping[str, Any], values: dict[str, Any] | None) -> Entry:
    return Entry(
        seq=stored["seq"],
        entry_id=stored["entry_id"],
        type=EntryType(stored["type"]),
        v=stored["v"],
        occurred_at=moment(stored["occurred_at"]),
        recorded_at=moment(stored["recorded_at"]),
        page_id=stored["page_id"],
        run_id=stored["run_id"],
        causation_id=stored["causation_id"],
        actor=stored["actor"],
        body=Body(**stored["body"]) if stored["body"] else None,
        private=values or {},
        data=stored["data"],
        erased=values is None,
    )
