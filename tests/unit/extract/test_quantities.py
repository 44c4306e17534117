"""chronicle.extract.quantities.find over sentences written for it: what is read, and what is left out."""

import pytest

from chronicle.extract.quantities import find
from chronicle.extract.records import Quantity
from tests.unit.extract.quantity_cases import CHINESE, CHINESE_SILENT, ENGLISH, ENGLISH_SILENT


def _reading(text: str, quantity: Quantity) -> tuple[object, ...]:
    value: object = quantity.value
    if quantity.value_max is not None:
        value = (quantity.value, quantity.value_max)
    return (text[quantity.start : quantity.end], value, quantity.unit, quantity.qualifier, quantity.kind)


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=[text[:40] for text, _ in ENGLISH])
def test_english(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [_reading(text, q) for q in find(text, "en")] == expected


@pytest.mark.parametrize(("text", "expected"), CHINESE, ids=[text[:20] for text, _ in CHINESE])
def test_chinese(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [_reading(text, q) for q in find(text, "zh")] == expected


@pytest.mark.parametrize("text", ENGLISH_SILENT)
def test_english_numbers_that_are_no_quantity(text: str) -> None:
    assert find(text, "en") == []


@pytest.mark.parametrize("text", CHINESE_SILENT)
def test_chinese_numbers_that_are_no_quantity(text: str) -> None:
    assert find(text, "zh") == []


def test_the_table_is_large_enough() -> None:
    read = sum(len(expected) for _, expected in [*ENGLISH, *CHINESE])
    assert read + len(ENGLISH_SILENT) + len(CHINESE_SILENT) >= 120


@pytest.mark.parametrize(
    ("text", "lang", "what"),
    [
        ("The county lured 40 key enterprises.", "en", "key enterprises"),
        ("A total investment of 16 billion yuan was agreed.", "en", "total investment"),
        ("It spends 4 percent of its revenue on tests.", "en", "share of revenue"),
        ("Exports were up 26 percent.", "en", "growth of Exports"),
        ("They put 6 million yuan into a satellite factory.", "en", "satellite factory"),
        ("Within five years it will move.", "en", "horizon"),
        ("The towns made the list for eight years running.", "en", "consecutive years"),
        ("In the annual zone ranking, Lakeside ranked third.", "en", "zone ranking"),
        ("Exhibits reached 8,600 pieces.", "en", "Exhibits"),
        ("Last year its gross turnover came to 3 billion yen.", "en", "gross turnover"),
        ("Occupancy of the towers has reached 91 percent.", "en", "Occupancy of the towers"),
        ("The firms made 43 filters, against 29 a year earlier.", "en", "filters"),
        ("Some 540 traders came for two days, 62 of them by boat.", "en", "traders"),
        ("The code was backed by 31 of 34 national bodies.", "en", "national bodies"),
        ("Turnover reached 5 billion yen, up 12 percent.", "en", "growth of Turnover"),
        ("They built a 600-square-metre test hall.", "en", "test hall"),
        ("Rents of the towers fell 8 percent.", "en", "decline of Rents of the towers"),
        (
            "Labs in Lakeside, the largest port of the coast, numbered 140, a rise of 9 percent.",
            "en",
            "growth of Labs in Lakeside",
        ),
        ("Use of the port, which lies in the south, went up 7 percent.", "en", "growth of Use of the port"),
        ("Of 5 billion yen, 39 percent was sold abroad.", "en", "share sold abroad"),
        ("It has 5 billion yen, 70 percent of which must go to early projects.", "en", "share for early projects"),
        ("It spent 412 million yen in three years on a reef scheme.", "en", "period of spending on reef scheme"),
        ("It earmarked 412 million yen for a reef scheme.", "en", "funding for reef scheme"),
        ("Up to 1.2 million yen will be set aside to run the club.", "en", "funding for club"),
        ("It pays a subsidy of 3,000 yen per team.", "en", "subsidy per team"),
        ("The rules are valid for five years.", "en", "validity period"),
        ("Tenants pay no rent for two years.", "en", "rent-free period"),
        ("The works are to last 14 months.", "en", "length of works"),
        ("Patent filings of the coast were 76,208 pieces.", "en", "Patent filings of the coast"),
        ("Its research intensity is high, ranking second in the country.", "en", "rank of research intensity"),
        ("The port took third place for the cleaning of ballast water.", "en", "rank in cleaning of ballast water"),
        ("The zone gained four places compared with last year.", "en", "rise in rank"),
        ("It aims to double the number of pilot boats.", "en", "number of pilot boats"),
        ("Some 3 million yen went to 16 research projects.", "en", "research projects"),
        ("The coast has over 6,500 kinds of sea herbs.", "en", "kinds of sea herbs"),
        ("A buoy weighing less than 100 kilograms was lost.", "en", "weight of buoy"),
        ("It takes 80 percent of all the ore reserves.", "en", "share of ore reserves"),
        ("The zone covers 12.6 square km and requires roads.", "en", "area of zone"),
        ("Desks are free of charge for 12 months.", "en", "period free of charge"),
        ("It is second only to Harbour City in size.", "en", "rank in size"),
        ("She signed a two-year contract.", "en", "length of contract"),
        ("The tour lasted four days.", "en", "length of tour"),
        ("It took a 12 percent holding in Brightglass.", "en", "holding"),
        ("At least 60 percent must be spent on local firms.", "en", "share for local firms"),
        ("The press employs 17 people.", "en", "employees"),
        ("Royalties would top 3 million yen.", "en", "Royalties"),
        ("They signed 314 deals with a value of 106 billion yen.", "en", "value of deals"),
        ("It has incubators and maker space of all kinds 31.", "en", "maker spaces"),
        ("A 22-strong team came.", "en", "team members"),
        ("The lease was renewed for 25 years.", "en", "term"),
        ("Some 96 teams came, one in eight of them from abroad.", "en", "teams"),
        ("They sell goods worth 310 million yen a year.", "en", "sales of goods"),
        ("On the spot reach cooperation intention 142 items.", "en", "cooperation intentions"),
        ("全市专利申请超过26万件。", "zh", "全市专利申请"),
        ("设立规模5亿元的种子基金。", "zh", "种子基金"),
        ("硕士每人每年分别补助3万元。", "zh", "硕士补助"),
        ("走出的“毕业生”已有3400家。", "zh", "毕业生"),
        ("第七届湖滨创业周开幕。", "zh", "湖滨创业周"),
        ("发布了直径1.2米的棒材。", "zh", "直径"),
        ("引进高新技术企业12家。", "zh", "高新技术企业"),
        ("新增12家高新技术企业。", "zh", "高新技术企业"),
        ("企业可得30万元奖励。", "zh", "奖励"),
        ("在全省创新考核中，湖滨区名列第四。", "zh", "全省创新考核"),
        ("专利授权754件，增长31%。", "zh", "专利授权增长"),
        ("资金七成投向海洋装备等领域，", "zh", "投向海洋装备等领域比例"),
        ("市财政每年安排1000万元。", "zh", "每年市财政资金"),
        ("建成一条年产2万吨的示范线。", "zh", "年产能"),
        ("还要再添2万平方米的中试空间。", "zh", "中试空间"),
        ("两年多来", "zh", "时段"),
        ("连续发放三年。", "zh", "连续年限"),
        ("经过两天对接。", "zh", "天数"),
        ("第二批申报下月启动。", "zh", "申报批次"),
        ("征得科技成果5320项，上台展示1108项。", "zh", "征得科技成果"),
    ],
)
def test_what_is_counted(text: str, lang: str, what: str) -> None:
    assert find(text, lang)[-1].what == what


def test_a_conversion_in_brackets_is_its_own_quantity_of_the_same_thing() -> None:
    whole, conversion = find("It keeps a reserve of 7 million yuan ($985,000) for repairs.", "en")
    assert (whole.currency, whole.bracketed) == ("CNY", False)
    assert (conversion.value, conversion.currency, conversion.bracketed) == (985000.0, "USD", True)
    assert conversion.what == whole.what


def test_chinese_conversion_in_brackets() -> None:
    whole, conversion = find("总投资3.5亿元（约合5000万美元）。", "zh")
    assert (whole.currency, whole.bracketed) == ("CNY", False)
    assert (conversion.value, conversion.currency, conversion.bracketed) == (5e7, "USD", True)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("It pays 50,000 yuan per year.", "year"),
        ("It pays $15 an hour.", "hour"),
        ("Output is 30 tonnes a day.", "day"),
        ("They get €900 monthly.", "month"),
        ("They got €900.", None),
    ],
)
def test_period(text: str, period: str | None) -> None:
    assert find(text, "en")[0].period == period


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("RMB 5 million", "CNY"), ("CNY5m", "CNY"), ("5 million yuan", "CNY"), ("¥5 million", "CNY"),
        ("$5 million", "USD"), ("US$5m", "USD"), ("5 million dollars", "USD"), ("$ 5 million", "USD"),
        ("HK$5 million", "HKD"), ("hk $ 5 million", "HKD"), ("5 million Hong Kong dollars", "HKD"),
        ("NT$5 million", "TWD"), ("A$5 million", "AUD"), ("C$5 million", "CAD"), ("S$5 million", "SGD"),
        ("€5m", "EUR"), ("EUR 5 million", "EUR"), ("5 million euros", "EUR"), ("5m euros", "EUR"), ("5 MEUR", "EUR"),
        ("£5 million", "GBP"), ("5 million pounds", "GBP"), ("JPY 5 million", "JPY"), ("5 million yen", "JPY"),
        ("KRW 5 million", "KRW"), ("5 million won", "KRW"), ("₹5 million", "INR"), ("Rs 5 million", "INR"),
        ("5 million Swiss francs", "CHF"), ("R$5 million", "BRL"), ("5 million reais", "BRL"),
        ("5 million baht", "THB"), ("5 million Swedish kronor", "SEK"), ("5 million rubles", "RUB"),
        ("5 USD million", "USD"),
        ("mxn$ 5m", "MXN"),
    ],
)  # fmt: skip
def test_currencies(words: str, code: str) -> None:
    found = find(f"The council set aside {words} for it.", "en")
    assert [(q.value, q.currency, q.kind) for q in found] == [(5e6, code, "money")]


