"""Public bodies in small letters that act: "the city's science and technology bureau", "the regional council".

What belongs here: bodies that the text names by their office only. Those after a place's name are the runs'.
"""

import re

from chronicle.extract.records import Actor

_OFFICE = r"(?:bureau|committee|commission|council|department|administration|authority|ministry)"
_WORD = (
    r"(?!(?:the|a|an|its|their|this|of|by|new|whole|local|same|said|one|other|also|joint|every|each|all|and|from|with|"
    r"at|in|to|for|party|central)\b)[a-z][a-z-]*"
)
_NAME = rf"(?P<name>(?:{_WORD}(?:, | and | )){{1,6}}?{_OFFICE})"
_ACTS = (
    r"(?=[,.]? (?:on [A-Z][a-z]+ \d+ )?(?:has |have |also |then |recently |jointly |will )?(?:announced|said|says|"
    r"signed|issued|released|launched|decided|approved|published|reported|adopted|promised|allocated|granted|awarded|"
    r"selected|set up|unveiled|pledged)\b)"
)
_SUBJECT = re.compile(rf"(?:[Tt](?<!\w.)he|[’'](?<=\w.)s) {_NAME}{_ACTS}")
_ORGANISERS = re.compile(
    r"\b(?:statistics?|figures|data|announced|said|released|organi[sz]ed) (?:of|from|by) (?:the )?"
    r"(?P<name>organi[sz]ing committee)\b|\b[Tt]he (?P<own>organi[sz]ing committee)(?= [a-z]+ed\b)"
)
SIGNS = ("bureau", "ommittee", "ommission", "ouncil", "department", "uthority", "ministry", "overnment")
"""One of them stands in every such name: a cheap look before the search."""
OF_TWO_WORDS = frozenset({"regional council", "city council", "county council", "state council", "town council"})
"""Elsewhere an office of two words names none in particular: "the management committee"."""


def bodies(text: str) -> list[Actor]:
    """The bodies named by their office in small letters, in order."""
    if not any(sign in text for sign in SIGNS):
        return []
    found = []
    for match in _SUBJECT.finditer(text):
        name = match["name"]
        if name.count(" ") > 1 or name in OF_TWO_WORDS:
            found.append(Actor(name, "government", match.start("name"), match.end("name")))
    for match in _ORGANISERS.finditer(text) if "ing committee" in text else ():
        group = "name" if match["name"] else "own"
        found.append(Actor(match[group], "other", match.start(group), match.end(group)))
    return found
