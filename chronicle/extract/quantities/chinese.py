"""Quantities of a Chinese text: each number with its qualifier, measure word, unit or currency, and what it counts.

What belongs here: the decision whether a number is a quantity and the assembly of one. Numbers and values are read by
``chinese_numerals``.
"""

import functools
import re
from dataclasses import replace

from chronicle.extract.quantities import lexicon
from chronicle.extract.quantities.chinese_beside import Suffix, qualifier_after_zh, qualifier_before_zh, suffix_of
from chronicle.extract.quantities.chinese_names import is_name, stands_bare
from chronicle.extract.quantities.chinese_numerals import Numeral, scan
from chronicle.extract.quantities.chinese_subject import event_name, is_level, left_subject, level_after, right_noun
from chronicle.extract.quantities.chinese_told import told
from chronicle.extract.quantities.marks import currency_before
from chronicle.extract.quantities.view import View
from chronicle.extract.records import Quantity

_RANGE = re.compile(r"[-—–~～至到]{1,2}")


def chinese(view: View) -> list[Quantity]:
    """Every quantity of a Chinese text, in order of its number."""
    numerals = scan(view.low)
    found: list[Quantity] = []
    i = 0
    while i < len(numerals):
        quantity, used = _quantity(view, numerals, i)
        i += used
        if quantity is None:
            continue
        near = found[-1] if found and "。" not in view.low[found[-1].end : quantity.start] else None
        carried = near is not None and near.kind != "duration" and quantity.kind not in ("duration", "ordinal")
        if quantity.what is None and near is not None and carried:
            quantity = replace(quantity, what=near.what)
        found.append(told(view, quantity, near))
    return found


def _quantity(view: View, numerals: list[Numeral], at: int) -> tuple[Quantity | None, int]:
    numeral = numerals[at]
    if numeral.kind == "ordinal":
        return _ordinal(view, numeral), 1
    if numeral.kind == "fold":
        return _plain(view, numeral, "times", "multiplier"), 1
    if numeral.kind == "fraction":
        return _plain(view, numeral, "share", "ratio"), 1
    if numeral.kind == "percent":
        return _plain(view, numeral, "percent", "percent"), 1
    code, begin = currency_before(view, numeral.start)
    suffix = suffix_of(view.low, numeral.end)
    used = 1
    value_max = None
    value = numeral.value
    if at + 1 < len(numerals):
        following = numerals[at + 1]
        gap = view.low[suffix.end : following.start]
        if (
            following.kind == "cardinal"
            and _RANGE.fullmatch(gap)
            and following.value > value
            and not _from(view, begin)
        ):
            last = suffix_of(view.low, following.end)
            if suffix.kind is None or last.name == suffix.name:
                if suffix.kind is None and following.value >= 1e4 and value < 1e4 and following.digits:
                    scale = 1e8 if following.value >= 1e8 else 1e4
                    value *= scale if value * scale < following.value else 1.0
                value_max, suffix, used = following.value, last, 2
    if code is not None:
        suffix = Suffix(
            "money", code, max(suffix.end if suffix.kind == "money" else 0, numeral.end, numerals[at + used - 1].end)
        )
    if (suffix.kind is None and not stands_bare(view, numeral)) or (
        is_name(view, numeral, suffix) and not _rises(view, begin)
    ):
        return None, used
    if value != numeral.value:
        numeral = replace(numeral, value=value)
    return _assemble(view, numeral, value_max, suffix, begin), used


def _from(view: View, start: int) -> bool:
    """A rise "由…到…" is two values, not a range."""
    return view.low[start - 1 : start] in ("由", "从")


_GROWTH = re.compile(
    r"(?:增长|增幅|增速|增加|同比|环比|上涨|下降|提高|提升|降低|减少|上升|回落|下滑|降幅|涨幅)[^，。；,;]{0,8}$"
)
_PRODUCT = re.compile(r"(?:晶圆|硅片|芯片|制程|工艺|液晶|面板|生产线|屏)")


def _rises(view: View, start: int) -> bool:
    """上升一位: the number of places moved."""
    return _rise().search(view.low, max(0, start - 4), start) is not None


@functools.cache
def _rise() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(lexicon.chinese()['rises'])})了?$")


def _assemble(view: View, numeral: Numeral, value_max: float | None, suffix: Suffix, begin: int) -> Quantity | None:
    low = view.low
    name, start = qualifier_before_zh(view, begin)
    more = numeral.more or "余" in low[numeral.end : suffix.end] or "多" in low[numeral.end : suffix.end]
    after, end = qualifier_after_zh(view, suffix.end)
    name = name or after or ("over" if more else None)
    kind = {"money": "money", "unit": suffix.unit_kind}.get(suffix.kind or "", "count")
    unit = suffix.name
    if suffix.name in ("mm", "um", "nm", "inch") and _PRODUCT.match(low, suffix.end):
        return None
    if kind == "percent" and _GROWTH.search(low, max(0, start - 16), start):
        kind = "growth"
    if suffix.name in ("位", "名", "个") and (rise := _rise().search(low, max(0, start - 4), start)) is not None:
        return _rank_change(numeral, rise.start(), end + 2 if low.startswith(("位次", "名次"), end) else end)
    if low.endswith("前", 0, start) and suffix.name in ("名", "位", "家", "大", None):
        kind, start = "list_size", start - 1
    elif suffix.kind is None and low.startswith("强", end):
        kind, end = "list_size", end + 1
    what, stop = right_noun(view, end) if kind == "count" else (None, end)
    if what is not None:
        end = stop
    else:
        money_noun = level_after(view, end) if kind == "money" else None
        what = money_noun or left_subject(view, start)
    start = _modifier(low, start)
    money = kind == "money"
    opening = low[max(0, start - 3) : start]
    return Quantity(
        value=float(f"{numeral.value:.15g}"),
        start=start,
        end=end,
        value_max=value_max,
        unit=unit,
        what=what,
        kind=kind,
        qualifier="range" if value_max is not None else name or "exact",
        currency=unit if money else None,
        period="year" if money and low.endswith(("每年", "年均"), 0, start) else None,
        bracketed=money and "(" in opening and opening.endswith(("(", "合", "约")),
        number_start=numeral.start,
        number_end=numeral.end,
    )


