"""The grammar of one byline: label, separator, value; or parts between separators, each a date, "by" and a name, or a
medium. What is found goes to a Bylines; which line is read, and which value wins, is decided elsewhere.
"""

import re

from chronicle.clean.metadata import names, stamps
from chronicle.clean.metadata.accounts import take_account
from chronicle.clean.metadata.labels import PIECE, Labelled, any_of, first_piece, kind_of, labelled, parts, words
from chronicle.clean.metadata.likeness import is_body, is_domain, is_furniture, is_medium, is_titled, media_in
from chronicle.clean.metadata.linedates import BY_NEXT, POSTED_BY, SIDE, around_dates, before_date, take_dates
from chronicle.clean.metadata.pieces import Piece, host_of, line_of
from chronicle.clean.metadata.record import Bylines, Name, Shown

MAX_SOURCE = 90  # characters
MAX_VALUE = 80  # characters after a label in which a date without one stands
INITIALS = 2  # characters: avatars show them beside the name

AUTHOR_WORDS = frozenset(
    (
        "author", "authors", "byline", "bylines", "writer", "contributor", "reporter", "creator", "by", "auth", "autor",
        "journalist",
    )
)  # fmt: skip
NOT_AUTHOR_WORDS = frozenset(
    (
        "bio", "comment", "comments", "related", "avatar", "image", "date", "time", "social", "share", "role",
        "caption", "job", "twitter", "desc", "description", "reviewer", "reviewed", "editor",
    )
)  # fmt: skip
COUNTED = ("words", "text")  # labels of counts and sections too: only a full name makes them an author's

PAREN = re.compile(r"[(（\[【]([^()（）\[\]【】]{2,80})[)）\]】]")
_BY = re.compile(rf"^(?:{any_of('by')})\b[\s:：{PIECE}]*(?=\S)", re.IGNORECASE)
_BY_AFTER = re.compile(r"(?<=[\s,])(?:by|von|par|por)\s+(?=[A-Z\d_a-z][\w .’'-]{1,40}$)")
_BY_ALONE = re.compile(rf"(?:(?<=^)|(?<={PIECE}))\s*({any_of('by')})\s*{PIECE}", re.IGNORECASE)
_BY_GLUED = re.compile(r"(?:By|BY|Von|Par|Por)(?=[A-Z])")  # where markup alone parts "By" from the name
_OTHERS = re.compile(r"\s(?:and|for|&)\s", re.IGNORECASE)
_SLASHED_DAY = re.compile(r"(?<=\d[年月])/(?=\d)|(?<=\d日)/|/(?=\d{4}年/)")  # 科技日报/2020年/5月/12日/第003版
_BOXED = re.compile(r"[\[【]([^\[\]【】]{1,16})[\]】][:：]?")  # [作者]李娜
_NAMED_DATE = re.compile(r"\b(?:published|posted|created|updated)\b", re.IGNORECASE)
REPORTER = re.compile(
    r"(?<=\S)\s{0,3}(?:\b(?:[Rr]eporter|[Cc]orrespondent)s?\s+(?=[A-Z])|(?:记者|通讯员)[\s　]*(?=[\u3400-\u9fff]))"
)
_ISSUED = re.compile(r"(?:published|released|issued|provided)\s+by\b", re.IGNORECASE)
_UNKNOWN_LABEL = re.compile(r"^[A-Z][\w ]{2,24}[:：]\s*(?=\S)")
_CAPTION = re.compile(r"(?:摄|供图|制图|绘)\W?$")
_SIGNED_OFF = re.compile(r"^[-–—]{1,2}\s?([^-–—\s].{1,50})$")
_VIA = re.compile(
    r"(?i:via|(?:news |story |article |release )?from|courtesy of|courtesy:?|credit)\s"
    r"(?=[A-Z])(?!Our|Staff|The Editor)"
)
_JOINED = re.compile(rf"[{PIECE}\s]*(?:{PIECE}\s*(and|&|,|、)|(and|&|,|、)\s*{PIECE})[{PIECE}\s]*")
_POSTED = re.compile(r"^\W{0,3}(?:originally\s|first\s)?(?:posted|published)\b", re.IGNORECASE)
_SIGNED = re.compile(
    r"^[（(【\s]*(?:本报|本网|本刊|新华社|见习|特约|首席|实习|全媒体|融媒)*(?:记者|通讯员|作者|撰稿|撰文)"
    r"[\s　]+[\u3400-\u9fff]{2}"
    r"|^\W{0,2}(?i:staff\s)?(?i:reporters?|authors?|writers?|correspondents?|journalists?)\s+[A-Z]"
    r"|^[□■●◎◆▲★]\s*[\u3400-\u9fff]{2}"
)
_POSTER = re.compile(
    r"^(?!First|Originally|Last|Article|Story|Date|When)([^\W\d][\w.·-]{1,30})\s+(?:posted|published|wrote|发表于|发布于)\b"
)
_STAFF = re.compile(
    r"[\s,|–—-]*\b(?:by\s)?(?:a\s|an\s|our\s|the\s)?(?:own\s)?(?:staff|our|special|intern|city|local)\s"
    r"(?:staff\s)?(?:reporter|writer|correspondent)s?$",
    re.IGNORECASE,
)
MAX_STAFF = 40  # characters of "by our special staff reporter"
_STAFF_ENDS = ("reporter", "reporters", "correspondent", "correspondents", "writer", "writers")
_SOURCE_ALONE = re.compile(r"^\W{0,2}(?:SOURCE|Source|来源|稿源)[\s　]+(?=[A-Z\u3400-\u9fff])")
# in every byline without "by" or a class
_TELLING = re.compile(r"[\d年:：/|丨│.(（\[【]|记者|通讯员|作者|撰|reporter\s|correspondent\s")


