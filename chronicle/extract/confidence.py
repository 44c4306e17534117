"""How sure a mention is: a probability from a few features, by logistic regression with weights kept in a table.

The features are those a curator can check: how clearly the type won, whether the clause has a figure, a date, an act.
Weights: ``data/confidence.toml``, fitted by ``tools/train_mentions.py``.
"""

import math
from functools import cache

from chronicle.extract.events.types import Typing
from chronicle.extract.events.unit import Unit
from chronicle.extract.lexicon import load

WIDE_MARGIN = 6.0  # in log odds; above this the lead of the type says no more


@cache
def _weights() -> dict[str, float]:
    return {name: float(value) for name, value in load("confidence")["weights"].items()}  # type: ignore[attr-defined]


def features(unit: Unit, typing: Typing, dated: bool) -> dict[str, float]:
    """The features of a mention, each between 0 and 1 but the bias."""
    return {
        "bias": 1.0,
        "margin": min(typing.margin, WIDE_MARGIN) / WIDE_MARGIN,
        "weak": float(typing.score < 2.0),
        "figure": float("q:any" in unit.concepts),
        "dated": float(dated),
        "act": float(unit.has("sign", "issue", "designate", "award_verb", "invest", "build", "held")),
        "opinion": float(unit.has("opinion")),
        "speech": float(unit.has("speech")),
        "inside": float(unit.inside),
    }


def confidence_of(unit: Unit, typing: Typing, dated: bool) -> float:
    """The probability that the mention is an event and rightly typed, to three decimals."""
    weights = _weights()
    total = sum([weights.get(name, 0.0) * value for name, value in features(unit, typing, dated).items() if value])
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))), 3)
