from pathlib import Path

import pytest

from chronicle.clean.article import Article
from chronicle.line import days, nightly
from chronicle.line.workplace import Workplace
from chronicle.release import read

SAMPLES = Path(__file__).parents[3] / "samples" / "open-regions"


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    found = Workplace(str(tmp_path / "raw"), str(tmp_path / "warehouse"), tmp_path / "sources.toml")
    nightly.ingest(found, [SAMPLES])
    return found


def test_a_fault_of_ours_in_extraction_is_recorded_and_stops_nothing(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = days.extract

    def failing(article: Article) -> object:
        if "spin-out" in article.text:
            raise ZeroDivisionError("by design")
        return right(article)

    monkeypatch.setattr(days, "extract", failing)
    derived = nightly.derive(place)
    told = {row["page_uri"]: row for row in derived.not_articles.iter_rows(named=True)}
    assert told["inbox:open-regions/leeds-fund.html"]["reason"] == "fault"
    assert "ZeroDivisionError: by design" in told["inbox:open-regions/leeds-fund.html"]["detail"]
    warehouse = place.warehouse_storage
    release = read.newest(warehouse)
    assert release is not None
    assert read.table(warehouse, release, "events").height > 0
    assert "inbox:open-regions/leeds-fund.html" in read.table(warehouse, release, "articles")["page_uri"].to_list()


def test_a_fault_of_ours_in_cleaning_is_recorded_and_stops_nothing(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = days.clean

    def failing(body: bytes, **settings: object) -> object:
        if b"spin-out" in body:
            raise RecursionError("too deep")
        return right(body, **settings)  # type: ignore[arg-type]

    monkeypatch.setattr(days, "clean", failing)
    derived = nightly.derive(place)
    reasons = dict(derived.not_articles.select("page_uri", "reason").iter_rows())
    assert reasons["inbox:open-regions/leeds-fund.html"] == "fault"
    assert derived.articles > 0
