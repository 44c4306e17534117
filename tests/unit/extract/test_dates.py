"""English dates: values, kinds, spans and relations. The page is of Tuesday 2020-11-10 unless a case says otherwise."""

import pytest

from chronicle.extract import dates

PAGE = "2020-11-10"

CALENDAR = [
    ("It opened on November 3, 2020.", "2020-11-03"),
    ("It opened on Nov. 3, 2020 in Hefei.", "2020-11-03"),
    ("It opened on 3 November 2020.", "2020-11-03"),
    ("It opened on the 3rd of November, 2020.", "2020-11-03"),
    ("It opened on Tuesday, November 3, 2020.", "2020-11-03"),
    ("It opened on Tuesday 3 November 2020.", "2020-11-03"),
    ("It opened on 2020-11-03.", "2020-11-03"),
    ("It opened on 2020/11/3.", "2020-11-03"),
    ("It opened on 2020.11.03.", "2020-11-03"),
    ("It opened on 03.11.2020.", "2020-11-03"),
    ("It opened on 11/03/2020.", "2020-11-03"),
    ("It opened on 3-Nov-2020.", "2020-11-03"),
    ("It opened on November the 3rd, 2020.", "2020-11-03"),
    ("It opened on 3rd Nov 2020 at 10 a.m.", "2020-11-03"),
    ("It opened in November 2018.", "2018-11"),
    ("It opened in Nov 2018.", "2018-11"),
    ("It opened in November of 2018.", "2018-11"),
    ("It opened in 2018.", "2018"),
    ("It opened in early 2018.", "2018"),
    ("It opened at the end of 2018.", "2018"),
    ("It opened in mid-2018.", "2018"),
    ("The 2018 award went to Hefei.", "2018"),
    ("In 2018 companies of the zone grew.", "2018"),
    ("In 2018 more than 500 firms came.", "2018"),
    ("They said that in 2018 new rules came.", "2018"),
    ("Set up in fiscal 2018, it grew.", "2018"),
    ("Set up in FY2018, it grew.", "2018"),
    ("Set up in the fiscal year 2018, it grew.", "2018"),
    ("It opened on Nov 3.", "2020-11-03"),
    ("It opened on Nov. 3rd.", "2020-11-03"),
    ("It opened on 3 Nov.", "2020-11-03"),
    ("It opened on the third of November.", "2020-11-03"),
    ("It opened on December 20.", "2019-12-20"[:0] + "2020-12-20"),
    ("It will open on March 3.", "2021-03-03"),
    ("It opened on March 3.", "2020-03-03"),
    ("It was opened on November 11.", "2020-11-11"),
    ("It opened in March.", "2020-03"),
    ("It opened in May.", "2020-05"),
    ("It will open in May.", "2021-05"),
    ("It opened in mid-March.", "2020-03"),
    ("In the 1990s it grew.", "199X"),
    ("In the early 1990s it grew.", "199X"),
    ("In the '90s it grew.", "199X"),
    ("In the late eighties it grew.", "198X"),
    ("In the 21st century it grew.", "20XX"),
    ("In spring 2013 it grew.", "2013-21"),
    ("In the summer of 2013 it grew.", "2013-22"),
    ("Last winter it grew.", "2019-24"),
    ("During the 13th Five-Year Plan period, output rose.", "2016/2020"),
    ("During the 13th Five-Year Plan, output rose.", "2016/2020"),
    ('In the "13th Five-Year" period, output rose.', "2016/2020"),
    ("Grants can be requested from February by firms.", "2021-02"),
    ("It opened on Christmas Day 2012.", "2012-12-25"),
    ("It opened on New Year's Day.", "2020-01-01"),
]

