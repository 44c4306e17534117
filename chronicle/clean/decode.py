"""Bytes to text: what the page is written in, by the WHATWG's label rules, and whether it is text at all."""

import codecs
import re
from dataclasses import dataclass

SNIFFED = 4096  # bytes in which a <meta charset> is looked for; the standard's 1,024 is too short for many pages
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF image or sound"),
    (b"BM\x00", "a bitmap"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"\x7fELF", "a program"),
    (b"OggS", "an Ogg sound"),
    (b"ID3", "an MP3 sound"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
)
"""First bytes of what is not text (https://mimesniff.spec.whatwg.org/ and the formats' own documents)."""

# Where Python's reading of a label differs from the WHATWG's (https://encoding.spec.whatwg.org/#names-and-labels).
WHATWG = {
    "gb2312": "gb18030", "gb_2312": "gb18030", "gb_2312-80": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "chinese": "gb18030", "csgb2312": "gb18030", "iso-ir-58": "gb18030", "gb18030": "gb18030",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "cn-big5": "big5hkscs", "x-x-big5": "big5hkscs",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ks_c_5601-1989": "cp949", "korean": "cp949", "ksc5601": "cp949",
    "windows-949": "cp949",
    "ascii": "cp1252", "us-ascii": "cp1252", "ansi_x3.4-1968": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252",
    "iso_8859-1": "cp1252", "latin1": "cp1252", "l1": "cp1252", "x-cp1252": "cp1252", "windows-1252": "cp1252",
    "iso-8859-9": "cp1254", "latin5": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "windows-874": "cp874",
    "utf8": "utf-8", "utf-8": "utf-8", "unicode-1-1-utf-8": "utf-8", "x-user-defined": "cp1252",
    "utf-16": "utf-16-le", "unicode": "utf-16-le", "macintosh": "mac-roman", "x-mac-roman": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic", "koi8-u": "koi8-u", "koi": "koi8-r", "logical": "iso-8859-8",
}  # fmt: skip
BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.\-]+)""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([a-zA-Z0-9_:.\-]+)""")
_FIRST_BYTES = tuple(signature for signature, _ in SIGNATURES)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x1b"))
HEAD = 1 << 14  # bytes that tell whether the rest is text
BINARY_SHARE = 0.05  # control characters in text are rare slips; in binary data they are an eighth of all bytes
GARBLED_SHARE = 0.02  # bytes that no encoding explains


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the encoding it was read in; or no text, and what the bytes are instead.

    ``utf8`` is the text in UTF-8 where the body was just that, and None where it would have to be made.
    """

    text: str | None
    encoding: str | None = None
    problem: str | None = None  # a noun phrase: "a PDF"
    binary: bool = False
    utf8: bytes | None = None


def decode(body: bytes, charset: str | None) -> Decoded:
    """Decode a body whose transport (HTTP header or archive) named ``charset``, or did not.

    A byte order mark wins; then bytes that are valid UTF-8 are UTF-8, whatever a label says; then the transport's
    label, the page's own label, and the encodings its bytes fit. NULs are dropped, so that every later stage has text
    it can store.
    """
    if body.startswith(_FIRST_BYTES):
        noun = next(noun for signature, noun in SIGNATURES if body.startswith(signature))
        return Decoded(None, problem=noun, binary=True)
    for mark, encoding in BOMS:
        if body.startswith(mark):
            return Decoded(_storable(body[len(mark) :].decode(encoding, "replace")), encoding)
    if _looks_utf16(body):
        encoding = "utf-16-be" if body[:1] == b"\0" else "utf-16-le"
        return Decoded(_storable(body.decode(encoding, "replace")), encoding)
    head = body[:HEAD]
    if head and len(head) - len(head.translate(None, _CONTROLS)) > BINARY_SHARE * len(head):
        return Decoded(None, problem="binary data", binary=True)
    try:
        text = body.decode("utf-8")
        return Decoded(_storable(text), "utf-8") if b"\0" in body else Decoded(text, "utf-8", utf8=body)
    except UnicodeDecodeError as error:
        if error.end >= len(body) - 3:  # a character cut in two at the end of a truncated body
            return Decoded(_storable(body.decode("utf-8", "ignore")), "utf-8")
    labels = [label for label in (codec_of(charset), *_declared(body[:SNIFFED])) if label]
    best: tuple[int, int, str, str] | None = None
    for rank, encoding in enumerate(dict.fromkeys([*labels, "gb18030", "cp1252"])):
        text = body.decode(encoding, "replace")
        candidate = (text.count("\ufffd"), rank, encoding, text)
        if candidate[0] == 0:
            return Decoded(_storable(text), encoding)
        if best is None or candidate < best:
            best = candidate
    assert best is not None  # noqa: S101 - two encodings are always tried
    lost, _, encoding, text = best
    if lost > max(GARBLED_SHARE * len(text), 2):
        return Decoded(None, problem=f"{lost:,} bytes fit no known encoding")
    return Decoded(_storable(text), encoding)


def codec_of(label: str | None) -> str | None:
    """The Python codec that reads what a browser would under this label; None for an unknown label."""
    if not label:
        return None
    name = label.strip().strip("\"'").lower()
    if name in WHATWG:
        return WHATWG[name]
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return codec.name if codec._is_text_encoding and codec.name not in {"utf-7", "idna", "punycode"} else None


def _declared(head: bytes) -> list[str]:
    found = []
    for pattern in (_META, _XML):
        match = pattern.search(head)
        label = codec_of(match[1].decode("ascii")) if match else None
        if label:
            found.append("utf-8" if label.startswith("utf-16") else label)  # it was read as ASCII, so it is not UTF-16
    return found


def _looks_utf16(body: bytes) -> bool:
    head = body[:512]
    return len(head) >= 8 and max(head[::2].count(0), head[1::2].count(0)) > len(head) // 2 * 0.6


def _storable(text: str) -> str:
    return text.replace("\0", "")
