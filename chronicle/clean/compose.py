"""Chosen blocks to the article: cells of a table row side by side, lines broken inside a sentence made whole."""

import re
from collections.abc import Sequence

from bs4 import Tag

from chronicle.clean.page import Block

CELLS = ("td", "th")
CELL_CHARS = 80  # a table of longer cells is a layout, not data
CELL_JOIN = " | "
WRAPPED_CHARS = 40  # a shorter line ends where its author wanted it to
_CREDIT = re.compile(
    r"\s*[(（\[【]\s*(?:authors?|editors?|sources?|reporters?|by|责任编辑|责编|编辑|作者|记者|通讯员|来源)"
    r"\s*[:：][^()（）\[\]【】]{1,60}[)）\]】]\s*\Z",
    re.IGNORECASE,
)
_ENDS = tuple(".!?。！？…:：;；\"”’')）】")


def composed(lines: Sequence[Block], kept: Sequence[int]) -> str:
    """The text of the kept lines, one line a paragraph, heading, list item or table row.

    A credit in brackets that ends the last paragraph is dropped.
    """
    out: list[str] = []
    before: Block | None = None
    for index in kept:
        block = lines[index]
        if before is not None and _same_row(before, block):
            out[-1] += CELL_JOIN + block.text
        elif before is not None and _goes_on(before, block):
            out[-1] += " " + block.text
        else:
            out.append(block.text)
        before = block
    if out:
        out[-1] = _CREDIT.sub("", out[-1]) or out[-1]
    return "\n".join(out)


def _same_row(one: Block, other: Block) -> bool:
    if len(one.text) > CELL_CHARS or len(other.text) > CELL_CHARS:
        return False
    first, second = _cell_of(one), _cell_of(other)
    return first is not None and second is not None and first is not second and first.parent is second.parent


def _cell_of(block: Block) -> Tag | None:
    """The table cell a block is, or stands in as a paragraph."""
    if block.element is None or block.tag in CELLS:
        return block.element
    parent = block.element.parent
    return parent if parent is not None and parent.name in CELLS else None


def _goes_on(one: Block, other: Block) -> bool:
    """Whether a ``<br>`` between two lines of one element stands inside a sentence."""
    return (
        one.source is not None
        and one.source is other.source
        and len(one.text) >= WRAPPED_CHARS
        and not one.text.endswith(_ENDS)
        and other.text[0].islower()
    )
