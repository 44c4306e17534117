"""All days together: the current article of each page, stories, events, and the tables of a release."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from chronicle import schema
from chronicle.dedupe import events, fuse, signatures, stories
from chronicle.dedupe.lookup import Day, Lookup
from chronicle.digest import derive
from chronicle.journal.entry import Entry
from chronicle.line import corrections, days
from chronicle.line.captures import withdrawn_pages
from chronicle.line.corrections import Corrected
from chronicle.line.days import MentionTables
from chronicle.line.staging import Staging, content_key, stage_version
from chronicle.line.view import JournalView
from chronicle.release.changes import key_of

CHILD_TABLES = {"event_places": 1, "event_actors": 2, "event_quantities": 3}  # name → position in MentionTables
NO_STORIES = pl.DataFrame(schema=stories.STORY)


@dataclass(frozen=True, slots=True)
class Current:
    """One article a page and the mentions of those articles, corrections applied, withdrawn pages left out.

    ``captures`` has the articles of all captures, also those that a later one of their page has replaced.
    """

    captures: pl.DataFrame
    articles: pl.DataFrame
    mentions: MentionTables
    corrected: Corrected
    withdrawn: dict[str, Entry]


def current(view: JournalView, staging: Staging) -> Current:
    """What the journal says now, before copies and repeated tellings are merged."""
    entries = list(view.entries())
    withdrawn = withdrawn_pages(entries)
    articles, told = [], []
    for _, day_articles, day_mentions in days.walk(view, staging, view.days()):
        articles.append(day_articles)
        told.append(day_mentions)
    every = pl.concat([pl.DataFrame(schema=days.ARTICLE_COLUMNS), *articles])
    kept = (
        every.filter(~pl.col("page_id").is_in(list(withdrawn)))
        .sort("seq")
        .unique("page_id", keep="last", maintain_order=True)
    )
    mentions = _of_articles(MentionTables.concat(told), kept)
    corrected = corrections.apply(kept, mentions.mentions, corrections.standing(entries))
    return Current(
        captures=every,
        articles=corrected.articles,
        mentions=mentions._replace(mentions=corrected.mentions),
        corrected=corrected,
        withdrawn=withdrawn,
    )


def story_table(staging: Staging, now: Current, cache: Path) -> pl.DataFrame:
    """article_id, story_id, is_canonical of all current articles.

    Each journal day is signed and compared with the days before it once; ``cache`` holds the lookup for that, and may
    be deleted at any time.
    """
    signed = _signed_days(staging, now.captures)
    links = _links(staging, signed, now.captures, Lookup(cache))
    return stories.assign(now.articles, pl.concat([frame for _, frame in signed]), links) if signed else NO_STORIES


def event_table(staging: Staging, mentions: MentionTables, story_of: pl.DataFrame) -> pl.DataFrame:
    """mention_id, event_id of all current mentions."""
    key = derive("events", stage_version("dedupe"), content_key(*mentions, story_of))
    return staging.once("events", key, lambda: events.assign(*mentions[:4], story_of))


def tables(now: Current, story_of: pl.DataFrame, event_of: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Every table of a release but ``changes``, by name."""
    mentions = now.mentions.mentions.join(event_of, on="mention_id", how="left", maintain_order="left")
    found = {
        "events": fuse.fuse(now.mentions.mentions, event_of, story_of, now.articles),
        "event_sources": mentions.select(list(schema.dtypes(schema.EventSources))),
        "articles": now.articles.join(story_of, on="article_id", how="left", maintain_order="left").select(
            list(schema.dtypes(schema.Articles))
        ),
    }
    for name, position in CHILD_TABLES.items():
        child = now.mentions[position].join(event_of, on="mention_id", how="left", maintain_order="left")
        found[name] = child.select(list(schema.dtypes(schema.TABLES[name])))
    found["places"] = used_places(found["event_places"])
    return {name: found[name] for name in schema.TABLES if name != "changes"}


def used_places(event_places: pl.DataFrame) -> pl.DataFrame:
    """The ``places`` table: each place that an event names, once, under its own code or a derived id."""
    columns = ["name", "level", "adcode", "iso3166_2", "admin1", "country", "lat", "lon"]
    distinct = event_places.select(columns).unique().sort(columns, nulls_last=True)
    uncoded = pl.struct("level", "name", "admin1", "country").map_elements(
        lambda p: derive("place", p["level"], p["name"], p["admin1"] or "", p["country"] or ""),
        return_dtype=pl.String,
    )
    return (
        distinct.with_columns(place_id=pl.coalesce("adcode", "iso3166_2", uncoded))
        .unique("place_id", keep="first", maintain_order=True)
        .select(list(schema.dtypes(schema.Places)))
    )


