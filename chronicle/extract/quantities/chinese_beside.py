"""What stands directly beside a Chinese number: qualifier before and after, measure word, unit, currency.

What belongs here: look-ups in the tables at a given offset. Not here: subjects and counted nouns (chinese_subject).
"""

import functools
from dataclasses import dataclass

from chronicle.extract.quantities import lexicon
from chronicle.extract.quantities.view import View

_LONGEST_QUALIFIER = 6
_BOUND = ("签", "合", "节", "预", "契", "公", "条", "解", "履", "邀")  # 签约5项 signs, it does not say "about"
_FILLERS = ("达到", "达", "为", "有", "共", "了", "在", "占")


@dataclass(slots=True)
class Suffix:
    """What follows a number: ``kind`` money, unit, count or None; ``end`` where it stops."""

    kind: str | None
    name: str | None
    end: int
    unit_kind: str = "count"


@functools.cache
def _suffixes() -> tuple[dict[str, Suffix], int]:
    table: dict[str, Suffix] = {}
    for word in lexicon.chinese()["classifiers"]:
        table[word] = Suffix("count", word, 0)
    for word, (name, kind) in lexicon.units().zh.items():
        table[word] = Suffix("unit", name, 0, kind)
    for word in lexicon.units().glued:
        table.setdefault(word, Suffix("unit", lexicon.units().glued[word][0], 0, lexicon.units().glued[word][1]))
    for word, code in lexicon.money().zh.items():
        table[word] = Suffix("money", code, 0)
    return table, max(map(len, table))


def suffix_of(low: str, end: int) -> Suffix:
    """The measure word, unit or currency that follows a number."""
    table, longest = _suffixes()
    skip = 1 if low[end : end + 1] in ("余", "多", " ") else 0
    for size in range(longest, 0, -1):
        stop = end + skip + size
        entry = table.get(low[end + skip : stop]) if stop <= len(low) else None
        if entry is not None:
            return Suffix(entry.kind, entry.name, stop, entry.unit_kind)
    return Suffix(None, None, end)


def qualifier_before_zh(view: View, start: int) -> tuple[str | None, int]:
    """Qualifier that ends where a number starts, and where it begins."""
    low = view.low
    table = lexicon.qualifiers().zh_before
    for filler in ("", *_FILLERS):
        if filler and not low.endswith(filler, 0, start):
            continue
        stop = start - len(filler)
        for size in range(min(_LONGEST_QUALIFIER, stop), 0, -1):
            name = table.get(low[stop - size : stop])
            if name is not None and not (size == 1 and low[stop - 1] == "约" and low[stop - 2 : stop - 1] in _BOUND):
                return name, stop - size
    return None, start


def qualifier_after_zh(view: View, end: int) -> tuple[str | None, int]:
    """Qualifier that begins where a number or its unit ends, and where it stops."""
    low = view.low
    table = lexicon.qualifiers().zh_after
    for size in (4, 3, 2, 1):
        phrase = low[end : end + size]
        if (
            len(phrase) == size
            and phrase in table
            and not (
                size == 1
                and phrase in "起内许多"
                and low[end + 1 : end + 2] not in ("", "，", "。", ",", "的", "、", "；", ";")
            )
        ):
            return table[phrase], end + size
    return None, end
