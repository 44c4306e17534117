"""A warehouse rebuilt from the journal alone, in its own folder, and the check that the present one is just that."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from chronicle.errors import ReleaseCorrupt, WrongCall
from chronicle.journal.entry import moment
from chronicle.journal.journal import Position as JournalPosition
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
    if upto is not None and not 0 <= upto <= head:
        raise WrongCall(f"The journal's last entry is {head}; --to {upto} is outside.")
    release = derive(target, upto, progress).release
    if release is None:
        raise ReleaseCorrupt(f"{into} took a release from another run meanwhile; replay into an empty folder.")
    return release


def faults(place: Workplace, *, replayed: bool) -> Iterator[str]:
    """One sentence for every fault: in the journal, in the releases and, if asked, between the newest and a replay."""
    found = [str(fault) for fault in verify_journal(place.raw_storage, at_least=_remembered(place))]
    found += read.faults(place.warehouse_storage)
    yield from found
    if found:
        return  # what is damaged cannot be compared
    yield from _not_erased(place)
    if replayed:
        yield from _differences(place)


def _remembered(place: Workplace) -> JournalPosition | None:
    """How far the journal went when the newest release was made."""
    try:
        newest = read.newest(place.warehouse_storage)
    except ReleaseCorrupt:  # read.faults names it
        return None
    at = newest.position if newest else None
    if at is None or at.recorded_at is None:
        return None
    return JournalPosition(at.seq, moment(at.recorded_at), at.digest)


def _not_erased(place: Workplace) -> Iterator[str]:
    erased = set(place.journal().erased_pages())
    warehouse = place.warehouse_storage
    for number in read.numbers(warehouse) if erased else []:
        pages = set(read.table(warehouse, read.package(warehouse, number), "articles")["page_id"])
        for page_id in sorted(erased & pages):
            yield (
                f"Release {number} still has page {page_id}, which was erased: "
                f"'chronicle erase {page_id} --by … --why …' finishes that."
            )


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
