"""Toponyms in Latin script: capitalised words that the gazetteer knows, less the names of people and organisations."""

import re

from chronicle.extract.places.beside import (
    CLUBS,
    Token,
    belongs_before,
    following,
    level_of,
    names_office,
    names_team,
    organisation_after,
)
from chronicle.extract.places.candidates import Candidate, Zone
from chronicle.extract.places.keys import key
from chronicle.extract.places.table import Gazetteer, Lexicon
from chronicle.extract.places.zones import LANDMARKS

TOKEN = re.compile(
    r"[a-z]++(?![A-ZÀ-ɏḀ-ỿ'’])|"  # most words
    r"(?:[A-Z]\.){2,}|[A-Z]\.[A-Z]\b|G60\b|[A-Za-zÀ-ɏḀ-ỿ]+(?:['’](?![sS]\b)[A-Za-zÀ-ɏḀ-ỿ]+)*"
)
JOINS = {" ", "-", "–", ". ", "\u00a0", ", "}
NOT_A_PLACE = re.compile(
    r"\$|(?<=US) \$| ?dollars?\b| ?cents?\b| \d+ers\b|-listed\b| respiratory syndrome|(?<=U\.S\.) \d"
)
"""After a name it makes the name a currency's, a team's or a stock exchange's."""
SAID = re.compile(
    r",? (?:said|says|told|(?:added|adds)(?=[,.:]| that)|testified|recalled|wrote|explained|joked|tweeted)\b"
)
"""After a name it makes the name a person's, or a government's."""
EVENT_OF_CHINA = re.compile(r" ?\([A-Z][^()\n]{1,40}\) [A-Z]")
"""An event's name: China (Mianyang) International Expo."""


def tokens(text: str) -> list[Token]:
    """Words of Latin script with their spans; a possessive 's is a word of its own."""
    return [(m.start(), m.end(), m.group()) for m in TOKEN.finditer(text)]


def candidates(text: str, gazetteer: Gazetteer, lexicon: Lexicon, zones: list[Zone]) -> list[Candidate]:
    """Possible toponyms in order of their start, none overlapping another.

    Inside a zone's name only the place it begins with is read, and always as a place.
    """
    words = tokens(text)
    out: list[Candidate] = []
    people: set[str] = set()
    spans = [z for z in zones if z.core is not None]
    zone, done = 0, 0
    directions = lexicon.words["direction"]
    for at, (start, _, word) in enumerate(words):
        if at < done or not (word[0].isupper() or word in directions):
            continue
        while zone < len(spans) and spans[zone].end <= start:
            zone += 1
        inside = spans[zone] if zone < len(spans) and spans[zone].start <= start else None
        if inside is not None and inside.core is not None and start >= inside.core[1]:
            continue
        if word == "China" and out and in_dateline(text, out[-1], start):
            continue
        match = None
        state = abbreviated(text, words, at, lexicon)
        if state is not None:
            out.append(Candidate(start, words[at][1], key(word), [gazetteer.number[state]], located=True))
            continue
        if word[0].isupper():
            limit = inside.core[1] if inside is not None and inside.core is not None else None
            match = longest_match(text, words, at, gazetteer, lexicon, limit)
        elif at + 1 < len(words) and words[at + 1][2][0].isupper():
            match = longest_match(text, words, at, gazetteer, lexicon)
            match = match if match and match[0] > 1 else None
        if match is None:
            continue
        length, form, rows = match
        end = words[at + length - 1][1]
        if inside is not None and inside.core is not None:
            within = not out or out[-1].start < inside.start or lies_in(out[-1].rows, rows, gazetteer)
            if (
                within
                and end <= inside.core[1]
                and named_for(text, form, end, inside.core[1], rows, gazetteer, lexicon)
            ):
                park = inside.name.endswith("Park")
                around = gazetteer.around(rows, gazetteer.latin.get(key(inside.name), []))
                out.append(
                    Candidate(start, end, form, around or rows, in_zone=park, located=not park, sure=bool(around))
                )
        else:
            candidate = judge(text, words, at, length, form, rows, gazetteer, lexicon, people)
            if candidate is not None:
                if out and text[out[-1].end : start] in LISTED:
                    candidate.located = candidate.located or out[-1].located
                    if words[min(at + length, len(words) - 1)][2] in PLURALS and candidate.level:
                        out[-1].level = out[-1].level or candidate.level
                if at and words[at - 1][2].lower() in COMPASS and text[words[at - 1][1] : start] == " ":
                    candidate.direction = words[at - 1][2]
                out.append(candidate)
                out += own_city(words, at, length, rows, gazetteer)
        done = at + length
    return [c for c in out if c.form not in people or c.located or " " in c.form]


