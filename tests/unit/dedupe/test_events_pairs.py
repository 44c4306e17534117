"""Pairs of reports as newsrooms write them: one happening in other words or another language, or two of one kind.

What extraction finds is written down as it finds it, gaps and slips included.
"""

from typing import Any

import pytest

from chronicle.dedupe import events
from tests.unit.dedupe.tables import event_frames, own_stories

Row = dict[str, Any]
WUXI, SUZHOU, HEFEI = [("Wuxi", "320200")], [("Suzhou", "320500")], [("Hefei", "340100")]
SHENZHEN, CHENGDU, MIANYANG = [("Shenzhen", "440300")], [("Chengdu", "510100")], [("Mianyang", "510700")]
XIAN, OSLO, OULU = [("Xi'an", "610100")], [("Oslo", "NO-03")], [("Oulu", "FI-14")]


def row(quote: str, kind: str, date: str | None, places: list[tuple[str, str]], **more: object) -> Row:
    return {"quote": quote, "type": kind, "date": date, "places": places, **more}


CAMPUS = row(
    "On March 5, the Wuxi municipal government and Hanlin Group signed a cooperation agreement under which 12.6 "
    "billion yuan will go into a sensor campus.",
    "agreement", "2021-03-05", WUXI, actors=["Wuxi municipal government", "Hanlin Group"],
    figures=[("12600000000", "CNY")],
)  # fmt: skip
BATTERY = row(
    "On March 3, the Wuxi municipal government and Boreal Motors signed a cooperation agreement under which 3.4 "
    "billion yuan will go into a battery plant.",
    "agreement", "2021-03-03", WUXI, actors=["Wuxi municipal government", "Boreal Motors"],
    figures=[("3400000000", "CNY")],
)  # fmt: skip
FORUM = row(
    "The third Taihu Forum on Sensing Technology opened in Wuxi on September 12, with 1,200 guests from 30 countries.",
    "meeting", "2019-09-12", WUXI, actors=["Sensing Technology"],
    figures=[("3", None, "ordinal", "Taihu Forum"), ("1200", None), ("30", None)],
)  # fmt: skip
FUND = row(
    "Suzhou has set up a 5 billion yuan fund for integrated circuits, the city government said on June 1.",
    "funding", "2020-06-01", SUZHOU, figures=[("5000000000", "CNY", "money", "fund")],
)  # fmt: skip
SPENDING = row(
    "Shenzhen's spending on research and development reached 97.7 billion yuan in 2017, or 4.13 percent of its GDP.",
    "statistics", "2017", SHENZHEN,
    figures=[("97700000000", "CNY", "money", "spending"), ("4.13", None, "percent", "share of GDP")],
)  # fmt: skip
RAIL = row(
    "A provincial laboratory for rail vehicles opened in Chengdu on November 1 with 65 researchers.",
    "facility", "2019-11-01", CHENGDU, figures=[("65", None, "count", "researchers")],
)  # fmt: skip
TAKEOVER = row(
    "Oslo-based Nordlys Energy said on Tuesday it would buy Kestrel Batteries of Oulu for 340 million euros.",
    "business", "2022-05-10", OSLO, status="planned", actors=["Nordlys Energy", "Kestrel Batteries"],
    figures=[("340000000", "EUR")],
)  # fmt: skip
TALENT = row(
    "Xi'an issued 23 measures on May 30 to attract talent, offering doctors housing grants of up to 100,000 yuan.",
    "policy", "2018-05-30", XIAN, figures=[("23", None, "count", "measures"), ("100000", "CNY")],
)  # fmt: skip
GOLD = row(
    "Li Qiang Optics won the gold award at the Suzhou innovation contest on December 1 for its laser welding head.",
    "award", "2017-12-01", SUZHOU, actors=["Li Qiang Optics"],
)  # fmt: skip
ZONE = row(
    "The State Council approved the Hefei-Wuhu-Bengbu area as a national innovation demonstration zone on April 5.",
    "designation", "2016-04-05", [*HEFEI, ("Wuhu", "340200"), ("Bengbu", "340300")], actors=["State Council"],
)  # fmt: skip
EXPO = row(
    "At the Mianyang expo 102 agreements worth 98.4 billion yuan were signed on September 18.",
    "agreement", "2015-09-18", MIANYANG,
    figures=[("102", None, "count", "agreements"), ("98400000000", "CNY", "money", "agreements")],
)  # fmt: skip

