"""Which places of a list are there already: those get the list's names, the others are new."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace

from sayso.measures.places.gazetteer.add.candidate import Candidate, MoreNames, clean
from sayso.measures.places.gazetteer.build.writer import NewPlace, Writer
from sayso.measures.places.gazetteer.extent import great_circle_km
from sayso.measures.places.gazetteer.folding import fold
from sayso.measures.places.gazetteer.rating import LISTED, StoredName

#: places of one name and kind that lie closer than this (km), or inside each other's reach, are one
_NEAR = 5.0
#: places that are written at a time
_BATCH = 5_000


@dataclass(slots=True)
class Merger:
    """Takes the places of one source in, and counts them."""

    writer: Writer
    source: int
    new: int = 0
    known: int = 0
    _places: dict[str, NewPlace] = field(default_factory=dict)
    _names: list[tuple[int, StoredName]] = field(default_factory=list)
    _shapes: list[tuple[str, bytes]] = field(default_factory=list)

    def take(self, found: Candidate | MoreNames) -> None:
        """Take one in."""
        if isinstance(found, MoreNames):
            self._more(found)
            return
        place = found.place
        known = self._known(found)
        if known is not None:
            number, id = known
            self._names.extend((number, name) for name in place.names)
            self.known += 1
        else:
            id = found.same or place.id
            if id in self._places:
                return
            self._places[id] = place
            self.new += 1
        if found.shape is not None:
            self._shapes.append((id, found.shape))
        if len(self._places) + len(self._names) > _BATCH:
            self.finish()

    def finish(self) -> None:
        """Write what was taken in since."""
        self.writer.places(self.source, (_named(place, id) for id, place in self._places.items()))
        self.writer.names(self.source, self._names)
        self.writer.shapes(self.source, self._shapes)
        self._places, self._names, self._shapes = {}, [], []

    def _known(self, found: Candidate) -> tuple[int, str] | None:
        execute = self.writer.connection.execute
        for id in dict.fromkeys(filter(None, (found.same, found.place.id))):
            row = execute("SELECT id, key FROM place WHERE key = ?", (id,)).fetchone()
            if row is not None:
                return int(row[0]), str(row[1])
        place = found.place
        # a list of many names of one place would ask for many; the first are the surest
        for name in itertools.islice((n for n in place.names if n.how != "abbreviation"), 8):
            rows = execute(
                "SELECT p.id, p.key, p.lat, p.lon, p.radius_km FROM name n JOIN place p ON p.id = n.place"
                " WHERE n.key = ? AND p.kind = ? AND p.country IS ?",
                (name.key, place.kind, place.country),
            )
            for number, key, lat, lon, radius in rows:
                if great_circle_km(place.lat, place.lon, lat, lon) <= max(_NEAR, min(radius, place.radius_km)):
                    return int(number), str(key)
        return None

    def _more(self, found: MoreNames) -> None:
        row = self.writer.connection.execute("SELECT id FROM place WHERE key = ?", (found.id,)).fetchone()
        if row is None:
            return
        said = [(text, "alternate") for text in found.names] + [(text, "abbreviation") for text in found.short]
        for text, how in said:
            name = clean(text)
            key = fold(name)
            if key and name != name.lower():
                short = how == "abbreviation"
                self._names.append((row[0], StoredName(key, name, "abbreviation" if short else "alternate", LISTED)))
                self.known += 1
        if len(self._names) > _BATCH:
            self.finish()


def _named(place: NewPlace, id: str) -> NewPlace:
    return place if place.id == id else replace(place, id=id)
