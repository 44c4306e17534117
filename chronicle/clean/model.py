"""The block model: two looks at a page's blocks, each a small forest. Weights and card: data/blocks.npz, MODEL.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from chronicle.clean.blocks import Segments
from chronicle.clean.context import second_look
from chronicle.clean.features import Head, features
from chronicle.clean.forest import Forest, restored, stack

WORTH_A_SECOND_LOOK = 0.03  # a first score below this was never worth keeping (0.2% of gold characters)
FloatColumn = npt.NDArray[np.float64]

SECOND_COLUMNS = (
    "chars", "tag", "link_density", "terminal", "last_terminal", "mark_low", "mark_high", "mark_sum", "since_heading",
    "alike_count", "around2_share", "up_figure", "up_list", "cue_related", "cue_photo", "cue_bio", "cue_function",
    "cue_subscribe", "bold_density", "in_title", "in_description", "upper_share",
)  # fmt: skip
"""Columns of the first look that the second sees again, beside the scores around the block."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Scores of a page's blocks, 0 to 1, and the columns they came from."""

    score: FloatColumn
    columns: Mapping[str, FloatColumn]


@dataclass(frozen=True, slots=True)
class _Weights:
    first: Forest
    second: Forest
    lexicon: Mapping[str, float]


def score(page: Segments, head: Head) -> Scored:
    """The probability of each block to be the article's text."""
    if not page.texts:
        return Scored(np.zeros(0), {})
    weights = _weights()
    columns = features(page, head, weights.lexicon)
    first = weights.first.predict(stack(weights.first.names, columns))
    final = np.zeros(len(first))
    worth = np.flatnonzero(first > WORTH_A_SECOND_LOOK)
    if len(worth):
        around = {**columns, **second_look(page, first, columns["chars"])}
        final[worth] = weights.second.predict(stack(weights.second.names, around)[:, worth])
    return Scored(final, columns)


@lru_cache(maxsize=1)
def _weights() -> _Weights:
    with (resources.files("chronicle.clean") / "data/blocks.npz").open("rb") as file, np.load(file) as arrays:
        stored = {name: arrays[name] for name in arrays.files}
    words = bytes(stored["lexicon_words"].tobytes()).decode("utf-8").split("\n")
    odds = stored["lexicon_odds"].astype(np.float64).tolist()
    return _Weights(restored("first", stored), restored("second", stored), dict(zip(words, odds, strict=True)))
