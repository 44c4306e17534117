"""Articles and mentions, a journal day at a time: one day with a partition key, every day that lags without."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import dagster as dg
import polars as pl

from assets import report
from assets.capture import OWNERS, journal
from assets.partitions import journal_days
from assets.workplace import WorkplaceResource
from chronicle import schema
from chronicle.line import days as line_days
from chronicle.line.days import MentionTables
from chronicle.line.staging import stage_version

WORKED = {"day": pl.Date, "articles": pl.Int64, "mentions": pl.Int64}


@dg.asset(
    group_name="articles",
    kinds={"beautifulsoup", "polars"},
    owners=OWNERS,
    tags={"stage": "clean"},
    partitions_def=journal_days,
    deps=[journal],
    code_version=stage_version("clean"),
    metadata=report.column_metadata(schema.StagedArticles),
)
def articles(context: dg.AssetExecutionContext, workplace: WorkplaceResource) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """The clean text and metadata of one journal day's captures; pages that are no article are listed with why."""
    day = dt.date.fromisoformat(context.partition_key)
    view, staging = workplace.view(), workplace.staging()
    told = _articles(line_days.articles(view, staging, day), line_days.not_articles(view, staging, day))
    return dg.MaterializeResult(metadata=told.metadata, data_version=told.data_version)


@dg.asset(
    group_name="events",
    kinds={"python", "polars"},
    owners=OWNERS,
    tags={"stage": "extract"},
    partitions_def=journal_days,
    deps=[articles],
    code_version=stage_version("extract"),
    metadata=report.column_metadata(schema.StagedMentions),
)
def mentions(context: dg.AssetExecutionContext, workplace: WorkplaceResource) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Events as single articles tell them, each resting on a quote; of one journal day's articles."""
    day = dt.date.fromisoformat(context.partition_key)
    found = next((mentioned for _, _, mentioned in line_days.walk(workplace.view(), workplace.staging(), [day])), None)
    told = _mentions(found or MentionTables.concat([]))
    return dg.MaterializeResult(metadata=told.metadata, data_version=told.data_version)


@dg.asset(
    group_name="articles",
    kinds={"python", "polars"},
    owners=OWNERS,
    tags={"stage": "clean"},
    deps=[journal],
    code_version=stage_version("extract"),
    metadata=report.plain_columns(
        day="journal day (UTC)", articles="articles of that day", mentions="mentions in them"
    ),
)
def lagging_days(context: dg.AssetExecutionContext, workplace: WorkplaceResource) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Every journal day whose articles or mentions are not yet derived by the present code, worked through in one go.

    `nightly` runs this instead of asking for a day; each day is logged as a materialization of `articles` and of
    `mentions`, so the partition pages show what is done.
    """
    worked = pl.DataFrame(list(_work_through(context, workplace)), schema=WORKED, orient="row")
    return dg.MaterializeResult(metadata=report.rows(worked), data_version=report.data_version(worked))


def _work_through(
    context: dg.AssetExecutionContext, workplace: WorkplaceResource
) -> Iterator[tuple[dt.date, int, int]]:
    view, staging = workplace.view(), workplace.staging()
    lagging = line_days.lagging(view, staging)
    context.log.info(f"{len(lagging)} of {len(view.days())} journal days lag")
    for day, day_articles, found in line_days.walk(view, staging, lagging):
        refused = line_days.not_articles(view, staging, day)
        for asset, told in (("articles", _articles(day_articles, refused)), ("mentions", _mentions(found))):
            context.log_event(
                dg.AssetMaterialization(
                    asset_key=asset,
                    partition=day.isoformat(),
                    metadata=told.metadata,
                    tags={"dagster/data_version": told.data_version.value},
                )
            )
        context.log.info(f"{day}: {found.mentions.height} mentions")
        yield day, day_articles.height, found.mentions.height


@dataclass(frozen=True, slots=True)
class Told:
    """What a day's materialization tells."""

    metadata: report.Metadata
    data_version: dg.DataVersion


def _articles(found: pl.DataFrame, refused: pl.DataFrame) -> Told:
    reasons = [f"{row['page_uri']}: {row['reason']}, {row['detail']}" for row in refused.iter_rows(named=True)]
    shown = found.select("page_uri", "title", "published", "source", "lang")
    return Told(report.rows(shown) | {"no article": report.listing(reasons)}, report.data_version(found))


def _mentions(found: MentionTables) -> Told:
    shown = found.mentions.select("type", "status", "date", "title", "quote", "confidence")
    return Told(report.rows(shown), report.data_version(*found))
