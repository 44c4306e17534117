"""When the nightly job runs by itself. Ships stopped: a fresh checkout must not start fetching pages at night."""

import dagster as dg

from pipelines.jobs import nightly
from pipelines.settings import NIGHTLY_CRON, TIME_ZONE

nightly_schedule = dg.ScheduleDefinition(
    name="nightly_schedule",
    job=nightly,
    cron_schedule=NIGHTLY_CRON,
    execution_timezone=TIME_ZONE,
    default_status=dg.DefaultScheduleStatus.STOPPED,
    description="Starts the nightly job at 02:00; start the schedule on the Automation page.",
)
