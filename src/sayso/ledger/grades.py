"""Grades of sources: reviews like any other, kept with their history, and never worked out from claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, get_args

import msgspec
from sqlalchemy import Connection, select

from sayso.ledger.reviews import REVIEW, UNDONE, Kept
from sayso.ledger.source_names import joined, source_named
from sayso.ledger.tables import events
from sayso.nouns import from_json
from sayso.nouns.folding import fold
from sayso.nouns.found import Graded
from sayso.nouns.source import Grade, GradeLetter

if TYPE_CHECKING:
    from sayso.ledger.dialect import Dialect

#: the letters of the scale, the most reliable first
LETTERS: tuple[str, ...] = get_args(GradeLetter)


def graded(dialect: Dialect, name: str) -> Graded:
    """See :meth:`sayso.ledger.store.Store.graded`."""
    with dialect.reading() as connection:
        source = source_named(dialect, connection, name)
        keys = joined(connection, [fold(source)]).get(fold(source))
        history = of_names(histories(connection), keys.keys if keys else (fold(source),))
    return Graded(source=source, grade=holding(history), grades=history)


def histories(connection: Connection) -> dict[str, list[Grade]]:
    """All grades that were ever given, by the key of the source's name, the earliest first."""
    made: dict[int, tuple[str, Grade]] = {}
    said = select(events).where(events.c.kind.in_((REVIEW, UNDONE))).order_by(events.c.number)
    for row in connection.execute(said):
        review = from_json(Kept, row.body).review
        if review.undoes is not None and review.undoes in made:
            key, grade = made[review.undoes]
            made[review.undoes] = (key, msgspec.structs.replace(grade, undone=True))
        elif review.about == "source" and review.undoes is None:
            letter = msgspec.convert(review.kind, type=GradeLetter)
            grade = Grade(grade=letter, why=review.why, by=review.by, at=review.at, number=row.number)
            made[row.number] = (fold(review.a), grade)
    found: defaultdict[str, list[Grade]] = defaultdict(list)
    for key, grade in made.values():
        found[key].append(grade)
    return dict(found)


def of_names(known: Mapping[str, list[Grade]], keys: Iterable[str]) -> tuple[Grade, ...]:
    """The grades of a source that goes by several names, the earliest first."""
    return tuple(sorted((grade for key in keys for grade in known.get(key, ())), key=lambda grade: grade.number))


def holding(history: Iterable[Grade]) -> Grade | None:
    """The grade that holds: the last one that nobody took back."""
    return next((grade for grade in reversed(tuple(history)) if not grade.undone), None)


def letters(connection: Connection) -> dict[str, str]:
    """The grades that hold, by the keys of all names of their sources."""
    known = histories(connection)
    found: dict[str, str] = {}
    for one in joined(connection, known).values():
        if (grade := holding(of_names(known, one.keys))) is not None:
            found |= dict.fromkeys(one.keys, grade.grade)
    return found
