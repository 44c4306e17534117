"""Fit the confidence of mentions: ``python -m tools.train_mentions [GOLD …]`` writes the table confidence.toml.

A mention is right when a labelled event matches it (half of the shorter stretch) and its type is one of the event's.
Labels: the authored pages under tests/unit/extract, and every GOLD folder with a gold.jsonl given. Logistic regression
with an L2 penalty, by Newton's method from zero: the same input gives the same weights. The rules were written beside
these pages, so more mentions are right on them than on a page nobody looked at; the bias is moved to the share that
pages set aside showed. The card in the head of the file says what it was fitted on.
"""

import json
import math
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from chronicle.clean.article import Article
from chronicle.extract.confidence import features
from chronicle.extract.reading import read

ROOT = Path(__file__).parent.parent
AUTHORED = sorted((ROOT / "tests" / "unit" / "extract").glob("authored*.toml"))
TARGET = ROOT / "chronicle" / "extract" / "data" / "confidence.toml"
L2 = 1.0  # penalty on every weight but the bias
STEPS = 30  # of Newton's method; it converges in fewer than ten
SURE = 0.8
RIGHT_ON_UNSEEN = 0.68  # share of mentions right on pages set aside while the rules were written


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled event: where its words begin and end, and the types that are right."""

    start: int
    end: int
    types: frozenset[str]


def authored() -> Iterator[tuple[str, Article, list[Label]]]:
    """The authored pages; a label ends where its sentence does."""
    for path in AUTHORED:
        for page in tomllib.loads(path.read_text(encoding="utf-8"))["article"]:
            text = page["text"].strip()
            labels = []
            for event in page.get("event", []):
                start = text.index(event["quote"])
                end = text.find("\n", start)
                types = frozenset({event["type"], *event.get("also", [])})
                labels.append(Label(start, len(text) if end < 0 else end, types))
            yield page["name"], Article(text, page["title"], page["published"], lang=page["lang"]), labels


def gold(folder: Path) -> Iterator[tuple[str, Article, list[Label]]]:
    """The pages of a gold folder that hold an article."""
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        if page["article"]:
            found = page["article"]
            article = Article(found["body"], found["title"], found["published"], lang=page["lang"][:2], url=page["url"])
            labels = [
                Label(event["start"], event["end"], frozenset({event["type"], *event.get("also_types", [])}))
                for event in page["events"]
            ]
            yield page["page"], article, labels


def rows(article: Article, labels: list[Label]) -> list[tuple[list[float], float]]:
    """The features of every mention and whether it is right; each label is used once, the closest first."""
    reading = read(article)
    free = list(labels)
    made = []
    for row in reading.rows:
        unit = row.unit
        shared = [(min(unit.end, one.end) - max(unit.start, one.start), one) for one in free]
        fitting = [(size, one) for size, one in shared if size * 2 >= min(unit.end - unit.start, one.end - one.start)]
        best = max(fitting, key=lambda pair: (pair[1].types >= {row.typed.typing.type}, pair[0]), default=None)
        if best is not None:
            free.remove(best[1])
        right = best is not None and row.typed.typing.type in best[1].types
        made.append((list(features(unit, row.typed.typing, row.when.date is not None).values()), float(right)))
    return made


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


def main(folders: list[str]) -> None:
    """Fit, check with each page left out, write."""
    pages = [*authored(), *(page for folder in folders for page in gold(Path(folder)))]
    data = [rows(article, labels) for _, article, labels in pages]
    names = feature_names(pages[0][1])
    everything = [row for part in data for row in part]
    weights = fit(*_arrays(everything))
    base = sum(right for _, right in everything) / len(everything)
    weights[0] += _logit(RIGHT_ON_UNSEEN) - _logit(base)
    sure = [right for vector, right in everything if _logistic(float(np.dot(vector, weights))) >= SURE]
    lines = [
        "# Weights of the logistic regression in confidence.py, by tools/train_mentions.py; do not edit by hand.",
        f"# Fitted on {len(everything)} mentions of {len(pages)} pages, {base:.0%} of them right. The bias is moved to",
        f"# the {RIGHT_ON_UNSEEN:.0%} of pages set aside. {len(sure)} mentions of the fit have {SURE} or more;",
        f"# {sum(sure) / max(1, len(sure)):.0%} of those are right.",
        "[weights]",
        *(f"{name} = {weight:.3f}" for name, weight in zip(names, weights, strict=True)),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _logit(share: float) -> float:
    return math.log(share / (1.0 - share))


def _logistic(total: float) -> float:
    return 1.0 / (1.0 + math.exp(-total))


def feature_names(article: Article) -> list[str]:
    """The names of the features, in their order."""
    row = read(article).rows[0]
    return list(features(row.unit, row.typed.typing, False))


def _arrays(data: list[tuple[list[float], float]]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([vector for vector, _ in data]), np.array([right for _, right in data])


if __name__ == "__main__":
    main(sys.argv[1:])
