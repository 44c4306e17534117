"""What starts or speaks up by itself: files in the inbox, and failed runs."""

import re
import time
from pathlib import Path

import dagster as dg
import orjson

from assets.workplace import WorkplaceResource
from chronicle.digest import derive
from chronicle.errors import ChronicleError, ConfigError
from pipelines.jobs import ingest_inbox
from pipelines.settings import INBOX_INTERVAL_SECONDS, STABLE_SECONDS

SETTINGS_ERROR = "ValidationError"
"""pydantic's; a bound on a setting is checked inside the run, not at launch."""


@dg.sensor(
    job=ingest_inbox,
    minimum_interval_seconds=INBOX_INTERVAL_SECONDS,
    default_status=dg.DefaultSensorStatus.STOPPED,
    description="Starts one run for each batch of new, finished files in raw/inbox; start it on the Automation page.",
)
def inbox_sensor(context: dg.SensorEvaluationContext, workplace: WorkplaceResource) -> dg.SensorResult | dg.SkipReason:
    """The cursor maps each file that was sent on to its state (size and time of last change)."""
    try:
        folder = workplace.place().inbox
    except ConfigError as error:
        return dg.SkipReason(str(error))
    now = states(folder)
    sent: dict[str, str] = orjson.loads(context.cursor) if context.cursor else {}
    fresh = {name: state for name, state in now.items() if sent.get(name) != state}
    if not now:
        return dg.SkipReason(f"{folder} is empty")
    if not fresh:
        return dg.SkipReason(f"all {len(now)} files in {folder} have been ingested")
    stable = {name: state for name, state in fresh.items() if _is_stable(folder / name)}
    if not stable:
        return dg.SkipReason(f"{len(fresh)} new files are still being written; waiting {STABLE_SECONDS} s of silence")
    # files that left the inbox leave the cursor too, so it never grows beyond the inbox
    kept = {name: state for name, state in sent.items() if name in now}
    batch = derive("inbox-batch", *(f"{name}\n{state}" for name, state in sorted(stable.items())))
    return dg.SensorResult(
        run_requests=[dg.RunRequest(run_key=batch, tags={"chronicle/inbox_files": str(len(stable))})],
        cursor=orjson.dumps(kept | stable, option=orjson.OPT_SORT_KEYS).decode(),
    )


def states(folder: Path) -> dict[str, str]:
    """Every file below the folder (hidden ones excepted) with its size and time of last change."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if any(part.startswith(".") for part in Path(name).parts):
            continue
        try:
            status = path.stat()
        except FileNotFoundError:  # it left while we looked; the next tick sees the inbox without it
            continue
        if path.is_file():
            found[name] = f"{status.st_size}-{status.st_mtime_ns}"
    return found


def _is_stable(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime >= STABLE_SECONDS
    except FileNotFoundError:
        return False


@dg.run_failure_sensor(
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Logs, for each failed run, what failed and what to do.",
)
def failure_sensor(context: dg.RunFailureSensorContext) -> None:
    """One error line in the sensor's log for the person who reads it at 3 a.m."""
    run = context.dagster_run
    steps = {event.step_key: event for event in context.get_step_failure_events()}
    for step, event in steps.items():
        failure = event.step_failure_data.error
        context.log.error(f"{run.job_name} failed at {step}: {remedy(failure)} Run {run.run_id}.")
    if not steps:
        context.log.error(f"{run.job_name} failed: {context.failure_event.message} Run {run.run_id}.")


def remedy(failure: object) -> str:
    """The cause in a sentence, and whether running again can help."""
    chain = [failure]
    while getattr(chain[-1], "cause", None) is not None:
        chain.append(chain[-1].cause)  # type: ignore[attr-defined]
    # an error of ours says more than what it was raised from; without one, what is innermost says most
    ours = _names(ChronicleError)
    cause = next((error for error in chain if _name(error) in ours), chain[-1])
    name, message = _name(cause), _message(cause)
    if name in _transient_names():
        return f"{message} This passes by itself: launch the job again."
    if name in ours:
        return f"{message} Running again will not help until that is done."
    if name == SETTINGS_ERROR:
        return f"{message} Change the settings in the launchpad and launch the job again."
    return f"{message} This is a fault in Chronicle or its surroundings: read the run's traceback, then report it."


def _name(error: object) -> str:
    return getattr(error, "cls_name", None) or type(error).__name__


def _message(error: object) -> str:
    """What the error says, on one line, as a sentence, without the name of its class."""
    told = " ".join(str(getattr(error, "message", error)).split())
    told = re.sub(rf"^[\w.]*{re.escape(_name(error))}: ", "", told)
    return told if told.endswith((".", "!", "?")) else f"{told}."


def _transient_names() -> set[str]:
    return {kind.__name__ for kind in _below(ChronicleError) if kind.transient}


def _names(root: type[ChronicleError]) -> set[str]:
    return {kind.__name__ for kind in _below(root)}


def _below(root: type[ChronicleError]) -> list[type[ChronicleError]]:
    found = [root]
    for kind in root.__subclasses__():
        found += _below(kind)
    return found
