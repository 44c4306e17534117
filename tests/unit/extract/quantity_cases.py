"""Sentences of our own with the quantities that a news reader takes from them."""

ENGLISH: list[tuple[str, list[tuple[object, ...]]]] = [
    (
        "The county lured 80 more enterprises into its parks.",
        [
            ("80 more enterprises", 80.0, "enterprise", "over", "count"),
        ],
    ),
    (
        "A team of 30-odd engineers spent 35 hours on the repair.",
        [
            ("30-odd engineers", 30.0, "engineer", "over", "count"),
            ("35 hours", 35.0, "hour", "exact", "duration"),
        ],
    ),
    (
        "No fewer than 12 robots and a minimum of 300 sensors were installed.",
        [
            ("No fewer than 12 robots", 12.0, "robot", "at_least", "count"),
            ("a minimum of 300 sensors", 300.0, "sensor", "at_least", "count"),
        ],
    ),
    (
        "Orders surpassed 1,000 in the first week.",
        [
            ("surpassed 1,000", 1000.0, None, "over", "count"),
        ],
    ),
    (
        "The rate is not lower than 60%, and staff is not less than 200.",
        [
            ("not lower than 60%", 60.0, "percent", "at_least", "percent"),
            ("is not less than 200", 200.0, None, "at_least", "count"),
        ],
    ),
    (
        "Exports were up 26.75 percent, while imports fell 3.2 percentage points.",
        [
            ("26.75 percent", 26.75, "percent", "exact", "growth"),
            ("3.2 percentage points", 3.2, "percentage_point", "exact", "growth"),
        ],
    ),
    (
        "The town climbed to 27th place among 120 towns.",
        [
            ("27th place", 27.0, "rank", "exact", "rank"),
            ("120 towns", 120.0, "town", "exact", "count"),
        ],
    ),
    (
        "The lab ranks third in the province for patents.",
        [
            ("ranks third in the province for patents", 3.0, "rank", "exact", "rank"),
        ],
    ),
    (
        "It is second only to Harbour City in size.",
        [
            ("second only to Harbour City", 2.0, "rank", "exact", "rank"),
        ],
    ),
    (
        "It was ranked No. 4 by the council, with No. 7 Middle School near.",
        [
            ("ranked No. 4", 4.0, "rank", "exact", "rank"),
        ],
    ),
    (
        "The 19th Lakeside Innovation Forum drew guests from 14 countries.",
        [
            ("The 19th Lakeside Innovation Forum", 19.0, "edition", "exact", "ordinal"),
            ("14 countries", 14.0, "country", "exact", "count"),
        ],
    ),
    (
        "Work on the third phase begins in May.",
        [
            ("the third phase", 3.0, "phase", "exact", "ordinal"),
        ],
    ),
    (
        "They won the second prize and two gold medals.",
        [
            ("the second prize", 2.0, "rank", "exact", "ordinal"),
            ("two gold medals", 2.0, "medal", "exact", "count"),
        ],
    ),
    (
        "For the third consecutive year, exports topped 3 trillion yen.",
        [
            ("the third consecutive", 3.0, "time", "exact", "ordinal"),
            ("topped 3 trillion yen", 3000000000000.0, "JPY", "over", "money"),
        ],
    ),
    (
        "China's first hydrogen valley opened; it is the first plant of its kind.",
        [
            ("China's first hydrogen valley", 1.0, "rank", "exact", "ordinal"),
            ("the first plant of its kind", 1.0, "order", "exact", "ordinal"),
        ],
    ),
    (
        "Trials will take 3 to 5 years.",
        [
            ("3 to 5 years", (3.0, 5.0), "year", "range", "duration"),
        ],
    ),
    (
        "Between 20 and 30 buyers offered between $5 million and $7 million.",
        [
            ("Between 20 and 30 buyers", (20.0, 30.0), "buyer", "range", "count"),
            ("between $5 million and $7 million", (5000000.0, 7000000.0), "USD", "range", "money"),
        ],
    ),
    (
        "It rose by 5 to 7 percent; the goal is 8-10 percent.",
        [
            ("5 to 7 percent", (5.0, 7.0), "percent", "range", "growth"),
            ("8-10 percent", (8.0, 10.0), "percent", "range", "percent"),
        ],
    ),
    (
        "Prices rose from 12 yuan to 15 yuan.",
        [
            ("12 yuan", 12.0, "CNY", "exact", "money"),
            ("15 yuan", 15.0, "CNY", "exact", "money"),
        ],
    ),
    (
        "Turnover went up from 300 to 2,000.",
        [
            ("300", 300.0, None, "exact", "count"),
            ("2,000", 2000.0, None, "exact", "count"),
        ],
    ),
    (
        "Half of the firms and one third of the staff moved; two thirds stayed.",
        [
            ("Half of the firms", 0.5, "share", "exact", "ratio"),
            ("one third of the staff", 0.333333333333333, "share", "exact", "ratio"),
            ("two thirds", 0.666666666666667, "share", "exact", "ratio"),
        ],
    ),
    (
        "About a quarter of the budget, or 1.1 billion euros, goes to chips.",
        [
            ("About a quarter of the budget", 0.25, "share", "about", "ratio"),
            ("1.1 billion euros", 1100000000.0, "EUR", "exact", "money"),
        ],
    ),
    (
        "Output doubled, and exports grew threefold.",
        [
            ("doubled", 2.0, "times", "exact", "multiplier"),
            ("threefold", 3.0, "times", "exact", "multiplier"),
        ],
    ),
    (
        "Profits of 2.5 times last year's were reported.",
        [
            ("2.5 times", 2.5, "times", "exact", "multiplier"),
        ],
    ),
    (
        "It entered the top 100 list, and five of the 10 best labs are here.",
        [
            ("top 100 list", 100.0, "list", "exact", "list_size"),
            ("five", 5.0, None, "exact", "count"),
            ("10 best labs", 10.0, "lab", "exact", "list_size"),
        ],
    ),
    (
        "The fund of 10 billion yuan ($1.4 billion) opened on May 31, 2019 at 11 am.",
        [
            ("10 billion yuan", 10000000000.0, "CNY", "exact", "money"),
            ("$1.4 billion", 1400000000.0, "USD", "exact", "money"),
        ],
    ),
    (
        "The grant is 50,000 yuan per year for as many as 20 graduates.",
        [
            ("50,000 yuan per year", 50000.0, "CNY", "exact", "money"),
            ("as many as 20 graduates", 20.0, "graduate", "up_to", "count"),
        ],
    ),
    (
        "Nearly 1.5 million visitors, about 60 percent of them from abroad, came.",
        [
            ("Nearly 1.5 million visitors", 1500000.0, "visitor", "nearly", "count"),
            ("about 60 percent", 60.0, "percent", "about", "percent"),
        ],
    ),
    (
        "The city plans to have 500 or more start-ups and 20,000+ jobs.",
        [
            ("500 or more start-ups", 500.0, "start-up", "at_least", "count"),
            ("20,000+ jobs", 20000.0, "job", "over", "count"),
        ],
    ),
    (
        "Two dozen firms and half a million people took part.",
        [
            ("Two dozen firms", 24.0, "firm", "exact", "count"),
            ("half a million people", 500000.0, "person", "exact", "count"),
        ],
    ),
    (
        "Two hundred and fifty teams, twenty-one of which were foreign, entered.",
        [
            ("Two hundred and fifty teams", 250.0, "team", "exact", "count"),
            ("twenty-one", 21.0, None, "exact", "count"),
        ],
    ),
    (
        "She is a 34-year-old engineer with one and a half years of practice.",
        [
            ("34-year-old", 34.0, "year", "exact", "duration"),
            ("one and a half years", 1.5, "year", "exact", "duration"),
        ],
    ),
    (
        "At most five teams, fewer than 50 people, may enter.",
        [
            ("At most five teams", 5.0, "team", "up_to", "count"),
            ("fewer than 50 people", 50.0, "person", "up_to", "count"),
        ],
    ),
    (
        "Roughly 1,200 square kilometres of forest burned for over 12 days.",
        [
            ("Roughly 1,200 square kilometres", 1200.0, "km2", "about", "measure"),
            ("over 12 days", 12.0, "day", "over", "duration"),
        ],
    ),
    (
        "Temperatures fell to minus 5 degrees Celsius.",
        [
            ("minus 5 degrees Celsius", -5.0, "celsius", "exact", "measure"),
        ],
    ),
    (
        "The tower is 120m tall and holds 600 GB.",
        [
            ("120m", 120.0, "m", "exact", "measure"),
            ("600 GB", 600.0, "GB", "exact", "measure"),
        ],
    ),
    (
        "The index fell 1.8% to 3,210.45 points.",
        [
            ("1.8%", 1.8, "percent", "exact", "growth"),
            ("3,210.45 points", 3210.45, "point", "exact", "measure"),
        ],
    ),
    (
        "He paid 50 cents for 2 pounds of rice.",
        [
            ("50 cents", 50.0, "cent", "exact", "money"),
            ("2 pounds", 2.0, "lb", "exact", "measure"),
        ],
    ),
    (
        "It cost 3 dollars and 50 cents.",
        [
            ("3 dollars and 50 cents", 3.5, "USD", "exact", "money"),
        ],
    ),
    (
        "A 100,000-square-metre park and a 3-billion-yuan fund were unveiled.",
        [
            ("100,000-square-metre", 100000.0, "m2", "exact", "measure"),
            ("3-billion-yuan", 3000000000.0, "CNY", "exact", "money"),
        ],
    ),
    (
        "Around 80 percent of the 4,000-odd tenants are small.",
        [
            ("Around 80 percent", 80.0, "percent", "about", "percent"),
            ("4,000-odd tenants", 4000.0, "tenant", "over", "count"),
        ],
    ),
    (
        "Enterprise of 6,000 is gathered in zone, output value break through 20 billion yuan.",
        [
            ("6,000", 6000.0, None, "exact", "count"),
            ("break through 20 billion yuan", 20000000000.0, "CNY", "over", "money"),
        ],
    ),
    (
        "Four out of five towns spent 3 million euros over six years (about $3.3 million).",
        [
            ("Four out of five towns", 0.8, "share", "exact", "ratio"),
            ("3 million euros", 3000000.0, "EUR", "exact", "money"),
            ("six years", 6.0, "year", "exact", "duration"),
            ("about $3.3 million", 3300000.0, "USD", "about", "money"),
        ],
    ),
    (
        "It slipped from fourth to sixth; a 22-strong team saw fees top $1 million around the three lakes.",
        [
            ("fourth", 4.0, "rank", "exact", "rank"),
            ("sixth", 6.0, "rank", "exact", "rank"),
            ("22-strong team", 22.0, "team", "exact", "count"),
            ("top $1 million", 1000000.0, "USD", "over", "money"),
            ("three lakes", 3.0, "lake", "exact", "count"),
        ],
    ),
    (
        "Only one laboratory passed.",
        [
            ("one laboratory", 1.0, "laboratory", "exact", "count"),
        ],
    ),
    (
        "Net sales rose 6 . 2 % to $ 1.45 billion in 1988 .",
        [
            ("6 . 2 %", 6.2, "percent", "exact", "growth"),
            ("$ 1.45 billion", 1450000000.0, "USD", "exact", "money"),
        ],
    ),
    (
        "It has 1 414 021 residents and 5m users.",
        [
            ("1 414 021 residents", 1414021.0, "resident", "exact", "count"),
            ("5m users", 5000000.0, "user", "exact", "count"),
        ],
    ),
]