RELATIVE = [
    ("It opened yesterday.", "2020-11-09"),
    ("It opened today.", "2020-11-10"),
    ("It opens tomorrow.", "2020-11-11"),
    ("It opened the day before yesterday.", "2020-11-08"),
    ("It opens the day after tomorrow.", "2020-11-12"),
    ("It opened last night.", "2020-11-09"),
    ("It opened this morning.", "2020-11-10"),
    ("It opened on Friday.", "2020-11-06"),
    ("It will open on Friday.", "2020-11-13"),
    ("It opened on Friday morning.", "2020-11-06"),
    ("It opened last Friday.", "2020-11-06"),
    ("It opened last Tuesday.", "2020-11-03"),
    ("It opens next Friday.", "2020-11-20"),
    ("It opens this Friday.", "2020-11-13"),
    ("It opened on Friday last week.", "2020-11-06"),
    ("It opened last week.", "2020-11-02/2020-11-08"),
    ("It opened earlier this week.", "2020-11-09/2020-11-15"),
    ("It opened last weekend.", "2020-11-07/2020-11-08"),
    ("It opened last month.", "2020-10"),
    ("It opened this month.", "2020-11"),
    ("It opens next month.", "2020-12"),
    ("It opened last year.", "2019"),
    ("It opened late last year.", "2019"),
    ("It opened earlier this year.", "2020"),
    ("It opens next year.", "2021"),
    ("It opens at the end of the year.", "2020"),
    ("It opened in March last year.", "2019-03"),
    ("It opened in March this year.", "2020-03"),
    ("It opens in September of next year.", "2021-09"),
    ("It opened last December.", "2019-12"),
    ("It opened last March.", "2020-03"),
    ("It opened three days ago.", "2020-11-07"),
    ("It opened half a year ago.", "2020-05"),
    ("On the 4th, it opened.", "2020-11-04"),
    ("On the 24th, it opened.", "2020-10-24"),
    ("It opened on the 24th of last month.", "2020-10-24"),
    ("It grew in the first eight months.", "2020-01/2020-08"),
    ("It opened noon Friday.", "2020-11-06"),
    ("It will open in the autumn.", "2020-23"),
    ("It grew in the year-ago quarter.", "2019"),
    ("It opened two weeks ago.", "2020-10-26/2020-11-01"),
    ("It opened three months ago.", "2020-08"),
    ("It opened two years ago.", "2018"),
    ("It opened a year ago.", "2019"),
    ("It opened two decades ago.", "2000"),
    ("It opened recently.", "2020-11"),
    ("It opened a few days ago.", "2020-11"),
    ("It opens five years from now.", "2025"),
    ("Next year's fair will be on March 14.", "2021 2021-03-14"),
    ("It opened on May 4, 2018, and closed in June.", "2018-05-04 2018-06"),
    ("Founded on May 4, 2018, it closed the following day.", "2018-05-04 2018-05-05"),
    ("Founded in 2018, it closed the following year.", "2018 2019"),
    ("Founded in 2018, it grew the same year.", "2018 2018"),
]

SPANS = [
    ("From 2012 to 2021 it grew.", "2012/2021"),
    ("Between 2012 and 2021 it grew.", "2012/2021"),
    ("In 2012-2021 it grew.", "2012/2021"),
    ("In 2012–21 it grew.", "2012/2021"),
    ("In 2012/13 it grew.", "2012/2013"),
    ("In January-September 2022 it grew.", "2022-01/2022-09"),
    ("From January to September 2022 it grew.", "2022-01/2022-09"),
    ("In the first nine months of 2022 it grew.", "2022-01/2022-09"),
    ("It ran on Nov 28-30.", "2020-11-28/2020-11-30"),
    ("It ran on 28-30 November 2018.", "2018-11-28/2018-11-30"),
    ("It ran from November 28 to December 3, 2018.", "2018-11-28/2018-12-03"),
    ("It ran from December 28 to January 3, 2018.", "2017-12-28/2018-01-03"),
    ("The scheme lasts from March 2022 to the end of 2025.", "2022-03/2025-12"),
    ("It ran from May 4, 2018 to June 5, 2019.", "2018-05-04/2019-06-05"),
    ("In the first quarter of 2022 it grew.", "2022-01/2022-03"),
    ("In Q3 2022 it grew.", "2022-07/2022-09"),
    ("In the third quarter it grew.", "2020-07/2020-09"),
    ("The fourth-quarter profit rose.", "2020-10/2020-12"),
    ("In the first half of this year it grew.", "2020-01/2020-06"),
    ("In the second half of 2019 it grew.", "2019-07/2019-12"),
    ("In H1 2019 it grew.", "2019-01/2019-06"),
    ("In the last week of July it grew.", "2020-07-27/2020-08-02"),
]

