"""Short names of a zone under its whole name: "Rare Earth High-tech Zone" of Baotou's, "Xixian" of Xixian New Area."""

from dataclasses import replace

from chronicle.extract.places.keys import key
from chronicle.extract.places.table import Gazetteer
from chronicle.extract.records import Place

SMALL = {"county", "town"}
"""Levels of places that a zone's bare name may be taken for."""


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
        if longer is not None and longer.start <= place.start < longer.end:
            longer = None if place.level == "zone" else longer
            if longer is not None:  # the head of the zone's own name
                continue
        out.append(place if longer is None else replace(longer, start=place.start, end=place.end))
    return out
