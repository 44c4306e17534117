"""Where the running text of a page begins and ends: what bylines stand around. Main text alone does not tell, because
menus, bylines and related links may have been taken for text.
"""

import re

from chronicle.clean.page import Page

RUNNING = 80  # characters of a paragraph that is running text; a Chinese character counts double
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def is_running(text: str) -> bool:
    """Is the line long enough to be a paragraph?"""
    return len(text) >= RUNNING or (len(text) * 2 >= RUNNING and len(text) + len(_CJK.findall(text)) >= RUNNING)


def start(page: Page) -> int:
    """The index of the first paragraph of the main text; the number of lines where there is none."""
    running = next((i for i in page.main if is_running(page.lines[i].text)), None)
    if running is not None:
        return running
    return page.main[0] if page.main else len(page.lines)


def end(page: Page) -> int:
    """The index of the last paragraph of the main text, or -1."""
    running = next((i for i in reversed(page.main) if is_running(page.lines[i].text)), None)
    if running is not None:
        return running
    return page.main[-1] if page.main else -1
