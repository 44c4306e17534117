"""Old shapes become today's."""

import pytest

from chronicle.errors import UnknownEntryType
from chronicle.journal.upcast import CURRENT, STEPS, upcast

OLD = {"seq": 4, "type": "page.gone", "v": 1, "data": {"code": 404}}


def test_an_old_entry_takes_every_step() -> None:
    steps = {
        ("page.gone", 1): lambda stored: {**stored, "data": {"status": stored["data"]["code"]}},
        ("page.gone", 2): lambda stored: {**stored, "data": {**stored["data"], "final": True}},
    }
    assert upcast(OLD, {"page.gone": 3}, steps) == {**OLD, "v": 3, "data": {"status": 404, "final": True}}
    assert OLD["data"] == {"code": 404}


def test_todays_entry_is_left_alone() -> None:
    assert upcast(OLD) == OLD


@pytest.mark.parametrize("change", [{"type": "page.sung"}, {"v": CURRENT["page.gone"] + 1}])
def test_what_is_not_known_stops_the_reader(change: dict[str, object]) -> None:
    with pytest.raises(UnknownEntryType, match="entry 4"):
        upcast({**OLD, **change})


def test_every_older_version_has_its_step() -> None:
    assert {(kind, v) for kind, newest in CURRENT.items() for v in range(1, newest)} == set(STEPS)
