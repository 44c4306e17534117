import gc
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.clean import clean
from chronicle.clean.article import Article, NotArticle, NotArticleReason
from tests.unit.clean.pages import PARAGRAPHS, article_page, dump, listing_page


def html(page: str | bytes) -> Article | NotArticle:
    body = page if isinstance(page, bytes) else page.encode("utf-8", "surrogatepass")
    return clean(body, media_type="text/html")


def reason(page: str | bytes) -> NotArticleReason | None:
    result = html(page)
    return result.reason if isinstance(result, NotArticle) else None


def test_an_article_is_its_paragraphs_and_nothing_else() -> None:
    result = html(article_page())
    assert isinstance(result, Article)
    assert result.text == "\n".join(PARAGRAPHS)


def test_a_text_dump_is_its_paragraphs_and_nothing_else() -> None:
    result = clean(dump().encode(), media_type="text/plain")
    assert isinstance(result, Article)
    assert result.text == "\n".join(PARAGRAPHS)


def test_gbk_under_the_name_of_gb2312_reads_as_written() -> None:
    sentences = tuple(
        f"镕基路{n}号的新实验室今天上午正式启用，将为全市的企业提供检测服务，首批共有五十家企业签约入驻。"
        for n in "一二三四"
    )
    page = article_page(sentences, "新实验室启用").replace("utf-8", "gb2312")
    result = html(page.encode("gbk"))
    assert isinstance(result, Article)
    assert result.text == "\n".join(sentences)


def test_the_same_page_gives_the_same_article_every_time() -> None:
    assert html(article_page()) == html(article_page())


def test_the_collector_is_left_as_it_was() -> None:
    html(article_page())
    assert gc.isenabled()
    gc.disable()
    try:
        html(article_page())
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_listings_error_pages_and_walls_are_no_article() -> None:
    assert reason(listing_page()) is NotArticleReason.LISTING
    error = (
        "<html><head><title>404 Not Found</title></head><body><h1>Page not found</h1><p>Start anew.</p></body></html>"
    )
    assert reason(error) is NotArticleReason.ERROR_PAGE
    wall = (
        "<html><body><h2>Before you continue</h2><p>We and our 88 partners use cookies and similar ways to store and "
        "read personal data on a device, for advertising and to measure our pages.</p><button>Accept all</button>"
        "</body></html>"
    )
    assert reason(wall) is NotArticleReason.WALL


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", NotArticleReason.EMPTY),
        (b"   \n\t ", NotArticleReason.EMPTY),
        (b"%PDF-1.7\n1 0 obj", NotArticleReason.NOT_TEXT),
        (b"PK\x03\x04\x14\x00", NotArticleReason.NOT_TEXT),
        (bytes(range(256)) * 20, NotArticleReason.NOT_TEXT),
        (b"<html><body></body></html>", NotArticleReason.EMPTY),
        (b"<div>" * 200_000 + b"deep", NotArticleReason.TOO_DEEP),
        (b"<p>a</p>" * 1_000_000, NotArticleReason.TOO_DEEP),
        (b"<!--" + b"<p>" * 30, NotArticleReason.EMPTY),
    ],
    ids=["nothing", "blanks", "pdf", "zip", "binary", "bare", "deep", "wide", "comment never closed"],
)
def test_bad_input_has_a_clear_outcome(body: bytes, expected: NotArticleReason) -> None:
    assert reason(body) is expected


def test_a_dump_of_a_million_lines_is_refused() -> None:
    result = clean(b"a b\n" * 1_000_000, media_type="text/plain")
    assert isinstance(result, NotArticle)
    assert result.reason is NotArticleReason.TOO_DEEP


def test_text_in_noscript_only_is_read() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    result = html(f"<html><body><noscript><div>{text}</div></noscript></body></html>")
    assert isinstance(result, Article)
    assert result.text == "\n".join(PARAGRAPHS)


def test_broken_markup_loses_no_text() -> None:
    page = article_page().replace("</p>", "").replace("</div>", "").replace("Fourteen", "&Fourteen &#xD800; &bogus;")
    result = html(page + "<!-- never closed")
    assert isinstance(result, Article)
    assert PARAGRAPHS[0] in result.text
    assert PARAGRAPHS[3] in result.text
    result.text.encode("utf-8")


def test_nul_bytes_and_lone_surrogates_do_not_reach_the_text() -> None:
    result = html(article_page().replace("Fourteen", "Four\0teen \ud800"))
    assert isinstance(result, Article)
    result.text.encode("utf-8")
    assert "\0" not in result.text


MEASURE = """
import resource, sys
from chronicle.clean import clean
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
piece, count = {piece!r}, {count}
clean(piece * 20, media_type="text/html")
body = piece * count
before = peak()
clean(body, media_type="text/html")
print((peak() - before) / len(body))
"""


@pytest.mark.parametrize(
    ("piece", "count"),
    [(f"<p>{' '.join(PARAGRAPHS * 60)}</p>".encode(), 1_950), (b"<p>a</p>", 1_000_000)],
    ids=["fifty megabytes", "a million siblings"],
)
def test_memory_of_the_process_stays_within_ten_times_the_page(piece: bytes, count: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MEASURE.format(piece=piece, count=count)], capture_output=True, text=True, check=True
    )
    assert float(done.stdout) <= 10


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=400), st.sampled_from(["text/html", "text/plain", "application/octet-stream", ""]))
def test_any_bytes_have_an_outcome(body: bytes, media_type: str) -> None:
    result = clean(body, media_type=media_type)
    if isinstance(result, Article):
        assert result.text.strip()
        result.text.encode("utf-8")
    else:
        assert result.detail


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_damaged_page_has_an_outcome(data: st.DataObject) -> None:
    page = article_page().encode()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(page)))
        end = data.draw(st.integers(start, min(len(page), start + 300)))
        page = page[:start] + data.draw(st.binary(max_size=12)) + page[end:]
    result = html(page)
    assert isinstance(result, Article | NotArticle)
    if isinstance(result, Article):
        assert "tracked" not in result.text
        result.text.encode("utf-8")
