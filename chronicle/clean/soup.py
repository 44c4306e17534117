"""The one parse of a page: lxml in C, pruned of everything unseen, under a BeautifulSoup of lazy Tags.

``parse`` is all that other modules need. ``PrunedBuilder`` is bs4's public extension point, a TreeBuilder: it lets lxml
parse the text, reads what the head and the scripts say, drops elements nobody reads, and hands bs4 a tree whose Tags
are made when somebody looks at them. What it keeps has the texts of stock BeautifulSoup with lxml (bench and tests
hold it to that).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from lxml import etree

from chronicle.clean.lazytree import LazyTree

UNSEEN = (
    "script", "style", "svg", "iframe", "object", "embed", "canvas", "audio", "video", "map",
    "select", "datalist", "math", "link", "base", "param", "applet",
)  # fmt: skip
"""Elements without words of the page: dropped with all they hold, tails kept."""

UNRENDERED = ("noscript", "template")
"""Elements that a browser with scripts does not show: dropped too, unless a page has nothing else."""

MENU = "chronicle-menu"
READ_IN_MENUS = ("p", "h1", "article", "main", "time")
"""A nav that holds one of these was left unclosed, or holds more than a menu; any other is dropped."""

MAX_TAGS = 100_000  # ten times the largest article in the training sets


_PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True)


class TooDeep(Exception):
    """The markup is nested deeper, or has more tags, than any page that people read."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parse: the pruned tree, as lxml's elements and as a soup of lazy Tags, and what head and scripts say."""

    root: etree._Element | None
    tree: LazyTree
    json_ld: tuple[str, ...]
    meta: tuple[tuple[str, str], ...]
    title_tag: str | None
    canonical: str | None
    html_lang: str | None


class PrunedBuilder(HTMLTreeBuilder):
    """bs4 TreeBuilder over lxml that never makes a Tag for what nobody reads."""

    NAME = "chronicle-pruned"
    ALTERNATE_NAMES = ()
    features = (NAME,)
    is_xml = False

    def __init__(self, unseen: tuple[str, ...] = UNSEEN + UNRENDERED) -> None:
        super().__init__(multi_valued_attributes={})
        self.unseen = unseen
        self.root: etree._Element | None = None
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
        """Parse, read the head, prune."""
        root = _lxml_tree(markup)
        if root is None:
            return
        self._read_head(root)
        for menu in root.iter("nav"):
            if next(menu.iter(*READ_IN_MENUS), None) is None:
                menu.tag = MENU
        etree.strip_elements(root, MENU, *self.unseen, with_tail=False)
        self.root = root

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


def parse(html: str | bytes, *, unrendered: bool = False) -> Parsed:
    """Parse HTML, text or its UTF-8 bytes; ``unrendered`` keeps what stands in noscript and template.

    Raises TooDeep for markup with more than MAX_TAGS tags.
    """
    markup = html.encode("utf-8", "replace") if isinstance(html, str) else html
    tags = int(np.count_nonzero(np.frombuffer(markup, dtype=np.uint8) == ord("<")))  # quicker than bytes.count
    if tags > MAX_TAGS * 2:  # an opening and a closing tag each
        raise TooDeep(f"The page has {tags:,} tags; no article has more than {MAX_TAGS * 2:,}.")
    builder = PrunedBuilder(UNSEEN if unrendered else UNSEEN + UNRENDERED)
    soup = BeautifulSoup(b"<html>" if markup.isspace() or not markup else markup, builder=builder)
    tree = LazyTree(builder.root, soup)
    return Parsed(
        builder.root, tree, builder.json_ld, builder.meta, builder.title_tag, builder.canonical, builder.html_lang
    )


def _lxml_tree(markup: str | bytes) -> etree._Element | None:
    try:
        return etree.fromstring(markup, _PARSER)
    except etree.XMLSyntaxError:
        return None  # there is no markup in it
