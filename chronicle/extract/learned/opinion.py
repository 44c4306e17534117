"""The rules' type and status weighed against what labelled clauses teach; the reading with more behind it wins."""

from collections.abc import Sequence

import numpy as np

from chronicle.extract.events.typed import Typed, tells_rules
from chronicle.extract.events.types import Typing, reasons
from chronicle.extract.events.unit import Page
from chronicle.extract.learned.linear import Linear
from chronicle.extract.learned.traits import Traits, traits

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
    types, statuses = learned.labels["type"], learned.labels["status"]
    by_rules = np.array([[sums[label] for label in types] for sums in (dict(row.typing.sums) for row in typed)])
    of_type = RULE_POINT * by_rules + LEARNED_SHARE * odds["type"]
    of_status = RULE_STATUS * np.array([[label == row.status for label in statuses] for row in typed]) + odds["status"]
    best_types, best_statuses = of_type.argmax(axis=1), of_status.argmax(axis=1)
    second, first = np.partition(of_type, -2, axis=1)[:, -2:].T
    revised = []
    for at, row in enumerate(typed):
        typing = _typing(row, learned, named[at], types[best_types[at]], float(first[at] - second[at]))
        status, why = _status(row, learned, named[at], statuses[best_statuses[at]])
        revised.append(row._replace(typing=typing, status=status, status_why=why))
    return revised


def _typing(row: Typed, learned: Linear, named: Traits, best: str, margin: float) -> Typing:
    rules = row.typing
    if best == rules.type:
        return Typing(best, margin, rules.score, rules.why, rules.sums)
    why = f"learned from {learned.speaks_for(named, 'type', best)}; by the rules {rules.type}"
    return Typing(best, margin, dict(rules.sums)[best], (*reasons(row.concepts, best), why), rules.sums)


def _status(row: Typed, learned: Linear, named: Traits, best: str) -> tuple[str, str]:
    if best == row.status or row.certain:
        return row.status, row.status_why
    return (
        best,
        f"learned from {learned.speaks_for(named, 'status', best)}; by the rules {row.status}, {row.status_why}",
    )
