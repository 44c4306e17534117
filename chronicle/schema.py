"""Every table and column of Chronicle, once: types, keys, descriptions and rules.

The Parquet types, the blocking checks, the datapackage.json and docs/data-dictionary.md all come from here. Types are
those that every Parquet reader takes: strings (a vocabulary is a rule, not a type), Int64, Float64, Decimal(38, 9),
Datetime[us, UTC], List(String), Boolean.
"""

import dataframely as dy
import polars as pl

EVENT_TYPES: dict[str, str] = {
    "policy": "a measure or plan issued",
    "plan": "a target or intention",
    "designation": "pilot or demonstration status",
    "funding": "money committed, granted or raised; a fund set up",
    "facility": "a lab, base, park, complex or platform",
    "agreement": "a signing, memorandum or batch of signed projects",
    "meeting": "a forum, conference, expo or ceremony",
    "award": "a prize, ranking or selection",
    "transfer": "technology transfer, commercialisation, roadshows",
    "research": "a technical or scientific result",
    "business": "company news, product launches",
    "talent": "people attracted, trained or counted",
    "ip": "patents and standards",
    "service": "support for firms",
    "statistics": "figures reported",
    "governance": "mechanisms and bodies",
    "other": "none of these",
}
STATUSES = ("occurred", "planned", "ongoing")
SALIENCES = ("main", "sub", "background")
DATE_PRECISIONS = ("day", "month", "quarter", "half_year", "year", "day_no_year", "unknown")
DATE_BASES = ("explicit", "inferred_year", "relative", "as_of_publication")
PLACE_ROLES = ("venue", "subject", "partner", "target", "context")
PLACE_LEVELS = ("country", "province", "prefecture", "county", "city", "town", "zone", "region")
ACTOR_KINDS = ("government", "party", "company", "university", "institute", "association", "person", "other")
QUALIFIERS = ("exact", "over", "at_least", "up_to", "nearly", "about", "range", "one_of")
QUANTITY_KINDS = (
    "count", "money", "ordinal", "rank", "rank_change", "list_size", "multiplier", "duration",
    "ratio", "percent", "growth", "threshold", "measure",
)  # fmt: skip
CHANGE_KINDS = ("added", "changed", "merged", "split", "renamed", "retracted", "corrected")


def one_of(*words: str):  # type: ignore[no-untyped-def]
    """A column check: the value is one of the words (null is judged by ``nullable``)."""

    def check(column: pl.Expr) -> pl.Expr:
        return column.is_in(list(words))

    return check


def _share(column: pl.Expr) -> pl.Expr:
    return column.is_between(0.0, 1.0)


class Events(dy.Schema):
    """One row an innovation event: the most specific value backed by most stories; `conflicts` names disagreement."""

    event_id = dy.String(primary_key=True, description="mention_id of the event's earliest mention")
    type = dy.String(check=one_of(*EVENT_TYPES), description="one of the 17 event types")
    status = dy.String(check=one_of(*STATUSES), description="occurred, planned or ongoing")
    title = dy.String(description="a short sentence in the article's own words")
    date = dy.String(nullable=True, description="when it happened, EDTF; null where no text says")
    date_start = dy.String(nullable=True, description="first possible day, ISO 8601; null without a year")
    date_end = dy.String(nullable=True, description="last possible day, ISO 8601; null without a year")
    date_precision = dy.String(check=one_of(*DATE_PRECISIONS), description="precision of `date`")
    date_basis = dy.String(nullable=True, check=one_of(*DATE_BASES), description="how `date` was reached")
    planned = dy.String(nullable=True, description="when it is planned for, EDTF")
    industries = dy.List(dy.String(), description="industries concerned, controlled list, sorted")
    programmes = dy.List(dy.String(), description="programmes, plans and projects named, sorted")
    story_count = dy.Int64(min=1, description="stories that tell the event")
    source_count = dy.Int64(min=1, description="articles that tell the event")
    first_published = dy.String(nullable=True, description="earliest publication date of its articles, EDTF")
    confidence = dy.Float64(check=_share, description="probability that the event is real and rightly typed, 0 to 1")
    conflicts = dy.List(dy.String(), description="fields on which the sources disagree, with the values, sorted")


class EventPlaces(dy.Schema):
    """Places of an event, each with the words that name it."""

    event_id = dy.String(description="event")
    mention_id = dy.String(primary_key=True, description="mention that names the place")
    article_id = dy.String(description="article whose text `start` and `end` count in")
    role = dy.String(check=one_of(*PLACE_ROLES), description="venue, subject, partner, target or context")
    name = dy.String(description="name in the gazetteer, or as printed for zones without a code")
    level = dy.String(check=one_of(*PLACE_LEVELS), description="administrative level")
    adcode = dy.String(nullable=True, description="the place's own six-digit code (GB/T 2260), China only")
    iso3166_2 = dy.String(nullable=True, description="the place's own ISO 3166-2 code")
    admin1 = dy.String(nullable=True, description="ISO 3166-2 code of the enclosing first-level division")
    country = dy.String(nullable=True, description="ISO 3166-1 alpha-2")
    lat = dy.Float64(nullable=True, description="latitude, degrees, WGS 84")
    lon = dy.Float64(nullable=True, description="longitude, degrees, WGS 84")
    surface = dy.String(description="the words in the text")
    start = dy.Int64(primary_key=True, min=0, description="first code point in articles.text")
    end = dy.Int64(primary_key=True, min=0, description="code point after the last, in articles.text")
    confidence = dy.Float64(check=_share, description="probability that the name means this place, 0 to 1")


