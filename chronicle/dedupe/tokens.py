"""From texts to word hashes: one UTF-8 buffer, vectorised; what a word is, for every step of deduplication.

A word is a run of letters and digits; in Chinese and Japanese scripts each character is a word, so word 5-grams are
character 5-grams there. Case, full-width forms, punctuation and white space do not count. Hashes are our own: they
stay the same on every machine, Python and library version, and may be stored.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

U64 = NDArray[np.uint64]
I64 = NDArray[np.int64]

BLOCK_BYTES = 1 << 18  # a block's arrays stay in the processor's cache
_PAD = b" " * 16
_NINE = ord("9")
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)  # 2**64 / golden ratio, odd (Knuth, TAOCP 3, 6.4)
_MIX = np.uint64(0xBF58476D1CE4E5B9)  # splitmix64 (Steele, Lea & Flood 2014)
_MIX2 = np.uint64(0x94D049BB133111EB)
_LOW_BYTES = np.array([(1 << 8 * n) - 1 for n in range(8)] + [(1 << 64) - 1], dtype=np.uint64)


def _classes() -> NDArray[np.uint8]:
    """0 separates, 1 belongs to a word, 3 leads a character that is a word by itself (U+3000 to U+9FFF)."""
    table = np.ones(256, dtype=np.uint8)
    table[:0x80] = 0
    for first, last in (("0", "9"), ("a", "z")):
        table[ord(first) : ord(last) + 1] = 1
    table[0xE3:0xEA] = 3
    return table


_CLASS = _classes()


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a block of texts: ``hashes`` of all in order, and which begin with a digit; text ``i`` owns
    ``bounds[i]:bounds[i + 1]``."""

    hashes: U64
    numbers: NDArray[np.bool_]
    bounds: I64


def mix(values: U64) -> U64:
    """Scramble 64-bit values so that every bit counts (the finaliser of splitmix64)."""
    mixed = values ^ (values >> np.uint64(30))
    mixed *= _MIX
    mixed ^= mixed >> np.uint64(27)
    mixed *= _MIX2
    mixed ^= mixed >> np.uint64(31)
    return mixed


def normalise(texts: pl.Series) -> pl.Series:
    """Lower case; compatibility forms (full-width letters, ligatures) are made plain where there can be any."""
    foreign = pl.col("text").str.contains("[^\x00-\u024f\u2010-\u2027\u3001-\u9fff]")
    plain = pl.when(foreign).then(pl.col("text").str.normalize("NFKC")).otherwise(pl.col("text"))
    return texts.rename("text").to_frame().select(plain.str.to_lowercase()).to_series()


def blocks(texts: pl.Series) -> Iterator[tuple[I64, Words]]:
    """Cut texts into words, block by block; gives which texts they are, ascending, and their words."""
    ascii_only = (texts.str.len_bytes() == texts.str.len_chars()).to_numpy()
    for rows, normal in (
        (np.flatnonzero(ascii_only), lambda part: part.str.to_lowercase()),
        (np.flatnonzero(~ascii_only), normalise),
    ):
        if len(rows):
            yield from _blocks(rows, normal(texts.gather(rows)))


def _blocks(rows: I64, normal: pl.Series) -> Iterator[tuple[I64, Words]]:
    ends = np.cumsum(normal.str.len_bytes().to_numpy().astype(np.int64) + 1)
    first = 0
    while first < len(rows):
        base = int(ends[first - 1]) if first else 0
        last = max(int(np.searchsorted(ends, base + BLOCK_BYTES, side="right")), first + 1)
        data = b"\n".join(normal[first:last].cast(pl.Binary).to_list())
        yield rows[first:last], _cut(data, ends[first:last] - base)
        first = last


def _cut(data: bytes, ends: I64) -> Words:
    """Words of texts joined by one byte; text ``i`` ends before ``ends[i]``."""
    padded = b"\n" + data + _PAD
    buffer = np.frombuffer(padded, dtype=np.uint8)
    kinds = np.frombuffer(padded.translate(_CLASS.tobytes()), dtype=np.uint8)
    if data.isascii():
        edges = np.flatnonzero(kinds[1:] != kinds[:-1]) + 1
        starts, stops = edges[::2], edges[1::2]
    else:
        starts, stops = _cut_unicode(buffer, kinds.copy())
    hashes = _hash(padded, starts, stops - starts)
    bounds = np.concatenate([[0], np.searchsorted(starts, ends + 1)]).astype(np.int64)
    return Words(hashes, buffer[starts] <= _NINE, bounds)


def _cut_unicode(buffer: NDArray[np.uint8], kinds: NDArray[np.uint8]) -> tuple[I64, I64]:
    two = np.flatnonzero(buffer == 0xC2)  # U+0080 to U+00BF: signs and the no-break space
    three = np.flatnonzero((buffer == 0xE2) | ((buffer == 0xE3) & (np.roll(buffer, -1) == 0x80)))  # punctuation
    kinds[np.concatenate([two, two + 1, three, three + 1, three + 2])] = 0
    single = np.flatnonzero(kinds == 3)
    kinds[np.concatenate([single, single + 1, single + 2])] = 0
    edges = np.flatnonzero(kinds[1:] != kinds[:-1]) + 1
    starts = np.concatenate([edges[::2], single])
    stops = np.concatenate([edges[1::2], single + 3])
    order = np.argsort(starts, kind="stable")
    return starts[order], stops[order]


def _hash(padded: bytes, starts: I64, sizes: I64) -> U64:
    """Hash each word by its first eight bytes, its last eight and its length."""
    eights = np.ndarray((len(padded) - 7,), dtype="<u8", buffer=padded, strides=(1,))
    hashes = eights[starts].astype(np.uint64, copy=False)
    hashes &= _LOW_BYTES[np.minimum(sizes, 8)]
    hashes *= _GOLDEN
    long = np.flatnonzero(sizes > 8)
    tails = eights[starts[long] + sizes[long] - 8].astype(np.uint64, copy=False)
    tails ^= sizes[long].astype(np.uint64) << np.uint64(56)
    hashes[long] += mix(tails)
    hashes ^= hashes >> np.uint64(29)
    hashes *= _MIX
    hashes ^= hashes >> np.uint64(32)
    return hashes


def grams(hashes: U64, n: int) -> U64:
    """Hashes of the runs of ``n`` neighbouring words (also across texts: the caller leaves those out)."""
    if len(hashes) < n:
        return np.empty(0, dtype=np.uint64)
    count = len(hashes) - n + 1
    sums = hashes[:count].copy()
    for step in range(1, n):
        sums *= _GOLDEN
        sums += hashes[step : step + count]
    sums ^= sums >> np.uint64(29)
    sums *= _MIX2
    sums ^= sums >> np.uint64(31)
    return sums
