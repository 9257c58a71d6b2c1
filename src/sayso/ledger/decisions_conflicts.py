"""Where reviewers decided differently on one thing. The latest holds; the others are shown beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from sayso.ledger.decisions_kept import Standing
from sayso.ledger.decisions_rows import standing, told
from sayso.ledger.recall import resolve
from sayso.ledger.tables import decisions
from sayso.nouns import Conflict, Correction
from sayso.nouns.folding import fold

if TYPE_CHECKING:
    from sayso.ledger.dialect import Dialect

#: parts of a correction, and what a reader calls them
_PARTS = {
    "speaker": "who says it",
    "writer": "whether anybody but the writer says it",
    "content": "what is said",
    "source": "where the page names the source",
    "cue": "which words say that it is said",
    "status": "how it is put",
}


def conflicts(dialect: Dialect, document: str | None) -> Iterator[Conflict]:
    """See :meth:`sayso.ledger.store.Store.conflicts`."""
    with dialect.reading() as connection:
        found = [made for group in _groups(connection, document) if (made := _conflict(group)) is not None]
    yield from sorted(found, key=lambda conflict: conflict.holds)


def _groups(connection: Connection, document: str | None) -> Iterator[list[Standing]]:
    """The decisions on each target that more than one reviewer decided on, but for what was skipped."""
    of = decisions.c
    several = (
        select(of.document_id, of.target)
        .where(of.target.is_not(None), of.ruling != "skip")
        .group_by(of.document_id, of.target)
        .having(func.count(of.reviewer.distinct()) > 1)
    )
    if document is not None:
        several = several.where(of.document_id == resolve(connection, document).id)
    for row in connection.execute(several).all():
        theirs = select(decisions).where(
            of.document_id == row.document_id, of.target == row.target, of.ruling != "skip"
        )
        yield [standing(each) for each in connection.execute(theirs.order_by(of.number))]


def _conflict(group: Sequence[Standing]) -> Conflict | None:
    last = {each.kept.decision.by: each for each in group}
    holding = next((each for each in group if each.holds), None)
    if holding is None or len(last) < 2:
        return None
    others = [each for each in last.values() if each.number != holding.number]
    differ = dict.fromkeys(part for each in others for part in _differences(each, holding))
    if not differ:
        return None
    decision = told(holding)
    side = decision.before or decision.after or holding.kept.read
    return Conflict(
        document=decision.document,
        target=decision.target,
        text=side.text if side else "",
        holds=holding.number,
        decisions=tuple(told(each) for each in sorted(last.values(), key=lambda each: each.number)),
        differ=tuple(differ),
    )


def _differences(earlier: Standing, later: Standing) -> list[str]:
    """In what two decisions differ. Who corrects more than another before did not decide otherwise."""
    if earlier.takes_out != later.takes_out:
        return ["whether it stands"]
    if earlier.takes_out:
        return []
    nothing = Correction()
    mine, theirs = (each.kept.decision.correction or nothing for each in (earlier, later))
    whole = earlier.kept.decision.verdict == "accept"
    found = [
        words
        for part, words in _PARTS.items()
        if (_key(mine, part) or whole) and _key(mine, part) != _key(theirs, part)
    ]
    if not found and mine.text != theirs.text and (whole or mine.text is not None):
        found = ["its wording"]
    return found


def _key(correction: Correction, part: str) -> object:
    value = getattr(correction, part)
    return fold(value) if part == "speaker" and value is not None else value
