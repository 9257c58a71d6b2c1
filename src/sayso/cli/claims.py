"""``sayso claims``: who says what, through whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.chains import claim_name, day, status_line
from sayso.cli.filters import CONTEXT, Asked, asking_options, linked_options
from sayso.cli.tables import Column, emit
from sayso.export.flat import flat_claim
from sayso.export.words import chain_line

if TYPE_CHECKING:
    from sayso.nouns.found import FoundClaim

COLUMNS: tuple[Column[FoundClaim], ...] = (
    Column("claim id", claim_name),
    Column("published", lambda c: day(c.document.published)),
    Column("status", lambda c: status_line(c.status, c.checks)),
    Column("on whose say-so", chain_line, ratio=2),
    Column("claim", lambda c: c.text, ratio=3),
)


@click.command(context_settings=CONTEXT)
@click.option("--show", metavar="CLAIM", help="Show one claim in its page and in the stored bytes (3fa9c12b#c1).")
@asking_options(
    query="QUERY is looked for in the claim, its quotation, the names of its speakers and of what it is about, and the"
    ' page\'s title: words (all of them), a "phrase", a prefix*, one OR another, -without.',
    sorts=("newest", "relevance"),
)
@linked_options
def claims(asked: Asked, show: str | None) -> None:
    """Ask the ledger for claims, with who says them and through whom."""
    with asked.open() as ledger:
        if show is not None:
            from sayso.cli.show_claim import show_claim

            show_claim(ledger, show, asked.form)
            return
        emit(ledger.claims(asked.filters()), asked, nothing="no claims match", columns=COLUMNS, flat=flat_claim)
