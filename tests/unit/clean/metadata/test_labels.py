"""Label, separator, value."""

import pytest

from chronicle.clean.metadata.labels import PIECE, first_piece, kind_of, labelled


def pairs(line: str) -> list[tuple[str, str]]:
    return [(tag.kind, first_piece(tag.value)) for tag in labelled(line)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Pub Date:22-09-26 17:11 Author: Lin Ming Source: Larkfield Daily",
            [("published", "22-09-26 17:11"), ("author", "Lin Ming"), ("source", "Larkfield Daily")],
        ),
        ("【Fonts: Large Medium 【Source: Larkfield·China 【Date: 2018.05.31】", [
            ("other", "Large Medium"), ("source", "Larkfield·China"), ("published", "2018.05.31"),
        ]),
        ("【Time: 2018-05-31】【Writer: Lin Ming】", [("published", "2018-05-31"), ("author", "Lin Ming")]),
        ("Source: sourcing agent Author: Date: 2009-11-26", [
            ("source", "sourcing agent"), ("author", ""), ("published", "2009-11-26"),
        ]),
        ("来　源：云岭网 作 者：李明　编辑：王芳", [("source", "云岭网"), ("author", "李明"), ("editor", "王芳")]),
        ("信息来源：市科技局发布日期：2020-01-01浏览次数：33", [
            ("source", "市科技局"), ("published", "2020-01-01"), ("other", "33"),
        ]),
        ("ReleaseTime:2015-09-20 Browse: 212", [("published", "2015-09-20"), ("other", "212")]),
        ("文/李明", [("author", "李明")]),
    ],
)  # fmt: skip
def test_reads_metadata_lines(line: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(line) == expected


@pytest.mark.parametrize("line", ["He said: we are ready", "The ratio is 3:1", "http://example.org/a", "17:11"])
def test_leaves_other_colons(line: str) -> None:
    assert pairs(line) == []


def test_markup_between_label_and_value_does_not_part_them() -> None:
    assert pairs(f"Source:{PIECE}Larkfield Daily{PIECE}Font:{PIECE}large") == [
        ("source", "Larkfield Daily"),
        ("other", "large"),
    ]


def test_a_label_alone_has_a_kind() -> None:
    assert kind_of("News provided by") == "source"
    assert kind_of("发 布 时 间：") == "published"
    assert kind_of("Somewhere") is None
