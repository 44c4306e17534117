"""Which blocks of a page are its gold text: alignment of words, so that every block has a label to learn from."""

import collections
import re

WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
RUN = 4  # words in a row that make an accident unlikely
COVERED = 0.5
NEAR = 5  # blocks either side that tell which of two equal blocks is the article's


def words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def covered_share(block: list[str], runs: set[tuple[str, ...]]) -> float:
    """Share of the block's words that stand in a run of RUN words of the gold text."""
    hit = [False] * len(block)
    for at in range(len(block) - RUN + 1):
        if tuple(block[at : at + RUN]) in runs:
            hit[at : at + RUN] = [True] * RUN
    return sum(hit) / len(block)


def labels(texts: list[str], gold: str) -> list[bool]:
    """One label a block: its words stand in the gold text, in context where it is short, and not twice over."""
    gold_words = words(gold)
    runs = {tuple(gold_words[i : i + RUN]) for i in range(len(gold_words) - RUN + 1)}
    padded = " " + " ".join(gold_words) + " "
    lines = {" ".join(words(line)) for line in gold.splitlines()}
    blocks = [words(text) for text in texts]
    found = [len(block) >= RUN and covered_share(block, runs) >= COVERED for block in blocks]
    for index, block in enumerate(blocks):
        if not block or len(block) >= RUN:
            continue
        own = " ".join(block)
        if own in lines:
            found[index] = True
            continue
        before = " ".join(blocks[index - 1][-3:]) if index and found[index - 1] else ""
        after = " ".join(blocks[index + 1][:3]) if index + 1 < len(blocks) and found[index + 1] else ""
        found[index] = bool((before and f" {before} {own} " in padded) or (after and f" {own} {after} " in padded))
    _settle_repeats(blocks, found, padded)
    return found


def _settle_repeats(blocks: list[list[str]], found: list[bool], padded: str) -> None:
    places = collections.defaultdict(list)
    for index, block in enumerate(blocks):
        if found[index]:
            places[" ".join(block)].append(index)
    for own, at in places.items():
        allowed = max(1, padded.count(f" {own} "))
        if len(at) <= allowed:
            continue

        def company(index: int) -> int:
            near = range(max(0, index - NEAR), min(len(blocks), index + NEAR + 1))
            return sum(len(blocks[other]) for other in near if other != index and found[other])

        ranked = sorted(at, key=lambda index: (-company(index), index))
        for index in ranked[allowed:]:
            found[index] = False
