"""Erasure leaves no trace of a page, wherever it is interrupted, and touches nothing else."""

import gzip
import os
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from obstore.store import MemoryStore

from chronicle.errors import WrongCall
from chronicle.journal import people
from chronicle.journal.entry import EntryType
from chronicle.journal.erase import carry_out, erase
from chronicle.journal.journal import Journal
from chronicle.journal.verify import verify
from chronicle.storage import ObjectStorage, Storage
from tests.unit.journal.drafts import DyingStorage, Killed, ingested

WHO = {"who": "Counsel", "why": "court order"}
SECRET = b"a name that must go"


@pytest.fixture(params=["disk", "memory"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    storage = Storage.at(tmp_path / "raw") if request.param == "disk" else ObjectStorage(MemoryStore())
    journal = Journal(storage)
    journal.commit([ingested(1), ingested(2, page="secret", data=SECRET * 9), ingested(3)])
    people.correct(
        journal, "secret", table="events", field="title", quote=SECRET.decode(), old="secret", new="", who="x", why="y"
    )
    return storage


def traces(storage: Storage) -> list[str]:
    """Files in which the secret's words or address can still be read."""
    found = []
    for path in storage.list():
        data = storage.read(path)
        if path.endswith(".gz"):
            data = gzip.decompress(data)
        if SECRET in data or "页面/2".encode() in data or b"/2.html" in data:
            found.append(path)
    return found


def test_nothing_of_the_page_is_left(storage: Storage) -> None:
    journal = Journal(storage)
    before = {path: storage.read(path) for path in storage.list("bodies")}
    assert len(traces(storage)) == 3
    assert erase(journal, "secret", **WHO).entries[0].type is EntryType.PAGE_ERASED
    assert traces(storage) == []
    assert verify(storage) == []
    for reader in (journal, Journal(storage)):
        page, correction, erasure = reader.history("secret")
        assert page.erased
        assert correction.erased
        assert page.page_uri is None
        assert erasure.private == WHO
        with pytest.raises(WrongCall, match="erased"):
            reader.body(page)
        assert reader.body(reader.entry(3)) == b"<p>page 3</p>"
        assert reader.entry(1).page_uri == "inbox:页面/1.html"
    assert {path: len(data) for path, data in before.items()} == {p: len(storage.read(p)) for p in before}


def test_erasing_twice_changes_nothing(storage: Storage) -> None:
    journal = Journal(storage)
    erase(journal, "secret", **WHO)
    after = {path: storage.read(path) for path in storage.list() if not path.startswith("cache")}
    assert erase(journal, "secret", **WHO).duplicates == 1
    assert carry_out(journal) == []
    assert {path: storage.read(path) for path in after} == after


def test_an_erased_page_does_not_come_back(storage: Storage) -> None:
    journal = Journal(storage)
    erase(journal, "secret", **WHO)
    again = journal.commit([ingested(2, page="secret"), ingested(77, page="secret", data=SECRET), ingested(4)])
    assert (len(again.entries), again.duplicates, again.refused) == (1, 1, 1)
    assert traces(storage) == []


@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize("steps", range(5))
def test_an_eraser_killed_between_steps_is_finished_later(storage: Storage, steps: int, done: bool) -> None:
    with pytest.raises(Killed):
        erase(Journal(DyingStorage(storage, steps, done=done)), "secret", **WHO)
    journal = Journal(storage)
    committed = journal.head().seq == 5
    assert (journal.entry(2).page_uri is None) == committed
    faults = verify(storage)
    assert bool(faults) == (committed and traces(storage) != [])
    assert all("erase the page again" in str(fault) for fault in faults)
    erase(journal, "secret", **WHO)
    assert traces(storage) == []
    assert verify(storage) == []


def test_erasers_racing_on_one_file_all_win(storage: Storage) -> None:
    barrier = threading.Barrier(3)

    def work(page: str) -> None:
        journal = Journal(storage)
        barrier.wait()
        erase(journal, page, **WHO)

    threads = [threading.Thread(target=work, args=(page,)) for page in ("page-1", "secret", "page-3")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert verify(storage) == []
    assert [entry.erased for entry in Journal(storage).entries()] == [True] * 4 + [False] * 3


def test_what_killed_writers_left_goes_too(storage: Storage) -> None:
    with pytest.raises(Killed):
        Journal(DyingStorage(storage, 2)).commit([ingested(5, page="secret", data=SECRET)])
    assert len(traces(storage)) == 4
    erase(Journal(storage), "secret", **WHO)
    assert traces(storage) == []


def test_half_written_files_go_when_they_are_surely_dead(tmp_path: Path) -> None:
    journal = Journal(Storage.at(tmp_path))
    journal.commit([ingested(1)])
    old, young = tmp_path / "bodies" / ".old.tmp", tmp_path / "bodies" / ".young.tmp"
    for path in (old, young):
        path.write_bytes(SECRET)
    hours_ago = (journal.clock() - timedelta(hours=2)).timestamp()
    os.utime(old, (hours_ago, hours_ago))
    erase(journal, "page-1", **WHO)
    assert not old.exists()
    assert young.exists()


def test_an_unknown_page_cannot_be_erased(storage: Storage) -> None:
    with pytest.raises(WrongCall, match="no page nobody"):
        erase(Journal(storage), "nobody", **WHO)
