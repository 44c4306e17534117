"""Whether a page concerns innovation at all, so that a race report with a hundred numbers stays silent.

Words of innovation are weighed against words of other subjects (``data/relevance.toml``). Distinct words count, not how
often they stand there, and the headline counts twice: one subject said often is no more certain.
"""

from dataclasses import dataclass

from chronicle.extract.lexicon import lexicon

CLEARLY = 2.0  # distinct words of innovation, headline words twice
ECONOMY = 3.0  # distinct words of the economy that make one word of innovation enough
TOO_MANY = 3.0  # words of another subject: fewer are scenery on a page about innovation
LONG_TEXT = 4000  # code points; only the opening decides, so that a long page costs no more


@dataclass(frozen=True, slots=True)
class Weight:
    """Distinct words of innovation, of the economy and of other subjects (headline words twice), and the verdict."""

    core: float
    economy: float
    elsewhere: float

    @property
    def about(self) -> bool:
        """Whether the page is about innovation: enough words of it, and more than those of other subjects."""
        enough = self.core >= CLEARLY or (self.core >= 1.0 and self.economy >= ECONOMY)
        return enough and (self.elsewhere < TOO_MANY or self.core > self.elsewhere)


def concerns_innovation(title: str, text: str) -> bool:
    """Whether the page is about innovation."""
    return weigh(title, text).about


def weigh(title: str, text: str) -> Weight:
    """The page's words on the scales."""
    words = lexicon("relevance")
    seen: dict[str, dict[str, float]] = {"core": {}, "economy": {}, "elsewhere": {}}
    for part, weight in ((title, 2.0), (text[:LONG_TEXT], 1.0)):
        for hit in words.find(part).items:
            group = seen[hit.concept]
            group[hit.cue] = max(group.get(hit.cue, 0.0), weight)
    return Weight(*(sum(seen[name].values()) for name in ("core", "economy", "elsewhere")))
