"""From mentions to events: which mentions, in whichever article and language, tell one happening."""

import polars as pl

from chronicle.dedupe import pairing
from chronicle.dedupe.clashes import clashes
from chronicle.dedupe.cluster import contract
from chronicle.dedupe.signatures import sign
from chronicle.dedupe.traits import traits, weigh

MEMBERSHIP: dict[str, pl.DataType] = {"mention_id": pl.String(), "event_id": pl.String()}
"""Columns of a membership frame: one row a mention."""

_FIELDS = ("type", "status", "date", "date_start", "date_end", "date_precision", "planned", "story_id", "chinese")
_CHINESE = r"\p{Han}{4}"
_APART = -1_000_000  # two mentions of one article are two events


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
    start). Two mentions of one article are never one event.
    """
    told = _nodes(mentions, stories)
    first = told.unique("node", keep="first", maintain_order=True)
    found = weigh(traits(first, places, actors, quantities), first)
    met = pairing.pairs(found, first)
    judged = _judge(met, clashes(met, first, places, actors, quantities), found, first)
    links = pl.concat([judged, _same_article(told)])
    clusters = contract(first.height, links["other"].to_numpy(), links["node"].to_numpy(), links["evidence"].to_numpy())
    named = told.with_columns(cluster=pl.Series(clusters[told["node"].to_numpy()], dtype=pl.Int64))
    return named.select(
        "mention_id",
        event_id=pl.col("mention_id").first().over("cluster", order_by=["seq", "start", "mention_id"]),
    ).sort("mention_id")


def _nodes(mentions: pl.DataFrame, stories: pl.DataFrame) -> pl.DataFrame:
    """Mentions in journal order, with a number: copies of a story that say it in the same words share one."""
    told = mentions.join(stories.select("article_id", "story_id"), on="article_id").sort("seq", "start", "mention_id")
    words = sign(told.select("article_id", "seq", site=pl.col("story_id"), text=pl.col("quote")))["text_key"]
    same = ["story_id", "words", "nth"]
    return (
        told.with_columns(words=words, chinese=pl.col("quote").str.contains(_CHINESE))
        .with_columns(nth=pl.int_range(pl.len()).over("article_id", "words"))
        .with_columns(first=pl.col("mention_id").first().over(same, order_by=["seq", "start", "mention_id"]))
        .with_columns(node=(pl.col("mention_id") == pl.col("first")).cum_sum().cast(pl.Int64) - 1)
        .with_columns(node=pl.col("node").min().over(same))
    )


def _judge(met: pl.DataFrame, against: pl.DataFrame, found: pl.DataFrame, first: pl.DataFrame) -> pl.DataFrame:
    own = first.select("node", *_FIELDS)
    theirs = own.rename({name: f"{name}_other" for name in _FIELDS}).rename({"node": "other"})
    shared = pairing.agreement(met, found).join(against, on=["node", "other"])
    full = shared.join(own, on="node").join(theirs, on="other")
    return full.select("node", "other", evidence=pairing.evidence()).sort("node", "other")


def _same_article(told: pl.DataFrame) -> pl.DataFrame:
    """Pairs of nodes that one article tells."""
    held = told.select("article_id", "node").unique()
    return (
        held.join(held.rename({"node": "other"}), on="article_id")
        .filter(pl.col("other") < pl.col("node"))
        .select("node", "other", evidence=pl.lit(_APART, dtype=pl.Int64))
        .unique()
        .sort("node", "other")
    )
