"""What an English value is of, put into words from parts of its clause: "growth of exports", "share for early firms".

What belongs here: phrases made of more than one part (a change and its subject, a sum and its purpose, a stretch of
time and what lasts). Not here: finding one noun phrase (counted) or the subject of a verb (subject).
"""

import re

from chronicle.extract.quantities import lexicon
from chronicle.extract.quantities.counted import is_plural, right_phrase
from chronicle.extract.quantities.view import View

LETTERS = re.compile(r"[a-z-]+")
_CHANGE_REACH = 40  # characters on either side of a change that hold its direction
_SAID = ("growth", "increase", "rise", "decline", "decrease", "drop", "fall", "change", "gain", "cut", "reduction")


def change_of(view: View, start: int, end: int, subject: str | None) -> str | None:
    """The change of a subject: "growth of exports", "decline of rents"; as it is where it says so itself."""
    if subject is None or any(word in _SAID for word in LETTERS.findall(subject.lower())):
        return subject
    low = view.low
    before = LETTERS.findall(low, max(0, start - _CHANGE_REACH), start)[-4:]
    after = LETTERS.findall(low, end, end + _CHANGE_REACH)[:3]
    falls = lexicon.context("change", "falls")
    return f"{'decline' if any(word in falls for word in (*before, *after)) else 'growth'} of {subject}"


_ASIDE = r"(?: \([^()\n]{1,40}\))?(?: (?:a|per|each|every) (?:year|month)| annually| yearly| in (?:the )?(?:next |coming )?(?:\w+) (?:years|months)| over (?:the )?(?:next |coming )?(?:\w+) (?:years|months)| in total| altogether)?"  # fmt: skip  # noqa: E501
_PURPOSE = re.compile(
    _ASIDE
    + r"(?: (?:is|are|was|were|will be|has been|have been|had been) (?:\w+ )??(?:set aside|[a-z]+(?:ed|en|nt|aid))"
    r"(?: each year| every year| annually)?)?"
    r" (?P<joint>on|for|into|towards?|to (?:run|build|support|develop|fund|help|set up|establish|promote|expand|finance"
    r"|encourage|improve|construct|create|back|attract|purchase|buy)) (?:the |its |their |a |an |this |that )?"
)


def purpose(view: View, end: int) -> tuple[str, str] | None:
    """What a sum is for, told after it: ("on", "a scheme") of "spent 4 million yuan in three years on a scheme"."""
    match = _PURPOSE.match(view.low, end)
    if match is None:
        return None
    phrase = right_phrase(view, match.end())
    if phrase is None or view.low[phrase.start : phrase.end].split()[0] in _TIMES:
        return None
    joint = match.group("joint")
    return ("for" if joint.startswith("to") else joint), view.plain[phrase.start : extended(view, phrase.end)]


_WENT = re.compile(
    _ASIDE + r" (?:went|goes|go|will go|has gone|have gone|was paid|were paid|(?:has|have) been paid) (?:to|into) "
    r"(?:the |its |a |an )?(?:\d[\d,]* |some |about |over |more than )*"
)


def went_to(view: View, end: int) -> str | None:
    """Who or what got a sum, told after it: "7 million yuan went to 16 research projects"."""
    match = _WENT.match(view.low, end)
    phrase = right_phrase(view, match.end()) if match is not None else None
    return f"funds for {view.plain[phrase.start : phrase.end]}" if phrase is not None else None


_TIMES = frozenset({"year", "years", "month", "months", "time", "now", "example", "instance"})
_OF = re.compile(r" of (?:the |its |their |a |an |all |this )?")


def extended(view: View, end: int) -> int:
    """Where a noun phrase ends with what follows it by "of": "the growth of a photonics cluster"."""
    match = _OF.match(view.low, end)
    phrase = right_phrase(view, match.end()) if match is not None else None
    return phrase.end if phrase is not None else end


