from pathlib import Path

from chronicle.line import nightly
from chronicle.line.nightly import Recorded
from chronicle.line.workplace import Workplace


def test_an_object_store_has_no_inbox_and_that_stops_nothing(tmp_path: Path) -> None:
    told: list[str] = []
    place = Workplace("memory:///", str(tmp_path), tmp_path / "sources.toml")
    assert nightly.ingest_inbox(place, progress=told.append) == Recorded()
    assert "chronicle ingest PATH" in told[0]
