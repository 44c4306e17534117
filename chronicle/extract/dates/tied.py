"""Readings of lengths tied to the page's date: "the past three years", "the coming weeks", "within five years"."""

import re

from chronicle.extract.dates.base import Base
from chronicle.extract.dates.found import Found
from chronicle.extract.dates.moves import LONGEST, anchored, covered, length
from chronicle.extract.dates.rules import Match


def past_units(match: Match, base: Base) -> Found | None:
    """ "the past three years", "the coming weeks": a duration, with the span it covers from the page's date."""
    unit = str(match.value("units")) if match.has("units") else str(match.value("unit"))
    moved = (
        int(match.value("shift"))
        if match.has("shift")
        else -1
        if re.search(r"\b(?:past|last|previous)\b", match.words)
        else 1
    )
    count: int | None = match.number("num") if match.has("num") else None
    if match.has("num") and "." in str(match.value("num")):
        return Found(length(str(match.value("num")), unit), kind="duration")
    if "couple" in match.words:
        count = 2
    elif count is None and not match.has("vague") and not match.has("units"):
        count = 1
    if match.has("shift") and match.form("shift") in ("this", "that", "same", "current"):
        moved = 1 if base.future(match.start, match.end) else -1
    if match.has("to"):
        count = match.number("to")
        return Found(
            f"{length(str(match.number('num')), unit)}/{length(str(count), unit)}",
            kind="duration",
            when=covered(base, unit, moved, count),
        )
    return anchored(base, count, unit, moved)


def within(match: Match, base: Base) -> Found | None:
    """ "within five years": a duration whose end, counted from publication, is a deadline (``when``)."""
    unit = str(match.value("units")) if match.has("units") else str(match.value("unit"))
    if match.has("vague") or (match.has("units") and not match.has("num")):
        return Found(length("X", unit), kind="duration", basis="relative", precision="unknown", relation="within")
    low = match.number("num", 1)
    count = match.number("to", low)
    if count > LONGEST:
        return None
    value = length(str(low), unit) + (f"/{length(str(count), unit)}" if match.has("to") else "")
    if match.has("shift") and int(match.value("shift")) <= 0:
        return Found(value, kind="duration", basis="relative", when=covered(base, unit, -1, count), relation="in")
    span = covered(base, unit, 1, count)
    return Found(
        value, kind="duration", basis="relative", when=span.split("/")[-1] if span else None, relation="within"
    )
