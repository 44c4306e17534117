"""JSON-LD as sites really write it: nested graphs, references, several nodes, JSON that is none. Gives what
schema.org's article properties say, uninterpreted (https://schema.org/Article); choosing is done elsewhere.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import orjson

MAX_NODES = 20_000  # more than any page needs; bounds the walk on hostile input
MAX_SCRIPT = 2_000_000  # characters

ARTICLE_ENDINGS = ("Article", "Posting")  # NewsArticle, OpinionNewsArticle, BlogPosting, LiveBlogPosting …
ARTICLE_TYPES = frozenset(("Report", "APIReference", "Review", "CriticReview", "MedicalWebPage"))
WORK_TYPES = frozenset(("CreativeWork", "HowTo", "Recipe", "Review", "CriticReview"))
PAGE_TYPES = frozenset(("WebPage", "ItemPage", "AboutPage", "FAQPage", "QAPage"))
SITE_TYPES = frozenset(("WebSite", "NewsMediaOrganization", "Organization"))


@dataclass(frozen=True, slots=True)
class Linked:
    """What the page's JSON-LD says of its article; every list in the order of the page, the likeliest node first."""

    headlines: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    author_kinds: tuple[str, ...] = ()  # "Person", "Organization" or "" beside each author
    publishers: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    is_article: bool = False


