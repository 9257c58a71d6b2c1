"""Linking pages as they come: the events that were not gone through yet, one after the other.

Each event is one transaction that ends by moving the mark: whenever it is stopped, the next run goes on from there, and
no page is half-linked. A page that is read again loses its links and gets new ones. Only clusters that something was
added to, taken from or judged of are made anew, and that when there are no more events (:mod:`sayso.ledger.settling`).
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from sayso.errors import EncoderError
from sayso.ledger.clusters import drop_empty
from sayso.ledger.decisions_kept import CORRECTED
from sayso.ledger.decisions_rows import current
from sayso.ledger.identity import unpack
from sayso.ledger.link_rows import put_links, put_page, take_out, unpack_statement
from sayso.ledger.review_rows import find_again, put_review
from sayso.ledger.reviews import REVIEW, UNDONE, Kept
from sayso.ledger.settling import anything_unsettled, settle_some, unsettle
from sayso.ledger.shelf import LedgerShelf
from sayso.ledger.tables import LINKING, documents, events, judgements, marks, readings, statements
from sayso.nouns import Reading, from_json

if TYPE_CHECKING:
    from sayso.ledger.dialect import Dialect
    from sayso.origins.linker import Tools
    from sayso.origins.matching.encoder import Verdict

#: version of the rules by which pages are linked: a ledger that was linked by other ones is linked again from the start
VERSION = "1"
#: sentences, and pairs of them, of which what the model said is kept at hand
_AT_HAND = 4096
#: kinds of the events after which a page has another reading
_READ = ("reading-added", CORRECTED)
#: kinds of the events that matter here
_KINDS = (*_READ, REVIEW, UNDONE)


@functools.cache
def own_tools() -> Tools:
    """Those of the model that ships with sayso; none where it is not installed.

    What was worked out for a text is kept at hand: reprints have the same sentences.
    """
    from sayso.origins.linker import Tools
    from sayso.origins.matching import encoder

    if not encoder.installed() or model_fault() is not None:
        return Tools()

    @functools.lru_cache(maxsize=_AT_HAND)
    def vector(text: str) -> bytes:
        return encoder.embed([text])[0]

    @functools.lru_cache(maxsize=_AT_HAND)
    def verdict(pair: tuple[str, str]) -> Verdict:
        return encoder.verify([pair])[0]

    return Tools(embed=lambda texts: list(map(vector, texts)), verify=lambda pairs: list(map(verdict, pairs)))


@functools.cache
def model_fault() -> EncoderError | None:
    """What is wrong with the model, where it is there and cannot be used: rules then go on alone."""
    from sayso.origins.matching import encoder

    try:
        if encoder.installed():
            encoder.embed(["."])
    except EncoderError as fault:
        return fault
    return None


def catch_up(dialect: Dialect, tools: Tools | None = None, *, settled: bool = True) -> Iterator[str]:
    """Go through the events that have not been gone through; gives the subject of each when it is done.

    At the end clusters are made anew, unless ``settled`` is false: then they wait for the next time.

    Raises:
        LedgerError: the ledger fails.
    """
    while pending(dialect):
        with dialect.writing() as connection:
            # another process may have gone through it while this one waited for the right to write
            tools = tools or own_tools()
            subject = _step(connection, tools)
        if subject is not None:
            yield subject
    while settled and not is_settled(dialect):
        with dialect.writing() as connection:
            settle_some(connection)


def is_settled(dialect: Dialect) -> bool:
    """Whether no cluster waits to be made anew."""
    with dialect.reading() as connection:
        return not anything_unsettled(connection)


def pending(dialect: Dialect) -> int:
    """How many events have not been gone through."""
    with dialect.reading() as connection:
        waiting = select(func.count()).select_from(events).where(events.c.kind.in_(_KINDS))
        return int(connection.execute(waiting.where(events.c.number > _mark(connection))).scalar_one())


def behind(connection: Connection) -> set[str]:
    """The documents that have been read or corrected since the last event that was gone through."""
    later = select(events.c.subject).where(events.c.kind.in_(_READ), events.c.number > _mark(connection))
    return set(connection.execute(later).scalars())


def waits(connection: Connection, document: str) -> bool:
    """Whether a page will be linked by its current reading as it is, for something that has happened already."""
    later = select(events.c.number).where(events.c.subject == document, events.c.kind.in_(_READ))
    return connection.execute(later.where(events.c.number > _mark(connection)).limit(1)).first() is not None


def _mark(connection: Connection) -> int:
    """The last event that was gone through, by rules of this version."""
    mark = connection.execute(select(marks).where(marks.c.name == "event")).one_or_none()
    return mark.number if mark is not None and mark.version == VERSION else 0


def _step(connection: Connection, tools: Tools) -> str | None:
    mark = _mark(connection)
    if mark == 0:
        _clear(connection)
    waiting = select(events).where(events.c.kind.in_(_KINDS), events.c.number > mark)
    event = connection.execute(waiting.order_by(events.c.number).limit(1)).one_or_none()
    if event is None:
        return None
    if event.kind in _READ:
        _link(connection, event.subject, tools)
    else:
        touched = put_review(connection, event.number, from_json(Kept, event.body))
        unsettle(connection, LedgerShelf(connection), touched)
    connection.execute(update(marks).where(marks.c.name == "event").values(number=event.number))
    return str(event.subject)


def _clear(connection: Connection) -> None:
    """Begin from the start."""
    for table in reversed(LINKING):
        connection.execute(delete(table))
    rows = [{"name": "event", "number": 0, "version": VERSION}, {"name": "cluster", "number": 0, "version": None}]
    connection.execute(insert(marks), rows)


def _link(connection: Connection, document: str, tools: Tools) -> None:
    """Link a page by its current reading, in place of an earlier one."""
    from sayso.origins.linker import link
    from sayso.origins.reuse import credits
    from sayso.origins.statements import page_of, statements_of
    from sayso.origins.stories import signature

    row, reading = _current(connection, document)
    touched, belonged = _around(connection, row), _belonged(connection, row)
    take_out(connection, row)
    page, made = page_of(reading, credits(reading.document)), statements_of(reading)
    # the whole text: those who speak are named outside the claims
    put_page(connection, row, page, made, signature(page, made, text=reading.document.text), belonged)
    find_again(connection, row)
    shelf = LedgerShelf(connection)
    links = link(document, shelf, tools)
    put_links(connection, shelf.names, links)
    unsettle(connection, shelf, (*(statement.key for statement in made), *links.touched(), *touched))
    drop_empty(connection, set(belonged.values()))


def _current(connection: Connection, document: str) -> tuple[int, Reading]:
    latest = (
        select(documents.c.id, readings.c.body)
        .join(readings, (readings.c.document_id == documents.c.id) & (readings.c.number == documents.c.current))
        .where(documents.c.ident == document)
    )
    row = connection.execute(latest).one()
    return row.id, current(connection, row.id, unpack(row.body))


def _belonged(connection: Connection, document_id: int) -> dict[str, int]:
    """The clusters of a page's statements, by their text: what reads the same after re-reading begins where it was."""
    of = statements.c
    found = select(of.body, of.cluster_id).where(of.document_id == document_id).order_by(of.position.desc())
    rows = connection.execute(found.where(of.cluster_id.is_not(None)))
    return {unpack_statement(row.body).text: row.cluster_id for row in rows}


def _around(connection: Connection, document_id: int) -> set[str]:
    """Keys of the statements of other pages that are in one cluster with one of this page, or judged beside it."""
    of = statements.c
    own = select(of.id).where(of.document_id == document_id)
    shared = select(of.cluster_id).where(of.document_id == document_id)
    ends = select(judgements.c.a_id, judgements.c.b_id).where(
        or_(judgements.c.a_id.in_(own), judgements.c.b_id.in_(own))
    )
    beside = {end for row in connection.execute(ends) for end in (row.a_id, row.b_id)}
    found = select(of.claim, documents.c.ident).join(documents, documents.c.id == of.document_id)
    found = found.where(of.document_id != document_id, or_(of.cluster_id.in_(shared), of.id.in_(beside)))
    return {f"{row.ident}#{row.claim}" for row in connection.execute(found)}
