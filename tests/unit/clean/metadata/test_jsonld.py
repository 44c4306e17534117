"""JSON-LD as sites really write it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.clean.metadata.jsonld import read

GRAPH = json.dumps(
    {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "@id": "#site", "name": "Larkfield Daily"},
            {"@type": "Person", "@id": "#anna", "name": "Anna Moor"},
            {"@type": "WebPage", "@id": "#page", "name": "Page", "datePublished": "2021-01-01"},
            {
                "@type": ["NewsArticle", "Article"],
                "headline": "Bridge &amp; tunnel open",
                "datePublished": "2021-03-04T10:00:00+08:00",
                "dateModified": "2021-03-05",
                "author": [{"@id": "#anna"}, {"@type": "Organization", "name": "City desk"}],
                "publisher": {"@id": "#site"},
            },
        ],
    }
)


def test_follows_references_in_a_nested_graph() -> None:
    linked = read((GRAPH,))
    assert linked.headlines[0] == "Bridge & tunnel open"
    assert linked.published[0] == "2021-03-04T10:00:00+08:00"
    assert linked.modified == ("2021-03-05",)
    assert linked.authors == ("Anna Moor", "City desk")
    assert linked.author_kinds == ("Person", "Organization")
    assert linked.publishers == ("Larkfield Daily",)
    assert linked.sites == ("Larkfield Daily",)
    assert linked.is_article


def test_an_article_comes_before_a_page_that_stands_first() -> None:
    page = '{"@type": "WebPage", "headline": "Home", "datePublished": "2001-01-01"}'
    article = '{"@type": "BlogPosting", "headline": "Story", "datePublished": "2002-02-02"}'
    assert read((page, article)).published == ("2002-02-02", "2001-01-01")


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Story", "datePublished": "2002-02-02",}',
        '<!-- {"@type": "NewsArticle", "headline": "Story", "datePublished": "2002-02-02"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Story", "datePublished": "2002-02-02"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Story",\n "description": "two\nlines", "datePublished": "2002-02-02"};',
        '{"@type": "NewsArticle", "headline": "Story", "text": "a "quoted" word", "datePublished": "2002-02-02"}',
        '{"@type": "NewsArticle", "headline": "Story", "datePublished": "2002-02-02", "body": "cut o',
        '{"@type": "NewsArticle", "headline": "Story", "datePublished": "2002-02-02"}'.replace('"', "&quot;"),
    ],
)
def test_bad_json_still_gives_headline_and_date(script: str) -> None:
    linked = read((script,))
    assert linked.headlines == ("Story",)
    assert linked.published == ("2002-02-02",)


def test_picks_author_and_publisher_from_json_that_is_none() -> None:
    script = '{"author": {"@type": "Person", "name": "Anna Moor"}, "publisher": {"name": "Daily"}, "x": "a"b" }'
    linked = read((script,))
    assert (linked.authors, linked.author_kinds, linked.publishers) == (("Anna Moor",), ("Person",), ("Daily",))


def test_one_broken_script_does_not_hide_another() -> None:
    assert read(("{{{", GRAPH)).authors == ("Anna Moor", "City desk")


def test_deep_nesting_ends() -> None:
    assert read(("[" * 50_000,)).headlines == ()
    nested = '{"a":' * 300 + '{"@type":"Article","headline":"Deep"}' + "}" * 300
    assert read((nested,)).headlines == ("Deep",)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "@graph", "author", "name", "headline", "publisher", "datePublished"]),
            inner,
        )
    ),
    max_leaves=12,
)


@settings(deadline=None, max_examples=100)
@given(st.one_of(JSON.map(json.dumps), st.text(max_size=80)))
def test_no_script_raises(script: str) -> None:
    linked = read((script,))
    assert len(linked.authors) == len(linked.author_kinds)
