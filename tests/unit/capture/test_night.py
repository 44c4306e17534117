"""Capture against a real server: what is due, what changed, what went wrong."""

import gzip
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from chronicle.capture import address
from chronicle.capture.night import fetch_due, fetch_now
from chronicle.capture.response import Settings
from chronicle.capture.sources import Source, SourceKind
from chronicle.errors import BadInput, ConfigError
from chronicle.journal.entry import Entry, EntryType
from chronicle.journal.erase import erase
from chronicle.journal.journal import Journal
from chronicle.storage import Storage
from tests.unit.capture.server import Site

QUICK = Settings(
    connect_timeout=2,
    read_timeout=0.4,
    total_timeout=1.0,
    attempts=2,
    first_wait=0.01,
    most_waits=0.02,
    largest=100_000,
)
PAGE = "<html><p>创新园区开园。</p></html>".encode()


class Night:
    """A journal whose clock the test turns, and captures into it."""

    def __init__(self, folder: Path) -> None:
        self.now = datetime(2024, 5, 6, 18, tzinfo=UTC)
        self.journal = Journal(Storage.at(folder), clock=lambda: self.now)

    def due(self, *sources: Source, **options: object) -> list[Entry]:
        drafts = fetch_due(self.journal, sources, settings=QUICK, **options)  # type: ignore[arg-type]
        return [entry for batch in self.journal.commit_all(drafts) for entry in batch.entries]

    def tomorrow(self) -> None:
        self.now += timedelta(days=1)


@pytest.fixture
def night(folder: Path) -> Night:
    return Night(folder)


def source(kind: str, *addresses: str, name: str = "s", local: bool = True, **options: object) -> Source:
    settings = {"language": "zh", "timezone": "Asia/Shanghai", "delay": 0.0} | options
    return Source(name, SourceKind(kind), tuple(addresses), local=local, **settings)  # type: ignore[arg-type]


def reason(site: Site, night: Night, *, local: bool = True, path: str = "/x") -> tuple[EntryType, str]:
    (entry,) = night.due(source("urls", site.at(path), local=local))
    return entry.type, entry.private["reason"].removeprefix(site.at(path)).removesuffix(
        "; it is tried again at the next run."
    ).strip()


def test_a_capture_carries_all_that_later_stages_read(site: Site, night: Night) -> None:
    site.page("/a?id=1", PAGE, ETag='"v1"', Last_Modified="Mon, 06 May 2024 01:02:03 GMT")
    (entry,) = night.due(source("urls", site.at("/a?id=1")), run_id="run-7")
    assert entry.type is EntryType.PAGE_CAPTURED
    assert entry.page_uri == site.at("/a?id=1")
    assert entry.page_id == address.page_id(site.at("/a?id=1"))
    assert entry.run_id == "run-7"
    assert dict(entry.data) == {
        "source": "s", "language": "zh", "timezone": "Asia/Shanghai", "slot": "2024-05-06T00Z/24h", "status": 200,
        "etag": '"v1"', "last_modified": "Mon, 06 May 2024 01:02:03 GMT",
    }  # fmt: skip
    assert entry.body is not None
    assert (entry.body.media_type, entry.body.charset) == ("text/html", "utf-8")
    assert night.journal.body(entry) == PAGE


def test_a_page_is_asked_for_once_a_slot(site: Site, night: Night) -> None:
    pages = source("urls", site.page("/a", PAGE), site.page("/b", PAGE + b"b"))
    assert len(night.due(pages)) == 2
    assert night.due(pages) == []
    assert sorted(site.paths()) == ["/a", "/b"]
    night.tomorrow()
    assert [entry.type for entry in night.due(pages)] == [EntryType.PAGE_UNCHANGED] * 2


@pytest.mark.parametrize(
    "path", ["/%C4%EA?q=%C4%EA+1%2F2%26", "/%E6%96%87/a;b@c,d!", "/a%2Fb?x=a%20b&y", "/p?u=http://b.org/?c=1"]
)
def test_an_address_is_asked_for_as_it_is(site: Site, night: Night, path: str) -> None:
    site.page(path, PAGE)
    (entry,) = night.due(source("urls", site.at(path)))
    assert entry.type is EntryType.PAGE_CAPTURED
    assert site.paths() == [path]


def test_an_etag_that_cannot_be_sent_back(site: Site, night: Night) -> None:
    pages = source("urls", site.page("/a", PAGE, ETag="\xe4\xf6"))
    night.due(pages)
    night.tomorrow()
    assert [entry.type for entry in night.due(pages)] == [EntryType.PAGE_UNCHANGED]


