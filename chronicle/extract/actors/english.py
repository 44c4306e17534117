"""Actors in English text: capitalised names with a head word, names that a noun or a verb marks, persons with a post.

What belongs here: spans and kinds. The choice of the fullest name is in ``names``.
"""

import re

from chronicle.extract.actors.names import Alias, words
from chronicle.extract.actors.people import SHORT_TITLES, at_the_end, person
from chronicle.extract.actors.vocabulary import UPPER, Vocabulary, vocabulary
from chronicle.extract.lexicon import forms
from chronicle.extract.records import Actor

_CAP = rf"(?:(?:[A-Z]\.){{2,}}|[{UPPER}][\w&’'-]*(?:\.(?=[\w ,]))?|[0-9]+[{UPPER}]\w*|&)"
_LINK = (
    r"(?: of the | of | for the | for | and | de | da | do | du | di | del | der | la | & | in the | [Pp]eople[’']s )"
)
_NAME = re.compile(rf"{_CAP}(?:(?: |{_LINK}){_CAP}){{0,14}}")
_CLOSE_QUOTES = frozenset('”"’」』')
_NOT_ITS_HEAD = re.compile(r"[A-Z][a-z]+ of (?:the )?(?=([A-Z]\w+ [A-Z]))")  # "Construction of the Lakeside Laboratory"
_PERSON_OF = re.compile(r" (?:of|from|at) (?:the )?")
_BASED = re.compile(r"[A-Z]\w+-based ")
_OPEN_QUOTES = ("“", '"', "‘", "「", "『")
_ACRONYM = re.compile(r"[A-Z]{3,9}")
_AFTER_PREPOSITION = re.compile(r"\b(?:by|with|from|of|at|for|to|and|winners|company|firm|project|agency|group),?\s$")
_FINITE_AFTER = re.compile(r",? (?:has|have|had|will|is|was|said|says|plans|expects|develops|signed|won)\b")
_REPEATABLE = re.compile(rf"(?<=[a-z,] )[{UPPER}][a-z]{{2,}}(?: [{UPPER}][a-z]{{2,}}){{1,3}}(?![\w-]| [{UPPER}])")
_LTD = re.compile(r"\.?, ?(?:Ltd|LTD|Inc|LLC)\b\.?")
_OFFICE = re.compile(
    r"(?:[Tt]he )?(?:[Aa]dministrative|[Mm]anagement|[Aa]dministration) (?:committee|commission) of (?:the )?"
)
_BRACKETED_SHORT = re.compile(r"\s?\(([A-Z][A-Za-z&-]{1,11})\)")
_NOUN_AFTER = re.compile(
    r", (?:an?|the|one of [a-z ]{1,30}|whose|which|founded|headquartered|based) ?([a-z][a-z -]{0,60})"
)
_VERB_AFTER = re.compile(
    r" (?:has |have |had |will |is |was |were |also |recently |plans to |agreed to |newly )?"
    rf"{forms('actor_verbs')}\b"
)


def find(text: str) -> tuple[list[Actor], list[Alias]]:
    """The actors named in English text, in order, and the short forms that stand in brackets after a name."""
    lexicon = vocabulary()
    actors: list[Actor] = []
    aliases: list[Alias] = []
    for match in _NAME.finditer(text):
        start, end = _trim(text, match.start(), match.end(), lexicon)
        if start >= end or (start and text[start - 1] in _OPEN_QUOTES and text[end : end + 1] in _CLOSE_QUOTES):
            continue
        for actor in _read(text, start, end, lexicon):
            actors.append(actor)
            if short := _BRACKETED_SHORT.match(text, actor.end):
                aliases.append(Alias(short[1], actor.name))
    actors.extend(_repeated(text, actors, lexicon))
    actors.extend(Actor(match[0], "company", *match.span()) for match in lexicon.known.finditer(text))
    known = {alias.short: alias.full for alias in aliases}
    if known:
        actors.extend(_short_forms(text, known, actors))
    return actors, aliases


def _read(text: str, start: int, end: int, lexicon: Vocabulary) -> list[Actor]:
    """The actors in one capitalised run."""
    if ltd := _LTD.match(text, end):
        end = ltd.end()
    if found_person := person(text, start, end, lexicon):
        return [found_person]
    if last := at_the_end(text, start, end, lexicon):
        return [*_read(text, start, last.start - 1, lexicon), last]
    for link in _PERSON_OF.finditer(text, start, end):
        if found_person := person(text, start, link.start(), lexicon):
            return [found_person, *_read(text, link.end(), end, lexicon)]
        break
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


