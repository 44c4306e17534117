"""Chinese numbers in a text: digits with 万 and 亿, numerals, fractions and percentages, with their values.

What belongs here: where a number stands and its value. Dates, times, phone numbers and words that only look like
numbers are matched to be stepped over. Not here: what is counted.
"""

import functools
import re
from dataclasses import dataclass

from chronicle.extract.quantities import lexicon, stops

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "○": 0, "两": 2, "俩": 2, "仨": 3, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8,
    "玖": 9,
}  # fmt: skip
_SMALL_SCALES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_BIG_SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_NUMERALS = "".join({**_DIGITS, **_SMALL_SCALES, **_BIG_SCALES})
_LONGEST = 24  # characters of the longest numeral that is read as a number
_MOST_DOUBLINGS = 10
_MORE = "余多几来"


@dataclass(slots=True)
class Numeral:
    """A number as written; ``more`` where 余 or 多 stands in it.

    ``kind``: cardinal, ordinal, percent, fraction, fold.
    """

    start: int
    end: int
    value: float
    kind: str
    more: bool = False
    digits: bool = False


def value_of(numeral: str) -> float | None:
    """The value of Chinese numerals ("三万二千" is 32000, "二〇一八" is 2018), or None if they say no number."""
    if not numeral or len(numeral) > _LONGEST:
        return None
    if all(c in _DIGITS for c in numeral):
        return float("".join(str(_DIGITS[c]) for c in numeral)) if len(numeral) != 1 else float(_DIGITS[numeral])
    total = section = digit = 0
    last_scale = 1
    pending = False
    for c in numeral:
        if c in _DIGITS:
            if pending and _DIGITS[c] and digit:
                return None
            digit = _DIGITS[c]
            pending = True
        elif c in _SMALL_SCALES:
            section += (digit if pending else 1) * _SMALL_SCALES[c]
            last_scale = _SMALL_SCALES[c]
            digit, pending = 0, False
        else:
            scale = _BIG_SCALES[c]
            section += digit
            if section == 0 and total == 0:
                return None
            if total and total < scale:
                total = (total + section) * scale
            else:
                total += section * scale
            last_scale = scale
            section = digit = 0
            pending = False
    if pending and digit and last_scale >= 100 and numeral[-2] not in "零〇":  # 一百二 is 120, 三万五 is 35000
        digit *= last_scale // 10
    return float(total + section + digit)


_OPENING = "[〔第首翻过半数大近上下"  # besides digits, numerals and idle words: what a pattern can begin with


@functools.cache
def _master() -> re.Pattern[str]:
    cn = f"[{_NUMERALS}]"
    digits = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    scale = f"[{_MORE}]?(?:[百万亿兆]|千(?![瓦米克伏])){{1,3}}"
    idle = lexicon.chinese()["idle"]
    opening = "".join(sorted({*_NUMERALS, *_OPENING, *(word[0] for word in idle)}))
    return re.compile(
        rf"(?=[\da-z{re.escape(opening)}])(?:(?P<stop>{stops.chinese(idle)})"
        rf"|(?P<percent>百分之(?:{digits}|{cn}+(?:点{cn}+)?))"
        rf"|(?P<tenths>(?:\d|[一二两三四五六七八九])成[一二三四五六七八九半]?(?![立功果为员都本长交效绩就品人熟分色]))"
        rf"|(?P<fraction>(?:{digits}|{cn}{{1,4}})分之(?:{digits}|{cn}{{1,4}}))"
        rf"|(?P<ordinal>第(?:{digits}|{cn}+)|首(?=[{''.join(lexicon.chinese()['first'])}]))"
        rf"|(?P<fold>翻了?(?:{digits}|{cn}{{1,2}})番|翻番|翻了?一倍)"
        rf"|(?P<half>过半|一半|半数|大半|近半)"
        rf"|(?P<digits>(?:{digits})(?:{scale})?[{_MORE}]?)"
        rf"|(?P<words>{cn}+(?:点[零一二三四五六七八九]+[万亿]*)?[{_MORE}]?(?:[万亿]{{1,2}}[{_MORE}]?)?))"
    )


_NUMBER = re.compile(r"[\d,]+(?:\.\d+)?")


def _value(text: str) -> float | None:
    """Value of digits with scales, or of numerals, with 余 or 多 left out."""
    clean = text.translate(_NO_MORE)
    match = _NUMBER.match(clean)
    if match is None:
        whole, point, part = clean.partition("点")
        if not point:
            return value_of(clean)
        scales = part.lstrip("零一二三四五六七八九")
        base = value_of(whole)
        if base is None:
            return None
        decimals = "".join(str(_DIGITS[c]) for c in part[: len(part) - len(scales)])
        return float(f"{base:.0f}.{decimals or 0}") * _scale(scales)
    if match.end() > _LONGEST:
        return None
    return float(match.group().replace(",", "")) * _scale(clean[match.end() :])


def _scale(scales: str) -> float:
    factor = 1.0
    for c in scales:
        factor *= _SMALL_SCALES.get(c) or _BIG_SCALES[c]
    return factor


_NO_MORE = str.maketrans("", "", _MORE)


def scan(low: str) -> list[Numeral]:
    """Every number of a Chinese text in order; dates, codes and idle words are stepped over."""
    found: list[Numeral] = []
    for match in _master().finditer(low):
        kind = match.lastgroup
        text = match.group()
        start, end = match.span()
        if kind == "stop":
            continue
        numeral = _read(kind or "", text, start, end)
        if numeral is not None:
            found.append(numeral)
    return found


def _read(kind: str, text: str, start: int, end: int) -> Numeral | None:
    if kind == "half":
        return Numeral(start, end, 0.5, "fraction", more=text in ("过半", "大半"))
    if kind == "fold":
        value = _value(text.strip("翻了番")) if "倍" not in text else 1.0
        times = value or 1.0
        return Numeral(start, end, 2.0**times, "fold") if times <= _MOST_DOUBLINGS else None
    if kind == "tenths":
        value = (_value(text[0]) or 0.0) * 10 + (
            5.0 if text[-1] == "半" else _value(text[2:]) or 0.0 if text[2:] else 0.0
        )
        return Numeral(start, end, value, "percent")
    if kind == "percent":
        value = _value(text[3:])
        return None if value is None else Numeral(start, end, value, "percent")
    if kind == "fraction":
        below, _, above = text.partition("分之")
        bottom, top = _value(below), _value(above)
        return None if not bottom or top is None else Numeral(start, end, top / bottom, "fraction")
    if kind == "ordinal":
        value = 1.0 if text == "首" else _value(text[1:])
        return None if value is None else Numeral(start, end, value, "ordinal", digits=text[-1].isdigit())
    value = _value(text)
    if value is None:
        return None
    more = any(c in text for c in _MORE)
    return Numeral(start, end, value, "cardinal", more, text[0].isdigit())
