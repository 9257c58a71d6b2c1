"""``sayso errors``: what a code means."""

from __future__ import annotations

import click

from sayso.errors import CATALOGUE, ConfigError


@click.command()
@click.argument("code", required=False)
def errors(code: str | None) -> None:
    """List the error codes, or explain one: its meaning, what to do, and whether another try can help."""
    if code is not None and code.upper() not in CATALOGUE:
        raise ConfigError("SAY-001", code, "no such error code", "list them with sayso errors")
    for key in [code.upper()] if code else sorted(CATALOGUE):
        entry = CATALOGUE[key]
        again = " (another try can help)" if entry.transient else ""
        click.echo(f"{key}  {entry.meaning}{again}\n         {entry.remedy}")
