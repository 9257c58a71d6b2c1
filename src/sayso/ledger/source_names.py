"""Which sources are one across pages: by the links between actors, and by name where there are none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, case, func, select, tuple_

from sayso.errors import LedgerError
from sayso.ledger.dialect import Dialect
from sayso.ledger.names import Names, some
from sayso.ledger.search import all_words
from sayso.ledger.shelf import LedgerShelf
from sayso.ledger.tables import actor_links, documents, speakers
from sayso.nouns import ActorLink
from sayso.nouns.folding import clean, fold

#: steps from one actor to the next, and actors in all, that are followed: more are no longer one source
_STEPS, _MOST = 8, 5000
#: kinds of sources that are named; what goes by no name and is quoted by more pages than this is a common noun
_NAMES, _COMMON = ("named", "outlet", "document"), 100
#: actors that are looked up together
_PAIRS = 400
#: names that are told where several would fit
_TOLD = 5


@dataclass(frozen=True, slots=True)
class Joined:
    """The keys of the names that one source goes by, in text order."""

    keys: tuple[str, ...]


def joined(connection: Connection, keys: Iterable[str]) -> dict[str, Joined]:
    """For each of some keys of names the source that it belongs to."""
    wanted = [key for key in dict.fromkeys(keys) if key]
    found = {key: Joined((key,)) for key in wanted}
    shelf = LedgerShelf(connection)
    reviews = [each for each in shelf.reviews() if each.about == "actors" and each.b]
    none = connection.execute(select(actor_links.c.id).limit(1)).first() is None
    if not wanted or (none and not reviews):
        return found
    from sayso.origins.actors import canonical  # reads the lexicon, which whoever asks for names alone does not need

    names = _actors_of(connection, _followed(connection, wanted))
    links: dict[tuple[str, str], ActorLink] = {}
    front = set(names)
    for _ in range(_STEPS):
        made = _links_of(connection, shelf.names, front)
        ends = {*made, *((each.a, each.b or "") for each in reviews if front & {each.a, each.b})}
        new = {end for pair in ends for end in pair} - set(names)
        links |= made
        if not new or len(names) > _MOST:
            break
        names |= _keys_of(connection, new)
        front = new
    one = canonical(links.values(), reviews)
    of_component: defaultdict[str, set[str]] = defaultdict(set)
    for actor, key in names.items():
        if key and actor in one:
            of_component[one[actor]].add(key)
    groups: defaultdict[str, list[set[str]]] = defaultdict(list)
    for group in of_component.values():
        for key in group:
            groups[key].append(group)
    several = _described(connection, [key for key, those in groups.items() if len(those) > 1])
    for key in wanted:
        if key not in several:
            others = {other for group in groups[key] for other in group} - several
            found[key] = Joined(tuple(sorted({key, *others})))
    return found


def _described(connection: Connection, keys: list[str]) -> set[str]:
    """Those of some keys that no page writes with a capital: *the company* is another one on another page."""
    of = speakers.c
    named = select(of.name_key, of.name).where(of.name.is_not(None)).distinct()
    written = list(some(connection, named, of.name_key, keys))
    return {row.name_key for row in written} - {row.name_key for row in written if row.name != row.name.lower()}


def _links_of(connection: Connection, names: Names, actors: set[str]) -> dict[tuple[str, str], ActorLink]:
    """The links of some actors alone: their pages have many more."""
    of = actor_links.c
    parted = [actor.rpartition("#") for actor in actors]
    numbers = names.numbers_of(sorted({document for document, _, _ in parted}))
    ends = sorted((numbers[document], entity) for document, _, entity in parted if document in numbers)
    rows: dict[int, Row[Any]] = {}
    for document, entity in ((of.a_id, of.a_entity), (of.b_id, of.b_entity)):
        left = iter(ends)
        while part := list(islice(left, _PAIRS)):
            # the pairs alone would be looked for among all rows: the documents lead into the index
            near = document.in_({end for end, _ in part})
            found = select(actor_links).where(near, tuple_(document, entity).in_(part))
            rows |= {row.id: row for row in connection.execute(found)}
    pages = {end for row in rows.values() for end in (row.a_id, row.b_id)}
    idents = dict(zip(pages, names.idents_of(pages), strict=True))
    made: dict[tuple[str, str], ActorLink] = {}
    for _, row in sorted(rows.items()):
        a, b = f"{idents[row.a_id]}#{row.a_entity}", f"{idents[row.b_id]}#{row.b_entity}"
        made[a, b] = ActorLink(a=a, b=b, kind=row.kind, score=row.score, why=row.why, by=row.by)
    return made


def _followed(connection: Connection, keys: list[str]) -> list[str]:
    """The keys without those that say what somebody is and not who: *a man* of hundreds of pages is no one source."""
    of = speakers.c
    named = func.sum(case((of.kind.in_(_NAMES), 1), else_=0))
    counted = select(of.name_key, func.count().label("n"), named.label("named")).group_by(of.name_key)
    common = {row.name_key for row in some(connection, counted, of.name_key, keys) if row.n > _COMMON > row.named}
    return [key for key in keys if key not in common]


def _actors_of(connection: Connection, keys: list[str]) -> dict[str, str]:
    """The actors (``document#entity``) that go by some names, each with the key of its name."""
    of = speakers.c
    named = select(documents.c.ident.label("document"), of.ident, of.name_key)
    named = named.join(documents, documents.c.id == of.document_id)
    return {f"{row.document}#{row.ident}": row.name_key for row in some(connection, named, of.name_key, keys)}


def _keys_of(connection: Connection, actors: set[str]) -> dict[str, str]:
    """Some actors with the keys of their names; empty where the ledger has them no more."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for actor in actors:
        document, _, entity = actor.rpartition("#")
        wanted[document].add(entity)
    of = speakers.c
    named = select(documents.c.ident.label("document"), of.ident, of.name_key)
    named = named.join(documents, documents.c.id == of.document_id)
    found = dict.fromkeys(actors, "")
    for row in some(connection, named, documents.c.ident, sorted(wanted)):
        if row.ident in wanted[row.document]:
            found[f"{row.document}#{row.ident}"] = row.name_key
    return found


def source_named(dialect: Dialect, connection: Connection, name: str) -> str:
    """The full name of the one speaker or outlet that goes by a name, or that alone has these words in its name.

    Raises:
        LedgerError: SAY-068 nobody does, SAY-069 several do.
    """
    key = fold(clean(name))
    exact = _full_name(connection, key) if key else None
    if exact is not None:
        return exact
    query = all_words(name)
    if query is None or query.nothing:
        raise LedgerError("SAY-068", name)
    of = speakers.c
    like = select(of.name_key).where(dialect.matches("speakers", query, ("name", "aliases")), of.name_key != "")
    keys = sorted(connection.execute(like.distinct().limit(200)).scalars())
    ones = {one.keys: one for one in joined(connection, keys).values()}
    if not ones:
        raise LedgerError("SAY-068", name, "nobody in the ledger goes by this name", "see sayso sources")
    if len(ones) > 1:
        told = ", ".join(str(_full_name(connection, one.keys[0])) for one in list(ones.values())[:_TOLD])
        raise LedgerError("SAY-069", name, f"several sources fit: {told}", "write the name in full")
    return _full_name(connection, keys[0]) or name


def _full_name(connection: Connection, key: str) -> str | None:
    """How pages write the name of this key most often."""
    of = speakers.c
    spoken = select(of.name, func.sum(of.claims).label("times")).where(of.name_key == key, of.name.is_not(None))
    found = connection.execute(spoken.group_by(of.name).order_by(func.sum(of.claims).desc(), of.name)).first()
    if found is not None:
        return str(found.name)
    carried = select(documents.c.outlet).where(documents.c.outlet_key == key)
    outlet: str | None = connection.execute(carried.order_by(documents.c.outlet).limit(1)).scalar_one_or_none()
    return outlet
