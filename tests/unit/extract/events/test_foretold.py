"""Tasks, targets and promises are planned though no word of the future stands with them; what lasts is ongoing."""

import pytest

from chronicle.clean.article import Article
from chronicle.extract import extract


def told(text: str, published: str = "2021-11-16", lang: str = "en") -> list[tuple[str, str | None]]:
    article = Article(text, "Innovation and technology news", published, lang=lang)
    return [(mention.status, mention.date) for mention in extract(article)]


@pytest.mark.parametrize(
    "text",
    [
        "To cultivate 50 technology brokers and hold 6 matchmaking meetings.",
        "Accelerate the construction of the science city, strive to introduce 10 projects above 1 billion yuan.",
        "Its target for 2025 is 40 provincial laboratories and no less than 900 high-tech enterprises.",
        "This year's work target: new high-tech enterprises 50, R&D input 2.8% of GDP.",
        "The output of the robot industry is put at 12 billion yuan for 2025.",
        "The programme promises 3 million euros to each laboratory that passes the test.",
        "After all plants reach production, annual output of the industrial park can exceed 2 billion yuan.",
        "By 2025, the output value of the robot sector should exceed 100 billion yuan.",
    ],
)
def test_tasks_and_targets_are_planned(text: str) -> None:
    assert told(text) == [("planned", None)]


def test_a_purpose_that_an_act_serves_is_no_task() -> None:
    assert told("To support young researchers, the academy set up 12 laboratories in March.") == [
        ("occurred", "2021-03")
    ]


def test_the_items_below_a_lead_that_sets_tasks_are_planned() -> None:
    text = (
        "The work conference on science of the city was held on November 15. The bureau has fixed three key points:\n"
        "1. In the battery park newly settle 9 enterprises, output value reach 7 billion yuan;\n"
        "2. To construct 3 incubators, the incubated enterprises exceed 150;\n"
        "In 2020 the output value of high-tech products was 18 billion yuan."
    )
    assert [status for status, _ in told(text)] == ["occurred", *["planned"] * 3, "occurred"]
    assert [date for _, date in told(text)] == ["2021-11-15", "2021-11-15", None, None, "2020"]


def test_a_year_ahead_makes_a_chinese_aim_and_what_serves_it_a_plan() -> None:
    text = (
        "下一步，全市将实施孵化器倍增计划。\n到2023年底，孵化器达到90家，孵化面积突破80万平方米。\n"
        "为此，市财政每年安排不少于3000万元。"
    )
    assert [status for status, _ in told(text, lang="zh")][-2:] == ["planned", "planned"]
    assert told("会议强调，要加快建设创新平台，全年新增省级以上平台10个。", lang="zh") == [("planned", None)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Since May 2020, the zone has also kept an office of 900 square meters in Munich.", "2020-05"),
        ("Since April the technology centre has been testing batteries for 12 firms.", "2021-04"),
        ("Applications still go through the bureau for foreign experts and take 10 working days.", None),
        ("In research, the company every year take out not less than 5% of sales.", None),
        ("A joint committee of the two technology parks meets every year, the last time in Turin in June.", None),
    ],
)
def test_what_lasts_is_ongoing(text: str, date: str | None) -> None:
    assert told(text) == [("ongoing", date)]


def test_what_has_already_been_done_is_done_though_more_is_to_come() -> None:
    text = "The battery forum has already held four sessions, the fifth will be in the middle of July next year."
    assert told(text) == [("occurred", None)]


def test_a_word_with_a_hyphen_tells_no_act() -> None:
    text = (
        "Foreign-invested projects that settle in the technology park will go to the front of the queue for the fund."
    )
    assert told(text) == [("planned", None)]


def test_a_chinese_clause_that_goes_on_with_a_plan_is_planned() -> None:
    text = "到2025年，全市科创飞地孵化面积将达到20万平方米，并在临海市、仙居县开展人才互认试点。"
    assert {status for status, _ in told(text, lang="zh")} == {"planned"}
