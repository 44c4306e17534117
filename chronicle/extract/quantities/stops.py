"""Stretches that hold digits and are no quantity: dates, times, addresses, codes, citations.

What belongs here: their patterns, English and Chinese, for the scanners to step over. Every pattern is bounded or has
one unbounded class, so that matching stays linear.
"""

from chronicle.extract.lexicon import either
from chronicle.extract.quantities.lexicon import months

_YEAR = r"(?:1[5-9]|20)\d\d"
_ZH_YEAR = r"(?:(?:1[5-9]|20)\d\d|[一二][〇○零九八七][〇○零一二三四五六七八九]{2})"
_NUMERAL = "[零〇一二三四五六七八九十]"

WORDS = ("http", "https", "www", "isbn", "issn", "doi", "no")
"""Words at which an English pattern other than a month's can begin."""

_URL = r"https?://\S+|www\.\S+"

COMMON = (
    r"\[\d{1,3}(?:[-,–] ?\d{1,3}){0,9}\]",
    r"\b\d+(?:\.\d+){2,}\b",
    rf"\b{_YEAR} ?[-./] ?\d{{1,2}} ?[-./] ?\d{{1,2}}\b",
)


def _month() -> str:
    return either(months()) + r"\b(?: ?\.)?"


_DAY = r"\d{1,2}(?:st|nd|rd|th)?\b"


def english_words() -> str:
    """The English patterns that begin with a letter, joined."""
    month = _month()
    no_sum = r"(?! ?(?:%|percent|million|billion|thousand))"
    days = rf"(?:(?: ?[-–—] ?| to | and |, ?){_DAY}(?![.,]\d))?"
    return "|".join(
        (
            rf"\b{month} ?,? ?{_DAY}{no_sum}{days}(?: ?,? ?{_YEAR}\b)?",
            rf"\b{month},? ?(?:of )?{_YEAR}\b",
            r"\bisbn[\s:]*[\d-]+x?|\bissn[\s:]*[\d-]+x?|\bdoi:\s*\S+",
            r"\bone and only\b|\bone of\b(?! which)|\bno one\b|\bone another\b|\bone-on-one\b",
            _URL,
        )
    )


def english_digits() -> str:
    """The English patterns that begin with a digit, a sign or a bracket, joined."""
    return "|".join(
        (
            rf"\b{_DAY}(?: ?(?:[-–—]|to|and) ?{_DAY})? ?(?:of )?{_month()}(?: ?,? ?{_YEAR}\b)?(?! be\b)",
            rf"\b\d{{1,2}}[-./]\d{{1,2}}[-./]{_YEAR}\b",
            rf"\b{_YEAR}(?: ?[-–—/] ?|[-–—/])(?:{_YEAR}|\d\d)\b(?![,.]?\d)",
            r"\b(?:1[5-9]|20)\d0'?s\b|'\d0s\b",
            r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)? ?(?:[ap]\.? ?m\b\.?|gmt|bst|cet|utc|est|edt|hours\b)",
            r"\b\d{1,2}:\d(?:\.\d+)?(?![\d:])",
            r"\b\d{1,3}:\d\d(?::\d\d)?(?:\.\d+)?",
            r"\b\d{1,2} ?(?:[ap]\.m\.|[ap]m\b|o'clock)",
            r"\+\d{1,3}[-\s(]{1,2}\d[-\d\s()]{6,20}\d",
            r"\(0?\d{2,4}\) ?\d{3,4}[-\s]?\d{4}\b",
            r"\b\d{3,4}-\d{3,4}-\d{4}\b|\b0\d{2,3}-\d{3,4} ?\d{4}\b",
            r"\b\d{1,3}(?:\+(?:\d{1,3}|[a-z])\b){1,5}",
            r"\b\d{1,2}/\d{1,2}/\d{2,4}\b",
            *COMMON,
        )
    )


def chinese(idle: list[str]) -> str:
    """The Chinese patterns, joined; ``idle`` are words that only look like numbers."""
    within = r"(?:[底初末中]|[上下]半年|第?[一二三四]季度|\d{1,2}月(?:\d{1,2}日)?){0,3}"
    day = rf"(?:\d{{1,2}}|{_NUMERAL}{{1,3}})[日号]"
    return "|".join(
        (
            rf"{_ZH_YEAR} ?(?:[-—–~至到] ?{_ZH_YEAR} ?)?年(?:度|{within})",
            rf"(?:\d{{1,2}}|{_NUMERAL}{{1,3}})月(?:份|底|初|中旬|上旬|下旬|{day})?(?:[-—–~至到](?:\d{{1,2}}月)?\d{{1,2}}日)?",
            r"第?[一二三四1-4]季度|[上下]半年",
            r"\d{1,2}日(?!内|龄)|\d{1,2}[-—–~至]\d{1,2}日",
            r"\d{1,2}[时点](?:\d{1,2}分|半|许|整)?(?!间|尚)|\d{1,2}:\d\d(?::\d\d)?",
            r"(?:19|20)?\d0年代|[一二三四五六七八九]十年代",
            r"1[3-9]\d{9}(?!\d)|0\d{2,3}-\d{7,8}|400-?\d{3}-?\d{4}|〔\d+〕",
            r"(?<![a-z])[a-z]{1,12}-?\d+(?:\.\d+)?(?![a-z]*[万亿])",
            r"\d{1,3}(?:\+(?:\d{1,3}|n|x)(?!\d)){1,5}",
            "|".join(sorted(idle, key=len, reverse=True)),
            "十[一二三四五]五",
            _URL,
            *COMMON,
        )
    )
