"""EDTF strings (ISO 8601-2:2019): building them, their precision, and the first and last day they can mean.

Source: Library of Congress, Extended Date/Time Format specification (2019). Levels 0 and 1, with seasons and quarters
(33-36) of level 2 and unspecified digits.
"""

import calendar
import re
from datetime import date, timedelta

_SINGLE = re.compile(r"([0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?[?~%]?")
# Spring, summer, autumn, winter (northern); quarters; half years: first month and number of months.
_SUBYEARS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip
_MONTHS_IN_YEAR = 12
FIRST_YEAR, LAST_YEAR = 1, 9998
_FIRST_MOVABLE, _LAST_MOVABLE = 1000, 9000


def movable(year: int) -> bool:
    """Whether there is room around the year to count from it ("a century ago") without leaving the calendar."""
    return _FIRST_MOVABLE <= year <= _LAST_MOVABLE


def day(year: int, month: int, day_of_month: int) -> str | None:
    """``2020-11-03``, or None when there is no such day."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= _MONTHS_IN_YEAR):
        return None
    if not 1 <= day_of_month <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day_of_month:02d}"


def month(year: int, number: int) -> str:
    """``2020-11``; a number below 1 or above 12 counts on into other years."""
    carry, index = divmod(number - 1, _MONTHS_IN_YEAR)
    return f"{year + carry:04d}-{index + 1:02d}"


def span(first: str, last: str) -> str:
    """``2012/2021``; a span of one unit is that unit."""
    return first if first == last else f"{first}/{last}"


def last_like(last: str, first: str) -> str:
    """The end of a span at the precision of its beginning: January 2023 to 2026 ends in ``2026-12``."""
    end = bounds(last)[1]
    return end[: len(first)] if end is not None and len(first) > len(last) else last


def precision(edtf: str) -> str:
    """day, month, quarter, half_year, year, day_no_year or unknown (a decade, a duration, ``PRESENT_REF``)."""
    if "/" in edtf:
        return _interval_precision(*edtf.split("/", 1))
    match = _SINGLE.fullmatch(edtf)
    if match is None or edtf[:4] == "XXXX":
        no_year_day = match is not None and match[3] is not None and "X" not in match[2] + match[3]
        return "day_no_year" if no_year_day else "unknown"
    if "X" in edtf:
        return "month" if "X" not in edtf[:7] else "year" if "X" not in edtf[:4] else "unknown"
    if match[3]:
        return "day"
    if match[2] is None:
        return "year"
    sub = int(match[2])
    if sub <= _MONTHS_IN_YEAR:
        return "month"
    return "half_year" if sub in (40, 41) else "quarter" if sub in _SUBYEARS else "unknown"


def _interval_precision(first: str, last: str) -> str:
    if re.fullmatch(r"\d{4}-(01/\d{4}-06|07/\d{4}-12)", f"{first}/{last}") and first[:4] == last[:4]:
        return "half_year"
    if re.fullmatch(r"\d{4}-(01/\d{4}-03|04/\d{4}-06|07/\d{4}-09|10/\d{4}-12)", f"{first}/{last}"):
        return "quarter" if first[:4] == last[:4] else "month"
    return precision(last) if last not in ("", "..") else precision(first)


def bounds(edtf: str) -> tuple[str | None, str | None]:
    """The first and last ISO day the string can mean; None where open or without a year (``XXXX-08-21``, ``P5Y``)."""
    if "/" in edtf:
        first, last = edtf.split("/", 1)
        return _single_bounds(first)[0], _single_bounds(last)[1]
    return _single_bounds(edtf)


def _single_bounds(edtf: str) -> tuple[str | None, str | None]:
    match = _SINGLE.fullmatch(edtf)
    if match is None or not edtf[0].isdigit():
        return None, None
    first_year, last_year = int(match[1].replace("X", "0")), int(match[1].replace("X", "9"))
    if not FIRST_YEAR <= first_year <= last_year <= LAST_YEAR:
        return None, None
    if match[2] is None or "X" in match[2]:
        return f"{first_year:04d}-01-01", f"{last_year:04d}-12-31"
    sub = int(match[2])
    if 1 <= sub <= _MONTHS_IN_YEAR:
        if match[3] is None or "X" in match[3]:
            return month_bounds(first_year, sub)
        exact = day(first_year, sub, int(match[3]))
        return exact, exact
    if sub not in _SUBYEARS:
        return None, None
    begin, count = _SUBYEARS[sub]
    return month_bounds(first_year, begin)[0], _month_end(first_year, begin + count - 1)


def month_bounds(year: int, number: int) -> tuple[str, str]:
    """First and last day of a month."""
    return f"{year:04d}-{number:02d}-01", _month_end(year, number)


def _month_end(year: int, number: int) -> str:
    carry, index = divmod(number - 1, _MONTHS_IN_YEAR)
    return f"{year + carry:04d}-{index + 1:02d}-{calendar.monthrange(year + carry, index + 1)[1]:02d}"


def week(value: date) -> str:
    """The ISO week (Monday to Sunday) around a day, as a span of days."""
    monday = value - timedelta(days=value.weekday())
    return span(monday.isoformat(), (monday + timedelta(days=6)).isoformat())
