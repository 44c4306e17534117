"""A tree to blocks: runs of text with only inline markup inside, in reading order, and the elements they stand in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from chronicle.clean.lazytree import INLINE, LazyTree
from chronicle.clean.page import Block
from chronicle.clean.soup import TooDeep

UNREAD = frozenset({"textarea", "title", "input", "progress", "meter", "option"})
"""Elements whose words are controls, not text."""

BOLD = ("b", "strong")
MAX_DEPTH = 2000  # libxml2 itself stops at 2,048 and would lose the rest without a word
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
    elements: list[etree._Element] = field(default_factory=list)
    _words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _kinds: list[int] = field(default_factory=list)

    def words(self) -> Mapping[str, tuple[str, ...]]:
        """The words of every mark of the page."""
        if not self._words:
            self._words.update(words_by_mark(self.marks))
        return self._words

    def kinds(self) -> list[int]:
        """A number for each element, equal where name and mark are."""
        if not self._kinds:
            seen: dict[tuple[str, str], int] = {}
            self._kinds.extend([seen.setdefault(kind, len(seen)) for kind in zip(self.tags, self.marks, strict=True)])
        return self._kinds


def segment(root: etree._Element | None) -> Segments:
    """The blocks below an element, in one pass without recursion. Raises TooDeep.

    Elements are numbered when their first block is found: one that holds no text has no number. White space beside
    block-level elements is nobody's.
    """
    out = Segments()
    texts, nodes, link_chars, bold_chars, broken = out.texts, out.nodes, out.link_chars, out.bold_chars, out.broken
    parents, tags, marks, elements = out.parents, out.tags, out.marks, out.elements
    pieces: list[str] = []
    linked = bold = links = bolds = 0
    around: list[etree._Element] = []  # the block-level elements around, outermost first
    numbers: list[int] = []  # of those that have one: the first so many

    def flush(at_break: bool) -> None:
        nonlocal linked, bold
        text = " ".join((pieces[0] if len(pieces) == 1 else "".join(pieces)).split())
        if text:
            if len(numbers) < len(around):
                for element in around[len(numbers) :]:
                    parents.append(numbers[-1] if numbers else -1)
                    numbers.append(len(tags))
                    tags.append(element.tag)
                    marks.append(_mark_of(element))
                    elements.append(element)
            texts.append(text)
            nodes.append(numbers[-1] if numbers else -1)
            link_chars.append(linked and min(linked, len(text)))
            bold_chars.append(bold and min(bold, len(text)))
            broken.append(at_break)
        pieces.clear()
        linked = bold = 0

    stack: list[tuple[Iterator[etree._Element], str, str | None]] = []
    children: Iterator[etree._Element] = iter(() if root is None else (root,))
    name, tail = "", None
    while True:
        for element in children:
            tag, text = element.tag, element.text
            inline = tag in INLINE
            if inline:
                held = len(element)
            elif tag in UNREAD:
                held, text = 0, None
            else:
                if pieces:
                    flush(tag == "br")
                held = len(element)
                if text and text.isspace():
                    text = None
            if held:
                if len(stack) > MAX_DEPTH:
                    raise TooDeep(f"The markup is nested deeper than {MAX_DEPTH:,} elements.")
                stack.append((children, name, tail))
                children, name, tail = iter(element), tag, element.tail
                if not inline:
                    around.append(element)
                elif tag == "a":
                    links += 1
                elif tag in BOLD:
                    bolds += 1
            if text:
                pieces.append(text)
                if links or tag == "a":
                    linked += len(text)
                if bolds or tag in BOLD:
                    bold += len(text)
                if not inline and not held:
                    around.append(element)
                    flush(False)
                    around.pop()
                    del numbers[len(around) :]
            if held:
                break
            after = element.tail
            if after and (inline or not after.isspace()):
                pieces.append(after)
                if links:
                    linked += len(after)
                if bolds:
                    bold += len(after)
        else:
            if not stack:
                return out
            inline = name in INLINE
            if not inline:
                if pieces:
                    flush(False)
                around.pop()
                del numbers[len(around) :]
            elif name == "a":
                links -= 1
            elif name in BOLD:
                bolds -= 1
            if tail and (inline or not tail.isspace()):
                pieces.append(tail)
                if links:
                    linked += len(tail)
                if bolds:
                    bold += len(tail)
            children, name, tail = stack.pop()


def _mark_of(element: etree._Element) -> str:
    """Class, id, role and itemprop of an element, as one string."""
    mark: str = element.get("class", "")
    for name in ("id", "role", "itemprop"):
        value = element.get(name)
        if value is not None:
            mark += f" {value}"
    return mark


def words_of(mark: str) -> tuple[str, ...]:
    """The lower-case words of class, id and role: ``articleBody_main-2`` gives article, body, main, 2."""
    return words_by_mark((mark,))[mark]


def words_by_mark(marks: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The words of each mark, all marks of a page cut at one go. No mark holds a NUL: lxml lets none through."""
    unique = dict.fromkeys(marks)
    joined = END.join([mark if len(mark) <= MAX_HINT_CHARS else mark[:MAX_HINT_CHARS] for mark in unique])
    found = "\n".join(_WORD.findall(joined)).lower().split(END)
    return {mark: tuple(words.split()) for mark, words in zip(unique, found, strict=bool(unique))}


def blocks(segments: Segments, tree: LazyTree) -> tuple[Block, ...]:
    """The segments as Blocks, the value that metadata reads."""
    paths: list[tuple[str, ...]] = []
    for tag, parent in zip(segments.tags, segments.parents, strict=True):
        paths.append((*paths[parent], tag) if parent >= 0 else (tag,))
    words = segments.words()
    hints = [words[mark] for mark in segments.marks]
    places: dict[int, tuple[str, tuple[str, ...], tuple[str, ...], etree._Element | None]] = {-1: ("", (), (), None)}
    for node in dict.fromkeys(segments.nodes):
        if node >= 0:
            near, at = hints[node], segments.parents[node]
            for _ in range(HINT_DEPTH - 1):
                if at >= 0:
                    near, at = near + hints[at], segments.parents[at]
            places[node] = segments.tags[node], paths[node], near, segments.elements[node]
    found = []
    for text, node, linked in zip(segments.texts, segments.nodes, segments.link_chars, strict=True):
        tag, path, near, source = places[node]
        found.append(Block(text, tag, path, near, linked, -1, source, tree))
    return tuple(found)
