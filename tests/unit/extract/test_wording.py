"""Programmes, industries, salience and what --explain says: words for people, from the text alone."""

import pytest

from chronicle.clean.article import Article
from chronicle.extract import extract
from chronicle.extract.explain import explain, in_words
from chronicle.extract.industries import industries_in, lexicon
from chronicle.extract.programmes import programmes_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Under the Lakeside Talent Program, 40 people came.", ("Lakeside Talent Program",)),
        ("According to the Implementation Measures for Building Test Sites, it starts.",
         ("Implementation Measures for Building Test Sites",)),
        ("市政府印发《关于加快创新的若干措施》。", ("关于加快创新的若干措施",)),
        ("The plan of the city is good.", ()),
        ("They are tied to 7G Harbour, a Business Lakeland program that runs until 2026.", ("7G Harbour",)),
        ("Grants are paid under a scheme called Lake Tech since May.", ("Lake Tech",)),
        ("The Lakeside Project Group met at the 9th Strait Project Fair.", ()),
        ("From 2000 to 2013 the Innovation Action Plan paid for 20 firms.", ("Innovation Action Plan",)),
    ],
)  # fmt: skip
def test_programmes(text: str, names: tuple[str, ...]) -> None:
    assert programmes_in(text, 0, len(text)) == names


def test_industries_come_from_the_controlled_list() -> None:
    text = "Firms in quantum computing, 基因 and new materials."
    found = industries_in(lexicon().find(text), 0, len(text))
    assert found == ("biotechnology", "new materials", "quantum technology")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Makers of new energy vehicles and gene chips.", ("automotive", "biotechnology")),
        ("A start-up port for the young.", ()),
        ("Intelligent medicine and 生物医药", ("biotechnology", "medical technology")),
        ("The locomotives run on hydrogen.", ("new energy", "rail equipment")),
    ],
)
def test_a_word_inside_a_longer_one_names_no_industry(text: str, names: tuple[str, ...]) -> None:
    assert industries_in(lexicon().find(text), 0, len(text)) == names


def test_explain_names_rules_cues_and_silence() -> None:
    article = Article("The city issued 18 measures for chip makers on May 14.", "Chip makers", "2021-05-18", lang="en")
    lines = "\n".join(explain(article))
    assert "a measure is issued" in lines
    assert "issue “issued”" in lines
    assert "date of the clause" in lines
    silent = explain(Article("It rained.", "Rain", None, lang="en"))
    assert len(silent) == 1
    assert "not about innovation" in silent[0]


def test_explain_tells_roles_titles_quantities_and_the_learned_opinion_in_words() -> None:
    text = "Lanshan University and Beihe Pharma signed a contract worth 3 million yuan on gene therapy on May 14."
    lines = "\n".join(explain(Article(text, "Gene therapy", "2021-05-18", lang="en")))
    assert "actor “Beihe Pharma”, company (actors.toml): Beihe Pharma is party: “signed” (signs) (roles.toml)" in lines
    assert "quantity “3 million yuan”: 3,000,000 CNY" in lines
    assert "title (titles.toml): Lanshan University and Beihe Pharma signed a contract worth 3 million yuan" in lines
    told = in_words("learned from c:future, w:to; by the rules occurred, told as done")
    assert "the cue “future”, the word “to”; by the rules occurred" in told


def test_the_lead_is_main_and_history_background() -> None:
    text = (
        "Robot makers opened a laboratory in Zhuzhou on May 3, 2021.\nIt has 40 researchers.\n"
        "In 2009 the city founded its first technology park."
    )
    mentions = extract(Article(text, "Robot makers open laboratory in Zhuzhou", "2021-05-05", lang="en"))
    assert [mention.salience for mention in mentions] == ["main", "sub", "background"]
