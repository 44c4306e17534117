"""What the model sees of a block: about a hundred numbers each, computed for a whole page at once.

Nothing here decides. Columns come in five families: the text's characters and cue words, the element and its
ancestors, the containers around it, its place on the page, and its neighbours.
"""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from chronicle.clean.blocks import Segments
from chronicle.clean.charclasses import BITS
from chronicle.clean.elementtree import TAG_IDS, ElementTree
from chronicle.clean.textcounts import text_counts
from chronicle.clean.wordcues import GROUPS

FloatColumn = npt.NDArray[np.float64]
IntColumn = npt.NDArray[np.int64]

SENTENCE_CHARS = 60
CJK_WEIGHT = 3  # letters that say about as much as one Chinese character
CJK_PER_WORD = 2  # most Chinese words have two characters
CAPITALS = 0.03  # share of capitals in European running text
PREFIX_CHARS, PREFIX_LEAST = 40, 20
TITLE_LENGTHS = (0.4, 2.5)  # a block that repeats the title is about as long


@dataclass(frozen=True, slots=True)
class Head:
    """What the page says outside its body."""

    title: str | None
    description: str | None
    article_body: str | None


def head_of(json_ld: tuple[str, ...], meta: tuple[tuple[str, str], ...], title_tag: str | None) -> Head:
    """Title, description and JSON-LD articleBody, from what the parse read."""
    named = dict(reversed(meta))
    body = next((found for script in json_ld if (found := _article_body(script))), None)
    return Head(named.get("og:title") or title_tag, named.get("og:description") or named.get("description"), body)


def _article_body(script: str) -> str | None:
    at = script.find('"articleBody"')
    if at < 0:
        return None
    start = script.find('"', script.find(":", at))
    try:
        value, _ = json.JSONDecoder(strict=False).raw_decode(script, start)
    except (ValueError, IndexError):
        return None
    return " ".join(value.split()) if isinstance(value, str) else None


def features(page: Segments, head: Head, lexicon: Mapping[str, float]) -> dict[str, FloatColumn]:
    """Columns by name, one value a block. ``lexicon`` gives the log odds of class words."""
    nodes = np.array(page.nodes, dtype=np.int64)
    columns: dict[str, FloatColumn] = {}
    columns |= _text_columns(page)
    size, link = columns["chars"], columns["link_chars"]
    sentence = np.where(
        (size >= SENTENCE_CHARS) & (link < 0.33 * size) & (columns["terminal"] + columns["commas"] > 0), size, 0
    )
    columns["sentence"] = sentence
    tree = ElementTree(page)
    columns |= tree.ancestor_columns(nodes)
    columns |= tree.mark_columns(nodes, lexicon)
    columns |= tree.container_columns(nodes, size, link, sentence)
    columns |= _signature_columns(page, size, link, sentence)
    columns |= _head_columns(page, head, size)
    columns |= _place_columns(page, columns)
    columns |= _neighbour_columns(columns)
    return columns


def _text_columns(page: Segments) -> dict[str, FloatColumn]:
    texts = page.texts
    size = np.array([len(text) for text in texts], dtype=np.int64)
    counts = text_counts(texts, size)
    count = {name: counts.classes[:, bit] for bit, name in enumerate(BITS)}
    columns: dict[str, FloatColumn] = {}
    # Chinese is counted as if written in letters, so that what was learned from European text holds for it
    columns["chars"] = size + (CJK_WEIGHT - 1) * count["cjk"]
    words = count["space"] + count["cjk"] / CJK_PER_WORD  # the joining newline counts as the last word's space
    total = np.maximum(columns["chars"], 1)
    raw = np.maximum(size, 1)
    columns["words"] = words
    columns["word_length"] = total / np.maximum(words, 1)
    columns["link_density"] = np.array(page.link_chars, dtype=np.float64) / raw
    columns["link_chars"] = columns["link_density"] * columns["chars"]
    columns["bold_density"] = np.array(page.bold_chars, dtype=np.float64) / raw
    columns["broken"] = np.array(page.broken, dtype=np.float64)
    columns["commas"] = count["comma"]
    columns["terminal"] = count["terminal"]
    for name in ("upper", "digit", "cjk", "symbol"):
        columns[f"{name}_share"] = count[name] / raw
    columns["pipes"] = count["separator"]
    first, last = counts.first, counts.last
    for name in ("upper", "digit", "symbol"):
        columns[f"first_{name}"] = ((first >> BITS.index(name)) & 1).astype(np.float64)
    han = (first >> BITS.index("cjk")) & 1
    columns["first_upper"] = np.maximum(columns["first_upper"], han)
    columns["upper_share"] = columns["upper_share"] + CAPITALS * columns["cjk_share"]
    for name in ("terminal", "symbol", "digit"):
        columns[f"last_{name}"] = ((last >> BITS.index(name)) & 1).astype(np.float64)
    for number, name in enumerate(GROUPS):
        columns[f"cue_{name}"] = counts.cues[:, number]
    return columns


