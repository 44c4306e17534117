"""Units to mentions: every value is put to its event with the words it rests on.

What belongs here: which places, actors and quantities are the event's, and the record. The values themselves come from
the modules beside this one.
"""

import re
from bisect import bisect_right
from dataclasses import replace
from typing import NamedTuple

from chronicle.extract import industries
from chronicle.extract.aims.targets import attach
from chronicle.extract.confidence import confidence_of
from chronicle.extract.events.typed import Typed
from chronicle.extract.events.unit import Page, Unit
from chronicle.extract.lexicon import Hits
from chronicle.extract.parties import parties_in
from chronicle.extract.programmes import programmes_in
from chronicle.extract.records import Actor, EventPlace, EventQuantity, Mention, Place
from chronicle.extract.roles import roles_in
from chronicle.extract.salience import salience_of
from chronicle.extract.timing.when import When
from chronicle.extract.titles import title_of

WIDE_LEVELS = ("country", "region")
LOOK_BACK = 2000  # code points in which a place named before governs
_ZONE_OFFICE = re.compile(r"((?:administrative|management|administration) (?:committee|commission)) of (?:the )?", re.I)
_VENUE_WORDS = (" in ", " at ", "在", "于")


class Row(NamedTuple):
    """A typed unit and when it happened."""

    typed: Typed
    when: When
    position: int

    @property
    def unit(self) -> Unit:
        """The unit."""
        return self.typed.unit


def mentions(page: Page, rows: list[Row], bounds: "dict[str, tuple[str | None, str | None]]") -> tuple[Mention, ...]:
    """The mentions of the page in order of their start; ``bounds`` gives first and last day of every date used."""
    industry_hits = industries.lexicon().find(page.text)
    speakers = _speakers(page, [row.unit for row in rows])
    places = _places(page, [row.unit for row in rows])
    quantities = _quantities(page, rows)
    lead = rows[0].typed.typing.type if rows else ""
    made: list[Mention] = []
    seen: set[str] = set()
    for position, row in enumerate(rows):
        quote = page.text[row.unit.start : row.unit.end]
        key = " ".join(quote.split()).lower()
        if key in seen:  # an article that repeats a sentence tells one event
            continue
        seen.add(key)
        made.append(
            _mention(
                page,
                row,
                quote,
                quantities[position],
                places[position],
                speakers[position],
                industry_hits,
                bounds,
                lead,
            )
        )
    return tuple(made)


def _quantities(page: Page, rows: list[Row]) -> list[tuple[EventQuantity, ...]]:
    """Each row's quantities with target and deadline; a deadline and an act's date go on within a paragraph."""
    found: list[tuple[EventQuantity, ...]] = []
    deadline: str | None = None
    told: str | None = None
    paragraph = -1
    for position, row in enumerate(rows):
        if row.unit.paragraph != paragraph:
            deadline, told, paragraph = None, None, row.unit.paragraph
        unit = row.unit._replace(quantities=_own_quantities(rows, position))
        kind, status = row.typed.typing.type, row.typed.status
        attached, deadline = attach(page, unit, kind, status, row.when, deadline, told)
        told = row.when.date or told
        found.append(attached)
    return found


def _mention(
    page: Page,
    row: Row,
    quote: str,
    quantities: tuple[EventQuantity, ...],
    places: tuple[EventPlace, ...],
    actors: tuple[Actor, ...],
    industry_hits: Hits,
    bounds: "dict[str, tuple[str | None, str | None]]",
    lead: str,
) -> Mention:
    unit, when = row.unit, row.when
    salience, salience_why = salience_of(page, unit, row.typed.typing.type, when.date, row.position, lead)
    first, last = bounds.get(when.date, (None, None)) if when.date else (None, None)
    programmes = programmes_in(page.text, unit.start, unit.end)
    actors, roles_why = roles_in(page, unit, row.typed.typing.type, actors)
    return Mention(
        quote=quote,
        start=unit.start,
        end=unit.end,
        type=row.typed.typing.type,
        status=row.typed.status,
        salience=salience,
        title=title_of(page.text, unit.core, unit.end, page.lang),
        confidence=confidence_of(unit, row.typed.typing, when.date is not None),
        date=when.date,
        date_start=first,
        date_end=last,
        date_precision=when.precision,
        date_basis=when.basis,
        planned=when.planned,
        industries=industries.industries_in(industry_hits, unit.start, unit.end),
        programmes=programmes,
        places=places,
        actors=actors,
        quantities=quantities,
        parent=_parent(page, unit, programmes),
        why=(
            *(f"event: {reason}" for reason in unit.why),
            *(f"type: {reason}" for reason in row.typed.typing.why),
            f"status: {row.typed.status_why}",
            f"date: {when.why}",
            f"salience: {salience_why}",
            *(f"role: {reason}" for reason in roles_why),
        ),
    )


