"""English numbers in a text: digits, words and mixtures, with the value each one says.

What belongs here: where a number stands and its value. Not here: what it counts, and whether it is a quantity at all
(dates, addresses and version numbers are matched only to be stepped over).
"""

import functools
import re

from ahocorasick_rs import AhoCorasick

from chronicle.extract.lexicon import automaton, either
from chronicle.extract.quantities import stops
from chronicle.extract.quantities.lexicon import months
from chronicle.extract.quantities.number_words import CARDINAL, MULTIPLES, ORDINALS, PARTS, Number, read_words

_VULGAR = {
    "½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅖": 0.4, "⅗": 0.6, "⅘": 0.8, "⅙": 1 / 6,
    "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875,
}  # fmt: skip


_SCALE = "thousand|million|billion|trillion|mln|bln|bn"
_DECIMAL_COMMA = re.compile(r"-?\d{1,3},\d{1,2}")


@functools.cache
def _starters() -> AhoCorasick:
    """Words at which a number or a stop can begin; an article before them is looked up from there."""
    return automaton(sorted({*CARDINAL, *ORDINALS, *PARTS, *MULTIPLES, *months(), *stops.WORDS}))


@functools.cache
def _of_digits() -> re.Pattern[str]:
    """A number or a stop that begins with a digit, a sign or a bracket."""
    digits = "|".join(
        (
            r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?(?!\d)",
            rf"\d{{1,3}},\d{{1,2}}(?= ?(?:%|percent|per cent|{_SCALE})\b|%)",  # "14,2 thousand", as on the continent
            r"\d{1,3}(?: , \d{3})+(?! ?,? ?\d)(?:\.\d+)?",  # "80 , 000" and "6 . 2 %": text split into tokens
            r"[1-9]\d{0,2}(?: \d{3}){1,6}(?![\d,.]?\d)(?:\.\d+)?",  # "1 414 021 100"
            r"0 \. \d{1,4}(?!\d)|\d{1,3} \. \d{4}(?!\d)",
            r"\d{1,3} \. \d{1,4}(?= ?%| percent| million| billion)",
            r"\d+(?:\.\d+)?|\.\d+",
        )
    )
    vulgar = "".join(_VULGAR)
    part = rf"(?:[ -]?\d{{1,2}} ?/ ?\d{{1,2}}|[ ]?[{vulgar}])(?![\d/])"
    mixed = rf"\d{{1,2}} ?/ ?\d{{1,2}}(?![\d/])|(?:{digits})(?:{part})?(?:-?(?:st|nd|rd|th)\b)?|[{vulgar}]|\d+"
    return re.compile(rf"(?P<stop>{stops.english_digits()})|(?P<digits>-?(?:{mixed}))")


@functools.cache
def _of_words() -> re.Pattern[str]:
    """A number or a stop that begins with a letter."""
    one = either({*CARDINAL, *ORDINALS, *PARTS, *MULTIPLES} - {"nil"})
    tail = either({*CARDINAL, *ORDINALS, *PARTS})
    joint = rf"(?:[ ]?-[ ]?|[ ]{{1,3}}(?:(?:and {{1,3}})?(?:a |an )?|point )){tail}\b"
    words = rf"(?:a |an )?{one}\b(?:{joint})*"
    return re.compile(rf"(?P<stop>{stops.english_words()})|(?P<words>{words})")


_DIGIT_TOKEN = re.compile(r"[\d½¼¾⅓⅔⅕⅖⅗⅘⅙⅛⅜⅝⅞]+")


def scan(low: str) -> list[Number]:
    """Every number of a lower-cased text, in order; stretches that are dates or addresses come as kind ``stop``."""
    found: list[Number] = []
    digits_at, words_at = _of_digits().match, _of_words().match
    done = 0
    for start, letters in _openings(low):
        if start < done:
            continue
        opening = max(_opening(low, start), done)
        match_at = words_at if letters else digits_at
        match = match_at(low, opening) or (match_at(low, start) if opening != start else None)
        if match is None:
            continue
        done = match.end()
        group = match.lastgroup
        if group == "stop":
            found.append(Number(match.start(), done, 0.0, "stop"))
        elif group == "digits":
            number = _digits(low, match.start(), done)
            if number is not None:
                found.append(number)
        else:
            read_words(low, match, found)
    return found


def _openings(low: str) -> list[tuple[int, bool]]:
    """Where a token stands at which a number or a stop can begin, in order, and whether it is a word."""
    found = [(token.start(), False) for token in _DIGIT_TOKEN.finditer(low)]
    for _, start, end in _starters().find_matches_as_indexes(low, overlapping=True):
        if not ("a" <= low[start - 1 : start] <= "z" or "a" <= low[end : end + 1] <= "z"):
            found.append((start, True))
    return sorted(found)


def _opening(low: str, start: int) -> int:
    """Where the pattern for a token begins: at its article, sign or bracket."""
    before, word = low[start - 1 : start], low[start]
    if before == " ":
        if not word.isalpha():
            return start
        if low[start - 2 : start - 1] == "a" and not low[start - 3 : start - 2].isalnum():
            return start - 2
        return start - 3 if low[start - 3 : start - 1] == "an" and not low[start - 4 : start - 3].isalnum() else start
    if word.isalpha() or not before:
        return start
    if before in "[('+." or (before == "-" and not low[start - 2 : start - 1].isalnum()):
        return start - 1 if before != "." or not low[start - 2 : start - 1].isalnum() else start
    return start


_PLAIN = re.compile(r"-?([\d., ]*\d|\.\d+)")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32})
_FRACTION = re.compile(r"(\d{1,2}) ?/ ?(\d{1,2})$")


def _digits(low: str, start: int, end: int) -> Number | None:
    surface = low[start:end]
    ordinal = surface.endswith(("st", "nd", "rd", "th"))
    if ordinal:
        surface = surface[:-2].removesuffix("-")
    extra = 0.0
    if surface[-1] in _VULGAR:
        extra = _VULGAR[surface[-1]]
        surface = surface[:-1].rstrip()
    elif "/" in surface:
        cut = _FRACTION.search(surface)
        if cut is None or int(cut.group(2)) == 0:
            return None
        extra = int(cut.group(1)) / int(cut.group(2))
        surface = surface[: cut.start()].rstrip(" -")
        if not surface:
            usual = int(cut.group(2)) in _DENOMINATORS and extra < 1
            return Number(start, end, extra, "fraction" if usual else "stop")
    if _DECIMAL_COMMA.fullmatch(surface):
        surface = surface.replace(",", ".")
    plain = surface.replace(",", "").replace(" ", "")
    if len(plain) > 25:
        return None
    value = (float(plain) if plain not in ("", "-") else 0.0) + extra
    year = len(plain) == 4 and plain.isdigit() and "," not in surface and 1500 <= int(plain) <= 2100 and not extra
    return Number(start, end, value, "ordinal" if ordinal else "cardinal", plain_year=year)