@pytest.mark.parametrize(
    ("words", "code"),
    [("5亿元", "CNY"), ("5亿美元", "USD"), ("5亿欧元", "EUR"), ("5亿日元", "JPY"), ("5亿港元", "HKD"), ("¥5亿", "CNY")],
)
def test_chinese_currencies(words: str, code: str) -> None:
    assert [(q.value, q.currency) for q in find(f"总额为{words}。", "zh")] == [(5e8, code)]


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("The toll in Kobe is ¥450bn over ten years.", 4.5e11, "JPY"),
        ("The Oslo fund lost 2 trillion kroner.", 2e12, "NOK"),
        ("A depot near Santiago cost 5 million pesos.", 5e6, "CLP"),
        ("The 5 million pesos were paid.", 5e6, None),
        ("The R2.5 billion dam stands.", 2.5e9, "ZAR"),
        ("Bail of P300,000 was paid.", 3e5, "PHP"),
        ("It paid 7 cents a share.", 0.07, "USD"),
        ("A stamp is 60p, a parcel £3.", 0.6, "GBP"),
        ("The result was -$4m.", -4e6, "USD"),
        ("Rent is RUB. 38 million.", 3.8e7, "RUB"),
        ("In this whole province, total output value 41.2 billion, 50 firms above.", 4.12e10, "CNY"),
        ("Turnover was 3 billion euros and the profit 120 million.", 3e9, "EUR"),
    ],
)
def test_a_currency_that_the_text_settles(text: str, value: float, code: str | None) -> None:
    first = find(text, "en")[0]
    assert (first.value, first.currency) == (value, code)


