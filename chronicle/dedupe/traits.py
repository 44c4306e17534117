"""What a mention is known by: figures, actors, programmes, places and rare words, each with how telling it is.

A trait is a kind and a value that is the same in every language where it can be: a number with its currency, a place's
code, a name. How telling it is, in bits, comes from how few stories have it: copies of one text count once.
"""

import polars as pl

from chronicle.dedupe.names import GENERIC_STARTS, pieces

WORD_LETTERS = 6  # the beginning of a word stands for its inflections
_UNSEEN_STORIES = 20  # as if there were so many more, so that a small warehouse does not take everything for rare
_ROUND_BITS, _DIGIT_BITS = 0.5, 2.2  # a round number agrees by chance, one of many digits hardly: log2(10) less some
_LATIN_WORD = r"[a-zà-ɏ][a-zà-ɏ0-9]{3,}"
_CJK_PAIR = r"[\x{3400}-\x{9fff}]{2}"

TRAIT: dict[str, pl.DataType] = {"node": pl.Int64(), "kind": pl.String(), "value": pl.String()}


def traits(told: pl.DataFrame, places: pl.DataFrame, actors: pl.DataFrame, quantities: pl.DataFrame) -> pl.DataFrame:
    """Traits of mentions: node, kind (figure, actor, name, programme, place, city, word), value; each once.

    ``told`` has node, mention_id, quote and programmes; the others are the staged children of mentions.
    """
    nodes = told.select("node", "mention_id")
    figures = quantities.select(
        "mention_id",
        kind=pl.lit("figure"),
        value=pl.col("value").cast(pl.Float64).cast(pl.String)
        + "|"
        + pl.coalesce(
            "currency", pl.when(pl.col("kind").is_in(["percent", "growth"])).then(pl.lit("percent"))
        ).fill_null(""),
    )
    named = actors.select("mention_id", kind=pl.lit("actor"), value=_plain("name"))
    here = places.filter(pl.col("role") != "context", pl.col("level") != "country")
    where = here.select("mention_id", kind=pl.lit("place"), value=pl.coalesce("adcode", "iso3166_2", _plain("name")))
    city = pl.when(pl.col("adcode").str.slice(2, 2) != "00").then(pl.col("adcode").str.head(4))
    cities = here.select("mention_id", kind=pl.lit("city"), value=city).drop_nulls("value")
    children = pl.concat([figures, named, where, cities]).join(nodes, on="mention_id").select(*TRAIT)
    programmes = told.select("node", kind=pl.lit("programme"), value=pl.col("programmes")).explode(
        "value", empty_as_null=False
    )
    names = pl.concat([actors.select("mention_id", "name"), places.select("mention_id", name="surface")])
    called = _called(actors.join(nodes, on="mention_id"), places.join(nodes, on="mention_id"))
    named_words = _words(names.join(nodes, on="mention_id").select("node", quote="name"))
    words = _words(told).join(named_words, on=["node", "value"], how="anti")
    return (
        pl.concat([children, programmes.with_columns(value=_plain("value")), called, words])
        .filter(pl.col("value").str.len_chars() > 0)
        .unique()
        .sort("node", "kind", "value")
    )


def _called(actors: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """Pieces of actors' names that tell them from others and are no place's."""
    own = pieces(actors.select("node", text="name"), "node").filter(~pl.col("piece").is_in(GENERIC_STARTS))
    local = pieces(pl.concat([places.select("node", text="name"), places.select("node", text="surface")]), "node")
    told = own.join(local, on=["node", "piece"], how="anti")
    return told.select("node", pl.lit("name").alias("kind"), value="piece")


def _plain(column: str) -> pl.Expr:
    """A name without case, punctuation and spaces."""
    return pl.col(column).str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", "")


def _words(told: pl.DataFrame) -> pl.DataFrame:
    """Beginnings of words, and in Chinese pairs of neighbouring characters; those of names tell nothing more."""
    quotes = told.select("node", quote=pl.col("quote").str.to_lowercase())
    latin = quotes.select(
        "node", value=pl.col("quote").str.extract_all(_LATIN_WORD).list.eval(pl.element().str.head(WORD_LETTERS))
    )
    even = quotes.select("node", value=pl.col("quote").str.extract_all(_CJK_PAIR))
    odd = quotes.select(
        "node",
        value=pl.col("quote")
        .str.replace_all(r"([\x{3400}-\x{9fff}]+)", " $1")
        .str.replace_all(r" [\x{3400}-\x{9fff}]", " ")
        .str.extract_all(_CJK_PAIR),
    )
    words = pl.concat([latin, even, odd]).explode("value", empty_as_null=False)
    return words.select("node", pl.lit("word").alias("kind"), "value").select(*TRAIT)


def weigh(found: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Add to traits: ``bits`` (log2 of how rare among stories) and ``nodes`` (how many have it)."""
    stories = told.select("node", "story_id")
    known = stories["story_id"].n_unique() + _UNSEEN_STORIES
    digits = pl.col("value").str.extract(r"^([^|]*)").str.replace(".", "", literal=True).str.strip_chars("0")
    chance = pl.when(pl.col("kind") == "figure").then(_ROUND_BITS + _DIGIT_BITS * digits.str.len_chars())
    counts = (
        found.join(stories, on="node")
        .group_by("kind", "value")
        .agg(bits=(known / pl.col("story_id").n_unique()).log(2), nodes=pl.len())
        .with_columns(bits=pl.min_horizontal("bits", chance))
    )
    return found.join(counts, on=["kind", "value"]).sort("node", "kind", "value")
