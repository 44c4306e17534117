from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.clean.blocks import blocks, segment, words_of
from chronicle.clean.compose import composed
from chronicle.clean.page import Block
from chronicle.clean.soup import parse


def texts(html: str) -> list[str]:
    return segment(parse(html).root).texts


def lines_of(html: str) -> tuple[Block, ...]:
    parsed = parse(html)
    return blocks(segment(parsed.root), parsed.tree)


def test_blocks_break_at_block_elements_and_br_only() -> None:
    assert texts("<div>one <b>two</b>three<p>four<br>five</p>six</div>") == ["one twothree", "four", "five", "six"]


def test_words_of_neighbouring_cells_do_not_run_together() -> None:
    html = "<table><tr><td>Town</td><td>Halls</td></tr><tr><td>Larvik</td><td>1</td></tr></table>"
    lines = lines_of(html)
    assert composed(lines, range(len(lines))) == "Town | Halls\nLarvik | 1"


def test_a_sentence_broken_by_br_is_whole_again() -> None:
    html = "<p>The port town of Larvik opened a test hall for tidal<br>turbines on Monday.<br>It is the first.</p>"
    lines = lines_of(html)
    assert composed(lines, range(len(lines))) == (
        "The port town of Larvik opened a test hall for tidal turbines on Monday.\nIt is the first."
    )


def test_a_credit_that_ends_the_text_is_dropped() -> None:
    lines = lines_of("<p>The hall (in Larvik) opened. (author: Kari Lund)</p>")
    assert composed(lines, (0,)) == "The hall (in Larvik) opened."


def test_link_characters_are_counted_across_blocks() -> None:
    found = segment(parse("<a href=x><div>linked</div></a><p>not <a href=y>so</a></p>").root)
    assert list(zip(found.texts, found.link_chars, strict=True)) == [("linked", 6), ("not so", 2)]


def test_hints_are_the_words_of_the_nearest_elements() -> None:
    html = '<div id="pageMain"><div class="articleBody_text-2"><p>x</p></div></div>'
    (block,) = lines_of(html)
    assert block.hints == ("article", "body", "text", "2", "page", "main")
    assert block.path[-3:] == ("div", "div", "p")
    assert words_of("NavBar top") == ("nav", "bar", "top")


@settings(deadline=None, max_examples=100)
@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<br>", "<div>", "</div>", "a", "b c", " "]), max_size=25)
)
def test_every_word_is_in_exactly_one_block(pieces: list[str]) -> None:
    html = "<html><body>" + "".join(pieces) + "</body></html>"
    whole = "".join("".join(texts(html)).split())
    assert whole == "".join(parse(html).tree.soup.get_text().split())
