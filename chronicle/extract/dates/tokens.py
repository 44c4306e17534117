"""Text to a row of code characters: one a token of time, one for any stretch of other words.

What belongs here: cutting and the values of numbers. Chinese has no spaces, so its forms are cut longest first.
"""

import re
from dataclasses import dataclass

from chronicle.extract.dates import edtf
from chronicle.extract.dates.lexicon import NEWLINE, UNKNOWN, Lexicon

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "dozen": 12,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_LARGE = {"hundred": 100, "thousand": 1000}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "final": 4,
}  # fmt: skip
_CHINESE_DIGITS = {"〇": 0, "零": 0, "○": 0, **{sign: n + 1 for n, sign in enumerate("一二三四五六七八九")}, "两": 2}

# Months and weekdays that are other words in lower case ("may", "march", "sun"); the rest are months in any case.
_NEEDS_CAPITAL = frozenset({
    "may", "march", "mar", "jan", "dec", "sep", "oct", "jun", "jul", "apr", "august", "mon", "tue", "wed", "thu", "fri",
    "sat", "sun", "tues", "thur", "thurs",
})  # fmt: skip
_MARKS = {
    **dict.fromkeys("-–—―~～－‐‑至到", "-"), **dict.fromkeys(",，、", ","), **dict.fromkeys("'’＇", "'"),
    **dict.fromkeys("\"“”「」『』‘＂", '"'), **dict.fromkeys("(（", "("), **dict.fromkeys(")）", ")"),
    **dict.fromkeys(":：", ":"), ".": ".", "/": "/",
}  # fmt: skip
_FULLWIDTH_DIGITS = {ord("０") + n: ord("0") + n for n in range(10)}
_FULLWIDTH = re.compile("[０-９]")
_CHINESE, _MARK = "〇零○一二三四五六七八九十百两", re.escape("".join(_MARKS))
_CENTURY_SPLIT = 70  # two-digit years: 69 is 2069, 70 is 1970 (POSIX)
_DIGITS = 4


