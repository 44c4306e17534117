"""Addresses of pages, out of feeds, sitemaps and listing pages; in the order in which they stand there, each once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree, html

from chronicle.capture.address import joined, site
from chronicle.capture.expand import expanded
from chronicle.errors import BadInput

LARGEST_SITEMAP = 50_000_000  # bytes unpacked; the sitemap protocol's own limit
SKIPPED = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|css|js|json|pdf|docx?|xlsx?|pptx?|wps|zip|rar|7z|gz|mp[34]|avi|mov|exe|apk)$",
    re.IGNORECASE,
)
"""Endings of addresses that are no pages."""


@dataclass(frozen=True, slots=True)
class Link:
    """A page that something points to, and what it calls it."""

    address: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What a sitemap names: pages, and further sitemaps."""

    pages: tuple[Link, ...]
    sitemaps: tuple[str, ...]


def feed(body: bytes, base: str) -> tuple[Link, ...]:
    """The items of an RSS, RDF or Atom feed. Raises BadInput for what is none."""
    root = _xml(body)
    if root is None or _local(root) not in ("rss", "RDF", "feed"):
        raise BadInput("is no RSS or Atom feed")
    return _links((_item(item) for item in root.iter("{*}item", "{*}entry")), base)


def sitemap(body: bytes, base: str) -> Sitemap:
    """The pages and sitemaps that a sitemap names: XML, packed or not, or one address a line. Raises BadInput."""
    if body.startswith(b"\x1f\x8b"):
        body = expanded([body], "gzip", LARGEST_SITEMAP)
    if re.match(rb"(?:\xef\xbb\xbf)?\s*https?://", body):
        lines = body.decode("utf-8", "replace").lstrip("\ufeff").split()
        return Sitemap(_links(((line, None) for line in lines), base), ())
    root = _xml(body)
    if root is None or _local(root) not in ("urlset", "sitemapindex"):
        raise BadInput("is no sitemap")
    links = _links(((_text(entry, "loc"), None) for entry in root.iterchildren(tag=etree.Element)), base)
    if _local(root) == "urlset":
        return Sitemap(links, ())
    return Sitemap((), tuple(link.address for link in links))


def matching(links: Iterable[Link], match: str | None) -> tuple[Link, ...]:
    """The links whose address contains the regular expression; all if there is none."""
    return tuple(link for link in links if match is None or re.search(match, link.address))


def listing(body: bytes, base: str, match: str | None = None) -> tuple[Link, ...]:
    """The pages that a page links to: those whose address contains ``match``, else those on the same site."""
    try:
        document = html.document_fromstring(body, parser=html.HTMLParser(no_network=True))
    except (etree.ParserError, ValueError) as error:
        raise BadInput("is no page with links") from error
    declared = document.find(".//base[@href]")
    start = str(declared.get("href")) if declared is not None else ""
    try:
        start = joined(start, base) if start else base
    except BadInput:
        start = base
    links = _links(((anchor.get("href"), _squeezed(anchor.text_content())) for anchor in document.iter("a")), start)
    wanted = re.compile(match) if match else None
    return tuple(
        link
        for link in links
        if link.address != base
        and not SKIPPED.search(link.address.partition("?")[0])
        and (wanted.search(link.address) if wanted else site(link.address) == site(base))
    )


def _xml(body: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        return etree.fromstring(body.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _local(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _item(item: etree._Element) -> tuple[str | None, str | None]:
    links = [link for link in item.iterchildren("{*}link") if link.get("rel") in (None, "alternate")]
    address = next((link.get("href") or link.text for link in links if link.get("href") or link.text), None)
    permalink = item.find("{*}guid")
    if address is None and permalink is not None and permalink.get("isPermaLink") != "false":
        address = permalink.text
    return address, _squeezed(_text(item, "title") or "")


def _text(element: etree._Element, name: str) -> str | None:
    child = element.find(f"{{*}}{name}")
    return None if child is None else "".join(child.itertext()).strip()


def _squeezed(text: str) -> str | None:
    return " ".join(text.split()) or None


def _links(found: Iterable[tuple[str | None, str | None]], base: str) -> tuple[Link, ...]:
    seen: dict[str, Link] = {}
    for address, title in found:
        if not address or not address.strip():
            continue
        try:
            form = joined(address, base)
        except BadInput:
            continue  # mailto:, javascript: and the like
        known = seen.get(form)  # an image often links first, the headline after it
        seen[form] = Link(form, known.title or title if known else title)
    return tuple(seen.values())
