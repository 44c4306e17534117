"""When an event happened by its own words: which date of the clause is its date, or none (labelling rules 11 to 13).

What belongs here: the date that the clause names for itself. A deadline is never the date: it goes to ``planned``; the
page's date alone dates nothing. What a follow-on carries from the events before it is said in ``carried``.
"""

import re
from dataclasses import replace
from datetime import date as day_of
from datetime import timedelta
from typing import NamedTuple

from chronicle.extract.events.typed import DEADLINE_RELATIONS
from chronicle.extract.events.unit import Page, Unit
from chronicle.extract.lexicon import forms
from chronicle.extract.records import Date
from chronicle.extract.timing.asides import is_aside
from chronicle.extract.timing.years import YEARS, begins_a_span, founding_to, month_on, past_years, this_year_up_to

PRECISION_ORDER = {"day": 0, "day_no_year": 0, "month": 1, "quarter": 2, "half_year": 3, "year": 4, "unknown": 5}
FINE = frozenset({"day", "day_no_year", "month"})
ANNOUNCED_TYPES = frozenset({"statistics", "ip", "award", "transfer"})
SUMS = frozenset({"funding", "statistics", "transfer", "ip", "talent", "agreement", "service"})
ONE_DAY = timedelta(days=1)
OPENING = 24  # code points of an opening phrase
HALF_A_YEAR = 6  # months; a day without a year is nobody's who writes of it longer after
LEAD_IN = 60  # code points in which a report says who gave its figures out
NAMED_YEAR = "year in the name"
NEVER_CARRY = frozenset({"other", "governance", "plan"})
_YEAR_IN_NAME = re.compile(
    r"(?<![\d-])(?:the )?((?:19|20)\d\d)(?= [A-Z]| (?:comprehensive|national|annual|list|ranking|edition|provincial))"
    r"|((?:19|20)\d\d)(?=年?(?:国家|中国|全国|度|世界|全球))"
)
_FROM_TO = re.compile(r"\b(?:from|rose|grew|climbed|went up|increased|up|fell)\b|由|从")
_NEXT_YEARS = re.compile(r"\b(?:next|coming|following)\b|未来|今后")
_AND = re.compile(r"\s+and\s+(?:on\s+)?")
_BEFORE = re.compile(r"\b(?:before|prior to)\s*(?:the )?$")
_UP_TO = re.compile(r"\bup to (?:the )?$")
_TO_COME = re.compile(
    r"\b(?:begins?|starts?|opens?|ends?|closes?|due|effect|takes place|kicks off"
    r"|(?:takes? (?:up|over|office)|joins?|becomes?|moves?|arrives?|leaves?)[^,.;]{0,24}?)(?: on| from| in)? (?:the )?$"
)
_AFTER_WHICH = re.compile(r"(?:After|Once|When)\b[^,.;]*")
_MONTH = re.compile(r"\d{4}-\d\d")
_SEASON = re.compile(r"\d{4}-2[1-4]")
HEARD = re.compile(rf"{forms('heard')}|{forms('heard', 'zh')}")


class When(NamedTuple):
    """``date`` and ``planned`` in EDTF, how ``date`` was reached, and the rule."""

    date: str | None = None
    precision: str = "unknown"
    basis: str | None = None
    planned: str | None = None
    why: str = "no date in the text"


class Dated(NamedTuple):
    """A unit with its type and status, ready to be dated."""

    unit: Unit
    type: str
    status: str


def deadline_of(page: Page, date: Date, act: str | None) -> str | None:
    """The end of an aimed-at date; "within five years" counts from the act, else from publication."""
    if date.kind == "duration":
        if act is None and date.when and date.when[:4].isdigit():
            return _without_season(
                date.when.split("/")[-1][:4] if YEARS.search(date.edtf) else date.when.split("/")[-1]
            )
        years = YEARS.fullmatch(date.edtf)
        base = (act or page.published or "")[:4]
        return str(int(base) + int(years[1])) if years and base.isdigit() else None
    end = date.edtf.split("/")[-1]
    return _without_season(end) if end[:4].isdigit() else None


def _without_season(edtf: str) -> str:
    """The year alone for a season ("by spring 2024"), which no calendar bounds."""
    return edtf[:4] if _SEASON.fullmatch(edtf) else edtf


def aims_of(page: Page, unit: Unit) -> list[Date]:
    """The dates by which the unit aims at something: "by 2025", "within five years", "over the next three years"."""
    return [
        date
        for date in unit.dates
        if date.relation in DEADLINE_RELATIONS
        or (date.kind == "duration" and _NEXT_YEARS.search(page.text, date.start, date.end))
    ]  # fmt: skip


