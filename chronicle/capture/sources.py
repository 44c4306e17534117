"""sources.toml: where pages come from, as values. A mistake in the file is one sentence that names the source.

A source is a table ``[sources.<name>]``:

    kind        urls (the addresses are the pages), feed (RSS or Atom), sitemap, or listing (a page of links)
    address     one address, or a list of them
    language    ISO 639-1 of its pages, where all are in one language
    timezone    IANA name; what "today" means on its pages
    every       how often to look: "1d" by default; hours (h), days (d) or weeks (w)
    delay       seconds between two requests to one of its hosts, 2 by default
    limit       most pages to fetch in one look, 200 by default
    match       for listings, feeds and sitemaps: a regular expression that page addresses must contain
    local       true if its hosts are in your own network; all others may not lead there
    enabled     false to keep a source in the file without fetching it
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from chronicle.capture.address import canonical
from chronicle.errors import BadInput, ConfigError

NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
LANGUAGE = re.compile(r"[a-z]{2}")
PERIOD = re.compile(r"([1-9]\d*)([hdw])")
HOURS = {"h": 1, "d": 24, "w": 168}


class SourceKind(StrEnum):
    """How a source names its pages."""

    URLS = "urls"
    FEED = "feed"
    SITEMAP = "sitemap"
    LISTING = "listing"


@dataclass(frozen=True, slots=True)
class Source:
    """One source, checked."""

    name: str
    kind: SourceKind
    addresses: tuple[str, ...]
    language: str | None = None
    timezone: str | None = None
    every: timedelta = timedelta(days=1)
    delay: float = 2.0
    limit: int = 200
    match: str | None = None
    local: bool = False
    enabled: bool = True


SETTINGS = ("kind", "address", "language", "timezone", "every", "delay", "limit", "match", "local", "enabled")


def load(path: Path) -> tuple[Source, ...]:
    """The sources in the file, by name; none if there is no file. Raises ConfigError."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} cannot be read: {error}") from error
    return parse(text, str(path))


def parse(text: str, name: str = "sources.toml") -> tuple[Source, ...]:
    """The sources in the text of a sources.toml. Raises ConfigError."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{name} is not TOML: {error}") from error
    stray = sorted(set(tables) - {"sources"})
    if stray:
        raise ConfigError(f"{name}: [{stray[0]}] is not known; write a source as [sources.{stray[0]}]")
    sources = tables.get("sources", {})
    if not isinstance(sources, dict) or not all(isinstance(settings, dict) for settings in sources.values()):
        raise ConfigError(f"{name}: write each source as a table [sources.<name>]")
    return tuple(_source(key, sources[key], f"{name}: source {key!r}") for key in sorted(sources))


def _source(name: str, settings: Mapping[str, Any], where: str) -> Source:
    if not NAME.fullmatch(name):
        raise ConfigError(f"{where}: a name is lower-case letters, digits, - and _")
    unknown = sorted(set(settings) - set(SETTINGS))
    if unknown:
        raise ConfigError(f"{where} has an unknown setting {unknown[0]!r}; known are {', '.join(SETTINGS)}")
    kind = _typed(settings, "kind", str, None, where)
    if kind not in list(SourceKind):
        raise ConfigError(f"{where} needs a kind, one of {', '.join(SourceKind)}; not {kind!r}")
    match = _typed(settings, "match", str, None, where)
    try:
        re.compile(match or "")
    except re.error as error:
        raise ConfigError(f"{where}: match is no regular expression: {error}") from error
    delay = _typed(settings, "delay", (int, float), 2.0, where)
    limit = _typed(settings, "limit", int, 200, where)
    if delay < 0 or limit < 1:
        raise ConfigError(f"{where}: delay is 0 or more seconds and limit is 1 page or more")
    return Source(
        name=name,
        kind=SourceKind(kind),
        addresses=_addresses(settings.get("address"), where),
        language=_language(_typed(settings, "language", str, None, where), where),
        timezone=_timezone(_typed(settings, "timezone", str, None, where), where),
        every=_period(_typed(settings, "every", str, "1d", where), where),
        delay=float(delay),
        limit=limit,
        match=match,
        local=_typed(settings, "local", bool, False, where),
        enabled=_typed(settings, "enabled", bool, True, where),
    )


def _typed(settings: Mapping[str, Any], key: str, kind: Any, default: Any, where: str) -> Any:
    value = settings.get(key, default)
    if value is default:
        return value
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        wanted = {str: "text in quotes", int: "a whole number", bool: "true or false"}.get(kind, "a number")
        raise ConfigError(f"{where}: {key} is {wanted}, not {value!r}")
    return value


def _addresses(value: Any, where: str) -> tuple[str, ...]:
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not listed or not all(isinstance(item, str) for item in listed):
        raise ConfigError(f"{where} needs an address: text in quotes, or a list of such")
    try:
        return tuple(dict.fromkeys(canonical(item) for item in listed))
    except BadInput as error:
        raise ConfigError(f"{where}: {error}") from error


def _language(value: str | None, where: str) -> str | None:
    if value is not None and not LANGUAGE.fullmatch(value):
        raise ConfigError(f"{where}: language is a two-letter code such as zh or en, not {value!r}")
    return value


def _timezone(value: str | None, where: str) -> str | None:
    try:
        return value if value is None else ZoneInfo(value).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ConfigError(f"{where}: {value!r} is no time zone; write one such as Asia/Shanghai") from error


def _period(value: str, where: str) -> timedelta:
    found = PERIOD.fullmatch(value)
    if not found:
        raise ConfigError(f"{where}: every is a number with h, d or w, such as 12h or 1d, not {value!r}")
    return timedelta(hours=int(found[1]) * HOURS[found[2]])
