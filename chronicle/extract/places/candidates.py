"""What recognition hands to settling: a span, the rows its words can mean, and what stands around it."""

from dataclasses import dataclass


@dataclass(slots=True)
class Candidate:
    """A possible toponym.

    ``level`` is what a type word says ("Jilin city" is a prefecture), ``weak`` asks for support from the rest of the
    text before it counts.
    """

    start: int
    end: int
    form: str
    rows: list[int]
    level: str | None = None
    weak: bool = False
    doubtful: bool = False  # also a person's name or an English word
    located: bool = False  # a preposition of place stands before it
    in_zone: bool = False  # it begins a zone's name
    direction: str | None = None  # the compass word right before it
    sure: bool = False  # it begins a listed zone's name, so that its rows are told


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone, park or town found by grammar; ``core`` is the span of the place inside its name, if any."""

    start: int
    end: int
    name: str
    level: str
    core: tuple[int, int] | None = None
