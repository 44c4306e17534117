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
_PART_OF_THEM = re.compile(  # "Forty-one of them …", "Six have …", "The sum is the highest since …"
    r"(?:(?:About|Some|Nearly|Almost|Over|More than|At least|Another|Only|Just) )?(?:\d[\d,.]*|[A-Z][a-z]+(?:-[a-z]+)?)"
    r" (?:of (?:them|these|those|whom|which)\b|(?:have|are|were|come|came) (?!signed|invested|agreed))"
    r"|(?:the|this|that) (?:sum|figure|number|total|amount|result|rate) (?!of|for)[a-z]+|(?:\w+ ){1,5}?among them\b"
    r"|together,? (?:they|these|the \w+)\b",
    re.I,
)
_NUMERAL = re.compile(
    r"(?:\w+ )?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w{3,5}ty|half|most|many"
    r"|the|this|that|together)\b)|(?:\w+ ){1,5}?among them\b",
    re.I,
)
_IN_THAT_CASE = re.compile(  # "If it is put to use in the city, the rate goes up to 30 percent"
    r"(?:If|Where|For|In case)\b[^.;]{3,160}?\b(?:the|this|their) (?:\w+ )?"
    r"(?:rate|support|subsid(?:y|ies)|amount|sum|grant|reward|share|funding|bonus|ceiling|allowance|loan)s?"
    r" (?:is|are|will|may|can|goes|rises|doubles|reaches)\b"
)
_OF_A_STAGE = re.compile(
    r"(?:In the|The|During the) (?:first|second|third|final|last|next) (?:stage|phase|step|period|round)\b", re.I
)
_STAGES = re.compile(r"\b(?:stages|phases|steps|periods|rounds)\b")
_POINT = re.compile(r"\s*[(（]?\d{1,2}[.)）、．](?!\d)")
_CONDITIONS = re.compile(r"\b(?:conditions|criteria|requirements)\b|条件")
_TAKES_POST = re.compile(
    r"(?:She|He) (?:takes|will take|took|starts|will start|succeeds|succeeded|replaces|replaced)\b"
)
_OPEN_TO = re.compile(
    r"It is open (?:to|for)\b|(?:Each|Every) [^.;]{1,40}? (?:can|may) (?:ask|get|receive|apply|claim)\b", re.I
)
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
    if _POINT.match(text) and _CONDITIONS.search(page.text, before.start, before.end) is not None:
        return "a condition of the sentence before"
    if before.has("service", "entitled") and (
        _IN_THAT_CASE.match(text) or _OPEN_TO.match(text) or _WHO_MAY.match(text)
    ):
        return "a condition of the sentence before"
    same_time = status == before_status and not one.dates
    if (
        _OF_A_STAGE.match(text)
        and (before.has("service") or same_time)
        and _STAGES.search(page.text, before.start, before.end) is not None
    ):
        return "a stage of what is told before"
    if before_type == "governance" and _TAKES_POST.match(text):
        return "the post told before"
    if status != before_status and "planned" in (status, before_status):
        return None
    part = _PART_OF_THEM.match(text) is not None and not text.startswith("One of")
    if _GOES_ON.match(text) or (part and _NUMERAL.match(text) and figures_before):
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
