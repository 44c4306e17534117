"""What is to come, told without a word of the future: tasks in their base form, targets told as targets, promises.

What belongs here: whether a clause is certain to be such a task or target, so that no opinion need be asked. Translated
work plans list their tasks as "To build 8 villages, train the farmers", below a lead that "fixed six key points".
"""

import re

from chronicle.extract.events.unit import Page, Unit
from chronicle.extract.lexicon import Sought, forms
from chronicle.extract.records import Date

NEAR_LIST = 2  # paragraphs from one item of a list to the next that tells an event
HEAD = 24  # code points at the head of a clause in which its deadline or its item mark stands
_ITEM = re.compile(
    r"\s*(?:[(（]?(?:\d{1,2}|[ivx]{1,4})[.)）、]|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth)(?:ly)?,|[-•·–])\s*"
)
_TASK = re.compile(
    rf"(?:To |Need to |Should |(?=[A-Z]))(?i:(?:\w+ly |further |continue to )?{forms('tasks')})\b"
    r"(?! (?:of|for|from|in|by|on|with|is|are|has|was|were|will|to|and|services?)\b)[ ]"
)
_SUBJECT = re.compile(r",\s*(?:the|it|they|we|he|she|this|these|those|its|their|[A-Z][\w'-]+)\s")
_PAST = r"(?:(?!exceed|proceed|succeed|need|speed|feed)[a-z]{3,}ed|set|held|gave|won|built)\b"
_DONE = re.compile(
    r"\b(?:has|have|had|was|were|did)\b"
    rf"|, (?:the|this|these|its|their) (?:[\w'-]+ ){{1,4}}{_PAST}"
    rf"|, (?:it|they|we|[A-Z][\w'-]+) (?:[\w'-]+ ){{0,4}}{_PAST}"
)
_SETS_TASKS = re.compile(
    r"\b(?:fix|set|settle|define|determine|decide|identif|arrange|list|deploy|clarif|mapp?|laid|lay|put|draw|drew|drawn)\w*"
    r"(?: (?:on|out|up|down|forward))?"
    r" (?:(?:the|its|their|following|main|work|annual|\d+|[a-z]+) ){0,3}?"
    r"(?:key points?|key tasks?|main tasks?|major tasks?|work tasks?|key works?|priorities|work targets?|work goals?)\b"
)
_TARGET_IS = Sought(
    r"\b(?:its|the|their|our|his|main|overall)(?: [a-z-]+){0,2} (?:target|goal|aim|objective)s?"
    r"(?: (?:for|in|by|of) [^,.;:]{1,32}?)?(?: (?:is|are)\b|:)"
    r"|\b(?:this|next) year['’]s (?:[a-z]+ ){0,2}(?:target|goal|aim|objective|task)s?(?::| (?:is|are)\b)",
    ["target", "goal", "aim", "objective", "task"],
    re.I,
)
_PUT_AT = re.compile(r"\b(?:is|are) (?:put|set|fixed|pegged|forecast|projected|targeted) at\b")
_PROMISE = Sought(
    r"\b(?:promises?|pledges?|vows?) (?:up to |as much as |over |more than )?(?:[$€£¥]|\w+ ?)?\d",
    ["promise", "pledge", "vow"],
)
_AFTER_THAT = re.compile(
    r"(?:After|Once|When|Upon)\b(?! the (?:meeting|ceremony|conference|forum|signing))[^,.;]{0,80}?"
    r"\b(?:reach|reaches|put|completed?|completion|built|finished|operation|production|ready|opened?|running)\b"
)
_CAN_REACH = Sought(
    r"\b(?:can|may|could|might|should)(?: [a-z]+ly| newly| even| annually)? (?:be |have )?"
    r"(?:reach|exceed|surpass|top|hit|pass|rise|grow|increase|add|bring|create|realize|realise|achieve|generate|attract"
    r"|produce|solve|employ|house|hold|provide|at work|in place|running|ready|on the)\b",
    ["can ", "may ", "could ", "might ", "should "],
)
_BY_THEN = re.compile(r"\bBy (?:that time|then|that year|the same year)\b")
_TO_YEAR_ZH = re.compile(
    r"(?:[^，。；]{0,16}[，,：:])?(?:计划|力争)?[到至](20\d\d)年(?:底|末|年底)?(?!.{0,12}(?:已|共有))"
)
_DEMAND = Sought(
    r"\b(?:demand|require|request|stress|emphasi[sz]e|urge|call(?:ed|s)? (?:on|for)|put forward|propose)(?:s|d|ed)?\b"
    r"(?: that)?[,:]? (?:[^.;]{0,60}? )?(?:must|should|shall|need to|needs to)\b",
    [" must", " should", " shall", " need"],
)
_DEMAND_ZH = re.compile(r"[^，。；]{0,12}(?:要求|强调|提出|指出)[，,：:]?[^。；]{0,24}(?:要(?!求)|必须|确保|务必)")
_FOR_THIS_ZH = re.compile(r"为此[，,]|并(?!已|获|被|于去年)|To (?:this|that) end,|For this(?: purpose)?,")


