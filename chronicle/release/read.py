"""Reading releases back: which there are, which is the newest, and one table of one release."""

import io
import re
from collections.abc import Iterator

import polars as pl

from chronicle import schema
from chronicle.digest import sha256
from chronicle.errors import ReleaseCorrupt, WrongCall
from chronicle.release.package import FILE_NAME, REMEDY, Package
from chronicle.storage import Storage

RELEASES = "releases"
_COMMITTED = re.compile(rf"{RELEASES}/(\d{{6}})/{re.escape(FILE_NAME)}")


def folder(number: int) -> str:
    """Path of a release inside the warehouse: ``releases/000042``."""
    return f"{RELEASES}/{number:06d}"


def numbers(warehouse: Storage) -> list[int]:
    """Numbers of all committed releases, ascending."""
    found = (_COMMITTED.fullmatch(path) for path in warehouse.list(RELEASES))
    return sorted(int(match.group(1)) for match in found if match)


def newest(warehouse: Storage) -> Package | None:
    """The newest release, or None in an empty warehouse."""
    committed = numbers(warehouse)
    return package(warehouse, committed[-1]) if committed else None


def package(warehouse: Storage, number: int) -> Package:
    """One release by number.

    Raises:
        WrongCall: there is no such release.
        ReleaseCorrupt: its datapackage.json cannot be read.
    """
    path = f"{folder(number)}/{FILE_NAME}"
    if not warehouse.exists(path):
        raise WrongCall(f"There is no release {number}; 'chronicle releases' lists those there are.")
    return Package.decode(warehouse.read(path), path)


def table(warehouse: Storage, release: Package, name: str) -> pl.DataFrame:
    """All rows of one table of a release, in key order within each file.

    Raises:
        ReleaseCorrupt: a file is missing or is not what datapackage.json says.
    """
    frames = [pl.read_parquet(io.BytesIO(_checked(warehouse, release, file.path))) for file in release.files[name]]
    return pl.concat(frames) if frames else schema.TABLES[name].create_empty()


def faults(warehouse: Storage) -> Iterator[str]:
    """One sentence for each file of any release that is missing or damaged."""
    for number in numbers(warehouse):
        try:
            release = package(warehouse, number)
        except ReleaseCorrupt as error:
            yield str(error)
            continue
        for files in release.files.values():
            for file in files:
                try:
                    _checked(warehouse, release, file.path)
                except ReleaseCorrupt as error:
                    yield str(error)


def _checked(warehouse: Storage, release: Package, path: str) -> bytes:
    full = f"{folder(release.number)}/{path}"
    expected = next(file for files in release.files.values() for file in files if file.path == path)
    if not warehouse.exists(full):
        raise ReleaseCorrupt(f"{full} is missing from release {release.number}; {REMEDY}.")
    data = warehouse.read(full)
    if sha256(data) != expected.sha256:
        raise ReleaseCorrupt(f"{full} is not what release {release.number} committed (its sha256 differs); {REMEDY}.")
    return data
