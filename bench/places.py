"""Places on the gold pages, side by side with a plain gazetteer: python bench/places.py [look.jsonl]

The plain gazetteer takes the longest form at every capitalised word and the most populous place it can mean. A place is
its code (or its name where it has none); a page counts the set of its places against the set of all its events' places.
Prints precision, recall and F1, and articles of 400 words a second. Needs the shared folder (CHRONICLE_SHARED).
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from chronicle.extract import places
from chronicle.extract.places import latin, table
from chronicle.extract.records import Place

WORDS = 400


def plain(text: str, _lang: str, _hint: str | None) -> list[Place]:
    """Longest match and biggest place, nothing else."""
    g, lexicon = table.gazetteer(), table.lexicon()
    found, words, done = [], latin.tokens(text), 0
    for at, (start, _, word) in enumerate(words):
        match = latin.longest_match(text, words, at, g, lexicon) if at >= done and word[0].isupper() else None
        if match is not None:
            found.append((start, words[at + match[0] - 1][1], match[2]))
            done = at + match[0]
    found += [(a, b, list(g.han_rows[n])) for n, a, b in g.han.find_matches_as_indexes(text) if g.han_rows[n]]
    out = []
    for start, end, rows in found:
        row = max((g.rows[n] for n in rows), key=lambda r: r.population)
        out.append(places.place(row, start, end, 1.0))
    return out


def code(adcode: str | None, iso: str | None, name: str) -> str:
    return adcode or iso or name.lower()


def score(find: Callable[[str, str, str | None], list[Place]], pages: Iterable[dict]) -> tuple[float, float, float]:
    """Precision, recall and F1 over all pages."""
    right = extra = missed = 0
    for page in pages:
        body = page["article"]["body"]
        want = {code(p["adcode"], p["iso3166_2"], p["name"]) for e in page["events"] for p in e["places"]}
        got = {code(p.adcode, p.iso3166_2, p.name) for p in find(body, page["lang"][:2], page["url"].split("/")[2])}
        right, extra, missed = right + len(want & got), extra + len(got - want), missed + len(want - got)
    return right / (right + extra), right / (right + missed), 2 * right / (2 * right + extra + missed)


def main() -> int:
    shared = Path(os.environ.get("CHRONICLE_SHARED", "../shared"))
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else shared / "gold" / "dev" / "gold.jsonl"
    if not path.exists():
        print(f"{path} is not there: set CHRONICLE_SHARED to the folder that holds gold/.", file=sys.stderr)
        return 2
    pages = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    pages = [p for p in pages if p["article"] and p["events"]]
    for name, find in (("plain gazetteer", plain), ("chronicle", places.find)):
        precision, recall, f1 = score(find, pages)
        print(f"{name:16} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  ({len(pages)} pages)")
    words = sum(len(p["article"]["body"].split()) for p in pages)
    start = time.process_time()
    for page in pages:
        places.find(page["article"]["body"], page["lang"][:2])
    print(f"speed            {words / WORDS / (time.process_time() - start):.0f} articles of {WORDS} words/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
