"""Places in running text: what is found, and which place it is."""

import pytest

from chronicle.extract import places


def codes(text: str, lang: str = "en", hint: str | None = None) -> list[str]:
    return [p.adcode or p.iso3166_2 or p.name for p in places.find(text, lang, hint)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A lab opened in Hangzhou, Zhejiang province.", ["330100", "330000"]),
        ("Jilin province will build ten parks.", ["220000"]),
        ("Officials from Shaanxi met officials from Shanxi.", ["610000", "140000"]),
        ("The firm moved from Beijing to Brazil.", ["110000", "BR"]),
    ],
)
def test_names_are_found_and_settled(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_chinese_names() -> None:
    assert codes("浙江省杭州市西湖区昨日发布计划。", "zh") == ["330000", "330100", "330106"]


def test_parents_run_outwards() -> None:
    assert [r.id for r in places.parents("330106")] == ["330100", "330000", "100000"]
