"""Short names under whole names: "Rare Earth High-tech Zone" of Baotou's, "Xixian" of Xixian New Area, "South and East
Asia".
"""

import re
from dataclasses import replace

from chronicle.extract.places.keys import key
from chronicle.extract.places.table import Gazetteer
from chronicle.extract.records import Place

SMALL = {"county", "town"}
"""Levels of places that a zone's bare name may be taken for."""
SHARED = re.compile(r"\b((?:[Nn]orth|[Ss]outh)(?:east|west)?(?:ern)?|(?:[Ee]ast|[Ww]est)(?:ern)?|[Cc]entral),? and $")
"""A compass word that shares its noun with the region after it."""
SHARED_REACH = 20


def shared(text: str, places: list[Place], gazetteer: Gazetteer) -> list[tuple[int, int, int]]:
    """Spans and rows of regions that leave their noun to the next one: South and Southeast Asia."""
    out = []
    for place in places:
        words = text[place.start : place.end].split(" ")
        if place.level != "region" or " ".join(words[1:]) != words[-1]:
            continue
        match = SHARED.search(text, max(0, place.start - SHARED_REACH), place.start)
        rows = gazetteer.latin.get(key(f"{match[1]} {words[1]}"), []) if match else []
        if match and rows and gazetteer.rows[rows[0]].level == "region":
            out.append((match.start(1), match.end(1), rows[0]))
    return out


def under_whole_names(text: str, places: list[Place], gazetteer: Gazetteer) -> list[Place]:
    """The places, those that a longer zone of the text is meant by under its name."""
    zones = {p.name: p for p in places if p.level == "zone"}
    if not zones:
        return places
    heads = {}
    for zone in zones.values():
        number = gazetteer.number.get(f"zone:{zone.name.lower().replace(' ', '-')}")
        if number is not None and zone.name.count(" ") > 1:
            heads[key(zone.name.split(" ")[0])] = zone
    out = []
    for place in places:
        longer = None
        if place.level == "zone":
            longer = next((z for name, z in zones.items() if name.endswith(f" {place.name}")), None)
        elif place.level in SMALL:
            longer = heads.get(key(text[place.start : place.end]))
            if place.adcode is None and longer is None:
                longer = next((z for name, z in zones.items() if name.startswith(f"{place.name} ")), None)
        if longer is not None and longer.start <= place.start < longer.end:
            longer = None if place.level == "zone" else longer
            if longer is not None:  # the head of the zone's own name
                continue
        out.append(place if longer is None else replace(longer, start=place.start, end=place.end))
    return out
