"""JSON Lines: everything of the chosen documents, so that an import makes the same ledger of it."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, BinaryIO

from sayso.nouns import Noun, to_json
from sayso.nouns.record import KeptDocument, KeptEnd, KeptEvent, KeptHeader, KeptReading

if TYPE_CHECKING:
    from sayso.ledger import Filters
    from sayso.ledger.store import Store


def write(ledger: Store, filters: Filters, out: BinaryIO) -> None:
    """Write whole documents, one thing a line; a line at a time is in memory.

    The same ledger gives the same bytes: nothing in it says when or where the export was made.
    """
    digest = hashlib.sha256()
    counts: Counter[type[Noun]] = Counter()

    def put(noun: Noun) -> None:
        line = to_json(noun) + b"\n"
        digest.update(line)
        out.write(line)

    put(KeptHeader())
    for each in ledger.record(filters):
        put(each)
        counts[type(each)] += 1
    documents, readings, events = (counts[kind] for kind in (KeptDocument, KeptReading, KeptEvent))
    put(KeptEnd(documents=documents, readings=readings, events=events, sha256=digest.hexdigest()))
