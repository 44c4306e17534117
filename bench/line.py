"""The whole line on the samples, many times over: seconds from ingest to release, and for a rerun that does nothing.

python bench/line.py [--copies 20]
"""

import argparse
import shutil
import tempfile
import time
from pathlib import Path

from chronicle.line import nightly
from chronicle.line.workplace import Workplace

SAMPLES = Path(__file__).parents[1] / "samples"


def spread(folder: Path, copies: int) -> None:
    """Copy the samples, each copy with a line of its own so that it is another page."""
    for number in range(copies):
        for path in SAMPLES.rglob("*.*"):
            target = folder / str(number) / path.relative_to(SAMPLES)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
            with target.open("ab") as end:
                end.write(b"<!-- %d -->" % number)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--copies", type=int, default=20, help="how many times the samples are taken")
    copies = parser.parse_args().copies
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        spread(folder / "pages", copies)
        place = Workplace(str(folder / "raw"), str(folder / "warehouse"), folder / "sources.toml")
        for name, step in (
            ("ingest", lambda: nightly.ingest(place, [folder / "pages"])),
            ("derive and release", lambda: nightly.derive(place)),
            ("the same again", lambda: nightly.derive(place)),
        ):
            began = time.monotonic()
            step()
            print(f"{name}: {time.monotonic() - began:.1f} s")
        print(f"pages: {len(list((folder / 'pages').rglob('*.*')))}")


if __name__ == "__main__":
    main()
