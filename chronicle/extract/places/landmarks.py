"""Ports, bays, rivers, lakes and valleys of Chinese pages, known by their last word where something lies or goes there.

What belongs here: landmarks without a row in the gazetteer, as the page prints them.
"""

import re
from collections.abc import Set
from dataclasses import replace

from chronicle.extract.places.candidates import Zone
from chronicle.extract.places.keys import key
from chronicle.extract.places.table import Gazetteer
from chronicle.extract.places.zones import is_pinyin
from chronicle.extract.records import Place

SIGNS = (" Port", " Bay", " River", " Lake", " Island", " Valley", " Peninsula", " Harbor")
"""One of them stands in every such name: a cheap look before the search."""
LANDMARK = re.compile(
    r"\b(?:in|near|at|along|on|across|around|to|into|off|from|beside|over|via|and|,) (?:the )?"
    r"((?:[A-Z][a-z]{2,} ){1,2}(?:River|Bay|Lake|Island|Peninsula|Valley|(?:New )?Port|Harbor))"
    r"(?![’']?\w|-| (?:[A-Z]|estuary|delta|basin|basins|sub-district|subdistrict|town|water|economic))"
)
NOT_NAMES = frozenset(
    {"The", "Silicon", "Death", "Free", "Trade", "Dry", "Pilot", "Bonded", "Great", "Smart", "Future"}
)
"""First words that make a sort of it, or something else: a free trade port, the Silicon Valley."""

QUARTER = re.compile(
    r"(?:I(?<!\w.)n|i(?<!\w.)n|A(?<!\w.)t|a(?<!\w.)(?:t|round)|n(?<!\w.)ear) "
    r"([A-Z][a-z]{4,})(?=[,.;)]|\n| [a-z])(?! (?:dialect|style|cuisine|opera))"
)
INTO = ("nvest ", "nvested ", "nvesting ", "take ", "takes ", "hares ", "nterest ", "onfidence ")
"""Before "in" they lead to no place: a stake in it, confidence in it."""
LEAST, POSSESSIVES = 3, frozenset({"'", "’"})
NOT_QUARTERS = frozenset({"pinyin", "putonghua", "shanghainese", "taichi", "renminbi", "chinese", "japanese"})


def quarters(text: str, gazetteer: Gazetteer) -> list[Zone]:
    """Places of one word in pinyin that no gazetteer holds, after a word of place: a plant in Yizhuang."""
    return [
        Zone(match.start(1), match.end(1), match[1], "town")
        for match in QUARTER.finditer(text)
        if not text.endswith(INTO, 0, match.start())
        and key(match[1]) not in gazetteer.latin
        and key(match[1]) not in NOT_QUARTERS
        and is_pinyin(match[1], gazetteer.syllables)
    ]


INSIDE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|near) "
    r"((?:[A-ZÀ-Þ][a-zà-ÿ]{2,}(?:-[A-Za-z]+)? )?[A-ZÀ-Þ][a-zà-ÿ]{3,}(?:-[A-Za-z]+)?)(?:,| in) $"
)
INSIDE_REACH, INSIDE_CONFIDENCE = 48, 0.6
"""Characters before a town that may hold the name of a part of it."""
SETTLED = frozenset({"city", "prefecture", "province"})
DISTRICT = re.compile(
    r"(?:[’']s|\bthe) ([A-ZÀ-Þ][a-zà-ÿ]{3,}(?: [A-ZÀ-Þ][a-zà-ÿ]{3,})?) (?:district|quarter|borough)\b"
)


def inside(text: str, places: list[Place], plain: Set[str]) -> list[Place]:
    """Names that lie in a known town by the text's own word: at Raidurg in Hyderabad, Kigali's Gasabo district.

    ``plain`` are words of organisations, which make the name no place's. They are put at the point of their town.
    """
    out = []
    for town in places:
        led = text.endswith((", ", " in "), 0, town.start)
        if not led and text[town.end : town.end + 1] not in POSSESSIVES:
            continue
        if town.level not in SETTLED or town.end - town.start < LEAST:
            continue
        before = INSIDE.search(text, max(0, town.start - INSIDE_REACH), town.start) if led else None
        found = (m for m in (before, DISTRICT.match(text, town.end)) if m and plain.isdisjoint(m[1].split()))
        out += [
            replace(
                town, name=m[1], start=m.start(1), end=m.end(1), level="town", adcode=None, iso3166_2=None,
                admin1=town.admin1 or town.iso3166_2, confidence=INSIDE_CONFIDENCE,
            )
            for m in found
        ]  # fmt: skip
    return out


def landmarks(text: str) -> list[Zone]:
    """The landmarks that words of place lead to, in order: across the Minjiang River, from Wutong Port."""
    if not any(sign in text for sign in SIGNS):
        return []
    return [
        Zone(match.start(1), match.end(1), match[1], "region" if not match[1].endswith("Port") else "town")
        for match in LANDMARK.finditer(text)
        if match[1].split(" ", 1)[0] not in NOT_NAMES
    ]
