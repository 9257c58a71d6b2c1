"""The filters as conditions on the tables, for all questions the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, tuple_

from sayso.ledger.countries import countries_named
from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import EXACTLY, Filters, Near
from sayso.ledger.regions import around
from sayso.ledger.search import MOST_TERMS
from sayso.ledger.tables import (
    ROOM,
    checks,
    claim_number,
    claims,
    clusters,
    documents,
    hops,
    links,
    pages,
    places,
    quantities,
    routes,
    speakers,
    statements,
    tags,
)
from sayso.ledger.tag_rows import BY_NAME, name_key
from sayso.ledger.units import label_of
from sayso.nouns.days import Interval
from sayso.nouns.folding import clean, fold

Condition = ColumnElement[bool]
#: kinds of the gazetteer that hold so much that few things said of them are said of any one spot
_VAST = ("country", "continent", "group")
#: how far a region or sea may reach and still be somewhere; and what the page itself describes, as a part of a country
_WIDE_KM, _DESCRIBED_KM = 500.0, 1500.0


def chosen(dialect: Dialect, filters: Filters) -> Select[Any] | None:
    """The ids of the claims that meet the filters and the query, in no order; ``None`` where all do."""
    conditions = on_claims(dialect, filters)
    if filters.query:
        conditions.append(dialect.matches("claims", filters.query))
    return select(claims.c.id).where(*conditions) if conditions else None


def on_claims(dialect: Dialect, filters: Filters) -> list[Condition]:
    """All filters but the query itself, on the rows of ``claims``."""
    conditions: list[Condition] = []
    if filters.about:
        conditions.append(dialect.matches("claims", filters.about, ("text", "quote", "about")))
    if spoken := on_speakers(dialect, filters):
        through = select(hops).join(
            speakers, and_(speakers.c.document_id == hops.c.document_id, speakers.c.ident == hops.c.speaker)
        )
        conditions.append(_is_among(hops, through.where(*spoken)))
    if filters.place and filters.place.startswith(EXACTLY):
        conditions.append(claims.c.id.in_(_at(filters.place, claim_number(tags.c.document_id, tags.c.position))))
    if here := _on_places(dialect, filters):
        # distinct, so that the places are found first: there are fewer of them than of what is linked to any
        found = select(places.c.document_id, places.c.ident).where(*here).distinct().subquery("found_places")
        linked = (
            select(links)
            .join(found, and_(found.c.document_id == links.c.document_id, found.c.ident == links.c.ident))
            .where(links.c.kind == "place")
        )
        conditions.append(_is_among(links, linked))
    if filters.said:
        conditions.append(_overlaps(filters.said, claims.c.said_from, claims.c.said_to))
    if filters.status:
        conditions.append(claims.c.status.in_(filters.status))
    if filters.verdict:
        conditions.append(_is_among(checks, select(checks).where(checks.c.verdict.in_(filters.verdict))))
    if filters.claim:
        conditions.append(claims.c.ident == filters.claim)
    if filters.cluster is not None:
        conditions.append(_is_among(statements, select(statements).where(statements.c.cluster_id == filters.cluster)))
    conditions += _on_clusters(filters)
    if described := _described(filters):
        conditions.append(claims.c.document_id.in_(select(documents.c.id).where(*described)))
    return conditions


def on_speakers(dialect: Dialect, filters: Filters) -> list[Condition]:
    """Who must be in the chain, on the rows of ``speakers``."""
    conditions = [dialect.matches("speakers", filters.by)] if filters.by else []
    if filters.speaker is not None:
        conditions.append(speakers.c.name_key == filters.speaker)
    return conditions


def _on_clusters(filters: Filters) -> list[Condition]:
    """What is asked of a claim's cluster, on the rows of ``claims``."""
    conditions: list[Condition] = []
    if filters.alert:
        kinds = or_(*(clusters.c.alerts.contains(f" {kind} ", autoescape=True) for kind in filters.alert))
        # what has none, as most have, has two spaces there
        conditions.append(claims.c.id.in_(_of_clusters(clusters.c.alerts > "  ", kinds)))
    if filters.origins:
        least, most = filters.origins
        if least is not None and least > 1:
            upto = [clusters.c.low <= most] if most is not None else []
            conditions.append(claims.c.id.in_(_of_clusters(clusters.c.low >= least, *upto)))
        else:
            # most claims have one: those that have more are looked for, and are not among them
            conditions.append(claims.c.document_id.in_(select(pages.c.document_id)))
            conditions.append(claims.c.id.not_in(_OF_NONE))
            conditions += [claims.c.id.not_in(_of_clusters(clusters.c.low > most))] if most is not None else []
    return conditions