def may_tell(text: str, hints: tuple[str, ...]) -> bool:
    """Can a line without inline elements be a byline? A cheap look that spares most menus."""
    return (
        _TELLING.search(text) is not None
        or _SOURCE_ALONE.match(text) is not None
        or _SIGNED.match(text) is not None
        or text.endswith(_STAFF_ENDS)
        or _SIGNED_OFF.match(text) is not None
        or _BY.match(text) is not None
        or _BY_GLUED.match(text) is not None
        or not AUTHOR_WORDS.isdisjoint(hints)
        or kind_of(text) is not None
    )


def read_line(
    taken: list[Piece], text: str, index: int, place: str, found: Bylines, site_names: tuple[str, ...]
) -> bool:
    """Read one short line into ``found``; true where the line is a byline and nothing else."""
    line = line_of(taken) if len(taken) > 1 else text
    if "[" in line or "【" in line:
        line = _BOXED.sub(lambda m: f"{m[1]}：" if kind_of(m[1]) is not None else m[0], line)
    tags = labelled(line)
    if _CAPTION.search(line) is not None and not tags:
        return False
    got = False
    known = len(found.authors)
    for tag in tags:
        got = take_labelled(tag, line, index, place, found) or got
        if tag.kind == "other" and _NAMED_DATE.search(tag.value) is not None:
            got = take_dates(tag.value, [], index, place, found) or got
    if len(found.authors) > known + 1:
        many = found.authors[known:]
        found.authors[known:] = [Name(names.join([a.text for a in many]), "label", place)]
    free = line[: tags[0].start] if tags else line
    if tags and not got:
        got = any(t.kind == "editor" for t in tags)
    named = _SOURCE_ALONE.match(free) if len(free) <= MAX_SOURCE and not tags else None
    if named is not None and (value := first_piece(before_date(free[named.end() :]))):
        found.sources.append(Name(value, "label", place))
        got = True
    if place == "tail":
        off = _SIGNED_OFF.match(free)
        if off is not None and is_medium(off[1], off[1], (), True):
            found.sources.append(Name(off[1], "part", place))
            return True
        alone = "".join(around_dates(free)) == "" and stamps.find(free) != ()
        posted = POSTED_BY.match(before_date(free))
        name = names.printed(posted["name"]) if posted is not None else None
        if name is not None and names.looks_personal(name):
            sign(found, name, "by", place)
            alone = True
        if alone or _POSTED.match(free) is not None:
            got = take_dates(free, taken, index, place, found) or got
    elif free.strip():
        got = _take_free(free, taken, index, place, found, site_names, bool(tags)) or got
    return got


