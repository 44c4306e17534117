from hypothesis import given
from hypothesis import strategies as st

from chronicle.clean.textdump import lines_of, main_lines, weight
from tests.unit.clean.pages import PARAGRAPHS, dump


def kept(text: str) -> list[str]:
    lines = lines_of(text)
    return [lines[index].text for index in main_lines(lines)]


def test_wrapped_paragraphs_are_one_line_again() -> None:
    wrapped = (
        "The port town of Larvik opened a test hall for tidal turbines\n"
        "on Monday, after three years of building work that had cost a\n"
        "good deal more than planned."
    )
    assert [line.text for line in lines_of(wrapped)] == [wrapped.replace("\n", " ")]


def test_short_lines_are_not_joined() -> None:
    assert [line.text for line in lines_of("Results\nFirst point.\nSecond point.")] == [
        "Results", "First point.", "Second point.",
    ]  # fmt: skip


def test_a_heading_between_paragraphs_stays_and_furniture_goes() -> None:
    text = "\n\n".join(
        (PARAGRAPHS[0], "A hall for all", PARAGRAPHS[1], "Share to QQ zone", PARAGRAPHS[2], "- END -", PARAGRAPHS[3])
    )
    assert kept(text) == [PARAGRAPHS[0], "A hall for all", PARAGRAPHS[1], PARAGRAPHS[2]]


def test_a_cue_above_the_article_does_not_end_it() -> None:
    assert kept("A long headline about something else that people read a lot\n\nMost Popular\n\n" + dump()) == list(
        PARAGRAPHS
    )


def test_chinese_counts_by_the_character() -> None:
    assert weight("实验室") == 9
    sentence = "新的实验室今天上午正式启用，首批五十家企业签约入驻。"
    assert kept(f"当前位置：首页 > 新闻\n新实验室启用\n{sentence}\n{sentence}\n上一篇：无\n相关新闻\n渡轮") == [
        sentence,
        sentence,
    ]


@given(st.text(max_size=300))
def test_lines_keep_their_order_and_their_numbers(text: str) -> None:
    lines = lines_of(text)
    assert [line.line for line in lines] == sorted({line.line for line in lines})
    chosen = main_lines(lines)
    assert list(chosen) == sorted(set(chosen))
