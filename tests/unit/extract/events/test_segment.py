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
        ("The city has 320 technology firms. Twenty-one of them do research in biotechnology.", ["The city has"]),
        ("The park signed 42 technology contracts on May 3. The sum is the highest since 2015.", ["The park signed"]),
        ("The city counts 1,200 technology firms. Six have a female chief executive.", ["The city counts"]),
        ("Each laboratory gets a subsidy of up to 2 million yuan. For a top team the support may reach 9 million yuan.",
         ["Each laboratory"]),
        ("High-tech enterprises grow from nothing, now are 162, to the end of this year are expected to exceed 200.",
         ["High-tech", "to the end"]),
        ("Luma Optics put 20 million yuan into lasers; the pilot laboratory was completed in March.",
         ["Luma Optics", "the pilot"]),
        ("The university puts up a laboratory with 27 million yuan; works began in February.", ["The university"]),
        ("The province has published a plan for hydrogen technology, under which it means to have 60 stations by 2030.",
         ["The province", "it means"]),
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
        "\"We came for the laboratory and stay for the suppliers,\" said one founder who moved here three years ago.",
        "If you have been toying with a start-up, the innovation quarter may just have made up your mind for you.",
        "Such technology centers are run by companies themselves, and are meant to turn out new devices.",
        "One visitor, a retired engineer, said he had never seen such a robot.",
        "Director Li Wei introduced the situation of the technology market, and his deputy answered the questions.",
        "Technology of the future",
    ],
)  # fmt: skip
def test_words_that_tell_no_event(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("重点实验室已投入3亿元，并在滨江区建设中试基地。", ["重点", "并在"]),
        ("科技园获批国家级孵化器，并被评为2020年度优秀园区。", ["科技园", "并被"]),
        ("三年内争取新建研发机构3家；储能中试基地今年11月底前建成。", ["三年内", "储能"]),
        ("省级孵化器入驻企业120家；二期工程将于2022年3月开工。", ["省级", "二期"]),
    ],
)
def test_chinese_acts(text: str, starts: list[str]) -> None:
    found = quotes(text, "zh")
    assert [quote[: len(start)] for quote, start in zip(found, starts, strict=True)] == starts


def test_a_number_counts_in_one_event_only() -> None:
    text = "The third Robot Expo came to an end on June 3, after agreements on 31 projects had been signed in two days."
    article = Article(text, "Innovation and technology news", "2021-06-16", lang="en")
    starts = [row.quantity.start for mention in extract(article) for row in mention.quantities]
    assert len(starts) == len(set(starts))


def test_a_repeated_sentence_is_one_event() -> None:
    line = "The zone counts 53 technology firms, which employ 5,000 people."
    assert len(quotes(f"{line}\n{line}")) == 1
