"""From articles to stories: which articles are copies of one text, and which of them stands for the story."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from chronicle.dedupe import bands, compare
from chronicle.dedupe.cluster import contract
from chronicle.dedupe.roundups import reprints
from chronicle.dedupe.tokens import I64

STORY: dict[str, pl.DataType] = {"article_id": pl.String(), "story_id": pl.String(), "is_canonical": pl.Boolean()}
"""Columns of a story frame: one row an article."""

LINK: dict[str, pl.DataType] = {"text_key": pl.UInt64(), "other_key": pl.UInt64(), "evidence": pl.Int64()}
"""Columns of a link frame: two texts, and how much speaks for (positive) or against their being copies."""


def assign(articles: pl.DataFrame, signatures: pl.DataFrame, links: pl.DataFrame | None = None) -> pl.DataFrame:
    """Stories of all current articles: article_id, story_id, is_canonical; sorted by article_id.

    ``articles`` needs article_id, seq, published, captured_at (and text where ``links`` are not given); ``links`` are
    those of ``link`` over at least these articles. ``story_id`` is the article_id of the story's article of lowest
    seq. The canonical article is the one published earliest (a month counts as its first day, a date without a year
    as none), then captured first, then of the smallest id.
    """
    members = articles.select("article_id", "seq", "published", "captured_at").join(
        signatures.select("article_id", "seq", "text_key", "words"), on=["article_id", "seq"]
    )
    if links is None:
        links = link(signatures, (), signatures, articles)
    return _name(
        members.sort("seq", "article_id").with_columns(group=_groups(members.sort("seq", "article_id"), links))
    )


def link(
    new: pl.DataFrame,
    earlier: Sequence[bands.Segment],
    signatures: pl.DataFrame,
    articles: pl.DataFrame | pl.LazyFrame,
) -> pl.DataFrame:
    """Compare new texts with the texts before them: text_key, other_key, evidence; each pair once, sorted.

    ``new`` has the signatures of the new articles, ``earlier`` the segments of all before them, in order;
    ``signatures`` and ``articles`` (seq, text) hold both; of lazy articles only the texts to compare are read. The
    links of many nights together are those of one batch.
    """
    pairs = bands.candidates(bands.segment(new, earlier), earlier)
    wanted = pl.concat([pairs["seq"], pairs["other"]]).unique().sort()
    texts = articles.lazy().select("seq", "text").filter(pl.col("seq").is_in(wanted.implode())).sort("seq").collect()
    places = texts["seq"].to_numpy()
    left, right = np.searchsorted(places, pairs["seq"]), np.searchsorted(places, pairs["other"])
    measures = compare.measure(compare.read(texts["text"]), left, right)
    keys = signatures.select("seq", "text_key")
    judged = pl.concat([pairs, measures], how="horizontal").with_columns(evidence=compare.evidence())
    return (
        judged.join(keys, on="seq")
        .join(keys.rename({"seq": "other", "text_key": "other_key"}), on="other")
        .select(*LINK)
        .sort("text_key", "other_key")
    )


def _groups(members: pl.DataFrame, links: pl.DataFrame) -> pl.Series:
    """One number a story for each member; members in journal order."""
    told = members["words"].to_numpy() > 0
    keys = members["text_key"].to_numpy()
    distinct, firsts = np.unique(keys, return_index=True)
    age = np.argsort(np.argsort(firsts))  # texts by their oldest article
    numbers = age[np.searchsorted(distinct, keys)]
    left, right = _numbered(links["text_key"], distinct, age), _numbered(links["other_key"], distinct, age)
    here = (left >= 0) & (right >= 0)
    left, right, weights = left[here], right[here], links["evidence"].to_numpy()[here]
    lengths = np.empty(len(distinct), dtype=np.int64)
    lengths[age] = members["words"].to_numpy()[firsts]
    kept = ~reprints(left, right, weights, lengths)
    clusters = contract(len(distinct), left[kept], right[kept], weights[kept])
    groups = clusters[numbers] if len(numbers) else numbers
    return pl.Series(np.where(told, groups, -1 - np.arange(len(groups))), dtype=pl.Int64)


def _numbered(keys: pl.Series, distinct: np.ndarray, age: I64) -> I64:
    values = keys.to_numpy()
    if not len(distinct):
        return np.full(len(values), -1)
    places = np.minimum(np.searchsorted(distinct, values), len(distinct) - 1)
    return np.where(distinct[places] == values, age[places], -1)


def _name(members: pl.DataFrame) -> pl.DataFrame:
    """Name each ``group`` of articles and choose what stands for it."""
    named = members.with_columns(story_id=pl.col("article_id").first().over("group", order_by=["seq", "article_id"]))
    ranked = named.with_columns(day=pl.col("published").str.extract(r"^(\d{4}(?:-\d{2}(?:-\d{2})?)?)")).sort(
        "day", "captured_at", "article_id", nulls_last=True
    )
    return (
        ranked.with_columns(is_canonical=pl.int_range(pl.len()).over("group") == 0)
        .select("article_id", "story_id", "is_canonical")
        .sort("article_id")
    )
