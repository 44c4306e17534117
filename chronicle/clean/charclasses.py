"""Classes of characters as one lookup table, so that a page's characters are classed in one array operation."""

import unicodedata
from functools import lru_cache

import numpy as np
import numpy.typing as npt

BITS = ("space", "upper", "digit", "cjk", "terminal", "comma", "separator", "symbol")
"""The classes, by bit."""

TABLE_SIZE = 1 << 16
_TERMINAL = frozenset(".!?。！？…")
_COMMA = frozenset(",;，、；")
_SEPARATOR = frozenset("|>»›·•/│｜→")
_CJK_RANGES = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7AF), (0xF900, 0xFAFF))


def classes(text: str) -> npt.NDArray[np.uint8]:
    """One byte a code point, its bits as in BITS; code points beyond the table are class 0."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return _table()[np.minimum(points, TABLE_SIZE - 1)]


@lru_cache(maxsize=1)
def class_table() -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """The few bit patterns that occur: a number for each byte of ``classes``, and which bits each number has."""
    patterns = np.unique(_table())
    numbers = np.zeros(1 << len(BITS), dtype=np.int64)
    numbers[patterns] = np.arange(len(patterns))
    return numbers, ((patterns[:, None] >> np.arange(len(BITS))) & 1).astype(np.float64)


@lru_cache(maxsize=1)
def _table() -> npt.NDArray[np.uint8]:
    table = np.zeros(TABLE_SIZE, dtype=np.uint8)
    for low, high in _CJK_RANGES:
        table[low : high + 1] |= 1 << BITS.index("cjk")
    for point in range(0x3000):
        table[point] |= _narrow_class(chr(point))
    for point in range(0xFF00, 0xFFF0):
        table[point] |= _narrow_class(chr(point))
    for point in range(0x3000, 0x3040):
        table[point] |= _narrow_class(chr(point))
    return table


def _narrow_class(char: str) -> int:
    bits = 0
    category = unicodedata.category(char)
    for name, inside in (
        ("space", char.isspace()),
        ("upper", category == "Lu"),
        ("digit", category == "Nd"),
        ("terminal", char in _TERMINAL),
        ("comma", char in _COMMA),
        ("separator", char in _SEPARATOR),
        ("symbol", category[0] in "PS" and char not in _TERMINAL and char not in _COMMA),
    ):
        bits |= inside << BITS.index(name)
    return bits
