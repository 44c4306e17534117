"""The learned second opinion: its table, its traits, and what it changes."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.clean.article import Article
from chronicle.extract.learned.linear import BIAS, linear, opinion
from chronicle.extract.learned.traits import HEAD_WORDS, Traits
from chronicle.extract.learned.wording import now_word, stem, tenses, words
from chronicle.extract.reading import read, ruled
from chronicle.schema import EVENT_TYPES, STATUSES

CLAUSE = "The alliance is made up of 41 universities, firms and institutes."


def test_the_table_knows_every_type_and_status() -> None:
    labels = opinion().labels
    assert set(labels["type"]) == set(EVENT_TYPES)
    assert set(labels["status"]) == set(STATUSES)
    assert opinion().row[BIAS] == 0


@settings(deadline=None, max_examples=30)
@given(st.lists(st.lists(st.sampled_from([*sorted(opinion().row)[:400], "no such trait"]), max_size=30), min_size=1))
def test_log_odds_are_probabilities_and_clauses_do_not_touch_each_other(clauses: list[list[str]]) -> None:
    asked = [Traits([], [], named) for named in clauses]
    together = opinion().log_odds(asked)
    for name, table in together.items():
        assert np.exp(table).sum(axis=1) == pytest.approx(1.0, abs=1e-4)
        alone = np.vstack([opinion().log_odds([clause])[name] for clause in asked])
        assert table == pytest.approx(alone, abs=1e-4)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(["the", "zone", "invest", "0", "no such word"]), max_size=8))
def test_words_are_looked_up_as_the_traits_they_name(stems: list[str]) -> None:
    clause = Traits(["l:en"], stems, ["v:now", "no such trait"])
    named = clause.names()
    assert [name[2:] for name in named if name.startswith("h:")] == list(dict.fromkeys(stems[:HEAD_WORDS]))
    row = opinion().row
    assert opinion().rows(clause) == [row[BIAS], *[row[name] for name in named if name in row]]


@pytest.mark.parametrize(
    ("word", "expected"), [("invested", "invest"), ("companies", "compan"), ("bus", "bus"), ("cities", "citi")]
)
def test_stem(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_words_are_stems_numbers_and_pairs_of_characters() -> None:
    assert words("the zone invested 1,200 yuan", "en") == ["the", "zone", "invest", "0", "yuan"]
    assert words("投资3亿元", "zh") == ["投资", "0", "亿元"]


@pytest.mark.parametrize(
    ("text", "lang", "letters"),
    [
        ("the lab was opened and will hire 20 people", "en", "WDF"),
        ("firms can get a grant", "en", "C"),
        ("the zone has built a park", "en", "H"),
        ("园区将投资3亿元", "zh", "F"),
    ],
)
def test_tenses(text: str, lang: str, letters: str) -> None:
    assert tenses(text, lang) == letters


def test_now_word() -> None:
    assert now_word("the park currently houses 20 firms") == "currently"
    assert now_word("园区目前有20家企业") == "目前"
    assert now_word("the park housed 20 firms") is None


def test_a_changed_reading_says_what_it_was_learned_from() -> None:
    article = Article(CLAUSE, "New help for technology start-ups in the zone", "2023-05-04", lang="en")
    flat = {f"type:{kind}": [0.0, 0.0, 0.0] for kind in EVENT_TYPES}
    known = pl.DataFrame(
        {"trait": [BIAS, "w:alliance", "w:the"]}
        | flat
        | {"type:talent": [0.0, 9.0, 0.0], "status:occurred": [0.0, 0.0, 1.0]}
        | {"status:ongoing": [0.0, 0.0, 0.0], "status:planned": [0.0, 4.0, 0.5]}
    )
    by_rules = ruled(article).typed[0]
    both = read(article, linear(known)).rows[0].typed
    assert by_rules.typing.type == "governance"
    assert both.typing.type == "talent"
    assert both.typing.why == ("learned from w:alliance; by the rules governance",)
    assert both.status == "planned"
    assert both.status_why.startswith("learned from w:alliance; by the rules ")


def test_what_the_rules_are_sure_of_keeps_their_reasons() -> None:
    article = Article(
        "The city and the institute signed an agreement on May 3.", "Technology pact", "2023-05-04", lang="en"
    )
    by_rules, both = ruled(article).typed[0], read(article).rows[0].typed
    assert both.typing.type == by_rules.typing.type == "agreement"
    assert both.typing.why == by_rules.typing.why
