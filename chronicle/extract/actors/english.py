"""Actors in English text: capitalised runs read as persons, as organisations by their head, or by their neighbours.

What belongs here: spans, their trimming and the order of reading. Heads are in ``heads``, neighbours in ``context``,
persons in ``people``, the choice of the fullest name in ``names``.
"""

import re

from chronicle.extract.actors import context
from chronicle.extract.actors.aside import without_asides
from chronicle.extract.actors.context import plain
from chronicle.extract.actors.heads import organisation, parting
from chronicle.extract.actors.lowered import bodies, called, with_level
from chronicle.extract.actors.names import Alias, words
from chronicle.extract.actors.people import PARTICLES, SHORT_TITLES, at_the_end, person
from chronicle.extract.actors.vocabulary import UPPER, Vocabulary, known_bodies, vocabulary
from chronicle.extract.records import Actor

_SHORTENED = r"(?:Co|Corp|Inc|Ltd|Bros|St|Dr|Prof|Mr|Ms|Mrs|Univ|Dept|Gen|Gov|[A-Z])\.(?=[ ,)’'\w])"
_CAP = rf"(?:(?:[A-Z]\.){{2,}}|{_SHORTENED}|[{UPPER}][\w&’'*+-]*(?:\.(?=[a-z]))?|[0-9]+[{UPPER}]\w*|&)"
_LINK = (
    r"(?: of the | of | for the | for | and | de la | de los | de | da | do | dos | das | du | des | di | del | der "
    r"| den | la | e | y | et | und | für | van der | van den | van | von der | von | & | in the | al-|[Pp]eople[’']s "
    r"| bin | binti )"
)
_OPENS = re.compile(rf"[{UPPER}0-9&][0-9]*")
_NAME = re.compile(rf"{_CAP}(?:(?: |{_LINK}){_CAP}){{0,14}}")
_LEGAL_END = re.compile(rf"(?:Co|Corp|Inc|Ltd)\. (?=[{UPPER}])(?!Ltd|Limited|KG|Inc|LLC)")
_CLOSE_QUOTES = frozenset('”"’」』')
_OPEN_QUOTES = ("“", '"', "‘", "「", "『")
_PERSON_OF = re.compile(r" (?:of|from|at) (?:the )?")
_BASED = re.compile(r"(?:[A-Z]\w+ ){0,2}[A-Z]\w+-based (?=[A-Z])")
_REPEATABLE = re.compile(
    rf"[{UPPER}](?<=[a-z,] [{UPPER}])[a-z]{{2,}}(?: [{UPPER}][a-z]{{2,}}){{1,3}}(?![\w-]| [{UPPER}])"
)
_LTD = re.compile(r"\.?, ?(?:Ltd|LTD|Inc|LLC|Limited)\b\.?")
_OWNED_BY = re.compile(  # "Tongling Copper Research Institute of Anhui Valley University" is two bodies
    r"((?:[A-Z][\w&’'-]* ){2,8}(?:Institute|Center|Centre|Laboratory|Hospital|Academy)) of (?:the )?"
    r"((?:[A-Z][\w’'-]* ){1,5}(?:University|Academy|Group))"
)
_LEGAL_FORM = re.compile(r" (?:plc\b|s\.p\.a\.|a\.s\.|s\.r\.[ol]\.)")
_OFFICE = re.compile(
    r"(?:[Tt]he )?(?:[Aa]dministrative|[Mm]anagement|[Aa]dministration) (?:committee|commission) of (?:the )?"
)
_BRACKETED_SHORT = re.compile(r"\s?\(([A-Z][A-Za-z&-]{1,11})\)")
_IN_CHARGE = re.compile(
    r" (?:of|for) ([a-z]+)(?: and [a-z]+){0,2}"
)  # "provincial department of science and technology"
_POST_OF = re.compile(
    r"(?:[A-Z][\w-]+ ){0,3}?([A-Z][\w-]+) of (?:the )?(?:Board of (?:the )?)?(?=[A-Z])"
)  # "Chairman of"
_OWNER = re.compile(rf"([{UPPER}]\w+)[’']s (?=[{UPPER}])")
_EUROPE = re.compile(r"E(?<=\bE)(?:urope|U\b)")
_THE_COMMISSION = re.compile(
    r"(?<=\b[Tt]he )Commission(?= (?:will|has|is|plans|wants|said|says|approved|proposed|expects|put)\b)"
)
_SEATED = re.compile(rf"([{UPPER}]\w+(?: [{UPPER}]\w+)?) of ([{UPPER}]\w+)")  # "Pollenate of Graz"
_WORD = re.compile(r"[a-z]+")
_BY = re.compile(r"\b(?:by|with|including|and)(?: the)? $")
OPENS_NAME = frozenset(
    {
        "national",
        "state",
        "university",
        "provincial",
        "municipal",
        "central",
        "new",
        "upper",
        "lower",
        "first",
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "great",
        "open",
        "long",
        "high",
        "small",
        "young",
    }
)
"""Words that open a sentence as well as a name."""


