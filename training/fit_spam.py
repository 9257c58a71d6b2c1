"""Fits the weights of the signs of comment spam, and says how well they carry over.

A logistic regression held near weights set by hand (Gaussian prior) with signs fixed: what speaks for spam can only
speak for it. Fitted on the half of the development comments whose hash is even, measured on the other; the weights
written with ``--write`` are fitted on both.

    python training/fit_spam.py [--data .data] [--newsroom ../shared/data/newsroom] [--write]
"""

from __future__ import annotations

import hashlib
import math
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "benchmarks")]

from data import corpus, parser  # noqa: E402 - beside the benchmarks
from sayso.document.spam.signs import find_signs  # noqa: E402
from spam_sets import Labelled, load_sets  # noqa: E402

WEIGHTS = ROOT / "src" / "sayso" / "lexicon" / "spam_weights.toml"
#: Set by hand: what one would believe before seeing any data.
PRIOR = {
    "bias": -3.6,
    "template": 6.0,
    "mangled": 1.0,
    "author_address": 2.6,
    "author_advert": 1.6,
    "author_figures": 0.6,
    "vocabulary": 2.0,
    "weak_vocabulary": 0.6,
    "action": 1.2,
    "offer": 0.7,
    "contact": 1.5,
    "links": 1.0,
    "off_topic": 2.0,
    "praise": 0.9,
    "topic": -1.5,
    "length": -0.8,
}
#: Strength of the prior: the inverse variance of each weight around its prior value.
STRENGTH = 1.5
STEPS, RATE = 1500, 0.02

Row = tuple[dict[str, float], bool]


def vectors(rows: list[Labelled]) -> list[Row]:
    return [
        ({"bias": 1.0, **{s.name: s.value for s in find_signs(r.author, r.text, topic=r.topic)}}, r.spam) for r in rows
    ]


def fit(rows: list[Row]) -> dict[str, float]:
    weights = dict(PRIOR)
    for _ in range(STEPS):
        slope = {k: STRENGTH * (weights[k] - PRIOR[k]) for k in weights}
        for values, spam in rows:
            p = 1 / (1 + math.exp(-sum(weights[k] * v for k, v in values.items())))
            for k, v in values.items():
                slope[k] += (p - spam) * v
        for k in weights:
            weights[k] -= RATE * slope[k]
            if k != "bias":  # a sign keeps its direction
                weights[k] = max(0.0, weights[k]) if PRIOR[k] > 0 else min(0.0, weights[k])
    return weights


def report(name: str, weights: dict[str, float], rows: list[Row]) -> None:
    threshold = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))["threshold"]
    limit = math.log(threshold / (1 - threshold))
    scores = [(sum(weights[k] * v for k, v in values.items()), spam) for values, spam in rows]
    caught = [s >= limit for s, spam in scores if spam]
    alarms = [s >= limit for s, spam in scores if not spam]
    print(f"{name}: recall {sum(caught)} of {len(caught)}, false alarms {sum(alarms)} of {len(alarms)}")


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--newsroom", type=Path, default=ROOT.parent / "shared" / "data" / "newsroom")
    options.add_argument("--write", action="store_true")
    arguments = options.parse_args()
    sets = load_sets(corpus("pages", arguments.data), arguments.newsroom)
    # the labels of datacamp's spam are loose, tubespam is another genre: neither is fitted on
    rows = [r for name in ("newsroom", "template dump", "real comments") for r in sets[name]]
    rows += [r for r in sets["datacamp"] if not r.spam]
    unique = list({(r.author, r.text): r for r in rows}.values())
    halves: list[list[Row]] = [[], []]
    for labelled, row in zip(unique, vectors(unique), strict=True):
        halves[int(hashlib.sha256(re.sub(r"\W", "", labelled.text).encode()).hexdigest(), 16) % 2].append(row)
    for a, b in ((0, 1), (1, 0)):
        fitted = fit(halves[a])
        report(f"fitted on half {a}, measured on half {a}", fitted, halves[a])
        report(f"fitted on half {a}, measured on half {b}", fitted, halves[b])
    weights = fit(halves[0] + halves[1])
    report("fitted on both, measured on both", weights, halves[0] + halves[1])
    report("by hand alone", PRIOR, halves[0] + halves[1])
    for k, v in weights.items():
        print(f"  {k:16s} {PRIOR[k]:6.2f} -> {v:6.2f}")
    if arguments.write:
        kept = [line for line in WEIGHTS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        threshold = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))["threshold"]
        lines = [*kept, f"bias = {weights['bias']:.2f}", f"threshold = {threshold}", "", "[weights]"]
        lines += [f"{k} = {v:.2f}" for k, v in weights.items() if k != "bias"]
        WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
