"""A seeded corpus with known stories: copies with every kind of noise, 80 outlets' boilerplate, templates, one story
500 times.

    python bench/dedupe_corpus.py 100000 corpus.parquet [--seed 7]

Columns: article_id, seq, site, published, captured_at, text, story (the answer), kind (how the text was made).
"""

import argparse
import datetime
import pathlib
import random

import polars as pl

OUTLETS = 80
SYNDICATED = 500
SHARES = {"bulletin": 0.12, "release": 0.06, "chinese": 0.10}  # of the texts; the rest are news in an alphabet
LETTERS = "etaoinshrdlucmfwypvbgk"
_CJK = [chr(0x4E00 + n * 7) for n in range(2500)]


class Language:
    """Words by Zipf's law, made up; a text's own names and figures come fresh."""

    def __init__(self, dice: random.Random, size: int = 30_000) -> None:
        self.dice = dice
        spelled: dict[str, None] = {}
        while len(spelled) < size:
            spelled["".join(dice.choices(LETTERS, k=min(2 + int(dice.expovariate(0.25)), 14)))] = None
        self.words = list(spelled)
        self.weights = self._cumulate(size)
        self.characters = list(_CJK)
        self.character_weights = self._cumulate(len(_CJK))

    @staticmethod
    def _cumulate(size: int) -> list[float]:
        total, sums = 0.0, []
        for rank in range(1, size + 1):
            total += 1 / (rank + 2.7)  # Mandelbrot's form of the law
            sums.append(total)
        return sums

    def name(self) -> str:
        return "".join(self.dice.choices(LETTERS, k=self.dice.randint(4, 9))).capitalize()

    def number(self) -> str:
        kind = self.dice.random()
        if kind < 0.4:
            return str(self.dice.randint(2, 400))
        if kind < 0.7:
            return f"{self.dice.uniform(0.5, 99):.1f}"
        if kind < 0.85:
            return f"{self.dice.randint(1000, 999999):,}"
        return str(self.dice.randint(1995, 2026))

    def sentence(self, names: list[str]) -> str:
        words = self.dice.choices(self.words, cum_weights=self.weights, k=max(5, int(self.dice.gauss(20, 6))))
        for place in range(len(words)):
            roll = self.dice.random()
            if roll < 0.03:
                words[place] = self.number()
            elif roll < 0.08:
                words[place] = self.dice.choice(names)
        return " ".join(words).capitalize() + "."

    def chinese_sentence(self) -> str:
        characters = self.dice.choices(self.characters, cum_weights=self.character_weights, k=self.dice.randint(12, 45))
        for place in range(len(characters)):
            if self.dice.random() < 0.03:
                characters[place] = self.number()
        return "".join(characters) + "。"

    def article(self, chinese: bool) -> list[str]:
        """Paragraphs of a fresh text: 50 to 1,500 words, most about 250."""
        names = [self.name() for _ in range(8)]
        sentences = max(3, min(75, round(self.dice.lognormvariate(2.5, 0.6))))
        made = [self.chinese_sentence() if chinese else self.sentence(names) for _ in range(sentences)]
        paragraphs, here = [], 0
        while here < sentences:
            size = self.dice.randint(1, 4)
            paragraphs.append((" " if not chinese else "").join(made[here : here + size]))
            here += size
        return paragraphs


def edited(language: Language, paragraphs: list[str], rate: float) -> list[str]:
    """Words replaced, dropped or put in, at a rate a word."""
    dice, result = language.dice, []
    for paragraph in paragraphs:
        words: list[str] = []
        for word in paragraph.split(" "):
            roll = dice.random()
            if roll < rate / 3:
                continue
            words.append(dice.choice(language.words) if roll < rate * 2 / 3 else word)
            if rate * 2 / 3 <= roll < rate:
                words.append(dice.choice(language.words))
        if words:
            result.append(" ".join(words))
    return result


def misread(language: Language, paragraphs: list[str], rate: float) -> list[str]:
    """Characters misread as by OCR, at a rate a character."""
    dice = language.dice
    swaps = {"l": "1", "o": "0", "e": "c", "i": "l", "m": "rn", "h": "b", "u": "v", "a": "o"}
    return ["".join(swaps.get(c, c) if dice.random() < rate * 3 else c for c in paragraph) for paragraph in paragraphs]


