"""Arithmetic with units of time: the page's year, month, week or day moved by a count, and the span a count covers."""

from datetime import date, timedelta

from chronicle.extract.dates import edtf
from chronicle.extract.dates.base import Base
from chronicle.extract.dates.found import Found

NO_DAY, NO_MONTH, NO_YEAR = "XXXX-XX-XX", "XXXX-XX", "XXXX"
_HOURS_A_DAY = 24
LONGEST = 3000  # years; longer counts are no dates of a page
DAYS = {"D": 1, "W": 7, "FN": 14}
YEARS = {"Y": 1, "DE": 10, "CE": 100}


def day_from(value: date | None, days: int) -> Found:
    return Found((value + timedelta(days=days)).isoformat() if value else NO_DAY, basis="relative")


def of_unit(base: Base, unit: str, shift: int) -> Found | None:
    """The page's year, quarter, month, week, weekend or day, moved by ``shift`` of them."""
    if unit in YEARS:
        if base.year is None:
            return Found(NO_YEAR, basis="relative")
        year = base.year + shift * YEARS[unit]
        value = f"{year:04d}" if unit == "Y" else f"{year // 10:03d}X" if unit == "DE" else f"{year // 100:02d}XX"
        return Found(value, basis="relative") if 0 < year < edtf.LAST_YEAR else None
    if unit in ("M", "Q"):
        if base.month is None:
            return Found(NO_MONTH, basis="relative")
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
        return Found(NO_DAY, basis="relative")
    if unit == "D":
        return day_from(base.day, shift)
    moved = base.day + timedelta(days=7 * shift)
    if unit == "WE":
        saturday = moved + timedelta(days=5 - moved.weekday())
        return Found(
            edtf.span(saturday.isoformat(), (saturday + timedelta(days=1)).isoformat()), kind="span", basis="relative"
        )
    return Found(edtf.week(moved), kind="span", basis="relative", precision="day")


def moved_by(base: Base, unit: str, count: int) -> Found | None:
    """The calendar unit that lies ``count`` units from the page's date, at that unit's precision."""
    if unit == "D":
        return day_from(base.day, count)
    if unit == "FN":
        return of_unit(base, "W", 2 * count)
    if unit in ("TH", "TM", "TS"):
        return day_from(base.day, int(count / _HOURS_A_DAY) if unit == "TH" else 0)
    if unit in ("DE", "CE"):
        return of_unit(base, "Y", count * YEARS[unit])
    return of_unit(base, unit, count)


def from_last(base: Base, unit: str, count: int) -> Found | None:
    """A move from the last date named, else from the page's."""
    last = Base(base.text, base.last_day or base.day, base.last_month or base.month, base.last_year or base.year)
    if last.year is not None and not edtf.movable(last.year):
        return None
    return moved_by(last, unit, count)


def covered(base: Base, unit: str, moved: int, count: int) -> str | None:
    """The span from the page's date back or ahead by ``count`` units, at the precision of the unit, or None."""
    coarse = {"W": "D", "FN": "D", "Q": "M", "WE": "D"}.get(unit, unit)
    factor = {"W": 7, "FN": 14, "Q": 3, "WE": 7}.get(unit, 1)
    near, far = moved_by(base, coarse, 0), moved_by(base, coarse, moved * count * factor)
    if coarse in YEARS:
        near = of_unit(base, "Y", 0)
    if near is None or far is None or "X" in near.value + far.value:
        return None
    return edtf.span(*sorted((near.value, far.value)))


def anchored(base: Base, count: int | None, unit: str, moved: int) -> Found | None:
    if count is None:
        return Found(length("X", unit), kind="duration", basis="relative", precision="unknown")
    if count > LONGEST:
        return None
    return Found(
        length(str(count), unit), kind="duration", basis="relative", when=covered(base, unit, moved or -1, count)
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
