"""Reviewers' judgements beside the current readings: which claims and actors they are about today."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, or_, select, update

from sayso.ledger.inserting import insert_all
from sayso.ledger.link_rows import unpack_statement
from sayso.ledger.names import Names
from sayso.ledger.reviews import Anchor, Kept
from sayso.ledger.rows import json_text
from sayso.ledger.tables import reviews, statements
from sayso.nouns import Review, Statement, from_json


def holding(connection: Connection) -> list[Review]:
    """The judgements of statements and actors that hold and that the current readings have both ends of, in order.

    Each names its ends as the current readings do.
    """
    of = reviews.c
    rows = connection.execute(select(reviews).where(of.a.is_not(None), of.b.is_not(None)).order_by(of.number)).all()
    names = Names(connection)
    idents = dict(zip(ids := {end for row in rows for end in (row.a_id, row.b_id)}, names.idents_of(ids), strict=True))
    return [
        msgspec.structs.replace(
            from_json(Kept, row.body).review,
            a=f"{idents[row.a_id]}#{row.a}",
            b=f"{idents[row.b_id]}#{row.b}",
            number=row.number,
        )
        for row in rows
    ]


def put_review(connection: Connection, number: int, kept: Kept) -> set[str]:
    """Let a review hold, or undo one; keys of the statements that it is about."""
    review = kept.review
    if review.undoes is not None:
        undone = connection.execute(select(reviews).where(reviews.c.number == review.undoes)).one_or_none()
        connection.execute(delete(reviews).where(reviews.c.number == review.undoes))
        return _touched(connection, undone) if undone else set()  # it was about a source
    if review.about == "source" or review.b is None:
        return set()
    names = Names(connection)
    (a, _, its), (b, _, theirs) = review.a.rpartition("#"), review.b.rpartition("#")
    one, other = names.id_of(a), names.id_of(b)
    ends = {"a_id": one, "a": its, "b_id": other, "b": theirs}
    insert_all(connection, reviews, [{"number": number, "about": review.about, "body": json_text(kept)} | ends])
    # it may have been made of a reading that is no longer the current one
    find_again(connection, one)
    find_again(connection, other)
    return _touched(connection, connection.execute(select(reviews).where(reviews.c.number == number)).one())


def find_again(connection: Connection, document_id: int) -> None:
    """After a page was read again: see which of its statements and actors are those that were reviewed."""
    of = reviews.c
    rows = connection.execute(select(reviews).where(or_(of.a_id == document_id, of.b_id == document_id))).all()
    if not rows:
        return
    theirs = select(statements.c.body).where(statements.c.document_id == document_id).order_by(statements.c.position)
    made = [unpack_statement(body) for body in connection.execute(theirs).scalars()]
    for row in rows:
        kept = from_json(Kept, row.body)
        find = _statement if row.about == "statements" else _actor
        ends: dict[str, str | None] = {}
        if row.a_id == document_id and kept.a:
            ends["a"] = find(made, kept.a, kept.review.a.rpartition("#")[2])
        if row.b_id == document_id and kept.b:
            ends["b"] = find(made, kept.b, (kept.review.b or "").rpartition("#")[2])
        connection.execute(update(reviews).where(of.number == row.number).values(**ends))


def _statement(made: list[Statement], anchor: Anchor, ident: str) -> str | None:
    """The claim that reads the same; else the one that covers most of the same words of the page, if it covers half."""
    same = [each for each in made if each.text == anchor.text]
    if same:
        return min(same, key=lambda each: (each.claim != ident, abs(each.start - anchor.start), each.position)).claim
    best = max(made, key=lambda each: (_common(each, anchor), -each.position), default=None)
    if best is None or 2 * _common(best, anchor) < max(best.end - best.start, anchor.end - anchor.start, 1):
        return None
    return best.claim


def _common(statement: Statement, anchor: Anchor) -> int:
    return max(0, min(statement.end, anchor.end) - max(statement.start, anchor.start))


def _actor(made: list[Statement], anchor: Anchor, ident: str) -> str | None:
    """The speaker of this name; where several are, the one that went by the same id."""
    found = {
        hop.entity or hop.attribution: None
        for statement in made
        for hop in statement.chain
        if anchor.text in (hop.name, *hop.names)
    }
    return ident if ident in found else next(iter(found), None)


def _touched(connection: Connection, row: Row[Any]) -> set[str]:
    """Keys of statements that a review is about; for actors, all that go through them."""
    names = Names(connection)
    keys: set[str] = set()
    for document_id, own in ((row.a_id, row.a), (row.b_id, row.b)):
        (ident,) = names.idents_of([document_id])
        if row.about == "statements":
            keys |= {f"{ident}#{own}"} if own else set()
            continue
        theirs = select(statements.c.body).where(statements.c.document_id == document_id)
        for body in connection.execute(theirs).scalars():
            made = unpack_statement(body)
            if any((hop.entity or hop.attribution) == own for hop in made.chain):
                keys.add(made.key)
    return keys
