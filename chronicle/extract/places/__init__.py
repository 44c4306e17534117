"""Places in running text: find(), and the gazetteer behind it.

Recognition (latin, han, zones) proposes spans, settling decides which place each means. Which place belongs to which
event is not decided here.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from chronicle.extract.places import han, han_zones, landmarks, latin, table, whole, zones
from chronicle.extract.places.candidates import Zone
from chronicle.extract.places.home import home_of
from chronicle.extract.places.keys import key
from chronicle.extract.places.settle import settle
from chronicle.extract.places.table import Gazetteer, Row
from chronicle.extract.records import Place

ADDRESS_COUNTRIES = {"US", "CA"}
"""Where a town is named with its state after a comma."""
ZONE_CONFIDENCE, GOVERNED_CONFIDENCE = 0.9, 0.7
INSIDE = re.compile(r"\b(?:in|into|within|inside|at|near|operates|runs|manages) (?:the )?$")
"""Before the name of a park abroad: something lies there, or it is run."""
DIVIDED = {"country", "province", "prefecture"}
"""Levels of places that have a north and a south."""
REACH_INSIDE = 16
CUT_SHORT, CUT_REACH = re.compile(r"\b[A-Z]\w+ (?:and|&) $"), 30
ADJECTIVE = re.compile(r"[A-Z](?<!\w.)[a-z]+(?:an|se|sh|ch|ic|ni|li|di|ti|ss|ak|ek|ss|ne|ot|ai|sh)\b")
"""The form of countries' adjectives."""
FOREIGN_TOWNS = {"city", "town"}
UNKNOWN_HEAD = 5
"""Spaces in the name of a zone whose first word is no known place, at most."""


def gazetteer() -> Gazetteer:
    """The gazetteer: ``gazetteer().rows[gazetteer().number["330100"]]`` is Hangzhou."""
    return table.gazetteer()


def parents(place_id: str) -> tuple[Row, ...]:
    """The places that enclose an adcode, an ISO 3166-2 code or a gazetteer id, nearest first; empty if unknown."""
    g = table.gazetteer()
    number = g.number.get(place_id)
    return () if number is None else tuple(g.rows[n] for n in g.chain(number))


def find(text: str, lang: str, hint: str | None = None) -> list[Place]:
    """Toponyms of the text in reading order, each settled to one place; spans never overlap but for a zone's own city.

    ``lang`` is ISO 639-1; both scripts are always searched. ``hint`` tells the page's own region: an adcode, an ISO
    code, a host name or a source's name.
    """
    g, lexicon = table.gazetteer(), table.lexicon()
    home = home_of(hint)
    grammar = [trim(z, g) for z in zones.latin_zones(text)]
    grammar = [z for z in grammar if not listed(text, z, g)]
    found = latin.candidates(text, g, lexicon, grammar)
    if not text.isascii():
        in_han = han.candidates(text, lang, g, lexicon)
        for c in in_han:
            zone = han_zones.han_zone(text, c, g.rows[c.rows[0]], g.readings)
            grammar += [zone] if zone is not None else []
        grammar += han_zones.unknown_han_zones(text, g.readings, {z.end for z in grammar} | {c.end for c in in_han})
        found = sorted([*found, *in_han], key=lambda c: (c.start, -c.end))
    settled = settle(text, found, g, lexicon, home, nations(text, g))
    places = [
        part(g.rows[row], c.start, c.end, confidence, c.direction)
        if c.direction is not None and g.rows[row].level in DIVIDED
        else place(g.rows[row], c.start, c.end, confidence, as_written(g.rows[row], text[c.start : c.end]))
        for c, row, confidence in settled
    ]
    places += [place(g.rows[row], a, b, GOVERNED_CONFIDENCE) for a, b, row in whole.shared(text, places, g)]
    china = g.number["100000"]
    if lang == "zh":
        rows = [row for _, row, _ in settled]
        places += [place(g.rows[row], a, b, GOVERNED_CONFIDENCE) for a, b, row in han.own(text, home, rows, g)]
    chinese = lang == "zh" or any(p.country == "CN" for p in places)
    towns = zones.latin_towns(text, g.syllables) if china in home or chinese else []
    taken = {z.start for z in towns}
    places = [p for p in places if p.start not in taken or p.country == "CN" or p.level not in FOREIGN_TOWNS]
    villages = zones.villages(text)
    named: list[Zone] = []
    if china in home or chinese:
        named = [
            *towns,
            *landmarks.quarters(text, g),
            *landmarks.landmarks(text),
            *han_zones.han_towns(text, g.readings),
        ]
    for zone in named:
        if not overlaps(zone, places) and not overlaps(zone, grammar) and not overlaps(zone, villages):
            grammar.append(zone)
    parts = landmarks.inside(text, places, lexicon.words["organisation"] | lexicon.words["beside"])
    places += [p for p in parts if not overlaps(p, places) and not overlaps(p, grammar)]
    places = [p for p in places if not any(v.start <= p.start < v.end for v in villages)]
    grammar += [*villages, *(z for z in zones.towns_of(text) if not overlaps(z, places))]
    for c, row, _ in settled:
        if g.rows[row].level == "province" and g.rows[row].country in ADDRESS_COUNTRIES:
            town = zones.town_before(text, c.start)
            if town is not None and not overlaps(town, places):
                state = g.rows[row]
                places.append(
                    Place(
                        town.name, town.start, town.end, "town", admin1=state.id, country=state.country, confidence=0.6
                    )
                )
    cores = {c.start: g.rows[row] for c, row, _ in settled if c.start not in taken or g.rows[row].country == "CN"}
    nested = {p.start for p in places if p.level == "zone"}
    for zone in grammar:
        if zone.start in nested:
            places = [p for p in places if p.start != zone.start or p.level != "zone"]
        core = cores.get(zone.start)
        if (
            core is None
            and zone.level == "zone"
            and (
                zone.name.count(" ") > UNKNOWN_HEAD
                or (
                    china not in home
                    and not chinese
                    and not INSIDE.search(text[max(0, zone.start - REACH_INSIDE) : zone.start])
                )
                or cut_short(text, zone)
            )
        ):
            continue
        places.append(zone_place(zone, core, g))
    return sorted(whole.under_whole_names(text, places, g), key=lambda p: (p.start, -p.end))


