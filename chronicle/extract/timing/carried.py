"""The date that an event carries from the events before it (labelling rules 11 and 12).

What belongs here: a part of a dated occasion carries the occasion's day, figures carry the day or the period that the
figures before them were told with. What a clause names for itself comes first and is said in ``when``.
"""

import re

from chronicle.extract.events.unit import Page
from chronicle.extract.timing.announced import FAR, FIGURE_TYPES, disclosed, gives_figures, of_a_briefing
from chronicle.extract.timing.levels import level, present, spent, stands, stock
from chronicle.extract.timing.occasions import (
    FIRST_DAY,
    LAST_DAY,
    NEAR_PARAGRAPHS,
    at_meeting_before,
    at_occasion,
    meeting_near,
    meeting_to_come,
    meets,
    under_agreement,
)
from chronicle.extract.timing.when import ANNOUNCED_TYPES, FINE, NAMED_YEAR, NEVER_CARRY, Dated, When, own_date

RESULT_TYPES = frozenset({"designation", "award", "statistics"})
NEAR = 120  # code points of the head of a clause
SHORT_SCENE = 120  # code points of a sentence that only sets the day of what follows
LAST = 40  # events that are looked back over
LEADS = 2  # the first events of a page, one of which dates the occasion
OCCASIONS = 6  # the first events among which a dated occasion is looked for
PARTS = frozenset({"agreement", "award", "transfer"})  # what is done at meetings
MEETING_ACT = "act inside a meeting"
GIVEN = frozenset({"funding", "statistics", "award", "service"})
PERIOD_LEADS = frozenset({*RESULT_TYPES, "funding", "ip", "transfer"})
PERIODS = frozenset({"year", "half_year", "quarter"})
_BEFOREHAND = re.compile(
    r"(?:[A-Z][a-z]+ )?(?:[Aa]head of|[Pp]rior to|[Bb]efore|[Ii]n preparation (?:for|of)|[Ii]n the run-up to)"
    r" (?:the|this|that)\b"
    r"|[^。；]{0,10}(?:前期|此前|会前|早前|先前|赛前)"
)
_MEANTIME = re.compile(r"\b(?:has|have|had) (?:meanwhile|already|since)\b|已累计|累计已")
_METHOD = re.compile(
    r"The (?:\w+ )?(?:report|index|list|ranking|survey|study|monitor|scoreboard)"
    r" (?:groups|uses|measures|covers|looks|rates|compares|weighs|analy[sz]es|draws|is (?:based|compiled))\b"
)
_SINCE_THEN = re.compile(r"Since then\b|Since that time\b|此后|自那以后")
_PRESS = re.compile(
    r"\b(?:press|news|media) (?:conference|briefing)|\btold (?:reporters|journalists)|发布会|新闻通气会"
)
_OF_THEM = re.compile(
    r"(?:Among|Of|(?:One|Half|Most|Some|[A-Z][a-z]+|\d+) of) (?:them|these|those)\b"
    r"|The (?:other|remaining) (?:\d+|[a-z]+)\b|The rest\b|其中|其余"
    r"|The (?:second[- ])?(?:largest|biggest|smallest|highest)(?: single)?"
    r" (?:one|of (?:them|these|those)|grant|sum|share|project|contract|deal|award|prize|investment|order)\b"
    r"|(?:A (?:third|quarter|half|fifth|tenth)|Half|Most|[A-Z][a-z]+|\d+) of the"
    r" (?:winners|winning|chosen|selected|signed"
    r"|projects|contracts|deals|grants|agreements|laureates|finalists|awards|prizes)\b"
)
_LAYS_OUT = re.compile(r"\b(?:put forward|fixed|set out|laid out|mapped out|outlined)\b(?! (?:in|on|at|to)\b)")
_RESUMES = re.compile(r"(?:In addition|Besides|Moreover|Furthermore)\b|此外|另外")
_HE_ADDED = re.compile(
    r", (?:he|she|they|[A-Z]\w+(?: [A-Z]\w+)?) (?:also )?(?:added|said|noted|told|pointed out)\b[^,]{0,24}$"
)
_EVER = re.compile(r"\b(?:coming|next) [\w-]+ (?:years|months)|今后|每年|连续[两二三四五六七八九十\d]年")


