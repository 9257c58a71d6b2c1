"""What other statements make of a source's claims: which contradict them, and which replace them."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, cast, get_args

from sqlalchemy import Connection, Row, and_, select

from sayso.ledger.names import some
from sayso.ledger.shelf import LedgerShelf
from sayso.ledger.tables import clusters, documents, hops, judgements, marks, speakers, statements
from sayso.nouns import Judgement, Statement
from sayso.nouns.folding import fold
from sayso.nouns.judged import RelationKind
from sayso.nouns.source import Entry, Record
from sayso.origins.order import pair

#: claims of one source that are looked at: the record of whoever has more is that of the newest
MOST = 2000
#: what stands on a record
_TOLD = ("contradicts", "updates")


def is_linked(connection: Connection) -> bool:
    """Whether pages of this ledger were compared with one another."""
    return connection.execute(select(marks.c.name).limit(1)).first() is not None


def _counted(kinds: Iterable[str]) -> Record:
    counted = Counter(kinds)
    return Record(contradicted=counted["contradicted"], updated=counted["updated"], corrected=counted["corrected"])


def entries_of(connection: Connection, sources: Mapping[str, frozenset[str]]) -> dict[str, tuple[Entry, ...]]:
    """The record of some sources, each named by a key of its own and given with the keys of its names.

    The earliest first. What several pages say alike counts once: of pairs between the same two clusters the surest.
    """
    shelf = LedgerShelf(connection)
    made: dict[str, tuple[Entry, ...]] = {}
    for source, found in _found(connection, shelf, sources).items():
        entries = [_entry(shelf, each, sources[source]) for each in found]
        made[source] = tuple(sorted(entries, key=lambda e: (e.other_published or "9999", e.claim, e.other)))
    return made


def records_of(connection: Connection, sources: Mapping[str, frozenset[str]]) -> dict[str, Record]:
    """The same, counted: what the claims say is not looked at."""
    found = _found(connection, LedgerShelf(connection), sources)
    return {source: _counted(each.kind for each in entries) for source, entries in found.items()}


class _Found(NamedTuple):
    """What stands on a record: the source's claim, the other one, and what was judged of them."""

    ours: str
    theirs: str
    kind: str
    judgement: Judgement


def _found(
    connection: Connection, shelf: LedgerShelf, sources: Mapping[str, frozenset[str]]
) -> dict[str, list[_Found]]:
    rows = _statements_of(connection, sources)
    told = _told_of(connection, shelf, {row for own in rows.values() for row in own})
    ends = {key: row for row, key in shelf.names.keys_of(_rows_of(shelf, told)).items()}
    homes = _clusters_of(connection, shelf, set(ends))
    surest = sorted(told, key=lambda each: (-each.score, each.a, each.b))
    made: dict[str, list[_Found]] = {}
    for source, own in rows.items():
        mine = {key for key, row in ends.items() if row in own}
        best: dict[tuple[str, str, str], _Found] = {}
        for judgement in surest:
            for ours, theirs in _ends(judgement, mine):
                kind = _kind(shelf, judgement, theirs)
                pair_of = (homes.get(ours, ours), homes.get(theirs, theirs), kind)
                best.setdefault(pair_of, _Found(ours, theirs, kind, judgement))
        made[source] = list(best.values())
    return made


def judgements_of(shelf: LedgerShelf, keys: Iterable[str]) -> list[Judgement]:
    """What is judged of some claims; where a reviewer judged a pair, the reviewer's word alone."""
    wanted = set(keys)
    return _heeded(shelf, shelf.judgements(wanted), wanted)


def _heeded(shelf: LedgerShelf, judged: Iterable[Judgement], wanted: set[str]) -> list[Judgement]:
    by_pair = {pair(each.a, each.b): each for each in judged}
    for review in shelf.reviews():
        if review.about == "statements" and review.b and wanted & {review.a, review.b}:
            by_pair.pop(pair(review.a, review.b), None)
            if review.kind in get_args(RelationKind):
                by_pair[pair(review.a, review.b)] = Judgement(
                    a=review.a,
                    b=review.b,
                    kind=cast("RelationKind", review.kind),
                    score=1.0,
                    why=review.why or f"{review.by} judged so.",
                    by=review.by,
                )
    return list(by_pair.values())


