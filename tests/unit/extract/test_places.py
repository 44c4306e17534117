"""Places of China in English text: what is found, and which place it is."""

import pytest

from chronicle.extract import places


def codes(text: str, lang: str = "en", hint: str | None = None) -> list[str]:
    return [p.adcode or p.iso3166_2 or p.name for p in places.find(text, lang, hint)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A lab opened in Hangzhou, Zhejiang province.", ["330100", "330000"]),
        ("Jilin province will build ten parks.", ["220000"]),
        ("The base stands in Jilin city, Jilin province.", ["220200", "220000"]),
        ("The demonstration zone covers Changchun city and Jilin city.", ["220100", "220200"]),
        ("Officials from Shaanxi met officials from Shanxi.", ["610000", "140000"]),
        ("A fund was set up in Inner Mongolia's Ordos and Hulunbuir.", ["150000", "150600", "150700"]),
        ("Labs opened in Urumqi, Ürümqi and Lhasa.", ["650100", "650100", "540100"]),
        ("Engineers from Xi'an, Xi’an and Xian came.", ["610100", "610100", "610100"]),
        ("Firms in Lüliang, Lyuliang and Luliang signed.", ["141100", "141100", "141100"]),
        ("Trade grew in Tibet, once more called Xizang.", ["540000", "540000"]),
        ("Hong Kong, Macao and Macau took part.", ["810000", "820000", "820000"]),
        ("Old maps show Peking, Canton, Chungking and Nanking.", ["110000", "440100", "500000", "320100"]),
        ("Chaoyang district in Beijing hosts the fair.", ["110105", "110000"]),
        ("Chaoyang city in Liaoning province hosts the fair.", ["211300", "210000"]),
        ("Suzhou in Anhui is smaller.", ["341300", "340000"]),
        ("Suzhou, Jiangsu, is bigger.", ["320500", "320000"]),
        ("Suzhou will open a centre for chips.", ["320500"]),
        ("Taizhou in Zhejiang makes pumps.", ["331000", "330000"]),
        ("Taizhou in Jiangsu makes drugs.", ["321200", "320000"]),
        ("Yulin in Guangxi sells spices.", ["450900", "450000"]),
        ("Hainan will open its port.", ["460000"]),
        ("Yiwu in Zhejiang sells toys.", ["330782", "330000"]),
        ("The Jiading district of Shanghai tests cars.", ["310114", "310000"]),
        ("Songjiang, in Shanghai, builds chips.", ["310117", "310000"]),
        ("Shanghai's Pudong New Area grew.", ["310000", "310115"]),
        ("Kunshan, a county-level city in Suzhou, Jiangsu", ["320583", "320500", "320000"]),
        ("HEFEI, Nov 3 (Xinhua) -- The city opened a lab.", ["340100"]),
        ("HANGZHOU, China - The city opened a lab.", ["330100"]),
        ("The city of Ningbo and the province of Hunan agreed.", ["330200", "430000"]),
        ("east China's Jiangxi province opened a park.", ["East China", "360000"]),
        ("The plan covers northeast China and western China.", ["Northeast China", "Western China"]),
        ("The Yangtze River Delta and the Pearl River Delta lead.", ["Yangtze River Delta", "Pearl River Delta"]),
        ("The Guangdong-Hong Kong-Macao Greater Bay Area leads.", ["Greater Bay Area"]),
        ("The Beijing-Tianjin-Hebei region leads.", ["Beijing-Tianjin-Hebei"]),
        ("Songjiang lies on the G60 corridor near Shanghai.", ["310117", "G60 corridor", "310000"]),
        ("China ranks second.", ["100000"]),
        ("Hebei, not Hubei; Henan, not Hunan.", ["130000", "420000", "410000", "430000"]),
    ],
)
def test_names_are_found_and_settled(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hefei High-tech Zone grew fast.", ["Hefei High-tech Zone", "340100"]),
        ("The Hefei National High-tech Industry Development Zone grew.", ["Hefei High-tech Zone", "340100"]),
        ("The Ningbo National High-tech Zone grew.", ["Ningbo High-tech Zone", "330200"]),
        ("The Chengdu Hi-tech Industrial Development Zone grew.", ["Chengdu Hi-tech Zone", "510100"]),
        ("Recently Wuxi High-tech Zone issued a plan.", ["Wuxi High-tech Zone", "320200"]),
        ("Hefei's high-tech zone grew.", ["Hefei High-tech Zone", "340100"]),
        (
            "The Dalian Economic and Technological Development Zone grew.",
            ["Dalian Economic and Technological Development Zone", "210200"],
        ),
        ("The Shanghai Pilot Free Trade Zone grew.", ["Shanghai Pilot Free Trade Zone", "310000"]),
        ("The Suzhou Industrial Park grew.", ["Suzhou Industrial Park", "320500"]),
        ("Shanghai has the Zhangjiang Hi-Tech Park.", ["310000", "Zhangjiang Hi-Tech Park"]),
        ("Only Beijing Zhongguancun is ahead.", ["110000", "Zhongguancun"]),
        ("Xiong'an New Area and Binhai New Area grew.", ["Xiong'an New Area", "120116"]),
        ("The forum met in Yunqi town, Hangzhou.", ["Yunqi", "330100"]),
        ("The forum met in Longwu Town, Hangzhou.", ["Longwu", "330100"]),
        ("The forum met in Dream Town, Hangzhou.", ["Dream Town", "330100"]),
    ],
)
def test_zones_and_towns_by_grammar(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Zhejiang University won the prize.",
        "The Shanghai-listed firm paid.",
        "Hefei Daily reported it.",
        "The Bank of China lent the money.",
        "Hangzhou Hikvision Co makes cameras.",
        "Wenzhou Municipal Transportation Group answered calls.",
        "Harbin Institute of Technology and Nanjing University of Posts took part.",
        "Deputy mayor Li Lishui met Zhang Anyang.",
        "China Mobile and China Electronics Technology Group signed.",
        "The China (Mianbei) International High-Tech Expo closed.",
        "It cost US$1.8 billion, or 5 million Hong Kong dollars.",
        "The guide will date the most of it; reading is nice.",
        "",
    ],
)
def test_names_of_people_and_organisations_are_no_places(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("hint", "expected"),
    [
        ("hangzhou", "330106"),
        ("www.ehangzhou-portal.example", "330106"),
        ("330100", "330106"),
        ("benxi", "210503"),
        ("news.example Hangzhou Daily", "330106"),
    ],
)
def test_the_hint_settles_what_the_text_leaves_open(hint: str, expected: str) -> None:
    assert codes("Xihu district will open a fund.", hint=hint) == [expected]


def test_spans_are_the_words_of_the_text() -> None:
    text = "Officials of Shanghai's Jiading district met in Wenzhou."
    assert [text[p.start : p.end] for p in places.find(text, "en")] == ["Shanghai", "Jiading", "Wenzhou"]


def test_a_place_carries_its_region_country_and_point() -> None:
    (place,) = places.find("A lab opened in Wenzhou.", "en")
    assert (place.level, place.adcode, place.iso3166_2, place.admin1, place.country) == (
        "prefecture", "330300", None, "CN-ZJ", "CN",
    )  # fmt: skip
    assert place.lat == pytest.approx(28.0, abs=0.5)
    assert place.lon == pytest.approx(120.7, abs=0.5)


def test_a_zone_has_no_code_but_lies_in_its_city() -> None:
    zone, city = places.find("Hefei High-tech Zone grew fast.", "en")
    assert (zone.level, zone.adcode, zone.admin1, zone.country) == ("zone", None, "CN-AH", "CN")
    assert city.start == zone.start
