import itertools

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.dedupe import bands, signatures
from tests.unit.dedupe.tables import articles, prose


def near_copies(stories: int, copies: int) -> pl.DataFrame:
    """Stories told several times, each time with another ending, on a few sites."""
    texts = [prose(n % stories) + " " + prose(1000 + n, 40) for n in range(stories * copies)]
    return signatures.sign(articles(texts, sites=[f"s{n % 7}.example" for n in range(len(texts))]))


def test_a_text_finds_its_near_copies_and_no_others() -> None:
    found = bands.candidates(bands.segment(near_copies(stories=20, copies=2)))
    assert sorted(found.select("seq", "other").rows()) == [(n + 21, n + 1) for n in range(20)]


def test_equal_texts_stand_once_at_the_first() -> None:
    signed = signatures.sign(articles([prose(1), prose(2), prose(1)]))
    assert bands.segment(signed).seqs.tolist() == [1, 2]


def test_texts_already_stored_do_not_stand_again() -> None:
    signed = signatures.sign(articles([prose(1), prose(2), prose(1), prose(3)]))
    stored = bands.segment(signed.head(2))
    assert bands.segment(signed.tail(2), [stored]).seqs.tolist() == [4]


SIGNED = near_copies(stories=6, copies=9)


@settings(deadline=None, max_examples=25)
@given(st.sets(st.integers(1, SIGNED.height - 1), max_size=5), st.randoms(use_true_random=False))
def test_any_cut_into_nights_and_any_order_of_rows_finds_the_same_pairs(cuts: set[int], dice: object) -> None:
    whole = bands.candidates(bands.segment(SIGNED))
    stored: list[bands.Segment] = []
    nights = []
    ends = [0, *sorted(cuts), SIGNED.height]
    for start, stop in itertools.pairwise(ends):
        rows = list(range(start, stop))
        dice.shuffle(rows)  # type: ignore[attr-defined]
        night = bands.segment(SIGNED[rows], stored)
        nights.append(bands.candidates(night, stored))
        stored.append(night)
    assert pl.concat(nights).sort("seq", "other").equals(whole)


def test_a_band_that_many_share_gives_a_bounded_number() -> None:
    template = prose(5, 150)
    texts = [template + " " + prose(100 + n, 30) for n in range(400)]
    found = bands.candidates(bands.segment(signatures.sign(articles(texts, sites=["bureau.example"] * 400))))
    most = found.group_by("seq").len()["len"].max()
    assert isinstance(most, int)
    assert bands.HOT // 2 < most <= bands.HOT * bands.BANDS


def test_what_stands_on_many_pages_of_one_site_weighs_little() -> None:
    about = prose(9, 120)
    texts = [prose(50 + n, 130) + " " + about for n in range(60)]
    one_site = bands.candidates(
        bands.segment(signatures.sign(articles(texts, sites=["a.example", "b.example", *["wire.example"] * 58])))
    )
    many_sites = bands.candidates(bands.segment(signatures.sign(articles(texts))))
    late_one, late_many = one_site.filter(pl.col("seq") > 40), many_sites.filter(pl.col("seq") > 40)
    assert late_one.height < late_many.height / 10


def test_texts_without_words_are_left_out() -> None:
    signed = signatures.sign(articles(["", "", "…"]))
    assert bands.segment(signed).seqs.tolist() == []
    assert bands.candidates(bands.segment(signed)).height == 0
