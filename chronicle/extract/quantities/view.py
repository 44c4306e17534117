"""A text as the rules see it: same length and offsets, but plain marks and digits.

What belongs here: one-to-one character normalisation, so that offsets into the view are offsets into the text.
"""

import re
from dataclasses import dataclass

_PLAIN = {
    **{chr(0xFF01 + i): chr(0x21 + i) for i in range(94)},  # full-width ASCII
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\t", " "),
    **dict.fromkeys("\u2010\u2011\u2212\ufe63", "-"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’ʼ´`", "'"),
}


_ODD = re.compile("[" + re.escape("".join(_PLAIN)) + "]")


@dataclass(frozen=True, slots=True)
class View:
    """``plain`` keeps case, ``low`` is lower case; both are as long as the text."""

    plain: str
    low: str


def view(text: str) -> View:
    """The view of a text."""
    plain = text
    for mark in sorted(set(_ODD.findall(text))):  # a few kinds at most: quicker than one table look-up a character
        plain = plain.replace(mark, _PLAIN[mark])
    low = plain.lower()
    if len(low) != len(plain):  # some capitals lower to two characters
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in plain)
    return View(plain, low)
