import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.dedupe.cluster import components, contract


def cluster(items: int, pairs: list[tuple[int, int, int]]) -> list[int]:
    table = np.array(pairs, dtype=np.int64).reshape(-1, 3)
    return contract(items, table[:, 0], table[:, 1], table[:, 2]).tolist()


def test_joined_pairs_chain_where_nothing_speaks_against() -> None:
    assert cluster(5, [(0, 1, 10), (1, 2, 10), (3, 4, 5)]) == [0, 0, 0, 3, 3]


def test_one_mistaken_pair_does_not_chain_two_groups() -> None:
    inside = [(a, b, 10) for a, b in itertools.combinations(range(3), 2)]
    inside += [(a + 3, b + 3, 10) for a, b in itertools.combinations(range(3), 2)]
    apart = [(a, b, -5) for a in range(3) for b in range(3, 6) if (a, b) != (2, 3)]
    assert cluster(6, [*inside, *apart, (2, 3, 9)]) == [0, 0, 0, 3, 3, 3]


def test_a_pair_kept_apart_stays_apart_through_a_third() -> None:
    assert cluster(3, [(0, 1, 8), (1, 2, 9), (0, 2, -1_000_000)]) == [0, 1, 1]


def test_weights_of_one_pair_add_up() -> None:
    assert cluster(2, [(0, 1, 5), (1, 0, -3)]) == [0, 0]
    assert cluster(2, [(0, 1, 5), (1, 0, -6)]) == [0, 1]


def test_nothing_to_join() -> None:
    assert cluster(3, []) == [0, 1, 2]
    assert cluster(0, []) == []


PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(-20, 20)), max_size=40)


@settings(deadline=None, max_examples=150)
@given(PAIRS, st.randoms(use_true_random=False))
def test_neither_the_order_of_pairs_nor_their_direction_matters(
    pairs: list[tuple[int, int, int]], dice: object
) -> None:
    other = [(b, a, weight) for a, b, weight in pairs]
    dice.shuffle(other)  # type: ignore[attr-defined]
    assert cluster(10, pairs) == cluster(10, other)


@settings(deadline=None, max_examples=100)
@given(PAIRS)
def test_clusters_are_named_by_their_oldest_and_lie_within_components(pairs: list[tuple[int, int, int]]) -> None:
    labels = cluster(10, pairs)
    totals: dict[tuple[int, int], int] = {}
    for a, b, weight in pairs:
        totals[min(a, b), max(a, b)] = totals.get((min(a, b), max(a, b)), 0) + weight
    joins = [pair for pair, weight in totals.items() if weight > 0 and pair[0] != pair[1]]
    table = np.array(joins, dtype=np.int64).reshape(-1, 2)
    whole = components(10, table[:, 0], table[:, 1]).tolist()
    for item, label in enumerate(labels):
        assert label <= item
        assert labels[label] == label
        assert whole[item] == whole[label]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=40))
def test_components_are_those_of_a_plain_search(pairs: list[tuple[int, int]]) -> None:
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    groups = [{n} for n in range(30)]
    for a, b in pairs:
        one, other = next(g for g in groups if a in g), next(g for g in groups if b in g)
        if one is not other:
            one |= other
            groups.remove(other)
    expected = {item: min(group) for group in groups for item in group}
    assert components(30, table[:, 0], table[:, 1]).tolist() == [expected[n] for n in range(30)]
