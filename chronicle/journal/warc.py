"""Bodies in WARC 1.1 (ISO 28500): one gzip member a record, so that each can be read, and blanked, by itself.

What belongs here: the bytes of a WARC file. What does not: which file they stand in. A gzip file cut at its tail reads
as a short record without an error, so nothing here is trusted but our own length and digest.
"""

import hashlib
import struct
import uuid
import zlib
from base64 import b32encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from chronicle.digest import sha256
from chronicle.errors import JournalCorrupt
from chronicle.journal.entry import Draft, timestamp

LEVEL = 6
HEADER_END = b"\r\n\r\n"
URI_SAFE = "!#$%&'()*+,/:;=?@[]~-._"  # RFC 3986: reserved and unreserved, and % of what is quoted already
GZIP_WITH_COMMENT = b"\x1f\x8b\x08\x10\x00\x00\x00\x00\x00\xff"  # RFC 1952: deflate, FCOMMENT, no time, unknown system
GZIP_WRAPPER = 31  # zlib's wbits for a gzip member


@dataclass(frozen=True, slots=True)
class Member:
    """One gzip member of a WARC file, and the sha256 of its stored bytes."""

    offset: int
    length: int
    sha256: str


def encode(drafts: Sequence[Draft], at: datetime) -> tuple[bytes, list[Member]]:
    """A WARC file with a warcinfo record and one resource record for each draft, which must have content."""
    stored = [_member(_warcinfo(drafts, at)), *(_member(_resource(draft)) for draft in drafts)]
    members, offset = [], 0
    for piece in stored:
        members.append(Member(offset, len(piece), sha256(piece)))
        offset += len(piece)
    return b"".join(stored), members


def content_of(stored: bytes, name: str) -> bytes:
    """The content of the record in one stored member. Raises JournalCorrupt, naming ``name``."""
    try:
        record = zlib.decompress(stored, GZIP_WRAPPER)
    except zlib.error as error:
        raise JournalCorrupt(f"{name} is no whole gzip member: {error}") from error
    head, separator, rest = record.partition(HEADER_END)
    length = next((line[15:] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), b"")
    if not separator or not length.strip().isdigit() or rest[int(length) :] != HEADER_END:
        raise JournalCorrupt(f"{name} holds no whole WARC record")
    return rest[: int(length)]


def blank(entry_id: str, at: datetime, length: int) -> bytes:
    """A member of exactly ``length`` bytes that says only that the record of this entry was erased.

    The gzip comment field takes up the length that is left over, so the members after it keep their offsets.
    """
    record = _record("metadata", entry_id, at, (("Content-Type", "application/warc-fields"),), b"")
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    tail = b"\x00" + packer.compress(record) + packer.flush() + struct.pack("<II", zlib.crc32(record), len(record))
    room = length - len(GZIP_WITH_COMMENT) - len(tail)
    if room < 0:
        raise JournalCorrupt(f"the record of entry {entry_id} is {-room} bytes too short to be blanked")
    return GZIP_WITH_COMMENT + b"." * room + tail


def _member(record: bytes) -> bytes:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP_WRAPPER)
    return packer.compress(record) + packer.flush()


def _warcinfo(drafts: Sequence[Draft], at: datetime) -> bytes:
    fields = b"software: chronicle\r\nformat: WARC File Format 1.1\r\n"
    batch = sha256("".join(draft.entry_id for draft in drafts).encode())[:32]
    return _record("warcinfo", batch, at, (("Content-Type", "application/warc-fields"),), fields)


def _resource(draft: Draft) -> bytes:
    content = draft.content
    assert content is not None  # noqa: S101 - the caller chose drafts with content
    uri = quote(str(draft.private.get("page_uri") or f"urn:chronicle:{draft.entry_id}"), safe=URI_SAFE)
    media_type = (content.media_type or "application/octet-stream").encode("ascii", "replace").decode()
    headers = [
        ("WARC-Target-URI", uri),
        ("Content-Type", f"{media_type}; charset={content.charset}" if content.charset else media_type),
        ("WARC-Block-Digest", "sha1:" + b32encode(hashlib.sha1(content.data, usedforsecurity=False).digest()).decode()),
    ]
    if content.truncated:
        headers.append(("WARC-Truncated", "length"))
    return _record("resource", draft.entry_id, draft.occurred_at, headers, content.data)


def _record(kind: str, name: str, at: datetime, headers: Sequence[tuple[str, str]], content: bytes) -> bytes:
    lines = [
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:{uuid.UUID(name)}>",
        f"WARC-Date: {timestamp(at)}",
        *(f"{key}: {' '.join(value.split())}" for key, value in headers),
        f"Content-Length: {len(content)}",
    ]
    return "\r\n".join(lines).encode("ascii", "replace") + HEADER_END + content + HEADER_END
