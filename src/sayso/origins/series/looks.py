"""Under what a group of figures is kept, and where a figure looks for one: so that few are compared with each."""

from __future__ import annotations

from sayso.origins.series.known import Known
from sayso.origins.series.reports import claim_key
from sayso.origins.series.things import Thing

#: a sort of figures, a page, a cluster or a claim, told apart by its first member
Place = tuple[object, ...]


class Looks:
    """Where the groups of figures are looked for. ``asked``: all figures answer one question."""

    def __init__(self, known: Known, *, asked: bool) -> None:
        self._known, self._asked = known, asked
        self._partners, self._neighbours = known.partners(), known.neighbours()

    def judged(self, thing: Thing) -> list[Place]:
        """The cluster of its claim, and the claims that it was judged together with."""
        claim = claim_key(thing.figure)
        cluster = self._known.clusters.get(claim)
        own: list[Place] = [("cluster", cluster)] if cluster else []
        return own + [("claim", other) for other in self._partners.get(claim, ())]

    def where(self, thing: Thing) -> list[Place]:
        """Where its group may be."""
        sort, document = self._sort(thing), thing.figure.document.id
        if self._asked or not thing.is_event or document not in self._known.linked:
            return [*self.judged(thing), ("sort", sort)]
        # pages that were compared tell of one event, or do not
        pages = (document, *self._neighbours.get(document, ()))
        return [*self.judged(thing), *(("page", sort, page) for page in pages), ("unlinked", sort)]

    def under(self, thing: Thing) -> list[Place]:
        """Where those that come later may look for its group."""
        claim, sort, document = claim_key(thing.figure), self._sort(thing), thing.figure.document.id
        cluster = self._known.clusters.get(claim)
        places: list[Place] = [("claim", claim), ("sort", sort), ("page", sort, document)]
        places += [("cluster", cluster)] if cluster else []
        return places if document in self._known.linked else [*places, ("unlinked", sort)]

    def _sort(self, thing: Thing) -> object:
        # figures that answer one question count the same, whatever their nouns
        return (thing.is_count, thing.label) if self._asked else thing.sort
