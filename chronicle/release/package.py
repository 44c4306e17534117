"""datapackage.json: the description of one release, by the Frictionless Data Package standard (v2, datapackage.org).

Here: what a release says of itself and how that is written and read. Not here: the tables' content, or where files go.
"""

from dataclasses import dataclass

import dataframely as dy
import orjson
import polars as pl

from chronicle import schema
from chronicle.errors import ReleaseCorrupt

FILE_NAME = "datapackage.json"
REMEDY = "restore it from a backup, or delete that release's folder and run 'chronicle run'"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


@dataclass(frozen=True, slots=True)
class TableFile:
    """One Parquet file of a table: path inside the release, size in bytes, sha256 (hex) and rows."""

    path: str
    bytes: int
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class Position:
    """Where in the journal a release stands: the last entry it saw, its digest and its time (ISO 8601, UTC)."""

    seq: int
    digest: str
    recorded_at: str | None


@dataclass(frozen=True, slots=True)
class Package:
    """What datapackage.json holds: the release number, its files by table, the journal position, the stage versions."""

    number: int
    files: dict[str, tuple[TableFile, ...]]
    position: Position
    stage_versions: dict[str, str]

    def encode(self) -> bytes:
        """The bytes of datapackage.json; equal packages give equal bytes."""
        document = {
            "$schema": PROFILE,
            "name": "chronicle-warehouse",
            "title": "Chronicle: innovation events",
            "version": str(self.number),
            "created": self.position.recorded_at,
            "resources": [_resource(name, files) for name, files in self.files.items()],
            "chronicle": {
                "release": self.number,
                "journal": {
                    "seq": self.position.seq,
                    "digest": self.position.digest,
                    "recorded_at": self.position.recorded_at,
                },
                "stage_versions": self.stage_versions,
            },
        }
        return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)

    @staticmethod
    def decode(data: bytes, where: str) -> "Package":
        """Read datapackage.json back.

        Raises:
            ReleaseCorrupt: the bytes are not a datapackage.json of ours.
        """
        try:
            document = orjson.loads(data)
            own = document["chronicle"]
            return Package(
                number=own["release"],
                files={
                    resource["name"]: tuple(TableFile(**file) for file in resource["files"])
                    for resource in document["resources"]
                },
                position=Position(**own["journal"]),
                stage_versions=own["stage_versions"],
            )
        except (orjson.JSONDecodeError, KeyError, TypeError) as error:
            raise ReleaseCorrupt(f"{where} cannot be read as a datapackage.json ({error}); {REMEDY}.") from error


def _resource(name: str, files: tuple[TableFile, ...]) -> dict[str, object]:
    table = schema.TABLES[name]
    return {
        "name": name,
        "title": (table.__doc__ or name).strip().split("\n")[0],
        "path": [file.path for file in files],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "rows": sum(file.rows for file in files),
        "schema": {
            "fields": [field(column_name, column) for column_name, column in table.columns().items()],
            "primaryKey": table.primary_key(),
        },
        "files": [{"path": file.path, "bytes": file.bytes, "sha256": file.sha256, "rows": file.rows} for file in files],
    }


def field(name: str, column: dy.Column) -> dict[str, object]:
    """One Table Schema field: name, type, description and whether it may be null."""
    return {
        "name": name,
        "type": _field_type(column.dtype),
        "description": column.description or "",
        "constraints": {"required": not column.nullable},
    }


def _field_type(dtype: pl.DataType) -> str:
    if dtype == pl.String:
        return "string"
    if dtype == pl.Int64:
        return "integer"
    if dtype == pl.Boolean:
        return "boolean"
    if isinstance(dtype, pl.Datetime):
        return "datetime"
    if isinstance(dtype, pl.List):
        return "array"
    return "number"