def test_conditional_requests(site: Site, night: Night) -> None:
    pages = source("urls", site.versioned("/a", PAGE, '"v1"'))
    assert night.due(pages)[0].type is EntryType.PAGE_CAPTURED
    for _ in range(2):
        night.tomorrow()
        (entry,) = night.due(pages)
        assert entry.type is EntryType.PAGE_UNCHANGED
        assert entry.data["status"] == 304
        assert entry.body is None
        assert site.asked[-1][1]["if-none-match"] == '"v1"'
    site.versioned("/a", PAGE + b"new", '"v2"')
    night.tomorrow()
    assert night.due(pages)[0].type is EntryType.PAGE_CAPTURED


def test_gone_and_back(site: Site, night: Night) -> None:
    pages = source("urls", site.versioned("/a", PAGE, '"v1"'))
    night.due(pages)
    del site.answers["/a"]
    night.tomorrow()
    assert night.due(pages)[0].type is EntryType.PAGE_GONE
    site.versioned("/a", PAGE, '"v1"')
    night.tomorrow()
    assert night.due(pages)[0].type is EntryType.PAGE_CAPTURED


@pytest.mark.parametrize(
    ("status", "kind", "words"),
    [
        (
            403,
            EntryType.FETCH_DENIED,
            "answered 403: the site does not let us read it; leave it out, or ask its owner.",
        ),
        (500, EntryType.FETCH_FAILED, "answered 500 Internal Server Error"),
        (418, EntryType.FETCH_FAILED, "answered 418"),
        (302, EntryType.FETCH_FAILED, "redirects to nowhere"),
    ],
)
def test_statuses(site: Site, night: Night, status: int, kind: EntryType, words: str) -> None:
    site.page("/x", b"", status)
    assert reason(site, night) == (kind, words)


def test_a_failure_is_tried_again_and_told_once_a_slot(site: Site, night: Night) -> None:
    pages = source("urls", site.page("/x", b"", 503))
    assert len(night.due(pages)) == 1
    assert site.paths() == ["/x", "/x"]
    assert night.due(pages) == []
    site.page("/x", PAGE)
    assert [entry.type for entry in night.due(pages)] == [EntryType.PAGE_CAPTURED]


@pytest.mark.parametrize(
    ("body", "headers", "words"),
    [
        (b"x" * 100_001, {}, "is larger than 0 MB"),
        (b"x" * 9, {"Content_Length": "999999"}, "is larger than 0 MB"),
        (gzip.compress(b" " * 9_000_000), {"Content_Encoding": "gzip"}, "is larger than 0 MB"),
        (b"zz", {"Content_Encoding": "br"}, "is compressed as 'br', which cannot be read; only gzip and deflate can"),
        (b"%PDF-1.7", {}, "is a PDF, not text"),
        (b"", {}, "is empty"),
    ],
)
def test_what_cannot_be_a_page(site: Site, night: Night, body: bytes, headers: dict[str, str], words: str) -> None:
    site.page("/x", body, **headers)
    assert reason(site, night) == (EntryType.FETCH_FAILED, words)


def test_a_compressed_page_is_expanded(site: Site, night: Night) -> None:
    (entry,) = night.due(source("urls", site.page("/x", gzip.compress(PAGE), Content_Encoding="gzip")))
    assert night.journal.body(entry) == PAGE


