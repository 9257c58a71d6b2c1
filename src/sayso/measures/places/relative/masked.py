"""The text with its place names masked, so that the grammar sees a name as one sign and offsets stay as they are."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from sayso.measures.places.relative.words import FILL, MARK
from sayso.nouns.measures import Place


class Masked:
    """``text`` has the length of the document's text; ``names`` are the places in it, by where they start."""

    def __init__(self, text: str, places: Sequence[Place]) -> None:
        pieces: list[str] = []
        self.names: dict[int, Place] = {}
        end = 0
        for place in sorted(places, key=lambda item: (item.start, -item.end)):
            if place.relation is not None or place.start < end or place.end <= place.start or place.end > len(text):
                continue
            pieces += [text[end : place.start], MARK + FILL * (place.end - place.start - 1)]
            self.names[place.start] = place
            end = place.end
        pieces.append(text[end:])
        # the signs themselves may stand in a hostile text: outside of names they are blanks
        self.text = "".join(
            piece if piece[:1] == MARK and len(pieces) > 1 and index % 2 else _clean(piece)
            for index, piece in enumerate(pieces)
        )
        self.starts = sorted(self.names)

    def before(self, offset: int) -> Place | None:
        """The last place name that ends at or before ``offset``."""
        index = bisect.bisect_left(self.starts, offset)
        return self.names[self.starts[index - 1]] if index else None


def _clean(piece: str) -> str:
    return piece.replace(MARK, " ").replace(FILL, " ")
