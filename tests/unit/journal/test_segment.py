"""Sealed segments: what goes in comes out, and no byte can change unseen."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.errors import JournalCorrupt
from chronicle.journal import segment
from chronicle.journal.warc import Member
from tests.unit.journal.drafts import NOON


def encoded(count: int = 3) -> bytes:
    return segment.encode(
        first_seq=5, recorded_at=NOON, previous="p", batch="b", private="journal/x", warc="bodies/y",
        members=[Member(0, 9, "s")], entries=[{"seq": 5 + place, "text": "a\u2028b\r\n"} for place in range(count)],
    )  # fmt: skip


def test_round_trip() -> None:
    found = segment.decode(encoded(), segment.name(5))
    assert (found.first_seq, found.last_seq, found.recorded_at, found.previous) == (5, 7, NOON, "p")
    assert (found.private, found.warc, found.members) == ("journal/x", "bodies/y", (Member(0, 9, "s"),))
    assert found.entries[0]["text"] == "a\u2028b\r\n"


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_a_changed_byte_is_seen(data: st.DataObject) -> None:
    whole = bytearray(encoded())
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(JournalCorrupt, match="0000000000000005"):
        segment.decode(bytes(whole), segment.name(5))


@pytest.mark.parametrize("damage", [lambda b: b[:-1], lambda b: b[:0], lambda b: b + b"\n", lambda b: b[:200]])
def test_a_cut_or_longer_file_is_seen(damage) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(JournalCorrupt):
        segment.decode(damage(encoded()), segment.name(5))


def test_a_segment_under_another_name_is_seen() -> None:
    with pytest.raises(JournalCorrupt, match="misplaced"):
        segment.decode(encoded(), segment.name(6))


def test_names() -> None:
    assert segment.name(1) == "journal/0000000000000001.jsonl"
    assert segment.first_seq_of(segment.name(77)) == 77
    assert segment.first_seq_of("journal/0000000000000001-ab.private.jsonl") is None
