"""The publication date, settled between what the page shows, what it declares and its address.

Readers are told the truth more often than machines: a date shown by the headline wins over a declared one unless it is
called an update. Declared UTC times count in the source's zone, or as the day the page itself shows.
"""

import re
from dataclasses import dataclass

from chronicle.clean.metadata import metatags, stamps
from chronicle.clean.metadata.jsonld import Linked
from chronicle.clean.metadata.language import declared as declared_language
from chronicle.clean.metadata.record import Shown
from chronicle.clean.metadata.stamps import Stamp
from chronicle.clean.page import Page

PUBLISHED_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "rnews:datepublished", "publishdate",
    "publish_date", "publish-date", "pubdate", "pub_date", "og:pubdate", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "citation_online_date", "citation_date", "dc.date.issued", "dcterms.issued",
    "dcterms.date", "dc.date", "dc.date.created", "dcterms.created", "date", "article.published",
    "article_date_original", "originalpublicationdate", "publication_date", "published_date", "published_time",
    "og:published_time", "article:published", "article:published_date", "cxenseparse:recs:publishtime",
    "bytedance:published_time", "weibo:article:create_at", "firstpublishedtime", "release_date", "displaydate",
    "date.issued", "datecreated", "creation_date",
)  # fmt: skip
MODIFIED_NAMES = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "lastmod", "last-modified",
    "dcterms.modified", "dc.date.modified", "bytedance:updated_time", "bytedance:lrdate_time", "revised", "modified",
)  # fmt: skip
MONTH_FIRST_ENDINGS = (".com", ".org", ".net", ".gov", ".edu", ".us", ".mil", ".ph")

_YEAR, _MONTH, _DAY = r"(?P<year>19\d\d|20\d\d)", r"(?P<month>0[1-9]|1[0-2])", r"(?P<day>0[1-9]|[12]\d|3[01])"
_URL_STAMP = re.compile(rf"/t?{_YEAR}{_MONTH}{_DAY}_\d+")  # t20220926_6421190.html, as TRS writes them
_URL_DAY = re.compile(
    rf"[/_=-]{_YEAR}(?P<sep>[-_/]?)(?P<month>0[1-9]|1[0-2]|[1-9](?=[-_/]))(?P=sep)"
    r"(?P<day>0[1-9]|[12]\d|3[01]|[1-9](?=/))(?!\d)"
)
_URL_DAY_SPLIT = re.compile(rf"/{_YEAR}[/-]?{_MONTH}[/-]{_DAY}(?:[/_.]|$)")  # 2015-04/10, 2023/0220
_ADDRESS_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_NUMERIC = re.compile(r"(?<![\d./-])(\d\d?)[/-](\d\d?)[/-](?:19|20)\d\d(?![\d/-])")
_QUOTE = r"(?:&quot;|\\{0,3}[\"'])"
_EMBEDDED = re.compile(rf"date_?[Pp]ublished{_QUOTE}?\s?[:=]\s?{_QUOTE}((?:19|20)\d\d-\d\d-\d\d[^\"'&\\<>]{{0,20}})")
NEAR_TITLE = 2  # lines above the headline: farther up stands the page's head
MAX_NUMERIC_SCAN = 30_000


@dataclass(frozen=True, slots=True)
class Published:
    """The settled date; ``kind`` is published or updated."""

    edtf: str
    kind: str
    origin: str


def address_day(url: str | None) -> Stamp | None:
    """The day in an address (``/2015-04/10/``, ``/202209/t20220926_6421190.html``), or None."""
    for pattern in (_URL_STAMP, _URL_DAY, _URL_DAY_SPLIT):
        match = pattern.search(url or "")
        if match is not None:
            return stamps.parse(f"{match['year']}-{match['month']}-{match['day']}")
    return None


