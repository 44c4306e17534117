"""Text or not: real text in any common encoding passes, noise does not."""

import random

import pytest

from chronicle.capture import sniff

CHINESE = "温州市人民政府办公室印发《众创空间行动计划》,到2022年建成10个以上。"


@pytest.mark.parametrize(
    "data",
    [
        CHINESE.encode(),
        CHINESE.encode("gb18030"),
        CHINESE.encode("utf-16"),
        CHINESE.encode("utf-16-be") + "<html lang=en>".encode("utf-16-be") * 9,
        "創新產業園區今天開幕。".encode("big5"),
        "東京のイノベーションセンターが開所した。".encode("cp932"),
        "혁신도시에 연구소가 문을 열었다.".encode("cp949"),
        "Schöne Grüße aus Köln: ein neues Forschungszentrum".encode("cp1252"),
        b'<meta charset="windows-1251">' + "Новый технопарк".encode("cp1251"),
        CHINESE.encode() * 9 + b"\xe6\x96" + CHINESE.encode() * 9,
        CHINESE.encode("gb18030")[:-1],
        b"plain",
    ],
)
def test_text(data: bytes) -> None:
    assert sniff.problem(data) is None


def test_a_declared_charset_is_believed() -> None:
    russian = "Новый технопарк открылся".encode("cp1251") * 9
    assert sniff.problem(russian) == ("undecodable", "is written in no encoding that can be recognised")
    assert sniff.problem(russian, "windows-1251") is None
    assert sniff.problem(russian, "no-such-charset") is not None
    assert sniff.problem(russian, "hex") is not None


@pytest.mark.parametrize("seed", range(5))
def test_noise(seed: int) -> None:
    noise = random.Random(seed)  # noqa: S311 - test data
    anything = bytes(noise.randrange(256) for _ in range(2000))
    high = bytes(noise.randrange(128, 256) for _ in range(2000))
    assert sniff.problem(anything) == ("binary", "is binary data, not text")
    assert (sniff.problem(high) or ("",))[0] == "undecodable"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\0\0\0\0\0\0\0\0\0\0\0"])
def test_nothing(data: bytes) -> None:
    assert sniff.problem(data) == ("empty", "is empty")


def test_media_types() -> None:
    assert sniff.media_type("a.txt", b"plain words") == "text/plain"
    assert sniff.media_type("a.txt", b"  <!DOCTYPE html><p>x") == "text/html"
    assert sniff.media_type("a.HTM", b"<p>x") == "text/html"
    assert sniff.media_type("a", b"<!-- saved --><html>") == "text/html"
    assert sniff.media_type("a", b"words") == "text/plain"
    assert sniff.media_type("a.xhtml", b"<?xml version='1.0'?><html/>") == "application/xhtml+xml"
