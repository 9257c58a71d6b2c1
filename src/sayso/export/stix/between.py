"""What holds between pages: who has it from whom, which claims are the same, and what reviewers say of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from stix2 import v21

from sayso.export.stix.maker import Maker, Object, ident, identity_id
from sayso.export.stix.page import note_id, report_id
from sayso.export.voices import author_voice, outlet_voice, reviewer_voice
from sayso.nouns import Cluster, Edge, Member, Review

#: the standard has two common relationships that say it; the others are named as sayso names them
_EDGES = {"cites": "derived-from", "copies": "derived-from", "agency": "derived-from", "same-utterance": "related-to"}
_RELATIONS = {"same": "duplicate-of"}


def across_pages(maker: Maker, clusters: Iterable[Cluster]) -> Iterator[Object]:
    """Of every cluster with several pages in the bundle: a note on its origins, and what holds between its members."""
    for cluster in clusters:
        within = [each for each in cluster.members if note_id(each.document, each.claim) in maker.times]
        if len(within) > 1:
            yield from _Within(maker, cluster, within).objects()


class _Within:
    """The objects of one cluster. Edges and relations name pages by their sources."""

    def __init__(self, maker: Maker, cluster: Cluster, members: list[Member]) -> None:
        self._maker = maker
        self._cluster = cluster
        self._members = members
        self._documents = {each.source: each.document for each in reversed(members)}
        self._notes = {f"{each.source}#{each.claim}": note_id(each.document, each.claim) for each in reversed(members)}
        self._at = max(maker.times[each] for each in self._notes.values())

    def objects(self) -> Iterator[Object]:
        yield from self._origins()
        first, *others = (note_id(each.document, each.claim) for each in self._members)
        for member, note in zip(self._members[1:], others, strict=True):
            yield from self._related("duplicate-of", note, first, member.why, member.score)
        for group in self._cluster.origins.groups:
            for edge in group.edges:
                yield from self._edge(edge)
        for relation in self._cluster.relations:
            ends = self._notes.get(relation.a), self._notes.get(relation.b)
            if relation.kind != "same" and ends[0] and ends[1]:
                yield from self._related(relation.kind, ends[0], ends[1], relation.why, relation.score)

    def _origins(self) -> Iterator[Object]:
        count = self._cluster.origins
        number = str(count.low) if count.low == count.high else f"{count.low} to {count.high}"
        pages = len({each.document for each in self._cluster.members})
        lines = [
            f"{self._cluster.claim}",
            *(f"Origin: {group.origin} ({len(group.members)} of {pages} pages)" for group in count.groups),
            *count.why,
            *(f"Alert, {alert.kind}: {alert.why}" for alert in self._cluster.alerts),
        ]
        yield from self._maker.domain(
            v21.Note,
            ident("note", "cluster", *sorted(self._notes.values())),
            self._at,
            abstract=f"Independent origins: {number}, behind {pages} pages",
            content="\n".join(lines),
            labels=sorted({"origins", *(alert.kind for alert in self._cluster.alerts)}),
            object_refs=list(dict.fromkeys(self._notes.values())),
        )

    def _edge(self, edge: Edge) -> Iterator[Object]:
        later, earlier = self._documents.get(edge.from_), self._documents.get(edge.to)
        if later and earlier and later != earlier:
            ends = report_id(later), report_id(earlier)
            yield from self._related(_EDGES[edge.kind], *ends, f"{edge.kind}: {edge.why}", edge.score)

    def _related(self, kind: str, source: str, target: str, why: str | None, score: float | None) -> Iterator[Object]:
        if source == target:
            return
        yield from self._maker.domain(
            v21.Relationship,
            ident("relationship", kind, source, target),
            self._at,
            relationship_type=_RELATIONS.get(kind, kind),
            description=why,
            confidence=None if score is None else round(100 * score),
            source_ref=source,
            target_ref=target,
        )


def judged(maker: Maker, reviews: Iterable[Review]) -> Iterator[Object]:
    """What reviewers say: of two claims, that they are the same or not; of a source, how reliable they think it is."""
    for review in reviews:
        if review.about == "statements" and review.b:
            yield from _of_claims(maker, review, review.a, review.b)
        elif review.about == "source":
            yield from _of_source(maker, review)


def _of_claims(maker: Maker, review: Review, a: str, b: str) -> Iterator[Object]:
    ends = [note_id(*key.rsplit("#", 1)) for key in (a, b)]
    if not all(end in maker.times for end in ends):
        return
    yield from _by(
        maker,
        review,
        v21.Relationship,
        "relationship",
        relationship_type={"same": "duplicate-of", "different": "different-from"}.get(review.kind, review.kind),
        description=review.why,
        source_ref=ends[0],
        target_ref=ends[1],
    )


def _of_source(maker: Maker, review: Review) -> Iterator[Object]:
    """A grade is about whoever goes by the name: no speaker of that name in the bundle, no note."""
    about = [
        identity_id(voice)
        for voice in (outlet_voice(review.a), author_voice(review.a, "person"))
        if identity_id(voice) in maker.times
    ]
    if about:
        yield from _by(
            maker,
            review,
            v21.Note,
            "note",
            abstract=f"Reliability {review.kind} on the Admiralty scale",
            content=review.why or f"{review.by} gives {review.a} the grade {review.kind}.",
            authors=[review.by],
            labels=[f"reliability-{review.kind.lower()}"],
            object_refs=about,
        )


def _by(maker: Maker, review: Review, kind: Any, name: str, **fields: Any) -> Iterator[Object]:
    reviewer = reviewer_voice(review.by)
    yield from maker.identity(reviewer)
    key = ident(name, "review", str(review.number), review.a, review.b or "")
    yield from maker.domain(kind, key, review.at, created_by_ref=identity_id(reviewer), **fields)