def own_date(page: Page, row: Dated) -> When:
    """The date that the clause itself names, or none; what is carried from elsewhere is said in ``carried``."""
    unit = row.unit
    aims = [date for date in aims_of(page, unit) if not _passed(page, unit, date)]
    planned = deadline_of(page, aims[-1], None) if aims else None
    usable = [date for date in unit.dates if date.kind in ("date", "span") and date not in aims]
    acts = [date for date in usable if not is_aside(page, unit, date)]
    told = [date for date in acts if date.start >= unit.core]
    if not told and unit.core > unit.start and HEARD.search(page.text, unit.start, unit.core):
        acts = []  # when the reporter heard it is not when it happened
    elif told:
        acts = [*told, *_announcement(page, row, acts, told)]
    if row.status == "planned":
        return _planned(page, row, acts, planned)
    if given_out := _just_given_out(page, row, planned):
        return given_out
    if row.status == "occurred":
        acts = [_not_ahead(page, date) for date in acts]
    behind = [date for date in acts if not _after(date.edtf, page.published)]
    if acts and not behind and not unit.has("past"):
        return _planned(page, row, acts, planned)
    if row.unit.has("current"):
        behind = [date for date in behind if not _after_now(row.unit, date)]
    if not behind:
        if span := past_years(page, unit, is_sum=row.status == "occurred" and row.type in SUMS):
            return When(span, "year", "relative", planned, "past years")
        return _recently(page, row, planned) or _year_in_name(page, row, planned)
    return _told(page, row, behind, planned)


def _after_now(unit: Unit, date: Date) -> bool:
    """Whether a year stands in a later clause than the "up to now" that the unit opens with."""
    now = next(hit for hit in unit.hits if hit.concept == "current")
    opens = now.start - unit.core < OPENING
    return opens and date.precision == "year" and date.start - now.end > OPENING


def _told(page: Page, row: Dated, acts: list[Date], planned: str | None) -> When:
    """The date of something done, out of those it is told with."""
    unit, year = row.unit, (page.published or "")[:4]
    fine = any(date.precision in FINE for date in acts)
    if row.type in ("statistics", "ip", "talent", "award", "transfer") and not fine:
        years = sorted({date.edtf[:4] for date in acts if date.precision == "year" and "/" not in date.edtf})
        if len(years) > 1 and _FROM_TO.search(page.text, unit.start, unit.end):
            return When(f"{years[0]}/{years[-1]}", "year", acts[0].basis, planned, "a span between two years")
    if len(acts) == 1 and row.status == "occurred" and year.isdigit() and begins_a_span(page, unit, acts[0]):
        first = acts[0].edtf
        return When(first if first == year else f"{first}/{year}", "year", acts[0].basis, planned, "since a year")
    if row.status == "occurred" and len(acts) == 1 and (span := month_on(page, unit, acts[0])):
        return When(span, "month", acts[0].basis, planned, "since a month")
    if row.status == "occurred" and (span := founding_to(page, unit)):
        return When(span, "year", "explicit", planned, "since its founding")
    if row.status == "occurred" and len(acts) > 1 and (span := this_year_up_to(page, acts)):
        return When(span, "month", "relative", planned, "this year up to a month")
    best = min(acts, key=lambda date: (PRECISION_ORDER.get(date.precision, 5), date.start))
    if best.precision == "month" and not _refines(best, acts[0]):
        best = acts[0]
    best = _two_days(page, best, acts) or _plain(best)
    return When(best.edtf, best.precision, best.basis, planned, "date of the clause")


def _two_days(page: Page, first: Date, acts: list[Date]) -> Date | None:
    """ "On Tuesday and Wednesday": the span of two days that follow one another."""
    second = next((date for date in acts if 0 < date.start - first.end <= len(" and on ")), None)
    if second is None or {first.precision, second.precision} != {"day"} or "/" in first.edtf + second.edtf:
        return None
    together = _AND.fullmatch(page.text, first.end, second.start)
    if (
        together is None
        or "X" in first.edtf
        or day_of.fromisoformat(first.edtf) + ONE_DAY != day_of.fromisoformat(second.edtf)
    ):
        return None
    return replace(first, edtf=f"{first.edtf}/{second.edtf}", end=second.end)


def _refines(fine: Date, first: Date) -> bool:
    """Whether a finer date may stand for the one told first: a day of that year, or of no other year's act."""
    if "/" in first.edtf or first.precision != "year" or first.basis != "relative":
        return "/" not in first.edtf or first.precision == "year"
    return fine.edtf.startswith(first.edtf)


def _plain(date: Date) -> Date:
    """The year alone for a season, which no calendar bounds."""
    return replace(date, edtf=date.edtf[:4], precision="year") if _SEASON.fullmatch(date.edtf) else date


def _passed(page: Page, unit: Unit, date: Date) -> bool:
    """Whether "by the end of June" lies behind the page: the day of a count and no aim."""
    end = date.edtf.split("/")[-1]
    published = page.published or ""
    if _BEFORE.search(page.text, max(0, date.start - 12), date.start):
        return False
    behind = end[:4].isdigit() and published[:4].isdigit() and end < published[: len(end)]
    # "Until the end of last year the firm had …" opens a clause that looks back.
    opens = date.relation == "until" and (
        date.start - unit.start < OPENING or _UP_TO.search(page.text, max(0, date.start - OPENING), date.start)
    )
    return date.kind in ("date", "span") and (date.relation == "by" or bool(opens)) and behind


