"""The subject of the verb that leads to an English value: "occupancy has reached 91 percent", "royalties came to …".

What belongs here: finding that verb and the noun phrase before it in the clause. Not here: nouns known to be of money
or measured (counted).
"""

import functools
import re

from chronicle.extract.quantities import lexicon
from chronicle.extract.quantities.told import LETTERS, change_of
from chronicle.extract.quantities.view import View
from chronicle.extract.records import Quantity

_REACH = 160  # characters before a value in which its clause is looked for
_VERB_REACH = 6  # words between the verb and its value
_LONGEST = 7  # words kept of a subject
_CLAUSE = re.compile(r"[;:()\"\n!?]|[.,](?= |$)| (?:and|but|while|whereas|that|where|when|because|as) ")
_WORD = re.compile(r"[^\W\d_][^\s]*")
_TIMES = frozenset({"year", "month", "quarter", "week", "years", "months"})
_LEADS = frozenset({"first", "half", "end", "beginning", "early", "late", "period"})  # "in the first half of the year"
_PREPOSITIONS = frozenset({"of", "for", "in", "on", "per"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "this", "his", "her", "our", "whose", "these", "those", "all"})


def subject_of(view: View, start: int) -> str | None:
    """The subject of the verb before a value, without its article, or None where no verb of the list leads to it."""
    low = view.low
    verbs = lexicon.context("leads", "verbs")
    floor = max(0, start - _REACH)
    begin = floor
    for mark in _CLAUSE.finditer(low, floor, start):
        begin = mark.end()
    words = list(_WORD.finditer(low, begin, start))
    last = len(words) - 1
    given, level = lexicon.nouns().verbs, lexicon.nouns().level
    own = _WORD.match(low, start)  # the qualifier may hold the verb: "royalties would top 3 million"
    at = len(words) if own is not None and own.group() in verbs else -1
    for i in () if at >= 0 else range(last, max(-1, last - _VERB_REACH), -1):
        word = words[i].group()
        if word in level and word not in verbs and i < last:  # "realized an added value of 12 billion"
            return None
        if word in given:  # "has been awarded 24 million yuan": the verb names the sum
            return None
        if word in verbs:
            at = i
            break
    if at < 0:
        return None
    while at > 0 and words[at - 1].group() in lexicon.context("leads", "helpers"):
        at -= 1
    told = _phrase(view, words[:at])
    if at == 0 and (low[begin - 2 : begin - 1] == "," or low[begin - 1 : begin] == ","):
        return _before_comma(view, floor, begin)
    vague = told is not None and (told.lower() in _VAGUE or told.rpartition(" ")[2] in _TIMES)
    return None if vague else told


_VAGUE = frozenset({"number", "figure", "total", "quantity", "result", "speed"})


_INSERTED = re.compile(
    r" ?(?:which|who|whose|where|located|lying|led|a|an|the|home|capital|one|now|also|then|including|such as|together"
    r"|(?:north|south)?(?:west|east)?(?:north|south|east|west|central))\b"
)


def _before_comma(view: View, floor: int, begin: int) -> str | None:
    """The subject of a verb that stands right after a comma: before the words inserted, or in the clause before."""
    low = view.low
    cuts = [floor] + [mark.end() for mark in _CLAUSE.finditer(low, floor, begin) if mark.end() < begin - 1]
    inserted = len(cuts) > 1 and low[cuts[-1] - 1] in ", " and _INSERTED.match(low, cuts[-1]) is not None
    opening = cuts[-2] if inserted else cuts[-1]
    stop = cuts[-1] - 1 if inserted else begin - 1
    words = list(_WORD.finditer(low, opening, stop))
    verbs = lexicon.context("leads", "verbs")
    at = next((i for i, word in enumerate(words) if i and word.group() in verbs), len(words))
    while at > 0 and words[at - 1].group() in lexicon.context("leads", "helpers"):
        at -= 1
    told = _phrase(view, words[:at])
    return None if told is not None and told.lower().split(" ")[0] in _CHANGES else told


_CHANGES = frozenset({"increase", "growth", "rise", "up", "down", "decrease", "grow", "grew", "gather"})


