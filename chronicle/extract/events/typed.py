"""Units with type and status: the two are read together, as a status speaks for a type and a type for a status."""

from typing import NamedTuple

from chronicle.extract.events.foretold import is_item, serves_a_plan
from chronicle.extract.events.status import TASKS_SET, Status, status_of
from chronicle.extract.events.types import Typing, classify
from chronicle.extract.events.unit import Page, Unit

GOES_ON = "goes on with a plan"
AN_ITEM = "an item of the tasks set"
DEADLINE_RELATIONS = frozenset({"by", "until", "within", "to"})


class Typed(NamedTuple):
    """A unit, its type and its status with the rules that gave them, and the concepts that the type was read from.

    ``certain`` says that the words leave no doubt about the status.
    """

    unit: Unit
    typing: Typing
    status: str
    status_why: str
    concepts: frozenset[str]
    certain: bool = False


def type_all(page: Page, units: list[Unit]) -> list[Typed]:
    """Every unit typed; a figure that goes on with a plan of the same paragraph is planned with it."""
    rules_page = tells_rules(units)
    found: list[Typed] = []
    tasks: Unit | None = None
    for unit in units:
        item = tasks is not None and is_item(page, unit, tasks)
        found.append(_typed(page, unit, found, item, rules_page))
        if item or found[-1].status_why == TASKS_SET:
            tasks = unit
    return found


def tells_rules(units: list[Unit]) -> bool:
    """Whether the page tells of a measure issued."""
    return any(unit.has("issue") and unit.has("policy_noun") for unit in units)


def _typed(page: Page, unit: Unit, found: list[Typed], item: bool, rules_page: bool) -> Typed:
    lead, last = (found[0], found[-1]) if found else (None, None)
    before = last if last is not None and last.unit.paragraph == unit.paragraph else None
    guess = classify(unit.concepts).type
    status, why, certain = status_of(page, unit, guess, rules_page)
    if item and not certain:
        status, why, certain = Status("planned", AN_ITEM, certain=True)
    if last is not None and last.status == "planned" and serves_a_plan(page, unit):
        status, why, certain = Status("planned", GOES_ON, certain=True)
    if before is not None and status == "occurred" and not certain:
        if unit.inside and before.status != "occurred" and not unit.has("past", "held"):
            status, why = before.status, "as the sentence around it"
        elif _goes_on_with_plan(page, unit, before):
            status, why = "planned", GOES_ON
    if lead is not None and status != "planned" and not certain and _part_of_planned_lead(unit, guess, lead):
        status, why = "planned", "a part of what the lead plans"
    concepts = unit.concepts | {f"s:{status}"} | ({"p:rules"} if rules_page else set())
    if why == GOES_ON:
        concepts |= {"aim"}
    if any(date.relation in DEADLINE_RELATIONS for date in unit.dates):
        concepts |= {"d:deadline"}
    typing = classify(concepts)
    if typing.type != guess and (why == "valid now" or (status == "occurred" and why == "told as done")):
        status, why, certain = status_of(page, unit, typing.type, rules_page)
    return Typed(unit, typing, status, why, concepts, certain)


def _part_of_planned_lead(unit: Unit, kind: str, lead: Typed) -> bool:
    """Details, told in the present, of what the lead says is to come."""
    return (
        lead.status == "planned"
        and kind == lead.typing.type
        and kind in ("funding", "facility", "service")
        and unit.has("present")
        and "q:measure" not in unit.concepts
        and not unit.has("past", "held", "stats_verb")
        and not unit.dates
    )


def _goes_on_with_plan(page: Page, unit: Unit, before: Typed) -> bool:
    """Bare figures after a plan with a deadline: "Listed companies are more than 60, …"."""
    return (
        before.status == "planned"
        and before.typing.type == "plan"
        and "q:any" in unit.concepts
        and not unit.dates
        and not unit.has("past", "speech", "sign", "issue", "held")
        and page.lang != "zh"
    )
