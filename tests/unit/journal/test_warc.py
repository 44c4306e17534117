"""WARC bytes: what the archive world's tools read, and blanks of equal length."""

import io

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.errors import JournalCorrupt
from chronicle.journal import warc
from chronicle.journal.entry import Content, Draft, EntryType
from tests.unit.journal.drafts import NOON


def draft(data: bytes, uri: str | None = "https://example.org/页?a=1%20", **content: object) -> Draft:
    private = {"page_uri": uri} if uri is not None else {}
    return Draft(EntryType.PAGE_CAPTURED, ("k",), NOON, private=private, content=Content(data, **content))  # type: ignore[arg-type]


def stored(data: bytes, uri: str | None = "https://example.org/") -> bytes:
    encoded, (_, member) = warc.encode([draft(data, uri)], NOON)
    return encoded[member.offset : member.offset + member.length]


def test_other_tools_read_it() -> None:
    data, members = warc.encode(
        [draft(b"<p>one</p>", media_type="text/html", charset="gbk"), draft(b"two", None, truncated=True)], NOON
    )
    assert [member.offset for member in members] == [0, members[0].length, members[0].length + members[1].length]
    records = []
    for record in ArchiveIterator(io.BytesIO(data), parse_http=False, strict_mode=True):
        assert record.record_type == WarcRecordType.warcinfo or record.verify_block_digest(consume=False)
        records.append((record.record_type, dict(record.headers), record.reader.read()))
    info, one, two = records
    assert info[0] == WarcRecordType.warcinfo
    assert b"WARC File Format 1.1" in info[2]
    assert one[1]["WARC-Target-URI"] == "https://example.org/%E9%A1%B5?a=1%20"
    assert one[1]["Content-Type"] == "text/html; charset=gbk"
    assert one[1]["WARC-Date"] == "2021-03-04T12:00:00.000000Z"
    assert one[2] == b"<p>one</p>"
    assert two[1]["WARC-Truncated"] == "length"
    assert two[1]["WARC-Target-URI"].startswith("urn:chronicle:")
    assert two[2] == b"two"


def test_a_header_cannot_be_smuggled_in() -> None:
    piece = warc.encode([draft(b"x", "https://a/\r\nX: 1", media_type="text/html\r\nContent-Length: 0")], NOON)[0]
    *_, record = ArchiveIterator(io.BytesIO(piece), parse_http=False)
    assert "X" not in dict(record.headers)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=3000), st.text(max_size=30))
def test_content_survives(data: bytes, uri: str) -> None:
    assert warc.content_of(stored(data, uri), "here") == data


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300), st.sampled_from([None, "", "a", "https://example.org/" + "x" * 500]))
def test_every_record_can_be_blanked_at_equal_length(data: bytes, uri: str | None) -> None:
    encoded, members = warc.encode([draft(data, uri), draft(b"next")], NOON)
    erased = members[1]
    blank = warc.blank(draft(b"").entry_id, NOON, erased.length)
    assert len(blank) == erased.length
    patched = encoded[: erased.offset] + blank + encoded[erased.offset + erased.length :]
    kinds = [(r.record_type, r.reader.read()) for r in ArchiveIterator(io.BytesIO(patched), parse_http=False)]
    assert kinds[1:] == [(WarcRecordType.metadata, b""), (WarcRecordType.resource, b"next")]


@pytest.mark.parametrize("cut", [1, 5, 12, 100])
def test_a_cut_member_is_no_shorter_record(cut: int) -> None:
    with pytest.raises(JournalCorrupt, match="here"):
        warc.content_of(stored(b"<p>some text</p>" * 20)[:-cut], "here")


def test_a_blank_that_does_not_fit_is_an_error() -> None:
    with pytest.raises(JournalCorrupt, match="too short"):
        warc.blank("0" * 32, NOON, 20)
