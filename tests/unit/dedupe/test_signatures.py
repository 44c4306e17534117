import numpy as np
import polars as pl
import pytest

from chronicle.dedupe.signatures import BINS, SIGNATURE, sign
from tests.unit.dedupe.tables import articles, prose


def test_signatures_keep_the_order_and_the_schema() -> None:
    frame = articles([prose(n) for n in range(5)])
    signed = sign(frame)
    assert dict(signed.schema) == SIGNATURE
    assert signed["article_id"].to_list() == frame["article_id"].to_list()


def test_a_signature_depends_on_its_text_alone() -> None:
    frame = articles([prose(n) for n in range(40)])
    assert sign(frame).slice(17, 1).equals(sign(frame.slice(17, 1)))


def test_the_sketch_is_the_same_on_every_machine() -> None:
    signed = sign(articles(["Hefei opens a quantum park with 20 labs, the first of its kind."]))
    assert signed["text_key"].item() == 2971289621999559245
    assert signed["sketch"].item().to_list()[:4] == [3325074981, 3015641919, 1468291742, 1750302432]


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_bins_agree_as_often_as_shingles_do(share: float) -> None:
    cut = 4000
    text = prose(1, cut).split()
    own = prose(2, cut).split()
    kept = round(len(text) * share)
    signed = sign(articles([" ".join(text), " ".join(text[:kept] + own[kept:])]))
    first, second = signed["sketch"].to_numpy()
    assert (first == second).mean() == pytest.approx(share / (2 - share), abs=3 * np.sqrt(0.25 / BINS))


def test_short_texts_fill_every_bin() -> None:
    signed = sign(articles(["one two three", "one two three four five six seven"]))
    sketches = signed["sketch"].to_numpy()
    assert (sketches != 0xFFFFFFFF).all()
    assert len(set(sketches[0].tolist())) == 1


def test_a_text_without_words_has_no_sketch() -> None:
    signed = sign(articles(["", "— … !", "x"]))
    assert signed["words"].to_list() == [0, 0, 1]
    assert (signed["sketch"].to_numpy()[:2] == 0xFFFFFFFF).all()


def test_an_empty_frame_is_signed_to_an_empty_frame() -> None:
    signed = sign(articles([]))
    assert signed.height == 0
    assert dict(signed.schema) == SIGNATURE


def test_articles_without_a_site_stand_each_alone() -> None:
    signed = sign(articles(["a b c", "d e f", "g h i"], sites=[None, None, "x.example"]))
    assert signed["site_key"].n_unique() == 3


def test_two_million_words_are_signed() -> None:
    frame = articles(["word " * 2_000_000, prose(3)])
    assert sign(frame)["words"].to_list() == [2_000_000, len(prose(3).split())]


def test_texts_are_equal_by_key_whatever_their_punctuation() -> None:
    keys = sign(articles(["Alpha, beta gamma!", "alpha beta GAMMA", "alpha gamma beta"]))["text_key"]
    assert keys[0] == keys[1] != keys[2]
    assert isinstance(keys, pl.Series)


def test_an_article_without_a_site_has_the_same_key_in_any_batch() -> None:
    frame = articles([prose(n) for n in range(4)], sites=[None, "a.example", None, None])
    whole = sign(frame)
    assert whole["site_key"].n_unique() == 4
    assert pl.concat([sign(frame[:2]), sign(frame[2:])]).equals(whole)
    assert sign(frame.reverse()).sort("seq").equals(whole)
