"""Words by which a line gives itself away: where articles end, and what is furniture rather than text.

Shared by HTML pages and text dumps. The patterns are data (data/cues.toml); here is how they are asked.
"""

import re
import tomllib
from importlib import resources

MAX_CUE_CHARS = 240  # a longer line is judged by its look, not by a cue in it
MAX_SIGN_OFF = 400


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(_CUES[name])})\\Z", re.IGNORECASE)


_CUES: dict[str, list[str]] = tomllib.loads(
    resources.files("chronicle.clean").joinpath("data/cues.toml").read_text("utf-8")
)
_TAIL = re.compile(f"(?:{'|'.join(_CUES['close'] + _CUES['tail'])})\\Z", re.IGNORECASE)
_TAIL_INSIDE = _pattern("tail_inside")
_TAIL_WORDS = tuple(_CUES["tail_words"])  # looking for words is quicker than asking the patterns that hold them
_FURNITURE = _pattern("furniture")
_CLOSE = _pattern("close")
_CAPTION = _pattern("caption")
_CAPTION_WORDS = tuple(_CUES["caption_words"])  # no caption is without one
_SIGN_OFF = re.compile(f"(?:{'|'.join(_CUES['sign_off'])})\\Z")  # names are told by their capitals


def ends_article(line: str) -> bool:
    """True for a line after which an article's page has only furniture."""
    if len(line) > MAX_CUE_CHARS:
        return False
    return _TAIL.match(line) is not None or (_holds(line, _TAIL_WORDS) and _TAIL_INSIDE.match(line) is not None)


def is_furniture(line: str) -> bool:
    """True for share buttons, credits, counters, breadcrumbs and the like."""
    return len(line) <= MAX_CUE_CHARS and (_FURNITURE.match(line) is not None or is_caption(line))


def is_caption(line: str) -> bool:
    """True for the words under a picture, told by the photographer or agency they end in."""
    return len(line) <= MAX_CUE_CHARS and _holds(line, _CAPTION_WORDS) and _CAPTION.match(line) is not None


def closes_article(line: str) -> bool:
    """True for the lines among those that stand right below an article only: an end mark, the heading of comments."""
    return len(line) <= MAX_CUE_CHARS and _CLOSE.match(line) is not None


def signs_off(line: str) -> bool:
    """True for what follows an article's last sentence in the same column: who the author is, where to follow them."""
    return len(line) <= MAX_SIGN_OFF and _SIGN_OFF.match(line) is not None


def _holds(line: str, words: tuple[str, ...]) -> bool:
    lowered = line.lower()
    return any(map(lowered.__contains__, words))