def causes(now: Current, event_of: pl.DataFrame, earlier: dict[str, pl.DataFrame]) -> pl.DataFrame:
    """What people's entries changed: corrections, and all that left because its page was withdrawn.

    ``earlier`` has the newest release's tables by name (none for the first); an event has left for that reason if all
    its mentions stood on withdrawn pages.
    """
    found = corrections.causes(now.corrected, event_of)
    if not earlier or not now.withdrawn:
        return found
    page_of = earlier["articles"].filter(pl.col("page_id").is_in(list(now.withdrawn))).select("article_id", "page_id")
    gone = {
        name: frame.drop("page_id", strict=False).join(page_of, on="article_id", maintain_order="left")
        for name, frame in earlier.items()
        if "article_id" in frame.columns
    }
    left = earlier["event_sources"].join(page_of, on="article_id", how="anti")
    gone["events"] = gone["event_sources"].join(left, on="event_id", how="anti", maintain_order="left")
    rows = [
        {
            "table": name,
            "key": key,
            "field": "",
            "kind": "retracted",
            "cause_entry_id": now.withdrawn[page_id].entry_id,
            "actor": now.withdrawn[page_id].private.get("who"),
            "why": now.withdrawn[page_id].private.get("why"),
        }
        for name, frame in gone.items()
        for key, page_id in frame.select(key_of(name).alias("key"), "page_id").unique(maintain_order=True).iter_rows()
    ]
    return pl.concat([found, pl.DataFrame(rows, schema=corrections.CAUSES)])


def _signed_days(staging: Staging, captures: pl.DataFrame) -> list[tuple[str, pl.DataFrame]]:
    """For each journal day that has articles, its key and the signatures of its articles."""
    dated = captures.sort("seq").with_columns(day=pl.col("captured_at").dt.date())
    signed = []
    for part in dated.partition_by("day", maintain_order=True, include_key=False):
        key = derive(
            "signatures", stage_version("dedupe"), content_key(part.select("article_id", "seq", "site", "text"))
        )
        signed.append((key, staging.once("signatures", key, lambda part=part: signatures.sign(part))))  # type: ignore[misc]
    return signed


def _links(
    staging: Staging, signed: list[tuple[str, pl.DataFrame]], captures: pl.DataFrame, lookup: Lookup
) -> pl.DataFrame:
    """All pairs of texts that were compared: each day against the days before it, under the key of all of them."""
    found = [pl.DataFrame(schema=stories.LINK)]
    chain = derive("links", stage_version("dedupe"))
    known = pl.concat([frame for _, frame in signed]) if signed else pl.DataFrame()
    for number, (key, frame) in enumerate(signed):
        chain = derive("links", chain, key)
        if not staging.has("links", chain):
            days = [Day(digest, lambda earlier=earlier: earlier) for digest, earlier in signed[:number]]  # type: ignore[misc]
            staging.store("links", chain, stories.link(frame, lookup.segments(days), known, captures))
        found.append(staging.load("links", chain))
    return pl.concat(found)


def _of_articles(told: MentionTables, kept: pl.DataFrame) -> MentionTables:
    """The mentions of the kept captures. A mention that an earlier capture of its page already made keeps the seq it
    was first seen at, so that looking at a page again does not rename its events."""
    first_seen = told.mentions.group_by("mention_id").agg(first_seq=pl.col("seq").min())
    captures = kept.select("page_id", "seq")
    mentions = (
        told.mentions.join(captures, on=["page_id", "seq"], how="semi", maintain_order="left")
        .join(first_seen, on="mention_id", how="left", maintain_order="left")
        .with_columns(seq=pl.col("first_seq"))
        .drop("first_seq")
    )
    return MentionTables(
        mentions,
        _children_of(told.places, mentions),
        _children_of(told.actors, mentions),
        _children_of(told.quantities, mentions),
        told.faults,
    )


def _children_of(child: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Rows of the kept mentions; the same page captured twice tells them twice, once is enough."""
    kept = child.join(mentions, on=["mention_id", "article_id"], how="semi", maintain_order="left")
    return kept.unique(maintain_order=True)


def span(found: Iterable[dt.date]) -> str:
    """``2026-01-02 to 2026-01-05 (4 days)``, for people."""
    ordered = sorted(found)
    if not ordered:
        return "no days"
    return f"{ordered[0]} to {ordered[-1]} ({len(ordered)} days)" if len(ordered) > 1 else f"{ordered[0]}"
