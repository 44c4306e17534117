import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.clean import textcounts
from chronicle.clean.charclasses import BITS
from chronicle.clean.textcounts import text_counts

TEXTS = st.lists(
    st.text(min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool), min_size=1, max_size=12
)


def counted(texts: list[str]) -> tuple[np.ndarray, ...]:
    counts = text_counts(texts, np.array([len(text) for text in texts]))
    return counts.classes, counts.cues, counts.first, counts.last


def test_characters_are_counted_by_class() -> None:
    classes, *_ = counted(["Ab 12, c.", "新，词"])
    found = [dict(zip(BITS, row, strict=True)) for row in classes.tolist()]
    assert found[0] == {
        "space": 3, "upper": 1, "digit": 2, "cjk": 0, "terminal": 1, "comma": 1, "separator": 0, "symbol": 0
    }  # fmt: skip
    assert (found[1]["cjk"], found[1]["comma"]) == (2, 1)


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_stretches_change_no_count(texts: list[str]) -> None:
    whole = counted(texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(textcounts, "STRETCH", 16)
        for one, other in zip(whole, counted(texts), strict=True):
            assert np.array_equal(one, other)
