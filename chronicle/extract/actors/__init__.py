"""Organisations and people named in a text: found by head words, posts and neighbours, one actor under one name.

What belongs here: who is named. Whether an actor takes part in an event is decided where mentions are put together.
"""

from chronicle.extract.actors import chinese, english
from chronicle.extract.actors.names import unify
from chronicle.extract.records import Actor


def find(text: str, lang: str) -> list[Actor]:
    """The actors of the text, sorted by start and without overlap; ``lang`` is ISO 639-1.

    An actor that is named in several ways carries its fullest name every time; abbreviations in brackets after a name
    ("Institute of Quantum Optics (IQO)") are resolved.
    """
    found, aliases = (chinese if lang == "zh" else english).find(text)
    return unify(found, aliases)
