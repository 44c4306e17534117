"""Article to mentions: the innovation events that an article tells, each value with the words it rests on."""

from chronicle.clean.article import Article
from chronicle.extract import dates
from chronicle.extract.assemble import mentions
from chronicle.extract.events.relevance import concerns_innovation
from chronicle.extract.learned.linear import Linear
from chronicle.extract.reading import LONGEST_TEXT, read
from chronicle.extract.records import Mention


def extract(article: Article, learned: Linear | None = None) -> tuple[Mention, ...]:
    """The mentions of the article in order of their start; none when it is not about innovation.

    Deterministic and pure. Offsets are code points of ``article.text``; ``quote`` is exactly that stretch. ``learned``
    is for those who try other weights than the committed ones.
    """
    if not concerns_innovation(article.title or "", article.text[:LONGEST_TEXT]):
        return ()
    reading = read(article, learned)
    days = {row.when.date: dates.bounds(row.when.date) for row in reading.rows if row.when.date}
    return mentions(reading.page, list(reading.rows), days)
