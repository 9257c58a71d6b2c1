"""``sayso add``: read pages and keep them."""

from __future__ import annotations

import contextlib
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli import EXIT_INTERRUPTED, EXIT_REFUSED
from sayso.cli.filters import ledger_option, open_ledger
from sayso.cli.inputs import Inputs, input_options
from sayso.cli.linking import Linking
from sayso.cli.tally import Tally, telling
from sayso.errors import LedgerError, SaysoError

if TYPE_CHECKING:
    from sayso.ledger import Added, Ledger, Skipped
    from sayso.nouns import Capture, Given
    from sayso.reader.layers import Reader


@click.command()
@input_options
@ledger_option
@click.option("--reread", is_flag=True, help="Read pages again that were read in the same way before.")
@click.option("--json", "as_json", is_flag=True, help="The counts as a JSON object.")
@click.pass_context
def add(ctx: click.Context, inputs: Inputs, ledger: Path | None, reread: bool, as_json: bool) -> None:
    """Read pages and keep them in the ledger: captures, documents and readings, and what they share with other pages.

    INPUT is a file (HTML, plain text, PDF, WARC, WACZ, .eml), an address, a folder, or - for standard input. Adding a
    page again changes nothing. Each page is stored whole or not at all, whenever this is stopped. Then it is
    compared with the pages that are there: see sayso origins.
    """
    from sayso.plugins import load_reader

    # before the ledger: a bad option must not leave a new one behind
    reader, given = load_reader(inputs.profile), inputs.given()
    with open_ledger(ledger, create=True) as store:
        tally = Tally()
        outcomes = _stored(inputs, store, reader, given, reread=reread)
        try:
            with telling(tally) as told, contextlib.closing(outcomes):
                for outcome in outcomes:
                    told(outcome)
        except KeyboardInterrupt:
            click.echo("interrupted: what is counted below is stored, the rest is not", err=True)
            tally.interrupted = True
        except LedgerError:
            click.echo(tally.line(as_json=as_json))
            raise
        click.echo(tally.line(as_json=as_json))
        ctx.exit(EXIT_INTERRUPTED if tally.interrupted else EXIT_REFUSED if tally.refused else 0)


def _stored(
    inputs: Inputs, store: Ledger, reader: Reader, given: Given, *, reread: bool
) -> Generator[Added | Skipped | SaysoError]:
    """Read and store one page after the other, and say what became of each.

    What the ledger has already is not read again: that a page is known shows in its bytes.

    Raises:
        ConfigError: a setting is wrong.
        LedgerError: the ledger fails; no page can be stored any more.
    """
    from sayso.document.html.projection import PROJECTION
    from sayso.ledger import Recipe, Skipped
    from sayso.pipeline import Known

    def recipe(capture: Capture) -> Recipe:
        return Recipe.of(capture, given=given, profile=reader.profile, version=reader.version, projection=PROJECTION)

    def known(capture: Capture) -> bool:
        return not reread and store.knows(capture, recipe(capture))

    linking = Linking(store)
    with contextlib.closing(inputs.read(reader, given, known)) as items:
        for item in items:
            if isinstance(item, SaysoError):
                yield item
            elif isinstance(item, Known):
                yield Skipped(f"sha256:{item.capture.sha256}", "", 0)
            else:
                yield store.add(item.capture, item.reading, recipe=recipe(item.capture))
                linking.catch_up(settled=False)
    linking.catch_up()
