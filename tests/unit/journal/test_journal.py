"""Committing and reading back: repeats, races, kills, days, the index."""

import itertools
import multiprocessing
import multiprocessing.synchronize
import shutil
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from obstore.store import MemoryStore

from chronicle.errors import JournalCorrupt, UnknownEntryType, WrongCall
from chronicle.journal import segment
from chronicle.journal.entry import Draft, EntryType
from chronicle.journal.journal import START, Journal
from chronicle.journal.verify import verify
from chronicle.storage import ObjectStorage, Storage
from tests.unit.journal.drafts import NOON, DyingStorage, ForgetfulStorage, Killed, gone, ingested


@pytest.fixture(params=["disk", "memory"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    return Storage.at(tmp_path / "raw") if request.param == "disk" else ObjectStorage(MemoryStore())


def ticking(start: datetime = NOON, step: timedelta = timedelta(hours=7)) -> Callable[[], datetime]:
    """A clock that goes on by a step at each look."""
    times = iter(range(1_000_000))
    return lambda: start + next(times) * step


def test_what_is_committed_is_read_back(storage: Storage) -> None:
    journal = Journal(storage, clock=lambda: NOON)
    written = journal.commit([ingested(1), gone(2)])
    assert [entry.seq for entry in written.entries] == [1, 2]
    first, second = Journal(storage).entries()
    assert (first, second) == written.entries
    assert first.page_uri == "inbox:页面/1.html"
    assert first.data["timezone"] == "Asia/Shanghai"
    assert first.recorded_at == NOON
    assert first.occurred_at == NOON + timedelta(seconds=1)
    assert first.body is not None
    assert (first.body.media_type, first.body.charset, first.body.truncated) == ("text/html", "gbk", False)
    assert journal.body(first) == b"<p>page 1</p>"
    assert second.page_uri is None
    with pytest.raises(WrongCall, match="entry 2"):
        journal.body(second)


def test_doing_it_twice_is_doing_it_once(storage: Storage) -> None:
    journal = Journal(storage)
    journal.commit([ingested(1), ingested(1), ingested(2)])
    again = Journal(storage).commit([ingested(2), ingested(3), ingested(1)])
    assert [entry.seq for entry in again.entries] == [3]
    assert again.duplicates == 2
    assert journal.commit([ingested(3)]).entries == ()
    assert len(storage.list("bodies")) == 2


def test_an_empty_journal(storage: Storage) -> None:
    journal = Journal(storage)
    assert journal.head() == START
    assert list(journal.entries()) == []
    assert journal.days() == {}
    assert journal.commit([]).entries == ()
    assert not journal.known("0" * 32)
    assert journal.find("0" * 32) is None
    with pytest.raises(WrongCall):
        journal.entry(1)
    with pytest.raises(WrongCall):
        journal.position(1)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.integers(0, 12), max_size=25), st.lists(st.integers(0, 25), max_size=6))
def test_any_split_into_batches_gives_the_same_entries(numbers: list[int], cuts: list[int]) -> None:
    whole, parts = Journal(ObjectStorage(MemoryStore())), Journal(ObjectStorage(MemoryStore()), clock=ticking())
    whole.commit(ingested(number) for number in numbers)
    bounds = [0, *sorted(min(cut, len(numbers)) for cut in cuts), len(numbers)]
    for start, end in itertools.pairwise(bounds):
        parts.commit(ingested(number) for number in numbers[start:end])
    expected = [ingested(number).entry_id for number in dict.fromkeys(numbers)]
    assert [entry.entry_id for entry in whole.entries()] == expected
    assert [entry.entry_id for entry in parts.entries()] == expected
    assert [entry.seq for entry in parts.entries()] == list(range(1, len(expected) + 1))
    assert verify(parts.storage) == []


def test_commit_all_cuts_long_streams(tmp_path: Path) -> None:
    journal = Journal(Storage.at(tmp_path))
    results = list(journal.commit_all(gone(number) for number in range(600)))
    assert [len(result.entries) for result in results] == [256, 256, 88]
    assert sum(len(result.entries) for result in results) == journal.head().seq


def test_a_range_of_entries_over_segments(storage: Storage) -> None:
    journal = Journal(storage)
    for start in range(0, 12, 3):
        journal.commit(gone(number) for number in range(start, start + 3))
    assert [entry.seq for entry in journal.entries(after=4, upto=8)] == [5, 6, 7, 8]
    assert [entry.seq for entry in journal.entries(after=11)] == [12]
    assert journal.entry(7).seq == 7
    found = journal.find(gone(6).entry_id)
    assert found is not None
    assert found.seq == 7
    assert [entry.seq for entry in journal.history("page-6")] == [7]


