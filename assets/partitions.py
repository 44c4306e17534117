"""The journal day: the unit in which articles and mentions are derived, rerun and backfilled."""

import dagster as dg

FIRST_DAY = "2025-01-01"
"""No Chronicle journal is older; a day without entries derives nothing."""

journal_days = dg.DailyPartitionsDefinition(
    start_date=FIRST_DAY,
    timezone="UTC",  # a journal day is a UTC day, whatever the clock on the wall says
    end_offset=1,  # so that today can be derived today
)
