"""The values that the metadata modules pass around: what a page says, where it says so, and what is settled."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from chronicle.clean.metadata.stamps import Stamp


@dataclass(frozen=True, slots=True)
class Metadata:
    """The settled metadata of one page.

    ``published`` is EDTF, ``published_kind`` "published" or "updated", ``lang`` ISO 639-1. ``origins`` names for each
    field with a value where it came from. ``consumed`` holds the indices of ``Page.lines`` that are title, byline,
    credit or editor's note, and so no part of the text.
    """

    title: str | None = None
    published: str | None = None
    published_kind: str | None = None
    author: str | None = None
    source: str | None = None
    lang: str | None = None
    url: str | None = None
    origins: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    consumed: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """One value and where it came from."""

    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A date shown on the page.

    ``kind`` is published, updated or plain; ``place`` is above, head, text or tail; ``clock`` is true beside a weekday,
    as in the clocks of page heads.
    """

    stamp: Stamp
    kind: str
    place: str
    line: int
    clock: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name shown on the page.

    ``how`` it was found is label, issuer, by, class, part, dateline, republished, link or bare.
    """

    text: str
    how: str
    place: str


@dataclass(slots=True)
class Bylines:
    """Everything found, in the order of the page; ``consumed`` are lines that say nothing else."""

    dates: list[Shown] = field(default_factory=list)
    authors: list[Name] = field(default_factory=list)
    sources: list[Name] = field(default_factory=list)
    consumed: set[int] = field(default_factory=set)
