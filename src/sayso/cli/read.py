"""``sayso read``: read pages and print the readings."""

from __future__ import annotations

import sys

import click

from sayso.cli import EXIT_REFUSED
from sayso.cli.inputs import Inputs, input_options


@click.command()
@input_options
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line (schema sayso/reading/1).")
def read(inputs: Inputs, as_json: bool) -> int:
    """Read pages and print what they say and who says it.

    INPUT is a file (HTML, plain text, PDF, WARC, WACZ, .eml), an address, a folder, or - for standard input.
    """
    from sayso.cli.show import print_reading
    from sayso.nouns import to_json
    from sayso.pipeline import Item
    from sayso.plugins import load_reader

    refused = 0
    for item in inputs.read(load_reader(inputs.profile), inputs.given()):
        if not isinstance(item, Item):
            refused += 1
            click.echo(str(item), err=True)
        elif as_json:
            sys.stdout.write(to_json(item.reading).decode("utf-8") + "\n")
            sys.stdout.flush()
        else:
            print_reading(item.reading)
    return EXIT_REFUSED if refused else 0
