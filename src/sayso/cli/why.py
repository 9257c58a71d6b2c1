"""``sayso why``: how something was arrived at."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.filters import ledger_option, open_ledger
from sayso.errors import LedgerError
from sayso.printable import printable

if TYPE_CHECKING:
    from sayso.nouns.explained import Explained

#: width of what stands before each line
_LABEL = 13


@click.command()
@click.argument("thing", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON object (schema sayso/why/1).")
@ledger_option
def why(thing: str, as_json: bool, ledger: Path | None) -> None:
    """Show how a figure, time, place, claim or attribution was arrived at.

    ID is a document and the thing's own id: 3fa9c12b#q3 for a figure, #t2 a time, #p4 a place, #c1 a claim, #a5 an
    attribution. The document goes by the first digits of its id, or by the file or address that it was read from.

    Shown are the sentence with the words marked, the rule and the anchor, each step from the words to what they mean,
    the readings that were not chosen, and what the checks say of the claims that speak of it.
    """
    from sayso.notebook.explain import explain
    from sayso.nouns import to_json

    where, mark, ident = thing.rpartition("#")
    if not mark:
        raise LedgerError("SAY-068", thing, "a thing is named by its document and its own id", "write DOCUMENT#q1")
    with open_ledger(ledger, create=False) as store:
        reading = store.reading(where)
    found = explain(reading, ident.strip())
    if found is None:
        raise LedgerError("SAY-068", thing, "the document's reading has no such thing", "see sayso figures --json")
    if as_json:
        sys.stdout.write(to_json(found).decode("utf-8") + "\n")
    else:
        _print(found, reading.document.text)


def _print(found: Explained, text: str) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from sayso.cli.context import in_context
    from sayso.cli.derivations import heading, lines

    out = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    title, page = heading(found)
    out.print(Text(printable(title), style="bold"))
    out.print(Text(printable(page), style="dim"))
    out.print()
    out.print(in_context(text, found.sentence, found.spans))
    out.print()
    if not sys.stdout.isatty():
        for label, line in lines(found):
            out.print(Text(f"{label:<{_LABEL}} {printable(line)}".rstrip()))
        return
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True, min_width=_LABEL)
    table.add_column(overflow="fold")
    for label, line in lines(found):
        table.add_row(label, Text(printable(line)))
    out.print(table)
