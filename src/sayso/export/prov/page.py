"""One page as a graph: capture, document, what is said on it by whom, the claims, and how they came to be."""

from __future__ import annotations

from pathlib import PurePosixPath

from rdflib import DCTERMS, PROV, RDF, RDFS, Graph, URIRef

from sayso import __version__
from sayso.export.chosen import ChosenPage
from sayso.export.iris import capture_iri, document_iri, part_iri, web_iri
from sayso.export.prov.terms import OA, TERM, add, agent, attributed, empty, moment, score
from sayso.export.voices import Voices, author_voice, outlet_voice, reviewer_voice
from sayso.nouns import Attribution, Claim
from sayso.nouns.decision import Decision


def page_graph(page: ChosenPage) -> Graph:
    """All that is known of where the chosen claims of one page come from."""
    made = _Page(page)
    made.document()
    made.reading()
    hops = set(page.hops)
    for attribution in page.reading.attributions:
        if attribution.id in hops:
            made.utterance(attribution)
    for claim in page.claims:
        made.claim(claim)
    shown = hops | {claim.id for claim in page.claims}
    for decision in page.decisions:
        if decision.target in shown:
            made.decision(decision)
    return made.graph


class _Page:
    def __init__(self, page: ChosenPage) -> None:
        self.graph = empty()
        self._page = page
        self._document = page.reading.document
        self._voices = Voices(page.reading)
        self._attributions = {each.id: each for each in page.reading.attributions}
        self._at = URIRef(document_iri(self._document.id))
        self._capture = URIRef(capture_iri(self._document.capture.sha256))
        self._reading = self._part("reading")

    def _part(self, name: str) -> URIRef:
        return URIRef(part_iri(self._document.id, name))

    def document(self) -> None:
        """The capture, the page at its address that it is a version of, and the article."""
        document, capture = self._document, self._document.capture
        address = web_iri(document.url)
        add(
            self.graph,
            self._capture,
            (RDF.type, PROV.Entity),
            (RDFS.label, PurePosixPath(document.source).name or document.source),
            (DCTERMS.format, capture.media_type),
            (DCTERMS.identifier, f"sha256:{capture.sha256}"),
            (PROV.generatedAtTime, moment(capture.retrieved)),
            (PROV.specializationOf, URIRef(address) if address else None),
        )
        if address:
            add(self.graph, URIRef(address), (RDF.type, PROV.Entity))
        add(
            self.graph,
            self._at,
            (RDF.type, PROV.Entity),
            (DCTERMS.title, document.title),
            (DCTERMS.issued, moment(document.published)),
            (DCTERMS.modified, moment(document.modified)),
            (DCTERMS.language, document.language),
            (PROV.wasDerivedFrom, self._capture),
        )
        if document.outlet:
            attributed(self.graph, self._at, self._part("by-outlet"), outlet_voice(document.outlet), "publisher")
        kinds = {author.name: author.kind for author in document.bylines}
        for number, name in enumerate(document.authors, 1):
            author = author_voice(name, kinds.get(name, "person"))
            attributed(self.graph, self._at, self._part(f"by-author-{number}"), author, "author")

    def reading(self) -> None:
        """The activity that found the claims, and the program that did it."""
        reader = self._page.reading.reader
        profile = f"{reader.profile}:{reader.version}" if reader else __version__
        program = URIRef(f"urn:sayso:software:{profile}")
        how = self._part("reading-reader")
        label = f"sayso, reader {reader.profile} {reader.version}" if reader else f"sayso {__version__}"
        add(self.graph, program, (RDF.type, PROV.Agent), (RDF.type, PROV.SoftwareAgent), (RDFS.label, label))
        add(
            self.graph,
            self._reading,
            (RDF.type, PROV.Activity),
            (PROV.used, self._capture),
            (PROV.endedAtTime, moment(self._page.made)),
            (PROV.wasAssociatedWith, program),
            (PROV.qualifiedAssociation, how),
        )
        add(self.graph, how, (RDF.type, PROV.Association), (PROV.agent, program), (PROV.hadRole, TERM.reader))

    def utterance(self, attribution: Attribution) -> None:
        """What somebody says, as the page has it; whoever passes it on has it from there, and so has the page."""
        what = self._part(attribution.id)
        voice = self._voices.of(attribution)
        said = attribution.said
        add(
            self.graph,
            what,
            (RDF.type, PROV.Entity),
            (PROV.value, attribution.content.text),
            # a day, where PROV has moments: the schema of generatedAtTime would not have it
            (DCTERMS.date, moment(said.from_) if said and said.from_ == said.to else None),
            (TERM.cue, attribution.cue.text if attribution.cue else None),
            (TERM.confidence, score(attribution.score)),
        )
        if voice:
            attributed(self.graph, what, self._part(f"{attribution.id}-by"), voice, "speaker")
        outer = self._part(attribution.parent) if attribution.parent in self._attributions else self._at
        quoted = attribution.manner == "direct"
        self.graph.add((outer, PROV.wasQuotedFrom if quoted else PROV.wasDerivedFrom, what))

    def claim(self, claim: Claim) -> None:
        """The claim: found in the page, going back to the innermost speaker, each hop with its role."""
        what, where, how = (self._part(f"{claim.id}{part}") for part in ("", "-where", "-found"))
        add(
            self.graph,
            what,
            (RDF.type, PROV.Entity),
            (PROV.value, claim.text),
            (TERM.status, claim.status),
            (PROV.wasGeneratedBy, self._reading),
            (PROV.wasDerivedFrom, self._at),
            (PROV.qualifiedDerivation, how),
        )
        add(
            self.graph,
            how,
            (RDF.type, PROV.Derivation),
            (PROV.entity, self._at),
            (PROV.hadActivity, self._reading),
            (OA.hasSelector, where),
        )
        add(self.graph, where, (RDF.type, OA.TextPositionSelector), (OA.start, claim.start), (OA.end, claim.end))
        for depth, hop in enumerate(each for each in claim.chain if each in self._attributions):
            if depth == 0:
                self.graph.add((what, PROV.hadPrimarySource, self._part(hop)))
            if voice := self._voices.of(self._attributions[hop]):
                by, role = self._part(f"{claim.id}-by-{depth + 1}"), "relayer" if depth else "speaker"
                attributed(self.graph, what, by, voice, role)

    def decision(self, decision: Decision) -> None:
        """What a reviewer did about a claim or an attribution."""
        act, target = self._part(f"decision-{decision.number}"), self._part(decision.target)
        who = agent(self.graph, reviewer_voice(decision.by))
        how = self._part(f"decision-{decision.number}-reviewer")
        add(
            self.graph,
            act,
            (RDF.type, PROV.Activity),
            (PROV.endedAtTime, moment(decision.at)),
            (PROV.used, self._at),
            (PROV.wasInformedBy, self._reading),
            (PROV.wasAssociatedWith, who),
            (PROV.qualifiedAssociation, how),
            (TERM.verdict, decision.verdict),
            (RDFS.comment, decision.why),
        )
        add(self.graph, how, (RDF.type, PROV.Association), (PROV.agent, who), (PROV.hadRole, TERM.reviewer))
        self.graph.add((target, PROV.wasInfluencedBy, act))
