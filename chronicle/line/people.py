"""What people decide, by the names they use for pages: correct, withdraw, retract, reinstate, erase."""

import polars as pl

from chronicle.errors import WrongCall
from chronicle.journal import erase as journal_erase
from chronicle.journal import people
from chronicle.journal.entry import Entry
from chronicle.journal.journal import Committed
from chronicle.line.corrections import Correction
from chronicle.line.rows import normalised_quote
from chronicle.line.staging import ROOT as STAGING
from chronicle.line.why import find_page
from chronicle.line.workplace import Workplace
from chronicle.release import erase as release_erase
from chronicle.release import read
from chronicle.release.publish import discard_unfinished


def correct(place: Workplace, page: str, quote: str | None, field: str, new: str | None, who: str, why: str) -> Entry:
    """Record what is right for a field of a page's article, or of its mention with this quote.

    The value that the newest release shows is kept beside it, so that a later run can tell if the ground has moved.

    Raises:
        WrongCall: no such page or quote in the newest release, or the field cannot have this value.
    """
    _said(who, why)
    page_id = find_page(place, page).page_id or ""
    correction = Correction(page_id, quote or "", field, None, new, who, why)
    correction.check()
    old = _shown(place, correction)
    journal = place.journal()
    committed = people.correct(
        journal,
        page_id,
        table=correction.table,
        field=field,
        quote=correction.quote,
        old=old,
        new=new,
        who=who,
        why=why,
    )
    if not committed.entries:
        raise WrongCall(f"The journal already has this correction of {field}.")
    return committed.entries[0]


def withdraw(place: Workplace, correction_id: str, who: str, why: str) -> Committed:
    """Take a correction back, by its entry id."""
    _said(who, why)
    return people.withdraw(place.journal(), correction_id, who=who, why=why)


def retract(place: Workplace, page: str, who: str, why: str) -> Committed:
    """Hide a page and all that rests on it alone."""
    _said(who, why)
    return people.retract(place.journal(), find_page(place, page).page_id or "", who=who, why=why)


def reinstate(place: Workplace, page: str, who: str, why: str) -> Committed:
    """Undo a retraction."""
    _said(who, why)
    return people.reinstate(place.journal(), find_page(place, page).page_id or "", who=who, why=why)


def erase(place: Workplace, page: str, who: str, why: str) -> list[str]:
    """Erase a page from the journal, from staging and from every release; the paths of releases written anew."""
    _said(who, why)
    # a page_id that is erased already: an erasure that was killed half way is finished
    page_id = page if page in place.journal().erased_pages() else find_page(place, page).page_id or ""
    journal_erase.erase(place.journal(), page_id, who=who, why=why)
    warehouse = place.warehouse_storage
    discard_unfinished(warehouse)
    for path in warehouse.list(STAGING):
        warehouse.delete(path)
    return release_erase.erase(warehouse, page_id)


def _said(who: str, why: str) -> None:
    if not who.strip() or not why.strip():
        raise WrongCall("Say who asks for it (--by) and why (--why): both are kept in the journal.")


def _shown(place: Workplace, correction: Correction) -> str | None:
    """The value of the field in the newest release, as the person sees it."""
    warehouse = place.warehouse_storage
    newest = read.newest(warehouse)
    if newest is None:
        raise WrongCall("There is no release to correct yet; run 'chronicle run' first.")
    articles = read.table(warehouse, newest, "articles").filter(pl.col("page_id") == correction.page_id)
    if articles.is_empty():
        raise WrongCall(f"Page {correction.page_id} has no article in release {newest.number}.")
    if not correction.quote:
        return _text(articles[correction.field])
    wanted = normalised_quote(correction.quote)
    sources = read.table(warehouse, newest, "event_sources").filter(
        pl.col("article_id") == articles["article_id"][0],
        pl.col("quote").map_elements(normalised_quote, return_dtype=pl.String) == wanted,
    )
    if sources.is_empty():
        raise WrongCall("No mention of this page has that quote; 'chronicle why EVENT' shows quotes in full.")
    if correction.field in sources.columns:
        return _text(sources[correction.field])
    events = read.table(warehouse, newest, "events").filter(pl.col("event_id") == sources["event_id"][0])
    return _text(events[correction.field])


def _text(column: pl.Series) -> str | None:
    value = column[0]
    return None if value is None else str(value)
