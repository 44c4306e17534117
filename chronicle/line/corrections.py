"""People's corrections, applied to articles and mentions before anything is merged.

A correction holds on to a page and, for a mention, to its quote, and says what it found there and what is right. If the
ground has moved (the page or the quote is gone, or the value is no longer what the person saw) it is not applied but
listed for review. The latest correction of a field wins; a withdrawn one is as if it had never been.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from chronicle import schema
from chronicle.errors import WrongCall
from chronicle.extract import dates
from chronicle.journal.entry import Draft, Entry, EntryType
from chronicle.line.rows import normalised_quote

ARTICLE_FIELDS = ("title", "published", "author", "source")
MENTION_FIELDS = ("type", "status", "title", "date", "planned", "salience")
VOCABULARIES: Mapping[str, Iterable[str]] = {
    "type": schema.EVENT_TYPES,
    "status": schema.STATUSES,
    "salience": schema.SALIENCES,
}
DATE_FIELDS = ("date", "planned", "published")


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says is right: ``field`` of the page's article, or of its mention with this quote."""

    page_id: str
    quote: str | None  # None: the correction is about the article
    field: str
    old: str | None
    new: str | None
    actor: str
    why: str
    entry_id: str = ""

    @property
    def table(self) -> str:
        """The release table the correction is about."""
        return "articles" if self.quote is None else "events"

    def draft(self, at: dt.datetime) -> Draft:
        """The journal entry that records it.

        Raises:
            WrongCall: the field cannot be corrected, or the value is not one it can have.
        """
        allowed = ARTICLE_FIELDS if self.quote is None else MENTION_FIELDS
        if self.field not in allowed:
            raise WrongCall(f"{self.field!r} cannot be corrected here; choose one of {', '.join(allowed)}.")
        words = VOCABULARIES.get(self.field)
        if words is not None and (self.new is None or self.new not in words):
            raise WrongCall(f"{self.new!r} is no {self.field}; choose one of {', '.join(words)}.")
        if self.field in DATE_FIELDS and self.new is not None and dates.precision(self.new) == "unknown":
            raise WrongCall(
                f"{self.new!r} is no date that Chronicle can read; write EDTF such as 2018-05-31 or 2018-05."
            )
        key = ("record.corrected", self.page_id, self.quote or "", self.field, self.new or "", at.isoformat())
        return Draft(
            type=EntryType.RECORD_CORRECTED,
            key=key,
            occurred_at=at,
            page_id=self.page_id,
            actor=self.actor,
            private={"quote": self.quote, "old": self.old, "new": self.new, "why": self.why},
            data={"field": self.field},
        )


@dataclass(frozen=True, slots=True)
class Review:
    """A correction that was not applied, and one sentence that says why."""

    correction: Correction
    reason: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """Articles and mentions with the corrections in them, those applied, and those that wait for a person."""

    articles: pl.DataFrame
    mentions: pl.DataFrame
    applied: tuple[Correction, ...]
    review: tuple[Review, ...]


