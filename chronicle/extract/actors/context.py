"""Names without a head word that their neighbours make an actor's: "financed by X", "X, a maker of …", "Siemens and X".

What belongs here: what the words around one capitalised run say. The words are data (``data/actors_context.toml``).
"""

import re
from itertools import pairwise

from chronicle.extract.actors.vocabulary import UPPER, Vocabulary
from chronicle.extract.places.table import gazetteer
from chronicle.extract.records import Actor

LOOK_BACK = 90  # code points before a name that are read for evidence
LOOK_AHEAD = 90
LONGEST = 4  # words of a name without a head
_BOUNDARY = re.compile(r"[.!?;\n][\s”\"]*(?=[^\s]*\s|$)")
_WORD = re.compile(r"[\w&’'-]+|[:,(]")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9-]{2,11}")
_APPOSITION = re.compile(
    r", (?:now |once |itself |formerly )?"
    r"(?:an?|the|one of [a-z ]{1,30}|whose|founded|headquartered|based|backed|spun|set up|owned|led)"
    r" ?((?:[\w’'-]+ ){0,6}[\w’'-]*)"
)
_BARE_APPOSITION = re.compile(
    r", (?:maker|developer|operator|producer|supplier|manufacturer|provider|builder|owner|organi[sz]er|promoter)s? of "
)
_AND_OTHERS = re.compile(
    r",? (?:and|as well as) (?:(?:[a-z]+|\d+) )?other (?:[a-z-]+ ){0,2}"
    r"(?:enterprises|companies|firms|businesses|universities|institutes|institutions|units|start-?ups|manufacturers)\b"
)
_AMONG = re.compile(
    r"(?:,? and (?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}))? (?:is|are|was|were) (?:among|one of|two of|some of) "
    r"(?:the |its |their )?(?:[a-z-]+ ){0,3}([a-z-]+)"
)
_FROM = re.compile(rf" from ([{UPPER}][\w-]+)")
OF_FIRMS = frozenset(
    {
        "plant", "factory", "workshop", "subsidiary", "branch", "lab", "laboratory", "warehouse", "yard",
        "headquarters", "arm", "division", "affiliate",
    }
)  # fmt: skip
"""What firms have: a plant of X."""
FAR_BACK = 300  # code points in which "including X" may name the firms it is of
_RELATIVE = re.compile(r", which (?:also |now |has |had |will |is |already |together ){0,2}([a-z]+)")
_BRACKET = re.compile(r" ?[(（][^()（）\n]{1,40}[)）]")
_NEXT = re.compile(r" ([^\W\d][\w’'-]*)")
_LISTED = re.compile(r",? (?:and|or|as well as|together with|along with|alongside) (?:the )?|, (?:the )?| & ")
_GOES_ON = re.compile(
    rf",? and (?:the )?[{UPPER}]|, (?:the )?[{UPPER}]|,? (?:as well as|among)"
    r"|,? and \w+ (?:other|more)|,? and so on|,? etc\b"
)
_ENDS = frozenset(',.;:)”"!?\n，。')
APPOSED = ("founded", "headquartered", "based", "backed", "spun", "set up", "owned")
_CLOSED = re.compile(rf"(?: of [{UPPER}]\w+)?,")
_OWNER = re.compile(rf"([{UPPER}]\w+)[’']s $")  # "Sweden’s Lumitek"
ADJECTIVE_ENDS = (
    "-based",
    "-led",
    "-funded",
    "-backed",
    "-listed",
    "-style",
    "-born",
    "-owned",
    "-made",
    "-level",
    "-related",
)
PRODUCTS = frozenset(
    {"product", "products", "system", "device", "drug", "robot", "model", "brand", "app", "chip", "satellite"}
)


def plain(name: str, vocabulary: Vocabulary) -> bool:
    """Whether these words can be a name without a head at all."""
    parts = name.split()
    lowered = [part.lower() for part in parts]
    if len(parts) > LONGEST or len(name) < 3 or lowered[-1] in vocabulary.not_actor:
        return False
    if lowered[-1].endswith(ADJECTIVE_ENDS):
        return False
    if any(word in vocabulary.demonyms for word in lowered[:1]) or name.lower() in vocabulary.outlets:
        return False
    if name.upper() in vocabulary.acronyms or all(
        word in vocabulary.bare or word in vocabulary.fields for word in lowered
    ):
        return False
    return not (
        len(parts) == 1
        and (lowered[0] in vocabulary.bare or lowered[0] in vocabulary.titles or lowered[0] in vocabulary.heads)
    )


