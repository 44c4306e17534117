"""From mentions to events: which mentions, in whichever article and language, tell one happening."""

import polars as pl

from chronicle.dedupe.signatures import sign

MEMBERSHIP = {"mention_id": pl.String(), "event_id": pl.String()}
"""Columns of a membership frame: one row a mention."""


def assign(
    mentions: pl.DataFrame,
    places: pl.DataFrame,
    actors: pl.DataFrame,
    quantities: pl.DataFrame,
    stories: pl.DataFrame,
) -> pl.DataFrame:
    """Events of all current mentions: mention_id, event_id; sorted by mention_id.

    ``mentions`` as StagedMentions; ``places``, ``actors``, ``quantities`` as their staged children; ``stories`` as
    ``stories.assign`` gives them. ``event_id`` is the mention_id of the event's earliest mention (lowest seq, then
    start).
    """
    del places, actors, quantities
    told = mentions.select("mention_id", "article_id", "seq", "start", "quote").join(
        stories.select("article_id", "story_id"), on="article_id", how="left", maintain_order="left"
    )
    keys = sign(told.select("article_id", "seq", site=pl.col("article_id"), text=pl.col("quote")))["text_key"]
    grouped = told.with_columns(group=keys).sort("seq", "start", "mention_id")
    return grouped.select(
        "mention_id", event_id=pl.col("mention_id").first().over("story_id", "group", order_by=["seq", "start"])
    ).sort("mention_id")
