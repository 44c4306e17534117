"""Zones under their whole names, and names around places that are not places."""

import pytest

from chronicle.extract import places


def found(text: str, lang: str = "en") -> list[str]:
    return [p.adcode or p.iso3166_2 or p.name for p in places.find(text, lang)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Daqing's Oil Valley High-tech Zone grew. The Oil Valley High-tech Zone has 40 firms.",
            ["Daqing Oil Valley High-tech Zone", "230600", "Daqing Oil Valley High-tech Zone"],
        ),
        ("Yantai Torch High-tech Zone won 9 items.", ["Yantai Torch High-tech Zone", "370600"]),
        ("Xixian New Area gained firms; Xixian lies between two cities.", ["Xixian New Area", "Xixian New Area"]),
        ("Lusong District of Zhuzhou, Hunan Province", ["430203", "430200", "430000"]),
        ("A fair was held in Nanjing Lakeside Exhibition Center.", []),
        ("It sold for US $3 million, or 9.4 US cents each.", []),
        ("Offices in Singapore $5 million dear", ["SG"]),
        ("Turbines stand in Hejia, a village of 90 families in Longde county, Ningxia.", ["Hejia", "640423", "640000"]),
        ("South Korea will build it in Sinjang-dong.", ["KR", "Sinjang-dong"]),
        ("The governor of Perm Krai opened it.", ["RU-PER"]),
        ("The Okayama prefectural government paid.", ["JP-33"]),
        ("A firm in St Albans, England", ["St Albans", "GB-ENG"]),
    ],
)
def test_names_are_whole(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_an_event_of_china_is_no_place() -> None:
    assert found("第八届中国（绵阳）科技博览会开幕。", "zh") == ["510700"]
    assert found("中国新增企业100家。", "zh") == ["100000"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会上，白城青松开发区、松原东站工业园获批。", ["Baicheng Qingsong Development Zone", "220800"]),
        ("仲山高新区新增企业9家。今年以来，仲山高新区发展很快。", ["Zhongshan High-tech Zone"] * 2),
        ("根据《辽宁省省级高新区管理办法》，园区受益。", ["210000"]),
        ("德阳高新区创新创业服务中心入选。", []),
        ("全市经济技术开发区增长9%。", []),
    ],
)
def test_chinese_zones_with_names_of_their_own(text: str, expected: list[str]) -> None:
    assert found(text, "zh")[: len(expected) or None] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales grew in northwest Hunan.", [("Northwest Hunan", "region", None)]),
        ("A fair of west China", [("West China", "region", None)]),
        (
            "Goods for South and Southeast Asia pass here.",
            [("South Asia", "region", None), ("Southeast Asia", "region", None)],
        ),
        ("Hunan lies in South China.", [("Hunan", "province", "430000"), ("South China", "region", None)]),
    ],
)
def test_a_compass_word_makes_a_region(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(p.name, p.level, p.adcode) for p in places.find(text, "en")] == expected


def test_a_park_that_acts_is_a_body() -> None:
    assert found("An alliance was set up by Wuhan Software Park, and others.") == ["420100"]