def _signature_columns(
    page: Segments, size: FloatColumn, link: FloatColumn, sentence: FloatColumn
) -> dict[str, FloatColumn]:
    kinds = np.append(page.kinds(), -1).astype(np.int64)
    parents = np.append(np.array(page.parents, dtype=np.int64), -1)
    nodes = np.array(page.nodes, dtype=np.int64)
    signatures = (kinds[nodes] * len(kinds) + kinds[parents[nodes]]).tolist()
    numbers: dict[int, int] = {}
    alike = np.array([numbers.setdefault(signature, len(numbers)) for signature in signatures], dtype=np.int64)
    count = np.bincount(alike)[alike].astype(np.float64)
    chars = np.bincount(alike, weights=size)[alike]
    same_text = Counter(page.texts)
    return {
        "alike_count": np.log1p(count),
        "alike_chars": np.log1p(chars / count),
        "alike_link_density": np.bincount(alike, weights=link)[alike] / np.maximum(chars, 1),
        "alike_sentence": np.bincount(alike, weights=sentence)[alike] / max(float(sentence.sum()), 1.0),
        "same_text": np.array([same_text[text] for text in page.texts], dtype=np.float64),
    }


def _head_columns(page: Segments, head: Head, size: FloatColumn) -> dict[str, FloatColumn]:
    title = " ".join((head.title or "").lower().split())
    description = " ".join((head.description or "").split())
    body = head.article_body or ""
    title_words = frozenset(title.split())
    in_title = np.zeros(len(size))
    least, most = (share * len(title) for share in TITLE_LENGTHS)
    for number in [number for number, text in enumerate(page.texts) if least <= len(text) <= most]:
        lowered = page.texts[number].lower()
        if lowered in title or title in lowered:
            in_title[number] = 1.0
        else:
            words = set(lowered.split())
            shared = len(title_words & words)
            in_title[number] = 0.9 * shared / (len(words) + len(title_words) - shared)
    starts = [text[:PREFIX_CHARS] for text in page.texts]
    in_description = _inside(starts, description)
    in_body = _inside(starts, body) if body else np.full(len(size), -1.0)
    first = np.flatnonzero(in_title >= 0.6)
    anchor = int(first[0]) if len(first) else -1
    after = np.arange(len(size)) - anchor if anchor >= 0 else np.full(len(size), -999)
    return {
        "in_title": in_title, "in_description": in_description, "in_body": in_body,
        "after_title": np.clip(after, -50, 200).astype(np.float64),
    }  # fmt: skip


def _inside(starts: list[str], text: str) -> FloatColumn:
    """Which beginnings, unless too short to tell, stand in the text."""
    if not text:
        return np.zeros(len(starts))
    return np.array([len(start) >= PREFIX_LEAST and start in text for start in starts], dtype=np.float64)


def _place_columns(page: Segments, columns: Mapping[str, FloatColumn]) -> dict[str, FloatColumn]:
    count = len(page.texts)
    index = np.arange(count, dtype=np.float64)
    size, sentence = columns["chars"], columns["sentence"]
    before = np.cumsum(size) - size
    sentence_before = np.cumsum(sentence) - sentence
    tag = columns["tag"]
    heading = (tag >= TAG_IDS["h1"]) & (tag <= TAG_IDS["h4"])
    last_heading = np.maximum.accumulate(np.where(heading, index, -1))
    ending = (columns["cue_related"] + columns["cue_comment"] + columns["cue_share"] > 0) & (size < 60)
    last_ending = np.maximum.accumulate(np.where(ending, index, -1))
    last_h1 = np.maximum.accumulate(np.where(tag == TAG_IDS["h1"], index, -1))
    return {
        "index": index,
        "index_share": index / max(count, 1),
        "from_end": count - 1 - index,
        "chars_before": before / max(float(size.sum()), 1.0),
        "sentence_before": sentence_before / max(float(sentence.sum()), 1.0),
        "since_heading": np.where(last_heading >= 0, np.minimum(index - last_heading, 50), 60),
        "heading_level": np.where(last_heading >= 0, tag[np.maximum(last_heading, 0).astype(np.int64)], 0),
        "since_ending": np.where(last_ending >= 0, np.minimum(index - last_ending, 50), 60),
        "endings_before": np.minimum(np.cumsum(ending) - ending, 20).astype(np.float64),
        "since_h1": np.where(last_h1 >= 0, np.minimum(index - last_h1, 80), 100),
        "page_blocks": np.full(count, np.log1p(count)),
    }


def _neighbour_columns(columns: Mapping[str, FloatColumn]) -> dict[str, FloatColumn]:
    out: dict[str, FloatColumn] = {}
    for name in ("chars", "link_density", "tag", "sentence", "mark_sum"):
        values = columns[name]
        for step in (-2, -1, 1, 2):
            shifted = np.full(len(values), -1.0)
            if step > 0:
                shifted[:-step] = values[step:]
            else:
                shifted[-step:] = values[:step]
            out[f"{name}_{'after' if step > 0 else 'before'}{abs(step)}"] = shifted
    for name, width in (("sentence", 3), ("sentence", 8), ("link_chars", 3), ("chars", 8)):
        sums = np.concatenate(([0.0], np.cumsum(columns[name])))
        index = np.arange(len(columns[name]))
        low, high = np.maximum(index - width, 0), np.minimum(index + width + 1, len(index))
        out[f"{name}_within{width}"] = sums[high] - sums[low]
    return out
