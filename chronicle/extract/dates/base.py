"""What a page lends its dates: the day it was published or datelined, the dates named so far, and the tense around.

What belongs here: completing a date that lacks a year, a month or a day. Nothing is completed from too coarse a base.
"""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from chronicle.extract.dates import edtf

HALF_YEAR = timedelta(days=183)
_MONTHS_BACK = 6  # the same window for bases that are months
_TIME_ZONE_SLACK = timedelta(days=1)  # a page may carry the date of an earlier time zone
_DATELINE_SLACK = timedelta(days=10)  # a dateline lies at or shortly before publication

_SENTENCE_END = re.compile(r"[.!?](?=\s)|[。！？；;\n]")
_ABBREVIATED = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[ap]\.m|U\.S|Co|Ltd|Inc|Mr|Ms|Dr|No)$")
_LOOK_BACK, _LOOK_AHEAD = 120, 70  # code points


@cache
def _tense() -> re.Pattern[str]:
    """The verbs that tell the tense, as one expression with the groups ``future`` and ``past``."""
    data = tomllib.loads(files("chronicle.extract").joinpath("data/dates_tense.toml").read_text(encoding="utf-8"))
    groups = (rf"(?P<{name}>\b(?:{'|'.join(rows['en'])})\b|{'|'.join(rows['zh'])})" for name, rows in data.items())
    firsts = "".join(sorted({word[0] for rows in data.values() for word in rows["zh"]}))
    return re.compile(rf"(?=\b[a-z]|[{firsts}])(?:{'|'.join(groups)})")


@dataclass(slots=True)
class Base:
    """``day``, ``month``, ``year`` are known as far as the page's date is precise; ``last_*`` follow the text."""

    text: str
    day: date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None
    last_day: date | None = None
    last_month: tuple[int, int] | None = None
    last_year: int | None = None
    mark: tuple[int, int, int] | None = field(default=None)  # where a year stood, the year, its month or 0

    def future(self, start: int, end: int) -> bool:
        """Whether the clause around start..end speaks of what is to come: the nearest verb before, else after, says."""
        verbs = list(_tense().finditer(self.text, self.sentence_start(start), start))
        if verbs:
            return verbs[-1].lastgroup == "future"
        verb = _tense().search(self.text, end, min(end + _LOOK_AHEAD, self.sentence_end(end)))
        return verb is not None and verb.lastgroup == "future"

    def sentence_start(self, position: int) -> int:
        """Roughly where the sentence began, not further back than a clause's length."""
        begin = max(0, position - _LOOK_BACK)
        for stop in _SENTENCE_END.finditer(self.text, begin, position):
            if not _ABBREVIATED.search(self.text[max(0, stop.start() - 5) : stop.start()]):
                begin = stop.end()
        return begin

    def sentence_end(self, position: int) -> int:
        """Roughly where the sentence ends."""
        stop = _SENTENCE_END.search(self.text, position, position + _LOOK_AHEAD)
        return stop.start() if stop else position + _LOOK_AHEAD

    def marked_year(self, month: int, start: int) -> int | None:
        """The year named before in this sentence, when the month can belong to it ("next year's race … in May")."""
        if self.mark is None:
            return None
        position, year, since = self.mark
        return year if position >= self.sentence_start(start) and month >= since else None

    def complete_day(self, month: int, day: int, start: int, end: int) -> str | None:
        """A day without a year: of the year just named, else past and near or of this year, else next; or ``XXXX-``."""
        marked = self.marked_year(month, start)
        if marked is not None and (known := edtf.day(marked, month, day)):
            return known
        if edtf.day(2000, month, day) is None:
            return None
        if self.day is not None:
            chosen = self._nearest(month, day, self.future(start, end))
            if chosen is not None:
                return chosen.isoformat()
        elif self.month is not None:
            year = self._year_of_month(month, self.future(start, end))
            if known := edtf.day(year, month, day):
                return known
        return f"XXXX-{month:02d}-{day:02d}"

    def _nearest(self, month: int, day: int, future: bool) -> date | None:
        assert self.day is not None  # noqa: S101 narrowed by the caller
        found = [
            date.fromisoformat(shown)
            for year in range(self.day.year - 1, self.day.year + 2)
            if (shown := edtf.day(year, month, day)) is not None
        ]
        past = [one for one in found if one <= self.day + _TIME_ZONE_SLACK]
        ahead = [one for one in found if one >= self.day]
        if future and ahead:
            return ahead[0]
        if past and (self.day - past[-1] <= HALF_YEAR or past[-1].year == self.day.year):
            return past[-1]
        return ahead[0] if ahead else past[-1] if past else None

    def complete_month(self, month: int, start: int, end: int) -> str:
        """A month without a year, by the same rule."""
        marked = self.marked_year(month, start)
        if marked is not None:
            return edtf.month(marked, month)
        if self.month is None:
            return f"XXXX-{month:02d}"
        return edtf.month(self._year_of_month(month, self.future(start, end)), month)

    def _year_of_month(self, month: int, future: bool) -> int:
        assert self.month is not None  # noqa: S101 narrowed by the caller
        year, now = self.month
        if future:
            return year if month >= now else year + 1
        if month <= now:
            return year  # a page of December tells of the January before
        back = now + 12 - month
        return year - 1 if back <= _MONTHS_BACK else year

    def weekday(self, number: int, start: int, end: int) -> date | None:
        """The named weekday nearest to the page's day: at or before it, or at or after it when the clause is future."""
        if self.day is None:
            return None
        back = (self.day.weekday() - number) % 7
        if back and self.future(start, end):
            return self.day + timedelta(days=7 - back)
        return self.day - timedelta(days=back)

    def note(self, value: str, position: int, relative: bool) -> None:
        """Remember a date named in the text, for "that day", "the same year" and months that follow it."""
        first = value.split("/")[-1]
        if not first[:4].isdigit():
            return
        self.last_year = int(first[:4])
        if relative and len(first) == len("2020") and self.year is not None and self.year < self.last_year:
            self.mark = (position, self.last_year, 0)
        if len(first) == len("2020-11-03"):
            self.last_day = date.fromisoformat(first)
        if len(first) >= len("2020-11") and int(first[5:7]) <= 12:
            self.last_month = (int(first[:4]), int(first[5:7]))
            self.mark = (position, int(first[:4]), int(first[5:7]))


def from_published(text: str, published: str | None) -> Base:
    """The base of a page; a publication date without a year (``XXXX-08-21``) or a span lends nothing."""
    base = Base(text)
    if published is None or not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", published[:10]):
        return base
    parts = [int(part) for part in published[:10].split("-")]
    base.year = parts[0]
    if len(parts) > 1 and 1 <= parts[1] <= 12:
        base.month = (parts[0], parts[1])
    if len(parts) > 2 and edtf.day(*parts):
        base.day = date(*parts)
    return base if edtf.movable(base.year) else Base(text)


def set_day(base: Base, shown: str) -> None:
    """Take a dateline's day for the page's own, when it is full and fits the publication date."""
    if len(shown) != len("2020-11-03") or not shown[:4].isdigit():
        return
    day = date.fromisoformat(shown)
    if not edtf.movable(day.year):
        return
    fits = base.day is not None and timedelta(0) <= base.day - day <= _DATELINE_SLACK
    if base.year is None or fits or (base.day is None and base.year == day.year):
        base.day, base.month, base.year = day, (day.year, day.month), day.year
