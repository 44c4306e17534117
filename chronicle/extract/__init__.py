"""Article to mentions: the innovation events that an article tells, each value with the words it rests on."""

from urllib.parse import urlsplit

from chronicle.clean.article import Article
from chronicle.extract import actors, dates, places, quantities, sentences
from chronicle.extract.assemble import Row, mentions
from chronicle.extract.events.judge import judge
from chronicle.extract.events.merge import merge
from chronicle.extract.events.relevance import concerns_innovation
from chronicle.extract.events.segment import units
from chronicle.extract.events.typed import type_all
from chronicle.extract.events.unit import Page, Unit
from chronicle.extract.lexicon import lexicon
from chronicle.extract.records import Mention, Sentence
from chronicle.extract.when import Dated, date_all

LONGEST_TEXT = 400_000  # code points; a news article is a hundred times shorter, and what follows is not read


def extract(article: Article) -> tuple[Mention, ...]:
    """The mentions of the article in order of their start; none when it is not about innovation.

    Deterministic and pure. Offsets are code points of ``article.text``; ``quote`` is exactly that stretch.
    """
    text = article.text[:LONGEST_TEXT]
    if not concerns_innovation(article.title or "", text):
        return ()
    page = _page(article, text)
    kept: list[Unit] = []
    for one in units(page, sentences.split(text, page.lang)):
        verdict = judge(page, one)
        if verdict.is_event:
            kept.append(one.because(verdict.why))
    typed = type_all(page, kept)
    joined = merge(page, kept, [row.typing.type for row in typed], [row.status for row in typed])
    rows = type_all(page, joined)
    whens = date_all(page, [Dated(row.unit, row.typing.type, row.status) for row in rows])
    days = {when.date: dates.bounds(when.date) for when in whens if when.date}
    return mentions(page, [Row(row, whens[at], at) for at, row in enumerate(rows)], days)


def _page(article: Article, text: str) -> Page:
    lang = article.lang or "en"
    line = sentences.dateline(text) or Sentence(0, 0)
    return Page(
        text=text,
        lang=lang,
        title=article.title or "",
        published=article.published,
        hits=lexicon("cues").find(text),
        quantities=tuple(quantities.find(text, lang)),
        dates=tuple(
            date for date in dates.find(text, lang, article.published) if not line.start <= date.start < line.end
        ),
        places=tuple(
            place
            for place in places.find(text, lang, _home(article))
            if not (place.level == "country" and line.start <= place.start < line.end)
        ),
        actors=tuple(actors.find(text, lang)),
    )


def _home(article: Article) -> str | None:
    """What tells the page's own region: its host, else its source."""
    return (urlsplit(article.url).hostname if article.url else None) or article.source
