"""Numbers aimed at, and by when; sizes, costs, grants and ceilings are none."""

import pytest

from chronicle.clean.article import Article
from chronicle.extract import extract


def targets(text: str, lang: str = "en") -> list[tuple[float, str | None]]:
    article = Article(text, "Innovation and technology news", "2021-06-16", lang=lang)
    return [
        (row.quantity.value, row.deadline)
        for mention in extract(article)
        for row in mention.quantities
        if row.is_target
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By 2025 the zone wants to have 150 chip companies.", [(150, "2025")]),
        ("The city plans to build over 10 innovation complexes this year.", [(10, "2021")]),
        ("Within five years the academy wants to train 900 engineers.", [(900, "2026")]),
        ("The laboratory will cover 186,000 square meters and cost 4.2 billion yuan.", []),
        ("Firms can receive a subsidy of up to 3 million yuan for a new laboratory.", []),
        ("The city signed 25 technology projects last year.", []),
        ("By 2027 the region aims to raise its technology exports to 5 billion euros.", [(5e9, "2027")]),
        ("The zone wants to create 2,600 jobs in its new laboratories.", [(2600, None)]),
        ("The city will arrange 60 million yuan to support joint laboratories.", []),
        ("The state will cover 4 million euros of the cost of the laboratory.", []),
        ("The incubator will be built in three stages and cost 160 million yuan.", []),
        ("The city will rent 5,000 flats to young researchers from July.", []),
        (
            "The bank had lent 30 million euros against patents, and this year it expects to close 35 more loans.",
            [(35, "2021")],
        ),
        (
            "The technology park hopes for up to 280 million euros from firms over the next five years.",
            [(2.8e8, "2026")],
        ),
        ("The Catapult laboratory has a staff of 19 at present and wants to take on 80 more by 2024.", [(80, "2024")]),
        ("The research centre will be run by the four councils.", []),
        ("The city plans to attract 10 chip companies with more than 50 employees by 2024.", [(10, "2024")]),
        ("In three years the institute will gather 5 research teams in plastics.", [(5, "2024")]),
        (
            "To 2025 installed solar capacity reachs 500 thousand kilowatt, to 2030 reachs 2 million kilowatt.",
            [(5e5, "2025"), (2e6, "2030")],
        ),
        (
            "It earmarked 60 million euros for technology until 2027 and hopes to have backed 100 companies by then.",
            [(100, "2027")],
        ),
        ("The new laboratory, 18 km east of the city, will open by 2024.", []),
        ("The second phase of the science park, measuring 30,000 square meters, will open by March 2023.", []),
        ("By the end of May, the science park had attracted 1,926 researchers, 412 of whom came last year.", []),
        ("The company said it would invest 180 million yuan in the technology park in the coming four years.", []),
        ("The ministry granted 14 million euros to six research groups.", []),
        ("The city has 640 technology firms and wants 1,000 in three years' time.", [(1000, "2024")]),
        ("From 2021 to 2025 the city will set up 8 technology laboratories.", [(8, "2025")]),
        ("From 2023 on, 150 technology engineers a year are to be trained.", [(150, None)]),
        ("The laboratory has 40 staff and will grow to 120 by 2025.", [(120, "2025")]),
        ("The technology zone houses 1,200 firms now, and 1,500 are planned for 2025.", [(1500, "2025")]),
        ("When fully operational, the chip plant will employ 800 people.", [(800, None)]),
        ("The city will train 5,000 technicians a year.", [(5000, None)]),
        (
            "High-tech output of the province will account for 45 percent of industrial output in 2025.",
            [(45, "2025")],
        ),
        ("The ministry wants R&D spending to rise to 3 percent by 2030 from 2.1 percent today.", [(3, "2030")]),
        (
            "The chip project is estimated to create 450 jobs and sales of 2.5 billion yuan.",
            [(450, None), (2.5e9, None)],
        ),
        (
            (
                "This year the zone aims to have 2,900 high-tech enterprises, up from 2,610, and to start work on a"
                " 7-billion-yuan technology town."
            ),
            [(2900, "2021")],
        ),
        (
            "Its target for 2025 is 40 laboratories and no less than 900 high-tech enterprises.",
            [(40, "2025"), (900, "2025")],
        ),
        (
            (
                "The output of the hydrogen industry is put at 20 billion yuan ($3 billion) for 2025 and at"
                " 150 billion yuan for 2035."
            ),
            [(2e10, "2025"), (1.5e11, "2035")],
        ),
        (
            (
                "The first stage of the hydrogen technology plan ends in 2025. By that time 12 stations should be at"
                " work and 600 trucks on the roads."
            ),
            [(12, "2025"), (600, "2025")],
        ),
        (
            (
                "The conference learned that the technology bureau has fixed three key points for 2021:\n"
                "1. In the chip park newly settle 14 enterprises, output value reach RMB 9 billion.\n"
                "2. To construct 5 incubation centers with the area of 8,000 square meters, firms exceed 160.\n"
                "3. Patent applications of the city break through 1,200 pieces, increase by 17%."
            ),
            [(14, "2021"), (9e9, "2021"), (5, "2021"), (160, "2021"), (1200, "2021"), (17, "2021")],
        ),
        (
            "After all firms of the technology park reach production, annual output can exceed 4 billion yuan.",
            [(4e9, None)],
        ),
        (
            "The chip factory after put into production in August can newly increase output value 400 million yuan.",
            [(4e8, None)],
        ),
        (
            (
                "Next step, the technology park will hold no less than 9 investment meetings, and by 2023 introduce"
                " French enterprises 50."
            ),
            [(9, None), (50, "2023")],
        ),
        ("R&D spending is to reach 1.4% of output in 2024 and 1.9% by 2027.", [(1.4, "2024"), (1.9, "2027")]),
        ("The technology plan is to mobilise about 1.2 billion euros between 2022 and 2027.", [(1.2e9, "2027")]),
        ("The number of start-ups in the region is due to go from 610 to 900 by 2026.", [(900, "2026")]),
        ("The high-tech zone wants to triple the number of its chip firms, now 46, by 2026.", [(3, "2026")]),
    ],
)
def test_targets(text: str, expected: list[tuple[float, str | None]]) -> None:
    assert targets(text) == expected


