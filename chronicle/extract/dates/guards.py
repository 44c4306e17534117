"""What is not a date though it looks like one: counts, flight numbers, names, ages, modal verbs.

What belongs here: tests that look at the words around a match. The words are data (``data/dates_guards.toml``).
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from chronicle.extract.dates.rules import Match

_WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z-]*)[\s.]*[\"'“‘(]?$")
_WORD_AFTER = re.compile(r"\s*([A-Za-z][A-Za-z-]*)")
_NAME_AFTER = re.compile(r"[ ][A-Z][a-z]")
_WINDOW = 24  # code points of context
_LOW_YEAR, _HIGH_YEAR = 1900, 2100  # bare numbers outside are rarely years in news
_NUMBER_GLUE = re.compile(r"[0-9A-Za-z_$€£¥￥#/+.,:：-]$")
_YEAR_GLUE = re.compile(r"[0-9A-Za-z_$€£¥￥#+-]$|[0-9][.,/:：]$|[$€£¥￥#]\s$")
_WORD_GLUE, _WORD_TAIL = re.compile(r"[a-z]{3}-$"), re.compile(r"-[a-z]")
_NAMED = re.compile(r"[Mm]ade [Ii]n China[ -]$|[Ee]urope[ -]$")  # programmes: "Made in China 2025"
_STREET = re.compile(r" (?:[A-Z][a-z]+ ){1,3}(?:Road|Street|Avenue|Boulevard|Lane|Rd|St|Ave)\b")
_NUMBER_TAIL = re.compile(r"\s?(?:%|％|℃|°)|[/:][0-9]|[.,-][0-9]|-[a-z]|[+xX×*][0-9]")
_ORDINAL_BEFORE = re.compile(r"(?:\d(?:st|nd|rd|th)|first|second|third|[a-z]th)\s$", re.IGNORECASE)
_NEED_A_PREPOSITION = frozenset({
    "may", "march", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
})  # fmt: skip
_GOES_ON = frozenset(
    {"", "at", "in", "local", "that", "it", "they", "he", "she", "and", "with", "to", "when", "where", "as"}
)
_JOINING = frozenset({"and", "or", "to", "from", "of"})
_GIVEN_NAMES = frozenset({"jan", "jun", "may", "mar", "june", "april", "august"})
_LIGHT_NAMES = frozenset({"april", "june", "august", "may", "march", "jan", "summer"})


@cache
def words(name: str) -> frozenset[str]:
    """One list of ``data/dates_guards.toml``."""
    text = files("chronicle.extract").joinpath("data/dates_guards.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[name])


@cache
def endings(name: str) -> tuple[str, ...]:
    """One list as ``str.endswith`` takes it."""
    return tuple(sorted(words(name)))


def before(match: Match) -> str:
    """The word before, lower case, or an empty string."""
    found = _WORD_BEFORE.search(match.tokens.text[max(0, match.start - _WINDOW) : match.start])
    return found[1].lower().rstrip("-").rpartition("-")[2] if found else ""


def after(match: Match) -> str:
    """The word after, lower case, or an empty string."""
    found = _WORD_AFTER.match(match.tokens.text, match.end, match.end + _WINDOW)
    return found[1].lower() if found else ""


def _prefix(match: Match, length: int) -> str:
    return match.tokens.text[max(0, match.start - length) : match.start]


def month_word(match: Match, numbered: bool) -> bool:
    """Whether the month's word is a month: "May" alone needs a preposition, "Jan" needs a number or one."""
    form = match.form("month")
    if not form.isalpha() or not form.isascii():
        return chinese_month(match)
    if numbered:
        return True
    lower = before(match)
    if lower in words("time_prepositions"):
        if lower in _JOINING and form in _GIVEN_NAMES and _NAME_AFTER.match(match.tokens.text, match.end):
            return False  # "and Jan Brown"
        return not (form == "may" and lower in ("and", "or", "to") and after(match)[-2:] in ("be", "ve"))
    if form in _NEED_A_PREPOSITION:
        return match.words.endswith(".") and len(form) > len("may")
    return not (form in _LIGHT_NAMES and _NAME_AFTER.match(match.tokens.text, match.end))


def ordinal_day(match: Match) -> bool:
    """ "on the 24th," is a day; "the 24th floor" and "on the second day" are not."""
    digits = match.tokens.text[match.end - 3 : match.end - 2].isdigit()
    if match.has("u"):
        return True
    return (
        digits
        and before(match) in ("on", "until", "by", "from", "since")
        and (after(match) in _GOES_ON or not match.tokens.text[match.end : match.end + 1].isspace())
    )


def opens_a_year(match: Match) -> bool:
    """ "in the first eight months," of a year, not "the first three months of operation"."""
    if not match.words.isascii():
        return True
    return before(match) in ("in", "during", "for", "over") and after(match) not in (
        "of",
        "after",
        "as",
        "since",
        "that",
    )


def chinese_month(match: Match) -> bool:
    """3月 is a month unless counted or named ("第3月", "每月", "3月龄")."""
    text = match.tokens.text
    return _prefix(match, 1) not in ("第", "每", "满", "个") and text[match.end : match.end + 1] not in (
        "龄",
        "嫂",
        "刊",
        "球",
        "饼",
    )


