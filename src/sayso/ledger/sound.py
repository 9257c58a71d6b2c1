"""Whether a reading from elsewhere holds together: its ranges lie in its text, its ids lead somewhere, each is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Protocol

from sayso.nouns import Range, Reading


class Unfit(Exception):  # noqa: N818 (whoever knows which line it was makes an error with a code of it)
    """Something from elsewhere that no ledger can have written; says why."""


class TooLarge(Unfit):
    """Something that is larger than is allowed."""


class Quoted(Protocol):
    """A range of the text with the words that stand there."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...


def unsound(reading: Reading) -> str | None:
    """What is wrong with a reading, in words; ``None`` where nothing is."""
    return next(_faults(reading), None)


def _faults(reading: Reading) -> Iterator[str]:
    text = reading.document.text
    for what, ranges in _ranges(reading):
        if any(not 0 <= start <= end <= len(text) for start, end in ranges):
            yield f"a range of {what} lies outside the text"
    for what, quoted in _quoted(reading):
        if any(text[each.start : each.end] != each.text for each in quoted):
            yield f"the words of {what} are not those of the text"
    ids = {
        "entities": Counter(each.id for each in reading.entities),
        "mentions": Counter(each.id for each in reading.mentions),
        "times": Counter(each.id for each in reading.times),
        "places": Counter(each.id for each in reading.places),
        "quantities": Counter(each.id for each in reading.quantities),
        "attributions": Counter(each.id for each in reading.attributions),
        "claims": Counter(each.id for each in reading.claims),
    }
    for what, counted in ids.items():
        if any(count > 1 for count in counted.values()):
            yield f"two {what} have one id"
    hops = {hop for claim in reading.claims for hop in (*claim.chain, claim.attribution) if hop is not None}
    parents = {attribution.parent for attribution in reading.attributions if attribution.parent is not None}
    if not hops | parents <= ids["attributions"].keys():
        yield "a chain leads to an attribution that is not there"
    if not {check.claim for check in reading.checks} <= ids["claims"].keys():
        yield "a check is of a claim that is not there"
    if any(len(claim.chain) != len(set(claim.chain)) for claim in reading.claims):
        yield "a chain runs in a circle"


def _ranges(reading: Reading) -> Iterator[tuple[str, Iterable[Range]]]:
    document = reading.document
    yield "the headings", document.headings
    yield "the sentences", document.sentences
    yield "the blocks", ((block.start, block.end) for block in document.blocks)
    yield "the links", ((link.start, link.end) for link in document.links)
    yield "the claims", ((claim.start, claim.end) for claim in reading.claims)
    for attribution in reading.attributions:
        yield "a source", attribution.source.spans
        yield "a content", attribution.content.spans


def _quoted(reading: Reading) -> Iterator[tuple[str, Iterable[Quoted]]]:
    yield "a mention", reading.mentions
    yield "a time", reading.times
    yield "a place", reading.places
    yield "a quantity", reading.quantities
    yield "a cue", (each.cue for each in reading.attributions if each.cue is not None)
