"""Titles: short, of the clause's own words in their order, without what a headline leaves out."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.extract.titles import HARDEST, LONGEST, LONGEST_ZH, title_of

LONG = (
    "The Ganjiang district opened a park for robot makers in the north of the town, which had been planned for years "
    * 3
)
PIECES = [
    *(
        "On May 3, ",
        "the city ",
        "opened ",
        "a park",
        ", which is new, ",
        " (40 ha)",
        "; ",
        ": ",
        " and ",
        "said ",
        "to ",
    ),
    *(
        "2025",
        " 3.5 billion yuan",
        '"',
        "“",
        "”",
        "，",
        "。",
        "、",
        "《",
        "近日，",
        "市政府",
        "印发",
        "\n",
        "HANGZHOU -- ",
        ". The ",
    ),
]
ENGLISH = [
    ("HANGZHOU, Nov 3 (Xinhua) -- The city opened a robot park.", "The city opened a robot park"),
    ("On May 3, the Ganjiang bureau issued 12 measures for chips.", "The Ganjiang bureau issued 12 measures for chips"),
    ("The park, which cost 40 million yuan, has opened its doors to firms.", "The park has opened its doors to firms"),
    ("Output reached 4.5 billion yuan, said Wang Haoran, director of the zone.", "Output reached 4.5 billion yuan"),
    ("Beihe Robotics, a maker of arms for cars, delivered 60 machines.", "Beihe Robotics delivered 60 machines"),
    ("It is understood that the zone has gathered 300 firms.", "The zone has gathered 300 firms"),
    (
        (
            "The Ganjiang district set up a fund of 3 billion yuan (432 million dollars) for young chip firms, which "
            "may ask for up to 10 million yuan each in three years."
        ),
        "The Ganjiang district set up a fund of 3 billion yuan for young chip firms",
    ),
    (
        (
            "The Beihe Academy and the Ministry of Science and Technology of the province have agreed on a laboratory "
            "for new materials on the coast."
        ),
        "The Beihe Academy and the Ministry of Science and Technology of the province have agreed",
    ),
]
CHINESE = [
    ("本报讯（记者 王浩）近日，兰山市印发科技创新支持办法。", "兰山市印发科技创新支持办法"),
    ("记者从市科技局获悉，全市高新技术企业达到400家。", "全市高新技术企业达到400家"),
    ("5月3日，兰山大学与北河医药签约。双方将共建实验室。", "兰山大学与北河医药签约"),
]


def words_of(text: str, lang: str) -> list[str]:
    """Words of a text, folded; in Chinese every character is one."""
    return re.findall(r"\w" if lang == "zh" else r"\w+", text.lower())


@pytest.mark.parametrize(("text", "title"), ENGLISH)
def test_english(text: str, title: str) -> None:
    assert title_of(text, 0, len(text), "en") == title


@pytest.mark.parametrize(("text", "title"), CHINESE)
def test_chinese(text: str, title: str) -> None:
    assert title_of(text, 0, len(text), "zh") == title


@pytest.mark.parametrize("text", [LONG, "a" * 400, "The park opened.", "，。", "x"])
def test_a_title_is_short_and_never_empty(text: str) -> None:
    assert 0 < len(title_of(text, 0, len(text), "en")) <= LONGEST


@given(
    st.text(max_size=300) | st.lists(st.sampled_from(PIECES), max_size=50).map("".join), st.sampled_from(["en", "zh"])
)
@settings(deadline=None, max_examples=300)
def test_a_title_is_words_of_the_text_in_order(text: str, lang: str) -> None:
    title = title_of(text, 0, len(text), lang)
    rest = iter(words_of(text, "zh"))
    assert all(word in rest for word in words_of(title, "zh"))
    if lang == "en" and len(title) < LONGEST:  # a word may only be cut where there is nothing else to cut at
        assert set(words_of(title, lang)) <= set(words_of(text, lang))
    assert len(title) <= (LONGEST_ZH if lang == "zh" else HARDEST)
    assert bool(title) == bool(text.strip())
