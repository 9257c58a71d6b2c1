"""Places without a name that movements lead to or from: *their homes*, *hospital*."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.claims.movements.found import Where
from sayso.claims.movements.sentence import Sentence
from sayso.nouns.base import Range
from sayso.nouns.measures import Place


class Grounds:
    """Gives the ids of places, and makes a place of the words of one that has no name.

    Args:
        places: those of the reading, with ids ``p1`` …; made ones are numbered on from their count.
    """

    def __init__(self, places: Sequence[Place]) -> None:
        self._count = len(places)
        self._made: dict[Range, Place] = {}

    @property
    def made(self) -> tuple[Place, ...]:
        """The places made so far, in the order in which they were met."""
        return tuple(self._made.values())

    def id_of(self, sentence: Sentence, where: Where | None) -> str | None:
        """The id of where somebody comes from or goes to."""
        if where is None or isinstance(where, Place):
            return where.id if where is not None else None
        first, last = where
        span = (sentence.spans[first][0], sentence.spans[last - 1][1])
        if span not in self._made:
            self._made[span] = Place(
                id=f"p{self._count + len(self._made) + 1}",
                start=span[0],
                end=span[1],
                text=sentence.text[slice(*span)],
                use="literal",
                derivation=("where a movement leads or comes from, said without a name",),
            )
        return self._made[span].id
