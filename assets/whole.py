"""All days together: stories, events, and the release that analysts read."""

import dagster as dg

from assets import report
from assets.capture import OWNERS
from assets.days import lagging_days
from assets.pictures import events_by_year
from assets.workplace import WorkplaceResource
from chronicle import schema
from chronicle.line import nightly, query, whole
from chronicle.line.staging import stage_version
from chronicle.release import read


@dg.asset(
    group_name="events",
    kinds={"polars", "numpy"},
    owners=OWNERS,
    tags={"stage": "dedupe"},
    deps=[lagging_days],  # not on mentions: the UI would doubt a first run, see decision 41
    code_version=stage_version("dedupe"),
    metadata=report.plain_columns(
        article_id="article", story_id="the story it is a copy of", is_canonical="whether it stands for its story"
    ),
)
def stories(workplace: WorkplaceResource) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Articles that are copies of one text, brought together; one of each stands for all."""
    staging = workplace.staging()
    now = whole.current(workplace.view(), staging)
    found = whole.story_table(staging, now, workplace.place().lookup_cache)
    copies = found.height - found["story_id"].n_unique()
    return dg.MaterializeResult(
        data_version=report.data_version(found),
        metadata=report.rows(found) | {"stories": found["story_id"].n_unique(), "copies": copies},
    )


@dg.asset(
    group_name="events",
    kinds={"polars", "numpy"},
    owners=OWNERS,
    tags={"stage": "dedupe"},
    deps=[stories],
    code_version=stage_version("dedupe"),
    metadata=report.column_metadata(schema.Events),
)
def events(workplace: WorkplaceResource) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Mentions of one happening, brought together: one row an innovation event."""
    staging = workplace.staging()
    now = whole.current(workplace.view(), staging)
    story_of = whole.story_table(staging, now, workplace.place().lookup_cache)
    event_of = whole.event_table(staging, now.mentions, story_of)
    found = whole.tables(now, story_of, event_of)["events"]
    shown = found.select("date", "type", "status", "title", "source_count", "confidence")
    review = [waiting.reason for waiting in now.corrected.review]
    return dg.MaterializeResult(
        data_version=report.data_version(found.sort("event_id")),
        metadata=report.rows(shown) | {"corrections to review": report.listing(review)},
    )


@dg.asset(
    group_name="release",
    kinds={"parquet"},
    owners=OWNERS,
    tags={"stage": "release"},
    deps=[events],
    code_version=stage_version("tables"),
    metadata=report.column_metadata(schema.Events),
)
def release(context: dg.AssetExecutionContext, workplace: WorkplaceResource) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """The newest release in `warehouse/latest`: plain Parquet that needs no library of ours. A new one is made only
    if a table differs; all tables change together.
    """
    place = workplace.place()
    derived = nightly.derive(place, progress=context.log.info)
    newest = derived.release or read.newest(place.warehouse_storage)
    if newest is None:
        raise dg.Failure("No release could be read back; run 'chronicle verify' to see what is wrong.")
    counts = {f"rows in {name}": sum(file.rows for file in files) for name, files in newest.files.items()}
    changes = read.table(place.warehouse_storage, newest, "changes")
    events_now = read.table(place.warehouse_storage, newest, "events")
    return dg.MaterializeResult(
        data_version=dg.DataVersion(f"{newest.number:06d}"),
        metadata={
            "release": newest.number,
            "new": derived.release is not None,
            "events by year": events_by_year(events_now),
            **report.rows(events_now.select("date", "type", "status", "title", "source_count")),
            "path": dg.MetadataValue.path(query.newest_path(place)),
            "changes": report.preview(changes.select("table", "kind", "field", "old", "new")),
            **counts,
        },
    )
