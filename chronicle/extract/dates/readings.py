"""Readings of calendar dates: days, months, years and spans of them. Other periods are in ``periods``."""

import re

from chronicle.extract.dates import edtf, guards
from chronicle.extract.dates.base import Base
from chronicle.extract.dates.found import Found
from chronicle.extract.dates.rules import Match

_NEW_SENTENCE = re.compile(r"\.\s+The\b")
_FIVE = 5  # years; "2006-07" is a span, "2015-09" a month


def named_year(match: Match, base: Base) -> tuple[int | None, str] | None:
    """The year that a match names, digits or words ("last year", 去年), with its basis; None when it names none."""
    if match.has("year"):
        return match.number("year"), "explicit"
    if match.has("zhyear"):
        return (base.year + int(match.value("zhyear")) if base.year else None), "relative"
    for unit in ("u", "v"):
        if match.has("shift") and match.has(unit):
            if match.value(unit) != "Y":
                return None
            return (base.year + int(match.value("shift")) if base.year else None), "relative"
    return None


def calendar(match: Match, base: Base) -> Found | None:
    """A day, a month, or a month of a named year."""
    if match.has("fulldate"):
        return Found(str(match.value("fulldate")))
    if match.has("yearmonth"):
        return _year_month(str(match.value("yearmonth")))
    if match.has("zhmonth") or match.has("zhmonthedge"):
        return _chinese_month(match, base)
    if match.has("zhsame"):
        return None
    if not match.has("month"):
        return _day_alone(match, base)
    if match.has("dom") and ". the" in match.words and _NEW_SENTENCE.search(match.tokens.text, match.start, match.end):
        return None  # "It took place in July. The second is planned for May."
    month, dom = match.number("month"), match.number("dom")
    if not 1 <= month <= 12 or (match.has("dom") and not 1 <= dom <= 31):
        return None
    if match.has("u") and match.value("u") != "Y":
        return None
    year = named_year(match, base)
    if year is not None:
        return _of_year(year, month, dom if match.has("dom") else None)
    if match.has("dom"):
        if guards.counts_things(match) or not guards.month_word(match, numbered=True):
            return None
        value = base.complete_day(month, dom, match.start, match.end)
        if value is None:
            return None
        return Found(value, basis="explicit" if value.startswith("XXXX") else "inferred_year")
    if not guards.month_word(match, numbered=False):
        return None
    value = base.complete_month(month, match.start, match.end)
    return Found(value, basis="explicit" if value.startswith("XXXX") else "inferred_year")


def _of_year(year: tuple[int | None, str], month: int, dom: int | None) -> Found | None:
    number, basis = year
    if number is None:
        return Found(f"XXXX-{month:02d}" + (f"-{dom:02d}" if dom else ""), basis="explicit")
    if dom is None:
        return Found(edtf.month(number, month), basis=basis)
    value = edtf.day(number, month, dom)
    return Found(value, basis=basis) if value else None


def _year_month(shown: str) -> Found:
    """ "2015-09" is a month; "2006-07" two years: the second number follows the first within five years."""
    year, second = int(shown[:4]), int(shown[5:])
    if 0 < second - year % 100 <= _FIVE:
        return Found(edtf.span(shown[:4], f"{year - year % 100 + second:04d}"), kind="span")
    return Found(shown)


def _chinese_month(match: Match, base: Base) -> Found | None:
    if match.has("year") or match.has("zhyear") or match.has("month"):
        month = match.number("month", 12)
        if not 1 <= month <= 12:
            return None
        year = named_year(match, base)
        return (
            _of_year(year, month, None)
            if year
            else Found(base.complete_month(month, match.start, match.end), basis="inferred_year")
        )
    if base.month is None:
        return Found("XXXX-XX", basis="relative")
    this_year, month = base.month
    shown = edtf.month(this_year, month + int(match.value("zhmonth")) if match.has("zhmonth") else month)
    if match.has("dom"):
        value = edtf.day(int(shown[:4]), int(shown[5:]), match.number("dom"))
        return Found(value, basis="relative") if value else None
    return Found(shown, basis="relative")


def _day_alone(match: Match, base: Base) -> Found | None:
    """3日: the day of the page's month, or of the month before when it has not come yet."""
    dom = match.number("dom")
    if not 1 <= dom <= 31 or not guards.chinese_day(match):
        return None
    month = (
        base.last_month if base.last_month and base.mark and base.mark[0] >= base.sentence_start(match.start) else None
    )
    if month is None and base.day is not None:
        ahead = base.future(match.start, match.end)
        this_year, number = base.day.year, base.day.month
        month = (this_year, number + (dom < base.day.day)) if ahead else (this_year, number - (dom > base.day.day + 1))
    if month is None:
        return Found(f"XXXX-XX-{dom:02d}", basis="explicit", precision="unknown")
    shown = edtf.month(*month)
    value = edtf.day(int(shown[:4]), int(shown[5:]), dom)
    return Found(value, basis="inferred_year") if value else None


def ordinal_day(match: Match, base: Base) -> Found | None:
    """ "on the 24th", "the 24th of this month": a day of the page's month, or of the one before."""
    dom = match.number("ord")
    if not 1 <= dom <= 31 or not guards.ordinal_day(match) or (match.has("u") and match.value("u") != "M"):
        return None
    if base.day is None:
        return Found(f"XXXX-XX-{dom:02d}", precision="unknown")
    number = base.day.month
    if match.has("shift"):
        number += int(match.value("shift"))
    elif not match.has("u"):
        number -= dom > base.day.day + 1 and not base.future(match.start, match.end)
    shown = edtf.month(base.day.year, number)
    value = edtf.day(int(shown[:4]), int(shown[5:]), dom)
    return Found(value, basis="relative" if match.has("u") else "inferred_year") if value else None