def test_days_are_ranges_of_seq(storage: Storage) -> None:
    journal = Journal(storage, clock=ticking())
    for number in range(5):
        journal.commit([gone(number), gone(number + 10)])
    days = journal.days()
    assert days == {date(2021, 3, 4): range(1, 5), date(2021, 3, 5): range(5, 11)}
    assert [entry.seq for entry in journal.day(date(2021, 3, 5))] == [5, 6, 7, 8, 9, 10]
    assert list(journal.day(date(1999, 1, 1))) == []


def test_time_never_runs_back(storage: Storage) -> None:
    Journal(storage, clock=lambda: NOON).commit([gone(1)])
    Journal(storage, clock=lambda: NOON - timedelta(days=3)).commit([gone(2)])
    assert [entry.recorded_at for entry in Journal(storage).entries()] == [NOON, NOON]


def test_recorded_at_is_utc(storage: Storage) -> None:
    east = NOON.replace(hour=23).astimezone(tz=None)
    journal = Journal(storage, clock=lambda: east)
    journal.commit([ingested(1)])
    assert journal.entry(1).recorded_at.tzinfo == UTC
    assert storage.list("bodies")[0].startswith("bodies/2021/03/04/")


def test_positions(storage: Storage) -> None:
    journal = Journal(storage, clock=ticking())
    journal.commit([gone(1), gone(2)])
    before = journal.head()
    journal.commit([gone(3)])
    assert journal.position(2) == before
    assert journal.position(0) == START
    assert journal.position(1).digest not in {before.digest, journal.head().digest}
    assert journal.position(3) == journal.head() != before


def _commit_many(address: str, writer: int, start: multiprocessing.synchronize.Barrier) -> None:
    journal = Journal(Storage.at(address))
    start.wait(60)
    for number in range(12):
        journal.commit([ingested(100 * writer + number), ingested(1000 + number)])


def test_racing_processes_lose_and_repeat_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    start = context.Barrier(2)
    writers = [context.Process(target=_commit_many, args=(str(tmp_path), writer, start)) for writer in (1, 2)]
    for process in writers:
        process.start()
    for process in writers:
        process.join(60)
    assert [process.exitcode for process in writers] == [0, 0]
    _holds(Storage.at(tmp_path), {100 * writer + number for writer in (1, 2, 10) for number in range(12)})


