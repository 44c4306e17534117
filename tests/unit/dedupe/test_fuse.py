from typing import Any

import polars as pl
import pytest

from chronicle import schema
from chronicle.dedupe import stories
from chronicle.dedupe.fuse import fuse
from tests.unit.dedupe.tables import event_frames, own_stories

Row = dict[str, Any]
QUOTE = "The park opened."


def fused(rows: list[Row], story_of: dict[int, int] | None = None, published: dict[int, str] | None = None) -> Row:
    """The one event of all rows."""
    mentions, *_ = event_frames([{"article": n, "quote": QUOTE} | row for n, row in enumerate(rows)])
    table = own_stories(mentions)
    names = {f"a{article:05d}": f"a{story:05d}" for article, story in (story_of or {}).items()}
    table = table.with_columns(story_id=pl.col("article_id").replace(names))
    days = {f"a{article:05d}": day for article, day in (published or {}).items()}
    articles = table.select(
        "article_id", published=pl.col("article_id").replace_strict(days, default=None, return_dtype=pl.String)
    )
    event_of = mentions.select("mention_id", event_id=pl.lit("m000"))
    frame = fuse(mentions, event_of, table, articles)
    schema.Events.validate(frame)
    return frame.row(0, named=True)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2021", "2021-03-05", "2021-03"], "2021-03-05"),
        (["2021-03-06", "2021-03-05", "2021-03-05"], "2021-03-05"),
        (["2021-03", "2021-03", "2021-07-15"], "2021-03"),
        (["2021-03-06", "2021-03-05"], "2021-03-06"),
        ([None, "2021-03"], "2021-03"),
        ([None, None], None),
    ],
    ids=["most specific", "most stories", "a day against a month", "tie: the first", "one knows", "none knows"],
)
def test_the_most_specific_date_backed_by_most_stories(dates: list[str | None], expected: str | None) -> None:
    row = fused([{"date": date} for date in dates])
    assert row["date"] == expected
    assert row["date_precision"] == {10: "day", 7: "month", None: "unknown"}[expected and len(expected)]


def test_copies_of_one_text_have_one_vote() -> None:
    rows = [{"type": "agreement"}] + [{"type": "funding"}] * 3 + [{"type": "agreement"}]
    assert fused(rows, story_of={1: 1, 2: 1, 3: 1})["type"] == "agreement"
    assert fused(rows)["type"] == "funding"


def test_what_happened_wins_over_what_was_planned() -> None:
    row = fused([{"status": "planned"}, {"status": "planned"}, {"status": "occurred"}])
    assert row["status"] == "occurred"
    assert row["conflicts"] == ["status: occurred | planned"]


def test_the_title_comes_from_where_the_event_is_the_main_thing() -> None:
    rows = [{"title": "In passing", "salience": "background"}, {"title": "Told at length", "salience": "main"}]
    assert fused(rows)["title"] == "Told at length"


def test_disagreement_is_named_and_vagueness_is_none() -> None:
    row = fused([{"date": "2021-03-05", "planned": "2025"}, {"date": "2021", "planned": "2025-06"}])
    assert row["conflicts"] == []
    row = fused([{"date": "2021-03-05", "type": "award"}, {"date": "2021-03-09", "type": "ip"}])
    assert row["conflicts"] == ["date: 2021-03-05 | 2021-03-09", "type: award | ip"]


def test_counts_lists_and_first_publication() -> None:
    rows = [{"industries": ["optics"], "programmes": ["Torch"]}, {"industries": ["chips", "optics"]}, {}]
    row = fused(rows, story_of={2: 1}, published={0: "2021-04-01", 1: "2021-03-08", 2: "XXXX-01-01"})
    assert (row["story_count"], row["source_count"]) == (2, 3)
    assert row["industries"] == ["chips", "optics"]
    assert row["programmes"] == ["Torch"]
    assert row["first_published"] == "2021-03-08"


def test_no_mentions_make_no_rows() -> None:
    mentions, *_ = event_frames([])
    nothing = pl.DataFrame(schema={"mention_id": pl.String, "event_id": pl.String})
    articles = pl.DataFrame(schema={"article_id": pl.String, "published": pl.String})
    frame = fuse(mentions, nothing, pl.DataFrame(schema=stories.STORY), articles)
    assert dict(frame.schema) == schema.dtypes(schema.Events)
    assert frame.height == 0


def test_rows_do_not_depend_on_the_order_of_mentions() -> None:
    mentions, *_ = event_frames(
        [
            {"article": n % 5, "quote": QUOTE, "date": f"2021-0{1 + n % 3}", "type": ["ip", "award"][n % 2]}
            for n in range(12)
        ]
    )
    event_of = mentions.select("mention_id", event_id=pl.col("mention_id").str.slice(0, 3))
    table = own_stories(mentions)
    articles = table.select("article_id", published=pl.lit("2021"))
    forwards = fuse(mentions, event_of, table, articles)
    assert fuse(mentions.reverse(), event_of.reverse(), table.reverse(), articles.reverse()).equals(forwards)