def test_a_deadline_goes_on_in_the_paragraph() -> None:
    text = "By 2025 the zone wants to have 150 chip companies. It reckons with more than 60 listed firms too."
    assert targets(text) == [(150, "2025"), (60, "2025")]


def test_chinese_money_given_is_no_target() -> None:
    assert targets("今年将安排财政资金10亿元，支持100项以上科技成果转化项目。", "zh") == [(100, "2021")]


def test_chinese_target() -> None:
    assert targets("到2025年，全市力争高新技术企业突破3000家。", "zh") == [(3000, "2025")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("研究院计划用五年时间，引进高端人才80名以上，孵化科技企业10家以上。", [(80, "2026"), (10, "2026")]),
        ("到“十四五”末，全省省级高新区要达到15家，技术合同成交额突破3000亿元。", [(15, "2025"), (3e11, "2025")]),
        ("园区目前已有科技企业120家，孵化面积3万平方米。", []),
        ("今年，全市力争新增高新技术企业60家。", [(60, "2021")]),
    ],
)
def test_chinese_targets(text: str, expected: list[tuple[float, str | None]]) -> None:
    assert targets(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("目前全市有科技企业孵化器45家，到2026年将增至80家。", [(80, "2026")]),
        (
            "力争到2025年，科技园区企业总数由目前的320家增加到500家，产值从150亿元提高到300亿元。",
            [(500, "2025"), (3e10, "2025")],
        ),
        ("芯片项目计划2022年6月投产，达产后年产芯片5亿颗，可实现产值30亿元。", [(3e9, None)]),
        ("科技基金首期规模10亿元，计划三年内扩大到50亿元。", [(5e9, "2024")]),
        ("总投资30亿元的芯片项目预计2022年底投产，年产值可达45亿元。", [(4.5e9, None)]),
        ("力争用3年左右时间，建成科技创新平台5个。", [(5, "2024")]),
        ("全年力争实现技术合同登记额增长20%。", [(20, "2021")]),
        ("到2025年全市科技孵化面积达到30万平方米。", [(3e5, "2025")]),
    ],
)
def test_chinese_levels_and_effects(text: str, expected: list[tuple[float, str | None]]) -> None:
    assert targets(text, "zh") == expected