def copied(language: Language, paragraphs: list[str]) -> tuple[str, list[str]]:
    """One copy with one or two kinds of noise: how, and its paragraphs."""
    dice, how, text = language.dice, [], list(paragraphs)
    for kind in dice.sample(("exact", "edit", "ocr", "cut", "reorder", "note"), k=dice.choice((1, 1, 2))):
        if kind == "edit":
            text = edited(language, text, dice.uniform(0.005, 0.05))
        elif kind == "ocr":
            text = misread(language, text, dice.uniform(0.001, 0.012))
        elif kind == "cut" and len(text) > 2:
            text = text[: max(1, round(len(text) * dice.uniform(0.3, 0.9)))]
        elif kind == "reorder" and len(text) > 2:
            dice.shuffle(text)
        elif kind == "note":
            text = [" ".join(language.sentence([language.name()]) for _ in range(dice.randint(1, 2))), *text]
        how.append(kind)
    return "+".join(sorted(how)), text


def bulletin(language: Language) -> list[str]:
    """A template: sentences with slots for figures (#), names (@) and words (%), 40 to 200 words."""
    lines = []
    for _ in range(language.dice.randint(3, 10)):
        words = language.sentence(["@"]).rstrip(".").split(" ")
        slots = language.dice.uniform(0.12, 0.3)
        for place in range(len(words)):
            if language.dice.random() < slots:
                words[place] = language.dice.choice("####@%")
        lines.append(" ".join(words) + ".")
    return lines


def filled(language: Language, template: list[str]) -> list[str]:
    """One issue of a bulletin."""
    fills = {"#": language.number, "@": language.name, "%": lambda: language.dice.choice(language.words[:2000])}
    return [" ".join(fills[w]() if w in fills else w for w in line.rstrip(".").split(" ")) + "." for line in template]


def corpus(size: int, seed: int = 7) -> pl.DataFrame:
    """The corpus, shuffled; the same size and seed give the same rows."""
    dice = random.Random(seed)
    language = Language(dice)
    heads = [[language.sentence([language.name()])] * dice.randint(0, 1) for _ in range(OUTLETS)]
    feet = [[language.sentence([language.name()]) for _ in range(dice.randint(0, 4))] for _ in range(OUTLETS)]
    abouts = [" ".join(language.sentence([language.name()]) for _ in range(dice.randint(4, 8))) for _ in range(40)]
    templates = [(bulletin(language), dice.randrange(OUTLETS)) for _ in range(40)]
    rows: list[tuple[int, str, str, int]] = []

    def put(story: int, kind: str, text: list[str], outlet: int) -> None:
        rows.append((story, kind, "\n".join([*heads[outlet], *text, *feet[outlet]]), outlet))

    hit, story = language.article(chinese=False), 0
    while len(hit) < 5:
        hit = language.article(chinese=False)
    for _ in range(min(SYNDICATED, size // 20)):
        kind, text = copied(language, hit)
        put(story, "syndicated:" + kind, text, dice.randrange(OUTLETS))
    while len(rows) < size:
        story += 1
        roll, chinese = dice.random(), False
        if roll < SHARES["bulletin"]:
            template, outlet = dice.choice(templates)
            kind, text = "bulletin", filled(language, template)
        elif roll < SHARES["bulletin"] + SHARES["release"]:
            kind, text = "release", [*language.article(chinese=False)[:4], dice.choice(abouts)]
            outlet = dice.randrange(OUTLETS)
        else:
            chinese = dice.random() < SHARES["chinese"]
            kind, text, outlet = "news", language.article(chinese), dice.randrange(OUTLETS)
        put(story, kind, text, outlet)
        copies = 0 if dice.random() < 0.6 else min(40, int(dice.paretovariate(1.3)))
        for _ in range(min(copies, size - len(rows))):
            how, changed = copied(language, text)
            put(story, f"{kind}:{how}", changed, dice.randrange(OUTLETS))
    dice.shuffle(rows)
    start = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
    return pl.DataFrame(
        {
            "article_id": [f"a{n:07d}" for n in range(size)],
            "seq": range(1, size + 1),
            "site": [f"outlet{row[3]}.example" for row in rows],
            "published": [None] * size,
            "captured_at": [start + datetime.timedelta(seconds=n) for n in range(size)],
            "text": [row[2] for row in rows],
            "story": [row[0] for row in rows],
            "kind": [row[1] for row in rows],
        },
        schema_overrides={"published": pl.String, "captured_at": pl.Datetime("us", "UTC")},
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    arguments.add_argument("size", type=int)
    arguments.add_argument("path", type=pathlib.Path)
    arguments.add_argument("--seed", type=int, default=7)
    asked = arguments.parse_args()
    corpus(asked.size, asked.seed).write_parquet(asked.path)


if __name__ == "__main__":
    main()
