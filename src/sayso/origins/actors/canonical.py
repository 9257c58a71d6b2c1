"""Who is who across pages: components of a graph of judgements. Nothing is merged, so nothing needs to be unmerged."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.nouns import ActorLink, Review
from sayso.origins.order import pair as ordered

#: from here on a rule's *different* keeps two actors apart though others tie them together
_APART = 0.8


def canonical(links: Iterable[ActorLink], reviews: Iterable[Review] = ()) -> dict[str, str]:
    """Every actor that a link or a review names, with the id of its component: the first of its members in text order.

    Links of kind *same* join, the surest first, unless a review or a sure rule says *different* of members of the two
    components: then the weaker link gives way. Reviews come before all rules. The outcome depends on the links and the
    reviews alone and not on their order, so a review that is taken back leaves what was before it. Work grows with the
    number of links (union by size; cannot-links are merged the smaller into the larger).
    """
    joins, cuts, actors = _judged(list(links), list(reviews))
    graph = _Components(actors)
    for a, b in sorted(cuts["reviewer"]):
        graph.part(a, b)
    for a, b in sorted(joins["reviewer"]):
        graph.join(a, b)
    for a, b in sorted(cuts["rule"]):
        graph.part(a, b)
    for _, a, b in sorted((-score, a, b) for (a, b), score in joins["rule"].items()):
        graph.join(a, b)
    return graph.names()


_Pairs = dict[tuple[str, str], float]


def _judged(links: list[ActorLink], reviews: list[Review]) -> tuple[dict[str, _Pairs], dict[str, _Pairs], list[str]]:
    """What joins and what parts, by reviewers and by rules; of two reviews of one pair the later one holds."""
    undone = {review.undoes for review in reviews if review.undoes is not None}
    latest: dict[tuple[str, str], str] = {}
    for review in sorted(reviews, key=lambda review: (review.number, review.at)):
        holds = review.undoes is None and (review.number == 0 or review.number not in undone)
        if review.about == "actors" and review.b is not None and review.kind in ("same", "different") and holds:
            latest[ordered(review.a, review.b)] = review.kind
    actors = {actor for link in links for actor in (link.a, link.b)} | {a for pair in latest for a in pair}
    joins: dict[str, _Pairs] = {"reviewer": {}, "rule": {}}
    cuts: dict[str, _Pairs] = {"reviewer": {}, "rule": {}}
    for pair, kind in latest.items():
        (joins if kind == "same" else cuts)["reviewer"][pair] = 1.0
    for link in links:
        pair = ordered(link.a, link.b)
        if pair in latest or link.a == link.b:
            continue
        if link.kind == "same":
            joins["rule"][pair] = max(link.score, joins["rule"].get(pair, 0.0))
        elif link.kind == "different" and link.score >= _APART:
            cuts["rule"][pair] = max(link.score, cuts["rule"].get(pair, 0.0))
    return joins, cuts, sorted(actors)


class _Components:
    def __init__(self, actors: list[str]) -> None:
        self._above = {actor: actor for actor in actors}
        self._size = dict.fromkeys(actors, 1)
        self._first = {actor: actor for actor in actors}
        self._foes: dict[str, set[str]] = {}

    def _root(self, actor: str) -> str:
        root = actor
        while self._above[root] != root:
            root = self._above[root]
        while self._above[actor] != root:
            self._above[actor], actor = root, self._above[actor]
        return root

    def part(self, a: str, b: str) -> None:
        """Never join the components of two actors, as far as they are not one already."""
        one, two = self._root(a), self._root(b)
        if one != two:
            self._foes.setdefault(one, set()).add(two)
            self._foes.setdefault(two, set()).add(one)

    def join(self, a: str, b: str) -> None:
        """Make two components one, unless they must stay apart."""
        one, two = self._root(a), self._root(b)
        if one == two or two in self._foes.get(one, ()):
            return
        if (self._size[one], two) < (self._size[two], one):
            one, two = two, one
        self._above[two] = one
        self._size[one] += self._size[two]
        self._first[one] = min(self._first[one], self._first[two])
        for foe in self._foes.pop(two, set()):
            self._foes[foe].discard(two)
            self._foes[foe].add(one)
            self._foes.setdefault(one, set()).add(foe)

    def names(self) -> dict[str, str]:
        return {actor: self._first[self._root(actor)] for actor in self._above}
