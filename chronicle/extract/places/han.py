"""Toponyms in Chinese text: longest matches of the gazetteer's forms, less those inside longer names."""

import re

from chronicle.extract.places.candidates import Candidate
from chronicle.extract.places.table import Gazetteer

TYPES = {"省": "province", "市": "prefecture", "区": "county", "县": "county", "州": "prefecture", "盟": "prefecture"}
OWN_COUNTRY = {"全国", "我国"}
"""They mean China only in Chinese."""
ORGANISATION = re.compile(
    r"[^，。；：、！？\s,;:!?的在与和及将为是了于对由被把等向从到占有“”（）()《》]{0,12}?"
    r"(?:大学|学院|中学|小学|公司|集团|银行|研究院|研究所|医院|日报|晚报|晨报|时报|商报|协会|学会|商会|联合会|基金会|"
    r"出版社|报社|电视台|博物馆|图书馆|航空|证券|机场|大学城|科技园|软件园|孵化器|创业服务中心|俱乐部|律师事务所|实验室)"
)


def candidates(text: str, lang: str, gazetteer: Gazetteer) -> list[Candidate]:
    """Possible toponyms in order of their start."""
    out: list[Candidate] = []
    for pattern, start, end in gazetteer.han.find_matches_as_indexes(text):
        form = text[start:end]
        rows = gazetteer.han_rows[pattern]
        candidate = Candidate(start, end, form, rows)
        if lang != "zh" and form in OWN_COUNTRY:
            continue
        if ORGANISATION.match(text, end):
            continue
        first = gazetteer.rows[rows[0]]
        if first.level == "county" and not form.endswith(("区", "县", "市", "旗")):
            candidate.weak = True
        out.append(candidate)
    return out
