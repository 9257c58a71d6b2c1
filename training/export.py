"""Export a checkpoint as two ONNX graphs, arrays, labels, hashes and a card: ``python -m training.export``.

The matrices of both graphs are stored in 8 bits, one scale a channel; their heads (word scores, states, roles) stay in
32 bits, since they are small and their outputs decide. Weights use 7 of the 8 bits: on processors without VNNI the
products of full 8-bit numbers overflow their 16-bit sums.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from training import labels
from training.card import Run, keep_runs, refresh
from training.net import ARC, REL, STATE, Net

#: biases before any are chosen on development data (``training.choose``)
START = {"outer": 0.0, "cue": 0.0, "alone": 0.6, "nested": 0.4, "ruled": 0.2, "ruled_nested": 0.05}
FILES = ("encoder.onnx", "roles.onnx", "arrays.npz", "tokenizer.json")


def load_net(checkpoint: Path, encoder: Path, *, eager: bool = False) -> Net:
    """The net of a checkpoint; ``eager`` where its attention must be exported."""
    net = Net(encoder)
    net.load_state_dict(torch.load(checkpoint, map_location="cpu", weights_only=True)["net"])
    if eager:
        net.encoder.bert.config._attn_implementation = "eager"
    net.eval()
    return net


def runs_of(checkpoint: Path, encoder: Path) -> list[Run]:
    """The runs that made a checkpoint, the first one first; what one printed lies beside its checkpoint as ``.out``."""
    kept = torch.load(checkpoint, map_location="cpu", weights_only=True)
    printed = checkpoint.with_suffix(".out")
    own = Run.of(kept, encoder=encoder, printed=printed.read_text(encoding="utf-8") if printed.exists() else "")
    start = kept["args"].get("start", "None")
    return [own] if start == "None" else [*runs_of(Path(start), encoder), own]


def export_graphs(net: Net, folder: Path) -> None:
    """``encoder.onnx`` and ``roles.onnx`` in 32 bits."""
    ids = torch.randint(1000, 20000, (2, 48))
    ones = torch.ones_like(ids)
    wide = {0: "windows", 1: "pieces"}
    inputs, outputs = ["input_ids", "feature_ids", "attention_mask"], ["scores", "states", "arcs"]
    torch.onnx.export(
        net.encoder, (ids, ones, ones), str(folder / "encoder.onnx"), opset_version=17, dynamo=False,
        input_names=inputs, output_names=outputs, dynamic_axes=dict.fromkeys([*inputs, *outputs], wide),
    )  # fmt: skip
    words, cue = torch.randn(3, 40, STATE), torch.randn(3, STATE)
    place = torch.ones(3, 40, dtype=torch.long)
    rows = {0: "cues", 1: "words"}
    inputs, outputs = ["words", "cue", "places", "sentences", "mask"], ["roles", "circumstances"]
    torch.onnx.export(
        RolesWithoutChain(net.roles), (words, cue, place, place, place), str(folder / "roles.onnx"), opset_version=17,
        dynamo=False, input_names=inputs, output_names=outputs,
        dynamic_axes=dict.fromkeys([*inputs, *outputs], rows) | {"cue": {0: "cues"}},
    )  # fmt: skip


class RolesWithoutChain(nn.Module):
    """The second net as a graph; its transitions are exported as an array."""

    def __init__(self, roles: nn.Module) -> None:
        super().__init__()
        self.inner = roles

    def forward(self, *inputs: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        return self.inner(*inputs)  # type: ignore[no-any-return]


#: the heads of both graphs, by part of the name of a node: their scores decide, and they cost little
HEADS = ("/scores/", "/states/", "/arcs/", "/inner/roles/", "/inner/circumstances/")


def quantise(source: Path, target: Path, keep: tuple[str, ...] = HEADS, **how: object) -> None:
    """8-bit weights for all matrices of a graph but its heads."""
    import onnx

    graph = onnx.load(str(source)).graph
    spared = [node.name for node in graph.node if any(part in node.name for part in keep)]
    options = {"per_channel": True, "reduce_range": True, "weight_type": QuantType.QInt8} | how
    quantize_dynamic(
        str(source), str(target), nodes_to_exclude=spared, op_types_to_quantize=["MatMul", "Gather"], **options
    )


def write(net: Net, encoder: Path, out: Path, biases: dict[str, float], version: str, *, small: bool = True) -> None:
    """All files of a model."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        export_graphs(net, Path(folder))
        make = quantise if small else shutil.copy
        for name in ("encoder.onnx", "roles.onnx"):
            make(Path(folder) / name, out / name)
    shutil.copy(encoder / "tokenizer.json", out / "tokenizer.json")
    parser = net.parser
    arrays = {name: getattr(parser, name) for name in ("root", "root_rel", "arc", "head_bias", "rel")}
    arrays["transitions"] = net.roles.chain.transitions
    np.savez(out / "arrays.npz", **{name: value.detach().numpy().astype(np.float32) for name, value in arrays.items()})
    card = {
        "version": version,
        "labels": {
            "columns": labels.COLUMNS, "cue": labels.CUE, "names": labels.NAMES, "upos": labels.UPOS,
            "deprels": labels.DEPRELS, "roles": labels.ROLES, "circumstances": labels.CIRCUMSTANCES,
            "state": STATE, "arc": ARC, "rel": REL,
        },
        "biases": biases,
        "files": {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in FILES},
    }  # fmt: skip
    (out / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def main(argv: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="1")
    parser.add_argument("--biases", type=json.loads, default=START)
    parser.add_argument("--full", action="store_true", help="keep the encoder in 32 bits")
    args = parser.parse_args(argv)
    net = load_net(args.checkpoint, args.encoder, eager=True)
    write(net, args.encoder, args.out, args.biases, args.version, small=not args.full)
    keep_runs(args.out, runs_of(args.checkpoint, args.encoder))
    refresh(args.out)


if __name__ == "__main__":
    main()
