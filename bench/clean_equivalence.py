"""Hold the pruned builder to stock bs4 on real pages: the texts of what it keeps are equal, element by element.

    CHRONICLE_SHARED=../shared python bench/clean_equivalence.py [--limit N]

Reads the labelled pages, and the gold pages where they are there. Prints each page that differs, then the counts.
"""

import argparse
import itertools
import json
import lzma
import os
import pathlib
import sys

from bs4 import BeautifulSoup
from bs4.element import PreformattedString

from chronicle.clean.blocks import UNREAD, segment
from chronicle.clean.decode import decode
from chronicle.clean.lazytree import INLINE
from chronicle.clean.soup import MENU, READ_IN_MENUS, UNRENDERED, UNSEEN, TooDeep, parse

SHARED = pathlib.Path(os.environ.get("CHRONICLE_SHARED", "../shared"))
COMPARED = ("p", "li", "td", "a", "b", "strong", "h1", "h2", "h3", "blockquote", "figcaption")


def pages(limit):
    folder = SHARED / "eval/articles"
    if not folder.exists():
        sys.exit(f"No labelled pages at {folder}: set CHRONICLE_SHARED to the folder that holds eval/articles.")
    for path in sorted(folder.glob("*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in itertools.islice(lines, limit):
                row = json.loads(line)
                yield f"{path.name} {row['id']}", row["html"]
    for path in sorted((SHARED / "gold/dev/pages").glob("*.html")):
        text = decode(path.read_bytes(), None).text
        if text is not None:
            yield path.name, text


def stock(html):
    soup = BeautifulSoup(html.encode("utf-8", "replace"), "lxml", from_encoding="utf-8")
    for menu in soup.find_all("nav"):
        if menu.find(READ_IN_MENUS) is None:
            menu.name = MENU
    for element in soup.find_all([MENU, *UNSEEN, *UNRENDERED]):
        element.decompose()
    for unread in soup.find_all(string=lambda text: isinstance(text, PreformattedString)):
        unread.extract()
    soup.smooth()
    return soup


def texts(soup):
    """Every string, and every element's letters."""
    strings = [" ".join(string.split()) for string in soup.stripped_strings]
    elements = [["".join(tag.get_text().split()) for tag in soup.find_all(name)] for name in COMPARED]
    return strings, [[text for text in found if text] for found in elements]


def stock_blocks(soup):
    """The texts between the edges of block-level elements and line breaks: where words meet."""
    for tag in soup.find_all(True):
        if tag.name in UNREAD:
            tag.clear()
        elif tag.name == "br":
            tag.replace_with("\0")
        elif tag.name not in INLINE:
            tag.insert(0, "\0")
            tag.append("\0")
    return [text for raw in soup.get_text().split("\0") if (text := " ".join(raw.split()))]


def main():
    args = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    args.add_argument("--limit", type=int, help="pages of each set")
    compared = differing = refused = 0
    for name, html in pages(args.parse_args().limit):
        try:
            ours = parse(html)
            blocks = segment(ours.root).texts
        except TooDeep:
            refused += 1
            continue
        compared += 1
        theirs = stock(html)
        if texts(ours.tree.soup) != texts(theirs) or blocks != stock_blocks(theirs):
            differing += 1
            print(f"differs: {name}")
    print(f"{compared} pages compared, {differing} differ, {refused} refused as too deep")


if __name__ == "__main__":
    main()
