"""By when a number is to be reached, where the dates of its unit do not say: "this year", "in three years", by then.

What belongs here: deadlines told by words of the sentence around one number. Not here: dates with a relation of their
own (dates, when).
"""

import re

from chronicle.extract.events.unit import Page
from chronicle.extract.records import Quantity

_REACH = 240  # characters of the sentence on either side of a number
_SENTENCE = re.compile(r"[.;!?](?= |$)|[\n。！？]")
_NUMBER = {
    word: i + 1
    for words in (
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        "一二三四五六七八九十",
    )
    for i, word in enumerate(words)
} | {"两": 2}
_YEARS = re.compile(
    r"\b(?:in|within|over) (?:the )?(?:next |first |coming |following )?"
    r"(?P<en>\d{1,2}|two|three|four|five|six|seven|eight|ten) years\b"
    r"|(?P<zh>\d{1,2}|[一二两三四五六七八九十])年(?:时间|内|之内)",
    re.I,
)
_THIS_YEAR = re.compile(
    r"\b(?:this year|within the year|before the year is out|by year[- ]end|by the end of the year|this (?:summer|autumn"
    r"|fall|winter|spring))\b|今年|年内|年底前",
    re.I,
)
_PLAN = re.compile(
    r"\b(?:(?P<digits>1\d)th|(?P<word>eleventh|twelfth|thirteenth|fourteenth|fifteenth))[\s-]five[\s-]year|十(?P<zh>[一二三四五])五",
    re.I,
)
_PLANS = {"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15}
_PLAN_ZERO = 1955  # the n-th Five-Year Plan of China ends n times five years after it (from the third one on)
_BY_THEN = re.compile(r"\bby (?:then|that time)\b|届时|到那时")
_YEAR = re.compile(r"\b20\d\d\b|20\d\d(?=年)")
_CLAUSE = re.compile(r"[,，;；.。\n]")


def told_beside(page: Page, quantity: Quantity) -> str | None:
    """The deadline that the clause gives right after a number: "a fund of 30 million won within this year, …"."""
    stop = quantity.end + _REACH
    mark = _CLAUSE.search(page.text, quantity.end, stop)
    if _THIS_YEAR.search(page.text, quantity.end, mark.start() if mark is not None else stop) is None:
        return None
    return page.published[:4] if page.published else None


def told_around(page: Page, quantity: Quantity) -> str | None:
    """The deadline that the sentence gives in words: years from now, this year, a Five-Year Plan's end, by then."""
    floor = max(0, quantity.start - _REACH)
    for mark in _SENTENCE.finditer(page.text, floor, quantity.start):
        floor = mark.end()
    ending = _SENTENCE.search(page.text, quantity.end, quantity.end + _REACH)
    sentence = page.text[floor : ending.start() if ending is not None else quantity.end + _REACH]
    now = page.published[:4] if page.published and page.published[:4].isdigit() else None
    if _BY_THEN.search(sentence) is not None:
        ahead = [year for year in _YEAR.findall(sentence) if now is None or year >= now]
        if ahead:
            return str(ahead[-1])
    plan = _PLAN.search(sentence)
    if plan is not None:
        word = plan.group("word")
        nth = (
            int(plan.group("digits"))
            if plan.group("digits")
            else _PLANS[word.lower()]
            if word
            else 10 + _NUMBER[plan.group("zh")]
        )
        end = _PLAN_ZERO + 5 * nth
        return str(end) if now is None or end >= int(now) else None
    if now is None:
        return None
    years = _YEARS.search(sentence)
    if years is not None:
        count = years.group("en") or years.group("zh")
        return str(int(now) + (int(count) if count.isdigit() else _NUMBER[count]))
    return now if _THIS_YEAR.search(sentence) is not None else None
