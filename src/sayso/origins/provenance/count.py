"""How many independent origins a claim has: at least, at most, and by the best guess."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sayso.nouns import Edge, OriginCount, OriginGroup
from sayso.origins.actors import interest
from sayso.origins.material import Material
from sayso.origins.provenance import wording
from sayso.origins.provenance.bonds import bonds
from sayso.origins.provenance.naming import kind_of_group, name_of
from sayso.origins.provenance.owing import Owed, owings
from sayso.origins.provenance.partition import GUESS, PERHAPS, SURE, Bond, partition
from sayso.origins.provenance.walk import Stated, walk

#: from this score on a page is said to go back to an origin, not that it may
SURELY = 0.9
#: reasons printed for the width, and for each group
REASONS = 6
#: so many unnamed sources of one phrase count at most
SEVERAL = 5


def origins_of(material: Material) -> OriginCount:
    """The origins of a cluster.

    ``low`` joins whatever may be joined, ``high`` only what surely is, the groups are the best guess between.
    """
    stated = walk(material)
    owed = owings(material, stated)
    tied = bonds(material, stated, owed)
    low, guess, high = (partition(len(stated), tied, floor) for floor in (PERHAPS, GUESS, SURE))
    extra, plural = _several(stated, high)
    groups = tuple(_group([stated[n] for n in members], owed, tied, high) for members in guess)
    why = (*_width(stated, tied, low, high), *plural)
    return OriginCount(low=len(low), high=len(high) + extra, groups=groups, why=tuple(dict.fromkeys(why))[:REASONS])


def _several(stated: Sequence[Stated], high: Sequence[Sequence[int]]) -> tuple[int, list[str]]:
    """How many more there may be because one phrase stands for several unnamed people: *two officials said*."""
    more, why = 0, []
    for members in high:
        spoken = [(stated[n].speaker, stated[n].page) for n in members]
        unnamed = [(hop.count or 1, hop, page) for hop, page in spoken if hop and hop.kind == "anonymous"]
        if not unnamed or len(unnamed) < sum(hop is not None for hop, _ in spoken):
            continue
        count, hop, page = max(unnamed, key=lambda item: item[0])
        if count > 1:
            more += min(count, SEVERAL) - 1
            why.append(
                f"{wording.called(page)} speaks of {hop.text}, and does not say whether one has it from another."
            )
    return more, why


def _group(
    members: Sequence[Stated], owed: Sequence[Owed], tied: Sequence[Bond], high: Sequence[Sequence[int]]
) -> OriginGroup:
    kind = kind_of_group(members)
    inside = {one.index for one in members}
    mine = [bond for bond in tied if bond.a in inside and bond.b in inside and bond.weight > GUESS]
    whole = next(set(group) for group in high if members[0].index in group)
    reasons = sorted(((r.weight, r.text) for bond in mine for r in bond.reasons), reverse=True)
    return OriginGroup(
        origin=name_of(members),
        members=tuple(dict.fromkeys(one.page.source for one in members)),
        edges=tuple(edges_of(members, owed, mine, name_of(members))),
        kind=kind,
        interest=_interest(members),
        certain=whole == inside and not _open(inside, tied),
        why=tuple(dict.fromkeys(text for _, text in reasons))[:REASONS],
    )


def _interest(members: Sequence[Stated]) -> str | None:
    """The body that the actor of a group speaks for, by most of its members."""
    found = Counter(of for one in members if one.speaker and (of := interest(one.speaker, one.page)))
    return min(found, key=lambda of: (-found[of], of)) if found else None


def _open(inside: set[int], tied: Sequence[Bond]) -> bool:
    """Whether a group may be one with another."""
    return any((bond.a in inside) != (bond.b in inside) and bond.weight >= PERHAPS for bond in tied)


def edges_of(members: Sequence[Stated], owed: Sequence[Owed], tied: Sequence[Bond], origin: str) -> Iterable[Edge]:
    """One edge from each page towards its nearest source within the group."""
    by_index = {one.index: one for one in members}
    seen: set[tuple[str, str]] = set()
    rooted: dict[str, Stated] = {}
    for one in members:
        rooted.setdefault(one.statement.document, one)
    copies = {o.later: o.earlier for o in owed if o.kind in ("agency", "copies") and o.earlier in by_index}
    weights: Mapping[tuple[int, int], Bond] = {(bond.a, bond.b): bond for bond in tied}
    for document, first in rooted.items():
        own = [
            o
            for o in owed
            if o.later in by_index and by_index[o.later].statement.document == document and o.earlier in by_index
        ]
        made = False
        for o in sorted(own, key=lambda o: (-o.weight, o.earlier)):
            target = by_index[o.earlier]
            place = (document, target.statement.document)
            if place not in seen and document != place[1]:
                seen.add(place)
                made = True
                yield Edge(
                    from_=first.page.source,
                    to=target.page.source,
                    kind=o.kind,
                    why=o.why,
                    score=_score(weights, o.later, o.earlier),
                )
        if not made and first is not members[0]:
            target = _tied_to(first, members, weights, copies)
            if target.statement.document != document and (target.statement.document, document) not in seen:
                score = _score(weights, first.index, target.index)
                why = _together(score, origin, weights.get((target.index, first.index)))
                yield Edge(from_=first.page.source, to=target.page.source, kind="same-utterance", why=why, score=score)


def _together(score: float, origin: str, bond: Bond | None) -> str:
    """Why two pages are taken to have a claim from the same utterance."""
    told = max(bond.reasons, key=lambda reason: reason.weight).text if bond else ""
    may = "" if score >= SURELY else "may "
    return f"Both {may}go back to one origin ({origin}). {told}".strip()


def _tied_to(
    one: Stated, members: Sequence[Stated], weights: Mapping[tuple[int, int], Bond], up: Mapping[int, int]
) -> Stated:
    """The earliest member that a bond ties to one; where that is a copy, what it is a copy of."""
    tied = next((other for other in members if (other.index, one.index) in weights), members[0])
    by_index = {other.index: other for other in members}
    while (source := up.get(tied.index)) is not None and source < tied.index and source in by_index:
        tied = by_index[source]
    return tied


def _score(weights: Mapping[tuple[int, int], Bond], a: int, b: int) -> float:
    bond = weights.get((min(a, b), max(a, b)))
    return round(bond.score, 3) if bond else 0.5


def _width(
    stated: Sequence[Stated], tied: Sequence[Bond], low: Sequence[Sequence[int]], high: Sequence[Sequence[int]]
) -> list[str]:
    """Why the interval is no narrower: for what is joined at the low end and not at the high one."""
    if len(low) == len(high):
        return []
    of_high = {n: k for k, members in enumerate(high) for n in members}
    of_low = {n: k for k, members in enumerate(low) for n in members}
    found = []
    for bond in sorted(tied, key=lambda bond: (-bond.weight, bond.a, bond.b)):
        if of_high[bond.a] != of_high[bond.b] and of_low[bond.a] == of_low[bond.b] and bond.weight >= PERHAPS:
            a, b = stated[bond.a], stated[bond.b]
            told = " ".join(reason.text for reason in bond.reasons)
            found.append(f"{wording.called(a.page)} and {wording.called(b.page)} may have it from one origin: {told}")
    return found
