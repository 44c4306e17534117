import random
import time
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.dedupe import events, stories
from tests.unit.dedupe.tables import event_frames, own_stories

Row = dict[str, Any]
WUXI, SUZHOU = [("Wuxi", "320200")], [("Suzhou", "320500")]


def told(rows: list[Row], story_of: dict[int, int] | None = None) -> list[int]:
    """For each row, the row whose mention gives its event's id."""
    mentions, places, actors, figures = event_frames(rows)
    table = own_stories(mentions)
    if story_of:
        names = {f"a{article:05d}": f"a{story:05d}" for article, story in story_of.items()}
        table = table.with_columns(story_id=pl.col("article_id").replace(names))
    found = events.assign(mentions, places, actors, figures, table)
    by_mention = dict(found.rows())
    return [int(by_mention[mention][1:]) for mention in mentions["mention_id"]]


SIGNING: Row = {
    "article": 0,
    "quote": "Wuxi and the Hanlin Group signed a cooperation agreement worth 12.6 billion yuan for a sensor campus.",
    "date": "2021-03-05",
    "places": WUXI,
    "actors": ["Hanlin Group"],
    "figures": [("12600000000", "CNY")],
}


def test_one_happening_in_other_words_is_one_event() -> None:
    other = SIGNING | {
        "article": 1,
        "quote": "A deal over 12.6 billion yuan brings the sensor campus of Hanlin Group to Wuxi.",
        "type": "funding",
        "date": "2021-03",
    }
    assert told([SIGNING, other]) == [0, 0]


def test_one_happening_in_two_languages_is_one_event() -> None:
    chinese = SIGNING | {
        "article": 1,
        "quote": "无锡市与翰林集团签署总投资126亿元的传感器园区合作协议。",
        "actors": ["翰林集团"],
        "places": [("无锡市", "320200")],
    }
    assert told([SIGNING, chinese]) == [0, 0]


def test_three_agreements_in_one_place_and_week_stay_apart() -> None:
    rows = [
        {
            "article": n,
            "quote": f"{firm} signed an agreement with Wuxi on {what}.",
            "date": f"2021-03-0{n + 3}",
            "places": WUXI,
            "actors": [firm],
            "figures": [(figure, "CNY")],
        }
        for n, (firm, what, figure) in enumerate(
            [
                ("Hanlin Group", "a sensor campus", "12600000000"),
                ("Boreal Motors", "a battery works", "3400000000"),
                ("Qingshan Pharma", "a vaccine centre", "870000000"),
            ]
        )
    ]
    assert told(rows) == [0, 1, 2]


def test_two_editions_of_a_forum_stay_apart() -> None:
    rows = [
        {
            "article": n,
            "type": "meeting",
            "quote": f"The {nth} Taihu Forum on Sensing Technology opened in Wuxi with 1,200 guests.",
            "date": f"{year}-09-12",
            "places": WUXI,
            "figures": [(str(n + 3), None), ("1200", None)],
        }
        for n, (nth, year) in enumerate([("third", 2019), ("fourth", 2020)])
    ]
    assert told(rows) == [0, 1]


def test_a_place_in_another_province_is_another_event() -> None:
    elsewhere = SIGNING | {"article": 1, "places": [("Ningbo", "330200")], "actors": [], "date": None}
    elsewhere["quote"] = "Ningbo is to receive 12.6 billion yuan for roads and bridges."
    assert told([SIGNING, elsewhere]) == [0, 1]


def test_mentions_of_one_article_stay_apart_though_each_looks_like_a_third() -> None:
    twin = SIGNING | {"quote": SIGNING["quote"] + " It was the second signing."}
    other = SIGNING | {"article": 1}
    found = told([SIGNING, twin, other])
    assert found[0] == found[2] == 0
    assert found[1] == 1


def test_mentions_of_copies_line_up_one_to_one() -> None:
    quotes = [
        "Under the plan the district runs 80 training sessions for young founders.",
        "A further fund was set aside for science projects this year.",
        "Agreements for 22 projects were signed online at the meeting.",
    ]
    rows: list[Row] = [{"article": 0, "quote": quote, "type": "service"} for quote in quotes]
    rows += [{"article": 1, "quote": quote.replace("the ", ""), "type": "other"} for quote in quotes]
    assert told(rows, story_of={0: 0, 1: 0}) == [0, 1, 2, 0, 1, 2]


