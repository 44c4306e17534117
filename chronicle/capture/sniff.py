"""Is it text at all? What arrives is judged by its bytes before it becomes a page; reading it properly is cleaning's.

What belongs here: telling text from what no reader could use, in words for a person, and guessing a media type.
"""

import codecs
import re
from pathlib import PurePosixPath

SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF image, sound or film"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"OggS", "an Ogg sound or film"),
    (b"ID3", "an MP3 sound"),
    (b"SQLite format 3\x00", "a database"),
    (b"PAR1", "a Parquet file"),
)
"""First bytes of what is not text (https://mimesniff.spec.whatwg.org/ and the formats' own documents)."""

CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
SAMPLE = 1 << 16  # bytes that are looked at for control characters
BINARY_SHARE = 0.05  # control characters in text are rare slips; in binary data they are an eighth of all bytes
GARBLED_SHARE = 0.02  # of characters that an encoding could not read
SLIPS = 2  # characters that a page of any length may have lost, such as one cut in two at its end
SHORT = 20  # characters; under this there is too little to tell a slip from noise
EVERYDAY_SHARE = 0.6  # of non-ASCII characters that are everyday ones: real text has over 0.9, noise under 0.4
BIG5_EVERYDAY = 0xC6  # last lead byte of Big5's first level, the 5,401 everyday characters
KANA_SHARE = 0.2  # of non-ASCII characters in Japanese; noise read as Shift_JIS has next to none
WESTERN_SHARE = 0.3  # non-ASCII in text of a Western single-byte encoding; more is noise or another alphabet
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
BOMS = (codecs.BOM_UTF8, *UTF16)
META = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-zA-Z0-9_:.\-]{2,40})""", re.IGNORECASE)
META_WITHIN = 4096
HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body|\?xml)\b", re.IGNORECASE | re.DOTALL
)
MEDIA_TYPES = {
    ".html": "text/html", ".htm": "text/html", ".shtml": "text/html", ".php": "text/html", ".asp": "text/html",
    ".aspx": "text/html", ".jsp": "text/html", ".xhtml": "application/xhtml+xml", ".xml": "application/xml",
    ".txt": "text/plain", ".text": "text/plain", ".md": "text/plain",
}  # fmt: skip


def problem(data: bytes, charset: str | None = None) -> tuple[str, str] | None:
    """Why the bytes are no page: a word (empty, binary, undecodable) and the rest of a sentence; None for text."""
    mark = next((mark for mark in BOMS if data.startswith(mark)), b"")
    if not data.removeprefix(mark).strip(b"\0 \t\r\n"):
        return "empty", "is empty"
    for signature, noun in SIGNATURES:
        if data.startswith(signature):
            return "binary", f"is {noun}, not text"
    if (mark in UTF16 and _reads(data, "utf-16")) or _looks_utf16(data):
        return None
    head = data[:SAMPLE]
    if len(head) - len(head.translate(None, CONTROLS)) > BINARY_SHARE * len(head):
        return "binary", "is binary data, not text"
    return None if _decodes(data, charset) else ("undecodable", "is written in no encoding that can be recognised")


def media_type(name: str, data: bytes) -> str:
    """The media type of a file, by its bytes where they say so, else by its name."""
    if HTML.match(data[:META_WITHIN]):
        return MEDIA_TYPES.get(PurePosixPath(name).suffix.lower(), "text/html").replace("text/plain", "text/html")
    return MEDIA_TYPES.get(PurePosixPath(name).suffix.lower(), "text/plain")


def _decodes(data: bytes, charset: str | None) -> bool:
    if _reads(data, "utf-8"):
        return True
    declared = META.search(data[:META_WITHIN])
    labels = [charset or "", declared[1].decode("ascii") if declared else ""]
    if any(_reads(data, label) for label in labels if _is_text_codec(label)):
        return True
    if any(_reads(data, name) and is_real(data.decode(name, "replace")) for name, is_real in EASTERN):
        return True
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    return high <= WESTERN_SHARE * len(data) and _reads(data, "cp1252")


def _reads(data: bytes, encoding: str) -> bool:
    """Whether the encoding can read all but a few characters."""
    text = data.decode(encoding, "replace")
    return text.count("\ufffd") <= max(GARBLED_SHARE * len(text), SLIPS if len(text) >= SHORT else 0)


def _foreign(text: str) -> str:
    return "".join(character for character in text[:SAMPLE] if character > "\x7f")


def _is_simplified(text: str) -> bool:
    foreign = _foreign(text)
    return len(foreign.encode("gb2312", "ignore")) >= 2 * EVERYDAY_SHARE * len(foreign)


def _is_traditional(text: str) -> bool:
    foreign = _foreign(text)
    everyday = [lead for lead in foreign.encode("big5", "ignore")[::2] if lead <= BIG5_EVERYDAY]
    return len(everyday) >= EVERYDAY_SHARE * len(foreign)


def _is_japanese(text: str) -> bool:
    foreign = _foreign(text)
    return sum("\u3041" <= character <= "\u30ff" for character in foreign) >= KANA_SHARE * len(foreign)


def _is_korean(text: str) -> bool:
    foreign = _foreign(text)
    return sum("\uac00" <= character <= "\ud7a3" for character in foreign) >= EVERYDAY_SHARE * len(foreign)


def _is_text_codec(label: str) -> bool:
    try:
        return codecs.lookup(label)._is_text_encoding and label.lower() not in ("utf-7", "idna", "punycode")
    except (LookupError, ValueError):
        return False


def _looks_utf16(data: bytes) -> bool:
    head = data[:512]
    return len(head) >= 8 and max(head[::2].count(0), head[1::2].count(0)) > len(head) // 2 * 0.6 and any(head)


EASTERN = (
    ("gb18030", _is_simplified),
    ("big5hkscs", _is_traditional),
    ("cp932", _is_japanese),
    ("cp949", _is_korean),
)
"""Multi-byte encodings, which read noise without complaint, each with a test that what they read is real."""
