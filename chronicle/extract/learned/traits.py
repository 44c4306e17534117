"""The traits of a clause from which the learned models judge: names that are there or not, in a set order.

Prefixes: ``c:`` concept of cues.toml, ``w:`` word, ``b:`` two words, ``h:`` one of the first three words, ``a:`` kind
of an actor, ``q:`` kind of a quantity, ``n:`` word of what is counted, ``d:`` date, ``v:`` tense of the verbs, ``r:``
what the rules read, ``x:`` the clauses around, ``l:`` language.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from chronicle.extract.events.typed import Typed
from chronicle.extract.events.unit import Page, Unit
from chronicle.extract.learned.wording import now_word, tenses, words
from chronicle.extract.records import Date

HEAD_WORDS = 3


class Traits(NamedTuple):
    """The traits in their order: some by name, then what the words of the clause say, then the rest by name.

    The words stay stems, so that a model can look them up without a name made for each.
    """

    before: list[str]
    stems: list[str]
    after: list[str]

    def names(self) -> list[str]:
        """The traits by name, each once."""
        stems = self.stems
        named = [*self.before, *["w:" + word for word in stems]]
        named += [f"b:{one} {two}" for one, two in pairwise(stems)]
        named += ["h:" + word for word in stems[:HEAD_WORDS]]
        return list(dict.fromkeys(named + self.after))


def traits(page: Page, typed: Sequence[Typed], at: int, rules_page: bool) -> Traits:
    """The traits of ``typed[at]``; ``rules_page`` says that the page tells of a measure issued."""
    row = typed[at]
    text = page.text[row.unit.core : row.unit.end].lower()
    concepts = ["c:" + concept for concept in sorted(row.unit.concepts)]
    after = [*_found(page, row.unit), *_tense(page, row, text), *_around(typed, at)]
    if rules_page:
        after.append("x:rules")
    return Traits(["l:" + page.lang, *concepts], words(text, page.lang), after)


def _found(page: Page, unit: Unit) -> list[str]:
    named = ["a:" + actor.kind for actor in unit.actors]
    for quantity in unit.quantities:
        named.append("q:" + quantity.kind)
        if quantity.what:
            named += ["n:" + word for word in words(quantity.what.lower(), page.lang)]
    return named


def _tense(page: Page, row: Typed, text: str) -> list[str]:
    letters = tenses(text, page.lang)
    lang, kind = ("zh" if page.lang == "zh" else "en"), row.typing.type
    first = lang + (letters[:1] or "-")
    named = ["v:1" + first, f"v:2{lang}{letters[:2]}", f"v:3{lang}{letters[:3]}", "v:last" + letters[-1:]]
    named += ["v:any" + lang + letter for letter in letters]
    named += ["r:" + kind, f"r:{kind} {first}", "r:" + row.status]
    if now := now_word(text):
        named += ["v:now", "v:now " + now]
    for date in row.unit.dates:
        side = _side(date, page.published)
        named += [
            f"d:{date.relation}",
            f"d:{date.kind} {side}",
            f"d:{date.relation} {side}",
            f"d:{date.precision} {side}",
        ]
    if not row.unit.dates:
        named.append("d:none")
    if ";" in text or "；" in text:
        named.append("v:semicolon")
    return named


def _around(typed: Sequence[Typed], at: int) -> list[str]:
    row = typed[at]
    named = []
    if at and typed[at - 1].unit.paragraph == row.unit.paragraph:
        named += [f"x:after {typed[at - 1].typing.type}", f"x:after {typed[at - 1].status}"]
    else:
        named.append("x:opens")
    if at:
        named += [f"x:lead {typed[0].typing.type}", f"x:lead {typed[0].status}"]
    return named


def _side(date: Date, published: str | None) -> str:
    """Whether a date lies before or after the day of the page, as far as its precision tells."""
    if not published or not date.edtf[:4].isdigit():
        return "unknown"
    length = min(len(date.edtf), len(published))
    if date.edtf[:length] > published[:length]:
        return "after"
    return "this" if len(date.edtf) == len("2021") and date.edtf == published[:4] else "before"
