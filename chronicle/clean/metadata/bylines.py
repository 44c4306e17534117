"""Which lines of the page are read as bylines: those around the headline, the edges of the text, and lines elsewhere
that call themselves a date or an author.
"""

import re
from itertools import islice

from chronicle.clean.lazytree import DROPPED_EMPTY
from chronicle.clean.metadata import datelines, extent, names, stamps
from chronicle.clean.metadata.brackets import read_credits, read_republished, read_signed
from chronicle.clean.metadata.grammar import AUTHOR_WORDS, MAX_SOURCE, NOT_AUTHOR_WORDS, may_tell, read_line, sign
from chronicle.clean.metadata.labels import MAX_LABEL, kind_of, labelled, words
from chronicle.clean.metadata.likeness import is_furniture, is_medium
from chronicle.clean.metadata.linedates import DIGIT, ISSUE, before_date
from chronicle.clean.metadata.pieces import MAX_NODES, host_of, line_of, own_words, pieces
from chronicle.clean.metadata.record import Bylines, Name, Shown
from chronicle.clean.page import Block, Page

MAX_LINE = 260  # characters: longer lines are text, not bylines
MAX_TEXT_LINE = 130  # the same inside and after the text
MAX_ELSEWHERE = 90
ABOVE, BELOW_TITLE, ABOVE_TEXT = 4, 14, 8  # lines searched above the headline, below it, above the text
INTO_TEXT = 9  # lines after headline or start of the text that may still be bylines
LAST_LINES, AFTER_TEXT = 2, 8  # lines before and after the end of the text that may hold credits
OPENING = 2  # paragraphs below which no byline stands
STILL = 5  # lines read after date and author were found: sources and credits stand there
BESIDE = 30  # characters beside a date whose class calls it the date
BARE_LINES = 5  # lines below the headline in which a bare name is an author

DATE_WORDS = frozenset(
    ("date", "time", "published", "timestamp", "pubdate", "created", "posted", "publish", "dateline", "ts")
)
CELLS = ("td", "th")
APART_WORDS = frozenset(
    (
        "comment", "comments", "related", "card", "cards", "sidebar", "recent", "footer", "aside", "item", "list",
        "event", "events", "widget", "teaser", "more", "caption", "photo",
    )
)  # fmt: skip

_NOTE = re.compile(
    r"^[\[(（【]?\s*(?:editor[’']?s['’]?\s+note|editors[’']\s+note|note to editors|编者按|编者注|免责声明)\s*[:：\]】]",
    re.IGNORECASE,
)
_OPENS_PUBLISHED = re.compile(
    r"^\W{0,3}(?:originally\s|first\s)?(?:posted|published|released|publié|veröffentlicht|publicado|pubblicato)\b"
    r"|^(?:发布|发表)",
    re.IGNORECASE,
)
_OPENS_DATED = re.compile(  # "03/01/2017 by Agatha Moor, secretary of …"
    r"^\W{0,2}(?:\d{1,4}[./-]\d|\d{1,2}\s\w{3,9}|\w{3,9}\.?\s\d{1,2},)[\w\s,./:-]{2,24}?[\s|-]\s?(?:by|von|par|por)\s[A-Z]"
)
_OPENS_BY = re.compile(r"^(?:written|reported|reporting|words|story|text|posted|article)?\s?\bby\s+\S", re.IGNORECASE)
_CALLED_UPDATED = ("updated", "modified", "reviewed", "更新")


def read(page: Page, title_lines: tuple[int, ...], site_names: tuple[str, ...]) -> Bylines:
    """The bylines around headline and text, and dated or signed lines elsewhere where those say nothing."""
    found = Bylines()
    zone = _zone(page, title_lines)
    settled = None
    for index, place in zone.items():
        _line(page, index, place, found, site_names)
        if settled is None and _is_settled(found):
            settled = index
        if settled is not None and index > settled + STILL:
            break
    last = extent.end(page)
    if last >= 0:
        for index in range(max(0, last - LAST_LINES), min(len(page.lines), last + 1 + AFTER_TEXT)):
            if index not in zone and index not in title_lines:
                _line(page, index, "tail", found, site_names)
    undated = not any(d.place != "tail" and d.kind != "updated" for d in found.dates)
    unsigned = not any(a.place != "above" for a in found.authors)
    if unsigned and title_lines:
        _bare_name(page, title_lines, found, site_names)
    if undated or unsigned:
        _elsewhere(page, zone, title_lines, undated, unsigned, found)
    if not found.dates and (day := datelines.backed(page)) is not None:
        found.dates.append(day)
    return found


