"""How central a mention is: the lead, signings beside it, closing figures, earlier years."""

from chronicle.clean.article import Article
from chronicle.extract import extract


def saliences(text: str, title: str, published: str = "2021-05-05") -> list[tuple[str, str]]:
    """Type and salience of each mention of an English page."""
    return [(mention.type, mention.salience) for mention in extract(Article(text, title, published, lang="en"))]


def test_what_the_lead_tells_is_main_though_it_tells_two_things() -> None:
    text = (
        "Lanshan opened a laboratory for robots on May 3, 2021. The city also issued 12 measures for robot makers.\n"
        "The laboratory will hold a contest for young engineers in June and invite 40 schools of the province to it."
    )
    assert [salience for _, salience in saliences(text, "Lanshan and its robots")] == ["main", "main", "sub"]


def test_figures_at_the_end_of_a_page_about_something_else_are_background() -> None:
    text = (
        "Lanshan opened a laboratory for robots on May 3, 2021.\nIt has 40 researchers and 12 machines.\n"
        "The laboratory will hold a contest for young engineers in June, and schools of the province are invited.\n"
        "In August it will open a second hall for firms that make arms, grippers and wheels for the robots.\n"
        "High-tech output of the city reached 40 billion yuan last year."
    )
    found = saliences(text, "Robot laboratory opens")
    assert found[0][1] == "main"
    assert found[-1] == ("statistics", "background")


def test_figures_at_the_end_of_a_page_of_figures_are_not() -> None:
    text = (
        "High-tech output of Lanshan reached 40 billion yuan in the first quarter of 2021, up 12 percent.\n"
        "The number of high-tech enterprises rose to 400.\nExports of chips rose 8 percent to 3 billion yuan."
    )
    found = saliences(text, "High-tech output of Lanshan")
    assert [kind for kind, _ in found] == ["statistics"] * len(found)
    assert [salience for _, salience in found] == ["main"] + ["sub"] * (len(found) - 1)


def test_earlier_years_are_background_but_never_the_first_event() -> None:
    text = (
        "Lanshan founded its technology park in 2009.\nIn 2012 the park opened an incubator for chip firms.\n"
        "It now has 40 tenants."
    )
    found = [salience for _, salience in saliences(text, "A technology park")]
    assert found[:2] == ["main", "background"]
