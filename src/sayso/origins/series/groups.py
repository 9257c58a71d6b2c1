"""Figures put into groups that each measure one thing: every figure is held against the groups that may be its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.nouns.found import FoundFigure
from sayso.nouns.series import Assumed
from sayso.origins.series.known import Known
from sayso.origins.series.looks import Looks, Place
from sayso.origins.series.question import Question
from sayso.origins.series.reports import claim_key
from sayso.origins.series.things import Thing

#: with so many of a group a figure is compared before it joins
COMPARED = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A figure that belongs to the answer, and what had to be assumed for that."""

    thing: Thing
    assumed: tuple[Assumed, ...] = ()

    @property
    def figure(self) -> FoundFigure:
        return self.thing.figure


class Ties:
    """The places that figures have in a list, by claim and by cluster: whoever is judged with one is found by these."""

    def __init__(self, found: Sequence[Found], known: Known) -> None:
        self._documents = [each.figure.document.id for each in found]
        self._clusters, self._partners = known.clusters, known.partners()
        self._of_claim: dict[str, list[int]] = {}
        self._of_cluster: dict[str, list[int]] = {}
        for at, each in enumerate(found):
            claim = claim_key(each.figure)
            self._of_claim.setdefault(claim, []).append(at)
            if cluster := known.clusters.get(claim):
                self._of_cluster.setdefault(cluster, []).append(at)

    def of_claim(self, claim: str) -> Sequence[int]:
        """The figures of one claim."""
        return self._of_claim.get(claim, ())

    def judged(self, claim: str) -> list[int]:
        """Those of other pages whose claims are in one cluster with this one, or judged together with it; in order."""
        places = set(self._of_cluster.get(self._clusters.get(claim, ""), ()))
        for other in self._partners.get(claim, ()):
            places.update(self.of_claim(other))
        own = claim.rpartition("#")[0]
        return sorted(at for at in places if self._documents[at] != own)


@dataclass(slots=True)
class _Group:
    """The places of its members; by measure the first of them, with which others are compared."""

    members: list[int] = field(default_factory=list)
    alike: dict[str | None, list[Found]] = field(default_factory=dict)


def together(found: Sequence[Found], known: Known, asked: Question | None) -> list[list[Found]]:
    """Groups of figures that measure one thing."""
    grouping = _Grouping(found, known, asked)
    for at in range(len(found)):
        grouping.take(at)
    return [[found[at] for at in group.members] for group in grouping.groups if group.members]


class _Grouping:
    def __init__(self, found: Sequence[Found], known: Known, asked: Question | None) -> None:
        self.groups: list[_Group] = []
        self._found, self._known, self._ties = found, known, Ties(found, known)
        self._asked, self._placed = asked is not None, asked is not None and asked.where is not None
        self._looks = Looks(known, asked=self._asked)
        self._homes: dict[Place, dict[int, _Group]] = {}
        #: the group of each figure that has one
        self._group_of: dict[int, int] = {}

    def take(self, at: int) -> None:
        """Put the next figure into its group, or into one of its own."""
        thing = self._found[at].thing
        near: dict[int, _Group] = {}
        for place in self._looks.where(thing):
            near |= self._homes.get(place, {})
        fitting = list(self._fitting(at, near))
        if fitting:
            first, *others = fitting
            for number in others:  # it is one with both: so are they
                self._join(first, self.groups[number].members)
                self.groups[number].members, self.groups[number].alike = [], {}
        elif not (self._asked or (thing.is_claimed and (thing.says_what or self._looks.judged(thing)))):
            return  # nobody can say what it is a number of
        else:
            first = len(self.groups)
            self.groups.append(_Group())
        group = self.groups[first]
        self._join(first, [at])
        for member in group.members if len(fitting) > 1 else [at]:
            for place in self._looks.under(self._found[member].thing):
                self._homes.setdefault(place, {})[first] = group

    def _join(self, number: int, members: Sequence[int]) -> None:
        group = self.groups[number]
        group.members += members
        for at in members:
            self._group_of[at] = number
            alike = group.alike.setdefault(self._found[at].thing.label, [])
            if len(alike) < COMPARED:
                alike.append(self._found[at])

    def _fitting(self, at: int, near: Mapping[int, _Group]) -> Iterator[int]:
        """The groups near a figure that it is one thing with: with those judged with it, else those of its measure."""
        each = self._found[at]
        own, thing = claim_key(each.figure), each.thing
        beside = self._by_group(self._ties.of_claim(own))
        judged = self._by_group(self._ties.judged(own))
        label, can = thing.label, thing.is_claimed and (self._asked or thing.says_what)
        for number, group in near.items():
            if number in judged:
                # their claims may hold other figures too: it need be one with one of them
                fits = any(self._one(each, other, judged=True) for other in judged[number])
            else:
                alike = group.alike.get(label) if can else None
                if not alike or not (self._asked or thing.alike(alike[0].thing)):
                    continue  # most go no further
                fits = all(self._one(each, other) for other in alike)
            # two numbers of one sentence are not of one thing
            if fits and all(self._one(each, other) for other in beside.get(number, ())):
                yield number

    def _by_group(self, places: Sequence[int]) -> dict[int, list[Found]]:
        """Figures by the group that they are in; without those that are in none."""
        made: dict[int, list[Found]] = {}
        for at in places:
            if (number := self._group_of.get(at)) is not None:
                made.setdefault(number, []).append(self._found[at])
        return made

    def _one(self, each: Found, other: Found, *, judged: bool = False) -> bool:
        return each.thing.one_with(other.thing, self._known, judged=judged, asked=self._asked, placed=self._placed)
