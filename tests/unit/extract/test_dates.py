"""Dates in English and Chinese: the value, the kind and where it stands."""

import pytest

from chronicle.extract import dates


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("It opened on Nov. 3, 2020.", None, ["2020-11-03"]),
        ("It opened on Nov 3.", "2020-11-10", ["2020-11-03"]),
    ],
)
def test_values(text: str, published: str | None, expected: list[str]) -> None:
    assert [found.edtf for found in dates.find(text, "en", published)] == expected
