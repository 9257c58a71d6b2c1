"""The best sequence of types for a page: dynamic programming over :mod:`sayso.document.plain.zones` (Viterbi 1967)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.document.plain.zones import END, START, STATES, TRANSITIONS, gap_score

_IMPOSSIBLE = -1e9
_INDEX = {state: i for i, state in enumerate(STATES)}


#: A path this far (log-odds) behind the best one is given up: no page has the lines that could save it.
BEAM = 80.0


def _edges(*, blanks: bool) -> tuple[list[list[tuple[int, float]]], list[list[tuple[int, float]]]]:
    """For each state its successors with scores: without and with a blank line between."""
    tables = []
    for gap in (0, 1):
        table: list[list[tuple[int, float]]] = [[] for _ in STATES]
        for before, row in TRANSITIONS.items():
            for after, score in row.items():
                table[_INDEX[before]].append((_INDEX[after], score + gap_score(before, after, gap, blanks=blanks)))
        tables.append(table)
    return tables[0], tables[1]


def best_path(emissions: Sequence[Mapping[str, float]], gaps: Sequence[int]) -> list[str]:
    """The types of the units, in order.

    Args:
        emissions: per unit the score of every state.
        gaps: per unit the number of blank lines before it.

    Returns:
        one state of ``zones.STATES`` per unit; linear in their number.
    """
    if not emissions:
        return []
    tables = _edges(blanks=any(gaps[1:]))
    count = len(STATES)
    scores = [START.get(s, _IMPOSSIBLE) + emissions[0][s] for s in STATES]
    back: list[bytes] = []
    for emission, gap in zip(emissions[1:], gaps[1:], strict=True):
        table = tables[1 if gap else 0]
        current = [_IMPOSSIBLE] * count
        pointers = bytearray(count)
        floor = max(scores) - BEAM
        for before, so_far in enumerate(scores):
            if so_far < floor:
                continue
            for after, score in table[before]:
                total = so_far + score
                if total > current[after]:
                    current[after] = total
                    pointers[after] = before
        scores = [total + emission[state] for total, state in zip(current, STATES, strict=True)]
        back.append(bytes(pointers))
    state = max(range(count), key=lambda s: scores[s] + END.get(STATES[s], 0.0))
    path = [state]
    for step in reversed(back):
        state = step[state]
        path.append(state)
    return [STATES[s] for s in reversed(path)]
