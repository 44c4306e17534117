"""Counts over the characters of blocks: classes of characters and cue words, many blocks at a time.

A page is taken in stretches of bounded length, so that a page of fifty megabytes needs no arrays of its whole size.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import ahocorasick_rs
import numpy as np
import numpy.typing as npt

from chronicle.clean.charclasses import class_table, classes
from chronicle.clean.wordcues import GROUPS, PATTERN_GROUPS, PATTERNS

STRETCH = 1 << 20  # characters looked at together, unless one block has more
_MATCHER = ahocorasick_rs.AhoCorasick(list(PATTERNS), implementation=ahocorasick_rs.Implementation.DFA)
_GROUP_OF_PATTERN = np.array(PATTERN_GROUPS, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class TextCounts:
    """One row a block: characters of each class (columns as charclasses.BITS), cue words of each group, the ends.

    ``first`` and ``last`` are the class bytes of a block's first and last character. A block's closing newline counts
    as a space.
    """

    classes: npt.NDArray[np.float64]
    cues: npt.NDArray[np.float64]
    first: npt.NDArray[np.uint8]
    last: npt.NDArray[np.uint8]


def text_counts(texts: Sequence[str], size: npt.NDArray[np.int64]) -> TextCounts:
    """Counts for blocks whose lengths are ``size``."""
    parts = [_counted(texts[low:high], size[low:high]) for low, high in _stretches(size)]
    if len(parts) == 1:
        return parts[0]
    return TextCounts(
        np.concatenate([part.classes for part in parts]),
        np.concatenate([part.cues for part in parts]),
        np.concatenate([part.first for part in parts]),
        np.concatenate([part.last for part in parts]),
    )


def _stretches(size: npt.NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    number = np.cumsum(size + 1) // STRETCH
    cuts = np.flatnonzero(np.diff(number)) + 1
    return zip([0, *cuts.tolist()], [*cuts.tolist(), len(size)], strict=True)


def _counted(texts: Sequence[str], size: npt.NDArray[np.int64]) -> TextCounts:
    joined = "\n".join(texts) + "\n"
    kinds = classes(joined)
    starts = np.cumsum(size + 1) - size - 1
    numbers, members = class_table()
    cells = np.repeat(np.arange(len(texts)) * len(members), size + 1)
    cells += numbers[kinds]
    of_kind = np.bincount(cells, minlength=len(texts) * len(members)).reshape(len(texts), len(members))
    return TextCounts(of_kind @ members, _cues(joined, starts), kinds[starts], kinds[starts + size - 1])


def _cues(joined: str, starts: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    lowered = joined.lower()
    found = _MATCHER.find_matches_as_indexes(lowered if len(lowered) == len(joined) else joined)
    if not found:
        return np.zeros((len(starts), len(GROUPS)))
    at = np.fromiter(chain.from_iterable(found), dtype=np.int64, count=3 * len(found)).reshape(-1, 3)
    block = np.searchsorted(starts, at[:, 1], side="right") - 1
    cells = np.bincount(block * len(GROUPS) + _GROUP_OF_PATTERN[at[:, 0]], minlength=len(starts) * len(GROUPS))
    return cells.reshape(len(starts), len(GROUPS)).astype(np.float64)
