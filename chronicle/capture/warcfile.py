"""Pages out of a WARC file that somebody else wrote.

Of its records only what a reader would have seen counts: successful responses and resources whose type is text. A
record that ends before its own Content-Length is named as cut, because the gzip format does not say.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecordType

from chronicle.capture.expand import TooLarge, expanded
from chronicle.errors import BadInput

GZIP_MAGIC = b"\x1f\x8b"
GZIP_WRAPPER = 31  # zlib's wbits for a gzip member
STEP = 1 << 16
HEADERS = 1 << 20  # bytes that HTTP headers may take beside the page
NO_PAGES = ("dns:", "whois:", "metadata:")
TEXT = re.compile(r"text/(?!css|javascript|csv)|application/(?:xhtml\+xml|xml$)|$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """A page record: its address, its bytes with all encodings undone, and what was declared about it."""

    uri: str
    data: bytes
    problem: str | None
    media_type: str | None
    charset: str | None
    archived_at: str | None


def pages(path: Path, limit: int) -> Iterator[Page]:
    """The page records of the file, each of at most ``limit`` bytes. A damaged file raises OSError or BadInput."""
    with path.open("rb") as file:
        last = 0
        for record in ArchiveIterator(file, parse_http=False):
            last = record.stream_pos
            if record.record_type not in (WarcRecordType.response, WarcRecordType.resource):
                continue
            uri = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
            if not uri or uri.startswith(NO_PAGES) or "Content-Length" not in record.headers:
                continue
            block = record.reader.read(limit + HEADERS)
            if "http" in (record.headers.get("Content-Type") or "").partition(";")[0]:
                status, headers, content = _http(block)
                if status // 100 != 2:
                    continue
            else:
                headers, content = _declared(record.headers.get("Content-Type")), block
            if not TEXT.match(_media_type(headers) or ""):
                continue
            problem, data = None, b""
            try:
                if record.content_length > limit + HEADERS:
                    raise TooLarge(limit)
                if len(block) < record.content_length:
                    raise BadInput("is cut short: the record ends early")
                data = _content(headers, content, limit)
            except BadInput as error:
                problem = str(error)
            charset = headers.get_content_charset()
            yield Page(uri, data, problem, _media_type(headers), charset, record.headers.get("WARC-Date"))
    _check_end(path, last)


def _check_end(path: Path, start: int) -> None:
    """Raises BadInput if the gzip data from ``start`` on has no end: what the iterator took for the end was a cut."""
    with path.open("rb") as file:
        if file.read(len(GZIP_MAGIC)) != GZIP_MAGIC:
            return
        file.seek(start)
        packer, rest = zlib.decompressobj(GZIP_WRAPPER), b""
        while chunk := rest or file.read(STEP):
            try:
                packer.decompress(chunk, STEP)
            except zlib.error as error:
                raise BadInput(f"is damaged after its last whole record: {error}") from error
            rest = packer.unconsumed_tail
            if packer.eof:
                rest, packer = packer.unused_data, zlib.decompressobj(GZIP_WRAPPER)
                begun = bool(rest)
            else:
                begun = True
        if begun:
            raise BadInput("is cut short: its last record has no end")


def _http(block: bytes) -> tuple[int, Message, bytes]:
    """Status, headers and content of an HTTP response; status 0 if it is none."""
    head, _, content = block.partition(b"\r\n\r\n")
    first, _, rest = head.partition(b"\r\n")
    words = first.split(None, 2)
    status = int(words[1]) if len(words) > 1 and words[0].startswith(b"HTTP/") and words[1].isdigit() else 0
    return status, BytesHeaderParser().parsebytes(rest), content


def _declared(content_type: str | None) -> Message:
    headers = Message()
    if content_type:
        headers["Content-Type"] = content_type
    return headers


def _media_type(headers: Message) -> str | None:
    return headers.get_content_type() if "Content-Type" in headers else None


def _content(headers: Message, content: bytes, limit: int) -> bytes:
    if (headers.get("Transfer-Encoding") or "").strip().lower() == "chunked":
        content = _unchunked(content)
    return expanded([content], headers.get("Content-Encoding"), limit)


def _unchunked(content: bytes) -> bytes:
    """The chunks joined; some archivers join them and keep the header, so what has no chunk size is left as it is."""
    joined, rest = bytearray(), content
    while True:
        size, newline, rest = rest.partition(b"\r\n")
        digits = size.partition(b";")[0].strip()
        if not newline or not re.fullmatch(rb"[0-9A-Fa-f]{1,8}", digits):
            return bytes(joined) if joined else content
        length = int(digits, 16)
        if length == 0:
            return bytes(joined)
        joined += rest[:length]
        rest = rest[length:].removeprefix(b"\r\n")
