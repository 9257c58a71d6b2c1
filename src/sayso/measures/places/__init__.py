"""Places: names and relative places. Nothing is found yet; the interface is that of the other measures."""

from __future__ import annotations

from sayso.nouns.document import Document
from sayso.nouns.measures import Place
from sayso.reader.layers import Layers


def find_places(document: Document, layers: Layers) -> tuple[Place, ...]:
    """Places in text order: none yet."""
    del document, layers
    return ()
