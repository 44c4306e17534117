"""Author and source, settled between the bylines the page shows and what it declares."""

import re

from chronicle.clean.metadata import labels, metatags, names
from chronicle.clean.metadata.jsonld import Linked
from chronicle.clean.metadata.labels import kind_of, words
from chronicle.clean.metadata.likeness import is_domain
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

SOURCE_ORDER = ("label", "issuer", "republished", "link", "by", "part", "dateline")
HEAD_LINES = 15
LOGO_WORDS = frozenset(("logo", "brand", "sitename", "masthead"))
FOOTER_LINES, MAX_FOOTER, MAX_OPERATOR = 15, 300, 60  # lines; characters; characters
SITE_FIELDS = ("og:site_name", "sitename", "site_name", "site-name", "website", "application-name")
STRONG = ("label", "by", "class")

_ADDRESS = re.compile(r"^(?:https?:)?//|^www\.|/")


_RUN_BY = re.compile(
    "(?:"
    + "|".join(re.escape(w) for w in labels.table()["operator"])
    + r")[\s:：]+([^\s:：|｜,，;；©(（][^:：|｜,，;；©(（]{1,59}?)(?=\s{2,}|\s[^\x00-\x7f]|[:：|｜,，;；©(（.]|$)",
    re.IGNORECASE,
)


_RESERVED = r"(?=\s*(?:[.,;|｜，。；©·∙•-]|all\srights|reserved|powered|tel\b|icp|版权|[^\x00-\x7f]*ICP|\(|$))"
_YEARS = r"(?:19|20)\d\d(?:\s?[-–—~至]\s?(?:(?:19|20)\d\d|now|present|今))?"
_COPYRIGHT = re.compile(
    rf"(?:copyrights?|©|\(c\))[\s:：©,]*(?:\(c\)\s*)?(?:{_YEARS})?[\s,.]*(?:by\s)?(?!all\srights|reserved|powered|copyright)"
    rf"([^\W\d_](?:(?!all\srights|\s(?:19|20)\d\d)[^.,;:：|｜，。；©()·∙•]){{1,59}}?){_RESERVED}",
    re.IGNORECASE,
)
_COPYRIGHT_HAN = re.compile(r"(?:^|[\s　|｜])([\u3400-\u9fff]{2,30}?)[\s　]*(?:版权所有|保留所有权利)")


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
    below = [a for a in shown.authors if a.place != "above"]
    visible = below or shown.authors
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
    logo = _logo(page)
    if logo is not None:
        return Found(logo, "logo")
    operator = _operator(page)
    if operator is not None:
        return Found(operator, "footer")
    host = host_of(page.url or page.canonical)
    return Found(host, "address") if host else None


def _logo(page: Page) -> str | None:
    """The words of the site's logo at the head of the page."""
    for line in page.lines[:HEAD_LINES]:
        if len(line.text) <= MAX_OPERATOR and not LOGO_WORDS.isdisjoint(line.hints) and names.looks_personal(line.text):
            return line.text
    return None


def _operator(page: Page) -> str | None:
    """Who runs the site, as its footer says: after 主办单位 or "Sponsored by", else whose copyright it is."""
    footer = [
        line.text
        for line in page.lines[-FOOTER_LINES:]
        if len(line.text) <= MAX_FOOTER and not any(w in line.text.lower() for w in words("maker"))
    ]
    for pattern in (_RUN_BY, _COPYRIGHT, _COPYRIGHT_HAN):
        for text in footer:
            match = pattern.search(text)
            name = match[1].strip(" .,:：-–—|·®™") if match is not None else ""
            if 2 <= len(name) <= MAX_OPERATOR and (names.looks_personal(name) or name.islower()):
                return name
    return None