def choose(page: Page, linked: Linked, shown: list[Shown], title: int) -> Published | None:
    """The page's date, or None where nothing dates it; ``title`` is the headline's first line, or 0."""
    address = address_day(page.url or page.canonical)
    declared = _declared(page, linked.published, PUBLISHED_NAMES)
    modified = _declared(page, linked.modified, MODIFIED_NAMES)
    known = [s for s, _ in (*declared, *modified)] + [d.stamp for d in shown] + ([address] if address else [])
    days = {day for s in known if not s.ambiguous and (day := s.date())}
    month_first = _month_first(page)

    def settle(stamp: Stamp) -> Stamp:
        if not stamp.ambiguous:
            return stamps.in_zone(stamp, page.timezone)
        if stamp.date() in days:
            return stamp
        if stamp.swapped().date() in days:
            return stamp.swapped()
        return stamp.swapped() if month_first and stamp.slashed else stamp

    first = next(((settle(s), origin) for s, origin in declared), None)
    stale = bool(declared and modified) and not linked.published and declared[0][0].date() == modified[0][0].date()
    settled = [Shown(settle(d.stamp), d.kind, d.place, d.line, d.clock) for d in shown]
    visible = _visible(settled, first, title, stale)
    if visible is not None and first is not None and visible.kind != "published":
        year = _ADDRESS_YEAR.search(page.url or page.canonical or "")
        if year is not None and int(year[1]) == first[0].year != visible.stamp.year:
            visible = None  # the day shown is that of a later revision
    tail = _single([settle(d.stamp) for d in shown if d.place == "tail" and d.kind == "published"])
    if visible is None and tail is not None and len({s.date() for s, _ in declared}) > 1:
        return Published(tail.edtf, "published", "byline")
    if visible is not None and (first is None or visible.stamp.date() is not None):
        stamp = visible.stamp
        if stamp.year is None and address is not None and (address.month, address.day) == (stamp.month, stamp.day):
            stamp = address
        return Published(stamp.edtf, "published", "byline")
    updated = next((settle(d.stamp) for d in shown if d.kind == "updated" and d.place != "above"), None)
    if first is not None:
        same = updated is not None and updated.date() == first[0].date()
        return Published(first[0].edtf, "updated" if same else "published", first[1])
    if address is not None and address.day is not None and updated is None:
        return Published(address.edtf, "published", "address")
    tail = tail or _single([settle(d.stamp) for d in shown if d.place == "tail" and d.kind == "plain"])
    if tail is not None:
        return Published(tail.edtf, "published", "byline")
    if updated is not None:
        return Published(updated.edtf, "updated", "byline")
    return _embedded(page.html)


def _embedded(html: str) -> Published | None:
    """The one publication date in data for the page's scripts; several are those of other pages."""
    days = {stamp.edtf for match in _EMBEDDED.finditer(html) if (stamp := stamps.parse(match[1])) is not None}
    return Published(days.pop(), "published", "script") if len(days) == 1 else None


def _single(found: list[Stamp]) -> Stamp | None:
    """The one date that all say; different ones are a list of other pages."""
    return found[0] if len({s.edtf for s in found}) == 1 else None


def _declared(page: Page, linked: tuple[str, ...], names: tuple[str, ...]) -> list[tuple[Stamp, str]]:
    found = [(stamp, "json-ld") for text in linked if (stamp := stamps.parse(text))]
    for name in names:
        value = metatags.first(page.meta, name)
        stamp = stamps.parse(value) if value else None
        if stamp is not None:
            found.append((stamp, f"meta:{name}"))
    return found


def _visible(shown: list[Shown], declared: tuple[Stamp, str] | None, title: int, stale: bool) -> Shown | None:
    """The shown date that dates the page: a labelled one by the headline, then the one a declared date backs, then the
    nearest below the headline, then above it where none is declared or the declared one is ``stale``: that of a change.
    """
    usable = [d for d in shown if d.kind != "updated" and d.place != "tail" and (d.stamp.year or d.place != "text")]
    labelled = [d for d in usable if d.kind == "published"]
    below = [d for d in usable if d.place != "above"]
    day = declared[0].date() if declared else None
    if day is not None:
        for most in (0, 1):
            for d in (*labelled, *below, *usable):
                own = d.stamp.date()
                if own is not None and abs((own - day).days) <= most:
                    return d
    above = [d for d in usable if d.place == "above" and d.line >= title - (1 if d.clock else NEAR_TITLE)]
    nearest = above[-1:] if declared is None or stale else []
    for full in (True, False):
        for d in (*labelled, *below, *nearest):
            if (d.stamp.year is not None) is full:
                return d
    return None


def _month_first(page: Page) -> bool:
    """Do numeric dates on this page put the month first? Its own unambiguous dates tell, else language and host."""
    votes = 0
    for first, second in _NUMERIC.findall(page.html[:MAX_NUMERIC_SCAN]) if page.soup is None else ():
        votes += (int(second) > 12) - (int(first) > 12)
    if votes:
        return votes > 0
    language = (page.html_lang or "").lower().replace("_", "-")
    if language:
        if language.startswith("en-"):
            return language.startswith(("en-us", "en-ph"))
        if declared_language(language) != "en":
            return False
    host = (page.url or "").split("/")[2:3]
    return bool(host) and host[0].split(":")[0].endswith(MONTH_FIRST_ENDINGS)
