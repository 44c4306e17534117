"""Actors in Chinese text: names that end in an organisation's head, persons marked by a post or a verb of saying."""

import re
from functools import cache

from chronicle.extract.actors.names import Alias
from chronicle.extract.lexicon import load
from chronicle.extract.records import Actor

_LONGEST = 26  # code points of an organisation's name
_LEAST = 4
_COUNTED = re.compile(r"^\d|\d+[个家所余多]")
_SPEAKS = r"(?:表示|介绍|说|指出|认为|强调|透露|坦言|称|告诉)"


@cache
def _patterns() -> tuple[re.Pattern[str], dict[str, str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table: dict[str, dict[str, list[str]]] = load("actors")  # type: ignore[assignment]
    kinds = {word: kind for kind, group in table["zh_head"].items() for word in group}
    heads = "|".join(sorted(map(re.escape, kinds), key=len, reverse=True))
    organisation = re.compile(
        rf"[\u3400-\u9fffA-Za-z0-9·()（）]{{1,{_LONGEST}}}?(?:{heads})(?![\u3400-\u9fff]?(?:{heads}))"
    )
    cuts = "|".join(sorted(map(re.escape, table["zh_cut"]["words"]), key=len, reverse=True))
    titles = "|".join(sorted(map(re.escape, table["person_title"]["zh"]), key=len, reverse=True))
    surnames = str(load("surnames")["chinese"])
    person = re.compile(
        rf"(?P<title>{titles})(?P<after>[{surnames}][\u3400-\u9fff]{{1,2}})(?={_SPEAKS}|[，、,。；]|出席|参加|和|等)"
        rf"|(?<![\u3400-\u9fff])(?P<before>[{surnames}][\u3400-\u9fff]{{1,2}})(?={_SPEAKS}|(?:教授|院士|博士|研究员))"
    )
    return organisation, kinds, re.compile(cuts), person, re.compile(rf"({heads})$")


def find(text: str) -> tuple[list[Actor], list[Alias]]:
    """The actors named in Chinese text, in order; no short forms are read from brackets."""
    organisation, kinds, cuts, person, head = _patterns()
    actors: list[Actor] = []
    for match in organisation.finditer(text):
        start = match.start()
        for cut in cuts.finditer(text, match.start(), match.end() - 2):
            start = cut.end()
        name = text[start : match.end()]
        ending = head.search(name)
        if ending and len(name) >= _LEAST and len(name) > len(ending[1]) and not _COUNTED.search(name):
            actors.append(Actor(name, kinds[ending[1]], start, match.end()))
    for match in person.finditer(text):
        group = "after" if match["after"] else "before"
        if not match[group].endswith(("先生", "女士", "某")):
            actors.append(Actor(match[group], "person", match.start(group), match.end(group), title=match["title"]))
    return actors, []
