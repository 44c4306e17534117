"""EDTF strings: precision and bounds."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.extract import dates
from chronicle.extract.dates import edtf


@pytest.mark.parametrize(
    ("value", "precision", "bounds"),
    [
        ("2018-05-31", "day", ("2018-05-31", "2018-05-31")),
        ("2018-02", "month", ("2018-02-01", "2018-02-28")),
        ("2018-12", "month", ("2018-12-01", "2018-12-31")),
        ("2018", "year", ("2018-01-01", "2018-12-31")),
        ("2012/2021", "year", ("2012-01-01", "2021-12-31")),
        ("2022-01/2022-06", "half_year", ("2022-01-01", "2022-06-30")),
        ("2022-07/2022-09", "quarter", ("2022-07-01", "2022-09-30")),
        ("2022-01/2022-09", "month", ("2022-01-01", "2022-09-30")),
        ("2020-11-28/2020-11-30", "day", ("2020-11-28", "2020-11-30")),
        ("2018-33", "quarter", ("2018-01-01", "2018-03-31")),
        ("2018-41", "half_year", ("2018-07-01", "2018-12-31")),
        ("2018-24", "quarter", ("2018-12-01", "2019-02-28")),
        ("2018-XX", "year", ("2018-01-01", "2018-12-31")),
        ("2018-05-XX", "month", ("2018-05-01", "2018-05-31")),
        ("199X", "unknown", ("1990-01-01", "1999-12-31")),
        ("2018-05-31/..", "day", ("2018-05-31", None)),
        ("../2018", "year", (None, "2018-12-31")),
        ("2018?", "year", ("2018-01-01", "2018-12-31")),
        ("XXXX-08-21", "day_no_year", (None, None)),
        ("XXXX-08", "unknown", (None, None)),
        ("P5Y", "unknown", (None, None)),
        ("P3Y/P5Y", "unknown", (None, None)),
        ("PRESENT_REF", "unknown", (None, None)),
        ("2018-02-30", "day", (None, None)),
        ("2018-77", "unknown", (None, None)),
        ("0000", "year", (None, None)),
        ("", "unknown", (None, None)),
        ("/", "unknown", (None, None)),
    ],
)
def test_precision_and_bounds(value: str, precision: str, bounds: tuple[str | None, str | None]) -> None:
    assert dates.precision(value) == precision
    assert dates.bounds(value) == bounds


@settings(deadline=None)
@given(st.dates(date(1, 1, 8), date(9990, 12, 20)))
def test_a_day_lies_in_its_month_year_and_week(day: date) -> None:
    shown = day.isoformat()
    assert dates.bounds(shown) == (shown, shown)
    for wider in (shown[:7], shown[:4], edtf.week(day)):
        first, last = dates.bounds(wider)
        assert first is not None
        assert last is not None
        assert first <= shown <= last
    first, last = (date.fromisoformat(edge or "") for edge in dates.bounds(edtf.week(day)))
    assert (first.weekday(), last - first) == (0, timedelta(days=6))


@settings(deadline=None)
@given(st.text(alphabet="0123456789X-/.P?YTDM", max_size=24))
def test_any_string_has_a_precision_and_bounds(value: str) -> None:
    assert dates.precision(value) in {"day", "month", "quarter", "half_year", "year", "day_no_year", "unknown"}
    for edge in dates.bounds(value):
        assert edge is None or date.fromisoformat(edge).isoformat() == edge
