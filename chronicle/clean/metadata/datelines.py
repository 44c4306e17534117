"""Datelines ("MEIHU, Nov. 21 (Xinhua) --", 本报湖州5月13日讯): the day a report was filed backs the page's own."""

import datetime
import re

from chronicle.clean.metadata import extent, stamps
from chronicle.clean.metadata.likeness import is_furniture
from chronicle.clean.metadata.record import Shown
from chronicle.clean.page import Page

OPENING = 90  # characters of the text in which its dateline ends
LATER = 3  # days between filing and publication at most
MAX_LINE = 120  # characters of a line that prints the page's day

_LATIN = re.compile(
    r"^[(\s]*[A-Z][\w .,’'/-]{1,50}?[,\s]\s?(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)"
    r"\s?(?:[(（/][A-Z][\w .’'-]{1,30}[)）/]|,?\s?[A-Z][\w]{2,20}\s?)\s?(?:--|[–—-])"
)
_HAN = re.compile(r"^[\s　]*[\u3400-\u9fff·]{2,16}?\d{1,2}月\d{1,2}日[\u3400-\u9fff]{0,3}[电電讯訊]")


def filed(page: Page) -> stamps.Stamp | None:
    """The day of the text's dateline, which has no year; None where the text begins otherwise."""
    first = extent.start(page)
    if first >= len(page.lines):
        return None
    text = page.lines[first].text[:OPENING]
    match = _LATIN.match(text) or _HAN.match(text)
    if match is None:
        return None
    return next((s for s in stamps.find(match[0]) if s.day is not None), None)


def backed(page: Page) -> Shown | None:
    """The one day printed on the page within days of its dateline; the dateline alone does not say when it appeared."""
    own = filed(page)
    if own is None or own.day is None:
        return None
    days: dict[datetime.date, Shown] = {}
    for index, line in enumerate(page.lines):
        if len(line.text) > MAX_LINE or line.link_chars or is_furniture(line.text):
            continue
        for stamp in stamps.find(line.text):
            day = stamp.date()
            if day is not None and not stamp.ambiguous and _days_after(own, day) in range(LATER + 1):
                days.setdefault(day, Shown(stamp, "plain", "tail", index))
    return next(iter(days.values())) if len(days) == 1 else None


def _days_after(own: stamps.Stamp, day: datetime.date) -> int:
    """How many days the day comes after the dateline's, counted over New Year; -1 where the year has no such day."""
    try:
        filed_on = datetime.date(own.year or day.year, own.month, own.day or 1)
        if filed_on > day and own.year is None:
            filed_on = filed_on.replace(year=day.year - 1)
    except ValueError:
        return -1
    return (day - filed_on).days
