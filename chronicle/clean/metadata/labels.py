"""The words that label metadata on a page, as one table of patterns. The words are data (``data/bylines.toml``); here
they become a grammar: label, separator, value, next label.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

PIECE = "\x1f"  # stands where one inline element of a line ends and the next begins (ASCII unit separator)

_KINDS = ("published", "updated", "source", "issuer", "author", "editor", "other")
MAX_LABEL, MAX_CJK_LABEL = 40, 12  # characters
_ITEM = "informations?|news|articles?|contents?|texts?|manuscripts?|messages?|data|story|report|media|press|website|web"
_ITEM_HAN = "信息|文章|新闻|稿件|消息|内容|资料|原文|本文|图文|文字|文件|报道|网站|素材|作品"
_COMPOSED = re.compile(  # squeezed labels: "the publishing time", 刊载日期, "source of the news"
    r"(?P<updated>(?:last)?(?:updat|modif|chang|edit|revis)\w{0,4}(?:date|time)|(?:最后|最近)?(?:更新|修改|修订)(?:时间|日期|于))"
    r"|(?P<published>(?:the)?(?:pub|publi\w{2,7}|releas\w{1,3}|issu\w{1,5}|post\w{0,3}|add\w{0,4}|upload\w{0,3}|creat\w{1,4}|input)"
    r"\.?(?:date|time|dateandtime|date/time|day)|(?:date|time)of(?:the)?(?:publi|releas|issu|post|upload)\w{0,7}"
    r"|(?:信息|文章|新闻|稿件|内容)?(?:发布|发表|发文|发稿|成文|刊发|刊登|刊载|登载|上传|录入|添加|加入|公开|公布|生成|印发|创建|撰写|提交|发帖|上线)"
    r"(?:时间|日期|于|日))"
    rf"|(?P<source>(?:the)?(?:{_ITEM})(?:source|origin|provenance)s?(?:from)?|(?:source|origin)s?of(?:the)?(?:{_ITEM})"
    r"|(?:the)?(?:releas|publi|issu|post|provid|contribut|submi|report|suppl)\w{0,7}"
    r"(?:unit|organi[sz]ation|agency|department|institution|media|office|body|authority)s?"
    rf"|(?:{_ITEM_HAN})(?:来源|出处|提供)|(?:来源|发布|公开|供稿|提供|制作|编制|报送)(?:单位|机构|部门|机关|媒体|网站|渠道))"
    rf"|(?P<author>(?:the)?(?:{_ITEM})(?:author|writer|editor/author)s?(?:name)?|(?:{_ITEM_HAN})作者"
    r"|(?:本报|本网|本刊|见习|实习|特约|首席|全媒体|融媒体?|通讯|报社|前方|驻站){1,3}(?:记者|通讯员|作者))"
    r"|(?P<other>(?:点击|浏览|阅读|访问|查看|观看|点赞|评论)(?:人?次数?|量|数|率|人数)|(?:number|times|count)of(?:click|view|read|visit|hit|brows)\w{0,4}"
    r"|(?:click|view|read|visit|hit|brows)\w{0,4}(?:times|count|number|volume|rate)s?)"
)
_MARK = re.compile(
    r"(?<!\d)[\s\x1f]*[:：](?!//)[\s\x1f]*|(?<=[文图者源辑])[\s\x1f]*[/|／丨｜][\s\x1f]*"
    r"|(?:(?<=[Tt]ext)|(?<=[Aa]uthor)|(?<=[Rr]eporter)|(?<=[Ee]ditor))\s?/\s?(?=[A-Z])(?!Reporter|Author|Writer|Photo|Editor|Text)"
)
_BRACKETS = "【】[]()（）《》<>|│"
_SPACES = re.compile(r"[\s\x1f_-]+")
_LATIN_TAIL = re.compile(  # one to four words
    r"[^\W\d_\u3040-\u9fff\uac00-\ud7a3][^\s:：|\u3040-\u9fff]*(?:[\s_-]+[^\W\d_\u3040-\u9fff][^\s:：|]*){0,3}$"
)
_WORD_START = re.compile(r"(?:(?<=[\s_-])|^)\S")
_EDGE = " \t\u3000\x1f|│丨/\\·•*—–_,;，；、。【】[]()（）<>《》「」:：~-»›"
_CUT = re.compile(r"\s*(?:[|│丨•»】\]\x1f]|//|(?<=\s)·|·(?=\s)|\s[-–—]\s|\s{2,}|　+)\s*")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One label on a line and what stands after it, up to the next label. Offsets are code points of the line."""

    kind: str
    label: str
    value: str
    start: int
    end: int


