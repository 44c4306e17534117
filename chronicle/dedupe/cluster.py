"""Clusters from evidence for and against: pairs with weights, positive to join and negative to keep apart.

Greedy additive edge contraction (Keuper et al. 2015, for the multicut or correlation clustering problem of Bansal,
Blum & Chawla 2004): join the two clusters with most evidence between them, add up what stands between the new cluster
and the others, until no sum is positive. One mistaken pair cannot chain two groups whose other pairs speak against it.
Weights are whole numbers, so sums do not depend on the order of adding.
"""

import heapq

import numpy as np

from chronicle.dedupe.tokens import I64


def components(items: int, left: I64, right: I64) -> I64:
    """The smallest item of each item's connected component."""
    labels = np.arange(items, dtype=np.int64)
    while len(left):
        lower = np.minimum(labels[left], labels[right])
        np.minimum.at(labels, labels[left], lower)
        np.minimum.at(labels, labels[right], lower)
        while True:
            jumped = labels[labels]
            if np.array_equal(jumped, labels):
                break
            labels = jumped
        apart = labels[left] != labels[right]
        left, right = left[apart], right[apart]
    return labels


def contract(items: int, left: I64, right: I64, weights: I64) -> I64:
    """The smallest item of each item's cluster; ``weights[i]`` speaks for (positive) or against joining a pair of
    items.

    A pair may occur more than once: its weights add up. Items are numbered by age, and ties go to the oldest pair.
    """
    joins = weights > 0
    labels = components(items, left[joins], right[joins])
    inside = labels[left] == labels[right]
    disputed = np.zeros(items, dtype=bool)
    disputed[labels[left[inside & ~joins]]] = True
    contested = np.flatnonzero(inside & disputed[labels[left]])
    if not len(contested):
        return labels
    loose = disputed[labels]
    labels[loose] = np.flatnonzero(loose)
    for item, cluster in _contract(left[contested], right[contested], weights[contested]).items():
        labels[item] = cluster
    return labels


def _contract(left: I64, right: I64, weights: I64) -> dict[int, int]:
    """For each item of the pairs, the smallest item of its cluster."""
    between: dict[int, dict[int, int]] = {}
    for a, b, weight in zip(left.tolist(), right.tolist(), weights.tolist(), strict=True):
        if a != b:
            between.setdefault(a, {})[b] = between.setdefault(b, {}).setdefault(a, 0) + weight
            between[b][a] = between[a][b]
    queue = [(-weight, a, b) for a, others in between.items() for b, weight in others.items() if a < b and weight > 0]
    heapq.heapify(queue)
    joined: dict[int, int] = {}
    while queue:
        weight, a, b = heapq.heappop(queue)
        if between.get(a, {}).get(b) != -weight:
            continue  # one of them was joined meanwhile, or the sum changed
        gone = between.pop(b)
        joined[b] = a
        del between[a][b]
        for other, more in gone.items():
            if other == a:
                continue
            total = between[a].get(other, 0) + more
            between[a][other] = between[other][a] = total
            del between[other][b]
            if total > 0:
                heapq.heappush(queue, (-total, min(a, other), max(a, other)))
    return {item: _root(joined, item) for item in (*between, *joined)}


def _root(joined: dict[int, int], item: int) -> int:
    while item in joined:
        item = joined[item]
    return item
