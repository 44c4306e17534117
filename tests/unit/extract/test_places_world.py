"""Places abroad in English text: towns told apart by their states, people and teams left out."""

import pytest

from chronicle.extract import places


def found(text: str) -> list[tuple[str, str | None]]:
    return [(p.name, p.iso3166_2 or p.admin1 or p.country) for p in places.find(text, "en")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He lives in Paris, Texas.", [("Paris", "US-TX"), ("Texas", "US-TX")]),
        ("She lives in Paris.", [("Paris", "FR-IDF")]),
        ("Athens, Ohio, is a college town.", [("Athens", "US-OH"), ("Ohio", "US-OH")]),
        ("Athens, Ga., is a college town.", [("Athens", "US-GA"), ("Georgia", "US-GA")]),
        ("Athens, Greece, is old.", [("Athens", "GR-I"), ("Greece", "GR")]),
        ("Springfield, Ill., grew.", [("Springfield", "US-IL"), ("Illinois", "US-IL")]),
        ("Springfield, Mass., grew.", [("Springfield", "US-MA"), ("Massachusetts", "US-MA")]),
        ("Cambridge, England, has a river.", [("Cambridge", "GB-ENG"), ("England", "GB-ENG")]),
        ("Cambridge, Mass., has a river.", [("Cambridge", "US-MA"), ("Massachusetts", "US-MA")]),
        ("A fire in Lamar County, Texas", [("Lamar County", "US-TX"), ("Texas", "US-TX")]),
        ("Tbilisi, Georgia, hosts the talks.", [("Tbilisi", "GE-TB"), ("Georgia", "GE")]),
        ("Farmers near Atlanta, Georgia, wait.", [("Atlanta", "US-GA"), ("Georgia", "US-GA")]),
        ("He flew to Washington, D.C., on Monday.", [("Washington", "US-DC")]),
        ("The state of New York sued.", [("New York", "US-NY")]),
        ("Shops in New York closed.", [("New York", "US-NY")]),
        ("Talks in Geneva ended.", [("Geneva", "CH-GE")]),
        ("A fund in Florianópolis, Brazil", [("Florianópolis", "BR-SC"), ("Brazil", "BR")]),
        ("A fund in Oulu, Finland", [("Oulu", "FI-14"), ("Finland", "FI")]),
        ("Kiev and Kyiv are one.", [("Kyiv", "UA-30"), ("Kyiv", "UA-30")]),
        ("Bombay became Mumbai.", [("Mumbai", "IN-MH"), ("Mumbai", "IN-MH")]),
        ("Cases rose in Guinea and Sierra Leone.", [("Guinea", "GN"), ("Sierra Leone", "SL")]),
        ("Cases rose in West Africa.", [("West Africa", None)]),
        ("Ebola hit the Democratic Republic of the Congo.", [("Democratic Republic of the Congo", "CD")]),
        ("U.S.-China trade fell.", [("United States", "US"), ("China", "CN")]),
        ("A Canada-based firm won.", [("Canada", "CA")]),
        ("Sen. John Roe, R-Texas, spoke.", [("Texas", "US-TX")]),
        ("Nice, France, is warm.", [("Nice", "FR-PAC"), ("France", "FR")]),
        ("Northern Ireland and Wales", [("Northern Ireland", "GB-NIR"), ("Wales", "GB-WLS")]),
        ("Wilkes-Barre, Pa., flooded.", [("Wilkes-Barre", "US-PA"), ("Pennsylvania", "US-PA")]),
    ],
)  # fmt: skip
def test_settled_by_what_stands_beside(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected


def test_settled_by_the_rest_of_the_text() -> None:
    text = "Texas troopers stopped a truck near Bonham. Paris police arrested the driver on Monday."
    assert found(text)[-1] == ("Paris", "US-TX")


def test_towns_of_a_list_share_its_preposition() -> None:
    text = "No new cases were seen in Kenema and Kailahun. Freetown, Sierra Leone, saw nine."
    assert [name for name, _ in found(text)] == ["Kenema", "Kailahun", "Freetown", "Sierra Leone"]


def test_an_address_names_a_town_that_no_table_has() -> None:
    assert found("A man from Little Zork, Del., was held.") == [("Little Zork", "US-DE"), ("Delaware", "US-DE")]


def test_a_family_name_is_no_town_after_its_bearer_was_named() -> None:
    text = "In Alabama, Susan Guntersville won. Guntersville thanked all."
    assert found(text) == [("Alabama", "US-AL")]


def test_cities_outweigh_regions_named_after_them() -> None:
    assert [p.level for p in places.find("Talks in Geneva, Tokyo and Utrecht ended.", "en")] == ["city"] * 3


@pytest.mark.parametrize("text", ["the Strait of Malacca", "the University of the Basque Country", "the Bayh-Dole act"])
def test_names_that_hang_on_another_word(text: str) -> None:
    assert found(text) == []


def test_georgia_is_a_state_where_its_towns_are_named() -> None:
    assert found("ATLANTA -- Officials warned Georgia to wait.") == [("Atlanta", "US-GA"), ("Georgia", "US-GA")]


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton met Jack London.",
        "Virginia Woolf and Michael Jordan talked.",
        "Jackson said Lincoln was late.",
        "The University of Georgia won.",
        "The Boston Celtics beat the Manchester City reserves.",
        "Florida State lost to the Philadelphia 76ers.",
        "The New York Times and the Chicago Tribune reported it.",
        "President Washington led the way.",
        "Reading is nice, of course.",
        "Mr. Houston left in August.",
    ],
)
def test_people_teams_and_papers_are_no_places(text: str) -> None:
    assert found(text) == []
