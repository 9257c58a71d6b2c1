"""The files of a model: checked against their hashes, loaded once a process."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from sayso.errors import ReaderError
from sayso.reader.model.graphs import Graphs, OnnxGraphs
from sayso.reader.model.labels import Labels
from sayso.reader.model.pieces import load_tokenizer
from sayso.reader.model.syntax import ParserWeights

FOLDER = Path(__file__).parent / "data"
Floats = npt.NDArray[np.float32]


class Biases(msgspec.Struct, frozen=True, kw_only=True):
    """What is taken off the score of "no cue" (of the first head, ``outer``, and of the second, ``cue``) and of "no
    name"; and how sure a cue must be that the first head does not see: outside all contents where the second sees it
    (``alone``) or the rules do (``ruled``), and inside a content likewise (``nested``, ``ruled_nested``)."""

    outer: float
    cue: float
    alone: float
    nested: float
    ruled: float = 1.0
    ruled_nested: float = 1.0
    names: float = 0.0


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """``model.json``: what the files are. ``files`` maps a name to its SHA-256."""

    version: str
    labels: Labels
    biases: Biases
    #: intercept and slope that turn the logit of a raw score into that of a share of right attributions (Platt 1999)
    calibration: tuple[float, float] = (0.0, 1.0)
    files: dict[str, str]


class Model(NamedTuple):
    """Everything that reading needs."""

    card: Card
    tokenizer: Tokenizer
    graphs: Graphs
    transitions: Floats
    parser: ParserWeights


@functools.cache
def load_model(folder: Path = FOLDER) -> Model:
    """The model of a folder.

    Raises:
        ReaderError: a file is missing (SAY-081), or is not the one that the card names (SAY-082).
    """
    try:
        card = msgspec.json.decode((folder / "model.json").read_bytes(), type=Card)
        for name, expected in card.files.items():
            with (folder / name).open("rb") as opened:
                if hashlib.file_digest(opened, "sha256").hexdigest() != expected:
                    raise ReaderError("SAY-082", str(folder.name), f"{name} is not the file that was published")
        with np.load(folder / "arrays.npz", allow_pickle=False) as file:
            arrays = {name: values.astype(np.float32) for name, values in file.items()}
        return Model(
            card=card,
            tokenizer=load_tokenizer(str(folder / "tokenizer.json")),
            graphs=OnnxGraphs(folder / "encoder.onnx", folder / "roles.onnx"),
            transitions=arrays["transitions"],
            parser=ParserWeights(**{name: arrays[name] for name in ParserWeights._fields}),
        )
    except FileNotFoundError as fault:
        raise ReaderError("SAY-081", Path(str(fault.filename)).name) from fault
    except (OSError, msgspec.DecodeError, ValueError, KeyError) as fault:
        raise ReaderError("SAY-082", str(folder.name), f"{type(fault).__name__}: {fault}") from fault
