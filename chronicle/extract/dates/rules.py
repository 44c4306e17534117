"""The rules as data: every pattern of ``data/dates_*.toml``, indexed by the codes it can begin with, and its matches.

What belongs here: loading and longest-match search. What a match means is the work of the readings.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from chronicle.extract.dates.lexicon import NEWLINE, UNKNOWN, Lexicon, Value, load
from chronicle.extract.dates.pattern import Pattern, compile_pattern
from chronicle.extract.dates.tokens import Tokeniser, Tokens

_RUN = re.compile(f"[^{UNKNOWN}{NEWLINE}]+")
_LONGEST_PATTERN = 32  # tokens; a test holds every pattern below it
_REMEMBERED = 1 << 15  # rows of codes; a news corpus has a few thousand

RULE_FILES = ("dates_en.toml", "dates_zh.toml")


Fit = tuple[int, str, Pattern, tuple[tuple[str, int], ...]]
"""A pattern that matches at the head of a row of codes: its length, reading, itself, and where each item is."""


class Match(NamedTuple):
    """A pattern found: tokens ``first``..``last`` (half open), with the token of each named item."""

    read: str
    tokens: Tokens
    first: int
    last: int
    named: dict[str, int]
    pattern: Pattern
    lexicon: Lexicon

    def has(self, name: str) -> bool:
        """Whether the item took part."""
        return name in self.named

    def value(self, name: str) -> Value:
        """The item's meaning: the lexicon's value, or what the shape says (a decimal as a string)."""
        form = self.tokens.values[self.named[name]]
        wanted = self.pattern.classes[name]
        if isinstance(form, str) and wanted in self.lexicon.classes:
            return self.lexicon.value(wanted, form)
        return str(form) if isinstance(form, float) else form

    def number(self, name: str, default: int = 0) -> int:
        """The item as a whole number; ``default`` when it did not take part."""
        if name not in self.named:
            return default
        value = self.value(name)
        return abs(int(float(value))) if str(value).replace(".", "", 1).lstrip("-").isdigit() else default

    def form(self, name: str) -> str:
        """The item's word, lower case."""
        return str(self.tokens.values[self.named[name]]) if name in self.named else ""

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.tokens.starts[self.first]

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.tokens.ends[self.last - 1]

    @property
    def words(self) -> str:
        """The matched words, lower case."""
        return self.tokens.text[self.start : self.end].lower()


class Rules:
    """All patterns and the tokeniser that speaks their codes."""

    def __init__(self) -> None:
        self.lexicon = load()
        self.index: dict[str, list[tuple[str, Pattern]]] = {}
        for name in RULE_FILES:
            text = files("chronicle.extract").joinpath(f"data/{name}").read_text(encoding="utf-8")
            for rule in tomllib.loads(text)["rule"]:
                for source in rule["patterns"]:
                    pattern = compile_pattern(source, self.lexicon.codes_of, self.lexicon.is_class)
                    for code in pattern.first:
                        self.index.setdefault(code, []).append((rule["read"], pattern))
        self.tokeniser = Tokeniser(self.lexicon)
        # No pattern crosses a word that is no time, so what matches depends on the few codes that follow.
        self._fitting = lru_cache(maxsize=_REMEMBERED)(self._fit)
        self._fitting_run = lru_cache(maxsize=_REMEMBERED)(self._fit_run)

    def fitting(self, tokens: Tokens) -> Iterator[tuple[int, tuple[Fit, ...]]]:
        """Every token at which patterns match, with what matches there, longest first."""
        for run in _RUN.finditer(tokens.codes):
            codes, first = run[0], run.start()
            fit_run = self._fitting_run if len(codes) <= _LONGEST_PATTERN else self._fit_run
            for at, fits in fit_run(codes):
                yield first + at, fits

    def _fit_run(self, codes: str) -> list[tuple[int, tuple[Fit, ...]]]:
        """Where patterns match in a row of codes, and what matches there."""
        starts = [at for at, code in enumerate(codes) if code in self.index]
        return [(at, fits) for at in starts if (fits := self._fitting(codes[at : at + _LONGEST_PATTERN]))]

    def match(self, tokens: Tokens, position: int, fit: Fit) -> Match:
        """A fit as a match at a token."""
        length, read, pattern, named = fit
        items = {name: position + at for name, at in named}
        return Match(read, tokens, position, position + length, items, pattern, self.lexicon)

    def _fit(self, codes: str) -> tuple[Fit, ...]:
        """The patterns that match at the head of a row of codes, longest first: length, reading, where each item is."""
        found = []
        for read, pattern in self.index[codes[0]]:
            match = pattern.regex.match(codes)
            if match is not None:
                named = tuple((name, match.start(name)) for name in match.groupdict() if match[name])
                found.append((match.end(), read, pattern, named))
        return tuple(sorted(found, key=lambda row: -row[0]))


@cache
def rules() -> Rules:
    """The rules, compiled once a process."""
    return Rules()