def standing(entries: Iterable[Entry]) -> list[Correction]:
    """The corrections that stand: not withdrawn, not erased, the latest for each field, in journal order."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.type is EntryType.RECORD_CORRECTED and not entry.erased:
            found[entry.entry_id] = entry
        elif entry.type is EntryType.CORRECTION_WITHDRAWN and entry.causation_id:
            found.pop(entry.causation_id, None)
    latest = {(entry.page_id, entry.private.get("quote"), entry.data["field"]): entry for entry in found.values()}
    return [_read(entry) for entry in latest.values()]


def withdrawal(correction_id: str, actor: str, why: str, at: dt.datetime) -> Draft:
    """The journal entry that takes a correction back."""
    return Draft(
        type=EntryType.CORRECTION_WITHDRAWN,
        key=("correction.withdrawn", correction_id),
        occurred_at=at,
        causation_id=correction_id,
        actor=actor,
        private={"why": why},
    )


def apply(articles: pl.DataFrame, mentions: pl.DataFrame, corrections: Iterable[Correction]) -> Corrected:
    """The frames (staged shapes) with each correction made where its ground still holds."""
    applied, review = [], []
    keyed = mentions.with_columns(_quote=pl.col("quote").map_elements(normalised_quote, return_dtype=pl.String))
    for correction in corrections:
        frame = articles if correction.quote is None else keyed
        here = _ground(correction)
        rows = frame.filter(here)
        reason = _moved(correction, rows)
        if reason:
            review.append(Review(correction, reason))
            continue
        changed = frame.with_columns(_values(correction, here))
        if correction.quote is None:
            articles = changed
        else:
            keyed = changed
        applied.append(correction)
    return Corrected(articles, keyed.drop("_quote"), tuple(applied), tuple(review))


def causes(corrected: Corrected, event_of: pl.DataFrame) -> pl.DataFrame:
    """The applied corrections as causes of changes: table, key, field, kind, cause_entry_id, actor, why."""
    event_ids = dict(event_of.select("mention_id", "event_id").iter_rows())
    quotes = corrected.mentions.with_columns(
        _quote=pl.col("quote").map_elements(normalised_quote, return_dtype=pl.String)
    )
    found = [
        {
            "table": correction.table,
            "key": key,
            "field": correction.field,
            "kind": "corrected",
            "cause_entry_id": correction.entry_id,
            "actor": correction.actor,
            "why": correction.why,
        }
        for correction in corrected.applied
        for key in _keys(correction, corrected.articles, quotes, event_ids)
    ]
    return pl.DataFrame(found, schema=CAUSES)


CAUSES = dict.fromkeys(("table", "key", "field", "kind", "cause_entry_id", "actor", "why"), pl.String)


def _read(entry: Entry) -> Correction:
    private = entry.private
    return Correction(
        page_id=entry.page_id or "",
        quote=private.get("quote"),
        field=entry.data["field"],
        old=private.get("old"),
        new=private.get("new"),
        actor=entry.actor,
        why=private.get("why") or "",
        entry_id=entry.entry_id,
    )


def _ground(correction: Correction) -> pl.Expr:
    page = pl.col("page_id") == correction.page_id
    return page if correction.quote is None else page & (pl.col("_quote") == normalised_quote(correction.quote))


def _moved(correction: Correction, rows: pl.DataFrame) -> str | None:
    if rows.is_empty():
        what = "the page has no article now" if correction.quote is None else "no mention has this quote now"
        return f"{correction.field}: {what}; correct it again or withdraw {correction.entry_id}."
    values = set(rows[correction.field])
    if correction.old in values or correction.new in values:
        return None
    return (
        f"{correction.field} was {correction.old!r} when it was corrected and is now {sorted(map(str, values))}; "
        f"correct it again or withdraw {correction.entry_id}."
    )


def _values(correction: Correction, here: pl.Expr) -> list[pl.Expr]:
    values: dict[str, Any] = {correction.field: correction.new}
    if correction.field == "date":
        start, end = dates.bounds(correction.new) if correction.new else (None, None)
        values |= {
            "date_start": start,
            "date_end": end,
            "date_precision": dates.precision(correction.new) if correction.new else "unknown",
            "date_basis": "explicit" if correction.new else None,
        }
    return [
        pl.when(here).then(pl.lit(value, pl.String)).otherwise(pl.col(name)).alias(name)
        for name, value in values.items()
    ]


def _keys(
    correction: Correction, articles: pl.DataFrame, quotes: pl.DataFrame, event_ids: Mapping[str, str]
) -> list[str]:
    if correction.quote is None:
        return list(articles.filter(pl.col("page_id") == correction.page_id)["article_id"])
    return sorted({event_ids[mention] for mention in quotes.filter(_ground(correction))["mention_id"]})


def with_old(correction: Correction, old: str | None) -> Correction:
    """The correction with the value the person saw."""
    return replace(correction, old=old)