def is_place(name: str) -> bool:
    """Whether the gazetteer knows the name as it stands."""
    return name.lower().replace("’", "'") in gazetteer().latin


def alone(text: str, end: int, vocabulary: Vocabulary) -> bool:
    """Whether the name stands for itself, not before a noun ("Heckwald engineers")."""
    if end >= len(text) or text[end] in _ENDS or text.startswith((" (", "（", " –", " -"), end):
        return True
    following = _NEXT.match(text, end)
    if not following:
        return text[end] == " " and end + 1 < len(text) and not text[end + 1].isalnum()
    word = following[1].lower()
    return word in vocabulary.context["after"] or word in vocabulary.context["verb"] or word.endswith(("ly", "ed"))


def marked(text: str, start: int, end: int, vocabulary: Vocabulary) -> str | None:
    """The kind of actor that the words around text[start:end] say it is, or None."""
    name = text[start:end]
    if not plain(name, vocabulary) or (text[start - 1 : start] == "(" and text.startswith(")", end)):
        return None
    acronym = bool(_ACRONYM.fullmatch(name))
    kind = "other" if acronym else "company"
    place = is_place(name)
    before = _before(text, start)
    if _noun_before(before, vocabulary, acronym):
        return kind
    enclosed = len(before) > 1 and before[0] == "," and bool(_CLOSED.match(text, end))
    if enclosed and (_noun_before(before[1:], vocabulary, acronym) or before[1] in vocabulary.context["several"]):
        return kind
    if _said_after(text, end, vocabulary, place) or (not place and _AND_OTHERS.match(text, end)):
        return kind
    if not place and (among := _AMONG.match(text, end)) and among[1] in vocabulary.context["several"]:
        return kind
    if not place and before and before[0] in ("with", "by") and (seat := _FROM.match(text, end)) and is_place(seat[1]):
        return kind
    if not place and _included(text, start, before, name, vocabulary):
        return kind
    opening = not before
    proper = acronym or (" " in name) or sum(char.isupper() for char in name) > 1
    if _acts(text, end, vocabulary, proper=proper and not place, opening=opening, name=name, place=place):
        return kind
    owner = _OWNER.search(text, max(0, start - 24), start)
    if owner and is_place(owner[1]) and not place and alone(text, end, vocabulary):
        return kind
    if not place and alone(text, end, vocabulary) and _role_before(before, vocabulary):
        return kind
    return None


def _included(text: str, start: int, before: list[str], name: str, vocabulary: Vocabulary) -> bool:
    """Whether "including" leads to a name of several words after firms were told of, however far before."""
    if (
        not before
        or before[0] != "including"
        or " " not in name
        or any(w in vocabulary.fields for w in name.lower().split())
    ):
        return False
    reach = max(text.rfind("\n", 0, start), start - FAR_BACK, 0)
    return not vocabulary.context["several"].isdisjoint(text[reach:start].lower().split())


def _before(text: str, start: int) -> list[str]:
    """The words before the name back to the sentence's start, articles left out, the last one first."""
    window = text[max(0, start - LOOK_BACK) : start]
    boundary = 0
    for match in _BOUNDARY.finditer(window):
        boundary = match.end()
    found = [word.lower() for word in _WORD.findall(window[boundary:])]
    while found and found[-1] in ("the", "a", "an"):
        found.pop()
    return found[::-1]


def _noun_before(before: list[str], vocabulary: Vocabulary, acronym: bool) -> bool:
    """ "The start-up X", "the company called X", "Oslo-based X"."""
    if not before:
        return False
    at = 1 if before[0] in ("called", "named", "dubbed") and len(before) > 1 else 0
    word = before[at]
    if word == "project":
        return acronym
    return word in vocabulary.company_before or (word.endswith("-based") and at == 0)