def chinese_day(match: Match) -> bool:
    """3日 is a day unless counted or named ("第3日", "为期3日", "3日内", "3号楼")."""
    text = match.tokens.text
    tail = text[match.end : match.end + 2]
    if match.tokens.text[match.end - 1] == "号" or tail[:1] in (
        "内",
        "游",
        "龄",
        "间",
        "后",
        "报",
        "元",
        "线",
        "楼",
        "馆",
        "之",
    ):
        return False
    head = _prefix(match, 2)
    return not (
        head[-1:] in ("第", "每", "满", "近", "约", "超", "达", "共", "数", "百", "前", "后", "-", "–")
        or head in ("为期", "历时", "仅用", "连续")
    )


def counts_things(match: Match) -> bool:
    """ "In May 20 companies …": the number belongs to the noun after it."""
    form = match.form("month")
    if (
        not form.isascii()
        or not match.tokens.values[match.named["dom"]]
        or match.tokens.codes[match.named["dom"]] not in "ab"
    ):
        return False
    if match.named["dom"] < match.named["month"]:
        return False
    return after(match) in words("counted") and before(match) in ("in", "since", "until", "by")


def year_alone(match: Match) -> bool:
    """Whether a bare four-digit number is a year."""
    text, year = match.tokens.text, match.number("year")
    head, lower = _prefix(match, _WINDOW), before(match)
    if _YEAR_GLUE.search(head[-3:]) and not _WORD_GLUE.search(head):
        return False
    if _NUMBER_TAIL.match(text, match.end) and not _WORD_TAIL.match(text, match.end):
        return False
    if text[match.end : match.end + 1].isascii() and text[match.end : match.end + 1].isalpha():
        return False
    if head.rstrip().endswith(endings("numbering_zh")):
        return False
    following = text[match.end : match.end + 3].lstrip(" ")
    if following[:1] in words("counted_zh") or following[:2] in words("counted_zh"):
        return False
    if _NAMED.search(head) or _STREET.match(text, match.end, match.end + 2 * _WINDOW):
        return False
    if year % 100 == 0 and lower not in words("time_prepositions") | {"the"} and after(match):
        return False  # a round number before a noun is a count
    if after(match) in words("counted") and lower not in ("since", "by") and not re.search(r"\bIn $", head):
        return False
    if after(match) in words("counted_soft") and lower not in words("time_prepositions"):
        return False
    if _LOW_YEAR <= year < _HIGH_YEAR:
        return lower not in words("numbering") or (lower != "no" and bool(re.search(r"[.!?;]\s*$", head)))
    return (
        lower in ("in", "since", "by", "from", "until", "early", "late", "circa", "year", "around", "of")
        and year < 2200
    )


def year_span(match: Match) -> bool:
    """Whether "2012-13" or "2012-2021" stands free of longer numbers."""
    text = match.tokens.text
    if after(match) in words("counted"):
        return False
    return not _NUMBER_GLUE.search(text[max(0, match.start - 1) : match.start]) and not re.match(
        r"[0-9-]|[.,/][0-9]", text[match.end : match.end + 2]
    )


def decade(match: Match) -> bool:
    """ "in his 40s" is an age."""
    return before(match) not in words("ages")


def half_year(match: Match) -> bool:
    """ "the first half" of a match is no half year: it needs "in", "during" or "of" and no game around it."""
    return before(match) in ("in", "during", "for", "the", "of", "since") and after(match) not in (
        "of",
        "goal",
        "marathon",
    )


def season(match: Match) -> bool:
    """Whether a season is a time: "in the spring", "spring 2013", not "Spring Festival" or "prices fall"."""
    if after(match) in words("season_after"):
        return False
    form = match.form("season")
    if not form or not form.isascii():
        return len(match.words) > 2 or match.tokens.text[match.end : match.end + 1] not in ("的", "里")
    if match.last - match.first > 1:
        return True
    shown = match.tokens.text[match.start : match.end]
    return (
        before(match) in words("season_before")
        and (form != "fall" or before(match) == "the")
        and not shown[0].isupper()
    )


def plan_as_period(match: Match) -> bool:
    """ "during the 13th Five-Year Plan" is a time; "the plan was issued" is not."""
    return match.words.endswith(("period", "期间", "时期")) or (
        _before_the(match) in words("plan_before") and after(match) not in ("for", "was", "is", "outline", "on")
    )


def _before_the(match: Match) -> str:
    head = re.sub(r"\bthe\s*$", "", _prefix(match, _WINDOW))
    found = _WORD_BEFORE.search(head)
    return found[1].lower() if found else ""


def names_a_plan(match: Match) -> bool:
    """ "the 14th Five-Year Plan": the length is part of a name."""
    return after(match) == "plan" and bool(_ORDINAL_BEFORE.search(_prefix(match, _WINDOW)))


def name_like(match: Match) -> bool:
    """Whether the word is written as part of a name: "China Daily", "USA Today", "Annual Report"."""
    text = match.tokens.text
    if not text[match.start].isupper():
        return False
    head = _prefix(match, _WINDOW)
    sentence_opens = not head.strip() or head.rstrip()[-1:] in '.!?:;"“”\n—–)'
    if sentence_opens and not re.search(r"[A-Za-z]\.$", head.rstrip()[:-1] + "x"):
        return bool(_NAME_AFTER.match(text, match.end)) and match.end - match.start > len("today")
    return bool(re.search(r"[A-Z][A-Za-z&.]*\s$|[Tt]he\s$", head)) or bool(_NAME_AFTER.match(text, match.end))
