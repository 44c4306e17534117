"""Actors in English text: capitalised names with a head word, names that a noun or a verb marks, persons with a post.

What belongs here: spans and kinds. The choice of the fullest name is in ``names``.
"""

import re
from dataclasses import dataclass
from functools import cache

from chronicle.extract.actors.names import Alias, words
from chronicle.extract.lexicon import forms, load
from chronicle.extract.records import Actor

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŹŻŽ"
_CAP = rf"(?:[{_UP}][\w&’'-]*(?:\.(?=[\w ,]))?|[0-9]+[{_UP}]\w*|&)"
_LINK = (
    r"(?: of the | of | for the | for | and | de | da | do | du | di | del | der | la | & | in the | [Pp]eople[’']s )"
)
_NAME = re.compile(rf"{_CAP}(?:(?: |{_LINK}){_CAP}){{0,14}}")
_LTD = re.compile(r"\.?, ?(?:Ltd|LTD|Inc|LLC)\b\.?")
_OFFICE = re.compile(
    r"(?:[Tt]he )?(?:[Aa]dministrative|[Mm]anagement|[Aa]dministration) (?:committee|commission) of (?:the )?"
)
_BRACKETED_SHORT = re.compile(r"\s?\(([A-Z][A-Za-z&-]{1,11})\)")
_AFTER_PERSON = re.compile(r", (?:an? |the )?([a-z][a-z -]{2,40}?)(?: (?:of|at|for|from|in) (?:the )?|[,.]| and )")
_SAID_BEFORE = re.compile(rf"\b{forms('actor_said_before')}\s$")
_SAID_AFTER = re.compile(rf" {forms('actor_said_after')}\b")
_NOUN_AFTER = re.compile(
    r", (?:an?|the|one of [a-z ]{1,30}|whose|which|founded|headquartered|based) ?([a-z][a-z -]{0,60})"
)
_VERB_AFTER = re.compile(
    r" (?:has |have |had |will |is |was |were |also |recently |plans to |agreed to |newly )?"
    rf"{forms('actor_verbs')}\b"
)
_NOT_REPORTER = re.compile(rf"{forms('actor_reporter')}[:：]?\s*$", re.I)
_SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu"
    "|ou|ua|ue|ui|un|uo|a|e|i|o|u|ü)"
)
_PINYIN = re.compile(rf"{_SYLLABLE}(?:[-’']?{_SYLLABLE})?", re.I)


@dataclass(frozen=True, slots=True)
class _Words:
    heads: dict[str, str]
    lower: re.Pattern[str]
    lower_kinds: dict[str, str]
    not_actor: frozenset[str]
    bare: frozenset[str]
    titles: frozenset[str]
    title_before: re.Pattern[str]
    company_nouns: re.Pattern[str]
    company_before: re.Pattern[str]
    surnames: frozenset[str]


@cache
def _lexicon() -> _Words:
    table: dict[str, dict[str, list[str]]] = load("actors")  # type: ignore[assignment]
    lower = {word: kind for kind, group in table["lower_head"].items() for word in group}
    longest = sorted(lower, key=len, reverse=True)
    titles = sorted(table["person_title"]["en"], key=len, reverse=True)
    nouns = "|".join(sorted((re.escape(word) for word in table["company_noun"]["en"]), key=len, reverse=True))
    return _Words(
        heads={word: kind for kind, group in table["head"].items() for word in group},
        lower=re.compile(rf"[’']?s? (?P<office>{'|'.join(re.escape(word) for word in longest)})\b"),
        lower_kinds=lower,
        not_actor=frozenset(table["not_actor"]["words"]),
        bare=frozenset(table["bare"]["words"]),
        titles=frozenset(titles),
        title_before=re.compile(rf"(?:^|[\s(“\"])((?:{'|'.join(re.escape(word) for word in titles)}))\s$", re.I),
        company_nouns=re.compile(rf"\b(?:{nouns})\b"),
        company_before=re.compile(rf"\b(?:{nouns})\s$"),
        surnames=frozenset(load("surnames")["pinyin"]),  # type: ignore[call-overload]
    )


def find(text: str) -> tuple[list[Actor], list[Alias]]:
    """The actors named in English text, in order, and the short forms that stand in brackets after a name."""
    lexicon = _lexicon()
    actors: list[Actor] = []
    aliases: list[Alias] = []
    for match in _NAME.finditer(text):
        start, end = _trim(text, match.start(), match.end(), lexicon)
        if start >= end:
            continue
        for actor in _read(text, start, end, lexicon):
            actors.append(actor)
            if short := _BRACKETED_SHORT.match(text, actor.end):
                aliases.append(Alias(short[1], actor.name))
    known = {alias.short: alias.full for alias in aliases}
    if known:
        actors.extend(_short_forms(text, known, actors))
    return actors, aliases


def _read(text: str, start: int, end: int, lexicon: _Words) -> list[Actor]:
    """The actors in one capitalised run."""
    if ltd := _LTD.match(text, end):
        end = ltd.end()
    if person := _person(text, start, end, lexicon):
        return [person]
    if office := lexicon.lower.match(text, end):
        kind = lexicon.lower_kinds[office["office"]]
        return [Actor(text[start : office.end()], kind, start, office.end())]
    before = _OFFICE.search(text, max(0, start - 48), start)
    if before and before.end() == start:
        begin = before.start() + (
            4 if text[before.start()] in "Tt" and text[before.start() : before.start() + 4].lower() == "the " else 0
        )
        return [Actor(text[begin:end], "government", begin, end)]
    found = _organisation(text, start, end, lexicon)
    if found:
        return found
    return _marked(text, start, end, lexicon)


