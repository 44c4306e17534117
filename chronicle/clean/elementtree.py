"""The block-level elements of a page as arrays: ancestors, class words and containers, each in one pass."""

from collections.abc import Mapping
from itertools import repeat

import numpy as np
import numpy.typing as npt

from chronicle.clean.blocks import Segments

FloatColumn = npt.NDArray[np.float64]
IntColumn = npt.NDArray[np.int64]

ANCESTORS = {
    "nav": ("nav", "menu"),
    "header": ("header",),
    "footer": ("footer",),
    "aside": ("aside",),
    "form": ("form", "fieldset"),
    "article": ("article",),
    "main": ("main",),
    "section": ("section",),
    "figure": ("figure", "figcaption"),
    "list": ("ul", "ol", "dl"),
    "table": ("table",),
    "quote": ("blockquote", "q", "pre"),
}
"""Families of ancestors; the feature is how many levels up the nearest one stands."""

_TAG_FAMILIES = (
    ("p",), ("div",), ("li",), ("h1",), ("h2",), ("h3",), ("h4", "h5", "h6"), ("td", "th", "tr"), ("span",),
    ("section",), ("article",), ("blockquote",), ("pre",), ("figcaption", "caption"), ("dt", "dd"), ("a",), ("time",),
    ("label", "legend"), ("body", "html"), ("center", "font"), ("address",), ("footer", "header", "nav", "aside"),
    ("main",), ("button", "summary", "dialog"),
)  # fmt: skip
TAG_IDS = {name: number for number, names in enumerate(_TAG_FAMILIES, start=1) for name in names}
"""A number for each family of elements; 0 is any other."""

FAMILY_OF = {tag: number for number, tags in enumerate(ANCESTORS.values()) for tag in tags}

FAR = 15  # levels up at which an ancestor no longer matters
NOWHERE = -FAR  # the depth of an ancestor that is not there
INHERITED = 0.7  # what the class words of an element say about its children, each level
CORE_SHARES = (0.5, 0.8)
ANCESTOR_LEVELS = 4


class ElementTree:
    """Element n of ``page`` is row n of every array; the last row stands for text outside any element.

    Elements stand in document order, a parent before its children, so that one pass down the list, or up, is enough.
    """

    def __init__(self, page: Segments) -> None:
        self.page = page
        self.parents = np.array([*page.parents, -1], dtype=np.int64)
        depths = [0] * (len(page.parents) + 1)
        for node, parent in enumerate(page.parents):
            depths[node] = depths[parent] + 1  # the root's parent is -1: the spare last cell, depth 0
        self.depths = depths
        self.depth = np.array(depths, dtype=np.int64)

    def ancestor_columns(self, nodes: IntColumn) -> dict[str, FloatColumn]:
        """How near each family of ancestors is, and the tags around; ``nodes`` says where each block stands."""
        nearest = [[NOWHERE] * len(ANCESTORS)]
        rows = [0] * (len(self.depths))
        for node, (tag, parent) in enumerate(zip(self.page.tags, self.page.parents, strict=True)):
            row = rows[parent]
            family = FAMILY_OF.get(tag)
            if family is not None:
                around = nearest[row].copy()
                around[family] = self.depths[node]
                row = len(nearest)
                nearest.append(around)
            rows[node] = row
        own_depth = self.depth[nodes]
        found = np.array(nearest)[np.array(rows)[nodes]]
        distance = np.minimum(own_depth[:, None] - found, FAR).astype(np.float64)
        columns = {f"up_{name}": distance[:, number] for number, name in enumerate(ANCESTORS)}
        tag_ids = np.array([*map(TAG_IDS.get, self.page.tags, repeat(0)), 0], dtype=np.float64)
        parents = self.parents[nodes]
        columns["tag"] = tag_ids[nodes]
        columns["parent_tag"] = tag_ids[parents]
        columns["grandparent_tag"] = tag_ids[self.parents[parents]]
        columns["depth"] = own_depth.astype(np.float64)
        return columns

    def mark_columns(self, nodes: IntColumn, lexicon: Mapping[str, float]) -> dict[str, FloatColumn]:
        """What the class words of the element and those around it say, by the lexicon's log odds."""
        range_of: dict[str, tuple[float, float]] = {}
        for mark, words in self.page.words().items():
            odds = [known for known in map(lexicon.get, words) if known is not None]
            range_of[mark] = (min(odds), max(odds)) if odds else (0.0, 0.0)
        spare = (0.0, 0.0, 0.0, 0.0)  # own, summed, lowest, highest
        rows = [spare] * len(self.depths)
        for node, (mark, parent) in enumerate(zip(self.page.marks, self.page.parents, strict=True)):
            _, summed, lowest, highest = rows[parent]
            if not mark:
                rows[node] = (0.0, INHERITED * summed, lowest, highest)
                continue
            low, high = range_of[mark]
            own = low + high
            rows[node] = (own, own + INHERITED * summed, low if low < lowest else lowest, max(high, highest))
        table = np.array(rows)
        parents = self.parents[nodes]
        return {
            "mark_own": table[nodes, 0],
            "mark_parent": table[parents, 0],
            "mark_grandparent": table[self.parents[parents], 0],
            "mark_sum": table[nodes, 1],
            "mark_low": table[nodes, 2],
            "mark_high": table[nodes, 3],
        }

    def container_columns(
        self, nodes: IntColumn, size: FloatColumn, link: FloatColumn, sentence: FloatColumn
    ) -> dict[str, FloatColumn]:
        """How much text, and of what kind, the elements around a block hold."""
        count = len(self.depths)
        at = nodes % count
        sums = [np.bincount(at, weights=values, minlength=count).tolist() for values in (size, link, sentence)]
        sums.append(np.bincount(at, minlength=count).tolist())
        chars, links, sentences, blocks = sums
        for node in range(count - 2, -1, -1):
            parent = self.page.parents[node]
            if parent >= 0 and blocks[node]:
                chars[parent] += chars[node]
                links[parent] += links[node]
                sentences[parent] += sentences[node]
                blocks[parent] += blocks[node]
        totals = np.array(sums)
        page_sentence = max(float(sentence.sum()), 1.0)
        page_size = max(float(size.sum()), 1.0)
        shares = {
            "chars": np.log1p(totals[0]),
            "share": totals[2] / page_sentence,
            "link_density": totals[1] / np.maximum(totals[0], 1),
            "sentence_density": totals[2] / np.maximum(totals[0], 1),
            "blocks": np.log1p(totals[3]),
        }
        columns: dict[str, FloatColumn] = {}
        at = nodes
        for up in range(ANCESTOR_LEVELS):
            columns |= {f"around{up}_{name}": values[at] for name, values in shares.items()}
            at = self.parents[at]
        for share in CORE_SHARES:
            enough = share * page_sentence
            nearest = [NOWHERE] * count
            for node, parent in enumerate(self.page.parents):
                nearest[node] = self.depths[node] if sentences[node] >= enough else nearest[parent]
            distance = np.minimum(self.depth[nodes] - np.array(nearest)[nodes], FAR)
            columns[f"up_core{int(share * 100)}"] = distance.astype(np.float64)
        columns["page_sentence_share"] = np.full(len(nodes), page_sentence / page_size)
        columns["page_sentence"] = np.full(len(nodes), np.log1p(page_sentence))
        return columns
