"""Levels and flows: what is so now ("the city has 32 parks") against what was done or reached in a period.

What belongs here: reading a clause for one or the other. Which of them carries a date is said in ``carried``.
"""

import re

from chronicle.extract.events.unit import Page
from chronicle.extract.timing.when import Dated

DEEDS = ("sign", "award_verb", "issue", "held", "designate")
_DONE = (
    r"(?: (?:also|now|all|been|be|just|already|then|\w+ly))*"
    r" (?:\w{2,}ed|sold|won|held|given|made|set|shown|taken|chosen|built)\b"
)
_STANDS = re.compile(
    r"\b(?:has|have|there (?:is|are)|counts?|employs?|owns?|hosts?|houses|boasts|includes?|runs|operates"
    rf"|(?:is|are)(?!{_DONE}))\b"
)
_HAS_DONE = re.compile(rf"\b(?:has|have){_DONE}")
_STANDS_ZH = re.compile(r"拥有|建有|设有|现有|共有")
_PAST = re.compile(
    r"\b(?:(?!need|speed|seed|feed|indeed|hundred)[a-z]{3,}ed|held|won|rose|fell|grew|was|were|had|did|sent|took|gave|got|made"
    r"|met|spent|built|drew|went|came|became|ran|brought)\b"
)
_FLOW = re.compile(
    r"\b(?:amount|turnover|output|value|sales|revenues?|income|exports?|volume|receipts|profits?)\s$", re.I
)
_COMMA = re.compile(r"[,，]")
_ALSO = re.compile(r"(?:has|have) also\b")
_STOCK = re.compile(
    r"\b(?:valid|effective|standards?|per 10,000|ten thousand (?:people|residents))\b|有效|每万|标准", re.I
)


def stands(page: Page, row: Dated) -> bool:
    """Whether a level is told in the present ("the city has 32 parks"), which no meeting dates."""
    at = present(page, row)
    if at is None or row.unit.has("attendance"):
        return False
    return page.lang == "zh" or not (row.unit.has(*DEEDS) and _HAS_DONE.match(page.text, at))


def spent(page: Page, row: Dated) -> bool:
    """Whether money is told as given, in the past ("the north took 4 million")."""
    told = _PAST.search(page.text, row.unit.core, row.unit.end) is not None
    return told and "q:money" in row.unit.concepts and not level(page, row)


def level(page: Page, row: Dated) -> bool:
    """Whether the clause tells what is so now; "it has also set up" goes on with what was told."""
    at = present(page, row)
    return at is not None and not _ALSO.match(page.text, at)


def present(page: Page, row: Dated) -> int | None:
    """Where the clause speaks of the present, before any verb in the past."""
    if page.lang == "zh":
        held = _STANDS_ZH.search(page.text, row.unit.core, row.unit.end)
        return held.start() if held else None
    verb = _STANDS.search(page.text, row.unit.core, row.unit.end)
    if verb and _FLOW.search(page.text, row.unit.core, verb.start()):
        return None  # "the trade amount is 310 million" is of the period
    past = _PAST.search(page.text, row.unit.core, row.unit.end)
    return verb.start() if verb and (past is None or verb.start() < past.start()) else None


def stock(page: Page, row: Dated) -> bool:
    """Whether the clause begins with what is held or valid, and no flow of a period comes first."""
    first = row.unit.quantities[0].end if row.unit.quantities else row.unit.end
    stop = _COMMA.search(page.text, first, row.unit.end)
    return _STOCK.search(page.text, row.unit.start, stop.start() if stop else row.unit.end) is not None
