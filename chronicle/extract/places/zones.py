"""Development zones, parks, new areas and towns: places whose names follow a grammar, so that no list can hold them."""

import re
from collections.abc import Mapping, Set

from chronicle.extract.places.candidates import Candidate, Zone
from chronicle.extract.places.han import ACTION
from chronicle.extract.places.table import Row

HIGH_TECH = r"(?:(?:New and )?(?:High|Hi)(?: and New)?[- ]?Tech(?:nology|nologies|nological)?)"
INDUSTRY = r"(?:[ -]Industr(?:y|ial|ies))?"
ZONE = r"(?:Zone|Area)"
KIND = re.compile(
    r"(?:(?:National|State-level|Provincial)[ -](?:level )?)*(?:"
    rf"(?P<high>{HIGH_TECH}){INDUSTRY}(?: Development)?(?: Demonstration)? {ZONE}"
    rf"|Econom(?:ic|ical|y)(?:(?:-| and | & | )Techn(?:olog(?:y|ical)|ical))?(?: and Development| Development)? {ZONE}"
    r"|(?:Pilot )?Free[- ]Trade (?:Pilot )?(?:Zone|Area|Port)"
    rf"|(?:Comprehensive )?(?:Free )?(?:Bonded|Tax)(?: Port| Logistics)? {ZONE}"
    rf"|Export[- ]Processing Zone|(?:Special|Airport) Econom(?:ic|y) Zone"
    r"|(?:Industrial )?Development (?:Zone|Area|District)"
    rf"|(?:Independent |Self-dependent )?Innovation Demonstration {ZONE}|(?:Cooperation|Demonstration|Industrial) Zone"
    r"|New (?:Area|District|Zone|City)|(?:Innovation |Future )?Science(?: and Technology)? City|Sci-tech City"
    rf"|(?:{HIGH_TECH}|Industr(?:y|ial)|Science(?: and Technology)?|Sci-?tech|Software|Innovation|Technology|Logistics)"
    r"(?: (?:Industr(?:y|ial)|Innovation|Development))* Park)$",
    re.IGNORECASE,
)
LAST_WORD = re.compile(r" (?:[Zz]one|[Aa]rea|[Pp]ark|[Pp]ort|District|City)\b")
BEFORE_LAST = (
    "ment", "ech", "echnology", "echnologies", "echnological", "ndustry", "ndustrial", "ndustries", "rade", "onded",
    "ax", "ssing", "conomic", "conomical", "conomy", "ation", "New", "cience", "ology", "oftware", "ogistics", "ilot",
    "ogical", "ort",
)  # fmt: skip
"""With the last word a cheap sign that a zone's type may end here."""
TOWN_OF_WORDS = ("town of", "township of", "village of", "suburb of", "hamlet of")
TOWN_WORDS = ("town", "Town", "subdistrict", "sub-district", "village")
KIND_REACH = 90
"""Characters that a zone's type may take."""
HEAD = re.compile(r"(?:[A-ZÀ-Þ][\w'’]*(?:-[A-Z]\w+)?(?:['’]s)?[ -]){1,4}$")
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
ORGANISATION_HEAD = re.compile(r"\b(?:University|College|Institute|Academy|Group|Company|Bank)\b")
HEAD_REACH = 60
"""Characters before a zone's type that may hold its name."""

