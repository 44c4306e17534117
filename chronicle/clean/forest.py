"""Gradient-boosted trees evaluated bit by bit: every test of every tree is asked of all rows at once.

A page has a few hundred rows, so the answers to one test are a few dozen bytes. A tree's path is followed for all rows
together: of the tests of one level, the answers decided on the levels above choose which one counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

BYTE = 8  # answers in a byte, and levels whose place in a tree fits in one
ROWS = 512  # taken at a time, so that their answers stay in the processor's cache


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees of one model, filled up to one depth with tests that nothing passes.

    A row goes right where its feature is above the threshold. ``feature`` and ``threshold`` are the different tests;
    ``levels[d]`` has the numbers of the tests of depth d, a row for each place in the tree from left to right and a
    column for each tree; ``value`` has the leaves' log odds in the same way.
    """

    names: tuple[str, ...]
    feature: npt.NDArray[np.int64]
    threshold: npt.NDArray[np.float32]
    levels: tuple[npt.NDArray[np.int64], ...]
    value: npt.NDArray[np.float64]

    def predict(self, columns: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """Probabilities, one a column of the matrix, which has a row for each of ``names``."""
        count = columns.shape[1]
        odds = [self._odds(columns[:, low : low + ROWS]) for low in range(0, count, ROWS)]
        return np.asarray(1.0 / (1.0 + np.exp(-np.concatenate(odds))) if odds else np.zeros(0), dtype=np.float64)

    def _odds(self, columns: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        count = columns.shape[1]
        whole = np.zeros((len(columns), count + -count % BYTE), dtype=np.float32)
        whole[:, :count] = columns
        above = whole.take(self.feature, axis=0) > self.threshold[:, None]
        answers = np.packbits(above.ravel()).reshape(len(self.feature), -1)
        decided: list[npt.NDArray[np.uint8]] = []
        for tests in self.levels:
            candidates = answers.take(tests, axis=0).reshape(len(tests), -1)
            for right in decided:
                half = len(candidates) // 2
                candidates = candidates[:half] ^ ((candidates[:half] ^ candidates[half:]) & right)
            decided.append(candidates[0])
        place = np.zeros(self.value.shape[1] * whole.shape[1], dtype=np.uint8)
        for right in decided:
            place += place
            place |= np.unpackbits(right)
        trees = self.value.shape[1]
        leaf = place.reshape(trees, -1).astype(np.int64)
        leaf *= trees
        leaf += np.arange(trees)[:, None]
        return np.asarray(self.value.take(leaf).sum(axis=0)[:count], dtype=np.float64)


def stack(names: tuple[str, ...], columns: Mapping[str, npt.NDArray[np.float64]]) -> npt.NDArray[np.float32]:
    """The named columns as the rows of one matrix."""
    matrix = np.empty((len(names), len(next(iter(columns.values())))), dtype=np.float32)
    for number, name in enumerate(names):
        matrix[number] = columns[name]
    return matrix


def grown(
    names: tuple[str, ...],
    feature: npt.NDArray[np.int64],
    threshold: npt.NDArray[np.float32],
    child: npt.NDArray[np.int64],
    value: npt.NDArray[np.float64],
    roots: npt.NDArray[np.int64],
) -> Forest:
    """The forest of trees given node by node.

    ``child[n]`` is node n's left child, the right one is next to it; a leaf points at itself with a threshold that
    nothing exceeds.
    """
    tests, number = np.unique(np.stack([feature.astype(np.float64), threshold]), axis=1, return_inverse=True)
    levels = []
    nodes = roots[None, :]
    while (child[nodes] != nodes).any():
        levels.append(number.ravel()[nodes])
        left = child[nodes]
        nodes = np.stack([left, left + (left != nodes)], axis=1).reshape(-1, len(roots))
    return Forest(names, tests[0].astype(np.int64), tests[1].astype(np.float32), tuple(levels), value[nodes])


def restored(prefix: str, arrays: Mapping[str, npt.NDArray[np.generic]]) -> Forest:
    """The forest whose trees are stored under ``prefix``."""
    return grown(
        tuple(bytes(arrays[f"{prefix}_names"].tobytes()).decode("utf-8").split("\n")),
        arrays[f"{prefix}_feature"].astype(np.int64),
        arrays[f"{prefix}_threshold"].astype(np.float32),
        arrays[f"{prefix}_child"].astype(np.int64),
        arrays[f"{prefix}_value"].astype(np.float64),
        arrays[f"{prefix}_roots"].astype(np.int64),
    )
