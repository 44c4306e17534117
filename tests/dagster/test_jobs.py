import datetime as dt
from pathlib import Path

import dagster as dg
import polars as pl

from assets.workplace import WorkplaceResource
from chronicle.release import read
from pipelines.definitions import build_defs


def run(job: str, workplace: WorkplaceResource, instance: dg.DagsterInstance) -> dg.ExecuteInProcessResult:
    return build_defs({"workplace": workplace}).resolve_job_def(job).execute_in_process(instance=instance)


def partitions(instance: dg.DagsterInstance, asset: str) -> set[str]:
    return instance.get_materialized_partitions(dg.AssetKey(asset))


def test_nightly_needs_nothing_and_makes_a_release(workplace: WorkplaceResource, instance: dg.DagsterInstance) -> None:
    assert run("nightly", workplace, instance).success
    warehouse = workplace.place().warehouse_storage
    assert read.numbers(warehouse) == [1]
    latest = Path(workplace.warehouse) / "latest"
    assert pl.read_parquet(f"{latest}/articles/").height == 1
    assert pl.read_parquet(f"{latest}/events/").height >= 1
    today = dt.datetime.now(dt.UTC).date().isoformat()
    assert partitions(instance, "articles") == {today}
    assert partitions(instance, "mentions") == {today}


def test_every_asset_tells_rows_a_preview_and_a_data_version(
    workplace: WorkplaceResource, instance: dg.DagsterInstance
) -> None:
    for told in materializations(run("nightly", workplace, instance)):
        name = told.asset_key.to_user_string()
        assert isinstance(told.metadata["dagster/row_count"].value, int), name
        assert str(told.metadata["preview"].value).startswith("| "), name
        assert (told.tags or {})["dagster/data_version"], name


def test_running_again_makes_no_release_and_derives_no_day(
    workplace: WorkplaceResource, instance: dg.DagsterInstance
) -> None:
    run("nightly", workplace, instance)
    result = run("ingest_inbox", workplace, instance)
    assert read.numbers(workplace.place().warehouse_storage) == [1]
    found = {m.asset_key.to_user_string(): m.metadata for m in materializations(result)}
    assert found["lagging_days"]["dagster/row_count"].value == 0
    assert found["release"]["new"].value is False


def test_a_day_can_be_run_by_its_key(workplace: WorkplaceResource, instance: dg.DagsterInstance) -> None:
    run("nightly", workplace, instance)
    today = dt.datetime.now(dt.UTC).date().isoformat()
    every_asset = build_defs({"workplace": workplace}).resolve_implicit_global_asset_job_def()
    result = every_asset.execute_in_process(
        instance=instance,
        partition_key=today,
        asset_selection=[dg.AssetKey("articles"), dg.AssetKey("mentions")],
    )
    assert result.success
    rows = {m.asset_key.to_user_string(): m.metadata["dagster/row_count"].value for m in materializations(result)}
    assert rows["articles"] == 1
    assert rows["mentions"] >= 1


def test_a_bad_file_is_told_and_stops_nothing(workplace: WorkplaceResource, instance: dg.DagsterInstance) -> None:
    inbox = workplace.place().inbox
    (inbox / "empty.html").write_bytes(b"")
    (inbox / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    result = run("nightly", workplace, instance)
    assert result.success
    metadata = {m.asset_key.to_user_string(): m.metadata for m in materializations(result)}["inbox"]
    assert metadata["failed or rejected"].value == 2
    told = str(metadata["what failed and what to do"].value)
    checks = {(c.asset_key.to_user_string(), c.check_name): c for c in result.get_asset_check_evaluations()}
    warned = checks["inbox", "nothing_was_refused"]
    assert (warned.passed, warned.severity) == (False, dg.AssetCheckSeverity.WARN)
    assert "empty.html" in told
    assert "picture.html" in told


def test_checks_pass_on_a_good_release(workplace: WorkplaceResource, instance: dg.DagsterInstance) -> None:
    result = run("nightly", workplace, instance)
    checks = {check.check_name: check.passed for check in result.get_asset_check_evaluations()}
    assert checks == {
        "nothing_was_refused": True,
        "journal_is_whole": True,
        "release_is_whole": True,
        "quotes_stand_in_their_articles": True,
    }


def materializations(result: dg.ExecuteInProcessResult) -> list[dg.AssetMaterialization]:
    return [
        event.step_materialization_data.materialization for event in result.all_events if event.is_step_materialization
    ]
