"""What one parse of a page gives: the values that main-text selection and metadata share. No rules live here."""

from dataclasses import dataclass
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag
from lxml import etree

from chronicle.clean.lazytree import LazyTree


class Block(NamedTuple):
    """A run of text with nothing but inline markup inside: a paragraph, heading, list item, table row or dump line.

    ``text`` has no line break and single spaces only. ``tag`` is the name of the block's own element (``p``, ``h1``,
    ``li``, ``td``, ``div`` …; empty in a text dump) and ``path`` the names from the root to it. ``hints`` are the
    lower-case words of class, id, role and itemprop of the element and its nearest ancestors, nearest first.
    ``link_chars`` counts the characters of ``text`` that stand in links. ``line`` is the line number in a text dump.
    ``source`` is the block's own element in lxml's tree, and ``tree`` has the Tags of the page.
    A named tuple, because a page has hundreds and a frozen dataclass takes four times as long to make.
    """

    text: str
    tag: str = ""
    path: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    link_chars: int = 0
    line: int = -1
    source: etree._Element | None = None
    tree: LazyTree | None = None

    @property
    def element(self) -> Tag | None:
        """The block's own element as a Tag; None in a text dump."""
        return None if self.tree is None or self.source is None else self.tree.tag(self.source)


@dataclass(frozen=True, slots=True)
class Page:
    """One page, parsed once. ``lines`` are its blocks in reading order and ``main`` the indices taken for the article.

    ``soup`` is None for a text dump. ``meta`` holds (name, content) pairs in page order, where name is the lower-case
    ``name``, ``property``, ``itemprop`` or ``http-equiv`` of a ``<meta>``. ``json_ld`` holds the raw script strings.
    ``timezone`` is the source's IANA zone, where known.
    """

    html: str
    soup: BeautifulSoup | None
    lines: tuple[Block, ...]
    main: tuple[int, ...]
    json_ld: tuple[str, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()
    title_tag: str | None = None
    canonical: str | None = None
    html_lang: str | None = None
    url: str | None = None
    timezone: str | None = None
