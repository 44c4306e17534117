"""Ports, bays, rivers, lakes and valleys of Chinese pages, known by their last word where something lies or goes there.

What belongs here: landmarks without a row in the gazetteer, as the page prints them.
"""

import re

from chronicle.extract.places.candidates import Zone

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


def landmarks(text: str) -> list[Zone]:
    """The landmarks that words of place lead to, in order: across the Minjiang River, from Wutong Port."""
    if not any(sign in text for sign in SIGNS):
        return []
    return [
        Zone(match.start(1), match.end(1), match[1], "region" if not match[1].endswith("Port") else "town")
        for match in LANDMARK.finditer(text)
        if match[1].split(" ", 1)[0] not in NOT_NAMES
    ]
