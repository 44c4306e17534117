import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.clean.sitememory import BLOCK_COLUMNS, blocks_of, forget_repeated

BANNER = "Call our hotline on working days."
NOTHING = pl.DataFrame(schema=BLOCK_COLUMNS)


def pages(*texts: str, site: str | None = "park.example", first_seq: int = 1) -> pl.DataFrame:
    numbers = range(first_seq, first_seq + len(texts))
    return pl.DataFrame(
        {
            "article_id": [f"a{n}" for n in numbers], "page_id": [f"p{n}" for n in numbers], "seq": list(numbers),
            "site": [site] * len(texts), "text": list(texts),
        },
        schema_overrides={"site": pl.String},
    )  # fmt: skip


def story(number: int) -> str:
    return f"Story number {number} tells of a laboratory that opened in the valley.\n{BANNER}"


def test_a_line_on_three_earlier_pages_is_forgotten_from_the_fourth_on() -> None:
    found = forget_repeated(pages(*(story(n) for n in range(5))), NOTHING)
    assert [BANNER in text for text in found["text"]] == [True, True, True, False, False]


def test_other_sites_and_unknown_sites_do_not_judge() -> None:
    earlier = blocks_of(pages(*(story(n) for n in range(3)), site="other.example"))
    assert BANNER in forget_repeated(pages(story(9), first_seq=9), earlier)["text"][0]
    nowhere = pages(*(story(n) for n in range(5)), site=None)
    assert forget_repeated(nowhere, NOTHING).equals(nowhere)


def test_a_page_seen_again_does_not_judge_itself() -> None:
    again = pages(*(story(1) for _ in range(5))).with_columns(page_id=pl.lit("p1"))
    assert all(BANNER in text for text in forget_repeated(again, NOTHING)["text"])


def test_a_story_posted_often_is_a_copy_and_stays() -> None:
    copies = pages(*(story(1) for _ in range(6)))
    assert forget_repeated(copies, NOTHING).equals(copies)


@settings(deadline=None, max_examples=30)
@given(
    st.lists(st.sampled_from([BANNER, "One.", "Two two two.", "Three lines of news."]), min_size=1, max_size=12),
    st.integers(0, 12),
)
def test_how_pages_are_split_into_batches_cannot_be_seen(lines: list[str], cut: int) -> None:
    together = pages(*(f"{line}\nNews item {n} about something new in the valley" for n, line in enumerate(lines)))
    first, second = together[:cut], together[cut:]
    apart = pl.concat([forget_repeated(first, NOTHING), forget_repeated(second, blocks_of(first))])
    assert apart.equals(forget_repeated(together, NOTHING))
