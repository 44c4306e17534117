"""The sentence around a number, as far as the aims of a number are looked for in it."""

import re

SENTENCE = re.compile(r"[.;!?](?= |$)|[\n。！？]")  # ends a sentence or an item of a list


def opening(text: str, ends: re.Pattern[str], floor: int, at: int) -> int:
    """Where the sentence that holds ``at`` begins: after the last of ``ends`` before it, looked for from ``floor``."""
    for mark in ends.finditer(text, floor, at):
        floor = mark.end()
    return floor


def closing(text: str, ends: re.Pattern[str], at: int, reach: int) -> int:
    """Where the sentence that goes on at ``at`` ends: at the first of ``ends``, or ``reach`` code points on."""
    mark = ends.search(text, at, at + reach)
    return mark.start() if mark is not None else at + reach
