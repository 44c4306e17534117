"""Fit the learned opinion on types and statuses: ``python -m tools.train_opinion`` writes opinion.parquet.

    python -m tools.train_opinion            # fit on everything under training/, write the table
    python -m tools.train_opinion --figures  # fit without the pages set aside, print how many of those it reads right

Multinomial logistic regression with an L2 penalty (scikit-learn's lbfgs from zero: the same input gives the same
weights). An event's other right types count a share each. Traits seen fewer than ``LEAST_SEEN`` times are dropped, and
so are weights that round to nothing. The labels are those of ``training/`` (its README says how they were made).
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import polars as pl
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from chronicle.clean.article import Article
from chronicle.extract.events.typed import Typed, tells_rules, type_all
from chronicle.extract.events.unit import Page, unit
from chronicle.extract.learned.linear import BIAS, linear
from chronicle.extract.learned.opinion import revise
from chronicle.extract.learned.traits import traits
from chronicle.extract.reading import found_in, ruled

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "training" / "pages.jsonl"
CLAUSES = ROOT / "training" / "clauses.jsonl"
TARGET = ROOT / "chronicle" / "extract" / "data" / "opinion.parquet"
PENALTY = 0.1  # C of the regression
OTHER_RIGHT_TYPE = 0.5  # weight of an example under a type that is right too
LEAST_SEEN = 3
LEAST_WEIGHT = 0.01
LEARNED = frozenset({"look"})
ASIDE = frozenset({"held"})


class Example(NamedTuple):
    """One labelled clause: its traits, and what is right."""

    traits: list[str]
    type: str
    also: tuple[str, ...]
    status: str


def matched(typed: Sequence[Typed], labels: list[dict[str, Any]]) -> Iterator[tuple[Typed, dict[str, Any]]]:
    """Each row with the label it matches (half of the shorter stretch, the longest overlap first), each label once."""
    free = list(labels)
    for row in typed:
        start, end = row.unit.start, row.unit.end
        shared = [(min(end, one["end"]) - max(start, one["start"]), one) for one in free]
        fitting = [pair for pair in shared if pair[0] * 2 >= min(end - start, pair[1]["end"] - pair[1]["start"])]
        if fitting:
            label = max(fitting, key=lambda pair: pair[0])[1]
            free.remove(label)
            yield row, label


def examples(page: Page, typed: list[Typed], labels: list[dict[str, Any]]) -> Iterator[Example]:
    """The rows that match a label."""
    rules_page = tells_rules([row.unit for row in typed])
    for row, label in matched(typed, labels):
        named = traits(page, typed, typed.index(row), rules_page).names()
        yield Example(named, label["type"], tuple(label["also_types"]), label["status"])


def labelled_pages(kept: frozenset[str]) -> Iterator[tuple[Article, list[dict[str, Any]]]]:
    """The labelled pages whose set is among ``kept``, with their events."""
    for line in PAGES.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        if gold["set"] not in kept or not gold["article"]:
            continue
        told = gold["article"]
        lang, url = gold["lang"][:2], gold["url"]
        yield (
            Article(told["body"], told["title"], told["published"], source=told["source"], lang=lang, url=url),
            gold["events"],
        )


def from_pages(kept: frozenset[str]) -> Iterator[Example]:
    """Examples of the labelled pages whose set is among ``kept``."""
    for article, events in labelled_pages(kept):
        first = ruled(article)
        yield from examples(first.page, list(first.typed), events)


def from_clauses() -> Iterator[Example]:
    """Examples of the labelled clauses, each read by itself."""
    for line in CLAUSES.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        if not gold["event"]:
            continue
        text = gold["text"]
        page = found_in(Article(text, "", None, lang=gold["lang"][:2]), text)
        typed = type_all(page, [unit(page, 0, len(text), 0, 0)])
        label = {
            "start": 0,
            "end": len(text),
            "type": gold["type"],
            "also_types": gold["also"],
            "status": gold["status"],
        }
        yield from examples(page, typed, [label])


def fit(rows: list[list[str]], labels: list[str], shares: list[float]) -> pl.DataFrame:
    """A table trait x label of weights; the first row is the bias."""
    seen = Counter(trait for named in rows for trait in named)
    names = sorted(trait for trait, count in seen.items() if count >= LEAST_SEEN)
    column = {name: at for at, name in enumerate(names)}
    at_rows, at_columns = [], []
    for number, named in enumerate(rows):
        known = sorted(column[trait] for trait in named if trait in column)
        at_rows += [number] * len(known)
        at_columns += known
    matrix = csr_matrix((np.ones(len(at_rows)), (at_rows, at_columns)), shape=(len(rows), len(names)))
    model = LogisticRegression(C=PENALTY, max_iter=1000).fit(matrix, labels, sample_weight=shares)
    weights = np.vstack([model.intercept_, model.coef_.T]).round(3)
    weights[np.abs(weights) < LEAST_WEIGHT] = 0.0
    table = pl.DataFrame({"trait": [BIAS, *names]}).hstack(
        pl.DataFrame(weights.astype(np.float32), schema=[str(label) for label in model.classes_])
    )
    return table.filter(pl.any_horizontal(pl.exclude("trait") != 0))


def table_of(rows: list[Example]) -> pl.DataFrame:
    """Both models in one table, bias first, then the traits in order."""
    named, labels, shares = [], [], []
    for row in rows:
        for label, share in ((row.type, 1.0), *((other, OTHER_RIGHT_TYPE) for other in row.also)):
            named.append(row.traits)
            labels.append(label)
            shares.append(share)
    types = fit(named, labels, shares)
    statuses = fit([row.traits for row in rows], [row.status for row in rows], [1.0] * len(rows))
    types = types.rename({name: f"type:{name}" for name in types.columns if name != "trait"})
    statuses = statuses.rename({name: f"status:{name}" for name in statuses.columns if name != "trait"})
    both = types.join(statuses, on="trait", how="full", coalesce=True).fill_null(0.0)
    return both.sort(pl.col("trait") != BIAS, "trait")


def figures(table: pl.DataFrame) -> str:
    """How many events of the pages set aside are rightly typed, and how many have the right status."""
    right = {"type": 0, "status": 0}
    asked = 0
    learned = linear(table)
    for article, events in labelled_pages(ASIDE):
        first = ruled(article)
        for row, label in matched(revise(first.page, first.typed, learned), events):
            asked += 1
            right["type"] += row.typing.type in (label["type"], *label["also_types"])
            right["status"] += row.status == label["status"]
    return f"{asked} events set aside: " + ", ".join(f"{name} {count / asked:.3f}" for name, count in right.items())


def main() -> None:
    """Fit and write; with ``--figures`` fit without what was set aside, and only tell."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--figures", action="store_true", help="leave out the pages set aside, and read those")
    aside = parser.parse_args().figures
    table = table_of([*from_pages(LEARNED if aside else LEARNED | ASIDE), *from_clauses()])
    if aside:
        print(figures(table))
        return
    table.write_parquet(TARGET, compression="zstd", compression_level=19)
    print(f"{table.height} traits, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
