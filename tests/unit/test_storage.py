"""The gateway to bytes, on a disk and on an object store alike."""

import errno
import os
import threading
from pathlib import Path

import pytest
from obstore.store import MemoryStore

from chronicle.errors import ConfigError, Missing, StorageUnavailable, WrongCall
from chronicle.storage import DiskStorage, ObjectStorage, Storage


@pytest.fixture(params=["disk", "memory"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    return DiskStorage(tmp_path / "root") if request.param == "disk" else ObjectStorage(MemoryStore())


def test_what_is_written_is_read(storage: Storage) -> None:
    storage.write("a/b.bin", b"0123456789")
    assert storage.read("a/b.bin") == b"0123456789"
    assert storage.read("a/b.bin", start=2, end=5) == b"234"
    assert storage.read("a/b.bin", start=7) == b"789"
    assert storage.read("a/b.bin", end=2) == b"01"
    storage.write("a/b.bin", b"new")
    assert storage.read("a/b.bin") == b"new"


def test_a_missing_file_is_named(storage: Storage) -> None:
    assert not storage.exists("a/none")
    with pytest.raises(Missing, match="none does not exist"):
        storage.read("a/none")
    with pytest.raises(Missing):
        storage.copy("a/none", "b")
    storage.delete("a/none")


def test_put_if_absent_never_replaces(storage: Storage) -> None:
    assert storage.put_if_absent("x/1", b"first")
    assert not storage.put_if_absent("x/1", b"second")
    assert storage.read("x/1") == b"first"


def test_one_of_many_racers_wins(storage: Storage) -> None:
    won = []
    barrier = threading.Barrier(8)

    def race(number: int) -> None:
        barrier.wait()
        if storage.put_if_absent("race", b"%d" % number):
            won.append(number)

    threads = [threading.Thread(target=race, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [b"%d" % number for number in won] == [storage.read("race")]


def test_list_is_sorted_and_by_folder(storage: Storage) -> None:
    for path in ("b/2", "b/1", "b/sub/3", "bb/4", "a"):
        storage.write(path, b".")
    assert storage.list("b") == ["b/1", "b/2", "b/sub/3"]
    assert storage.list() == ["a", "b/1", "b/2", "b/sub/3", "bb/4"]
    assert storage.list("nowhere") == []


def test_a_copy_keeps_its_bytes_when_the_original_is_rewritten(storage: Storage) -> None:
    storage.write("old/f", b"old")
    storage.copy("old/f", "new/f")
    storage.copy("old/f", "new/f")
    storage.write("old/f", b"blank")
    assert storage.read("new/f") == b"old"
    storage.delete("old/f")
    assert storage.list() == ["new/f"]


@pytest.mark.parametrize("path", ["", "/etc/passwd", "../up", "a/../../up"])
def test_a_path_stays_inside(storage: Storage, path: str) -> None:
    with pytest.raises(WrongCall):
        storage.write(path, b"")


def test_unfinished_writes_are_not_listed(tmp_path: Path) -> None:
    storage = Storage.at(tmp_path)
    storage.write("a/done", b"1")
    (tmp_path / "a" / ".0123.tmp").write_bytes(b"half")
    assert storage.list() == ["a/done"]
    assert [path.name for path in (tmp_path / "a").iterdir() if path.name.startswith(".")] == [".0123.tmp"]


def test_a_disk_that_fails_is_worth_another_try(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageUnavailable) as caught:
        Storage.at(tmp_path).write("file/below", b"")
    assert caught.value.transient


def test_a_copy_on_a_disk_shares_its_bytes(tmp_path: Path) -> None:
    storage = Storage.at(tmp_path)
    storage.write("a", b"1")
    storage.copy("a", "b")
    assert (tmp_path / "a").samefile(tmp_path / "b")


def test_addresses(tmp_path: Path) -> None:
    assert Storage.at(str(tmp_path)).local_path("x") == tmp_path / "x"
    assert Storage.at(f"file://{tmp_path}").local_path() == tmp_path
    memory = Storage.at("memory:///")
    assert memory.local_path("x") is None
    with pytest.raises(ConfigError, match="nonsense://"):
        Storage.at("nonsense://bucket")


def test_a_file_system_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    storage = Storage.at(tmp_path)
    storage.write("a", b"1")
    storage.copy("a", "b")
    assert storage.read("b") == b"1"
    with pytest.raises(ConfigError, match="without hard links"):
        storage.put_if_absent("c", b"")
    assert storage.list() == ["a", "b"]
