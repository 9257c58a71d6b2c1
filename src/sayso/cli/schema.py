"""``sayso schema``: the JSON Schema of an output."""

from __future__ import annotations

import click

from sayso.nouns.schema import SCHEMAS, json_schema


@click.command()
@click.argument("name", type=click.Choice(sorted(SCHEMAS)), default="reading")
def schema(name: str) -> None:
    """Print the JSON Schema (2020-12) of one output: by default of what `sayso read --json` prints."""
    import json

    click.echo(json.dumps(json_schema(name), indent=2, ensure_ascii=False))
