"""The steps from an article to dated rows, in order; ``extract`` and ``explain`` both read a page by them."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from chronicle.clean.article import Article
from chronicle.extract import actors, dates, places, quantities, sentences
from chronicle.extract.assemble import Row
from chronicle.extract.events.judge import Verdict, judge
from chronicle.extract.events.merge import merge
from chronicle.extract.events.segment import units
from chronicle.extract.events.typed import Typed, type_all
from chronicle.extract.events.unit import Page, Unit
from chronicle.extract.learned.linear import Linear, opinion
from chronicle.extract.learned.opinion import revise
from chronicle.extract.lexicon import lexicon
from chronicle.extract.records import Sentence
from chronicle.extract.timing.carried import date_all
from chronicle.extract.timing.when import Dated

LONGEST_TEXT = 400_000  # code points; a news article is a hundred times shorter, and what follows is not read


@dataclass(frozen=True, slots=True)
class FirstReading:
    """What the rules make of a page: every unit with its verdict, and the events joined and typed."""

    page: Page
    judged: tuple[tuple[Unit, Verdict], ...]
    typed: tuple[Typed, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A page read to the end: every unit with its verdict, and the rows of those that are events."""

    page: Page
    judged: tuple[tuple[Unit, Verdict], ...]
    rows: tuple[Row, ...]


def read(article: Article, learned: Linear | None = None) -> Reading:
    """The article's units judged, joined, typed and dated; ``learned`` is for those who try other weights."""
    first = ruled(article)
    rows = revise(first.page, first.typed, learned or opinion())
    whens = date_all(first.page, [Dated(row.unit, row.typing.type, row.status) for row in rows])
    return Reading(first.page, first.judged, tuple(Row(row, whens[at], at) for at, row in enumerate(rows)))


def ruled(article: Article) -> FirstReading:
    """The article as the rules alone read it."""
    text = article.text[:LONGEST_TEXT]
    page = found_in(article, text)
    judged = tuple((unit, judge(page, unit)) for unit in units(page, sentences.split(text, page.lang)))
    kept = [unit.because(verdict.why) for unit, verdict in judged if verdict.is_event]
    typed = type_all(page, kept)
    joined = merge(page, kept, [row.typing.type for row in typed], [row.status for row in typed])
    rows = typed if len(joined) == len(kept) else type_all(page, joined)  # nothing joined: typed already
    return FirstReading(page, judged, tuple(rows))


def found_in(article: Article, text: str) -> Page:
    """What the finders find in the text of the article."""
    lang = article.lang or "en"
    line = sentences.dateline(text) or Sentence(0, 0)
    found: dict[str, tuple[Any, ...]] = {
        "quantities": tuple(quantities.find(text, lang)),
        "dates": tuple(
            date for date in dates.find(text, lang, article.published) if not line.start <= date.start < line.end
        ),
        "places": tuple(
            place
            for place in places.find(text, lang, _home(article))
            if not (place.level == "country" and line.start <= place.start < line.end)
        ),
        "actors": tuple(actors.find(text, lang)),
    }
    found = {name: tuple(sorted(values, key=lambda value: value.start)) for name, values in found.items()}
    return Page(
        text=text,
        lang=lang,
        title=article.title or "",
        published=article.published,
        hits=lexicon("cues").find(text),
        starts={name: [value.start for value in values] for name, values in found.items()},
        **found,
    )


def _home(article: Article) -> str | None:
    """What tells the page's own region: its host and its source."""
    host = urlsplit(article.url).hostname if article.url else None
    return " ".join(word for word in (host, article.source) if word) or None
