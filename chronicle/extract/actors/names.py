"""Names as values: what was seen where, and the choice of one fullest name for the ways an article names one actor."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from chronicle.extract.records import Actor

_WORD = re.compile(r"[\w&’'-]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
MOST_NAMES = 300  # distinct names of one article; in a directory with more, short forms are not resolved
_FORM = frozenset(
    {"co", "ltd", "inc", "corp", "plc", "gmbh", "llc", "the", "limited", "company", "group", "corporation"}
)


@dataclass(frozen=True, slots=True)
class Alias:
    """A short form that stands in brackets after the full name: "Institute of Quantum Optics (IQO)"."""

    short: str
    full: str


def words(name: str) -> tuple[str, ...]:
    """The words of a name, lower case, legal forms and articles left out."""
    return tuple(word for word in _WORD.findall(name.lower()) if word.strip(".") not in _FORM)


def unify(found: Iterable[Actor], aliases: Iterable[Alias]) -> list[Actor]:
    """The actors sorted by start, each under the fullest name that the article gives it."""
    actors = sorted(found, key=lambda actor: (actor.start, -actor.end))
    full = {alias.short.lower(): alias.full for alias in aliases}
    names = sorted({actor.name for actor in actors} | set(full.values()), key=lambda name: (-len(name), name))
    best: dict[str, str] = {}
    candidates = [(other, words(other)) for other in names] if len(names) <= MOST_NAMES else []
    for name in names:
        resolved = full.get(name.lower(), name)
        best[name] = best.get(resolved) or _fuller(resolved, candidates) or resolved
    out: list[Actor] = []
    for actor in actors:
        if out and actor.start < out[-1].end:
            continue
        organisation = actor.organisation
        if organisation:
            organisation = (
                best.get(organisation)
                or full.get(organisation.lower())
                or _fuller(organisation, candidates)
                or organisation
            )
        out.append(replace(actor, name=best[actor.name], organisation=organisation))
    return out


def _fuller(name: str, names: list[tuple[str, tuple[str, ...]]]) -> str | None:
    """The longest other name that holds this one's words in a row ("Lepure" in "Shanghai Lepure Biotech").

    A Chinese name has no spaces: the longer one ends in it ("省科技厅" in "四川省科技厅").
    """
    if _HAN.match(name):
        return next((other for other, _ in names if len(other) > len(name) and other.endswith(name)), None)
    mine = words(name)
    if not mine:
        return None
    for other, theirs in names:
        if (
            len(theirs) > len(mine)
            and any(theirs[at : at + len(mine)] == mine for at in range(len(theirs) - len(mine) + 1))
            and " and " not in other
            and " of the " not in other
        ):
            return other
    return None
