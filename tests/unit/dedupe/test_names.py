import polars as pl

from chronicle.dedupe.names import GENERIC_STARTS, pieces


def parts(text: str) -> list[str]:
    return pieces(pl.DataFrame({"node": [0], "text": [text]}), "node")["piece"].to_list()


def test_a_latin_name_falls_into_the_beginnings_of_its_words() -> None:
    assert parts("Hanlin GROUP Holdings, a 3D firm") == ["firm", "group", "hanlin", "holdin"]


def test_a_chinese_name_falls_into_neighbouring_characters() -> None:
    assert sorted(parts("翰林集团")) == sorted(["翰林", "林集", "集团"])
    assert sorted(parts("翰林集 (Hanlin)")) == sorted(["翰林", "林集", "hanlin"])


def test_nothing_has_no_pieces() -> None:
    assert parts("") == parts("— 12 %") == []


def test_words_of_any_organisation_are_known_by_their_beginning() -> None:
    assert {"group", "compan", "univer"} <= set(GENERIC_STARTS)
    assert not set(parts("Hanlin Boreal")) & set(GENERIC_STARTS)
