from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest

from assets.workplace import WorkplaceResource

PAGE = """<html><head><title>{title}</title></head><body><h1>{title}</h1><p>Source: Ilm Post Date: 2024-05-02</p>
<p>The city of Hangzhou opened a photonics laboratory on May 1, 2024. The laboratory cost 5 million yuan and has
room for 20 companies, the science bureau of the city said.</p>
<p>It plans to add a second building by 2026.</p></body></html>"""


@pytest.fixture
def workplace(tmp_path: Path) -> WorkplaceResource:
    """An empty workplace with one page in its inbox."""
    inbox = tmp_path / "raw" / "inbox"
    inbox.mkdir(parents=True)
    (inbox / "lab.html").write_text(PAGE.format(title="A photonics laboratory opens in Hangzhou"), encoding="utf-8")
    return WorkplaceResource(
        raw=str(tmp_path / "raw"), warehouse=str(tmp_path / "warehouse"), sources=str(tmp_path / "sources.toml")
    )


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as ephemeral:
        yield ephemeral
