"""Cue lexicons: whole words, endings, masks, and lower case without moving a code point."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.extract.events.types import classify, rules
from chronicle.extract.lexicon import Lexicon, either, fold, forms, lexicon, load

WORDS = Lexicon({"build": {"en": ["open", "commerciali*"], "zh": ["建成"]}, "mask": {"en": ["open source"]}})


def concepts(text: str) -> list[tuple[str, str]]:
    return [(hit.concept, text[hit.start : hit.end]) for hit in WORDS.find(text).items]


def test_whole_words_and_endings() -> None:
    assert concepts("They open; opened and reopen. Commercialisation.") == [
        ("build", "open"),
        ("build", "Commercialisation"),
    ]


def test_chinese_words_stand_anywhere() -> None:
    assert concepts("园区已建成投用open") == [("build", "建成"), ("build", "open")]


def test_a_mask_hides_what_it_covers() -> None:
    assert concepts("open source and open") == [("build", "open")]


@settings(deadline=None)
@given(st.text(max_size=200))
def test_fold_keeps_every_position(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_every_rule_speaks_of_a_known_type_and_concept() -> None:
    made, order = rules()
    known = {hit for rule in made for hit in (*rule.all, *rule.none) if ":" not in hit}
    cues = lexicon("cues")
    assert known <= cues.concepts
    assert {rule.type for rule in made} <= set(order)


def test_nothing_known_is_other() -> None:
    assert classify(frozenset()).type == "other"


@settings(deadline=None)
@given(st.sets(st.text("ab.", min_size=1, max_size=4), min_size=1), st.text("ab.", max_size=12))
def test_words_as_one_pattern_fit_as_the_plain_list_does(words: set[str], text: str) -> None:
    plain = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    assert re.findall(either(words), text) == re.findall(plain, text)


def test_forms_match_every_word_of_their_list() -> None:
    assert all(re.fullmatch(forms("adds"), word) for word in load("forms")["adds"]["en"])
