"""Dates that a clause names beside its own: of a remark, of what it is measured against, of another time.

What belongs here: only whether a date is such an aside. Which of the other dates is the event's is said in ``when``.
"""

import re

from chronicle.extract.events.unit import Page, Unit
from chronicle.extract.records import Date

_REMARK = re.compile(
    r"\b(?:which|that|who) (?:was|were) (?!held|staged|hosted)[a-z]+ (?:in|on)\s*$|, founded [^,]{0,40}$"
)
_COMPARED = re.compile(r"\b(?:than|with|to|against|from|over|on)\s+(?:in |that of |those of )?$|[比较]$")
_MEASURED_AGAINST = re.compile(
    r"\b(?:than (?:in|at|on|for|by|the|that|those|a|it|its|during)"
    r"|(?:compared|compares|comparison) (?:with|to)|against|versus"
    r"|(?:twice|double|triple|half|times) (?:the|that|those|as)"
    r"|from (?:the |a |an )?(?:previous|last|preceding|prior|earlier|former))\b(?:[^,;:.()]|(?<=\d)[.,](?=\d)){0,40}$",
    re.I,
)
# "up from 41 percent five years earlier", "cut to 38,000 from 52,000 last year", but "rose from 3 in 2018 to 9"
_FROM_A_LEVEL = re.compile(
    r"\b(?:from|against|than|versus) (?:(?:about|some|only|just|nearly|over) )?"
    r"(?:[^\s\d]{0,4}\d|\d*(?:[a-z]+th|first|second|third)\b)(?:(?! to )[^,;()]|(?<=\d),(?=\d)){0,32}$"
)
_TO_ANOTHER = re.compile(r"[^,;.]{0,12}\bto\b")
_UP_FROM = re.compile(
    r"\b(?:up|down|higher|lower|better|worse|more|less|fewer)(?: \w+)? (?:from|than|on)(?: (?:in|that of))?\s*$"
)
_EACH_YEAR = re.compile(
    r"(?:每年|逐年)(?:的)?(?:于|在)?$"
    r"|\b(?:every|each) year,? (?:(?:in|by|on|before|until|around|at)(?: the)? )?(?:(?:end|middle|beginning) of )?$"
)
_LAST_TIME = re.compile(r"\b(?:last|most recently|latest)(?: time)?,?(?: (?:in|at) [^,.;]{1,40})? (?:in|on)\s*$")
_TODAY = re.compile("today", re.I)
_IS_SO_TODAY = re.compile(  # "Today it counts 200 firms", but "today it announced"
    r"today,? (?:(?!\w+ed\b)[\w'’-]+ ){1,6}?"
    r"(?:has|have|counts?|employs?|houses|hosts|stands?|runs|operates|owns|numbers|includes?"
    r"|(?:is|are)(?! [a-z]+ed\b))\b",
    re.I,
)
_HAS_DONE = re.compile(r"\b(?:has|have|had)(?: \w+ly| been| already| also| since)* \w+")
_COMMA = re.compile(r",(?!\d)")
_REPORTER_CAME = re.compile(
    r"(?:上午|下午|晚)?[，,]?(?:本报|见习)?(?:记者|笔者)(?:来到|走进|走访|在|到|见到|看到|探访|实地|前往|驱车)"
    r"|,? (?:the|our|this) (?:reporter|correspondent)s? (?:came|went|visited|walked|saw|met|entered|arrived)\b"
)
_DONE = r"(?:led|brought|given|\w+ed|\w+wn|sent|held|spent|taken|made|put)\b"
_SUMMED_UP = re.compile(
    rf"[,，][^.;]{{0,80}}?\b(?:has|have) (?:so far|to date|since|altogether|already|in total|now)(?: \w+ly)? {_DONE}"
    rf"|[,，][^.;]{{0,80}}?\b(?:has|have) {_DONE}[^.;]{{0,80}}? (?:so far|to date|altogether|in total)\b"
)
_MORE_THAN = re.compile(r"(?:more|less|fewer|higher|lower) than\b", re.I)
_NAMES_A_ROUND = re.compile(  # "the 2022 annual assessment", 2021年度…名单
    r" annual (?:assessment|evaluation|award|prize|list|ranking|[\"“])"
    r"|(?:年?度|(?<=年度))[^，。；]{0,16}(?:名单|奖|称号|优秀|先进|评估|评价|考核|榜)"
)
_SAME_PERIOD = re.compile(r"same (?:period|time|months?|quarter|half)(?: (?:of|in|a))?(?: the)?\s*$", re.I)
_SAME_PERIOD_AFTER = re.compile(r"(?:['’]s)? (?:the )?same (?:period|time|months?|quarter)\b|同期")
_OF_ANOTHER_TIME = re.compile(
    r"\b(?:which|who|whose)(?: [a-z]+){1,6} (?:in|on|since|during)\s*$"
    r"|\b(?:since|after|before|until) (?:its|their|the|his|her) (?:[a-z]+ ){1,3}in\s*$"
)
_MOST_SINCE = re.compile(
    r"\b(?:since (?:the )?[a-z]+ (?:began|started) (?:in )?"
    r"|(?:highest|lowest|largest|biggest|most|best|worst|fastest|first|second|third|[a-z]+th)\b[^,;.]{0,40} since "
    r"(?:(?:the|it|they|its|their|he|she)\b[^,;.]{0,40} (?:in|on) )?)\s*$"
)
_WHICH_COMES = re.compile(
    r", which (?:begins?|starts?|opens?|ends?|closes?|is due|takes place)(?: on| in| from)? (?:the )?$"
)
_THAT_CLAUSE = re.compile(r"[a-z] that(?: [a-z]+){1,3} (?:in|on|since|during)\s*$")
_SINCE_THEN_ZH = re.compile(r"(?:成立|开园|建成|投用|启动|实施|创办|运营|揭牌|设立)以来")
_FOUNDED_THEN = re.compile(
    r"\b(?:founded|established|set up|opened|thrown open|built|launched|created|begun|formed) (?:back )?in\s*$", re.I
)
_SO_FAR = re.compile(r"\b(?:now|so far|to date|up to now|by now|at present)\b")
_POSSESSIVE = re.compile(r"['’]s\b")
_ORIGIN = re.compile(r"\b(?:from|since|after|like)\s*$")
_THAT_DAY = re.compile(r"(?:on )?(?:that|the same) day|当日|当天|同日", re.I)


