"""Where two mentions contradict each other: sums that differ, actors the other does not name, places elsewhere.

Two agreements of one week are told in the same words; what tells them apart is what fills the slots. A clash asks for
something on both sides, as silence contradicts nothing, and is called off by whatever the other side says anywhere,
as extraction may have missed it or given it another role.
"""

import polars as pl

from chronicle.dedupe.names import GENERIC_STARTS, pieces

NEAR = 0.05  # relative difference below which two figures may be one, rounded differently
_HALF = 0.5
_SETTLED = ("prefecture", "county", "city", "town", "zone")

CLASH: dict[str, pl.DataType] = {
    "node": pl.Int64(),
    "other": pl.Int64(),
    "figures_clash": pl.Int64(),
    "actors_clash": pl.Boolean(),
    "regions_clash": pl.Boolean(),
    "cities_clash": pl.Boolean(),
}
"""``figures_clash``: kinds of figures (sums of one currency, ordinals, percentages, counts of one thing) that both
have and none of which is near; the others: each side has some that the other does not mention."""


def clashes(
    met: pl.DataFrame, told: pl.DataFrame, places: pl.DataFrame, actors: pl.DataFrame, quantities: pl.DataFrame
) -> pl.DataFrame:
    """Contradictions of the pairs (node, other) of ``met``: columns CLASH, sorted by node, other.

    ``told`` has node, mention_id and quote; the others are the staged children of mentions.
    """
    nodes = told.select("node", "mention_id")
    named = actors.join(nodes, on="mention_id").select("node", "name")
    words = pieces(pl.concat([told.select("node", text="quote"), named.select("node", text="name")]), "node")
    seats = _seats(places.join(nodes, on="mention_id"))
    found = [
        _figures(met, quantities.join(nodes, on="mention_id")),
        _actors(met, named, words),
        _elsewhere(met, seats.select("node", "role", "surface", code="region"), words, "regions_clash"),
        _elsewhere(met, seats.select("node", "role", "surface", code="city"), words, "cities_clash"),
    ]
    told_apart = met.select("node", "other")
    for clash in found:
        told_apart = told_apart.join(clash, on=["node", "other"], how="left")
    return (
        told_apart.with_columns(
            pl.col("figures_clash").fill_null(0),
            pl.col("actors_clash", "regions_clash", "cities_clash").fill_null(value=False),
        )
        .select(*CLASH)
        .sort("node", "other")
    )


def _seats(places: pl.DataFrame) -> pl.DataFrame:
    """Places below countries with the codes of their region and their city; a city abroad goes by its name."""
    city = pl.when(pl.col("adcode").str.slice(2, 2) != "00").then(pl.col("adcode").str.head(4))
    abroad = pl.when(pl.col("level").is_in(_SETTLED), pl.col("country") != "CN").then(pl.col("name"))
    return places.filter(pl.col("level") != "country").select(
        "node",
        "role",
        "surface",
        region=pl.coalesce("admin1", "iso3166_2", pl.col("adcode").str.head(2)),
        city=pl.coalesce(city, abroad),
    )


def _figures(met: pl.DataFrame, quantities: pl.DataFrame) -> pl.DataFrame:
    """For each pair, on how many kinds of figures both speak without one that is near."""
    of = pl.concat_str("kind", pl.col("unit").fill_null(""), pl.col("what").str.to_lowercase(), separator="|")
    kind = (
        pl.when(pl.col("currency").is_not_null())
        .then(pl.col("currency"))
        .when(pl.col("kind").is_in(["ordinal", "percent", "growth"]))
        .then(pl.col("kind"))
        .otherwise(of)
    )
    told = quantities.select(
        "node", of=kind, low=pl.col("value").cast(pl.Float64), high=pl.coalesce("value_max", "value").cast(pl.Float64)
    ).drop_nulls("of")
    apart = pl.max_horizontal(pl.col("low") - pl.col("high_other"), pl.col("low_other") - pl.col("high"))
    size = pl.max_horizontal(pl.col("high").abs(), pl.col("high_other").abs())
    theirs = told.rename({"node": "other", "low": "low_other", "high": "high_other"})
    return (
        met.join(told, on="node")
        .join(theirs, on=["other", "of"])
        .group_by("node", "other", "of")
        .agg(near=(apart <= NEAR * size).any())
        .group_by("node", "other")
        .agg(figures_clash=(~pl.col("near")).sum().cast(pl.Int64))
    )


def _elsewhere(met: pl.DataFrame, seats: pl.DataFrame, words: pl.DataFrame, name: str) -> pl.DataFrame:
    """Pairs each of which has places of its own and neither of which mentions one of the other's."""
    seats = seats.drop_nulls("code").unique().sort("node", "role", "surface", "code")
    own = seats.filter(pl.col("role") != "context").with_row_index("item")
    parts = pieces(own.select("item", text="surface"), "item")
    items = own.join(parts.group_by("item").agg(pieces=pl.len()), on="item").select("item", "node", "pieces")
    has = own.select("node").unique()
    both = met.join(has, on="node", how="semi").join(has.rename({"node": "other"}), on="other", how="semi")
    known = []
    for side, facing in (("node", "other"), ("other", "node")):
        coded = own.select("code", **{side: "node"}).join(met, on=side)
        known.append(coded.join(seats.select("code", **{facing: "node"}), on=[facing, "code"]).select("node", "other"))
        known.append(_heard(both, items, parts, words, side, facing).filter("heard").select("node", "other"))
    apart = both.join(pl.concat(known).unique(), on=["node", "other"], how="anti")
    return apart.select("node", "other", pl.lit(value=True).alias(name))


def _actors(met: pl.DataFrame, named: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """Pairs each of which names an actor that the other does not mention."""
    names = named.unique().sort("node", "name").with_row_index("item")
    parts = pieces(names.select("item", text="name"), "item").filter(~pl.col("piece").is_in(GENERIC_STARTS))
    items = names.join(parts.group_by("item").agg(pieces=pl.len()), on="item").select("item", "node", "pieces")
    lost = [
        _heard(met, items, parts, words, side, facing).filter(~pl.col("heard")).select("node", "other").unique()
        for side, facing in (("node", "other"), ("other", "node"))
    ]
    return lost[0].join(lost[1], on=["node", "other"]).with_columns(actors_clash=pl.lit(value=True))


def _heard(
    met: pl.DataFrame, items: pl.DataFrame, parts: pl.DataFrame, words: pl.DataFrame, side: str, facing: str
) -> pl.DataFrame:
    """For each pair and each item of ``side``: does ``facing`` say at least half of the pieces of its name?"""
    asked = met.select("node", "other").join(items.rename({"node": side}), on=side)
    said = (
        asked.join(parts, on="item")
        .join(words.rename({"node": facing}), on=[facing, "piece"])
        .group_by("node", "other", "item")
        .agg(said=pl.len())
    )
    share = pl.col("said").fill_null(0) / pl.col("pieces")
    return asked.join(said, on=["node", "other", "item"], how="left").select("node", "other", heard=share >= _HALF)
