"""The one parse of a page: lxml in C, pruned of everything unseen, grafted into a BeautifulSoup of slim Tags.

``parse`` is all that other modules need. ``PrunedBuilder`` is bs4's public extension point, a TreeBuilder: it lets lxml
parse the text, reads what the head and the scripts say, drops elements nobody reads before any Tag is made, and hands
bs4 a finished tree. What it keeps has the texts of stock BeautifulSoup with lxml (bench and tests hold it to that).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.builder import HTMLTreeBuilder
from bs4.element import NavigableString, PageElement
from lxml import etree

UNSEEN = (
    "script", "style", "svg", "iframe", "object", "embed", "canvas", "audio", "video", "map",
    "select", "datalist", "math", "link", "base", "param", "applet",
)  # fmt: skip
"""Elements without words of the page: dropped with all they hold, tails kept."""

UNRENDERED = ("noscript", "template")
"""Elements that a browser with scripts does not show: dropped too, unless a page has nothing else."""

INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "g", "i",
        "img", "ins", "kbd", "label", "mark", "nobr", "o:p", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }
)  # fmt: skip
"""Elements that do not break a line (HTML's phrasing content). Everything else starts a block."""

MENU = "chronicle-menu"
READ_IN_MENUS = ("p", "h1", "article", "main", "time")
"""A nav that holds one of these was left unclosed, or holds more than a menu; any other is dropped."""

UNREAD_ATTRIBUTES = (
    "style", "onclick", "onload", "onerror", "srcset", "sizes", "src", "width", "height", "align", "valign", "bgcolor",
    "border", "cellpadding", "cellspacing", "target", "loading", "decoding", "tabindex", "alt", "aria-label",
    "data-testid", "data-id",
)  # fmt: skip

DROPPED_EMPTY = frozenset({"a", "b", "em", "font", "i", "img", "ins", "label", "small", "span", "strong"})
"""Inline elements that say nothing when they hold nothing; an empty block-level one still parts words."""

MAX_TAGS = 100_000  # ten times the largest article in the training sets
MAX_DEPTH = 2000  # libxml2 itself stops at 2,048 and would lose the rest without a word


class TooDeep(Exception):
    """The markup is nested deeper, or has more tags, than any page that people read."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parse: the pruned tree, and what head and scripts say."""

    soup: BeautifulSoup
    json_ld: tuple[str, ...]
    meta: tuple[tuple[str, str], ...]
    title_tag: str | None
    canonical: str | None
    html_lang: str | None


class SlimString(NavigableString):
    """A string whose missing neighbours are read from the class."""

    hidden = False
    next_sibling: PageElement | None = None
    previous_sibling: PageElement | None = None
    next_element: PageElement | None = None


_STRINGS: set[type[NavigableString]] = {SlimString}


class SlimTag(Tag):
    """A Tag whose constants live on the class, so that making one costs an eighth of bs4's own."""

    parser_class = BeautifulSoup
    namespace = None
    prefix = None
    sourceline = None
    sourcepos = None
    known_xml = False
    hidden = False
    interesting_string_types = _STRINGS
    can_be_empty_element = False
    next_sibling: PageElement | None = None
    previous_sibling: PageElement | None = None
    next_element: PageElement | None = None
    cdata_list_attributes: dict[str, set[str]] = {}  # noqa: RUF012 - bs4 declares it as an instance attribute
    preserve_whitespace_tags = HTMLTreeBuilder.DEFAULT_PRESERVE_WHITESPACE_TAGS
    _namespaces: dict[str, str] = {}  # noqa: RUF012


class SlimEmptyTag(SlimTag):
    """A Tag that HTML never closes: br, img, hr …"""

    can_be_empty_element = True


class PrunedBuilder(HTMLTreeBuilder):
    """bs4 TreeBuilder over lxml that never makes a Tag for what nobody reads."""

    NAME = "chronicle-pruned"
    ALTERNATE_NAMES = ()
    features = (NAME,)
    is_xml = False

    def __init__(self, unseen: tuple[str, ...] = UNSEEN + UNRENDERED) -> None:
        super().__init__(multi_valued_attributes={})
        self.unseen = unseen
        self.json_ld: tuple[str, ...] = ()
        self.meta: tuple[tuple[str, str], ...] = ()
        self.title_tag: str | None = None
        self.canonical: str | None = None
        self.html_lang: str | None = None

    def prepare_markup(
        self, markup: str | bytes, *_args: object, **_kwargs: object
    ) -> Iterator[tuple[str | bytes, None, None, bool]]:
        """The markup as it is: decoding is done before bs4 sees it."""
        yield markup, None, None, False

    def feed(self, markup: str | bytes) -> None:
        """Parse, read the head, prune, graft onto the soup."""
        assert self.soup is not None  # noqa: S101 - bs4 sets it before feeding
        root = _lxml_tree(markup)
        if root is None:
            return
        self._read_head(root)
        for menu in root.iter("nav"):
            if all(menu.find(f".//{name}") is None for name in READ_IN_MENUS):
                menu.tag = MENU
        etree.strip_elements(root, MENU, etree.Comment, etree.ProcessingInstruction, *self.unseen, with_tail=False)
        etree.strip_attributes(root, *UNREAD_ATTRIBUTES)
        self.soup.interesting_string_types = _STRINGS
        graft(root, self.soup)

    def _read_head(self, root: etree._Element) -> None:
        self.html_lang = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        scripts, meta = [], []
        for element in root.iter("script", "meta", "title", "link"):
            tag = element.tag
            if tag == "script":
                if "ld+json" in (element.get("type") or "").lower() and element.text:
                    scripts.append(element.text)
            elif tag == "meta":
                content = element.get("content")
                if content:
                    for key in ("name", "property", "itemprop", "http-equiv"):
                        name = element.get(key)
                        if name:
                            meta.append((name.strip().lower(), content))
            elif tag == "title":
                parent = element.getparent()
                if self.title_tag is None and (parent is None or parent.tag != "svg"):
                    self.title_tag = " ".join("".join(element.itertext()).split()) or None
            elif "canonical" in (element.get("rel") or "").lower().split():
                self.canonical = self.canonical or element.get("href")
        self.json_ld, self.meta = tuple(scripts), tuple(meta)


def parse(html: str, *, unrendered: bool = False) -> Parsed:
    """Parse decoded HTML; ``unrendered`` keeps what stands in noscript and template.

    Raises TooDeep for markup nested deeper than MAX_DEPTH or with more than MAX_TAGS tags.
    """
    tags = html.count("<")
    if tags > MAX_TAGS * 2:  # an opening and a closing tag each
        raise TooDeep(f"The page has {tags:,} tags; no article has more than {MAX_TAGS * 2:,}.")
    builder = PrunedBuilder(UNSEEN if unrendered else UNSEEN + UNRENDERED)
    soup = BeautifulSoup("<html>", builder=builder) if not html.strip() else BeautifulSoup(html, builder=builder)
    return Parsed(soup, builder.json_ld, builder.meta, builder.title_tag, builder.canonical, builder.html_lang)


def _lxml_tree(markup: str | bytes) -> etree._Element | None:
    data = markup.encode("utf-8", "replace") if isinstance(markup, str) else markup
    parser = etree.HTMLParser(encoding="utf-8", remove_pis=True, huge_tree=True)
    parser.feed(data)
    try:
        return parser.close()
    except etree.XMLSyntaxError:
        return None  # there is no markup in it


def graft(root: etree._Element, soup: BeautifulSoup) -> None:
    """Copy the lxml tree below the soup, in document order, without recursion. Raises TooDeep.

    White space at the edge of a block-level element, and elements that are empty, are not copied.
    """
    new_tag, new_string = SlimTag.__new__, str.__new__
    void = HTMLTreeBuilder.DEFAULT_EMPTY_ELEMENT_TAGS or set()
    last: Tag | NavigableString = soup
    parent: Tag = soup
    siblings = soup.contents
    stack: list[tuple[Tag, Iterator[etree._Element], str | None]] = []
    children: Iterator[etree._Element] = iter((root,))
    while True:
        for element in children:
            name = element.tag
            text = element.text
            held = len(element)
            inline = name in INLINE
            if text and not inline and text.isspace():
                text = None
            if held or text or name not in DROPPED_EMPTY:
                contents: list[PageElement] = []
                tag = new_tag(SlimEmptyTag if name in void else SlimTag)
                tag.name = name
                tag.attrs = dict(element.items())
                tag.contents = contents
                tag.parent = parent
                tag.previous_element = last
                last.next_element = tag
                if siblings:
                    sibling = siblings[-1]
                    tag.previous_sibling = sibling
                    sibling.next_sibling = tag
                siblings.append(tag)
                last = tag
                if text:
                    string = new_string(SlimString, text)
                    string.parent = tag
                    string.previous_element = tag
                    tag.next_element = string
                    contents.append(string)
                    last = string
                if held:
                    if len(stack) > MAX_DEPTH:
                        raise TooDeep(f"The markup is nested deeper than {MAX_DEPTH:,} elements.")
                    stack.append((parent, children, _words_after(element.tail, inline)))
                    parent, siblings, children = tag, contents, iter(element)
                    break
            tail = _words_after(element.tail, inline)
            if tail:
                last = _append(tail, parent, siblings, last)
        else:
            if not stack:
                return
            parent, children, tail = stack.pop()
            siblings = parent.contents
            if tail:
                last = _append(tail, parent, siblings, last)


def _words_after(tail: str | None, inline: bool) -> str | None:
    return tail if tail and (inline or not tail.isspace()) else None


def _append(text: str, parent: Tag, siblings: list[PageElement], last: PageElement) -> NavigableString:
    string = str.__new__(SlimString, text)
    string.parent = parent
    string.previous_element = last
    last.next_element = string
    if siblings:
        sibling = siblings[-1]
        string.previous_sibling = sibling
        sibling.next_sibling = string
    siblings.append(string)
    return string
