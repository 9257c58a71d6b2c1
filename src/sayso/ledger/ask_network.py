"""The question who reports whom: speakers, those who pass on what they say, and the outlets that carry it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import and_, func, select

from sayso.ledger.choosing import Chosen, choosing
from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import EXACTLY, Filters
from sayso.ledger.labels import speakers_called
from sayso.ledger.names import some
from sayso.ledger.speakers import KINDS
from sayso.ledger.tables import claims, documents, hops, speakers, tags
from sayso.nouns.attribution import SourceKind
from sayso.nouns.overviews import Network, NetworkEdge, NetworkNode

#: kinds whose name is that of one and the same: *a man* of one page is no man of another
_ONE = ("named", "outlet", "document", "role", "group")
#: so many times the nodes are looked at, since some of those with most claims are nobody in particular
_TRIED = 3
#: the part of the nodes that are outlets
_OUTLETS = 0.4

_Edge = tuple[str, str]


def find_network(dialect: Dialect, filters: Filters, limit: int) -> Network:
    """See :meth:`sayso.ledger.store.Store.network`."""
    with choosing(dialect, filters) as found:
        sources, kinds = _sources(found, max(1, limit - int(limit * _OUTLETS)))
        spoken, pages = _edges(found, sources)
        outlets = _outlets(found, spoken, limit - len(sources))
        written = speakers_called(found.connection, list(sources))
        every = found.connection.execute(found.tagged("source", func.count(tags.c.key.distinct()))).scalar_one()
    told = {edge: n for edge, n in spoken.items() if edge[1] in sources or edge[1] in outlets}
    nodes = [
        NetworkNode(
            id=key,
            label=written.get(key, key),
            kind=kinds[key],
            claims=n,
            query={"by": EXACTLY + written.get(key, key)},
        )
        for key, n in sources.items()
        if key not in outlets
    ]
    carried = Counter[str]()
    for (_, to), n in told.items():
        carried[to] += n
    nodes += [
        NetworkNode(id=key, label=name, kind="page", claims=carried[key], query={"outlet": EXACTLY + name})
        for key, name in outlets.items()
    ]
    edges = (
        NetworkEdge(from_=edge[0], to=edge[1], claims=n, documents=len(pages[edge]))
        for edge, n in sorted(told.items(), key=lambda each: (-each[1], each[0]))
    )
    return Network(nodes=tuple(nodes), edges=tuple(edges), more=max(0, every - len(sources)))


def _sources(found: Chosen, limit: int) -> tuple[dict[str, int], dict[str, SourceKind]]:
    """Those through whom most claims came, with how many, and of which kind they are."""
    rows = [row for row in found.counted("source", limit * _TRIED) if row.key]
    of = speakers.c
    known: defaultdict[str, set[SourceKind]] = defaultdict(set)
    for row in some(found.connection, select(of.name_key, of.kind).distinct(), of.name_key, [row.key for row in rows]):
        known[row.name_key].add(row.kind)
    kinds = {key: min(each, key=KINDS.index) for key, each in known.items()}
    kept = [row for row in rows if kinds.get(row.key) in _ONE]
    kept.sort(key=lambda row: kinds[row.key] not in ("named", "outlet", "document"))
    chosen = {row.key: row.n for row in kept[:limit]}
    return dict(sorted(chosen.items(), key=lambda each: (-each[1], each[0]))), kinds


def _edges(found: Chosen, sources: Iterable[str]) -> tuple[Counter[_Edge], dict[_Edge, set[int]]]:
    """How many claims go from each source to each that reports it, and on which pages."""
    at, outer, who, beyond = hops.alias("at"), hops.alias("outer"), speakers.alias("who"), speakers.alias("beyond")
    of = claims.c
    spoken = (
        select(at.c.document_id, who.c.name_key.label("a"), beyond.c.name_key.label("b"), documents.c.outlet_key)
        .join_from(who, at, and_(at.c.document_id == who.c.document_id, at.c.speaker == who.c.ident))
        .outerjoin(
            outer,
            and_(
                outer.c.document_id == at.c.document_id,
                outer.c.claim == at.c.claim,
                outer.c.depth == at.c.depth + 1,
            ),
        )
        .outerjoin(beyond, and_(beyond.c.document_id == outer.c.document_id, beyond.c.ident == outer.c.speaker))
        .join(documents, documents.c.id == at.c.document_id)
    )
    if found.some:
        same = and_(of.document_id == at.c.document_id, of.ident == at.c.claim)
        spoken = spoken.join(claims, same).where(*found.among(of.id))
    counts, pages = Counter[_Edge](), defaultdict[_Edge, set[int]](set)
    for row in some(found.connection, spoken, who.c.name_key, sources):
        # the outermost is reported by the page itself
        to = row.b if row.b is not None else row.outlet_key
        if to and to != row.a:
            counts[row.a, to] += 1
            pages[row.a, to].add(row.document_id)
    return counts, pages


def _outlets(found: Chosen, edges: Counter[_Edge], limit: int) -> dict[str, str]:
    """The outlets that carry most of what these say, with their names."""
    carried = Counter[str]()
    for (_, to), n in edges.items():
        carried[to] += n
    of = documents.c
    keys = [key for key, _ in carried.most_common()]
    rows = some(found.connection, select(of.outlet_key, of.outlet).distinct(), of.outlet_key, keys)
    names: dict[str, Any] = {}
    for row in rows:
        names[row.outlet_key] = min(row.outlet, names.get(row.outlet_key, row.outlet))
    most = sorted((key for key in names), key=lambda key: (-carried[key], key))
    return {key: names[key] for key in most[:limit]}
