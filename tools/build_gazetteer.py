"""Build the committed gazetteer: python tools/build_gazetteer.py ADMIN_FOLDER (the folder with China's code tables).

Writes chronicle/extract/data/gazetteer.parquet (one row a place) and gazetteer_names.parquet (one row a written form,
with the places it can mean). The same packages give the same bytes. Needs the `build` extra.
"""

import sys
import tomllib
from collections import defaultdict
from functools import lru_cache
from importlib import resources
from pathlib import Path

import polars as pl
from english_words import get_english_words_set

SURNAMES, FIRST_NAMES = 2500, 700
"""How many of the most common names count as names of people."""
FAMOUS = 1_000_000
"""People of a city whose name is no doubtful word."""
RARE = "滘塱埗漷甪垟岙堽坜嶝峃浬礐埇冚"
"""Characters of town names that GB 2312 lacks."""
HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
DATA = HERE.parent / "chronicle" / "extract" / "data"
COLUMNS = {
    "id": pl.String, "name": pl.String, "zh": pl.String, "level": pl.String, "adcode": pl.String,
    "iso3166_2": pl.String, "admin1": pl.String, "country": pl.String,
    "lat": pl.Float64, "lon": pl.Float64, "population": pl.Int64, "parent": pl.String,
}  # fmt: skip


def regions() -> list[dict]:
    out = []
    for r in tomllib.loads((HERE / "gazetteer_regions.toml").read_text(encoding="utf-8"))["region"]:
        chinese = r["parent"][:6].isdigit()
        out.append(
            {
                "id": r.get("level", "region") + ":" + r["en"][0].lower().replace(" ", "-"), "name": r["en"][0],
                "zh": (r["zh"] or [None])[0],
                "level": r.get("level", "region"), "adcode": None, "iso3166_2": None, "admin1": None,
                "country": "CN" if chinese else (r["parent"][:2] or None), "lat": r["at"][0], "lon": r["at"][1],
                "population": 1_000_000, "parent": r["parent"] or None, "en": r["en"], "zh_forms": r["zh"],
            }
        )  # fmt: skip
    return out + features()


def features() -> list[dict]:
    """Islands, mountains, lakes and historic regions of the world."""
    table = tomllib.loads((HERE / "gazetteer_features.toml").read_text(encoding="utf-8"))
    out = []
    for names, (parent, lat, lon) in (row for kind in table.values() for row in kind.items()):
        forms = names.split("|")
        out.append(
            {
                "id": "region:" + forms[0].lower().replace(" ", "-"), "name": forms[0], "zh": None, "level": "region",
                "adcode": None, "iso3166_2": None, "admin1": None, "country": parent[:2] or None,
                "lat": lat, "lon": lon, "population": 300_000, "parent": parent or None, "en": forms, "zh_forms": [],
            }
        )  # fmt: skip
    return out


def first_names() -> set[str]:
    """Common first names (United States census, as the names package has them)."""
    folder = resources.files("names")
    lists = [(folder / f"dist.{sex}.first").read_text(encoding="ascii").splitlines() for sex in ("male", "female")]
    return {line.split()[0].lower() for names in lists for line in names[: 2 * FIRST_NAMES]}


@lru_cache(maxsize=1)
def people() -> set[str]:
    """Common first and family names (United States census, as the names package has them)."""
    folder = resources.files("names")
    out: set[str] = set()
    for name, most in (
        ("dist.all.last", SURNAMES),
        ("dist.male.first", FIRST_NAMES),
        ("dist.female.first", FIRST_NAMES),
    ):
        lines = (folder / name).read_text(encoding="ascii").splitlines()[:most]
        out |= {line.split()[0].lower() for line in lines}
    return out


@lru_cache(maxsize=1)
def words() -> set[str]:
    """English words in lower case."""
    return set(get_english_words_set(["web2"]))


