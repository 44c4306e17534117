"""Text to sentences: where one ends, the items of a semicolon list, and the dateline that opens a report.

What belongs here: boundaries. What a sentence says is the work of the other modules.
"""

import re
import tomllib
from importlib.resources import files

from chronicle.extract.records import Sentence

_LEXICON: dict[str, frozenset[str]] = {
    name: frozenset(words)
    for name, words in tomllib.loads(
        files("chronicle.extract").joinpath("data/sentences.toml").read_text(encoding="utf-8")
    ).items()
}
_CLOSERS = "\"'”’»)）]】」』›〉"
_CJK = "\u3400-\u9fff\uf900-\ufaff"
_STOPS = re.compile(rf"[.!?。！？｡．…]+[{re.escape(_CLOSERS)}]*(?:\[\d{{1,3}}\])?")
_WORD_BEFORE = re.compile(r"[^\s(（\"“‘,，:：/]{1,24}$")
_WORD_AFTER = re.compile(r"[^\W\d_]{1,24}")
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_ENUMERATOR = re.compile(r"\s*(?:[0-9]{1,2}|[A-Za-z]|[ivxIVX]{1,5})$")
_LOOKBACK = 24  # code points; longer than any abbreviation

_WRAPPED_WIDTH = 40  # code points; shorter lines are headings or list items, not wrapped prose

_CLAUSE_MARKS = re.compile(r"[;；()（）]")

_DASH = r"(?:--+|[-–—―]+)"
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        # HANGZHOU, Nov 3 (Xinhua) --   BEIJING (Reuters) -   LONDON, 3 May 2020 -
        rf"\s{{0,8}}[A-Z][^\n.;!?]{{1,60}}?(?:\.[^\n.;!?]{{0,20}})?\((?:[A-Z][^()\n]{{1,30}})\)\s{{0,3}}{_DASH}\s{{0,3}}",
        rf"\s{{0,8}}[A-Z][A-Z' -]{{2,40}}(?:,[^\n;!?()]{{1,40}}?)?\s{{1,3}}{_DASH}\s{{1,3}}",
        # August 13 2020 - HANGZHOU, China -
        (
            rf"\s{{0,8}}[A-Z][a-z]{{2,8}}\.? \d{{1,2}},? \d{{4}}\s?{_DASH}\s?"
            rf"[A-Z][A-Za-z', ]{{2,50}}\s{{1,3}}{_DASH}\s{{1,3}}"
        ),
        # Kigali, 24 June 2023:   LUSAKA, May 3, 2021:
        (
            r"\s{0,8}[A-Z][A-Za-z' -]{2,40}(?:, [A-Z][A-Za-z' -]{2,40})?, "
            r"(?:\d{1,2} [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2}),? \d{4}\s?:\s{1,3}"
        ),
        # XI'AN, China, March 27, 2023 /PRNewswire/ --
        rf"\s{{0,8}}[A-Z][^\n.;!?/]{{2,60}}?(?:\.[^\n.;!?/]{{0,20}})?/[A-Z][^/\n]{{1,30}}/\s?{_DASH}\s{{0,3}}",
        # Northern News Service, Harbin, April 11 (Wang Lin)
        (
            r"\s{0,8}[A-Z][A-Za-z' -]{2,40}(?:, [A-Z][A-Za-z' -]{2,40}){0,2}, "
            r"(?:\d{1,2} [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?\s?"
            r"\([A-Z][^()\n]{1,40}\)\s{1,3}(?=[A-Z\d\"“])"
        ),
        # (Press Agency) Nov. 17 --
        (
            rf"\s{{0,8}}\([A-Z][^()\n]{{1,40}}\) (?:\d{{1,2}} )?[A-Z][a-z]{{2,8}}\.?(?: \d{{1,2}})?(?:,? \d{{4}})?"
            rf"\s?{_DASH}\s{{1,3}}"
        ),
        # 新华社杭州11月3日电（记者某某）   本报讯
        rf"\s{{0,8}}[{_CJK}]{{2,16}}(?:\d{{4}}年)?(?:\d{{1,2}}月)?\d{{1,2}}日[电讯](?:\s?[(（][^()（）\n]{{1,40}}[)）])?\s{{0,3}}",
        rf"\s{{0,8}}[{_CJK}]{{1,8}}讯(?:\s?[(（][^()（）\n]{{1,40}}[)）])?\s{{0,3}}",
    )
)
_DATELINE_LINES = 3  # a headline and a byline may stand before the first paragraph


def split(text: str, lang: str) -> list[Sentence]:  # noqa: ARG001 the stops of both scripts are read in any language
    """The sentences of the text in order, trimmed of surrounding space; blank stretches give none.

    A line ends a sentence unless the next line plainly goes on with it (wrapped prose). ``lang`` is ISO 639-1; the
    stops of both scripts are read whatever it says, so a page with the wrong one is still split. Linear time.
    """
    found: list[Sentence] = []
    for start, end in _paragraphs(text):
        begin = start
        for stop in _STOPS.finditer(text, start, end):
            if stop.end() < end and _ends(text, stop.start(), stop.end(), begin, end):
                _append(found, text, begin, stop.end())
                begin = stop.end()
        _append(found, text, begin, end)
    return found


