from pathlib import Path

import polars as pl
import pytest

from chronicle.errors import StagingSwept
from chronicle.line.staging import STAGE_CODE, Staging, content_key, stage_version
from chronicle.release.publish import BUILDING
from chronicle.storage import Storage

FRAME = pl.DataFrame({"a": [1, 2]})


def test_a_result_is_made_once(tmp_path: Path) -> None:
    made = []

    def make() -> pl.DataFrame:
        made.append(True)
        return FRAME

    for _ in range(2):
        assert Staging(Storage.at(tmp_path)).once("clean", "k", make).equals(FRAME)
    assert len(made) == 1


def test_sweeping_deletes_only_what_this_run_did_not_touch(tmp_path: Path) -> None:
    old = Staging(Storage.at(tmp_path))
    old.store("clean", "old", FRAME)
    old.store("clean", "kept", FRAME)
    run = Staging(Storage.at(tmp_path))
    run.load("clean", "kept")
    assert run.sweep() == 1
    assert not run.has("clean", "old")
    assert run.has("clean", "kept")


def test_sweeping_leaves_a_release_alone_that_another_run_is_building(tmp_path: Path) -> None:
    warehouse = Storage.at(tmp_path)
    building = f"{BUILDING}/another/events/all.parquet"
    warehouse.write(building, b"")
    assert Staging(warehouse).sweep() == 0
    assert warehouse.exists(building)


def test_what_another_run_swept_is_a_passing_error(tmp_path: Path) -> None:
    with pytest.raises(StagingSwept) as raised:
        Staging(Storage.at(tmp_path)).load("clean", "gone")
    assert raised.value.transient


def test_what_is_damaged_is_derived_again_with_all_that_was_made_with_it(tmp_path: Path) -> None:
    staging = Staging(Storage.at(tmp_path))
    for stage in ("not_articles", "cleaned"):
        staging.store(stage, "k", FRAME)
    staging.store("cleaned", "other", FRAME)
    (tmp_path / "staging" / "not_articles" / "k.parquet").write_bytes(b"garbage")
    with pytest.raises(StagingSwept):
        staging.load("not_articles", "k")
    assert not staging.has("cleaned", "k")
    assert staging.has("cleaned", "other")


def test_content_keys_tell_rows_and_their_order() -> None:
    assert content_key(FRAME) == content_key(pl.DataFrame({"a": [1, 2]}))
    assert content_key(FRAME) != content_key(FRAME.reverse())
    assert content_key(FRAME, FRAME) != content_key(FRAME)


def test_each_stage_has_a_version_of_its_own() -> None:
    assert len({stage_version(stage) for stage in STAGE_CODE}) == len(STAGE_CODE)