def date_all(page: Page, rows: list[Dated]) -> list[When]:
    """One When for each row, in order."""
    named = [own_date(page, row) for row in rows]
    ahead = _announced_after(page, rows, named)
    found: list[When] = []
    for index, row in enumerate(rows):
        own = named[index]
        if row.status == "planned" and not own.date and (at := meeting_to_come(rows, found, index)) is not None:
            own = _carry(found[at], "part of a meeting to come", own.planned)
        if row.status == "planned" and not own.date and row.unit.inside and MEETING_ACT in row.unit.why:
            own = _carry(found[index - 1], "part of the act around it", own.planned)
        if row.status == "planned" and not own.date and (at := _laid_out(page, rows, found, index)) is not None:
            own = _carry(found[at], "laid out at the meeting", own.planned)
        if row.status == "planned" and not own.date and index and _of_the_plan_around(row, rows[index - 1], found[-1]):
            own = _carry(found[-1], "part of the plan around it", own.planned)
        if row.status != "planned" and disclosed(page, row, own):
            own = _occasion_day(found) or own
        if row.status == "occurred" and not own.date:
            own = ahead.get(index) or _scene(page, row, rows[index - 1] if index else None) or own
        if own.why == NAMED_YEAR and (row.unit.inside or row.unit.has("same_occasion")):
            own = _carried(page, rows, found, index, own)  # "at the forum the 2022 prizes were given"
        found.append(own if own.date or row.status == "planned" else _carried(page, rows, found, index, own))
    return found


def _announced_after(page: Page, rows: list[Dated], named: list[When]) -> dict[int, When]:
    """The figures that open a report whose source comes after them ("…, he told a press conference on Monday")."""
    at = next((index for index, when in enumerate(named[: LEADS + 2]) if when.date), None)
    if not at or named[at].precision != "day" or not _PRESS.search(page.text, rows[at].unit.start, rows[at].unit.end):
        return {}
    when = _carry(named[at], "announced with the figures of the lead")
    return {
        index: when
        for index in range(at)
        if rows[index].type in ANNOUNCED_TYPES and rows[at].unit.paragraph - rows[index].unit.paragraph <= 1
    }


def _of_the_plan_around(row: Dated, around: Dated, when: When) -> bool:
    """Whether a clause without a date goes on with the planned act of the clause that holds it."""
    return row.unit.inside and not row.unit.dates and around.status == "planned" and when.precision in FINE


def _laid_out(page: Page, rows: list[Dated], found: list[When], index: int) -> int | None:
    """The dated meeting at which aims were made known: "each of them put forward the sectors it wants"."""
    unit = rows[index].unit
    if not index or not _LAYS_OUT.search(page.text, unit.core, min(unit.end, unit.core + NEAR)):
        return None
    return meeting_near(rows, found, index)


def _scene(page: Page, row: Dated, before: Dated | None) -> When | None:
    """The day in a sentence right before that tells no event itself ("Yesterday the governor visited the park …")."""
    opening = page.text.rfind("\n", max(0, row.unit.start - FAR), row.unit.start) + 1
    if before is not None:
        if before.unit.paragraph == row.unit.paragraph or row.unit.start - before.unit.end > FAR:
            opening = max(opening, before.unit.end)
        if row.unit.start - opening > SHORT_SCENE:
            return None
    days = [
        date
        for date in page.dates_in(opening, row.unit.start)
        if date.kind == "date" and date.precision == "day" and date.relation not in ("by", "until", "since")
    ]
    behind = len(days) == 1 and days[0].edtf <= (page.published or "")
    return When(days[0].edtf, "day", days[0].basis, None, "the day of the opening sentence") if behind else None


