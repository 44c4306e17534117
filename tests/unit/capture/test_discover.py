"""Feeds, sitemaps and listings as they come in life."""

import gzip
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.capture.discover import Link, Sitemap, feed, listing, matching, sitemap
from chronicle.errors import BadInput

BASE = "https://a.org/news/"


def test_atom_and_rdf() -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">One &amp; only</title>'
        '<link rel="enclosure" href="/x.mp3"/><link href="1"/></entry></feed>'
    )
    assert feed(atom.encode(), BASE) == (Link("https://a.org/news/1", "One & only"),)
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        "<item><title>Two</title><link> https://a.org/2 </link></item></rdf:RDF>"
    )
    assert feed(rdf.encode(), BASE) == (Link("https://a.org/2", "Two"),)


def test_a_chinese_feed_with_blank_lines_first() -> None:
    item = "<item><title>园区</title><link>/1</link></item>"
    rss = f'\n\n<?xml version="1.0" encoding="gb2312"?><rss><channel>{item}</channel></rss>'
    assert feed(rss.encode("gb2312"), BASE) == (Link("https://a.org/1", "园区"),)


def test_a_broken_feed_gives_what_it_can() -> None:
    rss = b"<rss><channel><item><title>A & B</title><link>/1</link></item><item><link>/2</link>"
    assert [link.address for link in feed(rss, BASE)] == ["https://a.org/1", "https://a.org/2"]


def test_entities_are_not_expanded() -> None:
    entities = b'<!DOCTYPE r [<!ENTITY a "aaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    bomb = entities + b"<rss><item><title>t&a;&b;</title><link>/1</link></item></rss>"
    title = feed(bomb, BASE)[0].title or ""
    assert "aaaa" not in title
    assert "root" not in title


@pytest.mark.parametrize("body", [b"", b"plain", b"<html></html>", b"\xff\xfe"])
def test_what_is_no_feed_or_sitemap(body: bytes) -> None:
    with pytest.raises(BadInput, match="no RSS"):
        feed(body, BASE)
    with pytest.raises(BadInput, match="no sitemap"):
        sitemap(body, BASE)


def test_sitemaps() -> None:
    namespace = b'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    xml = b"<urlset " + namespace + b"><!-- c --><url><loc> https://a.org/1 </loc></url></urlset>"
    assert sitemap(xml, BASE) == sitemap(gzip.compress(xml), BASE) == Sitemap((Link("https://a.org/1"),), ())
    assert sitemap(b"\xef\xbb\xbfhttps://a.org/1\r\nhttps://a.org/2\n", BASE).pages[1].address == "https://a.org/2"


def test_a_listing_stays_on_its_site_unless_told() -> None:
    body = '<base href="/b/"><a href="1#x">One</a><a href="//c.org/2">Two</a><a href="i.JPG">I</a><a>no</a>'
    assert listing(body.encode(), BASE) == (Link("https://a.org/b/1", "One"),)
    assert listing(body.encode(), BASE, "c[.]org") == (Link("https://c.org/2", "Two"),)
    with pytest.raises(BadInput, match="no page with links"):
        listing(b"", BASE)


def test_matching() -> None:
    links = (Link("https://a.org/1"), Link("https://a.org/x"))
    assert matching(links, r"/\d$") == links[:1]
    assert matching(links, None) == links


@settings(deadline=None, max_examples=150)
@given(st.one_of(st.binary(max_size=300), st.text(alphabet="<>/a=\"' rsufed\0文", max_size=80).map(str.encode)))
def test_nothing_but_bad_input_is_raised(body: bytes) -> None:
    for read in (feed, sitemap, listing):
        for whole in (body, b"<rss><item><link>" + body, b"<urlset><url><loc>" + body, b"<a href='" + body + b"'>"):
            with suppress(BadInput):
                read(whole, BASE)
