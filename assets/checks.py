"""Checks beside the assets: "the step finished" is not "the data is right"."""

import dagster as dg
import polars as pl

from assets.capture import journal
from assets.whole import release
from assets.workplace import WorkplaceResource
from chronicle.journal.verify import verify
from chronicle.release import read
from chronicle.release.package import REMEDY

FAULTS_SHOWN = 20


@dg.asset_check(asset=journal, blocking=True)
def journal_is_whole(workplace: WorkplaceResource) -> dg.AssetCheckResult:
    """Every segment, private line and body is what was committed, and the digest chain is unbroken."""
    faults = [str(fault) for fault in verify(workplace.place().raw_storage)]
    return _result(faults, "restore the named files from a backup, then run again")


@dg.asset_check(asset=release)
def release_is_whole(workplace: WorkplaceResource) -> dg.AssetCheckResult:
    """Every file of every release has the sha256 that its datapackage.json gives."""
    return _result(list(read.faults(workplace.place().warehouse_storage)), REMEDY)


@dg.asset_check(asset=release)
def quotes_stand_in_their_articles(workplace: WorkplaceResource) -> dg.AssetCheckResult:
    """Every quote is exactly its article's text from start to end."""
    warehouse = workplace.place().warehouse_storage
    newest = read.newest(warehouse)
    if newest is None:
        return _result(["there is no release"], "run the nightly job")
    texts = read.table(warehouse, newest, "articles").select("article_id", "text")
    sources = read.table(warehouse, newest, "event_sources").join(texts, on="article_id", how="left")
    there = pl.col("text").str.slice(pl.col("start"), pl.col("end") - pl.col("start"))
    wrong = sources.filter(there.ne_missing(pl.col("quote")))["mention_id"].to_list()
    return _result([f"mention {mention}: its quote is not in its article" for mention in wrong], "report the extractor")


def _result(faults: list[str], remedy: str) -> dg.AssetCheckResult:
    told = "\n".join(f"- {fault}" for fault in faults[:FAULTS_SHOWN]) or "nothing is wrong"
    return dg.AssetCheckResult(
        passed=not faults,
        description=f"{len(faults)} faults; {remedy}" if faults else "nothing is wrong",
        metadata={"faults": dg.MetadataValue.md(told)},
    )
