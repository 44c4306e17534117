"""kill -9 at any point, run again: the release of an undisturbed run."""

import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest

from chronicle import schema
from chronicle.journal.verify import verify
from chronicle.release import read
from chronicle.storage import Storage
from tests.e2e.conftest import SAMPLES, workplace_environment

KILLS, TORTURE_KILLS = 4, 40
WALL = ["captured_at"]  # the one column that tells when the machine did its work


def command(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "chronicle.cli", *words],
        env=workplace_environment(folder),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def run_whole(folder: Path) -> float:
    began = time.monotonic()
    assert command(folder, "ingest", str(SAMPLES)).wait() == 0
    assert command(folder, "run").wait() == 0
    return time.monotonic() - began


def newest(folder: Path) -> dict[str, pl.DataFrame]:
    warehouse = Storage.at(folder / "warehouse")
    release = read.newest(warehouse)
    assert release is not None
    tables = {name: read.table(warehouse, release, name) for name in schema.TABLES if name != "changes"}
    return {name: frame.drop(WALL, strict=False) for name, frame in tables.items()}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    folder = tmp_path_factory.mktemp("undisturbed")
    return folder, run_whole(folder)


def check_kills(undisturbed: tuple[Path, float], folder: Path, kills: int) -> None:
    whole, seconds = undisturbed
    for number in range(kills):
        here = folder / str(number)
        words = ("ingest", str(SAMPLES)) if number % 2 else ("run",)
        if words == ("run",):
            assert command(here, "ingest", str(SAMPLES)).wait() == 0
        victim = command(here, *words)
        time.sleep(seconds / 2 * (number + 1) / (kills + 1))
        victim.kill()
        victim.wait()
        run_whole(here)
        assert verify(Storage.at(here / "raw")) == []
        for name, frame in newest(here).items():
            assert frame.equals(newest(whole)[name]), f"{name} differs after kill {number}"
        assert read.numbers(Storage.at(here / "warehouse")) == [1]


def test_a_killed_run_is_made_good_by_the_next(undisturbed: tuple[Path, float], tmp_path: Path) -> None:
    check_kills(undisturbed, tmp_path, KILLS)


@pytest.mark.torture
def test_runs_killed_at_forty_points(
    undisturbed: tuple[Path, float], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if not request.config.getoption("--run-torture"):
        pytest.skip("make torture runs it")
    check_kills(undisturbed, tmp_path, TORTURE_KILLS)
