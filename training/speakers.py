"""Fits the weights of the ranker of pronouns, and says how well they carry over.

A log-linear model over the figures of a document and nobody, maximising the probability of the gold figures (L2 prior,
Adam on the whole set; numpy only, the same result on every run). Examples are gathered on the walk that the room itself
takes, with a reader's names and parses; earlier pronouns are linked as gold says, and in a second round as the weights
of the first say. Texts: LitBank, the genres of GUM whose texts are free (its news is left out, for measuring), GAP's
validation part, and the pronouns that are sources in the newsroom stories of odd number. Choosing: GUM's development
part without news. GUM's news, GAP's development part and the newsroom stories of even number are for measuring.

    python training/speakers.py [--data .data] [--profile NAME] [--cache FOLDER] [--write]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "benchmarks")]

from coreference import FREE_GENRES, Clusters, Context, gap, gum, gum_split, litbank  # noqa: E402 - beside the benchmarks
from data import SHARED  # noqa: E402
from readings import document, reader_of, with_profile  # noqa: E402
from sayso.reader.layers import Layers, Reader  # noqa: E402
from sayso.speakers.entities import Cast  # noqa: E402
from sayso.speakers.features import Anaphor, Candidate, features  # noqa: E402
from sayso.speakers.ranker import NOBODY  # noqa: E402
from sayso.speakers.walk import Chooser, Walk  # noqa: E402

LEXICON = ROOT / "src" / "sayso" / "lexicon"
Weights = dict[str, dict[str, float]]
NUMBERS = ("one", "many", "thing")
#: What a text counts: fiction less than the rest.
SHARE = {"litbank": 0.1, "gum": 1.0, "gap": 1.0, "newsroom": 3.0}
STEPS, RATE, PRIOR = 120, 0.1, 1.0
#: How firmly what is believed is held: novels call husband and wife by one name, and would unlearn *Mr* and *Mrs*.
HELD = {"sex:words-": 30.0}
#: Believed before seeing data; every other weight is believed to be 0.
BELIEF = {
    "one": {"sex:fits+": 1.5, "sex:fits~+": 0.6, "sex:words-": -5.0, "sex:pronoun-": -3.0, "sex:name-": -3.0,
            "sex:name~-": -1.5, "own:quoted": -3.0, "nobody:source1": -2.0,
            "spoke:source1": 0.5, "goes on:opens1:1": 1.0},
    "many": {"plural1": 1.0, "own:quoted": -2.0, "nobody:source1": -2.0, "spoke:source1": 1.0, "source:group": 0.5},
    "thing": {"own:quoted": -2.0, "nobody:source1": -2.0, "spoke:source1": 1.0, "source:place": -1.0,
              "source:organization": 1.0, "source:outlet": 0.5, "source:document": 0.5, "source:other": -1.0},
}  # fmt: skip
#: Weights smaller than this are left out of the file.
SMALL = 0.02
#: Bounds of the choice: nobody when likelier than this; a link less likely than this is none; nor one no better than
#: its rival by this much.
CHOICE = {"nobody": 0.6, "least": 0.2, "margin": 0.0}


@dataclass
class Example:
    """One pronoun: features of each candidate and of nobody, and which of them gold allows."""

    number: str
    rows: list[list[str]]
    gold: list[bool]
    share: float


class Layered:
    """What a reader gives, kept in a folder where one is given, since only the walk changes."""

    def __init__(self, reader: Reader, cache: Path | None) -> None:
        self.reader, self.cache = reader, cache
        self.parsed = reader.profile != "rules"

    def __call__(self, text: str) -> Layers:
        kept = self.cache / f"{hashlib.sha256(text.encode()).hexdigest()}" if self.cache else None
        if kept is not None and kept.exists():
            return msgspec.msgpack.decode(kept.read_bytes(), type=Layers)
        layers = self.reader.read(document(text, "text"))
        if kept is not None:
            kept.write_bytes(msgspec.msgpack.encode(layers))
        return layers


def walk(text: str, layers: Layers, chooser_of: Callable[[Walk], Chooser]) -> Walk:
    """The room's own walk with another chooser."""
    made = Walk(Cast(text, layers), layers)
    made.chooser = chooser_of(made)
    made.run()
    return made


