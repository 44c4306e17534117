"""Dates, spans, durations and sets in English and Chinese text, as EDTF.

What belongs here: the one public function ``find`` and the order of its steps. Rules and words are data
(``chronicle/extract/data/dates_*.toml``); readings turn a match into a value.
"""

import re
from collections.abc import Callable

from chronicle.extract import sentences
from chronicle.extract.dates import chinese, edges, edtf, lengths, periods, readings, relative, tied
from chronicle.extract.dates.base import Base, from_published, set_day
from chronicle.extract.dates.edtf import bounds, precision
from chronicle.extract.dates.found import Found
from chronicle.extract.dates.rules import Match, rules
from chronicle.extract.dates.tokens import Tokens
from chronicle.extract.records import Date

__all__ = ["bounds", "find", "precision"]

_READINGS: dict[str, Callable[[Match, Base], Found | None]] = {
    "calendar": readings.calendar, "ordinal_day": readings.ordinal_day,
    "day_range": readings.day_range, "month_range": readings.month_range,
    "years": readings.years, "decade": periods.decade, "quarter": periods.quarter, "week_of": periods.week_of,
    "season": periods.season, "holiday": periods.holiday, "plan_period": periods.plan_period,
    "nine_eleven": periods.nine_eleven, "deictic": relative.deictic, "reference": relative.reference,
    "lately": relative.lately, "shift": relative.shift, "ago": relative.ago, "past_units": tied.past_units,
    "within": tied.within, "anaphor": relative.anaphor, "duration": lengths.duration, "set": lengths.recurring,
    "clock": lengths.clock, "zh_year": chinese.zh_year, "zh_week": chinese.zh_week, "zh_ago": chinese.zh_ago,
    "zh_past": chinese.zh_past, "zh_within": chinese.zh_within,
}  # fmt: skip
_TO = re.compile(r"\s*(?:-|–|—|~|～|至|到|to|through|until|till)\s*")
_TO_BEFORE = re.compile(r"\b(?:to|is)\s+(?:the\s+)?$")
_BACK_TO = re.compile(r"\bback to\s*$")
_HOUR_HALF = re.compile(r"[ap]\.\s?m\.$", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+")


def find(text: str, lang: str, published: str | None = None) -> list[Date]:  # noqa: ARG001 both scripts are read in any language
    """Every expression of time in the text, in order, none inside another.

    ``lang`` is ISO 639-1. ``published`` is the page's date in EDTF (day, month or year; anything else lends nothing):
    dates without a year and relative ones are completed from it, or from a dateline at the head of the text, as far as
    it is precise; what stays open is ``X`` (``XXXX-08-21``). Never raises; linear in the length of the text.
    """
    base = from_published(text, published)
    speech = rules()
    tokens = speech.tokeniser.cut_text(text)
    line = sentences.dateline(text)
    dates: list[Date] = []
    position, seen_dateline = 0, line is None
    for start, fits in speech.fitting(tokens):
        if start < position:
            continue
        for fit in fits:
            match = speech.match(tokens, start, fit)
            found = _READINGS[match.read](match, base)
            if found is None:
                continue
            first, last = edges.widen(match, told_with_hours=found.kind in ("date", "span"))
            if found.kind == "set":
                first = match.first
            if first < position:
                if dates[-1].kind == "reference" and tokens.starts[first] <= dates[-1].start:
                    dates.pop()  # "at 10 a.m. on Monday": the hour belongs to the day
                else:
                    first = match.first  # what stands before belongs to the date before
            while tokens.codes[last - 1] in ",-(:/" and last > first + 1:
                last -= 1
            date = _date(text, tokens, first, last, found)
            dates.append(date)
            position = last
            if found.kind in ("date", "span"):
                base.note(found.value, match.start, relative=found.basis == "relative")
            if not seen_dateline and line is not None and line.start <= date.start < line.end:
                set_day(base, date.edtf)
                seen_dateline = True
            break
    return _joined(text, dates)


def _date(text: str, tokens: Tokens, first: int, last: int, found: Found) -> Date:
    start, end = tokens.starts[first], tokens.ends[last - 1]
    if text[end - 1] == "." and not _HOUR_HALF.search(text, max(start, end - 5), end):
        end -= 1
    relation = found.relation or edges.relation(text, start, end)
    if relation == "by" and found.how_precise != "year" and _TO_BEFORE.search(text[max(0, start - 8) : start]):
        relation = None
    if relation == "by" and _BACK_TO.search(text[max(0, start - 12) : start]):
        relation = None  # "dates back to 1987"
    # "yesterday" on a page without a date names no day at all
    kind = "reference" if found.value in ("XXXX-XX-XX", "XXXX-XX", "XXXX") else found.kind
    return Date(found.value, kind, start, end, found.how_precise, found.basis, relation, found.when)


def _joined(text: str, dates: list[Date]) -> list[Date]:
    """Two dates with "to" between them, or "between … and …", become one span."""
    joined: list[Date] = []
    for date in dates:
        last = joined[-1] if joined else None
        if last is not None and _spans(text, last, date):
            value = edtf.span(last.edtf, edtf.last_like(date.edtf, last.edtf))
            joined[-1] = Date(
                value,
                "span",
                last.start,
                date.end,
                date.precision,
                date.basis,
                None if last.relation in ("from", "in", "since") else last.relation,
            )
        else:
            joined.append(date)
    return joined


def _spans(text: str, one: Date, two: Date) -> bool:
    if one.kind != "date" or two.kind != "date" or "X" in one.edtf + two.edtf or not one.edtf < two.edtf:
        return False
    between = text[one.end : two.start]
    if len(between) > len(" through the "):
        return False
    between = re.sub(r"\bthe\s*$", "", between)
    head = text[max(0, one.start - 12) : one.start].lower()
    if _AND.fullmatch(between):
        return bool(re.search(r"\bbetween\s+(?:the\s+)?$", head))
    if not _TO.fullmatch(between):
        return False
    return one.relation == "from" or not re.search(r"[a-z]", between) or one.precision == two.precision
