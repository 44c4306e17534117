"""What names are made of: pieces by which an actor or a place is known again in other words."""

import polars as pl

GENERIC = (
    "academy administration agency alliance and association authority bank board bureau center centre chamber china "
    "chinese city co college commission committee company corporation council county department district enterprise "
    "federation for foundation fund global government group high-tech holding holdings in inc industrial industry "
    "institute international investment laboratory limited ltd ministry municipal national new of office park people "
    "province provincial research school science state technology the university world zone"
)
"""Words of organisations' names that do not tell one from another."""

_NAME_LETTERS = 6  # the beginning of a word stands for its inflections
_LATIN = r"[\p{Latin}]{2,}"
_HAN_PAIR = r"[\x{3400}-\x{9fff}]{2}"
GENERIC_STARTS = sorted({word[:_NAME_LETTERS] for word in GENERIC.split()})


def pieces(texts: pl.DataFrame, key: str) -> pl.DataFrame:
    """Beginnings of Latin words and pairs of Chinese characters of texts: key, piece; each once."""
    low = texts.select(key, text=pl.col("text").str.to_lowercase())
    latin = low.select(
        key, piece=pl.col("text").str.extract_all(_LATIN).list.eval(pl.element().str.head(_NAME_LETTERS))
    )
    shifted = pl.col("text").str.replace_all(r"([\x{3400}-\x{9fff}]+)", " $1")
    odd = low.select(key, piece=shifted.str.replace_all(r" [\x{3400}-\x{9fff}]", " ").str.extract_all(_HAN_PAIR))
    even = low.select(key, piece=pl.col("text").str.extract_all(_HAN_PAIR))
    return pl.concat([latin, even, odd]).explode("piece", empty_as_null=False).drop_nulls().unique().sort(key, "piece")
