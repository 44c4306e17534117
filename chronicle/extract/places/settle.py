"""Which place each candidate means: the words beside it, what else the text names, the page's own region, size."""

import math
import re
from collections import Counter
from dataclasses import dataclass

from chronicle.extract.places.candidates import Candidate
from chronicle.extract.places.table import Gazetteer, Lexicon, Row

LEVEL_WEIGHT = {
    "country": 4.0, "province": 2.0, "prefecture": 1.5, "region": 4.0, "zone": 3.0,
    "city": 0.5, "county": 0.0, "town": -0.5,
}  # fmt: skip
SAME_SENSE = 4.0
"""A name that is told once which place it means goes on meaning it."""
CAPITAL_OF_ITSELF = 3.0
"""A city and the region named after it: the city is meant."""
DOMINANT = 0.2
"""Share of a region's people above which a city dominates it."""
EXPLICIT, HINTED, SAME_LEVEL, PREFERRED = 12.0, 3.0, 8.0, 4.0
TYPE = "city|town|village|district|county|province|prefecture|state|region|municipality|banner|league|autonomous region"
NEXT_TO = re.compile(rf"^(?:['’]s)?,?(?: (?:{TYPE}))?(?: of| in| of the)?[,.]?,? ?\(?$|^[、，,的]?$", re.IGNORECASE)
"""What may stand between a place and the place that encloses it."""
GREAT_POPULATION, CITY_POPULATION, TOWN_POPULATION = 400_000, 100_000, 5_000
GROUND, UNGROUNDED = 3, {"CN", "TW", "HK", "MO"}
"""Mentions that make a region the ground of a text; a Chinese page's own region is told otherwise."""
HAMLET_POPULATION, HAMLET_SHARE = 3_000, 0.4
"""A hamlet at home is hardly meant by the name of a land: Scotland, Pennsylvania."""
MARGIN = 1.0
"""A reading this much better than the next may support others."""


def settle(
    text: str,
    found: list[Candidate],
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    home: tuple[int, ...],
    nations: frozenset[int],
) -> list[tuple[Candidate, int, float]]:
    """Each candidate that counts, with its row and a confidence; ``home`` is the hint's row and its ancestors,
    ``nations`` are countries that the text has adjectives of.
    """
    explicit = neighbours(text, found, gazetteer)
    nothing = Support(Counter(), Counter(), frozenset(), {})
    first = [choose_once(c, gazetteer, lexicon, explicit[n], nothing, home) for n, c in enumerate(found)]
    told = frozenset((c.form, row) for c, rows in zip(found, explicit, strict=True) for row in rows)
    support = Support(Counter(nations), Counter(), told, {})
    for n, (row, _, margin, rival) in enumerate(first):
        chain = (row, *gazetteer.chain(row))
        if explicit[n] or (margin >= MARGIN and not (found[n].weak or found[n].doubtful)):
            support.add(found[n].form, chain)
        elif not (found[n].weak or found[n].doubtful):  # whichever it is, both lie there
            support.add(found[n].form, tuple(a for a in chain if a == rival or a in gazetteer.chain(rival)))
    home = home or ground(support, gazetteer)
    out = []
    around: dict[tuple[str, int], set[int]] = {}
    for n, candidate in enumerate(found):
        row, score, _, _ = choose_once(candidate, gazetteer, lexicon, explicit[n], support, home)
        place = (candidate.form, row)
        if place not in around:
            around[place] = {a for a in gazetteer.chain(row) if support.beside(a, candidate.form)}
        others = around[place]
        if counts(candidate, row, gazetteer, explicit[n], others, home):
            out.append((candidate, row, confidence(score)))
    return out


def ground(support: "Support", gazetteer: Gazetteer) -> tuple[int, ...]:
    """The first-level region abroad that a text without a hint plays in: told more than twice, and twice the next."""
    regions = [
        (times, -row)
        for row, times in support.total.items()
        if gazetteer.rows[row].level == "province" and gazetteer.rows[row].country not in UNGROUNDED
    ]
    (most, row), (next_most, _) = sorted([*regions, (0, 0), (0, 0)], reverse=True)[:2]
    return (-row, *gazetteer.chain(-row)) if most >= GROUND and most >= 2 * next_most else ()


Case = tuple[str, str | None, frozenset[int]]
"""A form, the level told, the rows told: what the choice depends on beside the text as a whole."""
Choice = tuple[int, float, float, int]


@dataclass(frozen=True, slots=True)
class Support:
    """How often places of the text lie in a row, in all and by form; and which form was told to mean which row."""

    total: Counter[int]
    by_form: Counter[tuple[str, int]]
    told: frozenset[tuple[str, int]]
    chosen: dict[Case, Choice]  # filled by choose_once when the support is complete

    def add(self, form: str, rows: tuple[int, ...]) -> None:
        self.total.update(rows)
        self.by_form.update((form, row) for row in rows)

    def beside(self, row: int, form: str) -> int:
        """How often other forms support the row."""
        return self.total[row] - self.by_form[form, row]


