"""Claims as fact-checkers exchange them: ``Claim`` of schema.org, in JSON-LD, with the pages that each appears on.

sayso does not judge what is true, and its reviewers judge what was read; so no ``ClaimReview`` with a rating can come
from here. Who asks for one claim or one cluster by name gets it inside of a draft of a review, without what only a
fact-checker can say: the rating, the address of the fact check and who publishes it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, BinaryIO

from sayso.export.iris import capture_iri, document_iri, part_iri, place_iri, web_iri
from sayso.export.ld import Listing, members, one_or_many, present
from sayso.export.voices import Voice, Voices
from sayso.nouns import Attribution, Claim, Cluster, Document, Reading
from sayso.nouns.chain import Chains
from sayso.nouns.days import sortable

if TYPE_CHECKING:
    from sayso.ledger.filters import Filters
    from sayso.ledger.store import Store

CONTEXT = "https://schema.org"
#: readings in memory at once: the pages of a story come one after the other
_KEPT = 64
_TYPES = {"person": "Person", "organization": "Organization", "group": "Organization"}

Node = dict[str, Any]
#: a claim on its page
Placed = tuple[Reading, Claim]


def write(ledger: Store, filters: Filters, out: BinaryIO) -> None:
    """See :class:`sayso.export.formats.Writer`."""
    is_one = filters.claim is not None or filters.cluster is not None
    listing = Listing(out)
    out.write(b"{" + members({"@context": CONTEXT}) + b',\n"@graph":')
    listing.write(_draft(node) if is_one else node for node in _claims(ledger, filters))
    out.write(b"}\n")


def _draft(claim: Node) -> Node:
    return {
        "@type": "ClaimReview",
        "@id": f"{claim['@id']}:review",
        "creativeWorkStatus": "Draft",
        "claimReviewed": claim["text"],
        "itemReviewed": claim,
    }


def _claims(ledger: Store, filters: Filters) -> Iterator[Node]:
    """The claims across pages, those of one story together; and those of pages that were not linked, each by itself."""
    reading = lru_cache(_KEPT)(ledger.reading)

    def placed(document: str, claim: str) -> Iterator[Placed]:
        known = reading(document)
        yield from ((known, each) for each in known.claims if each.id == claim)

    linked: set[str] = set()
    for cluster in ledger.clusters(dataclasses.replace(filters, sort="newest")):
        linked.update(f"{member.document}#{member.claim}" for member in cluster.members)
        if found := [each for member in cluster.members for each in placed(member.document, member.claim)]:
            yield _claim(found, cluster)
    if ledger.unlinked():
        for claim in ledger.claims(filters):
            if f"{claim.document.id}#{claim.id}" not in linked:
                yield _claim(list(placed(claim.document.id, claim.id)), None)


def _claim(placed: list[Placed], cluster: Cluster | None) -> Node:
    """One claim with all pages that it appears on; the earliest says who says it, and in which words."""
    dated = sorted(placed, key=lambda each: sortable(each[0].document.published) or "9")
    (reading, claim), *_ = dated
    document = reading.document
    attributions = {each.id: each for each in reading.attributions}
    innermost = attributions.get(claim.attribution or "")
    pages = {each.document.id: each.document for each, _ in dated}
    first, *later = pages.values()
    return present(
        **{"@type": "Claim", "@id": part_iri(document.id, claim.id)},
        text=claim.text,
        inLanguage=document.language,
        author=_author(reading, innermost),
        datePublished=_day(innermost) or document.published,
        description=_description(reading, claim, cluster, len(pages)),
        contentLocation=one_or_many(_locations(reading, claim)) if _locations(reading, claim) else None,
        isBasedOn=_paper(reading, innermost),
        firstAppearance=_work(first),
        appearance=[_work(page) for page in later],
    )


def _description(reading: Reading, claim: Claim, cluster: Cluster | None, pages: int) -> str:
    said = f"Who says it: {Chains(reading).line(claim.chain)}. Status: {claim.status}."
    if cluster is None or pages < 2:
        return said
    low, high = cluster.origins.low, cluster.origins.high
    number = str(low) if low == high else f"{low} to {high}"
    return f"{said} Independent origins behind {pages} pages: {number}."


def _author(reading: Reading, innermost: Attribution | None) -> Any:
    """Who makes the claim: the innermost speaker, or the writer; nobody where a document or nobody is named."""
    if innermost is None:
        return one_or_many(_authors(reading.document)) if _authors(reading.document) else _outlet(reading.document)
    voice = Voices(reading).of(innermost)
    return _agent(voice) if voice and voice.kind != "document" else None


def _agent(voice: Voice) -> Node:
    kind = _TYPES.get(voice.kind, "Person")
    return present(
        **{"@type": kind, "@id": voice.iri},
        name=voice.name,
        jobTitle=one_or_many(list(voice.roles)) if kind == "Person" and voice.roles else None,
    )


def _paper(reading: Reading, innermost: Attribution | None) -> Node | None:
    """The document that says it, where that is no person."""
    voice = Voices(reading).of(innermost) if innermost else None
    return {"@type": "CreativeWork", "name": voice.name} if voice and voice.kind == "document" else None


def _day(innermost: Attribution | None) -> str | None:
    """The day on which it was said, where the page tells the day."""
    said = innermost.said if innermost else None
    return said.from_ if said and said.from_ == said.to else None


def _locations(reading: Reading, claim: Claim) -> list[Node]:
    found = {}
    for place in reading.places:
        if place.id in claim.places and (entry := place.gazetteer):
            found[entry.id] = present(
                **{"@type": "Place"},
                name=entry.name,
                sameAs=place_iri(entry.id),
                address={"@type": "PostalAddress", "addressCountry": entry.country} if entry.country else None,
            )
    return list(found.values())


def _work(document: Document) -> Node:
    """A page that the claim appears on, by its address if it has one, and by the digest of what was captured."""
    address = web_iri(document.url)
    return present(
        **{"@type": "Article", "@id": address or document_iri(document.id)},
        url=address,
        headline=document.title,
        author=_authors(document),
        publisher=_outlet(document),
        datePublished=document.published,
        dateModified=document.modified,
        inLanguage=document.language,
        identifier=capture_iri(document.capture.sha256),
    )


def _authors(document: Document) -> list[Node]:
    kinds = {author.name: author.kind for author in document.bylines}
    return [
        {"@type": "Organization" if kinds.get(name, "person") != "person" else "Person", "name": name}
        for name in document.authors
    ]


def _outlet(document: Document) -> Node | None:
    return {"@type": "Organization", "name": document.outlet} if document.outlet else None
