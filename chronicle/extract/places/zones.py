"""Development zones, parks, new areas and towns: places whose names follow a grammar, so that no list can hold them."""

import re
from collections.abc import Set

from chronicle.extract.places.candidates import Zone

HIGH_TECH = r"(?:(?:New and )?(?:High|Hi)(?: and New)?[- ]?Tech(?:nology|nologies|nological)?)"
INDUSTRY = r"(?:[ -]Industr(?:y|ial|ies))?"
ZONE = r"(?:Zone|Area)"
PARKS = (
    r"Industr(?:y|ial)|Science(?: and Technology)?|Sci-?tech|Software|Innovation|Technology|Logistics|Health|Medical|"
    r"(?:Bio)?[Pp]harmaceutical|Biomedic(?:al|ine)|Creative|Aviation|Aerospace|Manufacturing|Chemical|Digital|Data|"
    r"(?:New )?Energy|Food|Pioneer|Pioneering|Entrepreneur(?:ship|ial)?|Start-?up|Incubation|Ecological|Eco|"
    r"Headquarters|Semiconductor|Research"
)
"""What parks are for, in one or two words."""
KIND = re.compile(
    r"\b(?:(?:National|State-level|Provincial)[ -](?:level )?)*(?:"
    rf"(?P<high>{HIGH_TECH}){INDUSTRY}(?: Development)?(?: Demonstration)? {ZONE}"
    rf"|Econom(?:ic|ical|y)(?:(?:-| and | & | )Techn(?:olog(?:y|ical)|ical))?(?: and Development| Development)? {ZONE}"
    r"|(?:Pilot )?Free[- ]Trade (?:Pilot )?(?:Zone|Area|Port)"
    rf"|(?:Comprehensive )?(?:Free )?(?:Bonded|Tax)(?: Port| Logistics)? {ZONE}"
    rf"|Export[- ]Processing Zone|(?:Special|Airport) Econom(?:ic|y) Zone"
    r"|(?:Industrial )?Development (?:Zone|Area|District)"
    rf"|(?:Independent |Self-dependent )?Innovation Demonstration {ZONE}|(?:Cooperation|Demonstration|Industrial) Zone"
    rf"|(?:New )?(?:Port|Harbou?r)(?: Industrial| Economic)? {ZONE}|Industr(?:y|ial) (?:Cluster|Agglomeration) {ZONE}"
    r"|New (?:Area|District|Zone|City)|(?:Innovation |Future )?Science(?: and Technology)? City|Sci-tech City"
    r"|(?:(?:Science|Technology)(?: and | & ))?Education (?:Town|City|Park)|(?:University|Medical|Health) (?:Town|City)"
    r"|Eco(?:logical)?[- ]?(?:Park|City)|(?:Science|Technology)(?: and | & )Technology Garden"
    rf"|(?:{HIGH_TECH}|{PARKS})(?: (?:Industr(?:y|ial)|Innovation|Development|Science))* Park)$",
    re.IGNORECASE,
)
LAST_WORD = re.compile(r" (?:[Zz]one|[Aa]rea|[Pp]ark|[Pp]ort|District|City|Town|Garden|Eco-?(?:[Pp]ark|[Cc]ity))\b")
BEFORE_LAST = (
    "ment", "ech", "echnology", "echnologies", "echnological", "ndustry", "ndustrial", "ndustries", "rade", "onded",
    "ax", "ssing", "conomic", "conomical", "conomy", "ation", "New", "cience", "ology", "oftware", "ogistics", "ilot",
    "ogical", "ort", "arbor", "arbour", "ster", "ealth", "edical", "ceutical", "edicine", "eative", "space", "turing",
    "emical", "igital", "Data", "nergy", "Food", "oneer", "oneering", "preneur", "ship", "preneurial", "tartup",
    "tart-up", "quarters", "nductor", "esearch", "versity", "Eco",
)  # fmt: skip
"""With the last word a cheap sign that a zone's type may end here."""
TOWN_OF_WORDS = ("town of", "township of", "village of", "suburb of", "hamlet of")
TOWN_WORDS = ("town", "Town", "subdistrict", "sub-district", "village")
KIND_REACH = 90
"""Characters that a zone's type may take."""
HEAD = re.compile(
    r"(?:[A-Z][a-z]+-[A-Z]\w+ \([A-Z]\w+(?: [A-Z]\w+)?\) )?"
    r"(?:[A-ZÀ-Þ][\w'’]*(?:-[A-Z]\w+)?(?:['’]s)?[ -]){1,4}$|[A-Z][a-z]+-[A-Z]\w+ \([A-Z]\w+(?: [A-Z]\w+)?\) $"
)
"""A zone's own name, which two countries may open: Sino-Dutch (Jiashan) Innovation, before Industrial Park."""
NOT_HEADS = re.compile(
    r"^(?:(?:The|In|At|A|An|Of|On|For|This|And|By|From|To|With|As|Our|Its|New|Other|Several|Many|All|China['’]s) )+"
)
COMPANY = re.compile(
    r"^ (?:[A-Z][\w&-]* ){0,4}(?:Co\b|Ltd|Inc|Corp|Group|Company|Holding|Daily|News|University|School|Hospital)"
)
POSSESSIVE = re.compile(r"['’]s(?= |$)")
BODY, BODY_REACH = re.compile(r"(?:\bby|branch of)(?: the)? $"), 16
SET_UP = re.compile(r"tech|development|trade|bonded", re.IGNORECASE)
"""Zones that are one though written in small letters."""
LANDMARKS = (" Port", " New Port", " Bay", " Lake", " Harbor", " Island", " River", " Mountain", " Airport")
"""A zone named after one of these is one however its type is written."""
ORGANISATION_HEAD = re.compile(r"\b(?:University|College|Institute|Academy|Group|Company|Bank)\b")
HEAD_REACH = 60
"""Characters before a zone's type that may hold its name."""

