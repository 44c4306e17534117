"""What the operator does: open the job's page, click Materialize, see success."""

import shutil
import time

import pytest

from tests.e2e.conftest import Dagster
from tests.e2e.test_webserver import RUNS

pytestmark = pytest.mark.e2e

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_MS = 120_000


def runs(dagster: Dagster) -> list[object]:
    found = dagster.ask(RUNS)["runsOrError"]
    assert isinstance(found, dict)
    return list(found["results"])


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine; Debian: apt-get install chromium")
def test_an_operator_materializes_nightly_in_the_browser(dagster: Dagster) -> None:
    from playwright.sync_api import expect, sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            page = browser.new_page(viewport={"width": 1500, "height": 900})
            page.goto(f"{dagster.url}/locations/chronicle/jobs/nightly", timeout=PATIENCE_MS)
            before = len(runs(dagster))
            page.get_by_text("Materialize all").first.click(timeout=PATIENCE_MS)
            deadline = time.monotonic() + PATIENCE_MS / 1000
            while len(runs(dagster)) == before and time.monotonic() < deadline:
                page.wait_for_timeout(500)  # leaving the page at once would cancel the launch
            page.goto(f"{dagster.url}/runs", timeout=PATIENCE_MS)
            expect(page.get_by_text("Success").first).to_be_visible(timeout=PATIENCE_MS)
            expect(page.get_by_text("nightly").first).to_be_visible(timeout=PATIENCE_MS)
        finally:
            browser.close()