def is_aside(page: Page, unit: Unit, date: Date) -> bool:
    """Whether the date belongs to a remark ("which was founded in 2011"), a comparison or only points back."""
    opening = unit.start - len("which ") if page.text.endswith(("which ", ", who "), 0, unit.start) else unit.start
    before = page.text[max(opening, date.start - 64) : date.start]
    if _measured(page, date, before) or _NAMES_A_ROUND.match(page.text, date.end):
        return True
    if date.precision == "year" and (
        (date.basis == "relative" and date.kind != "duration" and _COMPARED.search(before))
        or _MEASURED_AGAINST.search(before)
        or _UP_FROM.search(before)
        or _OF_ANOTHER_TIME.search(before)
        or _MOST_SINCE.search(before)
        or (page.text[date.end : date.end + 1] == "," and _THAT_CLAUSE.search(before))
        or (_ORIGIN.search(before) and _POSSESSIVE.match(page.text, date.end))
        or (
            _FOUNDED_THEN.search(before)
            and _SO_FAR.search(page.text, date.end, min(unit.end, date.end + 240))
            and not summed_up_since(page, unit, date)
        )
        or _SINCE_THEN_ZH.match(page.text, date.end)
    ):
        return True
    if _REPORTER_CAME.match(page.text, date.end, date.end + 40) or _in_whose(page, unit, date):
        return True
    if _EACH_YEAR.search(before) or (unit.has("each_year") and _LAST_TIME.search(before)):
        return True
    if _TODAY.match(page.text, date.start, date.end) and _IS_SO_TODAY.match(page.text, date.start, unit.end):
        return True
    if _THAT_DAY.fullmatch(page.text, date.start, date.end):
        return True
    return bool(_REMARK.search(before) or _WHICH_COMES.search(before))


def summed_up_since(page: Page, unit: Unit, date: Date) -> bool:
    """Whether a sum of all the years since is told: "first held in 2013, the fair has so far led to 300 deals"."""
    return _SUMMED_UP.match(page.text, date.end, min(unit.end, date.end + 240)) is not None


def _in_whose(page: Page, unit: Unit, date: Date) -> bool:
    """Whether the date is of another thing: "have signed up for the park, whose first hall opened in May"."""
    at = page.text.rfind(", whose ", max(unit.core, date.start - 160), date.start)
    if at < 0 or not _HAS_DONE.search(page.text, unit.core, at):
        return False
    commas = len(_COMMA.findall(page.text, at + 1, date.start))
    return commas in (0, 2) and page.text.find(";", at, date.start) < 0


def _measured(page: Page, date: Date, before: str) -> bool:
    """Whether a figure is measured against that time: "than in the same period last year"."""
    if _SAME_PERIOD_AFTER.match(page.text, date.end, date.end + 24) or _SAME_PERIOD.search(before):
        return True
    if date.basis == "relative" and before[-2:-1].isalnum() and _MORE_THAN.match(page.text, date.start, date.end):
        return True
    return _FROM_A_LEVEL.search(before) is not None and not _TO_ANOTHER.match(page.text, date.end, date.end + 24)
