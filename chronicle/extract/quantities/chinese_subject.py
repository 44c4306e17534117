"""What a Chinese number counts: the noun after its measure word, or the subject before it.

What belongs here: finding nouns without a segmenter, by the lists of nouns and of linking words in chinese.toml.
"""

import functools
import re

from chronicle.extract.lexicon import either
from chronicle.extract.quantities import lexicon
from chronicle.extract.quantities.view import View

_REACH = 14  # characters after the measure word within which the counted noun ends
_REACH_BACK = 30
_SUBJECT = 12  # characters kept of a subject
_CLAUSE = re.compile(r"[^，。；、：,;:!?！？\n()（）\"\d]*")
_BREAKS = re.compile(r"[，。；、：,;:!?！？\n()（）\"]|\d+年|\d+月|\d+日|\d+[百千万亿]*")


@functools.cache
def _nouns() -> re.Pattern[str]:
    return re.compile(either(lexicon.chinese()["nouns"]))


_NOT_INSIDE = re.compile(r"[为是在有被将获已和与由榜达占]")


def right_noun(view: View, end: int) -> tuple[str | None, int]:
    """The noun phrase that begins at ``end`` (after 家, 项 …) and where it stops; None where no known noun follows."""
    clause = _CLAUSE.match(view.low, end, end + _REACH)
    if clause is None or not clause.group():
        return None, end
    match = _nouns().search(clause.group())
    if match is None or _NOT_INSIDE.search(clause.group(), 0, match.start()):
        return None, end
    stop = match.end()
    while (more := _nouns().match(clause.group(), stop)) is not None:
        stop = more.end()
    start = 1 if clause.group().startswith("的") else 0
    return view.plain[end + start : end + stop], end + stop


@functools.cache
def _links() -> tuple[str, ...]:
    return tuple(sorted(lexicon.chinese()["links"], key=len, reverse=True))


@functools.cache
def _link() -> re.Pattern[str]:
    """A link of more than one character."""
    return re.compile(either(link for link in _links() if len(link) > 1))


@functools.cache
def _levels() -> re.Pattern[str]:
    words = {*lexicon.chinese()["levels"], *lexicon.chinese()["nouns"]}
    return re.compile(either(words))


def level_after(view: View, end: int) -> str | None:
    """What a sum is called directly after it: 30万元奖励, 100亿元的母基金."""
    start = end + 1 if view.low.startswith("的", end) else end
    match = _levels().match(view.low, start) or _levels().match(view.low, start + 1)
    if match is not None:
        return view.plain[start : match.end()]
    if start == end:
        return None
    stop = right_noun(view, start)[1] if (named := _last_level(view, start)) is None else named
    return view.plain[start:stop] if stop > start else None


def _last_level(view: View, start: int) -> int | None:
    """Where the first noun of a level, with the nouns glued to it, ends in the clause: 成渝地区科创母基金."""
    clause = _CLAUSE.match(view.low, start, start + _REACH)
    match = _levels().search(clause.group()) if clause is not None else None
    if clause is None or match is None or _NOT_INSIDE.search(clause.group(), 0, match.start()):
        return None
    stop = match.end()
    while (more := _levels().match(clause.group(), stop)) is not None:
        stop = more.end()
    return start + stop


def event_name(view: View, start: int) -> str | None:
    """The name of a numbered event: 昆山创业周 of 第七届昆山创业周."""
    match = _events().match(view.low, start)
    return view.plain[start : match.end()] if match is not None else None


@functools.cache
def _events() -> re.Pattern[str]:
    endings = either(lexicon.chinese()["events"])
    return re.compile(rf"[^，。；、：,;:!?！？\n()（）\"\d]{{1,{_REACH}}}?{endings}")


def is_level(subject: str) -> bool:
    """Whether a subject names something measured or counted, rather than a place or a firm."""
    return _levels().search(subject) is not None


def left_subject(view: View, start: int) -> str | None:
    """The subject that stands before a number in its clause ("专利申请" of 专利申请超过26万件), or None."""
    floor = max(0, start - _REACH_BACK)
    window = view.low[floor:start]
    cut = 0
    for mark in _BREAKS.finditer(window):
        cut = mark.end()
    end = len(window)
    while end > cut and window.endswith(_links(), cut, end):
        end -= next(len(link) for link in _links() if window.endswith(link, cut, end))
    if end <= cut:
        return _quoted(view, floor + cut) or _gift(window)
    last = None
    if end - cut <= 2 and window[cut - 1 : cut].isdigit() | (window[cut - 1 : cut] in ("万", "亿", "千", "百")):
        return None  # only the measure word of the number before
    for match in _levels().finditer(window, cut, end):
        last = match
    if last is not None:
        end = last.end()
    first = max(cut, end - _SUBJECT)
    text = view.plain[floor + first : floor + end]
    if last is not None and _link().search(text):
        for link in _links():
            at = text.rfind(link, 0, len(text) - len(last.group())) if len(link) > 1 else -1
            if at >= 0:
                text = text[at + len(link) :]
    text = text.strip(" 的了").rpartition("了")[2]
    gift = _gift(window)
    if gift is not None and not text.endswith(gift):
        return text + gift if last is not None else gift
    return text if text and not text.isdigit() else None


def _gift(window: str) -> str | None:
    """The verb of giving that stands right before a sum."""
    return next((str(verb) for verb in lexicon.chinese()["gifts"] if window.endswith(verb)), None)


_QUOTATION = 12  # characters of a quoted subject


def _quoted(view: View, end: int) -> str | None:
    """A subject in quotation marks that closes at ``end``: “毕业生”已有3400家."""
    if view.low[end - 1 : end] != '"':
        return None
    opening = view.low.rfind('"', max(0, end - 2 - _QUOTATION), end - 1)
    return view.plain[opening + 1 : end - 1] or None if opening >= 0 else None
