"""Firms of one or two words in lists and beside what firms do; offices in small letters; leading groups."""

import pytest

from chronicle.extract import actors


def names(text: str, lang: str = "en") -> set[str]:
    return {actor.name for actor in actors.find(text, lang)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Eight unicorns are there, including Milvora, Tolrex Robotics and Unacore.",
            {"Milvora", "Tolrex Robotics", "Unacore"},
        ),
        ("A hub was opened with Nokia, Kivaro and Ostela on board.", {"Nokia", "Kivaro", "Ostela"}),
        ("It moved in with Lumiwell, Hestera and 14 other companies.", {"Lumiwell", "Hestera"}),
        ("The region awarded 3 million euros to Ikerlode and Tecnalia.", {"Ikerlode", "Tecnalia"}),
        ("Amperolo and Ziplora are among the first tenants.", {"Amperolo", "Ziplora"}),
        ("The county council agreed with CSK to build a data centre.", {"CSK"}),
        ("A plant of Baixing Green Ammonia started up in May.", {"Baixing Green Ammonia"}),
        ("The Xinyue Display from Dongguan put in 2 billion yuan.", {"Xinyue Display"}),
        ("The zone signed with Kessler Antrieb from Essen in June.", {"Kessler Antrieb"}),
        (
            "In all 58 companies passed. Six lie here, including Luzhou Marine Heavy Industry and Qingtian Pumps.",
            {"Luzhou Marine Heavy Industry", "Qingtian Pumps"},
        ),
        ("Leading Group of Hebei Talents issued a list.", {"Leading Group of Hebei Talents"}),
        ("Regional minister of science Begoña Ulloa will chair it.", {"Begoña Ulloa"}),
    ],
)
def test_firms_and_groups(text: str, expected: set[str]) -> None:
    assert expected <= names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It won a prize of the 2020 National Technology and Invention Award.", "National Technology"),
        ("Five Fortune Global 500 firms came to the fair.", "Fortune Global"),
        ("Fields were named, including New Materials and Biomedicine.", "New Materials"),
        ("The Green Display was switched on in the square.", "Green Display"),
    ],
)
def test_awards_fields_and_rankings_are_no_actors(text: str, name: str) -> None:
    assert name not in names(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Luoyang's municipal forestry and water bureau opened a site.", {"municipal forestry and water bureau"}),
        ("Said Lin Tao, head of the district's talent promotion bureau.", {"talent promotion bureau"}),
        (
            "Xuzhou's bureau of industry and information technology told so.",
            {"bureau of industry and information technology"},
        ),
        ("Permits go through Weihai's foreign experts bureau and take a week.", {"foreign experts bureau"}),
        ("It was held by the municipal government of Taizhou.", {"municipal government of Taizhou"}),
        ("It rests on a law that the regional parliament passed in May.", {"regional parliament"}),
        ("It ran with the municipal market supervision bureau as host.", {"municipal market supervision bureau"}),
    ],
)
def test_offices_in_small_letters(text: str, expected: set[str]) -> None:
    assert expected <= names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Toyota's research department and the company's sales department moved.",
        "The firm's head office has moved, and so did the family's tax office.",
    ],
)
def test_departments_of_firms_are_no_offices(text: str) -> None:
    assert not {name for name in names(text) if name.islower()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The reporter learned that Fuxin municipal Forestry Bureau set six points.",
            {"Fuxin municipal Forestry Bureau"},
        ),
        ("The show at the Laborda centre in Gijón drew 240 guests.", {"Laborda centre"}),
    ],
)
def test_levels_and_sorts_belong_to_the_name(text: str, expected: set[str]) -> None:
    assert expected <= names(text)


@pytest.mark.parametrize("text", ["The Yancheng city center was rebuilt.", "Firms set up an R&D center in the zone."])
def test_centres_of_towns_and_firms_have_no_name(text: str) -> None:
    assert names(text) == set()


def test_a_joining_word_after_a_company_is_no_part_of_the_next() -> None:
    assert "同研究院" not in names("汉中钛材有限公司同研究院签订合同6份。", "zh")
