"""Numbers and currencies against Microsoft's Recognizers-Text cases, beside two public peers where installed.

    python bench/quantities.py

Prints, for each model of the cases, the share of expected values that each reader finds (and, for currencies, with the
right ISO 4217 code), and this reader's speed. The cases read every digit as a number ("192.168.1.2", dates, bare
ordinals); where a news reader would not call that a quantity, ours leaves it out, so NumberModel and OrdinalModel stay
low by design.
Peers: quantulum3 and recognizers-text-suite, asked only if they can be imported.
"""

import json
import os
import pathlib
import re
import sys
import time
import warnings
from collections.abc import Callable

from chronicle.extract.quantities import find

SHARED = pathlib.Path(os.environ.get("CHRONICLE_SHARED", pathlib.Path(__file__).resolve().parents[2] / "shared"))
MODELS = (
    "Number/English/NumberModel",
    "NumberWithUnit/English/CurrencyModel",
    "Number/English/PercentModel",
    "Number/English/OrdinalModel",
    "NumberWithUnit/English/DimensionModel",
    "Number/English/NumberRangeModel",
)
ARTICLE_WORDS = 400

Reader = Callable[[str], list[float]]


def ours(text: str) -> list[float]:
    """Every value that Chronicle reads, both ends of ranges."""
    return [v for q in find(text, "en") for v in (q.value, q.value_max) if v is not None]


def peers() -> dict[str, Reader]:
    """Readers of the peers that are installed."""
    found: dict[str, Reader] = {}
    warnings.simplefilter("ignore")
    try:
        from quantulum3 import parser
    except ImportError:
        print("quantulum3 is not installed: left out", file=sys.stderr)
    else:
        found["quantulum3"] = lambda text: [float(q.value) for q in parser.parse(text)]
    try:
        from recognizers_number import Culture, recognize_number
    except ImportError:
        print("recognizers-text-suite is not installed: left out", file=sys.stderr)
    else:
        found["recognizers"] = lambda text: [
            float(r.resolution["value"]) for r in recognize_number(text, Culture.English) if r.resolution
        ]
    return found


def wanted(case: dict[str, object]) -> list[float]:
    """The values that a case expects; every bound of a range."""
    values: list[float] = []
    for result in case["Results"]:  # type: ignore[attr-defined]
        value = (result["Resolution"] or {}).get("value")
        values.extend(float(v) for v in re.findall(r"-?\d+(?:\.\d+)?(?:E[+-]?\d+)?", str(value)) if value is not None)
    return values


def share(cases: list[dict[str, object]], read: Reader) -> tuple[int, int]:
    """How many of the expected values a reader finds, and how many there are; signs are not judged."""
    right = asked = 0
    for case in cases:
        try:
            rest = [abs(v) for v in read(str(case["Input"]))]
        except Exception as error:  # noqa: BLE001 - a peer that breaks on a case misses its values
            print(f"  a peer broke: {type(error).__name__}", file=sys.stderr)
            rest = []
        for value in wanted(case):
            asked += 1
            hit = next((v for v in rest if abs(v - abs(value)) <= 1e-6 * max(1.0, abs(value))), None)
            if hit is not None:
                rest.remove(hit)
                right += 1
    return right, asked


def currency_codes(cases: list[dict[str, object]]) -> tuple[int, int]:
    """How many sums with an ISO code ours reads with value and code."""
    right = asked = 0
    for case in cases:
        found = find(str(case["Input"]), "en")
        for result in case["Results"]:  # type: ignore[attr-defined]
            resolution = result["Resolution"] or {}
            code, value = resolution.get("isoCurrency"), resolution.get("value")
            if code and value is not None:
                asked += 1
                right += any(q.currency == code and abs(q.value - float(value)) <= 1e-6 * q.value for q in found)
    return right, asked


def speed() -> float:
    """Articles of 400 words a second, on text made here: one number in eighteen words, as in news."""
    sentence = (
        "The zone, which hosts over 1,200 firms, raised its output by 8.5 percent to RMB 3.2 billion last year. "
        "Its director said that the next step would be to bring laboratories and factories closer together, so that "
        "results of research reach the market sooner than they do today, and to train more engineers. "
    )
    words = sentence * (ARTICLE_WORDS // len(sentence.split()))
    find(words, "en")
    begin = time.process_time()
    rounds = 100
    for _ in range(rounds):
        find(words, "en")
    return rounds / (time.process_time() - begin)


def main() -> None:
    """Print the table."""
    folder = SHARED / "eval" / "recognizers"
    if not folder.is_dir():
        sys.exit(f"{folder} is not there: set CHRONICLE_SHARED to the folder that holds eval/recognizers.")
    readers: dict[str, Reader] = {"chronicle": ours} | peers()
    print(f"{'share of expected values found':34}" + "".join(f"{name:>14}" for name in readers))
    for model in MODELS:
        cases = json.loads((folder / f"{model}.json").read_text(encoding="utf-8-sig"))
        row = [share(cases, read) for read in readers.values()]
        print(
            f"{model.rsplit('/', 1)[1]:24}{row[0][1]:>10}" + "".join(f"{right / asked:>14.3f}" for right, asked in row)
        )
        if model.endswith("CurrencyModel"):
            right, asked = currency_codes(cases)
            print(f"{'  with ISO code':24}{asked:>10}{right / asked:>14.3f}")
    print(f"speed: {speed():.0f} articles of {ARTICLE_WORDS} words a second (made text, this part alone)")


if __name__ == "__main__":
    main()
