"""A warehouse rebuilt from the journal alone, in its own folder, and the check that the present one is just that."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from chronicle.errors import ReleaseCorrupt, WrongCall
from chronicle.journal.verify import verify as verify_journal
from chronicle.line.nightly import Progress, derive, silent
from chronicle.line.workplace import Workplace
from chronicle.release import read
from chronicle.release.package import Package


def replay(place: Workplace, into: Path, upto: int | None = None, progress: Progress = silent) -> Package:
    """Derive everything anew from the journal (up to ``upto``, a seq) and make ``into`` a warehouse with release 1.

    Raises:
        WrongCall: ``into`` already holds releases, or the journal does not reach ``upto``.
    """
    target = Workplace(raw=place.raw, warehouse=str(into), sources=place.sources)
    if read.numbers(target.warehouse_storage):
        raise WrongCall(f"{into} already holds releases; name an empty folder to replay into.")
    head = place.journal().head().seq
    if upto is not None and not 1 <= upto <= head:
        raise WrongCall(f"The journal has entries 1 to {head}; --to {upto} is outside.")
    release = derive(target, upto, progress).release
    if release is None:
        raise ReleaseCorrupt(f"{into} took a release from another run meanwhile; replay into an empty folder.")
    return release


def faults(place: Workplace, *, replayed: bool) -> Iterator[str]:
    """One sentence for every fault: in the journal, in the releases and, if asked, between the newest and a replay."""
    newest = read.newest(place.warehouse_storage)
    remembered = place.journal().position(newest.position.seq) if newest else None
    for fault in verify_journal(place.raw_storage, at_least=remembered):
        yield str(fault)
    yield from read.faults(place.warehouse_storage)
    if replayed:
        yield from _differences(place)


def _differences(place: Workplace) -> Iterator[str]:
    newest = read.newest(place.warehouse_storage)
    if newest is None:
        yield "There is no release to compare with a replay; run 'chronicle run' first."
        return
    with tempfile.TemporaryDirectory() as folder:
        again = replay(place, Path(folder), newest.position.seq)
        for table, files in newest.files.items():
            if table != "changes" and files != again.files[table]:
                yield (
                    f"Table {table} of release {newest.number} differs from a replay of the journal up to entry "
                    f"{newest.position.seq}; if the code has changed since, run 'chronicle run' to publish the new "
                    "result, else the release was altered."
                )
