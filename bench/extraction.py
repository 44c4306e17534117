"""Speed of extraction: articles of 400 words per CPU second on one core, seconds and memory to load.

    python bench/extraction.py [--seconds 10]

The articles are the authored pages of training/pages.jsonl, joined to 400 words each so that the figure is per 400
words whatever their length; English and Chinese apart (a Chinese character counts as a word).
"""

import argparse
import json
import re
import resource
import time
from pathlib import Path

from chronicle.clean.article import Article

PAGES = Path(__file__).parents[1] / "training" / "pages.jsonl"
WORDS = 400
WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")


def articles(lang: str) -> list[Article]:
    """Authored articles of a language, cut or repeated to about 400 words each."""
    found = []
    for line in PAGES.read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        if not page["lang"].startswith(lang):
            continue
        body = page["article"]["body"]
        copies = "\n".join([body] * (1 + WORDS // max(1, len(WORD.findall(body)))))
        words = list(WORD.finditer(copies))
        text = copies[: words[min(WORDS, len(words)) - 1].end()]
        published = page["article"]["published"]
        found.append(Article(text=text, title=page["article"]["title"], published=published, lang=lang))
    return found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--seconds", type=float, default=10.0, help="how long to measure each language")
    seconds = parser.parse_args().seconds
    english, chinese = articles("en"), articles("zh")
    began = time.process_time()
    from chronicle.extract import extract

    extract(english[0])
    extract(chinese[0])
    loaded = time.process_time() - began
    print(f"load: {loaded:.2f} CPU s, peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    for name, pages in (("English", english), ("Chinese", chinese)):
        for page in pages:
            extract(page)
        count, began = 0, time.process_time()
        while time.process_time() - began < seconds:
            for page in pages:
                extract(page)
            count += len(pages)
        print(f"{name}: {count / (time.process_time() - began):.0f} articles of {WORDS} words per CPU second")


if __name__ == "__main__":
    main()
