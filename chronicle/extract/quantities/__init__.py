"""Numbers and quantities of a text (English and Chinese): the one public function ``find``.

What belongs here: choosing the reader for the language. Tables are under ``data/quantities``; ``english`` and
``chinese`` hold the rules.
"""

from chronicle.extract.quantities.chinese import chinese
from chronicle.extract.quantities.english import english
from chronicle.extract.quantities.view import view
from chronicle.extract.records import Quantity


def find(text: str, lang: str) -> list[Quantity]:
    """Every quantity that a text states, in the order of its numbers.

    ``lang`` is an ISO 639-1 code: ``zh`` is read by the Chinese rules, everything else by the English ones. Offsets are
    code points into ``text``. Dates, times, names with numbers, addresses, citations and scores are left out. Never
    raises on any text; the time is linear in its length.
    """
    seen = view(text)
    return chinese(seen) if lang.lower().startswith("zh") else english(seen)
