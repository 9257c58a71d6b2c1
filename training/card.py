"""Writes the model card of a folder of weights: ``python -m training.card FOLDER``. Needs no torch.

The card is made of what lies in the folder (``model.json`` and the files it names, ``training.json``: how the weights
were made, ``metrics.json``: what was measured), of ``training/MANIFEST.toml`` and of the remarks in
``training/card.toml``; what never changes stands in ``training/card_template.md``. The export writes it, and it is
written again whenever one of these changes.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template
from typing import Any

from training.data.manifest import read as read_manifest
from training.encoder import sha256

REMARKS = Path(__file__).with_name("card.toml")
TEMPLATE = Path(__file__).with_name("card_template.md")
NAME = "MODEL_CARD.md"
#: options of ``training.train`` that say what was trained; paths are left out
_OPTIONS = ("epochs", "minutes", "rate", "head_rate", "size", "budget", "threads", "seed", "rounded")
_EPOCH = re.compile(r"^epoch (\d+): .*documents (\{.*\})$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the trainer; weights may be made by several, each going on from the one before.

    ``options`` of the command, ``epochs`` begun, ``minutes`` by the clock, word ``pieces`` seen, ``documents`` of each
    data set epoch by epoch, SHA-256 of the ``encoder`` that the run began with.
    """

    options: Mapping[str, str]
    epochs: int
    minutes: float
    pieces: int
    documents: Sequence[Mapping[str, int]]
    encoder: str

    @classmethod
    def of(cls, checkpoint: Mapping[str, Any], *, encoder: Path, printed: str = "") -> Run:
        """From a checkpoint of ``training.train``, the folder of the encoder, and what the run printed.

        A checkpoint counts the documents of its last epoch only; those of the others are read from what was printed.
        """
        return cls(
            options={name: str(checkpoint["args"][name]) for name in _OPTIONS if name in checkpoint["args"]},
            epochs=int(checkpoint["epoch"]),
            minutes=round(float(checkpoint["minutes"]), 1),
            pieces=int(checkpoint["pieces"]),
            documents=documents_by_epoch(printed) or [dict(checkpoint["documents"])],
            encoder=sha256(encoder / "model.safetensors"),
        )


@dataclass(frozen=True, slots=True)
class Remarks:
    """What only its makers can say of a model: ``hardware`` (a class, no machine), kinds of ``failures``, ``notes`` on
    the data of this run."""

    hardware: str = "not stated"
    failures: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @classmethod
    def read(cls, path: Path = REMARKS) -> Remarks:
        """Those of a TOML file."""
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        return cls(told["hardware"], tuple(told["failures"]), tuple(told["notes"]))


def documents_by_epoch(printed: str) -> list[dict[str, int]]:
    """The counts that a run printed at the head of each epoch; of a run begun anew, those of the last one."""
    made: list[dict[str, int]] = []
    for number, counts in _EPOCH.findall(printed):
        if int(number) == 1:
            made.clear()
        made.append(ast.literal_eval(counts))
    return made


def keep_runs(folder: Path, runs: Sequence[Run]) -> None:
    """Write ``training.json``: the runs that made the weights, in order."""
    made = [asdict(run) for run in runs]
    (folder / "training.json").write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


def write_card(
    folder: Path,
    metrics: Mapping[str, Any],
    manifest: Sequence[Mapping[str, Any]],
    runs: Sequence[Run] = (),
    remarks: Remarks | None = None,
) -> Path:
    """Write the card into the folder of the weights.

    Args:
        metrics: benchmark -> figure -> value, as deep as need be; ``command`` of a benchmark is what printed it.
        manifest: the data sets, as :func:`training.data.manifest.read` gives them.
        runs: those that made the weights; where there are none, the card says that nobody kept them.
    """
    remarks = remarks or Remarks()
    model = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    text = Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        version=model["version"],
        failures=listed(remarks.failures) or "- No list has been made yet.",
        data=_data(manifest),
        notes=listed([*(f"**{one['name']}**: {one['note']}" for one in manifest if one.get("note")), *remarks.notes]),
        documents=_documents(runs),
        training=_training(runs, remarks),
        figures=figures_part(metrics),
        files=files_part(folder, model),
        biases=", ".join(f"{name} {value:g}" for name, value in model["biases"].items()),
        spent=f"took {sum(run.minutes for run in runs) / 60:.1f} hours on {remarks.hardware}"
        if runs
        else "took a time that was not kept",
    )
    path = folder / NAME
    path.write_text(text, encoding="utf-8")
    return path


def refresh(folder: Path) -> Path:
    """Write the card from what lies in the folder and beside this file."""
    kept, measured = folder / "training.json", folder / "metrics.json"
    return write_card(
        folder,
        json.loads(measured.read_text(encoding="utf-8")) if measured.exists() else {},
        read_manifest(),
        [Run(**run) for run in json.loads(kept.read_text(encoding="utf-8"))] if kept.exists() else [],
        Remarks.read(),
    )


