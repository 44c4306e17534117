"""Plain-text dumps of pages: lines instead of elements. Where the article begins and ends, which lines are its own."""

import re
from itertools import pairwise

from chronicle.clean.cues import closes_article, ends_article, is_furniture
from chronicle.clean.page import Block

SENTENCE_CHARS = 60  # a line this long, or a shorter one that ends like a sentence, is running text
SHORT_SENTENCE_CHARS = 30
PARAGRAPH_CHARS = 200  # a line this long is no headline, however it ends
CJK_WEIGHT = 3  # one Chinese character says about as much as three Latin letters
WRAP_SPREAD = 16  # lines wrapped at a fixed width end within this many characters of it
WRAP_WIDTHS = range(40, 101)
NEARLY = 0.4  # a stretch with this share of the largest one's text is part of the article
MAX_GAP = 6  # short lines between two running ones that may be headings or list items of the article
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SENTENCE_END = re.compile(r"[.!?。！？…][\"'”’)）\]】]*\Z")


def lines_of(text: str) -> tuple[Block, ...]:
    """The lines of a dump as Blocks; paragraphs that were wrapped at a fixed width are one line again."""
    raw = [" ".join(line.split()) for line in text.splitlines()]
    paragraphs: list[tuple[str, int]] = []
    group: list[tuple[str, int]] = []
    for number, line in enumerate([*raw, ""]):
        if line:
            group.append((line, number))
            continue
        paragraphs.extend(_unwrapped(group))
        group = []
    return tuple(Block(text, line=number) for text, number in paragraphs)


def main_lines(lines: tuple[Block, ...]) -> tuple[int, ...]:
    """Indices of the lines that are the article's text.

    Lines that end an article cut the dump into stretches; the article is the stretch with most running text, with
    those before it that hold nearly as much. A line that stands below articles only, such as an end mark, ends the
    first stretch that holds nearly as much as the largest.
    """
    running = [_is_running(line.text) and not is_furniture(line.text) for line in lines]
    stretches: list[list[int]] = [[]]
    cuts: list[int] = []
    for index, line in enumerate(lines):
        if ends_article(line.text):
            stretches.append([])
            cuts.append(index)
        else:
            stretches[-1].append(index)
    sizes = [sum(weight(lines[i].text) for i in stretch if running[i]) for stretch in stretches]
    largest = max(range(len(sizes)), key=lambda k: (sizes[k], -k))
    chosen = [k for k in range(largest + 1) if sizes[k] >= NEARLY * sizes[largest]]
    for at, (one, following) in enumerate(pairwise(chosen), start=1):
        if any(closes_article(lines[cut].text) for cut in cuts[one:following]):
            chosen = chosen[:at]
            break
    return tuple(i for k in chosen for i in _body(stretches[k], lines, running))


def _body(stretch: list[int], lines: tuple[Block, ...], running: list[bool]) -> list[int]:
    """From the first sentence on, the running lines and the few short ones between them."""
    kept: list[int] = []
    gap: list[int] = []
    for index in stretch:
        text = lines[index].text
        if running[index] and (kept or _ends_sentence(text) or weight(text) >= PARAGRAPH_CHARS):
            if len(gap) <= MAX_GAP:
                kept.extend(gap)
            kept.append(index)
            gap = []
        elif kept and not is_furniture(text):
            gap.append(index)
    return kept


def weight(text: str) -> int:
    """Length in Latin-letter equivalents."""
    return len(text) if text.isascii() else len(text) + (CJK_WEIGHT - 1) * len(_CJK.findall(text))


def _is_running(text: str) -> bool:
    size = weight(text)
    ends = _ends_sentence(text)
    return (size >= SHORT_SENTENCE_CHARS and ends) or (
        size >= SENTENCE_CHARS and text.count("|") < 2 and " > " not in text
    )


def _ends_sentence(text: str) -> bool:
    return _SENTENCE_END.search(text) is not None


def _unwrapped(group: list[tuple[str, int]]) -> list[tuple[str, int]]:
    if len(group) < 2:
        return group
    lengths = [len(line) for line, _ in group]
    width = max(lengths)
    wrapped = (
        width in WRAP_WIDTHS
        and lengths[-1] <= width
        and all(length >= width - WRAP_SPREAD for length in lengths[:-1])
        and any(not _SENTENCE_END.search(line) for line, _ in group[:-1])
    )
    return [(" ".join(line for line, _ in group), group[0][1])] if wrapped else group
