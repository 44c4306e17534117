from pathlib import Path

import pytest

from tools.generate_docs import DOCS, GENERATED

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", sorted(GENERATED))
def test_generated_documentation_is_current(name: str) -> None:
    written = (DOCS / name).read_text(encoding="utf-8")
    assert written == GENERATED[name](), f"docs/{name} is stale: run 'make docs'"


def test_the_readme_links_only_to_what_is_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    links = [part.split(")")[0] for part in readme.split("](")[1:]]
    missing = [link for link in links if not link.startswith("http") and not (ROOT / link).exists()]
    assert missing == []


def test_the_readme_says_how_to_run_and_test() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make run" in readme
    assert "make test" in readme
