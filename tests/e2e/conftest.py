"""A real Dagster (webserver and daemon) on this workspace, with its home and data in a temporary folder."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
START_SECONDS = 180  # on two busy cores


@dataclass(frozen=True)
class Dagster:
    """Where the running server is, and the workplace it works on."""

    url: str
    folder: Path

    def ask(self, query: str, **variables: object) -> dict[str, object]:
        answer = httpx.post(f"{self.url}/graphql", json={"query": query, "variables": variables}, timeout=60)
        answer.raise_for_status()
        document = answer.json()
        assert "errors" not in document, document
        data = document["data"]
        assert isinstance(data, dict)
        return data


def workplace_environment(folder: Path) -> dict[str, str]:
    """The environment of a process that works in ``folder`` and nowhere else."""
    return os.environ | {
        "CHRONICLE_RAW": str(folder / "raw"),
        "CHRONICLE_WAREHOUSE": str(folder / "warehouse"),
        "CHRONICLE_SOURCES": str(folder / "sources.toml"),
        "DAGSTER_HOME": str(folder / "home"),
        "DAGSTER_DISABLE_TELEMETRY": "1",
    }


def start(folder: Path) -> tuple[subprocess.Popen[bytes], str]:
    """Start webserver and daemon; gives back the process and the address once it answers."""
    (folder / "home").mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "dagster.yaml", folder / "home" / "dagster.yaml")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = (folder / "dagster.log").open("ab")
    process = subprocess.Popen(
        [Path(sys.executable).with_name("dagster"), "dev", "-w", "workspace.yaml", "-p", str(port)],
        cwd=ROOT,
        env=workplace_environment(folder),
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    log.close()
    url = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            if httpx.get(f"{url}/server_info", timeout=5).status_code == httpx.codes.OK:
                return process, url
        except httpx.TransportError:
            time.sleep(0.5)
    stop(process)
    raise AssertionError((folder / "dagster.log").read_text()[-3000:])


def stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(30)


@pytest.fixture(scope="session")
def dagster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dagster]:
    folder = tmp_path_factory.mktemp("dagster")
    inbox = folder / "raw" / "inbox"
    inbox.mkdir(parents=True)
    for page in ("open-regions/leeds-fund.html", "text-dumps/ningbo-rd.txt"):
        shutil.copy(SAMPLES / page, inbox)
    process, url = start(folder)
    yield Dagster(url, folder)
    stop(process)
