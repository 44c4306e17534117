"""English numbers that go on with the one before: "18 in the centre, eight in the west", "came 19th and 46th".

What belongs here: numbers without a noun of their own that repeat what the last quantity counts or ranks.
"""

import re

from chronicle.extract.quantities.number_words import Number
from chronicle.extract.quantities.view import View
from chronicle.extract.records import Quantity

_GAP = 160  # characters from the last quantity to one that goes on with it
_RANK_GAP = 24
_MOST = 20  # larger numbers stand as digits and are read by themselves
_OPENS = re.compile(r"(?:^|[,;:.\n]|\b(?:and|while|plus|but|with)) ?$")
_GOES_ON = re.compile(
    r" (?:in|on|from|at|of (?:them|these|those|which|whom)|are|were|have|had|went|came|come|belong|work|deal|focus|more"
    r"|others|for)\b"
)
_SAME_RANK = re.compile(r"[a-z]{0,9},? ?(?:and|to|or|,)? ?(?:the )?$")


def listed(view: View, number: Number, last: Quantity) -> Quantity | None:
    """The number as one more of what the last quantity was of, or None where it does not go on with it."""
    low = view.low
    gap = low[last.end : number.start]
    if number.kind == "ordinal":
        ranked = last.kind in ("rank", "rank_change") and len(gap) < _RANK_GAP and _SAME_RANK.fullmatch(gap) is not None
        return _made(number, "rank", "rank", last.what) if ranked and number.value > 1 else None
    if last.kind != "count" or not number.words or not 1 < number.value <= _MOST or len(gap) > _GAP or "\n" in gap:
        return None
    if _OPENS.search(low, max(0, number.start - 8), number.start) is None or _GOES_ON.match(low, number.end) is None:
        return None
    return _made(number, "count", last.unit, last.what)


def _made(number: Number, kind: str, unit: str | None, what: str | None) -> Quantity:
    return Quantity(
        number.value, number.start, number.end, unit=unit, what=what, kind=kind,
        number_start=number.start, number_end=number.end,
    )  # fmt: skip
