"""What cleaning saw of a page, for a person: every block, its score, and whether it was kept."""

from dataclasses import dataclass

from chronicle.clean.decode import decode
from chronicle.clean.reading import NotReadable, read_page

SHOWN_CHARS = 100


@dataclass(frozen=True, slots=True)
class BlockView:
    """One block: its place in the page, the model's score (None in a text dump) and what became of it."""

    index: int
    kept: bool
    score: float | None
    tag: str
    hints: tuple[str, ...]
    link_chars: int
    text: str


def explain(body: bytes, *, media_type: str, charset: str | None = None, url: str | None = None) -> list[BlockView]:
    """The blocks of a page in reading order; none for what cannot be read as text."""
    decoded = decode(body, charset)
    if decoded.text is None:
        return []
    try:
        reading = read_page(decoded.text, media_type, url, None, decoded.utf8)
    except NotReadable:
        return []
    kept = frozenset(reading.page.main)
    scores = reading.scored.score.tolist() if reading.scored else [None] * len(reading.page.lines)
    return [
        BlockView(index, index in kept, scores[index], block.tag, block.hints, block.link_chars, block.text)
        for index, block in enumerate(reading.page.lines)
    ]


def explained(blocks: list[BlockView]) -> str:
    """The blocks as lines for a terminal: a mark for the kept ones, score, element, class words, first words."""
    lines = []
    for block in blocks:
        score = "    " if block.score is None else f"{block.score:.2f}"
        hints = ".".join(block.hints[:3])
        text = block.text if len(block.text) <= SHOWN_CHARS else block.text[:SHOWN_CHARS] + "…"
        lines.append(f"{'+' if block.kept else '-'} {score} {block.tag:<8.8} {hints:<24.24} {text}")
    return "\n".join(lines)
