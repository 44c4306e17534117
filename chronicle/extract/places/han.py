"""Toponyms in Chinese text: longest matches of the gazetteer's forms, less those inside longer names."""

import re

from chronicle.extract.places.candidates import Candidate
from chronicle.extract.places.table import Gazetteer, Lexicon

OWN_COUNTRY = {"全国", "我国"}
"""They mean China only in Chinese."""
TYPED = ("省", "市", "区", "县", "旗", "州", "盟")
STOP = r"，。；：、！？\s,;:!?（()）《》“”\"的了和与及或在于对由被把将为是个家项名位0-9０-９"
ORGANISATION = re.compile(
    rf"(?![建设成召举签落获引启投推增拥有达超近约打开出已正今昨去共来到赴向发宣每各])(?P<inner>[^{STOP}]{{0,18}}?)"
    r"(?:大学|学院|中学|小学|公司|集团|银行|科学院|工程院|研究院|研究所|医院|日报|晚报|晨报|时报|商报|都市报|协会|学会|商会|"
    r"联合会|基金会|出版社|报社|通讯社|电视台|广播台|博物馆|图书馆|航空|证券|保险|机场|科技园|信通院|钢构|建投|能投|孵化器|创业服务中心|"
    r"俱乐部|律师事务所|科技厅|商务厅|教育厅|财政厅|农业厅|农业农村厅|科技局|工信局|发改委|发展改革委|实验室|研究中心|股份|控股|(?:汽车|电子|药业|化工|重工|钢铁|啤酒)(?!产业|企业|行业|业|城|园|基地|信息|产品))"
)
EVENT_OF_CHINA = re.compile(r"[（(][\u4e00-\u9fff]{2,6}[）)]")
"""After 中国 it opens an event's name: 中国（绵阳）科技城国际博览会."""
ACTION = re.compile(
    "联合|携手|牵头|依托|入驻|落户|共建|合作|获批|启用|揭牌|签约|开工|投产|承办|主办|组织|实施|完成|实现|发放|认定|入选|加快|围绕|聚焦|"
    "建成|建设|设立|成立|举办|召开|发布|签署|新增|拥有|打造|引进|培育|支持|推动|推进|企业|项目|开展|出台|启动|新建|全省|全市"
)
"""Between a place and an organisation's type these words end the name: the place stands for itself."""
WHOLE = re.compile("(?:我|全|本)(?P<level>省|市|区|县)(?!区|域|场|委|政府|长)")
"""The page's own province, city, district: 全省, 我市."""


SHORT = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新港澳台"
SHORT_RUN = re.compile(
    rf"(?<![{SHORT}])(?:[{SHORT}]{{4,}}|[{SHORT}]{{2,}}(?=[两三四五]省|[两三四五]地|[两三四五]市|合作|交界|毗邻|[一二三]市))(?![{SHORT}])"
)


def candidates(text: str, lang: str, gazetteer: Gazetteer, lexicon: Lexicon) -> list[Candidate]:
    """Possible toponyms in order of their start; a zone's own city comes after the zone, on its first characters."""
    out: list[Candidate] = []
    for pattern, start, end in gazetteer.han.find_matches_as_indexes(text):
        rows = gazetteer.han_rows[pattern]
        form = text[start:end]
        if not rows or (lang != "zh" and form in OWN_COUNTRY) or in_organisation(text, end):
            continue
        if form == "中国" and EVENT_OF_CHINA.match(text, end):
            continue
        candidate = Candidate(start, end, form, rows)
        first = gazetteer.rows[rows[0]]
        bare = not form.endswith(TYPED) or len(form) == 2
        if bare and any(gazetteer.rows[n].level == "county" for n in rows):
            candidate.weak = form in lexicon.words["han_common"]
            candidate.doubtful = candidate.weak or form in gazetteer.han_also
        out.append(candidate)
        if first.level == "zone" or form.endswith("走廊"):
            city = inner(form, rows, gazetteer)
            known = gazetteer.han_forms[city] if city else []
            around = gazetteer.around(known, rows)
            told = bool(around) or (known and gazetteer.rows[known[0]].level != "county")  # 东湖 is a lake as well
            if city and told:
                out.append(Candidate(start, start + len(city), city, around or known, sure=bool(around)))
    taken = {at for c in out for at in range(c.start, c.end)}
    return out + [c for c in abbreviated(text, gazetteer, lexicon) if c.start not in taken]


def abbreviated(text: str, gazetteer: Gazetteer, lexicon: Lexicon) -> list[Candidate]:
    """Provinces by their one-character names, where two or more stand together: 沪苏浙皖四地."""
    return [
        Candidate(at, at + 1, text[at], [gazetteer.number[lexicon.short[text[at]]]], located=True)
        for match in SHORT_RUN.finditer(text)
        for at in range(match.start(), match.end())
    ]


def in_organisation(text: str, end: int) -> bool:
    """Whether an organisation's name goes on after the place."""
    match = ORGANISATION.match(text, end)
    return match is not None and ACTION.search(match["inner"]) is None


def inner(form: str, rows: list[int], gazetteer: Gazetteer) -> str:
    """The place that a zone's name begins with: 苏州 of 苏州工业园区; empty if there is none."""
    for length in range(len(form) - 2, 1, -1):
        known = gazetteer.han_forms.get(form[:length])
        if known and not set(known) & set(rows) and gazetteer.rows[known[0]].level != "zone":
            return form[:length]
    return ""


def own(text: str, home: tuple[int, ...], settled: list[int], gazetteer: Gazetteer) -> list[tuple[int, int, int]]:
    """Spans of 全省, 我市 and the like with the row they mean: the page's own, or the only one the text names."""
    out = []
    for match in WHOLE.finditer(text):
        levels = {"省": {"province"}, "市": {"prefecture", "province"}, "区": {"county"}, "县": {"county"}}[
            match["level"]
        ]
        named = dict.fromkeys(
            n for row in settled for n in (row, *gazetteer.chain(row)) if gazetteer.rows[n].level in levels
        )
        at_home = [n for n in home if gazetteer.rows[n].level in levels]
        if match["level"] == "市":
            named = {n: None for n in named if is_city(n, gazetteer)}
            at_home = [n for n in home if is_city(n, gazetteer)]
        choice = at_home[:1] or (list(named) if len(named) == 1 else [])
        if choice:
            out.append((match.start(), match.end(), choice[0]))
    return out


def is_city(row: int, gazetteer: Gazetteer) -> bool:
    """Whether its Chinese name says that it is a city of any level: 市."""
    return (gazetteer.rows[row].zh or "").endswith("市")