def _organisation(text: str, start: int, end: int, lexicon: Vocabulary) -> list[Actor]:
    """A run with a head word; a run joined by "and" is two names when both sides have a head."""
    name = text[start:end]
    if " and " in name:
        left, right = name.split(" and ", 1)
        middle = start + len(left)
        left_kind, right_kind = _kind(left, lexicon), _kind(right, lexicon)
        field = left.split()[-1].lower() in lexicon.fields or right.split()[0].lower() in lexicon.fields
        if not field and (left_kind or right_kind or len(name.split()) <= 5):
            first = _organisation(text, start, middle, lexicon) or _marked(text, start, middle, lexicon)
            second = _organisation(text, middle + 5, end, lexicon) or _marked(text, middle + 5, end, lexicon)
            if first or second:
                return first + second
    opener = _NOT_ITS_HEAD.match(name)
    if opener and name[: opener.start(1)].split()[0].lower() not in lexicon.heads:
        return _organisation(text, start + opener.start(1), end, lexicon)
    kind = _kind(name, lexicon)
    return [Actor(name, kind, start, end)] if kind else []


def _kind(name: str, lexicon: Vocabulary) -> str | None:
    """The kind that the name's head says: the last word, or the word before "of"."""
    parts = name.split()
    if len(parts) < 2:
        return None
    lowered = [part.lower().strip("’',.") for part in parts]
    if lowered[-1] in lexicon.not_actor and "of" not in lowered:
        return None
    if lowered[0] in lexicon.first_heads:
        return lexicon.first_heads[lowered[0]]
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


def _marked(text: str, start: int, end: int, lexicon: Vocabulary) -> list[Actor]:
    """A name without a head that its neighbours mark: ", a supplier of", "the company X", "X has filed"."""
    name = text[start:end]
    parts = name.split()
    if (
        len(parts) > 4
        or parts[-1].lower() in lexicon.not_actor
        or (len(parts) == 1 and (len(name) < 3 or name.lower() in lexicon.bare))
    ):
        return []
    acronym = _ACRONYM.fullmatch(name) and name not in lexicon.acronyms
    if (
        acronym
        and f"({name})" not in text
        and (_AFTER_PREPOSITION.search(text, max(0, start - 16), start) or _FINITE_AFTER.match(text, end))
    ):
        return [Actor(name, "other", start, end)]
    after = _NOUN_AFTER.match(text, end)
    if after and (lexicon.company_nouns.search(after[0]) or after[0].startswith(", founded")):
        return [Actor(name, "company", start, end)]
    if lexicon.company_before.search(text, max(0, start - 24), start):
        return [Actor(name, "company", start, end)]
    if (len(parts) > 1 or name.isupper() or sum(char.isupper() for char in name) > 1) and _VERB_AFTER.match(text, end):
        return [Actor(name, "company", start, end)]
    return []


def _trim(text: str, start: int, end: int, lexicon: Vocabulary) -> tuple[int, int]:
    """The run without leading words that only open a sentence, a possessive or a joining word at its end."""
    if based := _BASED.match(text, start, end):
        start = based.end()
    while start < end:
        word = text[start:end].split(" ", 1)[0]
        rest = start + len(word) + 1
        opens_name = rest < end and word.lower() in lexicon.heads
        if rest >= end and word.lower() in lexicon.bare:
            return end, end
        if (
            word.lower() in lexicon.bare
            and not opens_name
            and word.lower() not in ("national", "state", "university", "provincial", "municipal")
        ):
            start = rest
            continue
        if word.lower().strip(".") in SHORT_TITLES and rest < end and text[rest].isupper():
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


def _repeated(text: str, actors: list[Actor], lexicon: Vocabulary) -> list[Actor]:
    """Capitalised names of two to four words that stand more than once inside sentences: a name, if not a place's.

    (A name that is a place is dropped where mentions are put together.)
    """
    taken = {actor.start for actor in actors}
    spans: dict[str, list[tuple[int, int]]] = {}
    for match in _REPEATABLE.finditer(text):
        if match.start() not in taken:
            spans.setdefault(match[0], []).append(match.span())
    found: list[Actor] = []
    for name, places in spans.items():
        parts = name.lower().split()
        unfit = any(part in lexicon.not_actor or part in lexicon.bare for part in parts)
        if len(places) > 1 and not unfit and parts[0] not in lexicon.titles:
            found.extend(Actor(name, "other", start, end) for start, end in places)
    return found


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
