"""The model at run time: lazily loaded, refused when it is not the published one, and the same text the same vector."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from tokenizers import Tokenizer, models, pre_tokenizers, processors

from sayso.errors import EncoderError
from sayso.origins.matching.encoder import Verdict, cosine, embed, installed, verify, verify_both
from sayso.origins.matching.encoder.verdict import joined
from sayso.origins.matching.encoder.weights import FOLDER, Card, Model, load_model

needs_model = pytest.mark.skipif(not installed(), reason="no model is installed in this tree")


class Counting:
    """Graphs that count words: vectors of how often each id occurs; what is longer entails what is shorter."""

    def __init__(self) -> None:
        self.runs = 0

    def vector(self, ids: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        self.runs += 1
        return np.bincount(ids, minlength=8).astype(np.float32)

    def pair(
        self, ids: npt.NDArray[np.int64], types: npt.NDArray[np.int64], overlap: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.float32]:
        first, second = int((types == 0).sum()) - 2, int((types == 1).sum()) - 1
        return np.array([first - second, second - first, 0], dtype=np.float32)


@pytest.fixture
def model() -> Model:
    vocabulary = {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "the": 3, "army": 4, "rebels": 5, "left": 6}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 1), ("[SEP]", 2)]
    )
    card = Card(version="0", dimension=8, temperature=2.0, text=64, pair=96, files={})
    return Model(card, tokenizer, tokenizer, Counting())


def test_each_text_has_a_vector_in_order(model: Model) -> None:
    a, b, again = embed(["the army left", "the rebels", "the army left"], model=model)
    assert a == again != b
    assert model.graphs.runs == 2  # type: ignore[attr-defined]
    assert embed([], model=model) == []
    assert cosine(a, b) > 0


def test_probabilities_add_up(model: Model) -> None:
    longer, equal = verify([("the army left", "the army"), ("the army", "rebels left")], model=model)
    assert longer.entails + longer.contradicts + longer.neutral == pytest.approx(1)
    assert longer.entails / longer.neutral == pytest.approx(np.exp(1 / 2))  # the score divided by the temperature
    assert equal.entails == equal.contradicts == equal.neutral


def test_both_ways_is_symmetric(model: Model) -> None:
    pairs = [("the army left", "the army"), ("rebels", "the rebels left")]
    there = verify_both(pairs, model=model)
    back = verify_both([(b, a) for a, b in pairs], model=model)
    assert there == back
    assert there[0].entails == min(v.entails for v in verify([pairs[0], pairs[0][::-1]], model=model))  # type: ignore[list-item]


def test_same_needs_both_directions() -> None:
    made = joined(Verdict(0.9, 0.05, 0.05), Verdict(0.2, 0.15, 0.65))
    assert (made.same, made.contradicted) == (0.2, pytest.approx(0.1))
    assert made.entails + made.contradicts + made.neutral == pytest.approx(1)


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, sayso.origins.matching.encoder; print(*sys.modules, sep='\\n')"],
        capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    assert {"onnxruntime", "tokenizers"}.isdisjoint(told)


def test_a_missing_model_is_told(tmp_path: Path) -> None:
    assert not installed(tmp_path)
    with pytest.raises(EncoderError, match=r"SAY-110 model\.json"):
        load_model(tmp_path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    _card(tmp_path, {"lower.onnx": "ab"})
    with pytest.raises(EncoderError, match=r"SAY-110 lower\.onnx"):
        load_model(tmp_path)


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lower.onnx").write_bytes(b"other")
    _card(tmp_path, {"lower.onnx": hashlib.sha256(b"published").hexdigest()})
    with pytest.raises(EncoderError, match=r"SAY-111 .*lower\.onnx is not the file"):
        load_model(tmp_path)


def test_a_damaged_graph_is_told(tmp_path: Path) -> None:
    tokenizer = Tokenizer(models.WordLevel({"[UNK]": 0}, unk_token="[UNK]"))
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    for name in ("lower.onnx", "vectors.onnx", "pairs.onnx"):
        (tmp_path / name).write_bytes(b"no graph")
    _card(tmp_path, {})
    with pytest.raises(EncoderError, match="SAY-111"):
        load_model(tmp_path)


def _card(folder: Path, files: dict[str, str]) -> None:
    made = {"version": "0", "dimension": 4, "temperature": 1.0, "text": 64, "pair": 96, "files": files}
    (folder / "model.json").write_text(json.dumps(made))


@needs_model
def test_the_installed_model_is_the_published_one() -> None:
    model = load_model(FOLDER)
    assert {"lower.onnx", "vectors.onnx", "pairs.onnx", "tokenizer.json"} == set(model.card.files)
    assert sum((FOLDER / name).stat().st_size for name in model.card.files) < 26e6


@needs_model
def test_vectors_tell_near_from_far() -> None:
    near, same, far = embed(
        [
            "Twelve miners were killed when a shaft collapsed near Kolwezi.",
            "A mine collapse close to Kolwezi left 12 workers dead.",
            "The central bank kept its interest rate unchanged on Thursday.",
        ]
    )
    assert len(near) == load_model().card.dimension
    assert cosine(near, same) > cosine(near, far) + 0.2


@needs_model
def test_a_vector_does_not_depend_on_what_else_is_asked() -> None:
    text = "The ferry sank off the coast."
    assert embed([text])[0] == embed(["Another sentence, and a rather longer one at that.", text])[1]


@needs_model
@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Twelve miners were killed near Kolwezi.", "Miners were killed near Kolwezi.", "entails"),
        ("The ministry said 12 people were killed.", "The ministry said 40 people were killed.", "contradicts"),
        ("The ferry sank off the coast.", "The captain of the ferry had been warned twice.", "neutral"),
    ],
)
def test_plain_cases_are_told_apart(first: str, second: str, expected: str) -> None:
    verdict = verify([(first, second)])[0]
    assert max(("entails", "contradicts", "neutral"), key=lambda name: getattr(verdict, name)) == expected


@needs_model
def test_odd_texts_do_not_fail() -> None:
    verdicts = verify([("", ""), ("a" * 9000, "\u202e🜁 ١٢٣"), ("x\n\n", " ")])
    assert all(v.entails + v.contradicts + v.neutral == pytest.approx(1, abs=1e-5) for v in verdicts)
    assert all(len(v) == load_model().card.dimension for v in embed(["", "🜁", "\x00"]))
