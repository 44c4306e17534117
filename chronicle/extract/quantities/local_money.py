"""Which currency a sum is in where the words beside it leave that open.

What belongs here: marks and words that several countries share ("¥", "kroner", "pesos"), settled by the countries that
the text names, and sums told without any currency ("turnover reached 11.8 billion"), which take the text's own.
"""

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


def settled(view: View, found: list[Quantity]) -> list[Quantity]:
    """The quantities with the currencies that the whole text settles."""
    out: list[Quantity] = []
    for quantity in found:
        if quantity.kind == "money" and (quantity.currency or "") in lexicon.shared():
            quantity = _by_country(view, quantity)
        elif quantity.kind == "count" and quantity.unit is None and quantity.value >= _LEAST:
            quantity = _bare(view, quantity, found)
        out.append(quantity)
    return out


def _by_country(view: View, quantity: Quantity) -> Quantity:
    """A sum in a shared mark or word, in the currency of the country that the text names most."""
    surface = view.low[quantity.start : quantity.end]
    best, most = quantity.currency, 0
    for form, code, cues in lexicon.shared()[quantity.currency or ""]:
        if form.search(surface) is None:
            continue
        named = len(cues.findall(view.plain))
        if named > most:
            best, most = code, named
    return quantity if best == quantity.currency else replace(quantity, currency=best, unit=best)


def _bare(view: View, quantity: Quantity, found: list[Quantity]) -> Quantity:
    """A large number without a noun after it, of a thing that is told in money: a sum in the text's currency."""
    if quantity.end > quantity.number_end and view.low[quantity.number_end : quantity.end].strip(" .a-z"):
        return quantity
    noun = _governing(view, quantity.start)
    if noun is None:
        return quantity
    code = _nearest(quantity, found) or _at_home(view)
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


def _nearest(quantity: Quantity, found: list[Quantity]) -> str | None:
    """The currency of the sum nearest to a quantity, those before it first where both are as near."""
    money = [other for other in found if other.currency is not None and not other.bracketed]
    if not money:
        return None
    return min(money, key=lambda other: abs(other.start - quantity.start)).currency


def _at_home(view: View) -> str | None:
    """The currency of the country that a text without any currency plainly speaks of."""
    return next((code for code, cues in lexicon.homes() if cues.search(view.plain) is not None), None)


def letter_mark(view: View, start: int, plainly_money: bool) -> tuple[str | None, int]:
    """A capital letter that is a currency's mark and stands against a plain sum: "R1.7 billion", "P200,000"."""
    mark = view.plain[start - 1 : start]
    if not plainly_money or mark not in lexicon.single_marks() or view.plain[max(0, start - 2) : start - 1].isalnum():
        return None, start
    return lexicon.single_marks()[mark], start - 1
