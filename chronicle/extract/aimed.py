"""What the words that govern a number say of it: that it is aimed at, or that it is a size, a sum given, a state.

What belongs here: the look at the words of the sentence before and after one number. Not here: what the whole unit
tells, and deadlines (targets).
"""

import re

from chronicle.extract.events.unit import Page
from chronicle.extract.lexicon import forms
from chronicle.extract.records import Quantity

_REACH = 180  # characters of the same sentence before a number
_NEAR = 60  # characters between a verb and the number that it governs
_SENTENCE = re.compile(r"[.;!?](?= |$)|[\n。！？]")
_AIMS = re.compile(rf"\b{forms('aims')}\b|{forms('aims', 'zh')}")
_REACHES = re.compile(rf"\b{forms('reaches')}\b|{forms('reaches', 'zh')}")
_MAKES = re.compile(rf"\b{forms('makes')}\b|{forms('makes', 'zh')}")
_GIVES = re.compile(rf"\b{forms('gives')}\b|{forms('gives', 'zh')}")
_STATE = re.compile(rf"\b{forms('state')}\b|{forms('state', 'zh')}")
_PASSIVE = re.compile(
    r"[^.;\n]{0,60}?\b(?:will|are to|is to|would|should|shall) be (?:\w+ )?"
    r"(?:created|built|trained|offered|added|established|set up|cultivated|completed|recruited|held)\b"
)
_GIVEN = re.compile(rf" (?:\w+ )?(?:{forms('given')})\b")
_DEFINITE = re.compile(r"\b(?:the|these|those|both|its|their) (?:\w+ )?$", re.I)
_FIRST = re.compile(r"\bthe first $", re.I)
_WISHED = re.compile(r"\b(?:hope|hopes|look|looks|aim|aims) for\b")
_FUTURE = re.compile(r"\b(?:will|would|shall|should)\b")
_SIZED = re.compile(
    r"\b(?:measuring|covering|spanning|covers|occupies|weighing|with an area of|with area|area of) (?:\w+ ){0,2}$"
)
_AWAY = re.compile(r" (?:in all|(?:north|south|east|west)\w*|away|tall|long|wide|high|deep|from)\b")
_PEOPLE = re.compile(r"\b(?:employees|staff|workers|members)\b")
_OF_WHOM = re.compile(r" of (?:whom|which|them)\b")
_SMALL = 12  # a count in words up to here, with "the", points at things named


def _before(page: Page, quantity: Quantity) -> str:
    """The words of the sentence before a number."""
    floor = max(0, quantity.start - _REACH)
    for mark in _SENTENCE.finditer(page.text, floor, quantity.start):
        floor = mark.end()
    return page.text[floor : quantity.start]


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match of a pattern ends, or -1."""
    end = -1
    for match in pattern.finditer(text):
        end = match.end()
    return end


def speaks_of_aims(page: Page, start: int, end: int) -> bool:
    """Whether any word of an aim stands in a stretch or in the sentence that leads to it."""
    return _AIMS.search(page.text, max(0, start - _REACH), end) is not None


def is_aimed_at(page: Page, quantity: Quantity) -> bool:
    """Whether an aim is told before the number, and the verb that governs the number reaches for it."""
    if quantity.bracketed or quantity.kind not in ("count", "money", "percent", "growth", "multiplier", "measure"):
        return False
    before = _before(page, quantity)
    aim = max((match.start() for match in _AIMS.finditer(before)), default=-1)
    if aim < 0:
        return False
    surface = page.text[quantity.start : quantity.end]
    governed = f"{before[aim:]}{surface}"
    reaches, makes = _last(_REACHES, governed), _last(_MAKES, governed)
    verb = max(reaches, makes if quantity.kind == "count" else -1)
    if verb < 0 or len(governed) - len(surface) - verb > _NEAR or (quantity.kind == "count" and quantity.value == 1):
        return False
    return max(_last(_GIVES, governed), _last(_STATE, governed)) < verb


def is_not_aimed_at(page: Page, quantity: Quantity) -> bool:
    """Whether the words beside a number say that it is a size, a sum given or a state of things."""
    text = page.text
    before = _before(page, quantity)
    surface = text[quantity.start : quantity.end]
    following = text[quantity.end : quantity.end + 40]
    aim = max(_last(_AIMS, before), _last(_FUTURE, before))
    if _last(_STATE, before) > aim or _OF_WHOM.match(following):
        return True
    if quantity.kind == "count":
        if before.endswith("with ") and _PEOPLE.search(surface) is not None:
            return True
        if quantity.value <= _SMALL and _DEFINITE.search(before) is not None and surface[:1].isalpha():
            return True
        if before.endswith(" for ") and _WISHED.search(before) is None:
            return True
        if _FIRST.search(before) is not None:
            return True
        return not before.strip() and surface[:1].isalpha() and _PASSIVE.match(text, quantity.end) is None
    if quantity.kind == "measure":
        return _SIZED.search(before) is not None or _AWAY.match(following) is not None
    if quantity.kind == "money":
        given = _last(_GIVES, before)
        wished = _last(_AIMS, before) >= 0  # "plans to invest" aims, "will invest" commits
        governs = not wished and given > _last(_REACHES, before) and len(before) - given < _NEAR
        return (
            governs
            or before.endswith(" with ")
            or _GIVEN.match(following) is not None
            or _SIZED.search(before) is not None
        )
    return False
