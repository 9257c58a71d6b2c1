"""A claim as it stands on the page: who reports it, where that comes from, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sayso.errors import LedgerError
from sayso.export.page.citations import Citations, in_words
from sayso.export.page.values import Alert, Beside, Claim, Link, Origin, Report
from sayso.ledger.spoken import spoken
from sayso.origins.wording import READS, capital

if TYPE_CHECKING:
    from sayso.ledger.store import Store
    from sayso.nouns import Cluster, OriginGroup, Relation
    from sayso.nouns.found import FoundClaim

_EDGES = {
    "cites": "cites",
    "copies": "copies",
    "same-utterance": "tells of the same utterance as",
    "agency": "runs the same agency copy as",
}
_ALERTS = {
    "circular": "Circular reporting",
    "drift": "The claim drifts",
    "stale-figure": "Stale figure",
    "false-precision": "False precision",
    "contradiction": "Contradiction",
    "plural-sources": "One source told as several",
}


def claim_of(found: Sequence[FoundClaim], cluster: Cluster | None, citations: Citations, ledger: Store) -> Claim:
    """A claim from its reports, and from the cluster that they make where pages are linked."""
    reports = tuple(_report(each, citations) for each in sorted(found, key=_by_day))
    if cluster is None:
        return Claim("", found[0].text, 1, None, None, None, (), reports, (), (), ())
    documents = {member.source: member.document for member in cluster.members}
    origins = cluster.origins
    return Claim(
        name=cluster.cluster,
        text=cluster.claim,
        pages=len({member.document for member in cluster.members}),
        origins=f"{origins.low}" if origins.low == origins.high else f"{origins.low}–{origins.high}",
        low=origins.low,
        high=origins.high,
        why=origins.why,
        reports=reports,
        groups=tuple(_origin(group, documents, citations) for group in origins.groups),
        beside=tuple(_beside(cluster, documents, citations, ledger)),
        alerts=tuple(
            Alert(_ALERTS.get(each.kind, each.kind), each.why, _numbers(each.pages, documents, citations))
            for each in cluster.alerts
        ),
    )


def _by_day(claim: FoundClaim) -> tuple[str, str, int]:
    return claim.document.published or "9999", claim.document.id, claim.start


def _report(claim: FoundClaim, citations: Citations) -> Report:
    cite, quote = citations.quote(claim.document.id, claim.start, claim.end)
    return Report(
        text=claim.text,
        chain=capital(spoken(claim.hops, claim.document.outlet)),
        published=in_words(claim.document.published),
        status=claim.status if claim.status != "asserted" else None,
        quote=quote,
        cite=cite,
        checks=tuple((check.verdict, check.why) for check in claim.checks),
    )


def _origin(group: OriginGroup, documents: dict[str, str], citations: Citations) -> Origin:
    named = group.origin.casefold()
    about = (
        group.kind if group.kind and group.kind.casefold() not in named else None,
        f"speaks for {group.interest}" if group.interest and group.interest.casefold() not in named else None,
    )
    links = tuple(
        Link(
            _number(edge.from_, documents, citations),
            _EDGES[edge.kind],
            _number(edge.to, documents, citations),
            edge.why,
        )
        for edge in group.edges
    )
    told = {link.why for link in links}
    return Origin(
        name=group.origin,
        about=", ".join(filter(None, about)),
        certain=group.certain,
        pages=_numbers(group.members, documents, citations),
        links=links,
        why=tuple(why for why in group.why if not any(why in each for each in told)),
    )


def _beside(cluster: Cluster, documents: dict[str, str], citations: Citations, ledger: Store) -> Iterable[Beside]:
    own = {f"{member.source}#{member.claim}" for member in cluster.members}
    for relation in cluster.relations:
        if {relation.a, relation.b} <= own and relation.kind == "same":
            continue  # that they say the same is what makes them members
        here, there = (relation.a, relation.b) if relation.a in own else (relation.b, relation.a)
        verb = READS[relation.kind][0 if here == relation.a else 1]
        yield _other(relation, there, verb, citations, ledger)


def _other(relation: Relation, key: str, verb: str, citations: Citations, ledger: Store) -> Beside:
    try:
        found, _ = ledger.claim(key)
    except LedgerError:  # two pages go by one name: the reason stands without the words
        return Beside(verb, None, None, None, relation.why)
    cite, _ = citations.quote(found.document.id, found.start, found.end)
    return Beside(verb, found.text, capital(spoken(found.hops, found.document.outlet)), cite, relation.why)


def _numbers(sources: Iterable[str], documents: dict[str, str], citations: Citations) -> tuple[int, ...]:
    found = (_number(source, documents, citations) for source in sources)
    return tuple(dict.fromkeys(number for number in found if number is not None))


def _number(source: str, documents: dict[str, str], citations: Citations) -> int | None:
    return citations.page(documents[source]) if source in documents else None
