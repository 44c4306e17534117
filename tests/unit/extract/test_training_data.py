"""The labelled text under training/ says of itself only what is there."""

import json
from pathlib import Path

import pytest

from chronicle.schema import EVENT_TYPES, STATUSES

TRAINING = Path(__file__).parents[3] / "training"
PAGES = [json.loads(line) for line in (TRAINING / "pages.jsonl").read_text(encoding="utf-8").splitlines()]
CLAUSES = [json.loads(line) for line in (TRAINING / "clauses.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["page"])
def test_every_label_points_at_its_words(page: dict) -> None:
    body = page["article"]["body"] if page["article"] else ""
    for event in page["events"]:
        assert body[event["start"] : event["end"]] == event["quote"]
        assert "\n" not in event["quote"]
        assert {event["type"], *event["also_types"]} <= set(EVENT_TYPES)
        assert event["status"] in STATUSES
        for quantity in event["quantities"]:
            assert body[quantity["start"] : quantity["end"]] == quantity["surface"]
        assert all(named["surface"] in body for named in event["places"] + event["orgs"] + event["persons"])


def test_a_third_of_the_pages_is_set_aside() -> None:
    aside = sum(page["set"] == "held" for page in PAGES)
    assert 0.3 <= aside / len(PAGES) <= 0.36


def test_every_clause_has_what_its_kind_needs() -> None:
    for clause in CLAUSES:
        assert clause["text"].strip()
        if clause["event"]:
            assert {clause["type"], *clause["also"]} <= set(EVENT_TYPES)
            assert clause["status"] in STATUSES
        else:
            assert clause["type"] is None
            assert clause["status"] is None


def test_no_clause_is_there_twice() -> None:
    texts = [clause["text"] for clause in CLAUSES]
    twice = sorted(text for text in set(texts) if texts.count(text) > 1)
    assert not twice
