"""What a release changed against the one before it: rows added, gone and altered, and how event ids moved.

Event ids are mention ids, so where an event went is read off ``event_sources``: an id that vanished while its mention
lives on under an older event was merged; a new id whose mention stood under another event was split off; an id that
vanished because its earliest mention left was renamed to the next one.
"""

from collections.abc import Mapping

import orjson
import polars as pl

from chronicle import schema

KEY_SEPARATOR = "|"
CAUSE_COLUMNS = {
    "table": pl.String,
    "key": pl.String,
    "field": pl.String,
    "kind": pl.String,
    "cause_entry_id": pl.String,
    "actor": pl.String,
    "why": pl.String,
}

Row = dict[str, object]


def compare(
    number: int, before: Mapping[str, pl.DataFrame], after: Mapping[str, pl.DataFrame], causes: pl.DataFrame
) -> pl.DataFrame:
    """The ``changes`` table of release ``number``: ``after`` against ``before`` (empty for the first release).

    ``causes`` (columns ``CAUSE_COLUMNS``) names the people's entries behind changes, by table and key; an empty field
    there stands for the whole row.
    """
    rows: list[Row] = []
    for name, new in after.items():
        if name == "changes":
            continue
        rows += _table_changes(name, before.get(name, schema.TABLES[name].create_empty()), new)
    if before:
        rows = _event_moves(rows, before["event_sources"], after["event_sources"])
    return _with_causes(pl.DataFrame(rows, schema=_columns()), causes).with_columns(release=pl.lit(number, pl.Int64))


def key_of(table: str) -> pl.Expr:
    """The key of a table's rows as ``changes`` writes it: its parts joined by |."""
    parts = [pl.col(part).cast(pl.String) for part in schema.TABLES[table].primary_key()]
    return pl.concat_str(parts, separator=KEY_SEPARATOR)


def _columns() -> dict[str, pl.DataType]:
    return schema.dtypes(schema.Changes)


def _row(table: str, key: str, kind: str, field: str = "", old: str | None = None, new: str | None = None) -> Row:
    return {"table": table, "key": key, "field": field, "old": old, "new": new, "kind": kind}


def _table_changes(name: str, old: pl.DataFrame, new: pl.DataFrame) -> list[Row]:
    key = schema.TABLES[name].primary_key()
    old, new = old.with_columns(_key=key_of(name)), new.with_columns(_key=key_of(name))
    gone = old.join(new, on="_key", how="anti").get_column("_key").sort()
    added = new.join(old, on="_key", how="anti").get_column("_key").sort()
    rows = [_row(name, value, "retracted") for value in gone]
    rows += [_row(name, value, "added") for value in added]
    fields = [column for column in schema.dtypes(schema.TABLES[name]) if column not in key]
    both = old.join(new, on="_key", suffix="_new").sort("_key")
    for field in fields:
        differs = both.filter(pl.col(field).ne_missing(pl.col(f"{field}_new")))
        for value, was, now in differs.select("_key", field, f"{field}_new").iter_rows():
            rows.append(_row(name, value, "changed", field, _json(was), _json(now)))
    return rows


def _json(value: object) -> str:
    return orjson.dumps(value, default=str).decode()


def _event_moves(rows: list[Row], old: pl.DataFrame, new: pl.DataFrame) -> list[Row]:
    """Say merged, split or renamed where an event came or went but its mentions did not."""
    old_events = set(old["event_id"])
    new_events = set(new["event_id"])
    now_in = dict(new.select("mention_id", "event_id").iter_rows())
    was_in = dict(old.select("mention_id", "event_id").iter_rows())
    members: dict[str, list[str]] = {}
    for mention_id, event_id in old.sort("mention_id").select("mention_id", "event_id").iter_rows():
        members.setdefault(event_id, []).append(mention_id)
    told: list[Row] = []
    renamed_to: set[str] = set()
    for row in rows:
        key = str(row["key"])
        if row["table"] != "events" or row["kind"] != "retracted":
            continue
        heirs = sorted({now_in[mention] for mention in members[key] if mention in now_in})
        if not heirs:
            continue
        kind = "merged" if heirs[0] in old_events else "renamed"
        if kind == "renamed":
            renamed_to.add(heirs[0])
        row.update(kind=kind, field="event_id", old=_json(key), new=_json(heirs[0]))
    for row in rows:
        key = str(row["key"])
        if row["table"] != "events" or row["kind"] != "added" or key in renamed_to:
            continue
        origin = was_in.get(key)
        if origin is not None and origin != key and origin in new_events:
            told.append(_row("events", key, "split", "event_id", _json(origin), _json(key)))
    return rows + told


def _with_causes(changes: pl.DataFrame, causes: pl.DataFrame) -> pl.DataFrame:
    if causes.is_empty():
        return changes
    people = causes.unique(["table", "key", "field"], keep="last", maintain_order=True)
    merged = changes.drop("cause_entry_id", "actor", "why").join(
        people.rename({"kind": "cause_kind"}), on=["table", "key", "field"], how="left", maintain_order="left"
    )
    return merged.with_columns(kind=pl.coalesce("cause_kind", "kind")).select(list(_columns()))