def _own_quantities(rows: list[Row], position: int) -> tuple:  # type: ignore[type-arg]
    """A number inside an act that stands inside the sentence belongs to that act, so that none is counted twice."""
    unit = rows[position].unit
    following = rows[position + 1].unit if position + 1 < len(rows) else None
    if following is not None and following.inside and following.start < unit.end:
        return tuple(quantity for quantity in unit.quantities if quantity.end <= following.start)
    return unit.quantities


def _parent(page: Page, unit: Unit, programmes: tuple[str, ...]) -> str | None:
    """The programme that the clause is a part of ("as part of the … Plan", "under the … Program")."""
    head = page.text[unit.start : unit.end]
    for programme in programmes:
        at = head.find(programme)
        before = head[max(0, at - 24) : at].lower()
        if any(cue in before for cue in ("part of ", "under ", "according to ", "within ", "根据", "按照", "作为")):
            return programme
    return None


def _places(page: Page, units: list[Unit]) -> list[tuple[EventPlace, ...]]:
    """The places that each unit names; where it names none, the last one named before it in the paragraph governs it,
    else the most specific of the event before, else the first of the page.
    """
    governing: Place | None = None
    found: list[tuple[EventPlace, ...]] = []
    for unit in units:
        reach = max(0, unit.start - LOOK_BACK)
        opening = max(reach, page.text.rfind("\n", reach, unit.start) + 1)
        earlier = [place for place in page.places_in(opening, unit.start) if place.level not in WIDE_LEVELS]
        governing = earlier[-1] if earlier else governing
        rows: dict[tuple[int, int], EventPlace] = {}
        for place in unit.places:
            rows[(place.start, place.end)] = EventPlace(place, _role(page, unit, place))
        near = [place for place in unit.places if place.level not in WIDE_LEVELS]
        if near:
            governing = _most_specific(near)
        elif governing is not None:
            rows[(governing.start, governing.end)] = EventPlace(governing, "subject")
        elif page.places:
            first = next((place for place in page.places if place.level not in WIDE_LEVELS), page.places[0])
            rows[(first.start, first.end)] = EventPlace(first, "subject")
        found.append(tuple(rows[key] for key in sorted(rows)))
    return found


def _most_specific(places: list[Place]) -> Place:
    order = {"zone": 0, "town": 0, "county": 1, "city": 2, "prefecture": 2, "province": 3}
    return min(places, key=lambda place: (order.get(place.level, 9), place.start))


def _role(page: Page, unit: Unit, place: Place) -> str:
    if place.level in WIDE_LEVELS:
        return "context"
    before = page.text[max(unit.start, place.start - 12) : place.start].lower()
    if unit.has("meeting_noun", "sign") and any(word in before[-4:] for word in _VENUE_WORDS):
        return "venue"
    if unit.has("future") and any(cue in before for cue in ("into ", "to ")):
        return "target"
    first = unit.places[0]
    return "subject" if place == first or place.level == "zone" else "context"


def _speakers(page: Page, units: list[Unit]) -> list[tuple[Actor, ...]]:
    """The actors in each unit; one named outside every unit goes to the unit nearest before it (else the first)."""
    found: list[dict[str, Actor]] = [{} for _ in units]
    starts = [unit.start for unit in units]
    toponyms = {(place.start, place.end) for place in page.places}
    for actor in page.actors:
        if (actor.start, actor.end) in toponyms and actor.role != "party":
            continue
        owner = _owner(units, starts, actor)
        if owner is None:
            continue
        named = _office_of_zone(page, actor)
        found[owner].setdefault(named.name, named)
    for unit, row in zip(units, found, strict=True):
        for party in parties_in(page, unit):
            row.setdefault(party.name, party)
    return [tuple(sorted(row.values(), key=lambda actor: (actor.start, actor.name))) for row in found]


def _owner(units: list[Unit], starts: list[int], actor: Actor) -> int | None:
    """The last unit that holds the actor, else the plain unit before it, else the first."""
    if not units:
        return None
    last = bisect_right(starts, actor.start) - 1
    for number in range(last, max(-1, last - 2), -1):
        if actor.end <= units[number].end:
            return number
    while last > 0 and units[last].inside:
        last -= 1
    return max(last, 0)


def _office_of_zone(page: Page, actor: Actor) -> Actor:
    """ "The administrative committee of the … Zone" under the zone's usual name, so that all pages name it alike."""
    office = _ZONE_OFFICE.match(actor.name)
    zone = next((place for place in page.places_in(actor.start, actor.end) if place.level == "zone"), None)
    if office is None or zone is None or office[1].istitle():  # "Management Committee of …" is a name as it stands
        return actor
    return replace(actor, name=f"{zone.name} {office[1].lower()}")
