"""Why extraction read an article as it did: for a curator who wants to see the rule and fix its table.

What belongs here: words for people. The reasons themselves are collected where the rules fire.
"""

import re

from chronicle.clean.article import Article
from chronicle.extract import extract
from chronicle.extract.confidence import features
from chronicle.extract.events.relevance import weigh
from chronicle.extract.events.types import Typing, classify
from chronicle.extract.events.unit import Unit
from chronicle.extract.lexicon import Hit
from chronicle.extract.reading import LONGEST_TEXT, read
from chronicle.extract.records import EventQuantity, Mention

TRAITS = {
    "a": "actors of kind", "b": "the words", "c": "the cue", "d": "the date", "h": "the opening word",
    "l": "the language", "n": "counted", "q": "a quantity", "r": "the rules' reading", "v": "the verb forms",
    "w": "the word", "x": "beside it",
}  # fmt: skip
_TRAIT = re.compile(r"(?<![^ ,])([abcdhlnqrvwx]):([^,;]+)")
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
    roles = {reason.split(" is ")[0]: reason for reason in _of(mention, "role")}
    lines = [
        f"title (titles.toml): {mention.title}",
        f"cues (cues.toml): {_cues(text, unit.hits)}",
        f"type {mention.type}: {'; '.join(map(in_words, typing.why)) or 'no rule speaks'} (types.toml)",
        f"points of the rules, before the status: {', '.join(f'{kind} {total:.1f}' for kind, total in rivals)}",
        f"status {mention.status}: {'; '.join(_of(mention, 'status'))}",
        f"date {mention.date or 'none'}: {'; '.join(_of(mention, 'date'))}",
        f"salience {mention.salience}: {'; '.join(_of(mention, 'salience'))}",
        f"an event because: {'; '.join(_of(mention, 'event')) or 'an act that a rule knows'}",
    ]
    for place in mention.places:
        where = "named here" if mention.start <= place.place.start < mention.end else "governs from elsewhere"
        lines.append(f"place {place.place.name} ({place.place.level}, {place.role}): {where}")
    for actor in mention.actors:
        role = roles.get(actor.name, "no cue for a role")
        lines.append(f"actor “{text[actor.start : actor.end]}”, {actor.kind} (actors.toml): {role} (roles.toml)")
    lines += [_counted(text, row) for row in mention.quantities]
    if mention.industries:
        lines.append(f"industries (industries.toml): {', '.join(mention.industries)}")
    if mention.programmes:
        parent = f"; a part of {mention.parent}" if mention.parent else ""
        lines.append(f"programmes: {', '.join(mention.programmes)}{parent}")
    fired = [f"{name} {value:.2f}" for name, value in features(unit, typing, date is not None).items() if value]
    lines.append(f"confidence {mention.confidence} (confidence.toml): {', '.join(fired)}")
    return lines


def _of(mention: Mention, heading: str) -> list[str]:
    """The reasons of one heading."""
    opens = f"{heading}: "
    return [in_words(reason.removeprefix(opens)) for reason in mention.why if reason.startswith(opens)]


def in_words(reason: str) -> str:
    """A reason with the learned traits in it told in words (``learned/traits.py`` names them by a letter)."""
    if not reason.startswith("learned from "):
        return reason
    told = _TRAIT.sub(lambda match: f"{TRAITS[match[1]]} “{match[2]}”", reason)
    return told.replace("learned from ", "the learned opinion (opinion.parquet) goes by ", 1)


def _counted(text: str, row: EventQuantity) -> str:
    quantity = row.quantity
    unit = quantity.currency or quantity.unit or ""
    aim = f"; aimed at, deadline {row.deadline or 'none'}" if row.is_target else ""
    counted = f" of {quantity.what}" if quantity.what else ""
    shown = _shown(text, quantity.start, quantity.end)
    value = f"{quantity.value:,.12g} {unit}".strip()
    return f"quantity {shown}: {value}{counted}, {quantity.kind}, {quantity.qualifier}{aim}"


def _cues(text: str, hits: tuple[Hit, ...]) -> str:
    seen = dict.fromkeys(f"{hit.concept} “{text[hit.start : hit.end]}”" for hit in hits)
    return ", ".join(seen) or "none"


def _shown(text: str, start: int, end: int) -> str:
    words = " ".join(text[start:end].split())
    return f"“{words if len(words) <= SHOWN else words[:SHOWN] + '…'}”"
