import time

import pytest

from chronicle.clean.cues import closes_article, ends_article, is_caption, is_furniture, signs_off


@pytest.mark.parametrize(
    "line",
    [
        "- END -",
        "Leave a Reply",
        "Print Close",
        "【打印】【关闭】",
        "[Print] [Close] [Top]",
        "Prev: A new bridge Next: None",
        "上一篇：渡轮换电池",
        "相关新闻",
        "Related articles",
        "You may also like",
        "Copyright 2021 Fjord Notes",
        "3 comments on the hall",
        "苏ICP备12345678号",
        "You might also like:",
        "Powered by Some System 3.2",
        "Add comment",
        "lund 2 floor",
    ],
)
def test_lines_that_end_an_article(line: str) -> None:
    assert ends_article(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share",
        "Tags: sea, wind",
        "责任编辑：林某",
        "Font: large small",
        "Position: Home > News",
        "Source: Fjord Notes",
        "SOURCE Larvik Harbour",
        "Read: 1873 times",
        "(Editor's note: this was shortened.)",
        "Home > News > Text",
        "Share to QQ zone   Favorite 2",
    ],
)
def test_lines_that_are_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "The end of the road came early for the ferry line.",
        "Copyright law was changed by the council on Monday.",
        "Related costs rose by a third in the year before.",
        "Printing presses close to the harbour were moved.",
        "By 2025 the hall will have two basins.",
        "Prevention is the aim of the new rule.",
        "Next year the hall will grow.",
        "Comments from the public were heard for two days.",
        "上一年，该市新增企业三百家。",
        "编辑部今年迁入新址。",
        "Sponsored by the county, the hall opened.",
        "Share prices fell when the hall was sold.",
        "Source code of the turbine model is open to all.",
    ],
)
def test_sentences_that_begin_like_a_cue(line: str) -> None:
    assert not ends_article(line)
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Kari Lund is a reporter at Fjord Notes.",
        "Kari Lund covers harbours for Fjord Notes.",
        "Follow her on Twitter.",
        "Contact staff writer Kari Lund at kari@fjord.example.",
        "Reporting by Kari Lund; editing by Ole Berg",
        "Ole Berg contributed to this report.",
        "Like this story? Sign up for our weekly newsletter.",
    ],
)
def test_lines_that_sign_off(line: str) -> None:
    assert signs_off(line)


@pytest.mark.parametrize(
    "line",
    [
        "The mayor is a reporter by training.",
        "Police asked witnesses to contact them.",
        "The new rules follow him wherever he goes.",
    ],
)
def test_last_sentences_that_do_not_sign_off(line: str) -> None:
    assert not signs_off(line)


@pytest.mark.parametrize(
    "line",
    [
        "The hall in winter. (Photo by Kari Lund)",
        "Two turbines side by side. Photo: Kari Lund",
        "图为测试大厅一角",
        "测试大厅一角。记者 林某 摄",
        "Getty Images / Kari Lund",
    ],
)
def test_captions_are_told_by_their_credit(line: str) -> None:
    assert is_caption(line)
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["The pictures were taken in May.", "该市拍摄了三部短片。", "A photo of the hall won."]
)
def test_sentences_about_pictures_are_no_captions(line: str) -> None:
    assert not is_caption(line)


def test_an_end_mark_closes_an_article_and_a_list_of_others_does_not() -> None:
    assert closes_article("- END -")
    assert closes_article("Leave a Reply")
    assert not closes_article("Most Popular")


def test_a_hostile_line_is_judged_quickly() -> None:
    lines = [
        "1 " * 119,
        "share " * 40,
        "prev " * 47,
        "<" * 239,
        "[1] " * 59 + "x",
        "next next " * 23,
        "Aa " * 79,
        "by a@" * 47,
        "(photo " * 34,
    ]
    started = time.process_time()
    for line in lines:
        ends_article(line)
        is_furniture(line)
        signs_off(line)
    assert time.process_time() - started < 1.0
