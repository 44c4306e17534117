"""Retract, reinstate, correct, withdraw: said twice is said once, and each can be taken back."""

from pathlib import Path

import pytest

from chronicle.errors import WrongCall
from chronicle.journal import people
from chronicle.journal.entry import EntryType
from chronicle.journal.journal import Journal
from chronicle.storage import Storage
from tests.unit.journal.drafts import ingested

WHO = {"who": "A. Curator", "why": "wrong page"}


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    journal = Journal(Storage.at(tmp_path))
    journal.commit([ingested(1), ingested(2)])
    return journal


def correct(journal: Journal, new: object = "Wenzhou") -> str:
    people.correct(journal, "page-1", table="event_places", field="name", quote="in W.", old="W.", new=new, **WHO)
    return [entry for entry in journal.entries() if entry.type is EntryType.RECORD_CORRECTED][-1].entry_id


def test_retract_and_reinstate(journal: Journal) -> None:
    written = people.retract(journal, "page-1", **WHO).entries[0]
    assert (written.type, written.page_id, written.actor) == (EntryType.PAGE_RETRACTED, "page-1", "person")
    assert written.private == WHO
    assert people.retract(journal, "page-1", **WHO).duplicates == 1
    assert people.retracted_pages(journal.entries()) == {"page-1"}
    people.reinstate(journal, "page-1", **WHO)
    assert people.retracted_pages(journal.entries()) == frozenset()
    people.retract(journal, "page-1", **WHO)
    assert people.retracted_pages(journal.entries()) == {"page-1"}
    assert journal.head().seq == 5


def test_what_cannot_be_is_a_wrong_call(journal: Journal) -> None:
    with pytest.raises(WrongCall, match="no page page-9"):
        people.retract(journal, "page-9", **WHO)
    with pytest.raises(WrongCall, match="not retracted"):
        people.reinstate(journal, "page-1", **WHO)
    with pytest.raises(WrongCall, match="no correction"):
        people.withdraw(journal, journal.entry(1).entry_id, **WHO)
    with pytest.raises(WrongCall, match="no page"):
        people.correct(journal, "page-9", table="t", field="f", quote="q", old=1, new=2, **WHO)


def test_a_correction_stands_until_it_is_withdrawn(journal: Journal) -> None:
    first = correct(journal)
    assert correct(journal) == first
    (standing,) = people.corrections(journal.entries())
    assert standing.data == {"table": "event_places", "field": "name"}
    assert standing.private == {"quote": "in W.", "old": "W.", "new": "Wenzhou", **WHO}
    people.withdraw(journal, first, **WHO)
    assert people.withdraw(journal, first, **WHO).duplicates == 1
    assert people.corrections(journal.entries()) == ()
    second = correct(journal)
    assert second != first
    assert [entry.entry_id for entry in people.corrections(journal.entries())] == [second]
    third = correct(journal, new=None)
    assert [entry.entry_id for entry in people.corrections(journal.entries())] == [second, third]
