"""A chain in words, on one line."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.nouns.reading import Reading

_HOP, _CUE = " ← ", " ‹"


def written(hops: Iterable[tuple[str | None, str | None]], outlet: str | None) -> str:
    """A chain on one line: who speaks and the cue of each hop, from the innermost outwards, and the outlet last."""
    steps = [(who or "unnamed source") + (f"{_CUE}{cue}›" if cue else "") for who, cue in hops]
    return _HOP.join([*steps, outlet or "this page"])


def speakers(line: str) -> tuple[str, ...]:
    """Who speaks in a chain on one line, the innermost first, without the outlet."""
    hops = line.split(_HOP)[:-1]
    return tuple(name for hop in hops if (name := hop.partition(_CUE)[0].strip()))


class Chains:
    """The chains of one reading, in words."""

    def __init__(self, reading: Reading) -> None:
        self._outlet = reading.document.outlet
        self._names = {entity.id: entity.name for entity in reading.entities}
        self._attributions = {attribution.id: attribution for attribution in reading.attributions}

    def outwards(self, attribution: str | None) -> tuple[str, ...]:
        """Ids of the hops from an attribution to the outermost; a loop, which no reader should make, ends them."""
        chain: list[str] = []
        while attribution in self._attributions and attribution not in chain:
            chain.append(attribution)
            attribution = self._attributions[attribution].parent
        return tuple(chain)

    def speaker(self, attribution: str) -> str | None:
        """The name of who speaks in a hop; the words of the text where no entity is known."""
        source = self._attributions[attribution].source
        return self._names.get(source.entity or "") or source.text

    def line(self, chain: Iterable[str]) -> str:
        """*Rory Stewart ‹stated› ← The Guardian ‹reported› ← The Herald*, from the ids of the hops."""
        cues = ((hop, self._attributions[hop].cue) for hop in chain)
        return written(((self.speaker(hop), cue.text if cue else None) for hop, cue in cues), self._outlet)
