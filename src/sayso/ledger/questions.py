"""Questions that people keep: events of the record. The last one under a name holds, until it is removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from sqlalchemy import Connection, func, select

from sayso.errors import ConfigError, LedgerError
from sayso.ledger.inserting import note, now
from sayso.ledger.rows import json_text
from sayso.ledger.tables import events
from sayso.nouns import from_json
from sayso.nouns.question import SavedQuestion

if TYPE_CHECKING:
    from sayso.ledger.dialect import Dialect

#: kinds of the events
SAVED, REMOVED = "question-saved", "question-removed"
#: characters of a name that a list can show, and of the longest address that servers take
_NAME: Final = 80
_QUERY: Final = 4000


def save_question(dialect: Dialect, wanted: SavedQuestion) -> SavedQuestion:
    """See :meth:`sayso.ledger.store.Store.save_question`."""
    name, query = " ".join(wanted.name.split()), wanted.query.strip().removeprefix("?")
    if not name or len(name) > _NAME or not name.isprintable():
        raise ConfigError("SAY-001", "name", f"a question needs a name of 1 to {_NAME} letters", "give it a short name")
    if not query or len(query) > _QUERY:
        raise ConfigError("SAY-001", "query", "this asks for nothing, or for too much", "set a filter, then save it")
    with dialect.writing() as connection:
        return _append(connection, SAVED, msgspec.structs.replace(wanted, name=name, query=query))


def remove_question(dialect: Dialect, name: str, by: str) -> SavedQuestion:
    """See :meth:`sayso.ledger.store.Store.remove_question`."""
    with dialect.writing() as connection:
        held = _standing(connection).get(name.strip())
        if held is None:
            raise LedgerError("SAY-068", name, "no question is kept under this name", "see the list of saved questions")
        return _append(connection, REMOVED, msgspec.structs.replace(held, by=by))


def questions(dialect: Dialect) -> tuple[SavedQuestion, ...]:
    """See :meth:`sayso.ledger.store.Store.questions`."""
    with dialect.reading() as connection:
        return tuple(sorted(_standing(connection).values(), key=lambda kept: (kept.name.casefold(), kept.number)))


def _append(connection: Connection, kind: str, kept: SavedQuestion) -> SavedQuestion:
    dated = msgspec.structs.replace(kept, at=now(), number=0)
    note(connection, kind, dated.name, json_text(dated), by=dated.by, at=dated.at)
    last: int = connection.execute(select(func.max(events.c.number))).scalar_one()
    return msgspec.structs.replace(dated, number=last)


def _standing(connection: Connection) -> dict[str, SavedQuestion]:
    held: dict[str, SavedQuestion] = {}
    said = select(events).where(events.c.kind.in_((SAVED, REMOVED))).order_by(events.c.number)
    for row in connection.execute(said):
        made = from_json(SavedQuestion, row.body)
        if row.kind == SAVED:
            held[made.name] = msgspec.structs.replace(made, number=row.number)
        else:
            held.pop(made.name, None)
    return held
