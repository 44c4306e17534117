"""When an event happened: which date of the text is its date, or none (labelling rules 11 to 13).

An own date of the clause comes first; a follow-on of a dated occasion carries the occasion's date; the page's date
alone dates nothing. A deadline is never the date: it goes to ``planned``.
"""

import re
from dataclasses import dataclass

from chronicle.extract.events.unit import Page, Unit
from chronicle.extract.records import Date

PRECISION_ORDER = {"day": 0, "day_no_year": 0, "month": 1, "quarter": 2, "half_year": 3, "year": 4, "unknown": 5}
FINE = frozenset({"day", "day_no_year", "month"})
AIMED = frozenset({"by", "until", "within", "to"})
FIGURE_TYPES = frozenset({"statistics", "ip", "award", "designation", "talent", "transfer", "funding", "agreement"})
NEVER_CARRY = frozenset({"other", "governance", "plan"})
_SINCE_THEN = re.compile(r"\b(?:which|that|who) (?:was|were) [a-z]+ (?:in|on)\s*$|, founded [^,]{0,40}$")
_YEAR_IN_NAME = re.compile(
    r"(?<![\d-])(?:the )?((?:19|20)\d\d)(?= [A-Z]| (?:comprehensive|national|annual|list|ranking|edition|provincial))"
    r"|((?:19|20)\d\d)(?=年?(?:国家|中国|全国|度|世界|全球))"
)
_FROM_TO = re.compile(r"\b(?:from|rose|grew|climbed|went up|increased|up|fell)\b")


@dataclass(frozen=True, slots=True)
class When:
    """``date`` and ``planned`` in EDTF, how ``date`` was reached, and the rule."""

    date: str | None = None
    precision: str = "unknown"
    basis: str | None = None
    planned: str | None = None
    why: str = "no date in the text"


NOWHEN = When()


@dataclass(frozen=True, slots=True)
class Dated:
    """A unit with its type and status, ready to be dated."""

    unit: Unit
    type: str
    status: str


def date_all(page: Page, rows: list[Dated]) -> list[When]:
    """One When for each row, in order."""
    found: list[When] = []
    for index, row in enumerate(rows):
        own = _own(page, row)
        found.append(own if own.date or row.status == "planned" else _carried(rows, found, index, own))
    return found


def _own(page: Page, row: Dated) -> When:
    usable = [date for date in row.unit.dates if date.kind in ("date", "span")]
    aimed = [date for date in usable if date.relation in AIMED]
    acts = [date for date in usable if date.relation not in AIMED and not _an_aside(page, row.unit, date)]
    planned = aimed[-1].edtf if aimed else None
    if row.status == "planned":
        return _planned(page, acts, planned)
    acts = [date for date in acts if not _after(date.edtf, page.published)]
    if not acts:
        return _from_name(page, row, planned)
    if row.type in FIGURE_TYPES and not _announced(row.unit, acts):
        years = [date for date in acts if date.precision == "year"]
        if len(years) >= 2 and row.type not in ("funding", "agreement"):
            edges = sorted({date.edtf[:4] for date in years})
            if len(edges) >= 2 and _FROM_TO.search(page.text, row.unit.start, row.unit.end):
                return When(f"{edges[0]}/{edges[-1]}", "year", years[0].basis, planned, "a span between two years")
    best = min(acts, key=lambda date: (PRECISION_ORDER.get(date.precision, 5), date.start))
    return When(best.edtf, best.precision, best.basis, planned, "date of the clause")


def _planned(page: Page, acts: list[Date], planned: str | None) -> When:
    fine = [date for date in acts if date.precision in FINE and date.kind == "date"]
    past = [date for date in fine if not _after(date.edtf, page.published)]
    ahead = [date for date in acts if date not in past]
    planned = planned or (ahead[0].edtf if ahead else None)
    if chosen := (past or fine):
        first = min(chosen, key=lambda date: (PRECISION_ORDER.get(date.precision, 5), date.start))
        return When(
            first.edtf, first.precision, first.basis, planned, "day or month of a planned act or its announcement"
        )
    return When(planned=planned, why="planned, without a day or month")


def _from_name(page: Page, row: Dated, planned: str | None) -> When:
    """ "the 2019 National Technology and Invention Award": the year in the name, for awards and meetings."""
    if row.unit.has("recent") and page.published and page.published[:4].isdigit():
        return When(
            page.published[:7],
            "month" if len(page.published) >= 7 else "year",
            "as_of_publication",
            planned,
            "recently",
        )
    if row.type in ("award", "meeting", "agreement", "designation"):
        match = _YEAR_IN_NAME.search(page.text, row.unit.start, row.unit.end)
        year = (match[1] or match[2]) if match else None
        if year and not _after(year, page.published):
            return When(year, "year", "explicit", planned, "year in the name")
    return When(planned=planned)


def _carried(rows: list[Dated], found: list[When], index: int, own: When) -> When:
    row = rows[index]
    if row.type in ("other", "governance") or row.status == "ongoing":
        return own
    if row.unit.inside and index and found[index - 1].date:
        return _carry(found[index - 1], "part of the act around it")
    before = [(rows[back], found[back]) for back in range(index - 1, -1, -1) if found[back].date]
    if row.unit.has("same_occasion"):
        for earlier, when in before:
            if when.precision in FINE and abs(earlier.unit.paragraph - row.unit.paragraph) <= 1:
                return _carry(when, "the same occasion")
    lead = next((number for number, when in enumerate(found) if when.date), None)
    if lead is None or lead > 1:
        return own
    occasion, when = rows[lead], found[lead]
    if when.precision in FINE:
        if occasion.type == "meeting" and row.type not in NEVER_CARRY:
            return _carry(when, "part of a dated meeting")
        if (
            occasion.type in ("statistics", "ip", "award")
            and row.type in ("statistics", "ip", "award")
            and not row.unit.has("a:company")
        ):
            return _carry(when, "announced with the figures of the lead")
    elif occasion.type in ("designation", "award", "statistics", "funding") and row.type in (
        "designation",
        "award",
        "statistics",
    ):
        return _carry(when, "year of the lead")
    return own


def _carry(when: When, why: str) -> When:
    return When(when.date, when.precision, when.basis, None, why)


def _announced(unit: Unit, acts: list[Date]) -> bool:
    return any(date.precision in FINE for date in acts) and unit.has("disclose", "held", "issue")


def _an_aside(page: Page, unit: Unit, date: Date) -> bool:
    """Whether the date belongs to a remark about somebody ("which was founded in 2011") and not to the act."""
    before = page.text[max(unit.start, date.start - 48) : date.start]
    return bool(_SINCE_THEN.search(before))


def _after(edtf: str, published: str | None) -> bool:
    """Whether the date begins after the page's date; an unknown year is never after."""
    if not published or not published[:4].isdigit() or not edtf[:4].isdigit():
        return False
    start = edtf.split("/")[0]
    width = min(len(start), len(published))
    return start[:width] > published[:width]