TOWN = re.compile(
    r"(?<![\w.])((?!\w+['’]s )[A-Z][a-z'’]{2,}(?: [A-Z][a-z]{2,})?)"
    r" (?:(?:town|township|subdistrict|sub-district|village)\b|(Town)\b)"
)
TOWN_OF = re.compile(r"\b(?:town|township|village|suburb|hamlet) of ([A-Z][a-zÀ-ɏ'’-]{2,}(?: [A-Z][a-zÀ-ɏ'’-]+)?)\b")
VILLAGE = re.compile(
    r"\b([A-Z][a-zÀ-ɏ'’-]{2,}(?: [A-Z][a-zÀ-ɏ'’-]+)?)"
    r", an? (?:[a-z-]+ ){0,3}(?:village|township|hamlet|neighbou?rhood|suburb)\b"
    r"|\b([A-Z][a-z]+-(?:dong|eup|myeon|ri|gu|cho|machi))\b"
)
VILLAGE_SIGNS = (
    "village", "township", "hamlet", "bourhood", "borhood", "suburb",
    "-dong", "-eup", "-myeon", "-ri", "-gu", "-cho", "-machi",
)  # fmt: skip
"""What the text calls a village, and quarters of Korean and Japanese towns."""
LONGEST_SYLLABLE = 6
NOT_TOWNS = {
    "The", "This", "Old", "New", "Home", "Our", "Each", "Every", "Small", "Tourist", "Sports", "Boom", "Ghost", "In",
    "Characteristic",
}  # fmt: skip

ADDRESS = re.compile(
    r"(?:^|\n|(?<![\w.])(?:in|near|at|from|of|to|around|outside|for) )"
    r"((?:[A-Z][A-Za-z'’.-]+ ){0,2}[A-Z][A-Za-z'’-]+), $"
)
TOWN_REACH = 48
"""Characters before a state that may hold a town's name."""


