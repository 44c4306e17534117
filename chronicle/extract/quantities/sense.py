"""What a number with its neighbours means: kind, unit, counted thing, and the words that are its evidence.

What belongs here: percent or growth, money and what it is for, duration and horizon, list sizes, product sizes that
are no quantity. Not here: finding the neighbours.
"""

import re
from dataclasses import dataclass

from chronicle.extract.quantities import lexicon
from chronicle.extract.quantities.counted import (
    Phrase,
    complement,
    left_phrase,
    measured,
    named_after,
    owner,
    right_phrase,
)
from chronicle.extract.quantities.names import previous_word
from chronicle.extract.quantities.number_words import CARDINAL
from chronicle.extract.quantities.ranges import Item
from chronicle.extract.quantities.subject import subject_of
from chronicle.extract.quantities.told import (
    LETTERS,
    change_of,
    extended,
    lasting,
    per_one,
    purpose,
    share_told,
    went_to,
)
from chronicle.extract.quantities.view import View

_CHANGE_REACH = 40  # characters before a percentage that may hold its verb of change
_AGE = re.compile(r"[ -]olds?\b")
_RUNNING = re.compile(r" (?:running|in a row|straight|in succession|continuously|consecutively)\b")
_CONSECUTIVE = re.compile(r"(?:straight|consecutive|successive) [a-z]+$")
_CHANGE_AFTER = re.compile(
    r"(?: (?:year[ -]on[ -]year|yoy|an?|annual|average|steady|sharp|further|on|per|the|in|of|rate|each|sales)){0,4}"
    r" (?:increase|rise|growth|drop|decline|fall|decrease|higher|lower|up|down|gain|jump|surge|reduction|cut"
    r"|more than|less than|fewer than|year-on-year|year on year|yoy|year)\b"
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
        what = _money_of(view, item, start)
        return Sense("money", item.unit, what + per_one(view, item.end) if what is not None else None, start, end)
    if item.kind == "duration":
        return _duration(view, item, start, end)
    if item.kind == "multiplier":
        what = subject_of(view, start) or left_phrase(view, start, money=True)
        return Sense("multiplier", item.unit, what, start, end)
    if item.kind == "measure":
        return _measure(view, item, start, end)
    return _count(view, phrase, start, end, item.value)


def _percent(view: View, item: Item, start: int, end: int) -> Sense:
    low = view.low
    phrase = complement(view, item.end, meant=True)
    if low.startswith(" of them ", item.end):
        phrase = right_phrase(view, item.end + len(" of them"))
    what = view.plain[phrase.start : phrase.end] if phrase is not None else None
    before = low[max(0, start - _CHANGE_REACH) : start].rsplit(". ", 1)[-1].rsplit("\n", 1)[-1]
    before = before.rsplit(", accounting", 1)[-1].rsplit(", of which", 1)[-1]
    words = LETTERS.findall(before)[-_CHANGE_WORDS:]
    change = lexicon.context("change", "words")
    share = len(words) > 1 and words[-1] == "up" and words[-2] in _SHARE_VERBS
    level = low.endswith(_LEVELS, 0, start)
    grows = (
        not share and not level and (_CHANGE_AFTER.match(low, item.end) is not None or any(w in change for w in words))
    )
    if phrase is not None and not grows:
        if low.startswith(" of them ", item.end):
            return Sense("percent", item.unit, f"share of {what}", start, end)
        if low.startswith((" of ", " for "), item.end):
            joint = "of" if low.startswith(" of ", item.end) else "for"
            return Sense("percent", item.unit, f"share {joint} {what}", start, max(end, phrase.end))
        if not low.startswith((" in ", " on ", " into "), item.end):
            return Sense("percent", item.unit, f"share for {what}", start, end)
    held = right_phrase(view, item.end) if not grows and low.startswith(" ", item.end) else None
    if held is not None and held.head is not None:
        return Sense("percent", item.unit, view.plain[held.start : held.end], start, end)
    if not grows and (told := share_told(view, item.end)) is not None:
        return Sense("percent", item.unit, told, start, end)
    subject = subject_of(view, start) or left_phrase(view, start, money=True) or left_phrase(view, start, money=False)
    if grows:
        return Sense("growth", item.unit, change_of(view, start, item.end, subject or what), start, end)
    return Sense("percent", item.unit, subject or what, start, end)


_LEVELS = (" from ", " compared with ", " compared to ", " against ")
_CHANGE_WORDS = 5
_SHARE_VERBS = frozenset(
    {"take", "takes", "took", "taking", "taken", "make", "makes", "made", "making", "pick", "picked"}
)


def _money_of(view: View, item: Item, start: int) -> str | None:
    low = view.low
    after = complement(view, item.end)
    if after is None and low[item.end : item.end + 1] in (" ", "-"):
        phrase = right_phrase(view, item.end)
        if phrase is not None and (phrase.head is not None or _level(view, phrase)):
            return view.plain[phrase.start : phrase.end]
    owned = owner(view, start)
    if owned is not None:
        return owned
    named = left_phrase(view, start, money=True)
    aim = purpose(view, item.end)
    if after is not None and low[after.start : after.end].split()[0] in CARDINAL:  # "in three years"
        after = None
    into = view.plain[after.start : extended(view, after.end)] if after is not None else None
    sums = lexicon.nouns().verbs.values()
    given = named if named is not None else named_after(view, item.end)
    if named is None and into is None and (got := went_to(view, item.end)) is not None:
        return got
    if named is None and given is None and into is None and aim is not None:
        return f"money {aim[0]} {aim[1]}"
    if given in sums and aim is not None:
        return f"{given} {aim[0]} {aim[1]}"
    if named in lexicon.nouns().verbs.values() and into is not None:
        return f"{named} in {into}" if not low.startswith(" for ", item.end) else f"{named} for {into}"
    if into is not None and low.startswith((" in ", " of ", " worth "), item.end):
        return into
    return (
        subject_of(view, start) or named or named_after(view, item.end) or into or left_phrase(view, start, money=False)
    )


def _level(view: View, phrase: Phrase) -> bool:
    return any(word in lexicon.nouns().level for word in view.low[phrase.start : phrase.end].split())


_APART_IN_TIME = re.compile(r" (?:later|before|earlier|ago|after)\b")
_STRETCH = frozenset({"same", "first", "is", "was", "longest", "shortest"})
_PAST = frozenset({"past", "last", "previous", "recent", "preceding"})


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
    tied = right_phrase(view, item.end) if "-" in low[item.number.end : item.end] else None
    if tied is not None:
        return Sense("duration", item.unit, f"length of {view.plain[tied.start : tied.end]}", start, end)
    if previous.lower() not in lexicon.nouns().horizon and (lasts := lasting(view, start)) is not None:
        return Sense("duration", item.unit, lasts, start, end)
    if _APART_IN_TIME.match(low, item.end):
        return Sense("duration", item.unit, "time", start, end)
    if previous.lower() in lexicon.nouns().horizon or low.startswith(" time", item.end):
        return Sense("duration", item.unit, "horizon", at, end)
    ahead = item.unit in ("year", "month") and previous.lower() not in _PAST
    if previous.lower() == "for" and ahead:
        return Sense("duration", item.unit, "term", start, end)
    if previous.lower() in _STRETCH or not ahead:
        what = "length" if item.unit in ("day", "hour", "week") else "period"
        return Sense("duration", item.unit, what, at if previous.lower() == "the" else start, end)
    return Sense("duration", item.unit, "horizon" if ahead else None, at if previous.lower() == "the" else start, end)


def _measure(view: View, item: Item, start: int, end: int) -> Sense | None:
    low = view.low
    following = _NEXT_WORD.match(low, item.end)
    if (
        item.unit in lexicon.context("product_size", "units")
        and following
        and following.group(1) in lexicon.context("product_size", "words")
    ):
        return None
    after = complement(view, item.end) if low.startswith(" of ", item.end) else None
    what = view.plain[after.start : after.end] if after is not None else None
    if what is None and "-" in low[item.number.end : item.end]:
        tied = right_phrase(view, item.end)
        what = view.plain[tied.start : tied.end] if tied is not None else None
    what = (
        what
        or _dimension(
            owner(view, start) or subject_of(view, start), item.unit, "weigh" in low[max(0, start - 12) : start]
        )
        or left_phrase(view, start, money=True)
        or _DIMENSIONS.get(item.unit or "")
    )
    return Sense("measure", item.unit, what, start, end)


def _dimension(owned: str | None, unit: str | None, weighs: bool) -> str | None:
    """The area of what an area belongs to, unless that says so itself; the weight of what weighs so much."""
    if owned is not None and unit in _WEIGHTS and weighs:
        return f"weight of {owned}"
    dimension = _DIMENSIONS.get(unit or "")
    if owned is None or dimension != "area" or any(word in owned.lower().split() for word in _ROOM):
        return owned
    return f"area of {owned}"


_WEIGHTS = frozenset({"kg", "g", "tonne", "lb", "ounce"})
_ROOM = ("area", "space", "floor", "land", "site", "room", "areas")
_DIMENSIONS = {
    "m2": "area", "km2": "area", "hectare": "area", "mu": "area", "acre": "area", "km": "distance", "mile": "distance",
    "km/h": "speed",
}  # fmt: skip
_NEXT_WORD = re.compile(r"[ -]([a-z]+)")


def _employs(view: View, start: int) -> bool:
    before = view.low[max(0, start - _EMPLOY_REACH) : start].split()
    return any(word in lexicon.context("people", "employ") for word in before[-2:])


_LONGEST_LIST = 100_000  # "the top 2 million" is a ceiling
_EMPLOY_REACH = 30
_OF_THEM = re.compile(r" of (?:the|its|their|our|these|those) (?:new |total )?(?=[a-z])")
_NUMBER_OF = re.compile(
    r"\b(?:number|quantity|total) of ((?:[a-z][\w'-]* ){1,4}?)"
    r"(?:(?:has|had|have|will|to|is|was|stood|up|rose|grew|in|reach\w*|break\w*|exceed\w*|increase\w*|total\w*) |$)"
)
_PART = re.compile(rf" (?:out )?of (?:the |its |their |our |all )?(?:\d[\d,]*|{'|'.join(CARDINAL)}) (?=[a-z])")


def _part(view: View, end: int) -> str | None:
    """The whole of which a number is a part: "31 of 34 national bodies"."""
    match = _PART.match(view.low, end) or _OF_THEM.match(view.low, end)
    whole = right_phrase(view, match.end()) if match is not None else None
    return view.plain[whole.start : whole.end] if whole is not None and whole.plural else None


def _plural(what: str | None, value: float) -> str | None:
    """A phrase that ends in a known singular, in the plural where more than one is counted."""
    if what is None or value <= 1:
        return what
    head = what.rsplit(" ", 1)[-1]
    if head not in lexicon.nouns().singular or head in lexicon.nouns().plural:
        return what
    return what[: len(what) - len(head)] + lexicon.plural_of(head)


_KINDS_OF = frozenset({"kind", "type", "sort", "variety", "category", "species"})
_PLACES = frozenset({"place", "spot", "position", "rank"})
_MOVED_AFTER = re.compile(r" (?:up|higher|down|lower|compared|than|on|ahead)\b")


def _moved(low: str, start: int, end: int) -> str | None:
    """Places won or lost in a ranking: "climbed 31 spots", "18 places up"."""
    before = LETTERS.findall(low, max(0, start - 24), start)[-3:]
    after = _MOVED_AFTER.match(low, end)
    change = lexicon.context("change", "words")
    if after is None and not any(word in change or word in ("climbing", "jumping", "moved") for word in before):
        return None
    falls = lexicon.context("change", "falls")
    down = any(word in falls and word != "lower" for word in before) or (
        after is not None and after.group().strip() in falls
    )
    return f"{'fall' if down else 'rise'} in rank"


def _count(view: View, phrase: Phrase | None, start: int, end: int, value: float) -> Sense | None:
    low = view.low
    previous, at = previous_word(view, start)
    previous = previous.lower()
    if phrase is None:
        if previous in lexicon.context("list_size", "before") and value < _LONGEST_LIST:
            return Sense("list_size", None, "top list", at, end)
        part = _part(view, end)
        named = None if part is not None else _NUMBER_OF.search(low, max(0, start - 60), start)
        numbered = view.plain[named.start(1) : named.end(1)].strip() if named is not None else None
        told = subject_of(view, start)
        subject = told if told is not None and part is not None and _PART.match(low, end) is None else part
        subject = subject or told or numbered
        what = subject or left_phrase(view, start, money=False) or left_phrase(view, start, money=True)
        return Sense("count", None, what if subject else _plural(what, value), start, end)
    words = low[phrase.start : phrase.end].split()
    head = phrase.head or words[-1]
    text = view.plain[phrase.start : phrase.end].strip("\"'- ")
    if head in lexicon.context("idle", "after") and (previous == "the" or head == "side"):
        return None
    if head in _KINDS_OF and low.startswith(" of ", phrase.end):
        text = view.plain[phrase.start : extended(view, phrase.end)]
        return Sense("count", head, text, start, end)
    if head in _PLACES and (moved := _moved(low, start, end)) is not None:
        return Sense("rank_change", "place", moved, start, end)
    if head in lexicon.nouns().measure:
        text = subject_of(view, start) or _plural(measured(view, start), value) or text
    elif low.startswith("-strong", end - len(low[phrase.start : phrase.end]) - len("-strong ")):
        text = f"{text} members"
    elif head == "person" and len(words) == 1 and _employs(view, start):
        text = "employees"
    elif value > 1 and not phrase.plural and phrase.head is not None and text.endswith(phrase.head):
        text = text[: len(text) - len(phrase.head)] + lexicon.plural_of(phrase.head)
    if previous in ("top", "leading") or words[0] in lexicon.context("list_size", "after"):
        return Sense("list_size", head, text, at if previous == "top" else start, end)
    return Sense("count", head, text, start, end)
