"""A BeautifulSoup tree whose Tags are read from lxml's when somebody first looks at them.

Cleaning looks closely at a few elements of a page: bylines, table cells, headings. A tree of all of them costs as much
as the parse. Here a Tag knows its lxml element; what bs4 keeps on it (attributes, children, neighbours) is made when
first asked for, and then stays. Read only: lxml's tree does not learn of changes to this one.
"""

from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.builder import HTMLTreeBuilder
from bs4.element import NavigableString, PageElement
from lxml import etree

INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "g", "i",
        "img", "ins", "kbd", "label", "mark", "nobr", "o:p", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }
)  # fmt: skip
"""Elements that do not break a line (HTML's phrasing content). Everything else starts a block."""

DROPPED_EMPTY = frozenset({"a", "b", "em", "font", "i", "img", "ins", "label", "small", "span", "strong"})
"""Inline elements that say nothing when they hold nothing; an empty block-level one still parts words."""

_VOID = HTMLTreeBuilder.DEFAULT_EMPTY_ELEMENT_TAGS or set()


class LazyString(NavigableString):
    """A string of a lazy tree."""

    hidden = False

    def __getattr__(self, name: str) -> object:
        if name in _NEIGHBOURS:
            return _neighbour(self, name)
        raise AttributeError(name)


_STRINGS: set[type[NavigableString]] = {LazyString}


class LazyTag(Tag):
    """A Tag of a lazy tree. bs4's own constants live on the class."""

    parser_class = BeautifulSoup
    namespace = None
    prefix = None
    sourceline = None
    sourcepos = None
    known_xml = False
    hidden = False
    interesting_string_types = _STRINGS
    can_be_empty_element = False
    cdata_list_attributes: dict[str, set[str]] = {}  # noqa: RUF012 - bs4 declares it as an instance attribute
    preserve_whitespace_tags = HTMLTreeBuilder.DEFAULT_PRESERVE_WHITESPACE_TAGS
    _namespaces: dict[str, str] = {}  # noqa: RUF012
    source: etree._Element
    tree: "LazyTree"

    def __getattr__(self, name: str) -> object:  # type: ignore[override]
        if name == "contents":
            self.contents = _contents(self)
            return self.contents
        if name == "attrs":
            self.attrs = dict(self.source.items())
            return self.attrs
        if name == "parent":
            around = self.source.getparent()
            self.parent = self.tree.soup if around is None else self.tree.tag(around)
            return self.parent
        if name in _NEIGHBOURS:
            return _neighbour(self, name)
        return super().__getattr__(name)

    @property
    def descendants(self) -> Iterator[PageElement]:
        """What the Tag holds, in reading order; bs4's own would look at the neighbours too."""
        stack: list[Iterator[PageElement]] = [iter(self.contents)]
        while stack:
            for one in stack[-1]:
                yield one
                if isinstance(one, Tag) and one.contents:
                    stack.append(iter(one.contents))
                    break
            else:
                stack.pop()


class LazyVoidTag(LazyTag):
    """A Tag that HTML never closes: br, img, hr …"""

    can_be_empty_element = True


class LazyTree:
    """The Tags of one page by their lxml elements, below the soup."""

    def __init__(self, root: etree._Element | None, soup: BeautifulSoup) -> None:
        self.soup = soup
        self._tags: dict[etree._Element, LazyTag] = {}
        soup.interesting_string_types = _STRINGS
        if root is not None:
            top = self.tag(root)
            soup.contents.append(top)
            soup.next_element = top

    def tag(self, source: etree._Element) -> LazyTag:
        """The one Tag of an element."""
        found = self._tags.get(source)
        if found is None:
            name = source.tag
            found = self._tags[source] = LazyTag.__new__(LazyVoidTag if name in _VOID else LazyTag)
            found.name, found.source, found.tree = name, source, self
        return found


def _contents(tag: LazyTag) -> list[PageElement]:
    """The children of a Tag.

    White space at the edge of a block-level element, and inline elements that hold nothing, are left out.
    """
    source = tag.source
    contents: list[PageElement] = []
    text = source.text
    if text and (tag.name in INLINE or not text.isspace()):
        contents.append(_string(text, tag))
    for element in source:
        name = element.tag
        if len(element) or name not in DROPPED_EMPTY or element.text:
            child = tag.tree.tag(element)
            child.parent = tag
            contents.append(child)
        tail = element.tail
        if tail and (name in INLINE or not tail.isspace()):
            contents.append(_string(tail, tag))
    return contents


def _string(text: str, parent: Tag) -> LazyString:
    string = str.__new__(LazyString, text)
    string.parent = parent
    return string


_NEIGHBOURS = frozenset({"next_sibling", "previous_sibling", "next_element", "previous_element"})


def _neighbour(element: PageElement, name: str) -> PageElement | None:
    """A neighbour that was not looked up before."""
    if name == "next_element":
        inside = element.contents if isinstance(element, Tag) else ()
        element.next_element = inside[0] if inside else _following(element)
    elif name == "previous_element":
        element.previous_element = _preceding(element)
    else:
        element.next_sibling = element.previous_sibling = None
        before: PageElement | None = None
        for one in element.parent.contents if element.parent is not None else ():
            one.previous_sibling, one.next_sibling = before, None
            if before is not None:
                before.next_sibling = one
            before = one
    found: PageElement | None = element.__dict__[name]
    return found


def _following(element: PageElement) -> PageElement | None:
    """What comes after an element and all it holds."""
    at: PageElement | None = element
    while at is not None:
        if at.next_sibling is not None:
            return at.next_sibling
        at = at.parent
    return None


def _preceding(element: PageElement) -> PageElement | None:
    """The last of what the sibling before holds; else the parent."""
    before = element.previous_sibling
    if before is None:
        return element.parent
    while isinstance(before, Tag) and before.contents:
        before = before.contents[-1]
    return before
