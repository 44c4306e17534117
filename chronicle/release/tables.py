"""Tables to Parquet bytes, the same bytes for the same rows: sorted by key, one chunk, split by month.

A table is a flat folder of ``<month>-<digest>.parquet``. Events and what hangs on them are filed under the month the
event begins (``undated`` without one), articles under the month of their capture; small tables are one ``all`` file.
Mentions are sorted not by key but in the order in which their article tells them.
"""

import io

import polars as pl

from chronicle import schema
from chronicle.digest import sha256
from chronicle.release.package import TableFile

ROW_GROUP_ROWS = 65_536
DIGEST_DIGITS = 16  # of the file's sha256, in its name
UNDATED = "undated"
READING_ORDER = {"event_sources": ["article_id", "start", "end", "mention_id"]}
"""Tables sorted otherwise than by key: mentions stand in the order in which their article tells them."""
EVENT_CHILDREN = ("event_places", "event_actors", "event_quantities", "event_sources")

Files = dict[str, bytes]
"""File name inside the table's folder to Parquet bytes."""


def encode(name: str, frame: pl.DataFrame, events: pl.DataFrame) -> Files:
    """The Parquet files of one table; at least one, so that an empty table is one empty file.

    Raises:
        dataframely.exc.ValidationError: rows that break the table's schema or rules.
    """
    table = schema.TABLES[name]
    valid = table.validate(frame.select(list(schema.dtypes(table))), cast=True)
    key = READING_ORDER.get(name, table.primary_key())
    rows = valid.sort(key, maintain_order=True, nulls_last=True) if key else valid
    months = _month(name, rows, events)
    parts = {month: rows.filter(months == month) for month in months.unique().sort()} if rows.height else {"all": rows}
    files = {}
    for month, part in parts.items():
        data = parquet(part)
        files[f"{month}-{sha256(data)[:DIGEST_DIGITS]}.parquet"] = data
    return files


def parquet(frame: pl.DataFrame) -> bytes:
    """Parquet bytes of a frame: zstd, fixed row groups, one chunk; the same rows give the same bytes."""
    buffer = io.BytesIO()
    frame.rechunk().write_parquet(buffer, compression="zstd", row_group_size=ROW_GROUP_ROWS, statistics=True)
    return buffer.getvalue()


def describe(name: str, files: Files) -> tuple[TableFile, ...]:
    """What datapackage.json says of a table's files."""
    return tuple(
        TableFile(
            path=f"{name}/{file}",
            bytes=len(data),
            sha256=sha256(data),
            rows=pl.scan_parquet(io.BytesIO(data)).select(pl.len()).collect().item(),
        )
        for file, data in sorted(files.items())
    )


def _month(name: str, rows: pl.DataFrame, events: pl.DataFrame) -> pl.Series:
    begins = pl.col("date_start").str.slice(0, 7).fill_null(UNDATED).alias("month")
    if name == "events":
        return rows.select(begins).to_series()
    if name in EVENT_CHILDREN:
        months = events.select("event_id", begins)
        return rows.select("event_id").join(months, on="event_id", how="left", maintain_order="left")["month"]
    if name == "articles":
        return rows["captured_at"].dt.strftime("%Y-%m")
    return pl.Series("month", ["all"] * rows.height, dtype=pl.String)
