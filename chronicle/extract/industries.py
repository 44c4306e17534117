"""Industries named in a clause, mapped to a short controlled list.

The list stands in ``data/industries.toml``; each industry names its division in NACE Rev. 2 (Eurostat, Regulation (EC)
1893/2006; its sections are those of ISIC Rev. 4, United Nations) and, where it is a technology, its field in the WIPO
concordance that the OECD uses (Schmoch 2008, "Concept of a Technology Classification for Country Comparisons").
"""

from collections.abc import Mapping
from functools import cache

from chronicle.extract.lexicon import Hits, Lexicon, load


@cache
def lexicon() -> Lexicon:
    """The words of every industry, compiled once; a concept is an industry."""
    table: Mapping[str, Mapping[str, list[str]]] = load("industries")  # type: ignore[assignment]
    return Lexicon({name: {lang: row[lang] for lang in ("en", "zh") if lang in row} for name, row in table.items()})


def industries_in(hits: Hits, start: int, end: int) -> tuple[str, ...]:
    """The industries that start..end names, sorted; a word inside a longer one is not named ("new energy vehicles")."""
    named: set[str] = set()
    reach = start
    for hit in hits.between(start, end):  # the longer one at a place comes first
        if hit.end > reach:
            named.add(hit.concept)
        reach = max(reach, hit.end)
    return tuple(sorted(named))
