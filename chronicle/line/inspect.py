"""What would be extracted from a page, and from which words; writes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chronicle.capture import inbox
from chronicle.capture.address import page_id
from chronicle.capture.night import fetch_now
from chronicle.clean import clean
from chronicle.clean.article import Article, NotArticle, NotArticleReason
from chronicle.clean.explain import explain as explain_blocks
from chronicle.clean.explain import explained
from chronicle.extract import extract
from chronicle.extract.explain import explain as explain_extraction
from chronicle.extract.records import Mention
from chronicle.journal.entry import Draft, EntryType
from chronicle.line.captures import DEFAULT_MEDIA_TYPE, Capture
from chronicle.line.why import find_page, is_address
from chronicle.line.workplace import Workplace

WITHOUT_A_BODY = {EntryType.PAGE_GONE: "its server says that it is gone or was never there"}


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a page and what was said of them: the arguments of cleaning."""

    body: bytes
    media_type: str
    charset: str | None
    url: str | None
    timezone: str | None


@dataclass(frozen=True, slots=True)
class Inspected:
    """One page: its name, its bytes (None if it was refused), its article or why it is none, and its mentions."""

    page: str
    source: Source | None
    result: Article | NotArticle
    mentions: tuple[Mention, ...]

    @property
    def article(self) -> Article | None:
        """The article, if the page is one."""
        return self.result if isinstance(self.result, Article) else None


def look(place: Workplace, page: str) -> Iterator[Inspected]:
    """What would be extracted from a file, every file of a folder, or a page: the journal's, else fetched now.

    Writes nothing.

    Raises:
        WrongCall: neither a file nor a page of the journal has this name, or several pages have.
        BadInput: it looks like an address but is none.
    """
    if page and Path(page).exists():
        for draft in inbox.read([Path(page)], sources=place.known_sources(), clock=place.clock):
            yield _from_draft(draft)
        return
    if is_address(page) and not any(entry.body for entry in place.journal().history(page_id(page))):
        for draft in fetch_now(place.journal(), [page], place.known_sources()):
            yield _from_draft(draft)
        return
    entry = find_page(place, page)
    capture = Capture(entry)
    body = place.journal().body(entry)
    source = Source(body, capture.media_type, capture.charset, capture.url, capture.timezone)
    yield _inspected(capture.page_uri, source)


def _from_draft(draft: Draft) -> Inspected:
    page = str(draft.private.get("page_uri", ""))
    if draft.content is None:
        told = str(draft.private.get("reason") or f"{page}: {WITHOUT_A_BODY.get(draft.type, draft.type)}.")
        refused = NotArticle(NotArticleReason.NOT_TEXT, told)
        return Inspected(page.removeprefix("inbox:"), None, refused, ())
    content = draft.content
    url = page if is_address(page) else None
    media_type = content.media_type or DEFAULT_MEDIA_TYPE
    return _inspected(page, Source(content.data, media_type, content.charset, url, draft.data.get("timezone")))


def _inspected(page: str, source: Source) -> Inspected:
    result = clean(
        source.body,
        media_type=source.media_type,
        charset=source.charset,
        url=source.url,
        timezone=source.timezone,
    )
    mentions = extract(result) if isinstance(result, Article) else ()
    return Inspected(page.removeprefix("inbox:"), source, result, mentions)


def as_json(found: Inspected) -> dict[str, Any]:
    """The page as one JSON object: ``page``, ``article`` (null if none) and ``events``."""
    article = found.article
    if article is None:
        reason = found.result.detail if isinstance(found.result, NotArticle) else None
        return {"page": found.page, "article": None, "events": [], "reason": reason}
    return {
        "page": found.page,
        "article": {
            "title": article.title,
            "published": article.published,
            "published_kind": article.published_kind,
            "author": article.author,
            "source": article.source,
            "lang": article.lang,
            "text": article.text,
        },
        "events": [_event(mention, article.text) for mention in found.mentions],
    }


def _event(mention: Mention, text: str) -> dict[str, Any]:
    return {
        "type": mention.type,
        "status": mention.status,
        "salience": mention.salience,
        "title": mention.title,
        "quote": mention.quote,
        "start": mention.start,
        "end": mention.end,
        "date": mention.date,
        "date_precision": mention.date_precision,
        "date_basis": mention.date_basis,
        "planned": mention.planned,
        "confidence": mention.confidence,
        "industries": list(mention.industries),
        "programmes": list(mention.programmes),
        "parent": mention.parent,
        "places": [
            {
                "name": p.place.name,
                "role": p.role,
                "level": p.place.level,
                "adcode": p.place.adcode,
                "iso3166_2": p.place.iso3166_2,
                "admin1": p.place.admin1,
                "country": p.place.country,
                "surface": text[p.place.start : p.place.end],
                "start": p.place.start,
                "end": p.place.end,
            }
            for p in mention.places
        ],
        "actors": [
            {
                "name": a.name,
                "kind": a.kind,
                "role": a.role,
                "title": a.title,
                "organisation": a.organisation,
                "surface": text[a.start : a.end],
                "start": a.start,
                "end": a.end,
            }
            for a in mention.actors
        ],
        "quantities": [
            {
                "value": q.quantity.value,
                "value_max": q.quantity.value_max,
                "unit": q.quantity.unit,
                "what": q.quantity.what,
                "kind": q.quantity.kind,
                "qualifier": q.quantity.qualifier,
                "currency": q.quantity.currency,
                "period": q.quantity.period,
                "deadline": q.deadline,
                "is_target": q.is_target,
                "surface": text[q.quantity.start : q.quantity.end],
                "start": q.quantity.start,
                "end": q.quantity.end,
            }
            for q in mention.quantities
        ],
        "why": list(mention.why),
    }


def explain(found: Inspected) -> list[str]:
    """Why the page reads as it does: kept and dropped blocks with scores, where metadata is from, which rules fired."""
    if found.source is None:
        return []
    source = found.source
    blocks = explain_blocks(source.body, media_type=source.media_type, charset=source.charset, url=source.url)
    lines = ["blocks (+ kept, - dropped; score, element, class words, text):", explained(blocks)]
    if found.article is not None:
        lines += [f"{name}: from {origin}" for name, origin in sorted(found.article.origins.items())]
        lines += explain_extraction(found.article)
    return lines
