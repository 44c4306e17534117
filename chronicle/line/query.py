"""Questions to releases: filtered events, the list of releases, the difference of two."""

import re
from dataclasses import dataclass
from datetime import date

import polars as pl

from chronicle import schema
from chronicle.errors import WrongCall
from chronicle.line.workplace import Workplace
from chronicle.release import read
from chronicle.release.changes import CAUSE_COLUMNS, compare

MINUTE = len("2026-01-02T03:04")
DAY = re.compile(r"\d{4}(-\d{2}){0,2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events: all conditions given must hold; ``since`` and ``until`` are YYYY, YYYY-MM or YYYY-MM-DD."""

    type: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None


def events(place: Workplace, wanted: Filter) -> pl.DataFrame:
    """Rows of ``events`` in the newest release that pass the filter, by date, undated last.

    Raises:
        WrongCall: an unknown event type, a day that is none, or there is no release yet.
    """
    if wanted.type is not None and wanted.type not in schema.EVENT_TYPES:
        raise WrongCall(f"{wanted.type!r} is no event type; choose one of {', '.join(schema.EVENT_TYPES)}.")
    for day in (wanted.since, wanted.until):
        if day is not None and not _is_day(day):
            raise WrongCall(f"{day!r} is no day; write YYYY, YYYY-MM or YYYY-MM-DD.")
    warehouse = place.warehouse_storage
    newest = read.newest(warehouse)
    if newest is None:
        raise WrongCall("There is no release yet; run 'chronicle run' first.")
    found = read.table(warehouse, newest, "events")
    if wanted.type:
        found = found.filter(pl.col("type") == wanted.type)
    if wanted.since:
        found = found.filter(pl.col("date_end") >= wanted.since)
    if wanted.until:
        # "2018-05" takes in all of May: every day of it starts with these characters
        found = found.filter(pl.col("date_start").str.slice(0, len(wanted.until)) <= wanted.until)
    if wanted.place:
        found = found.join(_at(read.table(warehouse, newest, "event_places"), wanted.place), on="event_id", how="semi")
    if wanted.text:
        quotes = read.table(warehouse, newest, "event_sources")
        said = quotes.filter(_contains("quote", wanted.text))
        titled = found.filter(_contains("title", wanted.text))["event_id"]
        found = found.filter(pl.col("event_id").is_in(said["event_id"].append(titled).unique().to_list()))
    return found.sort("date_start", "event_id", nulls_last=True)


def newest_path(place: Workplace) -> str:
    """Where the newest release lies, for people."""
    newest = read.newest(place.warehouse_storage)
    return f"{place.warehouse}/{read.folder(newest.number)}" if newest else f"{place.warehouse} (no release yet)"


def releases(place: Workplace) -> pl.DataFrame:
    """All releases: release, created, journal_seq and the rows of each table."""
    warehouse = place.warehouse_storage
    rows = []
    for number in read.numbers(warehouse):
        package = read.package(warehouse, number)
        rows.append(
            {
                "release": number,
                "created": (package.position.recorded_at or "")[:MINUTE],
                "journal_seq": package.position.seq,
            }
            | {name: sum(file.rows for file in files) for name, files in package.files.items()}
        )
    columns = {"release": pl.Int64, "created": pl.String, "journal_seq": pl.Int64}
    return pl.DataFrame(rows, schema=columns | dict.fromkeys(schema.TABLES, pl.Int64))


def diff(place: Workplace, a: int, b: int) -> pl.DataFrame:
    """What release ``b`` says differently from ``a``: table, key, field, kind, old, new.

    Raises:
        WrongCall: there is no such release.
    """
    warehouse = place.warehouse_storage
    older, newer = (
        {
            name: read.table(warehouse, package, name)
            for package in [read.package(warehouse, number)]
            for name in schema.TABLES
            if name != "changes"
        }
        for number in (a, b)
    )
    return compare(b, older, newer, pl.DataFrame(schema=CAUSE_COLUMNS)).select(
        "table", "key", "field", "kind", "old", "new"
    )


def _is_day(text: str) -> bool:
    if not DAY.fullmatch(text):
        return False
    try:
        date(*(int(part) for part in (text + "-01-01").split("-")[:3]))
    except ValueError:
        return False
    return True


def _at(event_places: pl.DataFrame, place: str) -> pl.DataFrame:
    """Rows at the place or inside it: a code of a province or prefecture takes in the codes below."""
    inside = place.rstrip("0") if place.isdecimal() and len(place) == 6 else place
    folded = place.casefold()
    return event_places.filter(
        (pl.col("adcode").str.starts_with(inside) if place.isdecimal() else pl.lit(value=False))
        | (pl.col("iso3166_2") == place.upper())
        | (pl.col("admin1") == place.upper())
        | (pl.col("country") == place.upper())
        | (pl.col("name").str.to_lowercase() == folded)
        | (pl.col("surface").str.to_lowercase() == folded)
    )


def _contains(column: str, text: str) -> pl.Expr:
    return pl.col(column).str.to_lowercase().str.contains(text.casefold(), literal=True)
