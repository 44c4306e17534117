"""The command line, thin over ``chronicle.line``. Results on stdout, progress and errors on stderr.

Exit codes: 0 fine, also when items were rejected; 1 the job failed or a check found a fault; 2 wrong call. Nothing
heavy is imported before a command needs it, so that ``chronicle --help`` answers at once.
"""

import functools
import inspect as inspection
import os
import sys
from collections.abc import Callable
from inspect import Parameter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from chronicle.errors import BadInput, ChronicleError, ConfigError, WrongCall

if TYPE_CHECKING:
    from chronicle.line.workplace import Workplace

FAILED, WRONG_CALL = 1, 2
TRACEBACK_VARIABLE = "CHRONICLE_TRACEBACK"

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain help reads the same in a pipe, in the documentation and on any terminal
    pretty_exceptions_enable=False,
)

Raw = Annotated[str | None, typer.Option(envvar="CHRONICLE_RAW", help="The journal's folder or address [raw].")]
Warehouse = Annotated[
    str | None, typer.Option(envvar="CHRONICLE_WAREHOUSE", help="The releases' folder or address [warehouse].")
]
Sources = Annotated[str | None, typer.Option(envvar="CHRONICLE_SOURCES", help="The list of sources [sources.toml].")]
Style = Annotated[str, typer.Option("--format", help="table, csv or json (one object a line).")]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
Csv = Annotated[bool, typer.Option("--csv", help="Short for --format csv.")]
By = Annotated[str, typer.Option(help="Who says so: a name or an address that others can ask.")]
Reason = Annotated[str, typer.Option("--why", help="Why, in a sentence; it is kept in the journal.")]
PAGE_HELP = "A page_id, an address or a file name."


@app.callback()
def everywhere(raw: Raw = None, warehouse: Warehouse = None, sources: Sources = None) -> None:
    """Web pages about regional innovation in, a versioned warehouse of innovation events out."""
    # said before the command, the options are its defaults: commands read the same variables
    given = {"CHRONICLE_RAW": raw, "CHRONICLE_WAREHOUSE": warehouse, "CHRONICLE_SOURCES": sources}
    os.environ.update({name: value for name, value in given.items() if value})


def command(function: Callable[..., None]) -> Callable[..., None]:
    """Register a command; its first argument is the workplace that --raw, --warehouse and --sources name."""
    own = list(inspection.signature(function).parameters.values())[1:]
    options = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=kind)
        for name, kind in (("raw", Raw), ("warehouse", Warehouse), ("sources", Sources))
    ]

    @functools.wraps(function)
    def run(raw: str | None, warehouse: str | None, sources: str | None, **rest: object) -> None:
        from chronicle.line.workplace import Workplace

        try:
            function(Workplace.from_environment(raw, warehouse, sources), **rest)
            sys.stdout.flush()
        except BrokenPipeError:  # the reader of our output left, as `| head` does
            from chronicle.show import discard_output

            discard_output()

    parameters = [parameter.replace(kind=Parameter.KEYWORD_ONLY) for parameter in own] + options
    run.__signature__ = inspection.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return app.command()(run)


@command
def run(where: "Workplace") -> None:
    """The whole line once: fetch what is due, ingest the inbox, derive, release if anything differs."""
    from chronicle import show
    from chronicle.line import nightly

    show.recorded("captured", nightly.capture_due(where, progress=_progress))
    show.recorded("ingested", nightly.ingest_inbox(where, progress=_progress))
    _show_derived(where)


@command
def ingest(
    where: "Workplace",
    what: Annotated[list[str], typer.Argument(help="Files, folders (every file in them), archives, or addresses.")],
) -> None:
    """Journal files and addresses; derive nothing yet ('chronicle run' does)."""
    from chronicle import show
    from chronicle.line import nightly
    from chronicle.line.why import is_address

    addresses = [item for item in what if is_address(item)]
    paths = [Path(item) for item in what if not is_address(item)]
    missing = [item for item in what if not is_address(item) and not (item and os.path.lexists(item))]
    if missing:
        raise WrongCall(f"There is no file or folder {', '.join(map(repr, missing))}.")
    if paths:
        show.recorded("ingested", nightly.ingest(where, paths, progress=_progress))
    if addresses:
        show.recorded("captured", nightly.capture_now(where, addresses, progress=_progress))


