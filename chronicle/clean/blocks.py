"""A tree to blocks: runs of text with only inline markup inside, in reading order, and the elements they stand in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from chronicle.clean.page import Block
from chronicle.clean.soup import INLINE

UNREAD = frozenset({"textarea", "title", "input", "progress", "meter", "option"})
"""Elements whose words are controls, not text."""

END = "\0"
_WORD = re.compile(rf"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|{END}")
HINT_DEPTH = 3  # the element and two ancestors
MAX_HINT_CHARS = 200


@dataclass(slots=True)
class Segments:
    """The blocks of a page, column by column, and the block-level elements they stand in.

    ``texts[i]`` stands in element number ``nodes[i]``; ``parents[n]`` is the number of the element around element n
    (-1 for the root), ``tags[n]`` its name, ``marks[n]`` its class, id and role as one string. ``broken[i]`` is true
    where the block ends in a ``<br>``.
    """

    texts: list[str] = field(default_factory=list)
    nodes: list[int] = field(default_factory=list)
    link_chars: list[int] = field(default_factory=list)
    bold_chars: list[int] = field(default_factory=list)
    broken: list[bool] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    elements: list[Tag] = field(default_factory=list)
    _words: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def words(self) -> Mapping[str, tuple[str, ...]]:
        """The words of every mark of the page."""
        if not self._words:
            self._words.update(words_by_mark(self.marks))
        return self._words


def segment(soup: BeautifulSoup) -> Segments:
    """The blocks below the soup, in one pass without recursion."""
    out = Segments()
    texts, nodes, link_chars, bold_chars, broken = out.texts, out.nodes, out.link_chars, out.bold_chars, out.broken
    parents, tags, marks, elements = out.parents, out.tags, out.marks, out.elements
    pieces: list[str] = []
    linked = bold = links = bolds = 0
    node = -1

    def flush(at_break: bool) -> None:
        nonlocal linked, bold
        text = " ".join("".join(pieces).split())
        if text:
            texts.append(text)
            nodes.append(node)
            link_chars.append(min(linked, len(text)))
            bold_chars.append(min(bold, len(text)))
            broken.append(at_break)
        pieces.clear()
        linked = bold = 0

    stack: list[tuple[Iterator[object], str, int]] = []
    children: Iterator[object] = iter(soup.contents)
    name, outer = "", -1
    while True:
        for child in children:
            if isinstance(child, NavigableString):
                pieces.append(child)
                if links:
                    linked += len(child)
                if bolds:
                    bold += len(child)
                continue
            assert isinstance(child, Tag)  # noqa: S101 - bs4 has strings and Tags
            tag = child.name
            if tag in INLINE:
                if child.contents:
                    stack.append((children, name, outer))
                    children, name, outer = iter(child.contents), tag, node
                    if tag == "a":
                        links += 1
                    elif tag == "b" or tag == "strong":
                        bolds += 1
                    break
                continue
            if tag == "br":
                if pieces:
                    flush(True)
                continue
            if tag in UNREAD:
                continue
            if pieces:
                flush(False)
            if child.contents:
                stack.append((children, name, outer))
                children, name, outer = iter(child.contents), tag, node
                parents.append(node)
                tags.append(tag)
                marks.append(_mark_of(child.attrs) if child.attrs else "")
                elements.append(child)
                node = len(parents) - 1
                break
        else:
            if name == "a":
                links -= 1
            elif name == "b" or name == "strong":
                bolds -= 1
            elif name not in INLINE and pieces:
                flush(False)
            if not stack:
                if pieces:
                    flush(False)
                return out
            node = outer
            children, name, outer = stack.pop()


def _mark_of(attrs: Mapping[str, object]) -> str:
    """Class, id, role and itemprop of an element, as one string."""
    mark = str(attrs.get("class", ""))
    for name in ("id", "role", "itemprop"):
        if name in attrs:
            mark += f" {attrs[name]}"
    return mark


def words_of(mark: str) -> tuple[str, ...]:
    """The lower-case words of class, id and role: ``articleBody_main-2`` gives article, body, main, 2."""
    return words_by_mark((mark,))[mark]


def words_by_mark(marks: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The words of each mark, all marks of a page cut at one go."""
    unique = dict.fromkeys(marks)
    joined = END.join([mark[:MAX_HINT_CHARS].replace(END, " ") for mark in unique])
    found = "\n".join(_WORD.findall(joined)).lower().split(END)
    return {mark: tuple(words.split()) for mark, words in zip(unique, found, strict=bool(unique))}


def blocks(segments: Segments) -> tuple[Block, ...]:
    """The segments as Blocks, the value that metadata reads."""
    paths: list[tuple[str, ...]] = []
    words_of_mark = segments.words()
    hints = [words_of_mark[mark] for mark in segments.marks]
    for node, parent in enumerate(segments.parents):
        paths.append((*(paths[parent] if parent >= 0 else ()), segments.tags[node]))
    near: dict[int, tuple[str, ...]] = {}
    found = []
    for text, node, linked in zip(segments.texts, segments.nodes, segments.link_chars, strict=True):
        if node not in near:
            words, at = hints[node] if node >= 0 else (), node
            for _ in range(HINT_DEPTH - 1):
                at = segments.parents[at] if at >= 0 else -1
                words += hints[at] if at >= 0 else ()
            near[node] = words
        found.append(
            Block(
                text,
                segments.tags[node] if node >= 0 else "",
                paths[node] if node >= 0 else (),
                near[node],
                linked,
                segments.elements[node] if node >= 0 else None,
            )
        )
    return tuple(found)