def clauses(text: str, sentence: Sentence) -> list[Sentence]:
    """The items of a semicolon list in the sentence (semicolons in brackets do not count); one item when none."""
    found: list[Sentence] = []
    begin, depth = sentence.start, 0
    for mark in _CLAUSE_MARKS.finditer(text, sentence.start, sentence.end):
        if mark[0] in "(（":
            depth += 1
        elif mark[0] in ")）":
            depth = max(0, depth - 1)
        elif depth == 0:
            _append(found, text, begin, mark.end())
            begin = mark.end()
    _append(found, text, begin, sentence.end)
    return found


def dateline(text: str) -> Sentence | None:
    """Where the report's dateline stands ("HANGZHOU, Nov 3 (Xinhua) --", "本报杭州4月9日电"), else None."""
    for number, line in enumerate(_LINE.finditer(text)):
        if number == _DATELINE_LINES:
            break
        for pattern in _DATELINES:
            if match := pattern.match(text, line.start(), line.end()):
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                return Sentence(start, match.start() + len(match[0].rstrip()))
    return None


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Lines, with lines that are wrapped prose put together."""
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        start, end = line.span()
        if spans and start - spans[-1][1] <= 2 and _goes_on(text, spans[-1], start, end):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _goes_on(text: str, previous: tuple[int, int], start: int, end: int) -> bool:
    if text.count("\n", previous[1], start) > 1:
        return False
    last_line = text[max(previous[0], previous[1] - 4 * _WRAPPED_WIDTH) : previous[1]].rstrip()
    first = text[start : min(end, start + 8)].lstrip()[:1]
    if not last_line or not first:
        return False
    if last_line[-1] in "，、":
        return True
    return (first.islower() and len(last_line) >= _WRAPPED_WIDTH) and last_line[-1] not in ".!?:;。！？：；"


def _append(found: list[Sentence], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        found.append(Sentence(start, end))


def _ends(text: str, start: int, end: int, begin: int, limit: int) -> bool:
    """Whether the stop at start..end (closing quotes included) ends a sentence that began at ``begin``."""
    mark = text[start]
    after = text[end]
    if mark in "。！？｡．" or (mark in ".!?" and "\u3400" <= after <= "\u9fff"):
        return _ends_chinese(text, start, begin, after)
    if "…" in text[start:end] or text.startswith("..", start):
        return after.isspace() and _opens(text, end, limit)
    if after in ",;:，；：、-–—/":
        return False
    if mark in "!?":
        return (after.isspace() and _opens(text, end, limit)) or after.isupper()
    if after.isspace():
        return _opens(text, end, limit) and not _abbreviation(text, start, begin, end)
    return _glued(text, start, end, limit)


def _ends_chinese(text: str, start: int, begin: int, after: str) -> bool:
    if after in "，、；：,;》":
        return False
    if text[start] == ".":
        if text[start - 1 : start].isdigit():  # "1.杭州": a list number, not a stop
            return False
        before = _WORD_BEFORE.search(text[max(begin, start - _LOOKBACK) : start])
        return before is None or before[0].lower() not in _LEXICON["open"] | _LEXICON["bound"]
    return not (text[start] == "．" and after.isdigit())


def _opens(text: str, position: int, limit: int) -> bool:
    """Whether what follows the space can open a sentence: anything but a small letter or a joining mark."""
    while position < limit and text[position].isspace():
        position += 1
    return position == limit or not (text[position].islower() or text[position] in ",;:)，；：）")


def _abbreviation(text: str, stop: int, begin: int, end: int) -> bool:
    before = _WORD_BEFORE.search(text[max(begin, stop - _LOOKBACK) : stop])
    if before is None:
        return False
    if stop - begin <= _LOOKBACK and _ENUMERATOR.fullmatch(text, begin, stop):  # "1. Build", "a. Build"
        return True
    if end > stop + 1:  # a closing mark stands after the stop
        return False
    word = before[0].strip("'’[{&").lower()
    following = text[end : end + _LOOKBACK].lstrip()
    initial = len(word) == 1 and word.isalpha() and before[0].isupper()
    if word in _LEXICON["bound"] and not initial:
        # "no." at the end of a sentence is rare, "No. 5" is not
        return word not in {"no", "nos", "p", "v", "art", "fig", "min", "max"} or following[:1].isdigit()
    if word in _LEXICON["months"]:
        return following[:1].isdigit() or word not in {"sun", "sat", "wed", "mar"}
    dotted = len(word) > 2 and word.count(".") * 2 + 1 == len(word)
    if word in _LEXICON["open"] or dotted:
        opener = _WORD_AFTER.match(following)
        return not (opener and opener[0].lower() in _LEXICON["openers"]) and following[:1] not in '"“‘'
    return initial


def _glued(text: str, start: int, end: int, limit: int) -> bool:
    """Two sentences with no space between: "upgrade.The construction"."""
    following = _WORD_AFTER.match(text, end, limit)
    opening_quote = text[end] in "“‘"
    if following is None:
        return opening_quote
    word = following[0]
    if not word[0].isupper() or (len(word) > 1 and not word[1:].islower()):
        return False
    if word.lower() in _LEXICON["suffixes"] or (len(word) == 1 and word not in "AI"):
        return False
    before = text[max(0, start - _LOOKBACK) : start]
    tail = before.split()[-1] if before.split() else ""
    if any(mark in tail for mark in (".", "@", "/", "_", "www")):
        return False
    if tail.lower() in _LEXICON["bound"] or tail.lower() in _LEXICON["months"]:
        return False
    return len(tail) > 1 or tail[-1:].isdigit() or end > start + 1
