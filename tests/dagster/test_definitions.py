import dagster as dg

from pipelines.definitions import defs
from pipelines.settings import TIME_ZONE

WORD = 3  # a description shorter than this many words says nothing


def specs() -> list[dg.AssetSpec]:
    return list(defs.resolve_all_asset_specs())


def test_definitions_load_and_resolve() -> None:
    dg.Definitions.validate_loadable(defs)
    assert {job.name for job in defs.jobs or []} == {"nightly", "ingest_inbox"}


def test_every_dependency_is_an_asset_that_exists() -> None:
    keys = {spec.key for spec in specs()}
    for spec in specs():
        for dependency in spec.deps:
            assert dependency.asset_key in keys, f"{spec.key} waits for {dependency.asset_key}, which nobody makes"
    external = [spec.key for spec in specs() if spec.group_name == "default"]
    assert not external, "a typo in deps makes a stub asset in the default group"


def test_every_asset_says_what_it_is() -> None:
    for spec in specs():
        assert spec.description is not None
        assert len(spec.description.split()) > WORD, spec.key
        assert spec.owners, spec.key
        assert spec.kinds, spec.key
        assert spec.code_version, spec.key
        assert "stage" in spec.tags, spec.key
        assert isinstance(spec.metadata["dagster/column_schema"], dg.TableSchema | dg.TableSchemaMetadataValue)
        assert spec.group_name in {"capture", "articles", "events", "release"}, spec.key


def test_the_graph_reads_like_the_datas_way() -> None:
    upstream = {spec.key.to_user_string(): {d.asset_key.to_user_string() for d in spec.deps} for spec in specs()}
    assert upstream["journal"] == {"captures", "inbox"}
    assert upstream["articles"] == {"journal"}
    assert upstream["mentions"] == {"articles"}
    assert upstream["stories"] == {"lagging_days"}
    assert upstream["events"] == {"stories"}
    assert upstream["release"] == {"events"}


def test_articles_and_mentions_are_partitioned_by_day_up_to_today() -> None:
    for spec in specs():
        partitioned = spec.key.to_user_string() in {"articles", "mentions"}
        assert (spec.partitions_def is not None) == partitioned, spec.key
        if isinstance(spec.partitions_def, dg.DailyPartitionsDefinition):
            assert spec.partitions_def.end_offset == 1
            assert spec.partitions_def.timezone == "UTC"


def test_no_job_asks_for_a_partition() -> None:
    for name in ("nightly", "ingest_inbox"):
        assert defs.resolve_job_def(name).partitions_def is None, name


def test_no_job_waits_for_what_it_does_not_make() -> None:
    """Else the UI asks "Are you sure?" before a first run. Only ``ingest_inbox`` lacks a dependency: the fetching."""
    made = {"nightly": set[str](), "ingest_inbox": {"captures"}}
    upstream = {spec.key: {d.asset_key for d in spec.deps} for spec in specs()}
    for name, elsewhere in made.items():
        selected = set(defs.resolve_job_def(name).asset_layer.executable_asset_keys)
        waited_for = set().union(*(upstream[key] for key in selected)) - selected
        assert {key.to_user_string() for key in waited_for} == elsewhere, name


def test_what_would_surprise_ships_stopped() -> None:
    schedule = defs.resolve_schedule_def("nightly_schedule")
    assert schedule.default_status is dg.DefaultScheduleStatus.STOPPED
    assert schedule.cron_schedule == "0 2 * * *"
    assert schedule.execution_timezone == TIME_ZONE
    assert defs.resolve_sensor_def("inbox_sensor").default_status is dg.DefaultSensorStatus.STOPPED
    assert defs.resolve_sensor_def("failure_sensor").default_status is dg.DefaultSensorStatus.RUNNING


def test_settings_are_documented() -> None:
    from assets.capture import CaptureSettings

    for name, field in CaptureSettings.model_fields.items():
        assert field.description, name
