"""Is the page an article at all? Error pages, walls and listings give themselves away by what little text they have."""

from chronicle.clean.article import NotArticle, NotArticleReason
from chronicle.clean.page import Page


def verdict(page: Page) -> NotArticle | None:
    """Why the page is no article, or None when it is one."""
    if not page.lines:
        return NotArticle(NotArticleReason.EMPTY, "The page holds no text.")
    return None
