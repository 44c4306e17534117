"""People's corrections, applied to articles and mentions before anything is merged.

A correction holds on to a page and, for a mention, to its quote, and says what it found there and what is right. If the
ground has moved (the page or the quote is gone, or the value is no longer what the person saw) it is not applied but
listed for review. The latest correction of a field wins; a withdrawn one is as if it had never been.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from chronicle import schema
from chronicle.errors import WrongCall
from chronicle.extract import dates
from chronicle.journal import people
from chronicle.journal.entry import Entry
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
    """What a person says is right: ``field`` of the page's article (no ``quote``) or of its mention with this quote."""

    page_id: str
    quote: str
    field: str
    old: str | None
    new: str | None
    who: str
    why: str
    entry_id: str = ""

    @property
    def table(self) -> str:
        """The release table the correction is about."""
        return "events" if self.quote else "articles"

    def check(self) -> None:
        """Refuse what can never be applied.

        Raises:
            WrongCall: the field cannot be corrected, or the value is not one it can have.
        """
        allowed = MENTION_FIELDS if self.quote else ARTICLE_FIELDS
        if self.field not in allowed:
            raise WrongCall(f"{self.field!r} cannot be corrected here; choose one of {', '.join(allowed)}.")
        words = VOCABULARIES.get(self.field)
        if words is not None and (self.new is None or self.new not in words):
            raise WrongCall(f"{self.new!r} is no {self.field}; choose one of {', '.join(words)}.")
        if self.field in DATE_FIELDS and self.new is not None and dates.precision(self.new) == "unknown":
            raise WrongCall(
                f"{self.new!r} is no date that Chronicle can read; write EDTF such as 2018-05-31 or 2018-05."
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
    found = map(_read, people.corrections(entries))
    return list({(correction.page_id, correction.quote, correction.field): correction for correction in found}.values())


def apply(articles: pl.DataFrame, mentions: pl.DataFrame, corrections: Iterable[Correction]) -> Corrected:
    """The frames (staged shapes) with each correction made where its ground still holds."""
    applied, review = [], []
    keyed = mentions.with_columns(_quote=pl.col("quote").map_elements(normalised_quote, return_dtype=pl.String))
    for correction in corrections:
        frame = articles if not correction.quote else keyed
        here = _ground(correction)
        rows = frame.filter(here)
        reason = _moved(correction, rows)
        if reason:
            review.append(Review(correction, reason))
            continue
        changed = frame.with_columns(_values(correction, here))
        if not correction.quote:
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
            "actor": correction.who,
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
        quote=private["quote"],
        field=entry.data["field"],
        old=private["old"],
        new=private["new"],
        who=private["who"],
        why=private["why"],
        entry_id=entry.entry_id,
    )


def _ground(correction: Correction) -> pl.Expr:
    page = pl.col("page_id") == correction.page_id
    return page if not correction.quote else page & (pl.col("_quote") == normalised_quote(correction.quote))


def _moved(correction: Correction, rows: pl.DataFrame) -> str | None:
    if rows.is_empty():
        what = "the page has no article now" if not correction.quote else "no mention has this quote now"
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
    if not correction.quote:
        return list(articles.filter(pl.col("page_id") == correction.page_id)["article_id"])
    return sorted({event_ids[mention] for mention in quotes.filter(_ground(correction))["mention_id"]})
