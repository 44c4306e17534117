"""Two texts side by side: how much they share, and whether what differs is blocks, slips, or the slots of a template.

Every measure depends on the two texts alone. Words are covered if a pair of neighbouring words that holds them stands
in the other text too. Uncovered words between covered ones, few at a time, are slips: an editor's change, a misread
letter, or the slot of a template. Longer runs are blocks: an outlet's boilerplate, an editor's note, a part that was
cut.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from chronicle.dedupe.signatures import SHINGLE_WORDS
from chronicle.dedupe.tokens import I64, U64, blocks, grams, mix

SLIP_WORDS = 4  # a longer run of uncovered words is a block
_CHUNK_WORDS = 1 << 19

Side = tuple[U64, I64, NDArray[np.bool_]]

START = 23.0  # log odds against copies before anything is compared

MEASURES: dict[str, pl.DataType] = {
    "jaccard": pl.Float64(),
    "containment": pl.Float64(),
    "matched": pl.Float64(),
    "slips": pl.Float64(),
    "figures": pl.Int64(),
    "agreeing": pl.Float64(),
}
"""``jaccard`` and ``containment`` (in the smaller) of word 5-grams; ``matched``: share of the smaller text's words
that are covered or slips; ``slips``: share of slips in these; ``figures``: numbers among them in the text that has
fewer; ``agreeing``: share of these numbers that are covered, 1 without a number."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of texts: hashes, which are numbers, and for each text where its words begin and how many they are."""

    hashes: U64
    numbers: NDArray[np.bool_]
    starts: I64
    sizes: I64


def read(texts: pl.Series) -> Texts:
    """Cut texts into words."""
    starts, sizes = np.zeros(len(texts), dtype=np.int64), np.zeros(len(texts), dtype=np.int64)
    hashes, numbers = [np.empty(0, dtype=np.uint64)], [np.empty(0, dtype=np.bool_)]
    base = 0
    for rows, words in blocks(texts):
        starts[rows] = words.bounds[:-1] + base
        sizes[rows] = np.diff(words.bounds)
        hashes.append(words.hashes)
        numbers.append(words.numbers)
        base += len(words.hashes)
    return Texts(np.concatenate(hashes), np.concatenate(numbers), starts, sizes)


def measure(texts: Texts, left: I64, right: I64) -> pl.DataFrame:
    """Measures of the pairs (left[i], right[i]) of texts, one row a pair, in order."""
    work = np.cumsum(texts.sizes[left] + texts.sizes[right])
    found = [pl.DataFrame(schema=MEASURES)]
    start = 0
    while start < len(left):
        base = work[start - 1] if start else 0
        stop = max(int(np.searchsorted(work, base + _CHUNK_WORDS, side="right")), start + 1)
        found.append(_measure(texts, left[start:stop], right[start:stop]))
        start = stop
    return pl.concat(found)


def _measure(texts: Texts, left: I64, right: I64) -> pl.DataFrame:
    pairs = len(left)
    sides = [_laid(texts, left), _laid(texts, right)]
    shared, sizes = _shared_shingles(sides, pairs)
    words = [np.bincount(owners, minlength=pairs) for _, owners, _ in sides]
    covered = _covered(sides)
    matched, slips, figures, agreeing = [], [], [], []
    for (_, owners, numbers), cover in zip(sides, covered, strict=True):
        slip = _slips(cover, owners)
        covered_words = np.bincount(owners[cover], minlength=pairs)
        slip_words = np.bincount(owners[slip], minlength=pairs)
        matched.append(covered_words + slip_words)
        slips.append(slip_words)
        figures.append(np.bincount(owners[numbers & (cover | slip)], minlength=pairs))
        agreeing.append(np.bincount(owners[numbers & cover], minlength=pairs))
    rows = np.arange(pairs)
    small = (words[1] < words[0]).astype(np.int64)
    few = (figures[1] < figures[0]).astype(np.int64)
    all_slips = slips[0] + slips[1]
    numbers_few = np.stack(figures)[few, rows]
    return pl.DataFrame(
        {
            "jaccard": shared / np.maximum(sizes[0] + sizes[1] - shared, 1),
            "containment": shared / np.maximum(np.minimum(sizes[0], sizes[1]), 1),
            "matched": np.stack(matched)[small, rows] / np.maximum(np.minimum(words[0], words[1]), 1),
            "slips": all_slips / np.maximum(matched[0] + matched[1], 1),
            "figures": numbers_few,
            "agreeing": np.where(numbers_few > 0, np.stack(agreeing)[few, rows] / np.maximum(numbers_few, 1), 1.0),
        },
        schema=MEASURES,
    )


