"""The second look: what the first scores of a block's neighbours, container and kind say about it."""

import numpy as np
import numpy.typing as npt

from chronicle.clean.blocks import Segments

FloatColumn = npt.NDArray[np.float64]
STEPS = (1, 2, 3, 4)
WIDTHS = (2, 6, 15)
LEVELS = 4
KEPT = 0.5


def second_look(page: Segments, score: FloatColumn, chars: FloatColumn) -> dict[str, FloatColumn]:
    """Columns by name, one value a block, from the first scores and the blocks' lengths."""
    count = len(score)
    index = np.arange(count)
    mass = score * chars
    total = max(float(mass.sum()), 1.0)
    columns: dict[str, FloatColumn] = {"score": score}
    most = max(STEPS)
    framed = np.full(count + 2 * most, -1.0)
    framed[most : most + count] = score
    for step in STEPS:
        columns[f"score_before{step}"] = framed[most - step :][:count]
        columns[f"score_after{step}"] = framed[most + step :][:count]
    mass_sums = np.concatenate(([0.0], np.cumsum(mass)))
    char_sums = np.concatenate(([0.0], np.cumsum(chars)))
    for width in WIDTHS:
        low, high = np.maximum(index - width, 0), np.minimum(index + width + 1, count)
        columns[f"score_within{width}"] = (mass_sums[high] - mass_sums[low]) / np.maximum(
            char_sums[high] - char_sums[low], 1
        )
    columns["mass_before"] = mass_sums[:-1] / total
    columns["mass_share"] = mass / total
    columns["page_mass"] = np.full(count, np.log1p(total))
    columns["page_score"] = np.full(count, total / max(float(chars.sum()), 1.0))
    at_node = np.array(page.nodes, dtype=np.int64)
    parents = np.append(np.array(page.parents, dtype=np.int64), -1)
    spare = len(parents)
    for level in range(LEVELS):
        own = at_node % spare
        inside_mass = np.bincount(own, weights=mass, minlength=spare)[own]
        inside_chars = np.bincount(own, weights=chars, minlength=spare)[own]
        columns[f"score_container{level}"] = inside_mass / np.maximum(inside_chars, 1)
        columns[f"mass_container{level}"] = inside_mass / total
        at_node = parents[at_node]
    kind = np.append(page.kinds(), len(parents)).astype(np.int64)[page.nodes]
    columns["score_alike"] = np.bincount(kind, weights=mass)[kind] / np.maximum(
        np.bincount(kind, weights=chars)[kind], 1
    )
    sure = np.flatnonzero((score > KEPT) & (chars > 40))
    first, last = (int(sure[0]), int(sure[-1])) if len(sure) else (count, -1)
    columns["after_first"] = np.clip(index - first, -30, 60).astype(np.float64)
    columns["before_last"] = np.clip(last - index, -30, 60).astype(np.float64)
    previous = np.maximum.accumulate(np.where((score > KEPT) & (chars > 40), index, -100))
    columns["since_kept"] = np.concatenate(([100.0], np.minimum(index[1:] - previous[:-1], 100)))
    following = np.minimum.accumulate(np.where((score > KEPT) & (chars > 40), index, count + 100)[::-1])[::-1]
    columns["until_kept"] = np.concatenate((np.minimum(following[1:] - index[:-1], 100), [100.0]))
    return columns
