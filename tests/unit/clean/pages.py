"""Authored pages for the tests of cleaning; every sentence was written for them."""

PARAGRAPHS = (
    "The port town of Larvik opened a test hall for tidal turbines on Monday, after three years of building work.",
    "Fourteen firms have signed up to use the hall, which can run a turbine in moving water for weeks at a time.",
    "The county pays 40 million kroner of the cost, and the rest comes from the firms that will test there.",
    "A second basin for ice loads is planned, said the head of the hall, who expects it to be ready in two years.",
)


TITLE = "Larvik opens a test hall for tidal turbines"


def article_page(paragraphs: tuple[str, ...] = PARAGRAPHS, title: str = TITLE) -> str:
    """A news page with a menu, a sidebar of headlines, related links and a footer."""
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Home", "Sea", "Land", "Harbour", "About us"))
    side = "".join(f'<li><a href="/s/{n}">Harbour notice number {n} for small boats</a></li>' for n in range(9))
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | Fjord Notes</title>
<meta property="og:type" content="article"><script>var tracked = "never a text of the page";</script>
<style>.menu {{ color: red }}</style></head><body><div id="header" class="nav menu"><ul class="menu">{menu}</ul></div>
<div class="main"><article class="article-body"><h1>{title}</h1><div class="byline">By Kari Lund</div>{body}</article>
<div class="related"><h3>Related articles</h3><ul><li><a href="/r/1">Ferry line gets a battery</a></li>
<li><a href="/r/2">Crane falls silent</a></li></ul></div></div>
<aside class="sidebar"><h3>Most read</h3><ul>{side}</ul></aside>
<div id="footer" class="footer">Copyright 2021 Fjord Notes. All rights reserved.</div></body></html>"""


def listing_page() -> str:
    """A page of linked headlines with dates."""
    rows = "".join(
        f'<li><a href="/n/{n}.html">Harbour council decides on matter {n}</a><span>2021-03-{n:02}</span></li>'
        for n in range(1, 25)
    )
    return f"<html><head><title>News, page 3</title></head><body><div>Position: Home</div><ul>{rows}</ul></body></html>"


def dump() -> str:
    """A page as plain text, with its furniture."""
    return "\n\n".join(
        (
            "Position: Home > News > Text",
            TITLE,
            "Time: 2021-03-08   Click: 96",
            *PARAGRAPHS,
            "Prev: Ferry line gets a battery   Next: Crane falls silent",
            "Leave a Reply",
            "Your email address will not be published. Required fields are marked so.",
        )
    )
