"""The site's name as its own furniture prints it, for pages that name no source: logo, masthead, who runs the site."""

import re

from chronicle.clean.metadata import labels, names
from chronicle.clean.metadata.labels import words
from chronicle.clean.metadata.record import Found
from chronicle.clean.page import Page

HEAD_LINES = 15
HEAD_CHARS = 10_000  # characters of markup in which a masthead's picture stands
LOGO_WORDS = frozenset(("logo", "brand", "sitename", "masthead"))
FOOTER_LINES, MAX_FOOTER, MAX_NAME = 15, 300, 60  # lines; characters; characters
OPENING_LINES = 2  # lines of a dump that may hold a copyright line

_RUN_BY = re.compile(
    "(?:"
    + "|".join(re.escape(w) for w in labels.table()["operator"])
    + r")[\s:：©]+([^\s:：|｜,，;；©(（][^:：|｜,，;；©(（]{1,59}?)(?=\s{2,}|\s[^\x00-\x7f]|[:：|｜,，;；©(（.]|$)",
    re.IGNORECASE,
)


_RESERVED = r"(?=\s*(?:[.,;|｜，。；©·∙•-]|all\srights|reserved|powered|tel\b|icp|版权|[^\x00-\x7f]*ICP|\(|$))"
_YEARS = r"(?:19|20)\d\d(?:\s?[-–—~至]\s?(?:(?:19|20)\d\d|now|present|今))?"
_COPYRIGHT = re.compile(
    rf"(?:copyrights?|©|\(c\))[\s:：©,]*(?:\(c\)\s*)?(?:{_YEARS})?[\s,.]*(?:by\s)?(?!all\srights|reserved|powered|copyright)"
    rf"([^\W\d_](?:(?!all\srights|\s(?:19|20)\d\d)[^.,;:：|｜，。；©()·∙•]){{1,59}}?){_RESERVED}",
    re.IGNORECASE,
)
_COPYRIGHT_HAN = re.compile(r"(?:^|[\s　|｜])([\u3400-\u9fff]{2,30}?)[\s　]*(?:版权所有|保留所有权利)")
_PICTURE = re.compile(r"<img\b[^>]{0,400}>", re.IGNORECASE)
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_HEADING = re.compile(r"<(?:h1|h2|article|p)\b", re.IGNORECASE)
_ALT = re.compile(r"""\balt\s*=\s*(?:"([^"]{2,80})"|'([^']{2,80})')""", re.IGNORECASE)
_MASTHEAD = re.compile(r"logo|banner|masthead|brand|header|\btop\w{0,4}\.(?:gif|jpe?g|png|svg)", re.IGNORECASE)
_MOTTO = re.compile(r"\s[-–—|:]\s")
_LOGO_WORD = re.compile(
    r"^(?:the\s)?(?:logo|banner|home)(?:\s(?:of|for))?\s+|[\s_-]+(?:logo|banner|wordmark|site|home ?page|home)\b.*$",
    re.IGNORECASE,
)


def shown(page: Page) -> Found | None:
    """The name in the page's head, else in its footer."""
    for name, origin in ((_logo(page), "logo"), (_picture(page), "logo"), (_operator(page), "footer")):
        if name is not None:
            return Found(name, origin)
    return None


def _logo(page: Page) -> str | None:
    """The words of the site's logo at the head of the page."""
    for line in page.lines[:HEAD_LINES]:
        if len(line.text) <= MAX_NAME and not LOGO_WORDS.isdisjoint(line.hints) and _is_name(line.text):
            return line.text
    return None


def _picture(page: Page) -> str | None:
    """What stands for the picture of the masthead where it is not shown."""
    if page.soup is None:
        return None
    body = _BODY.search(page.html)
    start = body.start() if body is not None else 0
    heading = _HEADING.search(page.html, start, start + HEAD_CHARS)
    for match in _PICTURE.finditer(page.html, start, heading.start() if heading is not None else start + HEAD_CHARS):
        alt = _ALT.search(match[0])
        if alt is None or _MASTHEAD.search(match[0]) is None:
            continue
        name = _MOTTO.split(_LOGO_WORD.sub("", " ".join((alt[1] or alt[2]).split())), maxsplit=1)[0].strip()
        if 2 <= len(name) <= MAX_NAME and name.lower() not in words("placeholder") and _is_name(name):
            return name
    return None


def _is_name(text: str) -> bool:
    if all(word.strip(".:") in words("menu") for word in text.lower().split()):
        return False
    return names.looks_personal(text) or not text.isascii()


def _operator(page: Page) -> str | None:
    """Who runs the site, as its footer says: after 主办单位 or "Sponsored by", else whose copyright it is."""
    near = (
        page.lines[-FOOTER_LINES:]
        if page.soup is not None
        else (*page.lines[-FOOTER_LINES:], *page.lines[:OPENING_LINES])
    )
    footer = [
        line.text
        for line in near
        if len(line.text) <= MAX_FOOTER and not any(w in line.text.lower() for w in words("maker"))
    ]
    for pattern in (_RUN_BY, _COPYRIGHT, _COPYRIGHT_HAN):
        for text in footer:
            match = pattern.search(text)
            name = match[1].strip(" .,:：-–—|·®™") if match is not None else ""
            if 2 <= len(name) <= MAX_NAME and (_is_name(name) or name.islower()):
                return name
    return None
