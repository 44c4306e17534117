"""Readings of lengths and rhythms: durations ("three years", 三年), sets ("every week", 每年) and times of day."""

import re

from chronicle.extract.dates import guards
from chronicle.extract.dates.base import Base
from chronicle.extract.dates.found import Found
from chronicle.extract.dates.moves import length
from chronicle.extract.dates.rules import Match

_HALVES = {
    "Y": "P6M",
    "TH": "PT30M",
    "DE": "P5Y",
    "CE": "P50Y",
    "D": "PT12H",
    "M": "P0.5M",
    "W": "P0.5W",
    "TM": "PT30S",
}
_LONGEST_COUNT = 100_000
_AGE = re.compile(r"(?:-|\s)old\b|\s?岁")
_RATE_BEFORE = re.compile(
    r"(?:\d|percent|times|dollars|yuan|euros|pounds|tons|tonnes|barrels|million|billion|once|twice|people)\)?\s$"
)
_BARE_BEFORE = frozenset(
    {
        "for",
        "in",
        "of",
        "over",
        "after",
        "within",
        "during",
        "took",
        "take",
        "takes",
        "the",
        "through",
        "spent",
        "lasted",
        "two",
        "by",
        "and",
        "or",
        "with",
        "light",
    }
)
_BARE_AFTER = frozenset({"of", "later", "earlier", "before", "after", "to", "away", "into", "since", "ahead", "long"})


def duration(match: Match, _base: Base) -> Found | None:
    """A stretch of time: ``P3Y``, ``PXD`` when nobody counted, ``P3Y/P5Y`` between two lengths."""
    text = match.tokens.text
    if _AGE.match(text, match.end, match.end + 6) or (
        text[match.end : match.end + 1] == "-" and text[match.end + 1 : match.end + 4] == "old"
    ):
        return None
    name = next((name for name in ("units", "unit", "zhunit") if match.has(name)), "")
    unit = str(match.value(name)) if name else "Y"
    if match.has("zhunit") or not match.words.isascii():
        return _chinese(match, unit)
    if match.has("more"):
        return _two_units(match, unit)
    if match.has("to"):
        return Found(
            f"{length(str(match.number('num')), unit)}/{length(str(match.number('to')), unit)}", kind="duration"
        )
    words = match.words
    if "half" in words:
        if re.search(r"and[ -]a[ -]half", words):
            return Found(length(f"{match.number('num', 1)}.5", unit), kind="duration")
        return Found(_HALVES[unit], kind="duration") if unit in _HALVES else None
    if "century" in words and "quarter" in words:
        return Found("P25Y", kind="duration")
    if match.has("num"):
        return _counted(match, unit)
    if "couple" in words:
        return Found(length("2", unit), kind="duration")
    if match.has("vague"):
        return Found(length("X", unit), kind="duration") if match.form("vague") != "recent" else None
    if match.has("units"):
        return _bare(match, unit)
    if match.last - match.first == 2 and match.has("a"):
        return _one(match, unit)
    return Found(length("1", unit), kind="duration")


_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")


def _two_units(match: Match, unit: str) -> Found | None:
    """ "one year and two months": the larger unit first."""
    second = str(match.value("more_units" if match.has("more_units") else "more_unit"))
    if unit not in _ORDER or second not in _ORDER or _ORDER.index(unit) >= _ORDER.index(second):
        return None
    parts = [length(str(match.number(name)), one) for name, one in (("num", unit), ("more", second))]
    date_part = "".join(part[1:] for part in parts if not part.startswith("PT"))
    time_part = "".join(part[2:] for part in parts if part.startswith("PT"))
    return Found(f"P{date_part}" + (f"T{time_part}" if time_part else ""), kind="duration")


def _counted(match: Match, unit: str) -> Found | None:
    """A number and a unit; a four-digit year before "quarter" or "season" is not a count."""
    shown = str(match.value("num"))
    if match.tokens.codes[match.named["num"]] == "y" and match.last - match.first == 2 and match.has("unit"):
        return None
    if (
        match.has("unit")
        and match.last - match.first == 2
        and match.number("num") != 1
        and guards.before(match) in ("no", "phase", "day", "in")
    ):
        return None
    if float(shown) > _LONGEST_COUNT or guards.names_a_plan(match) or _names_a_day(match):
        return None
    return Found(length(shown.removesuffix(".0"), unit), kind="duration")


def _names_a_day(match: Match) -> bool:
    head = match.tokens.text[max(0, match.start - 1) : match.start]
    return head in ("$", "€", "£", "¥", ".", "#") or (head.isalnum() and head.isascii())


