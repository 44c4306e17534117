"""The headline: what the page shows as its title, settled between headings, declared titles and the title tag."""

import itertools
import re
from dataclasses import dataclass

from chronicle.clean.metadata import extent, labels, metatags
from chronicle.clean.metadata.jsonld import Linked
from chronicle.clean.metadata.likeness import is_section
from chronicle.clean.metadata.record import Found
from chronicle.clean.page import Page

MAX_TITLE = 300
MAX_TAG = 600  # characters of a title tag that are read
MAX_SITE_WORDS = 8
LEAD_LINES = 60  # lines before the text that may hold its headline
HEADINGS = {"h1": 1, "h2": 2, "h3": 3}
_HEADING_TAGS = frozenset(HEADINGS)
FAR = 300  # lines: a headline does not stand farther above its text
HEADING_DEPTH = 3  # elements around a line in which a heading may stand
LEVELS = (0.1, 0.5, 0.1, 0.0)  # what a line, an h1, an h2 and an h3 count for before any support
EXACT, EXACT_PART = 0.3, 0.15  # equal words, not only like ones; equal to a small part of the title tag
WHOLE = 0.7  # weight from which a string may be the whole headline and not the site's name
BELOW = 0.3  # a heading inside the text
BANNER = 0.5
LEAST_IN_TAG, IN_TAG = 4, 0.4  # words of a line, and their share of the title tag, for it to be the tag's headline
HEADING_MARK = 0.75  # a heading of level one needs a quarter of its words in a declared title

META_TITLES = (
    "og:title",
    "twitter:title",
    "citation_title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "headline",
    "title",
)
_TAGS = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")
_SEPARATOR = re.compile(
    r"\s+[|\-–—·•»«:/~]{1,2}\s+|\s*[|｜│»_]+\s*|[-–—](?=[^\x00-\x7f])|(?<=[^\x00-\x7f])[-–—]|:\s|::"
)
_CUT_ANYWHERE = re.compile(r"\s*[-|｜│–—_»:]+\s*")


@dataclass(frozen=True, slots=True)
class Title:
    """The chosen title, where it came from, the lines that show it, and the rest of the title tag (the site's name)."""

    text: str | None
    origin: str
    lines: tuple[int, ...] = ()
    site: str | None = None
    declared: bool = False  # og:title or another declaration says the same


def tokens(text: str) -> list[str]:
    """Words in lower case, Chinese characters one by one."""
    return _WORD.findall(text.lower())


def likeness(left: frozenset[str], right: frozenset[str]) -> float:
    """Dice overlap of two sets of words, 0 to 1."""
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def parts_of(tag: str) -> list[str]:
    """The title tag cut at its separators, and every run from its start or to its end, longest first."""
    cuts = [(m.start(), m.end()) for m in _SEPARATOR.finditer(tag)][:8]
    runs = [tag]
    runs += [tag[:start] for start, _ in reversed(cuts)]
    runs += [tag[end:] for _, end in cuts]
    for (_, after), (before, _) in itertools.pairwise(cuts):
        runs.append(tag[after:before])
    return [run.strip() for run in runs if run.strip()]


def _headings(page: Page, stop: int) -> list[tuple[str, tuple[int, ...], int]]:
    """(text, lines, level) of each heading; the lines of a heading with breaks are one."""
    found: list[tuple[str, tuple[int, ...], int]] = []
    last_element: object = None
    for index in range(max(0, stop - FAR), stop):
        line = page.lines[index]
        around = line.path[-HEADING_DEPTH:]
        if _HEADING_TAGS.isdisjoint(around):
            last_element = None
            continue
        level = max(HEADINGS.get(name, 0) for name in around)
        if line.element is not None and line.element is last_element:
            text, lines, _ = found[-1]
            found[-1] = (f"{text} {line.text}", (*lines, index), level)
        else:
            found.append((line.text, (index,), level))
        last_element = line.element
    return found


