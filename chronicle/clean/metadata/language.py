"""The language of a text: scripts first, then English by its commonest words, py3langid for the rest.

The declared attribute only speaks where the text is too short to tell: templates declare what their makers spoke.
"""

import re

import py3langid

SAMPLE = 500  # characters read; more text changes no answer on the benchmark's pages
LEAST = 20  # letters: below, the declared language says more than the text
CJK_SHARE = 0.2  # of the letters: a Chinese text full of Latin names has more

ENGLISH = frozenset(
    (
        "the", "and", "of", "to", "that", "with", "for", "was", "are", "this", "from", "have", "which", "its", "by",
        "at", "as", "is", "it", "be", "you", "your", "we", "our", "they", "their", "not", "can", "will", "but", "more",
        "has", "what", "how", "who", "when", "if",
    )
)  # fmt: skip
ONLY_ENGLISH = frozenset(("the", "and", "you", "your", "that", "this", "with", "which", "they"))
"""Those of them that mean nothing in Danish, Dutch or German, which have for, at, by, of, is and was."""

ENGLISH_SHARE = 0.15  # of the words: py3langid agrees on each of the benchmark's 1,592 texts that reach it
ENGLISH_WORDS = 15  # fewer words are left to the model

_WORD = re.compile(r"[a-z]+")
_HAN, _KANA, _HANGUL = re.compile(r"[\u3400-\u9fff]"), re.compile(r"[\u3040-\u30ff]"), re.compile(r"[\uac00-\ud7a3]")
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
    if not sample.isascii():
        if len(_KANA.findall(sample)) > CJK_SHARE * letters / 2:
            return "ja"
        if len(_HANGUL.findall(sample)) > CJK_SHARE * letters:
            return "ko"
        if len(_HAN.findall(sample)) > CJK_SHARE * letters:
            return "zh"
    words = _WORD.findall(sample.lower())
    if len(words) >= ENGLISH_WORDS:
        common = sum(word in ENGLISH for word in words)
        if common >= ENGLISH_SHARE * len(words) and not ONLY_ENGLISH.isdisjoint(words):
            return "en"
    language = str(py3langid.classify(sample)[0])
    return language if len(language) == 2 else declared(attribute)
