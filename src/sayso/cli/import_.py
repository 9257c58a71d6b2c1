"""``sayso import``: puts back what ``sayso export jsonl`` wrote."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

import click

from sayso.cli.filters import ledger_option, open_ledger
from sayso.cli.linking import Linking
from sayso.errors import CaptureError

if TYPE_CHECKING:
    from sayso.nouns.record import Imported


@click.command("import")
@click.argument("path", metavar="PATH")
@click.option("--json", "as_json", is_flag=True, help="Say what was added as one JSON object.")
@ledger_option
def import_(path: str, as_json: bool, ledger: Path | None) -> None:
    """Add what an export holds to the ledger: all that is missing there.

    PATH is a file that `sayso export jsonl` wrote, or - for standard input. What the ledger has already stays as it is,
    so that importing twice changes nothing. If anything in the file is wrong, nothing of it is stored.
    """
    from sayso.config import Settings
    from sayso.export.importing import Export
    from sayso.nouns import to_json

    most = Settings.load().max_decoded_bytes
    with _opened(path) as file:
        # before a ledger is made for it: what is no export leaves nothing behind
        export = Export(file, name=path, most_bytes=most)
        with open_ledger(ledger, create=True) as store:
            made = export.into(store)
            click.echo(to_json(made).decode("utf-8") if as_json else _told(made))
            Linking(store).catch_up()


def _opened(path: str) -> contextlib.AbstractContextManager[BinaryIO]:
    if path == "-":
        return contextlib.nullcontext(cast(BinaryIO, sys.stdin.buffer))
    try:
        return Path(path).open("rb")
    except FileNotFoundError:
        raise CaptureError("SAY-020", path) from None
    except OSError as error:
        raise CaptureError("SAY-021", path, f"the file cannot be read: {error.strerror}") from None


def _told(made: Imported) -> str:
    counts = {"document": made.documents, "reading": made.readings, "event": made.events}
    added = ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items())
    return f"added {added}; {made.known} document{'' if made.known == 1 else 's'} known before"
