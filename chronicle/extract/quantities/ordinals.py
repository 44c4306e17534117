"""When an English ordinal is a quantity: ranks, editions, phases, firsts of their kind. All others are left out.

What belongs here: "ranks the third", "27th place", "the 19th … Forum", "third phase", "second only to", "China's first
… park". A date's ordinal never reaches this module.
"""

import re

from chronicle.extract.quantities import lexicon
from chronicle.extract.quantities.counted import left_phrase, right_phrase
from chronicle.extract.quantities.number_words import Number
from chronicle.extract.quantities.subject import subject_of
from chronicle.extract.quantities.told import extended
from chronicle.extract.quantities.view import View
from chronicle.extract.records import Quantity

_BEFORE = re.compile(r"(?:\b([a-z]+) )?(?:\b([a-z]+) )?(?:\b([a-z]+) )?$")
_AFTER = re.compile(r"[ -]([a-z-]+)")
_CLAUSE = re.compile(r"[^,;:.()!?\n\"]{0,70}")
_ONLY_TO = re.compile(r" only to ([\w-]+(?: [A-Z][\w-]*)*)")
_IN_A_ROW = re.compile(r" (?:year|time|month|quarter) (?:in a row|running)\b")
_EVENT_REACH = 90
_LINKS = frozenset({"the", "in", "at", "as", "a", "of", "to", "its", "no", "number"})
_TIMES = frozenset(
    {
        "half",
        "quarter",
        "time",
        "times",
        "month",
        "day",
        "week",
        "year",
        "hand",
        "hours",
        "hour",
        "minute",
        "floor",
        "class",
        "and",
        "ever",
    }
)


def ordinal(view: View, number: Number) -> Quantity | None:
    """The ordinal as a quantity, or None where it only orders the telling."""
    low = view.low
    start, end = number.start, number.end
    if low.startswith(("a ", "an "), start):
        return one_more(view, number)
    rank = _rank(view, number)
    if rank is not None:
        return rank
    match = _AFTER.match(low, end)
    if match is None:
        return None
    word = match.group(1)
    first = start - 4 if low.endswith("the ", 0, start) else start
    if word in ("consecutive", "straight", "successive") or _IN_A_ROW.match(low, end):
        return _make(number, first, match.end(), "time", None)
    if word == "time" and number.value > 1:
        return _make(number, first, match.end(), "time", None)
    if word in _TIMES:
        return None
    if word in lexicon.context("ordinal", "phases"):
        kind = (
            "edition" if word in ("edition", "session", "anniversary") else "rank" if word.startswith("prize") else word
        )
        return _make(number, first, match.end(), kind, _name(view, match.start(1), match.end()))
    superlative = word.removeprefix("-")
    if superlative in lexicon.context("ordinal", "superlatives") and number.value > 1:
        phrase = right_phrase(view, match.end(), single=True)
        stop = phrase.end if phrase else match.end()
        return _make(number, first, stop, "rank", view.plain[match.start(1) : stop], "rank")
    edition = _edition(view, number, first)
    if edition is not None:
        return edition
    if number.value == 1 and (only := _first(view, number, first)) is not None:
        return only
    if not low.endswith(_POINTED, 0, start):
        return None
    phrase = right_phrase(view, end, single=True)
    if phrase is None or phrase.plural or phrase.head not in lexicon.context("ordinal", "numbered"):
        return None
    return _make(number, first, phrase.end, "order", view.plain[phrase.start : phrase.end])


_POINTED = ("the ", "its ", "our ", "their ", "'s ")


def one_more(view: View, number: Number) -> Quantity | None:
    """ "a second science park", "a third call": one more of a thing that is counted."""
    match = _AFTER.match(view.low, number.end)
    phrase = right_phrase(view, number.end, single=True)
    if match is None or phrase is None or match.group(1) in _TIMES:
        return None
    if match.group(1) in lexicon.context("ordinal", "phases"):
        kind = "rank" if match.group(1) == "prize" else match.group(1)
        return _make(number, number.start, match.end(), kind, _name(view, match.start(1), match.end()))
    if phrase.head not in lexicon.context("ordinal", "numbered"):
        return None
    return _make(number, number.start, phrase.end, "order", view.plain[phrase.start : phrase.end])


def _make(number: Number, start: int, end: int, unit: str, what: str | None, kind: str = "ordinal") -> Quantity:
    return Quantity(
        number.value, start, end, unit=unit, what=what, kind=kind, number_start=number.start, number_end=number.end
    )


