from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from bs4.element import Comment
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.clean.blocks import UNREAD, segment
from chronicle.clean.lazytree import INLINE
from chronicle.clean.soup import UNRENDERED, UNSEEN, TooDeep, parse
from tests.unit.clean.pages import article_page, listing_page

MIXED = """<html><body><p>One <b>two</b> <i>three</i>four<br>five</p>tail<ul><li>a<li>b</ul>
<table><tr><td>1<td>2</table><svg><text>never</text></svg>after<script>no()</script><!-- no -->
<pre> kept  as it is </pre><p>&amp; &lt;end&gt;</body></html>"""


def stock(html: str) -> BeautifulSoup:
    soup = BeautifulSoup(html, "lxml")
    for element in soup.find_all([*UNSEEN, *UNRENDERED]):
        element.decompose()
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    soup.smooth()
    return soup


def stock_blocks(html: str) -> list[str]:
    """The texts between the edges of block-level elements and line breaks, in stock BeautifulSoup."""
    soup = stock(html)
    for tag in soup.find_all(True):
        if tag.name in UNREAD:
            tag.clear()
        elif tag.name == "br":
            tag.replace_with("\0")
        elif tag.name not in INLINE:
            tag.insert(0, "\0")
            tag.append("\0")
    return [text for raw in soup.get_text().split("\0") if (text := " ".join(raw.split()))]


@pytest.mark.parametrize("html", [article_page(), listing_page(), MIXED], ids=["article", "listing", "mixed"])
def test_what_is_kept_has_the_texts_of_stock_bs4(html: str) -> None:
    assert list(parse(html).tree.soup.stripped_strings) == list(stock(html).stripped_strings)


@pytest.mark.parametrize("html", [article_page(), listing_page(), MIXED], ids=["article", "listing", "mixed"])
def test_each_kept_element_has_the_text_of_stock_bs4(html: str) -> None:
    for name in ("p", "li", "h1", "a", "td", "b", "pre"):
        ours = [" ".join(tag.get_text().split()) for tag in parse(html).tree.soup.find_all(name)]
        stock = [" ".join(tag.get_text().split()) for tag in BeautifulSoup(html, "lxml").find_all(name)]
        assert ours == stock


MARKUP = (
    "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<li>", "<br>", "<td>", "<script>x</script>", "<!--c-->", "word",
    "&amp;", "<a>", "</a>", "<span></span>", "<svg><g>", "</svg>", "<img>", "<table>", "</table>", " ", "two words",
)  # fmt: skip
PIECES = st.lists(st.sampled_from(MARKUP), max_size=30)


@settings(deadline=None, max_examples=150)
@given(PIECES)
def test_any_tag_soup_has_the_texts_of_stock_bs4(pieces: list[str]) -> None:
    html = "<html><body>" + "".join(pieces) + "</body></html>"
    assert list(parse(html).tree.soup.stripped_strings) == list(stock(html).stripped_strings)


@settings(deadline=None, max_examples=150)
@given(PIECES)
def test_any_tag_soup_has_the_blocks_of_stock_bs4(pieces: list[str]) -> None:
    html = "<html><body>" + "".join(pieces) + "</body></html>"
    assert segment(parse(html).root).texts == stock_blocks(html)


@settings(deadline=None, max_examples=100)
@given(PIECES)
def test_every_link_between_elements_holds(pieces: list[str]) -> None:
    soup = parse("<html><body>" + "".join(pieces) + "</body></html>").tree.soup
    walked = list(soup.descendants)
    for before, after in pairwise(walked):
        assert before.next_element is after
        assert after.previous_element is before
    for element in walked:
        assert element.parent is not None
        assert any(child is element for child in element.parent.contents)
        if element.next_sibling is not None:
            assert element.next_sibling.previous_sibling is element


def test_the_head_is_read_before_it_is_pruned() -> None:
    parsed = parse(
        "<html lang='fi'><head><title>A  title</title><meta property='OG:Title' content='t'>"
        "<link rel='canonical' href='/c'><script type='application/ld+json'>{\"a\": 1}</script></head>"
        "<body>x</body></html>"
    )
    assert (parsed.title_tag, parsed.canonical, parsed.html_lang) == ("A title", "/c", "fi")
    assert parsed.meta == (("og:title", "t"),)
    assert parsed.json_ld == ('{"a": 1}',)
    assert parsed.tree.soup.find("script") is None


def test_nesting_that_no_one_reads_is_refused() -> None:
    with pytest.raises(TooDeep):
        segment(parse("<div>" * 5_000).root)


def test_a_tag_is_one_object_however_it_is_reached() -> None:
    parsed = parse("<div><ul><li>one</li><li>two</li></ul></div>")
    segments = segment(parsed.root)
    last = parsed.tree.tag(segments.elements[segments.nodes[1]])
    assert last.parent is not None
    assert last.parent.contents[1] is last
    assert last.previous_sibling is parsed.tree.tag(segments.elements[segments.nodes[0]])
    assert parsed.tree.soup.find_all("li")[1] is last
