"""Which numbers are aimed at, and by when (labelling rule 18).

A target is a number to be reached: jobs, firms, output, funds, things to be built. Size, cost or capacity of a project,
granted money, reward ceilings, shares of a fund and horizons are not.
"""

import re

from chronicle.extract.aims.aimed import (
    follows_an_aim,
    is_aimed_at,
    is_effect,
    is_not_aimed_at,
    is_to_be_made,
    is_wanted,
    speaks_of_aims,
)
from chronicle.extract.aims.deadlines import bounds_nothing, opens_later, told_around, told_beside
from chronicle.extract.aims.workplan import by_then, year_of_item
from chronicle.extract.events.unit import Page, Unit
from chronicle.extract.lexicon import forms
from chronicle.extract.records import Date, EventQuantity, Quantity
from chronicle.extract.timing.when import When, aims_of, deadline_of

TARGET_KINDS = frozenset(
    {"count", "money", "percent", "growth", "rank", "threshold", "multiplier", "measure", "ratio", "list_size"}
)
MONEY_AIMED_BY = frozenset({"plan", "funding", "statistics", "ip", "transfer", "business"})
AIMING_TYPES = frozenset({"plan", "funding", "policy", "talent"})  # whose acts, done, can still aim at a number
FOLLOWS = 60  # code points from a number to the deadline told after it
CRITERION_WINDOW = 110  # code points back to "meaning firms that …"
UNCOUNTED_TYPES = frozenset({"service", "meeting", "award", "governance"})
NO_TARGET_TYPES = frozenset({"service", "meeting"})
NEEDS_AIM_TYPES = frozenset(
    {"talent", "business", "transfer", "agreement", "award", "research"}
)  # else it is a size or a list
_EXPECTED = re.compile(
    r"\b(?:expected|expects|aims?|hopes?|wants?|plans?|strives?|seeks?|intends?|target|goal|employment|jobs"
    r"|(?:will|would) (?:top|reach|exceed|pass|surpass))\b|就业|岗位|力争|争取"
)
_NOT_AIMED = re.compile(
    rf"\b{forms('not_aimed')}\b|(?<=[\d一二两三四五六七八九十百余多]){forms('not_aimed', 'zh')}", re.I
)
_REACHES = re.compile(r"\b(?:reach|exceed|surpass|break through)(?:e?s)? ")
_SHARE_OF = re.compile(rf"\b{forms('share_of')}\b")
_COST = re.compile(
    rf"\b{forms('cost')}\s*(?:about|some|nearly|over|more than|around)?\s*$|{forms('cost', 'zh')}(?:达|约|超|近)?$"
)
_GRANTED = re.compile(rf"\b{forms('granted')}\b|{forms('granted', 'zh')}")
_CRITERION = re.compile(rf"\b{forms('criterion')}|{forms('criterion', 'zh')}")
_ROUND = re.compile(r"[期批轮次届]|\b(?:phase|stage|batch|round|step|time|call|group|half|quarter|year)")
_PART = re.compile(r"(?:[,;，；]|\b(?:and|but|while))\s*(?:(?:and|but|now|it|they|then|also) ){0,2}$")
_IN_THAT_YEAR = re.compile(r"\bin (?:that|the same) year\b")


