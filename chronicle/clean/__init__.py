"""Bytes to article: decoding, boilerplate removal with BeautifulSoup, metadata. The stage's one public function."""

from chronicle.clean.article import Article, NotArticle


def clean(
    body: bytes, *, media_type: str, charset: str | None = None, url: str | None = None, timezone: str | None = None
) -> Article | NotArticle:
    """The article in a captured page, or what the page is instead. Pure; the clock and the network are never asked.

    ``media_type`` and ``charset`` are what the transport said; ``url`` where the page was fetched from; ``timezone``
    the source's IANA zone, in which times given in UTC are counted. Bad input never raises.
    """
    # imported here, so that later stages can have chronicle.clean.article without the parser and the language model
    from chronicle.clean.cleaning import cleaned

    return cleaned(body, media_type, charset, url, timezone)
