"""From mentions of an event to its one row: the most specific value backed by most stories; disagreement is named.

Every story has one vote, so that a syndicated error does not win by being repeated. A vote for a month also backs
each of its days, so a day wins over its month but not over another month that more stories tell. Ties go to the
earlier mention.
"""

import polars as pl

from chronicle.schema import Events, dtypes

_SALIENCE_RANK = {"main": 2, "sub": 1, "background": 0}
_STATUS_RANK = {"occurred": 2, "ongoing": 1, "planned": 0}  # what has happened was planned before
_PRECISION_RANK = {"day": 6, "month": 5, "quarter": 4, "half_year": 3, "year": 2, "day_no_year": 1, "unknown": 0}
_DATE_FIELDS = ("date_start", "date_end", "date_precision", "date_basis")
_NAMED_IN_CONFLICTS = ("type", "status", "date", "planned")


def fuse(mentions: pl.DataFrame, event_of: pl.DataFrame, stories: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Event rows (schema.Events), sorted by event_id.

    ``mentions`` as StagedMentions; ``event_of`` gives mention_id and event_id; ``stories`` article_id and story_id;
    ``articles`` article_id and published.
    """
    told = (
        mentions.join(event_of.select("mention_id", "event_id"), on="mention_id")
        .join(stories.select("article_id", "story_id"), on="article_id")
        .join(articles.select("article_id", "published").unique("article_id"), on="article_id")
        .sort("seq", "start", "mention_id")
        .with_row_index("nth")
    )
    rows = told.group_by("event_id", maintain_order=True).agg(
        story_count=pl.col("story_id").n_unique().cast(pl.Int64),
        source_count=pl.col("article_id").n_unique().cast(pl.Int64),
        first_published=pl.col("published").drop_nulls().sort().first(),
        industries=_union("industries"),
        programmes=_union("programmes"),
        confidence=pl.col("confidence").max(),
    )
    rank = {
        "type": pl.lit(0),
        "status": _ranked("status", _STATUS_RANK),
        "title": _ranked("salience", _SALIENCE_RANK),
        "date": _ranked("date_precision", _PRECISION_RANK),
        "planned": pl.col("planned").str.len_chars(),
    }
    for field, specific in rank.items():
        winners = _elect(told, field, specific)
        rows = rows.join(winners, on="event_id", how="left", maintain_order="left")
    conflicts = _conflicts(told)
    return (
        rows.join(conflicts, on="event_id", how="left", maintain_order="left")
        .with_columns(pl.col("conflicts").fill_null([]), pl.col("date_precision").fill_null("unknown"))
        .select(pl.col(name).cast(kind) for name, kind in dtypes(Events).items())
        .sort("event_id")
    )


def _elect(told: pl.DataFrame, field: str, specific: pl.Expr) -> pl.DataFrame:
    """For each event the winning value of a field; with a date, what the mention that first gave it says of it."""
    votes = told.drop_nulls(field).with_columns(specific=specific)
    values = votes.group_by("event_id", field, maintain_order=True).agg(
        pl.col("specific").max(), pl.col("nth").min(), pl.col("date_start").first(), pl.col("date_end").first()
    )
    broader = values.select("event_id", voted=field, from_=pl.col("date_start"), to=pl.col("date_end"))
    backed = values.join(broader, on="event_id").filter(_backs(field))
    support = (
        backed.join(votes.select("event_id", "story_id", voted=field).unique(), on=["event_id", "voted"])
        .group_by("event_id", field)
        .agg(backing=pl.col("story_id").n_unique())
    )
    order = ["specific", "backing"] if field in ("status", "title") else ["backing", "specific"]
    winners = (
        values.join(support, on=["event_id", field])
        .sort("event_id", *order, "nth", descending=[False, True, True, False])
        .unique("event_id", keep="first", maintain_order=True)
        .select("event_id", field, "nth")
    )
    if field != "date":
        return winners.drop("nth")
    return winners.join(told.select("nth", *_DATE_FIELDS), on="nth", how="left").drop("nth")


def _backs(field: str) -> pl.Expr:
    """Whether a vote for ``voted`` also backs the value of ``field``: it is the same, or holds it."""
    same = pl.col("voted") == pl.col(field)
    if field == "date":
        inside = (pl.col("date_start") >= pl.col("from_")) & (pl.col("date_end") <= pl.col("to"))
        return same | inside.fill_null(False)
    if field == "planned":
        return same | pl.col(field).str.starts_with(pl.col("voted") + "-")
    return same


def _ranked(column: str, ranks: dict[str, int]) -> pl.Expr:
    return pl.col(column).replace_strict(ranks, return_dtype=pl.Int64)


def _union(column: str) -> pl.Expr:
    return pl.col(column).explode(empty_as_null=False).drop_nulls().unique().sort()


def _conflicts(told: pl.DataFrame) -> pl.DataFrame:
    """Fields on which mentions disagree, each ``field: value | value``, sorted; event_id, conflicts.

    A month and one of its days do not disagree, nor do "2025" and "2025-06".
    """
    apart = pl.col("date_start").max() > pl.col("date_end").min()
    planned = pl.col("planned").drop_nulls().unique()
    nested = planned.sort_by(planned.str.len_chars()).last().str.starts_with(planned).all()
    found = []
    for field in _NAMED_IN_CONFLICTS:
        disagree = {"date": apart, "planned": ~nested}.get(field, pl.lit(value=True))
        values = told.group_by("event_id").agg(
            values=pl.col(field).drop_nulls().unique().sort(), disagree=disagree.first()
        )
        found.append(
            values.filter((pl.col("values").list.len() > 1) & pl.col("disagree").fill_null(False)).select(
                "event_id", conflict=pl.lit(f"{field}: ") + pl.col("values").list.join(" | ")
            )
        )
    return pl.concat(found).group_by("event_id").agg(conflicts=pl.col("conflict").sort())
