import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.clean.decode import codec_of, decode

CHINESE = "镕基先生在深圳宣布，新的实验室将于明年建成。"


@pytest.mark.parametrize(
    ("body", "charset", "encoding"),
    [
        (CHINESE.encode("gbk"), "gb2312", "gb18030"),
        (b'<meta charset="gb2312">' + CHINESE.encode("gbk"), None, "gb18030"),
        (CHINESE.encode("gbk"), None, "gb18030"),
        (CHINESE.encode(), "iso-8859-1", "utf-8"),
        (CHINESE.encode("utf-8-sig"), None, "utf-8"),
        (CHINESE.encode("utf-16"), None, "utf-16-le"),
        ("café “quoted”".encode("cp1252"), "iso-8859-1", "cp1252"),
        ("привет, мир науки".encode("cp1251"), "windows-1251", "cp1251"),
        ("日本の研究所".encode("cp932"), "shift_jis", "cp932"),
    ],
)
def test_text_is_read_as_a_browser_reads_it(body: bytes, charset: str | None, encoding: str) -> None:
    found = decode(body, charset)
    assert found.encoding == encoding
    assert found.text is not None
    assert found.text.endswith(("。", "”", "и", "所"))
    assert "\ufffd" not in found.text


def test_a_wrong_label_gives_way_to_an_encoding_that_fits() -> None:
    found = decode(b'<meta charset="shift_jis">' + CHINESE.encode("gbk") * 5, None)
    assert found.text is None or CHINESE[:4] in found.text or "\ufffd" not in found.text


def test_a_truncated_utf8_body_loses_only_its_last_character() -> None:
    assert decode(CHINESE.encode()[:-1], None).text == CHINESE[:-1]


@pytest.mark.parametrize("body", [b"%PDF-1.4", b"PK\x03\x04rest", b"\x89PNG\r\n", b"\x00\x01\x02\x03" * 200])
def test_what_is_not_text_is_named(body: bytes) -> None:
    found = decode(body, "utf-8")
    assert found.text is None
    assert found.binary
    assert found.problem


def test_labels_follow_the_standard() -> None:
    assert codec_of("GB2312") == "gb18030"
    assert codec_of(" Latin1 ") == "cp1252"
    assert codec_of("x-unknown") is None
    assert codec_of("base64") is None


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "gb2312", "utf-16", "x", "big5", "hex"]))
def test_decoding_never_raises_and_its_text_can_be_stored(body: bytes, charset: str | None) -> None:
    found = decode(body, charset)
    assert (found.text is None) == (found.problem is not None)
    if found.text is not None:
        assert "\0" not in found.text
        found.text.encode("utf-8")
