"""Whether a page concerns innovation at all, so that a race report with a hundred numbers stays silent.

Words of innovation are weighed against words of other subjects (``data/relevance.toml``). Distinct words count, not how
often they stand there, and the headline counts twice: one subject said often is no more certain.
"""

from chronicle.extract.lexicon import lexicon

LEAST_DISTINCT = 2.0  # distinct words of innovation, headline words twice
LONG_TEXT = 4000  # code points; only the opening decides, so that a long page costs no more


def concerns_innovation(title: str, text: str) -> bool:
    """Whether the page is about innovation: enough distinct core words, and more than those of other subjects."""
    words = lexicon("relevance")
    core: dict[str, float] = {}
    elsewhere: dict[str, float] = {}
    for part, weight in ((title, 2.0), (text[:LONG_TEXT], 1.0)):
        for hit in words.find(part).items:
            seen = core if hit.concept == "core" else elsewhere
            seen[hit.cue] = max(seen.get(hit.cue, 0.0), weight)
    return sum(core.values()) >= LEAST_DISTINCT and sum(core.values()) > sum(elsewhere.values())
