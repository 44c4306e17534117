"""What the words that govern a number say of it: that it is aimed at, or that it is a size, a sum given, a state.

What belongs here: the look at the words of the sentence before and after one number. Not here: what the whole unit
tells, and deadlines (targets).
"""

import re

from chronicle.extract.aims.around import SENTENCE, opening
from chronicle.extract.events.unit import Page
from chronicle.extract.lexicon import Sought, forms, words_of
from chronicle.extract.records import Quantity

_REACH = 180  # characters of the same sentence before a number
_NEAR = 60  # characters between a verb and the number that it governs
_AIMS = Sought(rf"\b{forms('aims')}\b|{forms('aims', 'zh')}", [*words_of("aims"), *words_of("aims", "zh")])
_REACHES = re.compile(
    rf"\b{forms('reaches')}\b|{forms('reaches', 'zh')}"
    r"|\b(?:targets?|goals?|objectives?|aims?)\b(?: [\w-]+){0,5} (?:is|are|stands at|is set at)(?: to)?\b|目标(?:是|为)"
)
_MAKES = re.compile(rf"\b{forms('makes')}\b|{forms('makes', 'zh')}")
_GIVES = re.compile(rf"\b{forms('gives')}\b|{forms('gives', 'zh')}")
_STATE = re.compile(rf"\b{forms('state')}\b|{forms('state', 'zh')}")
_PASSIVE = re.compile(
    r"[^.;\n]{0,60}?\b(?:will|are to|is to|would|should|shall) be (?:\w+ )?"
    r"(?:created|built|trained|offered|added|established|set up|cultivated|completed|recruited|held)\b"
)
_GIVEN = re.compile(rf" (?:\w+ )?(?:{forms('given')})\b")
_DEFINITE = re.compile(r"\b(?:the|these|those|both|its|their) (?:\w+ )?$", re.I)
_FIRST = re.compile(r"\bthe first $", re.I)
_WISHED = re.compile(r"\b(?:hope|hopes|look|looks|aim|aims) for\b")
_FUTURE = re.compile(r"\b(?:will|would|shall|should)\b")
_SIZED = re.compile(
    r"\b(?:measuring|covering|spanning|covers|occupies|weighing|with an area of|with area|area of) (?:\w+ ){0,2}$"
)
_AWAY = re.compile(r" (?:in all|(?:north|south|east|west)\w*|away|tall|long|wide|high|deep|from)\b")
_OF_WHOM = re.compile(r" of (?:whom|which|them)\b")
_EFFECT = Sought(  # "after all are in production, output can exceed …": what is expected of a thing to come
    r"\b(?:[Aa]fter|[Oo]nce|[Ww]hen|[Uu]pon)\b[^,.;]{0,60}?\b(?:production|operation|operational|capacity|complet\w+|built|finished)\b"
    r"[^.;]{0,80}?\b(?:can|will|would|could|should|may)\b"
    r"|(?:投产|达产|建成|投用|完工)后[^。；]{0,20}?(?:可|能|将|预计)",
    ["production", "operation", "capacity", "complet", "built", "finished", "产后", "建成后", "投用后", "完工后"],
)
_BY_YEAR = Sought(
    r"\b(?:[Bb]y|[Uu]ntil|[Tt]o)(?P<end> (?:the )?end of(?: the year)?)? (?P<en>20\d\d)\b"
    r"|到(?P<zh>20\d\d)年(?P<zhend>底|末)?",
    [" 20", "到20"],
)
_ESTIMATED = Sought(
    r"\b(?:put|set|seen|estimated|forecast|projected|expected|targeted) (?:at|to be)\b",
    [f"{end} {joint}" for end in ("put", "set", "seen", "ed", "forecast") for joint in ("at", "to be")],
)
_OF_YEAR = re.compile(r"(?: ?\([^)\n]{1,40}\))?(?: [\w-]+){0,4}? (?:for|in|by) (20\d\d)\b")
_WILL_BE = (
    r"\b(?:will|are to|is to|would|should|shall|(?:is|are) going to) be (?:\w+ )?"
    r"(?:created|trained|offered|recruited|hired|employed|formed|raised|mobilised|mobilized)\b"
)
_IS_BEING = r" (?:is|are) being (?:looked for|sought|raised)\b"
_ARE_PLANNED = r" are (?:planned|foreseen|envisaged|expected|to settle)\b"
_TO_BE_MADE = re.compile(
    rf"(?:[^.,;\n]|(?<=\d),(?=\d)){{0,80}}?{_WILL_BE}|[^.,;\n]{{0,40}}?{_IS_BEING}|(?: [\w-]+){{0,5}}?{_ARE_PLANNED}"
)
_MADE = Sought(f"{_WILL_BE}|{_IS_BEING}|{_ARE_PLANNED}", [" be ", " being ", " are "])
_LEVEL = re.compile(  # a level as it is now, beside the one aimed at
    r"(?:\b(?:(?:up|down|grown|risen|increase|rise) from|compared (?:with|to))"
    r"|\bfrom (?:the |its |their )?(?:present|current|existing)(?: \w+ of)?"
    r"|\b(?:now|currently|presently|today|at present)(?:,? (?:is|are|has|have|stands? at|there are|at))?"
    r"|(?:目前|现在)的?(?:为|有|仅|仅有)?|现有|现为)(?: (?:only|just|about|some))?[ ]?$"
)
_LEVEL_AFTER = re.compile(r" ?(?:[\w-]+ ){0,5}?(?:today|now|at present|currently|at the moment)\b")
_HAS = re.compile(
    r"\b(?:has|have|counts|houses|employs|hosts|runs|owns) (?:about |some |only |over |nearly |more than )?$"
)
_FROM_NOW = re.compile(r"[由从](?:目前|现有|现在|去年|上年)")
_CAPACITY = re.compile(
    r"\bcapacity (?:of|is|to) (?:about |some |over )?$|年产(?!值)[^，。；\d]{0,8}$|(?:基金|首期|一期|总)规模$"
)
_HELD = re.compile(r"\b(?:employees|staff|workers|members|desks|beds|seats|rooms|units|offices|workstations)\b")
_CEILING = re.compile(r"不超过|最高|不高于")
_WANTED = re.compile(
    r"\b(?:wants?|seeks?|expects?|(?:is|are) looking for|targets|reckons? with)"
    r" (?:another |a further |some |at least |about |up to |over |more than )?$"
)
_WILL = re.compile(r"\b(?:will|would|shall)\b|还?将|要")
_FEW = 5  # a count from here on, that will be made, is no partition of the thing
_FROM = re.compile(r"\b(?:from) $|[从由]$")
_TO_LEVEL = re.compile(
    r"[^,.;\d]{0,30}?\bto (?:about |over |some |nearly |more than |around |at least )?(?:RMB ?|US ?)?[$€£¥]?\d"
    r"|[^，。；\d]{0,8}?(?:到|至)"
)
_BUILT_IN = re.compile(r"\d-(?:\w+-)?(?:billion|million|thousand|yuan|euro|dollar)")
_INDUSTRY = re.compile(r"-?[ ]?(?:\w+ )?(?:industr|cluster|market|output|sector|econom|fund)")
_EVERY_YEAR = re.compile(r"(?:\s*\([^)\n]*\))? (?:every year|each year|annually|a year)\b|\b(?:every|each) year$")
_FUND_OF = re.compile(r"\bfunds? of $")
_WANTS = re.compile(r" (?:[\w-]+ ){0,5}?(?:want|wish|hope|intend|plan|are willing|are eager)s? to\b")
_FOR_BOTH = re.compile(r" for (?:[\w-]+ ){1,3}and $")
_SAID_BEFORE = re.compile(r"(?:上述|以上|这|该)$")
_SMALL = 12  # a count in words up to here, with "the", points at things named


