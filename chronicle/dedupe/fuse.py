"""From mentions of an event to its one row: the most specific value backed by most stories; disagreement is named.

For each field every mention votes with its value; copies of one text (a story) have one vote, so that a syndicated
error does not win by being repeated. More specific beats less specific, then more stories, then the earlier mention.
"""

import polars as pl

from chronicle.schema import Events, dtypes

_PRECISION_RANK = {"day": 6, "month": 5, "quarter": 4, "half_year": 3, "year": 2, "day_no_year": 1, "unknown": 0}
_STATUS_RANK = {"occurred": 2, "ongoing": 1, "planned": 0}
_SALIENCE_RANK = {"main": 2, "sub": 1, "background": 0}
_DATE_FIELDS = ("date", "date_start", "date_end", "date_precision", "date_basis")


def fuse(mentions: pl.DataFrame, event_of: pl.DataFrame, stories: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Event rows (schema.Events), sorted by event_id.

    ``mentions`` as StagedMentions; ``event_of`` gives mention_id and event_id; ``stories`` article_id and story_id;
    ``articles`` article_id and published.
    """
    told = (
        mentions.join(event_of.select("mention_id", "event_id"), on="mention_id")
        .join(stories.select("article_id", "story_id"), on="article_id")
        .join(articles.select("article_id", "published"), on="article_id")
        .sort("seq", "start", "mention_id")
        .with_row_index("nth")
        .with_columns(
            precision_rank=pl.col("date_precision").replace_strict(_PRECISION_RANK, return_dtype=pl.Int64),
            salience_rank=pl.col("salience").replace_strict(_SALIENCE_RANK, return_dtype=pl.Int64),
            status_rank=pl.col("status").replace_strict(_STATUS_RANK, return_dtype=pl.Int64),
        )
    )
    rows = told.group_by("event_id", maintain_order=True).agg(
        story_count=pl.col("story_id").n_unique().cast(pl.Int64),
        source_count=pl.col("article_id").n_unique().cast(pl.Int64),
        first_published=_earliest("published"),
        industries=_union("industries"),
        programmes=_union("programmes"),
        confidence=pl.col("confidence").max(),
    )
    for fields, specific in (
        (("type",), pl.lit(0)),
        (("status",), pl.col("status_rank")),
        (("title",), pl.col("salience_rank")),
        (_DATE_FIELDS, pl.col("precision_rank")),
        (("planned",), _length("planned")),
    ):
        rows = rows.join(_elect(told, fields, specific), on="event_id", how="left", maintain_order="left")
    rows = rows.join(_conflicts(told), on="event_id", how="left", maintain_order="left").with_columns(
        pl.col("conflicts").fill_null([])
    )
    return rows.select(pl.col(name).cast(kind) for name, kind in dtypes(Events).items()).sort("event_id")


def _elect(told: pl.DataFrame, fields: tuple[str, ...], specific: pl.Expr) -> pl.DataFrame:
    """For each event the winning value of ``fields[0]``, with the other fields of the mention that first gave it."""
    leader = fields[0]
    votes = (
        told.with_columns(specific=specific, empty=pl.col(leader).is_null())
        .group_by("event_id", leader, maintain_order=True)
        .agg(
            pl.col("empty").first(),
            pl.col("specific").max(),
            pl.col("story_id").n_unique().alias("backing"),
            pl.col("nth").min(),
        )
        .sort(["event_id", "empty", "specific", "backing", "nth"], descending=[False, False, True, True, False])
        .unique("event_id", keep="first", maintain_order=True)
    )
    others = told.select("nth", *(field for field in fields[1:]))
    return votes.select("event_id", leader, "nth").join(others, on="nth", how="left").drop("nth")


def _union(column: str) -> pl.Expr:
    return pl.col(column).explode(empty_as_null=False).drop_nulls().unique().sort()


def _earliest(column: str) -> pl.Expr:
    """The earliest EDTF date of a column; dates without a year come after all others."""
    return pl.col(column).drop_nulls().sort().first()


def _length(column: str) -> pl.Expr:
    return pl.col(column).str.len_chars().fill_null(0)


def _conflicts(told: pl.DataFrame) -> pl.DataFrame:
    """Fields on which mentions disagree, each ``field: value | value``, sorted; event_id, conflicts."""
    dated = told.with_columns(
        date=pl.when(pl.col("date_start").is_not_null()).then(pl.col("date")),
    )
    found = [
        dated.group_by("event_id")
        .agg(pl.col(field).drop_nulls().unique().sort().alias("values"))
        .filter(pl.col("values").list.len() > 1)
        .select("event_id", conflict=pl.lit(f"{field}: ") + pl.col("values").list.join(" | "))
        for field in ("type", "status", "date", "planned")
    ]
    return pl.concat(found).group_by("event_id").agg(conflicts=pl.col("conflict").sort())
