"""The question for a measured thing: its figures, wherever the ledger has them, put side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, or_, select

from sayso.ledger.ask_measures import find_figures
from sayso.ledger.conditions import Condition, on_documents
from sayso.ledger.countries import countries_named
from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.ledger.search import Query, Term, all_words
from sayso.ledger.tables import claims, documents, places
from sayso.nouns.found import FoundFigure
from sayso.nouns.series import Series
from sayso.origins.series import MOST, Known, PageWords, Policy, Question, gather, wordings
from sayso.origins.words import stems

#: as many variables as one statement may have on every build of SQLite
_MANY = 500


def find_series(
    dialect: Dialect, filters: Filters, policy: Policy, asked: Question | None = None
) -> tuple[Series, ...]:
    """See :meth:`sayso.ledger.store.Store.series`."""
    figures = _candidates(dialect, filters, asked)
    with dialect.reading() as connection:
        known = _known(connection, figures)
    where = countries_named(asked.where) if asked and asked.where else ()
    found = gather(figures, policy, known=known, asked=asked, countries=where)
    return found[filters.offset :][: filters.limit or None]


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
    titles = {figure.document.id: figure.document.title or "" for figure in figures}
    names: dict[str, set[str]] = {ident: set() for ident in titles}
    countries: dict[str, Counter[str]] = {ident: Counter() for ident in titles}
    idents = sorted(titles)
    for start in range(0, len(idents), _MANY):
        of = places.c
        statement = (
            select(documents.c.ident.label("document"), of.name_key, of.entry_key, of.country)
            .join(documents, documents.c.id == of.document_id)
            .where(documents.c.ident.in_(idents[start : start + _MANY]), of.use.is_not(None))
            .order_by(documents.c.id, of.ident)
        )
        for row in connection.execute(statement):
            names[row.document] |= {name for name in (row.name_key, row.entry_key) if name}
            if row.country:
                countries[row.document][row.country] += 1
    return Known(
        pages={
            ident: PageWords(
                title=frozenset(stems(title)),
                names=frozenset(names[ident]),
                countries=tuple(sorted(countries[ident], key=lambda c: (-countries[ident][c], c))),
            )
            for ident, title in titles.items()
        }
    )
