"""One page as objects: what was captured, who speaks on it, of which places, and a note for every claim."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any

from stix2 import v21

from sayso.export.chosen import ChosenPage
from sayso.export.iris import part_iri, web_iri
from sayso.export.ld import present
from sayso.export.moments import moment_of
from sayso.export.stix.maker import EXTENSION, Maker, Object, ident, identity_id
from sayso.export.stix.place import location_of
from sayso.export.voices import Voice, Voices, outlet_voice, reviewer_voice
from sayso.nouns import Attribution, Claim, Quantity
from sayso.nouns.amount import amount
from sayso.nouns.chain import Chains
from sayso.nouns.decision import Decision

#: what a reviewer's verdict on a note says in the vocabulary opinion-enum; a skipped claim is none
_OPINIONS = {"accept": "agree", "correct": "agree", "reject": "disagree"}


def note_id(document: str, claim: str) -> str:
    """The id of a claim's note."""
    return ident("note", part_iri(document, claim))


def report_id(document: str) -> str:
    """The id of a page's report."""
    return ident("report", document)


class PageObjects:
    """The objects of one page."""

    def __init__(self, maker: Maker, page: ChosenPage) -> None:
        self._maker = maker
        self._page = page
        self._document = page.reading.document
        self._chains = Chains(page.reading)
        self._voices = Voices(page.reading)
        self._attributions = {each.id: each for each in page.reading.attributions}
        self._quantities = {each.id: each for each in page.reading.quantities}
        self._places = {each.id: each for each in page.reading.places}
        self._refs: dict[str, None] = {}

    def objects(self) -> Iterator[Object]:
        """All of them; what an object refers to comes before it."""
        yield from self._observed()
        if self._document.outlet:
            yield from self._identity(outlet_voice(self._document.outlet))
        for claim in self._page.claims:
            yield from self._claim(claim)
        yield from self._quoted()
        yield from self._report()
        for decision in self._page.decisions:
            yield from self._opinion(decision)

    def _observed(self) -> Iterator[Object]:
        """The capture: a file by its digest, and the address that it came from."""
        capture = self._document.capture
        seen = capture.retrieved or self._page.first
        file, made = self._maker.observable(
            v21.File,
            hashes={"SHA-256": capture.sha256},
            name=PurePosixPath(self._document.source).name or None,
            mime_type=capture.media_type,
        )
        yield from made
        refs = [file]
        if address := web_iri(self._document.url):
            url, made = self._maker.observable(v21.URL, value=address)
            yield from made
            refs.append(url)
        self._observation = ident("observed-data", self._document.id)
        yield from self._domain(
            v21.ObservedData,
            self._observation,
            first_observed=seen,
            last_observed=seen,
            number_observed=1,
            object_refs=refs,
        )

    def _claim(self, claim: Claim) -> Iterator[Object]:
        refs = [self._observation]
        chain = [self._attributions[hop] for hop in claim.chain if hop in self._attributions]
        for hop in chain:
            if voice := self._voices.of(hop):
                yield from self._identity(voice)
                refs.append(identity_id(voice))
        for place in (self._places[each] for each in claim.places if each in self._places):
            location = yield from location_of(self._maker, self._page, place)
            if location:
                self._refs[location] = None
                refs.append(location)
        line = self._chains.line(claim.chain)
        quote = chain[0].content.text if chain else self._document.text[claim.start : claim.end]
        yield from self._domain(
            v21.Note,
            note_id(self._document.id, claim.id),
            abstract=claim.text,
            content=f"{claim.text}\nWho says it: {line}\nStatus: {claim.status}\nOn the page: {quote}",
            object_refs=list(dict.fromkeys(refs)),
            labels=[claim.status],
            confidence=round(100 * chain[0].score) if chain else None,
            extensions={EXTENSION: self._extension(claim, chain)},
        )

    def _extension(self, claim: Claim, chain: list[Attribution]) -> dict[str, Any]:
        return present(
            extension_type="property-extension",
            document=self._document.id,
            claim=claim.id,
            status=claim.status,
            start=claim.start,
            end=claim.end,
            chain=[self._hop(hop) for hop in chain],
            measures=[_measure(self._quantities[each]) for each in claim.quantities if each in self._quantities],
        )

    def _hop(self, hop: Attribution) -> dict[str, Any]:
        voice = self._voices.of(hop)
        return present(
            kind=hop.source.kind,
            source=hop.source.text,
            cue=hop.cue.text if hop.cue else None,
            speaker_ref=identity_id(voice) if voice else None,
            said_from=hop.said.from_ if hop.said else None,
            said_to=hop.said.to if hop.said else None,
        )

    def _quoted(self) -> Iterator[Object]:
        """Who passes on whose words, each pair once a page."""
        outlet = outlet_voice(self._document.outlet) if self._document.outlet else None
        pairs: dict[tuple[str, str], tuple[Voice, Voice]] = {}
        for claim in self._page.claims:
            known = [self._voices.of(self._attributions[hop]) for hop in claim.chain if hop in self._attributions]
            voices = [voice for voice in (*known, outlet) if voice]
            for inner, outer in pairwise(voices):
                if inner.iri != outer.iri:
                    pairs.setdefault((outer.iri, inner.iri), (outer, inner))
        for outer, inner in pairs.values():
            yield from self._domain(
                v21.Relationship,
                ident("relationship", self._document.id, outer.iri, inner.iri),
                relationship_type="quotes",
                description=f"{outer.name} passes on what {inner.name} says.",
                source_ref=identity_id(outer),
                target_ref=identity_id(inner),
            )

    def _report(self) -> Iterator[Object]:
        document = self._document
        address = web_iri(document.url)
        yield from self._domain(
            v21.Report,
            report_id(document.id),
            name=document.title or PurePosixPath(document.source).name,
            # the schema wants a moment; a page without one has when it was first read
            published=moment_of(document.published) or self._page.first,
            report_types=["observed-data"],
            lang=document.language,
            external_references=[
                present(
                    source_name=document.outlet or "page",
                    url=address,
                    description=", ".join(document.authors) or None,
                    hashes={"SHA-256": document.capture.sha256} if address else None,
                )
            ]
            if address or document.authors
            else None,
            object_refs=list(self._refs),
        )

    def _opinion(self, decision: Decision) -> Iterator[Object]:
        about = note_id(self._document.id, decision.target)
        if about not in self._maker.times or decision.verdict not in _OPINIONS:
            return
        reviewer = reviewer_voice(decision.by)
        yield from self._maker.identity(reviewer)
        changed = (
            f"Corrected from: {decision.before.text}" if decision.verdict == "correct" and decision.before else None
        )
        yield from self._maker.domain(
            v21.Opinion,
            ident("opinion", self._document.id, str(decision.number)),
            decision.at,
            opinion="disagree" if decision.unapplied else _OPINIONS[decision.verdict],
            explanation="\n".join(filter(None, (changed, decision.why))) or None,
            authors=[decision.by],
            created_by_ref=identity_id(reviewer),
            object_refs=[about],
        )

    def _identity(self, voice: Voice) -> Iterator[Object]:
        self._refs[identity_id(voice)] = None
        yield from self._maker.identity(voice)

    def _domain(self, kind: Any, key: str, **fields: Any) -> Iterator[Object]:
        self._refs[key] = None
        yield from self._maker.domain(kind, key, self._page.first, self._page.made, **fields)


def _measure(quantity: Quantity) -> dict[str, Any]:
    return present(
        text=quantity.text,
        amount=amount(quantity),
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        of=quantity.of,
    )
