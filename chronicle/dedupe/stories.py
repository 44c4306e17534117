"""From articles to stories: which articles are copies of one text, and which of them stands for the story."""

import polars as pl

STORY = {"article_id": pl.String(), "story_id": pl.String(), "is_canonical": pl.Boolean()}
"""Columns of a story frame: one row an article."""


def assign(articles: pl.DataFrame, signatures: pl.DataFrame) -> pl.DataFrame:
    """Stories of all current articles: article_id, story_id, is_canonical; sorted by article_id.

    ``story_id`` is the article_id of the story's article of lowest seq. The canonical article is the one published
    earliest, then captured first, then of the smallest id; one without a date comes after those with one.
    """
    members = articles.select("article_id", "seq", "published", "captured_at").join(
        signatures.select("article_id", "text_key", "words"), on="article_id", how="left", maintain_order="left"
    )
    members = members.with_columns(
        group=pl.when(pl.col("words") > 0)
        .then(pl.col("text_key").rank("dense").cast(pl.Int64))
        .otherwise(-pl.int_range(1, pl.len() + 1))
    )
    return name(members)


def name(members: pl.DataFrame) -> pl.DataFrame:
    """Name each ``group`` of articles and choose what stands for it."""
    named = members.sort("seq", "article_id").with_columns(
        story_id=pl.col("article_id").first().over("group", order_by=["seq", "article_id"])
    )
    ranked = named.with_columns(day=pl.col("published").str.extract(r"^(\d{4}(?:-\d{2}(?:-\d{2})?)?)")).sort(
        "day", "captured_at", "article_id", nulls_last=True
    )
    return (
        ranked.with_columns(is_canonical=pl.int_range(pl.len()).over("group") == 0)
        .select("article_id", "story_id", "is_canonical")
        .sort("article_id")
    )
