"""Content addresses: the one way to turn values into ids and bytes into digests."""

import hashlib

ID_HEX_DIGITS = 32  # 128 bits: no collision in any warehouse that can be built


def sha256(data: bytes) -> str:
    """The sha256 of the bytes, 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def derive(kind: str, *parts: str) -> str:
    """An id of 32 hex digits for a natural key; the same key gives the same id everywhere and always.

    Every part is prefixed with its length, so ("ab", "c") and ("a", "bc") differ.
    """
    hasher = hashlib.sha256(kind.encode())
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        hasher.update(b"%d:" % len(encoded))
        hasher.update(encoded)
    return hasher.hexdigest()[:ID_HEX_DIGITS]
