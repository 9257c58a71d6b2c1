"""``sayso sources``: who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.filters import CONTEXT, Asked, asking_options
from sayso.cli.linking import Linking
from sayso.cli.tables import Column, emit
from sayso.export.flat import flat_source

if TYPE_CHECKING:
    from sayso.nouns.found import FoundSource
    from sayso.nouns.source import Record


def _name(source: FoundSource) -> str:
    also = f" (also {', '.join(source.names)})" if source.names else ""
    return (source.speaker or "unnamed source") + also


def record_line(record: Record | None) -> str:
    """*2 contradicted, 1 updated*; empty where nothing is on record, or nothing is known."""
    if record is None:
        return ""
    counts = {name: getattr(record, name) for name in ("contradicted", "updated", "corrected")}
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count)


COLUMNS: tuple[Column[FoundSource], ...] = (
    Column("claims", lambda s: str(s.claims), number=True),
    Column("pages", lambda s: str(s.documents), number=True),
    Column("kind", lambda s: s.kind),
    Column("grade", lambda s: s.grade.grade if s.grade else ""),
    Column("speaker", _name, ratio=2),
    Column("roles", lambda s: "; ".join(s.roles), ratio=2),
    Column("carried by", lambda s: ", ".join(s.outlets), ratio=3),
    Column("record", lambda s: record_line(s.record), ratio=2),
)


@click.command(context_settings=CONTEXT)
@click.option(
    "--record", is_flag=True, help="With each source what contradicts or replaces its claims, and its grades."
)
@asking_options(
    query="QUERY is looked for in the speakers' names and roles. The filters choose which of their claims count.",
    sorts=("claims", "newest", "relevance"),
)
def sources(asked: Asked, record: bool) -> None:
    """List who is quoted in the ledger, how often, and who carries it."""
    with asked.open() as ledger:
        filters = asked.filters()
        Linking(ledger, asking=True).catch_up()
        if not record:
            emit(ledger.sources(filters), asked, nothing="no sources match", columns=COLUMNS, flat=flat_source)
            return
        from sayso.cli.records import show_records

        show_records(ledger.records(filters), asked)
