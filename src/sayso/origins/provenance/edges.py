"""The edges of a group: each page's dependence on its nearest source, and no full mesh."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.nouns import Edge
from sayso.origins.provenance.owing import Owed
from sayso.origins.provenance.partition import SURE, Bond
from sayso.origins.provenance.walk import Stated

#: from this score on a page is said to go back to an origin, not that it may
SURELY = 0.9


def edges_of(members: Sequence[Stated], owed: Sequence[Owed], tied: Sequence[Bond], origin: str) -> Iterator[Edge]:
    """One edge from each page but the first towards its nearest source in the group, and more where it names several.

    ``members`` are in the order of publication; ``owed`` and ``tied`` those within the group; ``origin`` its name.
    """
    near = _Near(members, owed, tied)
    pages: dict[str, list[Stated]] = {}
    for one in members:
        pages.setdefault(one.statement.document, []).append(one)
    seen: set[tuple[str, str]] = set()
    for document, mine in pages.items():
        made = False
        for o in near.sources(mine):
            target = near.by_index[o.earlier]
            place = (document, target.statement.document)
            if place in seen or place[0] == place[1] or place[::-1] in seen:
                continue
            seen.add(place)
            made = True
            score = near.score(o.later, o.earlier)
            yield Edge(from_=mine[0].page.source, to=target.page.source, kind=o.kind, why=o.why, score=score)
        if made or mine[0] is members[0]:
            continue
        one, target = near.utterance(mine)
        place = (document, target.statement.document)
        if place[0] != place[1] and place[::-1] not in seen:
            seen.add(place)
            score = near.score(one.index, target.index)
            why = _together(score, origin, near.bond(one.index, target.index))
            yield Edge(from_=one.page.source, to=target.page.source, kind="same-utterance", why=why, score=score)


class _Near:
    """What ties the members of a group, by member."""

    def __init__(self, members: Sequence[Stated], owed: Sequence[Owed], tied: Sequence[Bond]) -> None:
        self._first = members[0]
        self.by_index = {one.index: one for one in members}
        self._owed: dict[int, list[Owed]] = {}
        for o in owed:
            self._owed.setdefault(o.later, []).append(o)
        self._bonds: Mapping[tuple[int, int], Bond] = {(bond.a, bond.b): bond for bond in tied}
        # the earliest member to which one is surely tied; where there is none, the earliest of those that it may be
        self._earlier: dict[int, tuple[bool, int]] = {}
        for bond in tied:
            found = (bond.weight < SURE, bond.a)
            self._earlier[bond.b] = min(found, self._earlier.get(bond.b, found))

    def sources(self, mine: Sequence[Stated]) -> list[Owed]:
        """What the members of one page owe within the group, the surest first."""
        found = [o for one in mine for o in self._owed.get(one.index, ()) if o.earlier in self.by_index]
        return sorted(found, key=lambda o: (-o.weight, o.earlier))

    def utterance(self, mine: Sequence[Stated]) -> tuple[Stated, Stated]:
        """The earliest member of another page that a page is tied to; what that one owes its claim to, if it does."""
        document = mine[0].statement.document
        tied = [(self._earlier[one.index], one) for one in mine if one.index in self._earlier]
        tied = [(place, one) for place, one in tied if self.by_index[place[1]].statement.document != document]
        if not tied:
            return mine[0], self._first
        (_, n), one = min(tied, key=lambda found: found[0])
        target = self.by_index[n]
        while (source := self._copied(target)) is not None:
            target = source
        return one, target

    def _copied(self, one: Stated) -> Stated | None:
        """The page that a page has its claim from. It is always an earlier one, so that cycles end."""
        found = (o.earlier for o in self._owed.get(one.index, ()) if o.kind != "same-utterance")
        return next((self.by_index[n] for n in found if n < one.index and n in self.by_index), None)

    def bond(self, a: int, b: int) -> Bond | None:
        """The bond between two members."""
        return self._bonds.get((min(a, b), max(a, b)))

    def score(self, a: int, b: int) -> float:
        """How sure it is that two members have one origin; even where only others tie them."""
        bond = self.bond(a, b)
        return round(bond.score, 3) if bond else 0.5


def _together(score: float, origin: str, bond: Bond | None) -> str:
    """Why two pages are taken to have a claim from the same utterance."""
    told = max(bond.reasons, key=lambda reason: reason.weight).text if bond else ""
    may = "" if score >= SURELY else "may "
    return f"Both {may}go back to one origin ({origin}). {told}".strip()