def _told_of(connection: Connection, shelf: LedgerShelf, rows: set[int]) -> list[Judgement]:
    """What contradicts or replaces one of these statements, or is contradicted by one; see :func:`judgements_of`."""
    of = judgements.c
    found: dict[int, Row[Any]] = {}
    for end in (of.a_id, of.b_id):
        wanted = select(of.id, of.a_id, of.b_id, of.kind, of.score, of.why, of.by).where(of.kind.in_(_TOLD))
        found |= {row.id: row for row in some(connection, wanted, end, rows)}
    keys = shelf.names.keys_of({end for row in found.values() for end in (row.a_id, row.b_id)})
    judged = [
        Judgement(a=keys[row.a_id], b=keys[row.b_id], kind=row.kind, score=row.score, why=row.why, by=row.by)
        for row in found.values()
    ]
    reviewed = {end for review in shelf.reviews() if review.about == "statements" for end in (review.a, review.b or "")}
    near = shelf.names.rows_of(reviewed)
    heeded = _heeded(shelf, judged, {key for key, row in near.items() if row in rows})
    return [each for each in heeded if each.kind in _TOLD]


def _rows_of(shelf: LedgerShelf, judged: Iterable[Judgement]) -> list[int]:
    return list(shelf.names.rows_of({end for each in judged for end in (each.a, each.b)}).values())


def _statements_of(connection: Connection, sources: Mapping[str, frozenset[str]]) -> dict[str, set[int]]:
    """Rows of the statements of which each source is the innermost speaker; of many the newest."""
    found: dict[str, set[int]] = {source: set() for source in sources}
    owners: dict[str, list[str]] = {}
    for source, keys in sources.items():
        for key in keys:
            owners.setdefault(key, []).append(source)
    of, said = speakers.c, statements.c
    spoken = (
        select(of.name_key, said.id)
        .join(hops, and_(hops.c.document_id == of.document_id, hops.c.speaker == of.ident, hops.c.depth == 0))
        .join(statements, and_(said.document_id == hops.c.document_id, said.claim == hops.c.claim))
        .join(documents, documents.c.id == of.document_id)
        .order_by(documents.c.published_sort.desc().nulls_last(), documents.c.id, hops.c.claim)
    )
    for row in some(connection, spoken, of.name_key, sorted(owners)):
        for source in owners[row.name_key]:
            if len(found[source]) < MOST:
                found[source].add(row.id)
    return found


def _clusters_of(connection: Connection, shelf: LedgerShelf, keys: set[str]) -> dict[str, str]:
    """The clusters of claims; a claim in none stands for itself."""
    rows = shelf.names.rows_of(keys)
    of = statements.c
    found = some(connection, select(of.id, clusters.c.id.label("cluster")).join(clusters), of.id, rows.values())
    homes = {row.id: str(row.cluster) for row in found}
    return {key: homes.get(row, key) for key, row in rows.items()}


def _ends(judgement: Judgement, mine: set[str]) -> list[tuple[str, str]]:
    """The source's claim and the other one: what updates is not on the record of whoever says it."""
    ends = [(judgement.b, judgement.a)]
    if judgement.kind == "contradicts":
        ends.append((judgement.a, judgement.b))
    return [(ours, theirs) for ours, theirs in ends if ours in mine]


def _kind(shelf: LedgerShelf, judgement: Judgement, theirs: str) -> str:
    if judgement.kind == "contradicts":
        return "contradicted"
    return "corrected" if _takes_back(shelf.statement(theirs)) else "updated"


def _entry(shelf: LedgerShelf, found: _Found, keys: frozenset[str]) -> Entry:
    ours, theirs, kind, judgement = found
    one, other = shelf.statement(ours), shelf.statement(theirs)
    page, its = shelf.page(one.document), shelf.page(other.document)
    speaker = other.chain[0] if other.chain else None
    name = (speaker.name or speaker.text) if speaker else None
    return Entry(
        kind=kind,  # type: ignore[arg-type]  # one of the three, by its making
        itself=name is not None and fold(name) in keys,
        claim=ours,
        text=one.text,
        source=page.source,
        published=page.published,
        other=theirs,
        other_text=other.text,
        other_speaker=name,
        other_outlet=its.outlet,
        other_source=its.source,
        other_published=its.published,
        why=judgement.why,
        score=judgement.score,
        by=judgement.by,
    )


def _takes_back(later: Statement) -> bool:
    return bool(_corrections().intersection((*later.words, *later.context)))


@functools.cache
def _corrections() -> frozenset[str]:
    from sayso.lexicon import load  # brings in a YAML parser, which few questions need
    from sayso.origins.words import stems

    return frozenset(key for word in load("figure_policies.yaml")["corrections"] for key in stems(word))
