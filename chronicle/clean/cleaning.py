"""The order of cleaning: decode, parse and score, refuse what is no article, read metadata, compose the text."""

from chronicle.clean.article import Article, NotArticle, NotArticleReason
from chronicle.clean.collector import held_back
from chronicle.clean.compose import composed
from chronicle.clean.decode import decode
from chronicle.clean.metadata import read
from chronicle.clean.reading import NotReadable, read_page
from chronicle.clean.verdict import verdict


def cleaned(
    body: bytes, media_type: str, charset: str | None, url: str | None, timezone: str | None
) -> Article | NotArticle:
    """What ``chronicle.clean.clean`` promises."""
    with held_back():
        return _cleaned(body, media_type, charset, url, timezone)


def _cleaned(
    body: bytes, media_type: str, charset: str | None, url: str | None, timezone: str | None
) -> Article | NotArticle:
    decoded = decode(body, charset)
    if decoded.text is None:
        reason = NotArticleReason.NOT_TEXT if decoded.binary else NotArticleReason.UNDECODABLE
        return NotArticle(reason, f"The body is {decoded.problem}.")
    try:
        reading = read_page(decoded.text, media_type, url, timezone, decoded.utf8)
    except NotReadable as error:
        return NotArticle(NotArticleReason.TOO_DEEP, str(error))
    page = reading.page
    refusal = verdict(page, reading.certainty)
    if refusal is not None:
        return refusal
    metadata = read(page)
    text = composed(page.lines, [i for i in page.main if i not in metadata.consumed])
    if not text:
        return NotArticle(NotArticleReason.EMPTY, "The page holds no running text.")
    return Article(
        text,
        title=metadata.title,
        published=metadata.published,
        published_kind=metadata.published_kind,
        author=metadata.author,
        source=metadata.source,
        lang=metadata.lang,
        url=metadata.url,
        origins=metadata.origins,
    )
