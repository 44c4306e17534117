"""Places of regional innovation news: regions under their English names, city-regions, zones, clumsy English."""

import pytest

from chronicle.extract import places


def keys(text: str, lang: str = "en", hint: str | None = None) -> set[str]:
    return {p.adcode or p.iso3166_2 or p.name for p in places.find(text, lang, hint)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Busan and Ulsan signed an accord with South Gyeongsang Province.", {"KR-26", "KR-31", "KR-48"}),
        ("Gyeongbuk and Gyeongnam, once Gyeonggi, will test drones.", {"KR-47", "KR-48", "KR-41"}),
        ("Pohang and Gumi in North Gyeongsang Province signed up.", {"Pohang", "Gumi", "KR-47"}),
        ("A factory in Cheongju, South Korea", {"Cheongju", "KR"}),
        ("Aichi Prefecture opened a start-up hub in Nagoya.", {"JP-23", "Nagoya"}),
        ("Kumamoto Prefecture and the town of Kikuyo welcome a chip plant.", {"JP-43", "Kikuyo"}),
        ("Fukuoka city gave 120 firms start-up visas.", {"Fukuoka"}),
        ("Karnataka's cabinet cleared a plan for Mysuru and Mangaluru.", {"IN-KA", "Mysuru", "Mangaluru"}),
        ("Porto Digital in Recife has 350 firms.", {"Porto Digital", "Recife"}),
        ("Minas Gerais and Pernambuco joined.", {"BR-MG", "BR-PE"}),
        ("Campinas, in the state of São Paulo, leads.", {"Campinas", "BR-SP"}),
        ("Lesser Poland and Lower Silesia won grants.", {"PL-12", "PL-02"}),
        ("South Bohemia, South Moravia and Upper Austria met.", {"CZ-31", "CZ-64", "AT-4"}),
        ("Scania and Västra Götaland opened test beds.", {"SE-M", "SE-O"}),
        ("Berlin, Hamburg and Vienna compete.", {"DE-BE", "DE-HH", "AT-9"}),
        ("Firms in Linz, Geneva and Stockholm compete.", {"Linz", "Geneva", "Stockholm"}),
        ("Hanoi, Bangkok, Seoul and Tokyo compete.", {"VN-HN", "TH-10", "KR-11", "JP-13"}),
        ("The Trentino province funds a valley near Rovereto.", {"IT-32", "Rovereto"}),
        ("Auvergne-Rhône-Alpes backs Grenoble; Brittany waits.", {"FR-ARA", "Grenoble", "FR-BRE"}),
        ("Leuven-based labs and the Eindhoven region signed a pact.", {"Leuven", "Eindhoven"}),
        ("Dundee City Council put money into games.", {"Dundee City"}),
        ("Kaduna and Kano states in Nigeria built hubs.", {"NG-KD", "NG-KN", "NG"}),
        ("Nairobi and Kisumu counties got funds.", {"KE-30", "KE-17"}),
        ("Cebu and Davao City joined the Philippines' scheme.", {"Cebu City", "Davao", "PH"}),
        ("Governor Roe said upstate New York, from Syracuse to Buffalo, gains.", {"US-NY", "Syracuse", "Buffalo"}),
        ("Research Triangle Park in North Carolina added firms.", {"Research Triangle Park", "US-NC"}),
        ("Swansea opened a park, as Wrexham did.", {"Swansea", "Wrexham"}),
        ("Nanning hosted guests from nine ASEAN countries.", {"450100", "ASEAN"}),
    ],
)
def test_regions_of_the_world(text: str, expected: set[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recently, Zhejiang province Hangzhou city Xihu district issued rules.", {"330000", "330100", "330106"}),
        ("In Guangdong province, Foshan city Shunde district, firms signed.", {"440000", "440600", "440606"}),
        ("Our province Hebei will build labs in Shijiazhuang.", {"130000", "130100"}),
        ("Shandong Qingdao Laoshan District set up a fund.", {"370000", "370200", "370212"}),
        ("In the whole city of Zhuzhou, 120 firms passed; Tianyuan District leads.", {"430200", "430211"}),
        ("Our city Jinhua will, with Yiwu and Dongyang, build it.", {"330700", "330782", "330783"}),
        (
            "The 12 counties and districts of Ganzhou, including Zhanggong District, report growth.",
            {"360700", "360702"},
        ),
        ("Nanhai and Shunde districts of Foshan host robot makers.", {"440605", "440606", "440600"}),
        ("Twelve Shanghai institutes and three Nanjing universities signed.", {"310000", "320100"}),
        ("Recently Wuxi firms signed.", {"320200"}),
        ("The bureau of Wenjiang District, Chengdu, said it would pay.", {"510115", "510100"}),
        ("The development zone of Zhongshan added 12 firms.", {"442000"}),
        ("Pudong New Area issued 20 measures.", {"310115"}),
        ("Pudong, Minhang and Baoshan in Shanghai grow.", {"310115", "310112", "310113", "310000"}),
        ("Wang Hefei, mayor of Wuhu, spoke.", {"340200"}),
        ("Li Ningbo and Zhang Shaoxing founded the firm.", set()),
        (
            "Xiaoshan Economic and Technological Development Zone grew.",
            {"Xiaoshan Economic and Technological Development Zone", "330109"},
        ),
        ("Wuhan East Lake High-tech Development Zone grew.", {"East Lake High-tech Zone", "420100"}),
        ("Chengdu Tianfu New Area added 12 firms.", {"Tianfu New Area", "510100"}),
        ("Xixian New Area in Shaanxi opened a hub.", {"Xixian New Area", "610000"}),
        ("Guangzhou Development District offered grants.", {"Guangzhou Development District", "440100"}),
        (
            "Mianyang Science and Technology City New Area grew.",
            {"Mianyang Science and Technology City", "510700"},
        ),
        ("The Hangzhou Municipal Science and Technology Bureau set up a fund.", set()),
    ],
)  # fmt: skip
def test_chinese_places_in_clumsy_english(text: str, expected: set[str]) -> None:
    assert keys(text) == expected


