"""Actors in Chinese text: names that end in an organisation's head, short names of companies, persons with a post.

What belongs here: where a name begins and ends. The words are data (``data/actors_zh.toml``).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from chronicle.extract.actors.chinese_lists import listed
from chronicle.extract.actors.names import Alias
from chronicle.extract.lexicon import either, load
from chronicle.extract.places.table import gazetteer
from chronicle.extract.records import Actor

LONGEST = 30  # code points of an organisation's name
LEAST = 4
MOST_ALIASES = 40  # short forms of one article that are looked for again
_BUILDS = re.compile(r"(?:建设|打造|共建|获批|建立|设立|成立|筹建|组建|新建|创建)$")
_QUOTED = re.compile(
    r"(?:孵化器|企业|公司|加速器|联盟|机构|实验室|初创团队|众创空间)[“「『\"]([^”」』\"，。]{3,12})[”」』\"]"
)
_ET_AL = re.compile(
    r"(?:等|(?=[两三四五六七八九十\d]+家))[\d两三四五六七八九十]*[家余多]{0,2}(?:企业|公司|机构|单位|龙头|知名|上市)"
)
_CALLED = re.compile(r"(?:名叫|名为|取名|叫做|叫作)[“「『\"]([^”」』\"，。]{2,12})[”」』\"]")
_JOINTS = ("、", "和", "与", "及")
_UNIT = re.compile(r"[\u3400-\u9fff]{2,4}所(?=[选研承牵提开发]|$)")  # "农科院水稻所"
JOINED_BY = ("与", "和", "同")  # what joins two parties
NATION = frozenset({"中国", "国际", "世界", "全国", "国家", "全球", "全省", "全市", "上市", "城市", "本市"})
_COUNTED = re.compile(r"^\d|\d+[个家所余多项]")
_BRACKETED_SHORT = re.compile(r"[（(](?:以下)?简称[：:]?[“\"「]?([^”\"」）)]{2,12})[”\"」]?[）)]")
_HAN = r"[\u3400-\u9fff]"


@dataclass(frozen=True, slots=True)
class Words:
    """The compiled tables."""

    separator: re.Pattern[str]
    heads: re.Pattern[str]
    kinds: dict[str, str]
    generic: re.Pattern[str]
    vague: frozenset[str]
    of_place: tuple[str, ...]
    ends: re.Pattern[str]
    known: re.Pattern[str]
    known_kinds: dict[str, str]
    lead: re.Pattern[str]
    short: re.Pattern[str]
    firm_before: re.Pattern[str]
    foreign: re.Pattern[str]
    person: re.Pattern[str]
    not_person: tuple[str, ...]


@cache
def _words() -> Words:
    table: dict[str, dict[str, list[str]]] = load("actors_zh")  # type: ignore[assignment]
    kinds = {word: kind for kind, group in table["head"].items() for word in group}
    known = {word: kind for kind, group in table["known"].items() for word in group}
    surnames = str(load("surnames")["chinese"])
    foreign = str(table["foreign"]["chars"])
    say, act = either(table["say"]["words"]), either(table["say"]["act"])
    titles, posts = either(table["title"]["words"]), either(table["say"]["post"])
    verbs, short = either(table["verb"]["words"]), either(table["short"]["company"])
    return Words(
        separator=re.compile(
            rf"(?P<keep>{either(table['keep']['words'])})|{either(table['cut']['words'])}"
            rf"|(?<!{_HAN}){either(table['cut_first']['words'])}|[^\u3400-\u9fffA-Za-z0-9·]+"
        ),
        heads=re.compile(rf"{either(kinds)}(?![生城业制法])"),
        kinds=kinds,
        generic=re.compile(rf"{either(table['generic']['words'])}*+"),
        vague=frozenset(table["vague"]["words"]),
        of_place=tuple(table["of_place"]["words"]),
        ends=re.compile(rf"{verbs}|{posts}|$"),
        known=re.compile(either(known)),
        known_kinds=known,
        lead=re.compile(rf"{_HAN}{{0,6}}{either(table['lead']['words'])}(?!{either(table['lead']['kept'])}|$)"),
        short=re.compile(rf"{_HAN}{{2,6}}(?:{short})(?=(?P<acts>{either(table['firm']['words'])})|[去今明]?$)"),
        firm_before=re.compile(
            rf"{either(table['firm']['before'])}(?:[有为是：:如]|分别为|分别是|包括|包含|例如|来自)?$"
        ),
        foreign=re.compile(
            rf"(?:(?<=[士授任长官员师家人])|(?<!{_HAN}))[{foreign}]{{1,7}}(?:[·•][{foreign}]{{1,7}}){{1,3}}"
        ),
        not_person=tuple(table["not_person"]["words"]),
        person=re.compile(
            rf"(?:{titles})(?P<after>[{surnames}]{_HAN}{{1,2}})(?=(?:{say})|(?:{act})|[，、,。；！）)（(\s]|$)"
            rf"|(?:(?<!{_HAN})|(?<=[的名叫]))(?P<before>[{surnames}]{_HAN}{{1,2}})(?=(?:{say})|(?:{posts}))"
        ),
    )


def find(text: str) -> tuple[list[Actor], list[Alias]]:
    """The actors named in Chinese text, in order, and the short forms given in brackets ("（简称中科院）")."""
    words = _words()
    actors: list[Actor] = []
    headless: list[re.Match[str]] = []
    for start, end in _stretches(text, words):
        found = list(_organisations(text, start, end, words))
        actors.extend(found)
        told = words.lead.match(text, start, end)
        begin = told.end() if told else start
        if not found and (short := words.short.match(text, begin, end)) and not words.generic.fullmatch(short[0]):
            headless.append(short)
    actors.extend(Actor(hit[0], words.known_kinds[hit[0]], *hit.span()) for hit in words.known.finditer(text))
    actors.extend(
        Actor(hit[1], "other", *hit.span(1)) for quoted in (_QUOTED, _CALLED) for hit in quoted.finditer(text)
    )
    actors.extend(_persons(text, words))
    actors.extend(_firms(text, headless, actors, words))
    taken = sorted((actor.start, actor.end) for actor in actors)
    actors.extend(actor for actor in listed(text, words.generic) if not _overlaps(actor, taken))
    aliases = [Alias(short[1], actor.name) for actor in actors if (short := _BRACKETED_SHORT.match(text, actor.end))]
    for alias in list({alias.short: alias for alias in reversed(aliases)}.values())[:MOST_ALIASES]:
        known = next(actor for actor in actors if actor.name == alias.full)
        after = text.index(alias.short, known.end) + len(alias.short)
        later = re.compile(re.escape(alias.short)).finditer(text, after)
        actors.extend(replace(known, start=hit.start(), end=hit.end()) for hit in later)
    return actors, aliases


def _stretches(text: str, words: Words) -> Iterator[tuple[int, int]]:
    """The stretches between marks, joining words and verbs; a cutting word inside a longer word does not cut."""
    position = 0
    for stop in words.separator.finditer(text):
        if stop["keep"]:
            continue
        if stop.start() > position:
            yield position, stop.start()
        position = stop.end()
    if position < len(text):
        yield position, len(text)


def _organisations(text: str, start: int, end: int, words: Words) -> Iterator[Actor]:
    """The names in a stretch: up to a head that an act or the stretch's end follows; a unit goes with its whole."""
    begin = start
    hits = list(words.heads.finditer(text, start, end))
    for number, head in enumerate(hits):
        last = number + 1 == len(hits)
        if not last and not words.ends.match(text, head.end(), end):
            continue
        if head.end() < end and not last and hits[number + 1].start() - head.end() > LONGEST:
            continue
        if number and text.startswith("同", begin):  # "甲公司同研究院签订"
            begin += 1
        if told := words.lead.match(text, begin, head.start()):
            begin = told.end()
        stop = head.end()
        kind = words.kinds[head[0]]
        if kind == "institute" and (unit := _UNIT.match(text, stop, end)):
            stop = unit.end()
        name, own = text[begin:stop], text[begin : head.start()]
        party = kind == "government" and (text[begin - 1 : begin] in JOINED_BY or text[stop : stop + 1] in JOINED_BY)
        fits = LEAST - party <= len(name) <= LONGEST and not _COUNTED.search(name)
        if fits and _is_own(own, kind, words) and not _built(text, begin, name, own):
            yield Actor(name, kind, begin, stop)
        begin = head.end()


