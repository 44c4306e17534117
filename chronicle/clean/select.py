"""From scores to the article's blocks: the readable rules that stand after the model."""

from collections import Counter

import numpy as np

from chronicle.clean.blocks import Segments
from chronicle.clean.cues import ends_article, is_furniture
from chronicle.clean.model import Scored

KEEP = 0.5
LITTLE = 150  # characters; what is left below this is no article, so the next best is tried
FALLBACK_KEEP = 0.15
REPEATED_CHARS = 40  # a shorter line may well be said twice
TAIL_SHARE = 0.6  # a cue line ends the article only if this much of its text stands before it
SAME_TITLE = 0.95


def selected(page: Segments, scored: Scored) -> list[int]:
    """Numbers of the blocks that are the article's text, in reading order."""
    if not page.texts:
        return []
    kept = _without_rules_of_thumb(page, scored, np.flatnonzero(scored.score > KEEP).tolist())
    if _chars(page, kept) < LITTLE:
        looser = _without_rules_of_thumb(page, scored, np.flatnonzero(scored.score > FALLBACK_KEEP).tolist())
        if _chars(page, looser) > 2 * _chars(page, kept):
            return looser
        running = np.flatnonzero(scored.columns["sentence"] > 0).tolist()
        if _chars(page, looser) < LITTLE and running:
            return _without_rules_of_thumb(page, scored, running)
    return kept


def _without_rules_of_thumb(page: Segments, scored: Scored, kept: list[int]) -> list[int]:
    titles = scored.columns["in_title"]
    kept = [i for i in kept if titles[i] < SAME_TITLE or len(page.texts[i]) > 200]
    kept = _before_tail(page, kept)
    kept = [i for i in kept if not is_furniture(page.texts[i])]
    seen: Counter[str] = Counter()
    unique = []
    for index in kept:
        text = page.texts[index]
        seen[text] += 1
        if seen[text] == 1 or len(text) < REPEATED_CHARS:
            unique.append(index)
    return unique


def _before_tail(page: Segments, kept: list[int]) -> list[int]:
    total = _chars(page, kept)
    before = 0
    out: list[int] = []
    for index in kept:
        text = page.texts[index]
        if ends_article(text):
            if before >= TAIL_SHARE * total:
                return out
            continue
        before += len(text)
        out.append(index)
    return out


def _chars(page: Segments, kept: list[int]) -> int:
    return sum(len(page.texts[index]) for index in kept)