def _declared(page: Page, linked: Linked) -> list[Found]:
    """Titles that the page declares, the most trusted first."""
    found: list[Found] = []
    for name in META_TITLES:
        value = metatags.first(page.meta, name)
        if value and len(value) <= MAX_TITLE:
            found.append(Found(value, f"meta:{name}"))
    found += [Found(h, "json-ld") for h in linked.headlines[:1]]
    return found


def _stripped(title: str, site_names: tuple[str, ...]) -> str:
    """The title without the site's name at its end or start."""
    cuts = list(_SEPARATOR.finditer(title))
    for match in reversed(cuts):
        if _is_site(title[match.end() :], site_names):
            return title[: match.start()].strip()
    if cuts and _is_site(title[: cuts[0].start()], site_names):
        return title[cuts[0].end() :].strip()
    return title


def _is_site(part: str, site_names: tuple[str, ...]) -> bool:
    """True for a site's name, a name that shares a word with it or its host, or a medium's name."""
    words = tokens(part)
    if not words or len(words) > MAX_SITE_WORDS:
        return False
    for name in site_names:
        if words == tokens(name):
            return True
        squeezed = "".join(tokens(name))
        if any(len(w) >= 4 and w in squeezed for w in words) or "".join(words) in squeezed:
            return True
    return part.strip().endswith(tuple(w for w in labels.table()["media"] if not w.isascii()))


def choose(page: Page, linked: Linked, site_names: tuple[str, ...]) -> Title:
    """The headline by agreement: the heading (or line) that declared titles and title tag support best, else the
    declared title without the site's name.

    ``site_names`` are names and host of the site: a heading that says only that is its banner.
    """
    first_main = extent.start(page)
    declared = _declared(page, linked)
    tag = _TAGS.sub(" ", (page.title_tag or "")[:MAX_TAG]).strip()
    supports = _supports(declared, tag, site_names)
    banners = [tokens(s) for s in site_names]
    exact_words = {tuple(words) for words, weight in supports if weight >= WHOLE}
    candidates = _headings(page, min(len(page.lines), first_main + LEAD_LINES))
    if not any(tuple(tokens(text)) in exact_words for text, _, _ in candidates):
        candidates += _lines_in_tag(page, first_main, exact_words, tag)
        supports += [(tokens(text), WHOLE) for text, _, level in candidates if level == 0]
    best_weight: dict[tuple[str, ...], float] = {}
    for words, weight in supports:
        best_weight[tuple(words)] = max(weight, best_weight.get(tuple(words), 0.0))
    sets = [(list(words), frozenset(words), weight) for words, weight in best_weight.items()]
    best: tuple[float, str, tuple[int, ...]] | None = None
    for text, lines, level in candidates:
        words = tokens(text)
        if not words or len(text) > MAX_TITLE:
            continue
        unique = frozenset(words)
        score = 0.0
        for other, others, weight in sets:
            equal = (EXACT if weight >= WHOLE else EXACT_PART) if words == other else 0.0
            score = max(score, weight * likeness(unique, others) + equal)
        score += LEVELS[level]
        if lines[0] > first_main:
            score -= BELOW
        if words in banners:
            score -= BANNER
        if best is None or score > best[0]:
            best = (score, text, lines)
    if best is not None:
        last = best[2][-1]
        longer = _beside_name(best[1], [c for c in candidates if c[1][0] > last], tag)
        best = best if longer is None else (best[0], longer[0], longer[1])
    if best is not None and best[0] >= (HEADING_MARK if declared or len(tokens(tag)) > 2 else LEVELS[1]):
        same = any(tokens(best[1]) == tokens(_stripped(f.value, site_names)) for f in declared)
        return Title(best[1], "heading", best[2], site_part(tag, best[1]), same)
    if declared:
        text = _stripped(declared[0].value, site_names)
        return Title(text, declared[0].origin, (), site_part(tag, text), True)
    if tag:
        text = _shown_run(page, first_main, tag) or _stripped(tag, site_names)
        return Title(text, "title-tag", (), site_part(tag, text))
    return Title(None, "", ())