def lies_in(outer: list[int], rows: list[int], gazetteer: Gazetteer) -> bool:
    """Whether the second place of a zone's name can lie in the first: Wuxi Binhu, but not the Binhai of elsewhere."""
    return any(n in outer or not set(outer).isdisjoint(gazetteer.chain(n)) for n in rows)


def named_for(
    text: str, form: str, end: int, core: int, rows: list[int], gazetteer: Gazetteer, lexicon: Lexicon
) -> bool:
    """Whether a zone called after the form that ends here lies there: Hefei Software Park, but not China Medical City.

    ``core`` is the end of the zone's own name.
    """
    levels = gazetteer.kinds(form).levels
    if not levels.isdisjoint(("country", "region")) and gazetteer.rows[rows[0]].level in {"country", "region"}:
        return end == core and "country" not in levels
    if text.startswith(LANDMARKS, end) and levels.isdisjoint(("province", "prefecture", "city")):
        return False
    return not in_plain_words(form, lexicon)


def in_plain_words(form: str, lexicon: Lexicon) -> bool:
    """Whether every word of the form is first of all an English word: Northern Region, Free State, West Coast."""
    common, directions = lexicon.words["common"], lexicon.words["direction"]
    return all(word in common or word in directions or word in REGION_WORDS for word in form.split())


def own_city(words: list[Token], at: int, length: int, rows: list[int], gazetteer: Gazetteer) -> list[Candidate]:
    """The city that a listed zone's name begins with: Wuhan of Wuhan East Lake High-tech Zone."""
    if length == 1 or gazetteer.rows[rows[0]].level not in {"zone", "county"}:
        return []
    for size in range(length - 1, 0, -1):
        form = " ".join(key(word) for _, _, word in words[at : at + size])
        known = gazetteer.latin.get(form)
        if known and not set(known) & set(rows) and gazetteer.rows[known[0]].level in {"province", "prefecture"}:
            around = gazetteer.around(known, rows)
            return [Candidate(words[at][0], words[at + size - 1][1], form, around or known, sure=bool(around))]
    return []


def in_dateline(text: str, city: Candidate, at: int) -> bool:
    """Whether the country only completes a dateline: HANGZHOU, China."""
    return text[city.start : city.end].isupper() and text[city.end : at] == ", "


def abbreviated(text: str, words: list[Token], at: int, lexicon: Lexicon) -> str | None:
    """The state that this word abbreviates, if it stands after a comma and a capitalised name: "Erie, Pa."."""
    start, end, word = words[at]
    if at == 0:
        return None
    before, gap = words[at - 1][2], text[words[at - 1][1] : start]
    if not (gap == ", " and before[0].isupper()) and not (gap == "-" and before in PARTIES):
        return None
    state = lexicon.abbreviations.get(word.rstrip("."))
    full = state is not None and (word.isupper() or text[end : end + 1] == ".")
    return state if full else None


def longest_match(
    text: str, words: list[Token], at: int, gazetteer: Gazetteer, lexicon: Lexicon, limit: int | None = None
) -> tuple[int, str, list[int]] | None:
    """The longest form that starts at this word and ends by ``limit``: how many words, its key, its rows."""
    first = key(words[at][2])
    most = gazetteer.longest.get(first)
    if most is None:
        return None
    parts = [first]
    while len(parts) < most and at + len(parts) < len(words):
        previous, word = words[at + len(parts) - 1], words[at + len(parts)]
        if limit is not None and word[1] > limit:
            break
        gap = text[previous[1] : word[0]]
        if gap not in JOINS or (gap == ", " and word[2].rstrip(".") not in {"D.C", "DC"}):
            break
        parts.append(key(word[2]))
    for length in range(len(parts), 0, -1):
        last = words[at + length - 1][2]
        form = " ".join(parts[:length])
        rows = gazetteer.latin.get(form)
        if rows is None or (last[0].islower() and gazetteer.rows[rows[0]].level not in {"region", "zone"}):
            continue
        if length == 1 and not spelled_as_name(words[at][2], form, lexicon):
            return None
        return length, form, rows
    return None


