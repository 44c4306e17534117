"""The tables under data/quantities as look-ups, read once: units, currencies, qualifiers, counted nouns, contexts.

What belongs here: reading the TOML tables and turning them into dictionaries. No rule about text.
"""

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any


@functools.cache
def _table(name: str) -> dict[str, Any]:
    path = resources.files("chronicle") / "extract" / "data" / "quantities" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Units:
    """Units of measure by surface form (lower case): name and kind."""

    words: dict[str, tuple[str, str]]
    glued: dict[str, tuple[str, str]]
    zh: dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Money:
    """Currencies: ISO 4217 code by word after the number and by mark before it; coins by word."""

    words: dict[str, str]
    marks: dict[str, str]
    zh: dict[str, str]
    minor: dict[str, str]
    loose: frozenset[str]


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """Qualifier by the phrase before or after a number."""

    before: dict[str, str]
    last: frozenset[str]  # last words of the phrases in `before`
    after: dict[str, str]
    between: frozenset[str]
    zh_before: dict[str, str]
    zh_after: dict[str, str]


@dataclass(frozen=True, slots=True)
class Nouns:
    """Counted nouns (plural and singular forms) to their unit, and the words that end or take a noun phrase."""

    singular: dict[str, str]
    plural: dict[str, str]
    stop: frozenset[str]
    level: frozenset[str]
    horizon: frozenset[str]
    measure: frozenset[str]
    verbs: dict[str, str]


@functools.cache
def units() -> Units:
    """The table of units."""
    words: dict[str, tuple[str, str]] = {}
    glued: dict[str, tuple[str, str]] = {}
    zh: dict[str, tuple[str, str]] = {}
    for row in _table("units")["unit"]:
        entry = (row["name"], row["kind"])
        for form in row.get("forms", ()):
            words.setdefault(form, entry)
        for form in row.get("glued", ()):
            glued.setdefault(form, entry)
        for form in row.get("zh", ()):
            zh.setdefault(form, entry)
    return Units(words, glued, zh)


@functools.cache
def money() -> Money:
    """The table of currencies."""
    table = _table("currencies")
    words: dict[str, str] = {}
    marks: dict[str, str] = {}
    zh: dict[str, str] = {}
    for row in table["currency"]:
        for form in row.get("words", ()):
            words.setdefault(form, row["code"])
        for form in row.get("marks", ()):
            marks.setdefault(form, row["code"])
        for form in row.get("zh", ()):
            zh.setdefault(form, row["code"])
        if any("$" in mark for mark in row.get("marks", ())):
            marks.setdefault(f"{row['code'].lower()}$", row["code"])
        words.setdefault(row["code"].lower(), row["code"])
    minor = {form: coin for coin, forms in table["minor"].items() for form in forms}
    return Money(words, marks, zh, minor, frozenset(table["loose"]["words"]))


@functools.cache
def qualifiers() -> Qualifiers:
    """The table of qualifiers."""
    table = _table("qualifiers")

    def flat(part: dict[str, list[str]]) -> dict[str, str]:
        return {phrase: name for name, phrases in part.items() for phrase in phrases}

    before = flat(table["before"])
    last = frozenset(phrase.split()[-1] for phrase in before)
    return Qualifiers(
        before, last, flat(table["after"]), frozenset(table["between"]["words"]),
        flat(table["zh"]["before"]), flat(table["zh"]["after"]),
    )  # fmt: skip


@functools.cache
def shared() -> dict[str, list[tuple[re.Pattern[str], str, re.Pattern[str]]]]:
    """By the currency that a shared form is read as: the form, another currency it may be, and that one's country."""
    rows: dict[str, list[tuple[re.Pattern[str], str, re.Pattern[str]]]] = {}
    for row in _table("currencies")["shared"]:
        entry = (re.compile(row["form"]), row["code"], _named(row["cues"]))
        rows.setdefault(row["default"], []).append(entry)
    return rows


@functools.cache
def homes() -> list[tuple[str, re.Pattern[str]]]:
    """Currencies of countries, and the words by which a text speaks of them."""
    return [(row["code"], _named(row["cues"])) for row in _table("currencies")["home"]]


def _named(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")


@functools.cache
def single_marks() -> dict[str, str]:
    """Capital letters that are a currency's mark."""
    return dict(_table("currencies")["single"]["marks"])


@functools.cache
def sums() -> frozenset[str]:
    """Nouns of what is told in money."""
    return frozenset(_table("counted")["sums"]["words"])


def plural_of(noun: str) -> str:
    """The regular English plural of a noun."""
    if noun.endswith("y") and noun[-2:-1] not in ("a", "e", "o", "u"):
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun + "s"


@functools.cache
def nouns() -> Nouns:
    """The table of counted nouns."""
    table = _table("counted")
    singular: dict[str, str] = {}
    for words in table["nouns"].values():
        for word in words:
            singular.setdefault(word, word)
    plural = {plural_of(word): word for word in singular}
    plural.update(table["irregular"])
    return Nouns(
        singular, plural, frozenset(table["stop"]["words"]),
        frozenset(table["level"]["words"]), frozenset(table["horizon"]["words"]),
        frozenset(table["measure"]["words"]),
        {verb: noun for noun, verbs in table["verbs"].items() for verb in verbs},
    )  # fmt: skip


@functools.cache
def context(section: str, key: str) -> frozenset[str]:
    """One word list of contexts.toml."""
    return frozenset(_contexts()[section][key])


@functools.cache
def _contexts() -> dict[str, Any]:
    return _table("contexts")


@functools.cache
def months() -> tuple[str, ...]:
    """Month names and abbreviations, longest first."""
    return tuple(sorted(_contexts()["months"]["forms"], key=len, reverse=True))


@functools.cache
def chinese() -> dict[str, Any]:
    """The table of the Chinese rules: classifiers, nouns, links, rank cues, idle words."""
    return _table("chinese")
