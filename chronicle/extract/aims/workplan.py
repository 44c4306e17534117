"""Numbers that aim without saying so: the items of a work plan ("key points for 2009:"), and what stands "by then".

What belongs here: what the lines or the sentence before a unit make of its numbers. Not here: its own
sentence (aimed, deadlines).
"""

import re

from chronicle.extract.aims.around import closing, opening
from chronicle.extract.events.unit import Page, Unit
from chronicle.extract.lexicon import Sought
from chronicle.extract.records import Quantity

_LONGEST = 2500  # code points back to the line that a list hangs on
_BACK = 240  # code points back to the sentence before
_ITEM = re.compile(
    r"\s*(?:[(（]?\d{1,2}[.)）、．](?!\d)|[①-⑳]|[(（]?[一二三四五六七八九十]{1,2}[)）、是]"
    r"|(?:First|Second|Third|Fourth|Fifth|Sixth|One|Two|Three|Four|Five|Six)(?:ly)?(?: is to)?[,:] )"
)
_PLAN_LINE = re.compile(
    r"\b(?:key (?:points|tasks|works?|aspects)|main tasks|tasks|targets|goals|aims|objectives|work (?:plan|points)"
    r"|plans?|priorities)\b|工作要点|重点工作|主要任务|重点任务|目标|任务|工作计划|抓好"
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_THIS_YEAR = re.compile(r"\b(?:this year|whole year)\b|今年|本年度|全年", re.I)
_SENTENCE = re.compile(r"[.!?](?= |$)|[\n。！？]")  # items of a list share what stands before them
_THEN = Sought(
    r"\bby (?:then|that (?:time|date|year)|the time it (?:ends|closes|is over)|its end)\b|届时|到那时|到时",
    ["by then", "by that ", "by the time", "by its end", "届时", "到那时", "到时"],
    re.I,
)
_TO_BE = re.compile(r"\b(?:should|shall|will|would|is to|are to|must|expected)\b|将|要|可")


def year_of_item(page: Page, unit: Unit) -> str | None:
    """The year of the work plan of which the unit is an item, where that is the page's year or a later one."""
    now = (page.published or "")[:4]
    if not now.isdigit():
        return None
    start = page.text.rfind("\n", 0, unit.start) + 1
    floor = max(0, unit.start - _LONGEST)
    while start > floor and _ITEM.match(page.text, start) is not None:
        before = page.text.rfind("\n", 0, start - 1) + 1
        line = page.text[max(before, start - _BACK) : start - 1].rstrip()
        if line.endswith((":", "：")):
            told = re.split(r"[.;!?](?= )|[。；！？]", line)[-1]
            if _PLAN_LINE.search(told) is None:
                return None
            year = _YEAR.search(told)
            if year is not None:
                return year[0] if year[0] >= now else None
            return now if _THIS_YEAR.search(told) is not None else None
        start = before
    return None


def by_then(page: Page, quantity: Quantity) -> str | None:
    """The last day or year told before the "by that time" that leads to a number, where it lies ahead."""
    floor = max(0, quantity.start - _BACK)
    if not page.published or not _THEN.may_stand_in(page.text[floor : quantity.start]):
        return None
    start = opening(page.text, _SENTENCE, floor, quantity.start)
    then = _THEN.pattern.search(page.text, start, quantity.start)
    if then is None:
        return None
    if _TO_BE.search(page.text, then.end(), closing(page.text, _SENTENCE, quantity.end, _BACK)) is None:
        return None
    before = [
        date.edtf.split("/")[-1]
        for date in page.dates_in(max(0, start - _BACK, page.text.rfind("\n", 0, start) + 1), then.start())
        if date.kind in ("date", "span")
    ]
    if not before or not before[-1][:4].isdigit() or before[-1] < page.published[: len(before[-1])]:
        return None
    return before[-1]
