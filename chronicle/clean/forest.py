"""Gradient-boosted trees evaluated as arrays: every tree and every row go down one level at a time."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

ROWS = 256  # taken at a time, so that their nodes stay in the processor's cache


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees of one model, all nodes in one row.

    A row goes right where its feature is above the threshold. ``child[n]`` is node n's left child, the right one is
    next to it; a leaf points at itself with a threshold nothing exceeds. ``value`` is the leaf's log odds.
    """

    names: tuple[str, ...]
    feature: npt.NDArray[np.int64]
    threshold: npt.NDArray[np.float32]
    child: npt.NDArray[np.int64]
    value: npt.NDArray[np.float64]
    roots: npt.NDArray[np.int64]
    depth: int

    def predict(self, rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """Probabilities, one a row; ``rows`` has a column for each of ``names``."""
        odds = [self._odds(rows[low : low + ROWS]) for low in range(0, len(rows), ROWS)]
        return np.asarray(1.0 / (1.0 + np.exp(-np.concatenate(odds))) if odds else np.zeros(0), dtype=np.float64)

    def _odds(self, rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        count, width = rows.shape
        flat = np.ascontiguousarray(rows).ravel()
        offset = (np.arange(count) * width)[:, None]
        node = np.repeat(self.roots[None, :], count, axis=0)
        for _ in range(self.depth):
            at = self.feature.take(node)
            at += offset
            above = flat.take(at) > self.threshold.take(node)
            node = self.child.take(node)
            node += above
        return np.asarray(self.value.take(node).sum(axis=1), dtype=np.float64)


def stack(names: tuple[str, ...], columns: Mapping[str, npt.NDArray[np.float64]]) -> npt.NDArray[np.float32]:
    """The named columns as one matrix, rows in block order."""
    rows = np.empty((len(next(iter(columns.values()))), len(names)), dtype=np.float32)
    for number, name in enumerate(names):
        rows[:, number] = columns[name]
    return rows


def restored(prefix: str, arrays: Mapping[str, npt.NDArray[np.generic]]) -> Forest:
    """The forest whose arrays are stored under ``prefix``."""
    return Forest(
        tuple(bytes(arrays[f"{prefix}_names"].tobytes()).decode("utf-8").split("\n")),
        arrays[f"{prefix}_feature"].astype(np.int64),
        arrays[f"{prefix}_threshold"].astype(np.float32),
        arrays[f"{prefix}_child"].astype(np.int64),
        arrays[f"{prefix}_value"].astype(np.float64),
        arrays[f"{prefix}_roots"].astype(np.int64),
        int(arrays[f"{prefix}_depth"].astype(np.int64)[0]),
    )
