"""What repeats across a site's pages is boilerplate: a table step after ``clean()``, over digests of lines.

A line is judged only by pages of the site with a lower seq, so a page's text never changes once it was derived, and a
replay of the journal gives the same texts however the work was split.
"""

import re

import polars as pl

from chronicle.digest import derive

PAGES_THAT_REPEAT = 3  # earlier pages of the site with the same line: two may be a story and its correction
MOST_FORGOTTEN = 0.5  # of a text's characters: a page that repeats itself whole is a copy of a story, not boilerplate
BLOCK_COLUMNS = {"site": pl.String, "digest": pl.String, "page_id": pl.String, "seq": pl.Int64}
_SPACE = re.compile(r"\s+")


def blocks_of(articles: pl.DataFrame) -> pl.DataFrame:
    """The lines of articles (``schema.StagedArticles`` rows) as digests: site, digest, page_id, seq.

    Articles of no known site have no memory and give no rows.
    """
    return _lines(articles).select(list(BLOCK_COLUMNS)).unique(maintain_order=True)


def forget_repeated(articles: pl.DataFrame, earlier: pl.DataFrame) -> pl.DataFrame:
    """The articles without the lines that at least three pages of their site with a lower seq have too.

    ``earlier`` has the blocks (as ``blocks_of`` gives them) of all articles before these; these judge one another by
    seq as well. An article that would lose more than half its characters is kept whole.
    """
    lines = _lines(articles)
    if lines.is_empty():
        return articles
    known = pl.concat([earlier, lines.select(list(BLOCK_COLUMNS))])
    wanted = lines.select("site", "digest").unique()
    # one page more than needed, because a line's own page does not count
    first_pages = (
        known.join(wanted, on=["site", "digest"], how="semi")
        .group_by("site", "digest", "page_id")
        .agg(first_seq=pl.col("seq").min())
        .sort("first_seq", "page_id")
        .group_by("site", "digest", maintain_order=True)
        .head(PAGES_THAT_REPEAT + 1)
    )
    repeated = (
        lines.join(first_pages, on=["site", "digest"], suffix="_other")
        .filter(pl.col("page_id_other") != pl.col("page_id"), pl.col("first_seq") < pl.col("seq"))
        .group_by("article_id", "seq", "number")
        .agg(pages=pl.col("page_id_other").n_unique())
        .filter(pl.col("pages") >= PAGES_THAT_REPEAT)
    )
    kept = lines.join(repeated, on=["article_id", "seq", "number"], how="anti")
    texts = (
        kept.sort("number")
        .group_by("article_id", "seq", maintain_order=True)
        .agg(kept_text=pl.col("line").str.join("\n"))
    )
    is_boilerplate = pl.col("kept_text").str.len_chars() >= pl.col("text").str.len_chars() * (1 - MOST_FORGOTTEN)
    return (
        articles.join(texts, on=["article_id", "seq"], how="left", maintain_order="left")
        .with_columns(text=pl.when(is_boilerplate).then(pl.col("kept_text")).otherwise(pl.col("text")))
        .drop("kept_text")
    )


def _lines(articles: pl.DataFrame) -> pl.DataFrame:
    """One row a line of text: article_id, site, page_id, seq, number, line, digest."""
    return (
        articles.filter(pl.col("site").is_not_null(), pl.col("text") != "")
        .select("article_id", "site", "page_id", "seq", line=pl.col("text").str.split("\n"))
        .with_columns(number=pl.int_ranges(pl.col("line").list.len()))
        .explode("line", "number")
        .with_columns(digest=pl.col("line").map_elements(_digest, return_dtype=pl.String))
    )


def _digest(line: str) -> str:
    return derive("line", _SPACE.sub(" ", line).strip())
