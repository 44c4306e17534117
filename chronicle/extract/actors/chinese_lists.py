"""Chinese lists whose last item tells what all are: "甲区、乙县人民政府", "走访了甲、乙、丙等11家企业".

What belongs here: the items that bear no head of their own.
"""

import re

from chronicle.extract.places.table import gazetteer
from chronicle.extract.records import Actor

_GOVERNMENTS = re.compile(
    r"(?P<first>(?:[\u3400-\u9fff]{2,6}[市区县旗州]、)+)[\u3400-\u9fff]{2,6}[市区县旗州](?:[和与及][\u3400-\u9fff]{2,6}[市区县旗州])?"
    r"(?P<office>人民政府|政府)"
)
_PLACE = re.compile(r"[\u3400-\u9fff]{2,6}[市区县旗州]")
_COUNTED = re.compile(
    r"等(?:一批)?(?:\d+|[两三四五六七八九十]+|多|数)?[余多]?[家户个]?(?:[\u3400-\u9fff]{0,4}?)"
    r"(?P<what>企业|公司|药企|车企|企事业单位|单位|机构|平台|院校)"
)
_ITEMS = re.compile(r"[\u3400-\u9fffA-Za-z0-9]+(?:、[\u3400-\u9fffA-Za-z0-9]+)+$")
_BEFORE_LIST = re.compile(
    r".*(?:走访了?|考察了?|参观了?|调研了?|邀请了?|组织了?|引进了?|吸引了?|集聚了?|聚集了?|培育了?|涌现出?了?|拥有|包括|其中|"
    r"以及|来自|前往|以|有|了|由|与|和|为)"
)
LEAST, MOST = 3, 12  # code points of a firm's short name
LOOK_BACK, OPENING = 140, 16  # code points of a list, and of its first item with what leads to it
ZONES = ("高新区", "开发区", "经开区", "新区")
"""A zone in a list of bodies acts as one of them."""
FIRMS = ("企业", "公司", "企")


def _fits(name: str) -> bool:
    """Whether it can be a short name: no number, and no place but a zone."""
    if not LEAST <= len(name) <= MOST or any(char.isdigit() for char in name):
        return False
    return name.endswith(ZONES) or name not in gazetteer().han_forms


def listed(text: str, generic: re.Pattern[str]) -> list[Actor]:
    """The governments and firms of such lists, in order; ``generic`` matches names of sorts, which are left out."""
    found: list[Actor] = []
    for match in _GOVERNMENTS.finditer(text) if "政府" in text else ():
        for place in _PLACE.finditer(text, match.start("first"), match.end("first")):
            if place[0] in gazetteer().han_forms:
                name = place[0] + match["office"]
                found.append(Actor(name, "government", *place.span(), role="party"))
    for match in _COUNTED.finditer(text) if "、" in text else ():
        reach = max(0, match.start() - LOOK_BACK)
        items = _ITEMS.search(text[reach : match.start()])
        if items is None:
            continue
        first, *others = items[0].split("、")
        cut = max(0, len(first) - OPENING)
        lead = _BEFORE_LIST.match(first, cut)
        at = reach + items.start() + (lead.end() if lead else cut)
        for name in (first[lead.end() if lead else cut :], *others):
            if _fits(name) and not generic.fullmatch(name):
                zone = name.endswith(ZONES)
                kind = "government" if zone else "company" if match["what"].endswith(FIRMS) else "other"
                found.append(Actor(name, kind, at, at + len(name), role="party" if zone else None))
            at += len(name) + 1
    return found