def _organisation(text: str, start: int, end: int, lexicon: _Words) -> list[Actor]:
    """A run with a head word; a run joined by "and" is two names when both sides have a head."""
    name = text[start:end]
    if " and " in name:
        left, right = name.split(" and ", 1)
        if _kind(left, lexicon) and _kind(right, lexicon) and " of " not in left:
            middle = start + len(left)
            return _organisation(text, start, middle, lexicon) + _organisation(text, middle + 5, end, lexicon)
    kind = _kind(name, lexicon)
    return [Actor(name, kind, start, end)] if kind else []


def _kind(name: str, lexicon: _Words) -> str | None:
    """The kind that the name's head says: the last word, or the word before "of"."""
    parts = name.split()
    if len(parts) < 2:
        return None
    lowered = [part.lower().strip("’',.") for part in parts]
    if lowered[-1] in lexicon.not_actor and "of" not in lowered:
        return None
    two = " ".join(lowered[-2:])
    if two in lexicon.heads:
        return lexicon.heads[two]
    if "of" in lowered or "for" in lowered:
        link = min(lowered.index(word) for word in ("of", "for") if word in lowered)
        head = lowered[link - 1] if link else ""
        if head in lexicon.heads and (lexicon.heads[head] != "company" or head in ("bank", "company")):
            return lexicon.heads[head]
    last = lowered[-1]
    if (last in lexicon.heads and last not in ("technology", "science", "sciences")) or (
        last in lexicon.heads and "of" not in lowered and "and" not in lowered
    ):
        return lexicon.heads[last]
    return None


def _marked(text: str, start: int, end: int, lexicon: _Words) -> list[Actor]:
    """A name without a head that its neighbours mark: ", a supplier of", "the company X", "X has filed"."""
    name = text[start:end]
    parts = name.split()
    if (
        len(parts) > 4
        or parts[-1].lower() in lexicon.not_actor
        or (len(parts) == 1 and (len(name) < 3 or name.lower() in lexicon.bare))
    ):
        return []
    after = _NOUN_AFTER.match(text, end)
    if after and (lexicon.company_nouns.search(after[0]) or after[0].startswith(", founded")):
        return [Actor(name, "company", start, end)]
    if lexicon.company_before.search(text, max(0, start - 24), start):
        return [Actor(name, "company", start, end)]
    if (len(parts) > 1 or name.isupper() or sum(char.isupper() for char in name) > 1) and _VERB_AFTER.match(text, end):
        return [Actor(name, "company", start, end)]
    return []


def _person(text: str, start: int, end: int, lexicon: _Words) -> Actor | None:
    parts = text[start:end].split()
    if not 2 <= len(parts) <= 3 or any(
        part.lower() in lexicon.heads or part.lower() in lexicon.not_actor for part in parts
    ):
        return None
    if _NOT_REPORTER.search(text, max(0, start - 24), start):
        return None
    chinese = parts[0] in lexicon.surnames and len(parts) == 2 and bool(_PINYIN.fullmatch(parts[1]))
    title = lexicon.title_before.search(text, max(0, start - 40), start)
    after = _AFTER_PERSON.match(text, end, min(len(text), end + 80))
    post = after[1].strip() if after else None
    has_post = post is not None and any(
        post == title_word or post.endswith(" " + title_word) for title_word in lexicon.titles
    )
    said = bool(_SAID_AFTER.match(text, end) or _SAID_BEFORE.search(text, max(0, start - 16), start))
    if not (has_post or title or (chinese and said) or (chinese and post)):
        return None
    organisation = _organisation_after(text, after.end()) if after and has_post else None
    return Actor(
        text[start:end], "person", start, end, title=post if has_post else (title[1].lower() if title else None),
        organisation=organisation,
    )  # fmt: skip


def _organisation_after(text: str, position: int) -> str | None:
    match = _NAME.match(text, position)
    return match[0] if match else None


def _trim(text: str, start: int, end: int, lexicon: _Words) -> tuple[int, int]:
    """The run without leading words that only open a sentence, a possessive or a joining word at its end."""
    while start < end:
        word = text[start:end].split(" ", 1)[0]
        rest = start + len(word) + 1
        opens_name = rest < end and word.lower() in lexicon.heads
        if rest >= end and word.lower() in lexicon.bare:
            return end, end
        if (
            word.lower() in lexicon.bare
            and not opens_name
            and word.lower() not in ("national", "state", "university", "provincial")
        ):
            start = rest
            continue
        if (
            (word.lower() in lexicon.titles or f"{word.lower()}" in ("park", "deputy"))
            and rest < end
            and len(text[start:end].split()) <= 4
        ):
            after = text[rest:end].split()
            if len(after) in (2, 3) and not any(part.lower() in lexicon.heads for part in after):
                start = rest
                continue
        break
    name = text[start:end]
    for ending in ("’s", "'s", "’", "'", ".", ",", "&"):
        if name.endswith(ending) and not name.endswith(("Co.", "Ltd.", "Inc.", "Corp.")):
            end -= len(ending)
            name = text[start:end].rstrip()
            end = start + len(name)
    return start, end


def _short_forms(text: str, known: dict[str, str], actors: list[Actor]) -> list[Actor]:
    """Every later place where a bracketed short form stands alone."""
    kinds = {actor.name: actor.kind for actor in actors}
    pattern = re.compile(
        r"(?<![\w(])(?:" + "|".join(re.escape(short) for short in sorted(known, key=len, reverse=True)) + r")(?![\w)])"
    )
    return [
        Actor(known[match[0]], kinds.get(known[match[0]], "other"), match.start(), match.end())
        for match in pattern.finditer(text)
        if words(known[match[0]])
    ]