def silent(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(1.2)


def dripping(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(300):
        handler.wfile.write(b".")
        handler.wfile.flush()
        time.sleep(0.01)


def breaking(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"half")
    handler.close_connection = True


def garbage(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"this is not HTTP\r\n\r\n")
    handler.close_connection = True


def slamming(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (silent, "sent nothing for 0.4 seconds"),
        (dripping, "took longer than 1 seconds"),
        (breaking, "broke off"),
        (garbage, "broke off"),
        (slamming, "broke off"),
    ],
)
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_bad_servers(site: Site, night: Night, answer: object, words: str) -> None:
    site.answers["/x"] = answer  # type: ignore[assignment]
    started = time.monotonic()
    kind, sentence = reason(site, night)
    assert kind is EntryType.FETCH_FAILED
    assert sentence.startswith(words)
    assert time.monotonic() - started < 20  # also on a busy machine


def test_nobody_listens(night: Night) -> None:
    (entry,) = night.due(source("urls", "http://127.0.0.1:9/", name="dead"))
    assert entry.type is EntryType.FETCH_FAILED
    assert "http://127.0.0.1:9/ was not asked for" in entry.private["reason"]
    assert "cannot be reached" in entry.private["reason"]


def test_private_addresses_need_local(site: Site, night: Night) -> None:
    site.page("/x", PAGE)
    kind, words = reason(site, night, local=False)
    assert kind is EntryType.FETCH_DENIED
    assert words == "leads to a private network address; if it is your own server, set local = true for its source."
    by_name = site.origin.replace("127.0.0.1", "localhost") + "/x"
    (entry,) = night.due(source("urls", by_name, local=False))
    assert entry.type is EntryType.FETCH_DENIED
    assert site.asked == []


def test_redirects_are_followed_one_by_one(site: Site, night: Night) -> None:
    site.page("/x", b"", 301, Location="/y#top")
    site.page("/y", b"", 302, Location=site.at("/z"))
    site.page("/z", PAGE, Set_Cookie="id=1; Path=/")
    (entry,) = night.due(source("urls", site.at("/x")))
    assert entry.page_uri == site.at("/x")
    assert entry.private["final_uri"] == site.at("/z")
    night.tomorrow()
    night.due(source("urls", site.at("/x")))
    assert all("cookie" not in headers for _, headers in site.asked)


@pytest.mark.parametrize(
    ("target", "words"),
    [("/x", "redirects more than 5 times"), ("ftp://a.org/", "'ftp://a.org/' is no web address: only http and https")],
)
def test_redirects_that_lead_nowhere(site: Site, night: Night, target: str, words: str) -> None:
    site.page("/x", b"", 301, Location=target)
    kind, sentence = reason(site, night)
    assert kind is EntryType.FETCH_FAILED
    assert sentence.startswith(words)


def test_robots_txt_is_honoured(site: Site, night: Night) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /x\nCrawl-delay: 0.2\n", Content_Type="text/plain")
    for path in ("/a", "/b", "/x"):
        site.page(path, PAGE + path.encode())
    site.page("/to-x", b"", 301, Location="/x")
    started = time.monotonic()
    entries = night.due(source("urls", *map(site.at, ("/a", "/b", "/x", "/to-x"))))
    assert [entry.type for entry in entries] == [EntryType.PAGE_CAPTURED] * 2 + [EntryType.FETCH_DENIED] * 2
    assert "closed to robots" in entries[2].private["reason"]
    assert "/x" not in site.paths()
    assert [path for path, _ in site.asked].count("/robots.txt") == 1
    assert time.monotonic() - started >= 0.4
    assert "chronicle" in site.asked[0][1]["user-agent"]


def test_robots_txt_that_fails_closes_the_site_for_now(site: Site, night: Night) -> None:
    site.page("/robots.txt", b"", 500)
    site.page("/x", PAGE)
    kind, words = reason(site, night)
    assert kind is EntryType.FETCH_FAILED
    assert words.startswith("was not asked for, because its site's robots.txt answered 500")
    assert site.paths() == []


def test_requests_to_a_host_keep_their_distance(site: Site, night: Night) -> None:
    addresses = [site.page(f"/{number}", PAGE + b"%d" % number) for number in range(4)]
    started = time.monotonic()
    assert len(night.due(source("urls", *addresses, delay=0.15))) == 4
    assert time.monotonic() - started >= 0.45


FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>News</title>
<item><title> Park  opens </title><link>{0}/1?utm_source=rss</link></item>
<item><title>Fund set up</title><guid>{0}/2</guid></item>
<item><title>mail</title><link>mailto:a@b.c</link></item></channel></rss>"""


def test_a_feed_is_discovered_then_fetched_once(site: Site, night: Night) -> None:
    site.page("/1", PAGE)
    site.page("/2", PAGE + b"2")
    feed = source("feed", site.page("/feed", FEED.format(site.origin).encode()))
    entries = night.due(feed)
    assert Counter(entry.type for entry in entries) == {EntryType.PAGE_DISCOVERED: 3, EntryType.PAGE_CAPTURED: 2}
    index, first, *_ = entries
    assert index.data["index"] is True
    assert index.data["found"] == 2
    assert (first.page_uri, first.private["title"]) == (site.at("/1"), "Park opens")
    assert first.causation_id == index.entry_id
    assert night.due(feed) == []
    night.tomorrow()
    assert [entry.data.get("index") for entry in night.due(feed)] == [True]
    assert Counter(site.paths()) == {"/feed": 2, "/1": 1, "/2": 1}


def test_a_discovered_page_waits_until_it_was_had(site: Site, night: Night) -> None:
    site.page("/1", b"", 500)
    site.page("/2", PAGE)
    feed = source("feed", site.page("/feed", FEED.format(site.origin).encode()))
    night.due(feed)
    site.page("/feed", b"<rss/>")
    night.tomorrow()
    assert [entry.type for entry in night.due(feed)][-1] is EntryType.FETCH_FAILED
    site.page("/1", PAGE)
    night.tomorrow()
    assert [entry.page_uri for entry in night.due(feed) if entry.type is EntryType.PAGE_CAPTURED] == [site.at("/1")]


def test_a_page_that_never_comes_is_given_up(site: Site, night: Night) -> None:
    site.page("/1", b"", 403)
    site.page("/2", PAGE)
    feed = source("feed", site.page("/feed", FEED.format(site.origin).encode()))
    for _ in range(10):
        night.due(feed)
        night.tomorrow()
    assert site.paths().count("/1") == 7


def test_an_index_that_has_not_changed_is_not_sent_again(site: Site, night: Night) -> None:
    site.page("/1", PAGE)
    site.page("/2", PAGE)
    feed = source("feed", site.versioned("/feed", FEED.format(site.origin).encode(), '"f1"'))
    night.due(feed)
    for _ in range(2):
        night.tomorrow()
        (entry,) = night.due(feed)
        assert (entry.data["found"], entry.data["etag"]) == (0, '"f1"')
        assert site.asked[-1][1]["if-none-match"] == '"f1"'


def test_sitemaps_lead_to_sitemaps(site: Site, night: Night) -> None:
    site.page("/1", PAGE)
    site.page("/2", PAGE + b"2")
    inner = f"<urlset><url><loc>{site.origin}/1</loc></url><url><loc>{site.origin}/2</loc></url></urlset>".encode()
    site.page("/inner.xml.gz", gzip.compress(inner), Content_Type="application/gzip")
    outer = (
        f"<sitemapindex><sitemap><loc>{site.origin}/inner.xml.gz</loc></sitemap>"
        f"<sitemap><loc>{site.origin}/missing.xml</loc></sitemap><sitemap><loc>{site.origin}/map</loc></sitemap></sitemapindex>"
    )
    entries = night.due(source("sitemap", site.page("/map", outer.encode()), match="/[0-9]$"))
    captured = [entry.page_uri for entry in entries if entry.type is EntryType.PAGE_CAPTURED]
    assert captured == [site.at("/1"), site.at("/2")]


def test_a_listing(site: Site, night: Night) -> None:
    site.page("/n/1.html", PAGE)
    site.page("/n/2.html", PAGE + b"2")
    body = (
        b'<a href="1.html"><img></a><a href="1.html#c">The park <b>opens</b></a><a href="2.html">Fund</a>'
        b'<a href="/about">About</a><a href="https://other.example/n/3.html">Other</a><a href="f.pdf">PDF</a>'
    )
    entries = night.due(source("listing", site.page("/n/", body), match=r"/n/\d+\.html", limit=1))
    found = [entry for entry in entries if entry.type is EntryType.PAGE_DISCOVERED and not entry.data.get("index")]
    assert [entry.private.get("title") for entry in found] == ["The park opens", "Fund", "Other"]
    assert [entry.page_uri for entry in entries if entry.type is EntryType.PAGE_CAPTURED] == [site.at("/n/1.html")]


def test_an_index_that_cannot_be_read(site: Site, night: Night) -> None:
    wrong = source("feed", site.page("/feed", b"<html><p>no feed"), name="a")
    missing = source("sitemap", site.at("/none"), name="b")
    entries = night.due(wrong, missing)
    assert [entry.type for entry in entries] == [EntryType.FETCH_FAILED] * 2
    assert "is no RSS or Atom feed" in entries[0].private["reason"]
    assert "answered 404" in entries[1].private["reason"]


def test_which_sources_and_how_many(site: Site, night: Night) -> None:
    a = source("urls", *(site.page(f"/a{number}", PAGE + b"%d" % number) for number in range(5)), name="a", limit=4)
    b = source("urls", site.page("/b", PAGE), name="b", enabled=False)
    assert len(night.due(a, b, limit=2)) == 2
    assert len(night.due(a, b)) == 3
    assert [entry.data["source"] for entry in night.due(a, b, only=["b"])] == ["b"]
    with pytest.raises(ConfigError, match="no source 'c'"):
        night.due(a, b, only=["c"])


def test_an_erased_page_is_not_asked_for_again(site: Site, night: Night) -> None:
    pages = source("urls", site.page("/a", PAGE))
    (entry,) = night.due(pages)
    assert entry.page_id is not None
    erase(night.journal, entry.page_id, who="w", why="y")
    night.tomorrow()
    assert night.due(pages) == []
    assert list(fetch_now(night.journal, [site.at("/a")], [pages], settings=QUICK)) == []


def test_fetching_now_takes_the_settings_of_the_sites_source(site: Site, night: Night) -> None:
    pages = source("urls", site.page("/a", PAGE))
    night.due(pages)
    site.page("/b", PAGE + b"b")
    drafts = list(fetch_now(night.journal, [site.at("/a"), site.at("/b#x")], [pages], settings=QUICK))
    assert [draft.type for draft in drafts] == [EntryType.PAGE_UNCHANGED, EntryType.PAGE_CAPTURED]
    assert drafts[1].data["timezone"] == "Asia/Shanghai"
    (denied,) = fetch_now(night.journal, [site.at("/b")], settings=QUICK)
    assert denied.type is EntryType.FETCH_DENIED
    assert denied.data["source"] is None
    with pytest.raises(BadInput):
        list(fetch_now(night.journal, ["nonsense"]))


def test_nothing_is_due(night: Night) -> None:
    assert night.due() == []
