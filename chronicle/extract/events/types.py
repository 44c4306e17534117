"""The type of an event from the concepts in its clause: weighted rules in ``data/types.toml``, one winner.

The rules follow labelling rules 4 to 9; the weights were chosen by hand and then fitted on labelled clauses.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from chronicle.extract.lexicon import load


@dataclass(frozen=True, slots=True)
class Rule:
    """All of ``all`` and none of ``none`` among the concepts: ``weight`` for ``type``."""

    name: str
    type: str
    weight: float
    all: frozenset[str]
    none: frozenset[str]


@dataclass(frozen=True, slots=True)
class Typing:
    """The winner, by how much it won over the second, the rules that spoke for it, and every type's sum."""

    type: str
    margin: float
    score: float
    why: tuple[str, ...]
    sums: tuple[tuple[str, float], ...]


@cache
def rules() -> tuple[tuple[Rule, ...], tuple[str, ...]]:
    """The rules in the order of the file, and the types in the order that settles ties."""
    table = load("types")
    made = tuple(
        Rule(row["name"], row["type"], float(row["weight"]), frozenset(row["all"]), frozenset(row.get("none", ())))
        for row in table["rule"]  # type: ignore[attr-defined]
    )
    return made, tuple(table["order"])  # type: ignore[arg-type]


@lru_cache(maxsize=1 << 14)
def classify(concepts: frozenset[str]) -> Typing:
    """The type that the concepts speak for most; ties go to the type named first in the file's order."""
    made, order = rules()
    sums = dict.fromkeys(order, 0.0)
    fired: dict[str, list[str]] = {}
    for rule in made:
        if rule.all <= concepts and rule.none.isdisjoint(concepts):
            sums[rule.type] += rule.weight
            fired.setdefault(rule.type, []).append(rule.name)
    best = max(order, key=sums.__getitem__)
    second = max(total for kind, total in sums.items() if kind != best)
    return Typing(best, sums[best] - second, sums[best], tuple(fired.get(best, ())), tuple(sums.items()))


def reasons(concepts: frozenset[str], kind: str) -> tuple[str, ...]:
    """The rules that speak for a type, in the order of the file."""
    made, _ = rules()
    return tuple(
        rule.name for rule in made if rule.type == kind and rule.all <= concepts and rule.none.isdisjoint(concepts)
    )
