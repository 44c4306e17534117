"""Quantities of an English text: each number with its qualifier, unit or currency, and what it counts.

What belongs here: the decision whether a number is a quantity and the assembly of one. Neighbours are read by
``beside`` (units, money, qualifiers), ``counted`` (noun phrases), ``ranges``, ``ordinals``; names by ``names``.
"""

import re
from dataclasses import replace

from chronicle.extract.quantities import lexicon
from chronicle.extract.quantities.beside import period_after, qualifier_after, qualifier_before
from chronicle.extract.quantities.counted import Phrase, left_phrase, right_phrase
from chronicle.extract.quantities.listed import listed
from chronicle.extract.quantities.local_money import settled
from chronicle.extract.quantities.names import is_name, is_year, previous_word
from chronicle.extract.quantities.number_words import Number, rounded
from chronicle.extract.quantities.numerals import scan
from chronicle.extract.quantities.ordinals import numbered_rank, one_more, ordinal
from chronicle.extract.quantities.ranges import Item, join, read_item
from chronicle.extract.quantities.sense import sense
from chronicle.extract.quantities.shares import one_in, share
from chronicle.extract.quantities.subject import repeated, subject_of
from chronicle.extract.quantities.told import extended
from chronicle.extract.quantities.view import View
from chronicle.extract.records import Quantity


def english(view: View) -> list[Quantity]:
    """Every quantity of an English text, in order of its number."""
    numbers = scan(view.low)
    found: list[Quantity] = []
    i = 0
    while i < len(numbers):
        number = numbers[i]
        used = 1
        quantity = None
        if number.kind == "ordinal":
            quantity = ordinal(view, number)
        elif number.kind == "fraction" and view.low.startswith(_ARTICLES, number.start) and number.words:
            quantity = (
                one_more(view, replace(number, value=float(round(1 / number.value))))
                or _cardinal(view, number, None, _floor(found))[0]
            )
        elif number.kind == "multiple":
            quantity = _multiple(view, number)
        elif number.kind in ("cardinal", "fraction"):
            following = numbers[i + 1] if i + 1 < len(numbers) else None
            quantity = one_in(view, number, following)
            used = 2
            if quantity is None:
                quantity, used = _cardinal(view, number, following, _floor(found))
        if quantity is None and found and number.kind in ("cardinal", "ordinal"):
            quantity = listed(view, number, found[-1])
        i += used
        if quantity is None:
            continue
        same = repeated(view, quantity, found)
        if same is not None:
            quantity = replace(quantity, what=same)
        if quantity.bracketed and found and found[-1].currency is not None:  # a conversion is of the same thing
            quantity = replace(quantity, what=found[-1].what)
        found.append(quantity)
    return settled(view, found)


_ARTICLES = ("a third ", "a fourth ", "a fifth ", "a sixth ")


def _floor(found: list[Quantity]) -> int:
    """Where the words of the last sum end: a mark before it is not the next one's ("10 rmb 20 usd")."""
    if not found:
        return 0
    return found[-1].number_end if found[-1].currency is None else found[-1].end


_AS_MULTIPLE = re.compile(
    r" (?:as|the|that|what|its|their|over)\b|[,.;]| (?:in|to|from|by|since|between|within|compared)\b|$"
)
_COMPARES = re.compile(r" (?:as|the|that|what|its|their)\b")
_DOUBLES = re.compile(r" (?:the |its |their |our )")
_TIMES_OVER = frozenset({"double", "doubled", "doubles", "doubling", "triple", "tripled", "quadruple", "quadrupled"})
_NOT_DOUBLE = re.compile(
    r"[ -](?:digits?|five|ten|first|rooms?|bed|decker|click|agent|jeopardy|standards?|down|check|edged|sided|plays?"
    r"|bogey|header|helix|take|innovation|carbon|reduction|random|world|high|hundred)\b"
)


