"""Whether a unit tells an event: an act, a plan, a figure, a rank or a lasting arrangement about innovation.

Not events: quoted opinion, scene-setting, headings, explanations of a word, welcome words (labelling rule 1 of the
analyst). The default for a sentence of news is yes; each no has a name.
"""

import re
from typing import NamedTuple

from chronicle.extract.events.types import classify
from chronicle.extract.events.unit import Page, Unit

ACTS = (
    "sign", "issue", "invest", "build", "designate", "award_verb", "transfer", "ip", "governance", "service", "aim",
    "future", "talent", "research", "business", "rank", "stats_verb", "geography",
)  # fmt: skip
STRONG_ACTS = ("sign", "issue", "designate", "award_verb", "invest", "build")
SHORT_WORDS = 12  # a sentence without figures up to this length sets a scene more often than it reports
LEAST_WORDS = 4
CLEAR_ACT = 2.4  # of the best type's rules: then even a short sentence tells an act
LIKELY_ACT = 1.3  # enough for a longer sentence
QUOTED_SHARE = 0.5  # of the unit's text in quotation marks: then it is somebody's words
_QUOTED = re.compile(r"[“\"「『][^“”\"「」『』\n]{12,}[”\"」』]?")
_SENTENCE_END = re.compile(r"[.!?。！？;；…][\"'”’」』)）\]]*\s*$")
_CJK = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ASCII_WORD = re.compile(r"[0-9A-Za-z]+(?:['-][0-9A-Za-z]+)*")
_EXPLAINS = re.compile(
    r"(?:The |An? |This |These |Such |It )?[^,.;:]{0,80}?\b(?:is|are) (?:a|an|one|one of the|mainly|basically)"
    r" (?:[\w-]+ ){0,2}?(?:type|kind|form|sort|model|concept|mode|way|carrier|category|means|method|tool"
    r"|channel|bridge|window|symbol|task)s?"
    r" (?:of|that|which|to|for|in|where|by)\b"
    r"|Such (?:[\w-]+ ){1,3}?(?:are|is|serve|serves)\b"
    r"|[^，。；]{0,30}?是(?:一种|一类|指|一项.{0,6}技术)"
)
_EXHORTS = re.compile(  # every branch begins with a plain character, which is quick to look for
    r" (?:(?<=\bwe )|(?<=\byou )|(?<=\bthey )|(?<=\beveryone )|(?<=\bdepartments )|(?<=\benterprises )|(?<=\bpeople ))"
    r"(?:should|must|ought to|need to|have to)\b|我们(?:应|必须|要)|大家(?:应|必须|要)|要(?:应|必须|要)"
)
_PURPOSE = re.compile(r"(?:In order to|So as to|For the purpose of)\b[^,]*$|为了?[^，]*$")
_ADDRESSES = re.compile(r"(?:If|When|Have|Are|Do) you(?:'ve)?\b")
_WORDS_OF_ONE = re.compile(  # "We came for the money," said one founder
    r"[“\"](?P<words>[^“”\"\n]{8,})[”\"],?(?: -)? (?:(?:[\w.-]+ ){0,4}?)(?:said|says|summed up|added|recalls?|explained"
    r"|noted|laughed|joked|told|remembers|smiles?)\b"
)
_IN_PERSON = re.compile(r"\b(?:we|i|you|us|our|my|i'm|we're|it's)\b", re.I)
_ONE_SAID = re.compile(r"One [^.;]{3,80}?\b(?:said|says|told|recalled|joked)\b")
_BRIEFS = re.compile(
    r"\b(?:introduced?|presented?|briefed)\b[^.;]{0,40}\b(?:situation|circumstances)\b"
    r"|\banswer(?:ed)? (?:the )?questions\b|介绍了?(?:相关|有关|具体)?情况|回答了?记者"
)
_BARE_RELEASE = re.compile(
    r"[^.;。；]{0,80}\b(?:published|released|announced|issued)\b[^.;]{0,60}\b(?:indicators|figures|data|statistics)\b[^.;,]{0,20}[.]$"
    r"|[^。；，]{0,40}(?:发布|公布|通报)了?[^。；，]{0,30}(?:数据|指标|统计公报|情况)。?$"
)
_SPEAKS_ZH = re.compile(r"(?:说|表示|介绍|坦言|笑言|感慨|感叹|如是说)[。：:]?\s*$")
_TAIL = 12  # code points at a unit's end that hold its last stop with the marks after it
_QUESTION = re.compile(r"[?？][\"'”’」』]?\s*$")


class Verdict(NamedTuple):
    """Whether it is an event, and the name of the rule that decided."""

    is_event: bool
    why: str


