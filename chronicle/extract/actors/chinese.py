"""Actors in Chinese text: names that end in an organisation's head, persons marked by a post or a verb of saying."""

import re
from functools import cache

from chronicle.extract.actors.names import Alias
from chronicle.extract.lexicon import load
from chronicle.extract.records import Actor

LONGEST = 30  # code points of an organisation's name
LEAST = 4
_SPEAKS = r"(?:表示|介绍|说|指出|认为|强调|透露|坦言|称|告诉)"
_COUNTED = re.compile(r"^\d|\d+[个家所余多项]")


@cache
def _patterns() -> tuple[re.Pattern[str], dict[str, str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table: dict[str, dict[str, list[str]]] = load("actors")  # type: ignore[assignment]
    kinds = {word: kind for kind, group in table["zh_head"].items() for word in group}
    heads = "|".join(sorted(map(re.escape, kinds), key=len, reverse=True))
    cuts = "|".join(sorted(map(re.escape, table["zh_cut"]["words"]), key=len, reverse=True))
    separator = re.compile(rf"{cuts}|[^\u3400-\u9fffA-Za-z0-9·]+")
    titles = "|".join(sorted(map(re.escape, table["person_title"]["zh"]), key=len, reverse=True))
    surnames = str(load("surnames")["chinese"])
    person = re.compile(
        rf"(?P<title>{titles})(?P<after>[{surnames}][\u3400-\u9fff]{{1,2}})(?={_SPEAKS}|[，、,。；]|出席|参加|和|等)"
        rf"|(?<![\u3400-\u9fff])(?P<before>[{surnames}][\u3400-\u9fff]{{1,2}})(?={_SPEAKS}|(?:教授|院士|博士|研究员))"
    )
    generic = "|".join(sorted(map(re.escape, table["zh_generic"]["words"]), key=len, reverse=True))
    return separator, kinds, re.compile(heads), person, re.compile(rf"(?:{generic})*")


def find(text: str) -> tuple[list[Actor], list[Alias]]:
    """The actors named in Chinese text, in order; no short forms are read from brackets.

    A name is the longest stretch between joining words and marks that ends in a head; one without a word of its own
    ("国家级孵化器") names nobody.
    """
    separator, kinds, heads, person, generic = _patterns()
    actors: list[Actor] = []
    position = 0
    for stop in (*separator.finditer(text), None):
        start, end = position, stop.start() if stop else len(text)
        position = stop.end() if stop else end
        ends = list(heads.finditer(text, start, end))
        if not ends:
            continue
        head = ends[-1]
        name, own = text[start : head.end()], text[start : head.start()]
        if LEAST <= len(name) <= LONGEST and own and not _COUNTED.search(name) and not generic.fullmatch(own):
            actors.append(Actor(name, kinds[head[0]], start, head.end()))
    for match in person.finditer(text):
        group = "after" if match["after"] else "before"
        if not match[group].endswith(("先生", "女士", "某")):
            actors.append(Actor(match[group], "person", match.start(group), match.end(group), title=match["title"]))
    return actors, []
