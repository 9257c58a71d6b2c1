"""How a claim or an attribution of a reading reads, for the record of a decision on it."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.nouns import Attribution, Claim, Quote, Range, Reading, Shown


def shown(reading: Reading, target: str) -> Shown | None:
    """The claim, or the attribution, of this id; ``None`` where the reading has none."""
    claim = next((claim for claim in reading.claims if claim.id == target), None)
    ident = claim.attribution if claim else target
    said = next((each for each in reading.attributions if each.id == ident), None)
    if claim is None and said is None:
        return None
    text = reading.document.text
    spans = said.content.spans if said and said.content.spans else ((claim.start, claim.end),) if claim else ()
    start, end = (claim.start, claim.end) if claim else hull(spans)
    return Shown(
        text=claim.text if claim else " ".join(text[a:b] for a, b in spans),
        start=start,
        end=end,
        status=claim.status if claim else None,
        attribution=said.id if said else None,
        speaker=_speaker(reading, said) if said else None,
        kind=said.source.kind if said else None,
        source=quotes(text, said.source.spans) if said else (),
        cue=Quote(start=said.cue.start, end=said.cue.end, text=said.cue.text) if said and said.cue else None,
        content=quotes(text, spans),
    )


def _speaker(reading: Reading, said: Attribution) -> str | None:
    names = {entity.id: entity.name for entity in reading.entities}
    return names.get(said.source.entity or "") or said.source.text


def quotes(text: str, spans: Iterable[Range]) -> tuple[Quote, ...]:
    """Ranges of a text with what stands there."""
    return tuple(Quote(start=start, end=end, text=text[start:end]) for start, end in spans)


def hull(spans: Iterable[Range]) -> Range:
    """From the first to the last of some ranges; empty at the beginning where there are none."""
    listed = tuple(spans)
    return (min(a for a, _ in listed), max(b for _, b in listed)) if listed else (0, 0)


def target_of(raw: Reading, current: Reading, target: str) -> str | None:
    """The id under which a decision on ``target`` is kept; ``None`` where neither reading has it.

    An attribution is decided on with its claim where it has one and nobody passes it on: there is then one thing to
    decide. What a correction brought in is decided on with the claim that it was made for.
    """
    if any(claim.id == target for claim in raw.claims):
        return target
    for reading in (raw, current):
        if not any(said.id == target for said in reading.attributions):
            continue
        own = claim_of(reading, target)
        if own is not None and not any(said.parent == target for said in reading.attributions):
            return own.id
        return target if reading is raw else None
    return None


def claim_of(reading: Reading, attribution: str) -> Claim | None:
    """The claim whose innermost speaker speaks in this attribution."""
    return next((claim for claim in reading.claims if claim.attribution == attribution), None)
