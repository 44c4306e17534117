import time

import pytest

from chronicle.clean.cues import ends_article, is_furniture


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


def test_a_hostile_line_is_judged_quickly() -> None:
    lines = ["1 " * 119, "share " * 40, "prev " * 47, "<" * 239, "[1] " * 59 + "x", "next next " * 23]
    started = time.process_time()
    for line in lines:
        ends_article(line)
        is_furniture(line)
    assert time.process_time() - started < 1.0
