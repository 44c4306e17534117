"""Linear models over named traits, kept as one table: a row a trait, a column a label, the weights as log odds.

The probabilities are the softmax of the sums (multinomial logistic regression). The table is ``data/opinion.parquet``;
columns are named ``model:label``, and the row ``bias`` counts for every clause.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, pairwise

import numpy as np
import numpy.typing as npt
import polars as pl

from chronicle.extract.learned.traits import HEAD_WORDS, Traits

BIAS = "bias"
Table = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Linear:
    """Models that share their traits: the trait of each row, and of each model the weights (a column a label).

    ``words``, ``pairs`` and ``openers`` are the rows of the traits that words give, by their stems.
    """

    traits: tuple[str, ...]
    row: dict[str, int]
    words: dict[str, int]
    pairs: dict[tuple[str, ...], int]
    openers: dict[str, int]
    weights: Table
    labels: dict[str, tuple[str, ...]]
    columns: dict[str, slice]

    def log_odds(self, clauses: Sequence[Traits]) -> dict[str, Table]:
        """For each model the logarithms of the labels' probabilities, clauses x labels; unknown traits say nothing."""
        rows: list[int] = []
        starts: list[int] = []
        for clause in clauses:
            starts.append(len(rows))
            rows += self.rows(clause)
        sums = np.add.reduceat(self.weights[rows], starts, axis=0)
        return {name: _log_softmax(sums[:, columns]) for name, columns in self.columns.items()}

    def rows(self, clause: Traits) -> list[int]:
        """The rows that count for a clause, each once: the bias and those of its traits that the table knows."""
        get, stems = self.row.get, clause.stems
        asked = chain(
            map(get, clause.before),
            map(self.words.get, stems),
            map(self.pairs.get, pairwise(stems)),
            map(self.openers.get, stems[:HEAD_WORDS]),
            map(get, clause.after),
        )
        return [self.row[BIAS], *[at for at in dict.fromkeys(asked) if at is not None]]

    def speaks_for(self, clause: Traits, name: str, label: str, count: int = 3) -> str:
        """The traits that speak most for a label of a model against the average of the others, strongest first."""
        rows = self.rows(clause)[1:]  # without the bias
        weights = self.weights[rows][:, self.columns[name]]
        lead = weights[:, self.labels[name].index(label)] - weights.mean(axis=1)
        strongest = np.argsort(-lead, kind="stable")[:count]
        return ", ".join([self.traits[rows[at]] for at in strongest.tolist() if lead[at] > 0])


@cache
def opinion() -> Linear:
    """The models of ``data/opinion.parquet``, loaded once."""
    return linear(pl.read_parquet(str(files("chronicle.extract") / "data/opinion.parquet")))


def linear(table: pl.DataFrame) -> Linear:
    """The models of a table with a column ``trait`` and one column a label."""
    named = [column for column in table.columns if ":" in column]
    labels: dict[str, list[str]] = {}
    columns: dict[str, slice] = {}
    for at, column in enumerate(named):
        name, label = column.split(":")
        labels.setdefault(name, []).append(label)
        columns[name] = slice(at + 1 - len(labels[name]), at + 1)
    traits = tuple(table["trait"])
    row = {trait: at for at, trait in enumerate(traits)}
    return Linear(
        traits=traits,
        row=row,
        words={trait[2:]: at for trait, at in row.items() if trait.startswith("w:")},
        pairs={tuple(trait[2:].split(" ")): at for trait, at in row.items() if trait.startswith("b:")},
        openers={trait[2:]: at for trait, at in row.items() if trait.startswith("h:")},
        weights=table.select(named).to_numpy().astype(np.float32),
        labels={name: tuple(found) for name, found in labels.items()},
        columns=columns,
    )


def _log_softmax(sums: Table) -> Table:
    lead = sums - sums.max(axis=1, keepdims=True)
    return np.asarray(lead - np.log(np.exp(lead).sum(axis=1, keepdims=True)), dtype=np.float32)
