"""Sentences to units: a sentence is one unit, unless its form says that it tells two acts.

The forms: items of a semicolon list, an act inside a meeting ("used the forum to unveil …", "after agreements … had
been signed"), an announcement at a dated meeting, and a past act followed by an intention ("… and plans to …").
"""

import re
from dataclasses import replace

from chronicle.extract.events.unit import Page, Unit, unit
from chronicle.extract.lexicon import forms
from chronicle.extract.records import Sentence
from chronicle.extract.sentences import clauses
from chronicle.extract.types import classify

# Windows are bounded, so no pattern can run over a long sentence again and again.
_LEAD_IN = re.compile(
    rf"[^.;:!?\n]{{0,160}}?\b(?:{forms('lead_in')}|told [^,]{{1,40}})"
    r"(?:(?: [^,.;]{1,60}?)??(?:,? that\b,?\s*"
    r"|,? (?![^,.;“\"]{0,60}\bthat\b)(?=[^,.;“\"]{1,60}? (?:will|would|plans?|aims?|is|are|has|have)\b))|, (?=[a-z]))"
)
_LEAD_IN_ZH = re.compile(rf"(?:据悉|[^。；！？\n]{{0,40}}?{forms('lead_in', 'zh')})[，,：:]\s*[“\"]?")
_ACT_INSIDE_MEETING = re.compile(
    rf"\bto {forms('act_after_to')}\b|(?<=, ){forms('act_link')}\b(?=[^;\n]{{1,140}}?\b{forms('act_done')}\b)"
)
_ANNOUNCED_AT = re.compile(
    rf"(?<=, )(?:the |a |an )?\w[\w' .-]{{0,60}}? {forms('announced')} (?:at|during) "
    r"(?:its|the|a|an|their) [^,;.]{3,80}"
)
_THEN_INTENDS = re.compile(
    r"(?:,? (?:and|but|while)|,) "
    rf"(?=(?:(?:it |they |he |she |the \w+ |[A-Z]\w+ )?(?:now |also )?{forms('intends')}\b))"
)
_CONTINUES = re.compile(rf"\s*(?:{forms('continues_item')}|{forms('continues_item', 'zh')})", re.I)
_JOINT = re.compile(r",? and (?=[a-z]|[A-Z])|, while |, with |, which |, where |, when |, after ")
NEAR_JOINT = 40  # code points after a bare "and" in which the second act's verb begins
DEEDS = ("sign", "issue", "held", "designate", "award_verb", "build", "invest")
CLEAR_SCORE = 2.5  # of a part's type: an act with its object, not a word
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
    return item.has("q:any", "sign", "designate", "award_verb", "issue", "invest")


def _past_and_intention(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """A past act and a following intention are two events ("spent 3 billion yuan … and plans to …")."""
    for match in _THEN_INTENDS.finditer(page.text, start, end):
        before = unit(page, start, match.start(), start, 0)
        after = unit(page, match.end(), end, match.end(), 0)
        if (
            before.has("q:any")
            and before.has("past", "stats_verb", "held")
            and not before.has("future")
            and after.has("q:any")
        ):
            return [(start, match.start()), (match.end(), end)]
    return [(start, end)]


def _two_acts(page: Page, whole: Unit) -> list[Unit]:
    """A sentence whose parts each tell an act of another kind ("issued 18 measures and set up a fund of …")."""
    strong = [kind for kind, total in classify(whole.concepts).sums if kind in ACT_TYPES and total >= CLEAR_SCORE]
    if len(strong) < 2:
        return [whole]
    for match in _JOINT.finditer(page.text, whole.core, whole.end):
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
            and _words(page, right.start, right.end) > _LEAST_WORDS
            and {one.type, two.type} <= ACT_TYPES
            and min(one.score, two.score) >= CLEAR_SCORE
            and frozenset({one.type, two.type}) not in KINDRED
        ):
            return [left, _inside(right)]
    return [whole]


def _after_lead_in(page: Page, start: int, end: int) -> int:
    """Where the told thing begins: after "X said that", after "记者获悉，"."""
    pattern = _LEAD_IN_ZH if page.lang == "zh" else _LEAD_IN
    match = pattern.match(page.text, start, end)
    if match is None or match.end() >= end or page.quantities_in(start, match.end()):
        return start
    return match.end()


def _with_acts_inside(page: Page, whole: Unit) -> list[Unit]:
    if page.lang == "zh":
        return [whole]
    if match := _ANNOUNCED_AT.search(page.text, whole.start, whole.end):
        told = unit(page, match.start(), whole.end, match.start(), whole.paragraph, ("announced at a meeting",))
        before = unit(page, whole.start, match.start(), whole.core, whole.paragraph)
        if told.has("meeting_noun") and told.dates and not before.has("meeting_noun"):
            told = replace(told, concepts=told.concepts | {"held"})
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


def _without(page: Page, whole: Unit, act: Unit) -> Unit:
    """The whole sentence, with the concepts of what stands before the act only."""
    before = unit(page, whole.start, act.start, whole.core, whole.paragraph)
    return replace(whole, hits=before.hits, concepts=before.concepts)


def _inside(act: Unit) -> Unit:
    return replace(act, inside=True)


def _words(page: Page, start: int, end: int) -> int:
    spaces = page.text.count(" ", start, end)
    return spaces + 1 if page.lang != "zh" else (end - start) // 2
