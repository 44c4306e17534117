"""Getting pages into the journal: what the sources have new, and what people dropped into raw/inbox."""

import dagster as dg
from pydantic import Field

from assets import report
from assets.workplace import WorkplaceResource
from chronicle.line import nightly
from chronicle.line.staging import stage_version

OWNERS = ["team:chronicle"]
GROUP = "capture"


class CaptureSettings(dg.Config):
    """What to fetch in this run; the defaults fetch whatever is due."""

    sources: list[str] = Field(default=[], description="Only these sources, by name; empty: all in sources.toml.")
    urls: list[str] = Field(default=[], description="Addresses to fetch now, besides what is due.")
    page_limit: int = Field(default=0, ge=0, description="Fetch at most this many pages; 0: no limit.")


@dg.asset(
    group_name=GROUP,
    kinds={"python", "httpx"},
    owners=OWNERS,
    tags={"stage": "capture"},
    code_version=stage_version("clean"),
    metadata=report.ENTRY_COLUMNS,
    check_specs=[dg.AssetCheckSpec(report.NOTHING_REFUSED, asset="captures", description="Every page could be had.")],
)
def captures(
    context: dg.AssetExecutionContext, config: CaptureSettings, workplace: WorkplaceResource
) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Pages that are due, fetched politely and journalled: captured, unchanged, gone, failed or denied.

    A page that cannot be had never stops the others: it is journalled as `fetch.failed` with what to do, and tried
    again on the next run.
    """
    place = workplace.place()
    limit = config.page_limit or None
    found = nightly.capture_due(place, config.sources, limit, context.run.run_id, context.log.info)
    found += nightly.capture_now(place, config.urls, context.run.run_id, context.log.info)
    return report.recorded(context, found)


@dg.asset(
    group_name=GROUP,
    kinds={"python", "file"},
    owners=OWNERS,
    tags={"stage": "capture"},
    code_version=stage_version("clean"),
    metadata=report.ENTRY_COLUMNS,
    check_specs=[dg.AssetCheckSpec(report.NOTHING_REFUSED, asset="inbox", description="Every file could be used.")],
)
def inbox(context: dg.AssetExecutionContext, workplace: WorkplaceResource) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Files dropped into `raw/inbox/`, journalled once each; a file that cannot be used is `ingest.rejected` with the
    reason. Files stay where they are: to ingest is to remember, not to move.
    """
    found = nightly.ingest_inbox(workplace.place(), run_id=context.run.run_id, progress=context.log.info)
    return report.recorded(context, found)


@dg.asset(
    group_name=GROUP,
    kinds={"python", "json"},
    owners=OWNERS,
    tags={"stage": "journal"},
    deps=[captures, inbox],
    code_version=stage_version("clean"),
    metadata=report.ENTRY_COLUMNS,
)
def journal(workplace: WorkplaceResource) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """The append-only log in `raw/journal/`: the source of truth from which all else can be rebuilt."""
    view = workplace.view()
    position = view.position()
    days = view.days()
    return dg.MaterializeResult(
        data_version=dg.DataVersion(position.digest),
        metadata={
            "dagster/row_count": position.seq,
            "preview": report.preview(report.entries(list(view.last(report.PREVIEW_ROWS)))),
            "days": len(days),
            "first day": str(days[0]) if days else "none yet",
            "last entry recorded at": position.recorded_at or "never",
        },
    )
