"""Train the block model of chronicle.clean and report it on hosts that no training page came from.

    CHRONICLE_SHARED=../shared python bench/train_blocks.py [--report-only]

Reads the labelled pages under CHRONICLE_SHARED/eval/articles, labels their blocks by alignment with the gold text, fits
two LightGBM forests (seeded), reports five-fold figures split by host, and writes chronicle/clean/data/blocks.npz,
fitted on all hosts. Needs bench/requirements-clean.in.
"""

import argparse
import collections
import hashlib
import json
import lzma
import math
import os
import pathlib
import sys
from dataclasses import dataclass

import lightgbm
import numpy as np
from block_labels import labels
from block_score import f1

from chronicle.clean import model
from chronicle.clean.blocks import Segments, segment, words_of
from chronicle.clean.context import second_look
from chronicle.clean.features import Head, features, head_of
from chronicle.clean.forest import restored, stack
from chronicle.clean.select import selected
from chronicle.clean.soup import TooDeep, parse

SHARED = pathlib.Path(os.environ.get("CHRONICLE_SHARED", "../shared"))
SETS = ("news2023", "wcxb_articles")
FOLDS = 5
SEED = 7
LEVELS_OF_MARKS = 4  # a class word speaks for blocks up to this many levels below it
MIN_HOSTS = 5  # a class word seen on fewer hosts is not learned
TRUSTED = 0.6  # pages whose gold text the first model contradicts more than this are cut or wrong: not trained on
FIRST = {
    "objective": "binary",
    "learning_rate": 0.08,
    "num_leaves": 31,
    "max_depth": 6,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "max_bin": 127,
}
FIRST_ROUNDS = 160
TRUST = FIRST | {"learning_rate": 0.2}
TRUST_ROUNDS = 40  # enough to see which pages contradict all others
SECOND = FIRST | {"learning_rate": 0.06, "num_leaves": 16, "max_depth": 5, "min_data_in_leaf": 100, "lambda_l2": 10,
                  "feature_fraction": 0.4}  # fmt: skip
SECOND_ROUNDS = 120
COMMON = {"verbose": -1, "num_threads": 1, "seed": SEED, "deterministic": True, "force_row_wise": True}


@dataclass
class Example:
    """One labelled page."""

    set: str
    host: str
    gold: str
    page: Segments
    head: Head
    labels: np.ndarray
    columns: dict

    @property
    def fold(self):
        return int(hashlib.sha256(self.host.encode()).hexdigest(), 16) % FOLDS


def examples():
    for name in SETS:
        path = SHARED / "eval/articles" / f"{name}.jsonl.xz"
        if not path.exists():
            sys.exit(
                f"There are no labelled pages at {path}; set CHRONICLE_SHARED to the folder that holds eval/articles."
            )
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                try:
                    parsed = parse(row["html"])
                except TooDeep:
                    continue
                page = segment(parsed.root)
                page.elements.clear()
                if page.texts:
                    head = head_of(parsed.json_ld, parsed.meta, parsed.title_tag)
                    yield Example(
                        name, row["host"], row["text"], page, head, np.array(labels(page.texts, row["text"])), {}
                    )


