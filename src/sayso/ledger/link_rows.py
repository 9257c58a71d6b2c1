"""Pages, links and clusters -> rows of the tables of links, and how they are taken out again."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, bindparam, delete, or_, select, update

from sayso.ledger.inserting import insert_all
from sayso.ledger.rows import json_text
from sayso.ledger.tables import (
    actor_links,
    affinities,
    fingerprints,
    judgements,
    outlet_pages,
    outlets,
    page_edges,
    pages,
    reuses,
    statements,
    traits,
    unsettled,
)
from sayso.ledger.traits import traits_of
from sayso.nouns import Page, Statement, from_json, to_json
from sayso.origins.order import UNDATED

if TYPE_CHECKING:
    from sayso.ledger.names import Names
    from sayso.origins.linker import Links
    from sayso.origins.stories import Signature

Row = dict[str, Any]

#: statements are small and alike: the fastest level halves them, and they are read far oftener than written
_LEVEL = 1


def pack_statement(statement: Statement) -> bytes:
    """A statement as its row has it."""
    return zlib.compress(to_json(statement), _LEVEL)


def unpack_statement(body: bytes) -> Statement:
    """The statement that :func:`pack_statement` packed."""
    return from_json(Statement, zlib.decompress(body))


def put_page(
    connection: Connection,
    document_id: int,
    page: Page,
    made: Sequence[Statement],
    about: Signature,
    belonged: Mapping[str, int] | None = None,
) -> None:
    """Store a page with its statements and what it is about, so that it stands on the shelf.

    ``belonged``: texts of statements that the page had before, with the clusters that they were in.
    """
    row = {"document_id": document_id, "first": page.first, "body": json_text(page), "signature": json_text(about)}
    insert_all(connection, pages, [row])
    _put_outlet(connection, document_id, page)
    insert_all(
        connection,
        statements,
        [
            {
                "document_id": document_id,
                "claim": statement.claim,
                "position": statement.position,
                "cluster_id": belonged.get(statement.text) if belonged else None,
                "body": pack_statement(statement),
            }
            for statement in made
        ],
    )
    of = statements.c
    rows = connection.execute(select(of.claim, of.id).where(of.document_id == document_id))
    ids = {row.claim: row.id for row in rows}
    found = [
        {"trait": trait, "document_id": document_id, "statement_id": ids[statement.claim]}
        for statement in made
        for trait in traits_of(statement)
    ]
    # in the order of the tree that they go into
    insert_all(connection, traits, sorted(found, key=lambda each: each["trait"]))


def _put_outlet(connection: Connection, document_id: int, page: Page) -> None:
    from sayso.origins.actors import outlet_key
    from sayso.origins.provenance import telling_word

    if not page.outlet or not (key := outlet_key(page.outlet)):
        return
    known = connection.execute(select(outlets.c.key).where(outlets.c.key == key)).first()
    if known is None:
        insert_all(connection, outlets, [{"key": key, "name": page.outlet, "word": telling_word(page.outlet)}])
    insert_all(connection, outlet_pages, [{"outlet": key, "document_id": document_id, "first": page.first or UNDATED}])


def put_links(connection: Connection, names: Names, links: Links) -> None:
    """Store what was found out about a page that stands on the shelf."""
    (own,) = names.ids_of([links.document])
    for key, row in names.rows_of(links.vectors).items():
        connection.execute(update(statements).where(statements.c.id == row).values(vector=links.vectors[key]))
    prints = [{"hash": one, "document_id": own} for one in sorted(set(links.fingerprints))]
    insert_all(connection, fingerprints, prints)
    insert_all(
        connection,
        reuses,
        [
            {"a_id": names.id_of(reuse.a), "b_id": names.id_of(reuse.b), "body": json_text(reuse)}
            for reuse in links.reuses
        ],
    )
    insert_all(
        connection,
        affinities,
        [
            {"a_id": names.id_of(a), "b_id": names.id_of(b), "score": score}
            for (a, b), score in links.affinities.items()
        ],
    )
    insert_all(
        connection,
        page_edges,
        [
            {
                "from_id": names.id_of(edge.from_),
                "to_id": names.id_of(edge.to),
                "kind": edge.kind,
                "score": edge.score,
                "body": json_text(edge),
            }
            for edge in links.edges
        ],
    )
    _put_judgements(connection, names, links)
    insert_all(
        connection,
        actor_links,
        [_actors(names, link.a, link.b) | _verdict(link) for link in links.actors],
    )


def _put_judgements(connection: Connection, names: Names, links: Links) -> None:
    rows = names.rows_of(key for judgement in links.judgements for key in (judgement.a, judgement.b))
    insert_all(
        connection,
        judgements,
        [
            {"a_id": rows[each.a], "b_id": rows[each.b], "reasons": json_text(each.reasons)} | _verdict(each)
            for each in links.judgements
        ],
    )


def _verdict(judged: Any) -> Row:
    return {"kind": judged.kind, "score": judged.score, "why": judged.why, "by": judged.by}


def _actors(names: Names, a: str, b: str) -> Row:
    (one, _, its), (other, _, theirs) = a.rpartition("#"), b.rpartition("#")
    return {"a_id": names.id_of(one), "a_entity": its, "b_id": names.id_of(other), "b_entity": theirs}


def take_out(connection: Connection, document_id: int) -> None:
    """Remove a page with all of its links. Clusters are left as they are: they must be settled anew."""
    _take_out_traits(connection, document_id)
    own = select(statements.c.id).where(statements.c.document_id == document_id)
    connection.execute(delete(judgements).where(or_(judgements.c.a_id.in_(own), judgements.c.b_id.in_(own))))
    connection.execute(delete(unsettled).where(unsettled.c.statement_id.in_(own)))
    ends: Iterable[tuple[Table, tuple[str, ...]]] = (
        (actor_links, ("a_id", "b_id")),
        (page_edges, ("from_id", "to_id")),
        (affinities, ("a_id", "b_id")),
        (reuses, ("a_id", "b_id")),
        (fingerprints, ("document_id",)),
        (statements, ("document_id",)),
        (outlet_pages, ("document_id",)),
        (pages, ("document_id",)),
    )
    for table, columns in ends:
        for column in columns:
            connection.execute(delete(table).where(table.c[column] == document_id))


def _take_out_traits(connection: Connection, document_id: int) -> None:
    """Each by its key: an index by document would take as much room as the traits themselves."""
    rows = connection.execute(select(statements.c.id, statements.c.body).where(statements.c.document_id == document_id))
    of = traits.c
    keys = [
        {"its": trait, "page": document_id, "row": row.id}
        for row in rows
        for trait in traits_of(unpack_statement(row.body))
    ]
    if keys:
        one = (of.trait == bindparam("its"), of.document_id == bindparam("page"), of.statement_id == bindparam("row"))
        connection.execute(delete(traits).where(*one), keys)
