"""How sources and places are shown of which no more than the key is at hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from sayso.ledger.tables import places, speakers, tags
from sayso.ledger.tag_rows import BY_NAME

UNNAMED = "an unnamed source"


def speakers_called(connection: Connection, keys: Sequence[str]) -> dict[str, str]:
    """How pages write the name of each key of ``speakers`` most often."""
    of = speakers.c
    times = func.sum(of.claims).label("times")
    spoken = select(of.name_key, of.name, times).where(of.name_key.in_(keys), of.name.is_not(None))
    names = dict[str, Counter[str]]()
    for row in connection.execute(spoken.group_by(of.name_key, of.name)):
        names.setdefault(row.name_key, Counter())[row.name] += row.times
    return {key: UNNAMED if not key else _most(names[key]) for key in keys if key in names or not key}


def _most(counted: Counter[str]) -> str:
    return min(counted, key=lambda each: (-counted[each], each))


def places_called(connection: Connection, keys: Sequence[str]) -> dict[str, str]:
    """The gazetteer's name of each key of ``tags`` that is an entry of it, and how a page writes each other one."""
    first = func.min(tags.c.document_id).label("document_id")
    one = select(tags.c.key, first).where(tags.c.kind == "place", tags.c.key.in_(keys)).group_by(tags.c.key)
    pages = {row.key: row.document_id for row in connection.execute(one)}
    of = places.c
    named = select(of.entry, of.entry_name, of.name_key, of.name).where(of.document_id.in_(set(pages.values())))
    called: dict[str, str] = {}
    for row in connection.execute(named):
        if row.entry and row.entry_name:
            called[row.entry] = row.entry_name
        called.setdefault(BY_NAME + row.name_key, row.name)
    return {key: called[key] for key in keys if key in called}
