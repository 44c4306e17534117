"""Cue lexicons: TOML word lists found in a text in one pass, as hits of named concepts.

What belongs here: loading, matching and word boundaries. What a concept means for an event is said in the rules
(``data/types.toml``) and in the modules that read them.

A list is ``[concept]`` with ``en`` and ``zh`` words. English words match whole words in any case; ``*`` at the end
matches any ending ("commerciali*"). Chinese words match anywhere. A hit inside a hit of the concept ``mask`` is
dropped, so that a name ("Five-Year Plan") does not fire for the words in it.
"""

import re
import sys
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import ahocorasick_rs

MASK = "mask"
SHORT_LIST = 500  # words; a longer list as a DFA takes many megabytes
Tree = dict[str, "Tree"]
"""Words by their characters; an empty one where a word ends."""
_WORD_TAIL = re.compile(r"[\w'’-]*")
_FOLD_LOSS = re.compile(r"[\u0130\u1e9e]")  # lower() of these changes the number of code points


class Hit(NamedTuple):
    """A cue in the text: the concept it stands for, the words of the lexicon, and where."""

    start: int
    end: int
    concept: str
    cue: str


class Hits:
    """The hits of one text, by position."""

    __slots__ = ("_starts", "items")

    def __init__(self, items: Iterable[Hit]) -> None:
        self.items: tuple[Hit, ...] = tuple(items)
        self._starts = [hit.start for hit in self.items]

    def between(self, start: int, end: int) -> list[Hit]:
        """The hits that lie wholly in start..end, in order."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [hit for hit in self.items[low:high] if hit.end <= end]


class Cue(NamedTuple):
    """A word of the lexicon: whether its ends must be a word's ends, and whether any ending may follow."""

    concept: str
    words: str
    opens: bool
    closes: bool
    prefix: bool


class Lexicon:
    """A compiled set of concepts; ``find`` is linear in the text."""

    __slots__ = ("_automaton", "_cues")

    def __init__(self, concepts: Mapping[str, Mapping[str, list[str]]]) -> None:
        self._cues: list[Cue] = []
        patterns: list[str] = []
        for concept, languages in concepts.items():
            for language in sorted(languages):
                for words in languages[language]:
                    prefix, whole = words.endswith("*"), language != "zh"
                    stem = fold(words[:-1] if prefix else words)
                    patterns.append(stem)
                    opens, closes = whole and _joins(stem[0]), whole and not prefix and _joins(stem[-1])
                    self._cues.append(Cue(concept, words, opens, closes, whole and prefix))
        self._automaton = automaton(patterns or ["\u0000"])

    @property
    def concepts(self) -> frozenset[str]:
        """The names of the concepts."""
        return frozenset(cue[0] for cue in self._cues)

    def find(self, text: str) -> Hits:
        """Every hit in the text, sorted by start, then the longer first, then by concept."""
        if not self._cues:
            return Hits(())
        folded = fold(text)
        found: list[tuple[int, int, str, str]] = []  # as they are sorted: the end counts down
        masks: list[tuple[int, int]] = []
        length = len(folded)
        for index, start, stop in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            concept, words, opens, closes, prefix = self._cues[index]
            if opens and start and folded[start - 1] >= "0" and _joins(folded[start - 1]):
                continue  # spaces and most marks come before "0"
            if closes and stop < length and folded[stop] >= "0" and _joins(folded[stop]):
                continue
            end = stop
            if prefix and (match := _WORD_TAIL.match(folded, stop, min(length, stop + 24))):
                end = match.end()
            if concept == MASK:
                masks.append((start, end))
            else:
                found.append((start, -end, concept, words))
        found.sort()
        hits = [Hit(start, -end, concept, words) for start, end, concept, words in found]
        return Hits(_unmasked(hits, masks) if masks else hits)


class Sought:
    """A pattern that needs one of some words as they stand; a text without them is passed ten times as quickly."""

    __slots__ = ("_any_case", "_needed", "pattern")

    def __init__(self, pattern: str, needed: Iterable[str], flags: re.RegexFlag = re.NOFLAG) -> None:
        self._needed = automaton(sorted(needed))
        self._any_case = re.IGNORECASE in flags
        self.pattern = re.compile(pattern, flags)

    def may_stand_in(self, text: str) -> bool:
        """Whether a word that the pattern needs stands in the text."""
        return bool(self._needed.find_matches_as_indexes(text.lower() if self._any_case else text))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in start..end of the text."""
        return self.pattern.search(text, start, end) if self.may_stand_in(text[start:end]) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in the text."""
        return self.pattern.finditer(text) if self.may_stand_in(text) else iter(())


def fold(text: str) -> str:
    """The text in lower case, code point for code point, with plain quotation marks and hyphens."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = _FOLD_LOSS.sub("i", text).lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    if not lowered.isascii():
        for mark, plain in _PLAIN:
            lowered = lowered.replace(mark, plain)
    return lowered


_PLAIN = (("’", "'"), ("‘", "'"), ("‑", "-"), ("–", "-"), ("\u00a0", " "))


def load(name: str) -> dict[str, object]:
    """The table ``data/<name>.toml``."""
    return tomllib.loads(files("chronicle.extract").joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


def automaton(words: list[str]) -> ahocorasick_rs.AhoCorasick:
    """The words in one automaton; a short list has room for the form that is twice as quick."""
    quick = ahocorasick_rs.Implementation.DFA if len(words) <= SHORT_LIST else None
    return ahocorasick_rs.AhoCorasick(words, implementation=quick)


@cache
def lexicon(name: str) -> Lexicon:
    """The lexicon in ``data/<name>.toml``, compiled once."""
    return Lexicon(load(name))  # type: ignore[arg-type]


@cache
def forms(name: str, lang: str = "en") -> str:
    """The words of a list in ``data/forms.toml`` as one pattern."""
    return either(words_of(name, lang))


def words_of(name: str, lang: str = "en") -> list[str]:
    """The words of a list in ``data/forms.toml``."""
    return _forms()[name][lang]


@cache
def _forms() -> dict[str, dict[str, list[str]]]:
    return load("forms")  # type: ignore[return-value]


def either(words: Iterable[str]) -> str:
    """The words as one pattern, the longer word first; beginnings are shared, so few words are tried at a place."""
    tree: Tree = {}
    for word in sorted(words):
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branches(tree)


def _branches(tree: Tree) -> str:
    parts = [
        re.escape(char) + (_branches(below) if below.keys() != {""} else "") for char, below in tree.items() if char
    ]
    return f"(?:{'|'.join(parts)}){'?' if '' in tree else ''}"


def _joins(char: str) -> bool:
    """Whether a letter or digit continues a word written in an alphabet (Chinese characters never do)."""
    return char.isalnum() and not "\u3400" <= char <= "\u9fff"


def _unmasked(hits: list[Hit], masks: list[tuple[int, int]]) -> list[Hit]:
    """The hits that no mask covers; masks are merged first, so the walk is linear."""
    masks.sort()
    merged: list[tuple[int, int]] = []
    for start, end in masks:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    starts = [start for start, _ in merged]
    kept: list[Hit] = []
    for hit in hits:
        place = bisect_left(starts, hit.start + 1) - 1
        if place < 0 or hit.end > merged[place][1]:
            kept.append(hit)
    return kept