class EventActors(dy.Schema):
    """Organisations and people of an event."""

    event_id = dy.String(description="event")
    mention_id = dy.String(primary_key=True, description="mention that names the actor")
    article_id = dy.String(description="article whose text `start` and `end` count in")
    name = dy.String(primary_key=True, description="fullest name in the article")
    kind = dy.String(check=one_of(*ACTOR_KINDS), description="kind of actor")
    role = dy.String(nullable=True, description="part the actor has in the event")
    title = dy.String(nullable=True, description="a person's post")
    organisation = dy.String(nullable=True, description="a person's organisation")
    surface = dy.String(description="the words in the text")
    start = dy.Int64(primary_key=True, min=0, description="first code point in articles.text")
    end = dy.Int64(primary_key=True, min=0, description="code point after the last, in articles.text")


class EventQuantities(dy.Schema):
    """Numbers of an event: what is counted, how surely, and by when it is aimed at."""

    event_id = dy.String(description="event")
    mention_id = dy.String(primary_key=True, description="mention that gives the number")
    article_id = dy.String(description="article whose text `start` and `end` count in")
    value = dy.Decimal(38, 9, description="value in base units; percent 40 is 40")
    value_max = dy.Decimal(38, 9, nullable=True, description="upper end of a range")
    unit = dy.String(nullable=True, description="unit: CNY, percent, company, km …")
    what = dy.String(nullable=True, description="the counted thing, in the page's language")
    kind = dy.String(check=one_of(*QUANTITY_KINDS), description="kind of number")
    qualifier = dy.String(
        check=one_of(*QUALIFIERS), description="exact, over, at_least, up_to, nearly, about, range, one_of"
    )
    currency = dy.String(nullable=True, description="ISO 4217")
    period = dy.String(nullable=True, description="the value is per this period: year, month …")
    deadline = dy.String(nullable=True, description="when it is to be reached, EDTF")
    is_target = dy.Bool(description="true for a number to be reached")
    surface = dy.String(description="the words in the text")
    start = dy.Int64(primary_key=True, min=0, description="first code point in articles.text")
    end = dy.Int64(primary_key=True, min=0, description="code point after the last, in articles.text")


class EventSources(dy.Schema):
    """The mentions of each event: which words of which article say so. Every id ever given is a mention_id here."""

    event_id = dy.String(description="event")
    mention_id = dy.String(primary_key=True, description="mention")
    article_id = dy.String(description="article whose text `start` and `end` count in")
    type = dy.String(check=one_of(*EVENT_TYPES), description="the mention's own type")
    status = dy.String(check=one_of(*STATUSES), description="the mention's own status")
    date = dy.String(nullable=True, description="the mention's own date, EDTF")
    salience = dy.String(check=one_of(*SALIENCES), description="main, sub or background in its article")
    confidence = dy.Float64(check=_share, description="probability that the mention is right, 0 to 1")
    quote = dy.String(min_length=1, description="the words it rests on: articles.text from start to end")
    start = dy.Int64(min=0, description="first code point in articles.text")
    end = dy.Int64(min=0, description="code point after the last, in articles.text")


class Articles(dy.Schema):
    """One article a page: its latest capture that is an article."""

    article_id = dy.String(primary_key=True, description="article")
    page_id = dy.String(unique=True, description="page")
    page_uri = dy.String(description="address, or `inbox:<relative path>` of a dropped file")
    site = dy.String(nullable=True, description="host the page belongs to")
    url = dy.String(nullable=True, description="address of the page where known")
    title = dy.String(nullable=True, description="headline")
    published = dy.String(nullable=True, description="publication date, EDTF")
    published_kind = dy.String(
        nullable=True, check=one_of("published", "updated"), description="what the date says it is"
    )
    author = dy.String(nullable=True, description="author as printed")
    source = dy.String(nullable=True, description="who published it, as the page says, else the site")
    lang = dy.String(nullable=True, description="ISO 639-1")
    text = dy.String(description="clean text; one line a paragraph")
    story_id = dy.String(description="story: articles that are copies of one text")
    is_canonical = dy.Bool(description="the one article that stands for its story")
    captured_at = dy.Datetime(time_unit="us", time_zone="UTC", description="when the capture was journalled")
    body_sha256 = dy.String(description="sha256 of the bytes as captured")


