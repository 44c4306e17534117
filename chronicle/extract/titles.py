"""A title for a mention: the article's own words, cut to a clause of readable length; nothing is invented."""

import re

LONGEST = 120  # code points
LONGEST_ZH = 40
_OPENER = re.compile(
    r"(?:(?:According to [^,]{1,60}|Data show|It is (?:understood|reported|learned) that|Meanwhile|Moreover|However"
    r"|In order to .{3,260}?(?=, (?:the|a|an) [A-Z])|Also|In addition|Furthermore|And|But|So far|Currently|At present"
    r"|Under the [a-z]+)[, ]\s*)+",
)
_CUT = re.compile(
    r"(?:, (?:which|who|where|whose|while|with|according|as|a|an|the|including|among|in order|so that|and)\b|; |: | \()"
)
_CUT_ZH = re.compile(r"[，；：,;。]")
_END = ' ,;:.!?。，；：！？、-–—"“”'


def title_of(text: str, start: int, end: int, lang: str) -> str:
    """A short sentence from text[start:end]; never empty for a span that has a visible character."""
    words = " ".join(text[start:end].split())
    if lang == "zh":
        return _chinese(words)
    opener = _OPENER.match(words)
    words = (words[opener.end() :] if opener else words) or words
    if len(words) > LONGEST:
        cuts = [match.start() for match in _CUT.finditer(words, 30) if match.start() <= LONGEST]
        words = (
            words[: cuts[-1]] if cuts else words[: words.rfind(" ", 0, LONGEST) if " " in words[:LONGEST] else LONGEST]
        )
    words = words.strip(_END) or words
    return words[:1].upper() + words[1:]


def _chinese(words: str) -> str:
    if len(words) > LONGEST_ZH:
        cuts = [match.start() for match in _CUT_ZH.finditer(words, 6) if match.start() <= LONGEST_ZH]
        words = words[: cuts[-1]] if cuts else words[:LONGEST_ZH]
    return words.strip(_END) or words
