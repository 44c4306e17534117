"""The language of a text."""

import pytest

from chronicle.clean.metadata.language import identify

TEXTS = {
    "en": "The city said that the new centre for battery research will open in spring and that firms are to move in.",
    "zh": "据介绍，该市今年将安排专项资金两亿元，用于支持重点实验室和中试基地建设。",
    "de": "Die Stadt teilte mit, dass das neue Zentrum für Batterieforschung im Frühjahr eröffnet wird.",
    "fr": "La ville a annoncé que le nouveau centre de recherche sur les batteries ouvrira au printemps.",
    "ja": "市は、電池研究のための新しいセンターが春に開設されると発表しました。",
    "ko": "시는 배터리 연구를 위한 새로운 센터가 봄에 문을 열 것이라고 밝혔다.",
    "ru": "Город сообщил, что новый центр исследований аккумуляторов откроется весной, и сорок фирм переедут туда.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_tells_languages_whatever_is_declared(language: str, text: str) -> None:
    assert identify(text) == language
    assert identify(text, "fi") == language


def test_chinese_full_of_latin_names_is_chinese() -> None:
    assert identify("华为Mate60与iPhone15对比：Kirin 9000S芯片表现超出预期，用户反馈良好。") == "zh"


def test_short_texts_take_the_declared_language() -> None:
    assert identify("OK", "pt-BR") == "pt"
    assert identify("12 34", None) is None
    assert identify("创新", None) == "zh"