def start_of(made: Walk, anaphor: Anaphor) -> tuple[int, int]:
    start = made.scene.starts[anaphor.spot.token]
    return start, start + len(anaphor.word)


def gold_clusters(made: Walk, gold: Clusters) -> dict[str, int]:
    """Members by the gold cluster that most of their names stand in."""
    votes: dict[str, Counter[int]] = {}
    for mention in made.layers.mentions:
        member = made.cast.entity_of_mention.get(mention.id)
        cluster = gold.cluster_at(mention.start, mention.end) if member and mention.form == "name" else None
        if member is not None and cluster is not None:
            votes.setdefault(member, Counter())[cluster] += 1
    return {member: vote.most_common(1)[0][0] for member, vote in votes.items()}


def cluster_examples(gold: Clusters, layers: Layers, share: float, weights: Weights | None) -> Iterator[Example]:
    """The pronouns of a text whose clusters are known. The walk goes on from the gold links, or, where there are
    weights, from the links that these make: so that the ranker learns to live with its own mistakes."""
    examples: list[Example] = []

    def chooser_of(made: Walk) -> Chooser:
        by_member = gold_clusters(made, gold)
        nominals: dict[int, int | None] = {}

        def cluster_of(candidate: Candidate) -> int | None:
            figure = candidate.figure
            if figure.member is not None and figure.member.id in by_member:
                return by_member[figure.member.id]
            if id(figure) not in nominals:
                start = made.scene.starts[figure.token]
                nominals[id(figure)] = gold.cluster_at(start, start + len(figure.text))
            return nominals[id(figure)]

        def choose(anaphor: Anaphor, candidates: Sequence[Candidate]) -> tuple[int, float]:
            cluster = gold.exactly(*start_of(made, anaphor))
            fits = [cluster is not None and cluster_of(c) == cluster for c in candidates]
            rows = features(anaphor, candidates)
            if any(fits) or share == 1.0:  # in fiction, what we find nobody for is mostly a name that was missed
                examples.append(Example(anaphor.number, rows, [*fits, not any(fits)], share))
            if weights is not None:
                return best_of(rows, weights.get(anaphor.number, {}))
            return (fits.index(True), 1.0) if any(fits) else (NOBODY, 1.0)

        return choose

    walk(gold.text, layers, chooser_of)
    yield from examples


def gap_examples(context: Context, layers: Layers, weights: Weights, share: float) -> Iterator[Example]:
    """The one pronoun of an item of GAP; what comes before it is linked by the weights so far."""
    examples: list[Example] = []

    def chooser_of(made: Walk) -> Chooser:
        def member_at(span: tuple[int, int]) -> set[str]:
            return {
                made.cast.entity_of_mention[m.id]
                for m in layers.mentions
                if m.form == "name" and m.start < span[1] and span[0] < m.end and m.id in made.cast.entity_of_mention
            }

        def choose(anaphor: Anaphor, candidates: Sequence[Candidate]) -> tuple[int, float]:
            rows = features(anaphor, candidates)
            if start_of(made, anaphor)[0] == context.pronoun[0]:
                yes = [s for s, means in ((context.a, context.means_a), (context.b, context.means_b)) if means]
                no = [s for s, means in ((context.a, context.means_a), (context.b, context.means_b)) if not means]
                ours = [c.figure.member.id if c.figure.member else "" for c in candidates]
                right = set().union(*(member_at(s) for s in yes)) if yes else set()
                wrong = set().union(*(member_at(s) for s in no)) if no else set()
                fits = [m in right if yes else m not in wrong for m in ours]
                if any(fits) or not yes:
                    examples.append(Example(anaphor.number, rows, [*fits, not yes], share))
            return best_of(rows, weights.get(anaphor.number, {}))

        return choose

    walk(context.text, layers, chooser_of)
    yield from examples


def best_of(rows: Sequence[Sequence[str]], weights: dict[str, float]) -> tuple[int, float]:
    scores = np.array([sum(weights.get(name, 0.0) for name in row) for row in rows])
    chances = np.exp(scores - scores.max())
    chances /= chances.sum()
    best = int(chances.argmax())
    return (NOBODY if best == len(rows) - 1 else best), float(chances[best])


