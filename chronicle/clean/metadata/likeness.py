"""What an unlabelled string looks like: a medium's or an authority's name, a host, a line of the page's furniture."""

import re
from functools import lru_cache

from chronicle.clean.metadata import names, stamps
from chronicle.clean.metadata.labels import parts, table, words

MAX_BODY = 8  # words of an authority's name
MAX_WORDS, MAX_CJK = 5, 16  # words, or Chinese characters, of a site's name
SHORT_LINE = 30  # characters: a line about the weather that is no headline

_FURNITURE, _TOPIC = (re.compile("|".join(map(re.escape, table()[name]))) for name in ("furniture", "topic"))
_MEDIA_ENDINGS = tuple(w for w in table()["media"] if not w.isascii())
_NAME_ENDINGS = (*_MEDIA_ENDINGS, *table()["place"])
_KINDS_OF_REPORTER = frozenset(
    ("our", "staff", "chief", "special", "intern", "local", "city", "senior", "by", "text", "the")
)
SURNAMES = frozenset(("park", "county", "group", "center", "district", "zone"))  # "Anna Park": not with one word before
_BETWEEN = re.compile(r"[\s/]+")
_NOT_WORD = re.compile(r"\W+")
_SITE_SHORT = re.compile(r"^[a-z]{3,}(?:-[a-z]+)+$|^e?(?!local|photo|update|edit)[a-z]{6,}$")  # (hill-gov), (ehillside)
_DOMAIN = re.compile(r"^(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,12}/?$", re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """True for lines whose dates are today's, a forecast's or a copyright's."""
    lower = line.lower()
    if _FURNITURE.search(lower) is not None:
        return True
    if _TOPIC.search(lower) is None:
        return False
    return len(line) <= SHORT_LINE or lower.startswith(table()["topic"]) or stamps.find(line) != ()


def is_domain(text: str) -> bool:
    """Is the text an address's host and nothing else?"""
    return _DOMAIN.match(text) is not None


def is_medium(bare: str, part: str, site_names: tuple[str, ...], dated: bool) -> bool:
    """Is a part without a label the name of a medium or an authority? Without a date beside it, only domains are."""
    if not 2 <= len(bare) <= 60 or stamps.find(bare):
        return False
    if _DOMAIN.match(bare):
        return True
    if not dated or bare.lower() in words("placeholder") or is_section(bare) or _opens(bare):
        return False
    squeezed = _squeezed(bare)
    if len(squeezed) >= 4 and any(squeezed in _squeezed(name) for name in site_names):
        return True
    if part.startswith(("(", "（", "[", "【")) and (names.looks_personal(bare) or _SITE_SHORT.match(bare) is not None):
        return True
    tokens = _BETWEEN.split(bare.lower())
    named = bare.endswith(_MEDIA_ENDINGS) or not words("media").isdisjoint(tokens)
    return named and len(tokens) <= 7 and (bare[0].isupper() or not bare.isascii())


def is_titled(text: str, line: str) -> bool:
    """Two to five capitalised words: a medium's name before "reporter", unless they say what kind of reporter."""
    words_ = text.split()
    return (
        2 <= len(words_) <= 5
        and not line.startswith(text)  # a person's role stands behind a name that opens the line
        and all(w[0].isupper() and w.isalpha() for w in words_)
        and words_[0].lower() not in _KINDS_OF_REPORTER
    )


def media_in(rest: str) -> list[str]:
    """The first medium behind a date: "Updated: 2017-03-27 Lake Daily", "Jun 10, 2020 news.lake.cn Print"."""
    for part in parts(rest):
        if is_furniture(part):
            continue
        bare = part.strip("()（）[]【】 ")
        host = bare.split(" ", 1)[0]
        if is_domain(host):
            return [host]
        named = bare.lower().split()[-1:] or [""]
        if named[0] in words("media") and " " in bare and is_medium(bare, bare, (), True):
            return [bare]
        if part != bare and is_medium(bare, part, (), True):
            return [bare]
    return []


def names_site(tag: str) -> bool:
    """Is a short title tag the name of a body, a place or a medium, and so the site's?"""
    if tag.isascii():
        last = tag.lower().split()[-1:]
        return (
            len(tag.split()) <= MAX_WORDS and (last[0] in words("body") or last[0] in words("media")) if last else False
        )
    return len(tag) <= MAX_CJK and tag.endswith(_NAME_ENDINGS)


def _opens(text: str) -> bool:
    return text.lower().split()[:1] != [] and text.lower().split()[0] in words("opener")


def is_section(text: str) -> bool:
    """Is the string the name of a part of the site? Every word of it is a section's."""
    return text in words("section") or all(word in words("section") for word in text.lower().split())


def is_body(text: str) -> bool:
    """Is the string the name of an authority, a firm or a university?"""
    tokens = text.lower().split()
    if is_section(text) or _opens(text):
        return False
    if not 2 <= len(tokens) <= MAX_BODY or words("body").isdisjoint(tokens) or not names.looks_personal(text):
        return False
    return len(tokens) > 2 or tokens[-1] not in SURNAMES


@lru_cache(maxsize=256)
def _squeezed(text: str) -> str:
    return _NOT_WORD.sub("", text).lower()
