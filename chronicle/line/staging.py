"""Results of pure stages, kept under the digest of all their arguments and their stage's version.

A rerun finds what it needs and does nothing; a change of code or data in one stage redoes that stage and what follows.
Staging may be deleted at any time; it costs only the time to derive it anew.
"""

import functools
import hashlib
import io
from collections.abc import Callable, Iterable
from importlib import metadata, resources
from importlib.resources.abc import Traversable

import polars as pl

from chronicle.digest import ID_HEX_DIGITS, derive
from chronicle.errors import Missing, StagingSwept
from chronicle.release.publish import BUILDING
from chronicle.storage import Storage

ROOT = "staging"
SHARED_MODULES = ("schema.py", "digest.py", "line/captures.py", "line/days.py", "line/rows.py")
"""What every staged result also depends on: the shape of its rows, and how pages become them."""

STAGE_CODE: dict[str, tuple[str, ...]] = {
    "clean": ("clean",),
    "extract": ("extract",),
    "dedupe": ("dedupe",),
    "tables": ("line", "release"),
}
"""For each stage the packages whose code and data decide its result."""

STAGE_LIBRARIES: dict[str, tuple[str, ...]] = {
    "clean": ("beautifulsoup4", "lxml", "py3langid", "numpy"),
    "extract": ("ahocorasick-rs", "polars"),
    "dedupe": ("polars", "numpy"),
    "tables": ("polars",),
}
"""For each stage the libraries whose results may move with their version."""

CODE_SUFFIXES = (".py", ".toml", ".npz", ".json", ".parquet")


@functools.cache
def stage_version(stage: str) -> str:
    """A digest of the stage's code, data and libraries, so that no one has to remember to raise a number."""
    hasher = hashlib.sha256()
    root = resources.files("chronicle")
    for name in SHARED_MODULES:
        hasher.update((root / name).read_bytes())
    for package in STAGE_CODE[stage]:
        for path, file in sorted(_files(root / package, package)):
            hasher.update(path.encode())
            hasher.update(file.read_bytes())
    for library in STAGE_LIBRARIES[stage]:
        hasher.update(f"{library}=={metadata.version(library)}".encode())
    return hasher.hexdigest()[:ID_HEX_DIGITS]


def stage_versions() -> dict[str, str]:
    """The versions of all stages, by name."""
    return {stage: stage_version(stage) for stage in STAGE_CODE}


def _files(folder: Traversable, path: str) -> Iterable[tuple[str, Traversable]]:
    for item in folder.iterdir():
        below = f"{path}/{item.name}"
        if item.is_dir():
            yield from _files(item, below)
        elif item.name.endswith(CODE_SUFFIXES):
            yield below, item


class Staging:
    """Frames kept by stage and key in the warehouse's staging folder."""

    def __init__(self, warehouse: Storage) -> None:
        self._storage = warehouse
        self._used: set[str] = set()

    def has(self, stage: str, key: str) -> bool:
        """Whether the result is there."""
        return self._storage.exists(self._path(stage, key))

    def load(self, stage: str, key: str) -> pl.DataFrame:
        """The stored frame.

        Raises:
            StagingSwept: another run has swept it away since it was made, or it is damaged.
        """
        try:
            return pl.read_parquet(io.BytesIO(self._storage.read(self._path(stage, key))))
        except (Missing, pl.exceptions.ComputeError) as error:
            # what was made together stands and falls together, else the rest would say that all is there
            for path in self._storage.list(ROOT):
                if path.endswith(f"/{key}.parquet"):
                    self._storage.delete(path)
            raise StagingSwept(
                f"The staged {stage} results were swept by another run or damaged; derive again."
            ) from error

    def store(self, stage: str, key: str, frame: pl.DataFrame) -> pl.DataFrame:
        """Keep the frame and give it back."""
        buffer = io.BytesIO()
        frame.write_parquet(buffer, compression="zstd")
        self._storage.write(self._path(stage, key), buffer.getvalue())
        return frame

    def once(self, stage: str, key: str, make: Callable[[], pl.DataFrame]) -> pl.DataFrame:
        """The stored frame, made and stored first if it is not there."""
        return self.load(stage, key) if self.has(stage, key) else self.store(stage, key, make())

    def sweep(self) -> int:
        """Delete every result that this run did not touch, and say how many; erased text must not linger here.

        A release that another run is building stands here too and is left alone.
        """
        stale = [
            path
            for path in self._storage.list(ROOT)
            if path not in self._used and path.endswith(".parquet") and not path.startswith(f"{BUILDING}/")
        ]
        for path in stale:
            self._storage.delete(path)
        return len(stale)

    def _path(self, stage: str, key: str) -> str:
        path = f"{ROOT}/{stage}/{key}.parquet"
        self._used.add(path)
        return path


def content_key(*frames: pl.DataFrame) -> str:
    """A digest of the frames' rows in order: what a later stage is keyed by."""
    parts = []
    for frame in frames:
        buffer = io.BytesIO()
        frame.rechunk().write_ipc(buffer, compression="uncompressed")
        parts.append(hashlib.sha256(buffer.getvalue()).hexdigest())
    return derive("content", *parts)
