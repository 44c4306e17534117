"""A local site and an empty journal for every test that asks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.capture.server import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "raw"
