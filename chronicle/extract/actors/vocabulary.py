"""The words by which English actors are known, read once from ``data/actors*.toml`` and ``data/surnames.toml``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from chronicle.extract.lexicon import load
from chronicle.extract.places.table import gazetteer

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŹŻŽ"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Heads by kind, words that exclude, titles of persons, nouns of companies and the words around plain names."""

    heads: dict[str, str]
    weak_heads: frozenset[str]
    plain_first: frozenset[str]
    common: frozenset[str]
    not_common: frozenset[str]
    first_heads: dict[str, str]
    lower: re.Pattern[str]
    lower_kinds: dict[str, str]
    parks: re.Pattern[str]
    park_verbs: frozenset[str]
    not_actor: frozenset[str]
    bare: frozenset[str]
    acronyms: frozenset[str]
    fields: frozenset[str]
    demonyms: frozenset[str]
    titles: frozenset[str]
    longest_title: int
    company_nouns: re.Pattern[str]
    company_before: frozenset[str]
    known: re.Pattern[str]
    known_kinds: dict[str, str]
    outlets: frozenset[str]
    surnames: frozenset[str]
    korean: frozenset[str]
    given: frozenset[str]
    doubtful_given: frozenset[str]
    context: dict[str, frozenset[str]]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, compiled once."""
    table: dict[str, dict[str, list[str]]] = load("actors")  # type: ignore[assignment]
    names: dict[str, dict[str, list[str]]] = load("actors_names")  # type: ignore[assignment]
    context: dict[str, dict[str, list[str]]] = load("actors_context")  # type: ignore[assignment]
    lower = {word: kind for kind, group in table["lower_head"].items() for word in group}
    known = {name: kind for kind, group in names["body"].items() for name in group}
    known.update(dict.fromkeys(table["known"]["en"], "company"))
    titles = frozenset(table["person_title"]["en"])
    nouns = table["company_noun"]["en"]
    return Vocabulary(
        heads={word: kind for kind, group in table["head"].items() for word in group},
        weak_heads=frozenset(table["weak_head"]["words"]),
        common=frozenset(table["common_head"]["words"]),
        not_common=frozenset(table["common_head"]["kept"]),
        plain_first=frozenset(
            word
            for name, key in (
                ("weak_head", "words"),
                ("weak_head", "plain"),
                ("field", "words"),
                ("demonym", "words"),
                ("bare", "words"),
            )
            for word in table[name][key]
        ),
        first_heads={word: kind for kind, group in table["first_head"].items() for word in group},
        lower=re.compile(rf"[’']?s? (?P<office>{_either(lower)})\b(?!s)"),
        lower_kinds=lower,
        parks=re.compile(rf"\b(?:{_either(context['park']['words'])})$", re.I),
        park_verbs=frozenset(context["park"]["verbs"]),
        not_actor=frozenset(table["not_actor"]["words"]),
        bare=frozenset(table["bare"]["words"]),
        acronyms=frozenset(table["acronym"]["words"]),
        fields=frozenset(table["field"]["words"]),
        demonyms=frozenset(table["demonym"]["words"]),
        titles=titles,
        longest_title=max(len(title.split()) for title in titles),
        company_nouns=re.compile(rf"\b(?:{_either(nouns)})\b"),
        company_before=frozenset(nouns) | frozenset(table["company_noun"]["before"]),
        known=re.compile(rf"(?<![\w-])(?:{_either(known)})(?![\w-])"),
        known_kinds=known,
        outlets=frozenset(names["outlet"]["words"]),
        surnames=frozenset(load("surnames")["pinyin"]),  # type: ignore[call-overload]
        korean=frozenset(names["korean"]["words"]),
        given=gazetteer().given_names | frozenset(names["given"]["words"]),
        doubtful_given=frozenset(names["given"]["doubtful"]),
        context={name: frozenset(group["words"]) for name, group in context.items()},
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
