import numpy as np
import pytest

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
