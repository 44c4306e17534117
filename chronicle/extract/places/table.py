"""The gazetteer in memory: rows, parents, and what each written form can mean. Built by tools/build_gazetteer.py."""

import gc
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from typing import Any, NamedTuple

import polars as pl
from ahocorasick_rs import AhoCorasick, MatchKind

from chronicle.extract.lexicon import load


class Row(NamedTuple):
    """One place of the gazetteer; ``id`` is its adcode, else its ISO 3166-2 code, else a derived id."""

    id: str
    name: str
    zh: str | None
    level: str
    adcode: str | None
    iso3166_2: str | None
    admin1: str | None
    country: str | None
    lat: float | None
    lon: float | None
    population: int
    parent: str | None


class Traits(NamedTuple):
    """What the places of one form are, taken together."""

    countries: frozenset[str | None]
    levels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Rows by number and by id, Latin forms by key, Chinese forms in one automaton (longest match first)."""

    rows: Sequence[Row]
    number: Mapping[str, int]
    latin: Mapping[str, list[int]]
    also: Mapping[str, str]  # Latin forms that are also a "person"'s name or an English "word"
    nations: Mapping[str, int]  # adjective of a country in lower case → the country's row
    given_names: frozenset[str]  # people's first names, in lower case
    longest: Mapping[str, int]  # first word of Latin forms → most words of a form
    han: AhoCorasick
    han_rows: Sequence[list[int]]  # empty for words that only look like a place
    han_forms: Mapping[str, list[int]]
    han_also: frozenset[str]  # Chinese forms that are also a word
    readings: Mapping[str, str]  # Chinese character → pinyin syllable without tone
    syllables: frozenset[str]  # all of them
    chains: Mapping[int, tuple[int, ...]]  # filled as asked for: row → its ancestors, nearest first
    traits: Mapping[str, Traits]  # filled as asked for: Latin form → what it can mean

    def kinds(self, form: str) -> Traits:
        """The countries and levels that a Latin form can mean; empty for an unknown form."""
        known = self.traits.get(form)
        if known is None:
            rows = [self.rows[n] for n in self.latin.get(form, [])]
            known = Traits(frozenset(r.country for r in rows), frozenset(r.level for r in rows))
            self.traits[form] = known  # type: ignore[index]
        return known

    def around(self, rows: Sequence[int], inner: Sequence[int]) -> list[int]:
        """Those of the rows that enclose one of the inner ones."""
        enclosing = {a for n in inner for a in self.chain(n)}
        return [n for n in rows if n in enclosing]

    def chain(self, row: int) -> tuple[int, ...]:
        """The row's ancestors by number, nearest first."""
        known = self.chains.get(row)
        if known is not None:
            return known
        out: list[int] = []
        parent = self.rows[row].parent
        while parent is not None and len(out) < 6:
            at = self.number.get(parent)
            if at is None or at in out:
                break
            out.append(at)
            parent = self.rows[at].parent
        self.chains[row] = tuple(out)  # type: ignore[index]
        return self.chains[row]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The cues of places.toml, as sets of words."""

    words: Mapping[str, frozenset[str]]
    levels: Mapping[str, str]  # type word → level it names
    abbreviations: Mapping[str, str]  # after a comma: exact form → row id
    prefer: Mapping[str, str]  # key or Chinese form → row id meant when nothing else tells
    short: Mapping[str, str]  # a province's one character → its adcode


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer, loaded once."""
    collecting = gc.isenabled()
    gc.disable()  # a hundred thousand rows that stay: looking through them for garbage doubles the time
    try:
        return read()
    finally:
        if collecting:
            gc.enable()


def read() -> Gazetteer:
    """The gazetteer from its three tables."""
    data = resources.files("chronicle.extract") / "data"
    table = pl.read_parquet((data / "gazetteer.parquet").read_bytes())
    names = pl.read_parquet((data / "gazetteer_names.parquet").read_bytes())
    rows = [Row._make(r) for r in zip(*(table[c].to_list() for c in Row._fields), strict=True)]
    latin = names.filter(pl.col("lang") == "en")
    forms = latin["form"].to_list()
    longest: dict[str, int] = {}
    for form in forms:
        words = form.split(" ")
        if longest.get(words[0], 0) < len(words):
            longest[words[0]] = len(words)
    readings = dict(pl.read_parquet((data / "gazetteer_readings.parquet").read_bytes()).iter_rows())
    han = names.filter(pl.col("lang") == "zh")
    han_forms = dict(zip(han["form"].to_list(), lists(han["places"]), strict=True))
    words = lexicon().words
    masks: dict[str, list[int]] = {
        word: [] for word in sorted(words["han_mask"] | words["han_before"]) if word not in han_forms
    }
    return Gazetteer(
        rows=rows,
        number={r.id: n for n, r in enumerate(rows)},
        latin=dict(zip(forms, lists(latin["places"]), strict=True)),
        also=dict(latin.filter(pl.col("also") != "").select("form", "also").iter_rows()),
        nations={
            form: rows[0]
            for form, rows in names.filter(pl.col("lang") == "demonym").select("form", "places").iter_rows()
        },
        given_names=frozenset(names.filter(pl.col("lang") == "given")["form"].to_list()),
        longest=longest,
        han=AhoCorasick([*han_forms, *masks], matchkind=MatchKind.LeftmostLongest),
        han_rows=[*han_forms.values(), *masks.values()],
        han_forms=han_forms,
        han_also=frozenset(han.filter(pl.col("also") != "")["form"].to_list()),
        readings=readings,
        syllables=frozenset(readings.values()),
        chains={},
        traits={},
    )


def lists(column: pl.Series) -> list[list[int]]:
    """A column of lists as Python lists; several times faster than ``to_list``."""
    flat = column.explode().to_list()
    ends = column.list.len().cum_sum().to_list()
    return [flat[start:end] for start, end in pairwise([0, *ends])]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The cue words, loaded once."""
    path = resources.files("chronicle.extract") / "data" / "places.toml"
    raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    words = {name: frozenset(w for line in lines for w in line.split("|")) for name, lines in raw["words"].items()}
    words["family"] |= frozenset(load("surnames")["pinyin"])  # type: ignore[call-overload]
    return Lexicon(
        words=words,
        levels={word: level for level, words in raw["levels"].items() for word in words},
        abbreviations={form: row for row, forms in raw["abbreviations"].items() for form in forms},
        prefer=raw["prefer"],
        short=raw["short"],
    )