def _beside_name(
    text: str, candidates: list[tuple[str, tuple[int, ...], int]], tag: str
) -> tuple[str, tuple[int, ...]] | None:
    """The heading that is the title tag's longer rest where the chosen one is only its shorter end: the site's name."""
    short, whole = tokens(text), tokens(tag)
    size = len(short)
    if not size or 2 * size >= len(whole) or size > MAX_SITE_WORDS:
        return None
    rest = whole[size:] if whole[:size] == short else whole[:-size] if whole[-size:] == short else None
    return next((found[:2] for found in candidates if rest is not None and tokens(found[0]) == rest), None)


def _shown_run(page: Page, first_main: int, tag: str) -> str | None:
    """The longest part of the title tag, from its start to a separator, with which a line above the text begins."""
    cuts = [match.start() for match in _CUT_ANYWHERE.finditer(tag)]
    lines = [line.text for line in page.lines[max(0, first_main - LEAD_LINES) : first_main + 1]]
    for cut in reversed(cuts):
        run = tag[:cut].strip()
        if len(tokens(run)) < LEAST_IN_TAG:
            continue
        if any(text.startswith(run) and text[len(run) : len(run) + 1] != "-" for text in lines):
            return run
    return None


def _lines_in_tag(
    page: Page, first_main: int, exact_words: set[tuple[str, ...]], tag: str
) -> list[tuple[str, tuple[int, ...], int]]:
    """Lines above the text that equal a declared title or make up much of the title tag, with level 0."""
    whole = tokens(tag)
    joined = " " + " ".join(whole) + " "
    found: list[tuple[str, tuple[int, ...], int]] = []
    for index in range(max(0, first_main - LEAD_LINES), min(first_main + 1, len(page.lines))):
        line = page.lines[index]
        if len(line.text) > MAX_TITLE:
            continue
        words = tokens(line.text)
        inside = len(words) >= LEAST_IN_TAG and len(words) >= IN_TAG * len(whole) and f" {' '.join(words)} " in joined
        if inside or (words and tuple(words) in exact_words):
            found.append((line.text, (index,), 0))
    return found


def _supports(declared: list[Found], tag: str, site_names: tuple[str, ...]) -> list[tuple[list[str], float]]:
    """(words, weight) of every string that may be the headline; a run of the title tag weighs by its share of it."""
    found = [(tokens(_stripped(f.value, site_names)), 1.0) for f in declared]
    found += [(tokens(f.value), 1.0) for f in declared]
    whole = len(tokens(tag)) or 1
    found += [(words, 0.5 + 0.5 * len(words) / whole) for words in map(tokens, parts_of(tag))]
    return [(words, weight) for words, weight in found if words]


def site_part(tag: str, title: str) -> str | None:
    """What the title tag says besides the title: the site's name, as a rule."""
    if not tag:
        return None
    position = tag.lower().find(title.lower())
    if position < 0:
        return None
    edge = " \t|-–—_»«:·•~/｜│"
    before, after = tag[:position].strip(edge), tag[position + len(title) :].strip(edge)
    rest = after or before
    tight = not after and tag[position - 1 : position] == "-" and not tag[: position - 1].endswith(" ")
    cut = rest.split("-") if tight else _SEPARATOR.split(rest)
    pieces = [p.strip(edge) for p in cut if p and p.strip(edge)]
    pieces = [p for p in pieces if p.lower() not in labels.words("placeholder") and not is_section(p)] or pieces
    return pieces[-1] if pieces and after else pieces[0] if pieces else None


def first_part(tag: str | None, title: str = "") -> str | None:
    """The first part of a title tag that holds no headline: the site's name, as a rule; parts that begin the headline
    and were cut short are passed over.
    """
    parts = [p.strip() for p in _SEPARATOR.split(_TAGS.sub(" ", (tag or "")[:MAX_TAG])) if p.strip()]
    return next((p for p in parts if not title.lower().startswith(p.lower().rstrip(" .…"))), None)
