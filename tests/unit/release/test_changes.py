import polars as pl
import pytest

from chronicle.release.changes import compare
from tests.unit.release.builders import NO_CAUSES, event, source, tables

Move = tuple[str, str]


def kinds(changes: pl.DataFrame) -> dict[str, Move]:
    rows = changes.filter(pl.col("table") == "events")
    return {row["key"]: (row["kind"], row["new"] or "") for row in rows.iter_rows(named=True)}


def told(*events_of_mentions: tuple[str, str]) -> dict[str, pl.DataFrame]:
    """Tables in which each (mention, event) pair stands on a page of its own."""
    events = sorted({event_id for _, event_id in events_of_mentions})
    sources = [source(event_id, mention, f"p-{mention}") for mention, event_id in events_of_mentions]
    return tables([event(e) for e in events], sources, [f"p-{mention}" for mention, _ in events_of_mentions])


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param([("a", "a")], [("a", "a"), ("b", "b")], {"b": ("added", "")}, id="added"),
        pytest.param([("a", "a"), ("b", "b")], [("a", "a")], {"b": ("retracted", "")}, id="gone"),
        pytest.param([("a", "a"), ("b", "b")], [("a", "a"), ("b", "a")], {"b": ("merged", '"a"')}, id="merged"),
        pytest.param([("a", "a"), ("b", "a")], [("a", "a"), ("b", "b")], {"b": ("split", '"b"')}, id="split"),
        pytest.param([("a", "a"), ("b", "a")], [("b", "b")], {"a": ("renamed", '"b"')}, id="renamed"),
    ],
)
def test_where_event_ids_go(before: list[Move], after: list[Move], expected: dict[str, Move]) -> None:
    found = kinds(compare(2, told(*before), told(*after), NO_CAUSES))
    assert expected.items() <= found.items()


def test_a_person_behind_a_change_is_named() -> None:
    before, after = told(("a", "a")), told(("a", "a"))
    after["events"] = after["events"].with_columns(title=pl.lit("Right"))
    cause = {
        "table": "events", "key": "a", "field": "title", "kind": "corrected",
        "cause_entry_id": "e1", "actor": "Mo", "why": "typo",
    }  # fmt: skip
    rows = compare(2, before, after, pl.DataFrame([cause], schema=NO_CAUSES.schema)).to_dicts()
    assert [(r["kind"], r["actor"], r["why"], r["cause_entry_id"]) for r in rows] == [("corrected", "Mo", "typo", "e1")]


def test_equal_tables_have_no_changes() -> None:
    assert compare(2, told(("a", "a")), told(("a", "a")), NO_CAUSES).is_empty()


def test_the_first_release_adds_every_row() -> None:
    changes = compare(1, {}, told(("a", "a")), NO_CAUSES)
    assert set(changes["kind"]) == {"added"}
    assert set(changes["table"]) == {"events", "event_sources", "event_quantities", "articles"}