def _data(manifest: Sequence[Mapping[str, Any]]) -> str:
    rows = []
    for one in manifest:
        amount = one.get("counts", {}).get("train" if one["use"] == "train" else "dev", {})
        licence, origin = one["licence"], one["origin"]
        rows.append(
            [one["name"], one["use"], _amount(amount), licence, origin, one["split"], f"`{one['sha256'][:16]}`"]
        )
    return table(["Set", "Use", "Amount", "Licence", "From", "Split", "SHA-256"], rows)


def _amount(counts: Mapping[str, int]) -> str:
    order = ("records", "words", "attributions", "nested", "names", "factualities")
    return ", ".join(f"{counts[name]:,} {name}" for name in order if name in counts) or "–"


def _documents(runs: Sequence[Run]) -> str:
    """Whether every epoch went through the same documents; a set that an epoch did not have counts as nought."""
    epochs = [counts for run in runs for counts in run.documents]
    if not epochs:
        return "How many documents each epoch went through was not kept."
    names = sorted({name for counts in epochs for name in counts})
    rows = [[str(k), *(str(counts.get(name, 0)) for name in names)] for k, counts in enumerate(epochs, 1)]
    changed = [name for name in names if len({counts.get(name, 0) for counts in epochs}) > 1]
    if changed:
        told = (
            f"The data were not the same in every epoch ({', '.join(changed)}): our own texts grew, and the "
            "preparation was mended, while the first epochs ran. A run over the data as they are now will therefore "
            "not give these weights bit for bit."
        )
    elif len(epochs) < sum(run.epochs for run in runs):
        told = "Only the documents of a run's last epoch were counted."
    else:
        told = "Every epoch went through the same documents."
    return f"{told}\n\nDocuments by epoch:\n\n{table(['Epoch', *names], rows)}"


def _training(runs: Sequence[Run], remarks: Remarks) -> str:
    if not runs:
        return "How the weights were made was not kept."
    parts = []
    for number, run in enumerate(runs, 1):
        command = f"python -m training.train --data .data/train --encoder ENCODER --out reader-{number}.pt"
        command += f" --start reader-{number - 1}.pt" if number > 1 else ""
        for name, value in run.options.items():
            if value != "False":  # an option that early runs could only switch on, and did not
                command += f" --{name.replace('_', '-')} {value}"
        parts += [
            f"```\n{command}\n```",
            f"{run.epochs} epochs begun, {run.minutes:g} minutes, {run.pieces:,} word pieces.",
        ]
    told = [
        f"Hardware: {remarks.hardware}.",
        f"Seed {runs[0].options.get('seed', 'not kept')}: made once, not the best of several.",
        "The schedule ends after so many epochs or minutes, whichever comes first: a slower machine makes fewer steps.",
        f"The encoder that it began with: `model.safetensors`, SHA-256 `{runs[0].encoder}`.",
    ]
    return "\n\n".join([*parts, listed(told)])


def figures_part(metrics: Mapping[str, Any]) -> str:
    """A table for each benchmark, under the command that printed it."""
    if not metrics:
        return "Not measured yet."
    parts = ["Of development data, which were looked at while the model was made."]
    for benchmark, figures in metrics.items():
        figures = dict(figures)
        command = figures.pop("command", None)
        parts += [
            f"### {benchmark}",
            *([f"`{command}`"] if command else []),
            table(["Figure", "Value"], _flat(figures)),
        ]
    return "\n\n".join(parts)


def _flat(figures: Mapping[str, Any], above: str = "") -> list[list[str]]:
    rows = []
    for name, value in figures.items():
        path = f"{above}, {name}" if above else str(name)
        rows += _flat(value, path) if isinstance(value, Mapping) else [[path, _value(value)]]
    return rows


def _value(value: object) -> str:
    """Shares with three decimals, percent and the like with one; several values of one figure side by side."""
    if value is None:
        return "not measured"
    if isinstance(value, list | tuple):
        return " / ".join(map(_value, value))
    if isinstance(value, float):
        return f"{value:.3f}" if abs(value) <= 1 else f"{value:,.1f}"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def files_part(folder: Path, model: Mapping[str, Any]) -> str:
    """The files that ``model.json`` names, with sizes and hashes as they are."""
    names = [*model["files"], "model.json"]
    rows = [[f"`{n}`", f"{(folder / n).stat().st_size / 1e6:.2f}", f"`{sha256(folder / n)}`"] for n in names]
    return table(["File", "MB", "SHA-256"], rows)


def listed(lines: Iterable[str]) -> str:
    """A list in Markdown."""
    return "\n".join(f"- {line}" for line in lines)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; no cell breaks it."""

    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in cells) + " |"

    return "\n".join([line(header), "|" + "---|" * len(header), *map(line, rows)])


def main(argv: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("folder", type=Path, help="a folder of exported files")
    print(refresh(parser.parse_args(argv).folder))


if __name__ == "__main__":
    main()
