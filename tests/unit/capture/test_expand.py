"""Expanding compressed bodies, within a limit."""

import gzip
import random
import tracemalloc
import zlib

import pytest

from chronicle.capture.expand import TooLarge, expanded
from chronicle.errors import BadInput

TEXT = b"The park opened. " * 5000


def chunks(data: bytes, size: int = 1000) -> list[bytes]:
    return [data[start : start + size] for start in range(0, len(data), size)]


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        (None, TEXT),
        ("identity", TEXT),
        ("gzip", gzip.compress(TEXT)),
        (" X-GZip ", gzip.compress(TEXT[:99]) + gzip.compress(TEXT[99:])),
        ("gzip", gzip.compress(TEXT) + b"\r\n"),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", zlib.compress(TEXT)[2:-4]),
    ],
)
@pytest.mark.parametrize("size", [1, 700, 10**9])
def test_known_encodings(encoding: str | None, packed: bytes, size: int) -> None:
    assert expanded(chunks(packed, size), encoding, len(TEXT)) == TEXT


def test_the_limit_is_on_what_comes_out() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    tracemalloc.start()
    with pytest.raises(TooLarge, match="larger than 2 MB"):
        expanded([bomb], "gzip", 2_000_000)
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("encoding", "data", "words"),
    [
        ("br", b"??", "only gzip and deflate"),
        ("gzip", gzip.compress(TEXT)[:-9], "cut short"),
        ("gzip", b"no gzip at all", "compressed wrongly"),
        ("deflate", random.Random(1).randbytes(99), "compressed wrongly"),  # noqa: S311 - test data
    ],
)
def test_what_cannot_be_expanded(encoding: str, data: bytes, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        expanded([data], encoding, len(TEXT))


def test_an_empty_body() -> None:
    assert expanded([], "gzip", 10) == b""
