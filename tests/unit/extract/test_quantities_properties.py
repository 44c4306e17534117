"""chronicle.extract.quantities on any text: values survive being written out, spans hold, time is linear."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.extract.quantities import find
from chronicle.extract.quantities.chinese_numerals import value_of

_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_UNITS = (*_ONES, *_TEENS)
_TENS = ("zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def _below_thousand(n: int) -> str:
    if n >= 100:
        rest = n % 100
        return f"{_UNITS[n // 100]} hundred" + (f" and {_below_thousand(rest)}" if rest else "")
    if n >= 20:
        return _TENS[n // 10] + (f"-{_UNITS[n % 10]}" if n % 10 else "")
    return _UNITS[n]


def in_words(n: int) -> str:
    """A whole number in English words."""
    parts = []
    for scale, word in _SCALES:
        if n >= scale:
            parts.append(f"{_below_thousand(n // scale)} {word}")
            n %= scale
    if n:
        parts.append(_below_thousand(n))
    return " ".join(parts)


def _section(n: int) -> str:
    out, gap = "", False
    for scale, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = n // scale
        n %= scale
        if digit:
            out += ("零" if gap and out else "") + "零一二三四五六七八九"[digit] + mark
            gap = False
        elif out:
            gap = True
    return out


def in_numerals(n: int) -> str:
    """A whole number below a trillion in Chinese numerals, with 零 for gaps."""
    out = ""
    for scale, mark in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = n // scale
        n %= scale
        if part:
            out += ("零" if out and part < 1000 else "") + _section(part) + mark
    return out


@settings(deadline=None, max_examples=100)
@given(st.integers(2, 10**15 - 1))
def test_english_words_say_their_number(n: int) -> None:
    text = f"They counted {in_words(n)} birds."
    assert [(q.value, q.what) for q in find(text, "en")] == [(float(n), "birds")]


@settings(deadline=None, max_examples=100)
@given(st.integers(2, 10**9), st.sampled_from(["{:d}", "{:,d}"]))
def test_english_digits_say_their_number(n: int, form: str) -> None:
    text = f"They counted over {form.format(n)} birds."
    assert [(q.value, q.qualifier, q.what) for q in find(text, "en")] == [(float(n), "over", "birds")]


@settings(deadline=None, max_examples=100)
@given(st.integers(1, 10**12 - 1))
def test_chinese_numerals_say_their_number(n: int) -> None:
    assert value_of(in_numerals(n)) == n


@settings(deadline=None, max_examples=100)
@given(st.integers(1, 9999), st.sampled_from([("万", 10**4), ("亿", 10**8), ("", 1)]))
def test_chinese_sums_say_their_number(n: int, scale: tuple[str, int]) -> None:
    (quantity,) = find(f"总额为{n}{scale[0]}元。", "zh")
    assert (quantity.value, quantity.currency) == (float(n * scale[1]), "CNY")


_PIECES = st.sampled_from(
    [
        *(
            "12",
            "1,234",
            "3.5",
            "%",
            " percent",
            "$",
            "RMB ",
            "¥",
            " million",
            "bn",
            "two",
            "half",
            "third",
            "and",
            "to",
        ),
        *("-", "\n", " ", ".", ",", "(", ")", '"', "over ", "nearly ", "more than ", " years", " companies", "the "),
        *(
            "first ",
            "of ",
            "May ",
            "2018",
            "0571-",
            "[3]",
            "万",
            "亿",
            "元",
            "第",
            "三",
            "家",
            "余",
            "近",
            "以上",
            "年",
        ),
        *("分之", "百", "\u0130", "½", "１２", "\x00", "\u200b", "a ", "one ", "dozen", "'s ", "No. ", "rank ", "th"),
        *("twenty-", "point ", "k", "m ", "成", "首", "minus ", " hundred "),
    ]
)


@settings(deadline=None, max_examples=200)
@given(st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=40).map("".join)), st.sampled_from(["en", "zh"]))
def test_any_text_is_read_and_spans_lie_inside_it(text: str, lang: str) -> None:
    last = -1
    for quantity in find(text, lang):
        assert 0 <= quantity.start <= quantity.number_start < quantity.number_end <= quantity.end <= len(text)
        assert quantity.number_start > last, "numbers come in order, none twice"
        last = quantity.number_start
        assert quantity.value_max is None or quantity.value_max > quantity.value
        assert (quantity.qualifier == "range") == (quantity.value_max is not None)
        assert quantity.currency is None or quantity.kind == "money"


@settings(deadline=None, max_examples=60)
@given(st.lists(_PIECES, max_size=20).map("".join), st.sampled_from(["en", "zh"]))
def test_a_paragraph_far_away_changes_nothing(text: str, lang: str) -> None:
    far = "\n" + "Nothing is said here. " * 20 + "\n"
    alone = [(q.start, q.end, q.value) for q in find("\n" + text + "\n", lang)]
    shift = len(far) - 1
    assert [(q.start - shift, q.end - shift, q.value) for q in find(far + text + "\n", lang)] == alone


@pytest.mark.parametrize(
    "unit",
    [
        *("12 ", "twenty three ", "1,234,", "1/2", "1-", '"1 ', "3届企业", "三千", "2016-", "$1 million ", "[1,"),
        *("¥5 in Tokyo ", "revenue 5 million, ", "for two years and ", "ranking third, "),
        *("+1 234 ", "a1", "may ", "isbn ", "1 , 234", "一", "0571-", "百分之", "one hundred and "),
    ],
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_time_is_linear(unit: str, lang: str) -> None:
    def seconds(times: int) -> float:
        text = unit * times
        best = float("inf")
        for _ in range(2):  # the least of two: a busy machine only ever adds time
            begin = time.process_time()
            find(text, lang)
            best = min(best, time.process_time() - begin)
        return best

    short, long = seconds(100), seconds(800)
    assert long < 24 * max(short, 0.001), "eight times the text takes about eight times as long"


def test_two_megabytes_without_spaces() -> None:
    begin = time.process_time()
    assert find("x" * 2_000_000, "en") == []
    assert find("字" * 300_000, "zh") == []
    assert time.process_time() - begin < 10
