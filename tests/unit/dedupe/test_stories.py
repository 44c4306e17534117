import itertools
import random
import time

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.dedupe import bands, signatures, stories
from tests.unit.dedupe.tables import WORDS, articles, prose, story_of

TEXT = prose(1, 280)
PARAGRAPHS = TEXT.split("\n")
BOILERPLATE = prose(2, 42), prose(3, 56)


def slips(text: str, rate: float) -> str:
    dice = random.Random(4)  # noqa: S311 - words for tests
    return " ".join(dice.choice(WORDS) if dice.random() < rate else word for word in text.split(" "))


@pytest.mark.parametrize(
    "copy",
    [
        TEXT,
        TEXT.upper(),
        BOILERPLATE[0] + "\n" + TEXT,
        "Editor's note: this article first stood elsewhere.\n" + TEXT,
        "\n".join(PARAGRAPHS[: len(PARAGRAPHS) // 2]),
        "\n".join(PARAGRAPHS[: len(PARAGRAPHS) // 3]) + "\n" + BOILERPLATE[1][:60],
        slips(TEXT, 0.04),
        TEXT.replace("sal", "sa1").replace("rn", "m").replace("gol", "gcl"),
        "\n".join(sorted(PARAGRAPHS)),
    ],
    ids=["equal", "case", "boilerplate", "note", "half", "third", "edited", "misread", "reordered"],
)
def test_a_copy_is_found(copy: str) -> None:
    assert story_of(articles([TEXT, prose(7), copy, prose(8)])) == [0, 1, 0, 3]


def test_a_chinese_copy_is_found() -> None:
    dice = random.Random(6)  # noqa: S311 - characters for tests
    text, other = ("".join(chr(dice.randint(0x4E00, 0x5E00)) for _ in range(300)) for _ in range(2))
    assert story_of(articles([text, other, "(本报讯)" + text[:150] + "一" + text[151:]])) == [0, 1, 0]


def test_a_short_copy_and_its_long_text_are_one_story() -> None:
    assert story_of(articles([TEXT[: len(TEXT) // 4], TEXT])) == [0, 0]


def bulletin(number: int) -> str:
    dice = random.Random(number)  # noqa: S311 - figures for tests
    rows = [
        f"In {place} the price of {good} stood at {dice.randint(1000, 9999)} yuan a tonne, "
        f"{dice.uniform(0, 9):.1f} percent {dice.choice(['more', 'less'])} than the week before."
        for place in ("the northern ports", "the river basin", "the western markets")
        for good in ("corn", "soybean meal", "rapeseed oil")
    ]
    return "\n".join(rows)


@pytest.mark.parametrize("site", ["bureau.example", None])
def test_issues_of_a_numeric_bulletin_stay_apart(site: str | None) -> None:
    count = 40
    assert story_of(articles([bulletin(n) for n in range(count)], sites=[site] * count)) == list(range(count))


def test_a_copy_of_a_bulletin_joins_its_own_issue_only() -> None:
    texts = [bulletin(n) for n in range(12)] + [BOILERPLATE[0] + "\n" + bulletin(5)]
    assert story_of(articles(texts, sites=["bureau.example"] * 12 + ["mirror.example"])) == [*range(12), 5]


def notice(number: int) -> str:
    dice = random.Random(number)  # noqa: S311 - names for tests
    slots = [dice.choice(WORDS).capitalize() for _ in range(16)]
    form = (
        "Notice of {} on the tender for {} in {}: the office of {} asks firms of {} to hand in offers for {} and "
        "{} before the desk of {} closes; offers must name {} and prove {}, and the winner will be told by {} of "
        "{} at the hall of {} near {}, where the files on {} and {} can be read."
    )
    return form.format(*slots)


def test_notices_of_one_form_stay_apart() -> None:
    count = 30
    assert story_of(articles([notice(n) for n in range(count)], sites=["tenders.example"] * count)) == list(
        range(count)
    )


def test_a_long_quoted_paragraph_does_not_tie_its_quoters() -> None:
    about = prose(30, 110)
    texts = [prose(100 + n, 130) + "\n" + about for n in range(30)]
    assert story_of(articles(texts)) == list(range(30))


def test_the_quoted_paragraph_alone_does_not_tie_its_quoters() -> None:
    about = prose(30, 110)
    texts = [about, *(prose(100 + n, 200) + "\n" + about for n in range(12))]
    assert len(set(story_of(articles(texts))[1:])) == 12


def test_outlets_boilerplate_does_not_tie_their_articles() -> None:
    feet = [prose(900 + n, 70) for n in range(3)]
    texts = [prose(n, 110) + "\n" + feet[n % 3] for n in range(45)]
    assert story_of(articles(texts, sites=[f"outlet{n % 3}.example" for n in range(45)])) == list(range(45))


def test_a_story_told_500_times_is_one_story() -> None:
    text = prose(1, 300)
    copies = [slips(prose(5000 + n % 80, 28) + "\n" + text, 0.01 + n * 4e-5) for n in range(500)]
    others = [prose(200 + n) for n in range(50)]
    found = story_of(articles([*copies, *others], sites=[f"outlet{n % 80}.example" for n in range(550)]))
    assert found == [0] * 500 + list(range(500, 550))


def test_a_digest_page_does_not_tie_what_it_reprints() -> None:
    items = [prose(n, 70) for n in range(4)]
    assert len(set(story_of(articles([*items, "\n".join(items)]))[:4])) == 4


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], []),
        (["", "", "—"], [0, 1, 2]),
        (["three short words", "Three short words!", "three other words"], [0, 0, 2]),
        (["word " * 3000, "word " * 2000, "other " * 3000], [0, 0, 2]),
    ],
    ids=["none", "empty", "short", "one word"],
)
def test_odd_texts_make_sensible_stories(texts: list[str], expected: list[int]) -> None:
    assert story_of(articles(texts)) == expected


def test_identical_pages_and_huge_pages_take_no_long_time() -> None:
    huge = prose(3, 1000) * 300
    began = time.process_time()
    found = story_of(articles([TEXT] * 10_000 + [huge, huge + " end"]))
    assert time.process_time() - began < 8
    assert found == [0] * 10_000 + [10_000] * 2


def test_the_canonical_article_is_the_earliest_published_then_first_captured_then_smallest() -> None:
    days = [None, "2024-05", "XXXX-01-01", "2024-05-01", "2024-04-30"]
    for count, expected in ((1, 0), (3, 1), (4, 1), (5, 4)):
        frame = articles([TEXT] * count, published=days[:count])
        found = stories.assign(frame, signatures.sign(frame))
        assert found.filter("is_canonical")["article_id"].to_list() == [f"a{expected:05d}"]
    same_time = articles([TEXT] * 2).with_columns(pl.col("captured_at").first(), article_id=pl.Series(["b", "a"]))
    found = stories.assign(same_time, signatures.sign(same_time))
    assert found.filter("is_canonical")["article_id"].to_list() == ["a"]
    assert found["story_id"].unique().to_list() == ["b"]


HEAD, TAIL = "\n".join(PARAGRAPHS[:4]), "\n".join(PARAGRAPHS[4:])


def test_what_a_withdrawn_article_alone_held_together_falls_apart() -> None:
    frame = articles([HEAD, HEAD + "\n" + TAIL, TAIL])
    assert story_of(frame) == [0, 0, 0]
    left = frame.filter(pl.col("seq") != 2)
    assert story_of(left) == [0, 1]
    signed = signatures.sign(frame)
    links = stories.link(signed, (), signed, frame)
    assert stories.assign(left, signed, links).equals(stories.assign(left, signatures.sign(left)))


MIXED = articles(
    [prose(n % 9, 120) + " " + prose(600 + n, 28) for n in range(36)] + [bulletin(n) for n in range(8)] + [TEXT, HEAD],
    sites=[f"site{n % 5}.example" if n % 3 else None for n in range(46)],
)


@settings(deadline=None, max_examples=20)
@given(st.sets(st.integers(1, MIXED.height - 1), max_size=4), st.randoms(use_true_random=False))
def test_any_order_and_any_nights_give_equal_tables(cuts: set[int], dice: random.Random) -> None:
    signed = signatures.sign(MIXED)
    expected = stories.assign(MIXED, signed)
    stored: list[bands.Segment] = []
    nights = []
    for start, stop in itertools.pairwise([0, *sorted(cuts), MIXED.height]):
        rows = list(range(start, stop))
        dice.shuffle(rows)
        night = signatures.sign(MIXED[rows])
        nights.append(stories.link(night, stored, signed, MIXED))
        stored.append(bands.segment(night, stored))
    rows = list(range(MIXED.height))
    dice.shuffle(rows)
    assert stories.assign(MIXED[rows], signed, pl.concat(nights)).equals(expected)
    assert stories.assign(MIXED[rows], signatures.sign(MIXED[rows])).equals(expected)
