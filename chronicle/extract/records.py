"""The values that extraction finds in a text. Offsets are code points into that text, half open."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence (or one item of a semicolon list); crosses a line only where the line is wrapped prose."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts.

    ``value`` is in base units (10 billion yuan is 10000000000.0 with currency CNY; 40 percent is 40.0 with unit
    ``percent``). ``kind``: count, money, ordinal, rank, rank_change, list_size, multiplier, duration, ratio, percent,
    growth, threshold, measure. ``qualifier``: exact, over, at_least, up_to, nearly, about, range, one_of.
    """

    value: float
    start: int
    end: int
    value_max: float | None = None
    unit: str | None = None
    what: str | None = None
    kind: str = "count"
    qualifier: str = "exact"
    currency: str | None = None  # ISO 4217
    period: str | None = None  # "year", "month" … when the value is per period
    bracketed: bool = False  # a conversion or a gloss in brackets: a quantity of its own, optional
    number_start: int = -1  # the bare number inside start..end
    number_end: int = -1


@dataclass(frozen=True, slots=True)
class Date:
    """A point or span of time as the text names it, completed from the publication date only where that is safe.

    ``edtf`` is an EDTF string (``2018-05-31``, ``2018-05``, ``2018``, ``XXXX-08-21``, ``2012/2021``); durations are
    ISO 8601 (``P5Y``) and sets are TIMEX3 values (``P1Y``). ``kind``: date, span, duration, set, or reference: words
    that date nothing by themselves ("now" is ``PRESENT_REF``, a clock time, "yesterday" on an undated page).
    ``basis``: explicit, inferred_year, relative. ``relation`` is what the words before say: by, until, since, from,
    in, within, or None. ``when`` is the calendar span of a duration tied to the page's date ("the past three years")
    or the deadline of "within …".
    """

    edtf: str
    kind: str
    start: int
    end: int
    precision: str = "day"  # day, month, quarter, half_year, year, day_no_year, unknown
    basis: str = "explicit"
    relation: str | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym settled to one place of the gazetteer, or a named zone without a code.

    ``level``: country, province, prefecture, county, city, town, zone, region. ``adcode`` and ``iso3166_2`` are the
    place's own, else None; ``admin1`` is the enclosing first-level code (ISO 3166-2); China itself is 100000.
    """

    name: str
    start: int
    end: int
    level: str
    adcode: str | None = None
    iso3166_2: str | None = None
    admin1: str | None = None
    country: str | None = None  # ISO 3166-1 alpha-2
    lat: float | None = None
    lon: float | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Actor:
    """An organisation or a person, under the fullest name the article gives it.

    ``kind``: government, party, company, university, institute, association, person, other.
    """

    name: str
    kind: str
    start: int
    end: int
    role: str | None = None
    title: str | None = None  # a person's post
    organisation: str | None = None  # a person's organisation


@dataclass(frozen=True, slots=True)
class EventPlace:
    """A place in its role for one event: venue, subject, partner, target, context."""

    place: Place
    role: str


@dataclass(frozen=True, slots=True)
class EventQuantity:
    """A quantity of one event; ``deadline`` (EDTF) and ``is_target`` where it is aimed at."""

    quantity: Quantity
    deadline: str | None = None
    is_target: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """One event as one article tells it. ``quote`` is exactly ``article.text[start:end]``.

    ``date`` is EDTF or None, ``date_start``/``date_end`` are ISO days or None; ``why`` names the rules or features
    that fired, for the curator.
    """

    quote: str
    start: int
    end: int
    type: str
    status: str
    salience: str
    title: str
    confidence: float
    date: str | None = None
    date_start: str | None = None
    date_end: str | None = None
    date_precision: str = "unknown"
    date_basis: str | None = None
    planned: str | None = None
    industries: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    places: tuple[EventPlace, ...] = ()
    actors: tuple[Actor, ...] = ()
    quantities: tuple[EventQuantity, ...] = ()
    parent: str | None = None
    why: tuple[str, ...] = ()
