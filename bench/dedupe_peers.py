"""The peers of deduplication, run in their own environment (bench/requirements-dedupe.in): JSON lines on stdout.

python bench/dedupe_peers.py speed|accuracy corpus.parquet
"""

import json
import re
import sys
import time

import polars as pl
from datasketch import MinHash, MinHashLSH

PERMUTATIONS = 128
THRESHOLD = 0.5
WORD = re.compile(r"[\u4e00-\u9fff]|\w+")


def shingles(text: str) -> list[str]:
    words = WORD.findall(text.lower())
    return list({" ".join(words[n : n + 5]) for n in range(max(1, len(words) - 4))})


def datasketch(text: str) -> MinHash:
    sketch = MinHash(num_perm=PERMUTATIONS)
    sketch.update_batch([shingle.encode() for shingle in shingles(text)])
    return sketch


def rensa(text: str) -> list[int]:
    from rensa import RMinHash

    sketch = RMinHash(num_perm=PERMUTATIONS, seed=42)
    sketch.update(shingles(text))
    return sketch.digest()


def speed(texts: list[str]) -> None:
    for name, sign in (("datasketch", datasketch), ("rensa", rensa)):
        began = time.process_time()
        for text in texts:
            sign(text)
        took = time.process_time() - began
        print(json.dumps({"peer": name, "docs_per_second": len(texts) / took}))
    from gaoya.minhash import MinHashStringIndex

    index = MinHashStringIndex(32, THRESHOLD, 64, 2, None, "word", True, (5, 5))
    began = time.process_time()
    index.par_bulk_insert_docs(list(range(len(texts))), texts)
    print(json.dumps({"peer": "gaoya", "docs_per_second": len(texts) / (time.process_time() - began)}))


def accuracy(texts: list[str]) -> None:
    """Near copies by datasketch's LSH, linked as its users do: every text with what the index gives for it."""
    began = time.process_time()
    index, labels = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS), list(range(len(texts)))

    def root(item: int) -> int:
        while labels[item] != item:
            labels[item] = labels[labels[item]]
            item = labels[item]
        return item

    for number, text in enumerate(texts):
        sketch = datasketch(text)
        for other in index.query(sketch):
            one, two = root(number), root(other)
            labels[max(one, two)] = min(one, two)
        index.insert(number, sketch)
    found = [root(number) for number in range(len(texts))]
    print(json.dumps({"peer": "datasketch", "labels": found, "seconds": time.process_time() - began}))


if __name__ == "__main__":
    {"speed": speed, "accuracy": accuracy}[sys.argv[1]](pl.read_parquet(sys.argv[2])["text"].to_list())
