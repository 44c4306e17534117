"""The journal as the later stages see it: captures of a day, and what people have decided about pages."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from chronicle.digest import derive
from chronicle.journal.entry import CAPTURES, Entry, EntryType
from chronicle.line.view import JournalView

DEFAULT_MEDIA_TYPE = "text/html"


@dataclass(frozen=True, slots=True)
class Capture:
    """One look at a page: its journal entry, read for cleaning."""

    entry: Entry

    @property
    def media_type(self) -> str:
        """The declared media type, HTML if none was."""
        return (self.entry.body.media_type if self.entry.body else None) or DEFAULT_MEDIA_TYPE

    @property
    def charset(self) -> str | None:
        """The declared charset."""
        return self.entry.body.charset if self.entry.body else None

    @property
    def body_sha256(self) -> str:
        """The sha256 of the bytes as captured."""
        return self.entry.body.sha256 if self.entry.body else ""

    @property
    def page_uri(self) -> str:
        """Address or ``inbox:<relative path>``."""
        return self.entry.page_uri or ""

    @property
    def url(self) -> str | None:
        """The address, for pages that have one."""
        return self.page_uri if urlsplit(self.page_uri).scheme in ("http", "https") else None

    @property
    def timezone(self) -> str | None:
        """The source's IANA time zone, as the entry carries it."""
        return self.entry.data.get("timezone")

    @property
    def erased(self) -> bool:
        """Whether a legal takedown has blanked the capture."""
        return self.entry.erased

    @property
    def fingerprint(self) -> str:
        """The identity of the capture and of every setting that cleaning reads."""
        return derive(
            "capture",
            str(self.entry.seq),
            self.entry.entry_id,
            self.body_sha256,
            self.media_type,
            self.charset or "",
            self.page_uri,
            self.timezone or "",
        )


def captures_of_day(view: JournalView, day: dt.date) -> list[Capture]:
    """The captures recorded on a day (UTC), by seq, erased ones included."""
    return [Capture(entry) for entry in view.day(day) if entry.type in CAPTURES]


def withdrawn_pages(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The pages that stand retracted or erased, with the entry that says so."""
    withdrawn: dict[str, Entry] = {}
    for entry in entries:
        if entry.page_id is None:
            continue
        if entry.type in (EntryType.PAGE_RETRACTED, EntryType.PAGE_ERASED):
            withdrawn[entry.page_id] = entry
        elif entry.type is EntryType.PAGE_REINSTATED:
            withdrawn.pop(entry.page_id, None)
    return withdrawn
