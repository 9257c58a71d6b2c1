"""Claims, figures and movements of a reading as rows that stand alone: ids are replaced by what they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, Protocol, TypeVar

import msgspec

from sayso.nouns import Attribution, Check, Claim, Entity, Hedge, Movement, Noun, Place, Quantity, Reading, Time
from sayso.nouns.chain import Chains
from sayso.nouns.claim import Status
from sayso.nouns.found import DocumentRef, Hop


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Named)


class Step(Hop, frozen=True, kw_only=True):
    """One hop of a chain: what ``sayso claims --json`` prints as ``hops``, and how it was said."""

    manner: Literal["direct", "indirect", "mixed"]
    polarity: Literal["affirmed", "denied"]
    hedge: Hedge
    addressee: str | None
    score: float


class ClaimRow(Noun, frozen=True, kw_only=True):
    """One claim. ``chain`` runs from the innermost speaker outwards; ``start`` and ``end`` are code points of the
    document's text; ``quote`` is what the innermost speaker says in the words of the text, null where the claim is the
    writer's own."""

    claim: str
    text: str
    status: Status
    speaker: str | None
    chain: tuple[Step, ...]
    quote: str | None
    start: int
    end: int
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    entities: tuple[Entity, ...]
    movement: Movement | None
    document: DocumentRef
    checks: tuple[Check, ...]


class FigureRow(Noun, frozen=True, kw_only=True):
    """One figure in one claim, with when and where the claim speaks of, and on whose say-so."""

    quantity: Quantity
    claim: str
    text: str
    status: Status
    speaker: str | None
    chain: tuple[Step, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    checks: tuple[Check, ...]
    document: DocumentRef


class MovementRow(Noun, frozen=True, kw_only=True):
    """One movement, with its places, in the claim that tells of it."""

    who: str | None
    from_: Place | None = msgspec.field(name="from")
    to: Place | None
    via: tuple[Place, ...]
    by: str | None
    direction: str | None
    claim: str
    text: str
    status: Status
    speaker: str | None
    chain: tuple[Step, ...]
    times: tuple[Time, ...]
    checks: tuple[Check, ...]
    document: DocumentRef


def rows_of(reading: Reading) -> Iterator[ClaimRow]:
    """The claims in the order of the reading. What an id names and the reading does not have is left out."""
    attributions = {a.id: a for a in reading.attributions}
    for claim, steps in _said(reading):
        own = attributions.get(claim.attribution or "")
        yield ClaimRow(
            claim=claim.id,
            text=claim.text,
            status=claim.status,
            speaker=steps[0].speaker if steps else None,
            chain=steps,
            quote=own.content.text if own else None,
            start=claim.start,
            end=claim.end,
            quantities=_named(claim.quantities, reading.quantities),
            times=_named(claim.times, reading.times),
            places=_named(claim.places, reading.places),
            entities=_named(claim.entities, reading.entities),
            movement=claim.movement,
            document=_page(reading),
            checks=_checks(claim, reading),
        )


def figures_of(reading: Reading) -> Iterator[FigureRow]:
    """The figures in the order of the claims; a figure in two claims is there twice."""
    for claim, steps in _said(reading):
        for quantity in _named(claim.quantities, reading.quantities):
            yield FigureRow(
                quantity=quantity,
                claim=claim.id,
                text=claim.text,
                status=claim.status,
                speaker=steps[0].speaker if steps else None,
                chain=steps,
                times=_named(claim.times, reading.times),
                places=_named(claim.places, reading.places),
                checks=_checks(claim, reading),
                document=_page(reading),
            )


def movements_of(reading: Reading) -> Iterator[MovementRow]:
    """The movements in the order of the claims that tell of them."""
    places = {place.id: place for place in reading.places}
    for claim, steps in _said(reading):
        if moved := claim.movement:
            yield MovementRow(
                who=moved.who,
                from_=places.get(moved.from_ or ""),
                to=places.get(moved.to or ""),
                via=_named(moved.via, reading.places),
                by=moved.by,
                direction=moved.direction,
                claim=claim.id,
                text=claim.text,
                status=claim.status,
                speaker=steps[0].speaker if steps else None,
                chain=steps,
                times=_named(claim.times, reading.times),
                checks=_checks(claim, reading),
                document=_page(reading),
            )


def _said(reading: Reading) -> Iterator[tuple[Claim, tuple[Step, ...]]]:
    attributions = {a.id: a for a in reading.attributions}
    chains = Chains(reading)
    for claim in reading.claims:
        yield claim, tuple(_step(attributions[hop], chains) for hop in claim.chain if hop in attributions)


def _page(reading: Reading) -> DocumentRef:
    return DocumentRef(**{name: getattr(reading.document, name) for name in DocumentRef.__struct_fields__})


def _checks(claim: Claim, reading: Reading) -> tuple[Check, ...]:
    return tuple(check for check in reading.checks if check.claim == claim.id)


def _named(ids: Iterable[str], things: Iterable[T]) -> tuple[T, ...]:
    by_id = {thing.id: thing for thing in things}
    return tuple(by_id[ident] for ident in ids if ident in by_id)


def _step(attribution: Attribution, chains: Chains) -> Step:
    return Step(
        attribution=attribution.id,
        source=attribution.source.text,
        speaker=chains.speaker(attribution.id),
        kind=attribution.source.kind,
        cue=attribution.cue.text if attribution.cue else None,
        said=attribution.said,
        venue=attribution.venue,
        manner=attribution.manner,
        polarity=attribution.polarity,
        hedge=attribution.hedge,
        addressee=attribution.addressee,
        score=attribution.score,
    )
