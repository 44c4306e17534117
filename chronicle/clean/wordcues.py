"""The cue words of data/wordcues.toml as parallel tuples, for one multi-pattern search over a page."""

import tomllib
from importlib import resources

_WORDS: dict[str, list[str]] = tomllib.loads(
    resources.files("chronicle.clean").joinpath("data/wordcues.toml").read_text("utf-8")
)
GROUPS = tuple(_WORDS)
"""Names of the groups, in the order of the features."""

PATTERNS = tuple(word for words in _WORDS.values() for word in words)
PATTERN_GROUPS = tuple(number for number, words in enumerate(_WORDS.values()) for _ in words)
"""For each pattern the number of its group."""
