"""Real pages, damaged at random, when the labelled development pages are at hand; skipped otherwise."""

import os
import random
from pathlib import Path

import pytest

from chronicle.clean import clean
from chronicle.clean.article import Article, NotArticle

PAGES = Path(os.environ.get("CHRONICLE_SHARED", Path(__file__).parents[4] / "shared")) / "gold/dev/pages"
JUNK = (b"", b"<", b"\0\0", b"</div>", b"<div>", b"&#xD800;", b"<!--", b'"', b"\xff\xfe", b"<table><p>", b"]]>")
DAMAGES = 5  # to a page


@pytest.mark.skipif(not PAGES.is_dir(), reason="there are no development pages")
@pytest.mark.parametrize("seed", range(3))
def test_damaged_pages_have_an_outcome(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - damage, no secret
    for path in sorted(PAGES.iterdir()):
        page = path.read_bytes()
        for _ in range(DAMAGES):
            start = chance.randrange(len(page) + 1)
            page = page[:start] + chance.choice(JUNK) + page[start + chance.choice((0, 1, 7, 200, 5000)) :]
        result = clean(page, media_type="text/html" if path.suffix == ".html" else "text/plain")
        assert isinstance(result, Article | NotArticle)
        if isinstance(result, Article):
            assert result.text.strip()
            result.text.encode("utf-8")
