"""From judgements to clusters, their origins and their alerts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.nouns import Cluster, Judgement, Member, Page, Relation, Review, Statement
from sayso.nouns.chain import written
from sayso.nouns.judged import RelationKind
from sayso.origins import matching
from sayso.origins.actors import canonical
from sayso.origins.alerts import alerts_of
from sayso.origins.clusters import clusters
from sayso.origins.material import Material
from sayso.origins.neighbour import actor_key
from sayso.origins.order import in_order, page_order
from sayso.origins.provenance import origins_of
from sayso.origins.shelf import Shelf

#: so many statements hang together at most; what is further away is settled on its own
REACH = 5_000
#: pages of which all statements are looked at, not only the members
WHOLE_PAGES = 24
#: of the pairs that tie two clusters, a kind must have one in so many of the commonest kind
FEW = 3
#: reasons for what stays apart, in one cluster
APART = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A cluster made: keys of its members in order, and the body, which as yet has no id."""

    keys: tuple[str, ...]
    body: Cluster


def settle(keys: Iterable[str], shelf: Shelf) -> list[Settled]:
    """Make the clusters of some statements anew, and those that a judgement ties to them.

    Every statement of the outcome is in one cluster, alone if need be.
    """
    reviews = shelf.reviews()
    start = tuple(dict.fromkeys(keys))
    beside = [key for j in shelf.judgements(start) for key in (j.a, j.b)]
    known, judgements = _component((*start, *beside), shelf, reviews)
    groups = clusters(sorted(known), judgements, reviews)
    homes = {key: group[0] for group in groups for key in group}
    return [_settled(group, shelf, reviews, homes) for group in groups]


def _component(start: Sequence[str], shelf: Shelf, reviews: Sequence[Review]) -> tuple[set[str], list[Judgement]]:
    """All statements that hang together with some by *same*, and every judgement of theirs."""
    known: set[str] = set()
    judged: dict[tuple[str, str], Judgement] = {}
    said = [(r.a, r.b) for r in reviews if r.about == "statements" and r.kind == "same" and r.b]
    waiting = set(start)
    while waiting and len(known) < REACH:
        known |= waiting
        found: set[str] = set()
        for judgement in shelf.judgements(sorted(waiting)):
            judged[judgement.a, judgement.b] = judgement
            if judgement.kind == "same":
                found |= {judgement.a, judgement.b}
        for a, b in said:
            if {a, b} & waiting:
                found |= {a, b}
        waiting = found - known
    return known, sorted(judged.values(), key=lambda j: (j.a, j.b))


def _settled(group: Sequence[str], shelf: Shelf, reviews: Sequence[Review], homes: Mapping[str, str]) -> Settled:
    material = gather(group, shelf, reviews, homes)
    return Settled(keys=material.members, body=describe(material))


def gather(group: Sequence[str], shelf: Shelf, reviews: Sequence[Review], homes: Mapping[str, str]) -> Material:
    """Everything that is known of a cluster. ``homes``: the first member of the cluster that each statement is in."""
    judgements = sorted(shelf.judgements(group), key=lambda j: (j.a, j.b))
    keys = sorted({*group, *(key for j in judgements for key in (j.a, j.b))})
    statements = {key: shelf.statement(key) for key in keys}
    documents = sorted({s.document for s in statements.values()})
    pages = {document: shelf.page(document) for document in documents}
    members = tuple(s.key for s in in_order((statements[key] for key in group), pages))
    own = sorted({statements[key].document for key in group})
    if len(own) <= WHOLE_PAGES:
        # what else its page has a speaker say tells the occasion: a news conference that one sentence names
        statements |= {s.key: s for document in own for s in shelf.statements(document)}
    actors = [actor_key(s.document, hop) for s in statements.values() for hop in s.chain]
    links = shelf.actor_links(sorted(set(actors)))
    return Material(
        members=members,
        statements=statements,
        pages=pages,
        reuses=tuple(shelf.reuses(own)),
        edges=tuple(shelf.edges(documents)),
        judgements=tuple(judgements),
        actors=canonical(links, reviews),
        links=tuple(links),
        reviews=tuple(reviews),
        homes={key: homes.get(key, key) for key in keys if key not in members},
    )