_WAY = r"(?: (?:in|at|by|to|for|on|inside|within|outside|from|out of)(?: (?:the|a|its|their))?(?: [a-z][\w'-]*){1,3}| locally| abroad)?"  # fmt: skip  # noqa: E501
_DONE = re.compile(
    r"(?: of (?:which|whom|them|it|these|those))?"
    r" (?:(?:is|are|was|were|will be|must be|has been|have been|had been)"
    rf" (?P<done>(?:to be )?(?:[a-z]+ly )?[a-z]+(?:ed|en|wn|lt|nt|old|ade)\b{_WAY})"
    r"|(?:(?:is|are|must|will|should|is to|are to) )?(?:go(?:es|ing)?|went|came|come|comes|coming|flowed|flows?)"
    r" (?P<joint>to|into|from|for) (?:the |its |their |a )?)"
)


def share_told(view: View, end: int) -> str | None:
    """A share by what was done with it: "39 percent was sold abroad", "70 percent must go to early projects"."""
    match = _DONE.match(view.low, end)
    if match is None:
        return None
    done = match.group("done")
    if done is not None:
        return f"share {view.plain[match.start('done') : match.end('done')]}"
    phrase = right_phrase(view, match.end())
    if phrase is None:
        return None
    joint = "from" if match.group("joint") == "from" else "for"
    return f"share {joint} {view.plain[phrase.start : phrase.end]}"


_EACH = re.compile(r" (?:per|for (?:each|every|one)|each|a|an) (?!year|month|week|day|share)(?:single )?")
_ALONE = re.compile(r" each\b|,? apiece\b")


def per_one(view: View, end: int) -> str:
    """For each of which a sum is: " per company", " each"; empty where it is a whole."""
    match = _EACH.match(view.low, end)
    phrase = right_phrase(view, match.end(), single=True) if match is not None else None
    if phrase is not None and phrase.head is not None:
        return f" per {view.plain[phrase.start : phrase.end]}"
    return " each" if _ALONE.match(view.low, end) else ""


_THING = r"((?:[^\W\d_][\w'-]* ){0,3}[^\W\d_][\w'-]*)"
_LASTS = r"(?:that |which |will |is to |are to |to )*(?:last|lasts|lasted|lasting|run|runs|ran|took|takes|take)"
_NO_RENT = r"(?:rent[- ]free|free of rent|no rent|without (?:paying )?rent|from rent|avoid (?:land )?rent)"
_HOLDS = r"(?:valid period|validity|valid|in force|in effect|hold|effective|apply|applies|take effect)"
_BACK = r"(?:paid back|repaid|repay|pay back|repayable|loan)"
_LENGTH = (
    (re.compile(rf"(?:^|[ ,.]){_THING} {_LASTS} (?:for )?(?:about |only |just )?$"), "length of {}"),
    (re.compile(rf"\b{_NO_RENT}\b[^,.;]{{0,30}}$"), "rent-free period"),
    (re.compile(r"\bfree of charge (?:for )?$"), "period free of charge"),
    (re.compile(rf"\b{_HOLDS}(?: for)? (?:a period of )?$"), "validity period"),
    (re.compile(rf"\b{_BACK}\b[^,.;]{{0,20}}$"), "term of the loan"),
    (re.compile(rf"(?:^|[ ,.]){_THING} (?:of|for) $"), "length of {}"),
)
_HELPERS = frozenset({"is", "are", "was", "were", "to", "will", "that", "which", "can", "may"})
_DROPPED = frozenset({"the", "a", "an", "its", "their", "of", "and", "for", "in", "to", "whose", "with", "on", "which"})
_REACH = 70


def lasting(view: View, start: int) -> str | None:
    """What a stretch of time is of: "length of the works", "validity period", "rent-free period"."""
    low = view.low
    floor = max(0, start - _REACH, low.rfind("\n", max(0, start - _REACH), start) + 1)
    for pattern, told in _LENGTH:
        match = pattern.search(low, floor, start)
        if match is None:
            continue
        if "{}" not in told:
            return told
        words = view.plain[match.start(1) : match.end(1)].split()
        while words and words[-1].lower() in _HELPERS:
            words.pop()
        stop = lexicon.nouns().stop
        kept = len(words)
        while kept > 0 and words[kept - 1].lower() not in stop and words[kept - 1].lower() not in _DROPPED:
            kept -= 1
        thing = " ".join(words[kept:])
        last = words[-1].lower() if words else ""
        if thing and (last in lexicon.nouns().singular or is_plural(last)):
            return told.format(thing)
    return None
