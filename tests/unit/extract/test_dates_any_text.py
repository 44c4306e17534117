"""Dates in any text: one day written in many ways is one value; spans stay in range; nothing raises; time is linear."""

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.extract import dates
from chronicle.extract.dates.rules import rules

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DIGITS = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十") + (DIGITS[ones] if ones else "")


def ordinal(number: int) -> str:
    ending = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


WRITERS = [
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1][:3]}. {d.day}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {ordinal(d.day)}, {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"the {ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{MONTHS[d.month - 1].upper()} {d.day:02d}, {d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d.year}/{d.month}/{d.day}",
    lambda d: f"{d.day:02d}.{d.month:02d}.{d.year}",
    lambda d: f"{d.year}年{d.month}月{d.day}日",
    lambda d: f"{d.year} 年 {d.month} 月 {d.day} 日",
    lambda d: "".join(DIGITS[int(sign)] for sign in str(d.year)) + f"年{chinese(d.month)}月{chinese(d.day)}日",
]
PIECES = [
    "2020", "3", "31", "12", "99999", "9999", "0001", "٣", "２０", "2020-11-03", "-", "–", ",", ".", "/", ":", "(",
    "\n", "\x00", "\u2028", "May ", "may ", "Nov. ", "Friday ", "last ", "next ", "the ", "of ", "first ", "half ",
    "week ", "years ", "year ", "ago ", "from ", "to ", "within ", "every ", "past ", "a ", "before ", "later ",
    "'90s ", "1990s ", "p.m. ", "10:30 ", "Q3 ", "FY21 ", "twenty-", "hundred ", "century ",
    "年", "月", "日", "去年", "上", "半年", "至", "前", "十三五", "期间", "个月", "内",
]  # fmt: skip


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(WRITERS), st.sampled_from(["en", "zh"]))
def test_one_day_in_many_ways(day: date, write, lang: str) -> None:
    text = f"It opened on {write(day)}."
    assert [found.edtf for found in dates.find(text, lang, "2020-11-10")] == [day.isoformat()]


@settings(deadline=None)
@given(st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.dates(date(2000, 1, 1), date(2030, 12, 31)))
def test_a_day_without_a_year_gets_the_nearest(day: date, published: date) -> None:
    text = f"It opened on {MONTHS[day.month - 1]} {day.day}."
    (found,) = dates.find(text, "en", published.isoformat())
    assert found.edtf[5:] == day.isoformat()[5:] if found.edtf[0].isdigit() else found.edtf.startswith("XXXX")
    if found.edtf[0].isdigit():
        assert abs((date.fromisoformat(found.edtf) - published).days) <= 366
    assert dates.find(text, "en", None)[0].edtf == f"XXXX-{day.month:02d}-{day.day:02d}"


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=60),
    st.sampled_from(
        [None, "2020-11-10", "2020-02", "2020", "XXXX-08-21", "1000-01-01", "9000-12-31", "0001-01-01", "junk"]
    ),
)
def test_any_text(text: str, published: str | None) -> None:
    end = 0
    for found in dates.find(text, "en", published):
        assert end <= found.start < found.end <= len(text)
        assert found.kind in ("date", "span", "duration", "set", "reference")
        assert found.basis in ("explicit", "inferred_year", "relative")
        end = found.end
        if found.kind == "span" and None not in dates.bounds(found.edtf):
            first, last = dates.bounds(found.edtf)
            assert first is not None
            assert last is not None
            assert first <= last
        for value in (found.edtf, found.when):
            if found.kind in ("date", "span") and value and value[0].isdigit() and "X" not in value:
                assert None not in dates.bounds(value), value


@pytest.mark.parametrize(
    "unit",
    [
        "2020 ",
        "May 5, ",
        "三年",
        "1-",
        "1,",
        "from 2012 to ",
        "the first half of ",
        "twenty-",
        "Friday ",
        "hundred ",
        "至",
        "中",
    ],
)
def test_long_text_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        began = time.process_time()
        dates.find(unit * (size // len(unit)), "en", "2020-11-10")
        return time.process_time() - began

    seconds(1_000)
    assert seconds(24_000) < 20 * seconds(4_000) + 0.5


def test_every_rule_names_a_reading() -> None:
    named = {read for patterns in rules().index.values() for read, _ in patterns}
    assert named == set(dates._READINGS)


def test_no_pattern_is_longer_than_the_row_it_is_matched_on() -> None:
    expressions = {pattern.regex.pattern for patterns in rules().index.values() for _, pattern in patterns}
    longest = max(
        re.sub(r"\(\?(?:P<\w+>|:)|\)|\?", "", re.sub(r"\[[^\]]*\]", "x", one)).count("x") for one in expressions
    )
    assert 8 < longest <= 32
