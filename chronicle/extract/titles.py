"""A title for a mention: a short sentence made of the clause's own words, in their order; nothing is invented.

What belongs here: leaving out what a headline leaves out (datelines, lead-ins, who said it, asides) and ending a long
clause where it may end. The words for it are data (``data/titles.toml``).
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from chronicle.extract.lexicon import either, load

LONGEST = 100  # code points
LONGEST_ZH = 40
HARDEST = 116  # code points, where no good end comes before LONGEST
LEEWAY = 8  # code points over LONGEST that are better than a cut
FULL = 56  # code points that a clause fills with a subject and what it does
SHORTEST = 28  # code points that an end must leave
SHORTEST_ZH = 8
_DATELINE = re.compile(
    r"(?:[^\n]{2,60}? ?(?:--|—) ?|(?:[^a-z\n]{0,12}[A-Z]{3}[^\n]{0,48}?|[A-Z][a-z]+ \d[^\n]{0,20}?) [-–] ){1,2}(?=\S)"
    r"|[A-Z]{4,}[A-Z ,]*: |[A-Z][a-z]+, \d{1,2} [A-Z][a-z]+ \d{4}: |\([^()]{2,40}\) ?"
    r"|[-•·▲*] ?|(?:Item|Article) \w+: ?|(?:One|Two|Three|Four), "
)
_MARKED = re.compile(r"--|—|[-–:,] |Item |Article ")
_SENTENCE = re.compile(r"[.!?][”\"]? (?=[\"“]?[A-Z])")
_SHORT_FORM = re.compile(r"(?:^|[ .])(?:[A-Z]|No|Co|St|Dr|Mr|Ms|Ltd|Inc|Nov|Oct|Dec|Jan|Feb|Mar|Apr|Aug|Sep)$")
TAIL = 16  # code points that a number left at the end takes
HEAD = 70  # code points in which a dateline or a mark after a lead-in stands
_BRACKETS = re.compile(r" ?\([^()]*\)(?=\W|$)")
_ASIDE = re.compile(
    r", (?:which|who|whose|where) [^,;]{3,110}, (?=[a-z])(?!and |or |but |which |who )"
    r"|, (?:an?|one of|maker of|formerly|now|founded|based) [^,;]{3,90}, "
    r"(?=(?:[a-z]{2,}(?:ed|s)|built|held|won|sold|began|took|gave|rose|fell) )(?!as |its |this )"
    r"|, (?!and |or )[^,;]{3,110}, (?=(?:is|are|was|were|has|have|had|will|would|can|may) )"
)
_LEADS = re.compile(
    r"(?:With|To|Under|As|Despite|For|Over|Ahead of|At|During|In|On|After|By|From|Of|Over|Once|When|If|According to) "
)
_LEAD = re.compile(_LEADS.pattern + r"[^,;]{3,100}, (?=(?:the |an? )?[\w“\"])(?!and |or |as well)")
_NUMBER_LEFT = re.compile(r"(?:,|(?<=[a-z])) (?:(?!(?:19|20)\d\d$)\d[\d.,]*|RMB|USD|CNY|\$)$")
_DAY_INSIDE = re.compile(r" on [A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?(?=,? [a-z])")
_SPACE_BEFORE = re.compile(r" (?=[,;:.])")
_END = " ,;:.!?。，；：！？、-–—"
_OPENER_ZH = re.compile(r"(?:[^，。\n]{0,14}[讯电][）)]?[\s　]*)?(?:[（(][^（()）]{2,24}[）)][\s　]*)?")
_DATE_ZH = re.compile(
    r"(?:\d{1,2}月\d{1,2}日至(?:\d{1,2}月)?\d{1,2}日|[今去前本]?年?(?:\d{4}年)?(?:\d{1,2}月)(?:\d{1,2}日)?(?:[上下]午|晚)?|\d{1,2}日(?:[上下]午)?|\d{4}年)，"
)
_LEAD_ZH = re.compile(r"(?:记者)?从[^，]{2,24}(?:获悉|了解到|看)，|[^，]{2,24}(?:介绍|表示|透露)，")
_CUT_ZH = re.compile(r"[，；：,;。]")
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"))


class Words(NamedTuple):
    """The words of the table as patterns."""

    opener: re.Pattern[str]
    date: re.Pattern[str]
    says: re.Pattern[str]
    ends: tuple[re.Pattern[str], ...]
    dangling: frozenset[str]
    dangling_zh: tuple[str, ...]
    bare: re.Pattern[str]
    verb: re.Pattern[str]
    opener_zh: re.Pattern[str]


def title_of(text: str, start: int, end: int, lang: str) -> str:
    """A short sentence from text[start:end]; never empty for a span that has a visible character."""
    words = " ".join(text[start:end].split())
    if lang == "zh":
        return _chinese(words)
    table = _words()
    told = _opened(_first_sentence(words), table)
    if "(" in told:
        told = _BRACKETS.sub("", told)
    if said := table.says.search(told, SHORTEST):
        told = told[: said.start()]
    if "," in told:
        told = _ASIDE.sub(" ", told)
    if len(told) > LONGEST + LEEWAY:
        told = _shortened(told, table).strip(_END)
        if left := _NUMBER_LEFT.search(told, max(0, len(told) - TAIL)):
            told = told[: left.start()]
    told = _ended(told, table) or words[:LONGEST].strip(_END) or words[:LONGEST]
    capital = told[:1].upper()
    return capital + told[1:] if capital.lower() == told[:1] else told


def _first_sentence(words: str) -> str:
    for match in _SENTENCE.finditer(words, SHORTEST):
        if not _SHORT_FORM.search(words, max(0, match.start() - 5), match.start()):
            return words[: match.start()]
    return words


def _opened(words: str, table: Words) -> str:
    """The words after dateline, lead-in and mere date."""
    for _ in range(3):  # a dateline, a date, a lead-in
        before = words
        head = words[:HEAD]
        marked = not head[:1].isalpha() or _MARKED.search(head)
        for pattern in (_DATELINE, table.opener, table.date, table.bare) if marked else (table.opener, table.bare):
            match = pattern.match(words)
            if match and len(words) - match.end() >= SHORTEST // 2:
                words = words[match.end() :]
        if words is before:
            break
    return words


def _shortened(words: str, table: Words) -> str:
    """The longest beginning that may stand alone, by the best kind of end that there is."""
    if (lead := _LEAD.match(words)) and len(words) - lead.end() >= FULL:
        words = words[lead.end() :]
        if len(words) <= LONGEST:
            return words
    words = _DAY_INSIDE.sub("", words) if len(words) > LONGEST else words
    if len(words) <= LONGEST:
        return words
    late: list[int] = []
    for pattern in table.ends:
        cuts = [match.start() for match in pattern.finditer(words, SHORTEST, HARDEST + 12) if _may_end(words, match)]
        good = [cut for cut in cuts if cut <= LONGEST]
        if good and table.verb.search(words, 0, good[-1]) and (good[-1] >= FULL or not _LEADS.match(words)):
            return words[: good[-1]]
        late += [cut for cut in cuts if LONGEST < cut <= HARDEST]
    space = words.rfind(" ", 0, LONGEST)
    return words[: min(late) if late else space if space > 0 else LONGEST]


def _may_end(words: str, match: re.Match[str]) -> bool:
    """Not inside quotation marks, nor inside a name ("Ministry of Science and Technology")."""
    if words.count('"', 0, match.start()) % 2:
        return False
    if match[0] not in (" and ", " of ", " for "):
        return True
    if match[0] == " and " and "between " in words[max(0, match.start() - 24) : match.start()]:
        return False
    last = words[words.rfind(" ", 0, match.start()) + 1 : match.start()]
    return not (last[:1].isupper() and words[match.end() : match.end() + 1].isupper())


def _ended(words: str, table: Words) -> str:
    """Without marks and words that leave a sentence hanging, and without half a pair of quotation marks."""
    words = words.strip(_END)
    while words and words[_last(words) :].lower() in table.dangling:
        words = words[: _last(words)].rstrip(_END)
    return _paired(words, " ").strip(_END)


def _last(words: str) -> int:
    """Where the last word starts."""
    return words.rfind(" ") + 1


def _paired(words: str, gap: str) -> str:
    """Without marks that lost their other half; ``gap`` stands in their place."""
    if words.isascii() and '"' not in words and "(" not in words and ")" not in words:
        return words
    lost = [mark for left, right in _PAIRS if words.count(left) != words.count(right) for mark in (left, right)]
    lost += ['"'] if words.count('"') % 2 else []
    for mark in lost:
        words = words.replace(mark, gap)
    return _SPACE_BEFORE.sub("", " ".join(words.split())) if lost else words


def _chinese(words: str) -> str:
    table, told = _words(), words
    if (stop := words.find("。", SHORTEST_ZH)) > 0:
        told = words[:stop]
    for _ in range(2):
        for pattern in (_OPENER_ZH, table.opener_zh, _DATE_ZH, _LEAD_ZH):
            match = pattern.match(told)
            if match and len(told) - match.end() >= SHORTEST_ZH:
                told = told[match.end() :]
    if len(told) > LONGEST_ZH:
        cuts = [match.start() for match in _CUT_ZH.finditer(told, SHORTEST_ZH) if match.start() <= LONGEST_ZH]
        told = told[: cuts[-1] if cuts else max(told.rfind("、", SHORTEST_ZH, LONGEST_ZH), 0) or LONGEST_ZH]
    told = told.strip(_END)
    while told.endswith(table.dangling_zh):
        told = told[:-1]
    return _paired(told, "").strip(_END) or words[:LONGEST_ZH].strip(_END) or words[:LONGEST_ZH]


@cache
def _words() -> Words:
    data: Mapping[str, Mapping[str, list[str]]] = load("titles")  # type: ignore[assignment]
    says, dates = either(data["says"]["en"]), either(data["dates"]["en"])
    return Words(
        re.compile(rf"(?:According to [^,]{{1,70}}|{either(data['opens']['en'])}),? (?=\S)"),
        re.compile(
            r"(?:In|On|At|Since|During|Over|Last|This|Next|Early|Late) [^,.;]{0,30}?"
            rf"\b(?:{dates}|[12]\d{{3}})\b[^,.;]{{0,12}}, "
        ),
        re.compile(
            rf", (?:said|says|according to) .*$|, (?:its|the|[A-Z])[^,]{{2,60}} {says}, .*$"
            rf"|, [^,]{{2,60}}(?:, [^,]{{2,80}},)? {says}(?: (?:on|at|in|to|a|the) [^,]*)?\W*$"
        ),
        tuple(_ends(data["cut"])),
        frozenset(data["dangling"]["en"]),
        tuple(data["dangling"]["zh"]),
        re.compile(rf"(?:{either(data['bare']['en'])}) "),
        re.compile(rf"\b(?:{either(data['verb']['en'])}|[a-z]{{2,}}ed)\b|\b[a-z]{{3,}}s (?:\d|the |an? |its )"),
        re.compile(rf"(?:{either(data['opens']['zh'])})，"),
    )


def _ends(cut: Mapping[str, list[str]]) -> Iterator[re.Pattern[str]]:
    yield re.compile(rf", (?:{either(cut['clause'])})\b|; |: | -- | – ")
    yield re.compile(rf" (?:{either(cut['inner'])}) ")
    yield re.compile(rf" (?:{either(cut['phrase'])}) ")
