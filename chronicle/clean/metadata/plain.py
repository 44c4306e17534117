"""What pages without headings give away by position alone: the headline of a text dump, or of a page set in fonts.

A headline is the last line of its own above byline and text that is no menu, no breadcrumb and no label.
"""

import itertools
import re
from dataclasses import replace

from chronicle.clean.metadata import extent, names, stamps
from chronicle.clean.metadata.labels import kind_of, labelled, words
from chronicle.clean.metadata.likeness import is_furniture, names_site
from chronicle.clean.metadata.record import Bylines
from chronicle.clean.metadata.titles import MAX_TITLE, Title, site_part, tokens
from chronicle.clean.page import Block, Page

LEAST_TOKENS = 3  # words, or Chinese characters
MAX_BANNER = 8  # words of a site's name above its menu
IN_TEXT = 0.5  # share of a headline's longer words that the text repeats
LONG_WORD = 4
FAR = 40  # lines above the byline
RIVALS = 3  # lines on either side of the byline
NEAREST = 0.25
FULL_TITLE = 7  # words: a shorter string may be a name
MARGIN = 0.1
SHORT = 5  # words: a shorter undeclared heading may be the site's banner

_CRUMB = re.compile(r"\s*(?:>+|»|›|→|->|＞|/)\s*")
_ANGLES = re.compile(r"\s*(?:>+|»|›|→|->|＞)\s*")
_MENU = re.compile(r"[|│]")
_MARKS = re.compile(r"^(?:#{1,6}\s+|\*{1,2}(?=[^*\s]))|(?<=[^*\s])\*{1,2}$")  # of Markdown
_TITLED = re.compile(r"^(?:title|headline|subject|标题|题目|文章标题)\s?[:：]\s?", re.IGNORECASE)
MENU_SHARE = 0.6  # of the words of a menu's line
_MOTTO = re.compile(r"\s[-–—]\s|\s::\s")
_ENDS = ".!?:;。！？：；"
_MENU_START = re.compile(
    r"^\W{0,3}(?:"
    + "|".join(sorted(map(re.escape, words("breadcrumb")), key=len, reverse=True))
    + r")\b\s*(?:[:：>|│»/]|$)",
    re.IGNORECASE,
)


def unwrapped(page: Page) -> tuple[Page, tuple[int, ...]]:
    """A text dump line by line as it stands in the file, wide gaps kept, and for each line the index of its Block."""
    raw = page.html.splitlines()
    lines: list[Block] = []
    owner: list[int] = []
    starts = [block.line for block in page.lines] + [len(raw)]
    for index, (begin, end) in enumerate(itertools.pairwise(starts)):
        for number in range(max(0, begin), min(end, len(raw))):
            text = _MARKS.sub("", raw[number].strip())
            if text:
                lines.append(Block(text, line=number))
                owner.append(index)
    in_main = set(page.main)
    main = tuple(i for i, block in enumerate(owner) if block in in_main)
    return replace(page, lines=tuple(lines), main=main), tuple(owner)


def headline(page: Page, shown: Bylines) -> Title:
    """The headline by position: of the nearest lines above byline and text that can be one, the line whose words the
    text repeats most; the nearest has the benefit of the doubt.
    """
    first = extent.start(page)
    anchor = min((i for i in shown.consumed if i <= first), default=first)
    above = [
        (index, text)
        for index in range(anchor - 1, max(-1, anchor - 1 - FAR), -1)
        if index not in shown.consumed and (text := _candidate(page.lines[index].text)) is not None
    ][:RIVALS]
    between = [
        (index, text)
        for index in range(anchor, first)
        if index not in shown.consumed and (text := _candidate(page.lines[index].text)) is not None
    ][:RIVALS]
    if not above and not between:
        return Title(None, "", (), _banner(page, first, ""))
    said = said_by(page)
    ranked = [
        (_worth(text, said) + (NEAREST if place == 0 else 0.0), -place, index, text)
        for place, (index, text) in enumerate(above + between)
    ]
    _, _, index, text = max(ranked)
    lines = _continued(page, index, frozenset(shown.consumed))
    if len(lines) > 1:
        text = " ".join(" ".join(page.lines[i].text.split()) for i in lines)
    return Title(text, "position", lines, _banner(page, index, text))


