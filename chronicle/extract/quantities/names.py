"""Numbers that are (part of) names, codes, years or scores, and so no quantities.

What belongs here: "G60", "Fortune 500", "the 863 Program", "Formula One", "13th Five-Year Plan", "2018". Dates and
times with more than a year are stepped over by the scanner of ``numerals``.
"""

import re

from chronicle.extract.quantities import lexicon
from chronicle.extract.quantities.counted import is_plural, right_phrase
from chronicle.extract.quantities.number_words import Number
from chronicle.extract.quantities.view import View

_LOOSE = frozenset({"odd", "plus", "some", "strong"})  # "30-odd": a qualifier, no name
_LONGEST_WORD = 30
_ADDRESS = re.compile(
    r" (?:[NSEW]\.? )?(?:[A-Z0-9][\w']{0,20} ){1,3}"
    r"(?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard|Drive|Dr|Lane|Ln|Way|Plaza|Square|Highway|Hwy|Court|Parkway)\b"
)
_NEXT = re.compile(r"([ -])\(?([^\W\d_][^\s,;:.()\"!?/-]*)")
_FIVE_YEAR = re.compile(r"[ -]year (?:plan|development plan|programme)")
_YEAR_CUES = frozenset(
    {
        "over",
        "than",
        "exceed",
        "exceeded",
        "nearly",
        "least",
        "almost",
        "surpass",
        "surpassed",
        "to",
        "reached",
        "reach",
        "another",
        "additional",
        "total",
        "approximately",
        "roughly",
    }
)
_NOT_TITLES = frozenset(
    {
        "In",
        "On",
        "At",
        "By",
        "For",
        "From",
        "With",
        "And",
        "Of",
        "The",
        "To",
        "Over",
        "About",
        "Only",
        "Nearly",
        "Some",
        "Around",
        "More",
        "Than",
        "Up",
        "Out",
        "All",
        "A",
        "Total",
        "Another",
        "Least",
        "Add",
        "Top",
        "Its",
        "Party",
    }
)


def previous_word(view: View, start: int) -> tuple[str, int]:
    """The word directly before an offset, as written, and where it begins; empty if a mark stands between."""
    plain = view.plain
    if plain[start - 1 : start] not in (" ", "-") or start < 2:
        return "", start
    end = start - 1
    at = end
    floor = max(0, end - _LONGEST_WORD)
    while at > floor and not plain[at - 1].isspace() and plain[at - 1] not in '("':
        at -= 1
    return plain[at:end], at


def sentence_start(view: View, start: int) -> bool:
    """Whether a word that begins here is the first of its sentence, quotation or list item."""
    low = view.low
    i = start - 1
    while i >= 0 and low[i] in " \"'(":
        i -= 1
    return i < 0 or low[i] in "\n.!?:;•*-–—|" or (i < start - 1 and low[i + 1 : start].strip() != "")