CHINESE: list[tuple[str, list[tuple[object, ...]]]] = [
    (
        "全市新增高新技术企业120家，总数突破2000家。",
        [
            ("120家", 120.0, "家", "exact", "count"),
            ("突破2000家", 2000.0, "家", "over", "count"),
        ],
    ),
    (
        "项目总投资约3.5亿元（约合5000万美元），占地200余亩。",
        [
            ("约3.5亿元", 350000000.0, "CNY", "about", "money"),
            ("约合5000万美元", 50000000.0, "USD", "about", "money"),
            ("200余亩", 200.0, "mu", "over", "measure"),
        ],
    ),
    (
        "第三届湖畔论坛吸引了来自14个国家的300多名代表。",
        [
            ("第三届湖畔论坛", 3.0, "edition", "exact", "ordinal"),
            ("14个国家", 14.0, "个", "exact", "count"),
            ("300多名代表", 300.0, "名", "over", "count"),
        ],
    ),
    (
        "技术合同成交额达12.6亿元，同比增长26.75%，居全省第三位。",
        [
            ("12.6亿元", 1260000000.0, "CNY", "exact", "money"),
            ("26.75%", 26.75, "percent", "exact", "growth"),
            ("居全省第三位", 3.0, "rank", "exact", "rank"),
        ],
    ),
    (
        "力争到2025年，培育上市公司不少于10家。",
        [
            ("不少于10家", 10.0, "家", "at_least", "count"),
        ],
    ),
    (
        "研发投入占比提高0.3个百分点。",
        [
            ("0.3个百分点", 0.3, "percentage_point", "exact", "growth"),
        ],
    ),
    (
        "该县排名上升5位，进入全国百强。",
        [
            ("上升5位", 5.0, "place", "exact", "rank_change"),
            ("百强", 100.0, None, "exact", "list_size"),
        ],
    ),
    (
        "给予最高100万元的一次性奖励。",
        [
            ("最高100万元", 1000000.0, "CNY", "up_to", "money"),
        ],
    ),
    (
        "近三分之一的企业、一半以上的员工来自外地。",
        [
            ("近三分之一", 0.3333333333333333, "share", "nearly", "ratio"),
            ("一半以上", 0.5, "share", "at_least", "ratio"),
        ],
    ),
    (
        "产值翻一番，出口增长了2倍。",
        [
            ("翻一番", 2.0, "times", "exact", "multiplier"),
            ("2倍", 2.0, "times", "exact", "multiplier"),
        ],
    ),
    (
        "园区用时三年，建成两个中心、五条生产线。",
        [
            ("三年", 3.0, "year", "exact", "duration"),
            ("两个中心", 2.0, "个", "exact", "count"),
            ("五条生产线", 5.0, "条", "exact", "count"),
        ],
    ),
    (
        "引进人才三万二千名，培训一百二十人。",
        [
            ("三万二千名", 32000.0, "名", "exact", "count"),
            ("一百二十人", 120.0, "人", "exact", "count"),
        ],
    ),
    (
        "２０１８年５月３１日，共签约项目４０个。",
        [
            ("４０个", 40.0, "个", "exact", "count"),
        ],
    ),
    (
        "百分之二十的利润用于研发，四成用于扩产。",
        [
            ("百分之二十", 20.0, "percent", "exact", "percent"),
            ("四成", 40.0, "percent", "exact", "percent"),
        ],
    ),
    (
        "招聘岗位200至300个，月薪5000元以上。",
        [
            ("200至300个", (200.0, 300.0), "个", "range", "count"),
            ("5000元以上", 5000.0, "CNY", "at_least", "money"),
        ],
    ),
    (
        "首届创新大会举行，首批20家单位入选。",
        [
            ("首届", 1.0, "edition", "exact", "ordinal"),
            ("首批", 1.0, "batch", "exact", "ordinal"),
            ("首批20家单位", 20.0, "家", "exact", "count"),
        ],
    ),
    (
        "该县连续第六年入选。",
        [
            ("连续第六年", 6.0, "time", "exact", "ordinal"),
        ],
    ),
    (
        "前十名中，本市占三席。",
        [
            ("前十名", 10.0, "名", "exact", "list_size"),
            ("三席", 3.0, "席", "exact", "count"),
        ],
    ),
    (
        "装机容量500MW，年发电量12亿千瓦时。",
        [
            ("500MW", 500.0, "MW", "exact", "measure"),
            ("12亿千瓦时", 1200000000.0, "kWh", "exact", "measure"),
        ],
    ),
    (
        "日均处理量由2.1万吨提高到3.6万吨。",
        [
            ("2.1万吨", 21000.0, "tonne", "exact", "measure"),
            ("3.6万吨", 36000.0, "tonne", "exact", "measure"),
        ],
    ),
    (
        "建设期5年，3-5年内达产。",
        [
            ("5年", 5.0, "year", "exact", "duration"),
            ("3-5年", (3.0, 5.0), "year", "range", "duration"),
        ],
    ),
]

