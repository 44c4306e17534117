from pathlib import Path

import polars as pl

from chronicle.release import read
from chronicle.release.erase import ERASED_TITLE, erase
from chronicle.release.publish import publish
from chronicle.storage import Storage
from tests.unit.release.builders import NO_CAUSES, POSITION, VERSIONS, event, source, tables


def warehouse_of_two_releases(folder: Path) -> Storage:
    """Page p1 tells m1 alone and m2 together with page p2; in release 2 it is already gone."""
    warehouse = Storage.at(folder)
    sources = [source("m1", "m1", "p1"), source("m2", "m2", "p2"), source("m2", "m3", "p1")]
    publish(
        warehouse, tables([event("m1", "Secret"), event("m2")], sources, ["p1", "p2"]), NO_CAUSES, POSITION, VERSIONS
    )
    publish(warehouse, tables([event("m2")], [source("m2", "m2", "p2")], ["p2"]), NO_CAUSES, POSITION, VERSIONS)
    return warehouse


def cells(warehouse: Storage) -> str:
    """Every cell of every Parquet file, whatever names it or not."""
    files = [path for path in warehouse.list("releases") if path.endswith(".parquet")]
    return "\n".join(str(pl.read_parquet(warehouse.local_path(path)).to_dicts()) for path in files)


def test_an_erased_page_leaves_no_trace_in_any_release(tmp_path: Path) -> None:
    warehouse = warehouse_of_two_releases(tmp_path)
    assert "Secret" in cells(warehouse)
    written = erase(warehouse, "p1")
    assert written
    left = cells(warehouse)
    for trace in ("Secret", "article-p1", "p1.html", "'m1'", "'m3'"):
        assert trace not in left, trace
    assert list(read.faults(warehouse)) == []


def test_what_others_also_say_stays_without_its_words(tmp_path: Path) -> None:
    warehouse = warehouse_of_two_releases(tmp_path)
    erase(warehouse, "p1")
    events = read.table(warehouse, read.package(warehouse, 1), "events")
    assert events.select("event_id", "title").rows() == [("m2", ERASED_TITLE)]
    assert read.table(warehouse, read.package(warehouse, 2), "events")["title"].to_list() == ["A lab opens"]


def test_erasing_a_page_no_release_has_writes_nothing(tmp_path: Path) -> None:
    warehouse = warehouse_of_two_releases(tmp_path)
    before = {path: warehouse.read(path) for path in warehouse.list()}
    assert erase(warehouse, "p9") == []
    assert {path: warehouse.read(path) for path in warehouse.list()} == before