def attach(
    page: Page, unit: Unit, kind: str, status: str, when: When, inherited: str | None, told: str | None
) -> tuple[tuple[EventQuantity, ...], str | None]:
    """The unit's quantities with target and deadline, and the deadline that the next sentence may go on with.

    ``told`` is the date of the act that the paragraph tells, from which "within five years" counts.
    """
    when = when._replace(date=when.date or told)
    aims = [
        date
        for date in aims_of(page, unit)
        if (date.relation != "until" or unit.has("reserve")) and not bounds_nothing(page, date)
    ]
    general = _general_deadline(page, unit, aims, when, status) or inherited
    if kind == "plan" and inherited is not None:
        status = "planned"  # a sentence that goes on with the aims of the one before
    may_aim = status == "planned" or (bool(aims) and kind in AIMING_TYPES)
    bounded = bool(aims) or (may_aim and _year_ahead(page, unit) is not None)
    expected = may_aim and (unit.has("aim") or _EXPECTED.search(page.text, unit.start, unit.end) is not None)
    aimed = bool(unit.quantities) and speaks_of_aims(page, unit.start, unit.end)
    framed = _framed(page, unit, inherited) if unit.quantities else None
    rows = []
    for quantity in unit.quantities:
        then = by_then(page, quantity) or framed
        if then is not None and _is_reached_in(page, unit, quantity):
            rows.append(EventQuantity(quantity, told_beside(page, quantity) or then, is_target=True))
            continue
        target = (may_aim or aimed) and (
            is_aimed_at(page, quantity)
            or (kind not in UNCOUNTED_TYPES and is_wanted(page, quantity))
            or (status == "planned" and kind not in UNCOUNTED_TYPES and _is_made(page, quantity))
            or (may_aim and is_target(page, unit, kind, status, quantity, bounded, expected))
        )
        if target and (is_not_aimed_at(page, quantity) or _stands_before(page, unit, quantity, aims)):
            target = False
        by = _by(page, unit, quantity, aims, when, general, inherited) if target else None
        rows.append(EventQuantity(quantity, by, target))
    return tuple(rows), framed or (general if status == "planned" else None)


def _framed(page: Page, unit: Unit, inherited: str | None) -> str | None:
    """The deadline that a work plan gives all numbers of an item; a month told in the item is nearer."""
    year = year_of_item(page, unit) if not unit.has("past") else None
    if year is None:
        return None
    months = [date.edtf for date in unit.dates if date.precision == "month" and date.edtf.startswith(year)]
    return months[0] if months else inherited if inherited and inherited.startswith(year) else year


def _is_reached_in(page: Page, unit: Unit, quantity: Quantity) -> bool:
    """Whether a number of a work plan's item is one to be reached, and no size, ceiling or state."""
    if quantity.bracketed or quantity.kind not in TARGET_KINDS or quantity.qualifier == "up_to":
        return False
    return not is_not_aimed_at(page, quantity) and not _is_size(page, unit, quantity)


def is_target(
    page: Page, unit: Unit, kind: str, status: str, quantity: Quantity, has_deadline: bool, expected: bool
) -> bool:
    """Whether the number of a plan, or of an act with a deadline, is one to be reached.

    ``expected`` says that the unit speaks of an aim.
    """
    if quantity.kind == "ordinal" and quantity.value == 1 and status == "planned" and unit.has("aim"):
        following = page.text[quantity.start : quantity.end + 10]
        return _ROUND.search(following) is None  # "to be the country's first …"
    if quantity.bracketed or quantity.kind not in TARGET_KINDS:
        return False
    if kind in NO_TARGET_TYPES and not (has_deadline or (kind == "service" and expected and not unit.has("entitled"))):
        return False
    counted = f"{page.text[quantity.start : quantity.end]} {quantity.what or ''}"
    if quantity.kind in ("count", "ratio", "multiplier", "list_size") and _NOT_AIMED.search(counted):
        return False
    if quantity.kind == "ratio" and not has_deadline:
        return False
    reaches = _REACHES.search(page.text, max(unit.start, quantity.start - 16), quantity.end) is not None
    pledged = quantity.kind == "money" and reaches
    pledged = pledged or (quantity.kind == "count" and (kind == "plan" or quantity.qualifier in ("at_least", "over")))
    if not (has_deadline or expected or pledged):
        return False  # a sum or size that is only announced
    if kind in NEEDS_AIM_TYPES and not (has_deadline or expected):
        return False
    if quantity.qualifier == "up_to" or (status == "planned" and quantity.kind == "count" and quantity.value == 1):
        return False
    if quantity.kind == "money" and (kind not in MONEY_AIMED_BY or (unit.has("entitled") and not has_deadline)):
        return False
    if quantity.kind == "percent" and not (has_deadline or unit.has("aim")):
        return False
    if quantity.kind == "measure" and not (kind == "plan" and has_deadline):
        return False
    if status != "planned":
        if not any(hit.concept in ("reserve", "future", "aim") and hit.start < quantity.end for hit in unit.hits):
            return False
    elif not (has_deadline or expected or kind not in ("service", "funding") or not unit.has("service:2")):
        return False
    return not _is_size(page, unit, quantity)


