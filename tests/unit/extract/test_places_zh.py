"""Places in Chinese text."""

import pytest

from chronicle.extract import places


def codes(text: str, hint: str | None = None) -> list[str]:
    return [p.adcode or p.iso3166_2 or p.name for p in places.find(text, "zh", hint)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("浙江省杭州市西湖区昨日发布计划。", ["330000", "330100", "330106"]),
        ("上海南部的港口启用。", ["310000"]),
        ("江苏、安徽与上海签约。", ["320000", "340000", "310000"]),
        ("吉林省吉林市和长春市", ["220000", "220200", "220100"]),
        ("内蒙古自治区呼和浩特市", ["150000", "150100"]),
        ("新疆维吾尔自治区乌鲁木齐市", ["650000", "650100"]),
        ("延边朝鲜族自治州和延边州", ["222400", "222400"]),
        ("台州市与泰州市", ["331000", "321200"]),
        ("抚州、福州都来了", ["361000", "350100"]),
        ("宿州和苏州合作", ["341300", "320500"]),
        ("海南藏族自治州发展光伏", ["632500"]),
        ("北京市朝阳区发展朝阳产业", ["110000", "110105"]),
        ("辽宁省朝阳市举行论坛", ["210000", "211300"]),
        ("宁波市海曙区、鄞州区和慈溪市", ["330200", "330203", "330212", "330282"]),
        ("杭州的项目落户萧山", ["330100", "330109"]),
        ("浦东新区与浦东", ["310115", "310115"]),
        ("香港特别行政区、澳门、台湾", ["810000", "820000", "710000"]),
        ("京津冀协同，长三角一体化", ["Beijing-Tianjin-Hebei", "Yangtze River Delta"]),
        ("粤港澳大湾区和成渝地区双城经济圈", ["Greater Bay Area", "Chengdu-Chongqing"]),
        ("合肥高新区管委会发布计划", ["Hefei High-tech Zone", "340100"]),
        ("宁波国家高新技术产业开发区", ["Ningbo High-tech Zone", "330200"]),
        ("苏州工业园区三十年", ["Suzhou Industrial Park", "320500"]),
        ("雄安新区与中关村", ["Xiong'an New Area", "Zhongguancun"]),
        ("昆山市花桥镇建设新城", ["320583", "Huaqiao"]),
        ("美国、德国和日本企业来到巴黎", ["US", "DE", "JP", "Paris"]),
        ("专利总量居全国第二", ["100000"]),
        ("陕西企业多，全省增速快", ["610000", "610000"]),
        ("合肥建成国家实验室", ["340100"]),
        ("吉林化工企业集聚", ["220000"]),
    ],
)
def test_names_are_found_and_settled(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "中山大学的教师", "浙江大学与南京航空航天大学", "杭州海康威视数字技术股份有限公司", "公安机关开展行动",
        "资源共享，平安建设", "大方面向未来", "中国科学院合肥物质科学研究院", "贵州茅台与青岛啤酒", "北京时间八点",
        "成都电子科技大学创业园",
    ],
)  # fmt: skip
def test_longer_names_hide_places(text: str) -> None:
    assert codes(text) == []


def test_our_province_is_the_pages_own() -> None:
    assert codes("我省新增八家孵化器。", "sichuan-daily.example") == ["510000"]
    assert codes("我省新增八家孵化器。") == []


def test_in_other_languages_the_whole_country_is_not_china() -> None:
    assert places.find("全国の企業", "ja") == []
