"""Bylines of public accounts: Chinese words parted by spaces alone, a name and a medium in any order."""

import re

from chronicle.clean.metadata import names
from chronicle.clean.metadata.labels import words
from chronicle.clean.metadata.likeness import is_medium
from chronicle.clean.metadata.record import Bylines, Name

_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,16}")


def take_account(undated: list[str], place: str, found: Bylines) -> bool:
    """Chinese words parted by spaces beside a date, as public accounts print them (原创 阮莉 安溪发布); true for
    a name or a medium among them.
    """
    got = False
    for part in undated:
        tokens = part.split()
        if len(tokens) < 2 or not all(_HAN_NAME.fullmatch(t) for t in tokens):
            continue
        for token in tokens:
            if token in words("itself"):
                continue
            if is_medium(token, token, (), True):
                found.sources.append(Name(token, "part", place))
                got = True
            elif names.looks_chinese(token):
                found.authors.append(Name(token, "bare", place))
                got = True
    return got
