"""Headings and table cells between two kept blocks."""

import numpy as np
import pytest

from chronicle.clean.between import between
from chronicle.clean.blocks import Segments, segment
from chronicle.clean.model import Scored
from chronicle.clean.soup import parse

SENTENCE = "The harbour board counted the ships of both piers for the first time since the new quay was opened."


def _kept(page: Segments, doubted: float) -> list[int]:
    scored = Scored(np.full(len(page.texts), doubted), {})
    return between(page, scored, [i for i, text in enumerate(page.texts) if text == SENTENCE])


def _page(inner: str) -> Segments:
    return segment(parse(f"<html><body><article><p>{SENTENCE}</p>{inner}</article></body></html>").root)


@pytest.mark.parametrize("cell", ["<td>{}</td>", "<td><p>{}</p></td>"])
def test_cells_between_kept_cells_stay_wherever_their_text_stands(cell: str) -> None:
    rows = [[SENTENCE, "1,204"], ["North pier", "318"], ["South pier", "886"], [SENTENCE, "2,408"]]
    table = "".join(f"<tr>{''.join(cell.format(text) for text in row)}</tr>" for row in rows)
    page = _page(f"<table><tbody>{table}</tbody></table>")
    assert {page.texts[i] for i in _kept(page, 0.3)} >= {"1,204", "North pier", "318", "South pier", "886"}
    assert {page.texts[i] for i in _kept(page, 0.1)} == {SENTENCE}


@pytest.mark.parametrize("cell", ["<td>{}</td>", "<td><p>{}</p></td>"])
def test_a_table_whose_end_is_kept_is_kept_from_its_start(cell: str) -> None:
    rows = [["Pier", "Ships"], ["North pier", "318"], [SENTENCE, "886"]]
    table = "".join(f"<tr>{''.join(cell.format(text) for text in row)}</tr>" for row in rows)
    page = _page(f"<table><tbody>{table}</tbody></table>")
    assert [page.texts[i] for i in _kept(page, 0.3)] == [SENTENCE, "Pier", "Ships", "North pier", "318", SENTENCE]


def test_one_heading_between_two_paragraphs_stays_and_two_do_not() -> None:
    one = _page(f"<h3>What was counted</h3><p>{SENTENCE}</p>")
    assert len(_kept(one, 0.4)) == 3
    assert len(_kept(one, 0.2)) == 2
    assert len(_kept(_page(f"<h3>What was counted</h3><h3>And what not</h3><p>{SENTENCE}</p>"), 0.4)) == 2
