"""``sayso movements``: who moves from where to where, on whose say-so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.chains import day, short_id, status_line
from sayso.cli.filters import CONTEXT, Asked, asking_options
from sayso.cli.tables import Column, emit, roomy
from sayso.export.flat import flat_movement
from sayso.export.words import chain_line, place_line

if TYPE_CHECKING:
    from sayso.nouns.found import FoundMovement

COLUMNS: tuple[Column[FoundMovement], ...] = (
    Column("claim id", lambda m: f"{short_id(m.document.id)}#{m.claim.id}"),
    Column("published", lambda m: day(m.document.published)),
    Column("status", lambda m: status_line(m.claim.status, m.checks)),
    Column("who", lambda m: m.who or "", ratio=2),
    Column("from", lambda m: place_line(m.from_), ratio=2),
    Column("via", lambda m: "; ".join(map(place_line, m.via)), ratio=1),
    Column("to", lambda m: place_line(m.to) or (m.direction or ""), ratio=2),
    Column("moved by", lambda m: m.by or "", ratio=1),
    Column("on whose say-so", chain_line, ratio=3),
)


def _way(movement: FoundMovement) -> str:
    """*the militants: Syria → Chad → Sirte, moved by Qatar*."""
    goal = place_line(movement.to) or (movement.direction or "")
    stops = [place_line(movement.from_) or "?", *map(place_line, movement.via), goal or "?"]
    by = f", moved by {movement.by}" if movement.by else ""
    return f"{movement.who or 'somebody'}: {' → '.join(stops)}{by}"


#: the same for a terminal of the usual width
COMPACT: tuple[Column[FoundMovement], ...] = (
    *COLUMNS[:3],
    Column("who moves", _way, ratio=1),
    Column("on whose say-so", chain_line, ratio=1),
)


@click.command(context_settings=CONTEXT)
@click.option("--from", "origin", metavar="NAME", help="Where it begins: a place, or the country that lies in.")
@click.option("--to", "goal", metavar="NAME", help="Where it ends: a place, or the country that lies in.")
@asking_options(
    query="QUERY is looked for in the claims that tell of the movements, as `sayso claims` does.",
    sorts=("newest", "relevance"),
)
def movements(asked: Asked, origin: str | None, goal: str | None) -> None:
    """Ask the ledger who moves, or is moved, from where to where, and on whose say-so."""
    asked = asked.also(origin=origin, goal=goal)
    with asked.open() as ledger:
        columns = COLUMNS if roomy() else COMPACT
        emit(
            ledger.movements(asked.filters()), asked, nothing="no movements match", columns=columns, flat=flat_movement
        )
