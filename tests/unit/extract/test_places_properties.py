"""What holds for places of any text: no crash, spans inside the text, order, linear time."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.extract import places

WORDS = "Hefei High-tech Zone China 's Texas Pa. 浙江 省 全省 高新区 U.S. - of University ( ) New 镇 É 𠮷 G60 town"
PIECES = st.sampled_from([*WORDS.split(), " ", ", ", "\n", "\x00"])


@settings(deadline=None, max_examples=120)
@given(
    st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join)), st.sampled_from(["en", "zh", "xx"])
)
def test_spans_lie_in_the_text_and_in_order(text: str, lang: str) -> None:
    found = places.find(text, lang, "ningbo")
    assert all(0 <= p.start < p.end <= len(text) for p in found)
    assert [p.start for p in found] == sorted(p.start for p in found)
    assert all(0 <= p.confidence <= 1 for p in found)
    assert found == places.find(text, lang, "ningbo")


def test_time_is_linear() -> None:
    """Ten times the text takes about ten times as long, whatever it is made of."""
    for piece in ("Hefei High-tech Zone of Anhui, ", "Paris ", "High-", "浙江省杭州市高新区", "A", "(" * 8, "New "):
        places.find(piece * 200, "en")
        timings = []
        for size in (8_000, 80_000):
            start = time.process_time()
            places.find((piece * size)[:size], "en")
            timings.append(time.process_time() - start)
        assert timings[1] < 40 * max(timings[0], 0.005), piece