def day_range(match: Match, base: Base) -> Found | None:
    """Nov 28-30, 28 Nov to 3 Dec 2020, 11月28日至30日."""
    if match.has("u") and match.value("u") != "Y":
        return None
    if match.has("dom") and not match.has("month"):
        return _days_alone(match, base)
    first_month, dom, last = match.number("month"), match.number("dom"), match.number("last")
    to_month = match.number("to_month", first_month)
    if not (1 <= first_month <= 12 and 1 <= to_month <= 12 and 1 <= dom <= 31 and 1 <= last <= 31):
        return None
    if to_month == first_month and last <= dom and not match.has("to_year"):
        return None
    year = named_year(match, base)
    basis = "explicit"
    if match.has("to_year"):
        year = (match.number("to_year"), "explicit")
    if year is None or year[0] is None:
        end = base.complete_day(to_month, last, match.start, match.end)
        basis = "inferred_year"
    else:
        end, basis = edtf.day(year[0], to_month, last), year[1]
    if end is None:
        return None
    if end.startswith("XXXX"):
        start: str | None = f"XXXX-{first_month:02d}-{dom:02d}"
        basis = "explicit"
    else:
        start_year = match.number("year") if match.has("to_year") else int(end[:4]) - (first_month > to_month)
        start = edtf.day(start_year, first_month, dom)
    return Found(edtf.span(start, end), kind="span", basis=basis) if start and start <= end else None


def _days_alone(match: Match, base: Base) -> Found | None:
    dom, last = match.number("dom"), match.number("last")
    if not 1 <= dom < last <= 31 or base.day is None or not guards.chinese_day(match):
        return None
    year, month = base.day.year, base.day.month - (dom > base.day.day + 1 and not base.future(match.start, match.end))
    shown = edtf.month(year, month)
    first, end = (edtf.day(int(shown[:4]), int(shown[5:]), day) for day in (dom, last))
    return Found(edtf.span(first, end), kind="span", basis="inferred_year") if first and end else None


def month_range(match: Match, base: Base) -> Found | None:
    """January-September 2022, 今年1至9月, the first nine months, 前三季度."""
    if match.has("num"):
        return _first_months(match, base)
    if match.has("u") and match.value("u") != "Y":
        return None
    first, last = match.number("month"), match.number("to_month")
    if not (1 <= first <= 12 and 1 <= last <= 12) or not guards.month_word(match, numbered=True):
        return None
    if match.has("to_year"):
        return Found(
            edtf.span(edtf.month(match.number("year"), first), edtf.month(match.number("to_year"), last)), kind="span"
        )
    year = named_year(match, base)
    if year is not None and year[0] is not None:
        end, basis = edtf.month(year[0], last), year[1]
    else:
        end, basis = base.complete_month(last, match.start, match.end), "inferred_year"
    start = f"XXXX-{first:02d}" if end.startswith("XXXX") else edtf.month(int(end[:4]) - (first > last), first)
    return Found(edtf.span(start, end), kind="span", basis="explicit" if end.startswith("XXXX") else basis)


def _first_months(match: Match, base: Base) -> Found | None:
    count = match.number("num")
    if match.has("ord") and match.number("ord") != 1:
        return None
    if match.has("shift") and match.has("year"):
        return _last_months(match, count)
    quarters = match.words.rstrip("度").endswith("季")
    unit = str(match.value("units")) if match.has("units") else str(match.value("unit")) if match.has("unit") else "M"
    if unit not in ("M", "Q") and not quarters:
        return None
    if not (match.has("year") or match.has("u") or quarters) and not guards.opens_a_year(match):
        return None
    months = count * 3 if quarters or unit == "Q" else count
    if not 1 <= months <= 12:
        return None
    if match.has("u") and not match.has("shift"):
        year: tuple[int | None, str] | None = (base.year, "relative")
    else:
        year = named_year(match, base)
    number, basis = year or (_year_with_months(base, months), "inferred_year")
    if number is None:
        return Found(f"XXXX-01/XXXX-{months:02d}", kind="span", precision="unknown")
    return Found(edtf.span(edtf.month(number, 1), edtf.month(number, months)), kind="span", basis=basis)


def _last_months(match: Match, count: int) -> Found | None:
    """ "the last four months of 2021"."""
    year = match.number("year")
    if match.value("units") != "M" or int(match.value("shift")) >= 0 or not 1 <= count <= 12:
        return None
    return Found(edtf.span(edtf.month(year, 13 - count), edtf.month(year, 12)), kind="span")


def _year_with_months(base: Base, months: int) -> int | None:
    if base.month is None:
        return None
    return base.month[0] if base.month[1] > months - 2 else base.month[0] - 1


def years(match: Match, _base: Base) -> Found | None:
    """A year, or a span of years."""
    if match.has("fycode"):
        return Found(f"{match.number('fycode'):04d}")
    if match.has("unit") and match.value("unit") != "Y":
        return None
    year = match.number("year")
    if match.has("two"):
        last = year - year % 100 + match.number("two")
        if not 0 < last - year <= 50 or not guards.year_span(match):
            return None
        return Found(edtf.span(f"{year:04d}", f"{last:04d}"), kind="span")
    if match.has("to_year"):
        last = match.number("to_year")
        if not year < last or not guards.year_span(match):
            return None
        return Found(edtf.span(f"{year:04d}", f"{last:04d}"), kind="span")
    if match.last - match.first == 1 and not guards.year_alone(match):
        return None
    return Found(f"{year:04d}")