@cache
def table() -> dict[str, tuple[str, ...]]:
    """The words of every section of bylines.toml, all languages together, longest first."""
    text = files("chronicle.clean").joinpath("data/bylines.toml").read_text(encoding="utf-8")
    return {
        section: tuple(sorted({w for words in languages.values() for w in words}, key=lambda w: (-len(w), w)))
        for section, languages in tomllib.loads(text).items()
    }


@cache
def words(section: str) -> frozenset[str]:
    """The words of one section as a set."""
    return frozenset(table()[section])


@cache
def _kinds() -> dict[str, str]:
    return {_squeezed(w): kind for kind in reversed(_KINDS) for w in table()[kind]}


@lru_cache(maxsize=4096)
def _kind(squeezed: str) -> str | None:
    """The kind of a label without its spaces: one of the table, or one put together like those (录用日期)."""
    kind = _kinds().get(squeezed)
    if kind is None and len(squeezed) <= MAX_LABEL:
        composed = _COMPOSED.fullmatch(squeezed)
        kind = composed.lastgroup if composed is not None else None
    return kind


def any_of(section: str, least: int = 0) -> str:
    """A pattern for any word of a section, at least so many characters long."""
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in table()[section] if len(w) >= least)


def _squeezed(label: str) -> str:
    return _SPACES.sub("", label.lower())


def kind_of(label: str) -> str | None:
    """The kind of a label that stands alone (``Source``, ``发布时间``), or None."""
    return _kind(_squeezed(label.strip(" :：\u3000")))


def _label_before(line: str, start: int, stop: int) -> tuple[int, str] | None:
    """(offset, kind) of the longest label that ends at ``stop``; Chinese pages pad short ones with spaces (作　者)."""
    start = max(start, *(line.rfind(bracket, start, stop) + 1 for bracket in _BRACKETS))
    tail = line[start:stop].rstrip(" \u3000\x1f")
    match = _LATIN_TAIL.search(tail[-MAX_LABEL:])
    if match is not None:
        base = max(0, len(tail) - MAX_LABEL)
        for word in _WORD_START.finditer(match[0]):
            offset = match.start() + word.start()
            label = match[0][word.start() :].lower()
            kind = _kind(_squeezed(label)) if word.start() == 0 or label not in words("by") else None
            if kind is not None:
                return start + base + offset, kind
        return None
    best = None
    for offset in range(len(tail) - 1, max(-1, len(tail) - MAX_CJK_LABEL - 1), -1):
        if not tail[offset].isspace() and (kind := _kind(_squeezed(tail[offset:]))) is not None:
            best = (start + offset, kind)
    return best


def labelled(line: str) -> list[Labelled]:
    """Every ``label: value`` on the line, in order; a value ends where the next label begins."""
    heads: list[tuple[int, int, str]] = []
    start = 0
    for mark in _MARK.finditer(line):
        label = _label_before(line, start, mark.start())
        if label is not None:
            heads.append((label[0], mark.end(), label[1]))
            start = mark.end()
    if not heads:
        return []
    ends = [h[0] for h in heads[1:]] + [len(line)]
    return [
        Labelled(kind, line[begin:after].strip(" :：\u3000\x1f"), line[after:end], begin, end)
        for (begin, after, kind), end in zip(heads, ends, strict=True)
    ]


def first_piece(value: str) -> str:
    """The value up to the first separator, edges trimmed."""
    return _CUT.split(value.strip(_EDGE), maxsplit=1)[0].strip(_EDGE)


def parts(line: str) -> list[str]:
    """A line without labels, cut at its separators; empty parts left out."""
    return [part for raw in _CUT.split(line) if (part := raw.strip(" \t\u3000\x1f|│丨/·•,;，；"))]
