"""Dates as pages stamp them."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.clean.metadata.stamps import find, in_zone, parse

DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2068, 12, 31))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2020-08-13T20:32:00+08:00", "2020-08-13"),
        ("[2017-3-3 9:21:40]", "2017-03-03"),
        ("2014年12月22日 19:50", "2014-12-22"),
        ("2014年3月", "2014-03"),
        ("二〇一四年十二月二十二日", "2014-12-22"),
        ("16/02/2022 | Funds", "2022-02-16"),
        ("3.3.2025", "2025-03-03"),
        ("December 24, 2019", "2019-12-24"),
        ("August 13 20:32 2020", "2020-08-13"),
        ("17:00 UTC+8, 2022-08-19", "2022-08-19"),
        ("Monday, 03 February 2020 13:46", "2020-02-03"),
        ("Tue Dec 19 00:00:00 EST 2023", "2023-12-19"),
        ("21 AUG 2022", "2022-08-21"),
        ("Nov-06-2023", "2023-11-06"),
        ("2023 Jan 7", "2023-01-07"),
        ("13 de agosto de 2020", "2020-08-13"),
        ("6. März 2014", "2014-03-06"),
        ("12 января 2021", "2021-01-12"),
        ("August 21st", "XXXX-08-21"),
        ("8月21日", "XXXX-08-21"),
        ("02-28 10:15", "XXXX-02-28"),
        ("2018.05.31", "2018-05-31"),
        ("March 2014", "2014-03"),
    ],
)
def test_reads_what_pages_print(text: str, edtf: str) -> None:
    assert [stamp.edtf for stamp in find(text)] == [edtf]


@pytest.mark.parametrize(
    "text",
    ["2013-2015", "1.2.3.4", "192.168.2001.1", "2024-02-30", "$2014.50", "(86)2010-2015", "version 3.2.1", "at 10:30"],
)
def test_leaves_what_is_no_date(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("22-09-26 17:11", "2022-09-26"),
        ("99-12-31", "1999-12-31"),
        ("26/09/22", "2022-09-26"),
        ("20150920", "2015-09-20"),
    ],
)
def test_short_forms_count_only_after_a_label(text: str, edtf: str) -> None:
    assert [stamp.edtf for stamp in find(text, labelled=True)] == [edtf]
    assert find(text) == ()


def test_keeps_both_readings_of_an_ambiguous_date() -> None:
    (stamp,) = find("04/05/2006")
    assert stamp.ambiguous
    assert (stamp.edtf, stamp.swapped().edtf) == ("2006-05-04", "2006-04-05")
    (sure,) = find("04/25/2006")
    assert sure.swapped() == sure
    assert sure.edtf == "2006-04-25"


def test_utc_times_move_to_the_zone_and_local_ones_stay() -> None:
    utc, local = parse("2022-02-14T22:30:00Z"), parse("2022-02-14T22:30:00-05:00")
    assert utc is not None
    assert local is not None
    assert in_zone(utc, "Asia/Shanghai").edtf == "2022-02-15"
    assert in_zone(local, "Asia/Shanghai").edtf == "2022-02-14"
    assert in_zone(utc, None).edtf == "2022-02-14"
    assert in_zone(utc, "No/Such_Zone").edtf == "2022-02-14"


@pytest.mark.parametrize("value", ["1700000000", "1700000000000"])
def test_reads_unix_time(value: str) -> None:
    stamp = parse(value)
    assert stamp is not None
    assert (stamp.edtf, stamp.utc) == ("2023-11-14", True)


@pytest.mark.parametrize("value", ["", "0", "9999999999", "soon", "12345678901234567890"])
def test_a_field_without_a_date_gives_none(value: str) -> None:
    assert parse(value) is None


@settings(deadline=None, max_examples=60)
@given(
    DAYS,
    st.sampled_from(
        ["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日", "%B %d, %Y", "%d %b %Y", "%d.%m.%Y", "%a, %d %b %Y 10:00:00"]
    ),
)
def test_finds_any_day_in_any_form(day: datetime.date, form: str) -> None:
    found = find(day.strftime(form))
    assert len(found) == 1
    assert day.isoformat() in (found[0].edtf, found[0].swapped().edtf)


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet="0123456789-/.:年月日 MayJun二十〇", max_size=40), st.booleans())
def test_every_stamp_is_a_real_date_inside_the_text(text: str, labelled: bool) -> None:
    for stamp in find(text, labelled=labelled):
        assert 0 <= stamp.start < stamp.end <= len(text)
        if stamp.year is not None and stamp.day is not None:
            assert datetime.date.fromisoformat(stamp.edtf) == stamp.date()
