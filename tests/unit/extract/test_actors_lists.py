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