def _occasion_day(found: list[When]) -> When | None:
    when = next((when for when in found[:OCCASIONS] if when.date and when.precision in FINE), None)
    return _carry(when, "given out at the occasion") if when else None


def _carried(page: Page, rows: list[Dated], found: list[When], index: int, own: When) -> When:
    row = rows[index]
    unit = row.unit
    if row.status == "ongoing" or (row.type in ("other", "governance") and not unit.has("same_occasion")):
        return own
    if unit.inside and index and found[index - 1].date:
        return _carry(found[index - 1], "part of the act around it")
    if _BEFOREHAND.match(page.text, unit.start, unit.end) or _MEANTIME.search(page.text, unit.core, unit.end):
        return own
    if _METHOD.match(page.text, unit.start, unit.end):
        return own
    if unit.has("current") and not unit.has("same_occasion"):
        return (_occasion_day(found) if of_a_briefing(page, row) else None) or own
    if _SINCE_THEN.match(page.text, unit.start, unit.end):
        return _since_then(page, found, index) or own
    if unit.has("same_day"):
        for back in range(index - 1, max(-1, index - 1 - LAST), -1):
            if found[back].date and found[back].precision == "day":
                return _carry(found[back], "the same day")
    if (at := at_occasion(page, rows, found, index)) is not None:
        return _day_of(found[at], {hit.cue for hit in unit.hits if hit.concept == "same_occasion"})
    if (at := under_agreement(page, rows, found, index)) is not None:
        return _carry(found[at], "under the agreement signed")
    if _EVER.search(page.text, unit.start, unit.end) or row.type in ("other", "governance"):
        return own
    if (at := _told_by(page, rows, found, index)) is not None:
        return _carry(found[at], "told with the figures before")
    if _OF_THEM.match(page.text, unit.start, unit.end) and not level(page, row):
        whole = _whole_before(rows, found, index)
        if whole is not None:
            return _carry(found[whole], "some of those told of before")
    lead = next((number for number, when in enumerate(found[:LEADS]) if when.date), None)
    resumes = _RESUMES.match(page.text, unit.start, unit.end)
    at = at_meeting_before(rows, found, index)
    if lead is None or (not resumes and _dated_otherwise(rows, found, index, found[lead].date)):
        if at is not None:
            return _carry(found[at], "done at the meeting before")
        return _period(page, rows, found, index) or _year_before(page, rows, found, index) or own
    occasion, when = rows[lead], found[lead]
    is_period = when.precision == "month" and "/" in (when.date or "") and not meets(occasion)
    if when.precision in FINE and not is_period:
        if meets(occasion) and row.type not in NEVER_CARRY and not stands(page, row):
            return _carry(when, "part of a dated meeting")
        acts = occasion.type == "transfer" and stands(page, row)  # a level is no part of a deal or a show
        figures_out = occasion.type in ANNOUNCED_TYPES or (gives_figures(page, occasion) and not level(page, row))
        if figures_out and _is_figure(row) and not unit.has("a:company") and not acts:
            return _carry(when, "announced with the figures of the lead")
        if (
            occasion.type in ANNOUNCED_TYPES
            and row.type == "agreement"
            and "q:any" in unit.concepts
            and not level(page, row)
        ):
            return _carry(when, "announced with the figures of the lead")
        if occasion.type in GIVEN and row.type == "funding" and unit.paragraph <= NEAR_PARAGRAPHS and spent(page, row):
            return _carry(when, "a share of the sum of the lead")
    elif (
        not (is_period and _last_date(found) != when.date)  # or another day was told since
        and occasion.type in PERIOD_LEADS
        and _of_a_period(page, row, when)
        and not stands(page, row)
    ):
        return _carry(when, "year of the lead")
    if at is not None:
        return _carry(found[at], "done at the meeting before")
    return _period(page, rows, found, index) or own


