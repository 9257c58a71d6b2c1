"""Fits the weights that choose among the places of one name, and says how well they carry over.

A log-linear model over the candidates of each name (L2 prior, Adam on the whole set; numpy only, the same result on
every run), fitted on names marked by hand: the even halves (by a checksum of the story's name) of LGL, GeoVirus and
GeoWebNews. The right candidates are those nearest to the gold point, within 161 km of it (a large place: its rim). The
shared features are reckoned with the chances of the round before, so the second table is fitted thrice: on what the
first gives, then on what it gives itself. The odd halves are for measuring; of the texts only these numbers are kept.

    python training/places.py [--data .data] [--write]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "benchmarks")]

from place_corpora import GoldPlace, Story, stories  # noqa: E402 - beside the benchmarks
from places_resolved import countries  # noqa: E402
from sayso.measures.places.clues import clues_of  # noqa: E402
from sayso.measures.places.gazetteer import Entry, Gazetteer  # noqa: E402
from sayso.measures.places.gazetteer.extent import great_circle_km  # noqa: E402
from sayso.measures.places.names import names_at  # noqa: E402
from sayso.measures.places.score import NOTHING, OWN, SHARED, Setting, setting_of, shared_features, softmax  # noqa: E402
from sayso.measures.places.senses import senses_of  # noqa: E402

WEIGHTS = ROOT / "src" / "sayso" / "lexicon" / "place_weights.toml"
CORPORA = ("lgl", "geovirus", "geowebnews")
Floats = npt.NDArray[np.float64]
STEPS, RATE, PRIOR = 400, 0.05, 1.0
SMALL = 0.02
#: Kinds whose point says little: lists differ by their extent.
LARGE = frozenset(("country", "continent", "group", "region", "sea", "desert"))
LONG = frozenset(("river", "lake"))
#: Believed before seeing data; every other weight is believed to be 0. Names with an article are rare in the corpora,
#: and the points of rivers differ: this is held the more firmly.
HELD = 20.0
BELIEF = {"with the, no town": 3.0, "with the": -2.0}
#: A name that stands often in a story counts by this power of how often.
OFTEN = 0.5


@dataclass
class Example:
    """One story: its candidates, which of them are right (none where nothing is), and what each name counts."""

    story: Story
    setting: Setting
    right: npt.NDArray[np.bool_]
    share: Floats


def example(story: Story, gazetteer: Gazetteer) -> Example | None:
    """None where no name of the story that has a gold point has a candidate."""
    names = names_at(story.text, [(g.start, g.end) for g in story.gold], gazetteer)
    gold: dict[tuple[int, int], GoldPlace] = {(g.start, g.end): g for g in story.gold}
    senses = senses_of(names, clues_of(story.text, names), gazetteer)
    if not any(s.matches for s in senses):
        return None
    places = [[names[i].start for i in s.at] for s in senses]
    setting = setting_of(senses, places, countries(story))
    right = np.zeros(len(setting.entries), dtype=bool)
    share = np.zeros(len(setting.entries))
    row = 0
    for sense in senses:
        marked = [gold[names[i].start, names[i].end] for i in sense.at]
        points = [(g.lat, g.lon) for g in marked if g.lat is not None and g.lon is not None]
        rows = range(row, row + len(sense.matches))
        row += len(sense.matches)
        if not points:
            continue
        far = [beyond(m.entry, *points[0], LARGE) for m in sense.matches]
        if far and min(far) > 161:  # a point on a river may lie far from the point that stands for it
            far = [beyond(m.entry, *points[0], LARGE | LONG) for m in sense.matches]
        for number, km in zip(rows, far, strict=True):
            right[number] = km <= min(161.0, max(25.0, 1.2 * min(far)))
            share[number] = len(points) ** OFTEN
    return Example(story, setting, right, share) if share.any() else None


def beyond(entry: Entry, lat: float, lon: float, large: frozenset[str]) -> float:
    """How far a point lies from a place, km; from a large one (a sea, a group of countries), from its rim."""
    km = great_circle_km(entry.lat, entry.lon, lat, lon)
    return max(0.0, km - entry.radius_km) if entry.kind in large else km


class Pool:
    """All examples as one set of rows."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.examples = examples
        self.starts = np.concatenate(
            [
                e.setting.starts + o
                for e, o in zip(examples, np.cumsum([0] + [len(e.right) for e in examples[:-1]]), strict=True)
            ]
        )
        self.right = np.concatenate([e.right for e in examples])
        self.share = np.concatenate([e.share for e in examples])
        self.sizes = np.diff(np.append(self.starts, len(self.right)))
        self.group = np.repeat(np.arange(len(self.starts)), self.sizes)
        self.weight = self.share[self.starts]
        self.some = np.logical_or.reduceat(self.right, self.starts)

    def gaps(self, rows: Floats, weights: Floats) -> tuple[Floats, Floats]:
        """How much likelier each candidate, and nothing, should be than they are."""
        scores, nothing = rows @ weights[:-1], weights[-1]
        high = np.maximum(np.maximum.reduceat(scores, self.starts), nothing)
        powers = np.exp(scores - high[self.group])
        rest = np.exp(nothing - high)
        have = powers / (np.add.reduceat(powers, self.starts) + rest)[self.group]
        right = powers * self.right
        want = right / np.maximum(np.add.reduceat(right, self.starts), 1e-12)[self.group]
        none = rest / (np.add.reduceat(powers, self.starts) + rest)
        return (want - have) * self.share, (~self.some - none) * self.weight

    def fit(self, rows: Floats) -> Floats:
        believed = np.zeros(rows.shape[1] + 1)
        prior = np.full(len(believed), PRIOR)
        for name, weight in BELIEF.items():
            believed[OWN.index(name)], prior[OWN.index(name)] = weight, HELD
        weights = believed.copy()
        first, second = np.zeros_like(weights), np.zeros_like(weights)
        for step in range(1, STEPS + 1):
            gap, nothing = self.gaps(rows, weights)
            slope = np.append(rows.T @ gap, nothing.sum()) - prior * (weights - believed)
            first = 0.9 * first + 0.1 * slope
            second = 0.99 * second + 0.01 * slope**2
            weights += RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        return weights


