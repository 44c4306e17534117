"""Sentence boundaries, semicolon lists and datelines."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.extract import sentences

SPLITS = [
    ("It speeds the upgrade.The construction began.", ["It speeds the upgrade.", "The construction began."]),
    ("Output rose in 2020.The park grew.", ["Output rose in 2020.", "The park grew."]),
    ("The fund (set up in May).It pays well.", ["The fund (set up in May).", "It pays well."]),
    ("He said “done.”The park grew.", ["He said “done.”", "The park grew."]),
    ("Mr. Li met Dr. Wu. They signed.", ["Mr. Li met Dr. Wu.", "They signed."]),
    ("Acme Co., Ltd. of Ningbo grew.", ["Acme Co., Ltd. of Ningbo grew."]),
    ("He joined Acme Inc. The firm grew.", ["He joined Acme Inc.", "The firm grew."]),
    ("Many U.S. firms came. They stayed.", ["Many U.S. firms came.", "They stayed."]),
    ("They sell to the U.S. The rest stays.", ["They sell to the U.S.", "The rest stays."]),
    ("Labs (e.g. Alpha Lab, i.e. ours) won.", ["Labs (e.g. Alpha Lab, i.e. ours) won."]),
    ("No. 5 Road is open. No. They left.", ["No. 5 Road is open.", "No.", "They left."]),
    ("It rose 3.5 percent to 1.2 million.", ["It rose 3.5 percent to 1.2 million."]),
    ("On Nov. 3 and Sept. 12 they met. Done.", ["On Nov. 3 and Sept. 12 they met.", "Done."]),
    ("J. K. Marlow spoke. It rained.", ["J. K. Marlow spoke.", "It rained."]),
    ("It opened at 9 a.m. on Monday. It shut at 5 p.m. The end.",
     ["It opened at 9 a.m. on Monday.", "It shut at 5 p.m.", "The end."]),
    ("See www.Example.com or Node.Js now. Good.", ["See www.Example.com or Node.Js now.", "Good."]),
    ("Mail a.Bee@example.org today. Thanks.", ["Mail a.Bee@example.org today.", "Thanks."]),
    ("“We won.” He left.", ["“We won.”", "He left."]),
    ("“We won!” he said. She left.", ["“We won!” he said.", "She left."]),
    ("It grew.[1] It shrank.[23] It stayed.", ["It grew.[1]", "It shrank.[23]", "It stayed."]),
    ("1. Build a lab. 2. Open it.", ["1. Build a lab.", "2. Open it."]),
    ("Why? Because! Good.", ["Why?", "Because!", "Good."]),
    ("Yahoo! said so... but nobody came... The end.", ["Yahoo! said so... but nobody came...", "The end."]),
    ("浙江发布计划。杭州成立基金！谁来投？大家投", ["浙江发布计划。", "杭州成立基金！", "谁来投？", "大家投"]),
    ("他说：“我们赢了。”大家鼓掌。", ["他说：“我们赢了。”", "大家鼓掌。"]),
    ("电影《出发！》上映了。好看。", ["电影《出发！》上映了。", "好看。"]),
    ("增长3.5%。达到1.2亿元。", ["增长3.5%。", "达到1.2亿元。"]),
    ("签约Acme Co., Ltd.公司。完。", ["签约Acme Co., Ltd.公司。", "完。"]),
    ("项目有三类：一是甲；二是乙。完。", ["项目有三类：一是甲；二是乙。", "完。"]),
    ("Heading\nFirst line. Second one.\n\nThird", ["Heading", "First line.", "Second one.", "Third"]),
    ("The municipal government signed a contract with\nthe university on Tuesday. It rained.",
     ["The municipal government signed a contract with\nthe university on Tuesday.", "It rained."]),
    ("big data\nrobotics\nnew materials", ["big data", "robotics", "new materials"]),
    ("HANGZHOU, Nov 3 (Xinhua) -- The park opened. It is big.",
     ["HANGZHOU, Nov 3 (Xinhua) -- The park opened.", "It is big."]),
    ("", []),
    (" \n \r\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPLITS)
def test_split(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in sentences.split(text, "en")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A lab was opened; two funds (one big; one small) were set up; a law passed.",
         ["A lab was opened;", "two funds (one big; one small) were set up;", "a law passed."]),
        ("一是建平台；二是引人才；三是设基金。", ["一是建平台；", "二是引人才；", "三是设基金。"]),
        ("Nothing to divide here.", ["Nothing to divide here."]),
    ],
)  # fmt: skip
def test_clauses(text: str, expected: list[str]) -> None:
    (sentence,) = sentences.split(text, "en")
    assert [text[c.start : c.end] for c in sentences.clauses(text, sentence)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HANGZHOU, Nov 3 (Xinhua) -- The park opened.", "HANGZHOU, Nov 3 (Xinhua) --"),
        ("SAO PAULO (Reuters) - The fund grew.", "SAO PAULO (Reuters) -"),
        ("LYON, 3 May 2020 – The lab opened.", "LYON, 3 May 2020 –"),
        ("Nantong, Aug. 4 (Newswire) — A plan came.", "Nantong, Aug. 4 (Newswire) —"),
        ("May 13 2020 - NINGBO, China - The port grew.", "May 13 2020 - NINGBO, China -"),
        ("新华社南京5月3日电（记者李四）江苏发布计划。", "新华社南京5月3日电（记者李四）"),
        ("Lusaka, 24 June 2023: The tour ended yesterday.", "Lusaka, 24 June 2023:"),
        ("本报讯 昨日，宁波成立基金。", "本报讯"),
        ("A headline\nHEFEI, May 3 (Wire) -- It opened.", "HEFEI, May 3 (Wire) --"),
        ("The port (Beilun) grew by 3 percent - a record.", None),
        ("The plan came.", None),
        ("", None),
    ],
)
def test_dateline(text: str, expected: str | None) -> None:
    found = sentences.dateline(text)
    assert (text[found.start : found.end] if found else None) == expected


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet=st.sampled_from(list('aB1 .!?;；。”"()\n…，A.\x00中Co')), max_size=80) | st.text(max_size=80))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    found = sentences.split(text, "en")
    position = 0
    for sentence in found:
        assert text[position : sentence.start].strip() == ""
        assert sentence.start < sentence.end
        items = sentences.clauses(text, sentence)
        assert (items[0].start, items[-1].end) == (sentence.start, sentence.end)
        position = sentence.end
    assert text[position:].strip() == ""
    sentences.dateline(text)


@pytest.mark.parametrize("unit", ["a.B", ".", "A. ", "中", "A;", "(;", "Abc. ", "\n", "1. ", "x ", "A-", "A,"])
def test_long_text_is_split_in_linear_time(unit: str) -> None:
    began = time.perf_counter()
    sentences.split(unit * (200_000 // len(unit)), "en")
    sentences.dateline(unit * (200_000 // len(unit)))
    assert time.perf_counter() - began < 3.0


def test_an_initial_before_a_surname_ends_no_sentence() -> None:
    text = "The fund was approved, Minister P. Rao told reporters on Friday."
    assert len(sentences.split(text, "en")) == 1