def _day_of(when: When, cues: set[str]) -> When:
    """The occasion's date; its first or last day where the clause says so."""
    days = (when.date or "").split("/")
    if cues & FIRST_DAY:
        return _carry(when, "the first day of the occasion")._replace(date=days[0])
    if cues & LAST_DAY:
        return _carry(when, "the last day of the occasion")._replace(date=days[-1])
    return _carry(when, "the same occasion")


def _whole_before(rows: list[Dated], found: list[When], index: int) -> int | None:
    """The dated row that told of all, of which some are told now; a plan or an arrangement may stand between."""
    for back in range(index - 1, max(-1, index - 1 - LEADS), -1):
        if rows[index].unit.paragraph - rows[back].unit.paragraph > 1:
            return None
        if rows[back].status == "occurred":
            return back if found[back].date else None
    return None


def _since_then(page: Page, found: list[When], index: int) -> When | None:
    """From the date before to the page's, as fine as the former."""
    first = found[index - 1] if index else When()
    published = page.published or ""
    if not first.date or "/" in first.date or len(first.date) > len(published):
        return None
    last = published[: len(first.date)]
    return When(f"{first.date}/{last}", first.precision, first.basis, None, "since the date before")


def _of_a_period(page: Page, row: Dated, when: When) -> bool:
    """Whether figures of the lead's year, or of its months, may go on: no rank is of some months."""
    months = when.precision != "year"
    if row.type in RESULT_TYPES:
        return row.type == "statistics" or not months
    return row.type in ("ip", "transfer") and not stock(page, row)


def _last_date(found: list[When]) -> str | None:
    return next((when.date for when in reversed(found[-LAST:]) if when.date), None)


def _is_figure(row: Dated) -> bool:
    return row.type in ANNOUNCED_TYPES or row.unit.has("q:rank")


def _told_by(page: Page, rows: list[Dated], found: list[When], index: int) -> int | None:
    """The dated row before in the paragraph, for a figure that the same speaker adds (", he added")."""
    row, before = rows[index], index - 1
    if before < 0 or row.type not in ANNOUNCED_TYPES or rows[before].unit.paragraph != row.unit.paragraph:
        return None
    told = _HE_ADDED.search(page.text, row.unit.start, row.unit.end)
    return before if told and found[before].date and found[before].precision == "day" else None


def _dated_otherwise(rows: list[Dated], found: list[When], index: int, date: str | None) -> bool:
    """Whether the event before in the paragraph has another date than the lead: then the lead's no longer holds.

    A plan between tells nothing of it.
    """
    before = index - 1
    while (
        before >= 0 and rows[before].status == "planned" and rows[before].unit.paragraph == rows[index].unit.paragraph
    ):
        before -= 1
    return before >= 0 and rows[before].unit.paragraph == rows[index].unit.paragraph and found[before].date != date


def _period(page: Page, rows: list[Dated], found: list[When], index: int) -> When | None:
    """Figures told right after figures of a year or of some months belong to the same period."""
    row, before = rows[index], index - 1
    if before < 0 or rows[before].unit.paragraph != row.unit.paragraph or rows[before].status != "occurred":
        return None
    when = found[before]
    is_period = when.date is not None and (when.precision in PERIODS or "/" in when.date)
    if not is_period or row.type not in FIGURE_TYPES or "q:any" not in row.unit.concepts or level(page, row):
        return None
    if row.type == "ip" and stock(page, row):
        return None
    return _carry(when, "the period before it")


def _year_before(page: Page, rows: list[Dated], found: list[When], index: int) -> When | None:
    """A rank told right after a dated figure belongs to the same year."""
    before = index - 1
    if before < 0 or rows[before].unit.paragraph != rows[index].unit.paragraph or rows[index].type != "award":
        return None
    if present(page, rows[index]) is not None:
        return None
    year = found[before]
    single = year.date is not None and year.precision == "year" and "/" not in year.date
    return _carry(year, "the year before it") if single else None


def _carry(when: When, why: str, planned: str | None = None) -> When:
    return When(when.date, when.precision, when.basis, planned, why)
