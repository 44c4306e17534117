"""Single clauses, good and clumsy English and Chinese: is it an event, of which type and status."""

from pathlib import Path

import pytest

from chronicle.clean.article import Article
from chronicle.extract.events.typed import Typed
from chronicle.extract.reading import read

ROWS = [line.split("\t") for line in (Path(__file__).parent / "clauses.tsv").read_text(encoding="utf-8").splitlines()]
EVENTS = [(set(kinds.split("|")), status, text) for kinds, status, text in ROWS if kinds != "none"]
SILENT = [text for kinds, _, text in ROWS if kinds == "none"]


def first(text: str) -> Typed | None:
    lang = "zh" if any("\u4e00" <= char <= "\u9fff" for char in text) else "en"
    rows = read(Article(text, title="", published="2023-06-15", lang=lang)).rows
    return rows[0].typed if rows else None


def test_clauses_are_events_of_the_right_type_and_status() -> None:
    found = [(kinds, status, typed) for kinds, status, text in EVENTS if (typed := first(text)) is not None]
    assert len(found) >= 0.95 * len(EVENTS)
    assert sum(typed.typing.type in kinds for kinds, _, typed in found) >= 0.9 * len(EVENTS)
    assert sum(typed.status == status for _, status, typed in found) >= 0.9 * len(EVENTS)


@pytest.mark.parametrize("text", SILENT)
def test_opinion_scene_and_explanation_are_no_events(text: str) -> None:
    assert first(text) is None
