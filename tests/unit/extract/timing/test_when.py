"""The date of an event: own, carried, or none; deadlines never."""

import pytest

from chronicle.clean.article import Article
from chronicle.extract import extract


def dates(text: str, published: str | None = "2021-06-16", lang: str = "en") -> list[tuple[str | None, str | None]]:
    title = "Innovation and technology news"
    return [(mention.date, mention.planned) for mention in extract(Article(text, title, published, lang=lang))]


@pytest.mark.parametrize(
    ("text", "date", "planned"),
    [
        ("The city issued a plan for chip makers on June 14.", "2021-06-14", None),
        ("The city issued a plan for chip makers.", None, None),
        ("By 2025 the city wants to have 300 chip makers.", None, "2025"),
        ("The park will open its second laboratory on October 1.", "2021-10-01", "2021-10-01"),
        ("The next science forum will be held in September 2022.", "2022-09", "2022-09"),
        ("Patent applications rose from 300 in 2018 to 900 in 2020.", "2018/2020", None),
        ("Over the past three years the zone signed 40 projects.", "2018/2021", None),
        ("A few days ago the bureau published the list of 12 pilot laboratories.", "2021-06", None),
        ("The firm, which was founded in 2011, won a prize for its robot.", None, None),
        ("In 2019, R&D spending of the zone was up 51.6 percent from the year before.", "2019", None),
        ("Technology exports hit 3 billion euros in 2020, more than twice the 1.4 billion of 2016.", "2020", None),
        ("The chip maker, which moved to the zone in 2015, delivered 60,000 sensors last year.", "2020", None),
        ("Figures published on 1 June by the alliance show that 43 spin-offs were formed in 2020.", "2021-06-01", None),
        ("Firms can apply for the technology vouchers from November.", "2021-11", "2021-11"),
        ("The innovation fund expects to reach 60 million euros by spring 2024.", None, "2024"),
        ("Founded in 2013, the exchange so far has set up 28 technology branches.", None, None),
        (
            "Up to now the bank has lent 31 million yuan on patents, this year it added 12 firms to its list.",
            None,
            None,
        ),
        ("Officials of 12 zones met in Xiamen on Monday and Tuesday.", "2021-06-14/2021-06-15", None),
        ("By the end of May, the city registered 45 technology firms this year.", "2021-01/2021-05", None),
        (
            "Spin-outs raised 34 percent of the venture capital, the highest share since records began in 2011.",
            None,
            None,
        ),
        ("The city announced on the 9th that it will invest 30 million won in the test bed.", "2021-06-09", None),
        ("The council picked 18 start-ups for its autumn cohort, which begins on October 23.", None, None),
        ("Compared with the end of 2019, the number of patents rose by 800.", None, None),
        ("From the hall, which closed as an air base in 1996, the premier announced 15 new laboratories.", None, None),
        ("Firms of the zone filed 21,000 patents over the past five years.", "2016/2021", None),
        ("The city placed sixth among science cities, up from eighth in 2017.", None, None),
        ("The firms announced on April 13, in 2020 the zone contracted 9 licences.", "2021-04-13", None),
        ("The roadshow of start-ups, the sixth since 2018, was watched by 80,000 people.", None, None),
        ("(City Wire) June 15 -- The laser park was opened this morning in Hefei.", "2021-06-15", None),
        ("The exhibition hall of the robot fair was cut to 9,000 square meters from 12,500 last year.", None, None),
        ("The association dates back to 1987, when it was set up by 9 firms.", "1987", None),
        ("Since it was founded in 2014, the centre has placed contracts worth 90 million yuan.", "2014/2021", None),
        ("Five years ago the city ranked twentieth in robot patents and is now seventh.", "2016/2021", None),
        ("The zone spent 60 million yuan in three years on research vouchers.", "2018/2021", None),
        ("The zone will spend 60 million yuan in three years on research vouchers.", None, None),
        (
            "The chip fair will be held from Aug. 9 to 12 in Wuxi, its hosts said Monday.",
            "2021-08-09/2021-08-12",
            "2021-08-09/2021-08-12",
        ),
        ("The first laboratory was opened in the spring of 2019.", "2019", None),
        ("By the end of May, the district had attracted 812 technology firms.", "2021-05", None),
        ("LINZ, Austria, June 15, 2021 /Wireline/ -- Last year the park took in 90 start-ups.", "2020", None),
        (
            "Trade Press Agency, Hefei, June 15 (Mu Ran) The laser forum was held on the 12th in Hefei.",
            "2021-06-12",
            None,
        ),
        ("Last year 61 percent of the patents were licensed, up from 48 percent three years earlier.", "2020", None),
        ("In 2020 the institutes earned 3 million euros, more than in the same period of 2018.", "2020", None),
        ("The reporter learned yesterday that 8 incubators were included in the national list.", None, None),
    ],
)
def test_own_date_or_none(text: str, date: str | None, planned: str | None) -> None:
    assert dates(text)[0] == (date, planned)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The first calls of the innovation fund open on 1 February.", "2022-02-01"),
        ("The patent bureau promises to cut the fee by half from January 1.", "2022-01-01"),
        ("The next edition of the technology fair will be held in May.", "2022-05"),
        ("The commission said on November 4 that it will open two laboratories.", "2021-11-04"),
    ],
)
def test_a_plan_without_a_year_lies_ahead_unless_it_was_just_announced(text: str, date: str) -> None:
    assert [found for found, _ in dates(text, "2021-11-16")] == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Since May, work has begun on five hydrogen projects in the zone.", "2021-05/2021-11"),
        ("First held in 2013, the technology fair has so far led to 900 projects.", "2013/2021"),
        ("The institute, founded in 2001, had carried out 400 projects by the end of last year.", "2001/2020"),
        ("At the end of 2020, the city came 22nd in the ranking of innovation, three places up from 2019.", "2020"),
        ("The sum of the signed contracts is the highest since the expo was started in 2015.", None),
        ("Nine projects have signed up for the technology park, whose first two halls were opened in May.", None),
        ("11月9日，记者来到创新中心的6层，这里入驻了科技企业40家。", None),
    ],
)
def test_spans_up_to_now_and_dates_of_other_things(text: str, date: str | None) -> None:
    lang = "zh" if "创" in text else "en"
    assert [found for found, _ in dates(text, "2021-11-16", lang)] == [date]


def test_an_ordinal_that_opens_a_sentence_is_no_day() -> None:
    text = "The first edition of the technology fair took place in July. The second is scheduled for July 2022."
    assert [date for date, _ in dates(text, "2021-11-16")] == ["2021-07", "2022-07"]


def test_who_takes_up_a_post_later_is_not_dated_a_year_back() -> None:
    text = "Professor Anna Berg has been appointed chair of the innovation fund. She takes up the post on 1 July."
    assert all(date in (None, "2021-07-01") for date, _ in dates(text))
