"""The text measure of the benchmarks: F1 of 4-word shingles, counted per page and averaged as scrapinghub's does."""

import collections
import re

WORD = re.compile(r"\w+")


def shingles(text, n=4):
    words = WORD.findall(text)
    return (
        collections.Counter(tuple(words[i : i + n]) for i in range(max(1, len(words) - n + 1)))
        if words
        else collections.Counter()
    )


def f1(pairs):
    """(first page's kept share, F1, precision, recall) of (gold, found) pairs."""
    shares = []
    for gold, found in pairs:
        g, f = shingles(gold), shingles(found)
        kept = sum((g & f).values())
        total = sum(g.values()) + sum(f.values()) - kept
        extra, missed = sum(f.values()) - kept, sum(g.values()) - kept
        shares.append((kept / total, extra / total, missed / total) if total else (1.0, 0.0, 0.0))
    kept, extra, missed = (sum(share[i] for share in shares) for i in range(3))
    whole = 2 * kept + extra + missed
    return (
        shares[0][0],
        2 * kept / whole if whole else 0.0,
        kept / (kept + extra) if kept + extra else 0.0,
        kept / (kept + missed) if kept + missed else 0.0,
    )
