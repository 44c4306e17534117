from pathlib import Path

import numpy as np
import polars as pl
import pytest

from chronicle.dedupe import bands, signatures
from chronicle.dedupe.lookup import Day, Lookup, blocks
from tests.unit.dedupe.tables import articles, prose

SIGNED = signatures.sign(articles([prose(n % 17) + prose(500 + n, 14) for n in range(60)]))


def days(count: int, read: list[int] | None = None) -> list[Day]:
    """Days of five articles; ``read`` takes down which were read."""

    def reader(number: int) -> pl.DataFrame:
        if read is not None:
            read.append(number)
        return SIGNED.slice(number * 5, 5)

    return [Day(f"day {number}", lambda number=number: reader(number)) for number in range(count)]  # type: ignore[misc]


def found(segments: tuple[bands.Segment, ...], number: int) -> pl.DataFrame:
    return bands.candidates(bands.segment(SIGNED.slice(number * 5, 5), segments), segments)


@pytest.mark.parametrize(("count", "cuts"), [(0, []), (1, [(0, 1)]), (13, [(0, 8), (8, 12), (12, 13)])])
def test_blocks_are_powers_of_two(count: int, cuts: list[tuple[int, int]]) -> None:
    assert blocks(count) == cuts


def test_night_by_night_gives_what_memory_gives(tmp_path: Path) -> None:
    lookup = Lookup(tmp_path / "bands")
    stored: list[bands.Segment] = []
    for number in range(12):
        segments = lookup.segments(days(number))
        assert found(segments, number).equals(found(tuple(stored), number))
        stored.append(bands.segment(SIGNED.slice(number * 5, 5), stored))


def test_a_night_reads_only_the_new_day(tmp_path: Path) -> None:
    Lookup(tmp_path).segments(days(6))
    read: list[int] = []
    Lookup(tmp_path).segments(days(7, read))
    assert read == [6]


def test_deleting_the_lookup_costs_only_time(tmp_path: Path) -> None:
    before = found(Lookup(tmp_path / "a").segments(days(11)), 11)
    for number in range(12):
        stepwise = Lookup(tmp_path / "b").segments(days(number))
    assert found(stepwise, 11).equals(before)


@pytest.mark.parametrize("harm", ["cut", "gone", "empty"])
def test_a_broken_segment_is_made_again(tmp_path: Path, harm: str) -> None:
    before = found(Lookup(tmp_path).segments(days(4)), 5)
    (part,) = tmp_path.iterdir()
    file = part / "entries.npy"
    if harm == "gone":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[: 500 if harm == "cut" else 0])
    assert found(Lookup(tmp_path).segments(days(4)), 5).equals(before)


def test_a_changed_day_makes_the_segments_after_it_anew(tmp_path: Path) -> None:
    Lookup(tmp_path).segments(days(4))
    changed = [Day("day 0, erased", lambda: SIGNED.slice(1, 4)), *days(4)[1:]]
    (segment,) = Lookup(tmp_path).segments(changed)
    assert 1 not in segment.seqs
    assert len(list(tmp_path.iterdir())) == 1


def test_segments_are_mapped_not_read(tmp_path: Path) -> None:
    (segment,) = Lookup(tmp_path).segments(days(2))
    assert isinstance(segment.entries, np.memmap)