LENGTHS = [
    ("It took three years.", "P3Y"),
    ("It took 2.5 years.", "P2.5Y"),
    ("It took two and a half years.", "P2.5Y"),
    ("It took twenty-one days.", "P21D"),
    ("A three-year plan came.", "P3Y"),
    ("The 90-day test came.", "P90D"),
    ("It took half an hour.", "PT30M"),
    ("It took several months.", "PXM"),
    ("It lasted for decades.", "PXDE"),
    ("It took two decades.", "P20Y"),
    ("It takes 3 to 5 years.", "P3Y/P5Y"),
    ("It took one year and two months.", "P1Y2M"),
    ("It took a couple of weeks.", "P2W"),
    ("It meets every week.", "P1W"),
    ("It meets every two weeks.", "P2W"),
    ("It meets annually.", "P1Y"),
    ("It meets twice a month.", "P1M"),
    ("It meets every Monday.", "XXXX-WXX-1"),
    ("It makes 5 million tons a year.", "P1Y"),
    ("Prices fell daily.", "P1D"),
    ("It now works.", "PRESENT_REF"),
    ("It currently works.", "PRESENT_REF"),
    ("In recent years it grew.", "PAST_REF"),
]


@pytest.mark.parametrize(("text", "expected"), CALENDAR + RELATIVE + SPANS + LENGTHS)
def test_value(text: str, expected: str) -> None:
    assert [found.edtf for found in dates.find(text, "en", PAGE)] == expected.split()


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("It opened on August 21st.", None, "XXXX-08-21"),
        ("It opened on August 21st.", "XXXX-08-23", "XXXX-08-21"),
        ("It opened on August 21st.", "2020", "XXXX-08-21"),
        ("It opened on August 21st.", "2020-08", "2020-08-21"),
        ("It opened on December 21.", "2020-01", "2019-12-21"),
        ("It opened on December 21.", "2020-01-05", "2019-12-21"),
        ("It opened yesterday.", None, "XXXX-XX-XX"),
        ("It opened yesterday.", "2020-08", "XXXX-XX-XX"),
        ("It opened last year.", "2020", "2019"),
        ("It opened last year.", None, "XXXX"),
        ("It opened last Friday.", "2022-08-19", "2022-08-12"),
        ("It opened on Friday.", "2022-08-19", "2022-08-19"),
        ("It opens this Wednesday.", "2006-04-04", "2006-04-05"),
        ("HEFEI, May 3, 2019 (Wire) -- It opened yesterday.", None, "2019-05-03 2019-05-02"),
        ("HEFEI, May 3 (Wire) -- It opened on Thursday.", "2019-05-06", "2019-05-03 2019-05-02"),
        ("It opened on May 3.", "not a date", "XXXX-05-03"),
    ],
)
def test_base(text: str, published: str | None, expected: str) -> None:
    assert [found.edtf for found in dates.find(text, "en", published)] == expected.split()


@pytest.mark.parametrize(
    ("text", "edtf", "when", "relation"),
    [
        ("Over the past three years it grew.", "P3Y", "2017/2020", "in"),
        ("In the next five years it will grow.", "P5Y", "2020/2025", "in"),
        ("Over the past year it grew.", "P1Y", "2019/2020", "in"),
        ("It will be done within five years.", "P5Y", "2025", "within"),
        ("It will be done within 3 to 5 years.", "P3Y/P5Y", "2025", "within"),
        ("In the past 24 hours it grew.", "PT24H", "2020-11-09/2020-11-10", "in"),
        ("In the last 12 months it grew.", "P12M", "2019-11/2020-11", "in"),
        ("In the coming weeks it will grow.", "PXW", None, "in"),
    ],
)
def test_tied_length(text: str, edtf: str, when: str | None, relation: str) -> None:
    (found,) = dates.find(text, "en", PAGE)
    assert (found.kind, found.edtf, found.when, found.relation) == ("duration", edtf, when, relation)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("It will be done by 2022.", "by"),
        ("It will be done by the end of 2022.", "by"),
        ("To 2025 it will have 60 firms.", "by"),
        ("It will run until 2022.", "until"),
        ("It has run since May 2019.", "since"),
        ("It grew in 2019.", "in"),
        ("It grew during 2019.", "in"),
        ("Starting from May 2021, it grows.", "from"),
        ("The 2019 award came.", None),
    ],
)
def test_relation(text: str, relation: str | None) -> None:
    assert [found.relation for found in dates.find(text, "en", PAGE)] == [relation]


