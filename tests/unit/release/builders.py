"""Small whole sets of release tables, by the facts a test cares about."""

import datetime as dt
from decimal import Decimal

import polars as pl

from chronicle import schema
from chronicle.release.package import Position

POSITION = Position(seq=3, digest="d" * 64, recorded_at="2026-01-02T03:04:05.000000+00:00")
VERSIONS = {"clean": "1"}
NO_CAUSES = pl.DataFrame(
    schema=dict.fromkeys(("table", "key", "field", "kind", "cause_entry_id", "actor", "why"), pl.String)
)
TEXT = "The town of Ilm opened a lab. It cost 5 million yuan."


def article(page: str, text: str = TEXT) -> dict[str, object]:
    return {
        "article_id": f"article-{page}", "page_id": page, "page_uri": f"inbox:{page}.html", "site": None, "url": None,
        "title": "A lab opens", "published": "2024-05-02", "published_kind": "published", "author": None,
        "source": None, "lang": "en", "text": text, "story_id": f"article-{page}", "is_canonical": True,
        "captured_at": dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC), "body_sha256": "b" * 64,
    }  # fmt: skip


def event(event_id: str, title: str = "A lab opens", date_start: str | None = "2024-05-01") -> dict[str, object]:
    return {
        "event_id": event_id, "type": "facility", "status": "occurred", "title": title, "date": date_start,
        "date_start": date_start, "date_end": date_start, "date_precision": "day" if date_start else "unknown",
        "date_basis": "explicit", "planned": None, "industries": [], "programmes": [], "story_count": 1,
        "source_count": 1, "first_published": "2024-05-02", "confidence": 0.9, "conflicts": [],
    }  # fmt: skip


def source(event_id: str, mention_id: str, page: str) -> dict[str, object]:
    return {
        "event_id": event_id, "mention_id": mention_id, "article_id": f"article-{page}", "type": "facility",
        "status": "occurred", "date": "2024-05-01", "salience": "main", "confidence": 0.9, "quote": TEXT[:29],
        "start": 0, "end": 29,
    }  # fmt: skip


def quantity(event_id: str, mention_id: str, page: str) -> dict[str, object]:
    return {
        "event_id": event_id, "mention_id": mention_id, "article_id": f"article-{page}", "value": Decimal(5000000),
        "value_max": None, "unit": "CNY", "what": None, "kind": "money", "qualifier": "exact", "currency": "CNY",
        "period": None, "deadline": None, "is_target": False, "surface": "5 million yuan", "start": 38, "end": 52,
    }  # fmt: skip


def tables(
    events: list[dict[str, object]], sources: list[dict[str, object]], pages: list[str]
) -> dict[str, pl.DataFrame]:
    """All tables but ``changes``; each source also brings one quantity."""
    rows = {
        "events": events,
        "event_sources": sources,
        "event_quantities": [
            quantity(str(s["event_id"]), str(s["mention_id"]), str(s["article_id"]).removeprefix("article-"))
            for s in sources
        ],
        "articles": [article(page) for page in pages],
    }
    return {
        name: pl.DataFrame(rows.get(name, []), schema=schema.dtypes(table))
        for name, table in schema.TABLES.items()
        if name != "changes"
    }


def one_event() -> dict[str, pl.DataFrame]:
    return tables([event("m1")], [source("m1", "m1", "p1")], ["p1"])
