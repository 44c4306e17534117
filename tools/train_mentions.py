"""Fit the confidence of mentions: ``python -m tools.train_mentions`` writes the table confidence.toml.

A mention is right when a labelled event matches it (half of the shorter stretch) and its type is one of the event's.
The rules and the learned opinion know the pages they were made on too well, so this is fitted on the pages of
``training/`` that were set aside, read with an opinion fitted without them. Logistic regression with an L2 penalty, by
Newton's method from zero: the same input gives the same weights. The card in the head of the file says what came out.
"""

import numpy as np

from chronicle.extract.confidence import features
from chronicle.extract.learned.linear import linear
from chronicle.extract.reading import read
from tools.train_opinion import ASIDE, LEARNED, ROOT, from_clauses, from_pages, labelled_pages, matched, table_of

TARGET = ROOT / "chronicle" / "extract" / "data" / "confidence.toml"
L2 = 1.0  # penalty on every weight but the bias
STEPS = 30  # of Newton's method; it converges in fewer than ten
SURE = 0.8


def fit(matrix: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The weights of the penalised logistic regression; the first column is the bias."""
    weights = np.zeros(matrix.shape[1])
    penalty = np.full(matrix.shape[1], L2)
    penalty[0] = 0.0
    for _ in range(STEPS):
        share = 1.0 / (1.0 + np.exp(-matrix @ weights))
        slope = matrix.T @ (right - share) - penalty * weights
        curve = (matrix * (share * (1 - share))[:, None]).T @ matrix + np.diag(penalty + 1e-9)
        weights += np.linalg.solve(curve, slope)
    return weights


def mentions_set_aside() -> tuple[list[str], np.ndarray, np.ndarray, int]:
    """Names of the features, a row a mention, whether each is right, and the number of pages."""
    learned = linear(table_of([*from_pages(LEARNED), *from_clauses()]))
    names: list[str] = []
    vectors: list[list[float]] = []
    right: list[float] = []
    pages = 0
    for article, events in labelled_pages(ASIDE):
        pages += 1
        rows = read(article, learned).rows
        labels = {id(typed): label for typed, label in matched([row.typed for row in rows], events)}
        for row in rows:
            shown = features(row.unit, row.typed.typing, row.when.date is not None)
            names, label = list(shown), labels.get(id(row.typed))
            vectors.append(list(shown.values()))
            right.append(float(label is not None and row.typed.typing.type in (label["type"], *label["also_types"])))
    return names, np.array(vectors), np.array(right), pages


def main() -> None:
    """Fit and write."""
    names, matrix, right, pages = mentions_set_aside()
    weights = fit(matrix, right)
    sure = right[1.0 / (1.0 + np.exp(-matrix @ weights)) >= SURE]
    lines = [
        "# Weights of the logistic regression in confidence.py, by tools/train_mentions.py; do not edit by hand.",
        f"# Fitted on {len(right)} mentions of {pages} pages set aside, {right.mean():.0%} of them right.",
        f"# {len(sure)} have {SURE} or more; {sure.mean():.0%} of those are right.",
        "[weights]",
        *(f"{name} = {weight:.3f}" for name, weight in zip(names, weights, strict=True)),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines[:3]))


if __name__ == "__main__":
    main()
