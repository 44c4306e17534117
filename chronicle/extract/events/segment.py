"""Sentences to units: a sentence is one unit, unless its form says that it tells two acts.

The forms: items of a semicolon list, an act inside a meeting ("used the forum to unveil …", "after agreements … had
been signed"), an announcement at a dated meeting, and a past act followed by an intention ("… and plans to …").
"""

import re

from chronicle.extract.events.types import classify
from chronicle.extract.events.unit import Page, Unit, unit
from chronicle.extract.lexicon import Sought, forms, words_of
from chronicle.extract.records import Sentence
from chronicle.extract.sentences import clauses

# Windows are bounded, so no pattern can run over a long sentence again and again.
_LEAD_IN = Sought(
    rf"[^.;:!?\n]{{0,160}}?\b(?:{forms('lead_in')}|told [^,]{{1,40}})"
    r"(?:(?: [^,.;]{1,60}?)??(?:,? that\b,?\s*"
    r"|,? (?![^,.;“\"]{0,60}\bthat\b)(?=[^,.;“\"]{1,60}? (?:will|would|plans?|aims?|is|are|has|have)\b))|, (?=[a-z]))",
    ["told ", *words_of("lead_in")],
)
_LEAD_IN_ZH = Sought(
    rf"(?:据悉|[^。；！？\n]{{0,40}}?{forms('lead_in', 'zh')})[，,：:]\s*[“\"]?", ["据悉", *words_of("lead_in", "zh")]
)
_ACT_INSIDE_MEETING = re.compile(
    rf"\bto {forms('act_after_to')}\b|(?<=, ){forms('act_link')}\b(?=[^;\n]{{1,140}}?\b{forms('act_done')}\b)"
)
_ANNOUNCED_AT = Sought(
    rf", (?P<told>(?:the |a |an )?\w[\w' .-]{{0,60}}? {forms('announced')} (?:at|during) "
    r"(?:its|the|a|an|their) [^,;.]{3,80})",
    [f"{word} {joint} " for word in words_of("announced") for joint in ("at", "during")],
)
_THEN_INTENDS = Sought(
    r"(?:, and|, but|, while| and| but| while|,) "  # plain beginnings are quick to look for
    r"(?=(?:(?:this year |next year |in 20\d\d )?(?:it |they |he |she |the \w+ |[A-Z]\w+ )?"
    rf"(?:now |also )?{forms('intends')}\b))",
    [f" {word}" for word in words_of("intends")],
)
_THEN_WILL = re.compile(
    r", (?:and|while|but) (?:that )?(?=(?!it |they |he |she |of |which )(?:[^,;.]|(?<=\d)[,.](?=\d)){2,90}?"
    r" (?:will|would|is to|are to|is due|are due|should|(?:is|are) (?:expected|forecast|projected)) )"
)
_THEN_WILL_ZH = re.compile(
    r"，(?=[一二三]期(?:工程|项目)?(?:计划|将|拟|预计))|，(?=(?:双方|三方|各方|未来|下一步|今后|后续)(?:还|也|并)?(?:将|拟|计划)|到20\d\d年[底末]?，?(?:力争|争取|要))"
)
_SHOULD = re.compile(r"\b(?:[Bb]y (?:then|that time)|promises?|pledges?|is due|are due|means to|must)\b")
_THEN_ALSO_ZH = re.compile(r"，(?=并(?:在|于|被)[^，。；]{4,})")
_THEN_EXPECTED = re.compile(
    r", (?=(?:by|to) (?:the )?end of (?:this|the|next) year[^,.;]{0,30}? (?:expected|will|strives?)\b)"
    r"|,? (?:under|in|by|according to) which"
    r" (?=(?:it|they|the \w+|[A-Z]\w+) (?:means?|plans?|aims?|intends?|wants?|hopes?) to\b)"
)
_THEN_BECAME = re.compile(r" and (?=(?:was|were|has been|became) [a-z]+ed\b|(?:has|have) (?:just|recently|now|since) )")
_ON_THE_MEETING = re.compile(
    r", (?=(?:and )?(?:on|at|in|during) the (?:same )?(?:meeting|conference|forum|event|ceremony|expo|fair|summit) )"
)
_AT_MEETING_ZH = re.compile(r"，")
_CONTINUES = re.compile(rf"\s*(?:{forms('continues_item')}|{forms('continues_item', 'zh')})", re.I)
_WORKS = re.compile(r"\s*(?:the )?(?:works?|construction|building work)\b", re.I)
_JOINT = re.compile(r",? and (?=[a-z]|[A-Z])|, while |, with |, which |, where |, when |, after ")
LONGEST_LEAD_IN = 200  # code points in which the word of telling begins and ends
NEAR_JOINT = 14  # code points after a bare "and" in which the second act's verb begins
_GOES_ON_NOUN = re.compile(r"(?:of|for|to|so|with|their|its|by|as|from|in|especially|even|other|also for) ")
DEEDS = ("sign", "issue", "held", "designate", "award_verb", "build", "invest")
NAME_WINDOW = 400  # code points in which a name or a quotation around a joint is looked for
CLEAR_SCORE = 4.0  # of a part's type: an act with its object, not a word
ACT_TYPES = frozenset({
    "agreement", "meeting", "policy", "funding", "facility", "designation", "award", "transfer", "talent", "research",
    "business", "service", "governance", "ip", "statistics",
})  # fmt: skip
KINDRED = frozenset({  # two names of one act
    frozenset({"designation", "award"}), frozenset({"funding", "agreement"}), frozenset({"transfer", "agreement"}),
    frozenset({"facility", "designation"}), frozenset({"award", "funding"}), frozenset({"statistics", "ip"}),
    frozenset({"statistics", "award"}), frozenset({"statistics", "transfer"}), frozenset({"ip", "award"}),
    frozenset({"statistics", "talent"}), frozenset({"statistics", "business"}), frozenset({"statistics", "agreement"}),
    frozenset({"statistics", "funding"}), frozenset({"statistics", "facility"}), frozenset({"service", "funding"}),
    frozenset({"business", "research"}), frozenset({"ip", "transfer"}), frozenset({"service", "policy"}),
})  # fmt: skip
_LEAST_WORDS = 4


