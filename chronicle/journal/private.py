"""What may have to be erased: one line an entry, in a file beside the segment.

A line carries its own salt, so the digest of the line, which the sealed segment keeps, tells nothing about the values
once the line is blanked.
"""

import secrets
from collections.abc import Mapping
from typing import Any

import orjson

from chronicle.digest import sha256
from chronicle.errors import JournalCorrupt

SALT_BYTES = 16


def encode(seq: int, values: Mapping[str, Any]) -> bytes:
    """The line for an entry's private values, newline included."""
    line = {"seq": seq, "salt": secrets.token_hex(SALT_BYTES), "values": dict(values)}
    return orjson.dumps(line, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)


def digest(line: bytes) -> str:
    """The digest that the entry keeps of its line."""
    return sha256(line)


def blank(seq: int) -> bytes:
    """What an erased line is replaced with."""
    return orjson.dumps({"erased": True, "seq": seq}, option=orjson.OPT_APPEND_NEWLINE)


def values(line: bytes, seq: int, expected: str, name: str) -> dict[str, Any] | None:
    """The values of the line, or None if it was blanked. Raises JournalCorrupt, naming the file and the entry."""
    if line == blank(seq):
        return None
    if digest(line) != expected:
        raise JournalCorrupt(f"{name}: the private line of entry {seq} is not what was committed")
    found: dict[str, Any] = orjson.loads(line)["values"]
    return found