def _announcement(page: Page, row: Dated, acts: list[Date], told: list[Date]) -> list[Date]:
    """The day in the lead-in ("figures published on 1 June show …"), for what has no day of its own."""
    figures = row.type in ANNOUNCED_TYPES or (row.unit.has("stats_verb") and "q:any" in row.unit.concepts)
    if not figures and row.status != "planned":
        return []
    if HEARD.search(page.text, row.unit.start, row.unit.core) or any(date.precision in FINE for date in told):
        return []
    return [date for date in acts if date.start < row.unit.core and date.precision == "day" and date.kind == "date"]


def _planned(page: Page, row: Dated, acts: list[Date], planned: str | None) -> When:
    """A day or a month of what is to come, or of its announcement; a meeting to come has its own days."""
    acts = [date for date in acts if not _AFTER_WHICH.fullmatch(page.text, row.unit.core, date.start)]
    fine = [_forward(page, date) for date in acts if date.precision in FINE]
    acts = [*fine, *(date for date in acts if date.precision not in FINE)]
    past = [date for date in fine if not _after(date.edtf, page.published)]
    ahead = [date for date in acts if date not in past]
    planned = planned or (ahead[0].edtf if ahead else None)
    to_come = [date for date in fine if date not in past]
    if row.type == "meeting" and to_come:
        past = []
    if chosen := past or fine:
        first = min(chosen, key=lambda date: (PRECISION_ORDER.get(date.precision, 5), date.start))
        if to_come and not past:
            first = to_come[0]
        why = "day or month of a planned act or its announcement"
        return When(first.edtf, first.precision, first.basis, planned, why)
    return When(planned=planned, why="planned, without a day or month")


def _just_given_out(page: Page, row: Dated, planned: str | None) -> When | None:
    """Figures that a body gave out "recently" (日前，…通报): the month of the page dates them (rules 11 and 12)."""
    published, unit = page.published or "", row.unit
    if row.type not in ANNOUNCED_TYPES or not _MONTH.match(published) or not unit.quantities:
        return None
    first = unit.quantities[0].start
    lead_in = [hit.concept for hit in page.hits.between(unit.start, min(first, unit.start + LEAD_IN))]
    opening = page.text.find("）", unit.start, first) + 1 or unit.start  # after the reporter's name in brackets
    if "recent" not in lead_in or "disclose" not in lead_in or HEARD.search(page.text, opening, first):
        return None
    return When(published[:7], "month", "as_of_publication", planned, "given out recently, so the month of the page")


def _recently(page: Page, row: Dated, planned: str | None) -> When | None:
    """ "A few days ago" in words that no date grammar reads: the month of the page."""
    published = page.published or ""
    if row.unit.has("recent") and row.type not in NEVER_CARRY and _MONTH.match(published):
        return When(published[:7], "month", "as_of_publication", planned, "recently, so the month of the page")
    return None


def _year_in_name(page: Page, row: Dated, planned: str | None) -> When:
    """ "The 2019 National Technology and Invention Award": the year in the name, for awards and meetings."""
    if row.type in ("award", "meeting", "agreement", "designation"):
        match = _YEAR_IN_NAME.search(page.text, row.unit.start, row.unit.end)
        year = (match[1] or match[2]) if match else None
        if year and not _after(year, page.published):
            return When(year, "year", "explicit", planned, NAMED_YEAR)
    return When(planned=planned)


def _not_ahead(page: Page, date: Date) -> Date:
    """A day of something done, whose year was completed to lie after the page's date, is the year before's."""
    if date.basis != "inferred_year" or not _after(date.edtf, page.published) or "/" in date.edtf:
        return date
    if _TO_COME.search(page.text, max(0, date.start - 48), date.start):
        return date  # "for its cohort, which begins on October 23"
    return replace(date, edtf=f"{int(date.edtf[:4]) - 1}{date.edtf[4:]}")


def _forward(page: Page, date: Date) -> Date:
    """A day or month of a plan, completed to lie behind the page, in the next year where that lies nearer.

    "The fee falls from January 1" on a page of November; a day soon before the page is that of the announcement.
    """
    published = page.published or ""
    if date.basis != "inferred_year" or "/" in date.edtf or len(published) < len("2020-11") or "X" in date.edtf:
        return date
    months = 12 * (int(published[:4]) - int(date.edtf[:4])) + int(published[5:7]) - int(date.edtf[5:7])
    if months <= HALF_A_YEAR:
        return date
    return replace(date, edtf=f"{int(date.edtf[:4]) + 1}{date.edtf[4:]}")


def _after(edtf: str, published: str | None) -> bool:
    """Whether the date begins after the page's date; an unknown year is never after."""
    if not published or not published[:4].isdigit() or not edtf[:4].isdigit():
        return False
    start = edtf.split("/")[0]
    width = min(len(start), len(published))
    return start[:width] > published[:width]
