"""Cities, zones and towns that take part in an agreement or a joint work, as parties rather than as places.

What belongs here: when a place acts. Named bodies are the actors' package's.
"""

import re

from chronicle.extract.actors.chinese import JOINED_BY
from chronicle.extract.events.unit import Page, Unit
from chronicle.extract.records import Actor

OFFICES = {"province": "provincial government", "prefecture": "municipal government", "county": "district government"}
SUBJECT_WINDOW = 8  # code points between the start of the clause and the party that is its subject
_PARTY = re.compile(
    r"(?: city| province| district)? and (?=[A-Z])[^.;]{2,80}? (?:on [A-Z][a-z]+ \d+ )?(?:signed|sign|agreed)\b"
)
_JOINT = re.compile(
    r"\b(?:jointly|together with|co-?buil[dt]|in cooperation with|cooperat(?:e|es|ed) to|launched with|inked|"
    r"built together)\b"
)
_WITH = re.compile(r"(?:,? and|,? together with|,? with| between) (?:the )?$")
_AND_ACTOR = re.compile(r",? (?:and|with) (?:the )?(?=[A-Z])")
_HAN_FIRST = re.compile(r"[与和同](?=[^，。；]{2,24}?(?:签|合作|共建|共同|联合|携手|达成))")
_HAN_SECOND = re.compile(r"(?:合作|共同|联合|签订|签署|签约|携手|共建|达成|开展合作)")
HAN_PARTIES = frozenset({"zone", "town"})
"""Levels of places that sign under their own name in Chinese."""


def _zones_with(page: Page, unit: Unit) -> list[Actor]:
    """The zones that stand beside an actor in an agreement or a joint work ("HIT builds together with the … Zone")."""
    zones = [place for place in unit.places if place.level == "zone"]
    if not zones or not (unit.has("sign") or _JOINT.search(page.text, unit.start, unit.end)):
        return []
    found = []
    for zone in zones:
        before, after = _WITH.search(page.text, max(unit.start, zone.start - 24), zone.start), None
        if before is None:
            after = _AND_ACTOR.match(page.text, zone.end, unit.end)
        joined = before is not None and "together" in before[0]
        if joined and any(unit.start <= actor.start < zone.start for actor in page.actors):
            found.append(Actor(zone.name, "government", zone.start, zone.end, role="party"))
            continue
        beside = before.start() if before else after.end() if after else None
        if beside is not None and any(actor.start - 1 <= beside <= actor.end + 1 for actor in page.actors):
            found.append(Actor(zone.name, "government", zone.start, zone.end, role="party"))
    return found


def parties_in(page: Page, unit: Unit) -> list[Actor]:
    """A city that signs ("Wuxi city and … signed") acts through its government (labelling rule 20)."""
    if page.lang == "zh":
        return _han_parties(page, unit)
    if zones := _zones_with(page, unit):
        return zones
    if not unit.has("sign") or "planned" in unit.concepts:
        return []
    parties: list[Actor] = []
    for place in unit.places:
        offices = OFFICES.get(place.level)
        if offices is None or place.start > unit.core + SUBJECT_WINDOW:
            continue
        match = _PARTY.match(page.text, place.end, unit.end)
        if (
            match
            and "governments" not in match[0]
            and page.text[unit.core : place.start].strip().lower() in ("", "the")
        ):
            parties.append(Actor(f"{place.name} {offices}", "government", place.start, place.end, role="party"))
    return parties


def _han_parties(page: Page, unit: Unit) -> list[Actor]:
    """The zones and towns beside "与" in what is signed or built together: 碗窑乡与东湖高新区合作建设."""
    found = []
    for place in unit.places:
        first = _HAN_FIRST.match(page.text, place.end, unit.end)
        second = page.text.endswith(JOINED_BY, 0, place.start) and _HAN_SECOND.match(page.text, place.end, unit.end)
        if place.level in HAN_PARTIES and (first or second):
            name = page.text[place.start : place.end]
            found.append(Actor(name, "government", place.start, place.end, role="party"))
    return found