def is_name(view: View, number: Number, start: int, unit: str | None) -> bool:
    """Whether a cardinal number is a name, a code or a score rather than a quantity."""
    low = view.low
    plain = view.plain
    begin, end = number.start, number.end
    if start == begin and begin > 0 and (low[begin - 1].isalpha() or low[begin - 1] in "_#@/\\'"):
        return low[begin - 1] != "/" or unit is None
    if number.words:
        return _capital_name(view, number, unit)
    if start != begin:
        return False
    if low[begin - 1 : begin] == "-" and begin > 1 and low[begin - 2].isalnum() and unit is None:
        return True
    if _FIVE_YEAR.match(low, end) and begin > 3 and low[begin - 3 : begin] in ("th ", "st ", "nd ", "rd "):
        return True
    if low[end : end + 1] in ("-", "–") and low[end + 1 : end + 2].isdigit() and unit is None and not number.scaled:
        return number.value < _HIGHEST_SCORE and _digits_to(low, end + 1) <= number.value
    if low[begin - 1 : begin] in ("-", "–") and low[begin - 2 : begin - 1].isdigit() and unit is None:
        return True
    if (
        number.value < _HIGHEST_SCORE
        and unit is None
        and _ENUMERATOR.match(low, end)
        and (low[begin - 1 : begin] in ("", "\n") or (low[begin - 2 : begin] in ("; ", ": ") and number.value < _ITEMS))
    ):
        return True
    if unit is not None or number.scaled or "," in low[begin:end] or "." in low[begin:end]:
        return False
    if _ADDRESS.match(plain, end):
        return True
    following = _NEXT.match(plain, end)
    word = following.group(2) if following else ""
    counted = is_plural(word.lower())
    if following and following.group(1) == "-" and word.lower() not in _LOOSE and not _is_noun(word.lower()):
        return True
    previous, at = previous_word(view, begin)
    lowered = previous.lower().rstrip(":")
    if word and word.lower() in lexicon.context("name_after", "words") and (word[0].isupper() or lowered == "the"):
        return True
    if previous != lowered and lowered in lexicon.context("name_before", "words"):
        return True
    if not previous or counted:
        return _short_quote(view, number)
    if lowered in lexicon.context("name_before", "words") and not _is_noun(word.lower()):
        return True
    if (
        previous[0].isupper()
        and previous not in _NOT_TITLES
        and previous[-1] not in ",;:"
        and (number.value < 10000 or previous.isupper())
    ):
        counted_before = previous.isupper() and lowered in lexicon.nouns().singular  # "SME 213", in clumsy English
        named = not sentence_start(view, at) and not _is_noun(word.lower()) and not previous.isdigit()
        return named and not counted_before
    return _short_quote(view, number)


def _digits_to(low: str, start: int) -> float:
    match = _DIGITS.match(low, start)
    return float(match.group()) if match else 1e18


_ITEMS = 30  # "…: 1. a permit; 2. a plan"
_HIGHEST_SCORE = 600  # "119-111" is a score, "217-213" a vote
_ENUMERATOR = re.compile(r"[.)] ")
_DIGITS = re.compile(r"\d{1,6}")


def _is_noun(word: str) -> bool:
    table = lexicon.nouns()
    return word in table.singular or word in table.plural


def _capital_name(view: View, number: Number, unit: str | None) -> bool:
    """ "Formula One", "Three Gorges": a number word written with a capital inside a sentence, or before a capital."""
    plain = view.plain
    begin, end = number.start, number.end
    if _FIVE_YEAR.match(view.low, end) and begin > 3 and view.low[begin - 3 : begin] in ("th ", "st ", "nd ", "rd "):
        return True
    if _short_quote(view, number):
        return True
    if not plain[begin].isupper() or plain[begin : begin + 2] in ("A ", "AN", "An"):
        return False
    if unit is not None and not plain[end : end + 2].strip(" -")[:1].isupper():
        return False
    following = _NEXT.match(plain, end)
    if following is not None and following.group(2)[0].isupper():
        phrase = right_phrase(view, end)
        if phrase is not None and phrase.plural and sentence_start(view, begin):
            return not plain[phrase.start : phrase.end].split()[-1][0].islower()
        return unit is None or not plain[begin:end].isupper()
    return not sentence_start(view, begin)


def _short_quote(view: View, number: Number) -> bool:
    """A quotation of at most three words around the number: "double five", "5568", "two zones"."""
    low = view.low
    left = low.rfind('"', max(0, number.start - 24), number.start)
    if left < 0 or (left > 0 and low[left - 1].isalnum()):
        return False
    right = low.find('"', number.end, number.end + 24)
    if right < 0:
        return False
    inside = low[left + 1 : right]
    return "\n" not in inside and len(inside.split()) <= 3 and inside[:1] != " "


def is_year(view: View, number: Number, unit: str | None) -> bool:
    """Whether a bare four-digit number is a calendar year."""
    if unit is not None:
        return False
    previous = previous_word(view, number.start)[0].lower()
    following = _NEXT.match(view.plain, number.end)
    plural = following is not None and is_plural(following.group(2).lower())
    if previous in ("top", "list"):
        return False
    if 1950 <= number.value <= 2050:
        known = plural and following is not None and following.group(2).lower() in lexicon.nouns().plural
        return not (known and previous in _YEAR_CUES)
    return not (plural or previous in _YEAR_CUES) or previous in ("in", "since", "until")
