"""The real webserver: launch ``nightly`` as the UI does and wait for success; history outlives a restart."""

import time
from pathlib import Path

import polars as pl
import pytest

from tests.e2e.conftest import Dagster, start, stop

pytestmark = pytest.mark.e2e

RUN_SECONDS = 180
SELECTOR = {"repositoryLocationName": "chronicle", "repositoryName": "__repository__", "jobName": "nightly"}
LAUNCH = """mutation($params: ExecutionParams!) { launchRun(executionParams: $params) {
  __typename ... on LaunchRunSuccess { run { runId } } ... on PythonError { message } } }"""
STATUS = "query($id: ID!) { runOrError(runId: $id) { __typename ... on Run { status } } }"
RUNS = "{ runsOrError { __typename ... on Runs { results { runId jobName status } } } }"
SCHEDULES = """{ schedulesOrError(repositorySelector: {repositoryLocationName: "chronicle",
  repositoryName: "__repository__"}) { ... on Schedules { results { name executionTimezone
  scheduleState { status } } } } }"""


def launch_nightly(dagster: Dagster) -> str:
    answer = dagster.ask(LAUNCH, params={"selector": SELECTOR, "mode": "default", "runConfigData": {}})["launchRun"]
    assert isinstance(answer, dict)
    assert answer["__typename"] == "LaunchRunSuccess", answer
    return str(answer["run"]["runId"])


def wait_for(dagster: Dagster, run_id: str) -> str:
    deadline = time.monotonic() + RUN_SECONDS
    status = ""
    while time.monotonic() < deadline and status not in {"SUCCESS", "FAILURE", "CANCELED"}:
        time.sleep(1)
        found = dagster.ask(STATUS, id=run_id)["runOrError"]
        assert isinstance(found, dict)
        status = str(found["status"])
    return status


def test_nightly_launched_through_the_api_succeeds(dagster: Dagster) -> None:
    run_id = launch_nightly(dagster)
    assert wait_for(dagster, run_id) == "SUCCESS", (dagster.folder / "dagster.log").read_text()[-3000:]
    assert pl.read_parquet(f"{dagster.folder}/warehouse/latest/articles/").height == 2


def test_the_schedule_is_there_and_stopped(dagster: Dagster) -> None:
    schedules = dagster.ask(SCHEDULES)["schedulesOrError"]
    assert isinstance(schedules, dict)
    assert [(s["name"], s["scheduleState"]["status"]) for s in schedules["results"]] == [
        ("nightly_schedule", "STOPPED")
    ]


def test_history_outlives_a_restart(tmp_path: Path) -> None:
    (tmp_path / "raw" / "inbox").mkdir(parents=True)
    process, url = start(tmp_path)
    try:
        dagster = Dagster(url, tmp_path)
        run_id = launch_nightly(dagster)
        assert wait_for(dagster, run_id) == "SUCCESS"
    finally:
        stop(process)
    process, url = start(tmp_path)
    try:
        runs = Dagster(url, tmp_path).ask(RUNS)["runsOrError"]
        assert isinstance(runs, dict)
        assert [(run["runId"], run["status"]) for run in runs["results"]] == [(run_id, "SUCCESS")]
    finally:
        stop(process)
