"""What stands directly beside an English number: qualifier, currency word, scale letter, unit, period.

What belongs here: look-ups in the tables at a given offset. Each looks at a few dozen characters, so that the whole
stays linear. Not here: noun phrases (counted) and the decision what is a quantity (english).
"""

import functools
import re
from dataclasses import dataclass

from chronicle.extract.quantities import lexicon
from chronicle.extract.quantities.number_words import MONEY_ONLY, SCALES, SHORT_SCALES
from chronicle.extract.quantities.view import View

_REACH = 48  # characters looked at before a number: the longest qualifier with an article and a quotation mark
_LONGEST = 5  # words of the longest qualifier
_NEAR = 200  # characters around "75p" that name pounds
_TRIM = "\"'( "


def qualifier_before(view: View, start: int) -> tuple[str | None, int]:
    """Qualifier that ends where a number starts, and where its words begin."""
    tables = lexicon.qualifiers()
    floor = max(0, start - _REACH)
    low = view.low
    cut = low.rfind("\n", floor, start)
    if cut >= 0:
        floor = cut + 1
    end = start
    while end > floor and low[end - 1] in _TRIM:
        end -= 1
    if end > floor and low[end - 1] in "~≈><≥≤":
        return tables.before[low[end - 1]], end - 1
    words = low[floor:end].split()[-_LONGEST - 2 :]
    last = words[-1].lstrip(_TRIM) if words else ""
    if last not in tables.last and last not in tables.between:
        return None, start
    drop = 0
    while drop < 2 and drop < len(words) and words[-1 - drop] in tables.between:
        drop += 1
    for skip in range(drop + 1):
        kept = words[: len(words) - skip] if skip else words
        for size in range(min(_LONGEST, len(kept)), 0, -1):
            name = tables.before.get(" ".join(kept[-size:]).lstrip(_TRIM))
            if name is not None and not (skip and words[-1] == "the" and kept[-1] in _PLACING):
                first = kept[-size].lstrip(_TRIM)
                return name, _position(low, end, [first, *kept[len(kept) - size + 1 :], *words[len(words) - skip :]])
    return None, start


_PLACING = frozenset({"around", "over", "above", "below", "under", "near", "beyond"})  # "around the three lakes"


def _position(low: str, end: int, words: list[str]) -> int:
    """Where the first of the words before ``end`` begins; any white space may stand between them."""
    at = end
    for word in reversed(words):
        at = low.rindex(word, 0, at)
    return at


def qualifier_after(view: View, end: int) -> tuple[str | None, int]:
    """Qualifier that begins where a number or its unit ends, and where its words stop."""
    low = view.low
    table = lexicon.qualifiers().after
    if low[end : end + 1] == "+":
        return table["+"], end + 1
    match = _AFTER.match(low, end)
    if match is None:
        return None, end
    first = match.end(1)
    for group in (3, 2, 1):
        stop = match.end(group)
        if stop > 0:
            phrase = low[match.start(1) : stop].strip()
            name = table.get(phrase)
            if name is not None:
                return name, max(stop, first)
    return None, end


_AFTER = re.compile(r" ?(-?[a-z]+)(?: ([a-z]+))?(?: ([a-z]+))?")


@dataclass(slots=True)
class Beside:
    """Unit or currency after a number: ``kind`` unit kind or "money"; ``end`` where its words stop."""

    name: str | None = None
    kind: str | None = None
    scale: float = 1.0
    end: int = 0
    named: bool = False  # letters stand against the digits and say nothing we know: "5G", "300b"


_BETWEEN_UNIT = (
    " plus ",
    "-plus ",
    "+ ",
    " odd ",
    "-odd ",
    " straight ",
    " consecutive ",
    " successive ",
    " working ",
    " business ",
)
_LETTERS = re.compile(r"[^\W\d_]+[²³]?(?:2\b|3\b|/[a-z]+)?")
_WORD = r"[a-z][a-z.'²³/$]*"
_SPACED = re.compile(
    r"(?:[ ]{1,2}| ?- ?|\n?)([a-z%$€£¥¢°℃㎡²³μµ₡₾₭元][^\s,;:()\"!?<>\[\]—–-]*)"
    rf"(?:[ -]({_WORD}))?(?:[ -]({_WORD}))?"
)


@functools.cache
def _codes() -> frozenset[str]:
    return frozenset(lexicon.money().words.values())


@functools.cache
def _first_words() -> frozenset[str]:
    """The first words of every unit, currency and coin."""
    money = lexicon.money()
    forms = (*lexicon.units().words, *money.words, *money.minor, *money.loose)
    return frozenset(form.split(" ")[0] for form in forms)


_AMBIGUOUS = frozenset({"m", "g", "li", "mu", "ha", "ms", "w", "v", "min", "x", "mw", "mb"})


