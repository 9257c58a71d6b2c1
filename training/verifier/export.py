"""Export a checkpoint as three ONNX graphs, hashes and a card: ``python -m training.verifier.export``.

Weights are stored as the reader's are (``training.export``): 8 bits for the matrices of the layers, 32 for heads and
norms. The rows of the table of words lie in 4 bits, with a scale for every 32 numbers, and are unpacked by the graph:
the table is most of the file and least of the work.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 - everyone's name for it
from torch import Tensor, nn

from sayso.origins.matching.encoder.graphs import LOWER, PAIRS, VECTORS
from training import encoder as base
from training.export import quantise
from training.verifier.card import run_of, write_card
from training.verifier.net import SHARED, Verifier, load_bert, run_layers
from training.verifier.words import PackedWords, WholeWords

#: pieces of a text for its vector, and of both texts of a pair
TEXT, PAIR = 64, 96


class LowerGraph(nn.Module):
    """ids and types [b, t] -> [b, t, d]. Texts come one by one, so that nothing is ever padded."""

    def __init__(self, embeddings: nn.Module, layers: nn.ModuleList, bits: int) -> None:
        super().__init__()
        table = embeddings.word_embeddings.weight
        self.words: nn.Module = PackedWords(table) if bits == 4 else WholeWords(table)
        longest = max(TEXT, PAIR)
        self.places = nn.Parameter(embeddings.position_embeddings.weight.detach()[:longest].clone())
        self.types = nn.Parameter(embeddings.token_type_embeddings.weight.detach().clone())
        self.norm, self.layers = embeddings.LayerNorm, layers

    def forward(self, ids: Tensor, types: Tensor) -> Tensor:
        side = types.to(torch.float32)[:, :, None]
        summed = self.words(ids) + self.types[0] + side * (self.types[1] - self.types[0])
        hidden = self.norm(summed + self.places[: ids.shape[1]])
        return run_layers(self.layers, hidden, torch.ones_like(ids))


class VectorGraph(nn.Module):
    """hidden [b, t, d] -> [b, d] of length 1: the original's upper layers, mean-pooled."""

    def __init__(self, layers: nn.ModuleList) -> None:
        super().__init__()
        self.layers = layers

    def forward(self, hidden: Tensor) -> Tensor:
        ones = torch.ones_like(hidden[:, :, 0])
        return F.normalize(run_layers(self.layers, hidden, ones).mean(1), dim=-1)


class PairGraph(nn.Module):
    """hidden [b, t, d], types and overlap [b, t] -> [b, 3]."""

    def __init__(self, net: Verifier) -> None:
        super().__init__()
        self.net = net

    def forward(self, hidden: Tensor, types: Tensor, overlap: Tensor) -> Tensor:
        return self.net.upper(hidden, types, overlap, torch.ones_like(types))


def graphs(net: Verifier, original: nn.Module, folder: Path, bits: int) -> None:
    """The three graphs, their layers in 32 bits."""
    ids = torch.randint(1000, 2000, (1, 24))
    types = torch.cat([torch.zeros(1, 12), torch.ones(1, 12)], dim=1).long()
    lower = LowerGraph(original.embeddings, original.encoder.layer[:SHARED], bits).eval()
    with torch.no_grad():
        hidden = lower(ids, types)
    wide = {0: "texts", 1: "pieces"}
    for name, module, inputs, names, output in (
        (LOWER, lower, (ids, types), ["ids", "types"], "hidden"),
        (VECTORS, VectorGraph(original.encoder.layer[SHARED:]).eval(), (hidden,), ["hidden"], "vector"),
        (PAIRS, PairGraph(net).eval(), (hidden, types, types), ["hidden", "types", "overlap"], "scores"),
    ):
        axes = dict.fromkeys(names, wide) | {output: wide if name == LOWER else {0: "texts"}}
        torch.onnx.export(
            module, inputs, str(folder / name), opset_version=17, dynamo=False,
            input_names=names, output_names=[output], dynamic_axes=axes,
        )  # fmt: skip


#: what stays in 32 bits: the head, whose scores decide, and tables, which are small or have their own rounding
KEEP = ("/head/", "/Gather", "/overlap/", "/words/")


def write(net: Verifier, encoder: Path, out: Path, version: str, *, temperature: float, bits: int = 4) -> None:
    """All files of a model."""
    out.mkdir(parents=True, exist_ok=True)
    original = load_bert(encoder, "eager").eval()
    with tempfile.TemporaryDirectory() as folder:
        graphs(net, original, Path(folder), bits)
        for name in (LOWER, VECTORS, PAIRS):
            quantise(Path(folder) / name, out / name, keep=KEEP)
    (out / "tokenizer.json").write_bytes((encoder / "tokenizer.json").read_bytes())
    names = (LOWER, VECTORS, PAIRS, "tokenizer.json")
    card = {
        "version": version, "dimension": original.config.hidden_size, "temperature": temperature, "text": TEXT,
        "pair": PAIR, "files": {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in names},
    }  # fmt: skip
    (out / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def runs_of(checkpoint: Path) -> list[dict[str, Any]]:
    """The runs that made a checkpoint, the first one first."""
    kept = torch.load(checkpoint, map_location="cpu", weights_only=True)
    start = kept["args"].get("start", "None")
    return [*([] if start == "None" else runs_of(Path(start))), run_of(kept)]


def main(argv: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("--checkpoint", type=Path, help="untrained where not given, to measure speed")
    parser.add_argument(
        "--encoder", type=Path, help="folder of all-MiniLM-L6-v2; the installed package where not given"
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="1")
    parser.add_argument("--temperature", type=float, default=1.0)
    parser.add_argument("--bits", type=int, choices=(4, 8), default=4, help="of the table of words")
    args = parser.parse_args(argv)
    folder = base.checked(args.encoder or base.folder())
    net = Verifier(folder, "eager").eval()
    if args.checkpoint:
        net.load_state_dict(torch.load(args.checkpoint, map_location="cpu", weights_only=True)["net"])
    write(net, folder, args.out, args.version, temperature=args.temperature, bits=args.bits)
    if args.checkpoint:
        told = json.dumps({"runs": runs_of(args.checkpoint)}, indent=1)
        (args.out / "training.json").write_text(told + "\n", encoding="utf-8")
        write_card(args.out)


if __name__ == "__main__":
    main()
