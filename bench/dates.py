"""Dates side by side with dateparser: Microsoft's Recognizers-Text cases and, when there, the gold pages' dates.

    python bench/dates.py [--misses KIND]      KIND: date, daterange, duration, set …

Reads CHRONICLE_SHARED or ../shared. Spans count when they overlap, one to one; a value counts when it is the same first
and last day (an end may be exclusive, as the cases have it), the same timex, or, where a case gives two, either.
"""

import argparse
import json
import os
import pathlib
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from dateparser.search import search_dates

from chronicle.extract import dates

CASES = ("DateTimeModel", "DatePeriodParser", "DurationParser")
Spans = list[tuple[int, int, str, str | None]]  # start, end, value, calendar span of a length


@dataclass
class Score:
    """Overlapping spans, and values of those that overlap."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    values: int = 0
    valued: int = 0
    seconds: float = 0.0
    words: int = 0
    misses: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.wanted)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return (
            f"{name:34} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  "
            f"value of overlapping {self.values / max(1, self.valued):.3f}  "
            f"{self.words / 400 / max(1e-9, self.seconds):8.1f} articles of 400 words/s"
        )


def ours(text: str, published: str | None, lang: str) -> Spans:
    return [(one.start, one.end, one.edtf, one.when) for one in dates.find(text, lang, published)]


def peers(text: str, published: str | None, lang: str) -> Spans:
    base = datetime.fromisoformat(published) if published and len(published) == len("2020-11-10") else None
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"} if base else {"PREFER_DATES_FROM": "past"}
    spans, position = [], 0
    for words, value in search_dates(text, languages=[lang], settings=settings) or []:
        start = text.find(words, position)
        if start >= 0:
            spans.append((start, start + len(words), value.date().isoformat(), None))
            position = start + len(words)
    return spans


def cases(
    folder: pathlib.Path, name: str
) -> list[tuple[str, str | None, list[tuple[int, int, str, list[dict[str, str]]]]]]:
    """Input, reference day, and the wanted spans with kind and values."""
    rows = []
    for case in json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig")):
        reference = (case.get("Context") or {}).get("ReferenceDateTime", "")[:10] or None
        wanted = []
        for result in case["Results"]:
            start = result["Start"]
            end = result["End"] + 1 if "End" in result else start + result["Length"]
            kind = result.get("TypeName", "." + result.get("Type", "")).split(".")[1]
            wanted.append((start, end, kind, _values(result)))
        rows.append((case["Input"], reference, wanted))
    return rows


def _values(result: dict) -> list[dict[str, str]]:
    if result.get("Resolution"):
        return result["Resolution"]["values"]
    value = result.get("Value") or {}
    found = []
    for way in ("PastResolution", "FutureResolution"):
        part = value.get(way) or {}
        found.append(
            {
                "timex": value.get("Timex", ""),
                "value": part.get("date") or "",
                "start": part.get("startDate") or "",
                "end": part.get("endDate") or "",
            }
        )
    return found


def same(value: str, when: str | None, wanted: list[dict[str, str]]) -> bool:
    first, last = dates.bounds(when or value)
    for one in wanted:
        start, end = (one.get("start") or "")[:10], (one.get("end") or "")[:10]
        if one.get("timex") in (value, when) or (one.get("value") or "")[:10] == value:
            return True
        if start and first == start and (not end or last in (end, _day_before(end))):
            return True
        if end and not start and end in (first, last):
            return True
    return False


def _day_before(shown: str) -> str:
    try:
        return (date.fromisoformat(shown) - timedelta(days=1)).isoformat()
    except ValueError:
        return shown


def compare(name: str, folder: pathlib.Path, find: Callable[[str, str | None, str], Spans], misses: str) -> Score:
    score = Score()
    for text, reference, wanted in cases(folder, name):
        began = time.process_time()
        found = find(text, reference, "en")
        score.seconds += time.process_time() - began
        score.words += len(text.split())
        score.found += len(found)
        score.wanted += len(wanted)
        free = list(found)
        for start, end, kind, values in wanted:
            overlapping = [one for one in free if one[0] < end and start < one[1]]
            if not overlapping:
                if misses and kind == misses:
                    score.misses.append(f"missed {text[start:end]!r} in {text[:90]!r}")
                continue
            best = max(overlapping, key=lambda one: min(end, one[1]) - max(start, one[0]))
            free.remove(best)
            score.right += 1
            if "time" in kind and not kind.startswith("datetime"):
                continue
            score.valued += 1
            right = same(best[2], best[3], values)
            score.values += right
            if misses and kind == misses and not right:
                score.misses.append(f"read {text[best[0] : best[1]]!r} as {best[2]} in {text[:90]!r}")
    return score


def gold(folder: pathlib.Path, find: Callable[[str, str | None, str], Spans]) -> str:
    """Share of the gold event dates and date mentions with words of their own that are read right."""
    right = asked = 0
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        if not page["article"]:
            continue
        text = page["article"]["body"]
        found = find(text, page["article"]["published"], page["lang"][:2])
        wanted = [(mention["surface"], {mention["value"]}) for mention in page["date_mentions"]]
        wanted += [
            (event["date_surface"], {event["event_date"], event["planned"]})
            for event in page["events"]
            if event["date_surface"]
        ]
        for surface, values in wanted:
            got = {
                value
                for start, end, *values_ in found
                for value in values_
                if text[start:end] in surface or surface in text[start:end]
            }
            asked += 1
            right += any(
                value in values
                or any(edge in (want or "").split("/") for want in values for edge in (value or "-").split("/"))
                for value in got
            )
    return f"{right}/{asked}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--misses", default="", metavar="KIND", help="print what Chronicle missed or misread of this kind"
    )
    args = parser.parse_args()
    shared = pathlib.Path(os.environ.get("CHRONICLE_SHARED", "../shared"))
    folder = shared / "eval/recognizers/DateTime/English"
    if not folder.is_dir():
        sys.exit(f"There are no cases under {folder}: set CHRONICLE_SHARED to the folder that holds eval/.")
    ours("Load the rules on May 5.", None, "en")
    for name in CASES:
        for who, find in (("chronicle", ours), ("dateparser", peers)):
            score = compare(name, folder, find, args.misses if who == "chronicle" else "")
            print(score.line(f"{name} {who}"))
            print(*score.misses, sep="\n", end="\n" if score.misses else "")
    pages = shared / "gold/dev"
    if (pages / "gold.jsonl").is_file():
        print(f"gold pages, dates read right: chronicle {gold(pages, ours)}, dateparser {gold(pages, peers)}")


if __name__ == "__main__":
    main()
