"""Which pages of a cluster depend on which, and which statements come from one side."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from sayso.nouns import Hop, OriginCount, Statement
from sayso.nouns.folding import fold
from sayso.origins.actors import same_body
from sayso.origins.material import Material
from sayso.origins.neighbour import actor_key
from sayso.origins.order import before, pair

#: edges that carry words from page to page
_CARRIES = ("cites", "copies", "agency")
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")
#: from here on two speakers speak for one body
_SURE = 0.7
#: how sure it is that two pages tell of one event, where the material does not say: they share a claim
_ONE_EVENT = 0.8


class Ties:
    """The dependences of a cluster's pages."""

    def __init__(self, material: Material, origins: OriginCount | None = None) -> None:
        self._material = material
        self._down: dict[str, set[str]] = {}
        self._groups: list[frozenset[str]] = [frozenset(group.members) for group in origins.groups] if origins else []
        self._cited: set[tuple[str, str]] = set()
        self._earlier: dict[str, set[str]] = {}
        self._sides: dict[tuple[object, ...], bool] = {}
        for later, earlier, kind in owed(material, origins):
            self._down.setdefault(later, set()).add(earlier)
            if kind == "cites":
                self._cited.add((later, earlier))

    def owes(self, document: str, *, cited: bool = False) -> list[str]:
        """Documents that one owes its words to directly, in text order; ``cited`` only those that it names."""
        down = sorted(self._down.get(document, ()))
        return [other for other in down if not cited or (document, other) in self._cited]

    def earlier(self, document: str) -> set[str]:
        """Documents that one owes its words to, directly or through others."""
        found = self._earlier.get(document)
        if found is None:
            found = self._earlier[document] = set()
            waiting = [document]
            while waiting:
                for other in self._down.get(waiting.pop(), ()):
                    if other not in found and other != document:
                        found.add(other)
                        waiting.append(other)
        return found

    def ends(self, document: str) -> set[str]:
        """Of the documents that one goes back to, those that owe nothing further."""
        return {other for other in self.earlier(document) if not self._down.get(other, set()) - {document}}

    def one_origin(self, a: Statement, b: Statement) -> bool:
        """Whether two statements go back to one origin: by dependence, by the origins, or by who says them."""
        if a.document in self.earlier(b.document) or b.document in self.earlier(a.document):
            return True
        names = {self._material.pages[one.document].source for one in (a, b)}
        return any(names <= group for group in self._groups) or self.one_side(a, b)

    def one_side(self, a: Statement, b: Statement) -> bool:
        """Whether one actor, or people who speak for one body, say both."""
        return any(self._one(x, a, y, b) for x, y in itertools.product(a.chain[:2], b.chain[:2]))

    def _one(self, x: Hop, a: Statement, y: Hop, b: Statement) -> bool:
        actors = self._material.actors
        keys = [actor_key(one.document, hop) for one, hop in ((a, x), (b, y))]
        if actors.get(keys[0], keys[0]) == actors.get(keys[1], keys[1]):
            return True
        if x.name and y.name and fold(x.name) == fold(y.name):
            return True
        near = self._material.affinities.get(pair(a.document, b.document), _ONE_EVENT)
        # many pages call one speaker by the same words
        key = (*((hop.kind, hop.type, hop.name, hop.text, hop.roles) for hop in (x, y)), near)
        if key not in self._sides:
            ours, theirs = (self._material.pages[one.document] for one in (a, b))
            alike = bool(_names(x) & _names(y))
            self._sides[key] = alike or same_body(x, ours, y, theirs, affinity=near).score >= _SURE
        return self._sides[key]

    def later(self, a: Statement, b: Statement) -> bool:
        """Whether ``b``'s page may have come out after ``a``'s, and surely not before."""
        return before(self._material.pages[b.document], self._material.pages[a.document]) is not True


def _names(hop: Hop) -> frozenset[str]:
    """Names of two words or more in whatever the page calls a speaker by: bodies in offices and in documents."""
    return frozenset(fold(name) for part in (hop.name, hop.text, *hop.roles) for name in _NAME.findall(part or ""))


def owed(material: Material, origins: OriginCount | None = None) -> Iterator[tuple[str, str, str]]:
    """Which document owes the cluster's claim to which, and by what kind of edge."""
    claims = {tuple(key.split("#", 1)) for key in material.members}
    for edge in material.edges:
        ends = [((edge.from_, one), (edge.to, other)) for one, other in edge.claims]
        if edge.kind in _CARRIES and (not ends or any(one in claims or other in claims for one, other in ends)):
            yield edge.from_, edge.to, edge.kind
    known = {page.source: page.document for page in material.pages.values()}
    for group in origins.groups if origins else ():
        for found in group.edges:
            if found.kind in _CARRIES and found.from_ in known and found.to in known:
                yield known[found.from_], known[found.to], found.kind
