"""Erasure, for a legal takedown: the page's private lines and bodies are overwritten, and the fact stays.

The ``page.erased`` entry is committed first; from then on no reader sees the page and no draft about it is taken. Then
the bytes are blanked. Killed in between, ``carry_out`` finishes the work, and ``verify`` says that it is owed.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from chronicle.errors import JournalCorrupt, WrongCall
from chronicle.journal import private, segment, warc
from chronicle.journal.batch import BODIES
from chronicle.journal.entry import Draft, EntryType, moment
from chronicle.journal.journal import Committed, Journal
from chronicle.journal.people import ACTOR
from chronicle.journal.segment import Segment
from chronicle.storage import Storage

BATCH_FILE = re.compile(r".*/(\d{16})-[0-9a-f]+\.(?:private\.jsonl|warc\.gz)")
SURELY_DEAD = timedelta(hours=1)  # a single write takes seconds


def erase(journal: Journal, page_id: str, *, who: str, why: str) -> Committed:
    """Erase all that the journal holds of a page. Cannot be undone. Raises WrongCall for an unknown page."""
    journal.refresh()
    history = [entry for entry in journal.history(page_id) if entry.type is not EntryType.PAGE_ERASED]
    if not history:
        raise WrongCall(f"there is no page {page_id} in the journal")
    draft = Draft(
        type=EntryType.PAGE_ERASED,
        key=("page.erased", page_id, history[-1].entry_id),
        occurred_at=journal.clock(),
        page_id=page_id,
        actor=ACTOR,
        private={"who": who, "why": why},
    )
    committed = journal.commit([draft])
    carry_out(journal)
    return committed


def carry_out(journal: Journal) -> list[str]:
    """Blank everything that ``page.erased`` entries ask for and remove dead files; the paths that were changed.

    Two erasers may rewrite one file at once and undo each other's blank: each looks again until nothing is left, and
    the one that wrote last sees the other's entry.
    """
    changed: list[str] = []
    while True:
        journal.refresh()
        done = _blank_all(journal)
        changed += done
        if not done:
            break
    changed += _remove_dead(journal)
    journal.forget()
    return changed


def is_due(stored: Mapping[str, Any], erased: Mapping[str, int]) -> bool:
    """Whether a stored entry falls under the erasure of its page."""
    page_id, seq = stored["page_id"], stored["seq"]
    return stored["type"] != EntryType.PAGE_ERASED and page_id is not None and seq < erased.get(page_id, 0)


def _blank_all(journal: Journal) -> list[str]:
    erased = journal.erased_pages()
    due: dict[int, set[int]] = defaultdict(set)
    for page_id, upto in erased.items():
        for first_seq, seq in journal.places_of_page(page_id):
            if seq < upto:
                due[first_seq].add(seq)
    changed = []
    for first_seq in sorted(due):
        found = journal.segment(first_seq)
        seqs = {entry["seq"] for entry in found.entries if entry["seq"] in due[first_seq] and is_due(entry, erased)}
        changed += _blank_lines(journal.storage, found, seqs) + _blank_bodies(journal.storage, found, seqs)
    return changed


def _blank_lines(storage: Storage, found: Segment, seqs: set[int]) -> list[str]:
    if found.private is None:
        return []
    with_line = [entry["seq"] for entry in found.entries if entry["private"] is not None]
    lines = storage.read(found.private).splitlines(keepends=True)
    if len(lines) != len(with_line):
        raise JournalCorrupt(f"{found.private} has {len(lines)} lines, not {len(with_line)}: restore it from a backup")
    blanked = [private.blank(seq) if seq in seqs else line for seq, line in zip(with_line, lines, strict=True)]
    if blanked == lines:
        return []
    storage.write(found.private, b"".join(blanked))
    return [found.private]


def _blank_bodies(storage: Storage, found: Segment, seqs: set[int]) -> list[str]:
    bodies = [entry for entry in found.entries if entry["body"] is not None and entry["seq"] in seqs]
    if found.warc is None or not bodies:
        return []
    old = storage.read(found.warc)
    new = bytearray(old)
    for entry in bodies:
        offset, length = entry["body"]["offset"], entry["body"]["length"]
        new[offset : offset + length] = warc.blank(entry["entry_id"], moment(entry["occurred_at"]), length)
    if new == old:
        return []
    storage.write(found.warc, bytes(new))
    return [found.warc]


def _remove_dead(journal: Journal) -> list[str]:
    """Files of writers that lost or were killed: their number is taken, and the segment there does not name them."""
    storage = journal.storage
    head = journal.head().seq
    dead = []
    for path in [*storage.list(segment.FOLDER), *storage.list(BODIES)]:
        name = BATCH_FILE.fullmatch(path)
        if name is None or int(name[1]) > head:
            continue
        if not storage.exists(segment.name(int(name[1]))) or path not in _named(journal.segment(int(name[1]))):
            storage.delete(path)
            dead.append(path)
    storage.delete_unfinished(before=journal.clock() - SURELY_DEAD)
    return dead


def _named(found: Segment) -> tuple[str | None, str | None]:
    return found.private, found.warc
