from typing import Any

import polars as pl
import pytest

from chronicle.dedupe import clashes, pairing
from tests.unit.dedupe.tables import event_frames

Row = dict[str, Any]
WUXI, SUZHOU, HEFEI, JIANGSU = ("Wuxi", "320200"), ("Suzhou", "320500"), ("Hefei", "340100"), ("Jiangsu", "320000")


def clash(left: Row, right: Row) -> tuple[int, bool, bool, bool]:
    """What clashes between two mentions: kinds of figures, actors, regions, cities."""
    rows = [{"quote": "It opened.", **side, "article": n} for n, side in enumerate((left, right))]
    mentions, places, actors, figures = event_frames(rows)
    met = pl.DataFrame({"node": [1], "other": [0]}, schema=pairing.PAIR)
    told = mentions.with_columns(node=pl.Series([0, 1]))
    found = clashes.clashes(met, told, places, actors, figures).select(list(clashes.CLASH)[2:])
    return found.row(0)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([("12600000000", "CNY")], [("3400000000", "CNY")], 1),
        ([("12600000000", "CNY")], [("13000000000", "CNY")], 0),
        ([("12600000000", "CNY")], [("3400000000", "USD")], 0),
        ([("5", "CNY"), ("7", "CNY")], [("7", "CNY"), ("9", "CNY")], 0),
        ([("3", None, "ordinal")], [("4", None, "ordinal")], 1),
        ([("8", None, "duration", "years")], [("9", None, "duration", "years")], 1),
        ([("30", None, "count", "firms")], [("1200", None, "count", "guests")], 0),
        ([("30", None)], [("1200", None)], 0),
        ([("30", None, "count", "Firms"), ("5", "EUR")], [("40", None, "count", "firms"), ("9", "EUR")], 2),
        ([("30", None, "count", "firms")], [], 0),
    ],
)
def test_figures_of_one_kind_clash_unless_one_is_near(left: list[Any], right: list[Any], expected: int) -> None:
    assert clash({"figures": left}, {"figures": right})[0] == clash({"figures": right}, {"figures": left})[0]
    assert clash({"figures": left}, {"figures": right})[0] == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"actors": ["Hanlin Group"]}, {"actors": ["Boreal Motors Group"]}, True),
        ({"actors": ["Hanlin Group"]}, {"actors": ["The Hanlin Company"]}, False),
        ({"actors": ["Hanlin Group"]}, {"actors": ["Boreal Motors"], "quote": "Boreal and Hanlin signed."}, False),
        ({"actors": ["Hanlin Group"]}, {"quote": "A company signed."}, False),
        ({"actors": ["National Research Council"]}, {"actors": ["Boreal Motors"]}, False),
        ({"actors": ["翰林集团"]}, {"actors": ["北岭汽车"]}, True),
        ({"actors": ["翰林集团"]}, {"actors": ["北岭汽车"], "quote": "北岭汽车与翰林集团签约。"}, False),
    ],
)
def test_actors_clash_where_each_side_has_one_the_other_does_not_mention(left: Row, right: Row, expected: bool) -> None:
    assert clash(left, right)[1] is expected
    assert clash(right, left)[1] is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([WUXI], [WUXI], (False, False)),
        ([WUXI], [SUZHOU], (False, True)),
        ([WUXI], [HEFEI], (True, True)),
        ([WUXI], [JIANGSU], (False, False)),
        ([WUXI, HEFEI], [HEFEI], (False, False)),
        ([WUXI], [], (False, False)),
        ([("Oulu", "FI-14")], [("Bergen", "NO-46")], (True, True)),
    ],
)
def test_places_clash_by_region_and_by_city(left: list[Any], right: list[Any], expected: tuple[bool, bool]) -> None:
    assert clash({"places": left}, {"places": right})[2:] == expected
    assert clash({"places": right}, {"places": left})[2:] == expected


def test_a_place_that_the_other_only_names_is_no_clash() -> None:
    assert clash({"places": [WUXI]}, {"places": [HEFEI], "quote": "Hefei sent a group to Wuxi."})[2:] == (False, False)
