import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.clean.blocks import segment
from chronicle.clean.explain import explain, explained
from chronicle.clean.features import features, head_of
from chronicle.clean.forest import grown, stack
from chronicle.clean.model import score
from chronicle.clean.soup import parse
from tests.unit.clean.pages import PARAGRAPHS, article_page


def test_a_tree_sends_rows_left_at_the_threshold_and_right_above_it() -> None:
    forest = grown(
        names=("a", "b"),
        feature=np.array([1, 0, 0]),
        threshold=np.array([2.0, np.inf, np.inf], dtype=np.float32),
        child=np.array([1, 1, 2]),
        value=np.array([0.0, -1.0, 1.0]),
        roots=np.array([0]),
    )
    rows = stack(forest.names, {"b": np.array([1.0, 2.0, 3.0]), "a": np.zeros(3)})
    assert forest.predict(rows) == pytest.approx([1 / (1 + np.e), 1 / (1 + np.e), np.e / (1 + np.e)])


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 2**32 - 1), st.integers(0, 40))
def test_all_rows_at_once_end_where_each_row_alone_would(seed: int, count: int) -> None:
    chance = np.random.default_rng(seed)
    feature: list[int] = []
    threshold: list[float] = []
    child: list[int] = []
    roots: list[int] = []
    for _ in range(chance.integers(1, 6)):
        roots.append(len(feature))
        for column in (feature, threshold, child):
            column.append(0)
        growing = [(roots[-1], 0)]
        while growing:
            node, depth = growing.pop()
            if depth == 5 or (depth and chance.random() < 0.3):
                feature[node], threshold[node], child[node] = 0, float("inf"), node
                continue
            feature[node], threshold[node], child[node] = (
                int(chance.integers(3)),
                float(chance.integers(4)),
                len(feature),
            )
            for column in (feature, threshold, child):
                column.extend((0, 0))
            growing += [(child[node], depth + 1), (child[node] + 1, depth + 1)]
    value = chance.normal(size=len(feature))
    forest = grown(
        ("a", "b", "c"),
        np.array(feature),
        np.array(threshold, dtype=np.float32),
        np.array(child),
        value,
        np.array(roots),
    )
    rows = chance.integers(0, 5, size=(count, 3)).astype(np.float32)
    expected = []
    for row in rows:
        odds = 0.0
        for node in roots:
            while child[node] != node:
                node = child[node] + (row[feature[node]] > threshold[node])
            odds += value[node]
        expected.append(1 / (1 + np.exp(-odds)))
    assert forest.predict(np.ascontiguousarray(rows.T)) == pytest.approx(np.array(expected))


def test_paragraphs_score_above_menus_and_footers() -> None:
    parsed = parse(article_page())
    page = segment(parsed.root)
    found = dict(zip(page.texts, score(page, head_of((), parsed.meta, parsed.title_tag)).score, strict=True))
    worst = min(found[paragraph] for paragraph in PARAGRAPHS)
    assert worst > 0.5
    assert all(value < worst for text, value in found.items() if text not in PARAGRAPHS)


def test_features_of_a_block_are_finite_and_one_a_block() -> None:
    page = segment(parse("bare text<p>one</p><p>two, two.</p><ul><li><a href=x>x</a></ul>").root)
    columns = features(page, head_of((), (), None), {})
    assert {len(column) for column in columns.values()} == {len(page.texts)}
    assert all(np.isfinite(column).all() for column in columns.values())


def test_article_body_is_read_from_broken_json() -> None:
    head = head_of(('{"@type": "NewsArticle", "articleBody": "One two\\n three", oops',), (("description", "d"),), "t")
    assert (head.title, head.description, head.article_body) == ("t", "d", "One two three")


def test_explain_names_every_block_and_what_became_of_it() -> None:
    views = explain(article_page().encode(), media_type="text/html")
    assert [view.text for view in views if view.kept] == list(PARAGRAPHS)
    assert explained(views).count("\n") == len(views) - 1
    assert explain(b"%PDF-1.4", media_type="text/html") == []
