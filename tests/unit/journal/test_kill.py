"""A writer killed for real, again and again, at moments nobody chose."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from chronicle.journal.journal import Journal
from chronicle.journal.verify import verify
from chronicle.storage import Storage
from tests.unit.journal.drafts import ingested

ROUNDS = 6
WRITER = """
import sys
from chronicle.journal.journal import Journal
from chronicle.storage import Storage
from tests.unit.journal.drafts import ingested
journal = Journal(Storage.at(sys.argv[1]))
print("ready", flush=True)
for number in range(100_000):
    journal.commit([ingested(number), ingested(number + 1)])
"""


def test_kill_minus_nine(tmp_path: Path) -> None:
    moments = random.Random(3)  # noqa: S311 - test data
    seen = 0
    for _ in range(ROUNDS):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        with writer.stdout:
            writer.stdout.readline()
            time.sleep(moments.uniform(0.01, 0.1))
            writer.send_signal(signal.SIGKILL)
            writer.wait()
        assert verify(Storage.at(tmp_path)) == []
        seen_now = Journal(Storage.at(tmp_path)).head().seq
        assert seen_now >= seen
        seen = seen_now
    journal = Journal(Storage.at(tmp_path))
    journal.commit([ingested(-1)])
    expected = [ingested(number).entry_id for number in [*range(seen), -1]]
    assert [entry.entry_id for entry in journal.entries()] == expected
    assert seen > ROUNDS