_NUMBER, _MERIDIAN = "#", "@"  # words that need a look at their neighbours before they get a code
_UNKNOWN_WORD = (UNKNOWN, "")
NUMBER_WORDS = frozenset({*_UNITS, *_TENS, *_LARGE, *_ORDINALS})


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel rows: ``codes[i]`` is the class of token i, ``values[i]`` its number or its form in lower case."""

    text: str
    codes: str
    starts: list[int]
    ends: list[int]
    values: list[int | float | str]


@dataclass(frozen=True, slots=True)
class Row:
    """The rows of ``Tokens`` while they grow."""

    source: str
    codes: list[str]
    starts: list[int]
    ends: list[int]
    values: list[int | float | str]

    def add(self, code: str, value: int | float | str, start: int, end: int) -> None:
        """One more token."""
        self.codes.append(code)
        self.starts.append(start)
        self.ends.append(end)
        self.values.append(value)

    def add_number_word(self, form: str, start: int, end: int) -> None:
        """A number word, put together with the one before it ("twenty-one", "two hundred"); ordinals are negative."""
        value = _ORDINALS.get(form) or _UNITS.get(form) or _TENS.get(form) or _LARGE[form]
        codes, ends = self.codes, self.ends
        size = 0  # tokens that this word completes
        if codes and codes[-1] in "ABDa" and self.source[ends[-1] : start].isspace():
            size = 1
        elif (
            len(codes) > 1
            and codes[-1] == "-"
            and codes[-2] in "BD"
            and ends[-1] == start
            and ends[-2] == self.starts[-1]
        ):
            size = 2
        before = self.values[-size] if size else 0
        whole = 0
        if isinstance(before, int) and 0 < before < _LARGE["thousand"]:
            scales = form in _LARGE or form == "dozen"
            whole = before * value if scales else before + value if before in _TENS.values() and value < 10 else 0
        if whole:
            start = self.starts[-size]
            for column in (codes, self.starts, ends, self.values):
                del column[-size:]
        number = whole or value
        signed = -number if form in _ORDINALS else number
        self.add(_word_code(signed), signed, start, end)


class Tokeniser:
    """Cuts text by one regular expression built from the lexicon's Chinese forms."""

    def __init__(self, lexicon: Lexicon) -> None:
        # As written (lower case, with a capital, in capitals) to the code and the form.
        self.words = dict[str, tuple[str, str]]()
        for form, code in lexicon.codes.items():
            if form.isascii():
                written = (form.capitalize(), form.upper()) if form in _NEEDS_CAPITAL else _cases(form)
                self.words.update(dict.fromkeys(written, (code, form)))
        for form in NUMBER_WORDS:
            self.words.update(dict.fromkeys(_cases(form), (_NUMBER, form)))
        self.words.update((form, (_MERIDIAN, form.lower())) for form in ("am", "pm", "AM", "PM"))
        self.chinese = {form: code for form, code in lexicon.codes.items() if not form.isascii()}
        stops = lexicon.classes["not_before"]
        self.blocked = {form for form, opens in lexicon.classes["block"].items() if not opens}
        forms = sorted(self.chinese, key=lambda form: (-len(form), form))
        firsts = "".join(sorted({form[0] for form in forms}))
        self.cut = re.compile(
            r"""
            [^\S\r\n\x0b\x0c\x85\u2028\u2029]*(?:
            (?P<plain>[A-Za-z]+(?![A-Za-z0-9_.]))
          """
            # What can begin nothing below, at one go: most of a Chinese text.
            rf"| (?P<other>[^\sA-Za-z0-9_{_CHINESE}{_MARK}{firsts}]+)"
            r"""
          | (?P<fulldate>(?<![0-9.,/-])(?:
                [0-9]{4}(?P<a>[-/.])[0-9]{1,2}(?P=a)[0-9]{1,2}
                |[0-9]{1,2}(?P<b>[-/.])[0-9]{1,2}(?P=b)[0-9]{4})
                (?![0-9]|[.,/-][0-9])(?:T[0-9:.]{2,16}(?:Z|[+-][0-9:]{4,6})?)?)
          | (?P<clock>(?<![0-9:.])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))
          | (?P<yearmonth>(?<![0-9./-])[0-9]{4}[-/](?:0[1-9]|1[0-2])(?![0-9]|[-/.][0-9]))
          | (?P<decade>(?<![0-9.,])(?:[0-9]{3}0|['’]?[1-9]0)['’]?s\b)
          | (?P<ordinal>(?<![0-9.,])[0-9]{1,3}(?:st|nd|rd|th)\b)
          | (?P<ampm>(?<=[0-9 ])[ap]\.\ ?m\b\.?)
          | (?P<code>\b(?:[QHqh][1-4]|[1-4][QH]|FY ?'?(?:[0-9]{4}|[0-9]{2}))\b)
          | (?P<grouped>[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?)
          | (?P<decimal>[0-9]+(?:\.[0-9]+)+)
          | (?P<name>[0-9]+(?!(?:am|pm|hrs?|years?|days?|h)\b)[A-Za-z_][0-9A-Za-z_]*|[A-Za-z_]+_[0-9A-Za-z_]*)
          | (?P<number>[0-9]+)
          | (?P<word>[A-Za-z]+)
          """
            f"| (?P<hanzi>(?=[{firsts}])(?:{'|'.join(_guarded(form, str(stops.get(form, ''))) for form in forms)}))"
            r"""
          | (?P<line>[\r\n\x0b\x0c\x85\u2028\u2029]+)
          """
            rf"| (?P<chinese>[{_CHINESE}]+) | (?P<mark>[{_MARK}]) | (?P<single>\S))",
            re.VERBOSE,
        )

    def cut_text(self, text: str) -> Tokens:
        """The tokens of a text; linear in its length."""
        source = text.translate(_FULLWIDTH_DIGITS) if _FULLWIDTH.search(text) else text
        row = Row(source, [], [], [], [])
        words, codes, starts, ends, values = self.words, row.codes, row.starts, row.ends, row.values
        other = False  # inside a stretch of other words
        plain, mark = self.cut.groupindex["plain"], self.cut.groupindex["mark"]
        for match in self.cut.finditer(source):
            group = match.lastindex or 0
            shown = match[group]
            value: int | float | str
            if group == plain:
                if other and shown not in words:
                    continue
                code, value = words.get(shown, _UNKNOWN_WORD)
            elif group == mark:
                code, value = _MARKS[shown], shown
            else:
                code, value = self._shaped(match.lastgroup or "other", shown)
            if code == _MERIDIAN and not (codes and codes[-1] in "abt"):
                code = UNKNOWN
            if code == UNKNOWN:
                if other:
                    continue
                value = ""
            other = code == UNKNOWN
            if code == _NUMBER:
                row.add_number_word(shown.lower(), match.start(group), match.end())
                continue
            codes.append("m" if code == _MERIDIAN else code)
            values.append(value)
            starts.append(match.start(group))
            ends.append(match.end())
        return Tokens(text, "".join(codes), starts, ends, values)

    def _shaped(self, kind: str, shown: str) -> tuple[str, int | float | str]:
        if kind in ("other", "single"):
            return _UNKNOWN_WORD
        if kind == "word":
            return self.words.get(shown, _UNKNOWN_WORD)
        if kind == "number":
            return _digit_code(shown), int(shown) if len(shown) <= _DIGITS else shown
        if kind == "hanzi":
            return (UNKNOWN, "") if shown in self.blocked else (self.chinese[shown], shown)
        if kind == "chinese":
            return _chinese_number(shown)
        if kind == "line":
            return NEWLINE, ""
        if kind in ("grouped", "decimal"):
            return ("f", float(shown.replace(",", "").replace("，", ""))) if shown.count(".") < 2 else (UNKNOWN, "")
        return _shaped(kind, shown)


