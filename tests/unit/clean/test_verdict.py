"""Pages that are no article, and short or odd ones that are: pages in folders named by what they must be judged
(verdicts/). To cover a new kind of page, add one.
"""

from pathlib import Path

import pytest

from chronicle.clean import clean
from chronicle.clean.article import Article

PAGES = sorted(path for path in (Path(__file__).parent / "verdicts").rglob("*.*") if path.is_file())


@pytest.mark.parametrize("path", PAGES, ids=[f"{path.parent.name}-{path.stem}" for path in PAGES])
def test_a_page_is_judged_as_people_judge_it(path: Path) -> None:
    found = clean(path.read_bytes(), media_type="text/html" if path.suffix == ".html" else "text/plain")
    judged = "article" if isinstance(found, Article) else found.reason.value
    assert judged == path.parent.name


def test_every_kind_of_page_has_samples() -> None:
    assert {path.parent.name for path in PAGES} == {"article", "empty", "error_page", "listing", "wall"}
