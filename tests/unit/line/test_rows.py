from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from chronicle.extract.records import EventQuantity, Mention, Quantity
from chronicle.line.rows import MentionRows, normalised_quote

ARTICLE = {"article_id": "a1", "page_id": "p1", "seq": 4, "text": "One lab opened. One lab opened."}


def mention(start: int, end: int, **values: object) -> Mention:
    given_values: dict[str, object] = {
        "quote": ARTICLE["text"][start:end], "start": start, "end": end, "type": "facility", "status": "occurred",
        "salience": "main", "title": "t", "confidence": 0.9,
    }  # fmt: skip
    return Mention(**(given_values | values))  # type: ignore[arg-type]


def rows(*mentions: Mention) -> MentionRows:
    filled = MentionRows()
    filled.add(ARTICLE, mentions)
    return filled


def test_ids_hold_on_to_page_and_quote_not_to_offsets() -> None:
    first = rows(mention(0, 15)).parts()[0][0]["mention_id"]
    moved = MentionRows()
    told = replace(mention(0, 15), quote="One  lab opened.", start=6, end=22)
    moved.add(ARTICLE | {"text": "Well. One  lab opened.", "seq": 9}, [told])
    assert moved.parts()[0][0]["mention_id"] == first


def test_a_quote_told_twice_has_two_ids() -> None:
    found = rows(mention(0, 15), mention(16, 31)).parts()[0]
    assert len({row["mention_id"] for row in found}) == 2


def test_a_number_too_large_for_the_column_is_left_out() -> None:
    huge, fine = Quantity(1e35, 0, 3), Quantity(3.5, 4, 7)
    found = rows(mention(0, 15, quantities=(EventQuantity(huge), EventQuantity(fine)))).parts()[3]
    assert [str(row["value"]) for row in found] == ["3.500000000"]


@given(st.text(max_size=40))
def test_normalising_a_quote_twice_changes_nothing(quote: str) -> None:
    once = normalised_quote(quote)
    assert normalised_quote(once) == once
