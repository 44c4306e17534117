"""Readings that count from the page's day or from a date named before: yesterday, last week, three years ago."""

import re
from datetime import date, timedelta

from chronicle.extract.dates import edtf, guards
from chronicle.extract.dates.base import Base
from chronicle.extract.dates.found import Found
from chronicle.extract.dates.rules import Match

_NO_DAY, _NO_MONTH, _NO_YEAR = "XXXX-XX-XX", "XXXX-XX", "XXXX"
_LONGEST = 3000  # years; longer counts are no dates of a page
_DAYS = {"D": 1, "W": 7, "FN": 14}
_YEARS = {"Y": 1, "DE": 10, "CE": 100}


def _day(value: date | None, days: int) -> Found:
    return Found((value + timedelta(days=days)).isoformat() if value else _NO_DAY, basis="relative")


def deictic(match: Match, base: Base) -> Found | None:
    """Today, yesterday, the day before yesterday, last night, this morning, 昨日."""
    words = match.words
    if match.has("unit"):
        if match.value("unit") != "D":
            return None
        shift = int(match.value("deictic"))
        if (" before " in words) != (shift < 0):
            return None
        return _day(base.day, shift * 2)
    if match.has("deictic"):
        if match.form("deictic").isascii() and guards.name_like(match):
            return None
        return _day(base.day, int(match.value("deictic")))
    if words.startswith("last"):
        return _day(base.day, -1)
    if words.startswith("this"):
        return _day(base.day, 0)
    return _lone_daypart(match, base)


def _lone_daypart(match: Match, base: Base) -> Found | None:
    """ "in the morning": a time of an unnamed day."""
    if not match.words.isascii():
        return None
    head = match.tokens.text[max(0, match.start - 8) : match.start].lower()
    if match.words == "overnight" or re.search(r"\b(?:the|at|by|this|that|every|around)\s$", head):
        return Found(
            base.day.isoformat() if base.day else _NO_DAY, kind="reference", basis="relative", precision="unknown"
        )
    return None


def reference(match: Match, _base: Base) -> Found | None:
    """Now, the past, the future: TIMEX3 references without a place in the calendar."""
    words = match.words
    if match.has("now"):
        if match.form("now").isascii() and guards.name_like(match):
            return None
        return Found(str(match.value("now")), kind="reference", basis="relative", precision="unknown")
    value = (
        "PAST_REF"
        if "past" in words or "recent" in words
        else "FUTURE_REF"
        if "future" in words or "ahead" in words
        else "PRESENT_REF"
    )
    if words in ("the past", "in the past") and guards.after(match) in ("and", "or"):
        return None
    return Found(value, kind="reference", basis="relative", precision="unknown")


def lately(match: Match, base: Base) -> Found | None:
    """Recently, a few days ago, 近日: the month of the page (weeks and days), its year (months), else just the past."""
    unit = str(match.value("units")) if match.has("units") else str(match.value("unit")) if match.has("unit") else "D"
    if unit in ("Y", "DE", "CE") or "long" in match.words or match.words == "months ago":
        return Found("PAST_REF", kind="reference", basis="relative", precision="unknown")
    if unit == "M":
        return Found(f"{base.year:04d}" if base.year else _NO_YEAR, basis="relative")
    if unit == "D" and match.words.startswith("the other") and match.value("unit") != "D":
        return None
    if base.month is None:
        return Found(f"{base.year:04d}" if base.year else _NO_MONTH, basis="relative", precision="month")
    return Found(edtf.month(*base.month), basis="relative")