def neighbours(text: str, found: list[Candidate], gazetteer: Gazetteer) -> list[set[int]]:
    """For each candidate, its rows that enclose, or are enclosed by, a row of the candidate right beside it."""
    explicit: list[set[int]] = [set(c.rows) if c.sure else set() for c in found]
    for n in range(len(found) - 1):
        left, right = found[n], found[n + 1]
        if right.start - left.end > 24 or left.form == right.form or not NEXT_TO.match(text[left.end : right.start]):
            continue
        for a in left.rows:
            for b in right.rows:
                if a in gazetteer.chain(b) or b in gazetteer.chain(a):
                    explicit[n].add(a)
                    explicit[n + 1].add(b)
    return explicit


def choose_once(
    candidate: Candidate,
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    explicit: set[int],
    support: Support,
    home: tuple[int, ...],
) -> Choice:
    """``choose``, asked once for each case of a text."""
    case = (candidate.form, candidate.level, frozenset(explicit))
    known = support.chosen.get(case)
    if known is None:
        known = support.chosen[case] = choose(candidate, gazetteer, lexicon, explicit, support, home)
    return known


def choose(
    candidate: Candidate,
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    explicit: set[int],
    support: Support,
    home: tuple[int, ...],
) -> Choice:
    """The best row, its score, how much better it is than the next, and the next; ties go to the lower number."""
    best, best_score, rival, second = candidate.rows[0], -math.inf, candidate.rows[0], -math.inf
    preferred = gazetteer.number.get(lexicon.prefer.get(candidate.form, ""), -1)
    lands = any(gazetteer.rows[n].level in {"country", "province"} for n in candidate.rows)
    for number in candidate.rows:
        row = gazetteer.rows[number]
        score = math.log10(row.population + 1) + LEVEL_WEIGHT[row.level]
        hamlet = row.level == "town" and row.population < HAMLET_POPULATION and lands
        if number in explicit:
            score += EXPLICIT
        if number == preferred:
            score += PREFERRED
        if candidate.level:
            agrees = row.level == candidate.level or (
                candidate.level == "prefecture" and row.level in {"city", "county"}
            )
            score += SAME_LEVEL if agrees else -SAME_LEVEL if row.adcode else -1.0
        if row.level == "city" and candidate.level != "province":
            score += CAPITAL_OF_ITSELF if namesake(row, candidate.rows, gazetteer) else 0.0
        if (candidate.form, number) in support.told:
            score += SAME_SENSE
        for depth, ancestor in enumerate((number, *gazetteer.chain(number))):
            times = support.beside(ancestor, candidate.form)
            if times:
                score += supported(times, gazetteer.rows[ancestor].level)
            if depth and ancestor in home:
                score += HINTED / depth * (HAMLET_SHARE if hamlet else 1.0)
        if score > best_score:
            best, best_score, rival, second = number, score, best, best_score
        elif score > second:
            rival, second = number, score
    return best, best_score, best_score - second, rival


def namesake(city: Row, rows: list[int], gazetteer: Gazetteer) -> bool:
    """Whether the city has a region named after it, which it dominates."""
    if any(gazetteer.rows[n].level == "country" for n in rows):
        return False
    regions = [gazetteer.rows[n] for n in rows if gazetteer.rows[n].level == "province"]
    return any(
        city.parent == r.id or (city.country == r.country and city.population >= DOMINANT * r.population)
        for r in regions
    )


def supported(times: int, level: str) -> float:
    """What it adds that other places of the text lie in the same region or country."""
    return 0.5 * min(times, 3) if level == "country" else 1.5 + 0.75 * min(times, 4)


def counts(
    candidate: Candidate,
    row: int,
    gazetteer: Gazetteer,
    explicit: set[int],
    others: set[int],
    home: tuple[int, ...],
) -> bool:
    """Whether the candidate is a toponym at all: small places and common words need support.

    ``others`` are the ancestors of the row that other places of the text have too, or that are named.
    """
    if explicit:
        return True
    place = gazetteer.rows[row]
    chain = gazetteer.chain(row)
    near = any((a in home or a in others) and gazetteer.rows[a].level != "country" for a in chain)
    land = any(a in home or a in others for a in chain)
    at_home = place.adcode is None and any(a in home and gazetteer.rows[a].level != "country" for a in chain)
    told = candidate.level is not None
    if candidate.weak:
        return near and (candidate.located or told)
    if at_home:
        return True
    if place.level == "county" and place.adcode is not None and not candidate.form.isascii():
        return near or not candidate.doubtful
    if place.level == "county" and place.adcode is not None:
        if candidate.doubtful:
            return near and (candidate.located or told)
        return near or ((told or land or candidate.located) and not candidate.in_zone)
    if place.level in {"country", "region", "zone"} or place.adcode is not None:
        return True
    if place.population >= GREAT_POPULATION and (land or place.level == "province" or not candidate.doubtful):
        return True
    if place.population >= CITY_POPULATION:
        return near or candidate.located or told or (land and not candidate.doubtful)
    if place.level != "town":
        return near or ((candidate.located or land) and not candidate.doubtful) or (candidate.located and land)
    if candidate.located and land and not candidate.doubtful and place.population >= TOWN_POPULATION:
        return True
    return near and (candidate.located or told or not candidate.doubtful)


def confidence(score: float) -> float:
    """A score as a number between 0 and 1."""
    return round(1.0 / (1.0 + math.exp(-(score - 4.0) / 2.5)), 3)
