"""Dates as pages stamp them: ISO and RFC 822 stamps, numeric forms, month names, Chinese dates. Here a string becomes
calendar fields; which of a page's dates is the publication date is decided in ``published``.
"""

import calendar
import datetime
import re
import tomllib
import zoneinfo
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

FIRST_YEAR, LAST_YEAR = 1990, 2099  # the web began in 1990; no clock may decide what is too late
POSIX_PIVOT = 69  # two-digit years 69–99 are 1969–1999 (POSIX.1 strptime)
EPOCH_SECONDS = (631_152_000, 4_070_908_800)  # 1990 to 2099: what a bare number must lie in to be Unix time


@dataclass(frozen=True, slots=True)
class Stamp:
    """One date in a string. ``day`` is None for a month, ``year`` is None where none is printed.

    ``ambiguous``: day and month were given by position only and both readings are possible (the value is the
    day-first reading). ``utc``: the time is given in UTC, so that the day may differ at the source. Offsets are code
    points, half open.
    """

    year: int | None
    month: int
    day: int | None
    start: int = 0
    end: int = 0
    ambiguous: bool = False
    utc: bool = False
    clock: tuple[int, int] | None = None
    slashed: bool = False  # parted by slashes, as month-first dates are; dots and dashes go with day first

    @property
    def edtf(self) -> str:
        """The date in EDTF: ``2018-05-31``, ``2014-03`` or ``XXXX-02-28``."""
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        return f"{year}-{self.month:02d}" + ("" if self.day is None else f"-{self.day:02d}")

    def swapped(self) -> "Stamp":
        """The month-first reading of an ambiguous stamp; any other stamp as it is."""
        if not self.ambiguous or self.day is None:
            return self
        return Stamp(self.year, self.day, self.month, self.start, self.end, False, self.utc, self.clock)

    def date(self) -> datetime.date | None:
        """The calendar day, or None for a month or a date without a year."""
        return None if self.year is None or self.day is None else datetime.date(self.year, self.month, self.day)


def in_zone(stamp: Stamp, timezone: str | None) -> Stamp:
    """The stamp as the source's wall calendar shows it: a UTC time moves to the zone, all else stays."""
    day = stamp.date()
    if not stamp.utc or stamp.clock is None or timezone is None or day is None:
        return stamp
    try:
        zone = zoneinfo.ZoneInfo(timezone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return stamp
    moment = datetime.datetime(day.year, day.month, day.day, *stamp.clock, tzinfo=datetime.UTC).astimezone(zone)
    return Stamp(moment.year, moment.month, moment.day, stamp.start, stamp.end, clock=(moment.hour, moment.minute))


@cache
def month_numbers() -> dict[str, int]:
    """Month names and abbreviations in lower case to 1–12; a name that two languages disagree on is left out."""
    table = tomllib.loads(files("chronicle.clean").joinpath("data/months.toml").read_text(encoding="utf-8"))
    found: dict[str, set[int]] = {}
    for months in table.values():
        for number, names in enumerate(months, start=1):
            for name in names:
                found.setdefault(name, set()).add(number)
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}


