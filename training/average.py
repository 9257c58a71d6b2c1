"""Average checkpoints of one line of runs: ``python -m training.average --out OUT.pt A.pt=0.65 B.pt=0.35``.

Weights that lie in one basin, as those of runs do that go on from one another, are often better in the mean than each
by itself (Wortsman et al. 2022, *Model soups*). What else a checkpoint holds is taken from the first one.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import torch


def average(checkpoints: list[tuple[dict[str, Any], float]]) -> dict[str, Any]:
    """The first checkpoint with the weighted mean of all nets.

    Args:
        checkpoints: each with its share; the shares add up to 1.
    """
    first = checkpoints[0][0]
    net = {
        name: sum((kept["net"][name] * share for kept, share in checkpoints), torch.zeros_like(value))
        if value.is_floating_point()
        else value
        for name, value in first["net"].items()
    }
    return first | {"net": net}


def main(argv: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("parts", nargs="+", metavar="CHECKPOINT=SHARE")
    args = parser.parse_args(argv)
    parts = [(path, float(share)) for path, _, share in (part.rpartition("=") for part in args.parts)]
    if abs(sum(share for _, share in parts) - 1) > 1e-6:
        parser.error("the shares must add up to 1")
    loaded = [(torch.load(path, map_location="cpu", weights_only=True), share) for path, share in parts]
    torch.save(average(loaded), args.out)


if __name__ == "__main__":
    main()
