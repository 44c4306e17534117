"""Erasure, the one change a release ever sees: a page's rows leave every release that has them.

New files are written, never through a hard link, and ``datapackage.json`` is renewed to name them; the old files go.
What other pages also say stays, but a title that may be the page's own words is blanked.
"""

from collections.abc import Iterable

import polars as pl

from chronicle import schema
from chronicle.release import read
from chronicle.release.changes import KEY_SEPARATOR
from chronicle.release.package import FILE_NAME, Package
from chronicle.release.tables import describe, encode
from chronicle.storage import Storage

ERASED_TITLE = "[erased]"


def erase(warehouse: Storage, page_id: str) -> list[str]:
    """Remove a page from every release; the paths written anew, none if no release has the page.

    Raises:
        ReleaseCorrupt: a release cannot be read whole; repair or delete it, then erase again.
    """
    releases = [(package, _tables(warehouse, package)) for package in _packages(warehouse)]
    articles = _gather(tables["articles"].filter(pl.col("page_id") == page_id)["article_id"] for _, tables in releases)
    lost = [tables["event_sources"].filter(pl.col("article_id").is_in(articles)) for _, tables in releases]
    ids = articles + _gather(part["mention_id"] for part in lost) + _gather(part["event_id"] for part in lost)
    written: list[str] = []
    for release, tables in releases:
        kept = _without(tables, articles, ids)
        if any(kept[name].height < tables[name].height for name in kept):
            written += _rewrite(warehouse, release, kept)
    return written


def _packages(warehouse: Storage) -> list[Package]:
    return [read.package(warehouse, number) for number in read.numbers(warehouse)]


def _tables(warehouse: Storage, release: Package) -> dict[str, pl.DataFrame]:
    return {name: read.table(warehouse, release, name) for name in schema.TABLES}


def _gather(columns: Iterable[pl.Series]) -> list[str]:
    return sorted({value for column in columns for value in column})


def _without(tables: dict[str, pl.DataFrame], articles: list[str], ids: list[str]) -> dict[str, pl.DataFrame]:
    """The tables without the articles, what hangs on them, and the changes that tell of any of the ids."""
    kept = {
        name: frame.filter(~pl.col("article_id").is_in(articles)) if "article_id" in frame.columns else frame
        for name, frame in tables.items()
    }
    own_words = pl.col("event_id").is_in(
        tables["event_sources"].filter(pl.col("article_id").is_in(articles))["event_id"].to_list()
    )
    events = kept["events"].join(kept["event_sources"], on="event_id", how="semi", maintain_order="left")
    kept["events"] = events.with_columns(title=pl.when(own_words).then(pl.lit(ERASED_TITLE)).otherwise(pl.col("title")))
    first_part = pl.col("key").str.split(KEY_SEPARATOR).list.first()
    kept["changes"] = kept["changes"].filter(~first_part.is_in(ids))
    return kept


def _rewrite(warehouse: Storage, release: Package, tables: dict[str, pl.DataFrame]) -> list[str]:
    where = read.folder(release.number)
    encoded = {name: encode(name, frame, tables["events"]) for name, frame in tables.items()}
    old = {file.path for files in release.files.values() for file in files}
    fresh = []
    for name, files in encoded.items():
        for file, data in files.items():
            path = f"{name}/{file}"
            if path not in old:
                warehouse.write(f"{where}/{path}", data)
                fresh.append(f"{where}/{path}")
    renewed = Package(
        number=release.number,
        files={name: describe(name, files) for name, files in encoded.items()},
        position=release.position,
        stage_versions=release.stage_versions,
    )
    warehouse.write(f"{where}/{FILE_NAME}", renewed.encode())
    named = {file.path for files in renewed.files.values() for file in files}
    for path in sorted(old - named):
        warehouse.delete(f"{where}/{path}")
    return fresh
