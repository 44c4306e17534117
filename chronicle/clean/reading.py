"""Text to Page: the one parse, the blocks, and which of them are the article's text."""

from dataclasses import dataclass

from chronicle.clean.blocks import Segments, blocks, segment
from chronicle.clean.features import head_of
from chronicle.clean.model import Scored, score
from chronicle.clean.page import Page
from chronicle.clean.select import selected
from chronicle.clean.soup import Parsed, TooDeep, parse
from chronicle.clean.textdump import lines_of, main_lines

HTML_TYPES = ("text/html", "application/xhtml+xml", "application/xml", "text/xml")
HTML_STARTS = ("<!doctype html", "<html", "<?xml", "<head", "<body")
LITTLE = 200  # characters of visible text below which a page may keep its text in noscript or template
MAX_LINES = 200_000  # of a text dump
UNRENDERED = (b"<noscript", b"<template")


class NotReadable(Exception):
    """The markup is nested deeper, or has more tags, than any page that people read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A page with the scores of its blocks; no scores for a text dump, whose lines are chosen by rules."""

    page: Page
    scored: Scored | None

    @property
    def certainty(self) -> float:
        """Mean score of the kept blocks, 0 where none is kept; 1 for a text dump."""
        if self.scored is None:
            return 1.0
        return float(self.scored.score[list(self.page.main)].mean()) if self.page.main else 0.0


def read_page(text: str, media_type: str, url: str | None, timezone: str | None, utf8: bytes | None = None) -> Reading:
    """Read decoded text as HTML or as a text dump; ``utf8`` spares encoding it again. Raises NotReadable."""
    media = media_type.split(";")[0].strip().lower()
    if media not in HTML_TYPES and not text[:1000].lstrip().lower().startswith(HTML_STARTS):
        if text.count("\n") > MAX_LINES:
            raise NotReadable(f"The text has more than {MAX_LINES:,} lines.")
        lines = lines_of(text)
        return Reading(Page(text, None, lines, main_lines(lines), url=url, timezone=timezone), None)
    try:
        parsed, segments = _segmented(text.encode("utf-8", "replace") if utf8 is None else utf8)
    except TooDeep as error:
        raise NotReadable(str(error)) from error
    head = head_of(parsed.json_ld, parsed.meta, parsed.title_tag)
    scored = score(segments, head)
    page = Page(
        text, parsed.tree.soup, blocks(segments, parsed.tree), tuple(selected(segments, scored)), parsed.json_ld,
        parsed.meta, parsed.title_tag, parsed.canonical, parsed.html_lang, url, timezone,
    )  # fmt: skip
    return Reading(page, scored)


def _segmented(html: bytes) -> tuple[Parsed, Segments]:
    parsed = parse(html)
    segments = segment(parsed.root)
    if sum(map(len, segments.texts)) < LITTLE and any(mark in html for mark in UNRENDERED):
        fuller = parse(html, unrendered=True)
        fuller_segments = segment(fuller.root)
        if sum(map(len, fuller_segments.texts)) > LITTLE:
            return fuller, fuller_segments
    return parsed, segments
