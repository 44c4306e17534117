"""A line of the page taken apart at its inline elements: bylines put name, date and source into spans of one line."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from bs4.element import NavigableString, Tag

from chronicle.clean.blocks import words_of
from chronicle.clean.metadata.labels import PIECE
from chronicle.clean.page import Block

MARKS = ("class", "id", "itemprop", "rel")
MAX_NODES = 120  # a byline has few; a larger element is text


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one inline element: its words (class, id, itemprop, rel), its machine date and its link."""

    text: str
    words: frozenset[str] = frozenset()
    when: str | None = None
    href: str | None = None


def _described(node: Tag, stop: Tag) -> tuple[frozenset[str], str | None, str | None]:
    words: set[str] = set()
    when = href = None
    at: Tag | None = node
    while at is not None:
        attrs = at.attrs
        if attrs:
            words |= own_words(at.get)
            when = (
                when or _text(attrs.get("datetime")) or (_text(attrs.get("content")) if "itemprop" in attrs else None)
            )
            href = href or _text(attrs.get("href"))
        if at.name == "time":
            words.add("time")
        if at is stop:
            break
        at = at.parent
    return frozenset(words), when, href


def own_words(get: Callable[[str], object]) -> set[str]:
    """The words of the class, id, itemprop and rel that an element's ``get`` gives."""
    found: set[str] = set()
    for key in MARKS:
        value = get(key)
        if value:
            found |= _words(str(value))
    return found


@lru_cache(maxsize=4096)
def _words(mark: str) -> frozenset[str]:
    return frozenset(words_of(mark))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def pieces(block: Block) -> list[Piece]:
    """The inline elements of a block in order; the whole block as one piece where it has none or is a dump's line."""
    element = block.element
    if element is None:
        return [Piece(block.text)]
    childless = block.source is not None and len(block.source) == 0  # asked first: contents are made when looked at
    if childless or not any(isinstance(child, Tag) for child in element.contents):
        return [Piece(block.text, *_described(element, element))]
    strings: list[tuple[str, str, Tag]] = []
    for seen, node in enumerate(element.descendants):
        if seen > MAX_NODES:
            break
        if isinstance(node, NavigableString):
            compact = "".join(node.split())
            if compact and node.parent is not None:
                strings.append((" ".join(node.split()), compact, node.parent))
    target = "".join(block.text.split())
    for first, (_, opening, _) in enumerate(strings):
        if not target.startswith(opening):
            continue
        size, last = 0, first
        while last < len(strings) and target.startswith(strings[last][1], size):
            size += len(strings[last][1])
            last += 1
            if size == len(target):
                return [Piece(text, *_described(parent, element)) for text, _, parent in strings[first:last]]
    return [Piece(block.text, *_described(element, element))]


def line_of(found: list[Piece]) -> str:
    """The pieces as one line with PIECE marks between them."""
    return PIECE.join(piece.text for piece in found)


def host_of(url: str | None) -> str | None:
    """The host of an address without www., or None."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
