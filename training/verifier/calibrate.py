"""Choose the temperature on the development parts: ``python -m training.verifier.calibrate FOLDER``.

Scores are divided by one number, which makes the probabilities of the development parts likeliest (Guo et al. 2017);
no label changes by it. Every set counts the same, however many pairs it has. Needs no torch.
"""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path

import numpy as np
import numpy.typing as npt

from sayso.origins.matching.encoder.run import verify
from sayso.origins.matching.encoder.weights import load_model
from training.verifier.pairs import Pair, parts

#: sets that are like what is compared, or that the targets are of
SETS = ("vitaminc-real", "vitaminc-synthetic", "snli", "cad-nli", "fm2", "fever-symmetric")
Floats = npt.NDArray[np.float64]


def log_shares(folder: Path, pairs: list[Pair]) -> tuple[Floats, npt.NDArray[np.int64]]:
    """[n, 3] logarithms of probabilities as the model gives them now, and labels [n]."""
    model = load_model(folder)
    told = verify([(pair.premise, pair.hypothesis) for pair in pairs], model=model)
    shares = np.array([(v.entails, v.contradicts, v.neutral) for v in told])
    return np.log(np.maximum(shares, 1e-9)), np.array([pair.label for pair in pairs])


def loss(scores: Floats, labels: npt.NDArray[np.int64], temperature: float) -> float:
    """Mean negative log-likelihood."""
    scaled = scores / temperature
    scaled = scaled - np.logaddexp.reduce(scaled, axis=1, keepdims=True)
    return float(-scaled[np.arange(len(labels)), labels].mean())


def best_temperature(sets: list[tuple[Floats, npt.NDArray[np.int64]]]) -> float:
    """The temperature, between a third and three, of the least mean loss over the sets."""
    tried = np.exp(np.linspace(-math.log(3), math.log(3), 221))
    return float(min(tried, key=lambda t: sum(loss(scores, labels, t) for scores, labels in sets)))


def main(argv: list[str] | None = None) -> None:
    """The command: ``model.json`` gets the temperature."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("folder", type=Path, help="folder of an exported model")
    parser.add_argument("--data", type=Path, default=Path(".data"))
    args = parser.parse_args(argv)
    split = parts(args.data)["dev"]
    found = [log_shares(args.folder, split[name]) for name in SETS if name in split]
    times = best_temperature(found)
    for name, (scores, labels) in zip((n for n in SETS if n in split), found, strict=True):
        right = float((scores.argmax(1) == labels).mean())
        print(f"{name}: {len(labels)} pairs, accuracy {right:.3f}, loss {loss(scores, labels, 1):.3f} -> "
              f"{loss(scores, labels, times):.3f}")  # fmt: skip
    path = args.folder / "model.json"
    card = json.loads(path.read_text(encoding="utf-8"))
    card["temperature"] = round(card["temperature"] * times, 4)
    path.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(f"temperature {card['temperature']:g}")


if __name__ == "__main__":
    main()
