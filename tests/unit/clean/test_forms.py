"""Authored pages of the kinds that sites publish, each with the exact text that must come out (forms/)."""

from pathlib import Path

import pytest

from chronicle.clean import clean
from chronicle.clean.article import Article

FORMS = sorted(path for path in (Path(__file__).parent / "forms").iterdir() if path.suffix in {".html", ".txt"})


@pytest.mark.parametrize("form", FORMS, ids=[path.stem for path in FORMS])
def test_a_page_is_its_article_and_nothing_else(form: Path) -> None:
    media_type = "text/html" if form.suffix == ".html" else "text/plain"
    article = clean(form.read_bytes(), media_type=media_type)
    assert isinstance(article, Article)
    assert article.text == form.with_suffix(".expected").read_text("utf-8").rstrip("\n")