def _laid(texts: Texts, which: I64) -> Side:
    """The words of the texts ``which`` one after the other: hashes, the pair each belongs to, which are numbers."""
    counts = texts.sizes[which]
    owners = np.repeat(np.arange(len(which)), counts)
    ends = np.cumsum(counts)
    places = np.arange(len(owners)) - np.repeat(ends - counts, counts) + np.repeat(texts.starts[which], counts)
    return texts.hashes[places], owners, texts.numbers[places]


def _runs(side: Side, n: int) -> tuple[U64, I64, I64]:
    """Runs of n words within a text: hashes salted with the pair, their pair, and where each begins."""
    hashes, owners, _ = side
    runs = grams(hashes, n)
    begins = np.flatnonzero(owners[: len(runs)] == owners[n - 1 :]) if len(runs) else np.empty(0, np.int64)
    pairs = owners[begins]
    return runs[begins] ^ mix(pairs.astype(np.uint64)), pairs, begins


def _shared_shingles(sides: list[Side], pairs: int) -> tuple[I64, list[I64]]:
    """For each pair: shingles in both texts, and in either; each counted once."""
    distinct, sizes = [], []
    for side in sides:
        runs, owners, _ = _runs(side, SHINGLE_WORDS)
        order = np.argsort(runs)
        first = np.ones(len(runs), dtype=bool)
        first[1:] = runs[order][1:] != runs[order][:-1]
        kept = order[first]
        distinct.append((runs[kept], owners[kept]))
        sizes.append(np.bincount(owners[kept], minlength=pairs))
    both = np.concatenate([distinct[0][0], distinct[1][0]])
    order = np.argsort(both)
    same = np.flatnonzero(both[order][1:] == both[order][:-1])
    owners = np.concatenate([distinct[0][1], distinct[1][1]])[order[same]]
    return np.bincount(owners, minlength=pairs), sizes


def _covered(sides: list[Side]) -> list[NDArray[np.bool_]]:
    """For each word of each side: is it in two neighbouring words that stand in the other text too?"""
    laid = [_runs(side, 2) for side in sides]
    everything = np.concatenate([laid[0][0], laid[1][0]])
    second = np.arange(len(everything)) >= len(laid[0][0])
    order = np.argsort(everything)
    ordered = everything[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if len(ordered) else order
    group = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(ordered))))
    right = np.bincount(group, weights=second[order], minlength=len(starts))
    members = np.diff(np.append(starts, len(ordered)))
    both = np.zeros(len(everything), dtype=bool)
    both[order] = ((right > 0) & (right < members))[group]
    covers = []
    for (hashes, _, _), (_, _, begins), flags in zip(sides, laid, np.split(both, [len(laid[0][0])]), strict=True):
        cover = np.zeros(len(hashes), dtype=bool)
        cover[begins[flags]] = True
        cover[begins[flags] + 1] = True
        covers.append(cover)
    return covers


def _slips(cover: NDArray[np.bool_], owners: I64) -> NDArray[np.bool_]:
    """Uncovered words in short runs between covered words of one text."""
    edges = np.concatenate([[True], (cover[1:] != cover[:-1]) | (owners[1:] != owners[:-1])]) if len(cover) else cover
    starts = np.flatnonzero(edges)
    sizes = np.diff(np.append(starts, len(cover)))
    inside = np.zeros(len(starts), dtype=bool)
    inside[1:-1] = (owners[starts[1:-1]] == owners[starts[:-2]]) & (owners[starts[1:-1]] == owners[starts[2:]])
    return np.repeat(~cover[starts] & inside & (sizes <= SLIP_WORDS), sizes)


def evidence() -> pl.Expr:
    """How much a measured candidate pair speaks for (positive) or against copies: log odds, in hundredths.

    Shared text speaks for copies, by its share of both texts and its share of the shorter one. What stands on
    many pages of few sites counts less (``weighed`` against ``similarity``). Figures that differ in the same context
    speak against, as do slips beyond what careless copying makes: those are the slots of a template. Weights from a
    logistic regression on ``bench/dedupe_corpus.py``, rounded (docs/deduplication.md).
    """
    share = 16 * pl.col("jaccard") + 12 * pl.col("matched") - 4 * pl.col("containment")
    own = 12 * (pl.col("weighed") / pl.col("similarity")).clip(0, 1)
    figures = 34 * (0.85 - pl.col("agreeing")).clip(0) * (pl.col("figures").clip(0, 6) / 6)
    slots = 60 * (pl.col("slips") - 0.12).clip(0)
    return (100 * (share + own - START - figures - slots).clip(-4, 4)).round().cast(pl.Int64)
