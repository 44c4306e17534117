"""From scores to the article's blocks: the readable rules that stand after the model."""

import re
from collections import Counter

import numpy as np

from chronicle.clean.between import between
from chronicle.clean.blocks import Segments
from chronicle.clean.cues import ends_article, is_caption, is_furniture, signs_off
from chronicle.clean.model import Scored
from chronicle.clean.textdump import weight

KEEP = 0.5
LITTLE = 300  # characters; what is left below this is no article, so the next best is tried
SURE = 0.9  # a cue word does not overrule a score this high
FALLBACK_KEEP = 0.15
REPEATED_CHARS = 40  # a shorter line may well be said twice
TAIL_SHARE = 0.6  # a cue line ends the article only if this much of its text stands before it
STRAY = 100  # letters; a longer line is a paragraph even without a full stop
STRAY_SCORE = 0.7
STRAY_LINKED = 0.6
SENTENCE_ENDS = tuple(".!?。！？…:：;；\"”’')）")
SAME_TITLE = 0.95
_DATED = re.compile(r"(?:\A|[\s(\[（【])(?:19|20)\d\d ?[-/.年] ?\d\d? ?[-/.月] ?\d\d?日?[)\]）】]?\Z")


def selected(page: Segments, scored: Scored) -> list[int]:
    """Numbers of the blocks that are the article's text, in reading order."""
    if not page.texts:
        return []
    kept = _without_rules_of_thumb(page, scored, np.flatnonzero(scored.score > KEEP).tolist())
    if _chars(scored, kept) < LITTLE:
        looser = _without_rules_of_thumb(page, scored, np.flatnonzero(scored.score > FALLBACK_KEEP).tolist())
        if _chars(scored, looser) > 2 * _chars(scored, kept):
            return looser
        running = _without_rules_of_thumb(page, scored, np.flatnonzero(scored.columns["sentence"] > 0).tolist())
        if _chars(scored, looser) < LITTLE and _chars(scored, running) > 2 * _chars(scored, kept):
            return running
    return kept


def _without_rules_of_thumb(page: Segments, scored: Scored, kept: list[int]) -> list[int]:
    titles = scored.columns["in_title"]
    kept = [i for i in kept if titles[i] < SAME_TITLE or len(page.texts[i]) > 200]
    kept = _trimmed(page, scored, _before_tail(page, scored, kept))
    kept = [i for i in kept if not (is_caption if scored.score[i] >= SURE else is_furniture)(page.texts[i])]
    seen: Counter[str] = Counter()
    unique = []
    for index in kept:
        text = page.texts[index]
        seen[text] += 1
        if seen[text] == 1 or len(text) < REPEATED_CHARS:
            unique.append(index)
    return between(page, scored, unique)


def _trimmed(page: Segments, scored: Scored, kept: list[int]) -> list[int]:
    """Without the stray headlines, dates and labels before the first sentence and after the last, and who wrote it."""
    first, last = 0, len(kept)
    while first < last and _is_stray(page, scored, kept[first]):
        first += 1
    while last > first and (_is_stray(page, scored, kept[last - 1]) or signs_off(page.texts[kept[last - 1]])):
        last -= 1
    return kept[first:last] if first < last else kept


def _is_stray(page: Segments, scored: Scored, index: int) -> bool:
    text = page.texts[index]
    if text.endswith(SENTENCE_ENDS) or _is_long(text):
        return False
    if _DATED.search(text):  # a headline of a list with its day
        return True
    return bool(scored.score[index] < STRAY_SCORE or page.link_chars[index] > STRAY_LINKED * len(text))


def _before_tail(page: Segments, scored: Scored, kept: list[int]) -> list[int]:
    """Without what follows a line that ends an article: all, late in the text; else only stray lines after the cue."""
    total = _chars(scored, kept)
    last_paragraph = next((index for index in reversed(kept) if _is_paragraph(page.texts[index])), -1)
    cue_after = next(
        (index for index in range(last_paragraph + 1, len(page.texts)) if ends_article(page.texts[index])),
        len(page.texts),
    )
    before = 0.0
    out: list[int] = []
    for index in kept:
        if index >= cue_after > last_paragraph >= 0:
            return out
        text = page.texts[index]
        if ends_article(text):
            if before >= TAIL_SHARE * total:
                return out
            continue
        before += scored.columns["chars"][index]
        out.append(index)
    return out


def _is_paragraph(text: str) -> bool:
    return text.endswith(SENTENCE_ENDS) and _is_long(text)


def _is_long(text: str) -> bool:
    return len(text) >= STRAY or weight(text) >= STRAY


def _chars(scored: Scored, kept: list[int]) -> float:
    return float(scored.columns["chars"][kept].sum())