ONE = {
    "other words, vague date": (CAMPUS, row(
        "Earlier this month Wuxi agreed with Hanlin Group on a 12.6 billion yuan campus for sensors, the largest the "
        "city has won this year.",
        "agreement", "2021-03", WUXI, actors=["Hanlin Group"], figures=[("12600000000", "CNY")],
    )),
    "agreement in Chinese": (CAMPUS, row(
        "3月5日,无锡市人民政府与翰林集团签署合作协议,双方将投资126亿元建设传感器产业园。",
        "agreement", "2021-03-05", WUXI, actors=["无锡市人民政府", "翰林集团"], figures=[("12600000000", "CNY")],
    )),
    "machine translated": (CAMPUS, row(
        "March 5, Wuxi City and Han Lin group sign the cooperation agreement, both sides will invest 12.6 billion yuan "
        "to construct the sensor industry garden.",
        "agreement", "2021-03-05", WUXI, status="planned", figures=[("12600000000", "CNY")],
    )),
    "rounded otherwise, wrong type": (CAMPUS, row(
        "Wuxi's government and Hanlin have signed for a sensor campus that will cost almost 13 billion yuan.",
        "facility", "2021-03-05", WUXI, actors=["Hanlin"], figures=[("13000000000", "CNY")],
    )),
    "opening of a forum": (FORUM, row(
        "Some 1,200 experts from 30 countries came to Wuxi on Thursday for the opening of the third Taihu Forum on "
        "Sensing Technology.",
        "meeting", "2019-09-12", WUXI, actors=["Sensing Technology"],
        figures=[("1200", None, "count", "experts"), ("30", None, "count", "countries"), ("3", None, "ordinal", "F")],
    )),
    "forum in Chinese": (FORUM, row(
        "9月12日,第三届太湖传感技术论坛在无锡开幕,来自30个国家的1200名嘉宾参加。",
        "meeting", "2019-09-12", WUXI,
        figures=[("3", None, "ordinal", "论坛"), ("30", None, "count", "国家"), ("1200", None, "count", "嘉宾")],
    )),
    "fund": (FUND, row(
        "A guidance fund worth 5 billion yuan was launched in Suzhou this month to back integrated circuit design "
        "houses.",
        "funding", "2020-06", SUZHOU, figures=[("5000000000", "CNY", "money", "guidance fund")],
    )),
    "statistics": (SPENDING, row(
        "In 2017, 4.13 percent of Shenzhen's output went into research, a total of 97.7 billion yuan.",
        "statistics", "2017", SHENZHEN, figures=[("4.13", None, "percent", "output"), ("97700000000", "CNY")],
    )),
    "statistics in Chinese": (SPENDING, row(
        "2017年,深圳全社会研发投入977亿元,占GDP的4.13%。",
        "statistics", "2017", SHENZHEN, figures=[("4.13", None, "percent", "占GDP"), ("97700000000", "CNY")],
    )),
    "laboratory": (RAIL, row(
        "With a staff of 65 researchers, the Sichuan rail vehicle laboratory began work in Chengdu on Friday.",
        "research", "2019-11-01", [("Sichuan", "510000")], figures=[("65", None, "count", "researchers")],
    )),
    "takeover": (TAKEOVER, row(
        "Kestrel Batteries, a cell maker in Oulu, is to be taken over by Norway's Nordlys Energy in a 340 million euro "
        "deal.",
        "business", None, OULU, status="planned", actors=["Kestrel Batteries", "Norway's Nordlys Energy"],
        figures=[("340000000", "EUR")],
    )),
    "policy": (TALENT, row(
        "Doctors who move to Xi'an can get up to 100,000 yuan for housing under 23 measures the city published on "
        "Wednesday.",
        "talent", "2018-05-30", XIAN, figures=[("100000", "CNY"), ("23", None, "count", "measures")],
    )),
    "designation in Chinese": (ZONE, row(
        "4月5日,国务院批复同意合肥、芜湖、蚌埠建设国家自主创新示范区。",
        "designation", "2016-04-05", [*HEFEI, ("Wuhu", "340200"), ("Bengbu", "340300")], actors=["国务院"],
    )),
}  # fmt: skip

