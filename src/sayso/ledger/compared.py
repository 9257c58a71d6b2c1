"""Two documents side by side, from what was found out when they were linked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection, Select, select

from sayso.errors import LedgerError
from sayso.ledger.ask import PAGE, page_of
from sayso.ledger.recall import resolve
from sayso.ledger.shelf import LedgerShelf
from sayso.ledger.tables import documents
from sayso.nouns import ActorLink, Reuse, Statement
from sayso.nouns.amount import amount
from sayso.nouns.chain import written
from sayso.nouns.compared import Compared, Pair, Shared, Side
from sayso.nouns.found import DocumentRef

if TYPE_CHECKING:
    from sayso.ledger.dialect import Dialect

#: kinds of pairs in the order in which they are told
KINDS = ("same", "contradicts", "updates", "supports", "different", "unsure")


def compare(dialect: Dialect, a: str, b: str) -> Compared:
    """See :meth:`sayso.ledger.store.Store.compare`."""
    with dialect.reading() as connection:
        one, other = _page(connection, a), _page(connection, b)
        if one.id == other.id:
            raise LedgerError("SAY-115", b, "both names lead to the same document")
        shelf = LedgerShelf(connection)
        reuse = _reuse(shelf, one.id, other.id)
        return Compared(
            a=one,
            b=other,
            share_a=reuse.share_a if reuse else 0.0,
            share_b=reuse.share_b if reuse else 0.0,
            passages=_passages(shelf, reuse) if reuse else (),
            edges=tuple(shelf.edges((one.id, other.id))),
            pairs=_pairs(shelf, one, other),
            actors=_actors(shelf, one.id, other.id),
        )


def _page(connection: Connection, name: str) -> DocumentRef:
    row = resolve(connection, name)
    described: Select[Any] = select(*PAGE).where(documents.c.id == row.id)
    return page_of(connection.execute(described).one())


def _reuse(shelf: LedgerShelf, a: str, b: str) -> Reuse | None:
    """The text that both share, ``a`` first; also of pages that were never compared, there being so many others."""
    from sayso.origins.reuse import shared

    kept = [reuse for reuse in shelf.reuses((a,)) if b in (reuse.a, reuse.b)]
    found = kept[0] if kept else shared(a, shelf.text(a), b, shelf.text(b))
    return turned(found) if found is not None and found.a != a else found


def turned(reuse: Reuse) -> Reuse:
    """The same, seen from the other document."""
    swapped = (replace(p, a=p.b, b=p.a, quoted_a=p.quoted_b, quoted_b=p.quoted_a) for p in reuse.passages)
    passages = tuple(sorted(swapped, key=lambda p: p.a))
    return replace(reuse, a=reuse.b, b=reuse.a, share_a=reuse.share_b, share_b=reuse.share_a, passages=passages)


def _passages(shelf: LedgerShelf, reuse: Reuse) -> tuple[Shared, ...]:
    one, other = shelf.text(reuse.a), shelf.text(reuse.b)
    return tuple(
        Shared(
            a=passage.a,
            b=passage.b,
            a_text=one[slice(*passage.a)],
            b_text=other[slice(*passage.b)],
            words=passage.words,
            exact=passage.exact,
        )
        for passage in reuse.passages
    )


def _pairs(shelf: LedgerShelf, one: DocumentRef, other: DocumentRef) -> tuple[Pair, ...]:
    mine, theirs = ({s.key: s for s in shelf.statements(page.id)} for page in (one, other))
    verdicts = {(j.a, j.b): _Verdict(j.kind, j.why, j.score, j.by) for j in shelf.judgements(mine)}
    for review in shelf.reviews():
        if review.about == "statements" and review.b:
            # what a reviewer says of two claims stands in place of what rules say of them
            verdicts.pop((review.b, review.a), None)
            verdicts[review.a, review.b] = _Verdict(review.kind, review.why or "", 1.0, review.by)
    made = []
    for (a, b), verdict in verdicts.items():
        turned = a in theirs
        a, b = (b, a) if turned else (a, b)
        if a in mine and b in theirs:
            order = (KINDS.index(verdict.kind), mine[a].position, theirs[b].position)
            made.append((order, _pair(_side(mine[a], one), _side(theirs[b], other), verdict, turned=turned)))
    return tuple(pair for _, pair in sorted(made, key=lambda each: each[0]))


class _Verdict(NamedTuple):
    kind: str
    why: str
    score: float
    by: str


def _pair(a: Side, b: Side, verdict: _Verdict, *, turned: bool) -> Pair:
    directed = verdict.kind in ("updates", "supports")
    return Pair(
        a=a, b=b, kind=verdict.kind, turned=turned and directed, why=verdict.why, score=verdict.score, by=verdict.by
    )


def _side(statement: Statement, page: DocumentRef) -> Side:
    return Side(
        claim=statement.claim,
        text=statement.text,
        chain=written(((hop.name or hop.text, hop.cue) for hop in statement.chain), page.outlet),
        figures=tuple(" ".join(filter(None, (amount(figure), figure.of))) for figure in statement.figures),
    )


def _actors(shelf: LedgerShelf, a: str, b: str) -> tuple[ActorLink, ...]:
    """Speakers of one that are speakers of the other, ``a`` first."""
    mine = {f"{a}#{hop.entity or hop.attribution}" for s in shelf.statements(a) for hop in s.chain}
    links = [link if link.a in mine else replace(link, a=link.b, b=link.a) for link in shelf.actor_links(sorted(mine))]
    return tuple(link for link in links if link.b.rpartition("#")[0] == b)