def _continued(page: Page, index: int, consumed: frozenset[int]) -> tuple[int, ...]:
    """The lines of a dump over which a headline runs on: no empty line between, the next one in lower case."""

    def runs_on(upper: int) -> bool:
        if page.soup is not None or upper < 0 or upper + 1 >= len(page.lines) or {upper, upper + 1} & consumed:
            return False
        above, below = page.lines[upper], page.lines[upper + 1]
        return (
            below.line == above.line + 1
            and below.text[0].islower()
            and not extent.is_running(above.text)
            and above.text[-1] not in _ENDS
            and _candidate(above.text) == above.text
            and _candidate(below.text) == below.text
        )

    first = last = index
    while runs_on(first - 1):
        first -= 1
    while runs_on(last):
        last += 1
    return tuple(range(first, last + 1))


def _candidate(line: str) -> str | None:
    """The line as a headline; of a breadcrumb its last step; None for menus, labels and furniture."""
    text = _TITLED.sub("", " ".join(line.split()))
    if len(text) > MAX_TITLE or is_furniture(text) or kind_of(text) is not None:
        return None
    if len(_MENU.findall(text)) > 1 or any(tag.kind != "author" for tag in labelled(text)):
        return None
    steps = _CRUMB.split(text)
    if _MENU_START.match(text):
        text = steps[-1] if len(steps) > 2 and len(tokens(steps[-1])) > SHORT else ""
    elif len(steps) > 2:
        text = steps[-1]
    else:
        text = _ANGLES.split(text)[-1]
    text = text.strip()
    dates = stamps.find(text)
    said = tokens(text)
    if sum(word in words("menu") for word in said) > MENU_SHARE * len(said):
        return None
    if len(said) < LEAST_TOKENS or (dates and dates[0].end - dates[0].start > len(text) / 2):
        return None
    return text


def _banner(page: Page, title: int, headline: str) -> str | None:
    """The site's name: the first line, where a menu or another line stands between it and the headline; its first
    part, where a motto follows; what it says beside the headline, where it is the page's title tag.
    """
    if page.soup is not None or title < 1 or not page.lines:
        return None
    text = " ".join(page.lines[0].text.split())
    if headline and headline in text and text != headline:
        return site_part(text, headline)
    text = _MOTTO.split(text, maxsplit=1)[0]
    steps = _ANGLES.split(text)
    if len(steps) > 1 and not _MENU_START.match(text) and names_site(steps[0]):
        text = steps[0]
    if is_furniture(text) or labelled(text) or _MENU.search(text) or len(_CRUMB.split(text)) > 1:
        return None
    known = len(tokens(text)) <= MAX_BANNER and names.looks_personal(text.replace("-", " ")) and len(text) > 2
    return text if known and not stamps.find(text) and kind_of(text) is None else None


def said_by(page: Page) -> frozenset[str]:
    """The words of the text in lower case, Chinese characters one by one."""
    return frozenset(tokens(" ".join(page.lines[i].text for i in page.main)))


def repeated(title: str, said: frozenset[str]) -> float:
    """The share of the title's longer words (or Chinese characters) that the text repeats: a headline's are."""
    wanted = [w for w in tokens(title) if len(w) >= LONG_WORD or not w.isascii()]
    return sum(w in said for w in wanted) / len(wanted) if wanted else 0.0


def better(by_place: Title, title: Title, page: Page) -> bool:
    """Is a headline told by its place better than one told by the title tag or a short heading, which may be the site's
    name? Where the text repeats its words and it says more.
    """
    if by_place.text is None or by_place.text == title.text:
        return False
    if title.text is None:
        return True
    if title.origin == "title-tag" and names_site(title.text) and len(tokens(by_place.text)) >= SHORT:
        return True
    said = said_by(page)
    own = _worth(by_place.text, said)
    return own >= IN_TEXT and own > _worth(title.text, said) + MARGIN


def _worth(text: str, said: frozenset[str]) -> float:
    return repeated(text, said) * min(1.0, len(tokens(text)) / FULL_TITLE)
