"""What the command line prints: results as tables for people, csv or json for programs. No command lives here."""

import csv
import io
import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import orjson
import polars as pl
from rich.console import Console
from rich.table import Table
from rich.text import Text

from chronicle.extract.records import Mention
from chronicle.line.inspect import Inspected
from chronicle.line.nightly import Derived, Recorded
from chronicle.line.why import Why

SHORT_ID = 12  # digits of an id that a person reads; any command takes them
SUMMARY_EVENTS = 8
PIPE_WIDTH = 160  # columns where no terminal says how many there are
EVENT_COLUMNS = ("event_id", "date", "type", "status", "title", "source_count", "confidence")
HIGHLIGHTS = {"quote": "bold", "place": "green", "actor": "magenta", "quantity": "cyan"}


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """The reader left, as `| head` does: what is left to print goes nowhere, and the work goes on."""
        discard_output()


def discard_output() -> None:
    """Let everything printed from now on go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


out = _Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else PIPE_WIDTH)


def as_json(value: object) -> str:
    """One line of JSON."""
    return orjson.dumps(value, default=str).decode()


def frame(rows: pl.DataFrame, style: str) -> None:
    """Print rows as ``table``, ``csv`` or ``json`` (one object a line)."""
    if style == "json":
        for row in rows.iter_rows(named=True):
            print(as_json(row))
    elif style == "csv":
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow(rows.columns)
        writer.writerows([_cell(value) for value in row] for row in rows.iter_rows())
        print(buffer.getvalue(), end="")
    else:
        out.print(table(rows))


def table(rows: pl.DataFrame, columns: Sequence[str] | None = None) -> Table:
    """A table for people; ids are shortened."""
    shown = rows.select(list(columns)) if columns else rows
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for column in shown.columns:
        drawn.add_column(
            column.replace("_", " "), overflow="fold", justify="right" if _numeric(shown, column) else "left"
        )
    for row in shown.iter_rows(named=True):
        drawn.add_row(*(_short(name, value) for name, value in row.items()))
    return drawn


def recorded(what: str, found: Recorded) -> None:
    """What a capture or an ingest wrote, and what could not be had."""
    counts = ", ".join(f"{count} {name}" for name, count in found.by_type.items()) or "nothing new"
    out.print(f"{what}: {counts}; {found.repeats} already known")
    for line in found.troubles:
        out.print(Text.assemble("  ", ("✗", "red"), f" {_line(line)}"))


def derived(found: Derived, events: pl.DataFrame, where: str) -> None:
    """The summary at the end of a run."""
    out.print(
        f"{found.pages} pages → {found.articles} articles → {found.stories} stories; "
        f"{found.mentions} mentions → {found.events} events"
    )
    for row in found.not_articles.iter_rows(named=True):
        out.print(f"  no article: {_line(row['page_uri'])} ({row['reason']}: {row['detail']})")
    for review in found.review:
        out.print(f"  correction to review: {review.reason}")
    if found.release is None:
        out.print(f"Nothing changed: the newest release, {where}, still says it all.")
    else:
        out.print(f"Release {found.release.number} is at {where}")
    if events.height:
        best = events.sort("confidence", "event_id", descending=[True, False]).head(SUMMARY_EVENTS)
        out.print(table(best, ("date", "type", "status", "title", "source_count")))


def inspected(found: Inspected, explain: Iterable[str] = ()) -> None:
    """One page for people: the article with its evidence marked, and a table of its events."""
    article = found.article
    if article is None:
        out.print(f"{found.page}: no article ({getattr(found.result, 'detail', '')})")
        _lines(explain)
        return
    out.print(Text(article.title or "(no title)", style="bold"))
    out.print(
        f"published {article.published or 'unknown'}; source {article.source or 'unknown'}; "
        f"author {article.author or 'unknown'}; language {article.lang or 'unknown'}"
    )
    out.print(_marked(article.text, found.mentions))
    legend = Text("evidence: ")
    for kind, style in HIGHLIGHTS.items():
        legend.append(f"{kind} ", style=style)
    out.print(legend)
    out.print(_events(found.mentions, article.text))
    _lines(explain)


def why(found: Why) -> None:
    """An event, the words it rests on, and how it came to be."""
    event = found.event
    out.print(Text(event["title"], style="bold"))
    out.print(f"event {event['event_id']} of release {found.release}: {event['type']}, {event['status']}")
    planned = f", planned for {event['planned']}" if event["planned"] else ""
    out.print(f"date {event['date'] or 'unknown'} ({event['date_basis'] or 'no basis'}){planned}")
    out.print(f"confidence {event['confidence']:.2f}; {event['story_count']} stories, {event['source_count']} articles")
    for conflict in event["conflicts"]:
        out.print(f"  the sources disagree: {conflict}")
    for source in found.sources:
        out.print(f"\n“{source['quote']}”")
        out.print(f"  code points {source['start']} to {source['end']} of article {source['article_id']}")
        out.print(f"  {source['title']} · {source['source']} · published {source['published'] or 'unknown'}")
        out.print(f"  {source['page_uri']} (page {source['page_id']}), mention {source['mention_id']}")
        for entry in found.entries[source["page_id"]]:
            out.print(f"  journal {entry.seq}: {entry.type} at {entry.recorded_at:%Y-%m-%d %H:%M} UTC by {entry.actor}")
    for heading, rows in (("places", found.places), ("actors", found.actors), ("quantities", found.quantities)):
        for row in rows:
            out.print(f"{heading}: {_child(row)} ← “{row['surface']}”")
    for correction in found.corrections:
        out.print(
            f"corrected by {correction.who}: {correction.field} {correction.old!r} → {correction.new!r} "
            f"({correction.why}); entry {correction.entry_id}"
        )
    for change in found.history:
        values = f" {change['field']} {change['old']} → {change['new']}" if change["field"] else ""
        out.print(f"release {change['release']}: {change['kind']}{values}")


def _line(text: str) -> str:
    """The text on one line: a file may be named with a line break or a terminal's control codes."""
    return "".join(character if character.isprintable() else "?" for character in text)


