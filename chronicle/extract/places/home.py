"""The page's own region from its hint: a code, a place's name with what encloses it, a host, a source's name."""

import re
from functools import lru_cache

from chronicle.extract.places import table
from chronicle.extract.places.keys import key
from chronicle.extract.places.table import Gazetteer

CHINESE_ROWS = 5000
"""China stands first in the table: countries, provinces, prefectures, counties."""
SHORTEST_PART = 5
"""Letters of a place's name that a host name must hold."""
SHORTEST_TOWN = 4
"""Letters of a town's name that is a newspaper's host, but for what papers are called."""
PAPER = re.compile(
    r"^www\d?|^the|online$|daily|(?:news|times|herald|tribune|post|gazette|journal|sentinel|democrat|register|observer|"
    r"chronicle|star|sun|press|today|record|leader|courier|dispatch|enquirer|examiner|telegraph|independent|argus|echo|"
    r"mercury|citizen|advocate|banner|bulletin|reporter|review|standard|world|eagle|messenger|republican|progress)+$"
)
"""What local papers are called."""
COUNTRY_ENDS = {"uk": "GB", "ca": "CA", "au": "AU", "nz": "NZ", "ie": "IE", "in": "IN", "za": "ZA"}
"""Countries of English-language local papers by their top-level domain; elsewhere the United States."""


@lru_cache(maxsize=256)
def home_of(hint: str | None) -> tuple[int, ...]:
    """The hint's row and its ancestors; empty if it names no place that is known."""
    if not hint:
        return ()
    g = table.gazetteer()
    number = g.number.get(hint)
    for reading in (written, named_in, local_paper):
        number = reading(hint, g) if number is None else number
    return () if number is None else (number, *g.chain(number))


def written(hint: str, g: Gazetteer) -> int | None:
    """The place that is the whole hint, alone or before what encloses it: Texas, United States."""
    parts = [key(part.strip()) for part in hint.split(",")]
    if len(parts) == 1:
        rows = g.latin.get(parts[0], [])
        return next((n for n in rows if g.rows[n].level in {"country", "province"}), None)
    enclosing = set(g.latin.get(parts[-1], []))
    inside = [n for n in g.latin.get(parts[0], []) if enclosing & set(g.chain(n))]
    return min(inside, key=lambda n: (len(g.chain(n)), -g.rows[n].population, n)) if inside else None


def local_paper(hint: str, g: Gazetteer) -> int | None:
    """The town or state that a local paper's host is called after: parisnews.example lies in the biggest Paris of its
    country.
    """
    labels = hint.split(" ")[0].lower().split(".")
    country = COUNTRY_ENDS.get(labels[-1], "US")
    for label in labels[:-1]:
        name = label
        while (shorter := PAPER.sub("", name, count=1)) != name:
            name = shorter
        rows = [n for n in g.latin.get(name.replace("-", " ").strip(), []) if g.rows[n].country == country]
        states = [n for n in rows if g.rows[n].level == "province"]
        if states and len(name) >= SHORTEST_TOWN:
            return states[0]
        if rows and name != label and len(name) >= SHORTEST_TOWN:
            return max(rows, key=lambda n: (g.rows[n].population, -n))
    return None


def named_in(hint: str, g: Gazetteer) -> int | None:
    """The Chinese place that a host or a source's name holds: as a word, else as the longest part of a word."""
    for word in key(hint.replace(".", " ").replace("/", " ")).split():
        rows = [n for n in g.latin.get(word, []) if g.rows[n].adcode and g.rows[n].level != "country"]
        if len(rows) != 1 and rows and g.rows[rows[0]].level == "county":  # many counties share a name
            continue
        if rows and word not in g.also and word not in table.lexicon().words["common"]:
            return rows[0]
    for pattern, start, end in g.han.find_matches_as_indexes(hint):
        rows = g.han_rows[pattern]
        if rows and hint[start:end] not in g.han_also and g.rows[rows[0]].adcode and g.rows[rows[0]].level != "country":
            return rows[0]
    letters = key(hint).replace(" ", "")
    best: tuple[int, int] | None = None
    for number, row in enumerate(g.rows[:CHINESE_ROWS]):
        if row.adcode is None or row.level not in {"province", "prefecture"}:
            continue
        latin_name, chinese_name = key(row.name).replace(" ", "").replace("'", ""), (row.zh or "")[:2]
        inside = len(latin_name) >= SHORTEST_PART and latin_name in letters
        if (inside or (chinese_name and chinese_name in hint)) and (best is None or len(latin_name) > best[0]):
            best = (len(latin_name), number)
    return best[1] if best else None
