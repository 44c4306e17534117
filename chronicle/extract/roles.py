"""The part that each actor has in its event: who hosts, signs, pays, wins, tells.

What belongs here: reading the words right beside an actor, or beside the list it stands in. The roles and their cues
are data (``data/roles.toml``); an actor that no cue speaks for has no role.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from chronicle.extract.events.unit import Page, Unit
from chronicle.extract.lexicon import either, load
from chronicle.extract.records import Actor

AHEAD = 110  # code points after an actor in which its verb may stand
AHEAD_ZH = 42
BEHIND = 64  # code points before an actor that are read
AFTERTHOUGHT = 24  # code points between a lead-in and the actor that opens the clause
_ENDS = re.compile(r"[.!?;:] |\n|[。！？；]")
_OPENS = re.compile(r"[.!?;] |\n|[。！？；]")
_LISTED = re.compile(
    r"(?:[,、，]|[,，]? ?(?:and|as well as|&|和|与|同|及|以及|会同) ?)"
    r"(?: ?(?:and|the|a|an|its|[a-z-]+ (?:maker|body|fund)) ?)*"
    r"|,? \([^()]{1,30}\),?(?: and)? (?:the )?"
)
_APPOSED = re.compile(r",[^.!?\n]*[,;] (?:and )?(?:the )?(?:[a-z]+ ){0,3}|[、,，；]|；")
_BETWEEN = re.compile(r"[，。；;.]|\b(?:which|who|that)\b")
_OF_PERSON = re.compile(r"(?:of|at|from|with) (?:the )?$")
_INSIDE_OF = re.compile(r"(?:\b(?:in|at|near|to|within|into|on) (?:the )?|在|位于|到)$")
_PLACED = (" in ", " at ", " on ", " by ", " with ", " from ")
_GOES_ON = re.compile(r"\b(?:it|they|the (?:company|firm|group)|will|would|plans? to|intends? to)\b")
_WORD_START = r"(?<![\w-])"


class Cues(NamedTuple):
    """The cue words of one language as patterns, and the name of the cue that each word speaks for."""

    does: re.Pattern[str]
    by: re.Pattern[str] | None
    to: re.Pattern[str] | None
    before: re.Pattern[str]
    named: Mapping[tuple[str, str], str]


class Table(NamedTuple):
    """The closed list of roles, the role of each cue (one, or one a type of event), and the usual ones a type."""

    roles: frozenset[str]
    cues: Mapping[str, str | Mapping[str, str]]
    typical: Mapping[str, str]
    anywhere: Mapping[str, str]
    person: Mapping[str, str]


class Said(NamedTuple):
    """A cue that speaks for a role, and the words of the text."""

    cue: str
    words: str


def roles_in(page: Page, unit: Unit, kind: str, actors: tuple[Actor, ...]) -> tuple[tuple[Actor, ...], tuple[str, ...]]:
    """The actors with the role of each in an event of type ``kind``, and a reason for each role given."""
    if not actors:
        return actors, ()
    lang = "zh" if page.lang == "zh" else "en"
    runs = _runs(page.text, actors)
    tellers = _tellers(page, actors, runs, lang)
    read = [_role(page, unit, kind, actor, run, lang, tellers) for actor, run in zip(actors, runs, strict=True)]
    _spread(page.text, actors, read, cues_of(lang))
    found: list[Actor] = []
    why: list[str] = []
    for actor, (role, reason) in zip(actors, read, strict=True):
        if role is None:
            role, reason = actor.role, "by its place in an agreement or a list"
        if role is not None:
            why.append(f"{actor.name} is {role}: {reason}")
        found.append(actor if role == actor.role else replace(actor, role=role))
    return tuple(found), tuple(why)


def _spread(text: str, actors: Sequence[Actor], read: list[tuple[str | None, str]], cues: Cues) -> None:
    """Names in one list with a word on each ("A, a member of …, B, a …, won") share the role that one of them has."""
    persons = [at for at, actor in enumerate(actors) if actor.kind == "person"]
    others = [at for at, actor in enumerate(actors) if actor.kind != "person" and read[at][0] != "affiliation"]
    for group in (persons, others):
        pairs = list(pairwise(group))
        for one, other in (*pairs, *((after, before) for before, after in reversed(pairs))):
            if read[one][0] is None or read[other][0] is not None:
                continue
            left, right = min(one, other), max(one, other)
            gap = text[actors[left].end : actors[right].start]
            if len(gap) <= AHEAD and _APPOSED.fullmatch(gap) and not cues.does.search(gap.lower()):
                read[other] = read[one][0], f"in one list with {actors[one].name}"


def _role(
    page: Page, unit: Unit, kind: str, actor: Actor, run: tuple[int, int], lang: str, tellers: Mapping[str, bool]
) -> tuple[str | None, str]:
    if actor.kind != "person" and actor.name in tellers:
        return ("speaker", "its person tells it") if tellers[actor.name] else ("affiliation", "beside its person")
    said = _said(page, actor, run, lang) if actor.end > unit.start else None
    if said is not None:
        role = _named(said.cue, kind)
        if role == "investor" and actor.kind in ("government", "party"):
            role = "funder"
        if role is not None and not (actor.kind == "person" and role in ("issuer", "subject", "tenant")):
            return role, f"“{said.words}” ({said.cue})"
    usual = table()
    if actor.kind == "person":
        role = usual.person.get(kind)
    else:
        opens = run[0] - unit.core <= AFTERTHOUGHT and unit.start <= actor.start
        role = usual.anywhere.get(kind) or (usual.typical.get(kind) if opens else None)
    return role, f"usual in {kind}"


def _said(page: Page, actor: Actor, run: tuple[int, int], lang: str) -> Said | None:
    """What the words beside the run say: right before it, else before "by", else the nearest verb after it."""
    text, cues = page.text, cues_of(lang)
    start, end = run
    low = max(0, start - BEHIND)
    before = text[low:start]
    ends = [match.end() for match in _OPENS.finditer(before)]
    before = before[ends[-1] :] if ends else before
    lowered = before.lower()
    if match := cues.before.search(lowered):
        return Said(cues.named["before", match[1]], match[1])
    if cues.by is not None and "by " in lowered and (match := cues.by.search(lowered)):
        return Said(cues.named["by", match[1]], f"{match[1]} by")
    if cues.to is not None and "to " in lowered and (match := cues.to.search(lowered)):
        return Said(cues.named["to", match[1]], f"{match[1]} … to")
    if _INSIDE_OF.search(before) and actor.kind != "person":
        return None
    return _does(text, actor, end, cues, lang)


def _does(text: str, actor: Actor, end: int, cues: Cues, lang: str) -> Said | None:
    reach = end + (AHEAD_ZH if lang == "zh" else AHEAD)
    stop = _ENDS.search(text, end, reach)
    after = text[end : stop.start() if stop else reach].lower()
    match = cues.does.search(after)
    while match is not None and _is_passive(after, match):
        match = cues.does.search(after, match.end())
    if match is None:
        return None
    name = cues.named["does", match[0]]
    if name == "tells" and actor.kind != "person":  # "the firm said that it will deliver …": what it does counts
        rest = _GOES_ON.search(after, match.end(), match.end() + 40)
        further = cues.does.search(after, rest.end()) if rest else None
        if further and rest and rest[0].startswith(("it", "the")) and further.start() - rest.end() < AFTERTHOUGHT:
            return Said(cues.named["does", further[0]], further[0])
    return Said(name, match[0])


def _is_passive(after: str, match: re.Match[str]) -> bool:
    """Whether the word says what was done to the actor (", founded in 2009, …", "developed by …")."""
    opens = after[: match.start()] == ", " and after.startswith(_PLACED, match.end())
    return opens or (after.startswith(" by ", match.end()) and " " not in match[0])


def _tellers(page: Page, actors: Sequence[Actor], runs: Sequence[tuple[int, int]], lang: str) -> dict[str, bool]:
    """Organisations that only tell where a person of the event works, and whether that person tells it."""
    found: dict[str, bool] = {}
    for person, run in zip(actors, runs, strict=True):
        if person.kind != "person":
            continue
        said = _said(page, person, run, lang)
        tells = said is not None and said.cue == "tells"
        for other in actors:
            if other.kind == "person" or other.name in found:
                continue
            gap = page.text[person.end : other.start] if other.start >= person.end else ""
            near = 0 < len(gap) <= BEHIND and gap.startswith(",") and _OF_PERSON.search(gap) and ";" not in gap
            post = page.text[other.end : person.start] if other.end <= person.start else None
            if near or (post is not None and len(post) <= AFTERTHOUGHT and _is_post(post, person)):
                found[other.name] = tells
    return found


def _is_post(words: str, person: Actor) -> bool:
    """Whether the words between a body and a person are only the person's post ("'s deputy director", 副局长)."""
    return bool(words.strip()) and not _BETWEEN.search(words) and bool(person.title) and words.strip(" '’s") != "and"


