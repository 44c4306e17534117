"""What the words beside a name make it: a club's, an office's, a person's, an organisation's, or a place's level."""

from collections.abc import Iterator

from chronicle.extract.places.keys import key
from chronicle.extract.places.table import Gazetteer, Lexicon

Token = tuple[int, int, str]
"""A word with its span."""
LOOK_AHEAD = 7
"""Words after a name that are searched for an organisation word."""
CONNECTORS = {"of", "for", "and", "&", "the", "on", "in", "de", "du", "des"}
STATES_SO_CALLED = {"washington", "new york"}
"""Elsewhere "X State" is a university's team."""
CLUBS = {"GB", "IE", "AU", "US"}
"""Countries where a town's name with "City" or "State" is a club's."""
COUNTIES = {"KE", "HU", "SE", "NO", "RO", "EE", "HR", "LT", "LR"}
FIRST_LEVEL = {
    "prefecture": {"JP", "GR"}, "prefectures": {"JP", "GR"}, "prefectural": {"JP"},
    "county": COUNTIES, "counties": COUNTIES,
    "district": {"PT"}, "municipality": {"VN"},
}  # fmt: skip
"""Type words → countries whose first-level regions bear them."""
LOCALITIES = {"Zone", "Area", "Park", "City", "District", "Valley", "Town", "Corridor", "Port", "Belt", "Bay"}
"""A longer name that ends so is a place of the city it begins with."""
VENUES = {"Center", "Centre", "Hall", "Hotel", "Stadium", "Arena", "House", "Museum", "Theatre", "Theater"}
"""A longer name that ends so is a building's: Shanghai Lakeside Exhibition Center."""
KNOWN_BEFORE = {"city", "province", "county", "district", "state", "republic", "kingdom", "port", "town"}


def level_of(word: str, rows: list[int], gazetteer: Gazetteer, lexicon: Lexicon) -> str:
    """The level a type word names; a prefecture of Japan and a county of Kenya are first-level regions."""
    lower = word.lower()
    if lower in FIRST_LEVEL and any(
        gazetteer.rows[n].level == "province" and gazetteer.rows[n].country in FIRST_LEVEL[lower] for n in rows
    ):
        return "province"
    return lexicon.levels[word]


def names_team(after: list[Token], form: str, clubs: bool, lexicon: Lexicon) -> bool:
    """Whether "City" or "State" after a name makes it a club's: Norwich City, but not Hamilton City Council."""
    if after[0][2] == "State":
        return clubs and form not in STATES_SO_CALLED
    return clubs and after[0][2] == "City" and not (len(after) > 1 and after[1][2] in lexicon.words["government"])


def names_office(text: str, words: list[Token], at: int) -> bool:
    """Whether a Chinese office's full name goes on here: "Municipal Science Bureau", but not "Municipal Government"."""
    if words[at][2] not in {"Municipal", "Provincial"}:
        return False
    following_words = [w for _, _, w in following(text, words, at + 1)]
    return bool(following_words) and following_words[0] not in {"Government", "People", "Party", "Committee"}


def belongs_before(
    text: str,
    words: list[Token],
    at: int,
    form: str,
    country: bool,
    chinese: bool,
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    people: set[str],
) -> bool:
    """Whether the word before makes the name a person's or an organisation's; persons are noted in ``people``."""
    _, end, word = words[at - 1]
    joined, lower = text[end : words[at][0]], word.lower().rstrip(".")
    if lower in lexicon.words["title"] and (word[0].isupper() or joined == ". "):
        people.add(form)
        return word[0].isupper()
    if lower == "of" or (lower == "the" and at > 2 and words[at - 2][2] == "of"):
        owner = words[at - 2 if lower == "of" else at - 3][2] if at > 1 else ""
        return owner in lexicon.words["of_organisation"]
    if not word[0].isupper() or joined == ". " or harmless_before(word, gazetteer, lexicon):
        return False
    if opens_sentence(text, words[at - 1][0]) and chinese and word not in lexicon.words["family"]:
        return False
    if joined == "-":
        return len(word) > 2 and not country
    if lower in lexicon.words["function"] or lower in lexicon.words["direction"]:
        return False
    if lower in gazetteer.given_names and not country:
        people.add(form)
    return True


def opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins here, so that a capital tells nothing."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in ".!?\n-:–—"


def harmless_before(word: str, gazetteer: Gazetteer, lexicon: Lexicon) -> bool:
    """Whether the capitalised word before is no part of one name with it: a weekday, a type word, a Chinese place."""
    if word in lexicon.words["beside"] or word in lexicon.levels or word.lower() in KNOWN_BEFORE:
        return True
    return word not in lexicon.words["family"] and "CN" in gazetteer.kinds(key(word)).countries


def following(text: str, words: list[Token], at: int) -> Iterator[Token]:
    """The words after a name that may belong to one longer name with it."""
    previous = at - 1
    for number in range(at, min(at + LOOK_AHEAD, len(words))):
        gap = text[words[previous][1] : words[number][0]]
        word = words[number][2]
        if gap not in {" ", "\u00a0", " & "}:
            return
        if not word[0].isupper() and word not in CONNECTORS and number > at:
            return
        yield words[number]
        if not word[0].isupper() and word not in CONNECTORS:
            return
        previous = number


def organisation_after(after: list[Token], lexicon: Lexicon, form: str, known: bool) -> bool:
    """Whether the capitalised words after the name make it an organisation's or a person's."""
    run: list[str] = []
    for _, _, word in after:
        if not word[0].isupper() and word not in CONNECTORS:
            break
        run.append(word)
    while run and not run[-1][0].isupper():
        run.pop()
    if not run or not run[0][0].isupper():
        return False
    joined = run.index("and") if "and" in run[:-1] and run[run.index("and") + 1] == "the" else len(run)
    run = run[:joined] or run  # "Nanshan Valves and the Port Zone" are two
    if run[-1] in LOCALITIES and len(run) > 1:
        return False
    if run[-1] in VENUES and len(run) > 1:
        return True
    if not lexicon.words["event"].isdisjoint(run):
        return form == "china"
    if not lexicon.words["government"].isdisjoint(run):
        return False
    if not lexicon.words["organisation"].isdisjoint(run):
        return True
    return not known and run[0] not in lexicon.words["beside"]
