"""The stored texts, ready to be searched: segments in memory-mapped files, in a cache that may always be deleted.

The truth are the signatures of each journal day. Days are gathered into blocks of a power of two, so that 1,000
nights are at most ten segments and a night writes little. A block's name is the digest of all days up to its end:
another day, or an erasure, gives another name, and what no name asks for any more is deleted.
"""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import polars as pl

from chronicle.dedupe.bands import BANDS, Segment, fill, segment
from chronicle.digest import derive

FORMAT = "1"  # another number whenever sketches, bands or the files change


@dataclass(frozen=True, slots=True)
class Day:
    """One journal day: the digest of its signatures, and how to read them."""

    digest: str
    read: Callable[[], pl.DataFrame]


class Lookup:
    """A folder of segments."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def segments(self, days: Sequence[Day]) -> tuple[Segment, ...]:
        """The segments that hold these days, in order; makes what is missing and deletes what is not of them."""
        prefixes = [derive("bands", FORMAT)]
        for day in days:
            prefixes.append(derive("bands", prefixes[-1], day.digest))
        found: list[Segment] = []
        names = set()
        for start, stop in blocks(len(days)):
            found.append(self._block(start, stop, days, prefixes, tuple(found)))
            names.add(_name(start, stop, prefixes))
        self._sweep(names)
        return tuple(found)

    def _block(
        self, start: int, stop: int, days: Sequence[Day], prefixes: Sequence[str], earlier: tuple[Segment, ...]
    ) -> Segment:
        path = self._folder / _name(start, stop, prefixes)
        stored = _load(path)
        if stored is not None:
            return stored
        middle = (start + stop) // 2
        left = _load(self._folder / _name(start, middle, prefixes))
        right = _load(self._folder / _name(middle, stop, prefixes))
        if start < middle and left is not None and right is not None:
            made = _joined(left, right)
        else:
            made = segment(pl.concat([day.read() for day in days[start:stop]]), earlier)
        self._store(path, made)
        return _load(path) or made

    def _store(self, path: Path, made: Segment) -> None:
        """Write a segment under another name first, so that a segment is whole or not there."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self._folder, ignore_cleanup_errors=True) as temporary:
            whole = Path(temporary) / "segment"
            whole.mkdir()
            for field in fields(Segment):
                np.save(whole / f"{field.name}.npy", getattr(made, field.name))
            shutil.rmtree(path, ignore_errors=True)
            whole.rename(path)

    def _sweep(self, names: set[str]) -> None:
        for path in sorted(self._folder.iterdir()) if self._folder.is_dir() else ():
            if path.name not in names:
                shutil.rmtree(path, ignore_errors=True)


def blocks(count: int) -> list[tuple[int, int]]:
    """Cut 0..count into blocks of falling powers of two: 13 gives (0, 8), (8, 12), (12, 13)."""
    cuts, start = [], 0
    for bit in reversed(range(count.bit_length())):
        if count & (1 << bit):
            cuts.append((start, start + (1 << bit)))
            start += 1 << bit
    return cuts


def _name(start: int, stop: int, prefixes: Sequence[str]) -> str:
    return derive("block", prefixes[start], prefixes[stop])


def _load(path: Path) -> Segment | None:
    """The stored segment, or None if it is not there or not whole."""
    try:
        return Segment(**{field.name: np.load(path / f"{field.name}.npy", mmap_mode="r") for field in fields(Segment)})
    except (OSError, ValueError, EOFError):
        return None


def _joined(left: Segment, right: Segment) -> Segment:
    """Two neighbouring segments as one."""
    sketches = np.concatenate([left.sketches, right.sketches])
    entries = np.empty((BANDS, len(sketches)), dtype=np.uint64)
    fill(sketches, entries)
    return Segment(
        seqs=np.concatenate([left.seqs, right.seqs]),
        sites=np.concatenate([left.sites, right.sites]),
        words=np.concatenate([left.words, right.words]),
        sketches=sketches,
        known=np.sort(np.concatenate([left.known, right.known])),
        entries=entries,
    )