def _is_size(page: Page, unit: Unit, quantity: Quantity) -> bool:
    """Whether the words around the number tell money granted, a criterion, a cost or a share."""
    before = page.text[max(unit.start, quantity.start - CRITERION_WINDOW) : quantity.start].rsplit(", and ", 1)[-1]
    around = page.text[max(unit.start, quantity.start - 40) : quantity.end].rsplit("，", 1)[-1]
    if (quantity.kind != "count" and _GRANTED.search(around)) or _CRITERION.search(before) or _COST.search(before):
        return True
    return quantity.kind == "percent" and _SHARE_OF.search(before[-60:]) is not None


def _is_made(page: Page, quantity: Quantity) -> bool:
    counted = f"{page.text[quantity.start : quantity.end]} {quantity.what or ''}"
    return is_to_be_made(page, quantity) and _NOT_AIMED.search(counted) is None


def _stands_before(page: Page, unit: Unit, quantity: Quantity, aims: list[Date]) -> bool:
    """Whether the aim is told in a later part of the sentence: "the laboratory has 40 staff and will grow to 120"."""
    aim = next((hit.start for hit in unit.hits if hit.concept in ("future", "aim")), None)
    if aim is None or aim < quantity.end or any(date.start < quantity.start for date in aims):
        return False
    return _PART.search(page.text[quantity.end : aim]) is not None and not follows_an_aim(page, quantity)


def _year_ahead(page: Page, unit: Unit, least: int = 1) -> str | None:
    """The first year told in the unit that lies ahead of the page's, by ``least`` years or more."""
    if not page.published or not page.published[:4].isdigit():
        return None
    first = int(page.published[:4]) + least
    for date in unit.dates:
        begins = date.kind == "date" and date.relation in ("from", "since")
        if begins or bounds_nothing(page, date):
            continue
        last = date.edtf.rpartition("/")[2]
        if date.kind == "span" and date.precision == "year" and last.isdigit() and int(last) >= first:
            return last
        if date.kind == "date" and date.precision == "year" and date.edtf[:4].isdigit() and int(date.edtf[:4]) >= first:
            return date.edtf
    return None


def _general_deadline(page: Page, unit: Unit, aims: list[Date], when: When, status: str) -> str | None:
    for date in aims:
        if (edtf := deadline_of(page, date, when.date)) is not None:
            return edtf
    if status != "planned":
        return None
    if (ahead := _year_ahead(page, unit, least=0)) is not None:
        return ahead
    if not when.planned or not when.planned[:4].isdigit() or "/" in when.planned:
        return None
    begins = [
        date
        for date in unit.dates
        if date.edtf == when.planned and (date.relation in ("from", "since") or bounds_nothing(page, date))
    ]
    return None if begins else when.planned


def _by(
    page: Page, unit: Unit, quantity: Quantity, aims: list[Date], when: When, general: str | None, inherited: str | None
) -> str | None:
    """The deadline of a target: its own, the unit's, or what the words of its sentence say."""
    if (beside := told_beside(page, quantity)) is not None or is_effect(page, quantity):
        return beside
    own = _deadline(page, unit, quantity, aims, when)
    if own is None and aims and general is not None and all(opens_later(page, quantity, date) for date in aims):
        return told_around(page, quantity) if inherited is None else inherited
    if own is None and (not aims or general is None):
        own = told_around(page, quantity)
    return own or general


def _deadline(page: Page, unit: Unit, quantity: Quantity, aims: list[Date], when: When) -> str | None:
    """The date that follows the number closely, or the one that the clause opens with."""
    following = page.text[quantity.end : min(unit.end, quantity.end + 40)]
    if _IN_THAT_YEAR.search(following) and when.date and when.date[:4].isdigit():
        return when.date[:4]
    before = [date for date in aims if date.end <= quantity.start]
    for date in aims:
        if quantity.end <= date.start <= quantity.end + FOLLOWS and not opens_later(page, quantity, date):
            apart = page.text[quantity.end : date.start]
            if not before or ("," not in apart and "，" not in apart):
                return deadline_of(page, date, when.date)
    return deadline_of(page, before[-1], when.date) if len(before) > 1 else None