def _of_clusters(*conditions: Condition) -> Select[Any]:
    """The numbers of the claims of some clusters."""
    of = statements.c
    number = claim_number(of.document_id, of.position)
    return select(number).join_from(clusters, statements, of.cluster_id == clusters.c.id).where(*conditions)


#: the numbers of the claims that wait for their cluster
_OF_NONE = select(claim_number(statements.c.document_id, statements.c.position)).where(
    statements.c.cluster_id.is_(None)
)


def on_figures(filters: Filters, units: Mapping[str, float] | None) -> list[Condition]:
    """What is asked of the figures themselves, on the rows of ``quantities``.

    Bounds are met by every figure that can meet them: *at least 50* can be 80. Words of what is counted may be in the
    singular or the plural. ``units`` are those that are shown in the one that was asked for, with what they are worth.
    """
    of = quantities.c
    conditions: list[Condition] = []
    if filters.of:
        conditions += [_has_one_of(of.thing_key, forms) for forms in _forms(filters.of)] or [of.thing_key == ""]
    conditions += on_units(filters, units)
    if filters.at_least is not None:
        conditions.append(or_(worth(of.high, units) >= filters.at_least, and_(of.high.is_(None), of.low.is_not(None))))
    if filters.at_most is not None:
        conditions.append(or_(worth(of.low, units) <= filters.at_most, and_(of.low.is_(None), of.high.is_not(None))))
    return conditions


def on_units(filters: Filters, units: Mapping[str, float] | None) -> list[Condition]:
    """What is asked of the units of figures: all of it is in one index."""
    unit = quantities.c.unit
    conditions: list[Condition] = []
    if filters.unit:
        typed = " ".join(clean(filters.unit).split())
        conditions.append(func.lower(unit).in_({*_either_number(typed.lower()), label_of(typed).lower()}))
    if units is not None:
        conditions.append(unit.in_(units))
    return conditions


def worth(value: ColumnElement[Any], units: Mapping[str, float] | None) -> ColumnElement[Any]:
    """A bound of a figure in the unit that was asked for."""
    if not units:
        return value
    return case(*((quantities.c.unit == label, value * factor) for label, factor in units.items()))


def _forms(words: str) -> list[tuple[str, ...]]:
    """Each word as it stands and in its other number, as far as an *s* makes the difference."""
    return [_either_number(word) for word in fold(clean(words)).split()[:MOST_TERMS]]


def _either_number(word: str) -> tuple[str, ...]:
    """A word in the singular and in the plural: *barrel*, *barrels*."""
    return tuple(dict.fromkeys((word, word.removesuffix("s"), word.removesuffix("es"), f"{word}s", f"{word}es")))


def on_movements(filters: Filters) -> list[Condition]:
    """Where a movement begins and ends, on the rows of ``claims``."""
    conditions: list[Condition] = []
    for role, name in (("from", filters.origin), ("to", filters.goal)):
        if name:
            here = and_(places.c.document_id == routes.c.document_id, places.c.ident == routes.c.place)
            led = select(routes).join(places, here).where(routes.c.role == role, _goes_by(name))
            conditions.append(_is_among(routes, led))
    return conditions


