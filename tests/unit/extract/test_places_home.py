"""The page's own region from its hint, and what it settles abroad."""

import pytest

from chronicle.extract import places
from chronicle.extract.places.home import home_of


@pytest.mark.parametrize(
    ("hint", "name"),
    [
        ("Texas, United States", "Texas"),
        ("Fife, United Kingdom", "Fife"),
        ("US-OH", "Ohio"),
        ("Queensland", "Queensland"),
        ("www.theparisnews.example", "Paris"),
        ("jacksonvilledailyprogress.example", "Jacksonville"),
        ("kentucky.example", "Kentucky"),
        ("www.nottinghampost.uk", "Nottingham"),
    ],
)
def test_the_hint_names_the_home(hint: str, name: str) -> None:
    home = home_of(hint)
    assert places.gazetteer().rows[home[0]].name == name


@pytest.mark.parametrize("hint", ["", None, "daily.example", "www.example", "a b c", "news.example Staff reporter"])
def test_a_hint_without_a_place_is_no_home(hint: str | None) -> None:
    assert home_of(hint) == ()


def test_a_country_and_a_state_lie_where_their_middle_is() -> None:
    found = {p.name: (p.lat, p.lon) for p in places.find("The rule holds in Kuwait, Ontario and California.", "en")}
    assert found == {"Kuwait": (29.5, 47.75), "Ontario": (49.25, -84.5), "California": (37.25, -119.75)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Aid reached Darfur.", "Darfur"),
        ("A ferry sank on Lake Victoria.", "Lake Victoria"),
        ("Ash from Mount Merapi fell on the fields.", "Mount Merapi"),
        ("Power failed on Sumatra.", "Sumatra"),
    ],
)
def test_islands_mountains_lakes_and_regions_are_places(text: str, name: str) -> None:
    assert [(p.name, p.level) for p in places.find(text, "en")] == [(name, "region")]


def test_a_peoples_adjective_supports_its_towns() -> None:
    assert [p.name for p in places.find("A Swedish nurse from Strömstad fell ill.", "en")] == ["Strömstad"]
    assert places.find("A nurse fell ill; Strömstad is her name.", "en") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crews came from Madison and London, and from Lexington.", {"US-KY"}),
        ("A farmer in Scotland, far from Somerset, wrote.", {"GB-SCT", "US-KY"}),
    ],
)
def test_towns_at_home_come_first(text: str, expected: set[str]) -> None:
    assert {p.admin1 for p in places.find(text, "en", "Kentucky, United States")} == expected


def test_a_text_without_a_hint_has_its_own_ground() -> None:
    text = "Fires burned near Marshalltown, Iowa, and Waterloo, Iowa. In Ames and Boone nobody was hurt."
    assert {p.admin1 for p in places.find(text, "en")} == {"US-IA"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man who lives in Lebanon, Missouri, said so.", ["Lebanon", "Missouri"]),
        ("Flights from London and Madrid were late.", ["London", "Madrid"]),
        ("Middle East respiratory syndrome is rare.", []),
        ("In Norway's Østfold county 113 fell ill.", ["Norway", "Ostfold"]),
        ("A bus from Allahabad overturned in India.", ["Prayagraj", "India"]),
    ],
)
def test_words_beside_names(text: str, expected: list[str]) -> None:
    assert [p.name for p in places.find(text, "en")] == expected