def _bare(match: Match, unit: str) -> Found | None:
    """ "years", "for months": uncounted."""
    if guards.name_like(match) or unit in ("TS", "WE", "Q"):
        return None
    if guards.before(match) in _BARE_BEFORE - {"light"} or guards.after(match) in _BARE_AFTER:
        return Found(length("X", unit), kind="duration")
    return None


def _one(match: Match, unit: str) -> Found | None:
    """ "a year": a set after an amount ("5 million tons a year"), else a length; "a day" of any kind is none."""
    head = match.tokens.text[max(0, match.start - 16) : match.start]
    if _RATE_BEFORE.search(head):
        return Found(length("1", unit), kind="set")
    if unit == "TM" or match.words.startswith("a q"):
        return None
    return Found(length("1", unit), kind="duration")


def _chinese(match: Match, unit: str) -> Found | None:
    text = match.tokens.text
    head, tail = text[max(0, match.start - 1) : match.start], text[match.end : match.end + 1]
    if (
        head in ("第", "每", "满", "前")
        or (head.isalnum() and head.isascii())
        or tail in ("级", "龄", "制", "代", "第", "度", "生")
    ):
        return None
    words = match.words
    if unit == "W" and "周" in words and not match.has("num"):
        return None
    if "半" in words:
        if match.has("num"):
            return Found(length(f"{match.number('num')}.5", "M" if "月" in words else unit), kind="duration")
        return Found(_HALVES.get(unit, "P6M"), kind="duration") if unit in _HALVES else None
    if match.has("to"):
        return Found(
            f"{length(str(match.number('num')), unit)}/{length(str(match.number('to')), unit)}", kind="duration"
        )
    if match.has("zhfew"):
        return None if match.form("zhfew") == "多" and unit != "Y" else Found(length("X", unit), kind="duration")
    if match.has("num"):
        number = match.number("num")
        code = match.tokens.codes[match.named["num"]]
        if code == "y" or number > _LONGEST_COUNT or (match.words.endswith("季") and not match.words.endswith("个季")):
            return None
        return Found(length(str(number), unit), kind="duration")
    return None


def recurring(match: Match, _base: Base) -> Found | None:
    """A set: every week ``P1W``, annually ``P1Y``, on Mondays ``XXXX-WXX-1``."""
    for name in ("weekday", "weekdays", "zhweekday"):
        if match.has(name):
            return Found(f"XXXX-WXX-{int(match.value(name)) + 1}", kind="set")
    if match.has("often"):
        if match.form("often").isascii() and guards.name_like(match):
            return None
        value = str(match.value("often"))
        if match.words.startswith("bi"):
            value = {"P1Y": "P2Y", "P1M": "P2M", "P1W": "P2W"}.get(value, value)
        if match.words.startswith("semi"):
            value = "P6M"
        return Found(value, kind="set")
    if match.has("daypart") or match.words == "everyday":
        return Found("P1D", kind="set")
    name = next((name for name in ("units", "unit", "zhunit") if match.has(name)), "")
    unit = str(match.value(name)) if name else "Q"
    if match.words.startswith("times"):
        return Found(length("1", unit), kind="set")
    if "round" in match.words:
        return Found("P1Y", kind="set") if unit == "Y" else None
    count = "2" if "other" in match.words else str(match.number("num", 1) or 1) if match.has("num") else "1"
    if match.has("vague"):
        count = "X"
    if match.has("zhunit") and match.form("zhunit") == "年来":
        return None
    return Found(length(count, unit), kind="set")


def clock(match: Match, base: Base) -> Found | None:
    """A time of day without a day: a reference to the page's day, of unknown precision (it dates no event)."""
    hour = match.number("num", 0) if match.has("num") else 0
    if match.has("num") and match.has("ampm") and not 1 <= hour <= 12:
        return None
    if match.has("num") and not match.has("ampm") and hour > 24 and not match.has("zone"):
        return None
    if match.has("clock") and not (match.has("ampm") or match.has("zone")) and not _clock_context(match):
        return None
    if match.has("zone") and not match.has("ampm") and match.has("num") and not (0 <= hour <= 2400):
        return None
    value = base.day.isoformat() if base.day else "XXXX-XX-XX"
    return Found(value, kind="reference", basis="relative", precision="unknown")


def _clock_context(match: Match) -> bool:
    """ "at 10:30", "from 9:00": a bare 1:06 may be a race time or a ratio."""
    text = match.tokens.text
    if match.form("clock").count(":") > 1:  # 1:06:42 is how long a race took
        return False
    return guards.before(match) in (
        "at",
        "from",
        "until",
        "by",
        "around",
        "about",
        "before",
        "after",
        "since",
        "between",
        "to",
        "and",
    ) and not re.match(r"\s?[-:]\s?\d", text[match.end : match.end + 3])
