"""Annotations on the pages, after the W3C Web Annotation Data Model (Recommendation of 23 February 2017), in JSON-LD.

One collection with one page of annotations, written as they come: for every page its text, for every attribution who
says it, for every claim what is claimed, for every decision of a reviewer an annotation of the annotation that it is
about. Nothing but the terms of the standard is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from sayso import __version__
from sayso.export.chosen import ChosenPage, chosen_pages
from sayso.export.iris import part_iri, place_iri
from sayso.export.ld import Listing, members, present
from sayso.export.selectors import Selectors
from sayso.export.voices import Voices, reviewer_voice
from sayso.nouns import Attribution, Claim, Range
from sayso.nouns.chain import Chains
from sayso.nouns.decision import Decision

if TYPE_CHECKING:
    from sayso.ledger.filters import Filters
    from sayso.ledger.store import Store

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
#: names of classes for a style sheet: which part of an attribution a target is
SOURCE, CUE, CONTENT = "sayso-source", "sayso-cue", "sayso-content"
#: what a reviewer does, in the words of the standard
_MOTIVES = {"accept": "assessing", "reject": "assessing", "correct": "editing", "skip": "commenting"}

Node = dict[str, Any]


def write(ledger: Store, filters: Filters, out: BinaryIO) -> None:
    """See :class:`sayso.export.formats.Writer`."""
    head = {
        "@context": CONTEXT,
        "type": "AnnotationCollection",
        "label": "Claims and who says them, as read by sayso",
        "creator": _software(),
    }
    listing = Listing(out)
    out.write(b"{" + members(head) + b',\n"first":{"type":"AnnotationPage","startIndex":0,"items":')
    listing.write(node for page in chosen_pages(ledger, filters) for node in _annotations(page))
    whole, only = (f"urn:uuid:{listing.uuid(what)}" for what in ("collection", "page"))
    out.write(b",\n" + members({"id": only, "partOf": whole}) + b"},\n")
    out.write(members({"last": only, "total": listing.count, "id": whole}) + b"}\n")


def _software() -> Node:
    return {"id": f"urn:sayso:software:{__version__}", "type": "Software", "name": f"sayso {__version__}"}


def _annotations(page: ChosenPage) -> Iterator[Node]:
    made = _Annotator(page)
    yield made.text()
    hops = set(page.hops)
    for attribution in page.reading.attributions:
        if attribution.id in hops:
            yield made.attribution(attribution)
    for claim in page.claims:
        yield made.claim(claim)
    shown = hops | {claim.id for claim in page.claims}
    for decision in page.decisions:
        if decision.target in shown:
            yield made.decision(decision)


class _Annotator:
    """The annotations on one page."""

    def __init__(self, page: ChosenPage) -> None:
        self._reading = page.reading
        self._document = page.reading.document
        self._made = page.made
        self._selectors = Selectors(self._document)
        self._chains = Chains(page.reading)
        self._voices = Voices(page.reading)
        self._attributions = {each.id: each for each in page.reading.attributions}
        self._places = {each.id: each for each in page.reading.places}
        self._checks = {
            claim.id: [c for c in page.reading.checks if c.claim == claim.id]
            for claim in (page.claims if page.reading.checks else ())
        }

    def text(self) -> Node:
        """The text of the article: what the positions are counted in."""
        body = present(
            id=self._selectors.text,
            type="TextualBody",
            purpose="describing",
            value=self._document.text,
            format="text/plain",
            language=self._document.language,
        )
        target = {"type": "SpecificResource", "source": self._selectors.page, "state": self._selectors.state()}
        return self._annotation("page", "describing", [body], [target])

    def attribution(self, attribution: Attribution) -> Node:
        """Who says something, by the name that the page resolves to, and where the page says so."""
        voice = self._voices.of(attribution)
        bodies = [self._words("identifying", voice.name if voice else "unnamed source")]
        if voice and voice.roles:
            bodies.append(self._words("describing", "; ".join(voice.roles)))
        if attribution.parent in self._attributions:
            bodies.append(self._link(attribution.parent or ""))
        cue = attribution.cue
        targets = [
            *self._selectors.targets(attribution.source.spans, SOURCE),
            *self._selectors.targets(((cue.start, cue.end),) if cue else (), CUE),
            *self._selectors.targets(attribution.content.spans, CONTENT),
        ]
        return self._annotation(attribution.id, "identifying", bodies, targets)

    def claim(self, claim: Claim) -> Node:
        """What is claimed, its status, its chain in words, the places that it speaks of and the checks that test it."""
        spans: tuple[Range, ...] = ((claim.start, claim.end),)
        innermost = self._attributions.get(claim.attribution or "")
        if innermost and innermost.content.spans:
            spans = innermost.content.spans
        bodies = [
            self._words("describing", claim.text),
            self._words("tagging", claim.status),
            self._words("commenting", self._chains.line(claim.chain)),
            *(self._words("commenting", f"{check.verdict}: {check.why}") for check in self._checks.get(claim.id, ())),
            *(
                {"type": "SpecificResource", "purpose": "tagging", "source": source}
                for source in dict.fromkeys(map(self._known_place, claim.places))
                if source
            ),
        ]
        if innermost:
            bodies.append(self._link(innermost.id))
        return self._annotation(claim.id, "describing", bodies, self._selectors.targets(spans, CONTENT))

    def decision(self, decision: Decision) -> Node:
        """What a reviewer decided: of the annotation, not of the page."""
        bodies = [self._words("classifying" if decision.verdict != "correct" else "editing", decision.verdict)]
        if decision.why:
            bodies.append({"type": "TextualBody", "purpose": "commenting", "value": decision.why})
        reviewer = reviewer_voice(decision.by)
        return {
            "id": part_iri(self._document.id, f"decision-{decision.number}"),
            "type": "Annotation",
            "motivation": _MOTIVES[decision.verdict],
            "creator": {"id": reviewer.iri, "type": "Person", "name": reviewer.name},
            "created": decision.at,
            "body": bodies,
            "target": part_iri(self._document.id, decision.target),
        }

    def _known_place(self, ident: str) -> str | None:
        place = self._places.get(ident)
        return place_iri(place.gazetteer.id) if place and place.gazetteer else None

    def _words(self, purpose: str, value: str) -> Node:
        return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}

    def _link(self, attribution: str) -> Node:
        return {"type": "SpecificResource", "purpose": "linking", "source": part_iri(self._document.id, attribution)}

    def _annotation(self, part: str, motivation: str, bodies: list[Node], targets: list[Node]) -> Node:
        return {
            "id": part_iri(self._document.id, part),
            "type": "Annotation",
            "motivation": motivation,
            "creator": _software(),
            "created": self._made,
            "body": bodies,
            "target": targets or [self._selectors.page],
        }
