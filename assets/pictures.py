"""Pictures for the Dagster UI, where people would rather look than read."""

import base64

import altair as alt
import dagster as dg
import polars as pl
import vl_convert as vlc

WIDTH, HEIGHT = 640, 220  # pixels; fits the metadata pane
YEARS_SHOWN = 15


def events_by_year(events: pl.DataFrame) -> dg.MetadataValue:
    """A bar a year, coloured by event type, of the dated events (``schema.Events`` rows), as a PNG in Markdown."""
    counted = (
        events.filter(pl.col("date_start").is_not_null())
        .group_by(year=pl.col("date_start").str.slice(0, 4), type="type")
        .agg(events=pl.len())
        .sort("year", "type")
    )
    years = counted["year"].unique().sort().tail(YEARS_SHOWN)
    shown = counted.filter(pl.col("year").is_in(years.implode()))
    if shown.is_empty():
        return dg.MetadataValue.md("no dated events yet")
    chart = (
        alt.Chart(shown)
        .mark_bar()
        .encode(x=alt.X("year:O", title=None), y=alt.Y("events:Q"), color=alt.Color("type:N", title=None))
        .properties(width=WIDTH, height=HEIGHT)
    )
    picture = vlc.vegalite_to_png(chart.to_json(), scale=1)
    return dg.MetadataValue.md(
        f"![events by year and type](data:image/png;base64,{base64.b64encode(picture).decode()})"
    )
