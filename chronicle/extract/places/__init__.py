"""Places in running text: find(), and the gazetteer behind it.

Recognition (latin, han, zones) proposes spans, settling decides which place each means. Which place belongs to which
event is not decided here.
"""

from chronicle.extract.places import han, latin, table
from chronicle.extract.places.keys import key
from chronicle.extract.places.settle import settle
from chronicle.extract.places.table import Gazetteer, Row
from chronicle.extract.records import Place


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
    found = latin.candidates(text, g, lexicon)
    if not text.isascii():
        found = sorted([*found, *han.candidates(text, lang, g)], key=lambda c: (c.start, -c.end))
    places = []
    for candidate, number, confidence in settle(text, found, g, lexicon, home_of(hint)):
        row = g.rows[number]
        places.append(
            Place(
                name=row.name, start=candidate.start, end=candidate.end, level=row.level, adcode=row.adcode,
                iso3166_2=row.iso3166_2, admin1=row.admin1, country=row.country, lat=row.lat, lon=row.lon,
                confidence=confidence,
            )
        )  # fmt: skip
    return places


def home_of(hint: str | None) -> tuple[int, ...]:
    """The hint's row and its ancestors; empty if it names no place."""
    if not hint:
        return ()
    g = table.gazetteer()
    number = g.number.get(hint)
    if number is None:
        for word in key(hint.replace(".", " ").replace("/", " ")).split():
            rows = g.latin.get(word, [])
            chinese = [n for n in rows if g.rows[n].level in {"province", "prefecture", "county"} and g.rows[n].adcode]
            if chinese:
                number = chinese[0]
                break
    return () if number is None else (number, *g.chain(number))