def take_labelled(tag: Labelled, line: str, index: int, place: str, found: Bylines) -> bool:
    """Take one label's value; true where it is metadata of the page."""
    if tag.kind in ("published", "updated"):
        if is_furniture(line[max(0, tag.start - 20) : tag.start]):
            return False
        dates = stamps.find(tag.value[:60].replace(PIECE, " "), labelled=True)
        if dates:
            found.dates.append(Shown(dates[0], tag.kind, place, index))
            by = BY_NEXT.match(tag.value[:MAX_VALUE], dates[0].end)
            name = names.printed(tag.value[by.end() - 1 :]) if by is not None and place != "text" else None
            if name is not None and names.looks_personal(name):
                sign(found, name, "by", place)
            elif place != "text":
                found.sources += [Name(m, "part", place) for m in media_in(tag.value[dates[0].end : MAX_VALUE])]
        issuer = "" if dates else first_piece(tag.value)
        if issuer and place != "text" and is_medium(issuer, issuer, (), True):
            found.sources.append(Name(issuer, "issuer", place))
            return True
        return bool(dates) or not tag.value.strip()
    if (tag.kind in ("source", "author", "editor") and place != "text") or (tag.kind == "other" and place == "head"):
        for stamp in stamps.find(tag.value[:MAX_VALUE].replace(PIECE, " ")):
            if stamp.year is not None:
                found.dates.append(Shown(stamp, "plain", place, index))
    if tag.kind == "issuer" and place != "tail":
        return False
    if tag.kind in ("source", "issuer"):
        value = first_piece(before_date(first_piece(tag.value)))
        if value.startswith(("http://", "https://")):
            value = (host_of(value) or "") if place != "tail" else ""  # below the text stand references
        reporter = REPORTER.search(value)
        name = names.printed(REPORTER.sub(", ", value[reporter.end() :])) if reporter is not None else None
        if reporter is not None and name is not None:
            value = value[: reporter.start()].strip()
            sign(found, name, "label", place)
        if value and len(value) <= MAX_SOURCE and place != "text":
            found.sources.append(Name(value, "label" if tag.kind == "source" else "issuer", place))
            return True
        return False
    if tag.kind == "author":
        value = REPORTER.sub(", ", _joined(tag.value[:200]))
        name = names.printed(before_date(value))
        for part in parts(tag.value[:MAX_VALUE])[1:]:
            if is_medium(part, part, (), True) and place != "text":
                found.sources.append(Name(part, "part", place))
        if (
            name is not None
            and tag.label.lower() in words("contributor")
            and (is_medium(name, name, (), True) or is_body(name))
        ):
            found.sources.append(Name(name, "issuer", place))
            return True
        if name is not None and tag.label.lower() in COUNTED and not names.looks_full(name):
            return False
        if name is not None:
            sign(found, name, "label", place)
        return name is not None or not value.strip() or names.is_nobody(first_piece(value))
    return False


def sign(found: Bylines, name: str, how: str, place: str) -> None:
    """Add an author; "Wang Lei, Science Daily" is an author and a source."""
    person, _, medium = name.partition(", ")
    if medium and names.looks_full(person) and is_medium(medium, medium, (), True):
        found.sources.append(Name(medium, "by", place))
        name = person
    found.authors.append(Name(name, how, place))


def _joined(line: str) -> str:
    """The line with "by" and "and" put back beside their names where markup parted them."""
    return _JOINED.sub(lambda m: " " + (m[1] or m[2]) + " ", _BY_ALONE.sub(r"\1 ", line))


