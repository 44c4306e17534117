"""One signature a text: a digest for exact copies, and a MinHash sketch for near ones. Nothing here compares texts.

The sketch is one-permutation hashing (Li, Owen & Zhang 2012): each word 5-gram (Broder 1997) falls into one of 128
bins and a bin keeps its smallest value; an empty bin takes the value of another by optimal densification
(Shrivastava 2017), so that two texts agree in a bin with the probability of their Jaccard similarity.
"""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from chronicle.dedupe.tokens import I64, U64, Words, blocks, grams, mix
from chronicle.digest import derive

SHINGLE_WORDS = 5
BINS = 128
_BIN_SHIFT = np.uint64(64 - 7)
_VALUE_SHIFT = np.uint64(20)
_EMPTY = np.uint32(0xFFFFFFFF)
_PLACE = np.uint64(0xD1342543DE82EF95)  # odd: each place moves a word elsewhere (Steele & Vigna 2021)
_ALONE = np.uint64(1 << 63)

SIGNATURE: dict[str, pl.DataType] = {
    "article_id": pl.String(),
    "seq": pl.Int64(),
    "site_key": pl.UInt64(),
    "text_key": pl.UInt64(),
    "words": pl.Int64(),
    "sketch": pl.Array(pl.UInt32, BINS),
}
"""Columns of a signature frame. ``text_key`` is equal for texts of equal words; a wordless ``sketch`` is all ones."""


def _donors() -> NDArray[np.int64]:
    """For each bin, the order in which it asks the others: row ``t`` is whom every bin asks at its try ``t``."""
    tries = np.arange(BINS * BINS, dtype=np.uint64).reshape(BINS, BINS)
    return np.argsort(mix(mix(tries + np.uint64(1))), axis=1, kind="stable").T.copy()


_DONORS = _donors()


def sign(articles: pl.DataFrame) -> pl.DataFrame:
    """Signatures of articles (columns ``article_id``, ``seq``, ``site``, ``text``), one row each, in their order."""
    keys = np.zeros(articles.height, dtype=np.uint64)
    counts = np.zeros(articles.height, dtype=np.int64)
    sketches = np.full((articles.height, BINS), _EMPTY, dtype=np.uint32)
    for rows, words in blocks(articles["text"]):
        counts[rows] = np.diff(words.bounds)
        keys[rows] = _text_keys(words)
        sketches[rows] = _sketches(words)
    return articles.select("article_id", "seq").with_columns(
        pl.Series("site_key", _site_keys(articles["site"], articles["seq"])),
        pl.Series("text_key", keys),
        pl.Series("words", counts),
        pl.Series("sketch", sketches, dtype=pl.Array(pl.UInt32, BINS)),
    )


def _site_keys(sites: pl.Series, seqs: pl.Series) -> U64:
    """One number a site; an article without one is a site by itself, named by its place in the journal."""
    names = sites.unique().drop_nulls().to_list()
    numbers = [int(derive("site", name)[:15], 16) for name in names]
    keys = sites.replace_strict(names, numbers, default=None, return_dtype=pl.UInt64)
    alone = pl.Series(mix(seqs.to_numpy().astype(np.uint64)) | _ALONE)
    return keys.zip_with(keys.is_not_null(), alone).to_numpy()


def shingles(words: Words) -> tuple[U64, I64]:
    """Hashes of the shingles of each text, and which text owns each; a text of fewer words than a shingle is one."""
    counts = np.diff(words.bounds)
    owners = np.repeat(np.arange(len(counts)), counts)
    runs = grams(words.hashes, SHINGLE_WORDS)
    whole = owners[: len(runs)] == owners[SHINGLE_WORDS - 1 :] if len(runs) else np.empty(0, dtype=bool)
    runs, owners = runs[whole], owners[: len(runs)][whole]
    short = np.flatnonzero((counts > 0) & (counts < SHINGLE_WORDS))
    if len(short):
        sums = _text_keys(words)[short]
        runs, owners = np.concatenate([runs, sums]), np.concatenate([owners, short])
    return runs, owners


def _text_keys(words: Words) -> U64:
    """One hash for all the words of a text, in order."""
    counts = np.diff(words.bounds)
    keys = np.zeros(len(counts), dtype=np.uint64)
    filled = np.flatnonzero(counts)
    if len(filled):
        owners = np.repeat(words.bounds[:-1], counts)
        places = (np.arange(len(words.hashes)) - owners).astype(np.uint64)
        placed = mix(words.hashes + places * _PLACE)
        keys[filled] = mix(np.add.reduceat(placed, words.bounds[:-1][filled]) + counts[filled].astype(np.uint64))
    return keys


def _sketches(words: Words) -> NDArray[np.uint32]:
    texts = len(words.bounds) - 1
    runs, owners = shingles(words)
    flat = np.full(texts * BINS, _EMPTY, dtype=np.uint32)
    bins = owners * BINS + (runs >> _BIN_SHIFT).astype(np.int64)
    values = ((runs >> _VALUE_SHIFT) & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    np.minimum(values, _EMPTY - np.uint32(1), out=values)
    np.minimum.at(flat, bins, values)
    return _densify(flat.reshape(texts, BINS))


def _densify(sketches: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Fill empty bins from full ones, each bin asking the others in its own fixed order."""
    full = sketches != _EMPTY
    rows, bins = np.nonzero(~full & full.any(axis=1)[:, None])
    dense = sketches.copy()
    for donors in _DONORS:
        if not len(rows):
            break
        given = donors[bins]
        found = full[rows, given]
        dense[rows[found], bins[found]] = sketches[rows[found], given[found]]
        rows, bins = rows[~found], bins[~found]
    return dense
