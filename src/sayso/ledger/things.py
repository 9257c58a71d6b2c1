"""The question what is measured most: things and units, each with the spread of its figures."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from sayso.ledger.choosing import Chosen, choosing
from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.ledger.names import some
from sayso.ledger.tables import claims, documents, links, quantities
from sayso.nouns.overviews import Thing, Things

_Q = quantities.c
#: what makes figures those of one thing
_THING = (_Q.head_key, _Q.unit, _Q.kind)
#: a number of what nobody says: a length that is of nothing, a bare percentage
_SAYS_WHAT = or_(_Q.head_key != "", and_(_Q.kind == "count", _Q.unit.is_not(None)))
_OF_CLAIM = and_(links.c.document_id == _Q.document_id, links.c.ident == _Q.ident, links.c.kind == "quantity")

_Key = tuple[str, str | None, str]
#: a figure: its page, and both bounds
_Figure = tuple[int, float | None, float | None]
#: of more pages than this the outlets of all are fetched at once
_FEW = 500


def find_things(dialect: Dialect, filters: Filters, limit: int) -> Things:
    """See :meth:`sayso.ledger.store.Store.things`."""
    with choosing(dialect, filters) as found:
        if not found.size:
            return Things(things=(), more=0)
        if found.some:
            held = _held(found, None)
            every = len(held)
            most = sorted(held, key=lambda key: (*_order(held[key]), str(key)))[:limit]
        else:
            pages = func.count(_Q.document_id.distinct())
            ranked = _figures(found, *_THING).group_by(*_THING).order_by(pages.desc(), func.count().desc(), *_THING)
            most = [_key(row) for row in found.connection.execute(ranked.limit(limit))]
            number = select(func.count()).select_from(_figures(found, *_THING).distinct().subquery("every"))
            every = int(found.connection.execute(number).scalar_one())
            held = _held(found, most)
        outlets = _outlets(found, {page for key in most for page, _, _ in held[key]})
    with choosing(dialect, replace(filters, alert=("contradiction",))) as disputed_claims:
        rows = _figures(disputed_claims, *_THING).distinct()
        # of an empty table a store knows nothing, and begins with all figures
        disputed = {_key(row) for row in disputed_claims.connection.execute(rows)} if disputed_claims.size else set()
    things = tuple(_thing(key, held[key], outlets, disagree=key in disputed) for key in most)
    return Things(things=things, more=every - len(most))


def _order(figures: list[_Figure]) -> tuple[int, int]:
    """On most pages first, then of most figures."""
    return -len({page for page, _, _ in figures}), -len(figures)


def _figures(found: Chosen, *columns: ColumnElement[Any]) -> Select[Any]:
    """Columns of the figures that say what they are of, in the chosen claims."""
    wanted = select(*columns).where(_SAYS_WHAT)
    if not found.some:
        return wanted
    of = claims.c
    number = found.numbers.c.id
    own = and_(links.c.document_id == of.document_id, links.c.claim == of.ident)
    through = claims.join(found.numbers, number == of.id).join(links, own).join(quantities, _OF_CLAIM)
    return wanted.select_from(through)


def _key(row: Any) -> _Key:
    return row[0], row[1], row[2]


def _held(found: Chosen, things: Sequence[_Key] | None) -> dict[_Key, list[_Figure]]:
    """The figures of each thing; of these things alone where they are given."""
    rows = _figures(found, *_THING, _Q.document_id, _Q.low, _Q.high)
    if things is not None:
        rows = rows.where(_Q.head_key.in_({head for head, _, _ in things}))
    held: dict[_Key, list[_Figure]] = {} if things is None else {key: [] for key in things}
    # taken apart by place, and not by name: there are tens of thousands
    for head, unit, kind, page, low, high in found.connection.execute(rows).all():
        key = head, unit, kind
        if key in held:
            held[key].append((page, low, high))
        elif things is None:
            held[key] = [(page, low, high)]
    return held


def _outlets(found: Chosen, pages: set[int]) -> dict[int, str]:
    of = documents.c
    every = select(of.id, of.outlet_key).where(of.outlet_key.is_not(None))
    rows = some(found.connection, every, of.id, pages) if len(pages) < _FEW else found.connection.execute(every)
    return {row.id: row.outlet_key for row in rows}


def _thing(key: _Key, figures: list[_Figure], outlets: dict[int, str], *, disagree: bool) -> Thing:
    head, unit, kind = key
    pages = {page for page, _, _ in figures}
    ends = [(low, high) for _, low, high in figures]
    middles = [
        (a + b) / 2
        for low, high in ends
        if (a := high if low is None else low) is not None
        if (b := low if high is None else high) is not None
    ]
    name = head or unit or kind
    return Thing(
        thing=name,
        unit=unit,
        kind=kind,
        asking=name,
        query=({"of": head} if head else {}) | ({"unit": unit} if unit else {}),
        figures=len(figures),
        documents=len(pages),
        outlets=len({outlets[page] for page in pages if page in outlets}),
        low=min((low for low, _ in ends if low is not None), default=None),
        high=max((high for _, high in ends if high is not None), default=None),
        median=statistics.median(middles) if middles else None,
        disagree=disagree,
    )
