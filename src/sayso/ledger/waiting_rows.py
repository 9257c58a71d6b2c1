"""What makes a claim worth a reviewer's time, weighed: the rows by which the queue is ordered.

All of it is in other tables of the index, and is weighed anew when they change: a page's own when the page is stored,
what other pages make of it when its cluster is. The weights are an order of concern and no probabilities: what is wrong
in itself or disputed goes before what many pages repeat, that before what the reader was unsure of.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, and_, bindparam, delete, exists, func, select

from sayso.ledger.inserting import insert_all
from sayso.ledger.names import some
from sayso.ledger.rows import json_text
from sayso.ledger.tables import (
    attributions,
    checks,
    claims,
    clusters,
    hops,
    links,
    quantities,
    statements,
    waiting,
)

#: what an alert of the claim's cluster weighs, and how it is told
ALERTS: Final = {
    "contradiction": (40, "pages contradict each other"),
    "circular": (30, "pages cite each other in a circle"),
    "drift": (25, "the claim changed on its way from page to page"),
    "stale-figure": (20, "an old figure is passed on as a new one"),
    "false-precision": (15, "a figure became more exact on its way"),
    "plural-sources": (10, "one source became several"),
}
_INCONSISTENT, _FIGURE, _ONE_ORIGIN, _NOBODY = 35, 5, 8, 3
#: a page more adds so much, up to so many pages
_PAGE, _PAGES = 2, 10
#: an attribution that is less sure than this is doubtful; how much the whole of a doubt weighs
_SURE, _DOUBT = 0.75, 24
_ONE = delete(waiting).where(waiting.c.document_id == bindparam("page"), waiting.c.claim == bindparam("its"))
_NOTHING = "nobody has looked at it yet"


def weigh(connection: Connection, document_id: int) -> None:
    """Weigh the claims of a page, in place of those that it had."""
    connection.execute(delete(waiting).where(waiting.c.document_id == document_id))
    rows = connection.execute(_FACTS.where(claims.c.document_id == document_id))
    insert_all(connection, waiting, [_row(row) for row in rows])


def weigh_again(connection: Connection, wanted: Iterable[int]) -> None:
    """Weigh the claims of some statements, named by their rows, whose clusters were made anew."""
    found = [_row(row) for row in some(connection, _FACTS, statements.c.id, wanted)]
    if found:
        connection.execute(_ONE, [{"page": row["document_id"], "its": row["claim"]} for row in found])
    insert_all(connection, waiting, found)


def misplaced(connection: Connection) -> Iterator[str]:
    """Where the queue is not as the other tables have it, one line a document."""
    names = [column.name for column in waiting.c]
    kept = {(row.document_id, row.claim): tuple(row) for row in connection.execute(select(waiting))}
    wrong: set[int] = set()
    for facts in connection.execute(_FACTS):
        row = _row(facts)
        if kept.pop((row["document_id"], row["claim"]), None) != tuple(row[name] for name in names):
            wrong.add(row["document_id"])
    for document_id in sorted(wrong | {key[0] for key in kept}):
        yield f"the queue has other claims of document {document_id} than the index, or weighs them otherwise"


def _facts() -> Select[Any]:
    """What is weighed, a row a claim."""
    of, said, held = claims.c, attributions.c, clusters.c
    innermost = and_(hops.c.document_id == of.document_id, hops.c.claim == of.ident, hops.c.depth == 0)
    speaks = and_(said.document_id == hops.c.document_id, said.ident == hops.c.attribution)
    stated = and_(statements.c.document_id == of.document_id, statements.c.claim == of.ident)
    counted = exists().where(
        links.c.document_id == of.document_id,
        links.c.claim == of.ident,
        links.c.kind == "quantity",
        quantities.c.document_id == links.c.document_id,
        quantities.c.ident == links.c.ident,
    )
    wrong = (
        select(func.min(checks.c.why))
        .where(checks.c.document_id == of.document_id, checks.c.claim == of.ident, checks.c.verdict == "inconsistent")
        .scalar_subquery()
    )
    return (
        select(
            of.document_id,
            of.ident,
            of.position,
            said.score,
            said.source_kind,
            counted.label("counted"),
            wrong.label("wrong"),
            held.id.label("cluster"),
            held.pages,
            held.low,
            held.high,
            held.alerts,
        )
        .select_from(claims)
        .outerjoin(hops, innermost)
        .outerjoin(attributions, speaks)
        .outerjoin(statements, stated)
        .outerjoin(clusters, held.id == statements.c.cluster_id)
    )


_FACTS: Final = _facts()


def _row(facts: Row[Any]) -> dict[str, Any]:
    reasons = sorted(_reasons(facts), key=lambda reason: -reason[0])
    return {
        "document_id": facts.document_id,
        "claim": facts.ident,
        "position": facts.position,
        "weight": sum(weight for weight, _ in reasons),
        "why": json_text([why for _, why in reasons] or [_NOTHING]),
    }


def _reasons(facts: Row[Any]) -> Iterator[tuple[int, str]]:
    """What puts a claim where it is, each with its weight."""
    if facts.wrong is not None:
        yield _INCONSISTENT, f"a check finds it inconsistent: {facts.wrong}"
    if facts.cluster is not None:
        for kind in facts.alerts.split():
            weight, words = ALERTS.get(kind, (0, ""))
            if weight:
                yield weight, f"{words} (k{facts.cluster})"
        if facts.pages > 1:
            yield min(facts.pages, _PAGES) * _PAGE, f"on {facts.pages} pages (k{facts.cluster})"
        if facts.pages > 2 and facts.low == 1:
            origins = "one origin" if facts.high == 1 else f"perhaps one origin, at most {facts.high}"
            yield _ONE_ORIGIN, f"{origins} behind {facts.pages} pages"
    if facts.score is not None and facts.score < _SURE:
        yield round((1 - facts.score) * _DOUBT), f"the reader is unsure who says it ({facts.score:.2f})"
    if facts.counted:
        yield _FIGURE, "it has a figure"
    if facts.source_kind in ("unnamed", "anonymous"):
        yield _NOBODY, "its source is not named"


def reasons_of(why: str) -> tuple[str, ...]:
    """What a row says of why it is there."""
    return tuple(json.loads(why))