def spelled_as_name(word: str, form: str, lexicon: Lexicon) -> bool:
    """Acronyms stand in capitals; other names may be all capitals only when long enough not to be an acronym."""
    if form in lexicon.words["acronym"]:
        return word.isupper()
    return not word.isupper() or len(word) > 3


def judge(
    text: str,
    words: list[Token],
    at: int,
    length: int,
    form: str,
    rows: list[int],
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    people: set[str],
) -> Candidate | None:
    """The candidate, or None if the words around it make it part of another name."""
    start, end = words[at][0], words[at + length - 1][1]
    before = words[at - 1] if at and text[words[at - 1][1] : start] in {" ", "-", "\u00a0", ". "} else None
    candidate = Candidate(start, end, form, rows)
    possessive = text[end : end + 2] in {"'s", "’s"}
    after = list(following(text, words, at + length)) if not possessive else []
    countries, levels = gazetteer.kinds(form)
    chinese, clubs = "CN" in countries, not CLUBS.isdisjoint(countries)
    if after and not chinese and names_team(after, form, clubs, lexicon):
        return None
    if length > 1 and words[at + length - 1][2] in OWN_TYPES:
        candidate.located = True
    if LOCALITY.match(text, end) or any(w in lexicon.words["government"] for _, _, w in after[:1]):
        candidate.located = True
    known = bool(after) and chinese and before_chinese(text, words, at + length, gazetteer, lexicon)
    if after and after[0][2] in lexicon.levels:
        candidate.level = level_of(after[0][2], rows, gazetteer, lexicon)
        after = after[1:] if after[0][2][0].isupper() else []
        if chinese and after and names_office(text, words, at + length):
            return None
        known = known or after == [] or not any(w in lexicon.words["organisation"] for _, _, w in after)
    if NOT_A_PLACE.match(text, end) or (form == "china" and EVENT_OF_CHINA.match(text, end)):
        return None
    country = not levels.isdisjoint(("country", "region"))
    if organisation_after(after, lexicon, form, known):
        return None
    if levels == {"region"} and not lexicon.words["event"].isdisjoint(w for _, _, w in after):
        return None  # "Bohai Rim Expo"
    if before is not None:
        candidate.located = candidate.located or before[2].lower() in lexicon.words["locative"]
        if belongs_before(text, words, at, form, country, chinese, gazetteer, lexicon, people):
            return None
        named = at > 2 and words[at - 3][2][0].isupper() and text[words[at - 3][1] : words[at - 2][0]] == " "
        if before[2] == "of" and at > 1 and words[at - 2][2] not in PLURALS and not named:
            candidate.level = candidate.level or lexicon.levels.get(words[at - 2][2])
        if before[2].lower() == "upstate":
            candidate.level = "province"
    above = chinese and not levels.isdisjoint(("province", "prefecture"))
    told = text[max(0, start - 2) : start] == ", " and "province" in levels  # "of Lebanon, Missouri, said"
    if not candidate.located and not country and not above and not told and SAID.match(text, end):
        return None
    if form in lexicon.words["common"] if length == 1 else levels == {"province"} and in_plain_words(form, lexicon):
        candidate.weak = True
    candidate.doubtful = length == 1 and form in gazetteer.also
    if candidate.doubtful and before is not None and before[2].lower() not in lexicon.words["inside"]:
        candidate.located = False
    return candidate


REGION_WORDS = {"coast", "region", "state", "province", "district"}
OWN_TYPES = {"Area", "Zone", "District", "County", "City", "Park"}
"""Type words that stand inside a form, so that it needs no other."""
COMPASS = {
    side + end
    for side in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
    for end in ("", "ern")
}
"""Before a place they make a region of it: northwest Shandong."""
PLURALS = {"provinces", "cities", "districts", "counties", "states", "prefectures"}
LOCALITY = re.compile(r"-(?:based|area|born|headquartered)\b| (?:region|area|suburb|metropolitan|campus)\b")
"""After a name it makes the name a place's."""
LISTED = {", ", " and ", ", and ", " or "}
"""Between the places of one list."""
PARTIES = {"R", "D"}
"""An American politician's party stands before the state: R-Texas."""


def before_chinese(text: str, words: list[Token], at: int, gazetteer: Gazetteer, lexicon: Lexicon) -> bool:
    """Whether a Chinese place begins here, next to another without a comma, as translated English has it."""
    match = longest_match(text, words, at, gazetteer, lexicon)
    return match is not None and "CN" in gazetteer.kinds(match[1]).countries
