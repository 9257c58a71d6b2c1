"""The question where claims are about: places and regions, movements between them, and what geometry says of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, func, select

from sayso.ledger.ask import PAGE, page_of
from sayso.ledger.ask_measures import movement_rows
from sayso.ledger.choosing import Chosen, choosing
from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import EXACTLY, Filters
from sayso.ledger.names import some
from sayso.ledger.outlines import drawn
from sayso.ledger.parts import Claimed, chains_of, clusters_of, places_of, routes_of, stops, where
from sayso.ledger.spoken import spoken
from sayso.ledger.tables import ROOM, checks, claim_number, claims, documents, movements, places, tags
from sayso.ledger.tag_rows import BY_NAME
from sayso.nouns import Check
from sayso.nouns.claim import Status
from sayso.nouns.folding import fold
from sayso.nouns.found import ClaimRef, ClusterRef, Hop, Where
from sayso.nouns.overviews import MapAnswer, MapCheck, MapMovement, MapPlace, Sample

#: kinds of checks that are made on the globe
_GEOMETRY = ("distance", "bearing")
#: checks that are told at most, and claims that are shown for one movement
_CHECKS, _SHOWN = 100, 3
#: keys of places that are looked up together; and how many times as many as are wanted, since some lie nowhere
_TOGETHER, _TRIED = 400, 4
#: claims that say of a movement neither that it happened nor that it did not nor that it will
_INFERRED: tuple[Status, ...] = ("hedged", "hypothetical", "asked")

_NUMBER = claim_number(tags.c.document_id, tags.c.position)
_NEWEST = (claims.c.published_sort.desc().nulls_last(), claims.c.id.desc())


@dataclass(frozen=True, slots=True)
class _Told:
    """A place as it is counted: how many claims, one of its pages, and two of its claims."""

    key: str
    claims: int
    page: int
    shown: tuple[int, ...]


def find_map(dialect: Dialect, filters: Filters, limit: int) -> MapAnswer:
    """See :meth:`sayso.ledger.store.Store.map_places`."""
    with choosing(dialect, filters) as found:
        told, every = _told(found, limit * _TRIED)
        lying, nowhere = _lying(found, told, limit)
        samples = _samples(found, [number for each, _ in lying for number in each.shown])
        pages = _pages(found, [each.key for each, _ in lying])
        moved, more_moved = _movements(found, limit // 2)
        return MapAnswer(
            places=tuple(_place(each, row, samples, pages.get(each.key, 1)) for each, row in lying),
            movements=moved,
            checks=tuple(_checks(found)),
            more_places=every - len(lying) - nowhere,
            more_movements=more_moved,
            nowhere=nowhere,
        )


def _told(found: Chosen, most: int) -> tuple[list[_Told], int]:
    """The places of most claims, and how many there are in all."""
    of, number = tags.c, func.count()
    columns = (of.key, number, func.min(_NUMBER), func.max(_NUMBER))
    every = found.tagged("place", *columns, number.over()).group_by(of.key)
    rows = found.connection.execute(every.order_by(number.desc(), of.key).limit(most)).all()
    told = [
        _Told(key, claimed, first // ROOM, (last, first) if first != last else (last,))
        for key, claimed, first, last, _ in rows
    ]
    return told, rows[0][-1] if rows else 0


def _lying(found: Chosen, told: Sequence[_Told], limit: int) -> tuple[list[tuple[_Told, Any]], int]:
    """The first places that have coordinates, each with a row of it; and how many before the last of them have none."""
    lying: list[tuple[_Told, Any]] = []
    nowhere = 0
    for start in range(0, len(told), _TOGETHER):
        part = told[start : start + _TOGETHER]
        rows = _rows(found, part)
        for each in part:
            if len(lying) == limit:
                return lying, nowhere
            if (row := rows.get((each.page, each.key))) is not None:
                lying.append((each, row))
            else:
                nowhere += 1
    return lying, nowhere


def _rows(found: Chosen, told: Sequence[_Told]) -> dict[tuple[int, str], Any]:
    of = places.c
    lying = select(
        of.document_id, of.name, of.name_key, of.entry, of.entry_name, of.entry_kind, of.country, of.lat, of.lon,
        of.radius_km, of.geometry,
    ).where(of.lat.is_not(None), of.use == "literal")  # fmt: skip
    keys = {each.key for each in told}
    entries = [key for key in keys if not key.startswith(BY_NAME)]
    names = [key.removeprefix(BY_NAME) for key in keys if key.startswith(BY_NAME)]
    called = of.entry.in_(entries) | (of.entry.is_(None) & of.name_key.in_(names))
    made: dict[tuple[int, str], Any] = {}
    for row in some(found.connection, lying.where(called), of.document_id, {each.page for each in told}):
        made.setdefault((row.document_id, row.entry or BY_NAME + row.name_key), row)
    return made


def _pages(found: Chosen, keys: list[str]) -> dict[str, int]:
    """On how many pages each place is told of."""
    of = tags.c
    counted = found.tagged("place", of.key, func.count(of.document_id.distinct())).group_by(of.key)
    return {row[0]: row[1] for row in found.connection.execute(counted.where(of.key.in_(keys)))}


def _samples(found: Chosen, numbers: Iterable[int]) -> dict[int, Sample]:
    """Claims by their numbers, with their chains in words."""
    of = claims.c
    wanted = select(of.id, of.document_id, of.ident, of.text, of.status, *PAGE)
    wanted = wanted.join(documents, documents.c.id == of.document_id)
    rows = list(some(found.connection, wanted, of.id, dict.fromkeys(numbers)))
    chains = chains_of(found.connection, [(row.document_id, row.ident) for row in rows])
    return {row.id: _sample(row, chains) for row in rows}


def _place(told: _Told, row: Any, samples: dict[int, Sample], pages: int) -> MapPlace:
    return MapPlace(
        value=told.key,
        label=row.entry_name or row.name,
        query={"place": EXACTLY + told.key},
        kind=row.entry_kind,
        country=row.country,
        lat=row.lat,
        lon=row.lon,
        radius_km=row.radius_km,
        uncertain=row.entry is None,
        geometry=drawn(row.geometry) if row.geometry else None,
        claims=told.claims,
        documents=pages,
        samples=tuple(samples[number] for number in told.shown if number in samples),
    )


@dataclass(frozen=True, slots=True)
class _Moved:
    """A claim that tells of a movement: its row, the places of the way, and its cluster."""

    row: Any
    way: tuple[tuple[str, Where], ...]
    cluster: ClusterRef | None

    @property
    def alike(self) -> tuple[object, ...]:
        """What makes two movements one: who, from where, by way of what, to where, and whether it happened."""
        return fold(self.row.who or ""), self.row.status, *((role, _spot(place)) for role, place in self.way)


def _spot(place: Where) -> str:
    return place.gazetteer or BY_NAME + fold(place.text)


def _movements(found: Chosen, limit: int) -> tuple[tuple[MapMovement, ...], int]:
    """The newest movements, those of the same way together; and how many claims tell of older ones."""
    of = claims.c
    own = and_(of.document_id == movements.c.document_id, of.ident == movements.c.claim)
    every = select(of.id, of.published_sort).join_from(movements, claims, own).where(*found.among(of.id))
    total = found.connection.execute(select(func.count()).select_from(every.subquery("every"))).scalar_one()
    newest = every.order_by(*_NEWEST).limit(limit).subquery("newest")
    rows = found.connection.execute(movement_rows().join(newest, newest.c.id == of.id).order_by(*_NEWEST)).all()
    keys: list[Claimed] = [(row.document_id, row.ident) for row in rows]
    ways, belongs = routes_of(found.connection, keys, where), clusters_of(found.connection, keys)
    groups: defaultdict[tuple[object, ...], list[_Moved]] = defaultdict(list)
    for row, key in zip(rows, keys, strict=True):
        moved = _Moved(row, tuple(ways.get(key, ())), belongs.get(key))
        groups[moved.alike].append(moved)
    shown = [(each.row.document_id, each.row.ident) for group in groups.values() for each in group[:_SHOWN]]
    chains = chains_of(found.connection, shown)
    made = sorted((_movement(group, chains) for group in groups.values()), key=lambda each: -each.claims)
    return tuple(made), int(total) - len(rows)


def _movement(told: list[_Moved], chains: dict[Claimed, list[Hop]]) -> MapMovement:
    first = told[0]
    belongs = {each.cluster.name: each.cluster for each in told if each.cluster is not None}
    known = all(each.cluster is not None for each in told)
    from_, to, via = stops(first.way)
    return MapMovement(
        who=first.row.who,
        from_=from_,
        to=to,
        via=via,
        by=first.row.by,
        status=first.row.status,
        inferred=first.row.status in _INFERRED,
        claims=len(told),
        documents=len({each.row.document_id for each in told}),
        # clusters may go back to the same origins, or each to others
        low=max(ref.low for ref in belongs.values()) if known else None,
        high=sum(ref.high for ref in belongs.values()) if known else None,
        samples=tuple(_sample(each.row, chains) for each in told[:_SHOWN]),
    )


def _sample(row: Any, chains: dict[Claimed, list[Hop]]) -> Sample:
    return Sample(
        document=row.document,
        claim=row.ident,
        text=row.text,
        status=row.status,
        chain=spoken(chains.get((row.document_id, row.ident), ()), row.outlet),
    )


def _checks(found: Chosen) -> Iterable[MapCheck]:
    """The newest checks of distances and directions, what does not agree first."""
    of = claims.c
    own = and_(of.document_id == checks.c.document_id, of.ident == checks.c.claim)
    columns = (of.document_id, of.ident, of.text, of.status, of.start, of.end, checks.c.kind, checks.c.verdict)
    wanted: Select[Any] = (
        select(*columns, checks.c.why, *PAGE)
        .join_from(checks, claims, own)
        .join(documents, documents.c.id == of.document_id)
        .where(checks.c.kind.in_(_GEOMETRY), *found.among(of.id))
        .order_by((checks.c.verdict != "inconsistent"), *_NEWEST, checks.c.position)
        .limit(_CHECKS)
    )
    rows = found.connection.execute(wanted).all()
    keys: list[Claimed] = [(row.document_id, row.ident) for row in rows]
    where = places_of(found.connection, keys)
    for row, key in zip(rows, keys, strict=True):
        yield MapCheck(
            check=Check(claim=row.ident, kind=row.kind, verdict=row.verdict, why=row.why),
            claim=ClaimRef(id=row.ident, text=row.text, status=row.status, start=row.start, end=row.end),
            document=page_of(row),
            places=tuple(place for place in where.get(key, ()) if place.lat is not None),
        )
