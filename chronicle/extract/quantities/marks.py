"""The currency mark before a number, English or Chinese: "RMB 5", "US$5", "hk $ 5".

What belongs here: look-ups in the table of currencies that end where a number starts. Words after it are ``beside``.
"""

import functools

from chronicle.extract.quantities import lexicon
from chronicle.extract.quantities.view import View


def currency_before(view: View, start: int) -> tuple[str | None, int]:
    """ISO 4217 code of a mark that ends where a number starts ("RMB 5", "US$5", "hk $ 5"), and where it begins."""
    low = view.low
    end = start
    while end > 0 and low[end - 1] == " " and start - end < 2:
        end -= 1
    if low[end - 1 : end] not in _mark_ends() and low[end - 2 : end] not in _mark_ends():
        return None, start
    marks = lexicon.money().marks
    for size in (11, 8, 5, 4, 3, 2, 1):
        first = end - size
        if first < 0:
            continue
        code = marks.get(low[first:end])
        if code is None and size == _DOTTED and low[end - 1] == "." and low[first : end - 1].isalpha():
            code = marks.get(low[first : end - 1])  # "RUB. 38 million"
        if code is None or (low[first].isalpha() and first > 0 and (low[first - 1].isalnum() or low[first - 1] == "-")):
            continue
        if low[first].isalpha() and low[end - 1].isalpha() and not _mark_case(view.plain[first:end], end == start):
            continue
        return code, first
    return None, start


_DOTTED = 4  # an ISO 4217 code and a full stop


@functools.cache
def _mark_ends() -> frozenset[str]:
    """The last two characters of every mark of a currency, or the one there is."""
    marks = lexicon.money().marks
    return frozenset(mark[-2:] for mark in marks) | {f"{mark[-1]}." for mark in marks if len(mark) == _DOTTED - 1}


def _mark_case(mark: str, glued: bool) -> bool:
    """Letter marks are capitals ("RMB", "EUR", "Rs"); a long lower-case one is taken too ("rmb 5")."""
    return (
        mark.isupper()
        or (mark[0].isupper() and len(mark) <= 3)
        or mark in ("rmb", "cny", "usd", "eur", "yuan")
        or glued
    )
