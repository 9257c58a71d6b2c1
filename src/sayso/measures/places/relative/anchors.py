"""Which place an anchor means: a name, *the town*, *the capital*, *here*, *it*, or the town the text is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.measures.places.gazetteer import Entry
from sayso.measures.places.relative.ground import Ground
from sayso.measures.places.relative.masked import Masked
from sayso.measures.places.relative.phrase import Phrase, Ref
from sayso.nouns.document import Document
from sayso.nouns.measures import Place

#: a dateline stands in these first characters of the text
_DATELINE = 60
#: what is looked through for *the town*, *it*, the country at hand: so that a long page takes time by its length
_REMEMBERED, _MAIN_TOWNS, _CLAUSE = 200, 50, 400
#: what may be meant by *the town* or lie at the other end of an implicit distance
_TOWNS = frozenset({"city", "admin2", "island", "facility", "other"})
#: kinds of the gazetteer by the noun that points back to one: *the river*
_FEATURES = {"river": "river", "lake": "lake", "island": "island", "mountain": "mountain", "mountains": "mountain"}


@dataclass(frozen=True, slots=True)
class Anchor:
    """An anchor found: ``id`` is that of a place of the text, or of a gazetteer entry where no place names it."""

    id: str
    name: str
    entry: Entry | None
    how: str = ""


class Anchors:
    """Finds the anchors of one document's phrases."""

    def __init__(self, document: Document, masked: Masked, ground: Ground | None) -> None:
        self._masked, self._ground = masked, ground
        self._places = [masked.names[start] for start in masked.starts]
        self._entries = {p.id: ground.entry(p) if ground else None for p in self._places}
        self._told: tuple[int, Anchor] | None = None
        self._starts = [place.start for place in self._places]
        self._salience: Counter[str] = Counter()
        self._countries: Counter[str] = Counter()
        title = (document.title or "").casefold()
        for place in self._places:
            if (entry := self._entries[place.id]) is not None:
                self._salience[entry.id] += 1 + (place.start < _DATELINE) + 2 * (place.text.casefold() in title)
                if entry.country:
                    self._countries[entry.country] += 1
        self._towns: dict[str, list[Place]] = {}
        for place in self._places:
            if self._is_town(place):
                self._towns.setdefault(self._key(place), []).append(place)
        self._main = sorted(self._towns, key=lambda key: -self._salience[key])[:_MAIN_TOWNS]

    def of(self, phrase: Phrase) -> tuple[Anchor, ...]:
        """The anchors of a phrase, in its order; empty where one is not found."""
        found: list[Anchor] = []
        for ref in phrase.refs:
            if ref.naming == "pair":
                found += self._pair(phrase.start)
            elif (anchor := self._one(ref, phrase)) is not None:
                found.append(anchor)
                if ref.naming in ("name", "noun", "capital") and phrase.target == "place":
                    self._told = (phrase.end, anchor)
        return tuple(found)

    def _one(self, ref: Ref, phrase: Phrase) -> Anchor | None:
        match ref.naming:
            case "name":
                assert ref.place is not None
                return Anchor(ref.place.id, ref.place.text, self._entries[ref.place.id])
            case "people":
                entry = self._ground.people(ref.words) if self._ground else None
                return None if entry is None else Anchor(entry.id, entry.name, entry)
            case "capital":
                return self._capital(ref, phrase)
            case "here":
                first = self._places[0] if self._places else None
                return self._place(first, "the place of the dateline") if first and first.start < _DATELINE else None
            case "country":
                iso2 = self.country(phrase.start)
                entry = self._ground.gazetteer.country(iso2) if iso2 and self._ground else None
                return None if entry is None else Anchor(entry.id, entry.name, entry, f"the country is {entry.name}")
            case "feature":
                return self._place(self._ending_in(ref.words, phrase.start), f"the last {ref.words} named")
            case "pronoun":
                return self._pronoun(ref, phrase)
            case _:
                return self._topic(ref, phrase)

    def _pronoun(self, ref: Ref, phrase: Phrase) -> Anchor | None:
        """*it*: the anchor told just before in the sentence (*150 km from Rosario, Santa Fe 145 km south of it*), else
        the last town that does not itself lie there."""
        if self._told is not None and "\n" not in self._masked.text[self._told[0] : phrase.start]:
            anchor = self._told[1]
            if phrase.start - self._told[0] < 120:
                return Anchor(anchor.id, anchor.name, anchor.entry, f"“{ref.words}” is {anchor.name}, told just before")
        subject = self._subject(phrase)
        last = next((p for p in self._back(phrase.start) if self._is_town(p) and not self._same(p, subject)), None)
        return self._place(last, f"“{ref.words}” is the town named last")

    def _back(self, offset: int) -> Iterator[Place]:
        """The places that end before ``offset``, the last one first; not more than a reader would remember."""
        index = bisect_left(self._starts, offset)
        for place in reversed(self._places[max(0, index - _REMEMBERED) : index]):
            if place.end <= offset:
                yield place

    def _place(self, place: Place | None, how: str) -> Anchor | None:
        return None if place is None else Anchor(place.id, place.text, self._entries[place.id], how)

    def _capital(self, ref: Ref, phrase: Phrase) -> Anchor | None:
        if self._ground is None:
            return None
        entry = self._entries[ref.place.id] if ref.place else self._ground.people(ref.words) if ref.words else None
        iso2 = entry.country if entry else self.country(phrase.start)
        capital = self._ground.capital(iso2) if iso2 else None
        if capital is None:
            return None
        how = f"the capital of {iso2} is {capital.name}"
        for place in self._places:
            if self._entries[place.id] == capital:
                return Anchor(place.id, place.text, capital, how)
        return Anchor(capital.id, capital.name, capital, how)

    def _topic(self, ref: Ref, phrase: Phrase) -> Anchor | None:
        """*the town*, or nothing at all (*to the east*): where a way began (*from Bria to Yalinga, 140 km to the
        east*), or the town that is named most in the text; never the one that lies the distance away."""
        subject = self._subject(phrase)
        if ref.naming == "none" and (start := self._way_from(phrase.start, subject)) is not None:
            return self._place(start, f"{start.text} is where the way began")
        best = None
        for key in self._main:
            mentions = self._towns[key]
            if self._same(mentions[0], subject):
                continue
            index = bisect_left(mentions, phrase.start, key=lambda p: p.start)
            rank = (index > 0, self._salience[key], mentions[index - 1].start if index else -mentions[0].start)
            if best is None or rank > best[0]:
                best = (rank, mentions[max(0, index - 1)])
        if best is None:
            return None
        place = best[1]
        named = f"“the {ref.words}”" if ref.words else "the other end"
        return self._place(place, f"{named} is taken to be {place.text}, the town that the text names most")

    def _subject(self, phrase: Phrase) -> Place | None:
        """The place right before the phrase in its sentence: it lies there, and so is not the anchor."""
        before = self._masked.before(phrase.start)
        if before is None:
            return None
        between = self._masked.text[before.end : phrase.start]
        return before if len(between) < 90 and "\n" not in between and ". " not in between else None

    def _way_from(self, offset: int, subject: Place | None) -> Place | None:
        text = self._masked.text
        far = max(0, offset - _CLAUSE)
        start = max(far, text.rfind(". ", far, offset), text.rfind("\n", far, offset))
        for place in self._back(offset):
            if place.start < start:
                return None
            words = text[max(start, place.start - 6) : place.start].lower()
            if words.endswith("from ") and self._is_town(place) and not self._same(place, subject):
                return place
        return None

    def _pair(self, offset: int) -> list[Anchor]:
        """*between them*: the last two towns named."""
        found: list[Place] = []
        for place in (p for p in self._back(offset) if self._is_town(p)):
            if not any(self._same(place, other) for other in found):
                found.append(place)
            if len(found) == 2:
                break
        how = "the two towns named last"
        return [a for p in reversed(found) if (a := self._place(p, how)) is not None] if len(found) == 2 else []

    def _ending_in(self, noun: str, offset: int) -> Place | None:
        """The last place that has the noun in its name (*Lake Chad*), else the last of that kind."""
        last = noun.split()[-1]
        kind = _FEATURES.get(last)
        of_kind = None
        for place in self._back(offset):
            if last in place.text.casefold().split():
                return place
            entry = self._entries[place.id]
            if of_kind is None and kind and entry is not None and entry.kind == kind:
                of_kind = place
        return of_kind

    def _is_town(self, place: Place) -> bool:
        entry = self._entries[place.id]
        if entry is None:  # not resolved: a name that stands for no area may still be one
            return place.gazetteer is None and place.use == "literal" and self._ground is None
        return entry.kind in _TOWNS and place.use != "associative"

    def _key(self, place: Place) -> str:
        entry = self._entries[place.id]
        return entry.id if entry else place.text.casefold()

    def _same(self, place: Place, other: Place | None) -> bool:
        return other is not None and self._key(place) == self._key(other)

    def country(self, offset: int, without: Sequence[str] = ()) -> str | None:
        """The country at hand: that of the last place named before, other than ``without``; else the one that most
        places of the text lie in."""
        for place in self._back(offset):
            entry = self._entries[place.id]
            if entry is not None and entry.country and entry.country not in without:
                return entry.country
        return next((code for code, _ in self._countries.most_common() if code not in without), None)
