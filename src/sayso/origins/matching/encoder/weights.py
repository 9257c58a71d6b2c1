"""The files of the model: checked against their hashes, loaded once a process."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from sayso.errors import EncoderError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from sayso.origins.matching.encoder.graphs import Graphs

FOLDER = Path(__file__).parent / "data"


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """``model.json``: what the files are. ``files`` maps a name to its SHA-256.

    ``temperature`` divides the scores of a pair (Guo et al. 2017), ``dimension`` is that of a vector; texts are cut
    after so many pieces (``text`` for vectors, ``pair`` for both texts of a pair).
    """

    version: str
    dimension: int
    temperature: float
    text: int
    pair: int
    files: dict[str, str]


class Model(NamedTuple):
    """All that is needed to run it. ``texts`` and ``pairs`` are the tokenizers of either use."""

    card: Card
    texts: Tokenizer
    pairs: Tokenizer
    graphs: Graphs


def installed(folder: Path = FOLDER) -> bool:
    """Whether there is a model at all; nothing of it is read."""
    return (folder / "model.json").is_file()


@functools.cache
def load_model(folder: Path = FOLDER) -> Model:
    """The model of a folder.

    Raises:
        EncoderError: a file is missing (SAY-110), or is not the one that the card names (SAY-111); onnxruntime cannot
            be loaded (SAY-112).
    """
    from sayso.origins.matching.encoder.graphs import OnnxGraphs

    try:
        card = msgspec.json.decode((folder / "model.json").read_bytes(), type=Card)
        for name, expected in card.files.items():
            with (folder / name).open("rb") as opened:
                if hashlib.file_digest(opened, "sha256").hexdigest() != expected:
                    raise EncoderError("SAY-111", folder.name, f"{name} is not the file that was published")
        tokenizer = folder / "tokenizer.json"
        return Model(card, _tokenizer(tokenizer, card.text), _tokenizer(tokenizer, card.pair), OnnxGraphs(folder))
    except FileNotFoundError as fault:
        raise EncoderError("SAY-110", Path(str(fault.filename)).name) from fault
    except EncoderError:
        raise
    except Exception as fault:  # tokenizers and onnxruntime raise what they like
        raise EncoderError("SAY-111", folder.name, f"{type(fault).__name__}: {fault}") from fault


def _tokenizer(path: Path, length: int) -> Tokenizer:
    from tokenizers import Tokenizer

    made = Tokenizer.from_str(path.read_text(encoding="utf-8"))
    made.no_padding()
    made.enable_truncation(length)
    return made
