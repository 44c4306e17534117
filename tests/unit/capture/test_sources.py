"""sources.toml: read in full, and mistakes are one clear sentence."""

from datetime import timedelta
from pathlib import Path

import pytest

from chronicle.capture.sources import SETTINGS, Source, SourceKind, load, parse
from chronicle.errors import ConfigError

FULL = """
[sources.zhejiang-daily]
kind = "listing"
address = ["https://Example.cn/kj/#top", "https://example.cn/kj/"]
language = "zh"
timezone = "Asia/Shanghai"
every = "12h"
delay = 5
limit = 30
match = "/content_\\\\d+"
local = true
enabled = false

[sources.a]
kind = "urls"
address = "https://a.org/x"
"""


def test_everything_that_can_be_set() -> None:
    first, second = parse(FULL)
    assert first == Source("a", SourceKind.URLS, ("https://a.org/x",))
    assert second == Source(
        name="zhejiang-daily",
        kind=SourceKind.LISTING,
        addresses=("https://example.cn/kj/",),
        language="zh",
        timezone="Asia/Shanghai",
        every=timedelta(hours=12),
        delay=5.0,
        limit=30,
        match=r"/content_\d+",
        local=True,
        enabled=False,
    )


def test_files(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == ()
    path = tmp_path / "sources.toml"
    path.write_text(FULL, encoding="utf-8")
    assert [source.name for source in load(path)] == ["a", "zhejiang-daily"]
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match=r"sources\.toml cannot be read"):
        load(path)


GOOD = 'kind = "urls"\naddress = "https://a.org"\n'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[sources.a", "is not TOML"),
        ("[source.a]\nkind='urls'", r"\[source\] is not known"),
        ("sources = 3", r"\[sources\.<name>\]"),
        ("[sources]\na = 3", r"\[sources\.<name>\]"),
        (f"[sources.A]\n{GOOD}", "lower-case"),
        (f"[sources.a]\n{GOOD}colour = 'red'", "unknown setting 'colour'"),
        ("[sources.a]\naddress = 'https://a.org'", "needs a kind, one of urls, feed, sitemap, listing"),
        ("[sources.a]\nkind = 'rss'", "not 'rss'"),
        ("[sources.a]\nkind = 'urls'", "needs an address"),
        ("[sources.a]\nkind = 'urls'\naddress = []", "needs an address"),
        ("[sources.a]\nkind = 'urls'\naddress = 'a.org'", "no web address"),
        (f"[sources.a]\n{GOOD}language = 'Chinese'", "two-letter code"),
        (f"[sources.a]\n{GOOD}timezone = 'Beijing'", "Asia/Shanghai"),
        (f"[sources.a]\n{GOOD}timezone = '../etc'", "no time zone"),
        (f"[sources.a]\n{GOOD}every = 'daily'", "12h or 1d"),
        (f"[sources.a]\n{GOOD}delay = '2'", "delay is a number, not '2'"),
        (f"[sources.a]\n{GOOD}delay = -1", "0 or more"),
        (f"[sources.a]\n{GOOD}limit = true", "limit is a whole number"),
        (f"[sources.a]\n{GOOD}local = 'yes'", "local is true or false"),
        (f"[sources.a]\n{GOOD}match = '('", "no regular expression"),
    ],
)
def test_mistakes(text: str, words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        parse(text)


SHIPPED = Path(__file__).parents[3] / "sources.toml"


def test_the_shipped_file_fetches_nothing() -> None:
    assert load(SHIPPED) == ()


def test_the_shipped_examples_are_right() -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    _, *examples = text.split("\n# [")
    uncommented = "\n".join(f"[{example}".replace("\n# ", "\n") for example in examples)
    assert {source.kind for source in parse(uncommented)} == set(SourceKind)
    documented = {line.split()[1] for line in text.splitlines() if line.startswith("#   ")}
    assert documented == set(SETTINGS)