def with_shared(examples: Sequence[Example], chances: Sequence[Floats]) -> Floats:
    return np.concatenate(
        [
            np.concatenate([e.setting.own, shared_features(e.setting, c)], axis=1)
            for e, c in zip(examples, chances, strict=True)
        ]
    )


def split(examples: Sequence[Example], rows: Floats, weights: Floats) -> list[Floats]:
    """The chances of each example's candidates."""
    ends = np.cumsum([len(e.right) for e in examples])
    parts = np.split(rows, ends[:-1])
    return [softmax(part, weights, e.setting) for part, e in zip(parts, examples, strict=True)]


def fit(examples: Sequence[Example]) -> tuple[Floats, Floats]:
    pool = Pool(examples)
    own = np.concatenate([e.setting.own for e in examples])
    first = pool.fit(own)
    chances = split(examples, own, first)
    again = np.zeros(len(OWN) + len(SHARED) + 1)
    for _ in range(3):
        rows = with_shared(examples, chances)
        again = pool.fit(rows)
        chances = split(examples, rows, again)
    return first, again


def written(first: Floats, again: Floats) -> str:
    lines = [
        "# Weights of the model that chooses among the places of one name; features as in measures/places/score.py.",
        "# label: first, the round in which nothing is known of the other names; again, the rounds after it.",
        "# meaning: what each feature adds to the score of a candidate.",
        "# source: fitted by training/places.py on the even halves of LGL, GeoVirus and GeoWebNews; numbers only.",
        '# example: "country beside" - a country of the candidate is named close by.',
    ]
    for label, names, table in (("first", (*OWN, NOTHING), first), ("again", (*OWN, *SHARED, NOTHING), again)):
        lines += ["", f"[{label}]"]
        lines += [f'"{n}" = {round(float(w), 2)}' for n, w in zip(names, table, strict=True) if abs(w) >= SMALL]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT / ".data")
    parser.add_argument("--write", action="store_true", help=f"write {WEIGHTS.relative_to(ROOT)}")
    given = parser.parse_args()
    gazetteer = Gazetteer.open()
    made = [example(s, gazetteer) for name in CORPORA for s in stories(name, given.data)]
    examples = [e for e in made if e is not None]
    first, again = fit([e for e in examples if e.story.half == 0])
    text = written(first, again)
    print(text)
    if given.write:
        WEIGHTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
