"""Bytes to article: decoding, boilerplate removal with BeautifulSoup, metadata. The stage's one public function."""

from chronicle.clean.article import Article, NotArticle, NotArticleReason
from chronicle.clean.blocks import blocks, segment
from chronicle.clean.cues import ends_article, is_furniture
from chronicle.clean.decode import decode
from chronicle.clean.metadata import read
from chronicle.clean.page import Page
from chronicle.clean.soup import TooDeep, parse
from chronicle.clean.textdump import lines_of, main_lines

HTML_TYPES = ("text/html", "application/xhtml+xml", "application/xml", "text/xml")
_HTML_STARTS = ("<!doctype html", "<html", "<?xml", "<head", "<body")


def clean(
    body: bytes, *, media_type: str, charset: str | None = None, url: str | None = None, timezone: str | None = None
) -> Article | NotArticle:
    """The article in a captured page, or what the page is instead. Pure; the clock and the network are never asked.

    ``media_type`` and ``charset`` are what the transport said; ``url`` where the page was fetched from; ``timezone``
    the source's IANA zone, in which times given in UTC are counted. Bad input never raises.
    """
    decoded = decode(body, charset)
    if decoded.text is None:
        reason = NotArticleReason.NOT_TEXT if decoded.binary else NotArticleReason.UNDECODABLE
        return NotArticle(reason, f"The body is {decoded.problem}.")
    text = decoded.text
    if not text.strip():
        return NotArticle(NotArticleReason.EMPTY, "The body holds no text.")
    media = media_type.split(";")[0].strip().lower()
    if media in HTML_TYPES or text[:1000].lstrip().lower().startswith(_HTML_STARTS):
        try:
            parsed = parse(text)
        except TooDeep as error:
            return NotArticle(NotArticleReason.TOO_DEEP, str(error))
        lines = blocks(segment(parsed.soup))
        main = tuple(
            i
            for i, b in enumerate(lines)
            if len(b.text) > 60
            and b.link_chars < 0.3 * len(b.text)
            and not ends_article(b.text)
            and not is_furniture(b.text)
        )
        page = Page(
            text, parsed.soup, lines, main, parsed.json_ld, parsed.meta, parsed.title_tag, parsed.canonical,
            parsed.html_lang, url, timezone,
        )  # fmt: skip
    else:
        lines = lines_of(text)
        page = Page(text, None, lines, main_lines(lines), url=url, timezone=timezone)
    metadata = read(page)
    kept = [page.lines[i].text for i in page.main if i not in metadata.consumed]
    if not kept:
        return NotArticle(NotArticleReason.EMPTY, "The page holds no running text.")
    return Article(
        "\n".join(kept),
        title=metadata.title,
        published=metadata.published,
        published_kind=metadata.published_kind,
        author=metadata.author,
        source=metadata.source,
        lang=metadata.lang,
        url=url or page.canonical,
        origins=metadata.origins,
    )