def find(text: str) -> tuple[list[Actor], list[Alias]]:
    """The actors named in English text, in order, and the short forms that stand in brackets after a name."""
    lexicon = vocabulary()
    spans: list[tuple[int, int]] = []
    taken: dict[int, Actor] = {}
    actors: list[Actor] = []
    for first, last in _runs(text):
        start, end = _trim(text, first, last, lexicon)
        if start >= end or (start and text[start - 1] in _OPEN_QUOTES and text[end : end + 1] in _CLOSE_QUOTES):
            continue
        for part in _parted(text, start, end, lexicon):
            if isinstance(part, Actor):
                actors.append(part)
                spans.append((part.start, part.end))
                taken[part.start] = part
            else:
                spans.append(part)
    known = known_bodies(text)
    whole = {actor.start: actor for actor in known}
    for begin, stop in spans:
        if begin not in taken and begin in whole and whole[begin].end == stop:
            taken[begin] = whole[begin]  # so that those in one list with it are told
        if begin not in taken and (kind := context.marked(text, begin, stop, lexicon)):
            taken[begin] = Actor(text[begin:stop], kind, begin, stop)
    taken.update(context.listed(text, spans, taken, lexicon))
    _everywhere(text, spans, taken)
    found = [*known, *taken.values()]
    if _EUROPE.search(text):
        found.extend(Actor(hit[0], "government", *hit.span()) for hit in _THE_COMMISSION.finditer(text))
    found.extend(_repeated(text, found, lexicon))
    found.extend(bodies(text))
    found = without_asides(text, found)
    aliases = [Alias(short[1], actor.name) for actor in found if (short := _BRACKETED_SHORT.match(text, actor.end))]
    if aliases:
        found.extend(_short_forms(text, {alias.short: alias.full for alias in aliases}, found))
    return found, aliases


def _runs(text: str) -> list[tuple[int, int]]:
    """The capitalised runs; a legal form with its point ends one, and so does an owner ("Jersey’s Bell Labs")."""
    found: list[tuple[int, int]] = []
    position = 0
    while opening := _OPENS.search(text, position):  # quicker than trying the long expression at every letter
        match = _NAME.match(text, opening.start())
        if match is None:
            position = opening.end()
            continue
        start, position = match.span()
        for legal in _LEGAL_END.finditer(text, start, position) if ". " in match[0] else ():
            found.append((start, legal.end() - 1))
            start = legal.end()
        for owner in _OWNER.finditer(text, start, position) if "s " in match[0] else ():
            if context.is_place(owner[1]):
                found.append((start, owner.end() - 1))
                start = owner.end()
        found.append((start, position))
    return found


def _everywhere(text: str, spans: list[tuple[int, int]], taken: dict[int, Actor]) -> None:
    """A name that is an actor's in one place is one wherever it stands."""
    kinds = {actor.name: actor.kind for actor in taken.values()}
    for start, end in spans:
        bracketed = text[start - 1 : start] == "(" and text.startswith(")", end)
        if start not in taken and not bracketed and (kind := kinds.get(text[start:end])):
            taken[start] = Actor(text[start:end], kind, start, end)


def _parted(text: str, start: int, end: int, lexicon: Vocabulary) -> list[Actor | tuple[int, int]]:
    """The actors in one capitalised run; what is no actor by itself stays as a span, parted at "and"."""
    at = parting(text, start, end, lexicon)
    if at is None:
        found = _read(text, start, end, lexicon)
        if not found and (seated := _SEATED.fullmatch(text, start, end)) and context.is_place(seated[2]):
            return [(start, seated.end(1))]
        return list(found) if found else [(start, end)]
    rest, last = _trim(text, at + 5, end, lexicon)
    return [*_parted(text, start, at, lexicon), *(_parted(text, rest, last, lexicon) if rest < last else [])]


def _read(text: str, start: int, end: int, lexicon: Vocabulary) -> list[Actor]:
    """The actors in one capitalised run that it shows by itself."""
    if ltd := _LTD.match(text, end):
        end = ltd.end()
        return [Actor(text[start:end], "company", start, end)]
    if form := _LEGAL_FORM.match(text, end):
        return [Actor(text[start : form.end()], "company", start, form.end())]
    if text[start:end].lower() in lexicon.outlets:
        return []
    if found_person := person(text, start, end, lexicon):
        return [found_person]
    if last := at_the_end(text, start, end, lexicon):
        return [*_read(text, start, last.start - 1, lexicon), last]
    for link in _PERSON_OF.finditer(text, start, end):
        if found_person := person(text, start, link.start(), lexicon):
            return [found_person, *_read(text, link.end(), end, lexicon)]
        break
    if office := lexicon.lower.match(text, end):
        kind, stop = lexicon.lower_kinds[office["office"]], office.end()
        if (charge := _IN_CHARGE.match(text, stop)) and charge[1] in lexicon.fields:
            stop = charge.end()
        return [Actor(text[start:stop], kind, start, stop)]
    of = text.endswith((" of ", " of the "), 0, start)
    before = _OFFICE.search(text, max(0, start - 48), start) if of else None
    if before and before.end() == start:
        begin = before.start() + (4 if text[before.start() : before.start() + 4].lower() == "the " else 0)
        return [Actor(text[begin:end], "government", begin, end)]
    if owned := _OWNED_BY.fullmatch(text, start, end):
        whole = [organisation(text, *owned.span(group), lexicon) for group in (1, 2)]
        if all(whole):
            return [actor for part in whole for actor in part]
    if found := organisation(text, start, end, lexicon):
        found[0] = with_level(text, found[0])
        return found
    if not context.is_place(text[start:end]) and plain(text[start:end], lexicon) and (seen := called(text, start, end)):
        return [seen]
    return _park(text, start, end, lexicon)