_DIGIT, _CENTURY, _WORDS = re.compile(r"\d"), re.compile(r"(?:19|20)\d\d"), re.compile(r"[^\W\d_]{3,}")
_CLOCK = (
    r"(?:[T\s,]{1,3}(?P<hour>[01]?\d|2[0-3])[:：h](?P<minute>[0-5]\d)(?:[:：][0-5]\d(?:[.,]\d{1,9})?)?"
    r"\s?(?P<half>[ap]\.?m\b\.?)?\s?(?P<zone>Z\b|UTC\b(?![+-])|GMT\b(?![+-])|[+-]00:?00\b)?)?"
)
_YEAR_FIRST = re.compile(
    r"(?<![\d.,/$€£¥-])(?P<year>19\d\d|20\d\d)(?P<a>\s?[-/.‐–]\s?|\s?年\s?)(?P<month>1[0-2]|0?[1-9])"
    r"(?:(?:\s?[-/.‐–]\s?|\s?月\s?)(?P<day>3[01]|[12]\d|0?[1-9])(?!\d(?!\d[:：]\d\d))\s?[日号]?|\s?月|(?![\d/.-]))"
    + _CLOCK
)
_YEAR_LAST = re.compile(
    r"(?<![\d.,/$€£¥-])(?P<first>3[01]|[12]\d|0?[1-9])(?P<sep>\s?[-/.]\s?)(?P<second>3[01]|[12]\d|0?[1-9])(?P=sep)"
    r"(?P<year>19\d\d|20\d\d)(?!\d|[./-]\d)" + _CLOCK
)
_SHORT = re.compile(
    r"(?<![\d.,/$€£¥-])(?<!\d:)(?P<a>\d\d?)(?P<sep>[-/.])(?P<b>\d\d?)(?P=sep)(?P<c>\d\d)(?![\d/-]|\.\d)" + _CLOCK
)
_COMPACT = re.compile(
    r"(?<!\d)(?P<year>19\d\d|20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:T?(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?:[0-5]\d)?(?P<zone>Z)?)?(?!\d)"
)
_CJK_NO_YEAR = re.compile(r"(?<![\d年])(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12]\d|0?[1-9])[日号]")
_MONTH_DAY = re.compile(r"^\D{0,2}(?P<month>1[0-2]|0[1-9])-(?P<day>3[01]|[12]\d|0[1-9])(?!\d|-)")
_CLOCKED = re.compile(r"(?<![\d./-])(?P<month>1[0-2]|0[1-9])-(?P<day>3[01]|[12]\d|0[1-9])\s+[0-2]?\d[:：][0-5]\d")
_HAN_DIGITS = {
    c: str(n)
    for n, group in enumerate(("〇零○Ｏ", "一", "二", "三", "四", "五", "六", "七", "八", "九"))
    for c in group
}
_HAN_DATE = re.compile(
    r"([〇零○Ｏ一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})[日号])?"
)
_EPOCH = re.compile(r"^\s*(?P<seconds>\d{10})(?:\d{3})?\s*$")


_MONTH_MARK, _FILLER = 0x10600, "\U00010600"  # letters of Linear A, which nobody reads: no page is written in it


def _marked(text: str) -> str:
    """The text with a mark for its number in place of each month's name, filled up to the name's length."""
    numbers = month_numbers()

    def mark(word: re.Match[str]) -> str:
        number = numbers.get(word[0].lower())
        return word[0] if number is None else chr(_MONTH_MARK + number) + _FILLER * (len(word[0]) - 1)

    return _WORDS.sub(mark, text)


_NAME = rf"(?P<name>[\U00010601-\U0001060c]){_FILLER}*\.?"
_YEAR = r"(?P<year>19\d\d|20\d\d)(?!\d)"
_EARLY_CLOCK = r"(?:,?\s(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?)?(?:\s[A-Z]{3,4})?"
_NAMED = (
    re.compile(
        rf"{_NAME}[\s-]?(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th)?\b(?:{_EARLY_CLOCK}\s?[-,.]?\s?{_YEAR}"
        r"|(?P<none>(?![\w:]|[.,]\d)))" + _CLOCK.replace("?P<hour>", "?P<hour2>").replace("?P<minute>", "?P<minute2>"),
        re.IGNORECASE,
    ),
    re.compile(rf"{_YEAR}[\s,.-]{{1,2}}{_NAME}[\s.-]{{1,2}}(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"),
    re.compile(
        r"(?<![\d.,/-])(?<!\d:)(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|er|º|ª|\.)?[\s\-/]{0,2}(?:of\s|de\s|d[’'])?"
        rf"{_NAME}(?:[\s\-/]?,?\s?(?:de\s|del\s)?{_YEAR}|(?P<none>(?!\w)))" + _CLOCK,
        re.IGNORECASE,
    ),
    re.compile(rf"{_NAME},?\s(?:de\s|del\s)?{_YEAR}", re.IGNORECASE),
)
"""Month first, year first, day first, no day: in marked text."""


def _valid(year: int | None, month: int, day: int | None) -> bool:
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return False
    if not 1 <= month <= 12:
        return False
    longest = 29 if year is None and month == 2 else calendar.monthrange(year or 2000, month)[1]
    return day is None or 1 <= day <= longest


def _clock(fields: dict[str, str | None]) -> tuple[tuple[int, int] | None, bool]:
    hour, minute = fields.get("hour") or fields.get("hour2"), fields.get("minute") or fields.get("minute2")
    if hour is None or minute is None:
        return None, False
    number = int(hour) % 24
    half = (fields.get("half") or "").lower()
    if half and number <= 12:
        number = number % 12 + (12 if half.startswith("p") else 0)
    return (number, int(minute)), fields.get("zone") is not None


def _build(
    match: re.Match[str], year: int | None, month: int, day: int | None, ambiguous: bool = False
) -> Stamp | None:
    if not _valid(year, month, day):
        return None
    clock, utc = _clock(match.groupdict())
    return Stamp(year, month, day, match.start(), match.end(), ambiguous, utc, clock, "/" in match[0])


