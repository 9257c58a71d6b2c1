"""What was read in a page, beside its text: attributions with the claims made through them, measures, speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sayso.notebook.measured import figure_words
from sayso.nouns import Attribution, Check, Claim, Decision, Entity, Place, Quantity, Reading, Time
from sayso.nouns.amount import days
from sayso.nouns.chain import Chains
from sayso.nouns.found import FoundClaim
from sayso.workbench.marked import place_words


@dataclass(frozen=True, slots=True)
class ClaimNote:
    """A claim, what tests it, what reviewers decided of it; ``found`` is null for a reading that is not current."""

    claim: Claim
    found: FoundClaim | None
    checks: tuple[Check, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One attribution. ``named`` is who speaks where the words of the page do not name them."""

    number: str
    attribution: Attribution
    named: str | None
    chain: str
    said: str
    within: str | None
    claims: tuple[ClaimNote, ...]
    decisions: tuple[Decision, ...]


class Measure(NamedTuple):
    """A figure, time or place: its id, the words of the page, what they mean, and how that was arrived at."""

    ident: str
    text: str
    means: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """All of a reading. ``own`` are the claims of the writer."""

    attributions: tuple[Note, ...]
    own: tuple[ClaimNote, ...]
    figures: tuple[Measure, ...]
    times: tuple[Measure, ...]
    places: tuple[Measure, ...]
    speakers: tuple[Entity, ...]


def notes_of(reading: Reading, found: Mapping[str, FoundClaim], decisions: tuple[Decision, ...]) -> Notes:
    """What was read; ``found`` are the document's claims by their ids, as the ledger has them."""
    decided: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        decided[decision.target].append(decision)
    claims: defaultdict[str | None, list[ClaimNote]] = defaultdict(list)
    for claim in sorted(reading.claims, key=lambda each: each.start):
        checks = tuple(check for check in reading.checks if check.claim == claim.id)
        note = ClaimNote(claim, found.get(claim.id), checks, tuple(decided[claim.id]))
        claims[claim.attribution].append(note)
    speaking = {a.source.entity for a in reading.attributions}
    return Notes(
        attributions=tuple(_attributions(reading, claims, decided)),
        own=tuple(claims[None]),
        figures=measures_of(reading.quantities, (), ()),
        times=measures_of((), reading.times, ()),
        places=measures_of((), (), reading.places),
        speakers=tuple(entity for entity in reading.entities if entity.id in speaking),
    )


def measures_of(quantities: Iterable[Quantity], times: Iterable[Time], places: Iterable[Place]) -> tuple[Measure, ...]:
    """Figures, times and places, each with what it means."""
    return (
        *(Measure(q.id, q.text, figure_words(q), q.derivation) for q in quantities),
        *(Measure(t.id, t.text, days(t.from_, t.to) or t.value or "", t.derivation) for t in times),
        *(Measure(p.id, p.text, place_words(p), p.derivation) for p in places),
    )


def _attributions(
    reading: Reading, claims: Mapping[str | None, list[ClaimNote]], decided: Mapping[str, list[Decision]]
) -> Iterator[Note]:
    chains = Chains(reading)
    names = {entity.id: entity.name for entity in reading.entities}
    for attribution in sorted(reading.attributions, key=lambda each: _first(each)):
        source, said = attribution.source, attribution.said
        name = names.get(source.entity or "")
        yield Note(
            number=attribution.id.removeprefix("a"),
            attribution=attribution,
            named=name if name and name.casefold() != (source.text or "").casefold() else None,
            chain=chains.line(chains.outwards(attribution.id)),
            said=days(said.from_, said.to) if said else "",
            within=attribution.parent.removeprefix("a") if attribution.parent else None,
            claims=tuple(claims.get(attribution.id, ())),
            decisions=tuple(decided.get(attribution.id, ())),
        )


def _first(attribution: Attribution) -> int:
    spans = [*attribution.content.spans, *attribution.source.spans]
    return min((start for start, _ in spans), default=0)