def _elsewhere(
    page: Page, zone: dict[int, str], title_lines: tuple[int, ...], undated: bool, unsigned: bool, found: Bylines
) -> None:
    """Lines far from headline and text that date or sign the page; different dates of one kind are a list of others."""
    dates: list[Shown] = []
    for index, block in enumerate(page.lines):
        if index in zone or len(block.text) > MAX_ELSEWHERE:
            continue
        if undated and DIGIT.search(block.text) is not None:
            dates += _dated_elsewhere(block, index)
        if unsigned and (not title_lines or index > title_lines[0]):
            _signed_elsewhere(block, found)
    for kind in ("published", "updated", "plain"):
        same = [d for d in dates if d.kind == kind]
        if len({d.stamp.edtf for d in same}) == 1:
            found.dates.append(same[0])


def _is_settled(found: Bylines) -> bool:
    """Do lines below the headline date and sign the page?"""
    dated = any(d.place == "head" and d.kind != "updated" and d.stamp.year is not None for d in found.dates)
    return dated and any(a.place == "head" and a.how in ("label", "by", "class") for a in found.authors)


def _zone(page: Page, title_lines: tuple[int, ...]) -> dict[int, str]:
    """The lines that may be bylines, each with its place: above the headline, head, or the first lines of the text."""
    first = extent.start(page)
    if first >= len(page.lines):
        first = min(first, ABOVE_TEXT)
    if title_lines and title_lines[0] <= first:
        title, above = title_lines[-1], max(0, title_lines[0] - ABOVE)
    else:
        title = above = max(-1, first - ABOVE - BELOW_TITLE)
    indices = {*range(max(0, above), title), *range(title + 1, title + 1 + BELOW_TITLE)}
    indices.update(range(max(first - ABOVE_TEXT, title + 1), first + INTO_TEXT))
    stop = min(len(page.lines) - 1, max(first, title) + INTO_TEXT, max(extent.end(page), title, first))
    in_main = set(page.main)
    zone: dict[int, str] = {}
    paragraphs = 0
    for index in sorted(indices):
        if index > stop or paragraphs > OPENING:
            break
        if index in title_lines:
            continue
        if index > title and index in in_main and extent.is_running(page.lines[index].text):
            paragraphs += 1
        inside = index >= first and index in in_main
        zone[index] = "above" if above <= index < title else "text" if inside else "head"
    return zone


def _line(page: Page, index: int, place: str, found: Bylines, site_names: tuple[str, ...]) -> None:
    block = page.lines[index]
    text = block.text
    if _NOTE.match(text):
        found.consumed.add(index)
        read_republished(text, found)
    elif _is_paragraph(text, place):
        read_credits(text, index, place, found)
    elif block.link_chars and text.lower().strip(" :：[]【】()（）>»") in words("source_link"):
        host = next((h for piece in pieces(block) if (h := host_of(piece.href)) is not None), None)
        if host is not None:
            found.sources.append(Name(host, "link", place))
            found.consumed.add(index)
    elif index and page.lines[index - 1].tag in CELLS and block.tag not in CELLS and index > extent.start(page):
        return  # the note of a table
    elif not may_tell(text, block.hints) and _label_above(page, index) is None and not _is_marked(block):
        read_republished(text, found)
    elif not _below_label(page, index, place, found):
        if read_line(pieces(block), text, index, place, found, site_names) or (
            place == "tail" and read_signed(text, index, found)
        ):
            found.consumed.add(index)
        read_republished(text, found)


def _is_paragraph(text: str, place: str) -> bool:
    if place not in ("text", "tail"):
        return len(text) > MAX_LINE
    if len(text) > MAX_TEXT_LINE:
        return True
    if _OPENS_DATED.match(text) is not None:
        return False
    return extent.is_running(text) and len(labelled(text)) < 2 and _OPENS_PUBLISHED.match(text) is None


