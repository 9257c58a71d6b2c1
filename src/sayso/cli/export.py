"""``sayso export``: what the ledger holds, for other tools and for readers."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from sayso.cli.filters import CONTEXT, Asked, asking_options, linked_options
from sayso.cli.linking import Linking
from sayso.export import FORMATS, Selection, format_named, ready
from sayso.export import export as write_export
from sayso.export.files import STDOUT, opened


@click.command(context_settings=CONTEXT)
@click.argument("format", metavar="FORMAT")
@click.option(
    "-o",
    "--output",
    default=STDOUT,
    metavar="PATH",
    help="Write to this file, in place of what is there, once all is written; - is standard output.",
)
@click.option("--document", metavar="DOCUMENT", help="This document alone: its id, first digits of it, or its source.")
@click.option("--claim", metavar="CLAIM", help="This claim alone (3fa9c12b#c1).")
@click.option("--cluster", metavar="CLUSTER", help="The claims of this cluster alone (k12).")
@asking_options(
    query=f"FORMAT is one of: {', '.join(FORMATS)}. QUERY is looked for as `sayso claims` does; for jsonl, which holds"
    " whole documents, as `sayso documents` does.",
    sorts=("newest", "relevance"),
    forms=False,
)
@linked_options
def export(
    asked: Asked, format: str, output: str, document: str | None, claim: str | None, cluster: str | None
) -> None:
    """Write what the ledger holds in a format for other tools, or as a page for readers."""
    chosen = format_named(format)
    ready(chosen)
    if sum(each is not None for each in (document, claim, cluster)) > 1:
        raise click.UsageError("choose one of --document, --claim and --cluster")
    with asked.open() as ledger:
        # one row more is asked for by tables, to know whether there are more
        filters = dataclasses.replace(asked.filters(), limit=asked.limit)
        Linking(ledger, asking=True).catch_up()
        selection = Selection(filters=filters, document=document, claim=claim, cluster=cluster)
        with opened(output, binary=chosen.binary) as out:
            write_export(format, ledger, selection, out, suffix=Path(output).suffix)
    if output != STDOUT:
        click.echo(f"wrote {output}", err=True)
