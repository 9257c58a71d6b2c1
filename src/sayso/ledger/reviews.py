"""What reviewers decide: events of the record, which hold until another event undoes them.

An event remembers not only which claims or actors it was about but how they read, so that it still holds when their
pages are read again and claims have other ids.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import msgspec
from sqlalchemy import Connection, select

from sayso.errors import LedgerError
from sayso.ledger.decisions_rows import current
from sayso.ledger.identity import unpack
from sayso.ledger.inserting import note, now
from sayso.ledger.recall import resolve
from sayso.ledger.rows import json_text
from sayso.ledger.tables import events, readings
from sayso.nouns import Noun, Reading, Review, from_json

if TYPE_CHECKING:
    from sayso.ledger.dialect import Dialect

#: kinds of the events
REVIEW, UNDONE = "review", "review-undone"


class Anchor(Noun, frozen=True, kw_only=True):
    """How something that was reviewed read: a claim by its text and span, an actor by its name."""

    text: str
    start: int = 0
    end: int = 0


class Kept(Noun, frozen=True, kw_only=True):
    """The body of the event: the review, and how ``a`` and ``b`` read when it was made."""

    review: Review
    a: Anchor | None = None
    b: Anchor | None = None


def review(dialect: Dialect, wanted: Review) -> Review:
    """See :meth:`sayso.ledger.ledger.Ledger.review`."""
    with dialect.writing() as connection:
        if wanted.undoes is not None:
            return _undo(connection, wanted)
        kept = Kept(review=wanted)
        if wanted.about != "source":
            a, its = _named(connection, wanted.about, wanted.a)
            b, theirs = _named(connection, wanted.about, wanted.b or "")
            if a == b:
                raise LedgerError("SAY-115", wanted.a)
            kept = Kept(review=msgspec.structs.replace(wanted, a=a, b=b), a=its, b=theirs)
        return _append(connection, REVIEW, kept)


def _append(connection: Connection, kind: str, kept: Kept) -> Review:
    at = now()
    dated = msgspec.structs.replace(kept.review, at=at)
    note(connection, kind, dated.a, json_text(msgspec.structs.replace(kept, review=dated)), by=dated.by, at=at)
    last = select(events.c.number).order_by(events.c.number.desc()).limit(1)
    return msgspec.structs.replace(dated, number=connection.execute(last).scalar_one())


def _undo(connection: Connection, wanted: Review) -> Review:
    standing = {each.number: each for each in _standing(connection)}
    if wanted.undoes not in standing:
        raise LedgerError("SAY-116", str(wanted.undoes))
    undone = standing[wanted.undoes]
    about = msgspec.structs.replace(wanted, about=undone.about, a=undone.a, b=undone.b, kind=undone.kind)
    return _append(connection, UNDONE, Kept(review=about))


def reviews(dialect: Dialect, about: str | None = None) -> Iterator[Review]:
    """See :meth:`sayso.ledger.ledger.Ledger.reviews`."""
    with dialect.reading() as connection:
        yield from (each for each in _standing(connection) if about in (None, each.about))


def _standing(connection: Connection) -> list[Review]:
    """The reviews that nobody has undone, in order."""
    found: dict[int, Review] = {}
    said = select(events).where(events.c.kind.in_((REVIEW, UNDONE))).order_by(events.c.number)
    for row in connection.execute(said):
        made = from_json(Kept, row.body).review
        if made.undoes is None:
            found[row.number] = msgspec.structs.replace(made, number=row.number)
        else:
            found.pop(made.undoes, None)
    return list(found.values())


def _named(connection: Connection, about: Literal["statements", "actors", "source"], name: str) -> tuple[str, Anchor]:
    """The key of a claim or actor that goes by a name, and how it reads.

    Raises:
        LedgerError: SAY-068, SAY-069: the name does not lead to one.
    """
    where, mark, ident = name.rpartition("#")
    if not mark:
        what = "a claim" if about == "statements" else "an actor"
        raise LedgerError("SAY-068", name, f"{what} is named by its document and its own id", "write it as DOCUMENT#c1")
    document = resolve(connection, where)
    kept = select(readings.c.body).where(readings.c.document_id == document.id, readings.c.number == document.current)
    reading = current(connection, document.id, unpack(connection.execute(kept).scalar_one()))
    found = _claim(reading, ident) if about == "statements" else _actor(reading, ident)
    if found is None:
        raise LedgerError("SAY-068", name)
    own, anchor = found
    return f"{document.ident}#{own}", anchor


def _claim(reading: Reading, ident: str) -> tuple[str, Anchor] | None:
    for claim in reading.claims:
        if claim.id == ident:
            return ident, Anchor(text=claim.text, start=claim.start, end=claim.end)
    return None


def _actor(reading: Reading, ident: str) -> tuple[str, Anchor] | None:
    """An entity, an attribution's source, or, by the id of a claim, whoever says it."""
    for claim in reading.claims:
        if claim.id == ident and claim.attribution:
            ident = claim.attribution
    for attribution in reading.attributions:
        if attribution.id == ident:
            if attribution.source.entity is None:
                start, end = (attribution.cue.start, attribution.cue.end) if attribution.cue else (0, 0)
                return ident, Anchor(text=attribution.source.text or "", start=start, end=end)
            ident = attribution.source.entity
    for entity in reading.entities:
        if entity.id == ident:
            return ident, Anchor(text=entity.name)
    return None