def _lines(lines: Iterable[str]) -> None:
    for line in lines:
        out.print(line)


def _child(row: dict[str, Any]) -> str:
    told = {name: row.get(name) for name in ("name", "role", "adcode", "iso3166_2", "kind", "value", "unit", "what")}
    return ", ".join(f"{value}" for value in told.values() if value is not None)


def _events(mentions: Sequence[Mention], text: str) -> Table:
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("#", "type", "status", "date", "places", "actors", "quantities", "conf", "title"):
        drawn.add_column(column, overflow="fold")
    for number, mention in enumerate(mentions, 1):
        drawn.add_row(
            str(number),
            mention.type,
            mention.status,
            mention.date or mention.planned or "",
            ", ".join(p.place.name for p in mention.places),
            ", ".join(f"{a.name} ({a.role})" if a.role else a.name for a in mention.actors),
            ", ".join(text[q.quantity.start : q.quantity.end] for q in mention.quantities),
            f"{mention.confidence:.2f}",
            mention.title,
        )
    return drawn


def _marked(text: str, mentions: Sequence[Mention]) -> Text:
    marked = Text(text)
    for mention in mentions:
        marked.stylize(HIGHLIGHTS["quote"], mention.start, mention.end)
        for placed in mention.places:
            marked.stylize(HIGHLIGHTS["place"], placed.place.start, placed.place.end)
        for actor in mention.actors:
            marked.stylize(HIGHLIGHTS["actor"], actor.start, actor.end)
        for aimed in mention.quantities:
            marked.stylize(HIGHLIGHTS["quantity"], aimed.quantity.start, aimed.quantity.end)
    return marked


def _numeric(rows: pl.DataFrame, column: str) -> bool:
    return rows.schema[column].is_numeric()


def _cell(value: object) -> object:
    return "; ".join(map(str, value)) if isinstance(value, list) else value


def _short(name: str, value: object) -> str:
    if value is None:
        return ""
    if name.endswith("_id"):
        return str(value)[:SHORT_ID]
    if isinstance(value, float):
        return f"{value:.2f}"
    return str(_cell(value))