def _said_after(text: str, end: int, vocabulary: Vocabulary, place: bool) -> bool:
    """ "X, a maker of …", "X, founded in …", "X, which employs …", "X's chief executive"."""
    window = text[end : end + LOOK_AHEAD]
    bracket = _BRACKET.match(window)
    if bracket:
        window = window[bracket.end() :]
    if window.startswith(", "):
        if not place and _BARE_APPOSITION.match(window):
            return True
        match = _APPOSITION.match(window)
        if match and (vocabulary.company_nouns.search(match[1]) or (not place and match[0][2:].startswith(APPOSED))):
            return not PRODUCTS & set(match[1].split()[:3])
        relative = _RELATIVE.match(window)
        return bool(relative) and not place and relative[1] in vocabulary.context["relative"]  # type: ignore[index]
    if window.startswith(("’s ", "'s ")):
        word = window[3:].split(" ", 1)[0].strip(",.").lower()
        return not place and word in vocabulary.context["owns"]
    return False


def _acts(text: str, end: int, vocabulary: Vocabulary, *, proper: bool, opening: bool, name: str, place: bool) -> bool:
    """Whether the name is the subject of what companies do; a plain word needs a verb that only a firm has."""
    words = [word.lower() for word in _WORD.findall(text[end : end + 40])][:4]
    if not text.startswith(" ", end) or place:
        return False
    for word in words:
        if word in vocabulary.context["verb"]:
            if proper:
                return True
            common = opening and name.lower().endswith(("s", "ing", "ed", "ly", "ers"))
            return word in vocabulary.context["verb_firm"] and not common
        if word not in vocabulary.context["helper"]:
            return False
    return False


def _role_before(before: list[str], vocabulary: Vocabulary) -> bool:
    """Whether the words before say that an organisation comes: "financed by", "agreement with", "founder of"."""
    context = vocabulary.context
    if not before:
        return False
    last, rest = before[0], before[1:]
    if last == "by":
        return any(word in context["passive"] for word in rest[:4])
    if last == "from":
        return any(word in context["gives"] for word in rest[:7])
    if last == "in":
        return any(word in context["stakes"] for word in rest[:6])
    if last == "to":
        return any(word in context["receives"] for word in rest[:6])
    if last == "with":
        return any(word in context["together"] for word in rest[:8]) or any(
            word in context["several"] for word in rest[:2]
        )
    if last == "of" and rest and rest[0] in OF_FIRMS:
        return True
    if last in ("of", "at", "for"):
        return any(word in vocabulary.titles and word not in ("member", "mayor", "governor") for word in rest[:2])
    if last in context["takes"]:
        return True
    if last == ":" or last in context["join"]:
        return any(word in context["several"] for word in rest[:5])
    if last in context["includes"]:
        return any(word in context["several"] for word in rest[:12])
    return False


def listed(
    text: str, spans: list[tuple[int, int]], taken: dict[int, Actor], vocabulary: Vocabulary
) -> dict[int, Actor]:
    """Names without a head that stand in one list with an organisation, by the run's start.

    ``spans`` are all runs in order, ``taken`` the actors known so far by the run's start.
    """
    found: dict[int, Actor] = {}
    order = list(pairwise(spans))
    for pairs, forward in ((order, True), (order[::-1], False)):
        for left, right in pairs:
            known, new = (left, right) if forward else (right, left)
            actor = found.get(known[0]) or taken.get(known[0])
            if actor is None or actor.kind == "person" or new[0] in taken or new[0] in found:
                continue
            link = _LISTED.fullmatch(text, left[1], right[0])
            if link is None or (
                link[0].startswith(",") and link[0].strip() in (",", ", the") and not _in_list(text, right)
            ):
                continue
            name = text[new[0] : new[1]]
            if plain(name, vocabulary) and not is_place(name) and (alone(text, new[1], vocabulary) or not forward):
                found[new[0]] = Actor(name, "other" if _ACRONYM.fullmatch(name) else "company", *new)
    return found


def _in_list(text: str, right: tuple[int, int]) -> bool:
    """Whether a bare comma parts two items of a list: a further item or "and" follows soon."""
    return bool(_GOES_ON.match(text, right[1], right[1] + 60))
