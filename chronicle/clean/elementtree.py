"""The block-level elements of a page as arrays: ancestors, class words and containers, a whole level at once."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from chronicle.clean.blocks import Segments, words_of

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

FAR = 15  # levels up at which an ancestor no longer matters
CORE_SHARES = (0.5, 0.8)
ANCESTOR_LEVELS = 4


class ElementTree:
    """Element n of ``page`` is row n of every array; the last row stands for text outside any element."""

    def __init__(self, page: Segments) -> None:
        self.page = page
        self.parents = np.array(page.parents, dtype=np.int64)
        depth = np.zeros(len(self.parents) + 1, dtype=np.int64)
        depths = [0] * (len(page.parents) + 1)
        for node, parent in enumerate(page.parents):
            depths[node] = depths[parent] + 1  # the root's parent is -1: the spare last cell, depth 0
        depth[:] = depths
        self.depth = depth
        order = np.argsort(depth[:-1], kind="stable")
        self.levels = np.split(order, np.flatnonzero(np.diff(depth[:-1][order])) + 1) if len(order) else []

    def inherit_distance(self, own: npt.NDArray[np.bool_]) -> IntColumn:
        """Levels up to the nearest ancestor-or-self that is marked, FAR where there is none; shape as ``own``."""
        distance = np.where(own, 0, FAR)
        for level in self.levels[1:]:
            distance[level] = np.minimum(distance[level], np.minimum(distance[self.parents[level]] + 1, FAR))
        return distance

    def ancestor_columns(self, nodes: IntColumn) -> dict[str, FloatColumn]:
        """How near each family of ancestors is, and the tags around; ``nodes`` says where each block stands."""
        names = list(ANCESTORS)
        column_of = {tag: number for number, name in enumerate(names) for tag in ANCESTORS[name]}
        own = np.zeros((len(self.parents) + 1, len(names)), dtype=bool)
        tag_ids = np.zeros(len(self.parents) + 1)
        for node, tag in enumerate(self.page.tags):
            if tag in column_of:
                own[node, column_of[tag]] = True
            tag_ids[node] = TAG_IDS.get(tag, 0)
        distance = self.inherit_distance(own)
        columns = {f"up_{name}": distance[nodes, number].astype(np.float64) for number, name in enumerate(names)}
        parents = np.append(self.parents, -1)
        columns["tag"] = tag_ids[nodes]
        columns["parent_tag"] = tag_ids[parents[nodes]]
        columns["grandparent_tag"] = tag_ids[parents[parents[nodes]]]
        columns["depth"] = self.depth[nodes].astype(np.float64)
        return columns

    def mark_columns(self, nodes: IntColumn, lexicon: Mapping[str, float]) -> dict[str, FloatColumn]:
        """What the class words of the element and those around it say, by the lexicon's log odds."""
        low = np.zeros(len(self.parents) + 1)
        high = np.zeros(len(self.parents) + 1)
        cache: dict[str, tuple[float, float]] = {"": (0.0, 0.0)}
        for node, mark in enumerate(self.page.marks):
            found = cache.get(mark)
            if found is None:
                odds = [lexicon[word] for word in words_of(mark) if word in lexicon]
                found = cache[mark] = (min(odds), max(odds)) if odds else (0.0, 0.0)
            low[node], high[node] = found
        own = low + high
        summed, lowest, highest = own.copy(), np.minimum(low, 0), np.maximum(high, 0)
        for level in self.levels[1:]:
            above = self.parents[level]
            summed[level] += 0.7 * summed[above]
            lowest[level] = np.minimum(lowest[level], lowest[above])
            highest[level] = np.maximum(highest[level], highest[above])
        parents = np.append(self.parents, -1)
        up = parents[nodes]
        return {
            "mark_own": own[nodes],
            "mark_parent": own[up],
            "mark_grandparent": own[parents[up]],
            "mark_sum": summed[nodes],
            "mark_low": lowest[nodes],
            "mark_high": highest[nodes],
        }

    def container_columns(
        self, nodes: IntColumn, size: FloatColumn, link: FloatColumn, sentence: FloatColumn
    ) -> dict[str, FloatColumn]:
        """How much text, and of what kind, the elements around a block hold."""
        totals = np.zeros((len(self.parents) + 1, 4))
        for number, values in enumerate((size, link, sentence, np.ones_like(size))):
            totals[:, number] = np.bincount(nodes % len(totals), weights=values, minlength=len(totals))
        for level in reversed(self.levels[1:]):
            np.add.at(totals, self.parents[level], totals[level])
        page_sentence = max(float(sentence.sum()), 1.0)
        page_size = max(float(size.sum()), 1.0)
        columns: dict[str, FloatColumn] = {}
        parents = np.append(self.parents, -1)
        at = nodes.copy()
        for up in range(ANCESTOR_LEVELS):
            around = totals[at]
            columns[f"around{up}_chars"] = np.log1p(around[:, 0])
            columns[f"around{up}_share"] = around[:, 2] / page_sentence
            columns[f"around{up}_link_density"] = around[:, 1] / np.maximum(around[:, 0], 1)
            columns[f"around{up}_sentence_density"] = around[:, 2] / np.maximum(around[:, 0], 1)
            columns[f"around{up}_blocks"] = np.log1p(around[:, 3])
            at = parents[at]
        for share in CORE_SHARES:
            own = (totals[:, 2] >= share * page_sentence)[:, None]
            distance = self.inherit_distance(own)[:, 0]
            columns[f"up_core{int(share * 100)}"] = distance[nodes].astype(np.float64)
        columns["page_sentence_share"] = np.full(len(nodes), page_sentence / page_size)
        columns["page_sentence"] = np.full(len(nodes), np.log1p(page_sentence))
        return columns