def _multiple(view: View, number: Number) -> Quantity | None:
    """ "doubled", "twice the level", "threefold"."""
    low = view.low
    word = low[number.start : number.end]
    if _NOT_DOUBLE.match(low, number.end) or low[number.start - 1 : number.start] == '"':
        return None
    if low.startswith(" as ", number.end) and word.startswith("double"):
        return None
    if word in ("double", "triple") and not _AS_MULTIPLE.match(low, number.end):
        return None
    if word in ("twice", "thrice") and not _COMPARES.match(low, number.end):
        return None
    name, start = qualifier_before(view, number.start)
    doubled = _DOUBLES.match(low, number.end) if word in _TIMES_OVER else None
    phrase = right_phrase(view, doubled.end()) if doubled is not None else None
    if phrase is not None:
        what: str | None = view.plain[phrase.start : extended(view, phrase.end)]
    else:
        what = subject_of(view, number.start) or left_phrase(view, number.start, money=True)
    return Quantity(
        number.value, start, number.end, unit="times", what=what, kind="multiplier", qualifier=name or "exact",
        number_start=number.start, number_end=number.end,
    )  # fmt: skip


def _cardinal(view: View, number: Number, following: Number | None, floor: int) -> tuple[Quantity | None, int]:
    """The quantity of a number, and how many numbers it used up (two in a range, or for a whole with coins)."""
    rank = numbered_rank(view, number)
    if rank is not None:
        return rank, 1
    if view.low.startswith("-", number.end) and (number.value == 0 or number.kind == "fraction") and number.words:
        return None, 1  # "zero-carbon", "half-year"
    item, beside = read_item(view, number, floor)
    if beside.named or is_name(view, number, item.start, item.unit):
        return None, 1
    used = 1
    value_max = None
    if following is not None and following.kind in ("cardinal", "fraction"):
        joined = join(view, item, following)
        if joined is not None:
            item, value_max = joined
            used = 2
    if number.plain_year and item.currency is None and is_year(view, number, item.unit):
        return None, used
    if number.kind == "fraction" and item.unit is None:
        return (share(view, number), used)
    return _assemble(view, item, value_max), used


def _assemble(view: View, item: Item, value_max: float | None) -> Quantity | None:
    number = item.number
    low = view.low
    name, start = qualifier_before(view, item.start)
    if name == "over" and item.kind == "duration" and _during(low, start):
        name, start = None, item.start
    elif name is None and item.kind == "money" and low.endswith(" top ", 0, item.start):
        name, start = "over", item.start - len("top ")
    period, end = period_after(view, item.end)
    after, stop = qualifier_after(view, item.end)
    phrase: Phrase | None = None
    if after is not None and name is None:
        name = after
        end = max(end, stop)
    if item.unit is None:
        more = _MORE.match(low, end)
        if (
            more is not None
            and name is None
            and number.value >= 10
            and right_phrase(view, more.end()) is not None
            and not _ADDS.search(low, max(0, start - 12), start)
        ):
            name = "over"
            end = more.end()
        phrase = _phrase(view, item, end)
        if _idle(view, item, phrase) or (phrase is None and not _stands_alone(view, item, name)):
            return None
        end = phrase.end if phrase is not None else end
    reading = sense(view, item, phrase, start, end)
    if reading is None:
        return None
    signed = low.endswith(_MINUS, 0, reading.start)
    minus = next(word for word in _MINUS if low.endswith(word, 0, reading.start)) if signed else None
    if minus is None and item.start < number.start and _SIGNED.search(low, max(0, item.start - 2), item.start):
        minus = " -"
    reading.start = _apart(view, reading.start) if minus is None else reading.start - len(minus) + 1
    return Quantity(
        value=rounded(item.value if minus is None else -item.value),
        start=reading.start,
        end=reading.end,
        value_max=None if value_max is None else rounded(value_max),
        unit=reading.unit,
        what=reading.what,
        kind=reading.kind,
        qualifier="range" if value_max is not None else name or "exact",
        currency=item.currency,
        period=period,
        bracketed=item.currency is not None and low[reading.start - 1 : reading.start] == "(",
        number_start=number.start,
        number_end=number.end,
    )


