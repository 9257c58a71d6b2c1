"""Writes the model card of the verifier: ``python -m training.verifier.card FOLDER``. Needs no torch.

Made of what lies in the folder (``model.json``, ``training.json``: the runs, ``metrics.json``: what was measured), of
``training/verifier/MANIFEST.toml`` and of ``card_template.md``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

from training.card import figures_part, files_part, listed, table
from training.data.manifest import read

MANIFEST = Path(__file__).with_name("MANIFEST.toml")
TEMPLATE = Path(__file__).with_name("card_template.md")
NAME = "MODEL_CARD.md"
#: options of ``training.verifier.train`` that say what was trained; paths are left out
_OPTIONS = ("minutes", "rate", "head_rate", "budget", "threads", "seed")


def run_of(kept: Mapping[str, Any]) -> dict[str, Any]:
    """What the card tells of a run of ``training.verifier.train``, from its checkpoint."""
    return {
        "options": {name: str(kept["args"][name]) for name in _OPTIONS if name in kept["args"]},
        "minutes": round(float(kept["minutes"]), 1),
        "pairs": int(kept["pairs"]),
        "pieces": int(kept["pieces"]),
    }


def write_card(folder: Path, manifest: Sequence[Mapping[str, Any]] | None = None) -> Path:
    """Write the card into the folder of the weights."""
    model = _json(folder / "model.json")
    sets = read(MANIFEST) if manifest is None else manifest
    text = Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        version=model["version"],
        dimension=model["dimension"],
        temperature=f"{model['temperature']:g}",
        data=_data(sets),
        notes=listed(f"**{one['name']}**: {one['note']}" for one in sets if one.get("note")),
        training=_training(_json(folder / "training.json").get("runs", ())),
        figures=figures_part(_json(folder / "metrics.json")),
        files=files_part(folder, model),
    )
    path = folder / NAME
    path.write_text(text, encoding="utf-8")
    return path


def _json(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def _data(manifest: Sequence[Mapping[str, Any]]) -> str:
    rows = []
    for one in manifest:
        amounts = ", ".join(f"{part} {count['records']:,}" for part, count in one.get("counts", {}).items())
        cells = (one["name"], one["use"], amounts or "–", one["licence"], one["origin"], one["split"])
        rows.append([*cells, f"`{one['sha256'][:16]}`"])
    return table(["Set", "Use", "Pairs or records", "Licence", "From", "Split", "SHA-256"], rows)


def _training(runs: Sequence[Mapping[str, Any]]) -> str:
    if not runs:
        return "How the weights were made was not kept."
    parts = []
    for number, run in enumerate(runs, 1):
        command = f"python -m training.verifier.train --data .data --out verifier-{number}.pt"
        command += f" --start verifier-{number - 1}.pt" if number > 1 else ""
        command += "".join(f" --{name.replace('_', '-')} {value}" for name, value in run["options"].items())
        parts += [
            f"```\n{command}\n```",
            f"{run['pairs']:,} pairs of {run['pieces']:,} word pieces in {run['minutes']:g} minutes.",
        ]
    return "\n\n".join(parts)


def main(argv: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("folder", type=Path, help="a folder of exported files")
    print(write_card(parser.parse_args(argv).folder))


if __name__ == "__main__":
    main()
