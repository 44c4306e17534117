"""Every figure of deduplication in one run, CPU seconds, beside its peers. How to run: bench/README-dedupe.md.

python bench/dedupe.py speed|candidates|accuracy|memory [--size N] [--peers PYTHON]
"""

import argparse
import json
import os
import pathlib
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import polars as pl

from bench import dedupe_corpus
from chronicle.dedupe import bands, signatures, stories

PEERS = pathlib.Path(__file__).with_name("dedupe_peers.py")


def cpu(work: Callable[[], Any], repeat: int = 1) -> float:
    """CPU seconds of the quickest of several runs."""
    best = float("inf")
    for _ in range(repeat):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def peers(python: str | None, what: str, corpus: pathlib.Path) -> list[dict[str, Any]]:
    """What the peers' own environment measures, one JSON object a line."""
    if python is None:
        return []
    ran = subprocess.run([python, str(PEERS), what, str(corpus)], check=True, capture_output=True, text=True)
    return [json.loads(line) for line in ran.stdout.splitlines()]


def speed(size: int, python: str | None) -> None:
    """Text to signature, documents a CPU second."""
    frame = dedupe_corpus.corpus(size)
    print(f"chronicle  {size / cpu(lambda: signatures.sign(frame), 5):12,.0f} docs a CPU second")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "corpus.parquet"
        frame.write_parquet(path)
        for found in peers(python, "speed", path):
            print(f"{found['peer']:10} {found['docs_per_second']:12,.0f} docs a CPU second")


def _random_signatures(dice: np.random.Generator, count: int, first: int, like: np.ndarray | None) -> pl.DataFrame:
    sketches = dice.integers(0, 2**32 - 2, (count, signatures.BINS), dtype=np.uint32)
    if like is not None:  # three in ten are copies that share half of their bins with a stored text
        copies = count * 3 // 10
        agree = dice.random((copies, signatures.BINS)) < 0.5
        sketches[:copies][agree] = like[dice.integers(0, len(like), copies)][agree]
    return pl.DataFrame(
        {
            "article_id": np.arange(first, first + count).astype(str),
            "seq": np.arange(first, first + count),
            "site_key": dice.integers(0, 2000, count, dtype=np.uint64),
            "text_key": dice.integers(0, 2**63, count, dtype=np.uint64),
            "words": np.full(count, 300),
            "sketch": pl.Series(sketches, dtype=pl.Array(pl.UInt32, signatures.BINS)),
        }
    )


def candidates(size: int, python: str | None) -> None:
    """10,000 new documents against those stored in memory-mapped segments of at most a million."""
    del python
    dice = np.random.default_rng(1)
    with tempfile.TemporaryDirectory() as folder:
        stored: list[bands.Segment] = []
        like = None
        path = pathlib.Path(folder)
        arrays = {
            "seqs": ((size,), np.int64),
            "sites": ((size,), np.uint64),
            "words": ((size,), np.int64),
            "sketches": ((size, signatures.BINS), np.uint32),
            "known": ((size,), np.uint64),
            "entries": ((bands.BANDS, size), np.uint64),
        }
        mapped = {
            name: np.lib.format.open_memmap(path / f"{name}.npy", mode="w+", dtype=kind, shape=shape)
            for name, (shape, kind) in arrays.items()
        }
        for start in range(0, size, 250_000):
            part = _random_signatures(dice, min(250_000, size - start), start + 1, None)
            rows = slice(start, start + part.height)
            mapped["seqs"][rows], mapped["sites"][rows] = part["seq"], part["site_key"]
            mapped["words"][rows], mapped["known"][rows] = part["words"], part["text_key"]
            mapped["sketches"][rows] = part["sketch"].to_numpy()
            like = part["sketch"].to_numpy()
        mapped["known"].sort()
        print(f"index {size:,} signatures: {cpu(lambda: bands.fill(mapped['sketches'], mapped['entries'])):.1f} CPU s")
        stored = [bands.Segment(**{name: np.load(path / f"{name}.npy", mmap_mode="r") for name in arrays})]
        new = _random_signatures(dice, 10_000, size + 1, like)
        took = cpu(lambda: bands.candidates(bands.segment(new, stored), stored), 5)
        found = bands.candidates(bands.segment(new, stored), stored).height
        print(f"10,000 new x {size:,} stored: {took:.3f} CPU s, {found:,} pairs (3,000 planted)")


