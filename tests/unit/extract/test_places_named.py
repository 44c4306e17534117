"""Parks, ports, towns and landmarks that no gazetteer holds, named as the page prints them; and what only looks so."""

import pytest

from chronicle.extract import places


def names(text: str, lang: str = "en") -> set[str]:
    return {place.name for place in places.find(text, lang)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Sino-Dutch (Jiaxing) Food Industrial Park opened on Monday.",
            "Sino-Dutch (Jiaxing) Food Industrial Park",
        ),
        ("The China-UAE (Lianyungang) Industrial Park has 12 tenants.", "China-UAE (Lianyungang) Industrial Park"),
        ("Firms in Ningbo moved to the International Innovation Park.", "International Innovation Park"),
        ("The Sino-Finnish Ecopark in Wuxi has five labs.", "Sino-Finnish Ecopark"),
        ("Classes began in Nanjing at Lishui Science and Education Town.", "Lishui Science and Education Town"),
        ("In Yangzhou, the Jiangdu Health Industry Park was enlarged.", "Jiangdu Health Industry Park"),
        ("A yard in the Luojing New Port Zone of Shanghai was leased.", "Luojing New Port Zone"),
        ("Ningde chose the Xiapu Harbor industrial zone for its cells.", "Xiapu Harbor industrial zone"),
        ("A barge line from Jiangyin to Taiping Port began in May.", "Taiping Port"),
        ("Nanjing built three labs across the Qinhuai River.", "Qinhuai River"),
        ("Chengdu's Hongguang town took in two firms.", "Hongguang"),
        ("An office in Qingdao West Coast New Area was opened.", "Qingdao West Coast New Area"),
        ("A pilot plant in the West Coast New Area of Qingdao was opened.", "Qingdao West Coast New Area"),
    ],
)
def test_names_stand_whole(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Sino-Dutch (Jiaxing) Food Industrial Park opened on Monday.", "Jiaxing"),
        ("The China-UAE (Lianyungang) Industrial Park has 12 tenants.", "Lianyungang"),
        ("Teams from Suzhou came to the Kunshan Software Park.", "Kunshan"),
    ],
)
def test_the_city_in_a_parks_name_counts(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The China-UAE (Lianyungang) Industrial Park has 12 tenants.", "China"),
        ("A pilot plant in the West Coast New Area of Qingdao was opened.", "West Coast"),
        ("Yanji broke ground for the Northern Food Industry New City.", "Northern Region"),
        ("Classes began in Nanjing at Lishui Science and Education Town.", "Education"),
        ("The plan of Anshun was read out by Vice mayor Guan Xiuwen.", "Xiuwen"),
        ("In Shanwei, a base was planned by Haifeng Rotor and the Port Zone.", "Haifeng"),
        ("In Huangshi, work on the Tieshan Port industrial zone began.", "Tieshan"),
        ("Tianjin held the Bohai Rim Robot Expo for the third time.", "Bohai Rim"),
    ],
)
def test_parts_of_names_are_no_places(text: str, name: str) -> None:
    assert name not in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("7月，由清湖乡与武汉东湖高新区共建的飞地启用。", "Qinghu"),
        ("宜春市设在长三角G60科创走廊的飞地启用。", "Yangtze River Delta"),
        ("昨日，西安高新区与渭北工业大学签约。", "Xi'an High-tech Zone"),
        ("白山健康产业园获批。", "Baishan Health Industry Park"),
    ],
)
def test_chinese_names(text: str, name: str) -> None:
    assert name in names(text, "zh")


@pytest.mark.parametrize(
    "text", ["由清湖乡与武汉东湖高新区共建的飞地启用。", "全市4个乡镇设有研发机构。", "南昌各乡镇都有服务站。"]
)
def test_a_lake_and_a_count_of_towns_are_no_places(text: str) -> None:
    assert not {"Donghu", "Gexiang"} & names(text, "zh")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Beijing firms rented two halls in Yizhuang on Friday.", "Yizhuang"),
        ("Labs opened at Kondapur in Hyderabad last week.", "Kondapur"),
        ("A hub was opened in Kigali's Kacyiru district.", "Kacyiru"),
        ("Cells are made in Mondragón, Spain.", "Mondragón"),
        ("A lidar range was set up in Wenzhou's Zeya township.", "Zeya"),
        ("Tariffs fell in the Lingang Special Area of Shanghai.", "Lingang Special Area"),
    ],
)
def test_parts_of_towns(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A fund from Hefei took shares in Xingchen last year.", "Xingchen"),
        ("The guide to Hefei was printed in Chinese and in Pinyin.", "Chinese"),
        ("Dresden lies in the Free State of Saxony.", "Free State"),
        ("Experts of Nokia in Bosch University, Germany came.", "Bosch University"),
    ],
)
def test_firms_tongues_and_sorts_are_no_towns(text: str, name: str) -> None:
    assert name not in names(text)


def test_a_part_stands_where_its_town_does() -> None:
    part, town = places.find("Labs opened at Kondapur in Hyderabad last week.", "en")
    assert (part.lat, part.country, part.iso3166_2) == (town.lat, "IN", None)


def test_a_new_areas_first_word_is_the_area() -> None:
    text = "Zhongshan founded Lanhai New Area. A science city is being built in Lanhai."
    assert [p.name for p in places.find(text, "en") if p.level in {"zone", "town"}] == ["Lanhai New Area"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Weifang Binhai Economic and Technological Development Area grew.",
            {"Weifang Binhai Economic and Technological Development Area", "Weifang"},
        ),
        ("The Wuxi Binhu Science Park opened.", {"Wuxi Binhu Science Park", "Wuxi", "Binhu"}),
        (
            "Mills at the Coega Special Economic Zone in Gqeberha grew.",
            {"Coega Special Economic Zone", "Gqeberha"},
        ),
    ],
)
def test_the_second_place_of_a_name_lies_in_the_first(text: str, expected: set[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", ["昨日，中建西部建设和四川能投签约。", "由中国信通院发起的联盟揭牌。"])
def test_firms_and_institutes_after_a_place_are_no_places(text: str) -> None:
    assert names(text, "zh") == set()
