"""One journal day at a time: captures → articles → mentions, in batches that are derived once.

A batch is up to ``BATCH_PAGES`` captures of one day in journal order. Its cleaning, its site memory and its extraction
are each kept in staging, so a day that grew redoes only its last batch and a rerun redoes nothing.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import polars as pl

from chronicle import schema
from chronicle.clean import clean
from chronicle.clean.article import Article, NotArticle, NotArticleReason
from chronicle.clean.sitememory import blocks_of, forget_repeated
from chronicle.digest import derive
from chronicle.extract import extract
from chronicle.line import rows, workers
from chronicle.line.captures import Capture, captures_of_day
from chronicle.line.staging import Staging, content_key, stage_version
from chronicle.line.view import JournalView

BATCH_PAGES = 200


class MentionTables(NamedTuple):
    """The mentions of some articles and what hangs on them (``schema.StagedMentions`` and the child tables).

    ``faults`` (``schema.NotArticles`` rows) has the articles on which extraction failed.
    """

    mentions: pl.DataFrame
    places: pl.DataFrame
    actors: pl.DataFrame
    quantities: pl.DataFrame
    faults: pl.DataFrame

    @staticmethod
    def concat(parts: Sequence["MentionTables"]) -> "MentionTables":
        """All rows of all parts, in order."""
        if not parts:
            return MentionTables(*(pl.DataFrame(schema=columns) for columns in MENTION_COLUMNS))
        return MentionTables(*(pl.concat(frames) for frames in zip(*parts, strict=True)))


MENTION_COLUMNS = (
    schema.dtypes(schema.StagedMentions),
    schema.staged(schema.EventPlaces),
    schema.staged(schema.EventActors),
    schema.staged(schema.EventQuantities),
    schema.dtypes(schema.NotArticles),
)
ARTICLE_COLUMNS = schema.dtypes(schema.StagedArticles)
NOT_ARTICLE_COLUMNS = schema.dtypes(schema.NotArticles)


@dataclass(frozen=True, slots=True)
class Batch:
    """Captures of one day in journal order, and the key of their cleaning."""

    day: dt.date
    captures: tuple[Capture, ...]

    @property
    def key(self) -> str:
        """What the cleaning of this batch depends on: its captures' identity and settings, and the stage's version."""
        return derive("clean", stage_version("clean"), *(capture.fingerprint for capture in self.captures))


@dataclass(frozen=True, slots=True)
class PageBytes:
    """One capture with its bytes: all that cleaning needs, ready to be sent to another process."""

    capture: Capture
    body: bytes


def batches(view: JournalView, day: dt.date) -> list[Batch]:
    """The day's captures in batches, erased ones left out of the batch they stood in."""
    found = captures_of_day(view, day)
    return [
        Batch(day, tuple(capture for capture in found[start : start + BATCH_PAGES] if not capture.erased))
        for start in range(0, len(found), BATCH_PAGES)
    ]


def articles(view: JournalView, staging: Staging, day: dt.date) -> pl.DataFrame:
    """The articles of one day, what repeats across their sites' earlier pages removed (``schema.StagedArticles``)."""
    return _together([part for _, parts in article_days(view, staging, [day]) for part in parts])


def not_articles(view: JournalView, staging: Staging, day: dt.date) -> pl.DataFrame:
    """The captures of one day that are no article, and why (``schema.NotArticles``)."""
    todays = batches(view, day)
    _clean_missing(view, staging, todays)
    return pl.concat(
        [pl.DataFrame(schema=NOT_ARTICLE_COLUMNS), *(staging.load("not_articles", batch.key) for batch in todays)]
    )


def article_days(
    view: JournalView, staging: Staging, wanted: Sequence[dt.date]
) -> Iterator[tuple[dt.date, list[pl.DataFrame]]]:
    """The articles of each wanted day, batch by batch, in order of days.

    Site memory judges a page only by pages of lower seq, hence of the same and of earlier batches; so the key of a
    batch's articles chains the keys of all batches before it, and older batches are never derived again.
    """
    memory = SiteBlocks(staging)
    chain = derive("site", stage_version("clean"))
    last = max(wanted, default=None)
    for day in view.days():
        if last is None or day > last:
            return
        todays = batches(view, day)
        _clean_missing(view, staging, todays)
        parts = []
        for batch in todays:
            chain = derive("site", chain, batch.key)
            if day in wanted:
                parts.append(_remembered(staging, memory, batch, chain))
            memory.add(batch.key)
        if day in wanted:
            yield day, parts


def mentions(staging: Staging, article_batches: Sequence[pl.DataFrame]) -> MentionTables:
    """The mentions of batches of articles (``schema.StagedArticles`` rows)."""
    inputs = [batch for batch in article_batches if batch.height]
    keys = [_extract_key(part) for part in inputs]
    missing = [i for i, key in enumerate(keys) if not staging.has("mentions", key)]
    for i, found in zip(missing, workers.each(extract_batch, (inputs[i] for i in missing), len(missing)), strict=True):
        for name, frame in zip(MentionTables._fields[1:], found[1:], strict=True):
            staging.store(f"mention_{name}", keys[i], frame)
        staging.store("mentions", keys[i], found.mentions)  # last: its presence says that all are there
    return MentionTables.concat(
        [
            MentionTables(
                staging.load("mentions", key),
                *(staging.load(f"mention_{name}", key) for name in MentionTables._fields[1:]),
            )
            for key in keys
        ]
    )


