"""Whole pages, raw, in the many forms in which sites print title, date, author and source; ``forms/expected.toml``
says what people read there. To cover a new form, add a page and its entry.
"""

import tomllib
from pathlib import Path

import pytest

from chronicle.clean.metadata import read
from chronicle.clean.reading import read_page

FORMS = Path(__file__).parent / "forms"
EXPECTED = tomllib.loads((FORMS / "expected.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", EXPECTED)
def test_the_page_is_read_as_people_read_it(name: str) -> None:
    expected = EXPECTED[name]
    media_type = "text/html" if name.endswith(".html") else "text/plain"
    page = read_page((FORMS / name).read_text(encoding="utf-8"), media_type, expected.get("url"), None).page
    found = read(page)
    for field in ("title", "published", "author", "source"):
        assert getattr(found, field) == expected.get(field), field
    paragraphs = [
        page.lines[i].text for i in sorted(found.consumed) if i in page.main and len(page.lines[i].text) > 120
    ]
    assert not paragraphs, "a paragraph was taken for a byline"


def test_every_page_has_its_entry() -> None:
    assert {path.name for path in FORMS.iterdir()} == {*EXPECTED, "expected.toml"}