class Lexicon:
    """Log odds of class words, each host counted once; a host's own pages can be left out."""

    def __init__(self, pages):
        self.by_host = collections.defaultdict(lambda: collections.defaultdict(lambda: [0.0, 0.0]))
        for page in pages:
            inside = collections.defaultdict(lambda: [0.0, 0.0])
            for block, node in enumerate(page.page.nodes):
                found, at = set(), node
                for _ in range(LEVELS_OF_MARKS):
                    if at < 0:
                        break
                    found.update(words_of(page.page.marks[at]))
                    at = page.page.parents[at]
                for word in found:
                    inside[word][0 if page.labels[block] else 1] += min(len(page.page.texts[block]), 300)
            for word, (good, bad) in inside.items():
                self.by_host[page.host][word][0] += good / (good + bad)
                self.by_host[page.host][word][1] += bad / (good + bad)
        self.total = collections.defaultdict(lambda: [0.0, 0.0, 0])
        for found in self.by_host.values():
            for word, (good, bad) in found.items():
                for at, value in enumerate((good, bad, 1)):
                    self.total[word][at] += value
        self.odds = {word: log_odds(good, bad) for word, (good, bad, hosts) in self.total.items() if hosts >= MIN_HOSTS}

    def without(self, host):
        odds = dict(self.odds)
        for word, (good, bad) in self.by_host[host].items():
            if word in odds:
                all_good, all_bad, hosts = self.total[word]
                if hosts - 1 < MIN_HOSTS:
                    del odds[word]
                else:
                    odds[word] = log_odds(all_good - good, all_bad - bad)
        return odds


def log_odds(good, bad):
    return math.log((good + 0.5) / (bad + 1.0)) + 0.7


def weights_of(example):
    """A block weighs as its share of the page's text, as the measure counts it; the page's title weighs nothing."""
    chars = example.columns["chars"]
    gold = max(float(chars[example.labels].sum()), 500.0)
    weight = np.minimum(chars, 400) / gold * 1000 + 0.3
    return np.where(example.columns["in_title"] >= 0.95, 0.0, weight)


def fit(parameters, rounds, names, pages, columns_of, chosen):
    rows = np.vstack([stack(names, columns_of(p)).T[chosen(p)] for p in pages])
    target = np.concatenate([p.labels[chosen(p)] for p in pages])
    weight = np.concatenate([weights_of(p)[chosen(p)] for p in pages])
    return lightgbm.train(parameters | COMMON, lightgbm.Dataset(rows, target, weight=weight), rounds)


def arrays_of(booster, names, prefix):
    """The booster's trees as the arrays chronicle.clean.forest reads."""
    feature, threshold, child, value, roots = [], [], [], [], []
    for tree in booster.dump_model()["tree_info"]:
        roots.append(len(feature))
        queue = [(tree["tree_structure"], len(feature))]
        for column in (feature, threshold, child, value):
            column.append(0)
        while queue:
            node, at = queue.pop(0)
            if "leaf_value" in node:
                feature[at], threshold[at], child[at], value[at] = 0, np.inf, at, node["leaf_value"]
                continue
            limit = np.float32(node["threshold"])
            if float(limit) > node["threshold"]:  # so that a float32 row falls on the side LightGBM's float64 does
                limit = np.nextafter(limit, np.float32(-np.inf))
            left = len(feature)
            feature[at], threshold[at], child[at] = node["split_feature"], limit, left
            for column in (feature, threshold, child, value):
                column.extend((0, 0))
            queue += [(node["left_child"], left), (node["right_child"], left + 1)]
    return {
        f"{prefix}_names": np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
        f"{prefix}_feature": np.array(feature, dtype=np.int16),
        f"{prefix}_threshold": np.array(threshold, dtype=np.float32),
        f"{prefix}_child": np.array(child, dtype=np.int32),
        f"{prefix}_value": np.array(value, dtype=np.float64),
        f"{prefix}_roots": np.array(roots, dtype=np.int32),
    }


def checked(booster, names, prefix, rows):
    """The arrays, after a check that they predict what LightGBM does."""
    arrays = arrays_of(booster, names, prefix)
    worst = float(np.abs(restored(prefix, arrays).predict(np.ascontiguousarray(rows.T)) - booster.predict(rows)).max())
    print(f"{prefix}: {len(arrays[f'{prefix}_roots'])} trees, off by at most {worst:.1e}")
    if worst > 1e-9:
        sys.exit("The arrays do not predict what LightGBM predicts.")
    return arrays


def everything(page):
    return np.ones(len(page.labels), dtype=bool)


def kept_share(page, scores):
    text = "\n".join(text for text, score in zip(page.page.texts, scores, strict=True) if score > 0.5)
    return f1([(page.gold, text)])[0]