def _park(text: str, start: int, end: int, lexicon: Vocabulary) -> list[Actor]:
    """A science park that acts ("the Nordia Technopark announced") or is named among those who do."""
    name = text[start:end]
    if " " not in name or not lexicon.parks.search(name):
        return []
    verb = _WORD.match(text, end + 1)
    acts = verb is not None and text[end] == " " and verb[0] in lexicon.park_verbs
    initiates = _BY.search(text, max(0, start - 20), start) and text.startswith(",", end)
    return [Actor(name, "other", start, end)] if acts or initiates else []


def _trim(text: str, start: int, end: int, lexicon: Vocabulary) -> tuple[int, int]:
    """The run without leading words that only open a sentence, a possessive or a joining word at its end."""
    while start < end:
        if "-based " in text[start:end] and (based := _BASED.match(text, start, end)):
            start = based.end()
        word = text[start:end].split(" ", 1)[0]
        rest = start + len(word) + 1
        lowered = word.lower()
        if rest >= end and lowered in lexicon.bare:
            return end, end
        following = text[rest:end]
        if lowered in PARTICLES or following[:1].islower():
            linked = following.split(" ", 1)[0] in ("and", "for", "of", "e", "y", "et", "&")
            if linked and lowered in lexicon.bare and lowered not in lexicon.heads and lowered not in OPENS_NAME:
                step = following.find(" ") + 1
                start = rest + step + (4 if following[step:].startswith("the ") else 0)
                continue
            break
        if lowered in lexicon.bare and lowered not in lexicon.heads and lowered not in OPENS_NAME:
            start = rest
            continue
        post = _POST_OF.match(text, start, end) if "of " in following else None
        if post and post[1].lower() in lexicon.titles and at_the_end(text, start, end, lexicon) is None:
            start = post.end()
            continue
        if _is_title(word, following, lexicon):
            start = rest
            continue
        break
    name = text[start:end]
    for ending in ("’s", "'s", "’", "'", ".", ",", "&"):
        if name.endswith(ending) and not name.endswith(("Co.", "Ltd.", "Inc.", "Corp.")):
            end -= len(ending)
            name = text[start:end].rstrip()
            end = start + len(name)
    return start, end


def _is_title(word: str, following: str, lexicon: Vocabulary) -> bool:
    """Whether the run's first word is a person's title: "Dr Ana Ruiz", "Deputy Mayor Park Do-hyun"."""
    lowered = word.lower()
    if lowered.strip(".") in SHORT_TITLES and following[:1].isupper():
        return True
    if lowered not in lexicon.titles and lowered not in (
        "park",
        "deputy",
        "vice",
        "executive",
        "state",
        "chief",
        "general",
        "party",
    ):
        return False
    after = following.split()
    return len(after) in (2, 3, 4) and not any(part.lower() in lexicon.heads for part in after) and "of" not in after


def _repeated(text: str, actors: list[Actor], lexicon: Vocabulary) -> list[Actor]:
    """Capitalised names of two to four words that stand more than once inside sentences: a name, if not a place's.

    (A name that is a place is dropped where mentions are put together.)
    """
    taken = {actor.start for actor in actors}
    spans: dict[str, list[tuple[int, int]]] = {}
    for match in _REPEATABLE.finditer(text):
        if match.start() not in taken:
            spans.setdefault(match[0], []).append(match.span())
    found: list[Actor] = []
    for name, places in spans.items():
        parts = name.lower().split()
        unfit = any(part in lexicon.not_actor or part in lexicon.bare for part in parts)
        if len(places) > 1 and not unfit and parts[0] not in lexicon.titles and not context.is_place(name):
            found.extend(Actor(name, "other", start, end) for start, end in places)
    return found


def _short_forms(text: str, known: dict[str, str], actors: list[Actor]) -> list[Actor]:
    """Every later place where a bracketed short form stands alone."""
    kinds = {actor.name: actor.kind for actor in actors}
    pattern = re.compile(
        r"(?<![\w(])(?:" + "|".join(re.escape(short) for short in sorted(known, key=len, reverse=True)) + r")(?![\w)])"
    )
    return [
        Actor(known[match[0]], kinds.get(known[match[0]], "other"), match.start(), match.end())
        for match in pattern.finditer(text)
        if words(known[match[0]])
    ]