class Places(dy.Schema):
    """The gazetteer rows that events use."""

    place_id = dy.String(primary_key=True, description="adcode, else ISO 3166-2, else a derived id")
    name = dy.String(description="name in English or romanised")
    level = dy.String(check=one_of(*PLACE_LEVELS), description="administrative level")
    adcode = dy.String(nullable=True, description="six-digit code (GB/T 2260), China only")
    iso3166_2 = dy.String(nullable=True, description="ISO 3166-2 code")
    admin1 = dy.String(nullable=True, description="ISO 3166-2 code of the enclosing first-level division")
    country = dy.String(nullable=True, description="ISO 3166-1 alpha-2")
    lat = dy.Float64(nullable=True, description="latitude, degrees, WGS 84")
    lon = dy.Float64(nullable=True, description="longitude, degrees, WGS 84")


class Changes(dy.Schema):
    """What this release changed against the one before: one row a changed field, or a row added or gone."""

    release = dy.Int64(description="number of the release that brought the change")
    table = dy.String(primary_key=True, description="table")
    key = dy.String(primary_key=True, description="key of the row, parts joined by |")
    field = dy.String(primary_key=True, description="column; empty when the whole row came or went")
    old = dy.String(nullable=True, description="value before, as JSON")
    new = dy.String(nullable=True, description="value after, as JSON")
    kind = dy.String(
        primary_key=True,
        check=one_of(*CHANGE_KINDS),
        description="added, changed, merged, split, renamed, retracted or corrected",
    )
    cause_entry_id = dy.String(nullable=True, description="journal entry that caused it, where one did")
    actor = dy.String(nullable=True, description="person who asked for it")
    why = dy.String(nullable=True, description="the person's reason")


TABLES: dict[str, type[dy.Schema]] = {
    "events": Events,
    "event_places": EventPlaces,
    "event_actors": EventActors,
    "event_quantities": EventQuantities,
    "event_sources": EventSources,
    "articles": Articles,
    "places": Places,
    "changes": Changes,
}
"""The tables of a release, by name, in the order the documentation lists them."""


# Staging tables stand between the stages, partitioned by journal day; they are never published.


class StagedArticles(dy.Schema):
    """The articles of one journal day, as ``clean()`` gave them."""

    article_id = dy.String(primary_key=True, description="derived from page_id and body_sha256")
    page_id = dy.String(description="page")
    seq = dy.Int64(min=1, description="journal position of the capture")
    page_uri = dy.String(description="address, or `inbox:<relative path>`")
    site = dy.String(nullable=True, description="host the page belongs to")
    url = dy.String(nullable=True, description="address of the page where known")
    title = dy.String(nullable=True, description="headline")
    published = dy.String(nullable=True, description="EDTF")
    published_kind = dy.String(nullable=True, description="published or updated")
    author = dy.String(nullable=True, description="author as printed")
    source = dy.String(nullable=True, description="who published it")
    lang = dy.String(nullable=True, description="ISO 639-1")
    text = dy.String(description="clean text; one line a paragraph")
    captured_at = dy.Datetime(time_unit="us", time_zone="UTC", description="recorded_at of the capture")
    body_sha256 = dy.String(description="sha256 of the bytes as captured")


class NotArticles(dy.Schema):
    """Captures of one journal day that are no article, and why."""

    seq = dy.Int64(primary_key=True, min=1, description="journal position of the capture")
    page_id = dy.String(description="page")
    page_uri = dy.String(description="address, or `inbox:<relative path>`")
    reason = dy.String(description="listing, error_page, wall, empty, undecodable, not_text, too_deep, fault")
    detail = dy.String(description="one sentence for a person")


class StagedMentions(dy.Schema):
    """The mentions of one journal day."""

    mention_id = dy.String(primary_key=True, description="derived from page_id and the normalised quote")
    article_id = dy.String(description="article")
    page_id = dy.String(description="page")
    seq = dy.Int64(min=1, description="journal position of the capture")
    type = dy.String(check=one_of(*EVENT_TYPES), description="event type")
    status = dy.String(check=one_of(*STATUSES), description="occurred, planned or ongoing")
    salience = dy.String(check=one_of(*SALIENCES), description="main, sub or background")
    title = dy.String(description="a short sentence")
    date = dy.String(nullable=True, description="EDTF")
    date_start = dy.String(nullable=True, description="first possible day")
    date_end = dy.String(nullable=True, description="last possible day")
    date_precision = dy.String(check=one_of(*DATE_PRECISIONS), description="precision of `date`")
    date_basis = dy.String(nullable=True, check=one_of(*DATE_BASES), description="how `date` was reached")
    planned = dy.String(nullable=True, description="EDTF")
    industries = dy.List(dy.String(), description="industries, sorted")
    programmes = dy.List(dy.String(), description="programmes, sorted")
    confidence = dy.Float64(check=_share, description="0 to 1")
    quote = dy.String(min_length=1, description="articles.text from start to end")
    start = dy.Int64(min=0, description="first code point")
    end = dy.Int64(min=0, description="code point after the last")
    parent = dy.String(nullable=True, description="the plan or event it is part of, as named")


def staged(table: type[dy.Schema]) -> dict[str, pl.DataType]:
    """Columns and types of a child table in staging: the release's, before event_id is known."""
    return {name: column.dtype for name, column in table.columns().items() if name != "event_id"}


def dtypes(table: type[dy.Schema]) -> dict[str, pl.DataType]:
    """Column names and Polars types of a table, in order."""
    return {name: column.dtype for name, column in table.columns().items()}
