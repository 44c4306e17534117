import itertools

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.dedupe import tokens


def cut(text: str) -> list[int]:
    ((_, words),) = tokens.blocks(pl.Series([text]))
    return [int(hash_) for hash_ in words.hashes]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wuxi signs, at last!", "WUXI  SIGNS at last"),
        ("“quoted” — and dashed…", "quoted and dashed"),
        ("ＡＢＣ１２３ 公司", "abc123公司"),
        ("无锡。签约", "无锡签约"),
        ("a\u00a0b", "a b"),
    ],
)
def test_case_width_and_punctuation_do_not_count(one: str, other: str) -> None:
    assert cut(one) == cut(other)


def test_each_chinese_character_is_a_word() -> None:
    assert len(cut("无锡市2023年签约abc项目")) == len("无锡市") + 1 + len("年签约") + 1 + len("项目")


def test_words_that_differ_anywhere_differ() -> None:
    words = ["a", "b", "ab", "ba", "internationally", "internationelly", "internation", "12345678", "123456789"]
    assert len({tuple(cut(word)) for word in words}) == len(words)


def test_hashes_are_the_same_on_every_machine() -> None:
    assert cut("Hefei 合肥 innovation") == [
        643443617016646177,
        10384101024359346913,
        12846949194983704707,
        4162989292872649422,
    ]


def test_numbers_are_marked() -> None:
    ((_, words),) = tokens.blocks(pl.Series(["over 28.5 billion in 2022, 5G or b2b"]))
    assert words.numbers.tolist() == [False, True, True, False, False, True, True, False, False]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=60), max_size=12))
def test_texts_are_cut_the_same_alone_and_together(texts: list[str]) -> None:
    together: dict[int, list[int]] = {}
    for rows, words in tokens.blocks(pl.Series("text", texts, dtype=pl.String)):
        ends = itertools.pairwise(words.bounds.tolist())
        together |= {int(row): words.hashes[start:stop].tolist() for row, (start, stop) in zip(rows, ends, strict=True)}
    assert together == {row: cut(text) for row, text in enumerate(texts)}


def test_a_text_longer_than_a_block_is_whole() -> None:
    text = "alpha beta " * 200_000
    assert len(cut(text)) == 400_000
