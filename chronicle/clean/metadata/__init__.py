"""Metadata of one page: title, date, author, source and language, each with where it came from."""

from dataclasses import replace
from types import MappingProxyType

from chronicle.clean.metadata import bylines, credit, jsonld, language, plain, published, titles
from chronicle.clean.metadata.record import Metadata
from chronicle.clean.page import Page


def read(page: Page) -> Metadata:
    """The page's metadata, settled between what it declares and what it shows."""
    owner = tuple(range(len(page.lines)))
    if page.soup is None:
        page, owner = plain.unwrapped(page)
    linked = jsonld.read(page.json_ld)
    sites = credit.site_names(page, linked)
    title = titles.choose(page, linked, sites)
    shown = bylines.read(page, title.lines, sites)
    if title.origin in ("", "title-tag") or (len(titles.tokens(title.text or "")) < plain.SHORT and not title.declared):
        by_place = plain.headline(page, shown)
        if plain.better(by_place, title, page):
            title = replace(
                by_place, site=by_place.site or title.site or titles.first_part(page.title_tag, by_place.text or "")
            )
            shown = bylines.read(page, title.lines, sites)
    date = published.choose(page, linked, shown.dates, title.lines[0] if title.lines else 0)
    author = credit.author(page, linked, shown)
    source = credit.source(page, linked, shown, title)
    spent = shown.consumed.union(title.lines)
    text = "\n".join(page.lines[i].text for i in page.main if i not in spent)
    lang = language.identify(text, page.html_lang)
    kept = {owner[i] for i in range(len(owner)) if i not in spent}
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
        consumed=frozenset(i for i in map(owner.__getitem__, sorted(spent)) if i not in kept),
    )