class Data:
    """Examples as arrays: one row a candidate, feature numbers padded with 0."""

    def __init__(self, examples: Sequence[Example], names: dict[str, int], *, grow: bool) -> None:
        rows, starts, gold, share = [], [], [], []
        for example in examples:
            starts.append(len(rows))
            for row in example.rows:
                numbers = [names.setdefault(n, len(names) + 1) if grow else names.get(n, 0) for n in row]
                rows.append(numbers)
            gold += example.gold
            share.append(example.share)
        width = max((len(row) for row in rows), default=1)
        self.index: npt.NDArray[np.int64] = np.array([row + [0] * (width - len(row)) for row in rows], dtype=np.int64)
        self.flat = self.index.ravel()
        self.starts = np.array(starts)
        self.sizes = np.diff(np.append(self.starts, len(rows)))
        self.gold = np.array(gold)
        self.share = np.array(share)
        self.groups = np.repeat(np.arange(len(starts)), self.sizes)

    def softmax(self, scores: npt.NDArray[np.float64], keep: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
        scores = np.where(keep, scores, -1e9)
        high = np.maximum.reduceat(scores, self.starts)
        powers = np.exp(scores - high[self.groups])
        return powers / np.add.reduceat(powers, self.starts)[self.groups]

    def slope(self, weights: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Of the log-likelihood of the gold rows."""
        scores = weights[self.index].sum(1)
        want = self.softmax(scores, self.gold)
        have = self.softmax(scores, np.ones_like(self.gold))
        gap = (want - have) * self.share[self.groups]
        return np.bincount(self.flat, weights=np.repeat(gap, self.index.shape[1]), minlength=len(weights))

    def right(self, weights: npt.NDArray[np.float64]) -> tuple[int, int]:
        """Examples whose best row is gold, of those that gold links to somebody; and how many those are."""
        scores = weights[self.index].sum(1)
        high = np.maximum.reduceat(scores, self.starts)[self.groups]
        hit = np.logical_or.reduceat((scores == high) & self.gold, self.starts)
        last = self.starts + self.sizes - 1
        linked = ~self.gold[last]
        return int((hit & linked).sum()), int(linked.sum())


def fit(examples: Sequence[Example], belief: dict[str, float]) -> dict[str, float]:
    """Weights of one number of pronouns."""
    names: dict[str, int] = {}
    data = Data(examples, names, grow=True)
    for name in belief:
        names.setdefault(name, len(names) + 1)
    believed = np.zeros(len(names) + 1)
    prior = np.full(len(names) + 1, PRIOR)
    for name, weight in belief.items():
        believed[names[name]], prior[names[name]] = weight, HELD.get(name, PRIOR)
    weights = believed.copy()
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        slope = data.slope(weights) - prior * (weights - believed)
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        weights += RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        weights[0] = 0.0
    return {name: round(float(weights[number]), 2) for name, number in names.items() if abs(weights[number]) >= SMALL}


def accuracy(examples: Sequence[Example], weights: dict[str, float]) -> str:
    right = total = 0
    for example in examples:
        if example.gold[-1]:
            continue
        best, _ = best_of(example.rows, weights)
        total += 1
        right += best != NOBODY and example.gold[best]
    return f"{right / max(total, 1):.3f} of {total}"


def newsroom_examples(gold: dict[str, Any], layers: Layers, weights: Weights, share: float) -> Iterator[Example]:
    """The pronouns of a newsroom page that are sources; the others are linked by the weights so far."""
    wanted = {}
    for a in gold["attributions"]:
        if a["source"] and a["speaker"]:
            first = a["source"]["spans"][0][0] if "spans" in a["source"] else a["source"]["start"]
            wanted[first] = a["speaker"]
    examples: list[Example] = []

    def chooser_of(made: Walk) -> Chooser:
        def choose(anaphor: Anaphor, candidates: Sequence[Candidate]) -> tuple[int, float]:
            rows = features(anaphor, candidates)
            speaker = wanted.get(start_of(made, anaphor)[0])
            fits = [speaker is not None and _called(c, speaker) for c in candidates]
            if any(fits) and anaphor.source:
                examples.append(Example(anaphor.number, rows, [*fits, False], share))
                return fits.index(True), 1.0
            return best_of(rows, weights.get(anaphor.number, {}))

        return choose

    walk(gold["text"], layers, chooser_of)
    yield from examples


def _called(candidate: Candidate, speaker: str) -> bool:
    """Whether a figure is the speaker that gold names: it has the last word, or half of the words of a description."""
    ours, theirs = candidate.figure.text.lower().split(), speaker.lower().split()
    if candidate.figure.type == "person" and candidate.figure.form == "name":
        return theirs[-1] == ours[-1]
    return 2 * len(set(ours) & set(theirs)) >= len(theirs)


def gather(data: Path, read: Layered, weights: Weights | None) -> tuple[list[Example], list[Example]]:
    """Examples to fit on and examples to choose by, of the corpora with clusters."""
    nlp = data / "nlp"
    free = {part: [n for n in gum_split(nlp / "gum", part) if n.split("_")[1] in FREE_GENRES and "_news_" not in n]
            for part in ("train", "dev")}  # fmt: skip
    fitting: list[Example] = []
    choosing: list[Example] = []
    for gold in list(litbank(nlp / "litbank"))[::2]:
        fitting += cluster_examples(gold, read(gold.text), SHARE["litbank"], None)
    for gold in gum(nlp / "gum", free["train"]):
        fitting += cluster_examples(gold, read(gold.text), SHARE["gum"], weights)
    for gold in gum(nlp / "gum", free["dev"]):
        choosing += cluster_examples(gold, read(gold.text), 1.0, weights)
    return fitting, choosing


def gather_more(data: Path, read: Layered, weights: Weights) -> list[Example]:
    """Examples to fit on from the texts that tell of some pronouns only; the others are linked by ``weights``."""
    found: list[Example] = []
    for item in gap(data / "nlp" / "gap" / "gap-validation.tsv"):
        found += gap_examples(item, read(item.text), weights, SHARE["gap"])
    for page in sorted((SHARED / "data" / "newsroom").glob("*/*.gold.json")):
        if page.name != "story.gold.json" and int(page.parent.name[:2]) % 2:
            gold = json.loads(page.read_text(encoding="utf-8"))
            found += newsroom_examples(gold, read(gold["text"]), weights, SHARE["newsroom"])
    return found


def fit_all(examples: Sequence[Example]) -> Weights:
    return {number: fit([e for e in examples if e.number == number], BELIEF[number]) for number in NUMBERS}


def written(weights: Weights, *, parsed: bool) -> str:
    """The lexicon file."""
    where = "" if parsed else ", where nothing is parsed"
    lines = [
        f"# Weights of the ranker that finds whom a pronoun means{where}; features as in speakers/features.py.",
        "# label: tables by the number of the pronoun (he and she; they; it). meaning: what each feature adds.",
        "# source: fitted by training/speakers.py on LitBank (CC BY 4.0), GUM (free genres), GAP's validation part "
        "(Apache 2.0)",
        "# and half of the newsroom stories.",
        '# example: "own:quoted" - a candidate who is the speaker of the quotation that the pronoun stands in.',
        "[choice]",
        *(f"{name} = {value}" for name, value in CHOICE.items()),
    ]
    for number, table in weights.items():
        lines += ["", f"[{number}]", *(f'"{name}" = {value}' for name, value in sorted(table.items()))]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT / ".data")
    parser.add_argument("--cache", type=Path, help="keep what the reader gives in this folder, one folder a reader")
    parser.add_argument("--write", action="store_true", help="write the lexicon's table of weights")
    given = with_profile(parser).parse_args()
    if given.cache:
        given.cache.mkdir(parents=True, exist_ok=True)
    read = Layered(reader_of(given), given.cache)
    weights = fit_all(gather(given.data, read, None)[0])
    fitting, choosing = gather(given.data, read, weights)
    fitting += gather_more(given.data, read, weights)
    weights = fit_all(fitting)
    for number in NUMBERS:
        print(number, "fitted on", accuracy([e for e in fitting if e.number == number], weights[number]),
              "| GUM dev", accuracy([e for e in choosing if e.number == number], weights[number]))  # fmt: skip
    if given.write:
        name = "speaker_weights.toml" if read.parsed else "speaker_weights_unparsed.toml"
        (LEXICON / name).write_text(written(weights, parsed=read.parsed), encoding="utf-8")


if __name__ == "__main__":
    main()
