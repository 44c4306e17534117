"""Values to table rows: an article, a page that is none, a mention and what hangs on it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Context, Decimal
from typing import Any
from urllib.parse import urlsplit

from chronicle.clean.article import Article, NotArticle
from chronicle.digest import derive
from chronicle.extract.records import Mention
from chronicle.line.captures import Capture

DECIMAL_PLACES = Decimal("0.000000001")  # Decimal(38, 9), the Parquet type of a quantity
LARGEST = 1e29  # what Decimal(38, 9) holds; nothing people count is larger
_WIDE = Context(prec=60)
_SPACE = re.compile(r"\s+")

Row = dict[str, Any]


def article_row(capture: Capture, article: Article) -> Row:
    """A ``schema.StagedArticles`` row."""
    page_id = capture.entry.page_id or ""
    url = article.url or capture.url
    return {
        "article_id": derive("article", page_id, capture.body_sha256),
        "page_id": page_id,
        "seq": capture.entry.seq,
        "page_uri": capture.page_uri,
        "site": urlsplit(url).hostname if url else None,
        "url": url,
        "title": article.title,
        "published": article.published,
        "published_kind": article.published_kind,
        "author": article.author,
        "source": article.source,
        "lang": article.lang,
        "text": article.text,
        "captured_at": capture.entry.recorded_at,
        "body_sha256": capture.body_sha256,
    }


def not_article_row(capture: Capture, refused: NotArticle) -> Row:
    """A ``schema.NotArticles`` row."""
    return {
        "seq": capture.entry.seq,
        "page_id": capture.entry.page_id or "",
        "page_uri": capture.page_uri,
        "reason": refused.reason.value,
        "detail": refused.detail,
    }


def to_article(row: Mapping[str, Any]) -> Article:
    """The article of a staged row, for extraction."""
    return Article(**{name: row[name] for name in _ARTICLE_FIELDS})


_ARTICLE_FIELDS = ("text", "title", "published", "published_kind", "author", "source", "lang", "url")


def normalised_quote(quote: str) -> str:
    """The quote as ids see it: NFKC, case folded, single spaces; so white space and width never make a new id."""
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", quote)).strip().casefold()


class MentionRows:
    """Rows of ``schema.StagedMentions`` and of the child tables in staging, filled article by article."""

    def __init__(self) -> None:
        self._mentions: list[Row] = []
        self._places: list[Row] = []
        self._actors: list[Row] = []
        self._quantities: list[Row] = []
        self._faults: list[Row] = []

    def parts(self) -> tuple[list[Row], ...]:
        """The rows: mentions, places, actors, quantities, faults."""
        return self._mentions, self._places, self._actors, self._quantities, self._faults

    def add_fault(self, article: Mapping[str, Any], failed: NotArticle) -> None:
        """Note that a staged article gave nothing because extraction failed on it."""
        where = {name: article[name] for name in ("seq", "page_id", "page_uri")}
        self._faults.append(where | {"reason": failed.reason.value, "detail": failed.detail})

    def add(self, article: Mapping[str, Any], found: Sequence[Mention]) -> None:
        """Add the mentions of one staged article.

        A quote that stands more than once (two acts in one sentence, a sentence said twice) is numbered in text order.
        """
        told: Counter[str] = Counter()
        for mention in found:
            quote = normalised_quote(mention.quote)
            told[quote] += 1
            ordinal = (str(told[quote]),) if told[quote] > 1 else ()
            ids = {
                "mention_id": derive("mention", article["page_id"], quote, *ordinal),
                "article_id": article["article_id"],
            }
            self._mentions.append(_mention_row(ids, article, mention))
            self._add_children(ids, article["text"], mention)

    def _add_children(self, ids: Row, text: str, mention: Mention) -> None:
        for placed in _distinct(mention.places, lambda p: (p.place.start, p.place.end)):
            place = placed.place
            self._places.append(
                {
                    **ids,
                    "role": placed.role,
                    "name": place.name,
                    "level": place.level,
                    "adcode": place.adcode,
                    "iso3166_2": place.iso3166_2,
                    "admin1": place.admin1,
                    "country": place.country,
                    "lat": place.lat,
                    "lon": place.lon,
                    "confidence": place.confidence,
                    **_span(text, place.start, place.end),
                }
            )
        for actor in _distinct(mention.actors, lambda a: (a.name, a.start, a.end)):
            self._actors.append(
                {
                    **ids,
                    "name": actor.name,
                    "kind": actor.kind,
                    "role": actor.role,
                    "title": actor.title,
                    "organisation": actor.organisation,
                    **_span(text, actor.start, actor.end),
                }
            )
        for aimed in _distinct(mention.quantities, lambda q: (q.quantity.start, q.quantity.end)):
            quantity = aimed.quantity
            if not (_fits(quantity.value) and _fits(quantity.value_max)):
                continue
            self._quantities.append(
                {
                    **ids,
                    "value": _decimal(quantity.value),
                    "value_max": None if quantity.value_max is None else _decimal(quantity.value_max),
                    "unit": quantity.unit,
                    "what": quantity.what,
                    "kind": quantity.kind,
                    "qualifier": quantity.qualifier,
                    "currency": quantity.currency,
                    "period": quantity.period,
                    "deadline": aimed.deadline,
                    "is_target": aimed.is_target,
                    **_span(text, quantity.start, quantity.end),
                }
            )


def _mention_row(ids: Row, article: Mapping[str, Any], mention: Mention) -> Row:
    return {
        **ids,
        "page_id": article["page_id"],
        "seq": article["seq"],
        "type": mention.type,
        "status": mention.status,
        "salience": mention.salience,
        "title": mention.title,
        "date": mention.date,
        "date_start": mention.date_start,
        "date_end": mention.date_end,
        "date_precision": mention.date_precision,
        "date_basis": mention.date_basis,
        "planned": mention.planned,
        "industries": sorted(set(mention.industries)),
        "programmes": sorted(set(mention.programmes)),
        "confidence": mention.confidence,
        "quote": mention.quote,
        "start": mention.start,
        "end": mention.end,
        "parent": mention.parent,
    }


def _span(text: str, start: int, end: int) -> Row:
    return {"surface": text[start:end], "start": start, "end": end}


def _decimal(value: float) -> Decimal:
    return Decimal(repr(value)).quantize(DECIMAL_PLACES, context=_WIDE)


def _fits(value: float | None) -> bool:
    return value is None or abs(value) < LARGEST


def _distinct(items: Sequence[Any], key: Any) -> list[Any]:
    return list({key(item): item for item in reversed(items)}.values())[::-1]