def after_number(view: View, end: int, currency: bool, word: bool) -> Beside:
    """The unit, currency and scale letters that follow a number ending at ``end``."""
    found = Beside(end=end)
    low = view.low
    if not word:
        _glued(view, found, currency)
        if found.kind or found.named:
            return found
    end = found.end
    if low.startswith(_BETWEEN_UNIT, end):
        end = low.index(" ", end + 1 if low[end] != "+" else end)
    match = _SPACED.match(low, end)
    if match is None or (match.start(1) == end and low[end].isalpha()):
        return found
    units = lexicon.units().words
    money = lexicon.money()
    first = match.start(1)
    millions = match.group(1)[1:].rstrip(".")
    if match.group(1)[0] == "m" and millions.upper() in _codes() and view.plain[first] == "M":  # "30 MUSD"
        found.name, found.kind, found.scale, found.end = millions.upper(), "money", 1e6, first + 1 + len(millions)
        return found
    opens = _first_words()
    opening = match.group(1) in opens or match.group(1).rstrip(".'") in opens
    for group in (3, 2, 1) if opening else ():
        stop = match.end(group)
        if stop < 0:
            continue
        phrase = low[first:stop].replace("-", " ")
        for form in (phrase, phrase.rstrip(".'")):
            if form in money.words and not low[first + len(form) : first + len(form) + 1].isdigit():
                _set_money(view, found, form, first)
                return found
            if form in units and not (form in _AMBIGUOUS and not view.plain[first:stop].islower()):
                found.name, found.kind = units[form]
                found.end = first + len(form)
                return found
            if form in money.minor:
                found.name, found.kind, found.end = money.minor[form], "minor", first + len(form)
                return found
            if form in money.loose:
                found.name, found.kind, found.end = form, "loose", first + len(form)
                return found
    if found.scale == 1.0 and match.group(1).rstrip(".") in SHORT_SCALES and low[first - 1] == " ":
        letters = match.group(1).rstrip(".")
        if (currency or letters not in MONEY_ONLY) and (len(letters) > 1 or letters == "m"):
            found.scale = SHORT_SCALES[letters]
            found.end = first + len(letters)
            rest = after_number(view, found.end, currency, True)
            found.name, found.kind, found.end = rest.name, rest.kind, max(rest.end, found.end)
    return found


_WEIGHED = re.compile(r"\b(?:weigh|lost|lose|losing|gained|heavier|lighter|lift|shed)")
_SCALE_AFTER = re.compile(r" (million|billion|trillion|thousand|bn|mn|m)\b")


def _set_money(view: View, found: Beside, form: str, first: int) -> None:
    """A currency word; a scale may come after it ("75 USD million"), and a pound may be a weight."""
    low = view.low
    found.end = first + len(form)
    if form in ("pound", "pounds"):
        plural = form == "pounds"
        weight = low.startswith(" of ", found.end) or _WEIGHED.search(low, max(0, first - 30), first - 1) is not None
        if (plural and weight) or (not plural and found.scale == 1.0 and not low[first - 2 : first - 1].isalpha()):
            found.name, found.kind = lexicon.units().words["lb"]
            return
    found.name, found.kind = lexicon.money().words[form], "money"
    scale = _SCALE_AFTER.match(low, found.end)
    if scale is not None and found.scale == 1.0:
        found.scale = (SCALES | SHORT_SCALES)[scale.group(1)]
        found.end = scale.end()


def _glued(view: View, found: Beside, currency: bool) -> None:
    """Letters or marks that stand against the digits."""
    low = view.low
    end = found.end
    if end >= len(low):
        return
    if low[end] == "p" and not low[end + 1 : end + 2].isalnum() and "£" in low[max(0, end - _NEAR) : end + _NEAR]:
        found.name, found.kind, found.scale, found.end = "GBP", "money", 0.01, end + 1
        return
    glued = lexicon.units().glued
    for size in (2, 1):
        entry = glued.get(low[end : end + size]) if end + size <= len(low) else None
        if entry is not None and not low[end].isalpha():
            found.name, found.kind = entry
            found.end = end + size
            return
    mark = lexicon.money().words.get(low[end])
    if mark is not None and not low[end].isalpha() and not low[end + 1 : end + 2].isdigit():
        found.name, found.kind, found.end = mark, "money", end + 1
        return
    match = _LETTERS.match(low, end)
    if match is None:
        return
    letters = match.group()
    plain_scale = letters not in glued and letters not in MONEY_ONLY
    if letters in SHORT_SCALES and (currency or plain_scale or (letters != "mm" and _counts(view, match.end()))):
        found.scale = SHORT_SCALES[letters]
        found.end = match.end()
        return
    if view.plain[end : match.end()] in ("M", "B"):
        found.scale = SHORT_SCALES[letters]
        found.end = match.end()
        return
    entry = glued.get(letters)
    upper = view.plain[end : match.end()] in ("G", "MM", "W", "V")
    if entry is not None and not upper:
        found.name, found.kind = entry
        found.end = match.end()
        return
    words = lexicon.money().words
    if letters in words:
        found.name, found.kind, found.end = words[letters], "money", match.end()
        return
    if letters in lexicon.units().words and len(letters) > 3:
        found.name, found.kind = lexicon.units().words[letters]
        found.end = match.end()
        return
    if len(letters) > 3 and letters in lexicon.nouns().plural:
        return
    found.named = True


def _counts(view: View, end: int) -> bool:
    """A currency or a counted plural follows: "2mil SEK", "5m users"."""
    match = _SPACED.match(view.low, end)
    if match is None:
        return False
    word = match.group(1).rstrip(".")
    return word in lexicon.money().words or word in lexicon.nouns().plural


_PERIOD = re.compile(
    r"(?:[ -]?(?:a|an|per|each|every)[ -]|/ ?)"
    r"(year|month|week|day|hour|quarter|minute|second|annum|decade|night|season)\b"
    r"| (annually|yearly|monthly|weekly|daily|hourly|each year|every year|year on average)\b"
)
_ADVERBS = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
    "annum": "year",
    "each year": "year",
    "every year": "year",
}


def period_after(view: View, end: int) -> tuple[str | None, int]:
    """Period that a value is per ("a year", "/month", "annually"), and where its words stop."""
    match = _PERIOD.match(view.low, end)
    if match is None:
        return None, end
    word = match.group(1) or match.group(2)
    return _ADVERBS.get(word, word), match.end()