def judge(page: Page, unit: Unit) -> Verdict:
    """The verdict on one unit; the first rule that applies decides."""
    text = page.text[unit.start : unit.end]
    words = length(text)
    figures = "q:any" in unit.concepts
    if words < LEAST_WORDS:
        return Verdict(False, "too short")
    tail = max(0, len(text) - _TAIL)
    ends_line = page.text[unit.end : unit.end + 1] in ("", "\n")
    if ends_line and not figures and words <= SHORT_WORDS and not _SENTENCE_END.search(text, tail):
        return Verdict(False, "a heading")
    if _QUESTION.search(text, tail):
        return Verdict(False, "a question")
    if unit.has("speech") and _only_quotes(page, unit):
        return Verdict(False, "quoted words")
    quoted = quoted_share(text)
    if quoted > QUOTED_SHARE and unit.has("speech") and not unit.has("sign", "held"):
        return Verdict(False, "quoted words")
    if quoted > 0.9:
        return Verdict(False, "quoted words")
    words_of_one = _WORDS_OF_ONE.match(text)
    if (
        words_of_one is not None
        and _IN_PERSON.search(words_of_one["words"])
        and not _tells_figures(page, unit, words_of_one)
    ):
        return Verdict(False, "quoted words")
    if _ADDRESSES.match(text) and not figures:
        return Verdict(False, "addresses the reader")
    if _ONE_SAID.match(text) and len(unit.quantities) <= 1:
        return Verdict(False, "words of somebody")
    if not figures and not unit.has("held", "sign") and (_BRIEFS.search(text) or _BARE_RELEASE.match(text)):
        return Verdict(False, "tells nothing by itself")
    if unit.has("explain") and not unit.has("future", *STRONG_ACTS):
        return Verdict(False, "an explanation")
    if _PURPOSE.fullmatch(text) or (not figures and not unit.dates and _SPEAKS_ZH.search(text, tail)):
        return Verdict(False, "tells nothing by itself")
    reports = unit.has(*STRONG_ACTS, "held") and unit.has("past") and not unit.has("future")
    if not figures and not unit.dates and not reports:
        if _EXPLAINS.match(text):
            return Verdict(False, "an explanation")
        if unit.has("rhetoric"):
            return Verdict(False, "praise and principles")
    if not unit.dates and not unit.has("q:money", "q:growth", "q:percent", "stats_verb") and _EXHORTS.search(text):
        return Verdict(False, "an opinion")
    if figures:
        return Verdict(True, "has a figure")
    if unit.has("opinion") and not unit.has("future"):
        return Verdict(False, "an opinion")
    if unit.has("meeting_noun") and unit.has("held") and (unit.dates or words > SHORT_WORDS):
        if _guest(unit):
            return Verdict(False, "a guest at a meeting")
        return Verdict(True, "a meeting is held")
    if _guest(unit):
        return Verdict(False, "a guest at a meeting")
    score = classify(unit.concepts).score
    if score >= CLEAR_ACT or (unit.has("future") and unit.has("aim", *ACTS)):
        return Verdict(True, "tells an act")
    if any(date.kind in ("date", "span") for date in unit.dates) and unit.has("past", "future", *ACTS):
        return Verdict(True, "a dated act")
    if words <= SHORT_WORDS:
        return Verdict(False, "sets a scene")
    if score >= LIKELY_ACT and unit.has(*ACTS):
        return Verdict(True, "tells an act")
    return Verdict(False, "no act and no figure")


def _tells_figures(page: Page, unit: Unit, quoted: re.Match[str]) -> bool:
    """Whether the quoted words hold a figure or an act of their own."""
    start, end = unit.start + quoted.start("words"), unit.start + quoted.end("words")
    if any(quantity.kind not in ("ordinal", "duration", "ratio") for quantity in page.quantities_in(start, end)):
        return True
    return any(hit.concept in STRONG_ACTS and start <= hit.start < end for hit in unit.hits)


def _guest(unit: Unit) -> bool:
    """ "The rector opened the event": somebody's part in a meeting, with no date, figure or act of its own."""
    if not unit.has("meeting_noun") or unit.dates or unit.has("sign", "issue", "designate", "invest", "future"):
        return False
    return unit.has("guest", "speech") and "a:person" in unit.concepts


def _only_quotes(page: Page, unit: Unit) -> bool:
    """Whether everything but the naming of the speaker stands in quotation marks, and no figure is told."""
    spans = [match.span() for match in _QUOTED.finditer(page.text, unit.start, unit.end)]
    if not spans or unit.quantities or unit.dates:
        return False
    outside = [hit for hit in unit.hits if not any(start <= hit.start < end for start, end in spans)]
    return not any(hit.concept in STRONG_ACTS or hit.concept in ("future", "held") for hit in outside)


def length(text: str) -> int:
    """Words; two Chinese characters count as one word."""
    if text.isascii():
        return len(_ASCII_WORD.findall(text))
    chinese = len(_CJK.findall(text))
    return chinese // 2 + len(_WORD.findall(_CJK.sub(" ", text)))


def quoted_share(text: str) -> float:
    """How much of the text stands in quotation marks (short quoted names do not count)."""
    return sum(len(match[0]) for match in _QUOTED.finditer(text)) / max(1, len(text))