@command
def inspect(
    where: "Workplace",
    pages: Annotated[
        list[str], typer.Argument(help=f"Files, folders, addresses, or pages of the journal. {PAGE_HELP}")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a page, a line each.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Which rule or feature gave each value.")] = False,
) -> None:
    """What would be extracted, and from which words; writes nothing."""
    from chronicle import show
    from chronicle.line.inspect import as_json as json_of
    from chronicle.line.inspect import explain as explained
    from chronicle.line.inspect import look

    for page in pages:
        for found in look(where, page):
            if as_json:
                print(show.as_json(json_of(found)))
            else:
                show.inspected(found, explained(found) if explain else ())


@command
def events(
    where: "Workplace",
    type_: Annotated[str | None, typer.Option("--type", help="One of the event types.")] = None,
    place: Annotated[
        str | None, typer.Option(help="A place's name, six-digit code or ISO code; parts within count.")
    ] = None,
    since: Annotated[str | None, typer.Option(help="Events that end on this day or later (YYYY[-MM[-DD]]).")] = None,
    until: Annotated[str | None, typer.Option(help="Events that begin on this day or before (YYYY[-MM[-DD]]).")] = None,
    text: Annotated[str | None, typer.Option(help="Words in the title or a quote.")] = None,
    style: Style = "table",
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """The events of the newest release, filtered."""
    from chronicle import show
    from chronicle.line import query

    style = _style(style, as_json=as_json, as_csv=as_csv)
    found = query.events(where, query.Filter(type=type_, place=place, since=since, until=until, text=text))
    show.frame(found.select(show.EVENT_COLUMNS) if style == "table" else found, style)


@command
def why(where: "Workplace", event: str) -> None:
    """Why an event exists: its words, articles, pages, journal entries, corrections and history."""
    from chronicle import show
    from chronicle.line.why import why as because

    show.why(because(where, event))


@command
def releases(where: "Workplace", style: Style = "table", as_json: Json = False, as_csv: Csv = False) -> None:
    """All releases: number, journal position, rows and changes."""
    from chronicle import show
    from chronicle.line import query

    style = _style(style, as_json=as_json, as_csv=as_csv)
    show.frame(query.releases(where), style)


@command
def diff(
    where: "Workplace", a: int, b: int, style: Style = "table", as_json: Json = False, as_csv: Csv = False
) -> None:
    """What release B says differently from release A."""
    from chronicle import show
    from chronicle.line import query

    style = _style(style, as_json=as_json, as_csv=as_csv)
    show.frame(query.diff(where, a, b), style)


@command
def replay(
    where: "Workplace",
    to: Annotated[int | None, typer.Option(help="Stop at this journal entry (seq).")] = None,
    into: Annotated[Path, typer.Option(help="The folder that becomes a warehouse.")] = Path("replayed"),
) -> None:
    """Rebuild a warehouse from the journal alone, in a folder of its own."""
    from chronicle import show
    from chronicle.line.replay import replay as rebuild

    release = rebuild(where, into, to, _progress)
    rows = sum(file.rows for files in release.files.values() for file in files)
    show.out.print(f"{into / 'latest'} holds the journal up to entry {release.position.seq}: {rows} rows")


@command
def verify(
    where: "Workplace",
    replayed: Annotated[
        bool, typer.Option("--replay", help="Also rebuild and compare with the newest release.")
    ] = False,
) -> None:
    """Check every byte of the journal and of all releases; exit 1 and name what is wrong."""
    from chronicle import show
    from chronicle.line.replay import faults

    found = list(faults(where, replayed=replayed))
    for fault in found:
        show.out.print(f"✗ {fault}")
    if found:
        raise typer.Exit(FAILED)
    show.out.print("The journal and all releases are what was committed.")


@command
def correct(
    where: "Workplace",
    page: Annotated[str, typer.Argument(help=PAGE_HELP)],
    field: Annotated[str, typer.Option(help="The field, for example date, type, status, title, published.")],
    to: Annotated[str, typer.Option(help="The right value; an empty text means unknown.")],
    by: By,
    reason: Reason,
    quote: Annotated[str | None, typer.Option(help="The mention's quote; without it the article is corrected.")] = None,
) -> None:
    """Say what is right; the next run applies it, or lists it for review if the page no longer says what you saw."""
    from chronicle import show
    from chronicle.line import people

    entry = people.correct(where, page, quote, field, to or None, by, reason)
    show.out.print(f"Recorded as {entry.entry_id}; 'chronicle run' applies it.")


@command
def withdraw(
    where: "Workplace",
    correction: Annotated[str, typer.Argument(help="The entry id of the correction, as 'why' shows it.")],
    by: By,
    reason: Reason,
) -> None:
    """Take a correction back."""
    from chronicle import show
    from chronicle.line import people

    people.withdraw(where, correction, by, reason)
    show.out.print("Withdrawn; 'chronicle run' applies it.")


@command
def retract(where: "Workplace", page: Annotated[str, typer.Argument(help=PAGE_HELP)], by: By, reason: Reason) -> None:
    """Hide a page and all that rests on it alone; 'reinstate' undoes it."""
    from chronicle import show
    from chronicle.line import people

    people.retract(where, page, by, reason)
    show.out.print("Retracted; the next release leaves it out.")


@command
def reinstate(where: "Workplace", page: Annotated[str, typer.Argument(help=PAGE_HELP)], by: By, reason: Reason) -> None:
    """Undo a retraction."""
    from chronicle import show
    from chronicle.line import people

    people.reinstate(where, page, by, reason)
    show.out.print("Reinstated; the next release has it again.")


@command
def erase(where: "Workplace", page: Annotated[str, typer.Argument(help=PAGE_HELP)], by: By, reason: Reason) -> None:
    """A legal takedown: overwrite the page's bytes in the journal and in every release. This cannot be undone."""
    from chronicle import show
    from chronicle.line import people

    files = people.erase(where, page, by, reason)
    show.out.print(f"Erased from the journal; {len(files)} files of releases were written anew.")
    show.out.print("If the page was dropped as a file, delete that file too: Chronicle never touches what you dropped.")


def main() -> NoReturn:
    """Run the command line; every deliberate error is one sentence on stderr."""
    try:
        app(standalone_mode=True)
    except (WrongCall, ConfigError, BadInput) as error:  # BadInput: an address that is none
        print(f"chronicle: {error}", file=sys.stderr)
        sys.exit(WRONG_CALL)
    except ChronicleError as error:
        print(f"chronicle: {error}", file=sys.stderr)
        sys.exit(FAILED)
    except Exception as error:
        if os.environ.get(TRACEBACK_VARIABLE):
            raise
        print(
            f"chronicle: this is a fault in Chronicle ({type(error).__name__}: {' '.join(str(error).split())}); "
            f"run it again with {TRACEBACK_VARIABLE}=1 and report what it shows.",
            file=sys.stderr,
        )
        sys.exit(FAILED)
    sys.exit(0)


def _progress(line: str) -> None:
    print(line, file=sys.stderr)


def _style(style: str, *, as_json: bool, as_csv: bool) -> str:
    chosen = "json" if as_json else "csv" if as_csv else style
    if chosen not in ("table", "csv", "json"):
        raise WrongCall(f"--format {chosen} is unknown; choose table, csv or json.")
    return chosen


def _show_derived(place: "Workplace") -> None:
    from chronicle import show
    from chronicle.line import nightly, query

    derived = nightly.derive(place, progress=_progress)
    show.derived(derived, query.events(place, query.Filter()), query.newest_path(place))


if __name__ == "__main__":
    main()
