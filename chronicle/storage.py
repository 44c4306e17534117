"""The one gateway to bytes: a folder on a disk, or an object store (S3, GCS, Azure) by its address.

What belongs here: reading, writing, create-if-absent, listing. What does not: what the bytes mean. Paths are relative,
with forward slashes. On a disk a file appears whole or not at all and is synced before its name exists; this is done
with plain system calls, because no object-store library promises that for a folder.
"""

import errno
import os
import shutil
import uuid
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from chronicle.errors import ConfigError, Missing, StorageUnavailable, WrongCall

HIDDEN = "."  # names that start so are unfinished writes (or the file manager's) and are never listed
UNFINISHED = ".tmp"
NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.EXDEV})
"""What link(2) says on file systems without hard links, or with no room for one more."""


class Storage(ABC):
    """Bytes under relative paths. Reads see a whole file or none; a file once listed is complete."""

    @staticmethod
    def at(address: str | Path) -> "Storage":
        """The storage at a folder or an address such as ``s3://bucket/raw``. Raises ConfigError."""
        if isinstance(address, Path) or "://" not in address:
            return DiskStorage(Path(address))
        if address.startswith("file://"):
            return DiskStorage(Path(address.removeprefix("file://")))
        return ObjectStorage.from_url(address)

    @abstractmethod
    def read(self, path: str, *, start: int | None = None, end: int | None = None) -> bytes:
        """The bytes of the file, or those from ``start`` up to ``end``. Raises Missing."""

    @abstractmethod
    def write(self, path: str, data: bytes) -> None:
        """Write or replace the file, atomically and durably; other names of a hard-linked file keep their bytes."""

    @abstractmethod
    def put_if_absent(self, path: str, data: bytes) -> bool:
        """Create the file durably; False, and nothing is written, if the name is taken."""

    @abstractmethod
    def exists(self, path: str) -> bool:
        """Whether the file is there."""

    @abstractmethod
    def list(self, folder: str = "") -> list[str]:
        """All files in the folder and the folders under it, sorted; empty when there is no such folder."""

    @abstractmethod
    def delete(self, path: str) -> None:
        """Remove the file; nothing happens if it is not there."""

    def delete_unfinished(self, before: datetime) -> None:  # noqa: B027 - an object store keeps no unfinished files
        """Remove what writers killed before that time left half written."""

    @abstractmethod
    def copy(self, source: str, target: str) -> None:
        """Give the file a second name without moving its bytes, where the system can. Raises Missing."""

    @abstractmethod
    def local_path(self, path: str = "") -> Path | None:
        """Where the file lies on this machine's disk, or None."""


class DiskStorage(Storage):
    """A folder. It need not exist yet."""

    def __init__(self, root: Path) -> None:
        self.root = root.expanduser().absolute()

    def __repr__(self) -> str:
        return f"DiskStorage({str(self.root)!r})"

    def read(self, path: str, *, start: int | None = None, end: int | None = None) -> bytes:
        with _disk_errors(self._at(path)), self._at(path).open("rb") as file:
            file.seek(start or 0)
            return file.read(-1 if end is None else end - (start or 0))

    def write(self, path: str, data: bytes) -> None:
        target = self._at(path)
        with _disk_errors(target), _synced_temporary(target, data) as temporary:
            temporary.replace(target)
            _sync_folder(target.parent)

    def put_if_absent(self, path: str, data: bytes) -> bool:
        target = self._at(path)
        with _disk_errors(target), _synced_temporary(target, data) as temporary:
            try:
                os.link(temporary, target)
            except FileExistsError:
                return False
            except OSError as error:
                if error.errno in NO_LINKS:
                    raise ConfigError(f"{self.root} is on a file system without hard links: use another") from error
                raise
            _sync_folder(target.parent)
        return True

    def exists(self, path: str) -> bool:
        return self._at(path).is_file()

    def list(self, folder: str = "") -> list[str]:
        top = self._at(folder) if folder else self.root
        found = []
        for parent, folders, files in os.walk(top):
            folders[:] = [name for name in folders if not name.startswith(HIDDEN)]
            here = Path(parent).relative_to(self.root)
            found += [(here / name).as_posix() for name in files if not name.startswith(HIDDEN)]
        return sorted(found)

    def delete(self, path: str) -> None:
        with _disk_errors(self._at(path)):
            self._at(path).unlink(missing_ok=True)

    def delete_unfinished(self, before: datetime) -> None:
        for path in self.root.rglob(f"{HIDDEN}*{UNFINISHED}"):
            with _disk_errors(path), suppress(FileNotFoundError):
                if path.stat().st_mtime < before.timestamp():
                    path.unlink()

    def copy(self, source: str, target: str) -> None:
        origin, goal = self._at(source), self._at(target)
        with _disk_errors(origin):
            goal.parent.mkdir(parents=True, exist_ok=True)
            temporary = goal.with_name(f"{HIDDEN}{uuid.uuid4().hex}{UNFINISHED}")
            try:
                try:
                    os.link(origin, temporary)
                except OSError as error:
                    if error.errno not in NO_LINKS:
                        raise
                    shutil.copyfile(origin, temporary)
                temporary.replace(goal)
                _sync_folder(goal.parent)
            finally:  # replacing a name by another name of the same file leaves both
                temporary.unlink(missing_ok=True)

    def local_path(self, path: str = "") -> Path | None:
        return self._at(path) if path else self.root

    def _at(self, path: str) -> Path:
        return self.root / _checked(path)