def of_unit(base: Base, unit: str, shift: int) -> Found | None:
    """The page's year, quarter, month, week, weekend or day, moved by ``shift`` of them."""
    if unit in _YEARS:
        if base.year is None:
            return Found(_NO_YEAR, basis="relative")
        year = base.year + shift * _YEARS[unit]
        value = f"{year:04d}" if unit == "Y" else f"{year // 10:03d}X" if unit == "DE" else f"{year // 100:02d}XX"
        return Found(value, basis="relative") if 0 < year < edtf.LAST_YEAR else None
    if unit in ("M", "Q"):
        if base.month is None:
            return Found(_NO_MONTH, basis="relative")
        year, month = base.month
        if unit == "M":
            return Found(edtf.month(year, month + shift), basis="relative")
        first = (month - 1) // 3 * 3 + 1 + 3 * shift
        return Found(
            edtf.span(edtf.month(year, first), edtf.month(year, first + 2)),
            kind="span",
            basis="relative",
            precision="quarter",
        )
    if unit not in ("W", "WE", "D", "FN"):
        return None
    if base.day is None:
        return Found(_NO_DAY, basis="relative")
    if unit == "D":
        return _day(base.day, shift)
    moved = base.day + timedelta(days=7 * shift)
    if unit == "WE":
        saturday = moved + timedelta(days=5 - moved.weekday())
        return Found(
            edtf.span(saturday.isoformat(), (saturday + timedelta(days=1)).isoformat()), kind="span", basis="relative"
        )
    return Found(edtf.week(moved), kind="span", basis="relative", precision="day")


def shift(match: Match, base: Base) -> Found | None:
    """Last week, this year, next Friday, last November, the weekend, the end of the year."""
    words = match.words
    if match.has("weekday"):
        return _weekday(match, base)
    if match.has("month"):
        return _shifted_month(match, base)
    if not match.has("shift"):
        return _this_unit(match, base)
    moved, unit, form = int(match.value("shift")), str(match.value("unit")), match.form("shift")
    if form in ("that", "same", "following", "preceding", "prior") or (form == "previous" and unit != "Y"):
        return anaphor(match, base)
    if form == "past" or (
        form in ("last", "next", "coming")
        and re.search(r"\bthe (?:last|next|coming)\b", f"{guards.before(match)} {words}")
    ):
        return _anchored(base, 1, unit, moved)
    if unit in ("TH", "TM"):
        return None
    return of_unit(base, unit, moved)


def _weekday(match: Match, base: Base) -> Found | None:
    number = int(match.value("weekday"))
    form = match.form("weekday")
    if not match.has("shift"):
        if (
            len(form) < len("monday")
            and not match.words.endswith(".")
            and guards.before(match) not in ("on", "last", "next", "this")
        ):
            return None
        value = base.weekday(number, match.start, match.end)
        if match.words.endswith("next") and base.day is not None:
            value = base.day + timedelta(days=(number - base.day.weekday()) % 7 or 7)
        return _day(value, 0)
    if base.day is None:
        return Found(_NO_DAY, basis="relative")
    moved = int(match.value("shift"))
    monday = base.day - timedelta(days=base.day.weekday())
    if match.has("unit"):
        if match.value("unit") != "W":
            return None
        return _day(monday, 7 * moved + number)
    if moved < 0:
        return _day(base.day, -((base.day.weekday() - number) % 7 or 7))
    if match.form("shift") in ("coming", "upcoming", "following"):
        return _day(base.day, (number - base.day.weekday()) % 7 or 7)
    if match.form("shift") in ("that", "same"):
        return _day(base.weekday(number, match.start, match.end), 0)
    return _day(monday, 7 * moved + number)


def _shifted_month(match: Match, base: Base) -> Found | None:
    number = match.number("month")
    if base.month is None:
        return Found(f"XXXX-{number:02d}")
    year, month = base.month
    moved = int(match.value("shift"))
    if moved < 0:
        year -= number >= month
    elif moved > 0:
        year += number <= month
    return Found(edtf.month(year, number), basis="relative")


def _this_unit(match: Match, base: Base) -> Found | None:
    """ "the end of the year", "year-end", "the weekend"; a bare "the year" says nothing."""
    unit = str(match.value("unit")) if match.has("unit") else ""
    if match.has("year"):
        return Found(f"{match.number('year'):04d}") if unit == "Y" else None
    if unit == "WE":
        found = of_unit(base, unit, 0)
        if found and base.day and base.day.weekday() < 5 and not base.future(match.start, match.end):
            return of_unit(base, unit, -1)
        return found
    if match.words.startswith("the ") and match.last - match.first == 2:
        return _bare_unit(match, base, unit)
    if " before" in match.words or " earlier" in match.words:
        return _from_last(base, unit, -1)
    if " after" in match.words or " later" in match.words:
        return _from_last(base, unit, 1)
    return of_unit(base, unit, 0) if unit in ("Y", "M", "W", "Q") else None


