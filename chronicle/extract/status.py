"""Whether an event has happened, lies ahead, or lasts: occurred, planned, ongoing (labelling rule 10).

The first predicate of the told clause decides: a future word before any act in the past makes a plan; an intention in
a later part of the sentence ("made public a plan that intends …") does not. What is valid now, told by a verb in the
present, lasts; a figure that is reported has occurred.
"""

import re

from chronicle.extract.events.unit import Page, Unit
from chronicle.extract.lexicon import Hit

_ACTS = frozenset(
    {"sign", "issue", "held", "designate", "award_verb", "invest", "build", "stats_verb", "past", "research"}
)
_PAST_FORM = re.compile(
    r"(?:\w{2,}ed|held|won|built|rose|grew|took|came|broke|went|made|gave|began|fell|got|became|ran|met|drew|spent|sold|put"
    r"|set up|found|led|was|were|had|did|been|said)\b"
)
_NOT_FINITE = re.compile(r"\b(?:be|being|to|will|would|is|are|a|an|the|newly|not yet|expected)\s$")
_HAVE_DONE = re.compile(r"\b(?:has|have|had|was|were)(?: [a-z]+ly| been| already| also| so far)*\s$")
_ANY_PAST = re.compile(
    r"\b(?:(?!need|speed|seed|feed|indeed)[a-z]{3,}ed|held|won|rose|was|were|had|sent|shown|flown|grown|set|begun|taken|made"
    r"|written|chosen|met|spent|built|drawn|gone|come|become|given|put on)\b"
)
_AFTERTHOUGHT = re.compile(r"\b(?:who|which|that|whose|aimed|meant|designed)(?: [a-z]+)?\s$")
STANDING = frozenset({"service", "governance"})
FIGURES = frozenset({"statistics", "ip", "award", "designation", "agreement", "meeting", "talent", "transfer"})


def status_of(page: Page, unit: Unit, kind: str, rules_page: bool) -> tuple[str, str]:
    """The status and the name of the rule that gave it.

    ``kind`` is the type as far as it is known; ``rules_page`` says that the page tells of a measure issued, whose
    rewards are announced and not yet paid.
    """
    future = _first_future(page, unit)
    past = _first_past(page, unit)
    if future is not None and (past is None or future.start <= past.start):
        return "planned", f"future: {future.cue}"
    if _lies_ahead(page, unit, past is None):
        return "planned", "its date lies after the page's"
    if (
        (past is None or past.concept == "designate")
        and rules_page
        and unit.has("entitled")
        and kind in ("service", "funding", "talent", "policy", "designation", "award")
    ):
        return "planned", "a reward of a new rule"
    if past is None:
        if any(date.relation in ("by", "until") for date in unit.dates) and not unit.has("past"):
            return "planned", "by a date"
        if kind == "other":
            return "ongoing", "valid now"
        if (
            page.lang != "zh"
            and kind not in FIGURES
            and not (kind == "facility" and unit.has("q:any"))
            and _lasts(page, unit)
        ):
            return "ongoing", "valid now"
        if page.lang != "zh" and kind in STANDING and not _ANY_PAST.search(page.text, unit.core, unit.end):
            return "ongoing", "valid now"
    return "occurred", "told as done"


def _first_future(page: Page, unit: Unit) -> Hit | None:
    for hit in unit.hits:
        if hit.concept == "future" and not _AFTERTHOUGHT.search(page.text, max(unit.core, hit.start - 24), hit.start):
            return hit
    return None


def _first_past(page: Page, unit: Unit) -> Hit | None:
    """The first act told in a past form; in Chinese, which has no tense, the first act."""
    for hit in unit.hits:
        if hit.concept not in _ACTS:
            continue
        if page.lang == "zh":
            if hit.concept != "stats_verb" and hit.concept != "build":
                return hit
            continue
        form = page.text[hit.start : hit.end].lower()
        if form in ("announced", "presented", "introduced") and unit.has("future"):
            continue
        before = max(unit.start, hit.start - 24)
        if not _PAST_FORM.search(form):
            continue
        if _HAVE_DONE.search(page.text, before, hit.start) or not _NOT_FINITE.search(page.text, before, hit.start):
            return hit
    return None


def _lasts(page: Page, unit: Unit) -> bool:
    """Whether a verb in the present tells what lasts, before any verb in a past form."""
    verb = next((hit for hit in unit.hits if hit.concept == "lasts"), None)
    return verb is not None and not _ANY_PAST.search(page.text, unit.core, verb.start)


def _lies_ahead(page: Page, unit: Unit, untold: bool) -> bool:
    """Whether every day named lies after the page's; a year that we completed is not held against a past verb."""
    published = page.published or ""
    days = [
        date.edtf
        for date in unit.dates
        if date.kind == "date"
        and date.precision == "day"
        and date.edtf[:4].isdigit()
        and (untold or date.basis != "inferred_year")
    ]
    return len(published) == 10 and bool(days) and all(day > published for day in days)
