"""The page's meta tags by name; which of them say what is decided where titles, dates and credits are."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType


@lru_cache(maxsize=2)
def by_name(meta: tuple[tuple[str, str], ...]) -> Mapping[str, tuple[str, ...]]:
    """Every name's contents in the order of the page, white space collapsed, empty ones left out."""
    found: dict[str, list[str]] = {}
    for name, content in meta:
        text = " ".join(content.split())
        if text:
            found.setdefault(name, []).append(text)
    return MappingProxyType({name: tuple(contents) for name, contents in found.items()})


def first(meta: tuple[tuple[str, str], ...], name: str) -> str | None:
    """The first content of one name, or None."""
    contents = by_name(meta).get(name)
    return contents[0] if contents else None
