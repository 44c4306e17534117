"""Which meeting or day an event points back to: "at the ceremony", 会上, "during the fair".

What belongs here: finding the dated row that is meant. What is carried from it is said in ``carried``.
"""

import re

from chronicle.extract.events.unit import Page
from chronicle.extract.timing.when import FINE, Dated, When

REACH, HEAD = (
    40,
    6,
)  # events that are looked back over, and those at the head of the page, so that long pages cost no more
NEAR_PARAGRAPHS = 3  # how far "at that time" reaches back
THEN = frozenset({"at that time", "at the time", "by then"})
FIRST_DAY = frozenset({"on the first day", "on the first morning", "on the opening morning", "on the opening day"})
LAST_DAY = frozenset({"on the last day", "on the closing day", "on the final day", "on the last afternoon"})
MEANWHILE = frozenset({"at the same time", "online", "同时"})
_THERE = re.compile(r"\b(?:signed|concluded|reached|agreed|inked|sealed|struck) there\b")
_AT_IT = re.compile(
    r"(?:(?:At|During|In the course of) (?:the|this|that) (?:[a-z-]+ ){0,2}"
    r"(?:meeting|ceremony|conference|forum|event|congress|fair|expo|show|session|gathering|celebration|symposium|seminar"
    r"|summit|exhibition|contest|competition|signing|opening|launch|presentation|visit|activity)"
    r"|On (?:the|this) occasion)\b,?"
    r"(?! (?:of|in|on|held|last|that|which) )"
)
_UNDER_IT = re.compile(
    r"(?:Under|According to|Based on|By|In) (?:the|this|that|these) (?:\w+ )?"
    r"(?:agreement|deal|contract|memorandum|pact|MoU|accord)s?,? "
    r"|(?:根据|按照)[^，。；]{0,8}(?:协议|合同|约定|备忘录)"
)
_AFTERWARDS = re.compile(
    r"(?:After|Following) the (?:\w+ )?(?:ceremony|meeting|conference|forum|event)\b"
    r"|[^，。]{0,8}(?:仪式|会议|活动|大会|论坛|座谈)(?:结束)?[之以]?后|会后"
)


def at_occasion(page: Page, rows: list[Dated], found: list[When], index: int) -> int | None:
    """The row that dates "at the ceremony": the last dated meeting, else the last day; "by then": what is near."""
    unit = rows[index].unit
    hits = page.hits.between(unit.start, unit.end)  # the words that name the speaker count too
    cues = {hit.cue for hit in hits if hit.concept == "same_occasion"} - MEANWHILE
    there = unit.has("sign") and _THERE.search(page.text, unit.start, unit.end)
    at_it = _AT_IT.match(page.text, unit.start, unit.end)
    if not cues and not there and not at_it and not _AFTERWARDS.match(page.text, unit.start, unit.end):
        return None
    fine = [back for back in _before(index) if found[back].date and found[back].precision in FINE]
    near = [back for back in fine if rows[index].unit.paragraph - rows[back].unit.paragraph <= NEAR_PARAGRAPHS]
    if cues & (FIRST_DAY | LAST_DAY):
        return next(iter((*(back for back in fine if "/" in (found[back].date or "")), *fine)), None)
    if cues == {"by then"} and rows[index].unit.dates:
        return None  # "until 2027 … by then"
    if cues & THEN:
        return near[0] if near else None
    meetings = [back for back in fine if meets(rows[back])]
    days = [back for back in fine if found[back].precision == "day"]
    if at_it and not cues and not meetings:
        return next(iter(near), None)
    near_days = [back for back in days if back in near]
    return next(iter((*meetings, *near_days, *days[-1:], *near)), None)


def under_agreement(page: Page, rows: list[Dated], found: list[When], index: int) -> int | None:
    """The dated signing whose terms the clause tells: "under the agreement they set up a joint laboratory"."""
    unit = rows[index].unit
    if not index or not _UNDER_IT.match(page.text, unit.start, unit.end):
        return None
    near = (back for back in _before(index) if unit.paragraph - rows[back].unit.paragraph <= 1)
    return next((back for back in near if found[back].date and rows[back].unit.has("sign")), None)


def _before(index: int) -> list[int]:
    """The rows before, the nearest first, then those at the head of the page."""
    last = max(0, index - REACH)
    return [*range(index - 1, last - 1, -1), *range(min(last, HEAD) - 1, -1, -1)]


def meeting_to_come(rows: list[Dated], found: list[When], index: int) -> int | None:
    """The dated meeting to come that a plan is part of: "during the fair …", or more of the meeting itself."""
    row = rows[index]
    cues = {hit.cue for hit in row.unit.hits if hit.concept == "same_occasion"} - MEANWHILE - THEN
    if not cues and row.type != "meeting":
        return None
    for back in _before(index):
        if rows[back].type == "meeting" and rows[back].status == "planned" and found[back].date:
            return back
    return None


def at_meeting_before(rows: list[Dated], found: list[When], index: int) -> int | None:
    """The dated meeting that a signing, an award or more of it follows, with nothing of another day between."""
    row = rows[index]
    acts = row.type in ("agreement", "award") and row.unit.has("sign", "award_verb")
    if not acts and (row.type != "meeting" or row.unit.has("current", "each_year")):
        return None
    return meeting_near(rows, found, index)


def meeting_near(rows: list[Dated], found: list[When], index: int) -> int | None:
    """The last dated row before, if it is near and of the day of a meeting."""
    at = next((back for back in _before(index) if found[back].date), None)
    if at is None or found[at].precision != "day" or rows[index].unit.paragraph - rows[at].unit.paragraph > 2:
        return None
    return at if any(meets(rows[back]) and found[back].date == found[at].date for back in (at, *_before(at))) else None


def meets(row: Dated) -> bool:
    """Whether the row tells of a meeting that was held."""
    return row.status != "planned" and (
        row.type == "meeting" or (row.unit.has("meeting_noun") and row.unit.has("held"))
    )
