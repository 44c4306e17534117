"""Archives (zip, tar, WARC, a single gzipped file): each member is a page, and a bomb costs its limit, not its size.

What belongs here: opening an archive and handing out its members one at a time, in the archive's order. What does not:
what a member becomes (``inbox``). An archive inside an archive is not opened.
"""

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from chronicle.capture import warcfile
from chronicle.capture.expand import TooLarge
from chronicle.errors import BadInput

LARGEST_PAGE = 20_000_000
GZIP_WRAPPER = 31  # zlib's wbits for a gzip member
MOST_MEMBERS = 200_000
MOST_EXPANSION = 200  # times the archive's own size; text packs 5 to 20 times, a bomb 1,000 times
ALWAYS_ALLOWED = 100_000_000  # bytes that any archive may expand to
HEAD = 1 << 16  # bytes of a file that are read to see what it is
PEEKED = 512  # bytes of what is inside that tell a tar (its magic ends at 262) from a WARC
OFFICE = ("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF")  # zip files that are documents or programs
UTF8_NAMES = 0x800  # zip's flag that says that the name is UTF-8
BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile, NotImplementedError)


@dataclass(frozen=True, slots=True)
class Member:
    """A page in an archive: its name there, and its bytes or the rest of a sentence that says why there are none.

    A WARC record also has its target address, what the server declared, and when it was archived (ISO 8601).
    """

    name: str
    data: bytes = b""
    problem: str | None = None
    uri: str | None = None
    media_type: str | None = None
    charset: str | None = None
    archived_at: str | None = None


def opener(path: Path) -> Callable[[Path], Iterator[Member]] | None:
    """What reads the file's members, or None if it is no archive. Raises OSError."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if head.startswith(b"PK\x03\x04"):
        return None if _is_office(path) else zip_members
    unpack = _unpacker(head)
    inner = _peek(head) if unpack else head
    if inner.startswith(b"WARC/"):
        return warcfile_members
    if inner[257:262] == b"ustar":
        return tar_members
    return None if unpack is None else single_member


def zip_members(path: Path) -> Iterator[Member]:
    """The files in a zip archive. Raises BadInput when the archive itself cannot be read."""
    budget = _Budget(path)
    with _naming_faults(), zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            name = _zip_name(info)
            budget.member()
            if info.flag_bits & 1:
                yield Member(name, problem="is encrypted")
                continue
            try:
                with archive.open(info) as stream:
                    yield _read(name, stream, budget)
            except BROKEN as error:
                yield Member(name, problem=f"is damaged: {error}")


def tar_members(path: Path) -> Iterator[Member]:
    """The regular files in a tar archive, packed or not. Raises BadInput when it cannot be read on."""
    budget = _Budget(path)
    with path.open("rb") as file:
        unpack = _unpacker(file.read(HEAD)) or (lambda path: path.open("rb"))
    with _naming_faults(), unpack(path) as stream, tarfile.open(fileobj=stream, mode="r|") as archive:
        for info in archive:
            if not info.isfile():
                continue
            budget.member()
            if info.size > LARGEST_PAGE:
                budget.spend(info.size)  # it is read past, so it costs
                yield Member(info.name, problem=_too_large())
                continue
            content = archive.extractfile(info)
            if content is not None:
                yield _read(info.name, content, budget)


def warcfile_members(path: Path) -> Iterator[Member]:
    """The pages in a WARC file: successful responses and resources that are text. Raises BadInput."""
    budget = _Budget(path)
    with _naming_faults():
        for record in warcfile.pages(path, LARGEST_PAGE):
            budget.member()
            budget.spend(len(record.data))
            yield Member(
                name=record.uri,
                data=record.data,
                problem=record.problem,
                uri=record.uri,
                media_type=record.media_type,
                charset=record.charset,
                archived_at=record.archived_at,
            )


def single_member(path: Path) -> Iterator[Member]:
    """The one file that a gzip, bzip2 or xz file holds."""
    with path.open("rb") as file:
        unpack = _unpacker(file.read(HEAD))
    if unpack is None:
        raise BadInput("is no archive any more: it changed while it was read")
    with _naming_faults(), unpack(path) as stream:
        yield _read(path.stem, stream, _Budget(path))


class _Budget:
    """What an archive may cost before it is taken for a bomb."""

    def __init__(self, path: Path) -> None:
        self._bytes = max(ALWAYS_ALLOWED, MOST_EXPANSION * path.stat().st_size)
        self._members = MOST_MEMBERS

    def member(self) -> None:
        self._members -= 1
        if self._members < 0:
            raise BadInput(f"holds more than {MOST_MEMBERS:,} files; unpack it and drop them in parts")

    def spend(self, size: int) -> None:
        self._bytes -= size
        if self._bytes < 0:
            raise BadInput(f"expands to more than {MOST_EXPANSION} times its size, as no archive of pages does")


class _naming_faults:  # noqa: N801 - a context manager, read as a verb
    """Faults of the archive itself, as one sentence."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, BROKEN) and not isinstance(error, FileNotFoundError | PermissionError):
            raise BadInput(f"is damaged and cannot be read on: {error}") from error


def _read(name: str, stream: IO[bytes], budget: _Budget) -> Member:
    data = stream.read(LARGEST_PAGE + 1)
    budget.spend(len(data))
    if len(data) > LARGEST_PAGE:
        return Member(name, problem=_too_large())
    return Member(name, data)


def _too_large() -> str:
    return str(TooLarge(LARGEST_PAGE))


def _unpacker(head: bytes) -> Callable[[Path], Any] | None:
    if head.startswith(b"\x1f\x8b"):
        return lambda path: gzip.open(path, "rb")
    if head.startswith(b"BZh"):
        return lambda path: bz2.open(path, "rb")
    if head.startswith(b"\xfd7zXZ"):
        return lambda path: lzma.open(path, "rb")
    return None


def _peek(head: bytes) -> bytes:
    """The first bytes of what is packed, as far as they can be had."""
    try:
        if head.startswith(b"BZh"):
            return bz2.BZ2Decompressor().decompress(head, PEEKED)
        if head.startswith(b"\xfd7zXZ"):
            return lzma.LZMADecompressor().decompress(head, PEEKED)
        return zlib.decompressobj(GZIP_WRAPPER).decompress(head, PEEKED)
    except BROKEN:
        return b""


def _is_office(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name in OFFICE for name in archive.namelist())
    except BROKEN:
        return False


def _zip_name(info: zipfile.ZipInfo) -> str:
    """The member's name; zip tools on Chinese Windows write GBK without saying so, and Python reads CP437."""
    if info.flag_bits & UTF8_NAMES:
        return info.filename
    raw = info.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename
