"""A small pattern language over classes of tokens, compiled to regular expressions over one code character a token.

What belongs here: the language itself. The classes and the patterns are data (``data/dates_*.toml``).

    weekday? month day=dom ,? year        a class, a class under another name, an optional mark
    (the | this)? end of year             a group, alternatives, and words that stand for themselves

A class named twice without a name of its own is asked for by its first token. No item repeats, so a pattern matches in
time bounded by its own length.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

_ITEM = re.compile(r"\(|\)|\||\?|[^\s()|?]+")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: ``first`` are the codes it can begin with, ``classes`` the class of each named item."""

    regex: re.Pattern[str]
    first: frozenset[str]
    classes: dict[str, str]


class _Compiler:
    """Recursive descent over the items; ``codes_of`` gives the code characters of a class or of a plain word."""

    def __init__(self, source: str, codes_of: Callable[[str], str], is_class: Callable[[str], bool]) -> None:
        self.items = _ITEM.findall(source)
        self.at = 0
        self.codes_of = codes_of
        self.is_class = is_class
        self.classes: dict[str, str] = {}

    def alternatives(self) -> tuple[str, set[str], bool]:
        """The expression, its first codes, and whether it can match nothing."""
        parts, first, empty = [], set[str](), False
        while True:
            expression, codes, nothing = self.sequence()
            parts.append(expression)
            first |= codes
            empty |= nothing
            if self.at >= len(self.items) or self.items[self.at] != "|":
                return "|".join(parts), first, empty
            self.at += 1

    def sequence(self) -> tuple[str, set[str], bool]:
        expression, first, empty = "", set[str](), True
        while self.at < len(self.items) and self.items[self.at] not in "|)":
            piece, codes, nothing = self.item()
            if empty:
                first |= codes
            empty &= nothing
            expression += piece
        return expression, first, empty

    def item(self) -> tuple[str, set[str], bool]:
        word = self.items[self.at]
        self.at += 1
        nothing = False
        if word == "(":
            expression, codes, nothing = self.alternatives()
            self.at += 1  # the closing bracket
            expression = f"(?:{expression})"
        else:
            name, _, wanted = word.rpartition("=") if len(word) > 1 else ("", "", word)
            characters = self.codes_of(wanted)
            codes = set(characters)
            expression = f"[{re.escape(characters)}]"
            if name or (self.is_class(wanted) and wanted not in self.classes):
                self.classes[name or wanted] = wanted
                expression = f"(?P<{name or wanted}>{expression})"
        if self.at < len(self.items) and self.items[self.at] == "?":
            self.at += 1
            return f"(?:{expression})?", codes, True
        return expression, codes, nothing


def compile_pattern(source: str, codes_of: Callable[[str], str], is_class: Callable[[str], bool]) -> Pattern:
    """Compile one line of the language; raises ``re.error`` when the data is wrong (a test loads all)."""
    compiler = _Compiler(source, codes_of, is_class)
    expression, first, _ = compiler.alternatives()
    return Pattern(re.compile(expression), frozenset(first), compiler.classes)