def _firms(text: str, short: list[re.Match[str]], known: list[Actor], words: Words) -> Iterator[Actor]:
    """The short names that stand where firms stand: before what firms do, after "企业包括", in a list with an actor."""
    starts = {actor.start for actor in known if actor.kind != "person"}
    ends = {actor.end for actor in known if actor.kind != "person"}
    for number, match in enumerate((*short, *reversed(short))):
        if number >= len(short) and match.start() in starts:
            continue
        before = text[max(0, match.start() - 8) : match.start()]
        after_one = match.start() - 1 in ends and before.endswith(_JOINTS)
        before_one = match.end() + 1 in starts and text.startswith(_JOINTS, match.end())
        sole = words.firm_before.search(before) and not before.endswith(_JOINTS)
        if after_one or before_one or sole or match["acts"] or _ET_AL.match(text, match.end()):
            starts.add(match.start())
            ends.add(match.end())
            yield Actor(match[0], "company", *match.span())


def _is_own(own: str, kind: str, words: Words) -> bool:
    """Whether the words before the head name a body of their own, not a sort ("国家级孵化器")."""
    if not own:
        return False
    if kind in ("government", "party"):
        return own not in words.vague
    if kind in ("association", "university") and own.startswith(words.of_place) and not own.startswith("国家级"):
        return True
    if kind in ("company", "institute") and own.endswith(words.of_place) and len(own) > 1 and own not in NATION:
        return True
    return not words.generic.fullmatch(own)


def _built(text: str, begin: int, name: str, own: str) -> bool:
    """Whether a centre is only the thing to be built ("建设稀土产业检测中心"), not one with a place's name."""
    if not name.endswith(("中心", "实验室", "研究院")) or not _BUILDS.search(text, max(0, begin - 4), begin):
        return False
    return not any(own[:size] in gazetteer().han_forms for size in range(2, 5))


def _overlaps(actor: Actor, spans: list[tuple[int, int]]) -> bool:
    """Whether a span stands on the actor's; ``spans`` are sorted."""
    at = bisect_left(spans, (actor.end, 0))
    return at > 0 and spans[at - 1][1] > actor.start


def _persons(text: str, words: Words) -> Iterator[Actor]:
    for match in words.person.finditer(text):
        group = "after" if match["after"] else "before"
        if not match[group].endswith(("先生", "女士", "某")) and not match[group].startswith(words.not_person):
            title = match[0].removesuffix(match[group]) or None
            yield Actor(match[group], "person", match.start(group), match.end(group), title=title)
    for match in words.foreign.finditer(text):
        yield Actor(match[0], "person", *match.span())
