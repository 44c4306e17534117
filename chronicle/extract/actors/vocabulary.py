"""The words by which English actors are known, read once from ``data/actors.toml`` and ``data/surnames.toml``."""

import re
from dataclasses import dataclass
from functools import cache

from chronicle.extract.lexicon import load

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŹŻŽ"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Heads by kind, words that exclude, titles of persons and nouns of companies."""

    heads: dict[str, str]
    first_heads: dict[str, str]
    lower: re.Pattern[str]
    lower_kinds: dict[str, str]
    not_actor: frozenset[str]
    bare: frozenset[str]
    acronyms: frozenset[str]
    fields: frozenset[str]
    titles: frozenset[str]
    title_before: re.Pattern[str]
    company_nouns: re.Pattern[str]
    company_before: re.Pattern[str]
    known: re.Pattern[str]
    surnames: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, compiled once."""
    table: dict[str, dict[str, list[str]]] = load("actors")  # type: ignore[assignment]
    lower = {word: kind for kind, group in table["lower_head"].items() for word in group}
    titles = table["person_title"]["en"]
    nouns = _either(table["company_noun"]["en"])
    return Vocabulary(
        heads={word: kind for kind, group in table["head"].items() for word in group},
        first_heads={word: kind for kind, group in table["first_head"].items() for word in group},
        lower=re.compile(rf"[’']?s? (?P<office>{_either(lower)})\b"),
        lower_kinds=lower,
        not_actor=frozenset(table["not_actor"]["words"]),
        bare=frozenset(table["bare"]["words"]),
        acronyms=frozenset(table["acronym"]["words"]),
        fields=frozenset(table["field"]["words"]),
        titles=frozenset(titles),
        title_before=re.compile(rf"(?:^|[\s(“\"])({_either(titles)}),?\s$", re.I),
        company_nouns=re.compile(rf"\b(?:{nouns})\b"),
        company_before=re.compile(rf"\b(?:{nouns})(?: called| named)?\s$"),
        known=re.compile(rf"(?<![\w-])(?:{_either(table['known']['en'])})(?![\w-])"),
        surnames=frozenset(load("surnames")["pinyin"]),  # type: ignore[call-overload]
    )


def _either(words: list[str] | dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
