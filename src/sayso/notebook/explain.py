"""``sayso why``: a thing of a reading by its id, with all that its derivation refers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Protocol, TypeVar

from sayso.nouns import Attribution, Claim, Document, Place, Quantity, Range, Reading, Time
from sayso.nouns.chain import Chains
from sayso.nouns.explained import Explained, Kind
from sayso.nouns.found import DocumentRef


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def explain(reading: Reading, ident: str) -> Explained | None:
    """What is known of how ``ident`` (``c1``, ``q3``, ``t2``, ``p4``, ``a5``) came about; ``None`` where the reading
    has no such thing."""
    found = _Things(reading)
    thing = found.named(ident)
    if thing is None:
        return None
    claims = [thing] if isinstance(thing, Claim) else [c for c in reading.claims if ident in set(_speaks_of(c))]
    wanted = list(dict.fromkeys(found.referred(ident)))
    document = reading.document
    spans = _spans(thing)
    sentence = around(document, spans)
    told = {claim.id for claim in claims}
    return Explained(
        id=ident,
        kind=_kind(thing),
        document=DocumentRef(**{name: getattr(document, name) for name in DocumentRef.__struct_fields__}),
        sentence=sentence,
        text=document.text[slice(*sentence)],
        spans=spans,
        claims=tuple(claims),
        attributions=_chosen(wanted, found.attributions),
        quantities=_chosen(wanted, found.quantities),
        times=_chosen(wanted, found.times),
        places=_chosen(wanted, found.places),
        checks=tuple(check for check in reading.checks if check.claim in told),
    )


class _Things:
    """The things of a reading by their ids."""

    def __init__(self, reading: Reading) -> None:
        self.claims = _by_id(reading.claims)
        self.attributions = _by_id(reading.attributions)
        self.quantities = _by_id(reading.quantities)
        self.times = _by_id(reading.times)
        self.places = _by_id(reading.places)
        self._chains = Chains(reading)

    def named(self, ident: str) -> Claim | Attribution | Quantity | Time | Place | None:
        for things in (self.claims, self.attributions, self.quantities, self.times, self.places):
            if ident in things:
                return things[ident]
        return None

    def referred(self, ident: str) -> Iterator[str]:
        """The id, and those that it refers to, and so on; each once."""
        heap, seen = [ident], set()
        while heap:
            here = heap.pop(0)
            if here not in seen:
                seen.add(here)
                yield here
                heap += self._next(here)

    def _next(self, ident: str) -> list[str]:
        thing = self.named(ident)
        if isinstance(thing, Claim):
            return list(_speaks_of(thing))
        if isinstance(thing, Attribution):
            said = [thing.said.time] if thing.said and thing.said.time else []
            return [*self._chains.outwards(ident)[1:], *said]
        if isinstance(thing, Quantity):
            derived = [q.id for q in self.quantities.values() if q.base == ident]
            return [*([thing.base] if thing.base else []), *derived]
        if isinstance(thing, Time):
            return [thing.anchor] if thing.anchor in self.times else []
        return list(thing.relation.anchors) if thing and thing.relation else []


def _by_id(things: Iterable[N]) -> dict[str, N]:
    return {thing.id: thing for thing in things}


def _chosen(wanted: Iterable[str], things: dict[str, N]) -> tuple[N, ...]:
    return tuple(things[ident] for ident in wanted if ident in things)


def _speaks_of(claim: Claim) -> Iterator[str]:
    moved = claim.movement
    way = (moved.from_, *moved.via, moved.to) if moved else ()
    yield from (*claim.chain, *claim.quantities, *claim.times, *claim.places, *(ident for ident in way if ident))


def _kind(thing: Claim | Attribution | Quantity | Time | Place) -> Kind:
    kinds: dict[type, Kind] = {Attribution: "attribution", Quantity: "quantity", Time: "time", Place: "place"}
    return next((kind for noun, kind in kinds.items() if isinstance(thing, noun)), "claim")


def _spans(thing: Claim | Attribution | Quantity | Time | Place) -> tuple[Range, ...]:
    if isinstance(thing, Attribution):
        cue = ((thing.cue.start, thing.cue.end),) if thing.cue else ()
        return tuple(sorted({*thing.source.spans, *cue, *thing.content.spans}))
    return ((thing.start, thing.end),)


def around(document: Document, spans: Sequence[Range]) -> Range:
    """The sentences that some ranges touch; their paragraph where the document's sentences do not hold them."""
    if not spans:
        return 0, 0
    start, end = min(chain.from_iterable(spans)), max(chain.from_iterable(spans))
    touched = [s for s in document.sentences if s[0] < end and start < s[1]]
    if touched and touched[0][0] <= start and end <= touched[-1][1]:
        return touched[0][0], touched[-1][1]
    first = document.text.rfind("\n", 0, start) + 1
    last = document.text.find("\n", end)
    return first, last if last >= 0 else len(document.text)