TOWN = re.compile(
    r"(?<![\w.])([A-Z][a-z'’]{2,}(?: [A-Z][a-z]{2,})?)"
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

HAN_KINDS = (
    ("高新技术产业开发区|高新技术产业园区|高新技术开发区|高新技术产业区|高新区", "High-tech Zone"),
    ("经济技术开发区|经开区", "Economic and Technological Development Zone"),
    ("经济开发区", "Economic Development Zone"),
    ("自由贸易试验区|自贸试验区|自贸区", "Pilot Free Trade Zone"),
    ("综合保税区|综保区", "Comprehensive Bonded Zone"),
    ("保税区", "Bonded Zone"),
    ("开发区", "Development Zone"),
    ("科学城", "Science City"),
    ("科技城", "Sci-tech City"),
    ("工业园区|工业园", "Industrial Park"),
    ("新区", "New Area"),
)
HAN_ZONE = re.compile(
    "(?P<rank>国家级|国家|省级)?(?:" + "|".join(f"(?P<k{n}>{kind})" for n, (kind, _) in enumerate(HAN_KINDS)) + ")"
)
HAN_BETWEEN = re.compile("([\u4e00-\u9fff]{2,4}?)(?=" + "|".join(kind for kind, _ in HAN_KINDS) + ")")
UNKNOWN_ZONE = re.compile(
    "(?:(?<![\u4e00-\u9fff])|(?<=[是在由从向与和为]))([\u4e00-\u9fff]{2})(?:高新区|经开区|开发区|工业园区?|科学城|科技城|综保区)"
)
NOT_BETWEEN = re.compile(
    "[的和与在等各个家将是为有到入以及市区县省镇内由被从对多一二三四五六七八九十两级]|国家|建设|打造|获批|创建|所在|全部|部分|新兴|重点|特色|"
    "经济|技术|高新|产业|依托|推动|推进|支持|成立|设立|批准|这里|其中|其他|现代|我国|所有|许多|周边"
)
"""In a zone's own name none of these stands."""
NOT_HEADS_HAN = {
    "国际",
    "国内",
    "整个",
    "目前",
    "今年",
    "去年",
    "随着",
    "围绕",
    "根据",
    "走进",
    "通过",
    "加快",
    "进驻",
    "落户",
    "上述",
    "园区",
}
HAN_TRADES = {
    "健康": "Health", "生物医药": "Biomedical", "软件": "Software", "物流": "Logistics", "农业": "Agricultural",
    "航空": "Aviation", "国际": "International", "汽车": "Automobile", "电子": "Electronics", "化工": "Chemical",
    "稀土": "Rare Earth", "火炬": "Torch", "东湖": "East Lake", "临空": "Airport", "临港": "Port", "空港": "Airport",
}  # fmt: skip
"""What zones are named after, in English."""
TOWNS = {"prefecture", "county"}
HAN_TOWN = re.compile(r"(?<=[区县市])[\u4e00-\u9fff]{2}镇(?![\u4e00-\u9fff]?(?:长|党委))")
HAN_COMPANY = re.compile(r"[^，。；：、\s（(的第]{0,8}(?:公司|集团|创业服务中心|孵化器|医院|学校|大学|学院)")


def latin_zones(text: str) -> list[Zone]:
    """Zones and parks of English text, under a name without "National" and "Industrial Development"."""
    out: list[Zone] = []
    for last in LAST_WORD.finditer(text):
        if not text.endswith(BEFORE_LAST, 0, last.start()):
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
            or (match.group()[0].islower() and not SET_UP.search(match.group()))
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


def han_zone(text: str, candidate: Candidate, row: Row, readings: Mapping[str, str]) -> Zone | None:
    """The zone whose name starts with this candidate, under its English name: 四平红嘴开发区 has a name in between."""
    match = HAN_ZONE.match(text, candidate.end)
    between = ""
    if match is None and row.level in TOWNS:
        longer = HAN_BETWEEN.match(text, candidate.end)
        if longer is not None and not NOT_BETWEEN.search(longer[1]):
            match, between = HAN_ZONE.match(text, longer.end(1)), longer[1]
    if match is None or (match["rank"] == "省级" and row.level == "province"):
        return None
    company = HAN_COMPANY.match(text, match.end())
    if company is not None and not ACTION.search(company.group()):
        return None
    words = [row.name, translated(between, readings), kind_of(match)]
    name = " ".join(word for word in words if word)
    return Zone(candidate.start, match.end(), name, "zone", (candidate.start, candidate.end))


def unknown_han_zones(text: str, readings: Mapping[str, str], taken: Set[int]) -> list[Zone]:
    """Zones whose first word no gazetteer holds, where a clause begins with them; then everywhere: 仲恺高新区."""
    names = {m.group(): m for m in UNKNOWN_ZONE.finditer(text) if m.end() not in taken and m[1] not in NOT_HEADS_HAN}
    out = []
    for form, first in names.items():
        match = HAN_ZONE.match(form, len(first[1]))
        if match is None or NOT_BETWEEN.search(first[1]):
            continue
        name = f"{translated(first[1], readings)} {kind_of(match)}"
        out += [
            Zone(m.start(), m.end(), name, "zone")
            for m in re.finditer(re.escape(form), text)
            if not HAN_COMPANY.match(text, m.end())
        ]
    return out


def kind_of(match: re.Match[str]) -> str:
    """The English name of a zone's kind."""
    return next(name for n, (_, name) in enumerate(HAN_KINDS) if match[f"k{n}"])


def translated(chinese: str, readings: Mapping[str, str]) -> str:
    """A zone's own name in English: what it makes is translated, the rest romanised."""
    return HAN_TRADES.get(chinese) or (romanised(chinese, readings) if chinese else "")


def han_towns(text: str, readings: Mapping[str, str]) -> list[Zone]:
    """Towns of Chinese text that follow a district, county or city, under their romanised name."""
    return [Zone(m.start(), m.end(), romanised(m.group()[:-1], readings), "town") for m in HAN_TOWN.finditer(text)]


def romanised(chinese: str, readings: Mapping[str, str]) -> str:
    """Pinyin as names are written: one word, an apostrophe before a vowel inside it."""
    syllables = [readings.get(c, c) for c in chinese]
    word = "".join(("'" if n and s[0] in "aoe" else "") + s for n, s in enumerate(syllables))
    return word[:1].upper() + word[1:]
