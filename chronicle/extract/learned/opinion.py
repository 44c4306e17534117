"""The rules' type and status weighed against what labelled clauses teach; the reading with more behind it wins."""

from collections.abc import Sequence

import numpy as np

from chronicle.extract.events.typed import Typed, tells_rules
from chronicle.extract.events.unit import Page
from chronicle.extract.learned.linear import Linear, Table
from chronicle.extract.learned.traits import traits
from chronicle.extract.types import Typing, reasons

RULE_POINT = 0.5  # log odds of one point of a rule in types.toml
LEARNED_SHARE = 1.5  # of the learned log odds of a type, beside the rules'
RULE_STATUS = 0.5  # log odds for the status that the rules read


def revise(page: Page, typed: Sequence[Typed], learned: Linear) -> list[Typed]:
    """Every row with the type and the status that rules and learned models together hold most likely."""
    if not typed:
        return []
    rules_page = tells_rules([row.unit for row in typed])
    named = [traits(page, typed, at, rules_page) for at in range(len(typed))]
    odds = learned.log_odds(named)
    return [_revised(row, learned, named[at], odds["type"][at], odds["status"][at]) for at, row in enumerate(typed)]


def _revised(row: Typed, learned: Linear, named: list[str], type_odds: Table, status_odds: Table) -> Typed:
    typing = _typing(row, learned, named, type_odds)
    labels = learned.labels["status"]
    best = labels[
        int(
            np.argmax(
                [odds + RULE_STATUS * (label == row.status) for label, odds in zip(labels, status_odds, strict=True)]
            )
        )
    ]
    if best == row.status:
        return row._replace(typing=typing)
    why = f"learned from {learned.speaks_for(named, 'status', best)}; by the rules {row.status}, {row.status_why}"
    return row._replace(typing=typing, status=best, status_why=why)


def _typing(row: Typed, learned: Linear, named: list[str], type_odds: Table) -> Typing:
    sums = dict(row.typing.sums)
    weighed = sorted(
        (
            (RULE_POINT * sums[label] + LEARNED_SHARE * float(odds), label)
            for label, odds in zip(learned.labels["type"], type_odds, strict=True)
        ),
        key=lambda pair: (-pair[0], pair[1]),
    )
    margin, best = weighed[0][0] - weighed[1][0], weighed[0][1]
    if best == row.typing.type:
        return Typing(best, margin, sums[best], row.typing.why, row.typing.sums)
    why = f"learned from {learned.speaks_for(named, 'type', best)}; by the rules {row.typing.type}"
    return Typing(best, margin, sums[best], (*reasons(row.concepts, best), why), row.typing.sums)
