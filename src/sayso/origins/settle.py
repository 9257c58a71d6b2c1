"""From judgements to clusters, their origins and their alerts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.nouns import Cluster, Judgement, Member, Page, Relation, Review, Statement
from sayso.nouns.chain import written
from sayso.origins import matching
from sayso.origins.actors import canonical
from sayso.origins.alerts import alerts_of
from sayso.origins.clusters import clusters
from sayso.origins.material import Material
from sayso.origins.neighbour import actor_key
from sayso.origins.order import in_order, pair
from sayso.origins.provenance import origins_of
from sayso.origins.shelf import Shelf

#: so many statements hang together at most; what is further away is settled on its own
REACH = 5_000
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
    return [_settled(group, shelf, reviews) for group in groups]


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


def _settled(group: Sequence[str], shelf: Shelf, reviews: Sequence[Review]) -> Settled:
    material = gather(group, shelf, reviews)
    return Settled(keys=material.members, body=describe(material))


def gather(group: Sequence[str], shelf: Shelf, reviews: Sequence[Review]) -> Material:
    """Everything that is known of a cluster."""
    judgements = sorted(shelf.judgements(group), key=lambda j: (j.a, j.b))
    keys = sorted({*group, *(key for j in judgements for key in (j.a, j.b))})
    statements = {key: shelf.statement(key) for key in keys}
    documents = sorted({s.document for s in statements.values()})
    pages = {document: shelf.page(document) for document in documents}
    members = tuple(s.key for s in in_order((statements[key] for key in group), pages))
    own = sorted({statements[key].document for key in group})
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
    )


def describe(material: Material) -> Cluster:
    """The cluster of the contract, without its id."""
    relations = relations_of(material)
    origins = origins_of(material)
    return Cluster(
        cluster="",
        claim=headline(material),
        members=tuple(_member(material.statements[key], material.pages) for key in material.members),
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
    """The relations to print: why each member is one, and the surest of each kind to every other statement.

    Of many pairs of the same two pages and kind the surest stands for all.
    """
    members = set(material.members)
    best: dict[tuple[str, ...], Judgement] = {}
    for judgement in material.judgements:
        if judgement.kind in ("unsure", "unrelated"):
            continue
        inside = {judgement.a, judgement.b} <= members
        if inside and judgement.kind == "same":
            # one reason a member: the surest that ties it to an earlier one
            place: tuple[str, ...] = ("same", max(judgement.a, judgement.b, key=material.members.index))
        elif judgement.kind == "same":
            continue  # a pair that the clusters hold apart
        else:
            place = (judgement.kind, *pair(_page(judgement.a), _page(judgement.b)))
        if place not in best or (judgement.score, judgement.a) > (best[place].score, best[place].a):
            best[place] = judgement
    return tuple(_relation(judgement, material) for _, judgement in sorted(best.items()))


def _page(key: str) -> str:
    return key.partition("#")[0]


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


def _member(statement: Statement, pages: Mapping[str, Page]) -> Member:
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