TWO = {
    "agreements of one week": (CAMPUS, BATTERY),
    "agreements of one day": (
        row(
            "On March 5, Wuxi High-tech Zone signed a strategic cooperation agreement with Qingshan Pharma to build a "
            "vaccine centre.",
            "agreement", "2021-03-05", WUXI, actors=["Qingshan Pharma"],
        ),
        row(
            "On March 5, Wuxi High-tech Zone signed a strategic cooperation agreement with Delta Optics to build a "
            "laser laboratory.",
            "agreement", "2021-03-05", WUXI, actors=["Delta Optics"],
        ),
    ),
    "editions of a forum": (FORUM, row(
        "The fourth Taihu Forum on Sensing Technology opened in Wuxi on September 10, with 1,200 guests from 30 "
        "countries.",
        "meeting", "2020-09-10", WUXI, actors=["Sensing Technology"],
        figures=[("4", None, "ordinal", "Taihu Forum"), ("1200", None), ("30", None)],
    )),
    "editions of a forum, undated": (FORUM | {"date": None}, row(
        "The fourth Taihu Forum on Sensing Technology opened in Wuxi.",
        "meeting", None, WUXI, actors=["Sensing Technology"], figures=[("4", None, "ordinal", "Taihu Forum")],
    )),
    "editions across languages": (FORUM, row(
        "9月12日,第五届太湖传感技术论坛在无锡开幕,来自28个国家的900名嘉宾参加。",
        "meeting", "2021-09-12", WUXI, figures=[("5", None, "ordinal", "论坛"), ("28", None), ("900", None)],
    )),
    "funds of two cities": (FUND, row(
        "Hefei has set up a 5 billion yuan fund for integrated circuits, the city government said on June 1.",
        "funding", "2020-06-01", HEFEI, figures=[("5000000000", "CNY", "money", "fund")],
    )),
    "funds of two cities of one province": (FUND, row(
        "Wuxi has set up a 5 billion yuan fund for integrated circuits, the city government said on June 1.",
        "funding", "2020-06-01", WUXI, figures=[("5000000000", "CNY", "money", "fund")],
    )),
    "statistics of two years": (SPENDING, row(
        "Shenzhen's spending on research and development reached 116.4 billion yuan in 2018, or 4.2 percent of its "
        "GDP.",
        "statistics", "2018", SHENZHEN,
        figures=[("116400000000", "CNY", "money", "spending"), ("4.2", None, "percent", "share of GDP")],
    )),
    "laboratories": (RAIL, row(
        "Chengdu plans to build a national laboratory for flight control by 2018 with 800 million yuan.",
        "plan", None, CHENGDU, status="planned", planned="2018", figures=[("800000000", "CNY")],
    )),
    "takeovers by one buyer": (TAKEOVER, row(
        "Nordlys Energy said on Wednesday it had bought Fjord Grid of Bergen for 125 million euros.",
        "business", "2022-10-12", [("Bergen", "NO-46")], actors=["Nordlys Energy", "Fjord Grid"],
        figures=[("125000000", "EUR")],
    )),
    "prizes of one night": (GOLD, row(
        "Donghu Biotech won the silver award at the Suzhou innovation contest on December 1 for its rapid test kit.",
        "award", "2017-12-01", SUZHOU, actors=["Donghu Biotech"],
    )),
    "policies of one city": (TALENT, row(
        "Xi'an issued 16 measures on March 10 to attract chip designers, offering firms rent subsidies of up to "
        "500,000 yuan.",
        "policy", "2019-03-10", XIAN, figures=[("16", None, "count", "measures"), ("500000", "CNY")],
    )),
    "designations by one authority": (ZONE, row(
        "The State Council approved the Fuzhou-Xiamen-Quanzhou area as a national innovation demonstration zone in "
        "June.",
        "designation", "2016-06", [("Fuzhou", "350100"), ("Xiamen", "350200")], actors=["State Council"],
    )),
    "batches of agreements": (EXPO, row(
        "At the Mianyang expo 87 agreements worth 66.1 billion yuan were signed on September 18.",
        "agreement", "2016-09-18", MIANYANG,
        figures=[("87", None, "count", "agreements"), ("66100000000", "CNY", "money", "agreements")],
    )),
}  # fmt: skip
BACKGROUND = [CAMPUS, FORUM, FUND, SPENDING, RAIL, TAKEOVER, TALENT, GOLD, ZONE, EXPO]


def joined(pair: tuple[Row, Row], background: list[Row]) -> bool:
    rows = [*pair, *(other for other in background if other["quote"] != pair[0]["quote"])]
    mentions, places, actors, figures = event_frames([mention | {"article": n} for n, mention in enumerate(rows)])
    found = dict(events.assign(mentions, places, actors, figures, own_stories(mentions)).rows())
    return bool(found["m000"] == found["m001"])


@pytest.mark.parametrize("background", [[], BACKGROUND], ids=["alone", "among others"])
@pytest.mark.parametrize("pair", ONE.values(), ids=ONE)
def test_one_happening_is_one_event(pair: tuple[Row, Row], background: list[Row]) -> None:
    assert joined(pair, background)


@pytest.mark.parametrize("background", [[], BACKGROUND], ids=["alone", "among others"])
@pytest.mark.parametrize("pair", TWO.values(), ids=TWO)
def test_two_happenings_of_one_kind_are_two_events(pair: tuple[Row, Row], background: list[Row]) -> None:
    assert not joined(pair, background)
