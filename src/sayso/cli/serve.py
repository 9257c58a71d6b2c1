"""``sayso serve``: the workbench, in a browser."""

from __future__ import annotations

import contextlib
import importlib.util
from pathlib import Path
from typing import Final

import click

from sayso.cli.filters import ledger_option
from sayso.errors import WorkbenchError

#: what the workbench is made of, besides sayso
_NEEDS: Final = (
    "fastapi",
    "itsdangerous",
    "jinja2",
    "limits",
    "python_multipart",
    "sse_starlette",
    "uvicorn",
)


@click.command()
@ledger_option
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="Where to listen; else than here asks for a token.",
)
@click.option("--port", type=click.IntRange(0, 65_535), default=8765, show_default=True, help="0 takes any free one.")
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="NAME",
    help="A name that visitors know this machine by; several times for several.",
)
@click.option(
    "--token",
    metavar="TOKEN",
    help="What visitors must bring (else SAYSO_TOKEN; else one is made where others can come).",
)
@click.option("--open", "show", is_flag=True, help="Open it in the browser.")
def serve(ledger: Path | None, host: str, port: int, names: tuple[str, ...], token: str | None, show: bool) -> None:
    """Open the ledger in a browser: ask it, read beside it, review it, add to it.

    On this machine alone, unless --host says otherwise; then visitors need the token that is printed. A ledger that is
    not there yet is made. Ends with Ctrl-C.
    """
    missing = [name for name in _NEEDS if importlib.util.find_spec(name) is None]
    if missing:
        raise WorkbenchError("SAY-131", "serve", f"it needs {', '.join(missing)}, which is not installed")
    from sayso.cli.reviewer import known_name
    from sayso.config import Settings as Configured
    from sayso.workbench.server import access, listen, run

    configured = Configured.load()
    path = ledger or configured.ledger
    listener = listen(host, port)
    with contextlib.closing(listener):
        settings = access(
            host,
            names,
            token or configured.token,
            ledger=_ready(path),
            configured=configured,
            reviewer=known_name() or "reviewer",
        )
        run(settings, listener, told=lambda address: _tell(address, show=show))
    click.echo("stopped", err=True)


def _ready(path: Path) -> Path:
    """See that the ledger can be served: made where there is none, brought up to date where it is older.

    Raises:
        LedgerError: SAY-060 to SAY-066.
    """
    from sayso.ledger import Ledger

    if not path.exists():
        click.echo(f"made an empty ledger: {path}", err=True)
    with Ledger.open(
        path, create=True, updating=lambda: click.echo(f"bringing the ledger up to date: {path}", err=True)
    ):
        return path


def _tell(address: str, *, show: bool) -> None:
    click.echo(f"sayso is at {address} (Ctrl-C ends it)", err=True)
    if show:
        import webbrowser

        webbrowser.open(address)
