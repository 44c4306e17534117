"""The two jobs. Neither holds a partitioned asset, so launching asks for no day: ``lagging_days`` finds the days."""

import dagster as dg

DERIVED = ["journal", "lagging_days", "stories", "events", "release"]

nightly = dg.define_asset_job(
    name="nightly",
    description="Fetch what is due, ingest the inbox, derive every day that lags, release if anything differs.",
    selection=["captures", "inbox", *DERIVED],
    executor_def=dg.in_process_executor,
    tags={"chronicle/job": "nightly"},
)

ingest_inbox = dg.define_asset_job(
    name="ingest_inbox",
    description="Ingest what was dropped into raw/inbox and carry it through to a release; fetches nothing.",
    selection=["inbox", *DERIVED],
    executor_def=dg.in_process_executor,
    tags={"chronicle/job": "ingest_inbox"},
)
