"""What the journal holds: a Draft is an entry to be written, an Entry is one that was.

What belongs here: the shapes and the vocabulary. What does not: how they are stored (``segment``), or what a stage
makes of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from chronicle.digest import derive
from chronicle.errors import WrongCall

NOTHING: Mapping[str, Any] = MappingProxyType({})


class EntryType(StrEnum):
    """Everything that can happen to a page."""

    PAGE_DISCOVERED = "page.discovered"
    PAGE_CAPTURED = "page.captured"
    PAGE_UNCHANGED = "page.unchanged"
    PAGE_GONE = "page.gone"
    FETCH_FAILED = "fetch.failed"
    FETCH_DENIED = "fetch.denied"
    PAGE_INGESTED = "page.ingested"
    INGEST_REJECTED = "ingest.rejected"
    PAGE_RETRACTED = "page.retracted"
    PAGE_REINSTATED = "page.reinstated"
    PAGE_ERASED = "page.erased"
    RECORD_CORRECTED = "record.corrected"
    CORRECTION_WITHDRAWN = "correction.withdrawn"


CAPTURES = frozenset({EntryType.PAGE_CAPTURED, EntryType.PAGE_INGESTED})
"""The types that bring a body to be cleaned."""


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes to be stored with an entry. ``charset`` is what was declared, not what is true."""

    data: bytes
    media_type: str | None = None
    charset: str | None = None
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """Where the bytes of an entry lie: a member of a WARC file, and the sha256 of the bytes as captured."""

    warc: str
    offset: int
    length: int
    sha256: str
    media_type: str | None
    charset: str | None
    truncated: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry to be written.

    ``key`` is the natural key: two drafts of one key are one entry, whoever writes them and whenever. ``private``
    holds what may have to be erased (``page_uri``, titles, names, reasons); ``data`` holds the rest, with every setting
    that a later stage reads (``source``, ``language``, ``timezone``). Values are JSON. Times carry a time zone.
    """

    type: EntryType
    key: tuple[str, ...]
    occurred_at: datetime
    page_id: str | None = None
    actor: str = "chronicle"
    run_id: str | None = None
    causation_id: str | None = None
    private: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    data: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    content: Content | None = None

    def __post_init__(self) -> None:
        if self.occurred_at.tzinfo is None:
            raise WrongCall(f"the {self.type} entry {'/'.join(self.key)} needs a time with a time zone")

    @property
    def entry_id(self) -> str:
        """The id that the key gives."""
        return derive("entry", *self.key)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as the journal holds it. ``private`` is empty when there was none, and when ``erased``."""

    seq: int
    entry_id: str
    type: EntryType
    v: int
    occurred_at: datetime
    recorded_at: datetime
    page_id: str | None
    run_id: str | None
    causation_id: str | None
    actor: str
    body: Body | None
    private: Mapping[str, Any]
    data: Mapping[str, Any]
    erased: bool = False

    @property
    def page_uri(self) -> str | None:
        """The address, or ``inbox:<relative path>``; None when the entry names no page or was erased."""
        return self.private.get("page_uri")


def timestamp(moment: datetime) -> str:
    """The moment in UTC, ISO 8601 with microseconds: text order is time order."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def moment(text: str) -> datetime:
    """The moment that ``timestamp`` wrote."""
    return datetime.fromisoformat(text)
