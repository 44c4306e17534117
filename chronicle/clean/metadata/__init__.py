"""Metadata of one page: title, date, author, source and language, each with where it came from."""

from types import MappingProxyType

from chronicle.clean.metadata import jsonld, language, stamps
from chronicle.clean.metadata.record import Metadata
from chronicle.clean.page import Page


def read(page: Page) -> Metadata:
    """The page's metadata, settled between what it declares and what it shows. Never raises."""
    linked = jsonld.read(page.json_ld)
    meta = dict(reversed(page.meta))
    title = meta.get("og:title") or next(iter(linked.headlines), None) or page.title_tag
    stamp = next((s for text in linked.published if (s := stamps.parse(text))), None)
    text = "\n".join(page.lines[i].text for i in page.main)
    origins = {"title": "meta"} if title else {}
    return Metadata(
        title=title,
        published=stamps.in_zone(stamp, page.timezone).edtf if stamp else None,
        published_kind="published" if stamp else None,
        author=", ".join(linked.authors) or None,
        source=meta.get("og:site_name") or next(iter(linked.publishers), None),
        lang=language.identify(text, page.html_lang),
        url=page.url or page.canonical,
        origins=MappingProxyType(origins),
    )
