"""Which currency a sum is in where the words beside it leave that open.

What belongs here: marks and words that several countries share ("¥", "kroner", "pesos"), settled by the countries that
the text names, and sums told without any currency ("turnover reached 11.8 billion"), which take the text's own.
"""

import bisect
import re
from dataclasses import replace

from chronicle.extract.quantities import lexicon
from chronicle.extract.quantities.counted import left_phrase
from chronicle.extract.quantities.subject import subject_of
from chronicle.extract.quantities.view import View
from chronicle.extract.records import Quantity

_REACH = 70  # characters of the same clause before a bare sum
_LEAST = 1e5  # a bare sum is at least this large: "revenue fell to 40" says no money
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_CLAUSE = re.compile(r"[;:()\"\n!?]|[.](?= |$)")


class _Around:
    """What the whole text says of currencies, looked up once for all its quantities."""

    def __init__(self, view: View, found: list[Quantity]) -> None:
        self.view = view
        money = [quantity for quantity in found if quantity.currency is not None and not quantity.bracketed]
        self.starts = [quantity.start for quantity in money]
        self.codes = [quantity.currency for quantity in money]
        self._named: dict[int, int] = {}
        self._home: str | None = None
        self._asked = False

    def named(self, cues: re.Pattern[str]) -> int:
        """How often the text names a country."""
        if id(cues) not in self._named:
            self._named[id(cues)] = sum(1 for _ in cues.finditer(self.view.plain))
        return self._named[id(cues)]

    def nearest(self, start: int) -> str | None:
        """The currency of the sum nearest to an offset; else that of the country which the text plainly speaks of."""
        if not self.starts:
            return self.home()
        at = bisect.bisect_left(self.starts, start)
        before, after = max(0, at - 1), min(at, len(self.starts) - 1)
        near = before if abs(start - self.starts[before]) <= abs(self.starts[after] - start) else after
        return self.codes[near]

    def home(self) -> str | None:
        """The currency of the country that a text without any currency plainly speaks of."""
        if not self._asked:
            self._asked = True
            plain = self.view.plain
            self._home = next((code for code, cues in lexicon.homes() if cues.search(plain) is not None), None)
        return self._home


def settled(view: View, found: list[Quantity]) -> list[Quantity]:
    """The quantities with the currencies that the whole text settles."""
    out: list[Quantity] = []
    around = _Around(view, found)
    shared = lexicon.shared()
    for quantity in found:
        if quantity.kind == "money" and (quantity.currency or "") in shared:
            quantity = _by_country(around, quantity)
        elif quantity.kind == "count" and quantity.unit is None and quantity.value >= _LEAST:
            quantity = _bare(around, quantity)
        out.append(quantity)
    return out


def _by_country(around: _Around, quantity: Quantity) -> Quantity:
    """A sum in a shared mark or word, in the currency of the country that the text names most."""
    surface = around.view.low[quantity.start : quantity.end]
    best, most = quantity.currency, 0
    for form, code, cues in lexicon.shared()[quantity.currency or ""]:
        if form.search(surface) is not None and around.named(cues) > most:
            best, most = code, around.named(cues)
    return quantity if best == quantity.currency else replace(quantity, currency=best, unit=best)


def _bare(around: _Around, quantity: Quantity) -> Quantity:
    """A large number without a noun after it, of a thing that is told in money: a sum in the text's currency."""
    view = around.view
    if quantity.end > quantity.number_end and view.low[quantity.number_end : quantity.end].strip(" .a-z"):
        return quantity
    noun = _governing(view, quantity.start)
    code = around.nearest(quantity.start) if noun is not None else None
    if code is None:
        return quantity
    what = subject_of(view, quantity.start) or left_phrase(view, quantity.start, money=True) or noun
    return replace(quantity, kind="money", unit=code, currency=code, what=what)


def _governing(view: View, start: int) -> str | None:
    """The noun of money nearest before a number in its clause; None where a thing that is counted is nearer."""
    floor = max(0, start - _REACH)
    for mark in _CLAUSE.finditer(view.low, floor, start):
        floor = mark.end()
    nouns, sums = lexicon.nouns(), lexicon.sums()
    for word in reversed(_WORD.findall(view.low, floor, start)):
        if word in sums or word in nouns.verbs:
            return str(word)
        if word in nouns.plural and word not in nouns.level:
            return None
    return None


def letter_mark(view: View, start: int, plainly_money: bool) -> tuple[str | None, int]:
    """A capital letter that is a currency's mark and stands against a plain sum: "R1.7 billion", "P200,000"."""
    mark = view.plain[start - 1 : start]
    if not plainly_money or mark not in lexicon.single_marks() or view.plain[max(0, start - 2) : start - 1].isalnum():
        return None, start
    return lexicon.single_marks()[mark], start - 1
