"""Erasure, the one change a release ever sees: a page's rows leave every release that has them.

New files are written, never through a hard link, and ``datapackage.json`` is renewed to name them; the old files go.
What other pages also say stays, but a title that may be the page's own words is blanked.
"""

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
    packages = [read.package(warehouse, number) for number in read.numbers(warehouse)]
    articles = sorted({article for package in packages for article in _articles_of(warehouse, package, page_id)})
    written: list[str] = []
    for release in packages:
        tables = {name: read.table(warehouse, release, name) for name in schema.TABLES}
        told = tables["changes"].filter(pl.col("table") == "articles", pl.col("key").is_in(articles))
        if told.height or tables["articles"]["article_id"].is_in(articles).any():
            written += _rewrite(warehouse, release, _without(tables, articles))
    return written


def _articles_of(warehouse: Storage, release: Package, page_id: str) -> list[str]:
    articles = read.table(warehouse, release, "articles")
    return articles.filter(pl.col("page_id") == page_id)["article_id"].to_list()


def _without(tables: dict[str, pl.DataFrame], articles: list[str]) -> dict[str, pl.DataFrame]:
    kept = {
        name: frame.filter(~pl.col("article_id").is_in(articles)) if "article_id" in frame.columns else frame
        for name, frame in tables.items()
    }
    sources, left = tables["event_sources"], kept["event_sources"]
    lost = sources.filter(pl.col("article_id").is_in(articles))
    touched = lost["event_id"].unique().to_list()
    events = kept["events"].join(left, on="event_id", how="semi", maintain_order="left")
    kept["events"] = events.with_columns(
        title=pl.when(pl.col("event_id").is_in(touched)).then(pl.lit(ERASED_TITLE)).otherwise(pl.col("title"))
    )
    words = lost["mention_id"].to_list() + touched + articles
    first_part = pl.col("key").str.split(KEY_SEPARATOR).list.first()
    kept["changes"] = kept["changes"].filter(~first_part.is_in(words))
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
