"""The language of a text."""

import py3langid
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


PROSE = {
    "en": "The mayor said on Monday that the old harbour will be rebuilt by the end of the year, and that all of the "
    "firms which have their offices there can stay.",
    "es": "La alcaldesa dijo el lunes que el viejo puerto estará listo para finales de año y que todas las empresas "
    "que tienen sus oficinas en el muelle pueden quedarse, pero no sin pagar más.",
    "fr": "La maire a dit lundi que le vieux port sera reconstruit avant la fin de l’année et que toutes les "
    "entreprises qui ont leurs bureaux sur le quai pourront y rester, mais pas sans payer plus.",
    "de": "Die Bürgermeisterin sagte am Montag, dass der alte Hafen bis zum Ende des Jahres neu gebaut wird und dass "
    "alle Firmen, die dort ihre Büros haben, auch bleiben können.",
    "it": "La sindaca ha detto lunedì che il vecchio porto sarà ricostruito entro la fine dell’anno e che tutte le "
    "aziende che hanno i loro uffici nella zona possono restare, ma non senza pagare di più.",
    "pt": "A prefeita disse na segunda-feira que o velho porto será reconstruído até o fim do ano e que as empresas "
    "que têm seus escritórios no cais também podem ficar, mas não sem pagar mais pelo uso.",
    "nl": "De burgemeester zei maandag dat de oude haven voor het einde van het jaar wordt herbouwd en dat alle "
    "bedrijven die er hun kantoor hebben ook kunnen blijven, maar niet zonder meer te betalen.",
    "ru": "Мэр сказала в понедельник, что старый порт будет перестроен до конца года и что все фирмы, которые имеют "
    "там свои конторы, также могут остаться, но не так дёшево, как было.",
}


@pytest.mark.parametrize(("language", "text"), PROSE.items())
def test_common_words_tell_prose_without_the_model(language: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert py3langid.classify(text)[0] == language
    monkeypatch.setattr(py3langid, "classify", _unexpected)
    assert identify(text) == language


def _unexpected(text: str) -> tuple[str, float]:
    raise AssertionError(f"the model was asked about {text!r}")


ALIKE = {
    "ca": "L’alcaldessa va dir dilluns que el vell port estarà llest abans de final d’any i que totes les empreses que "
    "tenen les seves oficines al moll poden quedar-se, però no sense pagar més.",
    "gl": "A alcaldesa dixo o luns que o vello porto estará listo antes de final de ano e que todas as empresas que "
    "teñen as súas oficinas no peirao poden quedar, pero non sen pagar máis.",
    "af": "Die burgemeester het Maandag gesê dat die ou hawe voor die einde van die jaar herbou sal word en dat al die "
    "firmas wat hulle kantore daar het, kan bly, maar nie sonder om meer te betaal nie.",
    "da": "Borgmesteren sagde mandag, at den gamle havn bliver bygget om inden årets udgang, og at alle de firmaer, "
    "der har deres kontorer på kajen, kan blive, men ikke uden at betale mere.",
    "ro": "Primărița a spus luni că vechiul port va fi refăcut până la sfârșitul anului și că toate firmele care au "
    "birouri pe chei pot să rămână, dar nu fără să plătească mai mult.",
    "uk": "Мерка сказала в понеділок, що старий порт буде перебудовано до кінця року і що всі фірми, які мають там "
    "свої контори, також можуть залишитися, але не так дешево, як було.",
}


@pytest.mark.parametrize(("language", "text"), ALIKE.items())
def test_languages_that_look_like_others_are_not_taken_for_them(language: str, text: str) -> None:
    assert identify(text) == language


def test_a_table_of_names_is_told_by_the_few_words_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(py3langid, "classify", _unexpected)
    rows = "\n".join(f"Valve {n} | Steel, grade {n} | Weight {n} kg | Colour grey | Shipping unit" for n in range(20))
    notes = "For the use with water\nNot for gas\nBy the order and with this form\nYou can have it if they have it"
    assert identify(f"{rows}\n{notes}") == "en"


def test_a_list_of_translations_does_not_change_the_language() -> None:
    pages = (
        "Guides 2019. These are old; go to Guides 2021 for new ones. Setup: Windows, macOS, Linux, Docker, Kubernetes. "
        "Builds, tests, releases, roadmap, sponsors, forum, brand assets, press kit, jobs. "
    )
    translation = "Bahasa Indonesia: yang dan di ini itu dengan untuk dari pada tidak dalam akan adalah oleh. "
    assert identify(translation * 12) == "id"
    assert identify(pages * 3 + translation * 12) == "en"


def test_greek_and_thai_have_scripts_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(py3langid, "classify", _unexpected)
    assert identify("Ο δήμος ανακοίνωσε ότι το νέο κέντρο έρευνας μπαταριών θα ανοίξει την άνοιξη.") == "el"
    assert identify("เมืองประกาศว่าศูนย์วิจัยแบตเตอรี่แห่งใหม่จะเปิดในฤดูใบไม้ผลิ") == "th"
