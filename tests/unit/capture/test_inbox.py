"""Dropped files: pages become drafts, everything else one sentence, and nothing stops the rest."""

import bz2
import gzip
import io
import lzma
import os
import random
import tarfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import pytest

from chronicle.capture import address, inbox
from chronicle.capture.archives import LARGEST_PAGE
from chronicle.capture.sources import parse
from chronicle.digest import sha256
from chronicle.journal.entry import Draft, EntryType
from chronicle.journal.journal import Journal
from chronicle.storage import Storage

NOW = datetime(2024, 5, 6, tzinfo=UTC)
PAGE = b"<html><p>The park opened.</p></html>"


def read(path: Path, **options: object) -> list[Draft]:
    """The drafts of a folder that is the inbox, or of one file."""
    given = {"root": path} if path.is_dir() else {}
    return list(inbox.read([path], clock=lambda: NOW, **(given | options)))  # type: ignore[arg-type]


def uris(drafts: list[Draft]) -> list[str]:
    return [draft.private["page_uri"] for draft in drafts]


def reasons(drafts: list[Draft]) -> list[str]:
    return [draft.private["reason"] for draft in drafts if draft.type is EntryType.INGEST_REJECTED]


def test_a_folder_stands_for_its_files(tmp_path: Path) -> None:
    for name in ("b.html", "a/2.txt", "a/1.txt", ".hidden", "a/.git/x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(PAGE + name.encode())
    drafts = read(tmp_path)
    assert uris(drafts) == ["inbox:./b.html", "inbox:a/1.txt", "inbox:a/2.txt"]
    first = drafts[0]
    assert first.content is not None
    assert (first.content.data, first.content.media_type) == (PAGE + b"b.html", "text/html")
    assert first.page_id == address.file_page_id(sha256(PAGE + b"b.html"))
    assert first.data == {"source": None, "language": None, "timezone": None, "archived_at": None}
    assert first.occurred_at == NOW


def test_names_are_below_the_root_where_one_is_given(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.txt").write_bytes(b"text")
    assert uris(read(tmp_path / "a" / "1.txt", root=tmp_path)) == ["inbox:a/1.txt"]
    assert uris(read(tmp_path / "a" / "1.txt")) == ["inbox:./1.txt"]


def test_a_folder_from_elsewhere_gives_its_name_too(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.txt").write_bytes(b"text")
    assert uris(read(tmp_path / "a", root=tmp_path / "elsewhere")) == ["inbox:a/1.txt"]


def test_the_last_part_of_a_page_uri_is_the_files_name(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(b"text")
    assert [PurePosixPath(uri).name for uri in uris(read(tmp_path))] == ["1.txt"]


def test_a_folder_named_like_a_source_has_its_settings(tmp_path: Path) -> None:
    sources = parse('[sources.gov]\nkind="urls"\naddress="https://a.cn"\nlanguage="zh"\ntimezone="Asia/Shanghai"')
    (tmp_path / "gov").mkdir()
    (tmp_path / "gov" / "1.txt").write_bytes(b"text")
    (draft,) = read(tmp_path, sources=sources)
    assert draft.data["source"] == "gov"
    assert draft.data["language"] == "zh"
    assert draft.data["timezone"] == "Asia/Shanghai"


def test_bad_files_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    noise = random.Random(7)  # noqa: S311 - test data
    bad = {
        "binary.html": bytes(noise.randrange(256) for _ in range(4000)),
        "empty.html": b"",
        "huge.html": b"x" * (LARGEST_PAGE + 1),
        "undecodable.txt": bytes(noise.randrange(128, 256) for _ in range(4000)),
        "paper.html": b"%PDF-1.7 and more",
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "gone.html").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "zz.html").write_bytes(PAGE)
    drafts = read(tmp_path)
    assert [draft.type for draft in drafts].count(EntryType.PAGE_INGESTED) == 1
    assert reasons(drafts) == [
        "binary.html is binary data, not text.",
        "empty.html is empty.",
        "gone.html is a link that leads nowhere.",
        "huge.html is larger than 20 MB.",
        "paper.html is a PDF, not text.",
        "pipe.html is no regular file.",
        "undecodable.txt is written in no encoding that can be recognised.",
    ]
    assert all(draft.content is None for draft in drafts if draft.type is EntryType.INGEST_REJECTED)


def test_a_page_of_just_the_limit_is_taken(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"word " * (LARGEST_PAGE // 5))
    assert read(tmp_path)[0].type is EntryType.PAGE_INGESTED


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_bytes(PAGE)
    secret.chmod(0)
    if os.access(secret, os.R_OK):
        pytest.skip("this user may read every file")
    assert reasons(read(tmp_path)) == ["secret.html may not be read; change its permissions."]


def test_reading_the_inbox_again_adds_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.html").write_bytes(PAGE)
    (folder / "copy.html").write_bytes(PAGE)
    (folder / "bad.html").write_bytes(b"")
    (folder / "名.zip").write_bytes(zipped({"a.html": PAGE, "b.html": PAGE + b"2"}))
    journal = Journal(Storage.at(tmp_path / "raw"))
    written = journal.commit(read(folder))
    assert [entry.page_uri for entry in written.entries] == [
        "inbox:./a.html",
        "inbox:./bad.html",
        "inbox:名.zip!/b.html",
    ]
    assert journal.commit(read(folder)).entries == ()


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / os.fsdecode(b"\xc4\xea.txt")).write_bytes(b"text")
    journal = Journal(Storage.at(tmp_path / "raw"))
    (entry,) = journal.commit(read(tmp_path / "in")).entries
    assert entry.page_uri == "inbox:./\ufffd\ufffd.txt"


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return out.getvalue()


MEMBERS = {"a/1.html": PAGE, "../up.txt": b"text", "bad.bin": b"\x00\x01\x02" * 99}
BIG = {"big.txt": b"x" * (LARGEST_PAGE + 1), "after.txt": b"after"}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.zip", zipped(MEMBERS)),
        ("x.tar", tarred(MEMBERS)),
        ("x.tar.gz", gzip.compress(tarred(MEMBERS), 1)),
        ("x.tar.bz2", bz2.compress(tarred(MEMBERS))),
        ("x.download", lzma.compress(tarred(MEMBERS), preset=0)),
    ],
)
def test_each_member_of_an_archive_is_a_page(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    drafts = read(tmp_path)
    assert uris(drafts) == [f"inbox:{name}!/{member}" for member in MEMBERS]
    assert reasons(drafts) == [
        f"{name}!/bad.bin is binary data, not text.",
    ]
    assert drafts[0].content is not None
    assert drafts[0].content.data == PAGE
    assert drafts[0].content.media_type == "text/html"


@pytest.mark.parametrize(("name", "data"), [("x.zip", zipped(BIG)), ("x.tgz", gzip.compress(tarred(BIG), 1))])
def test_the_limit_is_per_member(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    big, after = read(tmp_path)
    assert reasons([big]) == [f"{name}!/big.txt is larger than 20 MB."]
    assert after.type is EntryType.PAGE_INGESTED


def test_a_gzipped_page_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(PAGE))
    (draft,) = read(tmp_path)
    assert uris([draft]) == ["inbox:page.html.gz!/page.html"]
    assert draft.content is not None
    assert draft.content.data == PAGE


def test_a_bomb_costs_its_limit(tmp_path: Path) -> None:
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(b"\0" * 30_000_000, 1))
    zeros = b" " * (LARGEST_PAGE - 1)
    (tmp_path / "bomb.zip").write_bytes(zipped({f"{number}.txt": zeros + b"%d" % number for number in range(6)}))
    drafts = read(tmp_path)
    assert reasons(drafts) == [
        "bomb.gz!/bomb is larger than 20 MB.",
        "bomb.zip expands to more than 200 times its size, as no archive of pages does.",
    ]
    assert len(drafts) == 7


def test_what_is_wrong_with_an_archive_is_named(tmp_path: Path) -> None:
    whole = zipped({"a.html": PAGE, "b.html": PAGE * 3})
    (tmp_path / "1-cut.zip").write_bytes(whole[:-30])
    broken = bytearray(zipped({"a.html": os.urandom(300).hex().encode(), "b.html": PAGE * 3}))
    broken[60] ^= 0xFF
    (tmp_path / "2-crc.zip").write_bytes(broken)
    (tmp_path / "3-cut.tar.gz").write_bytes(gzip.compress(tarred({"a.txt": b"text" * 9999, "b.txt": b"b"}))[:-60])
    (tmp_path / "4-office.docx").write_bytes(zipped({"[Content_Types].xml": b"<x/>"}))
    (tmp_path / "5-nested.zip").write_bytes(zipped({"inner.zip": whole, "b.html": PAGE * 2}))
    found = reasons(read(tmp_path))
    assert [reason.split(":")[0] for reason in found] == [
        "1-cut.zip is damaged and cannot be read on",
        "2-crc.zip!/a.html is damaged",
        "3-cut.tar.gz is damaged and cannot be read on",
        "4-office.docx is a zip archive or an office document, not text.",
        "5-nested.zip!/inner.zip is a zip archive or an office document, not text.",
    ]


def test_an_encrypted_member_is_named(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.html": PAGE}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "x.zip").write_bytes(data)
    assert reasons(read(tmp_path)) == ["x.zip!/a.html is encrypted."]


def test_chinese_zip_names(tmp_path: Path) -> None:
    data = zipped({"aabb.html": PAGE}).replace(b"aabb", "温州".encode("gbk"))
    (tmp_path / "x.zip").write_bytes(data)
    assert uris(read(tmp_path)) == ["inbox:x.zip!/温州.html"]


def test_a_link_that_leaves_the_folder_is_refused(tmp_path: Path) -> None:
    inside = tmp_path / "inbox"
    inside.mkdir()
    (tmp_path / "secret.html").write_bytes(PAGE)
    (inside / "out.html").symlink_to(tmp_path / "secret.html")
    (inside / "page.html").write_bytes(PAGE + b"1")
    (inside / "within.html").symlink_to(inside / "page.html")
    drafts = read(inside)
    assert reasons(drafts) == ["out.html is a link that leads out of the folder; drop the file itself."]
    assert len(drafts) == 3