def _bare_unit(match: Match, base: Base, unit: str) -> Found | None:
    if unit == "Q" and base.last_month is not None and guards.before(match) in ("in", "for", "during", "of"):
        year, month = base.last_month
        first = (month - 1) // 3 * 3 + 1
        return Found(
            edtf.span(edtf.month(year, first), edtf.month(year, first + 2)),
            kind="span",
            basis="relative",
            precision="quarter",
        )
    if (
        unit in ("Y", "M", "W")
        and guards.before(match) in ("of", "for", "during", "in", "throughout")
        and guards.after(match) not in ("of", "to", "ended", "ending", "before", "after")
    ):
        return of_unit(base, unit, 0)
    return None


def ago(match: Match, base: Base) -> Found | None:
    """ "three years ago" counts from the page, "a year earlier" from the date named before; as fine as its unit."""
    unit = str(match.value("units")) if match.has("units") else str(match.value("unit"))
    count = match.number("num", 2 if "couple" in match.words else 1)
    if "half" in match.words and not match.has("num"):
        return lately(match, base)
    if count > _LONGEST or (match.has("num") and "." in str(match.value("num"))):
        return None
    words = match.words
    sign = 1 if words.endswith(("later", "from now")) else -1
    if match.has("deictic"):
        total = int(match.value("deictic")) + count * _DAYS.get(unit, 0)
        return _day(base.day, total) if unit in _DAYS else None
    if words.endswith(("earlier", "later", "before")):
        return _from_last(base, unit, sign * count)
    return moved_by(base, unit, sign * count)


