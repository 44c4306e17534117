"""Persons in English text: a name with a post, a verb of saying, a known first name, or the form of East Asia."""

import re

from chronicle.extract.actors.vocabulary import UPPER, Vocabulary
from chronicle.extract.lexicon import forms
from chronicle.extract.places.table import gazetteer
from chronicle.extract.records import Actor

_SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu"
    "|ou|ua|ue|ui|un|uo|a|e|i|o|u|ü)"
)
_PINYIN = re.compile(rf"{_SYLLABLE}(?:[-’']?{_SYLLABLE})?", re.I)
_TWO_SYLLABLES = re.compile(rf"{_SYLLABLE}[-’']?{_SYLLABLE}", re.I)
_HYPHENED = re.compile(r"[A-Z][a-z]+-[a-z]+")
_POST_AFTER = re.compile(
    r", (?:an? |the |one of the |its |their )?([A-Za-z][a-z -]{2,40}?)"
    r"(?:,? (?:of|at|for|from|in|with|and|on) (?:the )?|[,.;]| who\b)"
)
_OWNED_POST_AFTER = re.compile(rf", (?:the )?([{UPPER}][\w’'. -]{{1,40}}?|[a-z]+)[’']s? ([a-z][a-z -]{{2,40}}?)[,.;]")
_AGE_OR_WHO_AFTER = re.compile(r", (?:who(?!se)\b|aged \d|\d\d,)")
_SAID_AFTER_POST = re.compile(r", [^,;\n]{3,90}, (?:said|says|told|added|explained|noted|announced)\b")
_SAID_BEFORE = re.compile(rf"\b{forms('actor_said_before')}\s$")
_QUOTED_BEFORE = re.compile(r"[”\"’,] (?:said|says|added|explained|noted|recalled|asked|stressed) (?:the )?$")
_SAID_AFTER = re.compile(
    r",? (?:also |further |has |had |then |recently )?"
    rf"(?:{forms('actor_said_after')}|{forms('actor_person_acts')})\b"
)
_OF_SOMEWHERE = re.compile(r" (?:from|of|at) (?:the )?[A-Z]")
_FOUNDERS = re.compile(
    r"\b(?:founded|led|headed|chaired|run|created|started|directed|invented|written)(?: [a-z0-9]+){0,3} by "
    r"(?:Mr |Ms |Dr )?$"
)
_REPORTER = re.compile(rf"{forms('actor_reporter')}[:：]?\s*$", re.I)
_CAPITALISED = re.compile(rf"[{UPPER}][\w’'&.-]*(?: (?:of |and )?[{UPPER}][\w’'&-]*){{0,8}}")
_BEFORE = re.compile(r"[\w’'.-]+")
_NOT_A_NAME_BEFORE = re.compile(r"\b(?:[Tt]he|[Aa]n?) $")
_NAMES_A_THING = re.compile(rf" {forms('actor_named_after')}\b")
_CHARGE = re.compile(r" (?:of|for) [a-z]+(?:(?:, | and )[a-z]+)*$")  # "minister of science and health"
SHORT_TITLES = frozenset(
    {"dr", "prof", "professor", "mr", "ms", "mrs", "academician", "rector", "mayor", "president", "ceo"}
)
PARTICLES = frozenset(
    {
        "de",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "di",
        "la",
        "von",
        "van",
        "der",
        "den",
        "ter",
        "al",
        "bin",
        "binti",
        "el",
        "y",
        "zu",
        "ten",
        "le",
        "du",
        "ap",
    }
)
BETWEEN_NAMES = frozenset({"van", "von", "bin", "binti", "ter"})
"""Between two capitalised words these make a person's name."""
TITLE_WINDOW = 48  # code points before a name that may hold its post


def chinese_name(first: str, second: str, vocabulary: Vocabulary) -> bool:
    """Whether two words are a surname and a given name in pinyin."""
    return first in vocabulary.surnames and bool(_PINYIN.fullmatch(second))


def post_before(text: str, start: int, vocabulary: Vocabulary) -> str | None:
    """The post that ends right before the name ("Deputy Mayor ", "state councillor "), in lower case."""
    window = text[max(0, start - TITLE_WINDOW) : start]
    if not window.endswith(" "):
        return None
    clause = re.split(r"[;:!?\n(“\"]|\. (?=[A-Z])", window)[-1].rstrip(" ").removesuffix(",")
    words = [word.lower() for word in _BEFORE.findall(_CHARGE.sub("", clause))]
    for length in range(min(vocabulary.longest_title, len(words)), 0, -1):
        post = " ".join(words[-length:])
        if post in vocabulary.titles:
            return post
    return None


