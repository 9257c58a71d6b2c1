"""Choose what no gradient teaches, on development data: ``python -m training.choose --model DIR --data .data/train``.

How sure a cue must be (``Biases``) is found by going through its numbers one by one, twice: each takes the value with
the best mean of soft and exact whole attributions, on PolNeAR's articles (those that stand in no other) and on our own
passages (all). Half of the articles choose; the other half is only printed. The calibration of the score is fitted on
both. The result is written into ``model.json``.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from sayso.reader.common.page import Page
from sayso.reader.model.encode import Words, encode
from sayso.reader.model.reader import ModelReader
from sayso.reader.model.weights import Biases, Model, load_model
from training.measures import Tokens, attribution_figures, document, gold_of, jaccard, read, rows, words_of

#: the values that are tried
TRIED = {
    "outer": (0.0, 0.4, 0.8),
    "cue": (0.0, 0.7),
    "alone": (0.4, 0.5, 0.6, 0.8),
    "nested": (0.2, 0.3, 0.4),
    "ruled": (0.05, 0.1, 0.2, 0.4),
    "ruled_nested": (0.02, 0.05, 0.1),
}
SETS = ("polnear", "own")


class Choice:
    """Readings of the development documents under any biases; the encoder runs once for each part of each."""

    def __init__(self, model: Model, data: Path) -> None:
        self.model = model
        self.kept: dict[tuple[str, int], Words] = {}
        self.documents = {name: rows(data / f"{name}.dev.jsonl", None) for name in SETS}

    def _encode(self, page: Page, begin: int, *rest: Any) -> Words:
        key = (page.text, begin)
        if key not in self.kept:
            self.kept[key] = encode(page, begin, *rest)
        return self.kept[key]

    def reader(self, biases: dict[str, float], **more: Any) -> ModelReader:
        """The reader under these biases."""
        card = msgspec.structs.replace(self.model.card, biases=Biases(**biases), **more)
        return ModelReader(model=self.model._replace(card=card), encoder=self._encode)

    def pairs(self, biases: dict[str, float], name: str, part: slice) -> list[tuple[list[Tokens], list[Tokens]]]:
        """Gold and read attributions of every document; of PolNeAR those that stand in no other."""
        reader = self.reader(biases)
        made = []
        for row in self.documents[name][part]:
            layers = reader.read(document(row["text"]))
            made.append((gold_of(row), read(Page(row["text"]), layers, outer=name == "polnear")))
        return made

    def value(self, biases: dict[str, float], part: slice) -> float:
        """The mean of soft and exact whole attributions over both sets."""
        figures = [attribution_figures(self.pairs(biases, name, part)) for name in SETS]
        return float(np.mean([f[whole][2] for f in figures for whole in ("soft tuple", "exact tuple")]))


def choose(choice: Choice, biases: dict[str, float]) -> dict[str, float]:
    """Coordinate ascent over :data:`TRIED` on the even documents."""
    best = choice.value(biases, slice(0, None, 2))
    for _ in range(2):
        for name, values in TRIED.items():
            for value in values:
                if value == biases[name]:
                    continue
                other = {**biases, name: value}
                result = choice.value(other, slice(0, None, 2))
                if result > best + 0.02:
                    best, biases = result, other
                    print(f"{name} {value}: {best:.2f}", flush=True)
    return biases


def calibration(choice: Choice, biases: dict[str, float]) -> tuple[float, float]:
    """Platt's two numbers, from whether the attributions read have a soft match in the gold."""
    reader = choice.reader(biases, calibration=(0.0, 1.0))
    scores, right = [], []
    for name in SETS:
        for row in choice.documents[name]:
            gold, page = gold_of(row), Page(row["text"])
            for attribution in reader.read(document(row["text"])).attributions:
                if attribution.cue is None or (name == "polnear" and attribution.parent):
                    continue
                cue = words_of(page, [(attribution.cue.start, attribution.cue.end)])
                own = {"source": attribution.source.spans, "content": attribution.content.spans}
                scores.append(attribution.score)
                right.append(
                    any(
                        cue & one["cue"] and all(jaccard(words_of(page, own[role]), one[role]) >= 0.5 for role in own)
                        for one in gold
                    )
                )
    p = np.clip(np.asarray(scores), 1e-6, 1 - 1e-6)
    logits, gold_right = np.log(p / (1 - p)), np.asarray(right, dtype=float)

    x = np.asarray([0.0, 1.0])
    design = np.stack([np.ones_like(logits), logits], axis=1)
    for _ in range(25):  # Newton's method on the log likelihood
        share = 1 / (1 + np.exp(-design @ x))
        x = x + np.linalg.solve(design.T @ (design * (share * (1 - share))[:, None]), design.T @ (gold_right - share))
    return round(float(x[0]), 3), round(float(x[1]), 3)


def main(argv: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    args = parser.parse_args(argv)
    model = load_model(args.model)
    choice = Choice(model, args.data)
    biases = choose(choice, msgspec.to_builtins(model.card.biases))
    for part, name in ((slice(0, None, 2), "chosen on"), (slice(1, None, 2), "not chosen on")):
        print(name, {s: attribution_figures(choice.pairs(biases, s, part)) for s in SETS}, flush=True)
    path = args.model / "model.json"
    card = json.loads(path.read_text(encoding="utf-8"))
    card |= {"biases": biases, "calibration": calibration(choice, biases)}
    path.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(json.dumps({"biases": biases, "calibration": card["calibration"]}))


if __name__ == "__main__":
    main()
