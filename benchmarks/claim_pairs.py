"""Does one text follow from another, contradict it, or neither: accuracy, and how precise contradictions are.

    python benchmarks/claim_pairs.py [--data .data] [--limit N] [--model FOLDER] [--no-record]

The held parts of the sets (``training.verifier.pairs``: by page, premise or claim; nothing of them was trained on),
and sets that are only measured. Peers in the same run: the cosine of sentence vectors and the share of words in common,
each with the two thresholds and the order of labels that do best on the development parts.
"""

from __future__ import annotations

import itertools
import random
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

import data
import results

sys.path.insert(0, str(data.ROOT))

from sayso.origins.matching.encoder import cosine, embed, verify
from sayso.origins.matching.encoder.weights import FOLDER, Model, load_model
from sayso.origins.words import stems
from training.verifier.pairs import Pair, parts

COMMAND = "python benchmarks/claim_pairs.py"
SECTION = "Same or contradicts (pairs of texts)"
#: a set of the table -> sets of ``training.verifier.pairs``
ROWS = {
    "VitaminC": ("vitaminc-real", "vitaminc-synthetic"),
    "VitaminC, edits of Wikipedia": ("vitaminc-real",),
    "VitaminC, made from FEVER": ("vitaminc-synthetic",),
    "SNLI": ("snli",),
    "SNLI counterfactuals": ("cad-nli",),
    "Fool Me Twice": ("fm2",),
    "FEVER-symmetric": ("fever-symmetric",),
    "FEVER-adversarial (not trained on)": ("fever-adversarial",),
    "ConjNLI (labels by program)": ("conjnli",),
    "ANLI (not trained on)": ("anli",),
}
#: sets whose development parts the peers' thresholds are chosen on
CHOICE = ("vitaminc-real", "vitaminc-synthetic", "snli")
THRESHOLDS = (0.5, 0.8, 0.9, 0.95)
Labels = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def overlap(pair: Pair) -> float:
    """Share of the hypothesis' stems and figures that the premise has."""
    own, other = (set(stems(text)) | {w for w in text.split() if w[:1].isdigit()} for text in pair[1::-1])
    return len(own & other) / len(own) if own else 1.0


class Bands:
    """A label by two thresholds of one score; the best order of the three labels is chosen as well."""

    def __init__(self, scores: Floats, labels: Labels) -> None:
        edges = np.quantile(scores, np.linspace(0, 1, 41))
        tried = itertools.product(itertools.combinations_with_replacement(edges, 2), itertools.permutations(range(3)))
        self.edges, self.order = max(tried, key=lambda way: float((self._labels(scores, *way) == labels).mean()))

    @staticmethod
    def _labels(scores: Floats, edges: tuple[float, ...], order: tuple[int, ...]) -> Labels:
        return np.array(order)[np.searchsorted(np.array(edges), scores, side="right")]

    def labels(self, scores: Floats) -> Labels:
        return self._labels(scores, self.edges, self.order)


def gold(pairs: Sequence[Pair]) -> Labels:
    return np.array([pair.label for pair in pairs], dtype=np.int64)


def cosines(pairs: Sequence[Pair], model: Model) -> Floats:
    texts = list(dict.fromkeys(text for pair in pairs for text in pair[:2]))
    made = dict(zip(texts, embed(texts, model=model), strict=True))
    return np.array([cosine(made[pair.premise], made[pair.hypothesis]) for pair in pairs])


def verdicts(pairs: Sequence[Pair], model: Model) -> Floats:
    """[n, 3] probabilities in the order of the labels."""
    found = verify([(pair.premise, pair.hypothesis) for pair in pairs], model=model)
    return np.array([(v.entails, v.contradicts, v.neutral) for v in found])


def area(right: Floats, wrong: Floats) -> float:
    """How often one of ``right`` is larger than one of ``wrong`` (area under the ROC curve)."""
    ranks = np.searchsorted(np.sort(wrong), right, "left") + np.searchsorted(np.sort(wrong), right, "right")
    return float(ranks.mean() / 2 / len(wrong))


def calibration(shares: Floats, labels: Labels) -> float:
    """Expected calibration error over ten bins (Guo et al. 2017)."""
    top, right = shares.max(1), shares.argmax(1) == labels
    bins = np.minimum((top * 10).astype(int), 9)
    return float(sum(abs(top[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in set(bins)))


def chosen(split: dict[str, list[Pair]], names: Iterable[str], limit: int | None) -> list[Pair]:
    found = [pair for name in names for pair in split.get(name, [])]
    return random.Random(0).sample(found, min(limit or len(found), len(found)))


def main() -> None:
    """The command."""
    parser = data.parser(__doc__)
    parser.add_argument("--model", type=Path, default=FOLDER, help="folder of the model")
    parser.add_argument("--no-record", action="store_true", help="print only")
    args = parser.parse_args()
    model = load_model(args.model)
    split = parts(data.corpus("claims", args.data))
    tuning = chosen(split["dev"], CHOICE, args.limit)
    by_cosine = Bands(cosines(tuning, model), gold(tuning))
    by_words = Bands(np.array([overlap(p) for p in tuning]), gold(tuning))
    known: dict[Pair, npt.NDArray[np.float64]] = {}
    table, sure, spent, counted = [], [], 0.0, 0
    for row, names in ROWS.items():
        pairs = chosen(split["held"], names, args.limit)
        if not pairs:
            continue
        labels, near = gold(pairs), cosines(pairs, model)
        new = [pair for pair in dict.fromkeys(pairs) if pair not in known]
        began = time.process_time()
        known |= dict(zip(new, verdicts(new, model), strict=True)) if new else {}
        spent, counted = spent + time.process_time() - began, counted + len(new)
        shares = np.array([known[pair] for pair in pairs])
        words = np.array([overlap(p) for p in pairs])
        entails, contradicts = labels == 0, labels == 1
        right = [float((way == labels).mean()) for way in (by_words.labels(words), by_cosine.labels(near))]
        told = shares[:, 0] - shares[:, 1]
        areas = [area(x[entails], x[contradicts]) for x in (near, told)]
        table.append([row, len(pairs), *right, float((shares.argmax(1) == labels).mean()), *areas,
                      calibration(shares, labels)])  # fmt: skip
        cells = []
        for least in THRESHOLDS:
            found = shares[:, 1] >= least
            precision = f"{contradicts[found].mean():.3f}" if found.any() else "–"
            cells.append(f"{precision} / {found[contradicts].mean():.3f}")
        sure.append([row, *cells])
    lines = [
        "Accuracy on the held parts: entails, contradicts, neither. AUC: how often a pair that entails scores above "
        "one that contradicts. ECE: expected calibration error. "
        f"A pair takes {spent / counted * 1000:.1f} ms of one CPU thread.",
        "",
        *results.table(
            ["", "Pairs", "Words in common", "Cosine", "**Verifier**", "AUC, cosine", "AUC, verifier", "ECE"], table
        ),
        "",
        "Contradictions by the probability that is asked for, precision / recall:",
        "",
        *results.table(["", *(f"≥ {least:g}" for least in THRESHOLDS)], sure),
    ]
    if args.no_record or args.limit:
        print("\n".join(lines))
    else:
        results.record(SECTION, COMMAND, lines)


if __name__ == "__main__":
    main()
