"""Five real pages go through ``chronicle ingest`` and ``chronicle run``. They are not ours to copy, so they are read
where they lie and the test is skipped where they are not."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from tests.e2e.conftest import ROOT, workplace_environment

SHARED = Path(os.environ.get("CHRONICLE_SHARED", ROOT.parent / "shared"))
SEEDS = SHARED / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed pages are not beside this checkout")

Table = Callable[[str], pl.DataFrame]


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    folder = tmp_path_factory.mktemp("seeds")
    for words in (["ingest", str(SEEDS)], ["run"]):
        done = subprocess.run(
            [sys.executable, "-m", "chronicle.cli", *words],
            env=workplace_environment(folder),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    return lambda name: pl.read_parquet(f"{folder}/warehouse/latest/{name}/")


def page(table: Table, number: str) -> dict[str, object]:
    return table("articles").filter(pl.col("page_uri").str.contains(f"/{number}_")).row(0, named=True)


def of_page(table: Table, name: str, number: str) -> pl.DataFrame:
    article = page(table, number)["article_id"]
    if name != "events":
        return table(name).filter(pl.col("article_id") == article)
    return table(name).join(of_page(table, "event_sources", number), on="event_id", how="semi")


def test_five_pages_are_five_articles(table: Table) -> None:
    assert table("articles").height == 5


def test_every_quote_is_its_articles_text_at_its_offsets(table: Table) -> None:
    joined = table("event_sources").join(table("articles"), on="article_id")
    assert joined.height > 20
    for row in joined.iter_rows(named=True):
        assert row["text"][row["start"] : row["end"]] == row["quote"]


@pytest.mark.parametrize(
    "boilerplate",
    [
        "Leave a Reply",
        "Print Close",
        "Prev:",
        "Maybe you're interested",
        "Copyright",
        "Your are here",
        "END -",
        "Fonts",
    ],
)
def test_boilerplate_is_gone(table: Table, boilerplate: str) -> None:
    assert not table("articles")["text"].str.contains(boilerplate, literal=True).any()


def test_the_wenzhou_plan_is_dated_and_counts_over_ten_complexes(table: Table) -> None:
    assert page(table, "002")["published"] == "2018-05-31"
    numbers = of_page(table, "event_quantities", "002").filter(pl.col("value") == 10)
    assert "over" in numbers["qualifier"].to_list()


def test_the_jilin_meeting_is_not_dated_by_the_page(table: Table) -> None:
    assert page(table, "001")["published"] == "2020-11-10"
    meetings = of_page(table, "events", "001").filter(pl.col("type") == "meeting")
    assert "2020-11-03" in meetings["date"].to_list()
    assert "2020-11-10" not in of_page(table, "events", "001")["date"].to_list()


def test_the_xining_page_is_undated_with_targets_for_2015(table: Table) -> None:
    assert page(table, "003")["published"] is None
    targets = of_page(table, "events", "003")["planned"].to_list()
    assert "2015" in targets
    dates = [date for date in of_page(table, "events", "003")["date"].to_list() if date]
    assert all(date.startswith("XXXX") for date in dates), dates


def test_nothing_is_taken_from_after_the_end_mark(table: Table) -> None:
    text = str(page(table, "004")["text"])
    for stray in ("Nanyang", "anti -drug", "35 hours", "Benbo"):
        assert stray not in text
