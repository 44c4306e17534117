"""One journal and the same code give equal files, however the work was split."""

import datetime as dt
from pathlib import Path

import pytest

from chronicle.line import days, nightly
from chronicle.line.replay import replay
from chronicle.line.workplace import Workplace
from chronicle.release import read

SAMPLES = Path(__file__).parents[2] / "samples"
NIGHTS = ["invest-northeast", "jiangpan", "lakeside-times", "open-regions", "text-dumps"]
FIRST_NIGHT = dt.datetime(2026, 3, 1, 2, 0, tzinfo=dt.UTC)


def night(number: int) -> dt.datetime:
    return FIRST_NIGHT + dt.timedelta(days=number)


@pytest.fixture(scope="module")
def nightly_place(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """A journal of five nights, with a release after each."""
    folder = tmp_path_factory.mktemp("nights")
    for number, site in enumerate(NIGHTS):
        place = workplace(folder / "raw", folder / "warehouse", night(number))
        nightly.ingest(place, [SAMPLES / site])
        nightly.derive(place)
    return workplace(folder / "raw", folder / "warehouse", night(len(NIGHTS)))


def workplace(raw: Path, warehouse: Path, now: dt.datetime) -> Workplace:
    return Workplace(raw=str(raw), warehouse=str(warehouse), sources=Path("no-sources.toml"), clock=lambda: now)


def files(place: Workplace) -> dict[str, bytes]:
    """Every Parquet file of the newest release but those of ``changes``, by its path."""
    warehouse = place.warehouse_storage
    newest = read.newest(warehouse)
    assert newest is not None
    return {
        file.path: warehouse.read(f"{read.folder(newest.number)}/{file.path}")
        for name, part in newest.files.items()
        if name != "changes"
        for file in part
    }


def test_nights_made_a_release_each(nightly_place: Workplace) -> None:
    numbers = read.numbers(nightly_place.warehouse_storage)
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= len(NIGHTS) - 1  # a night whose pages are all copies may still change story counts
    assert len(files(nightly_place)) > 5


def test_one_batch_equals_many_nights(nightly_place: Workplace, tmp_path: Path) -> None:
    once = workplace(Path(nightly_place.raw), tmp_path, night(9))
    nightly.derive(once)
    assert files(once) == files(nightly_place)


def test_a_replay_equals_many_nights(nightly_place: Workplace, tmp_path: Path) -> None:
    replay(nightly_place, tmp_path)
    assert files(workplace(Path(nightly_place.raw), tmp_path, night(9))) == files(nightly_place)


def test_a_replay_to_an_earlier_entry_equals_that_nights_release(nightly_place: Workplace, tmp_path: Path) -> None:
    warehouse = nightly_place.warehouse_storage
    first = read.package(warehouse, 1)
    again = replay(nightly_place, tmp_path, first.position.seq)
    assert {name: part for name, part in again.files.items() if name != "changes"} == {
        name: part for name, part in first.files.items() if name != "changes"
    }
    assert again.position == first.position


@pytest.mark.parametrize("batch_pages", [1, 3])
def test_the_size_of_batches_cannot_be_seen(
    nightly_place: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch_pages: int
) -> None:
    monkeypatch.setattr(days, "BATCH_PAGES", batch_pages)
    monkeypatch.setenv("CHRONICLE_PROCESSES", "1")
    split = workplace(Path(nightly_place.raw), tmp_path, night(9))
    nightly.derive(split)
    assert files(split) == files(nightly_place)


def test_the_number_of_processes_cannot_be_seen(
    nightly_place: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(days, "BATCH_PAGES", 2)
    monkeypatch.setenv("CHRONICLE_PROCESSES", "2")
    split = workplace(Path(nightly_place.raw), tmp_path, night(9))
    nightly.derive(split)
    assert files(split) == files(nightly_place)
