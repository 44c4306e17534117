"""Names as bylines print them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.clean.metadata import names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("By Anna Moor", "Anna Moor"),
        ("Written by: Anna Moor | Staff", "Anna Moor"),
        ("Anna Moor and Bo Lind", "Anna Moor and Bo Lind"),
        ("Anna Moor in Larkfield, Westshire (Daily)", "Anna Moor"),
        ("Anna (Annie) Moor", "Anna (Annie) Moor"),
        ("Anna Moor anna@example.org", "Anna Moor"),
        ("Anna Moor, Ph.D.", "Anna Moor, Ph.D."),
        ("通讯员 徐明 记者 曾强", "徐明、曾强"),
        ("本报记者 王芳 文/图", "王芳"),
        ("王芳 李强", "王芳、李强"),
    ],
)
def test_strips_what_is_no_name(text: str, name: str) -> None:
    assert names.printed(text) == name


@pytest.mark.parametrize(
    "text", ["admin", "佚名", "By Editor", "", "12.5", "Reviewed by Anna Moor", "https://example.org/anna", "编辑"]
)
def test_nobody_is_none(text: str) -> None:
    assert names.printed(text) is None


def test_shapes_of_names() -> None:
    assert names.looks_full("Anna-Maria O’Neil")
    assert not names.looks_full("Business")
    assert not names.looks_full("Read the 5 tips")
    assert names.looks_personal("The Larkfield Team")
    assert not names.looks_personal("opens the new centre")
    assert not names.looks_personal("Sat, 20")
    assert names.looks_chinese("王芳、李强")
    assert not names.looks_chinese("完")


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=60))
def test_printed_is_stable(text: str) -> None:
    name = names.printed(text)
    assert name is None or (name == name.strip() and len(name) <= names.MAX_NAME)