def _name(view: View, start: int, end: int) -> str:
    return view.plain[start:end]


def _rank(view: View, number: Number) -> Quantity | None:
    low = view.low
    start, end = number.start, number.end
    only = _ONLY_TO.match(view.plain, end)
    if only is not None and number.value == 2:
        return _make(number, start, only.end(), "rank", _only_to(view, start, only.end()), "rank")
    match = _AFTER.match(low, end)
    word = match.group(1) if match else ""
    before = [w for w in (_tail(low, start)) if w not in _LINKS]
    verb = before[-1] if before else ""
    strong = lexicon.context("ordinal", "strong_rank_verbs")
    if low.endswith("in the ", 0, start) and number.value == 1:
        return None
    if match is not None and word in lexicon.context("ordinal", "rank_after") and number.value > 0:
        first = start - 4 if low.endswith("the ", 0, start) else start
        if (
            word != "place"
            or verb in lexicon.context("ordinal", "rank_verbs")
            or not low.startswith(" to", match.end())
        ):
            return _make(number, first, match.end(), "rank", ranked_in(view, start, match.end()), "rank")
    closed = match is None or word in ("in", "among", "of", "overall", "nationwide", "worldwide", "globally", "nationally", "for", "at", "with", "and", "behind", "after", "on", "by", "out", "place", "largest")  # fmt: skip  # noqa: E501
    scope = _SCOPE_DIRECT.match(low, end)
    scoped = word in _EVERYWHERE or (scope is not None and scope.group(1) in lexicon.context("ordinal", "scopes"))
    if scoped and number.value > 1 and verb not in strong:
        stop = scope.end() if scope is not None else match.end() if match is not None else end
        return _make(number, start, stop, "rank", ranked_in(view, start, end), "rank")
    if low.endswith(("up from ", "down from "), 0, start) or _moves(low, start, end):
        return _make(number, start, end, "rank", ranked_in(view, start, end), "rank")
    if verb in strong and closed:
        phrase = _SCOPED.match(low, end) if word in ("in", "among", "of") else None
        stop = phrase.end() if phrase is not None else end
        first = start - len(verb) - 1
        found = low.rfind(verb, max(0, start - 24), start)
        return _make(number, found if found >= 0 else max(0, first), stop, "rank", ranked_in(view, start, end), "rank")
    return None


_IN_THAT = re.compile(r" in ([a-z]+(?: [a-z]+)?)(?=[.,;]|$)")


def _only_to(view: View, start: int, end: int) -> str | None:
    """What is compared in "second only to Chengdu in size"."""
    match = _IN_THAT.match(view.low, end)
    return f"rank in {match.group(1)}" if match is not None else ranked_in(view, start, end)


def _moves(low: str, start: int, end: int) -> bool:
    """A place left or reached: "slipped from fourth to sixth"."""
    return (low.endswith(" from ", 0, start) and _TO_PLACE.match(low, end) is not None) or (
        _FROM_PLACE.search(low, max(0, start - 24), start) is not None
    )


_TO_PLACE = re.compile(r" to (?:\d{1,3}(?:st|nd|rd|th)|first|second|third|[a-z]{3,8}th)\b")
_FROM_PLACE = re.compile(r" from (?:\d{1,3}(?:st|nd|rd|th)|first|second|third|[a-z]{3,8}th) to $")
_EVERYWHERE = frozenset({"nationwide", "worldwide", "nationally", "globally", "overall"})
_SCOPED = re.compile(r" (?:in|among|of)(?: [a-z'-]+){1,5}")


_CONTEST = re.compile(
    r"((?:[a-z][\w'-]*,? ){0,3}"
    r"(?:evaluation|assessment|appraisal|index|rankings?|list|survey|competition|contest|league))\b"
)


def ranked_in(view: View, start: int, end: int) -> str | None:
    """What a rank is a rank in: an evaluation or list named before it in the sentence, else what is measured."""
    floor = max(0, start - _EVENT_REACH - 90)
    floor = max(floor, view.low.rfind(". ", floor, start) + 1, view.low.rfind("\n", floor, start) + 1)
    found = None
    for match in _CONTEST.finditer(view.low, floor, start):
        if match.end() < start - 1:  # the verb "ranking" stands against its number
            found = match
    if found is not None:
        words = view.plain[found.start() : found.end()].split()
        while words and (words[0].lower().rstrip(",") in lexicon.nouns().stop or words[0].endswith("'s")):
            words.pop(0)
        return " ".join(words[-2:])
    told = _RANKED_FOR.match(view.low, end)
    phrase = right_phrase(view, told.end()) if told is not None else None
    if phrase is not None and view.plain[phrase.start].islower():
        return f"rank in {view.plain[phrase.start : extended(view, phrase.end)]}"
    subject = subject_of(view, start)
    if subject is not None:
        return f"rank of {subject}"
    return left_phrase(view, start, money=True) or left_phrase(view, start, money=False)