def _phrase(view: View, words: list[re.Match[str]]) -> str | None:
    """The noun phrase at the end of a clause's opening, with what follows it by "of" or "in"."""
    stop = lexicon.nouns().stop
    first = 0
    timed = False
    while first < len(words) and (
        _opens(words[first].group())
        or words[first].group() in _TIMES
        or words[first].group() in _LEADS
        or (timed and words[first].group() == "of")
    ):
        timed = words[first].group() in _LEADS
        first += 1
    end = first
    while end < len(words) and end - first < _LONGEST:
        word = words[end].group()
        if word in stop and word not in _ARTICLES and (word not in _PREPOSITIONS or end == first):
            break
        end += 1
    while end > first and words[end - 1].group() in _PREPOSITIONS | _ARTICLES:
        end -= 1
    if end == first:
        return None
    return view.plain[words[first].start() : words[end - 1].end()]


def _opens(word: str) -> bool:
    """Words that may stand before the subject and do not belong to it."""
    return word in _ARTICLES or (word in lexicon.nouns().stop and word not in _PREPOSITIONS)


def repeated(view: View, quantity: Quantity, found: list[Quantity]) -> str | None:
    """What a value is of, where it repeats one before it: "43 firms, against 29 a year earlier", "62 of them"."""
    low = view.low
    if quantity.kind == "growth":
        return _grown(view, quantity, found[-1]) if found else None
    if quantity.kind == "duration":
        return _paid_over(view, quantity, found[-1]) if found else None
    if quantity.kind == "count" and quantity.unit is not None:
        return None
    if quantity.kind == "money" and found and (quantity.what or "").lower() in _BARE:
        return _worth(view, quantity, found[-1])
    bare = quantity.kind == "count" and quantity.end == quantity.number_end and quantity.qualifier != "up_to"
    if bare and _ALONE.match(low, quantity.end):
        return _part_of(quantity, found)
    after = low.startswith(_phrases("after"), quantity.number_end) or low.startswith(_phrases("after"), quantity.end)
    if not after and not low.endswith(_phrases("before"), 0, quantity.start):
        return None
    for last in reversed(found[-_LOOK_BACK:]):
        same = last.kind == quantity.kind or (quantity.kind == "ratio" and quantity.what is None)
        if same and quantity.start - last.end < _REACH:
            return last.what
    return None


_OVER = re.compile(r"(?: \([^()\n]{1,30}\))? ?(?:over|in|for|within|during)? ?(?:a period of |about |up to )?")


def _paid_over(view: View, quantity: Quantity, last: Quantity) -> str | None:
    """The time over which a sum is paid: "an allowance of 300,000 yuan over two years"."""
    gap = view.low[last.end : quantity.start]
    if last.kind != "money" or last.what is None or len(gap) > _GAP or not gap.strip(" ()$"):
        return None
    return f"period of {last.what}" if _OVER.fullmatch(gap) is not None else None


_ALONE = re.compile(r" (?:whose|were|are|who|which|of (?:them|whom|which))\b")


def _part_of(quantity: Quantity, found: list[Quantity]) -> str | None:
    """The things counted last, of which a bare number tells some: "126 problems came, 88 were solved"."""
    for last in reversed(found[-_LOOK_BACK:]):
        if last.kind == "count" and last.unit is not None and quantity.start - last.end < _REACH:
            return last.what
    return None


_BARE = frozenset({"amount", "value", "total value", "combined value", "total amount", "contract amount"})


def _worth(view: View, quantity: Quantity, last: Quantity) -> str | None:
    """The value of things counted just before it: "314 deals with a value of 106 billion yuan"."""
    near = quantity.start - last.end < _GAP and ". " not in view.low[last.end : quantity.start]
    return f"{quantity.what} of {last.what}" if near and last.kind == "count" and last.what is not None else None


def _grown(view: View, quantity: Quantity, last: Quantity) -> str | None:
    """A change told right after its level: "revenue reached 5 billion yuan, up 12 percent"."""
    gap = view.low[last.end : quantity.start]
    if len(gap) > _GAP or "," not in gap or last.kind not in ("money", "count", "measure", "percent"):
        return None
    change, linked = lexicon.context("change", "words"), lexicon.context("change", "between")
    if last.what is None or not all(word in change or word in linked for word in LETTERS.findall(gap)):
        return None
    return change_of(view, quantity.start, quantity.end, last.what)


_LOOK_BACK = 4  # values before
_GAP = 60


@functools.cache
def _phrases(side: str) -> tuple[str, ...]:
    words = lexicon.context("repeats", side)
    return tuple(sorted(words if side == "after" else (f" {word} " for word in words)))