def _year_last(match: re.Match[str]) -> Stamp | None:
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if second > 12 >= first:
        return _build(match, year, first, second)
    return _build(match, year, second, first, ambiguous=first <= 12 and first != second)


def _short(match: re.Match[str]) -> Stamp | None:
    """Two-digit years: 22-09-26 is year first (dashes); 26/09/22 and 26.09.22 are year last, as their separators go."""
    a, b, c = int(match["a"]), int(match["b"]), int(match["c"])

    def century(short: int) -> int:
        return short + (1900 if short >= POSIX_PIVOT else 2000)

    if match["sep"] == "-" and len(match["a"]) == 2 and _valid(century(a), b, c):
        return _build(match, century(a), b, c)
    if b > 12 >= a:
        return _build(match, century(c), a, b)
    return _build(match, century(c), b, a, ambiguous=a <= 12 and a != b)


def _month_named(match: re.Match[str]) -> Stamp | None:
    fields = match.groupdict()
    year, day = fields.get("year"), fields.get("day")
    return _build(
        match,
        None if year is None else int(year),
        ord(match["name"]) - _MONTH_MARK,
        None if day is None else int(day),
    )


def _year_first(match: re.Match[str]) -> Stamp | None:
    day = match["day"]
    if day is None and match.groupdict().get("a", "").strip("年") not in ("", "-", "/", ".", "‐", "–"):
        return None  # "2025. 8 minutes": no month is parted from its year like this
    return _build(match, int(match["year"]), int(match["month"]), None if day is None else int(day))


def _han(numeral: str) -> int:
    """二十二 is 22, 十 is 10, 三 is 3."""
    tens, ten, ones = numeral.rpartition("十")
    return (int(_HAN_DIGITS.get(tens, "1")) * 10 if ten else 0) + int(_HAN_DIGITS.get(ones, "0"))


def _han_date(match: re.Match[str]) -> Stamp | None:
    year = int("".join(_HAN_DIGITS[c] for c in match[1]))
    return _build(match, year, _han(match[2]), _han(match[3]) if match[3] else None)


def _no_year(match: re.Match[str]) -> Stamp | None:
    return _build(match, None, int(match["month"]), int(match["day"]))


def find(text: str, *, labelled: bool = False) -> tuple[Stamp, ...]:
    """Every date in the string, in order. ``labelled`` strings stand after a date label or in a date field: there
    two-digit years, ``20150920`` and ``08-21`` count too.
    """
    if _DIGIT.search(text) is None and "年" not in text:
        return ()
    return _find(text, labelled)


@lru_cache(maxsize=1024)
def _find(text: str, labelled: bool) -> tuple[Stamp, ...]:
    found: list[Stamp] = []
    for pattern, subject, build in _readers(text, labelled):
        for match in pattern.finditer(subject):
            stamp = build(match)
            if stamp is None:
                continue
            rivals = [s for s in found if s.start < stamp.end and stamp.start < s.end]
            if any(s.year is not None or stamp.year is None for s in rivals):
                continue
            found = [s for s in found if s not in rivals] + [stamp]
    return tuple(sorted(found, key=lambda s: s.start))


def _readers(
    text: str, labelled: bool
) -> Iterator[tuple[re.Pattern[str], str, Callable[[re.Match[str]], Stamp | None]]]:
    """The patterns that can match the string at all, and the string as each reads it."""
    if _CENTURY.search(text) is not None:
        yield _YEAR_FIRST, text, _year_first
        yield _YEAR_LAST, text, _year_last
    marked = _marked(text)
    if marked != text:
        for pattern in _NAMED:
            yield pattern, marked, _month_named
    if "月" in text:
        yield _HAN_DATE, text, _han_date
        yield _CJK_NO_YEAR, text, _no_year
    if "-" in text:
        yield _CLOCKED, text, _no_year
    if labelled:
        yield _COMPACT, text, _year_first
        yield _SHORT, text, _short
        yield _MONTH_DAY, text, _no_year


def parse(value: str) -> Stamp | None:
    """The date of a machine field (JSON-LD, meta, ``datetime``): its first, or Unix time in seconds or milliseconds."""
    value = value[:100]
    epoch = _EPOCH.match(value)
    if epoch is not None:
        seconds = int(epoch["seconds"])
        if not EPOCH_SECONDS[0] <= seconds < EPOCH_SECONDS[1]:
            return None
        moment = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
        return Stamp(moment.year, moment.month, moment.day, 0, len(value), utc=True, clock=(moment.hour, moment.minute))
    found = find(value, labelled=True)
    return found[0] if found else None
