"""Readings of periods with names of their own: quarters, half years, decades, weeks, seasons, plans, holidays."""

from datetime import date

from chronicle.extract.dates import edtf, guards
from chronicle.extract.dates.base import Base
from chronicle.extract.dates.found import Found
from chronicle.extract.dates.readings import named_year
from chronicle.extract.dates.rules import Match

_PLAN_YEARS = 5
_FIRST_PLANS = {1: 1953, 2: 1958, 3: 1966, 4: 1971, 5: 1976}  # then every five years: the 13th began in 2016


def decade(match: Match, _base: Base) -> Found | None:
    """The 1990s, the nineties, 上世纪90年代, the 21st century."""
    if match.has("cent") or "世纪" in match.words:
        return _chinese_decade(match)
    if match.has("ord"):
        if match.value("u") != "CE":
            return None
        return Found(f"{match.number('ord') - 1:02d}XX", precision="unknown")
    if match.has("nineties"):
        return Found(f"{(1900 + int(match.value('nineties'))) // 10}X", precision="unknown")
    start = match.number("decade") if match.has("decade") else match.number("year")
    if start % 10 or not guards.decade(match):
        return None
    return Found(f"{start // 10:03d}X", precision="unknown")


def _chinese_decade(match: Match) -> Found | None:
    words, number = match.words, match.number("num", -1)
    if "年代" in words:
        century = match.number("cent") - 1 if match.has("cent") else 20 if words.startswith("本") else 19
        return Found(f"{century:02d}{number // 10}X", precision="unknown") if 0 <= number <= 90 else None
    if number > 0:
        return Found(f"{number - 1:02d}XX", precision="unknown")
    return Found("20XX" if words.startswith("本") else "19XX", precision="unknown")


def quarter(match: Match, base: Base) -> Found | None:
    """A quarter or a half year, as a span of months."""
    half = match.has("zhhalf") or match.has("halfcode") or "half" in match.words
    if match.has("u") and match.value("u") != "Q":
        return None
    if match.has("zhhalf"):
        index = 1 if match.value("zhhalf") == 1 else 2
    else:
        index = next((match.number(name) for name in ("quartercode", "halfcode", "num", "ord") if match.has(name)), 1)
    if not 1 <= index <= (2 if half else 4):
        return None
    if (
        half
        and match.has("ord")
        and not match.has("year")
        and match.last - match.first <= 3
        and not guards.half_year(match)
    ):
        return None
    basis = "explicit"
    if match.has("month"):
        return Found(base.complete_month(match.number("month"), match.start, match.end), basis="inferred_year")
    if match.has("v") and not match.has("shift"):
        number, basis = base.year, "relative"
    else:
        year = named_year(match, base)
        number, basis = (
            year if year is not None else (_year_of_quarter(match, base, index, 6 if half else 3), "inferred_year")
        )
    first, last = (index - 1) * 6 + 1, index * 6
    if not half:
        first, last = (index - 1) * 3 + 1, index * 3
    if number is None:
        return Found(f"XXXX-{first:02d}/XXXX-{last:02d}", kind="span", precision="unknown")
    return Found(
        edtf.span(edtf.month(number, first), edtf.month(number, last)),
        kind="span", basis=basis, precision="half_year" if half else "quarter",
    )  # fmt: skip


def _year_of_quarter(match: Match, base: Base, index: int, months: int) -> int | None:
    if base.month is None:
        return None
    year, month = base.month
    now = (month - 1) // months + 1
    if base.future(match.start, match.end):
        return year if index >= now else year + 1
    return year if index <= now else year - 1


