"""Zones and towns that take part in agreements and joint works."""

import pytest

from chronicle.clean.article import Article
from chronicle.extract import extract


def parties(text: str, lang: str) -> set[str]:
    article = Article(
        text=text, title=None, published="2023-05-20", published_kind="published", author=None, source=None, lang=lang,
        url="https://news.example/1",
    )  # fmt: skip
    return {actor.name for mention in extract(article) for actor in mention.actors}


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("zh", "5月8日，贵阳高新区与黔中工业大学签订共建大学科技园协议，首期投资2亿元。", "贵阳高新区"),
        ("zh", "5月8日，宜春市清湖乡与武汉东湖高新区签订共建科技创新飞地和实验室协议，首期投资1800万元。", "清湖乡"),
        (
            "en",
            "A research park that Songhua University builds together with the Changchun High-tech Zone was approved.",
            "Changchun High-tech Zone",
        ),
        (
            "en",
            "On May 8, Haiyun Blade and the Zhanjiang Port industrial zone signed a pact on a technology laboratory.",
            "Zhanjiang Port industrial zone",
        ),
    ],
)
def test_a_zone_that_signs_or_builds_is_an_actor(lang: str, text: str, name: str) -> None:
    assert name in parties(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("zh", "5月8日，黔中工业大学与中科药业在贵阳高新区签订协议，投资2亿元。", "贵阳高新区"),
        (
            "en",
            "On May 8, two firms signed a contract of 30 million yuan in the Changchun High-tech Zone.",
            "Changchun High-tech Zone",
        ),
    ],
)
def test_a_zone_where_others_sign_is_a_place(lang: str, text: str, name: str) -> None:
    assert name not in parties(text, lang)
