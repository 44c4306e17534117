"""What people say about pages and records: retract, reinstate, correct, withdraw. Each is an entry; nothing is edited.

What belongs here: writing those entries so that saying it twice says it once. What does not: applying them to tables
(the whole-table steps do), or erasing (``erase``).
"""

from collections.abc import Iterable
from typing import Any

import orjson

from chronicle.errors import WrongCall
from chronicle.journal.entry import Draft, Entry, EntryType
from chronicle.journal.journal import Committed, Journal

ACTOR = "person"
STATES = (EntryType.PAGE_RETRACTED, EntryType.PAGE_REINSTATED)


def retract(journal: Journal, page_id: str, *, who: str, why: str) -> Committed:
    """Hide a page from the next release on; ``reinstate`` undoes it. Raises WrongCall for an unknown page."""
    return _set_state(journal, page_id, EntryType.PAGE_RETRACTED, who, why)


def reinstate(journal: Journal, page_id: str, *, who: str, why: str) -> Committed:
    """Show a retracted page again. Raises WrongCall for a page that is not retracted."""
    if page_id not in retracted_pages(journal.history(page_id)):
        raise WrongCall(f"page {page_id} is not retracted, so there is nothing to reinstate")
    return _set_state(journal, page_id, EntryType.PAGE_REINSTATED, who, why)


def correct(
    journal: Journal, page_id: str, *, table: str, field: str, quote: str, old: Any, new: Any, who: str, why: str
) -> Committed:
    """Say that a field of the record that rests on ``quote`` of the page should be ``new`` and not ``old``.

    ``old`` and ``new`` are JSON values. Raises WrongCall for an unknown page.
    """
    history = _known_history(journal, page_id)
    withdrawn = _last(history, (EntryType.CORRECTION_WITHDRAWN,))
    values = orjson.dumps([old, new]).decode()
    draft = Draft(
        type=EntryType.RECORD_CORRECTED,
        key=("record.corrected", page_id, table, field, quote, values, withdrawn),
        occurred_at=journal.clock(),
        page_id=page_id,
        actor=ACTOR,
        private={"quote": quote, "old": old, "new": new, "who": who, "why": why},
        data={"table": table, "field": field},
    )
    return journal.commit([draft])


def withdraw(journal: Journal, correction_id: str, *, who: str, why: str) -> Committed:
    """Take a correction back. ``correction_id`` is its entry_id; raises WrongCall if there is none."""
    correction = journal.find(correction_id)
    if correction is None or correction.type is not EntryType.RECORD_CORRECTED:
        raise WrongCall(f"there is no correction {correction_id} in the journal")
    draft = Draft(
        type=EntryType.CORRECTION_WITHDRAWN,
        key=("correction.withdrawn", correction_id),
        occurred_at=journal.clock(),
        page_id=correction.page_id,
        actor=ACTOR,
        causation_id=correction_id,
        private={"who": who, "why": why},
    )
    return journal.commit([draft])


def retracted_pages(entries: Iterable[Entry]) -> frozenset[str]:
    """The pages that are retracted, and not reinstated since, after these entries (in order)."""
    hidden: set[str] = set()
    for entry in entries:
        if entry.page_id is not None and entry.type is EntryType.PAGE_RETRACTED:
            hidden.add(entry.page_id)
        elif entry.page_id is not None and entry.type is EntryType.PAGE_REINSTATED:
            hidden.discard(entry.page_id)
    return frozenset(hidden)


def corrections(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The corrections that stand after these entries (in order): not withdrawn, not erased."""
    standing: dict[str, Entry] = {}
    for entry in entries:
        if entry.type is EntryType.RECORD_CORRECTED and not entry.erased:
            standing[entry.entry_id] = entry
        elif entry.type is EntryType.CORRECTION_WITHDRAWN and entry.causation_id is not None:
            standing.pop(entry.causation_id, None)
    return tuple(standing.values())


def _set_state(journal: Journal, page_id: str, state: EntryType, who: str, why: str) -> Committed:
    history = _known_history(journal, page_id)
    last = next((entry for entry in reversed(history) if entry.type in STATES), None)
    if last is not None and last.type is state:
        return Committed(duplicates=1)
    draft = Draft(
        type=state,
        key=(state, page_id, last.entry_id if last else ""),
        occurred_at=journal.clock(),
        page_id=page_id,
        actor=ACTOR,
        causation_id=last.entry_id if last else None,
        private={"who": who, "why": why},
    )
    return journal.commit([draft])


def _known_history(journal: Journal, page_id: str) -> list[Entry]:
    journal.refresh()
    history = list(journal.history(page_id))
    if not history:
        raise WrongCall(f"there is no page {page_id} in the journal")
    return history


def _last(history: list[Entry], types: tuple[EntryType, ...]) -> str:
    """The entry_id of the page's last entry of these types, or an empty string."""
    return next((entry.entry_id for entry in reversed(history) if entry.type in types), "")
