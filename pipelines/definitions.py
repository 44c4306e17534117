"""What Dagster loads (workspace.yaml): assets, checks, jobs, the schedule, the sensors, the one resource."""

from collections.abc import Mapping

import dagster as dg

from assets import capture, checks, days, whole
from assets.workplace import WorkplaceResource
from pipelines.console import plain_console
from pipelines.jobs import ingest_inbox, nightly
from pipelines.schedules import nightly_schedule
from pipelines.sensors import failure_sensor, inbox_sensor


def build_defs(resource_overrides: Mapping[str, object] | None = None) -> dg.Definitions:
    """All definitions; a test gives its own ``workplace``."""
    return dg.Definitions(
        assets=dg.load_assets_from_modules([capture, days, whole]),
        asset_checks=dg.load_asset_checks_from_modules([checks]),
        jobs=[nightly, ingest_inbox],
        schedules=[nightly_schedule],
        sensors=[inbox_sensor, failure_sensor],
        resources={"workplace": WorkplaceResource()} | dict(resource_overrides or {}),
        executor=dg.in_process_executor,
        loggers={"console": plain_console},
    )


defs = build_defs()