_LASTS = re.compile(
    r"\b(?:for|of|with|is|are|was|were|be|took|take|takes|lasts?|lasted|spent|spend|after|by|in|within|has|have|had|and"
    r"|to|than|ran|runs|lived|aged|waited|worked|a|the|his|her|their|its) $"
)


def _during(low: str, start: int) -> bool:
    """Whether "over" before a duration means during: "50 million yuan over three years"; not "for over three years"."""
    return low.startswith("over ", start) and _LASTS.search(low, max(0, start - 10), start) is None


_APART = re.compile(r"\b(?:another|(?:a |the )?(?:further|remaining|additional|other)) (?:the )?$")


_APART_ENDS = ("another ", "other ", "further ", "remaining ", "additional ", "the ")


def _apart(view: View, start: int) -> int:
    """Words that set a sum apart from others belong to its evidence: "another RMB 10 billion", "the remaining 20%"."""
    if not view.low.endswith(_APART_ENDS, 0, start):
        return start
    match = _APART.search(view.low, max(0, start - 16), start)
    return match.start() if match is not None else start


_MORE = re.compile(r" more(?= [a-z])(?! than\b)")
_ADDS = re.compile(
    r"\b(?:another|add|adds|added|adding|further|hired?|create|build|open|opened|with|have|has|had|take|took|recruit) $"
)


_MINUS = (" minus ", " negative ")
_SIGNED = re.compile(r"(?:^|[ (])-$")  # "-$5.2m"


_PART_WORDS = re.compile(r" out of\b| of (?:which|whom|them|those|these|the|its|their|his|her|our|about)\b")


def _phrase(view: View, item: Item, end: int) -> Phrase | None:
    skipped = _SKIPPED.match(view.low, end)
    after = skipped.end() if skipped is not None else end
    phrase = right_phrase(view, after, single=item.value == 1)
    if phrase is None or phrase.head is not None:
        return phrase
    words = view.low[phrase.start : phrase.end].split()
    if words[-1].endswith("ly") or not item.number.words:
        return phrase if not words[-1].endswith("ly") else None
    pointed = previous_word(view, item.number.start)[0].lower() in _POINTERS
    return phrase if item.value != 1 and not pointed and not words[0].endswith(("ed", "ing", "ly")) else None


_SKIPPED = re.compile(r" (?:other|such)(?= )")
_STAFF = re.compile(r"\b(?:staff|team|crew|group|jury|panel) of $|\banother $")
_POINTERS = frozenset({"the", "these", "those", "other", "all", "or", "and", "no", "any", "at"})


def _idle(view: View, item: Item, phrase: Phrase | None) -> bool:
    """A number word that only points ("one part of it") or names a class ("a ten billion industry")."""
    if phrase is None or not item.number.words:
        return False
    if item.value == 1:
        if previous_word(view, item.number.start)[0].lower() in ("only", "just", "exactly", "least", "than"):
            return False
        return phrase.head in lexicon.context("idle", "one") or view.low.startswith(" of ", phrase.end) or phrase.plural
    return item.scaled and not phrase.plural and phrase.head in lexicon.context("idle", "class")


def _stands_alone(view: View, item: Item, qualifier: str | None) -> bool:
    """Whether a number without a unit or a noun is still a quantity."""
    number = item.number
    low = view.low
    if number.words:
        if number.value == 1:
            return False
        if number.value != int(number.value):
            return True
        if previous_word(view, number.start)[0].lower() == "top":
            return True
        if low.startswith((" more ", " more,", " more."), number.end) or _STAFF.search(
            low, max(0, number.start - 16), number.start
        ):
            return True
        return number.scaled or qualifier is not None or bool(_PART_WORDS.match(low, number.end)) or number.value > 12
    previous = previous_word(view, number.start)[0].lower()
    return previous not in ("the", "on") or number.value > 31
