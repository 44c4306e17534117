"""English number words and their values: "twenty-one", "two hundred and three", "one and a half million", "two thirds".

What belongs here: the vocabulary and the grammar of number words. Not here: finding them in a text (numerals).
"""

import re
from dataclasses import dataclass

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
    "dozen": 12.0, "lakh": 1e5, "crore": 1e7, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
    "trillions": 1e12, "dozens": 12.0,
}  # fmt: skip
SHORT_SCALES = {
    "mn": 1e6, "mln": 1e6, "mil": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "tln": 1e12, "k": 1e3,
    "mm": 1e6, "m": 1e6, "b": 1e9, "t": 1e12,
}  # fmt: skip
MONEY_ONLY = frozenset({"m", "b", "t", "mm", "mil"})
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "thousandth": 1000,
}  # fmt: skip
PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100, "sixteenths": 16,
}  # fmt: skip
MULTIPLES = {
    "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "triple": 3, "tripled": 3, "triples": 3, "tripling": 3,
    "quadruple": 4, "quadrupled": 4, "quadrupling": 4, "quintupled": 5, "twice": 2, "thrice": 3, "twofold": 2,
    "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9,
    "tenfold": 10, "hundredfold": 100, "redoubled": 2,
}  # fmt: skip
CARDINAL = SMALL | TENS | dict.fromkeys(SCALES, 0) | {"nil": 0}


@dataclass(slots=True)
class Number:
    """A number as written.

    ``kind``: cardinal, ordinal, fraction, multiple, vague ("thousands"), stop (a date, an address).
    """

    start: int
    end: int
    value: float
    kind: str
    words: bool = False
    scaled: bool = False
    plain_year: bool = False


_WORD = re.compile(r"[a-z]+")
_JOINTS = frozenset({" ", "-", "  ", " - ", ""})


def read_words(low: str, match: re.Match[str], found: list[Number]) -> None:
    """Split a run of number words into numbers; "two three" is two numbers, "two hundred and three" one.

    Scale words directly after digits belong to them: "3 hundred million", "1.2-billion".
    """
    start = match.start()
    tokens = [(m.group(), start + m.start(), start + m.end()) for m in _WORD.finditer(match.group())]
    i = 0
    before = found[-1] if found else None
    if before is not None and before.kind == "cardinal" and not before.words and low[before.end : start] in _JOINTS:
        if [token[0] for token in tokens[:2]] == ["ten", "thousand"]:  # 万 word for word: "1.5 ten thousand people"
            before.value *= SMALL["ten"]
            i = 1
        while i < len(tokens) and tokens[i][0] in SCALES:
            before.value *= SCALES[tokens[i][0]]
            before.end = tokens[i][2]
            before.scaled = True
            before.plain_year = False
            i += 1
    while i < len(tokens):
        number, i = _read(tokens, i)
        if number is not None:
            found.append(number)


def _read(tokens: list[tuple[str, int, int]], i: int) -> tuple[Number | None, int]:
    word, start, end = tokens[i]
    if word in ("and", "point"):
        return None, i + 1
    if word in MULTIPLES:
        return Number(start, end, float(MULTIPLES[word]), "multiple", words=True), i + 1
    article = word in ("a", "an")
    if article:
        i += 1
        if i == len(tokens):
            return None, i
        word, _, end = tokens[i]
        if word in SMALL or word in TENS or word in MULTIPLES:
            return None, i
    following = tokens[i + 1][0] if i + 1 < len(tokens) else ""
    if word == "half" or (article and word in PARTS):
        share = 1 / PARTS[word]
        j = i + 1
        if following in ("a", "an"):
            j += 1
            following = tokens[j][0] if j < len(tokens) else ""
        if following in SCALES:
            return Number(start, tokens[j][2], share * SCALES[following], "cardinal", words=True, scaled=True), j + 1
        return Number(start, end, share, "fraction", words=True), i + 1
    if word == "quarter" and following in SCALES:
        return Number(start, tokens[i + 1][2], SCALES[following] / 4, "cardinal", words=True, scaled=True), i + 2
    if word in PARTS and word not in ORDINALS:
        return Number(start, end, 1 / PARTS[word], "ordinal", words=True), i + 1
    if word in ORDINALS:
        return Number(start, end, float(ORDINALS[word]), "ordinal", words=True), i + 1
    return _cardinal(tokens, i, start)