_COMMENT = re.compile(r"^\s*(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>\s*$|^\s*<!--|-->\s*$|^\s*/\*.*?\*/", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x1f]+")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_PROPERTY = re.compile(r'"(headline|datePublished|dateModified)"\s*:\s*"((?:[^"\\]|\\.){1,500})"')
_AUTHOR = re.compile(
    r'"author"\s*:\s*[\[{\s]*(?:"@type"\s*:\s*"(\w+)"\s*,\s*)?(?:"name"\s*:\s*)?"((?:[^"\\@]|\\.){1,200})"\s*[,}\]]'
)
_PUBLISHER = re.compile(r'"publisher"\s*:\s*\{[^{}]{0,300}?"name"\s*:\s*"((?:[^"\\]|\\.){1,200})"')


def _load(script: str) -> object:
    """The script's value, repaired where the damage is a common one; None where it cannot be read."""
    try:
        return orjson.loads(script)
    except orjson.JSONDecodeError:
        repaired = _TRAILING_COMMA.sub(r"\1", _CONTROL.sub(" ", _COMMENT.sub("", script))).strip().rstrip(";")
    for text in (repaired, html.unescape(repaired)):
        try:
            value, _ = json.JSONDecoder(strict=False).raw_decode(text)
        except (ValueError, RecursionError):
            continue
        return value
    return None


def _nodes(value: object) -> Iterator[dict[str, object]]:
    """Every object in the value, outermost and first ones first, without recursion."""
    queue, seen = [value], 0
    while queue and seen < MAX_NODES:
        following: list[object] = []
        for item in queue:
            seen += 1
            if isinstance(item, dict):
                yield item
                following.extend(v for v in item.values() if isinstance(v, (dict, list)))
            elif isinstance(item, list):
                following.extend(v for v in item if isinstance(v, (dict, list)))
        queue = following


def _types(node: dict[str, object]) -> set[str]:
    kind = node.get("@type")
    names = kind if isinstance(kind, list) else [kind]
    return {n.rsplit("/", 1)[-1] for n in names if isinstance(n, str)}


def _strings(value: object) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [text for i in items if isinstance(i, str) and (text := _plain(i))]


def _plain(text: str) -> str:
    return " ".join(html.unescape(text).split()) if "&" in text else " ".join(text.split())


def _named(value: object, by_id: dict[str, dict[str, object]], depth: int = 0) -> Iterator[tuple[str, str]]:
    """(name, type) of each person or organisation in a property, references followed."""
    if depth > 3:
        return
    if isinstance(value, list):
        for item in value[:50]:
            yield from _named(item, by_id, depth + 1)
    elif isinstance(value, dict):
        node = value
        identifier = value.get("@id")
        if "name" not in value and isinstance(identifier, str):
            node = by_id.get(identifier, value)
        kinds = _types(node)
        kind = next((k for k in ("Person", "Organization") if k in kinds), "Organization" if kinds & SITE_TYPES else "")
        names = node.get("name")
        if isinstance(names, dict):
            yield from _named(names, by_id, depth + 1)
        for name in _strings(names):
            yield name, kind
    elif isinstance(value, str) and _plain(value):
        yield _plain(value), ""


def _rank(node: dict[str, object]) -> int | None:
    kinds = _types(node)
    if kinds & WORK_TYPES:
        return 1
    if kinds & ARTICLE_TYPES or any(k.endswith(ARTICLE_ENDINGS) for k in kinds):
        return 0
    return 2 if kinds & PAGE_TYPES else None


def _unread(script: str) -> Linked:
    """What can be picked from a script that no JSON reader takes."""
    found: dict[str, list[str]] = {"headline": [], "datePublished": [], "dateModified": []}
    for key, value in _PROPERTY.findall(script):
        found[key].append(_plain(value.replace('\\"', '"').replace("\\/", "/")))
    authors = [(kind, _plain(name)) for kind, name in _AUTHOR.findall(script)]
    return Linked(
        tuple(found["headline"][:1]),
        tuple(found["datePublished"][:1]),
        tuple(found["dateModified"][:1]),
        tuple(name for _, name in authors[:1]),
        tuple(kind for kind, _ in authors[:1]),
        tuple(_plain(p) for p in _PUBLISHER.findall(script)[:1]),
        is_article="Article" in script or "Posting" in script,
    )


def read(scripts: tuple[str, ...]) -> Linked:
    """What the page's JSON-LD scripts say of the article. A broken script gives what can be picked out."""
    nodes: list[dict[str, object]] = []
    broken: list[Linked] = []
    for script in scripts:
        value = _load(script[:MAX_SCRIPT])
        if value is None:
            broken.append(_unread(script[:MAX_SCRIPT]))
        else:
            nodes.extend(_nodes(value))
    by_id: dict[str, dict[str, object]] = {}
    for node in nodes:
        identifier = node.get("@id")
        if isinstance(identifier, str) and len(node) > 1:
            by_id.setdefault(identifier, node)
    ranked = sorted(
        (
            (rank, not _dated(node), place, node)
            for place, node in enumerate(nodes)
            if (rank := _rank(node)) is not None
        ),
        key=lambda entry: entry[:3],
    )
    chosen = [node for _, _, _, node in ranked[:6]]
    headlines: list[str] = []
    published: list[str] = []
    modified: list[str] = []
    authors: list[tuple[str, str]] = []
    publishers: list[str] = []
    for node in chosen:
        headlines += _strings(node.get("headline")) or (_strings(node.get("name")) if _rank(node) != 2 else [])
        published += _strings(node.get("datePublished")) or _strings(node.get("dateCreated"))
        modified += _strings(node.get("dateModified"))
        if not authors:
            authors = list(_named(node.get("author") or node.get("creator"), by_id))
        publishers += [name for name, _ in _named(node.get("publisher"), by_id)]
    sites = [name for node in nodes if "WebSite" in _types(node) for name in _strings(node.get("name"))]
    for linked in broken:
        headlines += linked.headlines
        published += linked.published
        modified += linked.modified
        authors = authors or list(zip(linked.authors, linked.author_kinds, strict=True))
        publishers += linked.publishers
    return Linked(
        tuple(headlines),
        tuple(published),
        tuple(modified),
        tuple(name for name, _ in authors),
        tuple(kind for _, kind in authors),
        tuple(publishers),
        tuple(sites),
        any(rank < 2 for rank, _, _, _ in ranked) or any(b.is_article for b in broken),
    )


def _dated(node: dict[str, object]) -> bool:
    return "datePublished" in node