def test_a_listed_zone_tells_its_city_whatever_the_page() -> None:
    assert keys("Suzhou Industrial Park and Suzhou rank third.", hint="Hefei High-tech Zone") == {
        "Suzhou Industrial Park",
        "320500",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("昆山今年新引进高层次人才项目108个。", {"320583"}),
        ("义乌、诸暨、慈溪等地入选。", {"330782", "330681", "330282"}),
        ("资源、平安、和平很重要。", set()),
        ("其中山东、广东居前，扩大同比增幅。", {"370000", "440000"}),
        ("沪苏浙皖三省一市签署协议。", {"310000", "320000", "330000", "340000"}),
        ("川渝两地互相输出技术合同。", {"510000", "500000"}),
        ("武汉东湖高新区新增企业30家。", {"420100", "East Lake High-tech Zone"}),
        ("合肥高新区联合中国科学技术大学建设平台。", {"340100", "Hefei High-tech Zone"}),
        ("广东省佛山市顺德区北滘镇建设小镇。", {"440000", "440600", "440606", "Beijiao"}),
        ("北京中关村与雄安新区合作。", {"110000", "Zhongguancun", "Xiong'an New Area"}),
    ],
)
def test_chinese_text(text: str, expected: set[str]) -> None:
    assert keys(text, "zh") == expected


@pytest.mark.parametrize(
    ("hint", "expected"),
    [("ks.example 昆山融媒", {"320583"}), ("hlj.example 黑龙江日报", set()), ("哈尔滨日报", {"230100"})],
)
def test_our_city_is_the_sources(hint: str, expected: set[str]) -> None:
    assert keys("今年我市新增企业100家。", "zh", hint) == expected


def test_local_news_settles_small_towns_by_their_neighbours() -> None:
    text = (
        "A man from Lebanon, Ohio, was hurt when his truck left Route 48 near Mason, the Warren County sheriff said. "
        "Crews from Springboro helped; the road to Dayton was shut for two hours."
    )
    found = {p.name: p.admin1 for p in places.find(text, "en")}
    assert {name: found.get(name) for name in ("Lebanon", "Mason", "Springboro", "Dayton")} == {
        "Lebanon": "US-OH", "Mason": "US-OH", "Springboro": "US-OH", "Dayton": "US-OH"
    }  # fmt: skip


def test_local_news_of_another_state() -> None:
    text = (
        "PARIS, Texas -- Lamar County deputies arrested two men from Sherman on Friday. Police in Bonham and "
        "Denison had looked for the pair since a store in Greenville was robbed."
    )
    found = {(p.name, p.admin1) for p in places.find(text, "en")}
    assert {("Paris", "US-TX"), ("Bonham", "US-TX"), ("Denison", "US-TX"), ("Greenville", "US-TX")} <= found


def test_a_town_named_twice_in_england() -> None:
    text = "Police in Durham and Darlington, England, warned drivers; a lorry from Newcastle blocked the A1."
    found = {(p.name, p.country) for p in places.find(text, "en")}
    assert {("Darlington", "GB"), ("Newcastle", "GB")} <= found
