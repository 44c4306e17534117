from dataclasses import replace
from pathlib import Path

import dataframely as dy
import duckdb
import orjson
import pandas as pd
import polars as pl
import pytest
from obstore.store import MemoryStore

from chronicle import schema
from chronicle.digest import sha256
from chronicle.errors import CommitConflict
from chronicle.release import publish as publishing
from chronicle.release import read
from chronicle.release.package import Package
from chronicle.release.publish import discard_unfinished, publish
from chronicle.storage import ObjectStorage, Storage
from tests.unit.release.builders import NO_CAUSES, POSITION, VERSIONS, event, one_event, source, tables


@pytest.fixture(params=["disk", "object store"])
def warehouse(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    return Storage.at(tmp_path) if request.param == "disk" else ObjectStorage(MemoryStore())


def make(warehouse: Storage, frames: dict[str, pl.DataFrame]) -> Package | None:
    return publish(warehouse, frames, NO_CAUSES, POSITION, VERSIONS)


def two_events() -> dict[str, pl.DataFrame]:
    return tables(
        [event("m1"), event("m2", "Another")], [source("m1", "m1", "p1"), source("m2", "m2", "p2")], ["p1", "p2"]
    )


def test_a_first_release_is_whole_and_named_latest(warehouse: Storage) -> None:
    made = make(warehouse, one_event())
    assert made is not None
    assert read.numbers(warehouse) == [1]
    assert orjson.loads(warehouse.read("latest.json")) == {"release": 1, "path": "releases/000001"}
    back = read.package(warehouse, 1)
    assert back == made
    for name in schema.TABLES:
        assert len(back.files[name]) >= 1, f"{name} has no file; an empty table is one empty file"
        for file in back.files[name]:
            data = warehouse.read(f"releases/000001/{file.path}")
            assert (len(data), sha256(data)) == (file.bytes, file.sha256)
    assert list(read.faults(warehouse)) == []


def test_the_same_tables_make_no_second_release(warehouse: Storage) -> None:
    make(warehouse, one_event())
    assert make(warehouse, one_event()) is None
    assert read.numbers(warehouse) == [1]


def test_row_order_does_not_matter(warehouse: Storage) -> None:
    make(warehouse, two_events())
    assert make(warehouse, {name: frame.reverse() for name, frame in two_events().items()}) is None


def test_unchanged_files_are_shared_and_changes_are_told(tmp_path: Path) -> None:
    warehouse = Storage.at(tmp_path)
    first = make(warehouse, one_event())
    renamed = one_event() | {
        "events": pl.DataFrame([event("m1", "A lab has opened")], schema=schema.dtypes(schema.Events))
    }
    second = make(warehouse, renamed)
    assert first is not None
    assert second is not None
    articles = first.files["articles"][0].path
    assert (tmp_path / "releases/000001" / articles).samefile(tmp_path / "releases/000002" / articles)
    told = read.table(warehouse, second, "changes").to_dicts()
    assert [(c["table"], c["key"], c["field"], c["kind"], c["old"], c["new"]) for c in told] == [
        ("events", "m1", "title", "changed", '"A lab opens"', '"A lab has opened"')
    ]
    assert (tmp_path / "latest").readlink() == Path("releases/000002")


def test_rows_that_break_the_schema_are_not_published(warehouse: Storage) -> None:
    wrong = one_event() | {"events": one_event()["events"].with_columns(type=pl.lit("party"))}
    with pytest.raises(dy.exc.ValidationError):
        make(warehouse, wrong)
    assert read.numbers(warehouse) == []


def test_of_two_writers_one_wins_and_the_other_leaves_no_trace(
    warehouse: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    encode = Package.encode
    lost = []

    def while_the_other_publishes(package: Package) -> bytes:
        if not lost:
            lost.append(True)
            make(warehouse, two_events())
        return encode(package)

    monkeypatch.setattr(publishing.Package, "encode", while_the_other_publishes)
    with pytest.raises(CommitConflict):
        make(warehouse, one_event())
    winner = read.package(warehouse, 1)
    named = {f"releases/000001/{file.path}" for files in winner.files.values() for file in files}
    assert set(warehouse.list("releases")) == named | {"releases/000001/datapackage.json"}
    assert read.table(warehouse, winner, "events").height == 2


def test_a_run_killed_before_latest_moved_is_made_good(warehouse: Storage) -> None:
    make(warehouse, one_event())
    warehouse.write("latest.json", b'{"release": 0}')
    assert make(warehouse, one_event()) is None
    assert orjson.loads(warehouse.read("latest.json"))["release"] == 1


def test_what_a_killed_writer_left_behind_is_no_release(tmp_path: Path) -> None:
    warehouse = Storage.at(tmp_path)
    warehouse.write("staging/releases/abc/events/2024-05-0000.parquet", b"half")
    made = make(warehouse, one_event())
    assert made is not None
    assert made.number == 1


def test_a_run_that_read_less_of_the_journal_does_not_publish_over_one_that_read_more(warehouse: Storage) -> None:
    make(warehouse, two_events())
    with pytest.raises(CommitConflict, match="entry 3"):
        publish(warehouse, one_event(), NO_CAUSES, replace(POSITION, seq=2), VERSIONS)
    assert read.numbers(warehouse) == [1]


def test_a_release_that_is_swept_away_while_it_is_built_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warehouse = Storage.at(tmp_path)

    def write(path: str, data: bytes) -> None:
        Storage.at(tmp_path).write(path, data)
        if path.endswith("datapackage.json"):
            discard_unfinished(warehouse)

    monkeypatch.setattr(warehouse, "write", write)
    with pytest.raises(CommitConflict):
        make(warehouse, one_event())
    assert read.numbers(warehouse) == []
    assert not any((tmp_path / "staging").rglob("*.parquet"))


def test_only_what_is_surely_dead_is_discarded(tmp_path: Path) -> None:
    warehouse = Storage.at(tmp_path)
    warehouse.write("staging/releases/abc/events/all.parquet", b"half")
    discard_unfinished(warehouse, older_than_seconds=3600)
    assert warehouse.exists("staging/releases/abc/events/all.parquet")
    discard_unfinished(warehouse)
    assert not any((tmp_path / "staging" / "releases").iterdir())


def test_a_damaged_and_a_missing_file_are_named(tmp_path: Path) -> None:
    warehouse = Storage.at(tmp_path)
    made = make(warehouse, two_events())
    assert made is not None
    damaged, missing = made.files["events"][0].path, made.files["articles"][0].path
    (tmp_path / "releases/000001" / damaged).write_bytes(b"flipped")
    (tmp_path / "releases/000001" / missing).unlink()
    told = " ".join(read.faults(warehouse))
    assert damaged in told
    assert missing in told


def test_every_reader_takes_it_without_our_library(tmp_path: Path) -> None:
    make(Storage.at(tmp_path), two_events())
    folder = tmp_path / "latest" / "events"
    assert pl.read_parquet(f"{folder}/").height == 2
    count = duckdb.sql(f"select count(*) from read_parquet('{folder}/*.parquet')").fetchall()
    assert count == [(2,)]
    assert len(pd.read_parquet(folder)) == 2
    values = duckdb.sql(f"select value from read_parquet('{tmp_path}/latest/event_quantities/*.parquet')").fetchall()
    assert {float(value) for (value,) in values} == {5e6}