@lru_cache(maxsize=1)
def chinese_places() -> set[str]:
    """Words that a dictionary of Chinese knows as place names before all (jieba's tag ns)."""
    text = (resources.files("jieba") / "dict.txt").read_text(encoding="utf-8")
    return {word for word, _, tag in (line.split(" ") for line in text.splitlines()) if tag == "ns"}


def also(lang: str, form: str) -> str:
    """What else a form is: "person" a first or family name, "word" a word, "" neither.

    A Chinese form of two characters is a word unless a dictionary knows it as a place.
    """
    if lang == "zh":
        return "" if len(form) > 2 or form in chinese_places() else "word"
    return "person" if form in people() else "word" if form in words() else ""


def readings() -> pl.DataFrame:
    """How each character of GB 2312 and of known places is read in names, for towns that no table lists."""
    from gazetteer_china import Romaniser

    characters = [
        bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)
    ]
    known = sorted(
        {c for c in characters if c} | {c for word in chinese_places() for c in word if "一" <= c <= "鿿"} | set(RARE)
    )
    return pl.DataFrame({"character": known, "reading": Romaniser().syllables("".join(known))})


def main() -> None:
    from gazetteer_china import rows as china_rows
    from gazetteer_world import World

    from chronicle.extract.places.keys import key

    world = World()
    places = world.country_rows() + [r | {"id": r["adcode"]} for r in china_rows(Path(sys.argv[1]))]
    places += world.region_rows() + world.county_rows() + world.city_rows() + regions()
    ids = {r["id"] for r in places}
    inside = {r["id"]: r["admin1"] for r in places}
    for r in places:
        if r["level"] == "province" and r["iso3166_2"] in world.hand["region_at"]:
            r["lat"], r["lon"] = world.hand["region_at"][r["iso3166_2"]]
        if r["level"] in {"zone", "region"}:
            r["admin1"] = inside.get(r["parent"])
        if r["parent"] not in ids and r["level"] != "country":
            r["parent"] = r["country"] if r["country"] in ids else ("100000" if r["country"] == "CN" else None)
    forms: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, r in enumerate(places):
        for form in r["en"]:
            forms[("en", key(form))].append(number)
        for form in r["zh_forms"]:
            forms[("zh", form)].append(number)
    taken = set(forms)
    for number, r in enumerate(places):
        spelled = {("en", key(form)) for form in r.get("variants", [])}
        for form in sorted(spelled):
            if form not in taken:
                forms[form].append(number)
    DATA.mkdir(parents=True, exist_ok=True)
    table = pl.DataFrame([{c: r[c] for c in COLUMNS} for r in places], schema=COLUMNS)
    table.write_parquet(DATA / "gazetteer.parquet", compression="zstd", compression_level=15)
    for name in first_names():
        forms[("given", name)] = []
    for number, r in enumerate(places):
        if r["level"] == "country" and (people_of := world.demonym(r["country"])):
            forms[("demonym", people_of)].append(number)
    ordered = sorted(forms)

    def famous(lang: str, form: str) -> bool:
        """Whether a word or a name is better known as a city: Bangkok is also a hat, London a family's name."""
        return lang == "en" and any(
            places[n]["level"] == "city" and places[n]["population"] >= FAMOUS for n in forms[lang, form]
        )

    names = pl.DataFrame(
        {
            "lang": [k[0] for k in ordered],
            "form": [k[1] for k in ordered],
            "places": [sorted(set(forms[k])) for k in ordered],
            "also": [also(*k) if not famous(*k) else "" for k in ordered],
        },
        schema={"lang": pl.String, "form": pl.String, "places": pl.List(pl.Int32), "also": pl.String},
    )
    names.write_parquet(DATA / "gazetteer_names.parquet", compression="zstd", compression_level=15)
    readings().write_parquet(DATA / "gazetteer_readings.parquet", compression="zstd", compression_level=15)
    print(f"{table.height} places, {names.height} forms")


if __name__ == "__main__":
    main()
