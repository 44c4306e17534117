"""Drafts for the journal's tests, and a storage that dies on command."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from chronicle.journal.entry import Content, Draft, EntryType
from chronicle.storage import Storage

NOON = datetime(2021, 3, 4, 12, tzinfo=UTC)


def ingested(number: int, *, page: str | None = None, data: bytes | None = None) -> Draft:
    """A dropped file with number in its key, address and bytes."""
    return Draft(
        type=EntryType.PAGE_INGESTED,
        key=("file", str(number)),
        occurred_at=NOON + timedelta(seconds=number),
        page_id=page or f"page-{number}",
        actor="inbox",
        private={"page_uri": f"inbox:页面/{number}.html"},
        data={"source": "inbox", "language": "zh", "timezone": "Asia/Shanghai"},
        content=Content(b"<p>page %d</p>" % number if data is None else data, "text/html", "gbk"),
    )


def gone(number: int) -> Draft:
    """An entry with neither body nor private values."""
    return Draft(EntryType.PAGE_GONE, ("fetch", "2021-03-04", str(number)), NOON, page_id=f"page-{number}")


class Killed(BaseException):
    """What stands for kill -9: nothing in the code under test may catch it."""


class DyingStorage(Storage):
    """A storage that does the first ``steps`` changes and then dies, before or after the change itself."""

    def __init__(self, inner: Storage, steps: int, *, done: bool = False) -> None:
        self.inner = inner
        self.steps = steps
        self.done = done

    def _change(self, name: str, *arguments: object) -> object:
        self.steps -= 1
        if self.steps < 0 and not self.done:
            raise Killed
        result = getattr(self.inner, name)(*arguments)
        if self.steps < 0:
            raise Killed
        return result

    def read(self, path: str, *, start: int | None = None, end: int | None = None) -> bytes:
        return self.inner.read(path, start=start, end=end)

    def write(self, path: str, data: bytes) -> None:
        self._change("write", path, data)

    def put_if_absent(self, path: str, data: bytes) -> bool:
        return bool(self._change("put_if_absent", path, data))

    def exists(self, path: str) -> bool:
        return self.inner.exists(path)

    def list(self, folder: str = "") -> list[str]:
        return self.inner.list(folder)

    def delete(self, path: str) -> None:
        self._change("delete", path)

    def copy(self, source: str, target: str) -> None:
        self._change("copy", source, target)

    def local_path(self, path: str = "") -> Path | None:
        return self.inner.local_path(path)


class ForgetfulStorage(DyingStorage):
    """An object store that creates the object, loses its answer, asks again and hears that the name is taken."""

    def put_if_absent(self, path: str, data: bytes) -> bool:
        if not self.inner.put_if_absent(path, data):
            return False
        return self.inner.put_if_absent(path, data)
