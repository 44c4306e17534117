"""Every damage is named, by file and by what in it; a good journal has no fault."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from obstore.store import MemoryStore

from chronicle.journal import private, segment, warc
from chronicle.journal.erase import erase
from chronicle.journal.journal import Journal
from chronicle.journal.verify import verify
from chronicle.storage import ObjectStorage, Storage
from tests.unit.journal.drafts import gone, ingested


def built(storage: Storage) -> Storage:
    journal = Journal(storage)
    journal.commit([ingested(1), gone(2), ingested(3)])
    journal.commit([ingested(4)])
    journal.commit([gone(5)])
    erase(journal, "page-3", who="w", why="y")
    return storage


@pytest.fixture
def storage() -> Storage:
    return built(ObjectStorage(MemoryStore()))


GOOD = built(ObjectStorage(MemoryStore()))
FILES = {path: GOOD.read(path) for path in GOOD.list()}


def copy_of_good() -> Storage:
    storage = ObjectStorage(MemoryStore())
    for path, data in FILES.items():
        storage.write(path, data)
    return storage


def test_a_good_journal_has_no_fault(storage: Storage) -> None:
    assert verify(storage) == []


def test_an_empty_one_neither(tmp_path: Path) -> None:
    assert verify(Storage.at(tmp_path)) == []


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_flipped_byte_anywhere_is_named(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(FILES)))
    damaged = bytearray(FILES[path])
    place = data.draw(st.integers(0, len(damaged) - 1))
    damaged[place] ^= data.draw(st.integers(1, 255))
    storage = copy_of_good()
    storage.write(path, bytes(damaged))
    faults = verify(storage)
    assert path in {fault.path for fault in faults}
    assert all(fault.path in str(fault) for fault in faults)


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: data + data, lambda data: data[:0]])
@pytest.mark.parametrize("path", sorted(FILES), ids=itertools.count())  # names hold a nonce, ids may not
def test_a_cut_or_doubled_file_is_named(path: str, damage: Callable[[bytes], bytes]) -> None:
    storage = copy_of_good()
    storage.write(path, damage(FILES[path]))
    assert path in {fault.path for fault in verify(storage)}


@pytest.mark.parametrize("path", sorted(FILES)[:-1], ids=itertools.count())
def test_a_lost_file_is_named(path: str) -> None:
    storage = copy_of_good()
    storage.delete(path)
    assert path in {fault.path for fault in verify(storage)}
    assert any("missing" in str(fault) for fault in verify(storage))


def test_the_end_cannot_be_cut_unseen_by_who_remembers_it() -> None:
    storage = copy_of_good()
    Journal(storage).commit([gone(7)])
    position = Journal(storage).head()
    assert verify(storage, at_least=position) == []
    storage.delete(segment.name(7))
    assert verify(storage) == []
    (fault,) = verify(storage, at_least=position)
    assert "ends at entry 6 but went to 7" in str(fault)


def test_another_journal_is_not_the_one_remembered(storage: Storage) -> None:
    position = Journal(copy_of_good()).head()
    assert any("not the one" in str(fault) for fault in verify(storage, at_least=position))


def test_a_replaced_segment_breaks_the_chain(storage: Storage) -> None:
    target = segment.name(4)
    other = ObjectStorage(MemoryStore())
    journal = Journal(other, clock=lambda: Journal(storage).entry(4).recorded_at)
    journal.commit([gone(1), gone(2), gone(3)])
    journal.commit([gone(44)])
    storage.write(target, other.read(target))
    faults = [fault for fault in verify(storage) if fault.path in (target, segment.name(5))]
    assert [fault.sentence.split(":")[0] for fault in faults] == [
        f"{target} does not follow the segment before it",
        f"{segment.name(5)} does not follow the segment before it",
    ]


def test_a_blank_is_accepted_only_under_an_erasure() -> None:
    storage = copy_of_good()
    found = Journal(storage).segment(4)
    entry, member = Journal(storage).entry(4), found.members[1]
    assert found.private is not None
    assert found.warc is not None
    storage.write(found.private, private.blank(4))
    data = storage.read(found.warc)
    storage.write(found.warc, data[: member.offset] + warc.blank(entry.entry_id, entry.occurred_at, member.length))
    assert [fault.path for fault in verify(storage)] == [found.private, found.warc]
    assert all("though no entry erases it" in str(fault) for fault in verify(storage))
