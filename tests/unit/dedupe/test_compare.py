import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.dedupe import compare
from tests.unit.dedupe.tables import prose


def measured(one: str, other: str) -> dict[str, float]:
    texts = compare.read(pl.Series([one, other]))
    return compare.measure(texts, np.array([0]), np.array([1])).row(0, named=True)


def shingles(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[n : n + 5]) for n in range(len(words) - 4)}


WORDS = st.lists(st.sampled_from(["ant", "bee", "cat", "dog", "eel", "fox"]), min_size=5, max_size=60).map(" ".join)


@settings(deadline=None, max_examples=80)
@given(WORDS, WORDS)
def test_jaccard_and_containment_are_those_of_the_real_shingles(one: str, other: str) -> None:
    left, right = shingles(one), shingles(other)
    found = measured(one, other)
    assert found["jaccard"] == pytest.approx(len(left & right) / len(left | right))
    assert found["containment"] == pytest.approx(len(left & right) / min(len(left), len(right)))


@settings(deadline=None, max_examples=30)
@given(st.lists(WORDS, min_size=2, max_size=6))
def test_a_pair_measures_the_same_among_other_pairs(texts: list[str]) -> None:
    pairs = [(a, b) for a in range(len(texts)) for b in range(len(texts)) if a != b]
    left, right = np.array(pairs).T
    together = compare.measure(compare.read(pl.Series(texts)), left, right)
    for row, (a, b) in zip(together.iter_rows(named=True), pairs, strict=True):
        assert row == measured(texts[a], texts[b])


def test_a_figure_that_differs_in_its_context_disagrees() -> None:
    line = "the price of corn in {} rose to {} yuan a tonne on the market of the port"
    found = measured(line.format("Wuhu", "2150.5"), line.format("Wuhu", "1987.25"))
    assert found["agreeing"] == 0.0
    assert found["figures"] == 2  # 2150 and 5: a point ends a word
    assert found["slips"] > 0.1


def test_a_block_that_one_text_has_alone_is_no_slip() -> None:
    text = prose(1, 100)
    found = measured(text, prose(2, 40) + " " + text)
    assert found["slips"] == 0.0
    assert found["matched"] == 1.0


def test_a_changed_word_is_a_slip() -> None:
    text = prose(1, 84)
    words = text.split()
    words[40] = "changed"
    found = measured(text, " ".join(words))
    assert found["slips"] == pytest.approx(1 / len(words))


def test_texts_without_common_words_share_nothing() -> None:
    found = measured("one two three four five six", "seven eight nine ten eleven twelve")
    assert (found["jaccard"], found["matched"], found["slips"]) == (0.0, 0.0, 0.0)
