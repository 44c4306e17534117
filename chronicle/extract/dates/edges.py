"""What stands around a date: modifiers and times of day that widen its span, and the words that say its relation."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from chronicle.extract.dates.pattern import Pattern, compile_pattern
from chronicle.extract.dates.rules import Match, rules

_LONGEST_HEAD = 6  # tokens
_NEVER = "\ufffe"  # a code no token has
_CONTEXT = 28  # code points


@dataclass(frozen=True, slots=True)
class Edges:
    """The compiled data: heads (without and with hours), tails, the codes they hold, and the relation words."""

    head: re.Pattern[str]
    head_or_hour: re.Pattern[str]
    tails: tuple[re.Pattern[str], ...]
    head_codes: frozenset[str]
    tail_codes: frozenset[str]
    before: dict[str, str]
    after: dict[str, str]


@cache
def _edges() -> Edges:
    data = tomllib.loads(files("chronicle.extract").joinpath("data/dates_edges.toml").read_text(encoding="utf-8"))
    lexicon = rules().lexicon
    codes: set[str] = set()

    def known(word: str) -> str:
        known_word = lexicon.is_class(word) or word in lexicon.codes or not word.isalpha()
        found = lexicon.codes_of(word) if known_word else _NEVER
        codes.update(found)
        return found

    def plain(pattern: Pattern) -> str:
        return re.sub(r"\?P<\w+>", "?:", pattern.regex.pattern)

    head, hour = (
        "|".join(plain(compile_pattern(source, known, lexicon.is_class)) for source in data[name])
        for name in ("head", "hour")
    )
    head_codes = frozenset(codes)
    tails = [compile_pattern(source, known, lexicon.is_class) for source in data["tail"]]
    return Edges(
        re.compile(head),
        re.compile(f"{head}|{hour}"),
        tuple(re.compile(plain(pattern)) for pattern in tails),
        head_codes,
        frozenset().union(*(pattern.first for pattern in tails)),
        {word: name for name, words in data["relation"].items() for word in words},
        {word: name for name, words in data["relation_after"].items() for word in words},
    )


def widen(match: Match, told_with_hours: bool) -> tuple[int, int]:
    """First and last token (half open) of the match with the modifiers and times of day around it."""
    edges = _edges()
    codes, first, last = match.tokens.codes, match.first, match.last
    if told_with_hours and codes[last : last + 1] in edges.tail_codes:
        last = max([last, *(found.end() for tail in edges.tails if (found := tail.match(codes, match.last)))])
    head = edges.head_or_hour if told_with_hours else edges.head
    if first == 0 or codes[first - 1] not in edges.head_codes:
        return first, last
    longest = 1
    while longest < min(_LONGEST_HEAD, first) and codes[first - longest - 1] in edges.head_codes:
        longest += 1
    for size in range(longest, 0, -1):
        if head.fullmatch(codes, first - size, first):
            if size == 1 and match.tokens.values[first - 1] == "the" and match.words.isdigit():
                break  # "the 2019 award": the article is not the year's
            return first - size, last
    return first, last


def relation(text: str, start: int, end: int) -> str | None:
    """What the words right before (or, in Chinese, after) the date say: by, until, since, from, in, within, or None."""
    before, after = _edges().before, _edges().after
    tail = text[end : end + 2]
    for size in (2, 1):
        if tail[:size] in after and not (tail[:1] == "前" and tail[1:2] in "往来夕列期沿景进"):
            return after[tail[:size]]
    head = text[max(0, start - _CONTEXT) : start].lower().rstrip()
    head = head[:-4].rstrip() if head.endswith(" the") else head
    if head and head[-1].isascii() and head[-1].isalpha():
        words = head.split()
        for size in (3, 2, 1):
            if len(words) >= size and (phrase := " ".join(words[-size:]).lstrip('("“‘,')) in before:
                return before[phrase]
        return None
    for size in (4, 3, 2, 1):
        if head[-size:] in before:
            return before[head[-size:]]
    return None
