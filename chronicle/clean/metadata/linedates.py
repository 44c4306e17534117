"""The dates of one line: which of them date the page, and of what kind they are; the line without them."""

import re

from chronicle.clean.metadata import stamps
from chronicle.clean.metadata.labels import PIECE, any_of
from chronicle.clean.metadata.pieces import Piece
from chronicle.clean.metadata.record import Bylines, Shown

SIDE = 40  # characters beside a date on a line of the text: more is prose
PROSE_WORDS = 5  # lower-case words beside a date: it tells of a day, it does not date the page
NEAR = 40  # characters before a date that can label it
UPDATED_WORDS = frozenset(("updated", "modified", "update", "lastmod"))

BY_NEXT = re.compile(r"[\s|,–—-]*(?:by|von|par|por)\s+[A-Z]")
_BEFORE_DATE = rf")[\s:：,{PIECE}]*(?:on|at|am|le|el|em|il)?[\s:：{PIECE}]*(?:[^\W\d_]{{3,9}}\.?,?\s)?$"
_NEAR_UPDATED = re.compile("(?:" + any_of("updated") + _BEFORE_DATE, re.IGNORECASE)
_NEAR_PUBLISHED = re.compile("(?:" + any_of("published", 4) + _BEFORE_DATE, re.IGNORECASE)
POSTED_BY = re.compile(  # "Entry created by Ivan Rusk on "
    r"^\W{0,3}(?:(?:entry|article|item|page|news|content|post)\s)?"
    r"(?:posted|published|created|submitted|added|uploaded|entered)\s+by\s(?P<name>.{2,60}?)\s(?:on|at)\s$",
    re.IGNORECASE,
)
ISSUE = re.compile(r"第\s?[A-Z]?\d{1,3}\s?版|\b版次")  # the line that heads a page of a newspaper
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)day\b|星期|周[一二三四五六日]|礼拜", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}[:：]\d\d(?:[:：]\d\d)?\b")
DIGIT = re.compile(r"[\d年]")
_CJK_RUN = re.compile(r"[\u3400-\u9fff]{9,}")


def around_dates(part: str) -> list[str]:
    """What a part says before, between and after its dates."""
    found: list[str] = []
    start = 0
    for stamp in stamps.find(part):
        found.append(part[start : stamp.start])
        start = stamp.end
    return [text for raw in (*found, part[start:]) if (text := _CLOCK.sub("", raw).strip(" ,-–—·•|　"))]


def take_dates(line: str, taken: list[Piece], index: int, place: str, found: Bylines) -> bool:
    got = False
    if DIGIT.search(line) is not None:
        flat = line.replace(PIECE, " ")
        for stamp in stamps.find(flat):
            before, after = flat[: stamp.start], flat[stamp.end :]
            near = before[-NEAR:]
            if _NEAR_UPDATED.search(near):
                kind = "updated"
            elif (
                _NEAR_PUBLISHED.search(near)
                or POSTED_BY.match(before)
                or (stamp.year is not None and ISSUE.search(flat) is not None)
            ):
                kind = "published"
            elif not before.strip() and BY_NEXT.match(after):
                kind = "plain"
            elif _is_prose(before) or _is_prose(after) or (place == "text" and len(before + after) > SIDE):
                continue
            else:
                kind = "plain"
            if stamp.ambiguous:
                stamp = next((s for s in _machine_dates(taken) if s.date() in _readings(stamp)), stamp)
            found.dates.append(Shown(stamp, kind, place, index, _WEEKDAY.search(before + after) is not None))
            got = True
    for piece in taken:
        stamp_ = stamps.parse(piece.when) if piece.when and not got else None
        if stamp_ is not None:
            kind = "updated" if piece.words & UPDATED_WORDS else "plain"
            found.dates.append(Shown(stamp_, kind, place, index))
            got = True
    return got


def _machine_dates(taken: list[Piece]) -> list[stamps.Stamp]:
    return [s for piece in taken if piece.when and (s := stamps.parse(piece.when)) is not None]


def _readings(stamp: stamps.Stamp) -> tuple[object, ...]:
    return stamp.date(), stamp.swapped().date()


def before_date(text: str) -> str:
    """What stands before the first date of the text."""
    dates = stamps.find(text)
    return text[: dates[0].start] if dates else text


def _is_prose(side: str) -> bool:
    small = sum(w[0].islower() and w.isalpha() for w in side.split())
    return small >= PROSE_WORDS or (len(side) > 12 and _CJK_RUN.search(side) is not None)
