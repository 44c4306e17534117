"""Author and source, settled between the bylines the page shows and what it declares."""

import re

from chronicle.clean.metadata import metatags, names, sitename
from chronicle.clean.metadata.jsonld import Linked
from chronicle.clean.metadata.labels import kind_of, words
from chronicle.clean.metadata.likeness import is_body, is_domain, is_medium, names_site
from chronicle.clean.metadata.pieces import host_of
from chronicle.clean.metadata.record import Bylines, Found
from chronicle.clean.metadata.titles import Title, tokens
from chronicle.clean.page import Page

AUTHOR_NAMES = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
    "citation_author", "cxenseparse:author", "og:article:author", "authors", "article:author_name", "article.author",
    "dc.contributor", "creator", "twitter:data1",
)  # fmt: skip
SOURCE_NAMES = (
    "source",
    "contentsource",
    "article:source",
    "dc.source",
    "copyrightholder",
    "original-source",
    "syndication-source",
    "mediaid",
)

PUBLISHER_NAMES = ("dcterms.publisher", "dc.publisher", "publisher", "copyright", "dcterms.rightsholder")

SOURCE_ORDER = ("label", "issuer", "republished", "link", "by", "part", "dateline")
SITE_FIELDS = ("og:site_name", "sitename", "site_name", "site-name", "website", "application-name")
STRONG = ("label", "by", "class")

_COPYRIGHT_SIGN = re.compile(
    r"copyrights?|©|\(c\)|(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?|all rights reserved", re.IGNORECASE
)
_ADDRESS = re.compile(r"^(?:https?:)?//|^www\.|/")


def site_names(page: Page, linked: Linked) -> tuple[str, ...]:
    """Names of the site, most telling first; the host comes last."""
    found = [
        *(metatags.first(page.meta, field) for field in SITE_FIELDS),
        *linked.sites[:1],
        *linked.publishers[:1],
        host_of(page.url or page.canonical),
    ]
    return tuple(dict.fromkeys(name for name in found if name))


def author(page: Page, linked: Linked, shown: Bylines) -> Found | None:
    """Who wrote the article, as printed.

    A shown byline that holds all declared names wins, then a shown one with a label, then declared persons, then what
    else is shown, then declared organisations.
    """
    people, desks = _declared_authors(page, linked)
    issuers = {s.text for s in shown.sources if not words("body").isdisjoint(s.text.lower().split())}
    signed = [a for a in shown.authors if a.how != "bare" or a.text not in issuers]
    below = [a for a in signed if a.place != "above"]
    visible = below or signed
    for declared in people[:1]:
        wanted = set(tokens(declared.value))
        for name in visible:
            if wanted <= set(tokens(name.text)):
                return Found(name.text, "byline")
    strong = [Found(a.text, "byline") for a in below if a.place != "tail" and a.how in STRONG]
    weak = [Found(a.text, "byline") for a in visible]
    return next(iter((*strong, *people, *weak, *desks)), None)


def _declared_authors(page: Page, linked: Linked) -> tuple[list[Found], list[Found]]:
    """Declared persons and organisations, the most trusted first."""
    people: list[Found] = []
    desks: list[Found] = []
    pairs = [(_plain_name(n), kind) for n, kind in zip(linked.authors, linked.author_kinds, strict=True)]
    for wanted, into in ((False, people), (True, desks)):
        many = [n for n, kind in pairs if n is not None and (kind == "Organization") is wanted]
        if many:
            into.append(Found(names.join(many), "json-ld"))
    for meta_name in AUTHOR_NAMES:
        contents = metatags.by_name(page.meta).get(meta_name, ())
        kept = [name for content in contents if (name := _plain_name(content)) is not None]
        if kept and all(names.looks_personal(n) or meta_name == "author" for n in kept):
            people.append(Found(names.join(kept), f"meta:{meta_name}"))
    return people, desks


def _plain_name(text: str) -> str | None:
    """A declared name, or None for addresses, placeholders and names that begin with a comma."""
    if _ADDRESS.search(text) or text.lstrip().startswith(","):
        return None
    name = names.printed(text)
    return None if name is None or name.count(".") > 3 or any(c.isdigit() for c in name) else name


def source(page: Page, linked: Linked, shown: Bylines, title: Title) -> Found | None:
    """Who published the article as the page says; else the site's name; else its host."""
    for credit in sorted(shown.sources, key=lambda s: (SOURCE_ORDER.index(s.how), is_domain(s.text))):
        if not names.is_nobody(credit.text) and credit.text.lower() not in words("itself"):
            return Found(credit.text, "byline")
    for wanted in SOURCE_NAMES:
        value = metatags.first(page.meta, wanted)
        if value and not _ADDRESS.search(value):
            return Found(value, f"meta:{wanted}")
    for field in SITE_FIELDS[:-1]:
        value = metatags.first(page.meta, field)
        if value:
            return Found(value, f"meta:{field}")
    for publisher in linked.publishers[:1]:
        return Found(publisher, "json-ld")
    if title.site and kind_of(title.site) is None and title.site.lower() not in words("placeholder"):
        return Found(title.site, "title-tag")
    for name in linked.sites[:1]:
        return Found(name, "json-ld")
    for wanted in PUBLISHER_NAMES:
        value = _COPYRIGHT_SIGN.sub("", metatags.first(page.meta, wanted) or "").strip(" .,")
        if value and not _ADDRESS.search(value) and names.looks_personal(value):
            return Found(value, f"meta:{wanted}")
    desk = metatags.first(page.meta, "author")
    if desk and (is_medium(desk, desk, (), True) or is_body(desk) or (not desk.isascii() and names_site(desk))):
        return Found(desk, "meta:author")
    shown_name = sitename.shown(page)
    if shown_name is not None:
        return shown_name
    account = (metatags.first(page.meta, "twitter:site") or "").lstrip("@")
    host = host_of(page.url or page.canonical)
    if account.isidentifier() and host is None:
        return Found(account, "meta:twitter:site")
    return Found(host, "address") if host else None
