"""Why extraction read an article as it did: for a curator who wants to see the rule and fix its table.

What belongs here: words for people. The reasons themselves are collected where the rules fire.
"""

from chronicle.clean.article import Article
from chronicle.extract import extract
from chronicle.extract.confidence import features
from chronicle.extract.events.relevance import weigh
from chronicle.extract.events.unit import Unit
from chronicle.extract.lexicon import Hit
from chronicle.extract.reading import LONGEST_TEXT, read
from chronicle.extract.records import Mention
from chronicle.extract.types import Typing, classify

SHOWN = 70  # code points of a sentence that is shown
RIVALS = 3  # types shown with their sums


def explain(article: Article) -> list[str]:
    """One line a fact: relevance of the page, then every unit of text with verdict, cues, type, status and date.

    The tables named are those under ``chronicle/extract/data``.
    """
    weight = weigh(article.title or "", article.text[:LONGEST_TEXT])
    verdict = "about innovation" if weight.about else "not about innovation, so silent"
    counts = f"{weight.core:g} words of innovation, {weight.economy:g} of the economy, {weight.elsewhere:g} of others"
    lines = [f"page: {counts}: {verdict} (relevance.toml)"]
    if not weight.about:
        return lines
    reading = read(article)
    text = reading.page.text
    lines += [
        f"no event: {_shown(text, unit.start, unit.end)} ({judged.why})"
        for unit, judged in reading.judged
        if not judged.is_event
    ]
    typings = {(row.unit.start, row.unit.end): (row.unit, row.typed.typing, row.when.date) for row in reading.rows}
    for number, mention in enumerate(extract(article), 1):
        unit, typing, date = typings[mention.start, mention.end]
        lines.append(f"event {number}: {_shown(text, mention.start, mention.end)}")
        lines += [f"  {line}" for line in _reasons(text, mention, unit, typing, date)]
    return lines


def _reasons(text: str, mention: Mention, unit: Unit, typing: Typing, date: str | None) -> list[str]:
    rivals = sorted(classify(unit.concepts).sums, key=lambda row: -row[1])[:RIVALS]
    lines = [
        f"cues (cues.toml): {_cues(text, unit.hits)}",
        f"type {mention.type} {typing.score:.1f} (types.toml): {'; '.join(typing.why) or 'no rule'}",
        f"before status is known: {', '.join(f'{kind} {total:.1f}' for kind, total in rivals)}",
        *mention.why,
    ]
    for place in mention.places:
        where = "named here" if mention.start <= place.place.start < mention.end else "governs from elsewhere"
        lines.append(f"place {place.place.name} ({place.place.level}, {place.role}): {where}")
    lines += [
        f"actor {actor.name} ({actor.kind}): “{text[actor.start : actor.end]}” (actors.toml)"
        for actor in mention.actors
    ]
    for row in mention.quantities:
        quantity = row.quantity
        aim = f"; aimed at, deadline {row.deadline or 'none'}" if row.is_target else ""
        lines.append(f"quantity {quantity.value:g} {quantity.kind}, {quantity.qualifier}{aim}")
    fired = [f"{name} {value:.2f}" for name, value in features(unit, typing, date is not None).items() if value]
    lines.append(f"confidence {mention.confidence} (confidence.toml): {', '.join(fired)}")
    return lines


def _cues(text: str, hits: tuple[Hit, ...]) -> str:
    seen = dict.fromkeys(f"{hit.concept} “{text[hit.start : hit.end]}”" for hit in hits)
    return ", ".join(seen) or "none"


def _shown(text: str, start: int, end: int) -> str:
    words = " ".join(text[start:end].split())
    return f"“{words if len(words) <= SHOWN else words[:SHOWN] + '…'}”"
