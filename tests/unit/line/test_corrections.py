import polars as pl
import pytest

from chronicle.errors import WrongCall
from chronicle.line.corrections import Correction, apply, causes

MENTIONS = pl.DataFrame(
    {
        "mention_id": ["m1", "m2"], "page_id": ["p1", "p1"], "quote": ["A lab  opened.", "It cost much."],
        "type": ["facility", "funding"], "status": ["occurred", "occurred"], "title": ["A lab", "Cost"],
        "date": ["2024-05", None], "date_start": ["2024-05-01", None], "date_end": ["2024-05-31", None],
        "date_precision": ["month", "unknown"], "date_basis": ["explicit", None], "planned": [None, None],
        "salience": ["main", "sub"],
    },
    schema_overrides={"planned": pl.String},
)  # fmt: skip
ARTICLES = pl.DataFrame({"article_id": ["a1"], "page_id": ["p1"], "title": ["Labb opens"], "published": ["2024-05-03"]})


def correction(**values: str | None) -> Correction:
    given = {"page_id": "p1", "quote": "", "field": "title", "old": None, "new": None, "who": "Mo", "why": "typo"}
    return Correction(**(given | values | {"entry_id": "e1"}))  # type: ignore[arg-type]


def test_an_article_is_corrected() -> None:
    found = apply(ARTICLES, MENTIONS, [correction(old="Labb opens", new="Lab opens")])
    assert found.articles["title"].to_list() == ["Lab opens"]
    assert found.mentions.equals(MENTIONS)
    assert len(found.applied) == 1


def test_a_mention_is_found_by_its_quote_however_it_is_spaced() -> None:
    found = apply(ARTICLES, MENTIONS, [correction(quote="a LAB opened.", field="type", old="facility", new="service")])
    assert found.mentions["type"].to_list() == ["service", "funding"]


def test_a_corrected_date_brings_its_bounds_and_precision() -> None:
    found = apply(
        ARTICLES, MENTIONS, [correction(quote="A lab opened.", field="date", old="2024-05", new="2024-05-07")]
    )
    row = found.mentions.row(0, named=True)
    assert (row["date"], row["date_start"], row["date_end"]) == ("2024-05-07", "2024-05-07", "2024-05-07")
    assert (row["date_precision"], row["date_basis"]) == ("day", "explicit")


def test_a_date_can_be_corrected_to_unknown() -> None:
    found = apply(ARTICLES, MENTIONS, [correction(quote="A lab opened.", field="date", old="2024-05", new=None)])
    row = found.mentions.row(0, named=True)
    assert (row["date"], row["date_start"], row["date_precision"], row["date_basis"]) == (None, None, "unknown", None)


@pytest.mark.parametrize(
    ("moved", "reason"),
    [
        (correction(page_id="p9", old="x", new="y"), "no article now"),
        (correction(quote="Words that are gone.", field="type", old="facility", new="plan"), "no mention"),
        (correction(old="Another title", new="Lab opens"), "was 'Another title'"),
    ],
)
def test_where_the_ground_has_moved_it_waits_for_a_person(moved: Correction, reason: str) -> None:
    found = apply(ARTICLES, MENTIONS, [moved])
    assert found.articles.equals(ARTICLES)
    assert found.mentions.equals(MENTIONS)
    assert [reason in review.reason for review in found.review] == [True]


def test_one_that_the_extractor_has_caught_up_with_is_no_review() -> None:
    assert apply(ARTICLES, MENTIONS, [correction(old="Lob opens", new="Labb opens")]).review == ()


@pytest.mark.parametrize(
    "wrong",
    [
        correction(field="text", new="x"),
        correction(quote="q", field="published", new="2024"),
        correction(quote="q", field="type", new="party"),
        correction(quote="q", field="status", new=None),
        correction(quote="q", field="date", new="next week"),
        correction(field="published", new="yesterday"),
    ],
)
def test_what_can_never_apply_is_refused(wrong: Correction) -> None:
    with pytest.raises(WrongCall):
        wrong.check()


def test_causes_name_the_event_the_person_and_the_reason() -> None:
    found = apply(ARTICLES, MENTIONS, [correction(quote="A lab opened.", field="type", old="facility", new="service")])
    rows = causes(found, pl.DataFrame({"mention_id": ["m1", "m2"], "event_id": ["m1", "m1"]})).to_dicts()
    assert [(r["table"], r["key"], r["field"], r["actor"], r["why"], r["cause_entry_id"]) for r in rows] == [
        ("events", "m1", "type", "Mo", "typo", "e1")
    ]
