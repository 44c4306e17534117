"""Figures that are given out: at a meeting, in a report, when a plan is released.

What belongs here: whether a clause gives figures out, or has them from such an occasion. Which day it carries then is
said in ``carried``.
"""

import re

from chronicle.extract.events.unit import Page
from chronicle.extract.timing.when import ANNOUNCED_TYPES, HEARD, Dated, When

FIGURE_TYPES = frozenset(
    {"statistics", "ip", "transfer", "talent", "funding", "facility", "service", "award", "research"}
)
FAR = 2000  # code points of a paragraph
_MEETING_SAYS = re.compile(
    r"会议(?:通报|披露|公布|介绍|透露)|The (?:meeting|conference|briefing) (?:announced|heard|was told|disclosed)\b"
)
_WHEN_RELEASED = re.compile(
    r"\b(?:when|as) the (?:\w+ )?\w+ (?:was|were)"
    r" (?:released|published|unveiled|issued|made public|announced|presented)\b"
)
_FIGURES_OUT = re.compile(
    r"\b(?:report|survey|index|figures|statistics|ranking|scoreboard|yearbook|barometer|bulletin|census|monitor)\b"
    r"|(?:年度|评价|监测|发展|统计|创新)报告|公报|指数|统计数据"
)
_BRIEFING_ZH = re.compile(r"(?:会上|会议|发布会上?)(?:介绍|通报|透露|获悉|披露|公布|了解到)")


def disclosed(page: Page, row: Dated, own: When) -> bool:
    """Whether the clause says that its figures were given out at an occasion ("会上披露，…")."""
    if row.type in ANNOUNCED_TYPES and own.precision != "day" and _MEETING_SAYS.match(page.text, row.unit.start):
        return True
    told_then = row.unit.has("q:any") and _WHEN_RELEASED.search(page.text, row.unit.core, row.unit.end)
    if told_then and own.precision != "day":
        return True
    lead_in = {hit.concept for hit in page.hits.between(row.unit.start, row.unit.core)}
    return (
        row.type in ANNOUNCED_TYPES
        and own.precision in ("year", "unknown")
        and ("same_occasion" in lead_in or ("disclose" in lead_in and not own.date))
        and not HEARD.search(page.text, row.unit.start, row.unit.core)
    )


def gives_figures(page: Page, row: Dated) -> bool:
    """Whether the clause tells that a report or a table of figures came out."""
    return row.unit.has("issue", "disclose") and _FIGURES_OUT.search(page.text, row.unit.core, row.unit.end) is not None


def of_a_briefing(page: Page, row: Dated) -> bool:
    """Whether the figures go on with those of a briefing that opens the paragraph (会上介绍，…。目前 …)."""
    if (
        page.lang != "zh"
        or row.type not in FIGURE_TYPES
        or any(date.kind in ("date", "span") for date in row.unit.dates)
    ):
        return False
    opening = page.text.rfind("\n", max(0, row.unit.start - FAR), row.unit.start) + 1
    return _BRIEFING_ZH.match(page.text, opening) is not None
