"""Readings linked in memory, for the tests of what comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from sayso.nouns import Cluster, Reading
from sayso.origins.linker import Tools, link
from sayso.origins.memory import MemoryShelf
from sayso.origins.settle import settle


def shelved(readings: Iterable[Reading], tools: Tools | None = None) -> MemoryShelf:
    """The readings on a shelf, linked one after the other; by rules alone where no tools are given."""
    shelf = MemoryShelf()
    for reading in readings:
        found = link(shelf.put(reading), shelf, tools or Tools())
        shelf.keep(
            vectors=found.vectors,
            reuses=found.reuses,
            edges=found.edges,
            judgements=found.judgements,
            links=found.actors,
        )
    return shelf


def settled(shelf: MemoryShelf) -> list[Cluster]:
    """All clusters of a shelf."""
    keys = [s.key for document in shelf.documents() for s in shelf.statements(document)]
    return [each.body for each in settle(keys, shelf)]


def copies(reading: Reading, number: int) -> Sequence[Reading]:
    """The same page captured at several addresses."""
    made = []
    for n in range(number):
        ident = f"{n:064x}"
        capture = msgspec.structs.replace(reading.document.capture, sha256=ident)
        place = {"source": f"copy{n}.html", "url": f"https://copy{n}.example/"}
        document = msgspec.structs.replace(reading.document, id=f"sha256:{ident}", capture=capture, **place)
        made.append(msgspec.structs.replace(reading, document=document))
    return made
