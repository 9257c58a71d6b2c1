"""The question for a measured thing: its figures, wherever the ledger has them, put side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from sayso.ledger.ask_measures import find_figures
from sayso.ledger.countries import countries_named
from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.ledger.search import Query, Term
from sayso.ledger.tables import documents, places
from sayso.nouns.folding import fold
from sayso.nouns.found import FoundFigure
from sayso.nouns.series import Series
from sayso.origins.series import Known, PageWords, Policy, Question, gather
from sayso.origins.series.gather import MOST
from sayso.origins.series.things import general_stems
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
    """Figures that may belong: with a question those that count it, and those in claims that speak of it."""
    every = replace(filters, limit=MOST, offset=0, sort=None)
    if asked is None:
        return list(find_figures(dialect, every))
    found: dict[tuple[str, str, str], FoundFigure] = {}
    for part in _parts(every, asked):
        for figure in find_figures(dialect, part):
            found.setdefault((figure.document.id, figure.id, figure.claim.id), figure)
    return list(found.values())


def _parts(filters: Filters, asked: Question) -> Iterable[Filters]:
    noun = asked.head
    if noun:
        words = tuple((Term(word, prefix=True),) for word in (noun, *asked.words))
        yield replace(filters, query=Query(words))
        for word in _of(asked):
            yield replace(filters, query=None, of=word)
    else:
        yield replace(filters, query=Query(tuple((Term(word),) for word in asked.acronyms)))


def _of(asked: Question) -> list[str]:
    """The words of the question that can be what is counted."""
    nouns = {asked.head, *asked.words} - general_stems()
    return [word for word in fold(asked.text).split() if nouns.intersection(stems(word))]


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
