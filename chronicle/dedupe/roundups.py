"""Pages that reprint several texts: a week in review, a press digest. They are copies of none of what they hold."""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from chronicle.dedupe.tokens import I64

MUCH_SHORTER = 0.6  # of the holder's words
LOOKED_AT = 12  # oldest held texts of a holder that are compared with each other
FEWEST = 3  # texts that have nothing to do with each other


def reprints(left: I64, right: I64, weights: I64, words: I64) -> NDArray[np.bool_]:
    """Which pairs tie a roundup to what it holds; ``words[i]`` is the length of text i, texts are numbered by age.

    A text is a roundup if it holds at least three much shorter texts that are no copies of one another, and no group of
    copies is half of them.
    """
    longer = np.where(words[left] >= words[right], left, right)
    shorter = np.where(words[left] >= words[right], right, left)
    holds = (weights > 0) & (words[shorter] <= MUCH_SHORTER * words[longer])
    held: dict[int, list[int]] = defaultdict(list)
    for holder, text in sorted(zip(longer[holds].tolist(), shorter[holds].tolist(), strict=True)):
        held[holder].append(text)
    looked_at = {holder: texts[:LOOKED_AT] for holder, texts in held.items() if len(texts) >= FEWEST}
    wanted = np.zeros(len(words), dtype=bool)
    wanted[[text for texts in looked_at.values() for text in texts]] = True
    among = (weights > 0) & wanted[left] & wanted[right]
    copies: dict[int, set[int]] = defaultdict(set)
    for a, b in zip(left[among].tolist(), right[among].tolist(), strict=True):
        copies[a].add(b)
        copies[b].add(a)
    roundups = np.zeros(len(words), dtype=bool)
    roundups[[holder for holder, texts in looked_at.items() if _unrelated(texts, copies)]] = True
    return holds & roundups[longer]


def _unrelated(texts: list[int], copies: dict[int, set[int]]) -> bool:
    """Whether the texts fall into at least three groups of copies, none of them half of all."""
    left, sizes = set(texts), []
    while left:
        group, waiting = 0, [min(left)]
        left -= set(waiting)
        while waiting:
            group += 1
            near = copies[waiting.pop()] & left
            left -= near
            waiting += sorted(near)
        sizes.append(group)
    return len(sizes) >= FEWEST and max(sizes) * 2 <= len(texts)
