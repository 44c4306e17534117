"""``make bench``: every benchmark that needs no peers, one after the other. README.md says how to run those that do."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
RUNS = (
    ("extraction.py",),
    ("line.py",),
    ("dedupe.py", "speed", "--size", "10000"),
    ("dedupe.py", "candidates", "--size", "1000000"),
    ("dates.py",),
    ("quantities.py",),
    ("places.py",),
)


def main() -> int:
    """Run them; 0 if all ran. One that lacks its data (../shared) says so in a sentence and does not stop the rest."""
    failed = 0
    for run in RUNS:
        print(f"\n== bench/{' '.join(run)}", flush=True)
        failed += subprocess.run([sys.executable, HERE / run[0], *run[1:]], check=False).returncode != 0
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