def _rank_change(numeral: Numeral, start: int, end: int) -> Quantity:
    return Quantity(
        numeral.value, start, end, unit="place", what="名次提升", kind="rank_change",
        number_start=numeral.start, number_end=numeral.end,
    )  # fmt: skip


_MODIFIERS = re.compile(r"(?:新[^，。；、,;\d]{0,4}的|其余|其中|另外|剩余|首批|余下|全部)$")


def _modifier(low: str, start: int) -> int:
    """Words that set this mention apart belong to its evidence: 新入选的8家, 其余4家."""
    match = _MODIFIERS.search(low, max(0, start - 8), start)
    return match.start() if match is not None else start


def _plain(view: View, numeral: Numeral, unit: str, kind: str) -> Quantity:
    """Shares, percentages in words, and multiples."""
    low = view.low
    begin = numeral.start
    share = _WHOLE.search(low, max(0, begin - 8), begin) if kind == "ratio" else None
    if share is not None:
        begin = share.start(1)
    name, start = qualifier_before_zh(view, begin)
    after, end = qualifier_after_zh(view, numeral.end)
    if kind == "percent" and _GROWTH.search(low, max(0, start - 16), start):
        kind = "growth"
    name = name or after or ("over" if numeral.more else None)
    return Quantity(
        numeral.value, start, end, unit=unit, what=left_subject(view, start), kind=kind,
        qualifier=name or "exact", number_start=numeral.start, number_end=numeral.end,
    )  # fmt: skip


_WHOLE = re.compile(r"占?((?:全国|全省|全市|总数|总量|全球|世界)的?)$")


def _ordinal(view: View, numeral: Numeral) -> Quantity | None:
    """第三届, 第二批, 全国第二, 名列第四, 第27位; other ordinals say no quantity."""
    low = view.low
    table = lexicon.chinese()
    after = low[numeral.end : numeral.end + 2]
    start, cued = numeral.start, False
    for _ in range(3):
        cue = next((w for w in table["rank_cues"] if low.endswith(w, 0, start) and start - len(w) >= 0), None)
        if cue is None:
            break
        start -= len(cue)
        cued = True
    unit = next((u for u in table["rank_units"] if after.startswith(u)), None)
    end = numeral.end + (len(unit) if unit else 0)
    if unit in ("大", "强") or (
        cued and (unit or after[:1] in ("", "，", "。", ",", "、", ";", "；", "\n", ")", "的", "和", "与"))
    ):
        return _ranked(view, numeral, start, end)
    if (
        unit in ("位", "名")
        and not cued
        and after[:1] == unit
        and low[end : end + 1] in ("", "，", "。", ",", ";", "；")
    ):
        return _ranked(view, numeral, numeral.start, end)
    if low.endswith("连续", 0, numeral.start) and after[:1] in ("年", "次", "届", "月"):
        return Quantity(
            numeral.value, numeral.start - 2, numeral.end + 1, unit="time", what="连续", kind="ordinal",
            number_start=numeral.start, number_end=numeral.end,
        )  # fmt: skip
    for kind in ("edition", "batch"):
        word = next((w for w in table["ordinal"][kind] if after.startswith(w)), None)
        if word is not None:
            what, stop = right_noun(view, numeral.end + len(word))
            if what is None and kind == "edition":
                what = event_name(view, numeral.end + len(word))
            end = numeral.end + len(word)
            return Quantity(
                numeral.value, numeral.start, stop if what else end, unit=kind, what=what, kind="ordinal",
                number_start=numeral.start, number_end=numeral.end,
            )  # fmt: skip
    return None


_CONTEST = re.compile(r"在(?:20\d\d年)?([^，。；\n]{2,24}?)(?:中|上|里)[，,]")


def _ranked_in(view: View, start: int) -> str | None:
    """The evaluation or list that a rank is in (在…考核中), else the subject before it."""
    floor = max(0, start - 60)
    floor = max(floor, view.low.rfind("。", floor, start) + 1, view.low.rfind("\n", floor, start) + 1)
    subject = left_subject(view, start)
    found = _CONTEST.search(view.low, floor, start)
    if found is None or (subject is not None and is_level(subject)):
        return subject
    return view.plain[found.start(1) : found.end(1)]


def _ranked(view: View, numeral: Numeral, start: int, end: int) -> Quantity:
    return Quantity(
        numeral.value, start, end, unit="rank", what=_ranked_in(view, start), kind="rank",
        number_start=numeral.start, number_end=numeral.end,
    )  # fmt: skip
