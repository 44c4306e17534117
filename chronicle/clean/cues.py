"""Words by which a line gives itself away: where articles end, and what is furniture rather than text.

Shared by HTML pages and text dumps. The patterns are data (data/cues.toml); here is how they are asked.
"""

import re
import tomllib
from importlib import resources

MAX_CUE_CHARS = 240  # a longer line is judged by its look, not by a cue in it


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(_CUES[name])})\\Z", re.IGNORECASE)


_CUES: dict[str, list[str]] = tomllib.loads(
    resources.files("chronicle.clean").joinpath("data/cues.toml").read_text("utf-8")
)
_TAIL = _pattern("tail")
_FURNITURE = _pattern("furniture")


def ends_article(line: str) -> bool:
    """True for a line after which an article's page has only furniture."""
    return len(line) <= MAX_CUE_CHARS and _TAIL.match(line) is not None


def is_furniture(line: str) -> bool:
    """True for share buttons, credits, counters, breadcrumbs and the like."""
    return len(line) <= MAX_CUE_CHARS and _FURNITURE.match(line) is not None