def accuracy(size: int, python: str | None) -> None:
    """Stories of the synthetic corpus: adjusted Rand index, precision and recall of pairs, the largest story."""
    frame = dedupe_corpus.corpus(size)
    found: list[pl.DataFrame] = []
    took = cpu(lambda: found.append(stories.assign(frame, signatures.sign(frame))))
    told = frame.join(found[0], on="article_id")
    print(f"chronicle  {_agreement(told['story'], told['story_id'])}  {took:.0f} CPU s")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "corpus.parquet"
        frame.write_parquet(path)
        for peer in peers(python, "accuracy", path):
            agreement = _agreement(frame["story"], pl.Series(peer["labels"]))
            print(f"{peer['peer']:10} {agreement}  {peer['seconds']:.0f} CPU s")


def _agreement(truth: pl.Series, found: pl.Series) -> str:
    """Adjusted Rand index (Hubert & Arabie 1985) and what it is made of."""
    both = pl.DataFrame({"truth": truth, "found": found})

    def pairs(*columns: str) -> float:
        sizes = both.group_by(columns).len()["len"].cast(pl.Float64)
        return float((sizes * (sizes - 1) / 2).sum())

    hit, true, said, every = pairs("truth", "found"), pairs("truth"), pairs("found"), len(truth) * (len(truth) - 1) / 2
    chance = true * said / every
    index = (hit - chance) / ((true + said) / 2 - chance)
    largest, true_largest = (both.group_by(name).len()["len"].max() for name in ("found", "truth"))
    return (
        f"ARI {index:.4f}  precision {hit / said:.4f}  recall {hit / true:.4f}  largest {largest} (true {true_largest})"
    )


def memory(size: int, python: str | None) -> None:
    """Peak memory of signing and assigning a corpus read from Parquet, night by night."""
    del python
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "corpus.parquet"
        child = os.fork()
        if child == 0:  # the generator's own memory is not the point
            parts = [dedupe_corpus.corpus(100_000, seed) for seed in range(-(-size // 100_000))]
            every = pl.concat(
                part.with_columns(
                    article_id=pl.lit(f"{n}-") + pl.col("article_id"), seq=pl.col("seq") + n * 100_000
                ).drop("story", "kind")
                for n, part in enumerate(parts)
            )
            every.head(size).write_parquet(path, row_group_size=50_000)
            os._exit(0)
        os.waitpid(child, 0)
        began = time.process_time()
        signed = pl.concat(
            signatures.sign(pl.scan_parquet(path).slice(start, 50_000).collect()) for start in range(0, size, 50_000)
        )
        print(f"signed {size:,}: {time.process_time() - began:.0f} CPU s, peak {_peak():.2f} GB")
        articles = pl.scan_parquet(path)
        links: list[pl.DataFrame] = []
        stored: list[bands.Segment] = []
        for start in range(0, size, 100_000):
            night = signed.slice(start, 100_000)
            links.append(stories.link(night, stored, signed, articles))
            stored.append(bands.segment(night, stored))
            print(
                f"{start + night.height:,} linked: {time.process_time() - began:.0f} CPU s, peak {_peak():.2f} GB",
                flush=True,
            )
        print(f"linked: {time.process_time() - began:.0f} CPU s, peak {_peak():.2f} GB")
        kept = articles.select("article_id", "seq", "published", "captured_at").collect()
        found = stories.assign(kept, signed, pl.concat(links))
        print(
            f"{found['story_id'].n_unique():,} stories: {time.process_time() - began:.0f} CPU s, peak {_peak():.2f} GB"
        )


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    measures = {"speed": speed, "candidates": candidates, "accuracy": accuracy, "memory": memory}
    arguments.add_argument("what", choices=measures)
    arguments.add_argument("--size", type=int, default=20_000)
    arguments.add_argument("--peers", metavar="PYTHON", help="the interpreter of the peers' environment")
    asked = arguments.parse_args()
    measures[asked.what](asked.size, asked.peers)


if __name__ == "__main__":
    main()
