"""Small frames for the tests: articles from texts, mentions from a few words each."""

import datetime as dt
import random
from decimal import Decimal
from typing import Any

import polars as pl

from chronicle import schema
from chronicle.dedupe import signatures, stories

START = dt.datetime(2024, 3, 1, tzinfo=dt.UTC)
WORDS = [
    first + last
    for first in (
        "bar",
        "cor",
        "del",
        "fen",
        "gol",
        "hur",
        "jan",
        "kel",
        "lom",
        "mir",
        "nor",
        "pel",
        "ros",
        "sul",
        "tam",
    )
    for last in ("ba", "den", "fi", "gus", "ka", "lor", "min", "na", "pos", "ret", "sti", "tor", "va", "wen", "zu")
]


def prose(seed: int, words: int = 220) -> str:
    """A made-up text of sentences and paragraphs."""
    dice = random.Random(seed)  # noqa: S311 - words for tests
    sentences = [" ".join(dice.choices(WORDS, k=14)).capitalize() + "." for _ in range(max(1, words // 14))]
    return "\n".join(" ".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3))


def articles(
    texts: list[str], sites: list[str | None] | None = None, published: list[str | None] | None = None
) -> pl.DataFrame:
    """Articles in journal order, one a text."""
    count = len(texts)
    return pl.DataFrame(
        {
            "article_id": [f"a{n:05d}" for n in range(count)],
            "seq": range(1, count + 1),
            "site": sites or [f"site{n}.example" for n in range(count)],
            "published": published or [None] * count,
            "captured_at": [START + dt.timedelta(minutes=n) for n in range(count)],
            "text": texts,
        },
        schema={
            "article_id": pl.String,
            "seq": pl.Int64,
            "site": pl.String,
            "published": pl.String,
            "captured_at": pl.Datetime("us", "UTC"),
            "text": pl.String,
        },
    )


def story_of(frame: pl.DataFrame) -> list[int]:
    """For each article, in order, the position of its story's first article."""
    found = stories.assign(frame, signatures.sign(frame))
    names = dict(zip(found["article_id"], found["story_id"], strict=True))
    positions = {name: n for n, name in enumerate(frame["article_id"])}
    return [positions[names[name]] for name in frame["article_id"]]


def event_frames(
    rows: list[dict[str, Any]],
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Mentions and their children. A row: article (number), quote, and where told type, status, date, planned,
    salience, places (name, adcode or ISO 3166-2), actors (names), figures (value, currency, kind and what it counts
    where told)."""
    mentions, places, actors, figures = [], [], [], []
    for n, row in enumerate(rows):
        key = {"mention_id": f"m{n:03d}", "article_id": f"a{row['article']:05d}"}
        span = {"start": n * 100, "end": n * 100 + 9}
        date = row.get("date")
        mentions.append(
            {
                **key,
                **span,
                "page_id": f"p{row['article']}",
                "seq": row["article"] + 1,
                "type": row.get("type", "agreement"),
                "status": row.get("status", "occurred"),
                "salience": row.get("salience", "main"),
                "title": row.get("title", row["quote"]),
                "date": date,
                "date_start": date
                and (date if len(date) == 10 else f"{date}-01" if len(date) == 7 else f"{date}-01-01"),
                "date_end": date and (date if len(date) == 10 else f"{date}-28" if len(date) == 7 else f"{date}-12-31"),
                "date_precision": {10: "day", 7: "month", 4: "year", 0: "unknown"}[len(date or "")],
                "planned": row.get("planned"),
                "industries": row.get("industries", []),
                "programmes": row.get("programmes", []),
                "confidence": row.get("confidence", 0.8),
                "quote": row["quote"],
            }
        )
        places += [
            {**key, **span, "role": "venue", "name": name, "level": "prefecture", "surface": name, "confidence": 1.0}
            | (
                {"adcode": code, "admin1": f"CN-{code[:2]}", "country": "CN"}
                if code.isdecimal()
                else {"admin1": code, "country": code[:2]}
            )
            for name, code in row.get("places", [])
        ]
        actors += [{**key, **span, "name": name, "kind": "company", "surface": name} for name in row.get("actors", [])]
        figures += [
            {**key, **span, "value": Decimal(value), "currency": currency, "kind": "money" if currency else "count"}
            | {"qualifier": "exact", "is_target": False, "surface": value}
            | dict(zip(("kind", "what"), rest, strict=False))
            for value, currency, *rest in row.get("figures", [])
        ]
    return (
        pl.DataFrame(mentions, schema=schema.dtypes(schema.StagedMentions)),
        pl.DataFrame(places, schema=schema.staged(schema.EventPlaces)),
        pl.DataFrame(actors, schema=schema.staged(schema.EventActors)),
        pl.DataFrame(figures, schema=schema.staged(schema.EventQuantities)),
    )


def own_stories(mentions: pl.DataFrame) -> pl.DataFrame:
    """Stories where no article is a copy of another."""
    ids = mentions["article_id"].unique().sort()
    return pl.DataFrame({"article_id": ids, "story_id": ids, "is_canonical": [True] * len(ids)}, schema=stories.STORY)
