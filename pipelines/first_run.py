"""``make run``: ingest the samples, run the nightly job through Dagster, and show what came out."""

import sys
import time
import warnings
from dataclasses import replace
from pathlib import Path

import dagster as dg

from assets.workplace import WorkplaceResource
from chronicle import show
from chronicle.errors import ChronicleError
from chronicle.line import nightly, query
from chronicle.release import read
from pipelines.definitions import build_defs

SAMPLES = Path("samples")


def main() -> int:
    """Run it; 0 when the run succeeded."""
    warnings.filterwarnings("ignore", category=dg.BetaWarning)
    began = time.monotonic()
    place = WorkplaceResource().place()
    before = read.newest(place.warehouse_storage)
    show.recorded("samples ingested", nightly.ingest(place, [SAMPLES], progress=_progress))
    _progress("running the job 'nightly' through Dagster")
    with dg.DagsterInstance.get() as instance:
        nightly_job = build_defs().resolve_job_def("nightly")
        result = nightly_job.execute_in_process(
            instance=instance, raise_on_error=False, run_config={"loggers": {"console": {}}}
        )
    if not result.success:
        for event in result.all_events:
            if event.is_step_failure:
                print(f"{event.step_key} failed: {event.step_failure_data.error_display_string}", file=sys.stderr)
        return 1
    after = read.newest(place.warehouse_storage)
    is_new = after is not None and (before is None or after.number > before.number)
    derived = replace(nightly.derive(place), release=after if is_new else None)
    troubles = nightly.Recorded(tuple(e for e in place.journal().entries() if e.type in nightly.TROUBLES))
    for line in troubles.troubles:
        show.out.print(f"  rejected or failed: {line}")
    show.derived(derived, query.events(place, query.Filter()), query.newest_path(place))
    show.out.print(f"{time.monotonic() - began:.0f} s. Next: 'make dev' opens the Dagster UI on http://127.0.0.1:3000")
    return 0


def _progress(line: str) -> None:
    print(line, file=sys.stderr)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ChronicleError as error:
        print(f"chronicle: {error}", file=sys.stderr)
        sys.exit(1)
