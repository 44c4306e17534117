"""The date lexicon: every form of time as one code character, and the value it has in each class.

What belongs here: reading ``data/dates_lexicon.toml`` and giving codes. Tokens are cut in ``tokens``.
"""

import tomllib
from dataclasses import dataclass, field
from importlib.resources import files

Value = int | str

UNKNOWN, NEWLINE = "\u00b7", "\n"
_FIRST_CODE = 0xE000  # the private use area: never in a pattern by accident

# Classes that tokens get from their shape, not from the lexicon (see ``tokens``).
SHAPES: dict[str, str] = {
    # Any number. Digits: a 1-12, b 13-31, c other below 100, d other, y a year, f a decimal; words: A, B, D.
    "num": "abcdyfABD",
    "small": "abcAB",
    "dom": "abop",  # a day of the month: 3, 21, 3rd, third, twenty-first
    "dig": "ab",
    "mon": "aA",  # the number of a month
    "year": "y",
    "two": "abc",  # two digits, as in 2012-13
    "ord": "opq",
    "fulldate": "N",
    "yearmonth": "h",
    "clock": "t",
    "ampm": "m",
    "decade": "S",
    "fycode": "F",
    "quartercode": "Q",
    "halfcode": "H",
    ",": ",",
    ".": ".",
    "-": "-",
    "~": "-",
    "/": "/",
    "'": "'",
    '"': '"',
    "(": "(",
    ")": ")",
    ":": ":",
}
_UNCAPTURED = frozenset(",.-~/'\"():")


@dataclass(slots=True)
class Lexicon:
    """Forms and their codes; grows only while rules are compiled."""

    classes: dict[str, dict[str, Value]]
    codes: dict[str, str] = field(default_factory=dict)

    def code(self, form: str) -> str:
        """The code character of a form, given on first use."""
        if form not in self.codes:
            self.codes[form] = chr(_FIRST_CODE + len(self.codes))
        return self.codes[form]

    def is_class(self, name: str) -> bool:
        """Whether a pattern item names a class whose token a reading may ask for."""
        return (name in SHAPES and name not in _UNCAPTURED) or name in self.classes

    def codes_of(self, name: str) -> str:
        """The codes of a class, or of a plain word."""
        if name in SHAPES:
            return SHAPES[name]
        if name in self.classes:
            return "".join(self.code(form) for form in self.classes[name])
        return self.code(name)

    def value(self, name: str, form: str) -> Value:
        """What a form means in a class."""
        return self.classes[name][form]


def load() -> Lexicon:
    """The lexicon as committed."""
    text = files("chronicle.extract").joinpath("data/dates_lexicon.toml").read_text(encoding="utf-8")
    lexicon = Lexicon(tomllib.loads(text))
    for name, forms in lexicon.classes.items():
        for form in forms if name != "not_before" else ():
            lexicon.code(form)
    return lexicon
