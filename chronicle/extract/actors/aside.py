"""English names that take no part in what a text tells: credits in brackets, titles of papers, venues, memberships.

What belongs here: what the words around a name that was found say against it.
"""

import re

from chronicle.extract.records import Actor

_TITLE = re.compile(
    r"[“\"](?=[A-Z0-9])(?=[^“”\"\n]*\b(?:Agreement|Plan|Measures|Notice|Opinions|Action|Regulations|White Paper|"
    r"Guidelines|Scheme|Proposal|Memorandum|Construction|Rules|Outline)\b)([^“”\"\n]{12,200})[”\"]"
)
_VENUE = re.compile(
    r"\b(?:held|staged|opened|took place|taking place|convened|hosted|gathered|kicked off|concluded)(?: [a-z]+)? "
    r"(?:in|at) (?:the )?$"
)
_BUILDING = re.compile(r"(?:Center|Centre|Hall|Hotel|Stadium|Museum|Theatre|Theater|Palace|Arena|Library)$")
_MEMBERS = re.compile(r"\bmember (?:states|countries|economies|nations) of (?:the )?$")
_CREDIT = re.compile(r"\) ?(?:--|—|–|[A-Z])|\) [A-Z][a-z]{2,8}\.? \d")
CREDIT_REACH, BEFORE = 160, 56


def without_asides(text: str, actors: list[Actor]) -> list[Actor]:
    """The actors but for those that only credit, title, house or belong."""
    titles = [match.span(1) for match in _TITLE.finditer(text)] if '"' in text or "“" in text else []
    return [actor for actor in actors if not _is_aside(text, actor, titles)]


def _is_aside(text: str, actor: Actor, titles: list[tuple[int, int]]) -> bool:
    start, end = actor.start, actor.end
    if any(first <= start and end <= last and end - start < last - first for first, last in titles):
        return True
    if start < CREDIT_REACH and text[start - 1 : start] == "(" and _CREDIT.match(text, end):
        return True
    before = text[max(0, start - BEFORE) : start]
    if _MEMBERS.search(before):
        return True
    return bool(_BUILDING.search(actor.name)) and _VENUE.search(before) is not None
