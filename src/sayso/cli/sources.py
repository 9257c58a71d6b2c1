"""``sayso sources``: who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from sayso.cli.filters import CONTEXT, Asked, asking_options
from sayso.cli.tables import Column, emit

if TYPE_CHECKING:
    from sayso.nouns.found import FoundSource

COLUMNS: tuple[Column[FoundSource], ...] = (
    Column("claims", lambda s: str(s.claims), number=True),
    Column("pages", lambda s: str(s.documents), number=True),
    Column("kind", lambda s: s.kind),
    Column("speaker", lambda s: s.speaker or "unnamed source", ratio=2),
    Column("roles", lambda s: "; ".join(s.roles), ratio=2),
    Column("carried by", lambda s: ", ".join(s.outlets), ratio=3),
)


def flat(source: FoundSource) -> dict[str, Any]:
    """The cells of CSV. Their names and order are stable; new ones come at the end."""
    return {
        "speaker": source.speaker,
        "kind": source.kind,
        "roles": source.roles,
        "claims": source.claims,
        "documents": source.documents,
        "outlets": source.outlets,
    }


@click.command(context_settings=CONTEXT)
@asking_options(
    query="QUERY is looked for in the speakers' names and roles. The filters choose which of their claims count.",
    sorts=("claims", "newest", "relevance"),
)
def sources(asked: Asked) -> None:
    """List who is quoted in the ledger, how often, and who carries it."""
    with asked.open() as ledger:
        emit(ledger.sources(asked.filters()), asked, nothing="no sources match", columns=COLUMNS, flat=flat)
