"""Pages put together by the event that they tell of."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.lexicon import load
from sayso.origins.stories.affinity import score
from sayso.origins.stories.rarity import rarity
from sayso.origins.stories.signature import Signature

#: a name that more pages of a collection hold than this brings no two of them together
_HELD = 200
#: how many of a page's most telling names are looked up; words of its title from this rarity on are too
_LOOKED_UP, _RARE = 24, 4.0

Pair = tuple[int, int]


def stories(signatures: Sequence[Signature], *, least: float | None = None) -> tuple[tuple[str, ...], ...]:
    """Documents by story: average-link clusters of :func:`affinity`, the largest first.

    Two clusters are one while the mean affinity over all pairs of their pages is at least ``least``. The outcome does
    not depend on the order of ``signatures``. Only pages that share a name are compared, so that the work grows with
    the pages and not with their square.
    """
    floor = load("story_weights.toml")["clusters"]["least"] if least is None else least
    pages = sorted(signatures, key=lambda one: one.document)
    scores = {pair: score(pages[pair[0]], pages[pair[1]]) for pair in candidates(pages)}
    groups = average_link(len(pages), scores, floor)
    named = (tuple(pages[i].document for i in group) for group in groups)
    return tuple(sorted(named, key=lambda group: (-len(group), group)))


def candidates(pages: Sequence[Signature]) -> Iterator[Pair]:
    """Pairs of positions of pages that share one of their most telling names, or a rare word of their titles."""
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for position, page in enumerate(pages):
        telling = {term for term, _ in page.names[:_LOOKED_UP]}
        telling |= {term for term, _ in page.title if rarity(term) >= _RARE}
        for term in telling:
            holding[term].append(position)
    seen: set[Pair] = set()
    for term in sorted(holding):
        held = holding[term]
        if len(held) > _HELD:
            continue
        for i, left in enumerate(held):
            seen.update((left, right) for right in held[i + 1 :])
    yield from sorted(seen)


def average_link(count: int, scores: dict[Pair, float], least: float) -> list[list[int]]:
    """Agglomerative clusters by the mean score over all pairs; a pair without score counts 0.

    Ties go to the pair with the smallest positions.
    """
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for (a, b), value in scores.items():
        sums[a][b] = sums[b][a] = value
    members: list[list[int]] = [[i] for i in range(count)]
    heap = [(-value, a, b, 1, 1) for (a, b), value in scores.items() if value >= least]
    heapq.heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heapq.heappop(heap)
        if len(members[a]) != size_a or len(members[b]) != size_b:
            continue  # one of them has grown, or is gone
        members[a], members[b] = sorted(members[a] + members[b]), []
        gone, sums[b] = sums[b], {}
        for other, value in gone.items():
            del sums[other][b]
            if other != a:
                sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + value
        for other, total in sums[a].items():
            mean = total / (len(members[a]) * len(members[other]))
            if mean >= least:
                low, high = (a, other) if a < other else (other, a)
                heapq.heappush(heap, (-mean, low, high, len(members[low]), len(members[high])))
    return [group for group in members if group]
