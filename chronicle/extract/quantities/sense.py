"""What a number with its neighbours means: kind, unit, counted thing, and the words that are its evidence.

What belongs here: percent or growth, money and what it is for, duration and horizon, list sizes, product sizes that
are no quantity. Not here: finding the neighbours.
"""

import re
from dataclasses import dataclass

from chronicle.extract.quantities import lexicon
from chronicle.extract.quantities.counted import Phrase, complement, left_phrase, owner, right_phrase
from chronicle.extract.quantities.names import previous_word
from chronicle.extract.quantities.ranges import Item
from chronicle.extract.quantities.view import View

_CHANGE_REACH = 40  # characters before a percentage that may hold its verb of change
_AGE = re.compile(r"[ -]olds?\b")
_RUNNING = re.compile(r" (?:running|in a row|straight|in succession|continuously|consecutively)\b")
_CONSECUTIVE = re.compile(r"(?:straight|consecutive|successive) $")
_CHANGE_AFTER = re.compile(
    r"(?: (?:year[ -]on[ -]year|yoy|an?|annual|average|steady|sharp|further|on|per|the|in|of|rate|each|sales)){0,4}"
    r" (?:increase|rise|growth|drop|decline|fall|decrease|higher|lower|up|down|gain|jump|surge|reduction|cut"
    r"|year-on-year|year on year|yoy|year)\b"
)


@dataclass(slots=True)
class Sense:
    """The reading of a number; ``start`` and ``end`` bound its evidence."""

    kind: str
    unit: str | None
    what: str | None
    start: int
    end: int


def sense(view: View, item: Item, phrase: Phrase | None, start: int, end: int) -> Sense | None:
    """The sense of a number, or None where it is no quantity after all."""
    if item.kind == "percent":
        return _percent(view, item, start, end)
    if item.kind == "money":
        return Sense("money", item.unit, _money_of(view, item, start), start, end)
    if item.kind == "duration":
        return _duration(view, item, start, end)
    if item.kind == "multiplier":
        return Sense("multiplier", item.unit, left_phrase(view, start, money=True), start, end)
    if item.kind == "measure":
        return _measure(view, item, start, end)
    return _count(view, phrase, start, end)


def _percent(view: View, item: Item, start: int, end: int) -> Sense:
    low = view.low
    what = complement(view, item.end)
    before = low[max(0, start - _CHANGE_REACH) : item.number.start].split(". ")[-1]
    words = re.findall(r"[a-z-]+", before)
    change = lexicon.context("change", "words")
    grows = bool(_CHANGE_AFTER.match(low, item.end)) or any(w in change for w in words[-5:])
    if what is not None and low.startswith(" of ", item.end) and not (words and words[-1] in change):
        return Sense("percent", item.unit, f"share of {what}", start, end)
    if what is not None and low.startswith(" for ", item.end):
        return Sense("percent", item.unit, f"share for {what}", start, end)
    subject = left_phrase(view, start, money=True) or left_phrase(view, start, money=False)
    return Sense("growth" if grows else "percent", item.unit, subject or what, start, end)


def _money_of(view: View, item: Item, start: int) -> str | None:
    low = view.low
    if low[item.end : item.end + 1] in (" ", "-"):
        phrase = right_phrase(view, item.end) if not low.startswith((" in ", " of ", " for "), item.end) else None
        if (phrase is not None and phrase.head is not None) or (phrase is not None and _level(view, phrase)):
            return view.plain[phrase.start : phrase.end]
    owned = owner(view, start)
    if owned is not None:
        return owned
    what = complement(view, item.end) if low.startswith((" in ", " of ", " worth "), item.end) else None
    return what or left_phrase(view, start, money=True)


def _level(view: View, phrase: Phrase) -> bool:
    return any(word in lexicon.nouns().level for word in view.low[phrase.start : phrase.end].split())


def _duration(view: View, item: Item, start: int, end: int) -> Sense:
    low = view.low
    age = _AGE.match(low, item.end)
    if age is not None:
        return Sense("duration", item.unit, "age", start, age.end())
    running = _RUNNING.match(low, item.end)
    if running is not None:
        return Sense("duration", item.unit, f"consecutive {item.unit}s", start, running.end())
    if _CONSECUTIVE.search(low, max(0, item.end - 30), item.end):
        return Sense("duration", item.unit, f"consecutive {item.unit}s", start, end)
    previous, at = previous_word(view, start)
    if previous.lower() in lexicon.nouns().horizon or low.startswith(" time", item.end):
        return Sense("duration", item.unit, "horizon", at if previous.lower() == "within" else start, end)
    return Sense("duration", item.unit, None, start, end)


def _measure(view: View, item: Item, start: int, end: int) -> Sense | None:
    low = view.low
    sizes = lexicon.context("product_size", "units")
    following = _NEXT_WORD.match(low, item.end)
    if item.unit in sizes and following and following.group(1) in lexicon.context("product_size", "words"):
        return None
    what = complement(view, item.end) if low.startswith(" of ", item.end) else None
    return Sense("measure", item.unit, what or owner(view, start) or left_phrase(view, start, money=True), start, end)


_NEXT_WORD = re.compile(r"[ -]([a-z]+)")


def _count(view: View, phrase: Phrase | None, start: int, end: int) -> Sense | None:
    low = view.low
    previous, at = previous_word(view, start)
    previous = previous.lower()
    if phrase is None:
        if previous in lexicon.context("list_size", "before") and previous != "first":
            return Sense("list_size", None, left_phrase(view, start, money=False), at, end)
        what = left_phrase(view, start, money=False) or left_phrase(view, start, money=True)
        return Sense("count", None, what, start, end)
    head = phrase.head or low[phrase.start : phrase.end].split()[-1]
    text = view.plain[phrase.start : phrase.end].strip("\"'- ")
    if head in lexicon.context("idle", "after") and (previous == "the" or head == "side"):
        return None
    first = low[phrase.start : phrase.end].split()[0]
    if previous in ("top", "leading") or first in lexicon.context("list_size", "after"):
        return Sense("list_size", head, text, at if previous == "top" else start, end)
    return Sense("count", head, text, start, end)
