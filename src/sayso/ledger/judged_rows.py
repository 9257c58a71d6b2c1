"""What was judged of pages, statements and actors, read back: by page or statement, each asked for once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, or_, select

from sayso.ledger.lookup import BLANK, look_up
from sayso.ledger.names import Names, some
from sayso.ledger.tables import actor_links, judgements, page_edges, reuses
from sayso.nouns import ActorLink, Judgement, PageEdge, Reason, Reuse, from_json

_REUSES = select(reuses.c.body).where(or_(reuses.c.a_id == BLANK, reuses.c.b_id == BLANK))
_EDGES = select(page_edges.c.body).where(page_edges.c.from_id == BLANK)
_LINKS = select(actor_links).where(or_(actor_links.c.a_id == BLANK, actor_links.c.b_id == BLANK))


#: so few documents are looked up one by one, by statements that are compiled already
_FEW = 4


class Judged:
    """Reads in one transaction, and remembers: the statements of a page are asked about one cluster after the other."""

    def __init__(self, connection: Connection, names: Names) -> None:
        self._connection = connection
        self._names = names
        self._reuses: dict[int, list[Reuse]] = {}
        self._edges: dict[int, list[PageEdge]] = {}
        self._links: dict[int, list[ActorLink]] = {}
        self._judgements: dict[int, list[Judgement]] = {}

    def reuses(self, document_id: int) -> list[Reuse]:
        """Text that a document shares with any other."""
        if document_id not in self._reuses:
            rows = look_up(self._connection, _REUSES, document_id)
            self._reuses[document_id] = [from_json(Reuse, row.body) for row in rows]
        return self._reuses[document_id]

    def edges(self, document_id: int) -> list[PageEdge]:
        """What a document owes to others."""
        if document_id not in self._edges:
            rows = look_up(self._connection, _EDGES, document_id)
            self._edges[document_id] = [from_json(PageEdge, row.body) for row in rows]
        return self._edges[document_id]

    def actor_links(self, document_ids: Iterable[int]) -> Iterator[ActorLink]:
        """Links of some documents' actors with those of others; a link between two of them is there twice."""
        wanted = list(document_ids)
        missing = [each for each in wanted if each not in self._links]
        if len(missing) > _FEW:
            self._learn_links(missing)
        for each in wanted:
            if each not in self._links:
                self._links[each] = self._named(look_up(self._connection, _LINKS, each))
            yield from self._links[each]

    def _learn_links(self, document_ids: list[int]) -> None:
        """Those of many documents at once: one by one takes ten times as long."""
        found: dict[int, Row[Any]] = {}
        for end in (actor_links.c.a_id, actor_links.c.b_id):
            found |= {row.id: row for row in some(self._connection, select(actor_links), end, document_ids)}
        gathered: defaultdict[int, list[ActorLink]] = defaultdict(list)
        rows = [found[number] for number in sorted(found)]
        for row, link in zip(rows, self._named(rows), strict=True):
            gathered[row.a_id].append(link)
            if row.b_id != row.a_id:
                gathered[row.b_id].append(link)
        self._links |= {each: gathered[each] for each in document_ids}

    def _named(self, rows: Sequence[Row[Any]]) -> list[ActorLink]:
        ends = {end for row in rows for end in (row.a_id, row.b_id)}
        named = dict(zip(ends, self._names.idents_of(ends), strict=True))
        return [_actor_link(row, named) for row in rows]

    def judgements(self, rows: Iterable[int]) -> dict[int, list[Judgement]]:
        """Judgements of statements, by the rows of the statements."""
        wanted = list(rows)
        missing = [row for row in wanted if row not in self._judgements]
        found: dict[int, Row[Any]] = {}
        for end in (judgements.c.a_id, judgements.c.b_id):
            found |= {row.id: row for row in some(self._connection, select(judgements), end, missing)}
        keys = self._names.keys_of({end for row in found.values() for end in (row.a_id, row.b_id)})
        gathered: defaultdict[int, list[Judgement]] = defaultdict(list)
        for row in found.values():
            judgement = _judgement(row, keys)
            gathered[row.a_id].append(judgement)
            gathered[row.b_id].append(judgement)
        self._judgements |= {row: gathered[row] for row in missing}
        return {row: self._judgements[row] for row in wanted}


def _judgement(row: Row[Any], keys: Mapping[int, str]) -> Judgement:
    return Judgement(
        a=keys[row.a_id],
        b=keys[row.b_id],
        kind=row.kind,
        score=row.score,
        why=row.why,
        by=row.by,
        reasons=msgspec.json.decode(row.reasons, type=tuple[Reason, ...]),
    )


def _actor_link(row: Row[Any], named: Mapping[int, str]) -> ActorLink:
    return ActorLink(
        a=f"{named[row.a_id]}#{row.a_entity}",
        b=f"{named[row.b_id]}#{row.b_entity}",
        kind=row.kind,
        score=row.score,
        why=row.why,
        by=row.by,
    )
