"""No cut inside a name or a quotation."""

import pytest

from chronicle.clean.article import Article
from chronicle.extract import extract


@pytest.mark.parametrize(
    "text",
    [
        "The 13th Asian Technology Transfer and Innovation Cooperation Conference was held in Nanning on June 3.",
        'Wenzhou was selected as a pilot city of the "Science and Technology Innovation Fund" with 65 other cities.',
    ],
)
def test_a_name_stays_whole(text: str) -> None:
    quotes = [mention.quote for mention in extract(Article(text, "Technology news", "2021-06-16", lang="en"))]
    assert quotes
    assert all(name not in quote[:12] for quote in quotes for name in ("Innovation", "Technology Innovation"))
