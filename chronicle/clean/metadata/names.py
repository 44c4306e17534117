"""Names as bylines print them: what to strip, what joins several, what is nobody."""

import re

from chronicle.clean.metadata.labels import PIECE, words

MAX_NAME = 120  # characters of the names on one byline, credentials included
MAX_WORDS = 9

_CJK = re.compile(r"[\u3400-\u9fff]")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_ADDRESS = re.compile(r"https?://\S*|www\.\S+|\S+@\S+\.\w+|@\w+")
_LEAD = re.compile(
    r"^(?:(?:written|posted|published|created|contributed|submitted|story|article|text|words|reported|content|posts?)\s+)?"
    r"(?:by|von|por|par|door|kirjoittaja|a cura di)\b[\s:：]*"
    r"(?:(?:our|staff|own)\s)*(?:(?:reporter|correspondent|writer)s?\s)?"
    r"|^(?:文?[/、]?图|图[/、]?文)[\s:：/|丨]+|^(?:staff\s)?(?:authors?|reporters?|writers?|correspondents?|journalists?|写|作者|记者|通讯员|文)[\s:：/|丨]+",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^(?:本报|本网|新华社|见习|特约|首席|全媒体|实习生?|通讯员|记者|作者|编辑|融媒)+[\s　:：]*"
    r"|[\s　]*(?:报道|供稿|撰稿|/文|文/图|摄)$"
)
_CUT = re.compile(
    rf"\s*(?:[|│•⋅»{PIECE}]|//|\s/\s|\s·\s|\s[-–—]\s|\s\((?!\w+\)\s\w)|（|\[|【|;\s*$)"
    r"|,?\s+(?:in|for|from|on|at|about|is\sa|is\san|is\sthe|has|updated|published|posted)(?:\s|$)"
    r"|,\s+(?:[a-z][\w-]*\s){0,3}(?:correspondent|reporter|editor|writer|columnist|journalist)s?\b"
    r"|[,;.]?\s+(?:translated|photos?|photography|images?|illustrat\w+|edited|video|pictures?)(?:\s(?:by\b|[:：])|\s?/)"
    r"|,?\s+(?:staff writer|staff reporter|follow|contributor)\b",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\s*(?:[、，；;&＆]|\band\b|\bund\b|\bet\b|和|与)\s*")
_CJK_SPACES = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
_NOT_WRITING = re.compile(
    r"^(?:reviewed|edited|fact[\s-]?checked|medically|photo|photos|image|translated|editor|updated|posted|published)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:mon|tues?|wed|thurs?|fri|sat|sun)(?:[a-z]*day)?\b[,.]?(?:\s\d|$)", re.IGNORECASE)
_DIGITS = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_EDGE = "□■●◎◆▲★ \t\u3000,;:：|-–—·•*/、，。()（）【】[]\"'" + PIECE


def is_nobody(name: str) -> bool:
    """True for names that say no author is printed: admin, 佚名, Staff …"""
    return name.strip(" .:：()（）").lower() in words("nobody")


def printed(text: str) -> str | None:
    """The author or authors of a byline as printed, without "By", addresses and what follows; None for nobody.

    Chinese names parted by spaces or roles (通讯员 徐军 记者 曾泉) are joined by 、.
    """
    text = _ADDRESS.sub(" ", text).strip(_EDGE)
    name = _LEAD.sub("", _LEAD.sub("", text))
    if _NOT_WRITING.match(name):
        return None
    name = _CUT.split(name, maxsplit=1)[0]
    if _CJK.search(name):
        many = [n for part in _JOIN.split(_CJK_SPACES.sub("、", name)) if (n := _ROLE.sub("", part).strip(_EDGE))]
        name = "、".join(dict.fromkeys(n for n in many if not is_nobody(n)))
    name = " ".join(name.split()).lstrip(_EDGE).rstrip(_EDGE.replace(")", ""))
    if name.endswith(")") and "(" not in name:
        name = name[:-1]
    if not name or len(name) > MAX_NAME or not _LETTER.search(name) or is_nobody(name):
        return None
    return name


def join(many: list[str]) -> str:
    """Several names as one value, in the punctuation of their script."""
    return ("、" if any(_CJK.search(n) for n in many) else ", ").join(dict.fromkeys(many))


def looks_personal(name: str) -> bool:
    """True where a printed string can be one or more names: short, capitalised or Chinese, hardly a digit."""
    if _CJK.search(name):
        return all(len(n) <= 8 for n in name.split("、")) and not _DIGITS.search(name)
    for one in _JOIN.split(name):
        tokens = one.split()
        if not tokens or len(tokens) > MAX_WORDS or _DAY.match(one):
            return False
        capitals = sum(t[0].isupper() for t in tokens if t[0].isalpha())
        if capitals * 2 < len(tokens):
            return False
    return len(_DIGITS.findall(name)) <= 2


def looks_full(name: str) -> bool:
    """True for two to four capitalised words with nothing else: the shape of a person's name without a label."""
    if "/" in name:
        return all(looks_full(one) for one in name.split("/"))
    tokens = name.split(",")[0].split()
    return (
        2 <= len(tokens) <= 4
        and tokens[-1].lower() not in words("things")
        and not _DIGITS.search(name)
        and all(
            t[0].isupper() and t.replace(".", "").replace("-", "").replace("’", "").replace("'", "").isalpha()
            for t in tokens
        )
    )


def look_full(name: str) -> bool:
    """True where every one of several names is full: Anna Berger and Tom Reid."""
    many = [one for one in _JOIN.split(name) if one]
    return looks_full(name) or (len(many) > 1 and all(looks_full(one) for one in many))


def looks_chinese(name: str) -> bool:
    """True for Chinese names in full, one or more: each begins with a common surname and has two to four characters."""
    return all(2 <= len(one) <= 4 and one[0] in words("surname") and _HAN.fullmatch(one) for one in name.split("、"))
