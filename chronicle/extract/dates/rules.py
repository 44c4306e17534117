"""The rules as data: every pattern of ``data/dates_*.toml``, indexed by the codes it can begin with, and its matches.

What belongs here: loading and longest-match search. What a match means is the work of the readings.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from chronicle.extract.dates.lexicon import Lexicon, Value, load
from chronicle.extract.dates.pattern import Pattern, compile_pattern
from chronicle.extract.dates.tokens import Tokeniser, Tokens

RULE_FILES = ("dates_en.toml", "dates_zh.toml")


@dataclass(frozen=True, slots=True)
class Match:
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
        self.any: dict[str, re.Pattern[str]] = {}
        for name in RULE_FILES:
            text = files("chronicle.extract").joinpath(f"data/{name}").read_text(encoding="utf-8")
            for rule in tomllib.loads(text)["rule"]:
                for source in rule["patterns"]:
                    pattern = compile_pattern(source, self.lexicon.codes_of, self.lexicon.is_class)
                    for code in pattern.first:
                        self.index.setdefault(code, []).append((rule["read"], pattern))
        for code, found in self.index.items():  # one look tells whether any pattern matches at all
            shapes = dict.fromkeys(re.sub(r"\?P<\w+>", "?:", pattern.regex.pattern) for _, pattern in found)
            self.any[code] = re.compile("|".join(shapes))
        self.tokeniser = Tokeniser(self.lexicon)

    def at(self, tokens: Tokens, position: int) -> list[Match]:
        """The matches that begin at a token where some pattern can begin, longest first."""
        code = tokens.codes[position]
        if not self.any[code].match(tokens.codes, position):
            return []
        found = []
        for read, pattern in self.index[code]:
            match = pattern.regex.match(tokens.codes, position)
            if match is not None:
                found.append((match.end(), read, pattern, match))
        found.sort(key=lambda row: -row[0])
        return [
            Match(
                read, tokens, position, end, {name: match.start(name) for name in match.groupdict() if match[name]},
                pattern, self.lexicon,
            )
            for end, read, pattern, match in found
        ]  # fmt: skip

    def starts(self, tokens: Tokens) -> Iterator[int]:
        """The tokens at which some pattern can begin."""
        index = self.index
        return (position for position, code in enumerate(tokens.codes) if code in index)


@cache
def rules() -> Rules:
    """The rules, compiled once a process."""
    return Rules()
