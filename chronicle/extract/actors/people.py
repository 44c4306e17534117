"""Persons in English text: a name with a post, a verb of saying, or a Chinese name in romanisation."""

import re

from chronicle.extract.actors.vocabulary import UPPER, Vocabulary
from chronicle.extract.lexicon import forms
from chronicle.extract.records import Actor

_SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu"
    "|ou|ua|ue|ui|un|uo|a|e|i|o|u|ü)"
)
_PINYIN = re.compile(rf"{_SYLLABLE}(?:[-’']?{_SYLLABLE})?", re.I)
_TWO_SYLLABLES = re.compile(rf"{_SYLLABLE}[-’']?{_SYLLABLE}", re.I)
_POST_AFTER = re.compile(
    r", (?:an? |the |one of the )?([A-Za-z][a-z -]{2,40}?)(?: (?:of|at|for|from|in|with) (?:the )?|[,.]| and )"
)
_SAID_BEFORE = re.compile(rf"\b{forms('actor_said_before')}\s$")
_QUOTED_BEFORE = re.compile(r"[”\"’,] (?:said|says|added|explained)\s$")
_SAID_AFTER = re.compile(rf",? {forms('actor_said_after')}\b")
_OF_SOMEWHERE = re.compile(r" (?:from|of|at) (?:the )?[A-Z]")
_FOUNDERS = re.compile(r"\b(?:founded|led|headed|chaired|run|created|started|directed)(?: [a-z0-9]+){0,3} by\s$")
_REPORTER = re.compile(rf"{forms('actor_reporter')}[:：]?\s*$", re.I)
_CAPITALISED = re.compile(rf"[{UPPER}][\w’'&.-]*(?: (?:of |and )?[{UPPER}][\w’'&-]*){{0,8}}")
SHORT_TITLES = frozenset(
    {"dr", "prof", "professor", "mr", "ms", "mrs", "academician", "rector", "mayor", "president", "ceo"}
)


def chinese_name(first: str, second: str, vocabulary: Vocabulary) -> bool:
    """Whether two words are a surname and a given name in pinyin."""
    return first in vocabulary.surnames and bool(_PINYIN.fullmatch(second))


def person(text: str, start: int, end: int, vocabulary: Vocabulary) -> Actor | None:
    """The person that the capitalised run start..end names, if it names one."""
    parts = text[start:end].split()
    if not 2 <= len(parts) <= 3 or any(part[0].islower() for part in parts):
        return None
    if any(part.lower() in vocabulary.heads or part.lower() in vocabulary.not_actor for part in parts):
        return None
    if _REPORTER.search(text, max(0, start - 24), start):
        return None
    chinese = len(parts) == 2 and chinese_name(parts[0], parts[1], vocabulary)
    before = vocabulary.title_before.search(text, max(0, start - 40), start)
    after = _POST_AFTER.match(text, end, min(len(text), end + 90))
    post = after[1].strip() if after else None
    has_post = post is not None and any(
        post.lower() == title or post.lower().endswith(" " + title) for title in vocabulary.titles
    )
    said = bool(_SAID_AFTER.match(text, end) or _SAID_BEFORE.search(text, max(0, start - 16), start))
    evident = has_post or before or _FOUNDERS.search(text, max(0, start - 48), start)
    quoted = _QUOTED_BEFORE.search(text, max(0, start - 12), start)
    native = chinese and (said or post or _OF_SOMEWHERE.match(text, end) or _TWO_SYLLABLES.fullmatch(parts[1]))
    if not (evident or quoted or native):
        return None
    title = post if has_post else (before[1].lower() if before else None)
    organisation = _CAPITALISED.match(text, after.end()) if after and has_post else None
    name = organisation[0] if organisation else None
    return Actor(text[start:end], "person", start, end, title=title, organisation=name)


def at_the_end(text: str, start: int, end: int, vocabulary: Vocabulary) -> Actor | None:
    """A Chinese name that ends a longer run: "Deputy Mayor of Yiwu Song Yinghao", "Tianhe Robot Company Zhao Qiang"."""
    parts = text[start:end].split(" ")
    if len(parts) < 4 or not chinese_name(parts[-2], parts[-1], vocabulary):
        return None
    rest = {part.lower() for part in parts[:-2]}
    headed = parts[-3].lower() in vocabulary.heads
    if not headed and not (rest & vocabulary.titles and _TWO_SYLLABLES.fullmatch(parts[-1])):
        return None
    begin = end - len(parts[-2]) - len(parts[-1]) - 1
    return Actor(text[begin:end], "person", begin, end)