class ObjectStorage(Storage):
    """An object store, through obstore; any store that obstore knows and that can put if absent."""

    def __init__(self, store: Any) -> None:
        self.store = store

    @classmethod
    def from_url(cls, address: str) -> "ObjectStorage":
        """The store at an address; credentials come from the environment. Raises ConfigError."""
        from obstore.exceptions import BaseError
        from obstore.store import from_url

        try:
            return cls(from_url(address))
        except (BaseError, ValueError) as error:
            raise ConfigError(f"{address} is no object store that can be opened: {_first_line(error)}") from error

    def __repr__(self) -> str:
        return f"ObjectStorage({self.store!r})"

    def read(self, path: str, *, start: int | None = None, end: int | None = None) -> bytes:
        import obstore

        with _store_errors(path):
            if start is None and end is None:
                return bytes(obstore.get(self.store, _checked(path)).bytes())
            if end is not None:
                return bytes(obstore.get_range(self.store, _checked(path), start=start or 0, end=end))
            return bytes(obstore.get(self.store, _checked(path), options={"range": {"offset": start or 0}}).bytes())

    def write(self, path: str, data: bytes) -> None:
        import obstore

        with _store_errors(path):
            obstore.put(self.store, _checked(path), data)

    def put_if_absent(self, path: str, data: bytes) -> bool:
        import obstore
        from obstore.exceptions import AlreadyExistsError

        with _store_errors(path):
            try:
                # one request, never multipart: a multipart upload cannot be conditional everywhere
                obstore.put(self.store, _checked(path), data, mode="create", use_multipart=False)
            except AlreadyExistsError:
                return False
        return True

    def exists(self, path: str) -> bool:
        import obstore

        with _store_errors(path):
            try:
                obstore.head(self.store, _checked(path))
            except FileNotFoundError:
                return False
        return True

    def list(self, folder: str = "") -> list[str]:
        import obstore

        with _store_errors(folder):
            paths = [item["path"] for chunk in obstore.list(self.store, folder or None) for item in chunk]
        return sorted(path for path in paths if not any(part.startswith(HIDDEN) for part in path.split("/")))

    def delete(self, path: str) -> None:
        import obstore

        with _store_errors(path):
            try:
                obstore.delete(self.store, _checked(path))
            except FileNotFoundError:
                return

    def copy(self, source: str, target: str) -> None:
        import obstore

        with _store_errors(source):
            obstore.copy(self.store, _checked(source), _checked(target))

    def local_path(self, path: str = "") -> Path | None:  # noqa: ARG002 - nothing is local
        return None


def _checked(path: str) -> str:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts:
        raise WrongCall(f"{path!r} is no path inside a storage: give a relative one without '..'")
    return path


@contextmanager
def _synced_temporary(target: Path, data: bytes) -> Iterator[Path]:
    """A file beside the target with the bytes, synced; removed afterwards unless renamed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f"{HIDDEN}{uuid.uuid4().hex}{UNFINISHED}")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise Missing(f"{path} does not exist") from error
    except OSError as error:
        raise StorageUnavailable(f"{path} cannot be used: {error.strerror or error}") from error


@contextmanager
def _store_errors(path: str) -> Iterator[None]:
    from obstore.exceptions import BaseError

    try:
        yield
    except FileNotFoundError as error:
        raise Missing(f"{path} does not exist") from error
    except (BaseError, OSError) as error:
        raise StorageUnavailable(f"{path} cannot be used: {_first_line(error)}") from error


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