@pytest.mark.parametrize(
    ("text", "kind", "precision", "basis"),
    [
        ("on Nov 3, 2020", "date", "day", "explicit"),
        ("on Nov 3", "date", "day", "inferred_year"),
        ("in May", "date", "month", "inferred_year"),
        ("last year", "date", "year", "relative"),
        ("recently", "date", "month", "relative"),
        ("the first half of 2019", "span", "half_year", "explicit"),
        ("the first quarter of 2019", "span", "quarter", "explicit"),
        ("from 2012 to 2021", "span", "year", "explicit"),
        ("for three years", "duration", "unknown", "explicit"),
        ("every week", "set", "unknown", "explicit"),
        ("at 10 a.m.", "reference", "unknown", "relative"),
        ("currently", "reference", "unknown", "relative"),
    ],
)
def test_kind(text: str, kind: str, precision: str, basis: str) -> None:
    (found,) = dates.find(text, "en", PAGE)
    assert (found.kind, found.precision, found.basis) == (kind, precision, basis)


def test_yesterday_on_an_undated_page_dates_nothing() -> None:
    (found,) = dates.find("It opened yesterday.", "en", None)
    assert (found.kind, found.precision, dates.bounds(found.edtf)) == ("reference", "unknown", (None, None))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It opened on Friday morning, they said.", "Friday morning"),
        ("It opened at 10 a.m. on Monday.", "at 10 a.m. on Monday"),
        ("It opened in early 2018.", "early 2018"),
        ("It opened at the end of 2018.", "the end of 2018"),
        ("It opened on Nov. 3.", "Nov. 3"),
        ("The 2018 award came.", "2018"),
        ("Last year's figure was low.", "Last year"),
    ],
)
def test_words(text: str, words: str) -> None:
    (found,) = dates.find(text, "en", PAGE)
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "Flight 2020 left.",
        "It has 2,022 firms.",
        "It has 2022 firms.",
        "It costs $2020 or RMB 2020.",
        "Windows 2000 and ISO 9001:2015 came.",
        "Room 2019, No. 2018.",
        "Call 010-2022-1234 or 138-2010-2015.",
        "It rose 20.20 percent to 2020.5 points.",
        "Version 2020.1 came.",
        "You may come and march on.",
        "May I ask? March on!",
        "The 49-year-old man, who is 30 years old, came.",
        "In his 40s he came.",
        "China Daily and USA Today wrote.",
        "Prices fall and spring up.",
        "The Spring Festival came.",
        "The second place and the first prize went to them.",
        "The 14th Five-Year Plan was issued.",
        "Use the 5G network, 3D prints and COVID-19 tests.",
        "The score was 3-2 and 1:06:42.",
        "It is a quarter of the total.",
        "A2020 and B-2020X are models.",
        "It hired 2000 young engineers.",
        "It invested 2000 million yuan.",
        "Under Made in China 2025 and Horizon 2020 it grew.",
        "It stands at 2015 Shennan Middle Road.",
        "It made 2020 new jobs.",
        "It is on the 24th floor, in the first place.",
        "",
    ],
)
def test_no_date(text: str) -> None:
    assert [(found.edtf, text[found.start : found.end]) for found in dates.find(text, "en", PAGE)] == []


def test_a_given_name_is_no_month() -> None:
    assert dates.find("The guests were Li Wen and Jun Tao, and Jan Brown of the institute.", "en", "2021-06-16") == []
