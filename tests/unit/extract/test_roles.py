"""The part of each actor in its event: cues beside it, lists, "by", posts, and silence when nothing speaks."""

import pytest

from chronicle.clean.article import Article
from chronicle.extract import extract
from chronicle.extract.lexicon import load
from chronicle.extract.roles import cues_of, table
from chronicle.schema import EVENT_TYPES

ENGLISH = [
    ("Lanshan University and Beihe Pharma signed a contract on gene therapy on May 3.", "Beihe Pharma", "party"),
    ("Lanshan University and Beihe Pharma signed a contract on gene therapy on May 3.", "Lanshan University", "party"),
    (
        "The forum on quantum technology was hosted by the Lanshan Science and Technology Bureau on May 3.",
        "Lanshan Science and Technology Bureau",
        "host",
    ),
    (
        "The incubator opened on May 3 and is operated by Beihe Technology Co., Ltd. with 40 start-ups.",
        "Beihe Technology Co., Ltd.",
        "operator",
    ),
    (
        "Beihe Robotics won the first prize of the national innovation contest on May 3, 2021.",
        "Beihe Robotics",
        "awardee",
    ),
    (
        "The Ministry of Science and Technology approved the national innovation laboratory on May 3, 2021.",
        "Ministry of Science and Technology",
        "awarder",
    ),
    (
        "The Lanshan Science and Technology Bureau issued the Measures for Supporting Innovation on May 3.",
        "Lanshan Science and Technology Bureau",
        "issuer",
    ),
    (
        "The number of high-tech enterprises rose to 400 last year, said Wang Haoran, deputy director of the bureau.",
        "Wang Haoran",
        "speaker",
    ),
]
PASSIVE = [
    (
        "Beihe Robotics, founded in the zone in 2009, won the national innovation prize on May 3.",
        "Beihe Robotics",
        "awardee",
    ),
    (
        "The high-tech fund with Lanshan Bank, set up on May 3, finances 40 innovation projects.",
        "Lanshan Bank",
        "funder",
    ),
]
CHINESE = [
    ("5月3日，兰山市科技局印发《科技创新支持办法》。", "兰山市科技局", "issuer"),
    ("5月3日，兰山大学与北河医药有限公司签署战略合作协议。", "兰山大学", "party"),
    ("5月3日，由兰山市人民政府主办的科技创新论坛开幕，200名专家到会。", "兰山市人民政府", "host"),
    ("科技局局长王浩然介绍，去年全市高新技术企业达到400家。", "王浩然", "speaker"),
]


def roles(text: str, lang: str) -> dict[str, str | None]:
    """The roles by name of a page about innovation with this text."""
    title = "科技创新与高新技术企业" if lang == "zh" else "Science, technology and innovation of high-tech enterprises"
    article = Article(
        text=text,
        title=title,
        published="2021-05-04",
        published_kind="published",
        author=None,
        source=None,
        lang=lang,
        url=None,
    )
    return {actor.name: actor.role for mention in extract(article) for actor in mention.actors}


@pytest.mark.parametrize(("text", "name", "role"), [*ENGLISH, *PASSIVE])
def test_english(text: str, name: str, role: str) -> None:
    assert roles(text, "en").get(name, "not found") == role


@pytest.mark.parametrize(("text", "name", "role"), CHINESE)
def test_chinese(text: str, name: str, role: str) -> None:
    assert roles(text, "zh").get(name, "not found") == role


def test_a_list_of_persons_with_posts_shares_its_role() -> None:
    text = (
        "At the innovation forum on May 3 guests came: Wang Haoran, president of Lanshan University; Li Mingyu, "
        "vice mayor of Lanshan; and Zhao Ruolan, general manager of Beihe Technology."
    )
    found = roles(text, "en")
    assert {found[name] for name in ("Wang Haoran", "Li Mingyu", "Zhao Ruolan")} == {"participant"}


def test_table_keeps_to_the_closed_list() -> None:
    usual = table()
    named = [role for value in usual.cues.values() for role in ([value] if isinstance(value, str) else value.values())]
    for by_type in (usual.typical, usual.anywhere, usual.person):
        named += by_type.values()
        assert set(by_type) <= set(EVENT_TYPES)
    assert {*named, "affiliation"} == usual.roles  # the last from a person beside it, not from a cue
    for value in usual.cues.values():
        assert isinstance(value, str) or set(value) - {"else"} <= set(EVENT_TYPES)


def test_each_word_speaks_for_one_cue_and_every_cue_has_words() -> None:
    spoken = {*cues_of("en").named.values(), *cues_of("zh").named.values()}
    assert spoken == set(load("roles")["cue"])
