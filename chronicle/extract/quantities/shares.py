"""English fractions and ratios as shares: "half of the firms", "two thirds", "one in eight of them".

What belongs here: when a fraction, or two small numbers, say a share, and of what.
"""

import re

from chronicle.extract.quantities.beside import after_number, qualifier_before
from chronicle.extract.quantities.counted import right_phrase
from chronicle.extract.quantities.number_words import Number, rounded
from chronicle.extract.quantities.view import View
from chronicle.extract.records import Quantity

_WHOLE = re.compile(r"(?: of)? (?:the|its|their|our|all|a|an|that|this|those|these)\b|(?: of)\b")
_NO_SHARE = re.compile(
    r"(?:\b(?:first|second|latter|other|later|former|better|opening|top|bottom|upper|this|that|each|year and a|next"
    r"|last|final|lower|front|back|my|your|southern|northern|eastern|western)[ -]|-)$"
)


def share(view: View, number: Number) -> Quantity | None:
    """A fraction as a share: "half of the firms", "two thirds", "about a third of"."""
    low = view.low
    word = low[number.start : number.end]
    name, start = qualifier_before(view, number.start)
    whole = _WHOLE.match(low, number.end)
    simple = word == "half" or word.startswith(("a ", "an ", "one "))
    if (simple and whole is None and name is None) or _NO_SHARE.search(low, max(0, number.start - 12), number.start):
        return None
    if low.startswith((" of a century", " of all time", " a century", "-"), number.end) and name is None:
        return None
    phrase = right_phrase(view, whole.end()) if whole is not None else None
    what = view.plain[phrase.start : phrase.end] if phrase is not None else None
    end = phrase.end if phrase is not None else number.end
    return Quantity(
        rounded(number.value), start, end, unit="share", what=what, kind="ratio", qualifier=name or "exact",
        number_start=number.start, number_end=number.end,
    )  # fmt: skip


_IN = frozenset({" in ", " out of ", " in every ", " out of every ", " of every "})
_MOST_PARTS = 100


def one_in(view: View, number: Number, following: Number | None) -> Quantity | None:
    """A ratio of two small numbers: "four out of five regions", "one in eight of them"."""
    if following is None or number.kind != "cardinal" or following.kind != "cardinal":
        return None
    gap = view.low[number.end : following.start]
    whole = 1 < following.value <= _MOST_PARTS and number.value in range(1, int(min(following.value, _MOST_ONES)))
    if gap not in _IN or not whole or number.words != following.words or (gap == " in " and not number.words):
        return None
    if number.scaled or following.scaled or after_number(view, following.end, False, following.words).kind:
        return None
    name, start = qualifier_before(view, number.start)
    match = _WHOLE.match(view.low, following.end)
    phrase = right_phrase(view, match.end() if match is not None else following.end)
    end = phrase.end if phrase is not None else following.end
    return Quantity(
        rounded(number.value / following.value), start, end, unit="share", kind="ratio", qualifier=name or "exact",
        what=view.plain[phrase.start : phrase.end] if phrase is not None else None,
        number_start=number.start, number_end=following.end,
    )  # fmt: skip


_MOST_ONES = 10  # "31 of 34 bodies" stays a count
