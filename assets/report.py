"""What an asset tells the operator: rows, columns, a preview, a data version, and what went wrong, in plain words."""

from collections.abc import Mapping, Sequence

import dagster as dg
import dataframely as dy
import polars as pl

from chronicle.journal.entry import Entry
from chronicle.line.nightly import Recorded
from chronicle.line.staging import content_key

PREVIEW_ROWS = 8
PREVIEW_CHARACTERS = 80
TROUBLES_SHOWN = 50
NOTHING_REFUSED = "nothing_was_refused"

Metadata = dict[str, dg.MetadataValue]


def table_schema(table: type[dy.Schema]) -> dg.TableSchema:
    """The columns of a table with types, descriptions and whether they may be null."""
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                name=name,
                type=str(column.dtype),
                description=column.description,
                constraints=dg.TableColumnConstraints(nullable=column.nullable),
            )
            for name, column in table.columns().items()
        ]
    )


def column_metadata(table: type[dy.Schema]) -> Mapping[str, object]:
    """Definition metadata that shows the table's columns before the first run."""
    return {"dagster/column_schema": table_schema(table)}


def plain_columns(**meanings: str) -> Mapping[str, object]:
    """Definition metadata for a table that is no part of a release: what each column means."""
    columns = [dg.TableColumn(name=name, description=meaning) for name, meaning in meanings.items()]
    return {"dagster/column_schema": dg.TableSchema(columns=columns)}


ENTRY_COLUMNS = plain_columns(
    seq="position in the journal",
    type="what happened to the page",
    page="address, or inbox:<relative path>",
    reason="why it could not be had, and what to do",
)


def entries(found: Sequence[Entry]) -> pl.DataFrame:
    """Journal entries as rows for people (``ENTRY_COLUMNS``)."""
    told = [
        {"seq": entry.seq, "type": entry.type.value, "page": entry.page_uri, "reason": entry.private.get("reason")}
        for entry in found
    ]
    return pl.DataFrame(told, schema={"seq": pl.Int64, "type": pl.String, "page": pl.String, "reason": pl.String})


def rows(frame: pl.DataFrame) -> Metadata:
    """Row count and a preview of the first rows."""
    return {"dagster/row_count": dg.MetadataValue.int(frame.height), "preview": preview(frame)}


def preview(frame: pl.DataFrame) -> dg.MetadataValue:
    """The first rows as a Markdown table."""
    shown = frame.head(PREVIEW_ROWS)
    lines = ["| " + " | ".join(shown.columns) + " |", "|" + "---|" * len(shown.columns)]
    lines += ["| " + " | ".join(_cell(value) for value in row) + " |" for row in shown.iter_rows()]
    return dg.MetadataValue.md("\n".join(lines))


def data_version(*frames: pl.DataFrame) -> dg.DataVersion:
    """A digest of the rows: the same rows have the same version, whenever they were derived."""
    return dg.DataVersion(content_key(*frames))


def recorded(context: dg.AssetExecutionContext, found: Recorded) -> dg.MaterializeResult[None]:
    """What went into the journal. What could not be had is a warning in the run's log and a check that does not pass,
    but fails nothing: the rest went through.
    """
    for line in found.troubles:
        context.log.warning(line)
    counts: Metadata = {name: dg.MetadataValue.int(count) for name, count in found.by_type.items()}
    refused = listing(found.troubles)
    check = dg.AssetCheckResult(
        check_name=NOTHING_REFUSED,
        passed=not found.troubles,
        severity=dg.AssetCheckSeverity.WARN,
        metadata={"what failed and what to do": refused},
    )
    told: Metadata = {
        "already known": dg.MetadataValue.int(found.repeats),
        "failed or rejected": dg.MetadataValue.int(len(found.troubles)),
        "what failed and what to do": refused,
    }
    written = entries(found.entries)
    return dg.MaterializeResult(
        metadata=rows(written) | counts | told, check_results=[check], data_version=data_version(written)
    )


def listing(lines: Sequence[str]) -> dg.MetadataValue:
    """Lines as a Markdown list, the first fifty of them."""
    if not lines:
        return dg.MetadataValue.md("nothing")
    more = [f"… and {len(lines) - TROUBLES_SHOWN} more, in the journal"] if len(lines) > TROUBLES_SHOWN else []
    return dg.MetadataValue.md("\n".join(f"- {line}" for line in [*lines[:TROUBLES_SHOWN], *more]))


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    text = text.replace("\n", " ").replace("|", "\\|")
    return text if len(text) <= PREVIEW_CHARACTERS else text[: PREVIEW_CHARACTERS - 1] + "…"
