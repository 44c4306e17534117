"""Bylines, credits and site names in the forms that sites use (``lines.toml``), each put into a page of its kind."""

import tomllib
from pathlib import Path

import pytest

from chronicle.clean.metadata import read
from chronicle.clean.reading import read_page

CASES = tomllib.loads((Path(__file__).parent / "lines.toml").read_text(encoding="utf-8"))
HEADLINES = {
    "en": "Fjord firms test hydrogen ferry in winter ice",
    "dump": "Fjord enterprises tested the hydrogen ferry inside ice of winter",
    "zh": "峡湾企业冬季试航氢能渡轮",
}
TEXTS = {
    "en": (
        "Fjord firms put a hydrogen ferry into service on Tuesday, said the managers of the yard, in wind and ice.",
        "Nine firms rent space in the yard. They employ 640 people, and the number may double within three years.",
        "The ferry cost 310 million kroner, of which the county paid a fifth. A second hull is to follow next spring.",
    ),
    "dump": (
        "Recently, the reporter learned that the hydrogen ferry of the Fjord enterprises formally put into operation.",
        "It is understood that the ferry total investment 310 million yuan, newly increase employment of 640 people.",
        "The person in charge said, next step will strive for the early landing of the laboratory of ice of winter.",
    ),
    "zh": (
        "峡湾企业的氢能渡轮日前正式投入使用，这是该市今年建成的第三个重点工业项目，总投资3.1亿元，历时十四个月建成。",
        "目前已有九家企业入驻，带动就业640人。负责人表示，预计三年内就业人数将翻一番，产业链配套能力也将进一步增强。",
        "下一步，该市将建设冰区航行实验室，并与市职业技术学院共建实训基地，为企业输送更多技术工人。",
    ),
}
MENUS = {"en": "Home News Investment Living Contact", "zh": "首页 新闻中心 政务公开 招商引资 互动交流"}


def page(case: dict[str, str]) -> tuple[str, str]:
    """The page and its media type."""
    kind = case["kind"]
    first, *middle, last = TEXTS[kind]
    texts = [case.get("first", "") + first, *middle, last + case.get("last", "")]
    line, tail = (case.get(field, "").replace("HEADLINE", HEADLINES[kind]) for field in ("line", "tail"))
    if kind == "dump":
        return "\n\n".join((line, *texts, tail)) + "\n", "text/plain"
    title_tag = case.get("title_tag", "HEADLINE").replace("HEADLINE", HEADLINES[kind])
    menu = "".join(f"<a href='/{n}'>{word}</a> " for n, word in enumerate(MENUS[kind].split()))
    body = "".join(f"<p>{text}</p>" for text in texts).replace("</p>", "</p>" + case.get("middle", ""), 1)
    return (
        f"<html{case.get('html', '')}><head><title>{title_tag}</title>{case.get('head', '')}</head>"
        f"<body>{case.get('above', '')}"
        f"<div class='nav'>{menu}</div><h1>{HEADLINES[kind]}</h1><div>{line}</div>{body}{tail}</body></html>"
    ), "text/html"


@pytest.mark.parametrize("name", CASES)
def test_what_stands_around_the_text_is_read(name: str) -> None:
    case = CASES[name]
    found = read(read_page(*page(case), None, None).page)
    assert found.title == HEADLINES[case["kind"]]
    for field in ("published", "author", "source"):
        assert getattr(found, field) == case.get(field), field
