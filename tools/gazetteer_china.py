"""China for the gazetteer: provinces, prefectures and counties with codes, romanised names, coordinates and forms.

Codes and Chinese names come from the administrative tables, coordinates from cpca's table, ISO codes and irregular
romanisations from gazetteer_china.toml; the rest is pinyin by character with the name readings listed there.
"""

import csv
import re
import tomllib
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from pypinyin import lazy_pinyin

HERE = Path(__file__).parent
SUFFIXES = ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "特区", "省", "市", "盟", "县", "旗", "区"]
ZONE_ROW = re.compile(r"^\d{4}7\d$")
"""Functional zones carry 71 to 79 in these tables; GB/T 2260 gives them no code."""
NEW_AREAS = {"浦东新区", "滨海新区", "沈北新区"}
NOT_PLACES = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}


@lru_cache(maxsize=1)
def nations() -> list[str]:
    """Nationalities as they stand in names, with and without 族."""
    return tomllib.loads((HERE / "gazetteer_china.toml").read_text(encoding="utf-8"))["nations"]["names"]


def stem(zh: str) -> str:
    """The name without its type and nationalities: 延边朝鲜族自治州 is 延边, 西湖区 is 西湖, 忠县 is 忠."""
    if zh == "神农架林区":
        return "神农架"
    base = zh
    for suffix in SUFFIXES:
        if zh.endswith(suffix) and len(zh) > len(suffix):
            base = zh[: -len(suffix)]
            break
    if "自治" in zh:
        again = True
        while again:
            again = False
            for nation in nations():
                if base.endswith(nation) and len(base) > len(nation) + 1:
                    base, again = base[: -len(nation)], True
                    break
    return base


def spell(syllables: list[str]) -> str:
    """Pinyin orthography: one word, an apostrophe before a vowel inside it."""
    word = syllables[0]
    for syllable in syllables[1:]:
        word += ("'" if syllable[0] in "aoe" else "") + syllable
    return word[:1].upper() + word[1:]


class Romaniser:
    """Romanised names of Chinese places, irregular ones from the table."""

    def __init__(self) -> None:
        table = tomllib.loads((HERE / "gazetteer_china.toml").read_text(encoding="utf-8"))
        self.provinces: dict[str, list[str]] = table["province"]
        self.short: dict[str, str] = table["short"]
        self.names: dict[str, list[str]] = table["name"]
        self.counties: dict[str, str] = table["county"]
        self.readings: dict[str, str] = table["reading"]

    def syllables(self, zh: str) -> list[str]:
        return [self.readings.get(c) or lazy_pinyin(c, v_to_u=True)[0] for c in zh]

    def forms(self, zh: str, level: str) -> list[str]:
        """All romanised forms, the official one first."""
        base = stem(zh)
        plain = spell(self.syllables(base))
        if zh in self.names or base in self.names:
            return [*self.names.get(zh, self.names.get(base, [])), plain]
        if level == "county" and base in self.counties:
            return [self.counties[base], plain] if len(base) > 1 else [self.counties[base]]
        if len(base) == 1:
            return [spell(self.syllables(zh)), f"{plain} {'County' if zh.endswith('县') else 'District'}"]
        if zh in NEW_AREAS:
            return [spell(self.syllables(base[:-1])), plain]
        return [plain]


def coordinates() -> dict[str, tuple[float, float]]:
    package = find_spec("cpca")  # importing it needs setuptools
    if package is None or package.origin is None:
        raise ModuleNotFoundError("cpca is not installed: pip install '.[build]'")
    path = Path(package.origin).parent / "resources" / "adcodes.csv"
    with path.open(encoding="utf-8") as file:
        return {
            r["adcode"][:6]: (float(r["latitude"]), float(r["longitude"]))
            for r in csv.DictReader(file)
            if r["latitude"] and r["longitude"]
        }


def chinese_forms(zh: str, level: str, codes: str) -> list[str]:
    """Chinese forms: with and without type; the bare county name only from two characters on."""
    base = stem(zh)
    forms = [zh]
    if len(base) > 1 and base != zh:
        forms.append(base)
        if "自治" in zh:
            tail = {"prefecture": "州", "county": "旗" if zh.endswith("旗") else "县"}.get(level, "")
            if tail:
                forms.append(base + tail)
    if zh in NEW_AREAS:
        forms.append(base[:-1])
    if codes.startswith("65") and level == "prefecture" and zh.endswith("自治州"):
        forms.append(base + "州")
    return list(dict.fromkeys(forms))


def read(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def rows(folder: Path) -> list[dict]:
    """Every province, prefecture and county, sorted by code, each with its name forms."""
    rom = Romaniser()
    where = coordinates()
    out: list[dict] = []
    zh_provinces = {r["code"] + "0000": r["name"] for r in read(folder, "provinces.csv")}
    zh_provinces |= {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}
    own = {"710000": "TW", "810000": "HK", "820000": "MO"}
    for code, zh in sorted(zh_provinces.items()):
        name, iso, *others = rom.provinces[code]
        out.append(
            {
                "adcode": code, "name": name, "zh": zh, "level": "province", "iso3166_2": iso, "admin1": iso,
                "country": own.get(code, "CN"), "parent": "100000", "en": [name, *others],
                "zh_forms": list(dict.fromkeys([zh, stem(zh)])), "population": 50_000_000,
            }
        )  # fmt: skip
    for r in read(folder, "cities.csv"):
        if r["name"] in NOT_PLACES:
            continue
        out.append(entry(r["code"] + "00", r["name"], "prefecture", r["provinceCode"] + "0000", rom))
    known = {r["adcode"] for r in out}
    for r in read(folder, "areas.csv"):
        if ZONE_ROW.match(r["code"]) or r["name"].endswith("行政委员会") or r["code"] in known:
            continue
        city = r["cityCode"] + "00"
        parent = city if city in known else r["provinceCode"] + "0000"
        out.append(entry(r["code"], r["name"], "county", parent, rom))
    by_code = {r["adcode"]: r for r in out}
    for r in out:
        lat, lon = where.get(r["adcode"]) or where.get(r["parent"]) or (None, None)
        if lat is None and r["parent"] in by_code:
            lat, lon = where.get(by_code[r["parent"]]["parent"], (None, None))
        r["lat"], r["lon"] = lat, lon
    return out


def entry(code: str, zh: str, level: str, parent: str, rom: Romaniser) -> dict:
    forms = rom.forms(zh, level)
    return {
        "adcode": code, "name": forms[0], "zh": zh, "level": level, "iso3166_2": None,
        "admin1": rom.provinces[code[:2] + "0000"][1], "country": "CN", "parent": parent,
        "en": list(dict.fromkeys(forms)), "zh_forms": chinese_forms(zh, level, code),
        "population": 4_000_000 if level == "prefecture" else 400_000,
    }  # fmt: skip
