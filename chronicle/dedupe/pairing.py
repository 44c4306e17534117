"""Pairs of mentions, and the evidence for and against their telling one happening (Fellegi & Sunter 1969).

Each field adds log2 of how much likelier its agreement or disagreement is for one happening than for two: agreement
counts by the rarity of what is agreed on. A pair starts far below zero, as most pairs are two happenings, and silence
adds nothing.
"""

import polars as pl

BLOCK = 48  # a trait of more nodes than this brings no pairs together: too common to mean anything alone
CHUNK = 20_000  # nodes whose partners are looked for at a time: bounds memory
PRIOR = -10.0
_CAPS = {"figure": 13.0, "actor": 8.0, "name": 8.0, "programme": 6.0, "place": 4.0, "word": 9.0}
_WORD_SHARE = 0.4  # words of one sentence come together, so their bits do not add up
_TEMPLATE_WORDS = 4.0  # where the slots differ, the words are those of any such report
_CITY_BITS = 1.5  # each further city of a list that agrees
_NAME_SHARE = 0.6  # a name in another form, by its pieces: less than the name itself
_BLOCKING = ("figure", "actor", "name", "programme", "word")

PAIR: dict[str, pl.DataType] = {"node": pl.Int64(), "other": pl.Int64()}


def pairs(traits: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Pairs of nodes of different articles that share something rare, a place and a day, or a story: node, other.

    ``node`` is the younger.
    """
    blocks = traits.filter(pl.col("nodes") <= BLOCK, pl.col("kind").is_in(_BLOCKING)).select("node", "kind", "value")
    words = traits.filter(pl.col("kind") == "word").select("node", "value")
    within = (
        words.join(told.select("node", "story_id"), on="node")
        .select("node", kind="story_id", value="value")
        .filter(pl.len().over("kind", "value") <= BLOCK)
    )
    days = (
        traits.filter(pl.col("kind") == "place")
        .join(told.filter(pl.col("date_precision") == "day").select("node", "date"), on="node")
        .select("node", kind="date", value=pl.concat_str("date", "value", separator="|"))
        .filter(pl.len().over("kind", "value") <= BLOCK)
    )
    keys = pl.concat([blocks, within, days])
    articles = told.select("node", "article_id")
    found = [pl.DataFrame(schema=PAIR)]
    for start in range(0, told.height, CHUNK):
        left = keys.filter(pl.col("node").is_between(start, start + CHUNK - 1))
        met = left.join(keys.rename({"node": "other"}), on=["kind", "value"]).filter(pl.col("other") < pl.col("node"))
        found.append(met.select(*PAIR).unique())
    return (
        pl.concat(found)
        .join(articles, on="node")
        .join(articles.rename({"node": "other", "article_id": "other_article"}), on="other")
        .filter(pl.col("article_id") != pl.col("other_article"))
        .select(*PAIR)
        .sort("node", "other")
    )


def agreement(met: pl.DataFrame, traits: pl.DataFrame) -> pl.DataFrame:
    """For each pair and kind of trait: bits shared (``<kind>``), which side has any (``has_<kind>``,
    ``other_has_<kind>``), and shared ``cities``."""
    have = traits.group_by("node").agg(
        *(((pl.col("kind") == kind).any()).alias(f"has_{kind}") for kind in _CAPS),
        pl.col("bits").filter(pl.col("kind") == "word").sum().alias("word_bits"),
    )
    shared = (
        met.join(traits.select("node", "kind", "value", "bits"), on="node")
        .join(traits.select(other="node", kind="kind", value="value"), on=["other", "kind", "value"])
        .group_by("node", "other")
        .agg(
            *(pl.col("bits").filter(pl.col("kind") == kind).sum().alias(kind) for kind in _CAPS),
            cities=(pl.col("kind") == "city").sum().cast(pl.Int64),
        )
    )
    theirs = have.rename({name: f"other_{name}" for name in have.columns if name != "node"}).rename({"node": "other"})
    return (
        met.join(shared, on=["node", "other"], how="left")
        .join(have, on="node", how="left")
        .join(theirs, on="other", how="left")
        .with_columns(pl.col(*_CAPS).fill_null(0.0), pl.col("cities").fill_null(0))
        .sort("node", "other")
    )


def evidence() -> pl.Expr:
    """Log2 odds that a pair tells one happening, in hundredths; columns of ``agreement`` and both mentions' own
    fields."""
    one_script = pl.col("chinese") == pl.col("chinese_other")
    one_story = pl.col("story_id") == pl.col("story_id_other")
    actors = pl.col("actors_clash") & one_script
    slots = (pl.col("figures_clash") > 0) | actors | pl.col("regions_clash") | pl.col("cities_clash")
    template = slots & ~one_story
    words = (_WORD_SHARE * pl.col("word")).clip(0, _CAPS["word"])
    bits = (
        _capped("figure")
        + pl.max_horizontal(_capped("actor"), (_NAME_SHARE * pl.col("name")).clip(0, _CAPS["name"]))
        + _capped("programme")
        + _capped("place")
        + _CITY_BITS * (pl.col("cities") - 1).clip(0, 2)
        + pl.when(template).then(words.clip(0, _TEMPLATE_WORDS)).otherwise(words)
    )
    against = (
        pl.when(pl.col("figures_clash") > 0)
        .then(-3.0 - pl.col("figures_clash").clip(0, 2))
        .when(_both("figure") & (pl.col("figure") == 0))
        .then(-2.5)
        .otherwise(0.0)
        + pl.when(actors).then(-4.0).otherwise(0.0)
        + pl.when(pl.col("regions_clash")).then(-6.0).when(pl.col("cities_clash")).then(-3.0).otherwise(0.0)
    )
    fields = (
        pl.when(pl.col("type") == pl.col("type_other")).then(1.5).otherwise(-1.5)
        + pl.when(pl.col("status") == pl.col("status_other")).then(0.5).otherwise(-1.0)
        + _dates()
        + pl.when(pl.col("planned") == pl.col("planned_other")).then(2.0).otherwise(0.0)
        + pl.when(pl.col("planned") != pl.col("planned_other")).then(-2.0).otherwise(0.0)
    )
    story = pl.when(one_story).then(4.0).otherwise(0.0)
    same_words = pl.col("word") / pl.min_horizontal("word_bits", "other_word_bits").clip(1)
    copied = pl.when(one_story).then(
        12 * (pl.col("word") / pl.max_horizontal("word_bits", "other_word_bits").clip(1) - 0.3)
    )
    told = (
        pl.when((same_words < 0.15) & one_script)
        .then(-1.0)
        .when(template)
        .then(0.0)
        .otherwise(4 * (same_words - 0.4).clip(0))
    )
    total = PRIOR + bits + against + fields + told + story + copied.fill_null(0.0)
    return (100 * total.clip(-15, 15)).round().cast(pl.Int64)


def _capped(kind: str) -> pl.Expr:
    return pl.col(kind).clip(0, _CAPS[kind])


def _both(kind: str) -> pl.Expr:
    return pl.col(f"has_{kind}").fill_null(False) & pl.col(f"other_has_{kind}").fill_null(False)


def _dates() -> pl.Expr:
    """Agreement of dates: the same day tells much, a shared year little; days apart speak against."""
    start, end = pl.col("date_start").str.to_date(strict=False), pl.col("date_end").str.to_date(strict=False)
    start_other = pl.col("date_start_other").str.to_date(strict=False)
    end_other = pl.col("date_end_other").str.to_date(strict=False)
    gap = pl.max_horizontal(start - end_other, start_other - end).dt.total_days()
    exact = (pl.col("date_precision") == "day") & (pl.col("date_precision_other") == "day")
    yearless = (pl.col("date_precision") == "day_no_year") | (pl.col("date_precision_other") == "day_no_year")
    day, day_other = pl.col("date").str.tail(5), pl.col("date_other").str.tail(5)
    return (
        pl.when(yearless & day.is_not_null() & day_other.is_not_null())
        .then(pl.when(day == day_other).then(2.5).otherwise(-2.0))
        .when(gap.is_null())
        .then(0.0)
        .when(gap <= 0)
        .then(pl.when(exact).then(3.5).otherwise(1.0))
        .when(pl.col("date_precision") != pl.col("date_precision_other"))
        .then(-5.0)
        .when(~exact)
        .then(-9.0)
        .when(gap <= 2)
        .then(-1.0)
        .when(gap <= 31)
        .then(-5.0)
        .otherwise(-11.0)
    )
