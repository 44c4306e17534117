"""By when a number is to be reached, where the dates of its unit do not say: "this year", "in three years", by then.

What belongs here: deadlines told by words of the sentence around one number. Not here: dates with a relation of their
own (dates, when).
"""

import re

from chronicle.extract.aims.around import SENTENCE, closing, opening
from chronicle.extract.events.unit import Page
from chronicle.extract.records import Date, Quantity

_NEAR = 48  # characters before a date
_REACH = 240  # characters of the sentence on either side of a number
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
    r"|(?P<zh>\d{1,2}|[一二两三四五六七八九十])年(?:左右)?(?:时间|内|之内|(?=[培建引孵新实投打]))",
    re.I,
)
_THIS_YEAR = re.compile(
    r"\b(?:this year|within the year|before the year is out|by year[- ]end|by the end of the year|this (?:summer|autumn"
    r"|fall|winter|spring))\b|今年|全年|年内|年底前",
    re.I,
)
_PLAN = re.compile(
    r"\b(?:(?P<digits>1\d)th|(?P<word>eleventh|twelfth|thirteenth|fourteenth|fifteenth))[\s-]five[\s-]year|十(?P<zh>[一二三四五])五",
    re.I,
)
_PLANS = {"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15}
_PLAN_ZERO = 1955  # the n-th Five-Year Plan of China ends n times five years after it (from the third one on)
_BY_THEN = re.compile(r"\bby (?:then|that time)\b|届时|到那时")
_DECADE_END = re.compile(r"\bby the (?:end|close|turn) of (?:the|this) decade\b")
_ITS_YEAR = re.compile(  # "10 billion yuan ($1.4 billion) for 2025", "1.2% in 2024 and …"
    r"(?: ?\([^)\n]{1,40}\))?(?: [\w-]+){0,4}? (?:for|in|by) (?P<year>20\d\d)\b(?! and 20)"
    r"|[^,.;\n]{0,80}?\bbetween 20\d\d and (?P<last>20\d\d)\b"
)
_TARGET_FOR = re.compile(r"\b(?:targets?|goals?|aims?) (?:for|of|in) (20\d\d)\b")
_CLAUSE_OPENS = re.compile(
    r"[,，;；]\s*(?:and |but |while |then |并|而)?(?:also )?"
    r"(?:(?:strives?|aims?|hopes?|plans?|wants?|expects?|will|it will)(?: to)? )?(?:[a-z]+ )?(?:the end of )?$"
)
_SENTENCE_ENDS = re.compile(r"(?:年?[底末]?(?:前|之前)?)?\s*(?:[.!?;。；！？\n]|$)")
_RECURS = re.compile(r"(?:每年|每月|每季度)[^，。；]{0,4}$|\b(?:every|each) (?:year|month)[^,.;]{0,12}$")
_BEGINS = re.compile(r"(?:正式|全面)?(?:投产|开工|开业|开园|投用|启动)(?=[，,。；后])")
_ONCE = re.compile(r"\b(?:[Aa]fter|[Oo]nce|[Ww]hen|[Uu]pon)\b[^,.;]{0,40}$")
_YEAR = re.compile(r"\b20\d\d\b|20\d\d(?=年)")
_CLAUSE = re.compile(r"[,，;；.。\n]")


def told_beside(page: Page, quantity: Quantity) -> str | None:
    """The deadline that the clause gives right after a number: "a fund of 30 million won within this year, …"."""
    stop = quantity.end + _REACH
    now = page.published[:4] if page.published and page.published[:4].isdigit() else None
    own = _ITS_YEAR.match(page.text, quantity.end, stop)
    if own is not None and now is not None and (year := own["year"] or own["last"]) >= now:
        return str(year)
    mark = _CLAUSE.search(page.text, quantity.end, stop)
    clause = mark.start() if mark is not None else stop
    if now is not None and _DECADE_END.search(page.text, quantity.end, clause) is not None:
        return f"{int(now) // 10 + 1}0"
    return now if _THIS_YEAR.search(page.text, quantity.end, clause) is not None else None


def told_around(page: Page, quantity: Quantity) -> str | None:
    """The deadline that the sentence gives in words: years from now, this year, a Five-Year Plan's end, by then."""
    start = opening(page.text, SENTENCE, max(0, quantity.start - _REACH), quantity.start)
    sentence = page.text[start : closing(page.text, SENTENCE, quantity.end, _REACH)]
    now = page.published[:4] if page.published and page.published[:4].isdigit() else None
    if _BY_THEN.search(sentence) is not None:
        ahead = [year for year in _YEAR.findall(sentence) if now is None or year >= now]
        if ahead:
            return str(ahead[-1])
    named = _TARGET_FOR.search(sentence)
    if named is not None and now is not None and named[1] >= now:
        return named[1]
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


def opens_later(page: Page, quantity: Quantity, date: Date) -> bool:
    """Whether a date opens another clause after the number: "hold 8 meetings, and by 2023 attract 50 firms"."""
    if date.start < quantity.end or _SENTENCE_ENDS.match(page.text, date.end):
        return False
    between = page.text[quantity.end : date.start]
    return "；" in between or "; " in between or _CLAUSE_OPENS.search(between) is not None


def bounds_nothing(page: Page, date: Date) -> bool:
    """Whether a date comes back every year, or is when what brings the number begins: "once in use in June"."""
    before = page.text[max(0, date.start - _NEAR) : date.start]
    if _BEGINS.match(page.text, date.end) is not None:
        return True
    return _RECURS.search(before) is not None or _ONCE.search(before) is not None