def describe(material: Material) -> Cluster:
    """The cluster of the contract, without its id."""
    relations = relations_of(material)
    origins, why = origins_of(material), _reasons(material)
    return Cluster(
        cluster="",
        claim=headline(material),
        members=tuple(_member(material.statements[key], material.pages, why.get(key)) for key in material.members),
        origins=origins,
        relations=relations,
        alerts=alerts_of(material, origins),
        apart=_apart(material),
    )


def headline(material: Material) -> str:
    """The claim in the words of one member: the earliest that is a sentence of middling length."""
    texts = [material.statements[key].text for key in material.members]
    return min(texts, key=lambda text: (not text.rstrip().endswith((".", "”", "’", "!")), abs(len(text) - 90) > 60))


def relations_of(material: Material) -> tuple[Relation, ...]:
    """The relations to print: one of each kind to every other cluster.

    Of many pairs of statements that tie two clusters the surest stands for all, and of those equally sure the earliest.
    A kind that few of the pairs have is left out: one page may word a claim so that it looks like another.
    """
    members = frozenset(material.members)
    across: dict[str, dict[RelationKind, list[Judgement]]] = {}
    for judgement in material.judgements:
        if judgement.kind not in ("same", "unsure", "unrelated") and not {judgement.a, judgement.b} <= members:
            home = material.homes[judgement.b if judgement.a in members else judgement.a]
            across.setdefault(home, {}).setdefault(judgement.kind, []).append(judgement)
    chosen = []
    for kinds in across.values():
        # whoever replaces a figure does not contradict it
        newer = {j.a for j in kinds.get("updates", ())}
        if newer and (disputed := kinds.pop("contradicts", None)):
            kinds |= {"contradicts": rest} if (rest := [j for j in disputed if not {j.a, j.b} & newer]) else {}
        most = max(len(found) for found in kinds.values())
        likely = [found for found in kinds.values() if len(found) * FEW >= most]
        chosen += [min(found, key=lambda j: (-round(j.score, 2), _first(j, material), j.a, j.b)) for found in likely]
    return tuple(_relation(judgement, material) for judgement in chosen)


def _reasons(material: Material) -> dict[str, Judgement]:
    """What ties each member to an earlier one most surely."""
    order = {key: n for n, key in enumerate(material.members)}
    found: dict[str, Judgement] = {}
    for judgement in material.judgements:
        if judgement.kind == "same" and judgement.a in order and judgement.b in order:
            later = max(judgement.a, judgement.b, key=order.__getitem__)
            found[later] = max(found.get(later, judgement), judgement, key=lambda j: j.score)
    return found


def _first(judgement: Judgement, material: Material) -> tuple[object, ...]:
    """Pages that owe nothing before those that do, then the earlier before the later."""
    documents = [material.statements[key].document for key in (judgement.a, judgement.b)]
    owing = sum(edge.from_ in documents and edge.kind in ("agency", "copies") for edge in material.edges)
    return owing, *sorted((page_order(material.pages[document]) for document in documents), reverse=True)


def _relation(judgement: Judgement, material: Material) -> Relation:
    def name(key: str) -> str:
        statement = material.statements[key]
        return f"{material.pages[statement.document].source}#{statement.claim}"

    assert judgement.kind != "unsure"
    assert judgement.kind != "unrelated"
    return Relation(
        a=name(judgement.a),
        b=name(judgement.b),
        kind=judgement.kind,
        why=judgement.why,
        score=round(judgement.score, 3),
    )


def _member(statement: Statement, pages: Mapping[str, Page], judgement: Judgement | None) -> Member:
    page = pages[statement.document]
    hops = ((hop.name or hop.text, hop.cue) for hop in statement.chain)
    return Member(
        document=statement.document,
        source=page.source,
        claim=statement.claim,
        text=statement.text,
        chain=written(hops, page.outlet),
        outlet=page.outlet,
        published=page.published,
        why=judgement.why if judgement else None,
        score=round(judgement.score, 3) if judgement else None,
    )


def _apart(material: Material) -> tuple[str, ...]:
    """Why near claims are no members."""
    members = set(material.members)
    found: dict[str, None] = {}
    for judgement in material.judgements:
        if judgement.kind == "same" or {judgement.a, judgement.b} <= members:
            continue
        if why := matching.apart(material.statements[judgement.a], material.statements[judgement.b]):
            found[why] = None
    return tuple(found)[:APART]
