"""Dropped files to journal drafts: one ``page.ingested`` for each page, one ``ingest.rejected`` for what is none.

What belongs here: walking folders, reading files, saying in a sentence what is wrong with one. Files are left where
they are: an entry's id comes from the bytes, so reading the same inbox again adds nothing.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from chronicle.capture import address, archives, sniff
from chronicle.capture.archives import LARGEST_PAGE, Member
from chronicle.capture.expand import TooLarge
from chronicle.capture.sources import Source
from chronicle.digest import sha256
from chronicle.errors import BadInput
from chronicle.journal.entry import Content, Draft, EntryType
from chronicle.journal.journal import system_clock

ACTOR = "inbox"
MEMBER_MARK = "!/"  # between an archive's name and a member's, as in Java's jar: addresses


def read(
    paths: Iterable[Path | str],
    *,
    root: Path | None = None,
    sources: Iterable[Source] = (),
    run_id: str | None = None,
    clock: Callable[[], datetime] = system_clock,
) -> Iterator[Draft]:
    """A draft for every page in the files; a folder stands for every file in it, in the order of their names.

    A page's name is its path below ``root`` (the inbox) or, outside of it, below the folder that holds what was given:
    ``pages/a.html`` for the folder ``pages``. A file in a folder named like a source takes that source's language and
    time zone.
    """
    by_name = {source.name: source for source in sources}
    for path in map(Path, paths):
        within = path.resolve() if path.is_dir() else None
        for file, name in _files(path, root):
            source = next((by_name[part] for part in PurePosixPath(name).parts[:-1] if part in by_name), None)
            reader = _Reader(name, source, run_id, clock(), within)
            yield from reader.drafts(file)


def _files(path: Path, root: Path | None) -> Iterator[tuple[Path, str]]:
    """The files that a path stands for, with their names. Hidden files (``.gitkeep``) are not meant."""
    inside = root is not None and path.absolute().is_relative_to(root.absolute())
    base = root if root is not None and inside else path.absolute().parent
    if not path.is_dir():
        yield path, _name(path, base)
        return
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(folder) / name, _name(Path(folder) / name, base)


def _name(file: Path, base: Path) -> str:
    """The name as text that can be stored: bytes that are no UTF-8 become question marks."""
    relative = file.absolute().relative_to(base.absolute()).as_posix()
    return os.fsencode(relative).decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class _Reader:
    """One dropped file on its way to drafts."""

    name: str
    source: Source | None
    run_id: str | None
    now: datetime
    within: Path | None  # the folder that was given, which a link may not leave

    def drafts(self, file: Path) -> Iterator[Draft]:
        try:
            if not file.exists():
                if file.is_symlink():
                    raise BadInput("is a link that leads nowhere")
                raise FileNotFoundError
            if self.within is not None and not file.resolve().is_relative_to(self.within):
                raise BadInput("is a link that leads out of the folder; drop the file itself")
            if not file.is_file():
                raise BadInput("is no regular file")
            members = archives.opener(file)
            if members is None:
                yield self._page(Member(self.name, _bytes_of(file), media_type=None), self.uri, None)
                return
            empty = True
            for member in members(file):
                empty = False
                yield self._member(member)
            if empty:
                raise BadInput("is an archive that holds no page")
        except FileNotFoundError:
            yield self._rejected(self.uri, "vanished", "vanished before it could be read; drop it again", None)
        except PermissionError:
            yield self._rejected(self.uri, "unreadable", "may not be read; change its permissions", None)
        except OSError as error:
            yield self._rejected(self.uri, "unreadable", f"cannot be read: {error.strerror or error}", None)
        except TooLarge as error:
            yield self._rejected(self.uri, "too_large", str(error), None)
        except BadInput as error:
            yield self._rejected(self.uri, "unreadable", str(error), None)

    @property
    def uri(self) -> str:
        return _uri(self.name)

    def _member(self, member: Member) -> Draft:
        uri = member.uri or _uri(f"{self.name}{MEMBER_MARK}{member.name.encode('utf-8', 'replace').decode()}")
        web = None
        if member.uri is not None:
            try:
                uri = web = address.canonical(member.uri)
            except BadInput:
                web = None  # a name of another kind; the page is its bytes
        return self._page(member, uri, web)

    def _page(self, member: Member, uri: str, web: str | None) -> Draft:
        if member.problem is not None:
            return self._rejected(
                uri, "too_large" if "larger" in member.problem else "unreadable", member.problem, None
            )
        digest = sha256(member.data)
        problem = sniff.problem(member.data, member.charset)
        if problem is not None:
            return self._rejected(uri, *problem, digest)
        return Draft(
            type=EntryType.PAGE_INGESTED,
            # a page by its bytes is one entry whatever it was packed in; an address may have had the same bytes twice
            key=("file", digest, web, member.archived_at or "") if web else ("file", digest),
            occurred_at=self.now,
            page_id=address.page_id(web) if web else address.file_page_id(digest),
            actor=ACTOR,
            run_id=self.run_id,
            private={"page_uri": uri},
            data={**self._settings, "archived_at": member.archived_at},
            content=Content(
                member.data,
                member.media_type or sniff.media_type(member.name, member.data),
                member.charset,
            ),
        )

    def _rejected(self, uri: str, kind: str, what: str, digest: str | None) -> Draft:
        return Draft(
            type=EntryType.INGEST_REJECTED,
            key=("rejected", uri, kind, digest or what),
            occurred_at=self.now,
            page_id=address.file_page_id(digest) if digest else address.unnamed_page_id(uri),
            actor=ACTOR,
            run_id=self.run_id,
            private={"page_uri": uri, "reason": f"{uri.removeprefix('inbox:').removeprefix('./')} {what}."},
            data={**self._settings, "kind": kind},
        )

    @property
    def _settings(self) -> Mapping[str, str | None]:
        source = self.source
        return {
            "source": source.name if source else None,
            "language": source.language if source else None,
            "timezone": source.timezone if source else None,
        }


def _uri(name: str) -> str:
    """``inbox:<name>``; a file at the top is ``./<name>``, so that what follows the last slash is always its name."""
    return f"inbox:{name}" if "/" in name else f"inbox:./{name}"


def _bytes_of(file: Path) -> bytes:
    with file.open("rb") as stream:
        data = stream.read(LARGEST_PAGE + 1)
    if len(data) > LARGEST_PAGE:
        raise TooLarge(LARGEST_PAGE)
    return data