def test_a_chain_of_half_matches_does_not_make_one_event() -> None:
    rows = [
        {
            "article": n,
            "type": "statistics",
            "quote": f"Output of the zone reached {n + 10}.5 billion yuan, after {n + 9}.5 billion the year before.",
            "date": f"{2005 + n}",
            "places": WUXI,
            "figures": [(f"{n + 10}500000000", "CNY"), (f"{n + 9}500000000", "CNY")],
        }
        for n in range(6)
    ]
    assert told(rows) == list(range(6))


def test_a_vague_date_agrees_and_a_yearless_one_with_its_day() -> None:
    vague = SIGNING | {"article": 1, "date": "2021"}
    assert told([SIGNING, vague]) == [0, 0]


def test_the_earliest_mention_gives_the_id_and_its_loss_the_next() -> None:
    rows = [SIGNING | {"article": n, "quote": SIGNING["quote"] + f" Report {n}."} for n in (2, 0, 1)]
    assert told(rows) == [1, 1, 1]
    assert told([rows[0], rows[2]]) == [1, 1]


def test_no_mentions_are_no_events() -> None:
    mentions, places, actors, figures = event_frames([])
    found = events.assign(mentions, places, actors, figures, pl.DataFrame(schema=stories.STORY))
    assert dict(found.schema) == events.MEMBERSHIP


def many(count: int) -> list[Row]:
    dice = random.Random(9)  # noqa: S311 - facts for tests
    firms = ["Hanlin Group", "Boreal Motors", "Qingshan Pharma", "Delta Optics"]
    rows: list[Row] = []
    for n in range(count):
        firm, amount, place = dice.choice(firms), dice.choice(["126", "34", "875", "52"]), dice.choice([WUXI, SUZHOU])
        rows.append(
            {
                "article": n // 2,
                "quote": f"{firm} signed for {amount} hundred million in {place[0][0]}, note {dice.randint(0, 3)}.",
                "date": dice.choice(["2021-03-05", "2021-03", "2021", None]),
                "places": place,
                "actors": [firm],
                "figures": [(amount + "00000000", "CNY")],
            }
        )
    return rows


FRAMES = event_frames(many(40))


@settings(deadline=None, max_examples=15)
@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(dice: random.Random) -> None:
    table = own_stories(FRAMES[0])
    shuffled = []
    for frame in FRAMES:
        rows = list(range(frame.height))
        dice.shuffle(rows)
        shuffled.append(frame[rows])
    assert events.assign(*shuffled, table).equals(events.assign(*FRAMES, table))


@pytest.mark.parametrize("copies", [300])
def test_a_story_of_many_copies_keeps_its_events(copies: int) -> None:
    quotes = [
        "The park opened on Monday with 21 firms.",
        "The city will add 300 flats for their staff.",
    ]
    rows: list[Row] = [{"article": n, "quote": quote} for n in range(copies) for quote in quotes]
    assert told(rows, story_of=dict.fromkeys(range(copies), 0)) == [0, 1] * copies


@pytest.mark.parametrize("copied", [True, False], ids=["one story", "own stories"])
def test_ten_thousand_identical_pages_take_no_long_time(copied: bool) -> None:
    count = 10_000
    rows = [SIGNING | {"article": n} for n in range(count)]
    began = time.process_time()
    found = told(rows, story_of=dict.fromkeys(range(count), 0) if copied else None)
    assert time.process_time() - began < 20
    assert set(found) == ({0} if copied else set(range(count)))


@pytest.mark.parametrize("quote", ["—", "word " * 100_000, "三" * 100_000, "1 2 3"])
def test_odd_quotes_make_events(quote: str) -> None:
    rows: list[Row] = [{"article": n, "quote": quote} for n in range(3)]
    assert len(told(rows)) == 3
    assert told(rows, story_of=dict.fromkeys(range(3), 0)) == [0, 0, 0]