def units(page: Page, sentences: list[Sentence]) -> list[Unit]:
    """The units of the page in order of their start, an act inside a sentence right after the sentence."""
    found: list[Unit] = []
    paragraph, position = 0, 0
    for sentence in sentences:
        paragraph += page.text.count("\n", position, sentence.start)
        position = sentence.start
        for start, end in _items(page, sentence):
            whole = unit(page, start, end, _after_lead_in(page, start, end), paragraph)
            parts = _with_acts_inside(page, whole)
            found.extend(parts if len(parts) > 1 else _two_acts(page, whole))
    return found


def _items(page: Page, sentence: Sentence) -> list[tuple[int, int]]:
    """The semicolon items of a sentence, those without an act of their own joined to the one before."""
    spans: list[tuple[int, int]] = []
    for item in clauses(page.text, sentence):
        if spans and not _stands_alone(page, item.start, item.end):
            spans[-1] = (spans[-1][0], item.end)
        else:
            spans.append((item.start, item.end))
    return [part for span in spans for part in _past_and_intention(page, *span)]


def _stands_alone(page: Page, start: int, end: int) -> bool:
    if _CONTINUES.match(page.text, start, end):
        return False
    item = unit(page, start, end, start, 0)
    own = _WORKS.match(page.text, start, end) is None  # else of the site that the item before tells
    dated = own and bool(item.dates) and item.has("build", "future")
    return dated or item.has("q:any", "sign", "designate", "award_verb", "issue", "invest")


