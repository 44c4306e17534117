"""How well extraction reads labelled articles, cleaning left out: the bodies of a gold set, scored as pages are.

    python bench/labelled.py                                    # the pages of training/ that were set aside
    python bench/labelled.py ../shared/gold/dev --only 003 005  # a gold folder, all of it or some pages

Needs ../shared (or CHRONICLE_SHARED) for the scorer. Pages of training/ are read with an opinion fitted without those
set aside, which needs the extra ``build``; a gold folder is read with the committed one, which never saw it.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from chronicle.clean.article import Article
from chronicle.extract import extract
from chronicle.extract.learned.linear import Linear, linear, opinion

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("CHRONICLE_SHARED", ROOT.parent / "shared"))


def found(page: dict[str, Any], learned: Linear) -> dict[str, Any]:
    """One line for the scorer; title, date and source are the gold's own, as cleaning is not what is measured."""
    gold = page["article"]
    if not gold:
        return {"page": page["page"], "article": None, "events": []}
    body, lang = gold["body"], page["lang"][:2]
    article = Article(body, gold["title"], gold["published"], source=gold["source"], lang=lang, url=page["url"])
    events = [
        {
            "type": mention.type,
            "status": mention.status,
            "quote": mention.quote,
            "date": mention.date,
            "places": [
                {"name": row.place.name, "adcode": row.place.adcode, "iso3166_2": row.place.iso3166_2}
                for row in mention.places
            ],
            "actors": [{"name": actor.name, "kind": actor.kind} for actor in mention.actors],
            "quantities": [
                {
                    "value": row.quantity.value,
                    "value_max": row.quantity.value_max,
                    "unit": row.quantity.unit,
                    "what": row.quantity.what,
                    "qualifier": row.quantity.qualifier,
                    "currency": row.quantity.currency,
                    "deadline": row.deadline,
                    "is_target": row.is_target,
                    "surface": body[row.quantity.start : row.quantity.end],
                }
                for row in mention.quantities
            ],
        }
        for mention in extract(article, learned)
    ]
    return {"page": page["page"], "article": {**gold, "lang": lang, "text": body}, "events": events}


def main() -> None:
    """Read, write what was found beside what is labelled, and have it scored."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("gold", type=Path, nargs="?", help="a folder with gold.jsonl; else training/, set aside")
    parser.add_argument("--only", nargs="+", default=[], help="beginnings of the names of the pages to read")
    asked = parser.parse_args()
    scorer = SHARED / "eval" / "score_pages.py"
    if not scorer.exists():
        raise SystemExit(f"{scorer} is not there: set CHRONICLE_SHARED to the folder with eval/score_pages.py.")
    source = asked.gold / "gold.jsonl" if asked.gold else ROOT / "training" / "pages.jsonl"
    pages = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    if asked.gold:
        learned = opinion()
    else:
        from tools.train_opinion import ASIDE, LEARNED, from_clauses, from_pages, table_of

        learned = linear(table_of([*from_pages(LEARNED), *from_clauses()]))
        pages = [page for page in pages if page["set"] in ASIDE]
    if asked.only:
        pages = [page for page in pages if page["page"].startswith(tuple(asked.only))]
    with tempfile.TemporaryDirectory() as folder:
        gold, out = Path(folder) / "gold.jsonl", Path(folder) / "found.jsonl"
        gold.write_text("".join(json.dumps(page) + "\n" for page in pages), encoding="utf-8")
        out.write_text("".join(json.dumps(found(page, learned)) + "\n" for page in pages), encoding="utf-8")
        subprocess.run([sys.executable, str(scorer), folder, str(out)], check=True)


if __name__ == "__main__":
    main()
