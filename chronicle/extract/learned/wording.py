"""The words of a clause as a learned model sees them: stems, pairs of neighbours, and the tense of its verbs.

Chinese has no spaces, so its words are pairs of characters. A stem is the word without a common English ending: one
form for ``invest``, ``invested`` and ``investing`` is enough for a model that counts.
"""

import re
from functools import lru_cache

from chronicle.extract.lexicon import Sought, either

_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*|[\u3400-\u9fff]+|\d[\d,.]*|[%$€£¥]")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ied", "ies", "ers", "ed", "es", "er", "ly", "s")
LEAST_STEM = 4  # letters; a shorter stem would join words that have nothing in common

_FINITE = (
    *("shall", "should", "will", "would", "must", "can", "may", "could", "might"),
    *("is", "are", "was", "were", "be", "has", "have", "had", "did"),
)
_MEANT = (
    *("aim", "aims", "aimed", "eligible", "entitled", "estimated", "expect", "expects", "expected", "goal", "going"),
    *("hope", "hopes", "intend", "intends", "need", "needs", "objective", "plan", "plans", "planned", "planning"),
    *("propose", "proposes", "proposed", "seek", "seeks", "strive", "strives", "target", "targets", "want", "wants"),
    *("at", "maximum", "no", "under", "up"),
)
_IRREGULAR = either(
    [
        *("became", "began", "begun", "broke", "brought", "built", "came", "chosen", "drew", "fell", "gave", "given"),
        *("got", "grew", "held", "kept", "laid", "led", "made", "met", "paid", "put", "ran", "rose", "said", "saw"),
        *("sent", "shown", "sold", "spent", "stood", "taken", "told", "took", "went", "won", "wrote"),
    ]
)
_TENSE = re.compile(
    rf"\b(?=(?:{either([*_FINITE, *_MEANT])}|{_IRREGULAR}|[a-z]++(?<=ed))\b)(?:"  # few words begin any: quick to pass
    r"(?P<F>(?:will|shall|going to)\b"
    r"|(?:is|are|was|were|be) (?:[a-z]+ly )?"
    r"(?:to|due to|set to|expected to|scheduled|about to|supposed to|meant to) )"
    r"|(?P<U>would\b)"
    r"|(?P<P>(?:plans?|planned to|planning|aim(?:s|ed)?|intends?|hopes?|strives?|seeks?|wants? to|expects?"
    r"|propose[sd]?|targets?|goal|objective|expected|estimated to)\b)"
    r"|(?P<M>(?:should|must|needs? to)\b)"
    r"|(?P<C>(?:can|may|could|might|eligible|entitled|up to|maximum|at most|no more than)\b)"
    r"|(?P<H>(?:has|have|had)(?: [a-z]+ly| been| already| also| so far){0,3} [a-z]+(?:ed|en|wn|lt|ght|un|ome|ut)\b)"
    r"|(?P<G>(?:is|are|was|were)(?: now| currently| still| also)? [a-z]+ing\b|under (?:way|construction))"
    r"|(?P<W>(?:was|were|had|did)\b)"
    r"|(?P<I>(?:is|are|has|have)\b)"
    rf"|(?P<D>(?!need|speed|seed|feed|indeed|exceed|proceed|succeed)[a-z]{{2,}}ed\b|{_IRREGULAR}\b))"
)
_TENSE_ZH = re.compile(
    r"(?P<F>将|拟|计划|力争|预计|有望|下一步|未来|到20\d\d年|今后|争取|即将)|(?P<M>要|应|必须|需)"
    r"|(?P<C>可|给予|最高|奖励|补助|不超过|享受|按)|(?P<H>已|完成|达到?|实现|累计|共|增长|突破)"
    r"|(?P<G>正在?|目前|现有|进行|推进|施行|开展)"
    r"|(?P<D>了|揭牌|签约|举行|召开|发布|印发|获批?|入选|启动|成立|落户|开工|投产|开幕)"
)
_NOW_WORDS = (
    *("now", "currently", "at present", "so far", "today"),
    *("each year", "every year", "annually", "yearly", "a year"),
)
_NOW_ZH = ("目前", "每年", "现有", "现已")
_NOW = Sought(rf"\b{either(_NOW_WORDS)}\b|{either(_NOW_ZH)}", (*_NOW_WORDS, *_NOW_ZH))


def words(text: str, lang: str) -> list[str]:
    """The stems of ``text``, which is in lower case; every number is ``0``."""
    if lang != "zh":
        return list(map(stem, _WORD.findall(text)))
    found: list[str] = []
    for word in _WORD.findall(text):
        if "\u3400" <= word[0] <= "\u9fff":
            found += [word[at : at + 2] for at in range(len(word) - 1)]
        else:
            found.append(stem(word))
    return found


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """The word without its ending, if enough is left; a number is ``0``."""
    if word[0] in "0123456789":
        return "0"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM:
            return word[: -len(ending)]
    return word


def tenses(text: str, lang: str) -> str:
    """One letter for each word of tense or mood in ``text`` (lower case), in order.

    F future, U would, P intention, M duty, C possibility, H perfect, G progressive, W was, I is, D past.
    """
    pattern = _TENSE_ZH if lang == "zh" else _TENSE
    return "".join([match.lastgroup or "" for match in pattern.finditer(text)])


def now_word(text: str) -> str | None:
    """The first word that says that something holds at present or every year."""
    match = _NOW.search(text)
    return match[0] if match else None
