"""What an English number counts: the noun phrase beside it.

What belongs here: finding noun phrases without a tagger, by a list of known nouns and of words that end a phrase.
Not here: units of measure and money words (beside).
"""

import re
from typing import NamedTuple

from chronicle.extract.quantities import lexicon
from chronicle.extract.quantities.view import View

_LONGEST = 7  # words of a counted phrase
_WORD = re.compile(r"[ ]{0,2}(?:-[ ]?)?([\"'(]?)([^\W\d_][^\s,;:()\"!?<>\[\]—–/]*)([\"']?)")
_NOT_PLURAL = ("ss", "us", "is", "'s")
_REACH_BACK = 120


class Phrase(NamedTuple):
    """A noun phrase: its span and the singular head where known."""

    start: int
    end: int
    head: str | None
    plural: bool


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    return word in lexicon.nouns().plural or (
        len(word) > 3 and word.endswith("s") and not word.endswith(_NOT_PLURAL) and word not in lexicon.nouns().stop
    )


def _singular(word: str) -> str:
    """The singular of an unknown plural."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


def right_phrase(view: View, start: int, single: bool = False) -> Phrase | None:
    """The noun phrase that begins at ``start``; ``single`` when one thing is counted. None where no noun follows."""
    table = lexicon.nouns()
    low = view.low
    if low.startswith("-", start):
        return _compound(view, start)
    pos = start
    first = -1
    known: Phrase | None = None
    last_end = start
    count = 0
    joined = False
    split = -1  # where the words before an "and" ended: "science and technology city"
    while count < _LONGEST:
        match = _WORD.match(low, pos)
        if match is None or match.group(1) == "(":
            break
        word = match.group(2).rstrip(".'")
        end = match.start(2) + len(word)
        if word in ("and", "&", "or") and not joined and count:
            joined = known is not None
            if not joined and (split >= 0 or word == "or"):
                break
            split = last_end
            pos = match.end()
            continue
        if word in table.stop:
            break
        if first < 0:
            first = match.start(1) if match.group(1) else match.start(2)
        full = match.end() if match.group(3) else end
        if joined and known is not None:  # "institutions and companies", at most two words after the "and"
            if is_plural(word):
                known = Phrase(first, full, known.head, True)
                break
            if count >= _LONGEST - 1 or known.plural is False:
                break
            count += 2
            pos = match.end()
            continue
        count += 1
        if is_plural(word):
            known = Phrase(first, full, table.plural.get(word, _singular(word)), True)
            if not _plural_goes_on(view, match.end()):
                pos = match.end()
                if not low.startswith((" and ", " & ", " or "), pos):
                    break
                continue
        elif word in table.singular:
            known = Phrase(first, full, table.singular[word], False)
            if single and not _goes_on(view, match.end()):
                break
        elif (known is not None and known.plural) or (word.endswith(("ed", "ly")) and known is not None):
            break
        last_end = full
        pos = match.end()
        if match.group(2) != word and "." not in word:  # a full stop or an apostrophe ended the word
            break
    if known is not None:
        return known
    if split >= 0:
        last_end = split
    if first >= 0 and last_end > first:
        return Phrase(first, last_end, None, False)
    return None


def _compound(view: View, start: int) -> Phrase | None:
    """The noun tied to a number by a hyphen: "two-bedroom flat", "three-row car"."""
    match = _WORD.match(view.low, start)
    if match is None or match.group(2) in _NO_COMPOUND or match.group(2).endswith(("ed", "ing", "th")):
        return None
    word = match.group(2).rstrip(".'")
    table = lexicon.nouns()
    head = table.plural.get(word) or table.singular.get(word)
    return Phrase(match.start(2), match.start(2) + len(word), head, is_plural(word))


_NO_COMPOUND = frozenset({"way", "stop", "on", "to", "off", "time", "sided", "fold", "party", "in", "and", "the", "of"})


def _goes_on(view: View, end: int) -> bool:
    """A singular noun is followed by another noun: "patent application"."""
    match = _WORD.match(view.low, end)
    if match is None or not view.low.startswith(" ", end):
        return False
    word = match.group(2).rstrip(".")
    nouns = lexicon.nouns()
    return word in nouns.singular or word in nouns.plural


def _plural_goes_on(view: View, end: int) -> bool:
    """A plural is only the first part of a compound: "sales outlets", "women entrepreneurs"."""
    match = _WORD.match(view.low, end)
    return match is not None and view.low.startswith(" ", end) and match.group(2).rstrip(".") in lexicon.nouns().plural


_BACK = re.compile(r"[^\W\d_][^\s,;:()\"!?<>\[\]—–/]*|[,;:()!?\n]")


def left_phrase(view: View, start: int, money: bool) -> str | None:
    """The nearest noun phrase before ``start`` in its sentence that can be counted (or, with ``money``, measured)."""
    nouns = lexicon.nouns()
    low = view.low
    floor = max(0, start - _REACH_BACK)
    floor = max(floor, low.rfind("\n", floor, start) + 1)
    while 0 < floor < start and not low[floor - 1].isspace():
        floor += 1
    words = list(_BACK.finditer(low, floor, start))
    i = len(words) - 1
    while i >= 0:
        written, at = words[i].group(), words[i].start()
        if written in "\n!?" or (
            written[-1] == "." and view.plain[at + len(written) + 1 : at + len(written) + 2].isupper()
        ):
            return None
        word = written.rstrip(".'")
        if money and word in nouns.verbs and len(words) - i <= _VERB_REACH:
            return nouns.verbs[word]
        if not money and word in _KINDS and (whole := _before_of(words, i)) is not None:
            i = whole
            continue
        if word in nouns.level if money else (word in nouns.plural or word in nouns.singular):
            j = i
            while j > 0 and i - j < 3:
                before = words[j - 1].group()
                if not before[0].isalpha() or before in nouns.stop:
                    break
                if before.endswith(("ed", ".")) and before not in _ADJECTIVES and "-" not in before:
                    break
                j -= 1
            return view.plain[words[j].start() : at + len(word)]
        i -= 1
    return None


_KINDS = frozenset({"kind", "kinds", "type", "types", "sort", "sorts"})


def _before_of(words: list[re.Match[str]], at: int) -> int | None:
    """The word before "of (all) kinds"."""
    back = [word.group() for word in words[max(0, at - 2) : at]]
    if back and back[-1] == "of":
        return at - 2
    return at - 3 if len(back) > 1 and back[-2] == "of" and back[-1] in ("all", "various", "different") else None


_AHEAD = 60  # characters of the same clause in which a sum may be named after it
_WORDS = re.compile(r"[a-z-]+|[;.!?\n]")


def named_after(view: View, end: int) -> str | None:
    """What a sum is called after it: "3 billion yuan was invested", "2 million yuan will go to a new fund"."""
    nouns = lexicon.nouns()
    for match in _WORDS.finditer(view.low, end, end + _AHEAD):
        word = match.group()
        if word in ";.!?\n":
            return None
        if word in nouns.level:
            return view.plain[match.start() : match.end()]
        if word in nouns.verbs:
            return nouns.verbs[word]
    return None


_VERB_REACH = 6  # words between a verb of money and its sum
_ADJECTIVES = frozenset({"listed", "planned", "applied", "combined", "registered", "added", "integrated", "advanced"})
_OF = re.compile(
    r" (?:\([^()\n]{1,30}\) )?(?:worth )?(?:in|of|for|on|into) (?:all )?(?:the |its |their |a |an |total |this |that )?"
)
_MEANT = re.compile(
    r" (?:is |are |was |were |(?:will|must|should|is to|are to) be |goes |went |will go )(?:[a-z]{3,10} )?"
    r"(?:for|to|into|on|in) (?:the |its |their |a |an )?"
)


def complement(view: View, end: int, meant: bool = False) -> Phrase | None:
    """The noun phrase after "of", "in" or "for" directly after a value: "40 percent of revenue".

    With ``meant`` also over a verb: "40 percent is meant for electronics".
    """
    match = _OF.match(view.low, end) or (_MEANT.match(view.low, end) if meant else None)
    return right_phrase(view, match.end()) if match is not None else None


def _no_noun(word: str) -> bool:
    """An adverb or a verb that leads to a value, at the head of an owner: "typically", "covers"."""
    return word.endswith("ly") or word in lexicon.context("leads", "verbs")


_OWNS = tuple(
    word + space
    for word in (" of", " worth", " totaling", " totalling", " totaled", " totalled")
    for space in ("", " ")
)
_OWNER = re.compile(r"(?:^|[\s,])((?:[^\W\d_][\w'-]* ){0,3}[^\W\d_][\w'-]*) (?:of|worth|totall?ing|totall?ed) ?$")


def owner(view: View, start: int) -> str | None:
    """The noun phrase that a value belongs to by "of": "a total investment of 16 billion yuan"."""
    if not view.low.endswith(_OWNS, 0, start):
        return None
    floor = max(0, start - 60)
    match = _OWNER.search(view.low, floor, start)
    if match is None:
        return None
    nouns = lexicon.nouns()
    words = list(re.finditer(r"\S+", match.group(1)))
    kept = len(words)
    while kept > 0 and words[kept - 1].group() not in nouns.stop:
        kept -= 1
    while kept < len(words) - 1 and _no_noun(words[kept].group()):
        kept += 1
    if kept == len(words):
        return None
    offset = match.start(1) + words[kept].start()
    phrase = view.plain[offset : match.end(1)]
    given = nouns.verbs.get(words[kept].group())
    if given is not None and kept < len(words) - 1 and given != words[kept].group():  # "sell goods worth 3 million"
        return f"{given} of {phrase[len(words[kept].group()) + 1 :]}"
    return phrase if not phrase.endswith("total") else None


_MEASURED = 3  # words of a thing that is measured out before its number


def measured(view: View, start: int) -> str | None:
    """What a number measures out after naming it: "technical demand 680 items"; else the noun phrase before."""
    nouns = lexicon.nouns()
    floor = max(0, start - _REACH_BACK // 2)
    words = list(_BACK.finditer(view.low, floor, start))
    first = len(words)
    while first > 0 and len(words) - first < _MEASURED and words[first - 1].group()[0].isalpha():
        word = words[first - 1].group()
        if (
            word in nouns.stop
            or word.endswith(".")
            or word in _NO_THINGS
            or (first == len(words) and word.endswith("ed"))
        ):
            break
        first -= 1
    while first < len(words) and words[first].group().endswith("ed") and words[first].group() not in _ADJECTIVES:
        first += 1
    if first < len(words) and view.low[words[-1].end() : start] == " ":
        return view.plain[words[first].start() : words[-1].end()]
    if words and words[-1].group() in _OWN:
        return None
    return left_phrase(view, start, money=False)


_NO_THINGS = frozenset({"etc", "totally", "respectively", "about", "total", "number"})
_OWN = frozenset({"its", "their", "the", "our", "his", "her"})
