"""WARC files of others in the inbox: pages keep their address, and damage is named."""

import gzip
from pathlib import Path

import pytest

from chronicle.capture import address, inbox
from chronicle.journal.entry import Draft, EntryType
from chronicle.journal.journal import Journal
from chronicle.storage import Storage

PAGE = "<html><p>创新园区开园。</p></html>".encode("gbk")
CHUNKED = b"5\r\n" + PAGE[:5] + b"\r\n" + b"%x\r\n" % len(PAGE[5:]) + PAGE[5:] + b"\r\n0\r\n\r\n"


def response(content: bytes, *headers: str, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *headers]).encode() + b"\r\n\r\n" + content


def record(
    block: bytes, uri: str, kind: str = "response", date: str = "2020-01-02T03:04:05Z", length: int = 0
) -> bytes:
    content_type = "application/http; msgtype=response" if kind in ("response", "request") else "text/html; charset=gbk"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: {date}\r\n"
        f"Content-Type: {content_type}\r\n"
        "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        f"Content-Length: {length or len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


HTML = "Content-Type: text/html; charset=gbk"


def read(tmp_path: Path, *records: bytes, packed: bool = True) -> list[Draft]:
    name = "crawl.warc.gz" if packed else "crawl.warc"
    (tmp_path / name).write_bytes(b"".join(gzip.compress(r) if packed else r for r in records))
    return list(inbox.read([tmp_path / name]))


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize(
    "block",
    [
        response(PAGE, HTML),
        response(gzip.compress(PAGE), HTML, "Content-Encoding: gzip"),
        response(CHUNKED, HTML, "Transfer-Encoding: chunked"),
        response(PAGE, HTML, "Transfer-Encoding: chunked"),
    ],
)
def test_a_response_is_the_page_at_its_address(tmp_path: Path, block: bytes, packed: bool) -> None:
    (draft,) = read(tmp_path, record(block, "HTTP://Example.org:80/a#top"), packed=packed)
    assert draft.type is EntryType.PAGE_INGESTED
    assert draft.private["page_uri"] == "http://example.org/a"
    assert draft.page_id == address.page_id("http://example.org/a")
    assert draft.data["archived_at"] == "2020-01-02T03:04:05Z"
    assert draft.content is not None
    assert (draft.content.data, draft.content.media_type, draft.content.charset) == (PAGE, "text/html", "gbk")


def test_what_a_reader_would_not_have_seen_is_passed_over(tmp_path: Path) -> None:
    drafts = read(
        tmp_path,
        record(b"GET / HTTP/1.1\r\n\r\n", "http://a.org/", "request"),
        record(response(b"gone", HTML, status="404 Not Found"), "http://a.org/404"),
        record(response(b"", "Location: /", status="302 Found"), "http://a.org/302"),
        record(response(b"\x89PNG", "Content-Type: image/png"), "http://a.org/i.png"),
        record(response(b"a{}", "Content-Type: text/css"), "http://a.org/s.css"),
        record(b"1.2.3.4", "dns:a.org", "resource"),
        record(PAGE, "http://a.org/resource", "resource"),
    )
    assert [draft.private["page_uri"] for draft in drafts] == ["http://a.org/resource"]


def test_bad_members_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<p>" + b" " * 50_000_000, 1)
    drafts = read(
        tmp_path,
        record(response(bomb, HTML, "Content-Encoding: gzip"), "http://a.org/bomb"),
        record(response(b"??", HTML, "Content-Encoding: br"), "http://a.org/br"),
        record(response(b"\x00\x01\x02" * 99, HTML), "http://a.org/binary"),
        record(response(gzip.compress(PAGE)[:-9], HTML, "Content-Encoding: gzip"), "http://a.org/short"),
        record(response(PAGE, HTML), "http://a.org/good"),
        record(response(PAGE, HTML), "http://a.org/cut", length=99_999),
    )
    assert [draft.private.get("reason") for draft in drafts] == [
        "http://a.org/bomb is larger than 20 MB.",
        "http://a.org/br is compressed as 'br', which cannot be read; only gzip and deflate can.",
        "http://a.org/binary is binary data, not text.",
        "http://a.org/short is cut short: the compressed data has no end.",
        None,
        "http://a.org/cut is cut short: the record ends early.",
    ]


def test_a_page_that_came_back_is_three_looks(tmp_path: Path) -> None:
    looks = [(b"<p>one</p>", "2020"), (b"<p>two</p>", "2021"), (b"<p>one</p>", "2022")]
    drafts = read(
        tmp_path,
        *(record(response(d, HTML), "http://a.org/", date=f"{y}-01-01T00:00:00Z") for d, y in looks),
    )
    journal = Journal(Storage.at(tmp_path / "raw"))
    assert len(journal.commit(drafts).entries) == 3
    assert journal.commit(drafts).entries == ()


def test_our_own_bodies_can_be_dropped_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "页.html").write_bytes(PAGE)
    journal = Journal(Storage.at(tmp_path / "raw"))
    journal.commit(inbox.read([tmp_path / "in"]))
    (tmp_path / "out.warc.gz").write_bytes(journal.storage.read(journal.storage.list("bodies")[0]))
    (draft,) = inbox.read([tmp_path / "out.warc.gz"])
    assert draft.content is not None
    assert draft.content.data == PAGE
    assert draft.page_id == journal.entry(1).page_id


def test_a_file_without_pages_is_named(tmp_path: Path) -> None:
    nothing = read(tmp_path, record(response(b"", "Location: /", status="302 Found"), "http://a.org/302"))
    assert [draft.private["reason"] for draft in nothing] == ["crawl.warc.gz is an archive that holds no page."]
    (tmp_path / "x.warc.gz").write_bytes(gzip.compress(b"WARC/1.0\r\nnonsense" * 9))
    assert [draft.type for draft in inbox.read([tmp_path / "x.warc.gz"])] == [EntryType.INGEST_REJECTED]


def test_a_file_cut_anywhere_gives_whole_pages_or_says_so(tmp_path: Path) -> None:
    members = [gzip.compress(record(response(PAGE, HTML), f"http://a.org/{number}")) for number in range(2)]
    whole, boundary = b"".join(members), len(members[0])
    for cut in range(1, len(whole)):
        (tmp_path / "cut.warc.gz").write_bytes(whole[:cut])
        drafts = list(inbox.read([tmp_path / "cut.warc.gz"]))
        assert cut == boundary or drafts[-1].type is EntryType.INGEST_REJECTED
        for draft in drafts:
            assert draft.content is None or draft.content.data == PAGE