def _take_free(
    line: str, taken: list[Piece], index: int, place: str, found: Bylines, site_names: tuple[str, ...], has_labels: bool
) -> bool:
    """Dates, "by" names and media without a label; true where the line is a byline."""
    if is_furniture(line):
        return False
    line = _SLASHED_DAY.sub("", line)
    dated = take_dates(line, taken, index, place, found)
    reporter = REPORTER.search(line) if len(line) <= MAX_VALUE and not has_labels else None
    own = line.lstrip("□■●◎◆▲★ 　").startswith(("本报", "本网", "本刊", "本台", "本站"))
    medium = " ".join(around_dates(line[: reporter.start()])).strip() if reporter is not None and not own else ""
    named = place == "head" and not has_labels and is_titled(medium, line)
    if reporter is not None and (named or is_medium(medium, medium, (), True)):
        name = names.printed(before_date(line[reporter.end() :]))
        if name is not None:
            found.sources.append(Name(medium, "part", place))
            sign(found, name, "label", place)
            return True
    staff = _STAFF.search(line[-MAX_STAFF:]) if line.endswith(_STAFF_ENDS) else None
    if staff is not None:
        line = line[: len(line) - len(staff[0])]
    got = dated or has_labels or staff is not None
    signed = _SIGNED.match(line) if len(line) <= SIDE else None
    name = names.printed(line) if signed is not None else None
    if name is not None:
        sign(found, name, "label", place)
        return True
    flat = parts(_joined(line))
    undated = [part for whole in flat for part in around_dates(whole)] if dated else flat
    for part in flat:
        by = _BY.match(part) or (_BY_AFTER.search(part) if dated else None)
        if by is None:
            continue
        rest = part[by.end() :]
        name = names.printed(before_date(rest))
        if name is not None and _ISSUED.match(part) is not None and not words("body").isdisjoint(name.lower().split()):
            found.sources.append(Name(name, "issuer", place))
            got = True
        elif name is not None and (names.looks_personal(name) or " " not in name):
            sign(found, name, "by", place)
            for inner in PAREN.findall(rest):
                if not stamps.find(inner) and kind_of(inner) is None:
                    found.sources.append(Name(inner.strip(), "by", place))
            got = True
    if dated and place in ("head", "text"):
        got = take_account(undated, place, found) or got
    poster = _POSTER.match(line)
    if poster is not None and names.printed(poster[1]) is not None:
        sign(found, poster[1], "by", place)
        got = True
    many = [
        name
        for piece in taken
        if piece.words & AUTHOR_WORDS
        and not piece.words & NOT_AUTHOR_WORDS
        and INITIALS < len(piece.text) <= MAX_SOURCE
        if (name := names.printed(before_date(piece.text))) is not None and names.looks_personal(name)
    ]
    if many and len(line) <= 2 * MAX_SOURCE:
        found.authors.append(Name(names.join(many), "class", place))
        got = True
    if dated and not many and place != "tail":
        for part in undated:
            bare = names.printed(part) or ""
            if (
                names.looks_full(bare)
                and not is_medium(bare, bare, site_names, True)
                and not is_body(bare)
                and kind_of(bare) is None
            ):
                found.authors.append(Name(bare, "bare", place))
    for part in undated:
        bracketed = PAREN.match(part)
        bare = bracketed[1].strip() if bracketed is not None else part.strip("()（）[]【】 ")
        via = _VIA.match(bare) if dated else None
        if via is not None and names.looks_personal(bare[via.end() :]):
            found.sources.append(Name(bare[via.end() :], "label", place))
            got = True
            continue
        by = _BY.match(bare)
        if by is not None:
            bare = bare[by.end() :]
            if names.printed(bare) != bare or _OTHERS.search(bare) is not None:
                continue
        bare = _UNKNOWN_LABEL.sub("", bare)
        if " " in bare and is_domain(bare.rsplit(" ", 1)[1]):
            bare = bare.rsplit(" ", 1)[0].strip()
        bare = bare.partition(", ")[0] if is_medium(bare.partition(", ")[0], bare, (), True) else bare
        if (is_medium(bare, part, site_names if by is None else (), got) and (got or len(flat) == 1)) or (
            dated and place != "text" and is_body(bare)
        ):
            found.sources.append(Name(bare, "part", place))
            got = True
    return got
