"""Toponyms in Latin script: capitalised words that the gazetteer knows, less the names of people and organisations."""

import re
from collections.abc import Iterator

from chronicle.extract.places.candidates import Candidate
from chronicle.extract.places.keys import key
from chronicle.extract.places.table import Gazetteer, Lexicon

TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]\.[A-Z]\b|[A-Za-zÀ-ɏḀ-ỿ]+(?:['’][A-Za-zÀ-ɏḀ-ỿ]+)*")
JOINS = {" ", "-", "–", ". ", "\u00a0", ", "}
LOOK_AHEAD = 7
"""Words after a name that are searched for an organisation word."""
CONNECTORS = {"of", "for", "and", "&", "the", "on", "in", "de", "du", "des"}

Token = tuple[int, int, str]


def tokens(text: str) -> list[Token]:
    """Words of Latin script with their spans; a possessive 's is left out."""
    out = []
    for match in TOKEN.finditer(text):
        word = match.group()
        start, end = match.span()
        if len(word) > 2 and word[-2] in "'’" and word[-1] in "sS":
            word, end = word[:-2], end - 2
        out.append((start, end, word))
    return out


def candidates(text: str, gazetteer: Gazetteer, lexicon: Lexicon) -> list[Candidate]:
    """Possible toponyms in order of their start, none overlapping another."""
    words = tokens(text)
    out: list[Candidate] = []
    people: set[str] = set()
    at = 0
    while at < len(words):
        match = longest_match(text, words, at, gazetteer, lexicon) if words[at][2][0].isupper() else None
        if match is None:
            at += 1
            continue
        length, form, rows = match
        candidate = judge(text, words, at, length, form, rows, lexicon, people)
        if candidate is not None:
            out.append(candidate)
        at += length
    return [c for c in out if c.form not in people or c.located or " " in c.form]


def longest_match(
    text: str, words: list[Token], at: int, gazetteer: Gazetteer, lexicon: Lexicon
) -> tuple[int, str, list[int]] | None:
    """The longest form that starts at this word: how many words, its key, its rows."""
    first = key(words[at][2])
    most = gazetteer.longest.get(first)
    if most is None:
        return None
    parts = [first]
    while len(parts) < most and at + len(parts) < len(words):
        previous, word = words[at + len(parts) - 1], words[at + len(parts)]
        gap = text[previous[1] : word[0]]
        if gap not in JOINS or (gap == ", " and word[2].rstrip(".") not in {"D.C", "DC"}):
            break
        parts.append(key(word[2]))
    for length in range(len(parts), 0, -1):
        last = words[at + length - 1][2]
        if length > 1 and not (last[0].isupper() or last[0] in "d'’"):
            continue
        form = " ".join(parts[:length])
        rows = gazetteer.latin.get(form)
        if rows is None:
            continue
        if length == 1 and not spelled_as_name(words[at][2], form, lexicon):
            return None
        return length, form, rows
    return None


def spelled_as_name(word: str, form: str, lexicon: Lexicon) -> bool:
    """Acronyms stand in capitals; other names may be all capitals only when long enough not to be an acronym."""
    if form in lexicon.words["acronym"]:
        return word.isupper()
    return not word.isupper() or len(word) > 3


def judge(
    text: str, words: list[Token], at: int, length: int, form: str, rows: list[int], lexicon: Lexicon, people: set[str]
) -> Candidate | None:
    """The candidate, or None if the words around it make it part of another name."""
    start, end = words[at][0], words[at + length - 1][1]
    before = words[at - 1] if at and text[words[at - 1][1] : start] in {" ", "-", "\u00a0", ". "} else None
    candidate = Candidate(start, end, form, rows, full_end=end)
    possessive = text[end : end + 2] in {"'s", "’s"}
    after = list(following(text, words, at + length)) if not possessive else []
    if after and after[0][2] in lexicon.levels:
        level = lexicon.levels[after[0][2]]
        candidate.level = level
        if after[0][2][0].isupper():
            candidate.full_end = after[0][1]
        after = after[1:] if after[0][2][0].isupper() else []
    if organisation_after(after, lexicon, form):
        return None
    if before is not None:
        word = before[2]
        lower = word.lower().rstrip(".")
        candidate.located = lower in lexicon.words["locative"]
        joined = text[before[1] : start]
        if (word[0].isupper() and joined != ". ") or (joined == ". " and lower in lexicon.words["title"]):
            if lower in lexicon.words["title"]:
                people.add(form)
                return None
            if lower not in lexicon.words["function"] and lower not in lexicon.words["direction"] and joined == " ":
                if word in lexicon.words["family"] and length == 1:
                    return None
                if key(word) not in KNOWN_BEFORE and not known_place(words, at - 1, lexicon):
                    return None
        if lower == "of" and at > 1 and words[at - 2][2] in lexicon.words["of_organisation"]:
            return None
    if length == 1 and form in lexicon.words["common"]:
        candidate.weak = True
    return candidate


KNOWN_BEFORE = {"city", "province", "county", "district", "state", "republic", "kingdom", "port", "town"}


def known_place(words: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the capitalised word before is itself no part of a name: a place, a weekday, a type word."""
    word = words[at][2]
    return word in lexicon.words["beside"] or word in lexicon.levels


def following(text: str, words: list[Token], at: int) -> Iterator[Token]:
    """The words after a name that may belong to one longer name with it."""
    previous = at - 1
    for number in range(at, min(at + LOOK_AHEAD, len(words))):
        gap = text[words[previous][1] : words[number][0]]
        word = words[number][2]
        if gap not in {" ", "-", "\u00a0", " & "}:
            return
        if not word[0].isupper() and word not in CONNECTORS and number > at:
            return
        yield words[number]
        if not word[0].isupper() and word not in CONNECTORS:
            return
        previous = number


def organisation_after(after: list[Token], lexicon: Lexicon, form: str) -> bool:
    """Whether the capitalised words after the name make it an organisation's or a person's."""
    run: list[str] = []
    for _, _, word in after:
        if not word[0].isupper() and word not in CONNECTORS:
            break
        run.append(word)
    while run and not run[-1][0].isupper():
        run.pop()
    if not run or not run[0][0].isupper():
        return False
    if any(w in lexicon.words["event"] for w in run):
        return form == "china"
    if any(w in lexicon.words["government"] for w in run):
        return False
    if any(w in lexicon.words["organisation"] for w in run):
        return True
    return run[0] not in lexicon.words["beside"]