def _is_marked(block: Block) -> bool:
    """Does an inline element of the line call itself a date or an author?"""
    source, element = block.source, block.element
    if source is None or element is None or len(source) == 0 or len(block.text) > MAX_ELSEWHERE:
        return False
    if len(element.contents) == 1 and element.string is not None:
        return False
    return any(
        node.tag == "time" or not AUTHOR_WORDS.isdisjoint(own_words(node.get))
        for node in islice(source.iterdescendants(), MAX_NODES)
        if len(node) or node.text or node.tag not in DROPPED_EMPTY
    )


def _label_above(page: Page, index: int) -> str | None:
    above = page.lines[index - 1].text if index else ""
    return kind_of(above) if 2 <= len(above) <= MAX_LABEL else None


def _below_label(page: Page, index: int, place: str, found: Bylines) -> bool:
    """A label that fills the line above gives this line its meaning."""
    kind = _label_above(page, index)
    text = page.lines[index].text
    if kind not in ("source", "author") or len(text) > MAX_SOURCE or kind_of(text) is not None:
        return False
    if kind == "source":
        found.sources.append(Name(text, "label", place))
    else:
        before = before_date(text)
        if before != text and before.rstrip().endswith(","):  # "HARBOUR TOWN, March 5, 2019" below "Staff Reporter"
            return False
        name = names.printed(before_date(line_of(pieces(page.lines[index]))))
        if name is None or not names.looks_personal(name):
            return False
        sign(found, name, "label", place)
    found.consumed.update((index - 1, index))
    return True


def _bare_name(page: Page, title_lines: tuple[int, ...], found: Bylines, site_names: tuple[str, ...]) -> None:
    """A name alone on its line below the headline is the author where a date stands near it or the page repeats it
    after the text, as author boxes do; menus stand above the headline.
    """
    title = title_lines[-1]
    dated = {d.line for d in found.dates if d.place in ("head", "text")}
    for index in range(title + 1, min(len(page.lines), title + 1 + BARE_LINES)):
        text = page.lines[index].text
        if len(text) > MAX_SOURCE or not text[0].isupper():
            continue
        name = names.printed(before_date(text)) or ""
        if not names.look_full(name) or kind_of(name) is not None:
            continue
        person = name.partition(", ")[0]
        if is_medium(person, person, site_names, True):
            continue
        if any(line.text == name for line in page.lines[:title]):
            continue
        if any(abs(index - d) <= 2 for d in dated) or any(
            name in line.text for line in page.lines[index + 1 :] if len(line.text) <= MAX_LINE
        ):
            sign(found, name, "bare", "head")
            if text == name:
                found.consumed.add(index)
            return


def _dated_elsewhere(block: Block, index: int) -> list[Shown]:
    """A line of its own that says when the page was posted or last changed, or whose class says it is the date."""
    text = block.text
    if ISSUE.search(text) is not None:
        return [Shown(stamp, "published", "tail", index) for stamp in stamps.find(text)[:1] if stamp.year is not None]
    hinted = not DATE_WORDS.isdisjoint(block.hints[:8]) and APART_WORDS.isdisjoint(block.hints)
    opens = _OPENS_PUBLISHED.match(text) is not None
    if not (hinted or opens or any(w in text.lower() for w in _CALLED_UPDATED)):
        return []
    if block.link_chars * 2 > len(text) or is_furniture(text):
        return []
    for stamp in stamps.find(text)[:1]:
        before = text[: stamp.start].lower()
        if any(w in before for w in _CALLED_UPDATED):
            return [Shown(stamp, "updated", "tail", index)]
        if opens:
            return [Shown(stamp, "published", "tail", index)]
        if hinted and stamp.year is not None and len(text) - (stamp.end - stamp.start) <= BESIDE:
            return [Shown(stamp, "plain", "tail", index)]
    return []


def _signed_elsewhere(block: Block, found: Bylines) -> None:
    """A line of its own that says "by" and a name, or whose class says it is the author."""
    if not APART_WORDS.isdisjoint(block.hints):
        return
    hinted = not AUTHOR_WORDS.isdisjoint(block.hints[:8]) and NOT_AUTHOR_WORDS.isdisjoint(block.hints)
    by = _OPENS_BY.match(block.text) is not None
    if not (hinted or by):
        return
    name = names.printed(before_date(block.text))
    if name is not None and (names.looks_full(name) or (by and names.looks_personal(name))):
        found.authors.append(Name(name, "by" if by else "class", "tail"))
