"""A unit: a stretch of text that may tell one event, with everything that was found in it."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from chronicle.extract.lexicon import Hit, Hits
from chronicle.extract.records import Actor, Date, Place, Quantity

Found = TypeVar("Found", Quantity, Date, Place, Actor)

AREA_UNITS = frozenset({"m2", "km2", "ha", "hectare", "mu", "acre", "sqft", "square_meter", "square_kilometer"})
FEWEST_FIRMS = 5  # a count of firms from here on is a figure, below it a list of partners
_FIRM = re.compile(
    r"\b(?:firm|compan|enterprise|start-?up|maker|manufacturer|supplier|unicorn|business|sme|spin-?o|venture|producer)"
    r"|企业|公司|商户|经营主体",
    re.I,
)
NUMBERLESS_KINDS = frozenset({"duration", "ordinal"})


@dataclass(frozen=True, slots=True)
class Page:
    """What the finders found in one article, each list sorted by start; ``starts`` holds the starts of each list."""

    text: str
    lang: str
    title: str
    published: str | None
    hits: Hits
    quantities: tuple[Quantity, ...]
    dates: tuple[Date, ...]
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]

    starts: dict[str, list[int]]

    def quantities_in(self, start: int, end: int) -> tuple[Quantity, ...]:
        """The quantities that lie wholly in start..end."""
        return within(self.quantities, self.starts["quantities"], start, end)

    def dates_in(self, start: int, end: int) -> tuple[Date, ...]:
        """The dates that lie wholly in start..end."""
        return within(self.dates, self.starts["dates"], start, end)

    def places_in(self, start: int, end: int) -> tuple[Place, ...]:
        """The places that lie wholly in start..end."""
        return within(self.places, self.starts["places"], start, end)

    def actors_in(self, start: int, end: int) -> tuple[Actor, ...]:
        """The actors whose words lie wholly in start..end."""
        return within(self.actors, self.starts["actors"], start, end)


def within(found: tuple[Found, ...], starts: list[int], start: int, end: int) -> tuple[Found, ...]:
    """The values that lie wholly in start..end; ``starts`` are their starts, sorted."""
    low = bisect_left(starts, start)
    if low == len(starts) or starts[low] >= end:
        return ()
    return tuple([value for value in found[low : bisect_left(starts, end, low)] if value.end <= end])


class Unit(NamedTuple):
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
        return self._replace(why=(*self.why, reason))


def unit(page: Page, start: int, end: int, core: int, paragraph: int, why: tuple[str, ...] = ()) -> Unit:
    """The unit at start..end with what the page holds there. Concepts are read from ``core`` on."""
    hits = tuple(page.hits.between(core, end))
    quantities = page.quantities_in(start, end)
    actors = page.actors_in(start, end)
    concepts = {f"a:{actor.kind}" for actor in actors}
    cues: dict[str, str] = {}
    for hit in hits:
        if cues.setdefault(hit.concept, hit.cue) != hit.cue:
            concepts.add(f"{hit.concept}:2")
    concepts.update(cues)
    for quantity in quantities:
        _add_concepts(concepts, quantity)
    return Unit(
        start=start,
        end=end,
        core=core,
        paragraph=paragraph,
        hits=hits,
        concepts=frozenset(concepts),
        quantities=quantities,
        dates=page.dates_in(start, end),
        places=page.places_in(start, end),
        actors=actors,
        why=why,
    )


def _add_concepts(concepts: set[str], quantity: Quantity) -> None:
    """What a number says of the clause that tells it."""
    kind = quantity.kind
    if not quantity.bracketed:
        concepts.add(f"q:{kind}")
    if kind not in NUMBERLESS_KINDS:
        concepts.add("q:any")
    if quantity.unit:
        concepts.add(f"u:{quantity.unit}")
        if quantity.unit in AREA_UNITS:
            concepts.add("q:area")
    if kind == "count" and quantity.value >= FEWEST_FIRMS and quantity.what and _FIRM.search(quantity.what):
        concepts.add("q:firms")
    elif kind == "money" and quantity.qualifier == "up_to":
        concepts.add("entitled")
