"""What stands around a date: modifiers and times of day that widen its span, and the words that say its relation."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from chronicle.extract.dates.pattern import Pattern, compile_pattern
from chronicle.extract.dates.rules import Match, rules

_LONGEST_HEAD = 6  # tokens
_CONTEXT = 28  # code points


@cache
def _edges() -> tuple[tuple[Pattern, ...], tuple[Pattern, ...], dict[str, str], dict[str, str]]:
    data = tomllib.loads(files("chronicle.extract").joinpath("data/dates_edges.toml").read_text(encoding="utf-8"))
    lexicon = rules().lexicon

    def known(word: str) -> str:
        return (
            lexicon.codes_of(word)
            if lexicon.is_class(word) or word in lexicon.codes or not word.isalpha()
            else "\ufffe"
        )

    heads, tails = (
        [compile_pattern(source, known, lexicon.is_class) for source in data[name]] for name in ("head", "tail")
    )
    before = {word: name for name, words in data["relation"].items() for word in words}
    after = {word: name for name, words in data["relation_after"].items() for word in words}
    return tuple(heads), tuple(tails), before, after


def widen(match: Match) -> tuple[int, int]:
    """First and last token (half open) of the match with the modifiers and times of day around it."""
    heads, tails, _, _ = _edges()
    codes, last = match.tokens.codes, match.last
    longest = last
    for pattern in tails:
        if last < len(codes) and codes[last] in pattern.first and (found := pattern.regex.match(codes, last)):
            longest = max(longest, found.end())
    first = match.first
    for size in range(min(_LONGEST_HEAD, first), 0, -1):
        if any(
            pattern.regex.fullmatch(codes, first - size, first)
            for pattern in heads
            if codes[first - size] in pattern.first
        ):
            if (
                size == 1 and match.words.isdigit() and match.tokens.values[first - 1] == "the"
            ):  # "the 2019 award": the article is not the year's
                break
            return first - size, longest
    return first, longest


def relation(text: str, start: int, end: int) -> str | None:
    """What the words right before (or, in Chinese, after) the date say: by, until, since, from, in, within, or None."""
    _, _, before, after = _edges()
    tail = text[end : end + 2]
    for size in (2, 1):
        if tail[:size] in after and not (tail[:1] == "前" and tail[1:2] in "往列期沿景"):
            return after[tail[:size]]
    head = re.sub(r"\bthe\s*$", "", text[max(0, start - _CONTEXT) : start].lower()).rstrip()
    words = re.findall(r"[a-z]+", head[-_CONTEXT:])
    if head and head[-1].isascii() and head[-1].isalpha():
        for size in (3, 2, 1):
            phrase = " ".join(words[-size:])
            if len(words) >= size and phrase in before and head.endswith(phrase):
                return before[phrase]
        return None
    for size in (4, 3, 2, 1):
        if head[-size:] in before:
            return before[head[-size:]]
    return None
