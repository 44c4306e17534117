"""A unit: a stretch of text that may tell one event, with everything that was found in it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from chronicle.extract.lexicon import Hit, Hits
from chronicle.extract.records import Actor, Date, Place, Quantity

Found = TypeVar("Found", Quantity, Date, Place, Actor)

AREA_UNITS = frozenset({"m2", "km2", "ha", "hectare", "mu", "acre", "sqft", "square_meter", "square_kilometer"})
NUMBERLESS_KINDS = frozenset({"duration", "ordinal"})


@dataclass(frozen=True, slots=True)
class Page:
    """What the finders found in one article, each list sorted by start."""

    text: str
    lang: str
    title: str
    published: str | None
    hits: Hits
    quantities: tuple[Quantity, ...]
    dates: tuple[Date, ...]
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]

    def quantities_in(self, start: int, end: int) -> tuple[Quantity, ...]:
        """The quantities that lie wholly in start..end."""
        return tuple(within(self.quantities, start, end))

    def dates_in(self, start: int, end: int) -> tuple[Date, ...]:
        """The dates that lie wholly in start..end."""
        return tuple(within(self.dates, start, end))

    def places_in(self, start: int, end: int) -> tuple[Place, ...]:
        """The places that lie wholly in start..end."""
        return tuple(within(self.places, start, end))

    def actors_in(self, start: int, end: int) -> tuple[Actor, ...]:
        """The actors whose words lie wholly in start..end."""
        return tuple(within(self.actors, start, end))


def within(found: Sequence[Found], start: int, end: int) -> list[Found]:
    """The values that lie wholly in start..end; ``found`` is sorted by start."""
    low = bisect_left(found, start, key=lambda value: value.start)
    high = bisect_left(found, end, key=lambda value: value.start)
    return [value for value in found[low:high] if value.end <= end]


@dataclass(frozen=True, slots=True)
class Unit:
    """start..end of the text, the paragraph it stands in, and the concepts that fire in it.

    ``core`` is where the unit's own act begins (after a lead-in such as "X said that"); ``inside`` is the number of the
    unit that holds this one as a clause, or None. ``why`` names the rules that made or changed it.
    """

    start: int
    end: int
    core: int
    paragraph: int
    hits: tuple[Hit, ...]
    concepts: frozenset[str]
    quantities: tuple[Quantity, ...]
    dates: tuple[Date, ...]
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
    inside: bool = False
    why: tuple[str, ...] = ()

    def has(self, *concepts: str) -> bool:
        """Whether any of the concepts fires."""
        return not self.concepts.isdisjoint(concepts)

    def because(self, reason: str) -> "Unit":
        """The same unit with one more reason."""
        return replace(self, why=(*self.why, reason))


def unit(page: Page, start: int, end: int, core: int, paragraph: int, why: tuple[str, ...] = ()) -> Unit:
    """The unit at start..end with what the page holds there. Concepts are read from ``core`` on."""
    hits = tuple(page.hits.between(core, end))
    quantities = page.quantities_in(start, end)
    actors = page.actors_in(start, end)
    concepts = {hit.concept for hit in hits}
    for quantity in quantities:
        if not quantity.bracketed:
            concepts.add(f"q:{quantity.kind}")
    if any(quantity.kind not in NUMBERLESS_KINDS for quantity in quantities):
        concepts.add("q:any")
    concepts.update(f"a:{actor.kind}" for actor in actors)
    concepts.update(f"u:{quantity.unit}" for quantity in quantities if quantity.unit)
    if any(quantity.unit in AREA_UNITS for quantity in quantities):
        concepts.add("q:area")
    distinct = Counter(concept for concept, _ in {(hit.concept, hit.cue) for hit in hits})
    concepts.update(f"{concept}:2" for concept, number in distinct.items() if number > 1)
    if any(quantity.qualifier == "up_to" and quantity.kind == "money" for quantity in quantities):
        concepts.add("entitled")
    dates = page.dates_in(start, end)
    return Unit(
        start=start,
        end=end,
        core=core,
        paragraph=paragraph,
        hits=hits,
        concepts=frozenset(concepts),
        quantities=quantities,
        dates=dates,
        places=page.places_in(start, end),
        actors=actors,
        why=why,
    )
