"""Programmes, plans and projects that a clause names, as printed ("Xihu Venus Talent Program", 《…行动计划》)."""

import re

_UP = "A-ZÀ-ÖØ-Þ"
_KIND = re.compile(
    r"(?:Programme|Program|Plan|Projects?|Initiative|Scheme|Strategy|Campaign|Action|Measures|Guidelines|Opinions"
    r"|Regulations|Roadmap)(?![\w-])(?! [A-Z])"
)
_NAMED = re.compile(
    rf"(?<![\w-])(?:[{_UP}0-9][\w’'&.-]* (?:(?:of|for|and|the|in|on|to) ){{0,2}}){{1,10}}{_KIND.pattern}"
    rf"(?: (?:for|on|of) (?:the )?[{_UP}][\w’'&-]*(?: (?:(?:and|of|for|the|in) ){{0,2}}[{_UP}][\w’'&-]*){{0,10}})?"
)
_PROGRAMME = r"(?:programme|program|plan|project|initiative|scheme|strategy|campaign|action)"
_QUOTED = re.compile(
    rf"[\"“]([^\"“”\n]{{3,110}})[\"”] ?(?:innovation |pilot |talent )?{_PROGRAMME}\b"
    r"|[\"“]([^\"“”\n]{0,60}(?:Program|Plan|Project|Initiative|Scheme|Strategy|Measures|Opinions)[^\"“”\n]{0,80})[\"”]"
)
_TITLED = re.compile(r"《([^《》\n]{3,60})》")
_QUOTED_ZH = re.compile(r"[“\"]([^“”\"\n]{2,20})[”\"](?=计划|工程|行动|专项)")
_ANY = re.compile(r"program|scheme|initiative|project|plan")
_NAME = r"((?:[A-Z][\w&’'-]*|\d\w*[A-Z]\w*)(?: [A-Z0-9][\w&’'-]*){0,5})"
_KNOWN_AS = re.compile(
    rf"{_NAME}, (?:an?|the) (?:[\w'’-]+ ){{0,4}}(?:programme|program|scheme|initiative)\b"
    rf"|\b(?:programme|program|plan|project|scheme|initiative),? (?:called|named|dubbed|known as|titled) {_NAME}"
)
_OPENER = re.compile(
    r"(?:\d{4} (?:to \d{4} )?the |(?:According to|Under|In|For|On|At|As|With|From|By|This|Its|To|The|A|An|the|to)\s)+"
)


def programmes_in(text: str, start: int, end: int) -> tuple[str, ...]:
    """The programmes named in start..end, sorted, each once."""
    found: set[str] = set()
    named = (_NAMED,) if _KIND.search(text, start, end) else ()
    known = (_KNOWN_AS,) if _ANY.search(text, start, end) else ()
    for pattern in (*named, *known, _QUOTED, _TITLED, _QUOTED_ZH):
        for match in pattern.finditer(text, start, end):
            name = next((group for group in match.groups() if group), match[0])
            opener = _OPENER.match(name)
            name = name[opener.end() :] if opener else name
            if len(name.split()) > 1 or pattern is _KNOWN_AS or not name.isascii():
                found.add(name)
    return tuple(sorted(found))
