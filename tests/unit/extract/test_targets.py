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
        ("The ministry granted 14 million euros to six research groups.", []),
    ],
)
def test_targets(text: str, expected: list[tuple[float, str | None]]) -> None:
    assert targets(text) == expected


def test_a_deadline_goes_on_in_the_paragraph() -> None:
    text = "By 2025 the zone wants to have 150 chip companies. It also counts on more than 60 listed technology firms."
    assert targets(text) == [(150, "2025"), (60, "2025")]


def test_chinese_money_given_is_no_target() -> None:
    assert targets("今年将安排财政资金10亿元，支持100项以上科技成果转化项目。", "zh") == [(100, "2021")]


def test_chinese_target() -> None:
    assert targets("到2025年，全市力争高新技术企业突破3000家。", "zh") == [(3000, "2025")]