def _cardinal(tokens: list[tuple[str, int, int]], i: int, start: int) -> tuple[Number | None, int]:
    total = current = 0.0
    last = 1e18  # the smallest magnitude still open: a unit after a ten, a ten after a hundred
    scaled = False
    end = tokens[i][2]
    seen = False
    bare = tokens[i][0] in SCALES and tokens[i][1] == start  # "millions", "multi-million": no number is said
    while i < len(tokens):
        word, _, stop = tokens[i]
        joined = word in ("and", "a", "an", "point")
        if joined:
            step = _after_joint(tokens, i, total + current, last if last >= 1000 and not current else 1.0)
            if step is not None:
                value, j = step
                return Number(start, tokens[j - 1][2], value, "cardinal", words=True, scaled=scaled), j
            if word == "and" and i + 1 < len(tokens) and scaled and tokens[i + 1][0] in CARDINAL:
                i += 1
                continue
            break
        if word in SMALL and last > 9 and not (word == "zero" and seen):
            current += SMALL[word]
            last = 1 if SMALL[word] < 10 else 9
        elif word in TENS and last > 99:
            current += TENS[word]
            last = 10
        elif word in SCALES and _extends(word, total, current, seen):
            scale = SCALES[word]
            if scale == 100:
                current = (current or 1) * 100
                last = 100
            elif scale == 12:
                current = (current or 1) * 12
                last = 1
            else:
                if total and current == 0:
                    total *= scale
                else:
                    total += (current or 1) * scale
                current = 0.0
                last = scale
            scaled = True
        elif word in ORDINALS and seen and (last == 10 or (scaled and last == 100 and word != "hundredth")):
            return Number(start, stop, total + current + ORDINALS[word], "ordinal", words=True), i + 1
        elif word in PARTS and seen and word != "second":
            denominator = PARTS[word]
            whole = total + current
            if whole < denominator or not scaled:
                return Number(start, stop, whole / denominator, "fraction", words=True), i + 1
            break
        else:
            break
        end = stop
        seen = True
        i += 1
    if not seen:
        return None, i + 1
    kind = "vague" if bare else "cardinal"
    return Number(start, end, total + current, kind, words=True, scaled=scaled), i


_PLURALS = frozenset({"hundreds", "dozens", "millions", "billions"})  # "two millions", in clumsy English
_LARGEST = 1e18


def _extends(word: str, total: float, current: float, seen: bool) -> bool:
    """Whether a scale word goes on with the number read so far, rather than beginning another."""
    if seen and word.endswith("s") and word not in _PLURALS:
        return False
    scale = SCALES[word]
    if scale == 100:
        return current < 100
    if scale == 12:
        return current < 1000
    if total and current == 0:
        return total * scale <= _LARGEST
    return total == 0 or scale < total


def _after_joint(tokens: list[tuple[str, int, int]], i: int, whole: float, unit: float) -> tuple[float, int] | None:
    """ "one and a half", "two point five": the value and the next index, or None."""
    rest = [t[0] for t in tokens[i : i + 12]]
    if rest[0] == "point" and len(rest) > 1 and rest[1] in SMALL:
        digits = ""
        j = i + 1
        while j < len(tokens) and tokens[j][0] in SMALL:
            digits += str(SMALL[tokens[j][0]])
            j += 1
        value = float(f"{whole:.0f}.{digits}")
    else:
        k = 1 if rest[0] == "and" else 0
        if k < len(rest) and rest[k] in ("a", "an", "one"):
            k += 1
        if k == 0 or k >= len(rest) or rest[k] not in ("half", "quarter", "third"):
            return None
        value = whole + unit / PARTS[rest[k]]
        j = i + k + 1
        if unit > 1 and j < len(tokens) and tokens[j][0] in SCALES:
            return whole + SCALES[tokens[j][0]] / PARTS[rest[k]], j + 1
    if j < len(tokens) and tokens[j][0] in SCALES:
        value *= SCALES[tokens[j][0]]
        j += 1
    return value, j


def rounded(value: float) -> float:
    """A value without the dust of multiplying by a scale: 1.2 x 1e6 is 1200000."""
    return float(f"{value:.15g}")