def moved_by(base: Base, unit: str, count: int) -> Found | None:
    """The calendar unit that lies ``count`` units from the page's date, at that unit's precision."""
    if unit == "D":
        return _day(base.day, count)
    if unit == "FN":
        return of_unit(base, "W", 2 * count)
    if unit in ("TH", "TM", "TS"):
        hours = timedelta(hours=count if unit == "TH" else 0)
        return (
            _day(base.day + timedelta(days=int(hours.total_seconds() // 86400) + (count < 0)) if base.day else None, 0)
            if abs(count) < 1000
            else None
        )
    if unit in ("DE", "CE"):
        return of_unit(base, "Y", count * _YEARS[unit])
    return of_unit(base, unit, count)


def _from_last(base: Base, unit: str, count: int) -> Found | None:
    """A move from the last date named, else from the page's."""
    last = Base(base.text, base.last_day or base.day, base.last_month or base.month, base.last_year or base.year)
    if last.year is not None and not edtf.FIRST_YEAR + 100 < last.year < edtf.LAST_YEAR - 100:
        return None
    return moved_by(last, unit, count)


def anaphor(match: Match, base: Base) -> Found | None:
    """That day, the following year, 当日, 次年: from the last date named."""
    if match.has("zhsame"):
        return _from_last(base, str(match.value("zhsame")), 0)
    if match.has("zhnext"):
        return _from_last(base, str(match.value("zhnext")), 1)
    if not match.has("unit"):
        if match.words == "that time" and guards.before(match) == "at" and base.last_month is not None:
            return Found(edtf.month(*base.last_month), basis="relative")
        return None
    unit = str(match.value("unit"))
    moved = int(match.value("shift")) if match.has("shift") else 0
    if not match.has("shift"):
        head = match.words.split()
        moved = next(
            (
                by
                for word, by in (("following", 1), ("next", 1), ("previous", -1), ("preceding", -1), ("prior", -1))
                if word in head
            ),
            0,
        )
    if unit in ("TH", "TM", "DE", "CE"):
        return None
    return _from_last(base, unit, moved)


def past_units(match: Match, base: Base) -> Found | None:
    """ "the past three years", "the coming weeks": a duration, with the span it covers from the page's date."""
    unit = str(match.value("units")) if match.has("units") else str(match.value("unit"))
    moved = (
        int(match.value("shift"))
        if match.has("shift")
        else -1
        if re.search(r"\b(?:past|last|previous)\b", match.words)
        else 1
    )
    count: int | None = match.number("num") if match.has("num") else None
    if match.has("num") and "." in str(match.value("num")):
        return Found(length(str(match.value("num")), unit), kind="duration")
    if "couple" in match.words:
        count = 2
    elif count is None and not match.has("vague") and not match.has("units"):
        count = 1
    if match.has("shift") and match.form("shift") in ("this", "that", "same", "current"):
        moved = 1 if base.future(match.start, match.end) else -1
    if match.has("to"):
        count = match.number("to")
        return Found(
            f"{length(str(match.number('num')), unit)}/{length(str(count), unit)}",
            kind="duration",
            when=covered(base, unit, moved, count),
        )
    return _anchored(base, count, unit, moved)


def _anchored(base: Base, count: int | None, unit: str, moved: int) -> Found | None:
    if count is None:
        return Found(length("X", unit), kind="duration", basis="relative", precision="unknown")
    if count > _LONGEST:
        return None
    return Found(
        length(str(count), unit), kind="duration", basis="relative", when=covered(base, unit, moved or -1, count)
    )


def covered(base: Base, unit: str, moved: int, count: int) -> str | None:
    """The span from the page's date back or ahead by ``count`` units, at the precision of the unit, or None."""
    coarse = {"W": "D", "FN": "D", "Q": "M", "WE": "D"}.get(unit, unit)
    factor = {"W": 7, "FN": 14, "Q": 3, "WE": 7}.get(unit, 1)
    near, far = moved_by(base, coarse, 0), moved_by(base, coarse, moved * count * factor)
    if coarse in _YEARS:
        near = of_unit(base, "Y", 0)
    if near is None or far is None or "X" in near.value + far.value:
        return None
    return edtf.span(*sorted((near.value, far.value)))


def within(match: Match, base: Base) -> Found | None:
    """ "within five years": a duration whose end, counted from publication, is a deadline (``when``)."""
    unit = str(match.value("units")) if match.has("units") else str(match.value("unit"))
    if match.has("vague") or (match.has("units") and not match.has("num")):
        return Found(length("X", unit), kind="duration", basis="relative", precision="unknown", relation="within")
    low = match.number("num", 1)
    count = match.number("to", low)
    if count > _LONGEST:
        return None
    value = length(str(low), unit) + (f"/{length(str(count), unit)}" if match.has("to") else "")
    if match.has("shift") and int(match.value("shift")) <= 0:
        return Found(value, kind="duration", basis="relative", when=covered(base, unit, -1, count), relation="in")
    span = covered(base, unit, 1, count)
    return Found(
        value, kind="duration", basis="relative", when=span.split("/")[-1] if span else None, relation="within"
    )


_DESIGNATORS = {"Y": "P{}Y", "M": "P{}M", "W": "P{}W", "D": "P{}D", "TH": "PT{}H", "TM": "PT{}M", "TS": "PT{}S"}
_FACTORS = {"Q": (3, "M"), "DE": (10, "Y"), "CE": (100, "Y"), "FN": (2, "W")}


def length(count: str, unit: str) -> str:
    """An ISO 8601 duration (``P5Y``); ``X`` for a number nobody counted (TIMEX3 ``PXY``); a weekend is ``P1WE``."""
    if unit == "WE":
        return f"P{count}WE"
    factor, plain = _FACTORS.get(unit, (1, unit))
    if count == "X":
        return {"DE": "PXDE", "CE": "PXCE", "Q": "PXQ"}.get(unit, _DESIGNATORS[plain].format("X"))
    whole = float(count) * factor
    return _DESIGNATORS[plain].format(int(whole) if whole == int(whole) else whole)
