"""Metadata of one page: title, date, author, source and language, each with where it came from."""

from types import MappingProxyType

from chronicle.clean.metadata import bylines, credit, jsonld, language, published, titles
from chronicle.clean.metadata.record import Metadata
from chronicle.clean.page import Page


def read(page: Page) -> Metadata:
    """The page's metadata, settled between what it declares and what it shows."""
    linked = jsonld.read(page.json_ld)
    sites = credit.site_names(page, linked)
    title = titles.choose(page, linked, sites)
    shown = bylines.read(page, title.lines, sites)
    date = published.choose(page, linked, shown.dates)
    author = credit.author(page, linked, shown)
    source = credit.source(page, linked, shown, title)
    consumed = frozenset(shown.consumed.union(title.lines))
    text = "\n".join(page.lines[i].text for i in page.main if i not in consumed)
    lang = language.identify(text, page.html_lang)
    origins = {
        "title": title.origin if title.text else None,
        "published": date.origin if date else None,
        "author": author.origin if author else None,
        "source": source.origin if source else None,
        "lang": "text" if lang else None,
    }
    return Metadata(
        title=title.text,
        published=date.edtf if date else None,
        published_kind=date.kind if date else None,
        author=author.value if author else None,
        source=source.value if source else None,
        lang=lang,
        url=page.url or page.canonical,
        origins=MappingProxyType({name: origin for name, origin in origins.items() if origin}),
        consumed=consumed,
    )
