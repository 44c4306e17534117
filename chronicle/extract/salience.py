"""How central a mention is to its article: main, sub or background.

Main is what the headline or the lead tells; sub are details and follow-ons; background is history and context.
"""

import re
from functools import lru_cache

from chronicle.extract.events.unit import Page, Unit
from chronicle.extract.lexicon import fold

_WORD = re.compile(r"[a-z0-9][a-z0-9'-]{2,}|[\u3400-\u9fff]")
_STOP = frozenset(
    {"the", "and", "for", "with", "its", "has", "was", "will", "that", "from", "this", "are", "into", "than"}
)
HEADLINE_SHARE = 0.5  # of the headline's words that a clause repeats to be what the headline tells
LEADING = 3  # events of a page in which a signing is news, not a detail
CLOSING_SHARE = 0.75  # of the text, after which a page tells context
YEARS_BACK = 1  # an event dated more than this before the page is background


def salience_of(page: Page, unit: Unit, kind: str, date: str | None, position: int, lead: str) -> tuple[str, str]:
    """The salience and the rule; ``position`` counts the page's mentions from 0, ``lead`` is the type of the first."""
    if kind == "other":
        return "background", "geography or general context"
    if position == 0:
        return "main", "the first event of the page"
    if _old(date, page.published):
        return "background", "an earlier year"
    if unit.paragraph == 0:
        return "main", "told in the lead"
    if kind == "agreement" and position < LEADING:
        return "main", "a signing among the first events"
    title = _headline(page.title)
    if title and unit.paragraph <= 1:
        share = len(title & _words(page.text[unit.start : unit.end])) / len(title)
        if share >= HEADLINE_SHARE:
            return "main", "what the headline tells"
    if kind == "statistics" and lead != kind and unit.start >= CLOSING_SHARE * len(page.text):
        return "background", "figures that close a page about something else"
    return "sub", "a detail or follow-on"


@lru_cache(maxsize=16)
def _headline(title: str) -> frozenset[str]:
    """The words of a page's title, asked for by every mention of the page."""
    return _words(title)


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(fold(text)) if word not in _STOP)


def _old(date: str | None, published: str | None) -> bool:
    years = [value[:4] for value in (date.split("/")[-1] if date else "", published or "")]
    return all(year.isdigit() and len(year) == 4 for year in years) and int(years[0]) < int(years[1]) - YEARS_BACK
