"""Between two kept blocks: the headings and table cells that the model doubts only because they are short."""

from collections.abc import Iterator
from itertools import pairwise

from chronicle.clean.blocks import Segments
from chronicle.clean.cues import ends_article, is_furniture
from chronicle.clean.model import Scored

HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
CELLS = frozenset({"td", "th"})
NEAR = 2  # levels up from a kept block to the element that holds the next one as well
TABLE_LEVELS = 4  # from a cell over row, body and table to the element around the table
CELL_LEVELS = 2  # a cell's text may stand in a paragraph of its own
HEADING_SCORE = 0.3  # five of six headings that score more, alone between two kept paragraphs, are the article's
CELL_SCORE = 0.2  # mean of the cells between two kept paragraphs
LINKED = 0.3
MAX_CELLS = 400


def between(page: Segments, scored: Scored, kept: list[int]) -> list[int]:
    """``kept`` with the single headings and whole tables that stand between two kept blocks of one element."""
    added = [index for pair in pairwise(kept) for index in _bridge(page, scored, *pair)]
    return sorted({*kept, *added}) if added else kept


def _bridge(page: Segments, scored: Scored, before: int, after: int) -> range:
    gap = range(before + 1, after)
    if not gap or len(gap) > MAX_CELLS or not _holds(page, before, after, gap):
        return range(0)
    if any(page.link_chars[i] > LINKED * len(page.texts[i]) or _is_cue(page.texts[i]) for i in gap):
        return range(0)
    score = scored.score[gap.start : gap.stop].mean()
    if all(_cell_levels(page, i) for i in gap):
        return gap if score > CELL_SCORE else range(0)
    heading = len(gap) == 1 and page.tags[page.nodes[gap[0]]] in HEADINGS
    return gap if heading and score > HEADING_SCORE else range(0)


def _holds(page: Segments, before: int, after: int, gap: range) -> bool:
    """Whether the nearest element around both blocks is close to them and holds the gap too."""
    above = [*_upwards(page, after, _reach(page, after))]
    shared = next((node for node in _upwards(page, before, _reach(page, before)) if node in above), None)
    if shared is None:
        return False
    return all(shared in _upwards(page, i, len(page.parents)) for i in (gap[0], gap[-1]))


def _reach(page: Segments, block: int) -> int:
    cell = _cell_levels(page, block)
    return cell + TABLE_LEVELS if cell else 1 + NEAR


def _cell_levels(page: Segments, block: int) -> int:
    """How many elements from the block's own to its table cell, both counted; 0 outside cells."""
    around = enumerate(_upwards(page, block, CELL_LEVELS), start=1)
    return next((levels for levels, node in around if page.tags[node] in CELLS), 0)


def _upwards(page: Segments, block: int, levels: int) -> Iterator[int]:
    node = page.nodes[block]
    while node >= 0 and levels > 0:
        yield node
        node = page.parents[node]
        levels -= 1


def _is_cue(text: str) -> bool:
    if not any(map(str.isalpha, text)):
        return not any(map(str.isdigit, text))  # a figure is no furniture in a table
    return ends_article(text) or is_furniture(text)
