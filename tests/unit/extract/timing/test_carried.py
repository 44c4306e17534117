"""The date that an event carries: of its occasion, its period, its announcement."""

from chronicle.clean.article import Article
from chronicle.extract import extract


def dates(text: str, published: str | None = "2021-06-16", lang: str = "en") -> list[tuple[str | None, str | None]]:
    title = "Innovation and technology news"
    return [(mention.date, mention.planned) for mention in extract(Article(text, title, published, lang=lang))]


def test_parts_of_a_dated_meeting_carry_its_date() -> None:
    text = (
        "The fifth Robot Expo was held in Ningbo on June 3.\nAgreements for 22 projects were signed there.\n"
        "Last year the city spent 3 billion yuan on research.\nThe city lies on the coast."
    )
    assert [date for date, _ in dates(text)] == ["2021-06-03", "2021-06-03", "2020", None]


def test_the_page_date_alone_dates_nothing() -> None:
    assert dates("The zone counts 53 aerospace firms, which employ 5,000 people.") == [(None, None)]


def test_an_act_and_a_plan_in_one_sentence_are_two() -> None:
    text = "In the zone five laboratories have settled, and an incubator of 32,000 square meters will open in May 2022."
    assert dates(text) == [(None, None), ("2022-05", "2022-05")]
    text = "The technology zone was founded in 1996 and was upgraded to national level in 2012."
    assert dates(text) == [("1996", None), ("2012", None)]


def test_what_is_so_at_present_does_not_carry_the_day_of_a_meeting() -> None:
    text = "The robot forum was held in Ningbo on June 3.\nAt present the city counts 740 technology firms."
    assert [date for date, _ in dates(text)] == ["2021-06-03", None]


def test_figures_of_one_period_follow_one_another() -> None:
    text = "In 2020, the zone spent 3 billion yuan on research. Patent applications rose 12 percent to 9,000."
    assert [date for date, _ in dates(text)] == ["2020", "2020"]
    text = "In 2020, the zone spent 3 billion yuan on research. It has 74 laboratories and 9 incubators."
    assert [date for date, _ in dates(text)] == ["2020", None]


def test_what_was_done_ahead_of_a_meeting_does_not_carry_its_day() -> None:
    text = (
        "The robot forum was held in Ningbo on June 3.\nAhead of the forum, the bureau collected 300 research needs "
        "from 90 firms.\nIn March the zone opened a laboratory.\nAt the forum 12 agreements on research were signed."
    )
    assert [date for date, _ in dates(text)] == ["2021-06-03", None, "2021-03", "2021-06-03"]


def test_what_a_speaker_adds_and_what_follows_the_ceremony_carry_the_day() -> None:
    text = (
        "The bureau told a news conference on Monday that 214 firms won research vouchers. "
        "Some 38 percent of the patents come from universities, she added."
    )
    assert [date for date, _ in dates(text)] == ["2021-06-14", "2021-06-14"]
    text = "6月3日，宁波举行机器人论坛。\n论坛结束后，三家企业签订5项技术合作协议。\n会上还成立了20家企业的产业联盟。"
    assert [date for date, _ in dates(text, "2021-06-04", "zh")] == ["2021-06-03"] * 3


def test_parts_of_a_meeting_to_come_carry_its_days() -> None:
    text = (
        "The chip fair is scheduled to be held from Aug. 9 to 12 in Wuxi.\nDuring the fair, the city will launch "
        "a fund of 2 billion yuan for research."
    )
    assert [date for date, _ in dates(text)] == ["2021-08-09/2021-08-12"] * 2


def test_the_year_is_the_one_just_named() -> None:
    text = "Patents rose 9 percent last year. New high-tech firms recognized during the year came to 512."
    assert {date for date, _ in dates(text)} == {"2020"}


def test_figures_given_out_recently_carry_the_month_of_the_page() -> None:
    text = "日前，市科技局通报，今年1至4月全市高新技术产业增加值为90亿元，同比增长8%。"
    assert dates(text, "2021-06-16", "zh")[0][0] == "2021-06"


def test_figures_told_before_their_source_carry_the_day_of_the_briefing() -> None:
    text = (
        "Some 412 firms won research vouchers and 38 percent of them are start-ups.\n"
        "The vouchers were worth 21 million yuan, the director told a press conference on Monday."
    )
    assert [date for date, _ in dates(text)] == ["2021-06-14", "2021-06-14"]


def test_since_then_runs_to_the_page() -> None:
    text = "The platform was launched in March 2020. Since then 31 laboratories and 60 funds have joined it."
    assert [date for date, _ in dates(text)] == ["2020-03", "2020-03/2021-06"]


def test_a_prize_named_by_its_year_is_given_when_the_meeting_is_held() -> None:
    text = "6月3日，市里召开科技创新推进会。\n会上，30家企业获2020年度优秀科技企业称号。"
    assert [date for date, _ in dates(text, "2021-06-04", "zh")] == ["2021-06-03", "2021-06-03"]


def test_shares_of_the_sum_of_the_lead_carry_its_day() -> None:
    text = (
        "The agency released 90 million euros for research projects on Monday.\n"
        "The north took 41 million euros and the coast 17 million euros."
    )
    assert [date for date, _ in dates(text)] == ["2021-06-14", "2021-06-14"]


def test_the_ceremony_is_that_of_the_lead_whatever_was_told_between() -> None:
    text = (
        "A laboratory for photonics was opened in Ningbo on Tuesday.\nIts staff numbers 300.\nThe park began in 1994."
        "\nFrom January to April it attracted 84 technology firms.\nIts research spending rose 4 percent last year."
        "\nAt the opening ceremony, the park signed 12 contracts worth 3 billion yuan."
    )
    assert [date for date, _ in dates(text)][-1] == "2021-06-15"


