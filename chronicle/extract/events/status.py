"""Whether an event has happened, lies ahead, or lasts: occurred, planned, ongoing (labelling rule 10).

The first predicate of the told clause decides: a future word before any act in the past makes a plan; an intention in
a later part of the sentence ("made public a plan that intends …") does not. What is valid now, told by a verb in the
present, lasts; a figure that is reported has occurred.
"""

import re
from typing import NamedTuple

from chronicle.extract.events.foretold import is_target, is_task, sets_tasks
from chronicle.extract.events.unit import Page, Unit
from chronicle.extract.lexicon import Hit, Sought

_ACTS = frozenset(
    {"sign", "issue", "held", "designate", "award_verb", "invest", "build", "stats_verb", "past", "research"}
)
_PAST_FORM = re.compile(
    r"(?:\w{2,}ed|held|won|built|rose|grew|took|came|broke|went|made|gave|began|fell|got|became|ran|met|drew|spent|sold|put"
    r"|set up|found|led|was|were|had|did|been|said|laid|drew|wrote|brought|kept|paid|lent"
    r"|sent|shown|begun|chosen|given|taken)\b"
)
_NOT_FINITE = re.compile(r"\b(?:be|being|to|will|would|is|are|a|an|the|newly|not yet|expected)\s$")
_HAVE_DONE = re.compile(r"\b(?:has|have|had|was|were)(?: [a-z]+ly| been| already| also| so far)*\s$")
_ANY_PAST = re.compile(
    r"\b(?:(?!need|speed|seed|feed|indeed)[a-z]{3,}ed|held|won|rose|was|were|had|sent|shown|flown|grown|set|begun|taken|made"
    r"|written|chosen|met|spent|built|drawn|gone|come|become|given|put on)\b"
)
_AFTERTHOUGHT = re.compile(r"\b(?:who|which|that|whose|aimed|meant|designed)(?: [a-z]+)?\s$")
_FRONTED_BEGIN = re.compile(r"\b(?:begun|started|launched|under construction since)\b[^,.;]{0,60}")
_TO_BE_FINISHED = re.compile(r"\bto be (?:finished|completed|ready|done|opened)\b|\bcompletion\b")
_BY_SOMEBODY = re.compile(r"(?: for)? by ")
_SINCE_THEN = re.compile(r"\bfrom\s*$|\bas of\s*$|\bstarting(?: in| on| from)?\s*$")
TASKS_SET = "tasks are set"
STANDING = frozenset({"service", "governance"})
REPEATED = frozenset({"service", "funding", "policy", "governance"})
FIGURES = frozenset({"statistics", "ip", "award", "designation", "agreement", "meeting", "talent", "transfer"})


_KEEPS_ON = re.compile(r"\b(?:has|have) (?:also |now |long |ever )?(?:been [a-z]{2,}ing|kept|maintained)\b")
_STILL = Sought(
    r"\bstill (?:go|run|take|work|stand|keep|belong|appl|lie)(?:s|es|y|ies)?\b"
    r"|\btakes? (?:\w+ )?\d+ (?:working )?days\b"
    r"|[A-Za-z.\d] sits (?:in|on|at|beside)\b",
    ["still ", " days", " sits "],
)
_EACH_YEAR_DOES = Sought(
    r"\b(?:every|each) year (?:it |they )?"
    r"(?:take|put|spend|invest|arrange|allocate|set|hold|train|use|give|provide|organi[sz]e|meet)"
    r"s?\b|\bmeets? (?:every|each) year\b",
    ["every year", "each year"],
)
_HAS_ALREADY = Sought(r"\b(?:has|have) already (?:been )?[a-z]+", ["already"])


class Status(NamedTuple):
    """The status, the rule that gave it, and whether the words leave no doubt: then it stands against any opinion."""

    status: str
    why: str
    certain: bool = False


def status_of(page: Page, unit: Unit, kind: str, rules_page: bool) -> Status:
    """The status that the rules read.

    ``kind`` is the type as far as it is known; ``rules_page`` says that the page tells of a measure issued, whose
    rewards are announced and not yet paid.
    """
    return _beyond_doubt(page, unit) or Status(*_by_verbs(page, unit, kind, rules_page))


def _beyond_doubt(page: Page, unit: Unit) -> Status | None:
    """What the words tell so plainly that no other reading is left."""
    if is_task(page, unit):
        return Status("planned", "a task in the base form", certain=True)
    if sets_tasks(page, unit):
        return Status("planned", TASKS_SET, certain=True)
    if target := is_target(page, unit):
        return Status("planned", target, certain=True)
    if page.lang == "zh":
        return None
    if any(date.relation == "since" for date in unit.dates) and _KEEPS_ON.search(page.text, unit.core, unit.end):
        return Status("ongoing", "kept up since a date", certain=True)
    if _EACH_YEAR_DOES.search(page.text, unit.core, unit.end) and not unit.has("future"):
        return Status("ongoing", "done every year", certain=True)
    still = _STILL.search(page.text, unit.core, unit.end)
    if still and not unit.has("future") and not _ANY_PAST.search(page.text, unit.core, still.start()):
        return Status("ongoing", "valid now", certain=True)
    already = _HAS_ALREADY.search(page.text, unit.core, unit.end)
    future = _first_future(page, unit) if already else None
    if already and future and "," in page.text[already.end() : future.start]:
        return Status("occurred", "already done", certain=True)
    return None