def is_task(page: Page, unit: Unit) -> bool:
    """Whether the clause tells a task in the base form: "To build 8 villages, train the farmers 20 thousand times".

    No task is a purpose that another clause answers: "To support start-ups, the city set up a fund".
    """
    mark = _ITEM.match(page.text, unit.core, unit.end)
    start = mark.end() if mark else unit.core
    if page.lang == "zh" or unit.inside or not _TASK.match(page.text, start, unit.end):
        return False
    if mark is None and _SUBJECT.search(page.text, start, unit.end):
        return False
    return _DONE.search(page.text, start, unit.end) is None


def sets_tasks(page: Page, unit: Unit) -> bool:
    """Whether the clause opens a list of tasks: "the bureau has fixed six key points for this year:"."""
    opens = page.text.endswith(":", unit.start, unit.end) or page.text.startswith(":", unit.end)
    return opens and page.lang != "zh" and _SETS_TASKS.search(page.text, unit.core, unit.end) is not None


def is_item(page: Page, unit: Unit, before: Unit) -> bool:
    """Whether the clause is in an item of the list that ``before`` opens or belongs to, and tells nothing as done."""
    if page.lang == "zh" or not 0 <= unit.paragraph - before.paragraph <= NEAR_LIST:
        return False
    opening = page.text.rfind("\n", max(0, unit.start - 2000), unit.start) + 1
    marked = _ITEM.match(page.text, opening) or _ITEM.match(page.text, unit.start)
    return marked is not None and _DONE.search(page.text, unit.core, unit.end) is None


def is_target(page: Page, unit: Unit) -> str | None:
    """How the clause tells a target, a deadline or a promise, or None."""
    text, start, end = page.text, unit.core, unit.end
    if page.lang == "zh":
        if _DEMAND_ZH.match(text, unit.start, end):
            return "what is demanded"
        year = _TO_YEAR_ZH.match(text, start, end)
        return "up to a year that lies ahead" if year and _ahead(page, year[1]) else None
    if _TARGET_IS.search(text, start, end):
        return "a target told as target"
    dates = [date for date in unit.dates if date.kind in ("date", "span") and _lies_ahead(page, date)]
    if dates and _PUT_AT.search(text, start, end):
        return "put at a level to come"
    if _DEMAND.search(text, unit.start, end):
        return "what is demanded"
    if _PROMISE.search(text, start, end):
        return "a promise"
    if _CAN_REACH.search(text, start, end) and (
        _AFTER_THAT.match(text, start, end)
        or (dates and (_BY_THEN.search(text, start, end) or dates[0].start - start < HEAD))
    ):
        return "what can be reached then"
    return None


def serves_a_plan(page: Page, unit: Unit) -> bool:
    """Whether the clause goes on with the plan before it or gives the means: "并在 … 建设", "为此，市财政安排 …"."""
    return _FOR_THIS_ZH.match(page.text, unit.start, unit.end) is not None


def _lies_ahead(page: Page, date: Date) -> bool:
    return date.edtf[:4].isdigit() and _ahead(page, date.edtf[:4])


def _ahead(page: Page, year: str) -> bool:
    published = (page.published or "")[:4]
    return published.isdigit() and year > published
