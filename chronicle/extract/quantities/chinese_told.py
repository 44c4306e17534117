"""What a Chinese value is of, put into words where its clause names the thing only in part: 增长, 期限, 批次, 资金.

What belongs here: words added to a subject (or said instead of an empty one) by the kind of the value. Not here:
finding the subject (chinese_subject).
"""

import re
from dataclasses import replace

from chronicle.extract.quantities.chinese_subject import is_level, right_noun
from chronicle.extract.quantities.view import View
from chronicle.extract.records import Quantity

_CHANGED = re.compile(r"增|升|降|减|涨|落|提高")
_FALLS = re.compile(r"(?:下降|减少|降低|回落|下滑|降幅|减)[^，。；]{0,6}$")
_TURN = {"批": "批次", "期": "期次", "轮": "轮次"}
_AFTER_TURN = re.compile(r"[^，。；、：,;:\n\d（(的将已]{2}")
_WAY = re.compile(r"(?:投向|用于|来自|流向|用在|投给|留给)[^，。；,;\n]{1,12}")
_NAMED = re.compile(r"的([^，。；、：,;:\n\d（(]{2,8})(?=[，。；、：,;:\n]|$)")
_SINCE = re.compile(r"多?(?:来|间|以来)")
_PAST = ("前", "近", "过去", "上", "头")
_STRETCHES = ("期", "周期", "时间", "年限", "时长", "天数", "年数", "寿命")


def told(view: View, quantity: Quantity, last: Quantity | None) -> Quantity:
    """The quantity with what it is of in fuller words; ``last`` is the quantity before it in the sentence, if any."""
    what = quantity.what
    kind = quantity.kind
    if kind == "duration":
        return _stretch(view, quantity)
    if kind == "growth" and what is not None and _CHANGED.search(what) is None:
        falls = _FALLS.search(view.low, max(0, quantity.start - 12), quantity.start)
        return replace(quantity, what=f"{what}{'下降' if falls else '增长'}")
    if kind == "percent" and (way := _WAY.match(view.plain, quantity.end)) is not None:
        return replace(quantity, what=f"{way.group()}比例")
    if (
        kind == "money"
        and (what is None or not is_level(what))
        and view.low.endswith(("安排", "拨付", "列支"), 0, quantity.start)
    ):
        return replace(quantity, what=f"{'每年' if quantity.period or _yearly(view, quantity) else ''}{what or ''}资金")
    if kind == "measure":
        return _measured(view, quantity)
    if kind == "ordinal" and what is None:
        return _numbered(view, quantity)
    if kind == "list_size":
        return replace(quantity, what=f"{what or ''}榜单")
    if kind == "count" and last is not None and last.unit == quantity.unit and _only_verb(view, quantity):
        return replace(quantity, what=last.what)
    return quantity


def _yearly(view: View, quantity: Quantity) -> bool:
    return "每年" in view.low[max(0, quantity.start - 6) : quantity.start]


def _stretch(view: View, quantity: Quantity) -> Quantity:
    """A stretch of time: 多来 and 前 say a time looked back on, 连续 a run of years, others a term."""
    what = quantity.what or ""
    if what.endswith(_STRETCHES) and what not in _PAST:
        return quantity
    end = quantity.end
    since = _SINCE.match(view.low, end)
    if since is not None and view.low[end] == "多":
        quantity = replace(quantity, end=end + 1, qualifier="over")
    if since is not None or what in _PAST or view.low.endswith(_PAST, 0, quantity.start):
        return replace(quantity, what="时段")
    if "连续" in view.low[max(0, quantity.start - 6) : quantity.start]:
        return replace(quantity, what="连续年限" if quantity.unit == "year" else "连续时长")
    if quantity.unit == "day":
        return replace(quantity, what="天数")
    if what and is_level(what):
        return quantity
    return replace(quantity, what="年限" if quantity.unit == "year" and what.startswith(("今后", "未来")) else "期限")


def _measured(view: View, quantity: Quantity) -> Quantity:
    """年产2万吨 is a capacity; 2万平方米的中试空间 names its thing after it."""
    if view.low.endswith("年产", 0, quantity.start):
        return replace(quantity, what="年产能")
    if quantity.what is not None and is_level(quantity.what):
        return quantity
    named = _NAMED.match(view.plain, quantity.end)
    return quantity if named is None else replace(quantity, what=named.group(1))


def _numbered(view: View, quantity: Quantity) -> Quantity:
    """第二批申报: 申报批次."""
    turn = _TURN.get(view.low[quantity.end - 1 : quantity.end])
    if turn is None:
        return quantity
    after = _AFTER_TURN.match(view.plain, quantity.end)
    return replace(quantity, what=f"{after.group() if after is not None else ''}{turn}")


def _only_verb(view: View, quantity: Quantity) -> bool:
    """Whether the clause names no thing that the number counts: 挂网公布296项."""
    if quantity.what is None:
        return True
    noun = right_noun(view, quantity.number_end + len(quantity.unit or ""))[0]
    return noun is None and not is_level(quantity.what)
