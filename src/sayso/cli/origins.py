"""``sayso origins``: the same claim across pages, and how many independent origins it has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import click

from sayso.cli.filters import CONTEXT, Asked, asking_options
from sayso.cli.linking import Linking
from sayso.cli.provenance import indented, told
from sayso.cli.tables import emit
from sayso.export.flat import flat_member
from sayso.nouns import Cluster, Member, Noun
from sayso.nouns.called import cluster_number
from sayso.printable import printable

#: clusters that people are shown: each takes half a screen
SHOWN = 20
#: kinds of alerts, as :class:`sayso.nouns.Alert` has them; a test compares the two
ALERTS = ("circular", "drift", "stale-figure", "false-precision", "contradiction", "plural-sources")


class Placed(Noun, frozen=True, kw_only=True):
    """A member in its cluster: a row of CSV."""

    cluster: Cluster
    member: Member


@click.command(context_settings=CONTEXT)
@click.option(
    "--min-pages",
    type=click.IntRange(min=1),
    metavar="N",
    help="Claims that stand on so many pages at least (tables show those on 2).",
)
@click.option("--all", "everything", is_flag=True, help="Claims that stand on one page alone too.")
@click.option(
    "--alerts",
    multiple=True,
    type=click.Choice((*ALERTS, "any")),
    help="Claims with an alert of this kind; may be repeated.",
)
@asking_options(
    query="QUERY is looked for in the claims, as `sayso claims` does, and every cluster with such a claim is"
    " shown whole; k12 shows that one.",
    sorts=("pages", "newest", "relevance"),
)
def origins(asked: Asked, min_pages: int | None, everything: bool, alerts: tuple[str, ...]) -> None:
    """Show the same claim across pages, and how many independent origins it has.

    Claims of several pages that say the same are one cluster. Its origins are the utterances, documents and witnesses
    that they go back to: an interval, since not every page says where it has it from. Each link says why it is there.
    """
    number = cluster_number(asked.query or "")
    pages = min_pages or (1 if everything or number is not None or asked.form != "table" else 2)
    if asked.form == "table" and asked.limit is None:
        asked = asked._replace(limit=SHOWN)
    with asked.open() as ledger:
        filters = asked._replace(query=None).filters() if number is not None else asked.filters()
        Linking(ledger, asking=True).catch_up()
        kinds = ALERTS if "any" in alerts else alerts
        found = ledger.clusters(filters, pages=pages, alerts=kinds, number=number)
        nothing = "no claims match" if pages == 1 else "no claims on several pages match (--all shows those on one)"
        if asked.form == "json":
            emit(found, asked, nothing=nothing, columns=(), flat=_no_cells)
        elif asked.form == "csv":
            _csv(islice(found, asked.shown or None), asked, nothing)
        else:
            _print(found, asked.shown, nothing)


def _no_cells(row: Noun) -> dict[str, Any]:
    raise AssertionError(row)


def _csv(found: Iterator[Cluster], asked: Asked, nothing: str) -> None:
    rows = (Placed(cluster=cluster, member=member) for cluster in found for member in cluster.members)
    emit(
        rows,
        asked._replace(limit=0),
        nothing=nothing,
        columns=(),
        flat=lambda row: flat_member(row.cluster, row.member),
    )


def _print(found: Iterator[Cluster], shown: int, nothing: str) -> None:
    count = 0
    for count, cluster in enumerate(islice(found, shown or None), start=1):
        if count > 1:
            click.echo()
        for indent, line in told(cluster):
            click.echo(indented(indent, printable(line)))
    if not count:
        click.echo(nothing, err=True)
    elif next(found, None) is not None:
        click.echo(f"{count} shown, there are more: --limit N shows more, --limit 0 all", err=True)
