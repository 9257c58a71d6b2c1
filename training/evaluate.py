"""Measure a model on the development parts: ``python -m training.evaluate --model DIR --data .data/train``.

The same measures as the published ones, but over sayso's own words, so that a checkpoint can be judged without pages,
readings and offsets; the figures that count are those of ``benchmarks/``.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import msgspec
import torch

from sayso.reader.model.graphs import Floats, Ints
from sayso.reader.model.labels import Labels
from sayso.reader.model.pieces import load_tokenizer
from sayso.reader.model.reader import ModelReader
from sayso.reader.model.syntax import ParserWeights
from sayso.reader.model.weights import Biases, Card, Model, load_model
from training import labels as names
from training.measures import measure
from training.net import ARC, REL, STATE, Net


class TorchGraphs:
    """A net in place of its exported graphs."""

    def __init__(self, net: Net) -> None:
        self.net = net.eval()

    @torch.inference_mode()
    def encode(self, ids: Ints, features: Ints, mask: Ints) -> tuple[Floats, Floats, Floats]:
        scores, states, arcs = self.net.encoder(*(torch.from_numpy(x) for x in (ids, features, mask)))
        return scores.numpy(), states.numpy(), arcs.numpy()

    @torch.inference_mode()
    def roles(self, words: Floats, cue: Floats, places: Ints, sentences: Ints, mask: Ints) -> tuple[Floats, Floats]:
        roles, circumstances = self.net.roles(*(torch.from_numpy(x) for x in (words, cue, places, sentences, mask)))
        return roles.numpy(), circumstances.numpy()


def model_of(net: Net, encoder: Path, biases: Biases) -> Model:
    """A net as the reader's model."""
    parser = net.parser
    weights = {name: getattr(parser, name).detach().numpy() for name in ParserWeights._fields}
    card = Card(
        version="checkpoint",
        labels=Labels(
            columns=names.COLUMNS, cue=names.CUE, names=names.NAMES, upos=names.UPOS, deprels=names.DEPRELS,
            roles=names.ROLES, circumstances=names.CIRCUMSTANCES, state=STATE, arc=ARC, rel=REL,
        ),
        biases=biases,
        files={},
    )  # fmt: skip
    transitions = net.roles.chain.transitions.detach().numpy()
    tokenizer = load_tokenizer(str(encoder / "tokenizer.json"))
    return Model(card, tokenizer, TorchGraphs(net), transitions, ParserWeights(**weights))


def main(argv: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("--model", type=Path, help="a folder of exported files")
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--encoder", type=Path, help="folder of all-MiniLM-L6-v2, with --checkpoint")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--biases", type=json.loads, help="other than those of the model")
    args = parser.parse_args(argv)
    if args.model:
        model = load_model(args.model)
        reader = ModelReader(model=model._replace(card=_with(model.card, args.biases)) if args.biases else model)
    else:
        from training.export import START, load_net

        reader = ModelReader(
            model=model_of(load_net(args.checkpoint, args.encoder), args.encoder, Biases(**(args.biases or START)))
        )
    for name, figures in measure(reader, args.data, args.limit).items():
        print(name, json.dumps(figures), flush=True)


def _with(card: Card, biases: dict[str, float]) -> Card:
    return msgspec.structs.replace(card, biases=Biases(**biases))


if __name__ == "__main__":
    main()
