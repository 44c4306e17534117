"""Organisations by their head word: "… University", "Ministry of …", "Instituto …"; how "and" joins or parts them."""

import re

from chronicle.extract.actors.vocabulary import UPPER, Vocabulary
from chronicle.extract.places.table import gazetteer
from chronicle.extract.places.zones import is_pinyin
from chronicle.extract.records import Actor

_NOT_ITS_HEAD = re.compile(r"[A-Z][a-z]+ of (?:the )?(?=([A-Z]\w+ [A-Z]))")  # "Construction of the Lakeside Laboratory"
_PORTFOLIO = re.compile(  # "Ministry of Trade, Industry and Energy"
    rf"(?:, [{UPPER}]\w+(?: [{UPPER}]\w+)?){{1,4}},? (?:and|&) (?:the )?[{UPPER}]\w+(?: [{UPPER}]\w+)?(?![\w-])"
)
_ITEM_ENDS = re.compile(r",? (?:and|&) (?:the )?|, ")
_PARTNERS = re.compile(rf"[{UPPER}]\w+(?:, [{UPPER}]\w+)? & (?:[{UPPER}]\w+|Co\.?|Sons)")  # "Ashcombe & Tully"
_SUBJECT = re.compile(
    r" (?:on|at) (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"(?!(?:Jan|Feb|Mar|Apr|Ma|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)"
    rf"[{UPPER}][\w-]+(?:(?: | and )[{UPPER}][\w-]+)*"
)
_TAKES_SUBJECT = re.compile(r"(?:Commission|Committee|Council|Panel|for [\w ]*Research|University of [A-Z][a-z]+)$")
_OF = frozenset({"of", "for", "on"})
BOTH_SIDES = frozenset(
    {"ministry", "department", "bureau", "secretariat", "directorate", "commission", "office", "committee"}
)
"""Their names hold several fields: "Ministry of ICT and Innovation"."""
GENERIC_HEADS = frozenset({"technology", "science", "sciences"})
WELL_PLACED = frozenset({"bank", "company"})
"""Company heads that may stand before "of"."""
SEATS = ("Port of ", "City of ", "State of ", "Bank of ", "Isle of ", "House of ", "Bay of ")
"""Openings that belong to the name whose head stands at its end: "Port of Sines Authority"."""
LEGAL = frozenset({"group", "company", "co", "ltd", "limited", "inc", "corp", "corporation", "plc", "bank", "holdings"})
"""Company heads that may end a name with "of" in it."""
SHORT_RUN = 5  # words of a run that "and" may part without a head on either side


def organisation(text: str, start: int, end: int, vocabulary: Vocabulary) -> list[Actor]:
    """The organisation that a run names by its head word, if it has one."""
    name = text[start:end]
    opener = _NOT_ITS_HEAD.match(name)
    if opener and not name.startswith(SEATS) and name[: opener.start(1)].split()[0].lower() not in vocabulary.heads:
        return organisation(text, start + opener.start(1), end, vocabulary)
    kind = kind_of(name, vocabulary)
    if kind == "weak":
        own = name.split()[0].lower()
        article = text[max(0, start - 4) : start].lower().endswith(("the ", " a ", "an "))
        article = article and not is_pinyin(own, gazetteer().syllables)
        kind = None if article or own in vocabulary.plain_first else "company"
    if not kind:
        return []
    end = _with_subject(text, _whole_portfolio(text, start, end, vocabulary))
    return [Actor(text[start:end], kind, start, end)]


def parting(text: str, start: int, end: int, vocabulary: Vocabulary) -> int | None:
    """Where the first "and" stands that joins two names, not two words of one name."""
    at = text.find(" and ", start, end)
    while at >= 0:
        if not _joined(text[start:at], text[at + 5 : end], vocabulary):
            return at
        at = text.find(" and ", at + 5, end)
    return None


def _joined(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Whether "and" stands inside one name: between two fields of an office, or of an institute."""
    before, after = left.split(), right.split()
    lowered = [word.lower() for word in before]
    left_kind, right_kind = kind_of(left, vocabulary), kind_of(right, vocabulary)
    field = lowered[-1] in vocabulary.fields, after[0].lower() in vocabulary.fields
    if not any(field) and any(word in _OF for word in lowered) and not right_kind and "and" not in lowered:
        link = next(at for at, word in enumerate(lowered) if word in _OF)
        if link and lowered[link - 1] in BOTH_SIDES:
            return True
    if left_kind and right_kind and not field[1]:
        return False
    if left_kind == "company" and not field[1] and after[-1].lower() not in vocabulary.not_actor:
        return False  # "Aldan Robotics and Merivia"
    if field[1] and not left_kind and len(before) == 2 and lowered[0] in vocabulary.given and not field[0]:
        return False  # "Adela Ruiz and Science minister"
    if any(field):
        return field[1] or "and" not in lowered
    return False


def _whole_portfolio(text: str, start: int, end: int, vocabulary: Vocabulary) -> int:
    """The end of a name that lists its fields with commas ("Ministry of Trade, Industry and Energy")."""
    parts = [word.lower() for word in text[start:end].split()]
    if not any(word in _OF for word in parts[1:]) or parts[-1] not in vocabulary.fields:
        return end
    match = _PORTFOLIO.match(text, end)
    if not match:
        return end
    items = [item.strip() for item in _ITEM_ENDS.split(match[0]) if item.strip()]
    office = any(word in BOTH_SIDES for word in parts)
    plain = [item.lower() in vocabulary.fields for item in items]
    named = any(kind_of(item, vocabulary) or item.lower() in vocabulary.heads for item in items)
    return match.end() if all(plain[:-1]) or (office and any(plain) and not named) else end


def _with_subject(text: str, end: int) -> int:
    """The end of "Commission on Standards", "Centre for Research on Polymers", "University of Texas at Austin"."""
    match = _SUBJECT.match(text, end)
    return match.end() if match and _TAKES_SUBJECT.search(text, max(0, end - 24), end) else end


def kind_of(name: str, vocabulary: Vocabulary) -> str | None:
    """The kind that the name's head says: the last word, or the word before "of"; "weak" for a doubtful head."""
    parts = name.split()
    if len(parts) < 2:
        return None
    lowered = [part.lower().strip("’',.") for part in parts]
    last = lowered[-1]
    linked = [at for at, word in enumerate(lowered) if word in _OF]
    two = " ".join(lowered[-2:])
    plain = len(parts) == 2 or lowered[-2] == "party"
    if (
        plain
        and all(word in vocabulary.common for word in lowered[:-1])
        and " ".join(lowered) not in vocabulary.not_common
    ):
        return None
    if (last in vocabulary.not_actor or two in vocabulary.not_actor) and not linked:
        return None
    if lowered[0] in vocabulary.first_heads and not (linked and linked[0] > 1):
        return vocabulary.first_heads[lowered[0]]
    if two in vocabulary.heads and (len(parts) > 2 or lowered[0] not in vocabulary.fields):
        return vocabulary.heads[two]
    if linked:
        head = lowered[linked[0] - 1] if linked[0] else ""
        if (whole := " ".join(lowered[: linked[0]])) != head and vocabulary.heads.get(whole, "company") != "company":
            return vocabulary.heads[whole]  # "Leading Group of", "Management Committee of"
        if head in vocabulary.heads and (vocabulary.heads[head] != "company" or head in WELL_PLACED):
            return vocabulary.heads[head]
    if last in vocabulary.heads and (last not in GENERIC_HEADS or not (linked or "and" in lowered)):
        kind = vocabulary.heads[last]
        return None if linked and kind == "company" and last not in LEGAL else kind
    if parts[-1] in vocabulary.heads:
        return vocabulary.heads[parts[-1]]
    if _PARTNERS.fullmatch(name) and not all(word in vocabulary.fields for word in lowered if word):
        return "company"
    if not linked and len(parts) <= 4 and (last in vocabulary.weak_heads or two in vocabulary.weak_heads):
        return "weak"
    return None
