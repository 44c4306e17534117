"""What an unlabelled string looks like: a medium's or an authority's name, a host, a line of the page's furniture."""

import re
from functools import lru_cache

from chronicle.clean.metadata import names, stamps
from chronicle.clean.metadata.labels import table, words

SHORT_LINE = 30  # characters: a line about the weather that is no headline

_FURNITURE, _TOPIC = (re.compile("|".join(map(re.escape, table()[name]))) for name in ("furniture", "topic"))
_MEDIA_ENDINGS = tuple(w for w in table()["media"] if not w.isascii())
_NOT_WORD = re.compile(r"\W+")
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
    if not dated:
        return False
    squeezed = _squeezed(bare)
    if len(squeezed) >= 4 and any(squeezed in _squeezed(name) for name in site_names):
        return True
    if part.startswith(("(", "（", "[", "【")) and names.looks_personal(bare):
        return True
    tokens = bare.lower().split()
    named = bare.endswith(_MEDIA_ENDINGS) or not words("media").isdisjoint(tokens)
    return named and len(tokens) <= 7 and (bare[0].isupper() or not bare.isascii())


@lru_cache(maxsize=256)
def _squeezed(text: str) -> str:
    return _NOT_WORD.sub("", text).lower()
