"""The gazetteer: every province and prefecture is there, rightly named, with codes, coordinates and parents."""

import pytest

from chronicle.extract import places

PROVINCES = {
    "110000": ("Beijing", "CN-BJ"), "120000": ("Tianjin", "CN-TJ"), "130000": ("Hebei", "CN-HE"),
    "140000": ("Shanxi", "CN-SX"), "150000": ("Inner Mongolia", "CN-NM"), "210000": ("Liaoning", "CN-LN"),
    "220000": ("Jilin", "CN-JL"), "230000": ("Heilongjiang", "CN-HL"), "310000": ("Shanghai", "CN-SH"),
    "320000": ("Jiangsu", "CN-JS"), "330000": ("Zhejiang", "CN-ZJ"), "340000": ("Anhui", "CN-AH"),
    "350000": ("Fujian", "CN-FJ"), "360000": ("Jiangxi", "CN-JX"), "370000": ("Shandong", "CN-SD"),
    "410000": ("Henan", "CN-HA"), "420000": ("Hubei", "CN-HB"), "430000": ("Hunan", "CN-HN"),
    "440000": ("Guangdong", "CN-GD"), "450000": ("Guangxi", "CN-GX"), "460000": ("Hainan", "CN-HI"),
    "500000": ("Chongqing", "CN-CQ"), "510000": ("Sichuan", "CN-SC"), "520000": ("Guizhou", "CN-GZ"),
    "530000": ("Yunnan", "CN-YN"), "540000": ("Tibet", "CN-XZ"), "610000": ("Shaanxi", "CN-SN"),
    "620000": ("Gansu", "CN-GS"), "630000": ("Qinghai", "CN-QH"), "640000": ("Ningxia", "CN-NX"),
    "650000": ("Xinjiang", "CN-XJ"), "710000": ("Taiwan", "CN-TW"), "810000": ("Hong Kong", "CN-HK"),
    "820000": ("Macao", "CN-MO"),
}  # fmt: skip
SPECIAL_READINGS = {
    "140400": "Changzhi", "411100": "Luohe", "211300": "Chaoyang", "350200": "Xiamen", "440600": "Foshan",
    "500110": "Qijiang", "150700": "Hulunbuir", "141100": "Lüliang", "341500": "Lu'an", "330382": "Yueqing",
    "120115": "Baodi", "420303": "Zhangwan", "620802": "Kongtong", "440113": "Panyu", "341600": "Bozhou",
    "542400": None, "430481": "Leiyang", "410181": "Gongyi", "371428": "Wucheng", "340881": "Tongcheng",
}  # fmt: skip


@pytest.mark.parametrize("code", PROVINCES)
def test_provinces(code: str) -> None:
    g = places.gazetteer()
    row = g.rows[g.number[code]]
    assert (row.name, row.iso3166_2, row.level) == (*PROVINCES[code], "province")
    assert [p.adcode or p.iso3166_2 for p in places.find(f"A lab opened in {row.name} province.", "en")] == [code]


def test_there_are_no_other_provinces() -> None:
    assert {r.adcode for r in places.gazetteer().rows if r.level == "province" and r.adcode} == set(PROVINCES)


def test_every_prefecture_has_a_romanised_name_a_point_and_parents() -> None:
    prefectures = [r for r in places.gazetteer().rows if r.level == "prefecture"]
    assert len(prefectures) > 330
    for row in prefectures:
        assert row.name.replace("'", "").replace(" ", "").replace("ü", "u").isascii(), row
        assert row.name[0].isupper(), row
        assert row.lat is not None, row
        assert 16 <= row.lat <= 54, row
        assert row.lon is not None, row
        assert 73 <= row.lon <= 135, row
        assert [p.id for p in places.parents(row.id)] == [row.id[:2] + "0000", "100000"]


def test_every_county_lies_in_its_province() -> None:
    counties = [r for r in places.gazetteer().rows if r.level == "county" and r.adcode]
    assert len(counties) > 2800
    for row in counties:
        assert row.id[:2] + "0000" in {p.id for p in places.parents(row.id)}
        assert row.zh not in {"市辖区", "县"}


@pytest.mark.parametrize(("code", "name"), [(c, n) for c, n in SPECIAL_READINGS.items() if n])
def test_irregular_readings(code: str, name: str) -> None:
    g = places.gazetteer()
    assert g.rows[g.number[code]].name == name


def test_functional_zones_have_no_code() -> None:
    assert "340176" not in places.gazetteer().number


def test_codes_and_ids_are_unique_and_parents_exist() -> None:
    g = places.gazetteer()
    assert len(g.number) == len(g.rows)
    assert all(r.parent is None or r.parent in g.number for r in g.rows)


def test_every_country_has_a_point_and_a_code() -> None:
    countries = [r for r in places.gazetteer().rows if r.level == "country"]
    assert len(countries) > 240
    assert all(r.iso3166_2 == r.country and r.lat is not None for r in countries)


def test_unknown_parents_are_none() -> None:
    assert places.parents("nowhere") == ()
    assert places.parents("CN-ZJ") == ()
