"""Runs of words that two sequences have in common: every one at most once, in bounded work.

The first sequence is read from left to right. Where the next few words stand in the second one too, the place there
from which most words agree is taken (a place that carries on from the run before, where there is one), and reading
goes on behind the run. A passage whose beginning was lost to such a run by chance gets it back from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: Words that must agree in a row for a run to begin.
SEED = 4
#: Places of the same few words in the second sequence that are tried: more often than that, they are idiom or noise.
MAX_PLACES = 12
#: A place that carries on from the run before wins against one where so many more words agree.
NEARNESS = 4


@dataclass(slots=True)
class Run:
    """``length`` items of the first sequence from ``a`` on are those of the second from ``b`` on."""

    a: int
    b: int
    length: int


def common_runs(first: Sequence[int], second: Sequence[int], *, gap: int) -> list[Run]:
    """The runs, in the order of the first sequence, none overlapping another there.

    ``gap`` is how many items may stand between two runs for the later to carry on from the earlier.
    """
    seeds = list(_seeds(first))
    places = _places(second, set(seeds))
    if not places:
        return []
    found_at = [places.get(seed) for seed in seeds]
    runs: list[Run] = []
    at = 0
    while at < len(found_at):
        found = found_at[at]
        if found is None:
            at += 1
            continue
        run = _best(first, second, at, found, runs[-1] if runs else None, gap)
        at = run.a + run.length
        _take_back(first, second, run, runs)
        runs.append(run)
    return runs


def _seeds(sequence: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Every :data:`SEED` items in a row."""
    return zip(*(sequence[at:] for at in range(SEED)), strict=False)


def _places(second: Sequence[int], wanted: set[tuple[int, ...]]) -> dict[tuple[int, ...], list[int]]:
    """Where each wanted seed stands in the second sequence, the first :data:`MAX_PLACES` of them."""
    places: dict[tuple[int, ...], list[int]] = {}
    for at, seed in enumerate(_seeds(second)):
        if seed in wanted and len(known := places.setdefault(seed, [])) < MAX_PLACES:
            known.append(at)
    return places


def _best(first: Sequence[int], second: Sequence[int], at: int, places: list[int], before: Run | None, gap: int) -> Run:
    """The place from which most items agree."""
    best, best_score = Run(at, places[0], 0), -1
    for place in places:
        length, most = SEED, min(len(first) - at, len(second) - place)
        while length < most and first[at + length] == second[place + length]:
            length += 1
        near = (
            before is not None and at - before.a - before.length <= gap and 0 <= place - before.b - before.length <= gap
        )
        if (score := length + NEARNESS * near) > best_score:
            best, best_score = Run(at, place, length), score
    return best


def _take_back(first: Sequence[int], second: Sequence[int], run: Run, runs: list[Run]) -> None:
    """Lengthen the run towards the left, at the cost of shorter ones that took its beginning."""
    while runs and run.a == runs[-1].a + runs[-1].length and runs[-1].length < run.length:
        before = runs[-1]
        least = before.a
        while run.a > least and run.b > 0 and first[run.a - 1] == second[run.b - 1]:
            run.a, run.b, run.length = run.a - 1, run.b - 1, run.length + 1
        before.length = run.a - before.a
        if before.length >= SEED:
            return
        runs.pop()
