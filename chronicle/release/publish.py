"""Publishing: tables become an immutable, numbered release, or nothing at all.

On a disk a release is built beside ``releases/`` and appears in one rename, which fails if the number is taken; on an
object store its files go first and ``datapackage.json`` last, put only if absent. Either way a reader sees a whole
release or none, and of two writers one wins and the other is told.
"""

import os
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

import orjson
import polars as pl

from chronicle.digest import derive, sha256
from chronicle.errors import CommitConflict
from chronicle.release import read
from chronicle.release.changes import compare
from chronicle.release.package import FILE_NAME, Package, Position
from chronicle.release.tables import Files, describe, encode
from chronicle.schema import TABLES
from chronicle.storage import Storage

BUILDING = "staging/releases"
SURELY_DEAD_SECONDS = 3600.0  # a release is built in seconds to minutes


def publish(
    warehouse: Storage,
    tables: Mapping[str, pl.DataFrame],
    causes: pl.DataFrame,
    position: Position,
    stage_versions: dict[str, str],
) -> Package | None:
    """Make a release of the tables (all but ``changes``), or None if nothing differs from the newest.

    ``causes`` has the people's entries behind changes: table, key, kind, cause_entry_id, actor, why.

    Raises:
        dataframely.exc.ValidationError: rows that break a table's schema or rules; nothing is published.
        CommitConflict: another writer published this number, or from a newer journal; derive again from that.
    """
    previous = read.newest(warehouse)
    if previous is not None and previous.position.seq > position.seq:
        raise CommitConflict(
            f"Release {previous.number} already tells of journal entry {previous.position.seq}, this run only of "
            f"entries up to {position.seq}; run again to build on it."
        )
    files = {name: encode(name, tables[name], tables["events"]) for name in TABLES if name != "changes"}
    if previous is not None and _digests(files) == _committed_digests(previous):
        point_latest(warehouse, previous)
        return None
    number = previous.number + 1 if previous else 1
    before = {name: read.table(warehouse, previous, name) for name in files} if previous else {}
    files["changes"] = encode("changes", compare(number, before, tables, causes), tables["events"])
    release = Package(
        number=number,
        files={name: describe(name, files[name]) for name in TABLES},
        position=position,
        stage_versions=stage_versions,
    )
    _commit(warehouse, release, files, previous)
    point_latest(warehouse, release)
    return release


def point_latest(warehouse: Storage, release: Package) -> None:
    """Make ``latest.json`` and, where the system allows, the symbolic link ``latest`` name the release.

    Also run when nothing changed, so that a run killed between the commit and this step is made good by the next.
    """
    named = {"release": release.number, "path": read.folder(release.number)}
    data = orjson.dumps(named, option=orjson.OPT_APPEND_NEWLINE)
    if not warehouse.exists("latest.json") or warehouse.read("latest.json") != data:
        warehouse.write("latest.json", data)
    link = warehouse.local_path("latest")
    target = Path(read.folder(release.number))
    if link is None or (link.is_symlink() and link.readlink() == target):
        return
    fresh = link.with_name(f".latest-{os.getpid()}")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target, target_is_directory=True)
    fresh.replace(link)


def discard_unfinished(warehouse: Storage, older_than_seconds: float = 0.0) -> None:
    """Delete releases that were being built but never published, as killed runs leave them.

    Each is moved away first: a run that is still building it finds it gone, and derives again.
    """
    folder = warehouse.local_path(BUILDING)
    if folder is None or not folder.is_dir():
        return
    for built in sorted(folder.iterdir()):
        try:
            if time.time() - built.stat().st_mtime >= older_than_seconds:
                away = built.rename(built.with_name(f".{built.name}-{os.getpid()}"))
                shutil.rmtree(away)
        except FileNotFoundError:  # published or discarded by another run meanwhile
            continue


def _taken(release: Package) -> CommitConflict:
    return CommitConflict(f"Release {release.number} was published by another run meanwhile; run again to build on it.")


def _digests(files: dict[str, Files]) -> dict[str, list[tuple[str, str]]]:
    return {
        name: sorted((f"{name}/{file}", sha256(data)) for file, data in part.items()) for name, part in files.items()
    }


def _committed_digests(release: Package) -> dict[str, list[tuple[str, str]]]:
    return {
        name: sorted((file.path, file.sha256) for file in part)
        for name, part in release.files.items()
        if name != "changes"
    }


def _commit(warehouse: Storage, release: Package, files: dict[str, Files], previous: Package | None) -> None:
    target = read.folder(release.number)
    on_disk = warehouse.local_path(target)
    encoded = release.encode()
    # the name is the content's and the process's: what a killed run left behind is never mistaken for ours
    building = f"{BUILDING}/{derive('release', sha256(encoded), str(os.getpid()))}" if on_disk else target
    discard_unfinished(warehouse, SURELY_DEAD_SECONDS)
    if on_disk and (stale := warehouse.local_path(building)) and stale.exists():
        shutil.rmtree(stale)
    held = {file.path for part in previous.files.values() for file in part} if previous else set()
    for name, part in files.items():
        for file, data in part.items():
            path = f"{name}/{file}"
            if previous and path in held:
                warehouse.copy(f"{read.folder(previous.number)}/{path}", f"{building}/{path}")
            else:
                warehouse.write(f"{building}/{path}", data)
    commit_file = f"{building}/{FILE_NAME}"
    if not on_disk:
        if not warehouse.put_if_absent(commit_file, encoded):
            _withdraw(warehouse, target, files)
            raise _taken(release)
        return
    warehouse.write(commit_file, encoded)
    built = warehouse.local_path(building)
    if built is None:
        raise FileNotFoundError(building)
    on_disk.parent.mkdir(parents=True, exist_ok=True)
    if any(not (built / file.path).is_file() for part in release.files.values() for file in part):
        shutil.rmtree(built, ignore_errors=True)
        raise CommitConflict(f"Release {release.number} was swept away while it was built; run again to build it.")
    try:
        built.rename(on_disk)  # fails on a folder that is not empty: put if absent for a whole release
    except OSError as error:
        shutil.rmtree(built, ignore_errors=True)
        raise _taken(release) from error


def _withdraw(warehouse: Storage, target: str, files: dict[str, Files]) -> None:
    winner = Package.decode(warehouse.read(f"{target}/{FILE_NAME}"), target)
    kept = {file.path for part in winner.files.values() for file in part}
    for name, part in files.items():
        for file in part:
            if f"{name}/{file}" not in kept:
                warehouse.delete(f"{target}/{name}/{file}")
