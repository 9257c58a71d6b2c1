"""Fits the weights by which two statements are taken for one, and says how well they carry over.

A logistic model over the named features of ``origins/matching/features.py``, maximising the probability of the gold
clusters of the newsroom under a normal prior around what is believed beforehand (Adam on the whole set, numpy only, the
same result on every run). Pairs are those of different pages of one story of which at least one is in a gold cluster,
and a sample of those of two stories, which tell of different events.
Every story is judged with the weights fitted on the other eleven; the weights that are written are fitted on all.

    python training/match.py [--ledger LEDGER] [--write]
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "benchmarks")]

from newsroom_statements import Newsroom, newsroom, pairs  # noqa: E402 - beside the benchmarks
from sayso.origins.matching import possible  # noqa: E402
from sayso.origins.matching.features import compared, features  # noqa: E402

TARGET = ROOT / "src" / "sayso" / "lexicon" / "match_weights.toml"
STEPS, RATE, PRIOR = 600, 0.05, 1.0
#: Believed before seeing data; what is not named is believed to be 0. These hold where the newsroom has too little.
BELIEF = {
    "bias": -4.0, "words": 2.0, "words both": 2.0, "run": 1.5, "figure equal": 3.0, "figure named": 1.0,
    "figure conflict": -2.0, "figure alone": -1.0, "time": 0.5, "place": 0.3, "party": 0.3, "speaker": 0.5,
    "opposed": -2.0, "copied": 3.0, "verdict same": 2.0, "verdict contradicted": -1.5,
    "affinity": 1.0,
}  # fmt: skip
#: Features that the newsroom cannot teach: the verifier is asked of few pairs.
HELD = ("verdict same", "verdict contradicted")
HEADER = """\
# Weights of the model that says whether two statements are one; features as in origins/matching/features.py.
# label: the feature. meaning: what it adds, in log-odds, times the feature's value.
# source: fitted by training/match.py on the newsroom's clusters; what the verifier says stands as it was believed.
# example: "figure equal" - both give the same number, weighed by how much that number tells.
[same]
"""
#: One in so many pairs of different stories is learnt from.
SAMPLE = 4
Floats = npt.NDArray[np.float64]


def hash_of(key: str) -> int:
    """A number of a key that is the same on every run."""
    return zlib.crc32(key.encode())


def fit(rows: Floats, gold: Floats, names: list[str]) -> Floats:
    """Weights of the features."""
    belief = np.array([BELIEF.get(name, 0.0) for name in names])
    free = np.array([name not in HELD for name in names])
    weights, first, second = belief.copy(), np.zeros_like(belief), np.zeros_like(belief)
    for step in range(1, STEPS + 1):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = (rows.T @ (chance - gold) + PRIOR * (weights - belief)) * free
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


@dataclass(frozen=True)
class Examples:
    """What is learnt from: a row of feature values a pair, whether it is gold, and its story."""

    names: list[str]
    rows: Floats
    gold: Floats
    stories: npt.NDArray[np.str_]

    def weights(self, without: str | None = None) -> dict[str, float]:
        """Weights fitted on all stories but one."""
        kept = self.stories != without
        return dict(zip(self.names, fit(self.rows[kept], self.gold[kept], self.names).tolist(), strict=True))


def examples(room: Newsroom) -> Examples:
    """The pairs of the newsroom that are learnt from."""
    found: list[dict[str, float]] = []
    gold, stories = [], []
    for a, b, seen in pairs(list(room.told), room.texts):
        apart = a.story != b.story
        if not (a.clusters or b.clusters or apart) or not possible(a.statement, b.statement, seen.affinity):
            continue
        if apart and hash_of(a.statement.key + b.statement.key) % SAMPLE:
            continue
        without = dataclasses.replace(seen, cosine=None)
        for each in (seen, without) if seen.cosine is not None else (seen,):  # it has to do without vectors too
            found.append(features(compared(a.statement, a.page, b.statement, b.page, each)))
            gold.append(not apart and bool(a.clusters & b.clusters))
            stories.append(a.story)
    names = sorted({*BELIEF, *(name for row in found for name in row)})
    rows = np.array([[row.get(name, 0.0) for name in names] for row in found])
    return Examples(names, rows, np.array(gold, dtype=np.float64), np.array(stories))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ledger", type=Path, help="take the readings from this ledger instead of making them")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    found = examples(newsroom(given.ledger))
    chance = np.zeros(len(found.gold))
    for story in sorted(set(found.stories)):
        own, weights = found.stories == story, found.weights(without=story)
        chance[own] = 1 / (1 + np.exp(-found.rows[own] @ np.array([weights[name] for name in found.names])))
    for least in (0.3, 0.4, 0.5, 0.6, 0.7):
        hit = float((found.gold * (chance >= least)).sum())
        precision, recall = hit / max(1, (chance >= least).sum()), hit / found.gold.sum()
        print(f"at {least}: precision {precision:.3f}, recall {recall:.3f} of {int(found.gold.sum())} pairs")
    lines = [f'"{name}" = {value:.2f}\n' for name, value in sorted(found.weights().items()) if abs(value) >= 0.02]
    if given.write:
        TARGET.write_text(HEADER + "".join(lines), encoding="utf-8")
    else:
        print("".join(lines))


if __name__ == "__main__":
    main()
