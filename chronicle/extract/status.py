"""Whether an event has happened, lies ahead, or lasts: occurred, planned, ongoing (labelling rule 10).

Future words make a plan, unless the clause reports figures reached; what is valid now and has no past word lasts.
"""

import re

from chronicle.extract.events.unit import Page, Unit

_PASSIVE_PAST = re.compile(
    r"\b(?:[a-z]{3,}ed|held|won|rose|grew|built|set up|put|made|given|met|paid|spent|led|told|became|began|came|went"
    r"|got|took)\b"
)
LASTING_TYPES = frozenset(
    {"other", "service", "facility", "governance", "business", "funding", "policy", "plan", "research"}
)


def status_of(page: Page, unit: Unit, kind: str) -> tuple[str, str]:
    """The status and the name of the rule that gave it. ``kind`` is the type as far as it is known."""
    text = page.text[unit.core : unit.end]
    if unit.has("future"):
        first = next(hit for hit in unit.hits if hit.concept == "future")
        return "planned", f"future: {first.cue}"
    if any(date.relation == "by" for date in unit.dates) and not unit.has("past"):
        return "planned", "by a date"
    if (
        page.lang != "zh"
        and kind in LASTING_TYPES
        and unit.has("present")
        and not unit.has("past")
        and not _PASSIVE_PAST.search(text)
    ):
        return "ongoing", "valid now"
    if page.lang == "zh" and kind == "other":
        return "ongoing", "valid now"
    return "occurred", "told as done"
