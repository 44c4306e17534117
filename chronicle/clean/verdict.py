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
FEW_LINES = 20  # of a page so small that any line of it speaks for it
FEW_HEADLINES = 3  # of them on a page that calls itself a list, or has nothing else
HEADLINES = 6  # linked headlines that make a list
LINKED = 0.45  # of a linked headline's line: a date may stand beside it
HEADLINE_CHARS, HEADLINE_HAN = range(12, 221), 24  # letters; menus have shorter entries, in Chinese too
LISTED_SHARE = 0.7  # of a listing's teasers stand next to a linked headline
EXCERPT = 400  # letters that half of a list's excerpts do not exceed
EXCERPTS, SURELY_LISTED = 4, 0.85  # paragraphs, and the share of them with a headline, that make a list of any page
STORY = 3  # paragraphs in a row without a linked headline near them: an article, whatever follows
TEASERS_AT_MOST = 0.75  # mean score of the kept blocks above which they are an article's paragraphs
DOUBTFUL = 0.4  # mean score below which the kept blocks are only the best of nothing
DUMP_LINES = 6

_DATA = tomllib.loads(resources.files("chronicle.clean").joinpath("data/verdicts.toml").read_text("utf-8"))
_ERROR = re.compile(f"(?:{'|'.join(_DATA['error'])})\\Z", re.IGNORECASE)
_LISTING = re.compile(f"(?:{'|'.join(_DATA['listing'])})\\Z", re.IGNORECASE)
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
    paragraphs = [line for line in kept if weight(line.text) >= PARAGRAPH]
    excerpts = _are_excerpts(paragraphs)
    doubtful = certainty < TEASERS_AT_MOST or running < PARAGRAPH
    said = _listing_line(page)
    if said is None and not excerpts and not doubtful:
        return None
    headlines = sum(_is_headline(line) for line in page.lines)
    if said is not None and headlines >= FEW_HEADLINES:
        return NotArticle(NotArticleReason.LISTING, f"The page says {said!r} and links to other pages.")
    listed = headlines >= HEADLINES and (
        (excerpts and _each_headed(page, paragraphs)) or (doubtful and _lists(page, paragraphs, certainty))
    )
    if listed or (not kept and headlines >= FEW_HEADLINES):
        return NotArticle(NotArticleReason.LISTING, f"The page lists {headlines} linked headlines and has no article.")
    if not kept:
        return NotArticle(NotArticleReason.EMPTY, "The page holds no running text.")
    return None


def _lists(page: Page, paragraphs: list[Block], certainty: float) -> bool:
    if certainty < DOUBTFUL:
        return True
    return certainty < TEASERS_AT_MOST and (not paragraphs or _are_teasers(page, paragraphs))


def _error_line(page: Page) -> str | None:
    plain = [line for line in page.lines if 2 * line.link_chars <= len(line.text)][:HEADING_LINES]
    small = len(page.lines) < FEW_LINES
    return _says(page, _ERROR, [line for line in plain if not line.tag or line.tag[0] == "h" or small])


def _listing_line(page: Page) -> str | None:
    return _says(page, _LISTING, [line for line in page.lines if line.tag == "h1"][:1])


def _says(page: Page, pattern: re.Pattern[str], lines: list[Block]) -> str | None:
    """The title tag or the first of the lines that matches."""
    texts = (page.title_tag or "", *(line.text for line in lines))
    return next((text for text in texts if text and len(text) <= HEADING_CHARS and pattern.match(text)), None)


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
    text = line.text
    if not line.link_chars or line.link_chars < LINKED * len(text):
        return False
    letters = weight(text)
    return letters in HEADLINE_CHARS and (letters >= HEADLINE_HAN or text.isascii())


def _are_excerpts(paragraphs: list[Block]) -> bool:
    """Whether there are several paragraphs, half of them short: a list's excerpts may be, an article's rarely are."""
    if len(paragraphs) < EXCERPTS:
        return False
    return sorted(weight(line.text) for line in paragraphs)[len(paragraphs) // 2] <= EXCERPT


def _each_headed(page: Page, paragraphs: list[Block]) -> bool:
    """Whether nearly every paragraph touches a linked headline."""
    headed = _headed(page, paragraphs, 1)
    return sum(headed) >= SURELY_LISTED * len(headed)


def _are_teasers(page: Page, paragraphs: list[Block]) -> bool:
    """Whether most paragraphs are short and stand beside a linked headline of their own."""
    if len(paragraphs) < 3:
        return False
    alone = run = 0
    for touched in _headed(page, paragraphs, 1):
        run = 0 if touched else run + 1
        alone = max(alone, run)
    if alone >= STORY:
        return False
    short = [weight(line.text) <= TEASER for line in paragraphs]
    beside = sum(near and little for near, little in zip(_headed(page, paragraphs, 3), short, strict=True))
    return beside >= max(3, LISTED_SHARE * len(paragraphs))


def _headed(page: Page, paragraphs: list[Block], reach: int) -> list[bool]:
    """For each paragraph, whether a linked headline stands so many lines above it or below."""
    chosen = {id(line) for line in paragraphs}
    linked = [_is_headline(line) for line in page.lines]
    return [
        any(linked[max(0, index - reach) : index + max(2, reach)])
        for index, line in enumerate(page.lines)
        if id(line) in chosen
    ]


def _dump_verdict(page: Page, kept: list[Block]) -> NotArticle | None:
    if any(weight(line.text) >= PARAGRAPH for line in kept) or sum(weight(line.text) for line in kept) >= PARAGRAPH:
        return None
    if len(page.lines) >= DUMP_LINES:
        return NotArticle(NotArticleReason.LISTING, f"The page has {len(page.lines)} short lines and no paragraph.")
    return NotArticle(NotArticleReason.EMPTY, "The page holds no running text.")
