"""English numbers with their units, and two of them joined: ranges, and coins after the whole.

What belongs here: "3 to 5 years", "between 2 and 3 million yuan", "$2-3bn", "3 dollars and 50 cents". Not here: a rise
from one level to another, which stays two quantities.
"""

import re
from dataclasses import dataclass, replace

from chronicle.extract.quantities import lexicon
from chronicle.extract.quantities.beside import Beside, after_number
from chronicle.extract.quantities.local_money import letter_mark
from chronicle.extract.quantities.marks import currency_before
from chronicle.extract.quantities.number_words import Number
from chronicle.extract.quantities.view import View

_FAR = 3  # times: the ends of one range are nearer
_VERB = 12  # characters that hold a verb directly before a number
_GAP = 12  # characters between two numbers of one range: " to around $"


@dataclass(slots=True)
class Item:
    """A number with what stands beside it, before ranges are joined."""

    number: Number
    start: int
    end: int
    value: float
    currency: str | None
    unit: str | None
    kind: str
    scaled: bool


_COINS = {"cent": "USD", "penny": "GBP"}
_EACH = re.compile(r" (?:per|a|each) (?:ordinary )?share\b")  # "19 cents a share" is a sum, "50 cents" a coin
_BETWEEN = re.compile(r"between (?:about |around |roughly |some |a |the )?$")
_FROM = re.compile(r"\bfrom (?:about |around |some |nearly |only |just |almost |over )?$")
_GO = re.compile(r"\b(?:go|goes|going|went) from (?:\w+ )?$")
_AMOUNT = re.compile(r" ?\d")


def read_item(view: View, number: Number, floor: int = 0) -> tuple[Item, Beside]:
    """A number with the currency before it and the unit after it, and what was read there."""
    word = number.words
    code, start = currency_before(view, number.start) if not word or number.scaled else (None, number.start)
    if code is None and not word:
        plainly = number.scaled or "," in view.low[number.start : number.end]
        code, start = letter_mark(view, number.start, plainly)
    if start < floor:  # the mark belongs to the number before: "10 rmb 20 usd"
        code, start = None, number.start
    beside = after_number(view, number.end, code is not None, word)
    if code is not None and beside.kind == "money" and beside.name != code and _AMOUNT.match(view.low, beside.end):
        beside = Beside(end=number.end)  # "rmb 10 usd 20": the second mark belongs to the second sum
    value = number.value * beside.scale
    currency, unit, kind = code, None, "count"
    end = beside.end
    if beside.kind == "money":
        if code is None or (code == beside.name) or code in ("USD", "CNY"):
            currency = beside.name if code is None else code
    elif beside.kind == "minor" and beside.name in _COINS and (each := _EACH.match(view.low, beside.end)) is not None:
        value /= 100
        currency, end = _COINS[beside.name], each.end()
    elif beside.kind in ("minor", "loose"):
        unit, kind = beside.name, "money"
    elif beside.kind is not None and code is None:
        unit, kind = beside.name, beside.kind
    elif code is not None and beside.kind is not None:
        end = number.end if beside.scale == 1.0 else end
    if currency is not None:
        unit, kind = currency, "money"
    return Item(number, start, end, value, currency, unit, kind, number.scaled or beside.scale != 1.0), beside


def join(view: View, item: Item, following: Number) -> tuple[Item, float | None] | None:
    """Two numbers that are one range ("3 to 5 years", "$2-3 million"), or whole and coins; None otherwise."""
    low = view.low
    if following.start - item.end > _GAP:
        return None
    other, beside = read_item(view, following, item.end)
    gap = low[item.end : other.start]
    if (
        item.kind == "duration"
        and gap in (" and ", " ", ", ")
        and _SMALLER.get(item.unit or "", ("", 0))[0] == other.unit
    ):
        smaller, times = _SMALLER[item.unit or ""]
        return replace(item, end=other.end, value=item.value * times + other.value, unit=smaller), None
    coins = _coins(view, item, other, beside, gap)
    if coins is not None:
        return coins
    if len(gap) > 6 or beside.named or (other.value <= item.value and not other.scaled):
        return None
    link = gap.strip()
    if link not in ("-", "–", "—", "~", "to", "and", "or", "--"):
        return None
    if (
        item.unit is not None
        and other.unit not in (item.unit, None)
        and not (item.currency and other.currency == item.currency)
    ):
        return None
    before = low[max(0, item.start - 60) : item.start]
    if link == "and" and not _BETWEEN.search(before):
        return None
    if link == "or" and not (item.unit is None and item.value < 10 and (other.unit or other.value - item.value == 1)):
        return None
    if link == "to" and item.unit is None and other.value > _FAR * item.value and _changes(before[-_VERB:]):
        return None  # "fell 22,000 to 242,000"
    if link == "to" and (_FROM.search(before) or item.number.plain_year) and (_changes(before) or _GO.search(before)):
        return None
    if (
        link == "to"
        and item.unit is not None
        and item.kind in ("percent", "money")
        and other.unit == item.unit
        and _changes(before)
        and before.rstrip().endswith("%")
    ):
        return None
    value = item.value
    if other.scaled and not item.scaled and value < other.value:
        scale = other.value / following.value if not following.scaled else _scale_of(other.value)
        if value * scale <= other.value:
            value *= scale
    if value >= other.value:
        return None
    start = item.start
    cut = _BETWEEN.search(before) if link == "and" else None
    if cut is not None:
        start = max(0, item.start - 60) + cut.start()
    joined = replace(
        item, start=start, end=other.end, value=value, unit=other.unit or item.unit,
        currency=other.currency or item.currency, kind=other.kind if other.unit else item.kind,
    )  # fmt: skip
    return joined, other.value


_SMALLER = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60)}


def _scale_of(value: float) -> float:
    for scale in (1e12, 1e9, 1e6, 1e3, 1e2):
        if value >= scale:
            return scale
    return 1.0


def _coins(view: View, item: Item, other: Item, beside: Beside, gap: str) -> tuple[Item, None] | None:
    """ "3 dollars and 50 cents" is 3.5, and so is "3 dollars 50" where the sentence ends there."""
    if item.currency is None or other.value >= 100 or gap.strip() not in ("", "and", ","):
        return None
    spoken = view.low[item.number.end : item.end].strip(" -") != "" and "," not in gap
    if beside.kind == "minor" or (spoken and other.unit is None and _SENTENCE_END.match(view.low, other.end)):
        return replace(item, end=other.end, value=item.value + other.value / 100), None
    return None


_SENTENCE_END = re.compile(r" ?(?:[.!?](?!\d)|$)")


def _changes(before: str) -> bool:
    words = lexicon.context("change", "words")
    return any(word in words for word in before.split()[-9:])
