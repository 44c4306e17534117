"""Public bodies in small letters that act: "the city's science and technology bureau", "the regional council".

What belongs here: bodies that the text names by their office only. Those after a place's name are the runs'.
"""

import re
from dataclasses import replace

from chronicle.extract.actors.vocabulary import vocabulary
from chronicle.extract.lexicon import Sought
from chronicle.extract.places.table import gazetteer
from chronicle.extract.records import Actor

_OFFICE = r"(?:bureau|committee|commission|council|department|administration|authority|ministry|parliament|assembly)"
_WORD = (
    r"(?!(?:the|a|an|its|their|this|of|by|new|whole|local|same|said|one|other|also|joint|every|each|all|and|from|with|"
    r"at|in|to|for|party|central)\b)[a-z][a-z-]*"
)
_NAME = rf"(?P<name>(?:{_WORD}(?:, | and | )){{1,6}}?{_OFFICE})"
_ACTS = (
    r"(?=[,.]? (?:on [A-Z][a-z]+ \d+ )?(?:has |have |also |then |recently |jointly |will )?(?:announced|said|says|"
    r"signed|issued|released|launched|decided|approved|published|reported|adopted|promised|allocated|granted|awarded|"
    r"selected|set up|unveiled|pledged|passed|opened|held|organized|organised|introduced|plans|will)\b)"
)
_SUBJECT = re.compile(rf"(?:[Tt](?<!\w.)he|[’'](?<=\w.)s) {_NAME}{_ACTS}")
_OWNED = Sought(
    rf"(?:\b(?:city|county|province|district|prefecture|region|state|town|country|municipality)|"
    r"(?P<owner>\b[A-Z][a-z]+))[’']s "
    rf"(?P<name>(?:(?:municipal|provincial|local|public) )?(?:{_WORD}(?:, | and | )){{1,5}}?"
    r"(?:bureau|commission|department|administration))\b(?! (?:of|store|stores)\b)",
    ["bureau", "commission", "department", "administration"],
)
_OF_FIELDS = Sought(
    r"(?:(?:[Tt]he|[’']s) )?(?P<name>(?:(?:municipal|provincial|district|county|city|state|regional) )?"
    r"(?:bureau|department|commission|office|ministry|administration) of "
    r"(?P<fields>[a-z]+(?: (?!and\b)[a-z]+)?(?:(?:,? and |, )[a-z]+(?: (?!and\b)[a-z]+)?){0,3}))",
    [f"{kind} of " for kind in ("bureau", "department", "commission", "office", "ministry", "administration")],
)
_GOVERNMENT_OF = re.compile(
    r"\b[Tt]he (?P<name>(?:municipal|provincial|district|county|city|prefectural|regional|state) (?:people[’']s )?"
    r"government of [A-Z][a-z]+)"
)
_AT_LEVEL = Sought(
    rf"\b(?:by|with|from|to|at|and|under) the (?P<name>(?:municipal|provincial|district|prefectural) "
    rf"(?:{_WORD}(?:, | and | )){{1,5}}?(?:bureau|commission|department|administration))\b(?! of\b)",
    [f" the {level} " for level in ("municipal", "provincial", "district", "prefectural")],
)
_LEVEL = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:municipal|provincial|city|district|county) $")
"""Before an office it belongs to its name: Jinzhou municipal Forestry Bureau."""
LEVEL_REACH = 40
_CALLED = re.compile(
    r" (?:(?:technology|research|innovation|science|test|business) )?(?:centre|center|institute)\b(?! of\b)"
)
_PROPER = re.compile(r"[A-Z][\w-]*[a-z]{2}[\w-]*(?: [A-Z][\w-]*[a-z]{2}[\w-]*)*")
_SPLIT = re.compile(r"(,? and |, )")
_ORGANISERS = re.compile(
    r"\b(?:statistics?|figures|data|announced|said|released|organi[sz]ed) (?:of|from|by) (?:the )?"
    r"(?P<name>organi[sz]ing committee)\b|\b[Tt]he (?P<own>organi[sz]ing committee)(?= [a-z]+ed\b)"
)
SIGNS = (
    "bureau",
    "ommittee",
    "ommission",
    "ouncil",
    "department",
    "uthority",
    "ministry",
    "overnment",
    "arliament",
    "ssembly",
    "dministration",
    "office",
)
"""One of them stands in every such name: a cheap look before the search."""
OF_TWO_WORDS = frozenset(
    {
        "regional council", "city council", "county council", "state council", "town council", "regional parliament",
        "state parliament", "regional assembly", "provincial assembly", "state assembly", "regional administration",
    }
)  # fmt: skip
"""Elsewhere an office of two words names none in particular: "the management committee"."""

OF_FIRMS = frozenset({"research", "sales", "design", "head", "marketing", "development", "engineering", "finance"})
"""Departments and offices called so are a firm's."""


def bodies(text: str) -> list[Actor]:
    """The bodies named by their office in small letters, in order."""
    if not any(sign in text for sign in SIGNS):
        return []
    found = []
    for match in _SUBJECT.finditer(text):
        name = match["name"]
        if name.count(" ") > 1 or name in OF_TWO_WORDS:
            found.append(Actor(name, "government", match.start("name"), match.end("name")))
    taken = {actor.start for actor in found}
    for match in (*_OWNED.finditer(text), *_AT_LEVEL.finditer(text)):
        owner = match.groupdict().get("owner")
        first = match["name"].split(" ")[0]
        fits = (match["name"].count(" ") > 1 or first in vocabulary().fields) and first not in OF_FIRMS
        if fits and match.start("name") not in taken and (owner is None or owner.lower() in gazetteer().latin):
            taken.add(match.start("name"))
            found.append(Actor(match["name"], "government", match.start("name"), match.end("name")))
    for match in _OF_FIELDS.finditer(text):
        end = _fields_end(match["fields"])
        if end and match.start("name") not in taken:
            stop = match.start("fields") + end
            found.append(Actor(text[match.start("name") : stop], "government", match.start("name"), stop))
    if "government of " in text:
        governments = _GOVERNMENT_OF.finditer(text)
        found += [Actor(match["name"], "government", match.start("name"), match.end("name")) for match in governments]
    for match in _ORGANISERS.finditer(text) if "ing committee" in text else ():
        group = "name" if match["name"] else "own"
        found.append(Actor(match[group], "other", match.start(group), match.end(group)))
    return found


def with_level(text: str, actor: Actor) -> Actor:
    """An office with the place and level before it: "Jinzhou municipal" of "Jinzhou municipal Forestry Bureau"."""
    if actor.kind != "government":
        return actor
    level = _LEVEL.search(text, max(0, actor.start - LEVEL_REACH), actor.start)
    return actor if level is None else replace(actor, name=text[level.start() : actor.end], start=level.start())


def called(text: str, start: int, end: int) -> Actor | None:
    """The institute whose own name text[start:end] is, its sort in small letters: "the Laboral centre"."""
    sort = _CALLED.match(text, end) if _PROPER.fullmatch(text, start, end) else None
    return Actor(text[start : sort.end()], "institute", start, sort.end()) if sort else None


def _fields_end(words: str) -> int:
    """Where the fields of an office end: "industry and information technology" before "has"; 0 if it has none."""
    fields, end, at = vocabulary().fields, 0, 0
    for number, part in enumerate(_SPLIT.split(words)):
        at += len(part)
        if number % 2:
            continue
        one, _, two = part.partition(" ")
        if one not in fields and two not in fields:
            break
        end = at if not two or two in fields else at - len(two) - 1
        if end < at:
            break
    return end