def _before(page: Page, quantity: Quantity) -> str:
    """The words of the sentence before a number."""
    start = opening(page.text, SENTENCE, max(0, quantity.start - _REACH), quantity.start)
    return page.text[start : quantity.start]


def _last(pattern: re.Pattern[str] | Sought, text: str) -> int:
    """Where the last match of a pattern ends, or -1."""
    end = -1
    for match in pattern.finditer(text):
        end = match.end()
    return end


def speaks_of_aims(page: Page, start: int, end: int) -> bool:
    """Whether any word of an aim stands in a stretch or in the sentence that leads to it."""
    if _AIMS.search(page.text, max(0, start - _REACH), end) is not None:
        return True
    return any(sought.search(page.text, start, end) is not None for sought in (_BY_YEAR, _EFFECT, _ESTIMATED, _MADE))


def _aim(page: Page, before: str) -> int:
    """Where the last word of an aim begins in the words before a number, or -1."""
    starts = [match.start() for match in _AIMS.finditer(before)]
    starts.extend(match.start() for match in _EFFECT.finditer(before))
    published = page.published or "9999"
    for match in _BY_YEAR.finditer(before):
        year = match["en"] or match["zh"]
        if year > published[:4] or (year == published[:4] and (match["end"] or match["zhend"])):
            starts.append(match.start())
    return max(starts, default=-1)


def follows_an_aim(page: Page, quantity: Quantity) -> bool:
    """Whether the sentence tells an aim before the number."""
    return _aim(page, _before(page, quantity)) >= 0


def is_effect(page: Page, quantity: Quantity) -> bool:
    """Whether the number tells what a thing is expected to bring once it is there, whenever that is."""
    return _EFFECT.search(_before(page, quantity)) is not None


