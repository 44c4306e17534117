"""Sentences to units: when a sentence tells two acts, and when two sentences tell one."""

import pytest

from chronicle.clean.article import Article
from chronicle.extract import extract


def quotes(text: str, lang: str = "en") -> list[str]:
    article = Article(text, "Innovation and technology news", "2021-06-16", lang=lang)
    return [mention.quote for mention in extract(article)]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("The city used the Robot Expo in Ningbo on June 3 to unveil the Harbour Talent Program for young engineers.",
         ["The city used", "to unveil"]),
        ("The third Robot Expo came to an end on June 3, after agreements on 31 projects had been signed in two days.",
         ["The third Robot Expo", "after agreements"]),
        ("The zone will set up technology funds worth 6 billion yuan, the zone announced at its forum on June 8.",
         ["The zone will", "the zone announced"]),
        ("The city spent 38 billion yuan on research in 2020 and plans to raise this to 60 billion yuan by 2027.",
         ["The city spent", "plans to raise"]),
        ("Luma Optics won the first prize; Tera Chips was included in the national list of technology centers.",
         ["Luma Optics", "Tera Chips"]),
        ("Around 3,000 biomedical companies are active there. Their output rose to 13 billion yuan in 2020.",
         ["Around 3,000"]),
    ],
)  # fmt: skip
def test_one_act_one_unit(text: str, starts: list[str]) -> None:
    found = quotes(text)
    assert len(found) == len(starts)
    assert all(quote.startswith(start) for quote, start in zip(found, starts, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "“Young engineers like it here,” said Chen Lu, chairman of Luma Optics.",
        "The so-called \"gazelle\" refers to a technology firm that grows quickly.",
        "What does innovation mean for the town?",
        "Rector Arto Niemi opened the event.",
        "Technology of the future",
    ],
)  # fmt: skip
def test_words_that_tell_no_event(text: str) -> None:
    assert quotes(text) == []


def test_a_number_counts_in_one_event_only() -> None:
    text = "The third Robot Expo came to an end on June 3, after agreements on 31 projects had been signed in two days."
    article = Article(text, "Innovation and technology news", "2021-06-16", lang="en")
    starts = [row.quantity.start for mention in extract(article) for row in mention.quantities]
    assert len(starts) == len(set(starts))


def test_a_repeated_sentence_is_one_event() -> None:
    line = "The zone counts 53 technology firms, which employ 5,000 people."
    assert len(quotes(f"{line}\n{line}")) == 1
