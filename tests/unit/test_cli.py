"""Every command, on a small workplace; what goes to stdout, what to stderr, and the exit code."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from chronicle import cli
from chronicle.line import people
from chronicle.line.workplace import Workplace

SAMPLES = Path(__file__).parents[2] / "samples"


class Chronicle:
    """The command line on one workplace, in this process."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self._capsys, self._monkeypatch = folder, capsys, monkeypatch

    def __call__(self, *words: str) -> tuple[int, str, str]:
        """Exit code, stdout, stderr."""
        arguments = ["chronicle", *words]
        self._monkeypatch.setattr(sys, "argv", arguments)
        for name in ("RAW", "WAREHOUSE", "SOURCES"):
            self._monkeypatch.setenv(f"CHRONICLE_{name}", str(self.folder / name.lower()))
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        told = self._capsys.readouterr()
        code = stopped.value.code
        return (0 if code is None else int(code)), told.out, told.err

    def ok(self, *words: str) -> str:
        code, out, err = self(*words)
        assert code == 0, err
        return out

    def events(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.ok("events", "--format", "json").splitlines()]


@pytest.fixture
def chronicle(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Chronicle:
    return Chronicle(tmp_path, capsys, monkeypatch)


@pytest.fixture
def ran(chronicle: Chronicle) -> Chronicle:
    chronicle.ok("ingest", str(SAMPLES / "open-regions"), str(SAMPLES / "text-dumps"))
    chronicle.ok("run")
    return chronicle


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    code = "import sys, chronicle.cli; sys.exit(any(m in sys.modules for m in ('polars', 'dagster', 'bs4', 'numpy')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_run_tells_what_came_of_it_and_a_second_that_nothing_changed(chronicle: Chronicle) -> None:
    ingested = chronicle.ok("ingest", str(SAMPLES / "open-regions"), str(SAMPLES / "text-dumps"))
    assert "page.ingested" in ingested
    assert "broken.html" in ingested
    first = chronicle.ok("run")
    assert "Release 1 is at" in first
    assert "no article" in first
    assert "Nothing changed" in chronicle.ok("run")


def test_progress_goes_to_stderr(chronicle: Chronicle) -> None:
    _, out, err = chronicle("ingest", str(SAMPLES / "open-regions"))
    assert "journal:" in err
    assert "journal:" not in out


def test_options_work_before_and_after_the_command(chronicle: Chronicle, tmp_path: Path) -> None:
    page = str(SAMPLES / "open-regions" / "leeds-fund.html")
    chronicle.ok("--raw", str(tmp_path / "a"), "ingest", page)
    assert (tmp_path / "a" / "journal").is_dir()
    chronicle.ok("ingest", page, "--raw", str(tmp_path / "b"))
    assert (tmp_path / "b" / "journal").is_dir()


def test_inspect_gives_one_object_a_page_and_writes_nothing(chronicle: Chronicle) -> None:
    lines = chronicle.ok("inspect", str(SAMPLES / "open-regions"), "--json").splitlines()
    pages = {Path(row["page"]).name: row for row in map(json.loads, lines)}
    fund = pages["leeds-fund.html"]
    assert fund["article"]["published"] == "2023-09-19"
    assert fund["events"]
    for event in fund["events"]:
        assert fund["article"]["text"][event["start"] : event["end"]] == event["quote"]
    assert pages["missing.html"]["article"] is None
    assert pages["missing.html"]["events"] == []
    assert not (chronicle.folder / "raw").exists()


def test_inspect_explains_for_people(chronicle: Chronicle) -> None:
    out = chronicle.ok("inspect", str(SAMPLES / "open-regions" / "leeds-fund.html"), "--explain")
    assert "spin-out" in out
    assert "event 1" in out


def test_inspect_knows_pages_of_the_journal_by_name(ran: Chronicle) -> None:
    assert "Ningbo" in ran.ok("inspect", "ningbo-rd.txt")
    code, _, err = ran("inspect", "no-such-page.html")
    assert code == 2
    assert "no-such-page.html" in err


def test_events_are_filtered(ran: Chronicle) -> None:
    every = ran.events()
    assert every
    kind = str(every[0]["type"])
    kept = [json.loads(line) for line in ran.ok("events", "--type", kind, "--format", "json").splitlines()]
    assert {row["type"] for row in kept} == {kind}
    assert "Leeds" in ran.ok("events", "--place", "Leeds", "--format", "csv")
    assert ran.ok("events", "--text", "no such words anywhere", "--format", "json") == ""
    assert ran.ok("events", "--since", "2099", "--format", "json") == ""


@pytest.mark.parametrize(
    "words",
    [
        ("events", "--type", "party"),
        ("events", "--format", "xml"),
        ("why", "ffffffffffff"),
        ("diff", "1", "99"),
        ("ingest", "no/such/file"),
        ("replay", "--to", "99999"),
        ("no-such-command",),
        ("events", "--since", "2020-02-30"),
        ("events", "--until", "last week"),
        ("inspect", ""),
        ("ingest", ""),
        ("ingest", "http://"),
        ("retract", "ningbo-rd.txt", "--by", " ", "--why", "x"),
        ("correct", "ningbo-rd.txt", "--field", "weather", "--to", "x", "--by", "me", "--why", "y"),
    ],
)
def test_a_wrong_call_is_one_sentence_and_exit_code_2(ran: Chronicle, words: tuple[str, ...]) -> None:
    code, _, err = ran(*words)
    assert code == 2
    assert "Traceback" not in err
    assert err.strip()


def test_why_shows_the_words_the_page_and_the_journal(ran: Chronicle) -> None:
    event = ran.events()[0]
    told = ran.ok("why", str(event["event_id"])[:12])
    for part in ("“", "code points", "inbox:", "journal", "page.ingested", "release 1: added"):
        assert part in told


def test_releases_and_diff(ran: Chronicle) -> None:
    ran.ok("ingest", str(SAMPLES / "lakeside-times"))
    ran.ok("run")
    rows = [json.loads(line) for line in ran.ok("releases", "--format", "json").splitlines()]
    assert [row["release"] for row in rows] == [1, 2]
    assert "added" in ran.ok("diff", "1", "2", "--format", "csv")


def test_replay_and_verify(ran: Chronicle, tmp_path: Path) -> None:
    ran.ok("replay", "--into", str(tmp_path / "again"))
    assert (tmp_path / "again" / "latest" / "datapackage.json").exists()
    assert "what was committed" in ran.ok("verify", "--replay")


def test_verify_names_a_damaged_file_and_exits_1(ran: Chronicle) -> None:
    release = ran.folder / "warehouse" / "releases" / "000001" / "events"
    victim = next(iter(sorted(release.iterdir())))
    victim.write_bytes(b"flipped")
    code, out, _ = ran("verify")
    assert code == 1
    assert victim.name in out


def test_a_correction_is_applied_told_and_withdrawn(ran: Chronicle) -> None:
    event = next(row for row in ran.events() if row["status"] == "occurred")
    quote = json.loads(ran.ok("inspect", "leeds-fund.html", "--json"))["events"][0]["quote"]
    event_id = next(
        str(row["event_id"]) for row in ran.events() if "“" + quote[:40] in ran.ok("why", str(row["event_id"]))
    )
    assert event
    ran.ok(
        "correct",
        "leeds-fund.html",
        "--quote",
        quote,
        "--field",
        "type",
        "--to",
        "governance",
        "--by",
        "Mo",
        "--why",
        "x",
    )
    ran.ok("run")
    assert next(row for row in ran.events() if row["event_id"] == event_id)["type"] == "governance"
    told = ran.ok("why", event_id)
    assert "corrected by Mo" in told
    entry = told.split("entry ")[-1].split()[0]
    ran.ok("withdraw", entry, "--by", "Mo", "--why", "it was right before")
    ran.ok("run")
    assert next(row for row in ran.events() if row["event_id"] == event_id)["type"] != "governance"


def test_a_retracted_page_goes_and_comes_back(ran: Chronicle) -> None:
    before = ran.events()
    ran.ok("retract", "leeds-fund.html", "--by", "Mo", "--why", "a test page")
    ran.ok("run")
    assert len(ran.events()) < len(before)
    changes = pl.read_parquet(f"{ran.folder}/warehouse/latest/changes/")
    assert {"articles", "events", "event_sources"} <= set(changes.filter(pl.col("kind") == "retracted")["table"])
    gone = changes.filter(pl.col("kind") == "retracted", pl.col("table") != "places")
    assert set(gone.select("actor", "why").iter_rows()) == {("Mo", "a test page")}
    ran.ok("reinstate", "leeds-fund.html", "--by", "Mo", "--why", "it counts after all")
    ran.ok("run")
    assert ran.events() == before


def test_an_erased_page_leaves_no_trace(ran: Chronicle) -> None:
    words = b"battery sensors in Leeds"
    ran.ok("erase", "leeds-fund.html", "--by", "Mo", "--why", "court order 7")
    ran.ok("run")
    ran.ok("verify")
    for path in ran.folder.rglob("*"):
        assert not path.is_file() or words not in path.read_bytes(), path
    assert all("spin-out" not in str(row["title"]) for row in ran.events())
    replayed = ran.folder / "replayed"
    ran.ok("replay", "--into", str(replayed))
    assert not any(words in path.read_bytes() for path in replayed.rglob("*") if path.is_file())


def test_an_erasure_that_was_killed_half_way_is_named_and_finished(
    ran: Chronicle, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ran.ok("why", str(ran.events()[0]["event_id"])).split("(page ")[1].split(")")[0]
    with monkeypatch.context() as killed:
        killed.setattr("chronicle.release.erase.erase", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            people.erase(
                Workplace(str(ran.folder / "raw"), str(ran.folder / "warehouse"), Path("none")), page, "a", "b"
            )
    code, out, _ = ran("verify")
    assert code == 1
    assert page in out
    ran.ok("erase", page, "--by", "Mo", "--why", "court order 7")
    ran.ok("verify")


def test_a_journal_that_lost_its_end_is_not_published_from(ran: Chronicle) -> None:
    ran.ok("ingest", str(SAMPLES / "lakeside-times"))
    ran.ok("run")
    last = sorted((ran.folder / "raw" / "journal").glob("*[0-9].jsonl"))[-1]
    last.unlink()
    shutil.rmtree(ran.folder / "raw" / "cache")
    for words in (("verify",), ("run",)):
        code, out, err = ran(*words)
        assert code == 1
        assert "backup" in out + err
    assert len(list((ran.folder / "warehouse" / "releases").iterdir())) == 2


def test_a_file_of_the_inbox_has_one_name_however_it_is_given(chronicle: Chronicle) -> None:
    inbox = chronicle.folder / "raw" / "inbox"
    inbox.mkdir(parents=True)
    (inbox / "empty.html").touch()
    assert "1 ingest.rejected" in chronicle.ok("run")
    assert "nothing new; 1 already known" in chronicle.ok("ingest", str(inbox))


def test_names_and_titles_are_printed_as_they_are(chronicle: Chronicle) -> None:
    folder = chronicle.folder / "x["
    folder.mkdir()
    (folder / "b]\nc.html").touch()
    text = "The city of Leeds opened a laboratory for photonics in Leeds, England, on March 3, 2021, officials said."
    page = folder / "page.html"
    page.write_text(f"<title>[b]Lab[/b] opens</title><h1>[b]Lab[/b] opens</h1><p>{text}</p><p>{text[4:]}</p>")
    assert "x[/b]?c.html is empty." in chronicle.ok("ingest", str(folder))
    assert "[b]Lab[/b] opens" in chronicle.ok("inspect", str(page))


@pytest.mark.parametrize("words", [("events",), ("events", "--json"), ("run",)])
def test_a_reader_that_leaves_is_no_failure(ran: Chronicle, words: tuple[str, ...]) -> None:
    where = ["--raw", str(ran.folder / "raw"), "--warehouse", str(ran.folder / "warehouse")]
    with subprocess.Popen(
        [sys.executable, "-m", "chronicle.cli", *where, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
    assert process.returncode == 0, told
    assert b"rror" not in told


def test_json_and_csv_have_short_forms(ran: Chronicle) -> None:
    assert ran.ok("events", "--json") == ran.ok("events", "--format", "json")
    assert ran.ok("releases", "--csv") == ran.ok("releases", "--format", "csv")


def test_a_fault_of_ours_is_one_sentence_too(chronicle: Chronicle, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by design")

    monkeypatch.setattr("chronicle.line.query.events", failing)
    code, _, err = chronicle("events")
    assert code == 1
    assert "ZeroDivisionError: by design" in err
    assert "CHRONICLE_TRACEBACK=1" in err
    assert "Traceback (most" not in err
