"""Units that tell one act together: a follow-on sentence belongs to the quote of the sentence before it.

Only neighbours in one paragraph are joined, and only where the words say so: a pronoun that goes on with the same
figures, a short lead-in, or two sentences of the same kind of help.
"""

import re

from chronicle.extract.events.judge import length
from chronicle.extract.events.unit import Page, Unit, unit
from chronicle.extract.lexicon import forms

_GOES_ON = re.compile(rf"{forms('goes_on')}(?<=,)|{forms('goes_on')}\b|{forms('goes_on', 'zh')}", re.I)
_ADDS = re.compile(rf"{forms('adds')} (?:is|was|also|will also|has also)\b", re.I)
_STARTS_ANEW = re.compile(rf"{forms('starts_anew')}\b|{forms('starts_anew', 'zh')}", re.I)
_SHARE_OF_IT = re.compile(
    r"(?:(?:At least|At most|No more than|No less than|Up to|Another|About) )?\d+(?:\.\d+)?\s?(?:percent|per cent|%)"
    r" (?:of (?:it|them|the money|the sum|the total|this|that|these|the funds?)|must|should|may|can|is meant|goes)\b"
)
_WHO_MAY = re.compile(r"(?:Any|Anyone|Every|Each|Those|All) [^.;]{0,80}?\b(?:eligible|can apply|may apply|qualif\w+)\b")
_OF_IT = re.compile(r"(?:It|Its)\b")
JOINED_TYPES = frozenset(
    {"statistics", "service", "funding", "facility", "governance", "agreement", "meeting", "policy"}
)
HELP_TYPES = frozenset({"service", "funding", "talent", "policy"})
LONGEST_QUOTE = 1000  # code points; what goes on longer is told by several events
_LEAD_IN_WORDS = 10
_ADDING_WORDS = 22


def merge(page: Page, kept: list[Unit], types: list[str], statuses: list[str]) -> list[Unit]:
    """The units with follow-ons joined to what they follow; ``types`` and ``statuses`` belong to ``kept``."""
    merged: list[tuple[Unit, str, str]] = []
    last_plain = -1
    for one, kind, status in zip(kept, types, statuses, strict=True):
        if not one.inside and last_plain >= 0:
            before, before_type, before_status = merged[last_plain]
            reason = _reason(page, before, before_type, before_status, one, kind, status)
            if reason and last_plain == len(merged) - 1:
                lead_in = reason == "a lead-in"
                joined = unit(
                    page, before.start, one.end, before.core, before.paragraph, (*before.why, *one.why, reason)
                )
                merged[last_plain] = (joined, kind, status) if lead_in else (joined, before_type, before_status)
                continue
        merged.append((one, kind, status))
        if not one.inside:
            last_plain = len(merged) - 1
    return [one for one, _, _ in merged]


def _reason(
    page: Page, before: Unit, before_type: str, before_status: str, one: Unit, kind: str, status: str
) -> str | None:
    if one.paragraph != before.paragraph or one.start - before.end > 2 or one.end - before.start > LONGEST_QUOTE:
        return None
    figures, figures_before = "q:any" in one.concepts, "q:any" in before.concepts
    text = page.text[one.start : one.end]
    own_act = before.has("held", "sign", "issue") and before.dates
    if (
        length(page.text[before.start : before.end]) <= _LEAD_IN_WORDS
        and not figures_before
        and figures
        and not own_act
    ):
        return "a lead-in"
    if status != before_status and "planned" in (status, before_status):
        return None
    if _GOES_ON.match(text):
        return "goes on with the same figures"
    if (
        before_type in ("facility", "policy", "designation", "meeting")
        and _ADDS.match(text)
        and not figures
        and length(text) <= _ADDING_WORDS
        and "q:rank" not in one.concepts
    ):
        return "adds to the sentence before"
    if _SHARE_OF_IT.match(text) or (before_type in HELP_TYPES and _WHO_MAY.match(text)):
        return "a condition of the sentence before"
    if (
        before_type == "facility"
        and before.has("build")
        and kind not in ("award", "agreement", "meeting", "policy", "ip", "funding")
        and _OF_IT.match(text)
        and not one.dates
        and not one.has("sign", "issue", "award_verb", "invest", "cost")
    ):
        return "adds to the site before"
    if one.has("attendance") and before.has("attendance") and figures:
        return "more figures of one meeting"
    if kind == before_type and kind in JOINED_TYPES and not one.dates and not _STARTS_ANEW.match(text):
        return "goes on with the same act"
    return None
