import os
import time
from pathlib import Path

import dagster as dg
import pytest

from assets.workplace import WorkplaceResource
from chronicle.errors import CommitConflict, ConfigError
from pipelines.definitions import build_defs
from pipelines.schedules import nightly_schedule
from pipelines.sensors import inbox_sensor, remedy
from pipelines.settings import STABLE_SECONDS


def tick(workplace: WorkplaceResource, cursor: str | None = None) -> dg.SensorResult | dg.SkipReason:
    context = dg.build_sensor_context(cursor=cursor, resources={"workplace": workplace})
    found = inbox_sensor(context)
    assert isinstance(found, dg.SensorResult | dg.SkipReason)
    return found


def age(path: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(path, (then, then))


@pytest.fixture
def page(workplace: WorkplaceResource) -> Path:
    found = workplace.place().inbox / "lab.html"
    age(found, STABLE_SECONDS + 5)
    return found


def test_an_empty_inbox_is_skipped_with_a_reason(workplace: WorkplaceResource, page: Path) -> None:
    page.unlink()
    found = tick(workplace)
    assert isinstance(found, dg.SkipReason)
    assert "is empty" in str(found.skip_message)


def test_a_finished_file_starts_one_run_and_then_none(workplace: WorkplaceResource, page: Path) -> None:
    first = tick(workplace)
    assert isinstance(first, dg.SensorResult)
    assert len(first.run_requests or []) == 1
    again = tick(workplace, first.cursor)
    assert isinstance(again, dg.SkipReason)
    assert "have been ingested" in str(again.skip_message)


def test_a_file_still_being_written_waits(workplace: WorkplaceResource, page: Path) -> None:
    age(page, 0)
    found = tick(workplace)
    assert isinstance(found, dg.SkipReason)
    assert "still being written" in str(found.skip_message)


def test_a_changed_file_starts_another_run(workplace: WorkplaceResource, page: Path) -> None:
    first = tick(workplace)
    assert isinstance(first, dg.SensorResult)
    page.write_text("other", encoding="utf-8")
    age(page, STABLE_SECONDS + 5)
    second = tick(workplace, first.cursor)
    assert isinstance(second, dg.SensorResult)
    assert first.run_requests is not None
    assert second.run_requests is not None
    assert first.run_requests[0].run_key != second.run_requests[0].run_key


def test_an_object_store_has_no_inbox_and_says_so() -> None:
    found = tick(WorkplaceResource(raw="memory:///"))
    assert isinstance(found, dg.SkipReason)
    assert "no inbox" in str(found.skip_message)


def test_the_schedule_asks_for_a_run_without_a_partition(instance: dg.DagsterInstance) -> None:
    context = dg.build_schedule_context(instance=instance, repository_def=build_defs().get_repository_def())
    data = nightly_schedule.evaluate_tick(context)
    assert len(data.run_requests or []) == 1
    assert (data.run_requests or [])[0].partition_key is None


class _Failure:
    def __init__(self, cls_name: str, message: str, cause: "object | None" = None) -> None:
        self.cls_name, self.message, self.cause = cls_name, message, cause


@pytest.mark.parametrize(
    ("kind", "advice"),
    [
        (CommitConflict.__name__, "launch the job again"),
        (ConfigError.__name__, "will not help until"),
        ("ZeroDivisionError", "report it"),
    ],
)
def test_a_failure_says_what_to_do(kind: str, advice: str) -> None:
    told = remedy(_Failure("DagsterExecutionStepExecutionError", "step failed", _Failure(kind, "The cause.")))
    assert "The cause." in told
    assert advice in told


def test_an_error_of_ours_is_told_and_not_what_it_was_raised_from() -> None:
    disk = _Failure("OSError", "OSError: Input/output error")
    ours = _Failure("StorageUnavailable", "chronicle.errors.StorageUnavailable: raw/x cannot be used", disk)
    told = remedy(_Failure("DagsterExecutionStepExecutionError", "step failed", ours))
    assert told == "raw/x cannot be used. This passes by itself: launch the job again."


def test_a_wrong_setting_is_no_fault_of_ours() -> None:
    told = remedy(_Failure("ValidationError", "pydantic_core.ValidationError: 1 error\npage_limit\n  too small"))
    assert told.startswith("1 error page_limit too small. Change the settings")
