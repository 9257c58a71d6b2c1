"""The question for a measured thing: its figures, wherever the ledger has them, put side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, or_, select

from sayso.ledger.ask_measures import find_figures
from sayso.ledger.conditions import Condition, on_documents
from sayso.ledger.countries import countries_named
from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.ledger.grades import letters
from sayso.ledger.names import some
from sayso.ledger.search import Query, Term, all_words
from sayso.ledger.shelf import LedgerShelf
from sayso.ledger.source_record import is_linked, judgements_of
from sayso.ledger.tables import claims, clusters, documents, places, statements
from sayso.nouns import Cluster, Judgement, from_json
from sayso.nouns.found import FoundFigure
from sayso.nouns.series import Series
from sayso.origins.order import pair
from sayso.origins.series import MOST, Gathered, Known, PageWords, Policy, Question, gathered, wordings
from sayso.origins.series.reports import claim_key
from sayso.origins.words import stems


def find_series(
    dialect: Dialect, filters: Filters, policy: Policy, asked: Question | None = None
) -> tuple[Series, ...]:
    """See :meth:`sayso.ledger.store.Store.series`."""
    found = gather_series(dialect, filters, asked).seen(policy)
    return found[filters.offset :][: filters.limit or None]


def gather_series(dialect: Dialect, filters: Filters, asked: Question | None = None) -> Gathered:
    """See :meth:`sayso.ledger.store.Store.gathered`."""
    figures = _candidates(dialect, filters, asked)
    with dialect.reading() as connection:
        known = _known(connection, figures)
    where = countries_named(asked.where) if asked and asked.where else ()
    return gathered(figures, known=known, asked=asked, countries=where)


def _candidates(dialect: Dialect, filters: Filters, asked: Question | None) -> list[FoundFigure]:
    """The newest figures that may belong: of claims that have a word for what is counted, on pages of that place."""
    every = replace(filters, limit=MOST, offset=0, sort=None)
    if asked is None:
        return list(find_figures(dialect, every))
    terms = tuple(Term(word, prefix=" " not in word and len(word) > 3) for word in wordings(asked))
    every = replace(every, query=Query((terms,)) if terms else None)
    return list(find_figures(dialect, every, also=_on_pages_of(dialect, asked)))


def _on_pages_of(dialect: Dialect, asked: Question) -> tuple[Condition, ...]:
    """That the page names the place, or one that lies in it, anywhere."""
    if asked.where is None:
        return ()
    named = on_documents(dialect, Filters(place=asked.where))
    told = all_words(asked.where)
    pages = select(documents.c.id).where(or_(*named, *([dialect.matches("documents", told)] if told else [])))
    return (claims.c.document_id.in_(pages),)


def _known(connection: Connection, figures: Sequence[FoundFigure]) -> Known:
    idents = {figure.document.id for figure in figures}
    told = Known(pages=_pages(connection, figures), grades=letters(connection))
    if not is_linked(connection):
        return told
    shelf = LedgerShelf(connection)
    rows = shelf.names.rows_of(claim_key(figure) for figure in figures)
    clusters_of, origins = _clusters(connection, rows)
    judged = [each for each in judgements_of(shelf, rows) if each.kind in ("same", "contradicts", "updates")]
    # of several that replace one claim the latest to be told of is as good as any: the surest says why
    newer = {each.b: (each.a, each.why) for each in sorted(judged, key=_surest) if each.kind == "updates"}
    return replace(
        told,
        linked=frozenset(key.rpartition("#")[0] for key in rows),
        clusters=clusters_of,
        origins=origins,
        updates=newer,
        related=frozenset(pair(each.a, each.b) for each in judged),
        events=frozenset(shelf.affinities(idents)),
    )


def _surest(judgement: Judgement) -> tuple[float, str]:
    return judgement.score, judgement.a


def _clusters(connection: Connection, rows: Mapping[str, int]) -> tuple[dict[str, str], dict[str, str]]:
    """The clusters of claims, and what the origin of each is called, where the cluster tells of one alone."""
    of = statements.c
    wanted = select(of.id, clusters.c.id.label("cluster"), clusters.c.body).join(clusters)
    keys = {row: key for key, row in rows.items()}
    homes: dict[str, str] = {}
    origins: dict[str, str] = {}
    groups: dict[int, dict[str, list[str]]] = {}
    for row in some(connection, wanted, of.id, rows.values()):
        if row.cluster not in groups:
            groups[row.cluster] = _origins_of_pages(from_json(Cluster, row.body))
        key = keys[row.id]
        homes[key] = f"k{row.cluster}"
        if len(found := groups[row.cluster].get(key.rpartition("#")[0], [])) == 1:
            origins[key] = found[0]
    return homes, origins


def _origins_of_pages(cluster: Cluster) -> dict[str, list[str]]:
    """For each page of a cluster the origins that its statement goes back to."""
    documents_of = {member.source: member.document for member in cluster.members}
    found: dict[str, list[str]] = {}
    for group in cluster.origins.groups:
        for source in group.members:
            if source in documents_of:
                found.setdefault(documents_of[source], []).append(group.origin)
    return found


def _pages(connection: Connection, figures: Sequence[FoundFigure]) -> dict[str, PageWords]:
    titles = {figure.document.id: figure.document.title or "" for figure in figures}
    names: dict[str, set[str]] = {ident: set() for ident in titles}
    countries: dict[str, Counter[str]] = {ident: Counter() for ident in titles}
    of = places.c
    wanted = (
        select(documents.c.ident.label("document"), of.name_key, of.entry_key, of.country)
        .join(documents, documents.c.id == of.document_id)
        .where(of.use.is_not(None))
    )
    for row in some(connection, wanted, documents.c.ident, sorted(titles)):
        names[row.document].update(filter(None, (row.name_key, row.entry_key)))
        if row.country:
            countries[row.document][row.country] += 1
    return {
        ident: PageWords(
            title=frozenset(stems(title)),
            names=frozenset(names[ident]),
            countries=tuple(sorted(countries[ident], key=lambda c: (-countries[ident][c], c))),
        )
        for ident, title in titles.items()
    }