def nations(text: str, g: Gazetteer) -> frozenset[int]:
    """The countries whose adjectives the text uses: a Swedish man."""
    return frozenset(g.nations[low] for low in map(str.lower, set(ADJECTIVE.findall(text))) if low in g.nations)


def part(row: Row, start: int, end: int, confidence: float, direction: str) -> Place:
    """The region that a compass word makes of a place: northwest Shandong, under the place's point."""
    return Place(
        name=f"{direction.capitalize()} {row.name}", start=start - len(direction) - 1, end=end, level="region",
        admin1=row.admin1, country=row.country, lat=row.lat, lon=row.lon, confidence=confidence,
    )  # fmt: skip


def as_written(row: Row, form: str) -> str | None:
    """A town abroad as the text spells it, where marks, a hyphen or "Saint" make the difference, and a zone by the
    longer name; else None.
    """
    if row.level == "zone" and form.startswith(f"{row.name} ") and form.istitle():
        return form  # Lingang Special Area
    if row.level not in {"city", "town"} or form.isupper():
        return None
    plain = key(form).replace("st ", "saint ") if form.startswith("St") else key(form)
    return " ".join(form.split()) if plain == key(row.name) else None


def place(row: Row, start: int, end: int, confidence: float, name: str | None = None) -> Place:
    """The record of a gazetteer row found at a span, under ``name`` if one is given."""
    return Place(
        name=name or row.name, start=start, end=end, level=row.level, adcode=row.adcode, iso3166_2=row.iso3166_2,
        admin1=row.admin1, country=row.country, lat=row.lat, lon=row.lon, confidence=confidence,
    )  # fmt: skip


def zone_place(zone: Zone, core: Row | None, g: Gazetteer) -> Place:
    """The record of a zone or town: where it lies comes from the gazetteer or from the place its name begins with."""
    name = zones.POSSESSIVE.sub("", zone.name)
    words = name.split(" ")
    endings = [" ".join(words[at:]) for at in range(len(words))] if zone.level == "zone" else []
    rows = [n for form in endings for n in g.latin.get(key(form), []) if g.rows[n].level == "zone"]
    if core is not None and core.level == "prefecture":  # Weihai's Torch High-tech Zone is not Xiamen's
        around = {core.id, *(g.rows[a].id for a in g.chain(g.number[core.id]))}
        rows = [n for n in rows if g.rows[n].parent in around]
    known = g.rows[rows[0]] if rows else core
    return Place(
        name=g.rows[rows[0]].name if rows else name, start=zone.start, end=zone.end, level=zone.level,
        admin1=known.admin1 or (core.admin1 if core else None) if known else None,
        country=known.country if known else "CN", lat=known.lat if known else None, lon=known.lon if known else None,
        confidence=ZONE_CONFIDENCE,
    )  # fmt: skip


def trim(zone: Zone, g: Gazetteer) -> Zone:
    """The zone without words before the place its name begins with: "Recently Ningbo High-tech Zone"."""
    if zone.core is None:
        return zone
    head, kind = zone.name[: zone.core[1] - zone.core[0]], zone.name[zone.core[1] - zone.core[0] :]
    words = head.split(" ")
    for at in range(1, len(words)):
        rest = " ".join(words[at:])
        form = key(rest)
        if "CN" in g.kinds(key(" ".join(words[:at]))).countries:
            return zone  # "Weifang Binhai"
        if form in g.latin and (form not in g.also or "CN" in g.kinds(form).countries):
            start = zone.core[1] - len(rest)
            return replace(zone, start=start, name=rest + kind, core=(start, zone.core[1]))
    return zone


def listed(text: str, zone: Zone, g: Gazetteer) -> bool:
    """Whether the gazetteer holds the whole name, and no other place inside it needs reading."""
    rows = g.latin.get(key(text[zone.start : zone.end]))
    if rows is None or zone.core is None:
        return False
    inner = g.latin.get(key(text[zone.core[0] : zone.core[1]]), [])
    return bool(set(inner) & set(rows)) or not any(g.rows[n].level in {"province", "prefecture"} for n in inner)


def cut_short(text: str, zone: Zone) -> bool:
    """Whether the name goes on before an "and": Science and Technology Innovation Zone."""
    return CUT_SHORT.search(text[max(0, zone.start - CUT_REACH) : zone.start]) is not None


def overlaps(span: Zone | Place, taken: Sequence[Zone | Place]) -> bool:
    """Whether one of those taken already stands on these characters."""
    return any(other.start < span.end and span.start < other.end for other in taken)
