"""Which hop stands in which."""

from __future__ import annotations

from sayso.reader.common.hop import Hop, Span


def parents(hops: list[Hop]) -> list[int]:
    """For each hop the number of the innermost hop in whose content its cue stands, or -1."""
    found: list[int] = []
    place = {id(hop): number for number, hop in enumerate(hops)}
    for number, hop in enumerate(hops):
        if hop.inside is not None:
            found.append(place[id(hop.inside)])
            continue
        at = hop.cue[0]
        best, size = -1, 0
        for other in range(max(0, number - 60), min(len(hops), number + 60)):
            if other == number:
                continue
            for span in hops[other].contents:
                if span[0] <= at < span[1] and not _inside(hops[other].cue, hop.contents):
                    width = span[1] - span[0]
                    if best < 0 or width < size:
                        best, size = other, width
        found.append(best)
    return found


def _inside(cue: Span, contents: list[Span]) -> bool:
    return any(first <= cue[0] < last for first, last in contents)