def _cases(form: str) -> tuple[str, ...]:
    return form, form.capitalize(), form.upper()


def _guarded(form: str, not_before: str) -> str:
    return f"{form}(?![{not_before}])" if not_before else form


def _shaped(kind: str, shown: str) -> tuple[str, int | str]:
    if kind == "fulldate":
        full = _full_date(shown)
        return ("N", full) if full else (UNKNOWN, "")
    if kind == "clock":
        hour, minute = (int(part) for part in shown.split(":")[:2])
        return ("t", shown) if hour <= 24 and minute < 60 else (UNKNOWN, "")
    if kind == "yearmonth":
        return "h", shown.replace("/", "-")
    if kind == "decade":
        decade = int("".join(sign for sign in shown if sign.isdigit()))
        return ("S", decade if decade > 100 else 1900 + decade) if decade < 2100 else (UNKNOWN, "")
    if kind == "ordinal":
        value = int(shown[:-2])
        return ("o" if 1 <= value <= 12 else "p" if 13 <= value <= 31 else "q"), value
    if kind == "ampm":
        return "m", "pm" if shown[0] == "p" else "am"
    if kind == "code":
        digits = "".join(sign for sign in shown if sign.isdigit())
        if shown.startswith("FY"):
            return "F", _full_year(int(digits)) if len(digits) == 2 else int(digits)
        letter = (shown[0] if shown[0].isalpha() else shown[1]).upper()
        return (letter, int(digits)) if letter == "Q" or int(digits) <= 2 else (UNKNOWN, "")
    return UNKNOWN, ""


def _full_year(two_digits: int) -> int:
    return two_digits + (1900 if two_digits >= _CENTURY_SPLIT else 2000)


def _full_date(shown: str) -> str | None:
    first, second, third = (int(part) for part in re.split("[-/.]", shown.split("T")[0]))
    if first > 31:
        return edtf.day(first, second, third)
    if "." in shown or first > 12:  # 03.11.2020 is day first everywhere
        return edtf.day(third, second, first)
    return edtf.day(third, first, second)  # 11/03/2020: the American order, as news writes it


def _digit_code(digits: str) -> str:
    if len(digits) > _DIGITS:
        return UNKNOWN
    value = int(digits)
    if len(digits) == _DIGITS:
        return "y" if 1000 <= value < 2200 else "d"
    if len(digits) > 2:
        return "d"
    return "a" if 1 <= value <= 12 else "b" if 13 <= value <= 31 else "c"


def _word_code(value: int | float | str) -> str:
    number = int(value)
    if number < 0:
        return "o" if number >= -12 else "p" if number >= -31 else "q"
    return "A" if 1 <= number <= 12 else "B" if number <= 31 else "D"


def _chinese_number(shown: str) -> tuple[str, int | str]:
    """二〇一五 is the year 2015, 二十一 is 21; a longer row is no number of time."""
    if len(shown) == _DIGITS and all(sign in _CHINESE_DIGITS for sign in shown):
        value = int("".join(str(_CHINESE_DIGITS[sign]) for sign in shown))
        return ("y", value) if 1000 <= value < 2200 else (UNKNOWN, "")
    total, ten = 0, False
    for sign in shown[:5]:
        if sign == "十":
            total, ten = (total or 1) * 10, True
        elif sign == "百":
            total = (total or 1) * 100
        else:
            total += _CHINESE_DIGITS[sign]
            if not ten and total >= 10 and len(shown) <= 2:
                return UNKNOWN, ""
    if len(shown) > 5 or (len(shown) > 1 and not ten and "百" not in shown):
        return UNKNOWN, ""
    return _word_code(total), total
