"""``sayso documents``: which pages are in the ledger, and how each was read over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from sayso.cli.chains import day, short_id
from sayso.cli.filters import CONTEXT, Asked, asking_options
from sayso.cli.tables import Column, emit
from sayso.export.flat import flat_document

if TYPE_CHECKING:
    from sayso.nouns.found import FoundDocument, Version

COLUMNS: tuple[Column[FoundDocument], ...] = (
    Column("id", lambda d: short_id(d.id)),
    Column("published", lambda d: day(d.published)),
    Column("claims", lambda d: str(d.claims), number=True),
    Column("comments", lambda d: str(d.comments), number=True),
    Column("spam", lambda d: str(d.spam), number=True),
    Column("outlet", lambda d: d.outlet or "", ratio=2),
    Column("title", lambda d: d.title or "", ratio=4),
    Column("source", lambda d: d.source, ratio=3),
)
READINGS: tuple[Column[Version], ...] = (
    Column("number", lambda v: f"{v.number}{' (current)' if v.current else ''}"),
    Column("made", lambda v: v.made[:19]),
    Column("reader", lambda v: f"{v.profile or 'unknown'} {v.version or ''}"),
    Column("text by", lambda v: v.projection or ""),
    Column("claims", lambda v: str(v.claims), number=True),
    Column("given", lambda v: _given(v), ratio=1),
)


def _given(version: Version) -> str:
    said = {name: getattr(version.given, name) for name in version.given.__struct_fields__}
    return ", ".join(f"{name} {value}" for name, value in said.items() if value)


def flat_version(version: Version) -> dict[str, Any]:
    """The cells of CSV. Their names and order are stable; new ones come at the end."""
    return {
        "document": version.document,
        "number": version.number,
        "current": version.current,
        "made": version.made,
        "profile": version.profile,
        "version": version.version,
        "projection": version.projection,
        "claims": version.claims,
        "given": _given(version),
        "reading": version.reading,
    }


@click.command(context_settings=CONTEXT)
@click.option("--history", metavar="DOCUMENT", help="List all readings of one document, the oldest first.")
@click.option("--reading", metavar="DOCUMENT", help="Print a document's reading as `sayso read --json` printed it.")
@click.option("--number", type=click.IntRange(min=1), metavar="N", help="Which reading; else the current one.")
@asking_options(
    query='QUERY is looked for in title and text: words (all of them), a "phrase", a prefix*, one OR another,'
    " -without. DOCUMENT is an id, its first digits, or the file or address that it was read from.",
    sorts=("newest", "relevance"),
)
def documents(asked: Asked, history: str | None, reading: str | None, number: int | None) -> None:
    """List the documents in the ledger."""
    with asked.open() as ledger:
        if reading is not None:
            from sayso.nouns import to_json

            click.echo(to_json(ledger.reading(reading, number)).decode("utf-8"))
        elif history is not None:
            emit(ledger.history(history), asked, nothing="no readings", columns=READINGS, flat=flat_version)
        else:
            emit(
                ledger.documents(asked.filters()),
                asked,
                nothing="no documents match",
                columns=COLUMNS,
                flat=flat_document,
            )