def walk(
    view: JournalView, staging: Staging, wanted: Sequence[dt.date]
) -> Iterator[tuple[dt.date, pl.DataFrame, MentionTables]]:
    """Each wanted day with its articles and their mentions, in order of days."""
    for day, parts in article_days(view, staging, wanted):
        yield day, _together(parts), mentions(staging, parts)


def lagging(view: JournalView, staging: Staging) -> list[dt.date]:
    """The days not fully derived by the present code: what a run without a partition key works through."""
    found = []
    chain = derive("site", stage_version("clean"))
    for day in view.days():
        derived = []
        for batch in batches(view, day):
            chain = derive("site", chain, batch.key)
            derived.append(staging.has("articles", chain) and _extracted(staging, staging.load("articles", chain)))
        if not all(derived):
            found.append(day)
    return found


def _extracted(staging: Staging, batch_articles: pl.DataFrame) -> bool:
    return not batch_articles.height or staging.has("mentions", _extract_key(batch_articles))


def _extract_key(batch_articles: pl.DataFrame) -> str:
    return derive("extract", stage_version("extract"), content_key(batch_articles))


def clean_batch(pages: Sequence[PageBytes]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Clean each page: (``schema.StagedArticles`` rows, ``schema.NotArticles`` rows)."""
    kept, refused = [], []
    for page in pages:
        capture = page.capture
        result = _clean(page)
        if isinstance(result, NotArticle):
            refused.append(rows.not_article_row(capture, result))
        else:
            kept.append(rows.article_row(capture, result))
    return pl.DataFrame(kept, schema=ARTICLE_COLUMNS), pl.DataFrame(refused, schema=NOT_ARTICLE_COLUMNS)


def extract_batch(batch: pl.DataFrame) -> MentionTables:
    """The mentions of a batch of articles (``schema.StagedArticles`` rows)."""
    tables = rows.MentionRows()
    for article in batch.iter_rows(named=True):
        try:
            tables.add(article, extract(rows.to_article(article)))
        except Exception as error:  # noqa: BLE001 - a fault of ours on one page must not stop the night
            tables.add_fault(article, fault("Extraction", error))
    return MentionTables(
        *(pl.DataFrame(part, schema=columns) for part, columns in zip(tables.parts(), MENTION_COLUMNS, strict=True))
    )


def fault(stage: str, error: Exception) -> NotArticle:
    """A failure of our own code on one page, as what is recorded of it."""
    return NotArticle(
        NotArticleReason.FAULT,
        f"{stage} failed with {type(error).__name__}: {error}; this is a fault in Chronicle: report it with the page.",
    )


def _clean(page: PageBytes) -> Article | NotArticle:
    capture = page.capture
    try:
        return clean(
            page.body,
            media_type=capture.media_type,
            charset=capture.charset,
            url=capture.url,
            timezone=capture.timezone,
        )
    except Exception as error:  # noqa: BLE001 - a fault of ours on one page must not stop the night
        return fault("Cleaning", error)


def _clean_missing(view: JournalView, staging: Staging, wanted: Sequence[Batch]) -> None:
    missing = [batch for batch in wanted if not staging.has("cleaned", batch.key)]
    jobs = ([PageBytes(capture, view.body(capture.entry)) for capture in batch.captures] for batch in missing)
    for batch, (kept, refused) in zip(missing, workers.each(clean_batch, jobs, len(missing)), strict=True):
        staging.store("not_articles", batch.key, refused)
        staging.store("cleaned", batch.key, kept)  # last: its presence says that both are there


def _together(parts: Sequence[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat([pl.DataFrame(schema=ARTICLE_COLUMNS), *parts])


class SiteBlocks:
    """The blocks of all batches so far, read only when a batch has to be judged by them."""

    def __init__(self, staging: Staging) -> None:
        self._staging = staging
        self._unread: list[str] = []
        self._blocks = blocks_of(pl.DataFrame(schema=ARTICLE_COLUMNS))

    def add(self, batch_key: str) -> None:
        """Remember that this batch is earlier than those to come."""
        self._unread.append(batch_key)

    def earlier(self) -> pl.DataFrame:
        """The blocks of all added batches: site, digest, page_id, seq."""
        fresh = [blocks_of(self._staging.load("cleaned", key)) for key in self._unread]
        self._unread.clear()
        self._blocks = pl.concat([self._blocks, *fresh])
        return self._blocks


def _remembered(staging: Staging, memory: SiteBlocks, batch: Batch, chain: str) -> pl.DataFrame:
    return staging.once(
        "articles",
        chain,
        lambda: forget_repeated(staging.load("cleaned", batch.key), memory.earlier()),
    )
