"""How a written form becomes a key of the gazetteer: without accents, case, dots, apostrophes and hyphens."""

import unicodedata
from functools import lru_cache

PLAIN = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "Ae", "ß": "ss"}
)
"""Letters that Unicode does not take apart."""


@lru_cache(maxsize=1 << 15)
def key(form: str) -> str:
    """The lookup key of a Latin-script form: ``Ürümqi`` and ``Urumqi`` are one, ``Winston-Salem`` is two words."""
    if form.isascii():
        text = form
    else:
        decomposed = unicodedata.normalize("NFKD", form.replace("’", "'").replace("ʼ", "'").translate(PLAIN))
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    text = text.lower().replace(".", "").replace("-", " ").replace(",", "").replace("'", "")
    return text if "  " not in text else " ".join(text.split())
