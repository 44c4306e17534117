"""Credits inside paragraphs: reporters, authors and sources in brackets at either end, the agency of a dateline, and
where the text says that it was taken from.
"""

import re

from chronicle.clean.metadata import names, stamps
from chronicle.clean.metadata.grammar import PAREN, REPORTER, sign, take_labelled
from chronicle.clean.metadata.labels import any_of, labelled, words
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
_AGENCY_FILED = re.compile(  # BERGEN, Norway (AP) --; New Delhi, Mar 5 (PTI)
    r"^[A-Z][\w .’'/-]{1,30}(?:,\s?[A-Z][\w .’'-]{1,30}){0,2}?(?:"
    r",?\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s(?:19|20)\d\d)?"
    r"\s?\(([A-Z][\w .&’'-]{1,30})\)"
    r"|\s?\(([A-Z][\w .&’'-]{1,20})\)\s?(?:--|[–—-])\s)"
)
_PLACE_AND_DATE = re.compile(  # HELSINGBY, Finland, Feb. 14, 2023 /NordWire/ --
    r"^[(（]?[A-Z][\w .’'-]{1,30}(?:,\s?[A-Z][\w .’'-]{1,30}){0,2}[,\s–—-]{1,3}"
    r"((?:[A-Z][a-z]{2,8}\.?\s\d{1,2},\s?|\d{1,2}\s[A-Z][a-z]{2,8}\.?\s)(?:19|20)\d\d)\s?[)）]?\s?(?:/|\(|--|[–—:-]\s)"
)
_PAPER_PAGE = re.compile(r"\b(?:page|p\.?)\s?[A-Z]?\d{1,3}\b|第\s?[A-Z]?\d{1,3}\s?版", re.IGNORECASE)
_PAPER = re.compile(r"《\s?([\u3400-\u9fff]{2,12}?)\s?》\s*[（(][^（）()]{0,6}(?:19|20)\d\d[^（）()]{4,20}[)）]")
_OPENS_GIVEN = re.compile(
    r"^\W{0,3}(?:story source:\s)?(?:materials?\s|news\s|content\s|article\s|text\s|story\s|release\s)?"
    r"(?:provided|supplied|contributed|distributed|issued|released)\s(?:by|via)\s(?:.{2,40}\son behalf of\s)?(?:the\s)?"
    r"(?=[A-Z])([^.,;()|]{2,70}?)\s*(?:[.,;(|]|$)",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"[\s　]*(?:供稿|提供|报送|供图)$")
MAX_GIVEN = 160  # characters of a line that says who gave the text
_FROM = ("from", "publish", "permission", "appeared", "转", "载", "来", "摘", "刊", "《")  # one is in every such phrase
_OF_ITSELF = re.compile(  # what is said to be republished: this article, or nothing else in the sentence
    r"^the (?:post|article)\b|(?:^|[.!?。！？;；(（\[【—–-])[\s\W]*$"
    r"|\b(?:article|story|post|piece|report|text|release|essay|column|interview|content|version|it|this|news|op-ed)\b"
    r"(?:\s\W?\w+){0,3}\W*$|[\u3400-\u9fff]\W*$",
    re.IGNORECASE,
)
_REPUBLISHED = re.compile(
    "(?:"
    + any_of("republished")
    + r")(?:[\s:：]+(?:the\s)?([^.,;。，；()（）]{2,80})|《([^》]{2,40})》|“([^”]{2,40})”)",
    re.IGNORECASE,
)


def read_credits(text: str, index: int, place: str, found: Bylines) -> None:
    """Credits in brackets at either end of a paragraph: (Reporter: Liu Xing), (author: …), (Source: …)."""
    edges = (text,) if len(text) <= 2 * EDGE else (text[:EDGE], text[-EDGE:])
    for number, edge in enumerate(edges):
        if _BRACKET.search(edge) is not None:
            _read_brackets(edge, index, place, found, number == 0)
    agency = (
        (_AGENCY.match(text) or _AGENCY_LATIN.match(text) or _AGENCY_FILED.match(text)) if place != "tail" else None
    )
    if agency is not None:
        found.sources.append(Name(agency[agency.lastindex or 1], "dateline", place))
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
        elif not tags and match.end() == len(edge) and _ends_sentence(edge[: match.start()]):
            _read_signature(inner, found)
        elif not tags and opens and place != "tail" and _is_dateline(inner, match):
            found.sources.append(Name(inner, "dateline", place))


def _is_dateline(inner: str, match: re.Match[str]) -> bool:
    return match.start() <= DATELINE and is_medium(inner, match[0] if match.start() <= 3 else "", (), True)


def _ends_sentence(text: str) -> bool:
    last = text.rstrip()[-1:]
    return bool(last) and last in _SENTENCE_END


def _read_signature(inner: str, found: Bylines) -> None:
    """A name or a medium in brackets after the last sentence: （王芳）, (Zhou Jian), （来源网）."""
    inner = _GIVEN.sub("", inner)
    reporter = REPORTER.search(inner)
    medium = inner[: reporter.start()].strip() if reporter is not None else ""
    name = names.printed(inner[reporter.end() :] if medium and reporter is not None else inner)
    if medium and name is not None and is_medium(medium, medium, (), True):
        found.sources.append(Name(medium, "part", "tail"))
        sign(found, name, "label", "tail")
    elif is_medium(inner, inner, (), True):
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
    rest = _PAPER_PAGE.sub("", inner[: dates[0].start] + " " + inner[dates[0].end :]).strip(" ,，;:：|-–—")
    if rest and not is_medium(rest, whole[0], (), True):
        return False
    if rest:
        found.sources.append(Name(rest, "part", "tail"))
    found.dates.append(Shown(dates[0], "plain", "tail", index))
    return True


def read_republished(text: str, found: Bylines) -> None:
    """Where the text says it was taken from: republished from X, 转载自 X."""
    given = _OPENS_GIVEN.match(text) if len(text) <= MAX_GIVEN else None
    if given is not None:
        found.sources.append(Name(given[1].strip(), "republished", "tail"))
        return
    lower = text.lower()
    paper = _PAPER.search(text) if len(text) <= MAX_GIVEN and "《" in text else None
    if paper is not None:
        found.sources.append(Name(paper[1], "republished", "tail"))
        return
    match = _REPUBLISHED.search(text) if any(map(lower.__contains__, _FROM)) else None
    if match is None or _OF_ITSELF.search(text[: match.start()]) is None:
        return
    medium = (match[1] or match[2] or match[3]).strip(" 《》“”\"'")
    named = medium[:1].isupper() or not medium.isascii() or not words("media").isdisjoint(medium.lower().split())
    if medium and named and not medium[0].isdigit() and not stamps.find(medium):  # "first published in March 2022"
        found.sources.append(Name(medium, "republished", "tail"))