_RANKED_FOR = re.compile(r" (?:in terms of|for|by) (?:the |its |their )?")


def numbered_rank(view: View, number: Number) -> Quantity | None:
    """ "ranked No. 4": a rank, where a bare "No. 4" is a name."""
    if not view.low.endswith(_NUMBER_SIGNS, 0, number.start):
        return None
    match = _NUMBERED.search(view.low, max(0, number.start - 30), number.start)
    if match is None:
        return None
    return _make(number, match.start(), number.end, "rank", ranked_in(view, match.start(), number.end), "rank")


_NUMBER_SIGNS = ("no. ", "no.", "no ", "number ", "#")
_NUMBERED = re.compile(
    r"\b(?:rank(?:s|ed|ing)?|placed|came|rated|finished|stood)(?: [a-z]{2,8})?(?: at| as| in)? (?:no\.? ?|number |#)$"
)


def _tail(low: str, start: int) -> list[str]:
    """The three words before an offset, if no mark stands between."""
    match = _WORDS_BEFORE.search(low, max(0, start - 40), start)
    return match.group().split() if match else []


_WORDS_BEFORE = re.compile(r"(?:[a-z]+ ){1,3}$")


_LOWER_EVENTS = frozenset({"forum", "expo", "edition", "session", "congress", "summit", "olympics", "symposium"})


def _edition(view: View, number: Number, first: int) -> Quantity | None:
    """ "the 19th National Forum", "4th Expo": an event's name follows."""
    plain = view.plain
    clause = _CLAUSE_NAME.match(plain, number.end, number.end + _EVENT_REACH)
    if clause is None or not clause.group().strip():
        return None
    events = lexicon.context("ordinal", "events")
    words = list(re.finditer(r"[^\W\d_][\w'&-]*", clause.group()))
    for i, word in enumerate(words[:12]):
        text = word.group()
        if text.lower() in events and (text[0].isupper() or (i == 0 and text in _LOWER_EVENTS)):
            stop = number.end + word.end()
            what = plain[number.end + words[0].start() : stop]
            return _make(number, first, stop, "edition", what)
        if (
            text[0].islower()
            and text not in ("of", "and", "on", "for", "the", "in", "annual", "international", "national")
            and i
        ):
            return None
    return None


_CLAUSE_NAME = re.compile(r" [^,;:.!?\n\"]{0,90}")


def _first(view: View, number: Number, first: int) -> Quantity | None:
    """ "China's first world-leading park", "the first order of this kind", "first … of the province"."""
    low = view.low
    if low.endswith(("for the ", "at ", "at the "), 0, number.start):
        return None
    clause = _CLAUSE.match(low, number.end)
    text = clause.group() if clause else ""
    phrase = right_phrase(view, number.end, single=True)
    if phrase is None:
        direct = _SCOPE_DIRECT.match(low, number.end)
        if direct is None or direct.group(1) not in lexicon.context("ordinal", "scopes"):
            return None
        return _make(number, first, direct.end(), "rank", None)
    what = view.plain[phrase.start : phrase.end]
    owned = low.endswith("'s ", 0, number.start)
    if owned:
        word = low.rfind(" ", 0, number.start - 3) + 1
        if view.plain[word : word + 1].isupper() or low[word : number.start] in (
            "country's ",
            "province's ",
            "world's ",
            "city's ",
            "nation's ",
        ):
            return _make(number, word, phrase.end, "rank", what)
        return None
    scope = _SCOPE.search(text)
    if scope is None or scope.group(1) not in lexicon.context("ordinal", "scopes"):
        return None
    return _make(number, first, number.end + scope.end(), "order" if scope.group(1) == "kind" else "rank", what)


_SCOPE_DIRECT = re.compile(r" (?:of|in) (?:its|the|our|this)?(?: whole| entire)? ?([a-z]+)\b")
_SCOPE = re.compile(r"\b(?:of|in|across|within) (?:its|this|the|our|that|their)?(?: whole| entire)? ?([a-z]+)\b")