def person(text: str, start: int, end: int, vocabulary: Vocabulary) -> Actor | None:
    """The person that the capitalised run start..end names, if it names one."""
    parts = text[start:end].split()
    names = [part for part in parts if part.lower() not in PARTICLES]
    if not 2 <= len(names) <= 3 or len(parts) > 5 or parts[0] != names[0] or parts[-1] != names[-1]:
        return None
    if any(not name[0].isupper() or (name.isupper() and len(name) > 2) or name == "&" for name in names):
        return None
    lowered = [name.lower() for name in names]
    korean = lowered[0] in vocabulary.korean and bool(_HYPHENED.fullmatch(names[-1])) and len(names) == 2
    if not korean and (lowered[-1] in vocabulary.not_actor or any(name in vocabulary.heads for name in lowered)):
        return None
    if _REPORTER.search(text, max(0, start - 24), start) or _NAMES_A_THING.match(text, end):
        return None
    chinese = len(names) == 2 and chinese_name(names[0], names[1], vocabulary)
    title = post_before(text, start, vocabulary)
    if lowered[-1] in vocabulary.fields or (lowered[-1] in vocabulary.bare and not (chinese or korean or title)):
        return None
    if not chinese and not korean and title is None and _NOT_A_NAME_BEFORE.search(text, max(0, start - 5), start):
        return None
    post, after = _post_after(text, end, vocabulary)
    said = bool(_SAID_AFTER.match(text, end) or _SAID_BEFORE.search(text, max(0, start - 16), start))
    founder = _FOUNDERS.search(text, max(0, start - 48), start)
    spoken = _QUOTED_BEFORE.search(text, max(0, start - 12), start) or _SAID_AFTER_POST.match(text, end)
    given = _first_name(lowered[0], vocabulary) and not _foreign_to_names(lowered, vocabulary)
    turned = (
        len(names) == 2
        and not chinese
        and chinese_name(names[1], names[0], vocabulary)
        and bool(_TWO_SYLLABLES.fullmatch(names[0]))
        and lowered[0] not in gazetteer().latin
    )
    native = turned or (
        chinese and (said or post or _OF_SOMEWHERE.match(text, end) or _TWO_SYLLABLES.fullmatch(names[1]))
    )
    noble = len(parts) > len(names) and parts[1].lower() in BETWEEN_NAMES
    aged = _AGE_OR_WHO_AFTER.match(text, end) and not _foreign_to_names(lowered, vocabulary)
    if not (post or title or founder or spoken or native or korean or given or aged or noble):
        return None
    organisation = _CAPITALISED.match(text, after) if after else None
    name = organisation[0] if organisation else None
    return Actor(text[start:end], "person", start, end, title=post or title, organisation=name)


def _post_after(text: str, end: int, vocabulary: Vocabulary) -> tuple[str | None, int]:
    """The post in apposition (", chairman of", ", Nordia's chief executive,") and where its organisation may begin."""
    if text[end : end + 2] != ", ":
        return None, 0
    limit = min(len(text), end + 90)
    after = _POST_AFTER.match(text, end, limit)
    if after and _is_post(after[1], vocabulary):
        return after[1].strip(), after.end()
    owned = _OWNED_POST_AFTER.match(text, end, limit)
    if owned and _is_post(owned[2], vocabulary):
        return owned[2].strip(), owned.start(1)
    return None, 0


def _is_post(words: str, vocabulary: Vocabulary) -> bool:
    parts = words.strip().lower().split()
    return any(" ".join(parts[at:]) in vocabulary.titles for at in range(len(parts))) or (
        parts[0] in vocabulary.titles if parts else False
    )


def _first_name(word: str, vocabulary: Vocabulary) -> bool:
    return (
        word in vocabulary.given or word.split("-")[0] in vocabulary.given
    ) and word not in vocabulary.doubtful_given


def _foreign_to_names(lowered: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a word of the run is no person's: a field, a weak head, an adjective of place."""
    return any(
        word in vocabulary.fields
        or word in vocabulary.weak_heads
        or word in vocabulary.demonyms
        or word in vocabulary.bare
        for word in lowered
    )


def at_the_end(text: str, start: int, end: int, vocabulary: Vocabulary) -> Actor | None:
    """A name that ends a longer run: "Deputy Mayor of Yiwu Song Yinghao", "Minister for Enterprise Declan Farrelly"."""
    parts = text[start:end].split(" ")
    charged = len(parts) > 4 and parts[0].lower() in vocabulary.titles and ("of" in parts[1:3] or "for" in parts[1:3])
    if (
        charged
        and (_first_name(parts[-2].lower(), vocabulary) or parts[-3].lower() in vocabulary.fields)
        and parts[-1].lower() not in vocabulary.heads
    ):
        begin = end - len(parts[-2]) - len(parts[-1]) - 1
        return Actor(text[begin:end], "person", begin, end, title=parts[0].lower())
    if len(parts) < 4 or not chinese_name(parts[-2], parts[-1], vocabulary):
        return None
    rest = {part.lower() for part in parts[:-2]}
    headed = parts[-3].lower() in vocabulary.heads
    if not headed and not (rest & vocabulary.titles and _TWO_SYLLABLES.fullmatch(parts[-1])):
        return None
    begin = end - len(parts[-2]) - len(parts[-1]) - 1
    return Actor(text[begin:end], "person", begin, end)