def on_documents(dialect: Dialect, filters: Filters) -> list[Condition]:
    """All filters and the query, on the rows of ``documents``.

    What a claim must be (by whom, when said, its status) must be true of one of the document's claims; what and where
    it is about, of the document as a whole.
    """
    conditions = _described(filters)
    conditions += [dialect.matches("documents", query) for query in (filters.query, filters.about) if query]
    if filters.place and filters.place.startswith(EXACTLY):
        conditions.append(documents.c.id.in_(_at(filters.place, tags.c.document_id)))
    if here := _on_places(dialect, filters):
        conditions.append(documents.c.id.in_(select(places.c.document_id).where(*here)))
    if filters.cluster is not None:
        told = select(statements.c.document_id).where(statements.c.cluster_id == filters.cluster)
        conditions.append(documents.c.id.in_(told))
    of_documents = ("query", "about", "outlet", "place", "near", "published", "document", "cluster")
    none: dict[str, Any] = dict.fromkeys(of_documents)
    asked = replace(filters, **none)
    if claimed := on_claims(dialect, asked):
        # by its number alone, which every index has
        conditions.append(documents.c.id.in_(select(claims.c.id // ROOM).where(*claimed)))
    return conditions


def _described(filters: Filters) -> list[Condition]:
    conditions: list[Condition] = []
    if filters.document:
        conditions.append(documents.c.ident == filters.document)
    if filters.outlet:
        key = documents.c.outlet_key
        exact = key == fold(clean(filters.outlet.removeprefix(EXACTLY)))
        conditions.append(exact if filters.outlet.startswith(EXACTLY) else _has_words(key, filters.outlet))
    if filters.published:
        conditions.append(_overlaps(filters.published, documents.c.published_from, documents.c.published_to))
    return conditions


def _on_places(dialect: Dialect, filters: Filters) -> list[Condition]:
    conditions: list[Condition] = []
    if filters.place and not filters.place.startswith(EXACTLY):
        conditions.append(_goes_by(filters.place))
    if filters.near:
        conditions += _near(dialect, filters.near)
    return conditions


def _goes_by(name: str) -> Condition:
    """Whether a place is called so, by the page or by the gazetteer, or lies in the country that is.

    What stands for people (*Moscow said*) or for where they are from (*a Libyan firm*) goes by names alone.
    """
    if name.startswith(EXACTLY):
        return _is_exactly(name.removeprefix(EXACTLY))
    named = or_(*(key.in_(_with_words(key, name)) for key in (places.c.name_key, places.c.entry_key)))
    within = countries_named(name)
    return or_(named, and_(places.c.country.in_(within), places.c.use == "literal")) if within else named


def _at(place: str, *columns: ColumnElement[Any]) -> Select[Any]:
    """Columns of the tags of one place: an entry of the gazetteer by id or name, or what goes by a name alone."""
    name = place.removeprefix(EXACTLY)
    keys = [tags.c.key.in_((name, name_key(name)))]
    if ":" not in name and not name.startswith(BY_NAME):
        keys.append(tags.c.key.in_(select(places.c.entry).where(places.c.entry_key == fold(clean(name)))))
    return select(*columns).where(tags.c.kind == "place", or_(*keys))


def _is_exactly(name: str) -> Condition:
    """Whether a place is this entry of the gazetteer, by its id; or is called exactly so and is none of its entries."""
    return or_(places.c.entry == name, and_(places.c.entry.is_(None), places.c.name_key == fold(clean(name))))


def _near(dialect: Dialect, near: Near) -> list[Condition]:
    """Literal places whose region comes within the distance. The boxes have an index; the distance decides.

    What the gazetteer has must not be much larger than what is asked about: near Sirte is not all that is said of Libya
    or of the Sahara.
    """
    box, of, boxed = around(near.lat, near.lon, near.km), places.c, places.alias("boxed").c
    across = or_(*(and_(boxed.west <= box.east + turn, boxed.east >= box.west + turn) for turn in (0, 360, -360)))
    # by the index alone: what else is asked of a place stands in its row, and half of all boxes begin south of this one
    overlap = select(boxed.document_id, boxed.ident).where(boxed.south <= box.north, boxed.north >= box.south, across)
    distance = dialect.distance_km(places, (near.lat, near.lon))
    described = (of.entry.is_(None), max(near.km, _DESCRIBED_KM))
    most = case((of.entry_kind.in_(_VAST), near.km), described, else_=max(near.km, _WIDE_KM))
    small = or_(of.radius_km.is_(None), of.radius_km <= most)
    return [tuple_(of.document_id, of.ident).in_(overlap), of.use == "literal", small, distance <= near.km]


def _is_among(table: Any, through: Select[Any]) -> Condition:
    """Whether a claim is one of those that rows of a table, so chosen, belong to.

    The ids are found first and as a whole: as pairs of columns SQLite would look for them once for each claim.
    """
    same = claims.alias("same")
    owned = and_(same.c.document_id == table.c.document_id, same.c.ident == table.c.claim)
    return claims.c.id.in_(through.with_only_columns(same.c.id).join(same, owned))


def _with_words(key: ColumnElement[Any], name: str) -> Select[Any]:
    """The names of places that have these words: each is looked at once, however many places are called so."""
    every = select(key.label("name")).where(key.is_not(None)).distinct().subquery("names")
    return select(every.c.name).where(_has_words(every.c.name, name))


def _has_words(key: ColumnElement[Any], name: str) -> Condition:
    """Whether a folded name has these words in this order: *guardian* is in *guardian weekly*, *guard* is not."""
    wanted = fold(clean(name))
    if not wanted:
        return key.is_not(None) & (key == "")
    return (" " + func.coalesce(key, "") + " ").contains(f" {wanted} ", autoescape=True)


def _has_one_of(key: ColumnElement[Any], words: tuple[str, ...]) -> Condition:
    padded = " " + key + " "
    return or_(*(padded.contains(f" {word} ", autoescape=True) for word in words if word))


def _overlaps(interval: Interval, first: ColumnElement[Any], last: ColumnElement[Any]) -> Condition:
    begin, end = interval
    conditions: list[Condition] = [or_(first.is_not(None), last.is_not(None))]
    if begin is not None:
        conditions.append(or_(last.is_(None), last >= begin))
    if end is not None:
        conditions.append(or_(first.is_(None), first <= end))
    return and_(*conditions)
