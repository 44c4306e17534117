"""The words by which English actors are known, read once from ``data/actors*.toml`` and ``data/surnames.toml``."""

import re
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from chronicle.extract.lexicon import automaton, either, load
from chronicle.extract.places.table import gazetteer
from chronicle.extract.records import Actor

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
    known: AhoCorasick
    bodies: tuple[tuple[str, str], ...]
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
        lower=re.compile(rf"[’']?s? (?P<office>{either(lower)})\b(?!s)"),
        lower_kinds=lower,
        parks=re.compile(rf"\b{either(context['park']['words'])}$", re.I),
        park_verbs=frozenset(context["park"]["verbs"]),
        not_actor=frozenset(table["not_actor"]["words"]),
        bare=frozenset(table["bare"]["words"]),
        acronyms=frozenset(table["acronym"]["words"]),
        fields=frozenset(table["field"]["words"]),
        demonyms=frozenset(table["demonym"]["words"]),
        titles=titles,
        longest_title=max(len(title.split()) for title in titles),
        company_nouns=re.compile(rf"\b{either(nouns)}\b"),
        company_before=frozenset(nouns) | frozenset(table["company_noun"]["before"]),
        known=automaton(list(known)),
        bodies=tuple(known.items()),
        outlets=frozenset(names["outlet"]["words"]),
        surnames=frozenset(load("surnames")["pinyin"]),  # type: ignore[call-overload]
        korean=frozenset(names["korean"]["words"]),
        given=gazetteer().given_names | frozenset(names["given"]["words"]),
        doubtful_given=frozenset(names["given"]["doubtful"]),
        context={name: frozenset(group["words"]) for name, group in context.items()},
    )


def known_bodies(text: str) -> list[Actor]:
    """The bodies and firms known by name wherever one stands as whole words, in order, the longer name first."""
    words = vocabulary()
    found: list[Actor] = []
    hits = words.known.find_matches_as_indexes(text, overlapping=True)
    for number, start, end in sorted(hits, key=lambda hit: (hit[1], -hit[2])):
        if (found and start < found[-1].end) or _goes_on(text[start - 1 : start]) or _goes_on(text[end : end + 1]):
            continue
        name, kind = words.bodies[number]
        found.append(Actor(name, kind, start, end))
    return found


def _goes_on(char: str) -> bool:
    """Whether a name goes on with this character: a letter, a digit or a hyphen."""
    return char.isalnum() or char in ("_", "-")