def week_of(match: Match, base: Base) -> Found | None:
    """The first week of May 2020, the week of 3 May."""
    if match.value("u") != "W":
        return None
    if match.has("v") or (match.has("shift") and not match.has("month")):
        return _last_week(match)
    if not match.has("month"):
        if not 1 <= match.number("ord") <= 53:
            return None
        first = date.fromisocalendar(match.number("year"), min(match.number("ord"), 52), 1)
        return Found(edtf.week(first), kind="span")
    month = match.number("month")
    whole = (
        edtf.month(match.number("year"), month)
        if match.has("year")
        else base.complete_month(month, match.start, match.end)
    )
    if whole.startswith("XXXX"):
        return Found(whole)
    if match.has("dom"):
        value = edtf.day(int(whole[:4]), month, match.number("dom"))
        return Found(edtf.week(date.fromisoformat(value)), kind="span", basis="inferred_year") if value else None
    if match.has("shift"):
        last = edtf.bounds(whole)[1] or ""
        return Found(edtf.week(date.fromisoformat(last)), kind="span", basis="inferred_year")
    value = edtf.day(int(whole[:4]), month, min(28, match.number("ord", 1) * 7 - 6))
    return Found(edtf.week(date.fromisoformat(value)), kind="span", basis="inferred_year") if value else None


def _last_week(match: Match) -> Found | None:
    """ "the last week of 2016": the ISO week of its last day."""
    if int(match.value("shift")) >= 0 or match.has("v"):
        return None
    last = date(match.number("year"), 12, 28)  # always in the last ISO week of its year
    return Found(edtf.week(last), kind="span")


def season(match: Match, base: Base) -> Found | None:
    """Spring 2013, this summer, 去年秋季: EDTF season codes."""
    if not guards.season(match):
        return None
    code = next((21 + n for n, sign in enumerate("春夏秋冬") if sign in match.words), 0)
    code = int(match.value("season")) if match.has("season") else code
    year = named_year(match, base)
    if match.has("v") and match.value("v") != "Y":
        return None
    number, basis = year or (base.year, "relative")
    if number is not None and year is None:
        now = base.month[1] if base.month else 12
        begins = (code - 20) * 3
        shift = int(match.value("shift")) if match.has("shift") else 0
        started = now >= begins
        if shift < 0:
            number -= not (now >= begins + 3)
        elif shift > 0:
            number += started
        elif not match.has("shift") and not started and not base.future(match.start, match.end):
            number -= 1
    return Found(
        f"{number:04d}-{code}" if number else f"XXXX-{code}", basis=basis, precision="quarter" if number else "unknown"
    )


def holiday(match: Match, base: Base) -> Found | None:
    """Days that fall on one date every year."""
    code = int(match.value("holiday")) if match.has("holiday") else 101 if "day" in match.words else 1231
    if match.has("holiday") and match.words.endswith("eve"):
        code -= 1
    if match.words.startswith("new year"):
        code = 101 if match.words.endswith("day") else 1231
    month, dom = divmod(code, 100)
    year = named_year(match, base)
    if year and year[0]:
        value = edtf.day(year[0], month, dom)
        return Found(value, basis=year[1]) if value else None
    value = base.complete_day(month, dom, match.start, match.end)
    return Found(value, basis="inferred_year") if value else None


def plan_period(match: Match, _base: Base) -> Found | None:
    """The years of a Chinese five-year plan; the plan as a document is no date."""
    if match.has("zhplan"):
        first = int(match.value("zhplan"))
        if match.words[-1] in "末" or match.words.endswith(("期末", "末期")):
            return Found(f"{first + 4:04d}")
    else:
        number = match.number("ord") if match.has("ord") else match.number("num")
        length = match.number("n") if match.has("n") else match.number("num")
        if length != _PLAN_YEARS or not 1 <= number <= 30 or not guards.plan_as_period(match):
            return None
        first = _FIRST_PLANS.get(number, 1951 + _PLAN_YEARS * number)
    return Found(edtf.span(f"{first:04d}", f"{first + 4:04d}"), kind="span")


def nine_eleven(match: Match, _base: Base) -> Found | None:
    """The attacks of 11 September 2001, by the name that news gives them."""
    if match.has("month"):
        return Found("2001-09-11") if (match.number("month"), match.number("dom")) == (9, 11) else None
    return (
        Found("2001-09-11") if (match.number("dig"), match.number("n")) == (9, 11) and match.words == "9/11" else None
    )