ENGLISH_SILENT = [
    "Fortune 500 firms use the G60 corridor under the 863 Program with 5G and 6G.",
    "Call 0571-8765 4321 or +86 571 8765 4321 to reach Room 301.",
    "One of them came for the first time; the two sides met on the 21st.",
    "Version 2.4.1 runs on Windows 11 at 192.168.0.1.",
    "The 13th Five-Year Plan ends in 2020, see [3] and ISBN 978-7-111-12345-6.",
    "On Sept 3-5 and by 2025 it opens at 10:30.",
    "The Big Four and Group of Seven met at Gate 12, 45 Lake Road.",
    'The 5568 project and the "double ten" plan go on.',
    "The final ended 3-1 after 1:06:42.",
    "A 300mm wafer line and 3D printers stand there.",
    "The 21st century began with a 1990s boom.",
    "The first quarter saw a second company leave.",
    "Between 2016-2020 and 2018-05-31 nothing moved.",
    "No one knew which one was which.",
]

CHINESE_SILENT = [
    "第一季度和上半年都已过去。",
    "863计划和世界500强企业使用5G技术。",
    "拨打0571-87654321或12345热线咨询。",
    "一家企业负责人说，第一时间完成。",
    "第十四个五年规划期间，一带一路沿线活跃。",
    "2018年5月31日上午9点，两会召开。",
    "第三产业与第三方机构统一行动。",
]