def main():
    args = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    args.add_argument("--report-only", action="store_true")
    report_only = args.parse_args().report_only
    pages = list(examples())
    lexicon = Lexicon(pages)
    for page in pages:
        page.columns = features(page.page, page.head, lexicon.without(page.host))
    first_names = tuple(pages[0].columns)
    plain = {id(p): p.columns for p in pages}
    print(f"{len(pages)} pages, {len({p.host for p in pages})} hosts, {sum(len(p.labels) for p in pages)} blocks")

    trusted = {id(p) for p in pages}
    sweeps = (("all pages", TRUST, TRUST_ROUNDS), ("trusted pages", FIRST, FIRST_ROUNDS))
    for sweep, parameters, rounds in sweeps:
        scores = {}
        for fold in range(FOLDS):
            train = [p for p in pages if p.fold != fold and id(p) in trusted]
            booster = fit(parameters, rounds, first_names, train, lambda p: plain[id(p)], everything)
            for page in (p for p in pages if p.fold == fold):
                scores[id(page)] = booster.predict(stack(first_names, page.columns).T)
        print("first look,", sweep, {s: [round(x, 4) for x in figures(pages, s, scores)] for s in SETS})
        trusted = {id(p) for p in pages if kept_share(p, scores[id(p)]) >= TRUSTED}

    around = {id(p): second_look(p.page, scores[id(p)], p.columns["chars"]) for p in pages}
    second_names = (*model.SECOND_COLUMNS, *next(iter(around.values())))

    def both(page):
        return page.columns | around[id(page)]

    def worth(page):
        return around[id(page)]["score"] > model.WORTH_A_SECOND_LOOK

    final = {}
    for fold in range(FOLDS):
        train = [p for p in pages if p.fold != fold and id(p) in trusted]
        booster = fit(SECOND, SECOND_ROUNDS, second_names, train, both, worth)
        for page in (p for p in pages if p.fold == fold):
            rows = stack(second_names, both(page)).T
            final[id(page)] = np.where(worth(page), booster.predict(rows), 0.0)
    print("second look", {s: [round(x, 4) for x in figures(pages, s, final)] for s in SETS})
    ruled = {s: f1([(p.gold, chosen_text(p, final[id(p)])) for p in pages if p.set == s])[1:] for s in SETS}
    print("with rules", {s: [round(x, 4) for x in r] for s, r in ruled.items()})
    if report_only:
        return

    train = [p for p in pages if id(p) in trusted]
    first = fit(FIRST, FIRST_ROUNDS, first_names, train, lambda p: plain[id(p)], everything)
    second = fit(SECOND, SECOND_ROUNDS, second_names, train, both, worth)
    sample = pages[:50]
    arrays = checked(first, first_names, "first", np.vstack([stack(first_names, p.columns).T for p in sample]))
    arrays |= checked(second, second_names, "second", np.vstack([stack(second_names, both(p)).T for p in sample]))
    words = sorted(lexicon.odds)
    arrays["lexicon_words"] = np.frombuffer("\n".join(words).encode(), dtype=np.uint8)
    arrays["lexicon_odds"] = np.array([lexicon.odds[word] for word in words], dtype=np.float32)
    target = pathlib.Path(model.__file__).parent / "data/blocks.npz"
    np.savez_compressed(target, **arrays)
    print(f"{target.name}: {target.stat().st_size:,} bytes")


def figures(pages, name, scores):
    chosen = [p for p in pages if p.set == name]
    texts = ["\n".join(t for t, s in zip(p.page.texts, scores[id(p)], strict=True) if s > 0.5) for p in chosen]
    return f1([(p.gold, text) for p, text in zip(chosen, texts, strict=True)])[1:]


def chosen_text(page, scores):
    kept = selected(page.page, model.Scored(scores, page.columns))
    return "\n".join(page.page.texts[i] for i in kept)


if __name__ == "__main__":
    main()
