"""Spans of years that words tell: "since 2018", "over the past three years", "spent 4 million in three years".

What belongs here: whether words open such a span, and its years. Which date is the event's is said in ``when``.
"""

import re

from chronicle.extract.events.unit import Page, Unit
from chronicle.extract.records import Date
from chronicle.extract.timing.asides import is_aside, summed_up_since

NEAR, CLAUSE = 64, 240  # code points: of the words right before a date, and of a clause
_PAST_YEARS = re.compile(r"\b(?:past|last|recent|previous)\b|过去|近")
YEARS = re.compile(r"P(\d+)Y")  # a duration as the finder writes it
_SINCE_FOUNDED = re.compile(
    r"\b[Ss]ince (?:(?:it|they|being|its|their|the) )?(?:was |were )?"
    r"(?:found(?:ed|ing)|establish(?:ed|ment)|set up|launch(?:ed)?|open(?:ed|ing)|inception|creation|created) in\s*$"
)
_FIRST = re.compile(
    r"\b(?:first (?:time )?)?(?:held|staged|organi[sz]ed|launched|founded|established|set up|opened"
    r"|created|begun|started|built)"
    r"(?: back)? in\s*$",
    re.I,
)
_HAS_BEGUN = re.compile(r"[^.;]{0,160}?\b(?:has|have)\b")
_HAD_DONE = re.compile(r",[^.;]{0,16}? had (?:[a-z]+ed|brought|given|grown|sent|held|made|taken|led|\w+ out)\b")
_AGO = re.compile(r"\bago\b|前$")
_NOW = re.compile(r"\b(?:now|today|at present)\b|如今|现在|现已|目前")
_TO_BE = re.compile(r"\b(?:will|would|shall|to) be\b|\bwill\b")
_TO_BE_NEXT = re.compile(r",? (?:it |they )?(?:will|shall|would|is to|are to)\b")
_IN_YEARS = re.compile(r"\b(?:in|over|within)\s*$")
_PAST_SUM = re.compile(
    r"\b(?:spent|invested|raised|paid|granted|received|trained|filed|signed|put|attracted|registered)\b"
)
_THIS_YEAR = re.compile(r"this year|今年", re.I)
_UP_TO = re.compile(r"(?:\b(?:[Bb]y|[Aa]s of|[Uu]p to|[Uu]ntil|[Tt]ill)(?: the)? ?|截[至止]到?)$")
_YEARS_SINCE_ZH = re.compile(r"多?来(?=[，,、])|以来")


def begins_a_span(page: Page, unit: Unit, date: Date) -> bool:
    """Whether a span up to now begins: "since it was founded in 2014", "five years ago it was eleventh, now eighth"."""
    if date.precision != "year" or "/" in date.edtf:
        return False
    if (
        date.relation == "since"
        or page.text.endswith("以来", date.start, date.end)
        or _SINCE_FOUNDED.search(page.text, max(unit.start, date.start - NEAR), date.start)
    ):
        return True
    if _FIRST.search(page.text, max(unit.start, date.start - NEAR), date.start) and summed_up_since(page, unit, date):
        return True
    ago = date.basis == "relative" and _AGO.search(page.text, date.start, date.end)
    return bool(ago and _NOW.search(page.text, date.end, min(unit.end, date.end + CLAUSE)))


def month_on(page: Page, unit: Unit, date: Date) -> str | None:
    """The months up to the page's of "since May, work has begun on five sites" (``2022-05/2022-10``)."""
    last = (page.published or "")[: len("2022-10")]
    if date.relation != "since" or date.precision != "month" or "/" in date.edtf or len(last) < len(date.edtf):
        return None
    if not date.edtf < last or not _HAS_BEGUN.match(page.text, date.end, unit.end):
        return None
    return f"{date.edtf}/{last}"


def founding_to(page: Page, unit: Unit) -> str | None:
    """The years of "founded in 2001, had carried out 560 projects by the end of last year" (``2001/2015``)."""
    dates = [date for date in unit.dates if date.kind == "date"]
    if len(dates) != 2 or any(date.precision != "year" or "/" in date.edtf for date in dates):
        return None
    first, last = dates
    founded = _FIRST.search(page.text, max(unit.start, first.start - NEAR), first.start)
    if not founded or not first.edtf < last.edtf or not _HAD_DONE.match(page.text, first.end, last.start):
        return None
    return f"{first.edtf}/{last.edtf}"


def this_year_up_to(page: Page, dates: list[Date]) -> str | None:
    """The months from January (``2022-01/2022-06``) of "by the end of June … this year" (截至6月底，今年…)."""
    year = next(
        (date.edtf for date in dates if date.basis == "relative" and _THIS_YEAR.match(page.text, date.start)), None
    )
    month = next((date for date in dates if date.precision == "month" and "/" not in date.edtf), None)
    if (
        year is None
        or month is None
        or month.edtf[:4] != year
        or not _UP_TO.search(page.text, max(0, month.start - NEAR), month.start)
    ):
        return None
    return f"{year}-01/{month.edtf}"


def past_years(page: Page, unit: Unit, is_sum: bool) -> str | None:
    """The years (``2018/2021``) of "over the past three years"; of "in three years" where a sum is told as spent."""
    year = (page.published or "")[:4]
    if not year.isdigit():
        return None
    for date in unit.dates:
        length = YEARS.fullmatch(date.edtf) if date.kind == "duration" else None
        if length is None or is_aside(page, unit, date):
            continue
        if date.basis == "relative" and _PAST_YEARS.search(page.text, date.start, date.end):
            first, _, last = (date.when or "").partition("/")
            if last and last[:4] <= year:
                return f"{first[:4]}/{last[:4]}"
        elif not (is_sum and _spent_in(page, unit, date)):
            continue
        return f"{int(year) - int(length[1])}/{year}"
    return None


def _spent_in(page: Page, unit: Unit, date: Date) -> bool:
    """Whether a sum was reached in so many years up to now ("spent 4 million in three years", 两年多来)."""
    if _YEARS_SINCE_ZH.match(page.text, date.end) or _YEARS_SINCE_ZH.search(page.text, date.start, date.end):
        return True
    opening = max(unit.core, date.start - CLAUSE)
    told = _PAST_SUM.search(page.text, opening, date.start) and not _TO_BE.search(page.text, opening, date.start)
    to_come = _TO_BE_NEXT.match(page.text, date.end, date.end + 16)
    return bool(told and not to_come and _IN_YEARS.search(page.text, opening, date.start))
