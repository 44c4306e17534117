"""What cleaning says about one page: an Article, or NotArticle and why. The only types later stages take from here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class NotArticleReason(StrEnum):
    """Why a page is no article."""

    LISTING = "listing"
    ERROR_PAGE = "error_page"
    WALL = "wall"  # a login, cookie or captcha wall
    EMPTY = "empty"
    UNDECODABLE = "undecodable"
    NOT_TEXT = "not_text"  # an image, PDF or archive under a text name
    TOO_DEEP = "too_deep"
    FAULT = "fault"  # our own code failed on it


@dataclass(frozen=True, slots=True)
class Article:
    """The clean text and metadata of one capture.

    ``text`` has one line a paragraph, heading, list item or table row, joined by a single newline: no title, byline,
    caption or boilerplate. ``published`` is EDTF (``2018-05-31``, ``2014-03``, ``XXXX-02-28``). ``origins`` tells, for
    each metadata field that has a value, where it came from (``json-ld``, ``meta:og:title``, ``byline`` …).
    """

    text: str
    title: str | None = None
    published: str | None = None
    published_kind: str | None = None  # "published" or "updated"
    author: str | None = None
    source: str | None = None
    lang: str | None = None  # ISO 639-1
    url: str | None = None  # the address the page was fetched from or names as its own
    origins: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class NotArticle:
    """The page holds no article: the kind of page it is, and one sentence for a person."""

    reason: NotArticleReason
    detail: str
