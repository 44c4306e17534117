"""Which texts may be copies of which: sketches cut into bands, and the texts that share a band found by sorted search.

Two neighbouring bins are a band (Leskovec, Rajaraman & Ullman, Mining of Massive Datasets, 3.4); 64 bands find a pair
of Jaccard similarity 0.3 with probability 0.998. A text looks only at texts that stand before it in the journal, so
what it finds does not depend on how work was split. A band that too many earlier texts share gives the first few and
the last few of them: enough to tie a story told 500 times together, and linear in time for 10,000 pages of one
template.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from chronicle.dedupe.signatures import BINS
from chronicle.dedupe.tokens import I64, U64, mix

BANDS = BINS // 2
HOT = 32  # earlier texts looked at in one band: half from its beginning, half from its end
CHUNK = 8192  # texts that look for candidates at a time: bounds memory
MIN_SIMILARITY = 0.06  # of the sketches; below it neither Jaccard nor containment can reach what a copy needs
MIN_CONTAINMENT = 0.25
LIKELY_CONTAINMENT = 0.6  # so much shared text is looked at whatever its weight
_COMPARE_ROWS = 1 << 16
_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)

CANDIDATES = {"seq": pl.Int64(), "other": pl.Int64(), "similarity": pl.Float64(), "weighed": pl.Float64()}
"""Columns of a candidate frame: a text, an earlier text, and the share of bins in which their sketches agree."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Texts in journal order, each once, with every band's entries in sorted order.

    ``seqs`` (n), ``words`` (n), ``sketches`` (n, BINS); ``known`` (n): the text keys, sorted; ``entries`` (BANDS, n),
    sorted along each row: 32 bits of the band's key, then 32 bits for the number of the text.
    """

    seqs: I64
    sites: U64
    words: I64
    sketches: NDArray[np.uint32]
    known: U64
    entries: U64


def segment(signatures: pl.DataFrame, earlier: Sequence[Segment] = ()) -> Segment:
    """Index the texts of a signature frame that no earlier segment holds; each text stands at its lowest seq."""
    column = signatures.filter(pl.col("words") > 0).sort("seq")
    text_keys = column["text_key"].to_numpy()
    new = np.zeros(len(text_keys), dtype=bool)
    new[np.unique(text_keys, return_index=True)[1]] = True
    for part in earlier:
        if len(part.known):
            places = np.minimum(np.searchsorted(part.known, text_keys), len(part.known) - 1)
            new &= part.known[places] != text_keys
    kept = column.filter(pl.Series(new, dtype=pl.Boolean))
    sketches = kept["sketch"].to_numpy().reshape(kept.height, BINS)
    entries = np.empty((BANDS, kept.height), dtype=np.uint64)
    fill(sketches, entries)
    return Segment(
        seqs=kept["seq"].to_numpy(),
        sites=kept["site_key"].to_numpy(),
        words=kept["words"].to_numpy(),
        sketches=sketches,
        known=np.sort(text_keys[new]),
        entries=entries,
    )


def fill(sketches: NDArray[np.uint32], entries: U64) -> None:
    """Write the sorted entries of every band."""
    numbers = np.arange(len(sketches), dtype=np.uint64)
    for band in range(BANDS):
        first = sketches[:, 2 * band].astype(np.uint64)
        keys = mix((first << _HALF) | sketches[:, 2 * band + 1])
        entries[band] = np.sort((keys & ~_LOW) | numbers)


def candidates(new: Segment, earlier: Sequence[Segment] = ()) -> pl.DataFrame:
    """Pairs worth verifying: each text of ``new`` with texts before it, in ``earlier`` segments (in order) or
    ``new``."""
    parts = [*earlier, new]
    offsets = np.concatenate([[0], np.cumsum([len(part.seqs) for part in parts])]).astype(np.int64)
    found = [pl.DataFrame(schema=CANDIDATES)]
    for start in range(0, len(new.seqs), CHUNK):
        stop = min(start + CHUNK, len(new.seqs))
        codes = [_share_band(band, start, stop, parts, offsets) for band in range(BANDS)]
        pairs = np.unique(np.concatenate(codes))
        texts, others = (pairs >> _HALF).astype(np.int64), (pairs & _LOW).astype(np.int64)
        found.append(_alike(texts, others, parts, offsets))
    return pl.concat(found).sort("seq", "other")


def _share_band(band: int, start: int, stop: int, parts: Sequence[Segment], offsets: I64) -> U64:
    """Codes (text << 32 | earlier text, both counted over all parts) of the pairs that share this band."""
    own = parts[-1].entries[band]
    numbers = (own & _LOW).astype(np.int64)
    places = np.flatnonzero((numbers >= start) & (numbers < stop))
    wanted = own[places] & ~_LOW
    lows, counts = [], []
    for part in parts[:-1]:
        stored = part.entries[band]
        low = np.searchsorted(stored, wanted)
        hit = np.flatnonzero(stored[np.minimum(low, len(stored) - 1)] & ~_LOW == wanted) if len(stored) else low[:0]
        count = np.zeros(len(wanted), dtype=np.int64)
        count[hit] = np.searchsorted(stored, wanted[hit] | _LOW, side="right") - low[hit]
        lows.append(low)
        counts.append(count)
    lows.append(np.searchsorted(own, wanted))
    counts.append(places - lows[-1])
    totals = np.sum(counts, axis=0)
    taken = np.minimum(totals, HOT)
    asking = np.repeat(np.arange(len(wanted)), taken)
    nth = np.arange(len(asking)) - np.repeat(np.cumsum(taken) - taken, taken)
    late = nth >= HOT // 2
    nth[late] += np.maximum(totals[asking[late]] - HOT, 0)
    others = np.empty(len(asking), dtype=np.int64)
    for part, offset, low, count in zip(parts, offsets, lows, counts, strict=False):
        inside = np.flatnonzero((nth >= 0) & (nth < count[asking]))
        others[inside] = (part.entries[band][low[asking[inside]] + nth[inside]] & _LOW).astype(np.int64) + offset
        nth = nth - count[asking]
    texts: U64 = (numbers[places][asking] + offsets[-2]).astype(np.uint64)
    codes: U64 = (texts << _HALF) | others.astype(np.uint64)
    return codes


def _alike(texts: I64, others: I64, parts: Sequence[Segment], offsets: I64) -> pl.DataFrame:
    """Keep the pairs whose sketches leave room for a copy; ``texts`` ascending."""
    kept = [pl.DataFrame(schema=CANDIDATES)]
    firsts = np.flatnonzero(np.diff(texts, prepend=-1))
    ends = np.append(firsts, len(texts))
    start = 0
    while start < len(texts):  # whole texts at a time: a text's weights come from all its candidates
        stop = int(ends[np.searchsorted(firsts, start + _COMPARE_ROWS)])
        kept.append(_weighed(texts[start:stop], others[start:stop], parts, offsets))
        start = stop
    return pl.concat(kept)


def _weighed(texts: I64, others: I64, parts: Sequence[Segment], offsets: I64) -> pl.DataFrame:
    agree = _gather("sketches", texts, parts, offsets) == _gather("sketches", others, parts, offsets)
    sites = _gather("sites", others, parts, offsets)
    sites = np.where(texts >= _third_site(parts, offsets), sites, others.astype(np.uint64))
    order = np.lexsort((sites, texts))
    text, site = texts[order], sites[order]
    new_text = np.flatnonzero(np.diff(text, prepend=-1))
    new_site = np.flatnonzero((np.diff(text, prepend=-1) != 0) | np.concatenate([[True], site[1:] != site[:-1]]))
    pages = np.add.reduceat(agree[order], new_text, axis=0, dtype=np.float32)
    by_site = np.logical_or.reduceat(agree[order], new_site, axis=0)
    standing = np.add.reduceat(by_site, np.searchsorted(new_site, new_text), axis=0, dtype=np.float32)
    weights = (standing + 1) / (pages + 1)
    owner = np.repeat(np.arange(len(new_text)), np.diff(np.append(new_text, len(text))))
    weight = np.empty((len(text), BINS), dtype=np.float32)
    weight[order] = weights[owner]
    similarity = agree.mean(axis=1)
    weighed = (agree * weight).sum(axis=1) / weight.sum(axis=1)
    words = _gather("words", texts, parts, offsets).astype(float), _gather("words", others, parts, offsets)
    room = (words[0] + words[1]) / np.minimum(*words)
    likely = similarity / (1 + similarity) * room >= LIKELY_CONTAINMENT
    good = likely | ((weighed >= MIN_SIMILARITY) & (weighed / (1 + weighed) * room >= MIN_CONTAINMENT))
    return pl.DataFrame(
        {
            "seq": _gather("seqs", texts[good], parts, offsets),
            "other": _gather("seqs", others[good], parts, offsets),
            "similarity": similarity[good],
            "weighed": weighed[good].astype(float),
        },
        schema=CANDIDATES,
    )


def _third_site(parts: Sequence[Segment], offsets: I64) -> int:
    """The text at which a third site appears; before it, sites tell nothing and each page counts as its own."""
    seen: list[int] = []
    for part, offset in zip(parts, offsets, strict=False):
        start = 0
        while True:
            new = ~np.isin(part.sites[start : start + CHUNK], seen)
            if new.any():
                start += int(np.argmax(new))
                seen.append(int(part.sites[start]))
                if len(seen) == 3:
                    return int(offset) + start
            else:
                start += CHUNK
            if start >= len(part.sites):
                break
    return int(offsets[-1])


def _gather(name: str, numbers: I64, parts: Sequence[Segment], offsets: I64) -> NDArray[np.generic]:
    """Values of a column for texts counted over all parts."""
    columns = [getattr(part, name) for part in parts]
    if len(columns) == 1:
        return columns[0][numbers]  # type: ignore[no-any-return]
    values = np.empty((len(numbers), *columns[0].shape[1:]), dtype=columns[0].dtype)
    homes = np.searchsorted(offsets, numbers, side="right") - 1
    for home, column in enumerate(columns):
        here = np.flatnonzero(homes == home)
        values[here] = column[numbers[here] - offsets[home]]
    return values