def test_what_the_meeting_gives_out_carries_its_day() -> None:
    text = "全省成果转化推进会6月15日在绵阳召开。会议通报，前5个月全省技术合同登记额600亿元，增长25%。"
    assert [date for date, _ in dates(text, "2021-06-16", "zh")] == ["2021-06-15", "2021-06-15"]


def test_the_months_of_the_lead_end_where_another_day_is_told() -> None:
    text = (
        "Patent transfers numbered 2,140 in the first 5 months.\nLicences rose by 9 percent.\nContracts worth 96 "
        "million yuan were signed at a licensing fair on May 12.\nThe patent licences were valued at 8 million yuan."
    )
    assert [date for date, _ in dates(text)] == ["2021-01/2021-05", "2021-01/2021-05", "2021-05-12", None]


def test_how_a_ranking_is_made_is_not_of_its_day() -> None:
    text = "The zone came ninth in a ranking published on June 3.\nThe ranking uses 21 indicators of patents."
    assert [date for date, _ in dates(text)] == ["2021-06-03", None]


def test_deals_made_there_carry_the_day_of_the_meeting() -> None:
    text = (
        "The robot expo was held in Ningbo on June 3.\nIn 2020 the zone spent 3 billion yuan on research.\n"
        "Agreements on 119 projects were signed there."
    )
    assert [date for date, _ in dates(text)] == ["2021-06-03", "2020", "2021-06-03"]


def test_some_of_those_told_of_before_are_of_their_year() -> None:
    text = "In 2020, 412 technology contracts were signed in the zone.\nAmong them, 90 were signed by universities."
    assert [date for date, _ in dates(text)] == ["2020", "2020"]


def test_an_unknown_year_stays_unknown() -> None:
    found = dates("Wuxi and a chip maker signed an agreement in Nanjing on February 28.", published=None)
    assert found == [("XXXX-02-28", None)]


def test_chinese_announcement_day_dates_its_figures() -> None:
    text = "知识产权新闻发布会4月9日在杭州举行。会上披露，浙江2014年专利申请超过26万件。"
    assert [date for date, _ in dates(text, "2015-04-10", "zh")] == ["2015-04-09", "2015-04-09"]


def test_the_first_and_the_last_day_of_a_meeting_are_told() -> None:
    text = (
        "The robot fair was held in Suzhou from June 1 to 3.\nOn the first morning, 9 laboratories were opened.\n"
        "On the last day, 14 contracts worth 300 million yuan were signed."
    )
    assert [date for date, _ in dates(text)] == ["2021-06-01/2021-06-03", "2021-06-01", "2021-06-03"]


def test_a_sentence_that_only_sets_the_day_dates_what_follows() -> None:
    text = (
        "The talent days of Suzhou were held from June 1 to 3 with 900 guests.\n"
        "June 2 belonged to a contest. Of the 60 finalists, three won prizes of 500,000 yuan each."
    )
    assert [date for date, _ in dates(text)][-1] == "2021-06-02"


def test_parts_of_a_signing_and_of_a_founding_carry_the_day() -> None:
    text = (
        "An alliance of quantum firms was founded in Hefei on Monday.\n"
        "At the founding meeting, a white paper on quantum software was released."
    )
    assert [date for date, _ in dates(text)] == ["2021-06-14", "2021-06-14"]
    text = (
        "Lyon University and a chip maker signed an agreement on June 8.\n"
        "Under the agreement they set up a joint laboratory with 30 researchers."
    )
    assert [date for date, _ in dates(text)] == ["2021-06-08", "2021-06-08"]
    text = (
        "A briefing on the car park was held in Seoul on June 8.\n"
        "Each of the two zones put forward the sectors it wants to attract, from batteries to big data."
    )
    assert [date for date, _ in dates(text)] == ["2021-06-08", "2021-06-08"]


def test_figures_of_a_report_carry_its_day() -> None:
    text = (
        "The agency presented its annual innovation report on 8 June.\n"
        "Patent applications rose by 6 percent to 4,200.\nThe agency has 60 employees."
    )
    assert [date for date, _ in dates(text)] == ["2021-06-08", "2021-06-08", None]
    text = "From January to May, factories made 212 fuel cells, said Ms Song, when the plan was released."
    assert dates("The province published its hydrogen plan on June 8.\n" + text)[1][0] == "2021-06-08"


def test_what_stands_at_present_carries_the_day_of_the_briefing_that_tells_it() -> None:
    text = "6月3日，宁波召开孵化器建设推进会。\n会上介绍，去年全市投入2亿元。目前全市共有孵化器43家，面积61万平方米。"
    assert [date for date, _ in dates(text, "2021-06-04", "zh")][-1] == "2021-06-03"


def test_what_is_said_of_some_of_them_and_in_a_speech_carries_the_day() -> None:
    text = (
        "The ministry granted 24 million euros to nine laboratories on 8 June.\n"
        "The largest grant, of 6 million euros, goes to the photonics laboratory in Vilnius."
    )
    assert [date for date, _ in dates(text)] == ["2021-06-08", "2021-06-08"]
    text = (
        "On June 8, the German technology park of Taizhou was formally opened.\n"
        "Li Ming pointed out in the speech, Taizhou has accumulatively set up 90 German-funded enterprises."
    )
    assert [date for date, _ in dates(text)] == ["2021-06-08", "2021-06-08"]
