"""Readings that count from the page's day or from a date named before: yesterday, last week, three years ago."""

import re
from datetime import timedelta

from chronicle.extract.dates import edtf, guards
from chronicle.extract.dates.base import Base
from chronicle.extract.dates.found import Found
from chronicle.extract.dates.moves import (
    DAYS,
    LONGEST,
    NO_DAY,
    NO_MONTH,
    NO_YEAR,
    anchored,
    day_from,
    from_last,
    moved_by,
    of_unit,
)
from chronicle.extract.dates.rules import Match

_LAST_YEAR = re.compile(r"\blast year\b[^\n]*$", re.IGNORECASE)
_SAME_BREATH = 320  # code points in which "the year" still is the year just named


def deictic(match: Match, base: Base) -> Found | None:
    """Today, yesterday, the day before yesterday, last night, this morning, 昨日."""
    words = match.words
    if match.has("unit"):
        if match.value("unit") != "D":
            return None
        shift = int(match.value("deictic"))
        if (" before " in words) != (shift < 0):
            return None
        return day_from(base.day, shift * 2)
    if match.has("deictic"):
        if match.form("deictic").isascii() and guards.name_like(match):
            return None
        return day_from(base.day, int(match.value("deictic")))
    if words.startswith("last"):
        return day_from(base.day, -1)
    if words.startswith("this"):
        return day_from(base.day, 0)
    return _lone_daypart(match, base)


def _lone_daypart(match: Match, base: Base) -> Found | None:
    """ "in the morning": a time of an unnamed day."""
    if not match.words.isascii():
        return None
    head = match.tokens.text[max(0, match.start - 8) : match.start].lower()
    if match.words == "overnight" or re.search(r"\b(?:the|at|by|this|that|every|around)\s$", head):
        return Found(
            base.day.isoformat() if base.day else NO_DAY, kind="reference", basis="relative", precision="unknown"
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
        return Found(f"{base.year:04d}" if base.year else NO_YEAR, basis="relative")
    if unit == "D" and match.words.startswith("the other") and match.value("unit") != "D":
        return None
    if base.month is None:
        return Found(f"{base.year:04d}" if base.year else NO_MONTH, basis="relative", precision="month")
    return Found(edtf.month(*base.month), basis="relative")


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
    if "past" in words and words.startswith("this"):
        return of_unit(base, unit, -1)
    if unit == "Q" or re.search(r"fiscal|financial|calendar|school|academic", words):
        return of_unit(base, unit, moved)
    if unit == "D" and form in ("next", "last"):
        return anaphor(match, base) if form == "next" else None
    if form == "past" or (
        form in ("last", "next", "coming")
        and re.search(r"\bthe (?:last|next|coming)\b", f"{guards.before(match)} {words}")
    ):
        return anchored(base, 1, unit, moved)
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
        return day_from(value, 0)
    if base.day is None:
        return Found(NO_DAY, basis="relative")
    moved = int(match.value("shift"))
    monday = base.day - timedelta(days=base.day.weekday())
    if match.has("unit"):
        if match.value("unit") != "W":
            return None
        return day_from(monday, 7 * moved + number)
    if moved < 0 or "past" in match.words:
        return day_from(base.day, -((base.day.weekday() - number) % 7 or 7))
    if match.form("shift") in ("coming", "upcoming", "following"):
        return day_from(base.day, (number - base.day.weekday()) % 7 or 7)
    if match.form("shift") in ("that", "same"):
        return day_from(base.weekday(number, match.start, match.end), 0)
    return day_from(monday, 7 * moved + number)


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
        return from_last(base, unit, -1)
    if " after" in match.words or " later" in match.words:
        return from_last(base, unit, 1)
    return of_unit(base, unit, 0) if unit in ("Y", "M", "W", "Q", "DE", "CE") else None


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
        if unit == "Y" and _LAST_YEAR.search(base.text, max(0, match.start - _SAME_BREATH), match.start):
            return of_unit(base, unit, -1)  # "sales doubled last year; firms founded during the year …"
        return of_unit(base, unit, 0)
    return None


def ago(match: Match, base: Base) -> Found | None:
    """ "three years ago" counts from the page, "a year earlier" from the date named before; as fine as its unit."""
    unit = str(match.value("units")) if match.has("units") else str(match.value("unit"))
    count = match.number("num", 2 if "couple" in match.words else 1)
    if "half" in match.words and not match.has("num"):
        return moved_by(base, "M", -6) if unit == "Y" else lately(match, base)
    if count > LONGEST or (match.has("num") and "." in str(match.value("num"))):
        return None
    words = match.words
    sign = 1 if words.endswith(("later", "from now")) else -1
    if words.endswith("before") and guards.after(match):  # "two days before the storm" is a length
        return None
    if match.has("deictic"):
        total = int(match.value("deictic")) + count * DAYS.get(unit, 0)
        return day_from(base.day, total) if unit in DAYS else None
    if words.endswith(("earlier", "later", "before")):
        return from_last(base, unit, sign * count)
    return moved_by(base, unit, sign * count)


def anaphor(match: Match, base: Base) -> Found | None:
    """That day, the following year, 当日, 次年: from the last date named."""
    if match.has("zhsame"):
        return from_last(base, str(match.value("zhsame")), 0)
    if match.has("zhnext"):
        return from_last(base, str(match.value("zhnext")), 1)
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
    return from_last(base, unit, moved)