def test_racing_threads_lose_and_repeat_nothing(storage: Storage) -> None:
    shared = Journal(storage)

    def work(writer: int) -> None:
        journal = shared if writer % 2 else Journal(storage)
        for number in range(10):
            journal.commit([ingested(100 * writer + number), ingested(1000 + number)])

    threads = [threading.Thread(target=work, args=(writer,)) for writer in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    _holds(storage, {100 * writer + number for writer in (1, 2, 3, 4, 10) for number in range(10)})


def _holds(storage: Storage, numbers: set[int]) -> None:
    """Every draft once, no gap, no file left by a loser."""
    journal = Journal(storage)
    entries = list(journal.entries())
    assert {entry.entry_id for entry in entries} == {ingested(number).entry_id for number in numbers}
    assert [entry.seq for entry in entries] == list(range(1, len(numbers) + 1))
    assert verify(storage) == []
    segments = [path for path in storage.list("journal") if segment.first_seq_of(path)]
    assert len(storage.list("bodies")) == len(segments)
    assert len(storage.list("journal")) == 2 * len(segments)


@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize("steps", range(3))
def test_a_writer_killed_between_steps_leaves_a_good_journal(storage: Storage, steps: int, done: bool) -> None:
    Journal(storage).commit([ingested(1)])
    with pytest.raises(Killed):
        Journal(DyingStorage(storage, steps, done=done)).commit([ingested(2), ingested(3)])
    assert verify(storage) == []
    landed = steps == 2 and done
    journal = Journal(storage)
    assert journal.head().seq == (3 if landed else 1)
    journal.commit([ingested(2), ingested(3), ingested(4)])
    assert [journal.body(entry) for entry in journal.entries()] == [b"<p>page %d</p>" % n for n in (1, 2, 3, 4)]
    assert verify(storage) == []


def test_an_answer_lost_on_the_way_is_still_a_commit(storage: Storage) -> None:
    journal = Journal(ForgetfulStorage(storage, 99))
    assert [entry.seq for entry in journal.commit([ingested(1)]).entries] == [1]
    assert journal.body(journal.entry(1)) == b"<p>page 1</p>"
    assert verify(storage) == []


def test_the_index_may_be_deleted_broken_or_foreign(tmp_path: Path) -> None:
    storage = Storage.at(tmp_path / "raw")
    Journal(storage).commit([ingested(1), ingested(2)])
    cache = tmp_path / "raw" / "cache" / "journal.sqlite"
    for content in (None, b"this is no database" * 100, b""):
        cache.unlink()
        if content is not None:
            cache.write_bytes(content)
        assert [entry.seq for entry in Journal(storage).entries()] == [1, 2]
    other = Storage.at(tmp_path / "other")
    Journal(other).commit([ingested(7)])
    (tmp_path / "other" / "cache" / "journal.sqlite").replace(cache)
    journal = Journal(storage)
    assert not journal.known(ingested(7).entry_id)
    assert journal.known(ingested(2).entry_id)


def test_a_journal_without_room_for_its_index(tmp_path: Path) -> None:
    storage = Storage.at(tmp_path)
    Journal(storage).commit([ingested(1)])
    shutil.rmtree(tmp_path / "cache")
    (tmp_path / "cache").write_bytes(b"a file where the folder should be")
    journal = Journal(storage)
    journal.commit([ingested(2)])
    assert [entry.seq for entry in journal.entries()] == [1, 2]


def test_pages_that_wait(storage: Storage) -> None:
    def entry(kind: EntryType, number: int, slot: int = 0) -> Draft:
        return Draft(kind, (kind, str(number), str(slot)), NOON, page_id=f"page-{number}")

    journal = Journal(storage)
    journal.commit(entry(EntryType.PAGE_DISCOVERED, number) for number in range(4))
    journal.commit([entry(EntryType.PAGE_CAPTURED, 1), entry(EntryType.PAGE_CAPTURED, 9)])
    journal.commit(entry(EntryType.FETCH_FAILED, 2, slot) for slot in range(3))
    wanted = (EntryType.PAGE_DISCOVERED, {EntryType.PAGE_CAPTURED, EntryType.PAGE_GONE}, {EntryType.FETCH_FAILED})
    assert journal.unresolved(*wanted, most_tries=3) == [1, 4]
    assert journal.unresolved(*wanted, most_tries=4) == [1, 3, 4]
    assert journal.types_of_page("page-1") == [EntryType.PAGE_DISCOVERED, EntryType.PAGE_CAPTURED]


def test_reading_stops_at_what_is_not_what_was_committed(tmp_path: Path) -> None:
    storage = Storage.at(tmp_path)
    journal = Journal(storage)
    entry = journal.commit([ingested(1)]).entries[0]
    assert entry.body is not None
    warc = storage.read(entry.body.warc)
    storage.write(entry.body.warc, warc[:-20] + b"\x00" * 20)
    with pytest.raises(JournalCorrupt, match=r"warc\.gz.*entry 1"):
        journal.body(entry)
    lines = next(path for path in storage.list("journal") if path.endswith(".private.jsonl"))
    storage.write(lines, storage.read(lines).replace(b"inbox", b"inbux"))
    with pytest.raises(JournalCorrupt, match=r"private\.jsonl.*entry 1"):
        Journal(storage).entry(1)


def test_an_entry_of_a_newer_chronicle_stops_the_reader(tmp_path: Path) -> None:
    storage = Storage.at(tmp_path)
    journal = Journal(storage)
    journal.commit([gone(1)])
    stored = dict(journal.segment(1).entries[0]) | {"type": "page.translated", "seq": 2, "entry_id": "f" * 32}
    data = segment.encode(
        first_seq=2, recorded_at=NOON, previous=journal.head().digest, batch="b", private=None, warc=None, members=[],
        entries=[stored],
    )  # fmt: skip
    storage.write(segment.name(2), data)
    with pytest.raises(UnknownEntryType, match=r"page\.translated"):
        list(Journal(storage).entries())


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(WrongCall, match="time zone"):
        type(gone(1))(gone(1).type, ("a",), datetime(2020, 1, 1))  # noqa: DTZ001 - that is the point
