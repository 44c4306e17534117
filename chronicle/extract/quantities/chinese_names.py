"""Chinese numbers that are (part of) names, and numbers that are quantities without a measure word.

What belongs here: "863计划", "世界500强", "三年行动计划", 一家 that is only an article; "前十", "百强". Dates and idle
words are stepped over by the scanner.
"""

from chronicle.extract.quantities import lexicon
from chronicle.extract.quantities.chinese_beside import Suffix
from chronicle.extract.quantities.chinese_numerals import Numeral
from chronicle.extract.quantities.view import View

_CLOSERS = ("", "，", "。", ",", "、", ";", "；", "\n", ")", "）")
_LONGEST_LIST = 200  # "世界500强" is a name, "百强" a list
_STRONG = ("强大", "强度", "强调", "强化", "强国")
_PLAIN_UNITS = frozenset({"mu", "tonne", "m"})
_WITHIN = ("内", "以内", "之内", "期", "后", "以上")


def stands_bare(view: View, numeral: Numeral) -> bool:
    """Whether a number without a measure word is a quantity: it closes its clause, or heads a list (前十, 百强)."""
    low = view.low
    after = low[numeral.end : numeral.end + 1]
    before = low[numeral.start - 1 : numeral.start]
    if after == "强":
        return numeral.value <= _LONGEST_LIST and not low.startswith(_STRONG, numeral.end)
    if before == "前" and numeral.value > 1:
        return after in (*_CLOSERS, "的", "行", "列")
    return numeral.digits and after in _CLOSERS and before in ("到", "达", "为", "过", "破", "是", "余")


def is_name(view: View, numeral: Numeral, suffix: Suffix) -> bool:
    """Whether a number is (part of) a name, or only points: 一家, 每个, "两个"."""
    low = view.low
    text = low[numeral.start : numeral.end]
    after = low[numeral.end : numeral.end + 2]
    before = low[numeral.start - 1 : numeral.start]
    if numeral.digits and after.startswith(tuple(lexicon.chinese()["name_after"])) and suffix.end - numeral.end < 2:
        return numeral.value > _LONGEST_LIST if after[0] == "强" else suffix.kind != "count"
    letter = view.plain[numeral.end : numeral.end + 2]
    if letter[:1] in ("G", "M", "D", "K") and letter and not letter[1:].isascii():  # "5G技术", not "500MW"
        return True
    if suffix.unit_kind == "duration" and low.startswith(("行动", "计划", "规划"), suffix.end):
        return True
    short = suffix.unit_kind == "measure" and suffix.end - numeral.end == 1
    if short and not numeral.digits and suffix.name not in _PLAIN_UNITS:
        return True
    if text == "一" and suffix.kind in ("count", "unit"):
        if suffix.name == "year" and low.startswith(_WITHIN, suffix.end):
            return False
        return before != "仅" and low[max(0, numeral.start - 2) : numeral.start] not in ("只有", "仅有")
    if suffix.kind == "count" and before and before in "每各某这那该":
        return True
    return before == '"' and '"' in low[numeral.end : numeral.end + 6]
