"""Is the page an article at all? Error pages, walls and listings give themselves away by what little text they have.

Every rule asks first how much running text the page has beside its tell-tale lines, so that an article about a 404 or
about cookies stays one. Patterns are data (data/verdicts.toml).
"""

import re
import tomllib
from importlib import resources

from chronicle.clean.article import NotArticle, NotArticleReason
from chronicle.clean.page import Block, Page
from chronicle.clean.textdump import weight

ERROR_TEXT = 600  # letters of running text up to which an error's heading speaks for the page
WALL_RUNNING = 1500  # letters of running text, the wall's own included, that no wall reaches
WALL_TEXT = 300  # letters of running text beside the wall's own lines up to which the wall is all there is
HEADING_LINES = 12  # an error says so near the top
HEADING_CHARS = 160
PARAGRAPH = 100  # letters that make a line a paragraph
TEASER = 260  # letters that a teaser rarely exceeds
HEADLINES = 6  # linked headlines that make a list
HEADLINE_CHARS = range(12, 221)
LISTED_SHARE = 0.7  # of a listing's teasers stand next to a linked headline
TEASERS_AT_MOST = 0.75  # mean score of the kept blocks above which they are an article's paragraphs
DOUBTFUL = 0.4  # mean score below which the kept blocks are only the best of nothing
DUMP_LINES = 6

_DATA = tomllib.loads(resources.files("chronicle.clean").joinpath("data/verdicts.toml").read_text("utf-8"))
_ERROR = re.compile(f"(?:{'|'.join(_DATA['error'])})\\Z", re.IGNORECASE)
_WALL = re.compile(f"(?:{'|'.join(_DATA['wall'])})\\Z", re.IGNORECASE)
_WALL_WORDS: tuple[str, ...] = tuple(_DATA["wall_words"])


def verdict(page: Page, certainty: float) -> NotArticle | None:
    """Why the page is no article, or None when it is one.

    ``certainty`` is the mean score of the kept blocks, 1 for a text dump.
    """
    if not page.lines:
        return NotArticle(NotArticleReason.EMPTY, "The page holds no text.")
    kept = [page.lines[i] for i in page.main]
    running = sum(weight(line.text) for line in kept)
    error = _error_line(page) if running < ERROR_TEXT else None
    if error is not None:
        return NotArticle(NotArticleReason.ERROR_PAGE, f"The page says {error!r} and little else.")
    wall = _wall_line(page, kept, running)
    if wall is not None:
        return NotArticle(NotArticleReason.WALL, f"The page says {wall!r} instead of its text.")
    if page.soup is None:
        return _dump_verdict(page, kept)
    if certainty >= TEASERS_AT_MOST and running >= PARAGRAPH:
        return None
    headlines = sum(_is_headline(line) for line in page.lines)
    paragraphs = [line for line in kept if weight(line.text) >= PARAGRAPH]
    if headlines >= HEADLINES and _lists(page, paragraphs, certainty):
        return NotArticle(NotArticleReason.LISTING, f"The page lists {headlines} linked headlines and has no article.")
    if not kept:
        return NotArticle(NotArticleReason.EMPTY, "The page holds no running text.")
    return None


def _lists(page: Page, paragraphs: list[Block], certainty: float) -> bool:
    if certainty < DOUBTFUL:
        return True
    return certainty < TEASERS_AT_MOST and (not paragraphs or _are_teasers(page, paragraphs))


def _error_line(page: Page) -> str | None:
    head = [
        line.text for line in page.lines[:HEADING_LINES] if not line.tag or line.tag[0] == "h" or len(page.lines) < 20
    ]
    for text in (page.title_tag or "", *head):
        if text and len(text) <= HEADING_CHARS and _ERROR.match(text):
            return text
    return None


def _wall_line(page: Page, kept: list[Block], running: int) -> str | None:
    if running >= WALL_RUNNING:
        return None
    if sum(weight(line.text) for line in kept if not _is_wall_text(line.text)) >= WALL_TEXT:
        return None
    others = sum(
        weight(line.text) >= PARAGRAPH and not line.link_chars and not _is_wall_text(line.text) for line in page.lines
    )
    if others > 2:
        return None
    titles = (page.title_tag or "", *(line.text for line in page.lines if not line.link_chars))
    return next((text for text in titles if text and len(text) <= HEADING_CHARS and _WALL.match(text)), None)


def _is_wall_text(text: str) -> bool:
    lowered = text.lower()
    return any(word in lowered for word in _WALL_WORDS)


def _is_headline(line: Block) -> bool:
    return len(line.text) in HEADLINE_CHARS and line.link_chars >= 0.6 * len(line.text)


def _are_teasers(page: Page, paragraphs: list[Block]) -> bool:
    """Whether most paragraphs are short and stand beside a linked headline of their own."""
    if len(paragraphs) < 3:
        return False
    chosen = {id(line) for line in paragraphs}
    beside = 0
    for index, line in enumerate(page.lines):
        if id(line) in chosen and weight(line.text) <= TEASER:
            near = page.lines[max(0, index - 3) : index + 3]
            beside += any(_is_headline(other) for other in near)
    return beside >= max(3, LISTED_SHARE * len(paragraphs))


def _dump_verdict(page: Page, kept: list[Block]) -> NotArticle | None:
    if any(weight(line.text) >= PARAGRAPH for line in kept) or sum(weight(line.text) for line in kept) >= PARAGRAPH:
        return None
    if len(page.lines) >= DUMP_LINES:
        return NotArticle(NotArticleReason.LISTING, f"The page has {len(page.lines)} short lines and no paragraph.")
    return NotArticle(NotArticleReason.EMPTY, "The page holds no running text.")
