"""Compressed bodies, expanded only as far as a limit allows: a bomb costs its limit, not its size."""

import zlib
from collections.abc import Iterable, Iterator

from chronicle.errors import BadInput

STEP = 1 << 16
GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
GZIP_MAGIC = b"\x1f\x8b"
ZLIB_HEADER = 2  # bytes
KNOWN = ("gzip", "x-gzip", "deflate", "identity", "")


class TooLarge(BadInput):
    """The body is larger than the limit; nothing more was read."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"is larger than {limit // 1_000_000} MB")


def expanded(chunks: Iterable[bytes], encoding: str | None, limit: int) -> bytes:
    """The body whose transfer named a content encoding. Raises TooLarge, and BadInput for what cannot be expanded."""
    taken = bytearray()
    for piece in _pieces(chunks, encoding):
        taken += piece
        if len(taken) > limit:
            raise TooLarge(limit)
    return bytes(taken)


class Expander:
    """One content encoding, fed chunk by chunk."""

    def __init__(self, encoding: str | None) -> None:
        name = (encoding or "").strip().lower()
        if name not in KNOWN:
            raise BadInput(f"is compressed as {name!r}, which cannot be read; only gzip and deflate can")
        self._packer = None if name in ("identity", "") else zlib.decompressobj(GZIP_OR_ZLIB)
        self._undecided = b"" if name == "deflate" else None  # first bytes of what may be zlib or raw deflate
        self._started = False

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The expanded bytes of the next chunk, in pieces of bounded size. Raises BadInput."""
        if self._packer is None:
            yield chunk
            return
        if self._undecided is not None:
            self._undecided = chunk = self._undecided + chunk
            if len(chunk) < ZLIB_HEADER:
                return
            self._undecided = None
            if int.from_bytes(chunk[:ZLIB_HEADER], "big") % 31:  # RFC 1950; many servers send raw deflate instead
                self._packer = zlib.decompressobj(-zlib.MAX_WBITS)
        while chunk:
            try:
                piece = self._packer.decompress(chunk, STEP)
            except zlib.error as error:
                raise BadInput(f"is compressed wrongly: {error}") from error
            self._started = True
            yield piece
            chunk = self._packer.unconsumed_tail
            if self._packer.eof and self._packer.unused_data:
                chunk = self._packer.unused_data
                if not chunk.startswith(GZIP_MAGIC):
                    return
                self._packer = zlib.decompressobj(GZIP_OR_ZLIB)  # gzip allows several members in a row

    @property
    def whole(self) -> bool:
        """Whether the end of the compressed data was reached."""
        return self._packer is None or not self._started or self._packer.eof


def _pieces(chunks: Iterable[bytes], encoding: str | None) -> Iterator[bytes]:
    expander = Expander(encoding)
    for chunk in chunks:
        yield from expander.feed(chunk)
    if not expander.whole:
        raise BadInput("is cut short: the compressed data has no end")
