"""Addresses: what is one page, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.capture import address
from chronicle.errors import BadInput


@pytest.mark.parametrize(
    ("given_as", "form"),
    [
        ("HTTP://Example.org:80/a/../b#top", "http://example.org/b"),
        ("https://user:secret@example.org", "https://example.org/"),
        ("https://example.org/?", "https://example.org/"),
        ("https://example.org/%7euser/%e6%96%87", "https://example.org/~user/%E6%96%87"),
        ("https://example.org/文?q=新", "https://example.org/%E6%96%87?q=%E6%96%B0"),
        ("https://例子.测试/", "https://xn--fsqu00a.xn--0zwm56d/"),
        ("https://example.org/a?utm_source=x&id=3&fbclid=y", "https://example.org/a?id=3"),
        ("https://example.org/a;jsessionid=12AB?b=1", "https://example.org/a?b=1"),
        ("https://example.org/a?b=2&a=1", "https://example.org/a?b=2&a=1"),
        (" https://example.org/a%2Fb ", "https://example.org/a%2Fb"),
    ],
)
def test_canonical(given_as: str, form: str) -> None:
    assert address.canonical(given_as) == form
    assert address.canonical(form) == form
    assert address.page_id(given_as) == address.page_id(form)


@given(st.text(max_size=20), st.text(max_size=20))
def test_canonical_is_a_fixed_point(path: str, query: str) -> None:
    form = address.canonical(f"https://example.org/{path}?{query}")
    assert address.canonical(form) == form


@pytest.mark.parametrize(
    "wrong", ["", "example.org", "ftp://example.org/", "javascript:alert(1)", "http://", "inbox:a"]
)
def test_what_is_no_web_address(wrong: str) -> None:
    with pytest.raises(BadInput, match="no web address"):
        address.canonical(wrong)


def test_links_on_a_page() -> None:
    assert address.joined("../b.html#x", "https://example.org/a/c.html") == "https://example.org/b.html"
    assert address.joined("//other.org", "https://example.org/") == "https://other.org/"
    with pytest.raises(BadInput):
        address.joined("mailto:a@b.c", "https://example.org/")
    assert address.site("https://news.example.org:8080/a") == "news.example.org"


def test_ids_of_different_kinds_differ() -> None:
    assert len({address.page_id("https://a.org/"), address.file_page_id("0"), address.unnamed_page_id("0")}) == 3
