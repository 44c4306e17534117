"""The language of a text: scripts first, then its commonest words, py3langid where those leave a doubt.

The model takes as long to load as thirty pages to clean, and most pages never need it. The declared attribute only
speaks where the text is too short to tell: templates declare what their makers spoke.
"""

import re
import tomllib
from collections import Counter
from functools import cache
from importlib import resources

import py3langid

SAMPLE = 500  # characters read; more text changes no answer on the benchmark's pages
LONG_SAMPLE = 3000  # characters in which words are looked for where fewer tell nothing: lists and captions come first
LEAST = 20  # letters: below, the declared language says more than the text
CJK_SHARE = 0.2  # of the letters: a Chinese text full of Latin names has more
SCRIPT_SHARE = 0.5  # of the letters, for scripts that one language is written in

LEAST_KNOWN, LEAST_DIFFERENT = 4, 4  # words of a language, and different ones: fewer tell nothing
KNOWN_SHARE = 0.07  # of all words; running text has twice as many
MANY = 10  # words of a language that are enough among any number of names
AHEAD = 1.5  # times as many words of the language as of the next

_WORD = re.compile(r"\b[^\W\d_]+\b")  # no parts of B0CXD2L1
_HAN, _KANA, _HANGUL = re.compile(r"[\u3400-\u9fff]"), re.compile(r"[\u3040-\u30ff]"), re.compile(r"[\uac00-\ud7a3]")
_SCRIPTS = {  # modern languages that have a script of their own
    "el": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"),
    "hy": re.compile(r"[\u0530-\u058f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
    "ka": re.compile(r"[\u10a0-\u10ff]"),
}
_DECLARED = re.compile(r"\s*([a-zA-Z]{2})(?:[-_]|\s*$)")


def declared(attribute: str | None) -> str | None:
    """ISO 639-1 of an HTML lang attribute or meta value, or None."""
    match = _DECLARED.match(attribute or "")
    return match[1].lower() if match else None


def identify(text: str, attribute: str | None = None) -> str | None:
    """ISO 639-1 of the text's language; the declared one where the text has too few letters to tell."""
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if letters < LEAST:
        fallback = "zh" if len(_HAN.findall(sample)) > letters / 2 else None
        return declared(attribute) or fallback
    told = _by_script(sample, letters) or _by_words(sample, text[:LONG_SAMPLE])
    if told is not None:
        return told
    language = str(py3langid.classify(sample)[0])
    return language if len(language) == 2 else declared(attribute)


def _by_script(sample: str, letters: int) -> str | None:
    if sample.isascii():
        return None
    if len(_KANA.findall(sample)) > CJK_SHARE * letters / 2:
        return "ja"
    if len(_HANGUL.findall(sample)) > CJK_SHARE * letters:
        return "ko"
    if len(_HAN.findall(sample)) > CJK_SHARE * letters:
        return "zh"
    most = SCRIPT_SHARE * letters
    return next((name for name, script in _SCRIPTS.items() if len(script.findall(sample)) > most), None)


def _by_words(*samples: str) -> str | None:
    """The language whose commonest words fill a sample; None where they are few, or another language's are many too.

    A word that several languages have counts for each a part. A longer sample may end the doubt that a shorter one
    leaves, but not for another language: pages list translations.
    """
    leader = ""
    told, table = _languages()
    for sample in samples:
        words = _WORD.findall(sample.lower())
        known = Counter(word for word in words if word in table)
        hits: dict[str, float] = {"": 0.0, "another": 0.0}
        for word, count in known.items():
            for language in table[word]:
                hits[language] = hits.get(language, 0.0) + count / len(table[word])
        best, runner_up = sorted(hits, key=hits.__getitem__, reverse=True)[:2]
        if leader not in ("", best):
            return None
        leader = best if hits[best] >= 1 else ""
        different = sum(best in table[word] for word in known)
        enough = hits[best] >= min(MANY, max(LEAST_KNOWN, KNOWN_SHARE * len(words))) and different >= LEAST_DIFFERENT
        if enough and hits[best] >= AHEAD * hits[runner_up]:
            return best if best in told else None
    return None


@cache
def _languages() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """The languages that words can tell, and for each word the languages, others too, that have it."""
    text = resources.files("chronicle.clean").joinpath("data/functionwords.toml").read_text("utf-8")
    groups = tomllib.loads(text)
    found: dict[str, dict[str, None]] = {}
    for language, words in (groups["told"] | groups["others"]).items():
        for word in words.split():
            found.setdefault(word, {})[language] = None
    return frozenset(groups["told"]), {word: tuple(languages) for word, languages in found.items()}