def test_a_bare_sum_takes_the_currency_of_the_text() -> None:
    found = find("Turnover was 3 billion euros and the profit reached 120 million.", "en")
    assert [(q.value, q.currency, q.what) for q in found][1] == (1.2e8, "EUR", "profit")


def test_a_bare_number_of_things_is_no_sum() -> None:
    assert [q.currency for q in find("Sales rose to 3 billion euros as visitors reached 2 million.", "en")] == [
        "EUR",
        None,
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They occupy 14,2 thousand sq. m at 6,5% a year.", [14200.0, 6.5]),
        ("It led for three consecutive years.", [3.0]),
        ("They met for two hours and 20 minutes.", [140.0]),
        ("Claims fell 22,000 to 242,000.", [22000.0, 242000.0]),
        ("Needed are: 1. be registered here; 2. fees below 3%.", [3.0]),
        ("Ask Ms. Hu, Tel: 5810266.", []),
        ("Capacity to 2030 reachs 2 million kilowatt.", [2e6]),
        ("Call 555-0199 today.", []),
    ],
)
def test_values(text: str, found: list[float]) -> None:
    assert [q.value for q in find(text, "en")] == found


def test_more_of_things_is_over_but_more_to_come_is_not() -> None:
    assert [q.qualifier for q in find("It drew 80 more firms, and 11 more are on the list.", "en")] == ["over", "exact"]


def test_signing_is_not_about() -> None:
    assert [(q.value, q.qualifier) for q in find("大会签约5项，约12人到场。", "zh")] == [
        (5.0, "exact"),
        (12.0, "about"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A second science park opened, and a third call follows. A third of the firms left.", [2.0, 3.0, 1 / 3]),
        ("They won it for the fifth time, at the 5-th anniversary.", [5.0, 5.0]),
        ("There are 18 firms in the centre, eight in the west and three in the north.", [18.0, 8.0, 3.0]),
        ("The zone climbed 31 spots to 58th.", [31.0, 58.0]),
        ("Zero-carbon parks report in half-year steps.", []),
        ("Results come within 12 working days.", [12.0]),
        ("It began with a staff of two, and another two came.", [2.0, 2.0]),
    ],
)
def test_numbers_in_a_row_and_one_more(text: str, found: list[float]) -> None:
    assert [q.value for q in find(text, "en")] == pytest.approx(found)
