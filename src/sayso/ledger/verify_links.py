"""Whether the links say what the readings say: the statements of every page that was linked, and whole clusters."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from sayso.ledger.decisions_rows import Corrections
from sayso.ledger.identity import unpack
from sayso.ledger.link_rows import unpack_statement
from sayso.ledger.linking import behind
from sayso.ledger.settling import anything_unsettled
from sayso.ledger.tables import clusters, documents, pages, readings, statements, traits
from sayso.ledger.traits import traits_of
from sayso.ledger.waiting_rows import misplaced
from sayso.nouns import Cluster, from_json
from sayso.origins.statements import statements_of


def verify_links(connection: Connection) -> Iterator[str]:
    """What is wrong, one line each. Pages that wait to be linked are left out."""
    waiting = behind(connection)
    current = (
        select(documents.c.id, documents.c.ident, readings.c.body, pages.c.document_id)
        .join(readings, (readings.c.document_id == documents.c.id) & (readings.c.number == documents.c.current))
        .outerjoin(pages, pages.c.document_id == documents.c.id)
        .order_by(documents.c.id)
    )
    had = select(traits.c.document_id, func.count().label("traits")).group_by(traits.c.document_id)
    counted = {row.document_id: row.traits for row in connection.execute(had)}
    corrections = Corrections(connection)
    for row in connection.execute(current):
        if row.ident in waiting:
            continue
        made = statements_of(corrections.reading(row.id, unpack(row.body)))
        theirs = select(statements.c.body).where(statements.c.document_id == row.id).order_by(statements.c.position)
        if row.document_id is None or list(map(unpack_statement, connection.execute(theirs).scalars())) != list(made):
            yield f"document {row.ident} has other statements than its reading"
        if counted.get(row.id, 0) != sum(len(traits_of(statement)) for statement in made):
            yield f"document {row.ident} has other traits than its statements"
    yield from _clusters(connection)
    if not waiting and not anything_unsettled(connection):
        yield from misplaced(connection)


def _clusters(connection: Connection) -> Iterator[str]:
    of = statements.c
    if anything_unsettled(connection):
        return  # what waits to be made anew need not be as it will be
    if connection.execute(select(func.count()).select_from(statements).where(of.cluster_id.is_(None))).scalar_one():
        yield "there are statements without a cluster"
    held = select(of.cluster_id, of.claim, documents.c.ident).join(documents, documents.c.id == of.document_id)
    for row in connection.execute(select(clusters).order_by(clusters.c.id)):
        rows = connection.execute(held.where(of.cluster_id == row.id))
        body = from_json(Cluster, row.body)
        if {(each.ident, each.claim) for each in rows} != {(m.document, m.claim) for m in body.members}:
            yield f"cluster k{row.id} has other members than it says"
        if (row.low, row.high) != (body.origins.low, body.origins.high) or body.cluster != f"k{row.id}":
            yield f"cluster k{row.id} is not described as it is"
