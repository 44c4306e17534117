"""Credits inside paragraphs: reporters, authors and sources in brackets at either end, the agency of a dateline, and
where the text says that it was taken from.
"""

import re

from chronicle.clean.metadata import names, stamps
from chronicle.clean.metadata.grammar import PAREN, sign, take_labelled
from chronicle.clean.metadata.labels import any_of, labelled
from chronicle.clean.metadata.likeness import is_medium
from chronicle.clean.metadata.record import Bylines, Name, Shown

EDGE = 160  # characters at either end of a paragraph in which its credits stand
DATELINE = 60  # characters in which a dateline names its agency

_BRACKET = re.compile(r"[(（\[【]")
_SENTENCE_END = '.。!！?？…”"’』」'
_SIGNED_IN = re.compile(
    r"^\s*(?:(?:本报|本网|本刊|新华社|见习|特约|首席|实习|全媒体|融媒)*(?:记者|通讯员|作者)[\s　]*([\u3400-\u9fff])"
    r"|(?i:staff\s)?(?i:reporters?|correspondents?|authors?|writers?|by)\s([A-Z]))"
)
_AGENCY = re.compile(
    r"^\s*((?!本[报网刊台])[\u3400-\u9fff]{1,8}?(?:网|社|报|在线|电视台|客户端))"
    r"(?:[\u3400-\u9fff]{0,8}\d{1,2}月\d{1,2}日[\u3400-\u9fff]{0,3}[电讯]|讯[（(\s　])"
)
_AGENCY_LATIN = re.compile(
    r"^[(（]?((?:[A-Z][\w’'&-]*\s){0,4}?(?:[A-Z][\w’'&-]*\s)?(?:News(?:\s(?:Agency|Network|Net|Service))?|Daily|Xinhua|Times|Online))"
    r"\s?(?:,|[-–—(（]|--)"
)
_PLACE_AND_DATE = re.compile(  # HELSINGBY, Finland, Feb. 14, 2023 /NordWire/ --
    r"^[(（]?[A-Z][\w .’'-]{1,30}(?:,\s?[A-Z][\w .’'-]{1,30}){0,2}[,\s–—-]{1,3}"
    r"((?:[A-Z][a-z]{2,8}\.?\s\d{1,2},\s?|\d{1,2}\s[A-Z][a-z]{2,8}\.?\s)(?:19|20)\d\d)\s?[)）]?\s?(?:/|\(|--|[–—:-]\s)"
)
_FROM = ("from", "publish", "appeared", "转", "载", "来")  # one of them stands in every phrase of republishing
_REPUBLISHED = re.compile(
    "(?:" + any_of("republished") + r")(?:[\s:：]+(?:the\s)?([^.,;。，；()（）]{2,80})|《([^》]{2,40})》)",
    re.IGNORECASE,
)


def read_credits(text: str, index: int, place: str, found: Bylines) -> None:
    """Credits in brackets at either end of a paragraph: (Reporter: Liu Xing), (author: …), (Source: …)."""
    edges = (text,) if len(text) <= 2 * EDGE else (text[:EDGE], text[-EDGE:])
    for number, edge in enumerate(edges):
        if _BRACKET.search(edge) is not None:
            _read_brackets(edge, index, place, found, number == 0)
    agency = (_AGENCY.match(text) or _AGENCY_LATIN.match(text)) if place != "tail" else None
    if agency is not None:
        found.sources.append(Name(agency[1], "dateline", place))
    opening = _PLACE_AND_DATE.match(text) if place != "tail" else None
    if opening is not None:
        found.dates += [Shown(s, "plain", place, index) for s in stamps.find(opening[1]) if s.year is not None][:1]
    read_republished(" ".join(edges), found)


def _read_brackets(edge: str, index: int, place: str, found: Bylines, opens: bool) -> None:
    shown = "head" if place == "text" else place
    for match in PAREN.finditer(edge):
        inner = match[1].strip()
        tags = labelled(inner)
        for tag in tags:
            take_labelled(tag, inner, index, shown, found)
        signed = _SIGNED_IN.match(inner)
        if signed is not None:
            name = names.printed(inner[signed.end() - 1 :])
            if name is not None:
                sign(found, name, "label", shown)
        elif not tags and opens and match.start() <= DATELINE and place != "tail":
            if is_medium(inner, match[0] if match.start() <= 3 else "", (), True):
                found.sources.append(Name(inner, "dateline", place))
        elif not tags and match.end() == len(edge) and _ends_sentence(edge[: match.start()]):
            _read_signature(inner, found)


def _ends_sentence(text: str) -> bool:
    last = text.rstrip()[-1:]
    return bool(last) and last in _SENTENCE_END


def _read_signature(inner: str, found: Bylines) -> None:
    """A name or a medium in brackets after the last sentence: （王芳）, (Zhou Jian), （来源网）."""
    name = names.printed(inner)
    if is_medium(inner, inner, (), True):
        found.sources.append(Name(inner, "part", "tail"))
    elif name is not None and (names.looks_full(name) or names.looks_chinese(name)):
        found.authors.append(Name(name, "bare", "tail"))


def read_signed(line: str, index: int, found: Bylines) -> bool:
    """A line of its own in brackets below the text: （王芳）, (Hill Post, May 12, 2020); true if it signs the text."""
    whole = PAREN.fullmatch(line.strip())
    if whole is None:
        return False
    inner = whole[1].strip()
    dates = [stamp for stamp in stamps.find(inner) if stamp.year is not None][:1]
    if not dates:
        before = len(found.authors) + len(found.sources)
        _read_signature(inner, found)
        return len(found.authors) + len(found.sources) > before
    rest = (inner[: dates[0].start] + inner[dates[0].end :]).strip(" ,，;:：|-–—")
    if rest and not is_medium(rest, whole[0], (), True):
        return False
    if rest:
        found.sources.append(Name(rest, "part", "tail"))
    found.dates.append(Shown(dates[0], "plain", "tail", index))
    return True


def read_republished(text: str, found: Bylines) -> None:
    """Where the text says it was taken from: republished from X, 转载自 X."""
    lower = text.lower()
    match = _REPUBLISHED.search(text) if any(word in lower for word in _FROM) else None
    if match is None:
        return
    medium = (match[1] or match[2]).strip(" 《》“”\"'")
    if medium and not medium[0].isdigit() and not stamps.find(medium):  # "first published in March 2022"
        found.sources.append(Name(medium, "republished", "tail"))
