"""Titles, programmes, industries, salience and what --explain says: words for people, from the text alone."""

import pytest

from chronicle.clean.article import Article
from chronicle.extract import extract
from chronicle.extract.explain import explain
from chronicle.extract.industries import industries_in, lexicon
from chronicle.extract.programmes import programmes_in
from chronicle.extract.titles import LONGEST, LONGEST_ZH, title_of

LONG = (
    "The Ganjiang district opened a park for robot makers in the north of the town, which had been planned for years "
    * 3
)


@pytest.mark.parametrize("text", [LONG, "a" * 400, "The park opened.", "，。", "x"])
def test_a_title_is_short_and_never_empty(text: str) -> None:
    assert 0 < len(title_of(text, 0, len(text), "en")) <= max(LONGEST, 1)


def test_a_title_uses_the_words_of_the_text() -> None:
    title = title_of(LONG, 0, len(LONG), "en")
    assert title in LONG
    chinese = "市政府今天印发若干措施，支持生物医药企业发展壮大，" * 4
    assert len(title_of(chinese, 0, len(chinese), "zh")) <= LONGEST_ZH


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Under the Lakeside Talent Program, 40 people came.", ("Lakeside Talent Program",)),
        ("According to the Implementation Measures for Building Test Sites, it starts.",
         ("Implementation Measures for Building Test Sites",)),
        ("市政府印发《关于加快创新的若干措施》。", ("关于加快创新的若干措施",)),
        ("The plan of the city is good.", ()),
    ],
)  # fmt: skip
def test_programmes(text: str, names: tuple[str, ...]) -> None:
    assert programmes_in(text, 0, len(text)) == names


def test_industries_come_from_the_controlled_list() -> None:
    text = "Firms in quantum computing, 基因 and new materials."
    found = industries_in(lexicon().find(text), 0, len(text))
    assert found == ("biotechnology", "new materials", "quantum technology")


def test_explain_names_rules_cues_and_silence() -> None:
    article = Article("The city issued 18 measures for chip makers on May 14.", "Chip makers", "2021-05-18", lang="en")
    lines = "\n".join(explain(article))
    assert "a measure is issued" in lines
    assert "issue “issued”" in lines
    assert "date of the clause" in lines
    silent = explain(Article("It rained.", "Rain", None, lang="en"))
    assert len(silent) == 1
    assert "not about innovation" in silent[0]


def test_the_lead_is_main_and_history_background() -> None:
    text = (
        "Robot makers opened a laboratory in Zhuzhou on May 3, 2021.\nIt has 40 researchers.\n"
        "In 2009 the city founded its first technology park."
    )
    mentions = extract(Article(text, "Robot makers open laboratory in Zhuzhou", "2021-05-05", lang="en"))
    assert [mention.salience for mention in mentions] == ["main", "sub", "background"]