def is_aimed_at(page: Page, quantity: Quantity) -> bool:
    """Whether an aim is told before the number, and the verb that governs the number reaches for it."""
    if quantity.bracketed or quantity.kind not in ("count", "money", "percent", "growth", "multiplier", "measure"):
        return False
    before = _before(page, quantity)
    surface = page.text[quantity.start : quantity.end]
    if quantity.value != 1 and quantity.kind in ("count", "money") and _TO_BE_MADE.match(page.text, quantity.end):
        return _DEFINITE.search(before) is None
    if _ESTIMATED.search(before) is not None and (year := _OF_YEAR.match(page.text, quantity.end)) is not None:
        return year[1] > (page.published or "9999")[:4]
    aim = _aim(page, before)
    if aim < 0:
        return False
    governed = f"{before[aim:]}{surface}"
    reaches, makes = _last(_REACHES, governed), _last(_MAKES, governed)
    verb = max(reaches, makes if quantity.kind == "count" else -1)
    if verb < 0 or len(governed) - len(surface) - verb > _NEAR or (quantity.kind == "count" and quantity.value == 1):
        return False
    return max(_last(_GIVES, governed), _last(_STATE, governed)) < verb


def is_wanted(page: Page, quantity: Quantity) -> bool:
    """Whether the number is what somebody wants, seeks or expects: "expects 8 percent growth"."""
    if quantity.bracketed or quantity.kind not in ("count", "money", "percent", "growth"):
        return False
    return quantity.value != 1 and _WANTED.search(_before(page, quantity)) is not None


def is_to_be_made(page: Page, quantity: Quantity) -> bool:
    """Whether somebody "will train 500 engineers": what the number counts is to be made, built, found or gathered."""
    if quantity.kind != "count" or quantity.value < _FEW or quantity.bracketed:
        return False
    before = _before(page, quantity)
    future = max((match.end() for match in _WILL.finditer(before)), default=-1)
    if future < 0:
        return False
    verb = _last(_MAKES, before)
    return verb > future and len(before) - verb < _NEAR and _last(_GIVES, before) < verb


def is_not_aimed_at(page: Page, quantity: Quantity) -> bool:
    """Whether the words beside a number say that it is a size, a sum given or a state of things."""
    text = page.text
    before = _before(page, quantity)
    surface = text[quantity.start : quantity.end]
    following = text[quantity.end : quantity.end + 40]
    aim = max(_aim(page, before), _last(_AIMS, before), _last(_FUTURE, before))
    if (aim < 0 and _HAS.search(before)) or _CAPACITY.search(before) or _CEILING.search(surface):
        return True
    if _last(_STATE, _FROM_NOW.sub(lambda match: "　" * len(match[0]), before)) > aim or _OF_WHOM.match(following):
        return True
    if _is_level(page, quantity, before) or _SAID_BEFORE.search(before) is not None:
        return True
    if quantity.kind == "count":
        if (
            (before.endswith("with ") and _HELD.search(surface) is not None)
            or _WANTS.match(text, quantity.end)
            or _FOR_BOTH.search(before)
        ):
            return True
        if quantity.value <= _SMALL and _DEFINITE.search(before) is not None and surface[:1].isalpha():
            return True
        if before.endswith(" for ") and _WISHED.search(before) is None:
            return True
        if _FIRST.search(before) is not None:
            return True
        return not before.strip() and surface[:1].isalpha() and _PASSIVE.match(text, quantity.end) is None
    if quantity.kind == "measure":
        return _SIZED.search(before) is not None or _AWAY.match(following) is not None
    if quantity.kind == "money":
        if _BUILT_IN.search(surface) is not None and _INDUSTRY.match(text, quantity.end) is None:
            return True
        if _FUND_OF.search(before) is not None and (_EVERY_YEAR.match(following) or _EVERY_YEAR.search(surface)):
            return True
        given = _last(_GIVES, before)
        wished = (
            _last(_AIMS, before) >= 0 or _ESTIMATED.search(before) is not None
        )  # "plans to invest" aims, "will invest" commits
        governs = not wished and given > _last(_REACHES, before) and len(before) - given < _NEAR
        return (
            governs
            or before.endswith(" with ")
            or _GIVEN.match(following) is not None
            or _SIZED.search(before) is not None
        )
    return False


def _is_level(page: Page, quantity: Quantity, before: str) -> bool:
    """Whether the number is where things stand now: "up from 200", "now 46", "from 640" before "to 900"."""
    if _LEVEL.search(before) is not None or _LEVEL_AFTER.match(page.text, quantity.end) is not None:
        return True
    return _FROM.search(before) is not None and _TO_LEVEL.match(page.text, quantity.end) is not None
