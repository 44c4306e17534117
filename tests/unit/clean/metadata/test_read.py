"""Metadata of whole pages: text dumps and HTML in the forms that news sites, zones and governments print."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.clean.metadata import read
from chronicle.clean.metadata.record import Metadata
from chronicle.clean.reading import read_page

TITLE = "Larkfield opens battery centre for forty firms"
FIRST = (
    "The city of Larkfield on Monday opened a new centre for battery research that is to house forty firms and two "
    "university laboratories by the end of next year."
)
SECOND = (
    "Officials said the centre will receive a subsidy from the regional fund, and that the first tenants are expected "
    "to move in during the coming spring season."
)
EN = (FIRST, SECOND)
ZH_TITLE = "云岭市发布支持企业研发十条措施"
ZH = (
    "近日，云岭市召开科技创新推进会，会上发布了支持企业研发的十条措施，全市共有三百余家企业代表参加，会议由市科技局主持召开，气氛热烈。",
    "据介绍，该市今年将安排专项资金两亿元，用于支持重点实验室和中试基地建设，力争到年底新增高新技术企业五十家，并建成一批创新平台。",
)


def dump(head: str, end: str = "", title: str = TITLE, text: tuple[str, str] = EN) -> Metadata:
    page = f"{title}\n{head}\n\n{text[0]}\n\n{text[1]}{end}\n"
    return read(read_page(page, "text/plain", None, None).page)


def zh(head: str, end: str = "") -> Metadata:
    return dump(head, end, ZH_TITLE, ZH)


def html(
    head: str = "", body: str = f"<h1>{TITLE}</h1>", end: str = "", *, url: str | None = None, zone: str | None = None
) -> Metadata:
    page = f"<html><head>{head}</head><body>{body}<div><p>{EN[0]}</p><p>{EN[1]}</p></div>{end}</body></html>"
    return read(read_page(page, "text/html", url, zone).page)


@pytest.mark.parametrize(
    ("head", "end", "published", "author", "source"),
    [
        ("By Lin Wei | Larkfield Daily | Updated: 2018-05-31 07:45", "", "2018-05-31", "Lin Wei", "Larkfield Daily"),
        ("(Larkfield Daily Online) 15:22, May 31, 2018", "", "2018-05-31", None, "Larkfield Daily Online"),
        ("Source: Westshire| 2018-05-31 22:10:03|Editor: Li Xia", "", "2018-05-31", None, "Westshire"),
        ("Posted on May 31, 2018 by Anna Moor in News", "", "2018-05-31", "Anna Moor", None),
        ("Lin Wei, Science Daily\n2018-05-31", "", "2018-05-31", "Lin Wei", "Science Daily"),
        ("Release time: 2018-05-31 Source of information: Gazette Browse: 31", "", "2018-05-31", None, "Gazette"),
        ("Date: 2018/5/31   Views: 23", " (author: Lin Wei)", "2018-05-31", "Lin Wei", None),
        ("Date: 2018/5/31   Views: 23", " (Lin Wei)", "2018-05-31", "Lin Wei", None),
        ("Date: 2018/5/31", "\n\nSource: Larkfield Daily  Author: Lin Wei", "2018-05-31", "Lin Wei", "Larkfield Daily"),
        ("Larkfield Daily 2018-05-31 09:20", "", "2018-05-31", None, "Larkfield Daily"),
        ("02-28 10:15  Source: Larkfield Daily", "", "XXXX-02-28", None, "Larkfield Daily"),
        ("Issue: March 2014 | Larkfield Review", "", "2014-03", None, "Larkfield Review"),
        ("【Time: 2018-05-31 09:10】【Source: Gazette】【Writer: Lin Wei】", "", "2018-05-31", "Lin Wei", "Gazette"),
        ("Publisher: admin  Release date: 2018-05-31  Popularity: 22", "", "2018-05-31", None, None),
    ],
)  # fmt: skip
def test_english_dumps(head: str, end: str, published: str, author: str | None, source: str | None) -> None:
    found = dump(head, end)
    assert (found.title, found.published, found.author, found.source) == (TITLE, published, author, source)
    assert found.lang == "en"


@pytest.mark.parametrize(
    ("head", "end", "published", "author", "source"),
    [
        ("2014-03-21 09:15　来源：科技日报　作者：李明　【字体：大 中 小】", "", "2014-03-21", "李明", "科技日报"),
        ("发布时间：2014年3月21日 10:20 信息来源：云岭市科技局 浏览次数：120", "", "2014-03-21", None, "云岭市科技局"),
        ("2014年03月21日 10:20　　来源：经济日报—中国经济网", "", "2014-03-21", None, "经济日报—中国经济网"),
        ("科技日报 2014-03-21 10:20", "（记者 王芳 通讯员 李强）", "2014-03-21", "王芳、李强", "科技日报"),
        ("本报记者 王芳\n2014-03-21", "", "2014-03-21", "王芳", None),
        ("稿件来源: 云岭日报 编辑: 李四 2014-03-21", "", "2014-03-21", None, "云岭日报"),
        ("时间:2014-3-21 9:12:00 来源:本站 作者:佚名", "", "2014-03-21", None, None),
        ("2014-03-21", "（王芳）", "2014-03-21", "王芳", None),
        ("日期：[2014-03-21]  作者：王芳　李强  来源：云岭日报", "", "2014-03-21", "王芳、李强", "云岭日报"),
        ("二〇一四年三月二十一日", "\n责任编辑：李四", "2014-03-21", None, None),
        ("", "\n来源：云岭日报\n作者：王芳\n2014-03-21", "2014-03-21", "王芳", "云岭日报"),
    ],
)  # fmt: skip
def test_chinese_dumps(head: str, end: str, published: str, author: str | None, source: str | None) -> None:
    found = zh(head, end)
    assert (found.title, found.published, found.author, found.source) == (ZH_TITLE, published, author, source)
    assert found.lang == "zh"


def test_a_dateline_names_agency_and_reporters_but_no_year() -> None:
    page = f"{ZH_TITLE}\n\n新华社云岭3月21日电（记者王芳、李强）{ZH[0]}\n\n{ZH[1]}"
    found = read(read_page(page, "text/plain", None, None).page)
    assert (found.published, found.author, found.source) == (None, "王芳、李强", "新华社")


def test_bylines_titles_and_notes_are_consumed_and_text_is_not() -> None:
    head = f"Home > News\n{TITLE}\nDate: 2018-05-31 Source: Larkfield Daily\n\n(Editor's note: shortened by us.)"
    page = read_page(f"{head}\n\n{EN[0]}\n\n{EN[1]}", "text/plain", None, None).page
    consumed = {page.lines[i].text for i in read(page).consumed}
    assert TITLE in consumed
    assert "Date: 2018-05-31 Source: Larkfield Daily" in consumed
    assert "(Editor's note: shortened by us.)" in consumed
    assert not consumed & set(EN)


def test_html_spans_without_spaces_between_them() -> None:
    body = (
        f"<h1>{TITLE}</h1><p class=meta><span>Author:</span><a>Lin Wei</a><span>Source:</span><b>Larkfield Daily</b>"
        "<span>Date:</span><i>2014-03-21</i></p>"
    )
    found = html(f"<title>{TITLE}</title>", body)
    assert (found.published, found.author, found.source) == ("2014-03-21", "Lin Wei", "Larkfield Daily")


def test_a_page_set_in_tables_with_the_sites_name_for_a_title() -> None:
    body = f"<table><tr><td>News</td></tr><tr><td>{TITLE}</td></tr><tr><td>2014/03/21 Lin Wei</td></tr></table>"
    found = html("<title>Larkfield Daily</title>", body)
    assert (found.title, found.published, found.author) == (TITLE, "2014-03-21", "Lin Wei")
    assert found.source == "Larkfield Daily"
    assert found.origins["title"] == "position"


@pytest.mark.parametrize(
    "tag",
    [
        f"{TITLE} | Larkfield Daily",
        f"{TITLE}_News_Larkfield Daily",
        f"Larkfield Daily: {TITLE}",
        f"{TITLE} - Larkfield Daily",
    ],
)
def test_the_title_tag_gives_the_headline_and_the_site(tag: str) -> None:
    found = html(f"<title>{tag}</title>", f"<div>{TITLE}</div>")
    assert (found.title, found.source) == (TITLE, "Larkfield Daily")


def test_a_banner_heading_is_not_the_headline() -> None:
    head = f'<title>{TITLE} | Larkfield Daily</title><meta property="og:site_name" content="Larkfield Daily">'
    assert html(head, f"<h1>Larkfield Daily</h1><h2>{TITLE}</h2>").title == TITLE


def test_declared_metadata_alone() -> None:
    head = (
        f'<title>{TITLE} - LD</title><meta property="og:title" content="{TITLE}"><meta name="author" content="Lin Wei">'
        '<meta property="article:published_time" content="2014-03-21T08:00:00+08:00">'
        '<meta property="og:site_name" content="Larkfield Daily">'
    )
    found = html(head, "")
    assert (found.title, found.published, found.author, found.source) == (
        TITLE,
        "2014-03-21",
        "Lin Wei",
        "Larkfield Daily",
    )
    assert found.origins["published"] == "meta:article:published_time"
    assert found.published_kind == "published"


PUBLISHED = '<meta property="article:published_time" content="%s">'
MODIFIED = '<meta property="article:modified_time" content="2020-02-02T10:00:00+08:00">'


def test_a_modified_date_is_not_the_publication_date() -> None:
    found = html(PUBLISHED % "2020-01-05" + MODIFIED, f"<h1>{TITLE}</h1><p>Last updated: 2 February 2020</p>")
    assert (found.published, found.published_kind) == ("2020-01-05", "published")


def test_a_page_that_only_shows_an_update_says_so() -> None:
    found = html("", f"<h1>{TITLE}</h1><p>Updated: December 24, 2019</p>")
    assert (found.published, found.published_kind) == ("2019-12-24", "updated")


def test_a_modified_date_that_nobody_sees_dates_nothing() -> None:
    assert html(MODIFIED, f"<h1>{TITLE}</h1>").published is None


def test_a_date_in_the_data_of_scripts_counts_where_it_is_the_only_one() -> None:
    data = '<div data-page="{&quot;datePublished&quot;:&quot;2019-07-08T09:00:00Z&quot;}"></div>'
    assert html("", f"<h1>{TITLE}</h1>{data}").published == "2019-07-08"
    assert html("", f"<h1>{TITLE}</h1>{data}{data.replace('07-08', '07-09')}").published is None


def test_what_readers_see_wins_over_what_machines_are_told() -> None:
    found = html(PUBLISHED % "2020-01-05", f"<h1>{TITLE}</h1><p>Published: 7 January 2020</p>")
    assert (found.published, found.origins["published"]) == ("2020-01-07", "byline")


def test_utc_stamps_count_in_the_sources_zone_or_as_the_page_shows() -> None:
    head = PUBLISHED % "2020-01-05T22:30:00Z"
    assert html(head).published == "2020-01-05"
    assert html(head, zone="Asia/Shanghai").published == "2020-01-06"
    assert html(head, f"<h1>{TITLE}</h1><p>January 6, 2020</p>").published == "2020-01-06"


def test_an_offset_keeps_its_own_day() -> None:
    assert html(PUBLISHED % "2020-01-05T23:30:00-05:00", zone="Asia/Shanghai").published == "2020-01-05"


@pytest.mark.parametrize(
    ("lang", "address", "expected"),
    [
        ("en-US", "https://news.example.com/a", "2014-03-04"),
        ("en-GB", "https://news.example.com/a", "2014-04-03"),
        ("de", "https://news.example.com/a", "2014-04-03"),
        ("en-US", "https://news.example.com/2014/04/03/a", "2014-04-03"),
    ],
)
def test_day_and_month_by_language_and_agreement(lang: str, address: str, expected: str) -> None:
    page = (
        f'<html lang="{lang}"><body><h1>{TITLE}</h1><p>Posted: 03/04/2014</p><p>{EN[0]}</p><p>{EN[1]}</p></body></html>'
    )
    assert read(read_page(page, "text/html", address, None).page).published == expected


@pytest.mark.parametrize(
    "furniture",
    [
        "<p>Today is Sunday, October 2, 2022</p><p>Weather 21°C</p>",
        "<div>2014年12月22日 星期一 成都 多云 4℃-9℃</div><ul><li>Home</li><li>News</li><li>Contact</li></ul>",
    ],
)
def test_dates_of_the_pages_furniture_date_nothing(furniture: str) -> None:
    assert (
        html(
            "", f"{furniture}<h1>{TITLE}</h1>", "<p>Copyright 2010-2022 Larkfield. Powered by X, 2018-11-21 04:10</p>"
        ).published
        is None
    )


def test_dates_of_related_pages_date_nothing() -> None:
    related = "".join(f"<li><a>Older story number {day}</a> <i>2013-07-{day}</i></li>" for day in range(10, 20))
    assert html("", f"<h1>{TITLE}</h1>", f"<h3>More</h3><ul>{related}</ul>").published is None


def test_the_address_dates_a_page_that_says_nothing() -> None:
    found = html("", url="http://www.larkfield.example/news/202209/t20220926_642.html")
    assert (found.published, found.origins["published"]) == ("2022-09-26", "address")
    assert html("", url="http://www.larkfield.example/news/20220026/642.html").published is None


def test_a_source_link_names_the_host_it_leads_to() -> None:
    link = '<p><a href="https://www.westshire-post.example/story/1">Source link</a></p>'
    assert html("", f"<h1>{TITLE}</h1>", link).source == "westshire-post.example"


def test_without_any_word_the_host_is_the_source() -> None:
    assert html("", url="https://www.larkfield.example/a").source == "larkfield.example"


def test_an_editor_is_no_author() -> None:
    assert html("", f"<h1>{TITLE}</h1><p>2014-03-21 Editor: Li Xia</p>").author is None


PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<h1>", "<div class=author>", "</div>", "<span class=date>", "</span>", "<a href='//x'>",
        "</a>", "<time datetime='20x'>", "<title>", "</title>", "<meta property=og:title content='", "'>", "Source:",
        "<script type=application/ld+json>{", "</script>", "来源：", "作者", "By ", "2014-3-2", "New", "(", ")", "【",
        "】", "|", ":", "：", "\n", "\x00", EN[0], ZH[0], "A B",
    ]
)  # fmt: skip


@settings(deadline=None, max_examples=120)
@given(
    st.lists(st.one_of(PIECES, st.text(string.printable, max_size=6)), max_size=40),
    st.sampled_from(["text/html", "text/plain"]),
)
def test_read_never_raises_and_stays_in_bounds(parts: list[str], media_type: str) -> None:
    page = read_page("".join(parts), media_type, "http://[bad", "Nowhere/Land").page
    found = read(page)
    assert all(0 <= i < len(page.lines) for i in found.consumed)
    assert found == read(page)
    for name in ("title", "published", "author", "source"):
        assert (getattr(found, name) is None) == (name not in found.origins)