def latin_zones(text: str) -> list[Zone]:
    """Zones and parks of English text, under a name without "National" and "Industrial Development"."""
    out: list[Zone] = []
    for last in LAST_WORD.finditer(text):
        if not text.endswith(BEFORE_LAST, 0, last.start()) and not text.startswith(" Eco", last.start()):
            continue
        floor = out[-1].end if out else 0
        window = max(floor, last.end() - KIND_REACH)
        match = KIND.search(text[window : last.end()])
        if match is None:
            continue
        begin, end = window + match.start(), last.end()
        reach = max(floor, begin - HEAD_REACH)
        head = HEAD.search(text[reach:begin])
        if head is None or COMPANY.match(text, end) or (last.group() == " Park" and acts(text, reach + head.start())):
            continue
        words = head.group()
        lead = NOT_HEADS.match(words)
        start = reach + head.start() + (lead.end() if lead else 0)
        name = text[start:begin].strip(" -")
        name = re.sub(r"['’]s$", "", name)
        if (
            not name
            or ORGANISATION_HEAD.search(name)
            or (match.group()[0].islower() and not SET_UP.search(match.group()) and not name.endswith(LANDMARKS))
        ):
            continue
        kind = match.group()
        if match["high"] is not None:
            kind = ("Hi-tech" if match["high"].lower().startswith("hi-") else "High-tech") + " Zone"
        else:
            kind = re.sub(r"^(?:(?:National|State-level|Provincial)[ -](?:level )?)+", "", kind, flags=re.IGNORECASE)
        out.append(Zone(start, end, f"{name} {kind}", "zone", (start, start + len(name))))
    return out


def acts(text: str, start: int) -> bool:
    """Whether a park that begins here is named as a body: "initiated by X Park", "a branch of the X Park"."""
    return BODY.search(text, max(0, start - BODY_REACH), start) is not None


def latin_towns(text: str, syllables: Set[str]) -> list[Zone]:
    """Towns and villages of English text by their type word, which an English name keeps: Yunqi, but Dream Town."""
    if not any(word in text for word in TOWN_WORDS):
        return []
    return [
        Zone(m.start(1), m.end(1), m[1] if not m[2] or is_pinyin(m[1], syllables) else f"{m[1]} {m[2]}", "town")
        for m in TOWN.finditer(text)
        if m[1].split(" ")[0] not in NOT_TOWNS and m[1] not in NOT_TOWNS
    ]


def towns_of(text: str) -> list[Zone]:
    """Towns that the text calls so, known or not: the town of Kikuyo."""
    if not any(words in text for words in TOWN_OF_WORDS):
        return []
    return [Zone(m.start(1), m.end(1), m[1], "town") for m in TOWN_OF.finditer(text)]


def villages(text: str) -> list[Zone]:
    """Villages and quarters that are told to be so, whatever else bears the name: Hejia, a village of 200 families."""
    if not any(sign in text for sign in VILLAGE_SIGNS):
        return []
    return [
        Zone(m.start(m.lastindex or 1), m.end(m.lastindex or 1), m[m.lastindex or 1], "town")
        for m in VILLAGE.finditer(text)
    ]


def is_pinyin(name: str, syllables: Set[str]) -> bool:
    """Whether the name can be cut into syllables of pinyin."""
    word = name.lower().replace("'", "").replace("’", "")
    reached = {0}
    for end in range(1, len(word) + 1):
        if any(end - n in reached and word[end - n : end] in syllables for n in range(1, LONGEST_SYLLABLE + 1)):
            reached.add(end)
    return len(word) in reached


def town_before(text: str, start: int) -> Zone | None:
    """The town that an American address names before the state at ``start``: in Little Creek, Del."""
    reach = max(0, start - TOWN_REACH)
    match = ADDRESS.search(text[reach:start])
    return Zone(reach + match.start(1), reach + match.end(1), match[1], "town") if match else None
