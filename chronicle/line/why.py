"""From an event back to the words, the article, the page and the journal entry; and from a name to a page."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import polars as pl

from chronicle.capture.address import page_id
from chronicle.errors import WrongCall
from chronicle.journal.entry import Entry
from chronicle.line.corrections import Correction, standing
from chronicle.line.rows import normalised_quote
from chronicle.line.workplace import Workplace
from chronicle.release import read

SHORTEST_PREFIX = 6  # of an id, as people paste them


@dataclass(frozen=True, slots=True)
class Why:
    """An event and all that it rests on; ``sources`` are event_sources rows with their article's columns beside."""

    release: int
    event: dict[str, Any]
    sources: list[dict[str, Any]]
    places: list[dict[str, Any]]
    actors: list[dict[str, Any]]
    quantities: list[dict[str, Any]]
    history: list[dict[str, Any]]
    entries: dict[str, list[Entry]]
    corrections: list[Correction]


def why(place: Workplace, wanted: str) -> Why:
    """What the newest release says of an event, by its id, any id it ever had (a mention_id), or the start of one.

    Raises:
        WrongCall: there is no release, no such event, or several.
    """
    warehouse = place.warehouse_storage
    newest = read.newest(warehouse)
    if newest is None:
        raise WrongCall("There is no release yet; run 'chronicle run' first.")
    sources = read.table(warehouse, newest, "event_sources")
    event_id = _event_id(sources, wanted)
    articles = read.table(warehouse, newest, "articles")
    own = (
        sources.filter(pl.col("event_id") == event_id)
        .join(articles.drop("text", "lang"), on="article_id", how="left", suffix="_article", maintain_order="left")
        .sort("captured_at", "start")
    )
    pages = sorted(set(own["page_id"]))
    journal = place.journal()
    quotes = {normalised_quote(quote) for quote in own["quote"]}
    stands = [
        correction
        for correction in standing(journal.entries())
        if correction.page_id in pages and (not correction.quote or normalised_quote(correction.quote) in quotes)
    ]
    children = {
        name: read.table(warehouse, newest, name).filter(pl.col("event_id") == event_id).to_dicts()
        for name in ("event_places", "event_actors", "event_quantities")
    }
    history = [
        read.table(warehouse, read.package(warehouse, number), "changes").filter(
            pl.col("table") == "events", pl.col("key") == event_id
        )
        for number in read.numbers(warehouse)
    ]
    return Why(
        release=newest.number,
        event=read.table(warehouse, newest, "events").row(by_predicate=pl.col("event_id") == event_id, named=True),
        sources=own.to_dicts(),
        places=children["event_places"],
        actors=children["event_actors"],
        quantities=children["event_quantities"],
        history=pl.concat(history).to_dicts(),
        entries={page: list(journal.history(page)) for page in pages},
        corrections=stands,
    )


def find_page(place: Workplace, wanted: str) -> Entry:
    """The latest capture of the page that ``wanted`` names: a page_id, an address or a file name.

    Raises:
        WrongCall: no page has that name, or several have.
    """
    latest: dict[str, Entry] = {}
    for entry in place.journal().entries():
        if entry.page_id and entry.body and not entry.erased:
            latest[entry.page_id] = entry
    called = page_id(wanted) if is_address(wanted) else wanted
    found = [entry for entry in latest.values() if called in names(entry)]
    if not found and len(wanted) >= SHORTEST_PREFIX:
        found = [entry for entry in latest.values() if (entry.page_id or "").startswith(wanted)]
    if not found:
        raise WrongCall(f"No page in the journal is called {wanted!r}; give a page_id, an address or a file name.")
    if len(found) > 1:
        listed = ", ".join(f"{entry.page_uri} ({entry.page_id})" for entry in found)
        raise WrongCall(f"{wanted!r} names {len(found)} pages: {listed}; give the page_id of one.")
    return found[0]


def is_address(name: str) -> bool:
    """Whether the name is meant as a web address."""
    return name.startswith(("http://", "https://"))


def names(entry: Entry) -> set[str]:
    """What a page may be called: its id, its path in the inbox, its file name."""
    uri = entry.page_uri or ""
    path = uri.removeprefix("inbox:")
    return {entry.page_id or "", uri, path, PurePosixPath(path).name}


def _event_id(sources: pl.DataFrame, wanted: str) -> str:
    exact = sources.filter((pl.col("event_id") == wanted) | (pl.col("mention_id") == wanted))
    if exact.is_empty() and len(wanted) >= SHORTEST_PREFIX:
        exact = sources.filter(
            pl.col("event_id").str.starts_with(wanted) | pl.col("mention_id").str.starts_with(wanted)
        )
    found: list[str] = sorted(set(exact["event_id"]))
    if not found:
        raise WrongCall(f"No event has the id {wanted!r}; 'chronicle events' lists events with their ids.")
    if len(found) > 1:
        raise WrongCall(f"{wanted!r} is the start of {len(found)} ids: {', '.join(found)}; give one of them whole.")
    return found[0]