def _by_verbs(page: Page, unit: Unit, kind: str, rules_page: bool) -> tuple[str, str]:
    future = _first_future(page, unit)
    past = _first_past(page, unit)
    if past is not None and future is None and kind == "service" and _may_before(unit, past):
        return "ongoing", "what can be had"
    if past is None and future is not None and _told_in_base_form(page, unit, future):
        return "occurred", "an act, and then what follows"
    if _in_the_making(page, unit, future):
        return "ongoing", "work goes on"
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
        if any(date.relation in ("by", "until") and date.kind != "reference" for date in unit.dates) and not unit.has(
            "past"
        ):
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
        if kind in REPEATED and unit.has("each_year") and not unit.has("past"):
            return "ongoing", "done every year"
        if page.lang != "zh" and kind == "service" and unit.has("entitled") and not unit.dates and not unit.has("past"):
            return "ongoing", "what can be had"
    if page.lang == "zh" and kind in ("service", "talent") and _can_be_had(unit):
        return "ongoing", "what can be had"
    return "occurred", "told as done"


def _may_before(unit: Unit, past: Hit) -> bool:
    """ "Firms can have their prototypes tested": the participle after what is possible tells no act."""
    return any(hit.concept == "lasts" and hit.cue == "can" and hit.start < past.start for hit in unit.hits)


def _told_in_base_form(page: Page, unit: Unit, future: Hit) -> bool:
    """Clumsy English without tense: "The two sides sign the agreement, will together build …"."""
    for hit in unit.hits:
        if hit.start >= future.start:
            return False
        if hit.concept in ("sign", "issue") and "," in page.text[hit.end : future.start]:
            return not _NOT_FINITE.search(page.text, max(unit.start, hit.start - 24), hit.start)
    return False


def _in_the_making(page: Page, unit: Unit, future: Hit | None) -> bool:
    """Whether the clause tells of work that goes on: "is going up", "begun in 2023 … is to be finished in 2028"."""
    work = next((hit for hit in unit.hits if hit.concept == "ongoing_work"), None)
    if work is not None and page.lang != "zh":
        return future is None or work.start <= future.start
    if future is None or page.lang == "zh" or not _TO_BE_FINISHED.search(page.text, future.start, unit.end):
        return False
    return _FRONTED_BEGIN.search(page.text, unit.core, future.start) is not None


def _first_future(page: Page, unit: Unit) -> Hit | None:
    stop = page.text.find("。", unit.core, unit.end - 1) if page.lang == "zh" else -1
    if stop >= 0 and not (unit.dates and unit.dates[0].end < stop and any(hit.concept in _ACTS for hit in unit.hits)):
        stop = -1
    for hit in unit.hits:
        if 0 <= stop < hit.start:
            return None  # a dated act, and then what comes of it
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
        if page.text[hit.start - 1 : hit.start] == "-":
            continue  # "foreign-invested"
        before = max(unit.start, hit.start - 24)
        if not _PAST_FORM.search(form):
            continue
        if _HAVE_DONE.search(page.text, before, hit.start):
            return hit
        if _BY_SOMEBODY.match(page.text, hit.end, hit.end + 8):
            continue  # "projects paid for by …": no verb of the sentence
        if not _NOT_FINITE.search(page.text, before, hit.start):
            return hit
    return None


def _lasts(page: Page, unit: Unit) -> bool:
    """Whether a verb in the present tells what lasts, before any verb in a past form."""
    verb = next((hit for hit in unit.hits if hit.concept == "lasts"), None)
    return verb is not None and not _ANY_PAST.search(page.text, unit.core, verb.start)


def _can_be_had(unit: Unit) -> bool:
    """Help told without a day and without a word of the past: what firms and people get now."""
    if unit.dates or unit.has("past", "issue", "held", "sign"):
        return False
    return unit.has("entitled")


def _lies_ahead(page: Page, unit: Unit, untold: bool) -> bool:
    """Whether every day named lies after the page's; a year that we completed is not held against a past verb."""
    published = page.published or ""
    days = [
        date.edtf
        for date in unit.dates
        if date.kind == "date"
        and (date.precision == "day" or (untold and date.precision == "month" and _from(page, date.start)))
        and date.edtf[:4].isdigit()
        and (untold or date.basis != "inferred_year")
    ]
    return len(published) == 10 and bool(days) and all(day > published[: len(day)] for day in days)


def _from(page: Page, start: int) -> bool:
    """Whether the words before say that something begins then."""
    return _SINCE_THEN.search(page.text, max(0, start - 20), start) is not None