def _runs(text: str, actors: Sequence[Actor]) -> list[tuple[int, int]]:
    """For each actor the stretch of the list of names that it stands in."""
    spans = [(actor.start, actor.end) for actor in actors]
    runs: list[tuple[int, int]] = []
    open_at = 0
    for number in range(1, len(spans) + 1):
        if number < len(spans):
            gap = text[spans[number - 1][1] : spans[number][0]]
            if len(gap) <= BEHIND and (_LISTED.fullmatch(gap) or _LISTED.fullmatch(gap.strip())):
                continue
        run = (spans[open_at][0], max(end for _, end in spans[open_at:number]))
        runs += [run] * (number - open_at)
        open_at = number
    return runs


def _named(cue: str, kind: str) -> str | None:
    role = table().cues[cue]
    if isinstance(role, str):
        return role
    return role.get(kind, role.get("else")) or None


@cache
def table() -> Table:
    """The roles and what gives them, loaded once."""
    data: Mapping[str, Mapping[str, Any]] = load("roles")  # type: ignore[assignment]
    cues = {name: row["role"] for name, row in data["cue"].items()}
    return Table(frozenset(data["roles"]), cues, data["typical"], data["anywhere"], data["person"])


@cache
def cues_of(lang: str) -> Cues:
    """The cue words of ``en`` or ``zh``, compiled once; a word of two cues is an error of the table."""
    rows: Mapping[str, Mapping[str, Mapping[str, list[str]]]] = load("roles")["cue"]  # type: ignore[assignment]
    named: dict[tuple[str, str], str] = {}
    words: dict[str, list[str]] = {"does": [], "by": [], "to": [], "before": []}
    for cue, row in rows.items():
        for place, listed in words.items():
            for word in row.get(place, {}).get(lang, []):
                if named.setdefault((place, word), cue) != cue:
                    raise ValueError(f"roles.toml: “{word}” ({place}) stands under {named[place, word]} and {cue}")
                listed.append(word)
    if lang == "zh":
        before = rf"({either(words['before'])})(?:[^，。；、]{{0,14}}的)?[“\"]?$"
        return Cues(re.compile(either(words["does"])), None, None, re.compile(before), named)
    opens = r"(?:(?:the|a|an|its|both|mr|dr|ms)\.? )*(?:(?!(?:by|with|from|in|at|for|to|of) )[a-z-]+ ){0,3}$"
    by = rf"{_WORD_START}({either(words['by'])})(?:,? [\w-]+,?){{0,4}} by {opens}"
    to = rf"{_WORD_START}({either(words['to'])})(?: [\w,.-]+){{0,8}} to {opens}"
    return Cues(
        re.compile(rf"{_WORD_START}{either(words['does'])}(?![\w-])"),
        re.compile(by),
        re.compile(to),
        re.compile(rf"{_WORD_START}({either(words['before'])})(?:,|:)? {opens}"),
        named,
    )
