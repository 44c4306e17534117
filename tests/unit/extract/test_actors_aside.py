"""Actors that a text names only in passing, bodies in small letters, and names that their neighbours tell."""

import pytest

from chronicle.extract import actors


def names(text: str, lang: str = "en") -> list[str]:
    return [actor.name for actor in actors.find(text, lang)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Central News Service, Wuhu, May 4 (Qian Mei) The fifth session opened.", []),
        ("Experts from member states of the Shanghai Cooperation Organization came.", []),
        ("The fair was held in the Lakeside Exhibition Center.", []),
        ("The Lakeside Exhibition Center signed a lease.", ["Lakeside Exhibition Center"]),
        ('They signed the "Framework Agreement on Building the Wuhu Branch Center" on Monday.', []),
        ("The city's science and technology bureau announced the figures.", ["science and technology bureau"]),
        ("The zone management committee signed three contracts.", ["zone management committee"]),
        ("The regional council said on Friday it would pay.", ["regional council"]),
        ("The committee said it would pay.", []),
        ("According to the statistics of the organizing committee, 90 firms came.", ["organizing committee"]),
        ("Corvenna plc of Perth formed a venture.", ["Corvenna plc"]),
        ("Marelba Sistemas, maker of pumps, obtained a loan.", ["Marelba Sistemas"]),
        (
            "The Institute of Fibres signed with Dorn Packing, Halden Film and other enterprises.",
            ["Institute of Fibres", "Dorn Packing", "Halden Film"],
        ),
        ("Boguang Fang was the host and Yunfei Cheng spoke.", ["Boguang Fang", "Yunfei Cheng"]),
        (
            "Tongling Copper Research Institute of Anhui Valley University opened.",
            ["Tongling Copper Research Institute", "Anhui Valley University"],
        ),
        ("An accord was signed by the regional finance bodies Lumbarda and Ferpiemo.", ["Lumbarda", "Ferpiemo"]),
    ],
)
def test_who_takes_part(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("安宁区、永登县、榆中县人民政府分别签约。", ["安宁区人民政府", "永登县人民政府", "榆中县人民政府"]),
        ("专家走访了长青水产、海之梦食品、顺和船舶等11家企业。", ["长青水产", "海之梦食品", "顺和船舶"]),
        ("前期市科技局征集需求326项。", ["市科技局"]),
        ("教授们先赴蓝湖海药集团座谈。", ["蓝湖海药集团"]),
        ("组委会安排对接18场。", ["组委会"]),
        ("计划联手国内外知名大学8所。", []),
        ("高校、科研院所等单位参加。", []),
    ],
)
def test_chinese_lists_and_openings(text: str, expected: list[str]) -> None:
    assert names(text, "zh") == expected
