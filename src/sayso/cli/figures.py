"""``sayso figures``: how many of what, when and where, on whose say-so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.chains import day, figure_name, status_line
from sayso.cli.filters import CONTEXT, Asked, asking_options
from sayso.cli.tables import Column, emit, roomy
from sayso.export.flat import flat_figure
from sayso.export.words import chain_line, when_line, where_line
from sayso.nouns.amount import amount, changed

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.nouns.found import FoundFigure

#: the names of lexicon/figure_policies.yaml, which help must not load
POLICIES = ("all", "latest-per-origin", "conservative", "low-best-high", "min-max")


def _figure(figure: FoundFigure) -> str:
    if figure.derived:
        return f"{amount(figure)} · derived, not stated"
    return amount(figure) + (f" · {changed(figure.change, figure.unit)}" if figure.change else "")


def _what(figure: FoundFigure) -> str:
    """What is counted; else the words of the page, unless they stand for the figure already."""
    return figure.of or ("" if figure.low is figure.high is None else f"“{figure.text}”")


COLUMNS: tuple[Column[FoundFigure], ...] = (
    Column("id", figure_name),
    Column("claim", lambda f: f.claim.id),
    Column("published", lambda f: day(f.document.published)),
    Column("status", lambda f: status_line(f.claim.status, f.checks)),
    Column("figure", _figure, ratio=2),
    Column("of what", _what, ratio=2),
    Column("when", lambda f: when_line(f.times), ratio=2),
    Column("where", lambda f: where_line(f.places), ratio=2),
    Column("on whose say-so", chain_line, ratio=3),
)


#: the same for a terminal of the usual width
COMPACT: tuple[Column[FoundFigure], ...] = (
    *(column for column in COLUMNS if column.heading in ("id", "published", "status")),
    Column("figure", lambda f: " ".join(filter(None, (_figure(f), _what(f)))), ratio=4),
    Column("when, where", lambda f: "; ".join(filter(None, (when_line(f.times), where_line(f.places)))), ratio=3),
    Column("on whose say-so", chain_line, ratio=4),
)


@click.command(context_settings=CONTEXT)
@click.option("--of", metavar="WORDS", help="What is counted or measured: fighters, barrels of oil.")
@click.option("--unit", metavar="UNIT", help="In which unit: people, km, USD/barrel.")
@click.option(
    "--in", "shown_in", metavar="UNIT", help="Shown in this unit: figures that convert into it, and no others."
)
@click.option("--min", "minimum", metavar="N", help="Figures that can be N or more.")
@click.option("--max", "maximum", metavar="N", help="Figures that can be N or less.")
@click.option("--series", is_flag=True, help="Every report of a measured thing side by side, with bars.")
@click.option("--rows", is_flag=True, help="One line a figure, even where QUERY says what and where.")
@click.option("--policy", metavar="NAME", help=f"What to make of the reports of a series: {', '.join(POLICIES)}.")
@click.option("--by-origin", is_flag=True, help="A series with the reports of one origin together.")
@asking_options(
    query="QUERY is looked for in the claims that the figures stand in, as `sayso claims` does. Where it says what and"
    " where (`IS fighters in Libya`) it asks for a measured thing: the table then shows every report of it beside the"
    " others."
    " `--sort thing` puts like beside like: by unit, then by what is counted, then by size.",
    sorts=("newest", "relevance", "thing"),
)
def figures(
    asked: Asked,
    of: str | None,
    unit: str | None,
    shown_in: str | None,
    minimum: str | None,
    maximum: str | None,
    series: bool,
    rows: bool,
    policy: str | None,
    by_origin: bool,
) -> None:
    """Ask the ledger for figures: how many of what, when and where, and on whose say-so."""
    asked = asked.also(of=of, unit=unit, shown_in=shown_in, minimum=minimum, maximum=maximum)
    if rows and (series or policy or by_origin):
        raise click.UsageError("--rows lists figures; --series, --policy and --by-origin put them side by side")
    with asked.open() as ledger:
        if not rows and _shown_as_series(ledger, asked, policy, by_origin, forced=series):
            return
        columns = COLUMNS if roomy() else COMPACT
        emit(ledger.figures(asked.filters()), asked, nothing="no figures match", columns=columns, flat=flat_figure)


def _shown_as_series(ledger: Ledger, asked: Asked, policy: str | None, by_origin: bool, *, forced: bool) -> bool:
    """Whether the answer was printed as series: where that was asked for, or a table where QUERY names one thing."""
    forced = forced or by_origin or policy is not None
    if not forced and (asked.form != "table" or asked.query is None):
        return False
    from sayso.origins.series import policy_named, question
    from sayso.origins.series.policies import DEFAULT

    thing = question(asked.query) if asked.query else None
    if not forced and not (thing and thing.names_one_thing):
        return False
    from sayso.cli.linking import Linking

    Linking(ledger, asking=True).catch_up()
    found = ledger.series(asked.filters(), policy_named(policy or DEFAULT), thing)
    if not forced and not found:
        return False

    from sayso.cli.series import show_series

    show_series(found, asked, by_origin=by_origin)
    return True