def _past_and_intention(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """A past act and a following intention are two events ("spent 3 billion yuan … and plans to …")."""
    intends = _THEN_INTENDS.may_stand_in(page.text[start:end])
    for match in _THEN_INTENDS.pattern.finditer(page.text, start, end) if intends else ():
        before = unit(page, start, match.start(), start, 0)
        after = unit(page, match.end(), end, match.end(), 0)
        if (
            before.has("q:any")
            and before.has("past", "stats_verb", "held")
            and not before.has("future")
            and after.has("q:any")
        ):
            return [(start, match.start()), (match.end(), end)]
    patterns = (_THEN_WILL_ZH, _THEN_ALSO_ZH) if page.lang == "zh" else (_THEN_EXPECTED, _THEN_WILL, _THEN_BECAME)
    for pattern in patterns:
        for match in pattern.finditer(page.text, start, end):
            before = unit(page, start, match.start(), _after_lead_in(page, start, match.start()), 0)
            after = unit(page, match.end(), end, match.end(), 0)
            if _SHOULD.search(page.text, start, match.start()) is not None:
                continue
            if _tells_another(pattern, before, after):
                return [(start, match.start()), (match.end(), end)]
    return [(start, end)]


def _tells_another(pattern: re.Pattern[str], before: Unit, after: Unit) -> bool:
    """Whether the two parts at a joint tell two acts."""
    if pattern is _THEN_BECAME:
        return _changes_time(before, after)
    if pattern is _THEN_ALSO_ZH:  # "…，并在德阳建设…", "…，并被评为…"
        return before.has("q:any", *DEEDS) and after.has(*DEEDS, "award_verb", "designate", "trial")
    return _turns_to_plan(before, after)


def _turns_to_plan(before: Unit, after: Unit) -> bool:
    """Whether something told as done or fixed is followed by something of its own that is to come."""
    if before.has("service", "entitled") and after.has("entitled"):
        return False  # what can be had, and its ceiling
    told = before.has("q:any", *DEEDS) or bool(before.dates)
    return told and not before.has("future") and after.has("q:any", "q:ordinal", "build") and after.has("future")


def _changes_time(before: Unit, after: Unit) -> bool:
    """Two acts of one subject at two times: "was founded in 1996 and was upgraded in 2012", "… and has just …"."""
    if not before.dates or not before.has("past", "founding", *DEEDS):
        return False
    if after.dates:
        return {date.edtf for date in before.dates}.isdisjoint(date.edtf for date in after.dates)
    return after.has(*DEEDS, "ip", "transfer") and not before.has("future")


def _two_acts(page: Page, whole: Unit) -> list[Unit]:
    """A sentence whose parts each tell an act of another kind ("issued 18 measures and set up a fund of …")."""
    strong = [kind for kind, total in classify(whole.concepts).sums if total >= CLEAR_SCORE and kind in ACT_TYPES]
    if len(strong) < 2:
        return [whole]
    for match in _JOINT.finditer(page.text, whole.core, whole.end):
        if _GOES_ON_NOUN.match(page.text, match.end(), whole.end) or _inside_name(
            page, whole.start, match.start(), match.end()
        ):
            continue
        left = unit(page, whole.start, match.start(), whole.core, whole.paragraph, whole.why)
        right = unit(page, match.end(), whole.end, match.end(), whole.paragraph, ("a second act in the sentence",))
        one, two = classify(left.concepts), classify(right.concepts)
        if (
            one.type != two.type
            and (
                match[0] != " and "
                or any(hit.start <= match.end() + NEAR_JOINT and hit.concept in DEEDS for hit in right.hits)
            )
            and right.has("q:any", *DEEDS)
            and not (match[0] == ", with " and right.has("entitled"))  # a ceiling of what is told
            and _words(page, right.start, right.end) > _LEAST_WORDS
            and {one.type, two.type} <= ACT_TYPES
            and min(one.score, two.score) >= CLEAR_SCORE
            and frozenset({one.type, two.type}) not in KINDRED
        ):
            return [left, _inside(right)]
    return [whole]


def _inside_name(page: Page, unit_start: int, start: int, end: int) -> bool:
    """Whether a joint stands inside a name: within quotation marks, a found name, or between two capitalised words."""
    line = max(unit_start, start - NAME_WINDOW)
    opened = max(page.text.rfind(mark, line, start) for mark in "“「『《")
    closed = max(page.text.rfind(mark, line, start) for mark in "”」』》")
    if opened > closed or page.text.count('"', line, start) % 2:
        return True
    if any(actor.start < start and end < actor.end for actor in page.actors_in(line, end + NAME_WINDOW)):
        return True
    if page.text[start:end].strip() != "and":
        return False
    word = page.text[page.text.rfind(" ", line, start) + 1 : start]
    return word[:1].isupper() and page.text[end : end + 1].isupper()


def _after_lead_in(page: Page, start: int, end: int) -> int:
    """Where the told thing begins: after "X said that", after "记者获悉，"."""
    told = _LEAD_IN_ZH if page.lang == "zh" else _LEAD_IN
    may_begin = told.may_stand_in(page.text[start : min(end, start + LONGEST_LEAD_IN)])
    match = told.pattern.match(page.text, start, end) if may_begin else None
    if match is None or match.end() >= end or page.quantities_in(start, match.end()):
        return start
    return match.end()


def _with_acts_inside(page: Page, whole: Unit) -> list[Unit]:
    if page.lang == "zh":
        return _after_meeting(page, whole, _AT_MEETING_ZH)
    if len(parts := _after_meeting(page, whole, _ON_THE_MEETING)) > 1:
        return parts
    if match := _ANNOUNCED_AT.search(page.text[whole.start : whole.end]):
        begin = whole.start + match.start("told")
        told = unit(page, begin, whole.end, begin, whole.paragraph, ("announced at a meeting",))
        before = unit(page, whole.start, begin, whole.core, whole.paragraph)
        if told.has("meeting_noun") and told.dates and not before.has("meeting_noun"):
            told = told._replace(concepts=told.concepts | {"held"})
            return [_without(page, whole, told), _inside(told)]
    if whole.has("meeting_noun"):
        for match in _ACT_INSIDE_MEETING.finditer(page.text, whole.start, whole.end):
            before = unit(page, whole.start, match.start(), whole.core, whole.paragraph)
            if (
                before.has("meeting_noun")
                and before.has("held")
                and _words(page, match.start(), whole.end) >= _LEAST_WORDS
            ):
                act = unit(page, match.start(), whole.end, match.start(), whole.paragraph, ("act inside a meeting",))
                if act.has("sign", "issue", "award_verb", "talent", "build"):
                    return [_without(page, whole, act), _inside(act)]
    return [whole]


def _after_meeting(page: Page, whole: Unit, joint: re.Pattern[str]) -> list[Unit]:
    """A meeting with its guests and then what somebody did there: "…论坛上，200余名专家参会，某公司发布了…"."""
    if not whole.has("meeting_noun") or not whole.has("sign", "issue", "award_verb", "designate"):
        return [whole]
    for match in joint.finditer(page.text, whole.core, whole.end):
        before = unit(page, whole.start, match.start(), whole.core, whole.paragraph)
        if not (before.has("meeting_noun") and before.has("held", "attendance") and before.dates):
            continue
        act = unit(page, match.end(), whole.end, match.end(), whole.paragraph, ("act after a meeting",))
        begins = page.lang != "zh" or any(actor.start == act.start for actor in act.actors)
        if begins and act.has("sign", "issue", "award_verb", "designate"):
            return [unit(page, whole.start, match.start(), whole.core, whole.paragraph, whole.why), _inside(act)]
    return [whole]


def _without(page: Page, whole: Unit, act: Unit) -> Unit:
    """The whole sentence, with the concepts of what stands before the act only."""
    before = unit(page, whole.start, act.start, whole.core, whole.paragraph)
    return whole._replace(hits=before.hits, concepts=before.concepts)


def _inside(act: Unit) -> Unit:
    return act._replace(inside=True)


def _words(page: Page, start: int, end: int) -> int:
    spaces = page.text.count(" ", start, end)
    return spaces + 1 if page.lang != "zh" else (end - start) // 2
