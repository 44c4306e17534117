"""Development zones, parks and towns of Chinese text, under English names: kinds translated, the rest romanised."""

import re
from collections.abc import Mapping, Set

from chronicle.extract.places.candidates import Candidate, Zone
from chronicle.extract.places.han import ACTION
from chronicle.extract.places.table import Row

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
    ("产业园区|产业园", "Industry Park"),
    ("科教城", "Science and Education Town"),
    ("软件园", "Software Park"),
    ("创新园", "Innovation Park"),
    ("物流园", "Logistics Park"),
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
HAN_TOWN = re.compile(
    r"(?:(?<=[区县市旗在由与到])|(?<![\u4e00-\u9fff]))(?![乡城集各全本小古市建个名多一两三四五六七八九十几])[\u4e00-\u9fff][^\x00-\u4dff\u9fff-\uffff乡镇个](?:镇|乡|街道)"
    r"(?![\u4e00-\u9fff]?(?:长|党委)|[村企贤镇亲愁情土音])"
)
HAN_TOWN_KINDS = ("镇", "乡", "街道")
HAN_COMPANY = re.compile(r"[^，。；：、\s（(的第与和及同]{0,8}(?:公司|集团|创业服务中心|孵化器|医院|学校|大学|学院)")


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
    if not any(kind in text for kind in HAN_TOWN_KINDS):
        return []
    return [Zone(m.start(), m.end(), romanised(m.group()[:2], readings), "town") for m in HAN_TOWN.finditer(text)]


def romanised(chinese: str, readings: Mapping[str, str]) -> str:
    """Pinyin as names are written: one word, an apostrophe before a vowel inside it."""
    syllables = [readings.get(c, c) for c in chinese]
    word = "".join(("'" if n and s[0] in "aoe" else "") + s for n, s in enumerate(syllables))
    return word[:1].upper() + word[1:]
