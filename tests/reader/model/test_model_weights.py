"""The files of a model: missing ones, damaged ones, good ones."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
import numpy as np
import pytest
from made_model import LABELS, Said, TableGraphs, made_tokenizer, parser_weights

from sayso.errors import ReaderError
from sayso.reader.model import ModelReader, weights
from sayso.reader.model.weights import Biases, Card, load_model

ARRAYS = {
    **parser_weights()._asdict(),
    "transitions": np.zeros((len(LABELS.roles), len(LABELS.roles))),
}


def seal(folder: Path) -> None:
    """Write the card over the files as they are."""
    files = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir() if p.name != "model.json"}
    biases = Biases(outer=0.0, cue=0.0, alone=0.5, nested=0.4)
    card = Card(version="7", labels=LABELS, biases=biases, files=files)
    (folder / "model.json").write_bytes(msgspec.json.encode(card))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """All files of a model, the graphs empty ones; nothing runs them."""
    (tmp_path / "encoder.onnx").write_bytes(b"encoder")
    (tmp_path / "roles.onnx").write_bytes(b"roles")
    made_tokenizer(["said"]).save(str(tmp_path / "tokenizer.json"))
    np.savez(tmp_path / "arrays.npz", **ARRAYS)
    seal(tmp_path)
    monkeypatch.setattr(weights, "OnnxGraphs", lambda *paths: TableGraphs({path.name: Said() for path in paths}))
    load_model.cache_clear()
    return tmp_path


def fault(folder: Path) -> ReaderError:
    with pytest.raises(ReaderError) as caught:
        load_model(folder)
    return caught.value


def test_a_model_is_loaded_once(folder: Path) -> None:
    model = load_model(folder)
    assert model.card.version == "7"
    assert model.card.labels == LABELS
    assert model.parser.rel.dtype == model.transitions.dtype == np.float32
    assert model.parser.rel.shape == parser_weights().rel.shape
    assert model.graphs.words == ["encoder.onnx", "roles.onnx"]  # type: ignore[attr-defined]
    assert load_model(folder) is model
    assert ModelReader(folder).version == "7"


@pytest.mark.parametrize("name", ["model.json", "encoder.onnx", "roles.onnx", "arrays.npz", "tokenizer.json"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    error = fault(folder)
    assert error.code == "SAY-081"
    assert name in str(error)


@pytest.mark.parametrize("name", ["encoder.onnx", "roles.onnx", "arrays.npz", "tokenizer.json"])
def test_a_file_that_is_another_one_is_refused(folder: Path, name: str) -> None:
    path = folder / name
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))
    error = fault(folder)
    assert error.code == "SAY-082"
    assert name in str(error)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version": 1}', b"\xff"])
def test_a_damaged_card_is_refused(folder: Path, content: bytes) -> None:
    (folder / "model.json").write_bytes(content)
    assert fault(folder).code == "SAY-082"


def test_arrays_that_lack_one_are_refused(folder: Path) -> None:
    np.savez(folder / "arrays.npz", transitions=ARRAYS["transitions"])
    seal(folder)
    assert fault(folder).code == "SAY-082"


def test_a_fault_is_not_remembered(folder: Path) -> None:
    content = (folder / "roles.onnx").read_bytes()
    (folder / "roles.onnx").unlink()
    fault(folder)
    (folder / "roles.onnx").write_bytes(content)
    assert load_model(folder).card.version == "7"


def test_nothing_is_loaded_before_it_is_needed(tmp_path: Path) -> None:
    reader = ModelReader(tmp_path / "nowhere")
    with pytest.raises(ReaderError, match="SAY-081"):
        _ = reader.version
