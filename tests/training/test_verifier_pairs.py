"""Pairs for the verifier: what they look like, which part they lie in, what is made of them; and the temperature."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.data.manifest import read
from training.verifier import calibrate, card
from training.verifier.pairs import DEV, HELD, SETS, Pair, made_pairs, part_of, parts, plain, renumbered


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("The dog -LRB- a pug -RRB- barks .", "The dog (a pug) barks."),
        ("`` Go , '' he said", '" Go, " he said'),
        ("Westlife 's 9.8  million", "Westlife's 9.8 million"),
        ("12 , 000", "12, 000"),
    ],
)
def test_tokens_become_text(written: str, expected: str) -> None:
    assert plain(written) == expected


def test_parts_are_decided_by_the_group_alone() -> None:
    found = [part_of(f"page {n}") for n in range(4000)]
    assert found.count("held") / 4000 == pytest.approx(HELD / 100, abs=0.02)
    assert found.count("dev") / 4000 == pytest.approx(DEV / 100, abs=0.015)
    assert part_of("page 1") == part_of("page 1")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "claims"
    for files, _ in SETS.values():
        for file in files:
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            rows = []
            for n in range(300):  # one claim in ten stands in every set, on another page in each
                own = "" if n % 10 == 0 else f" of {file}"
                row = {"premise": f"Page {n}{own} has {n} rows .", "hypothesis": f"Here are {n} rows{own} ."}
                rows.append(row | {"label": "ECN"[n % 3], "group": f"{file} {n}"})
            path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return tmp_path


def test_no_page_lies_on_both_sides(data: Path) -> None:
    split = parts(data)
    for name in ("vitaminc-real", "snli", "fm2"):
        groups = [{pair.group for pair in split[part].get(name, [])} for part in ("train", "dev", "held")]
        assert groups[0]
        assert groups[2]
        assert not groups[0] & groups[2]
        assert not groups[0] & groups[1]


def test_a_claim_that_is_measured_on_is_learnt_from_no_other_set(data: Path) -> None:
    split = parts(data)
    kept_out = {pair.hypothesis for pairs in split["held"].values() for pair in pairs}
    assert not [
        p for name in ("vitaminc-real", "fm2", "conjnli") for p in split["train"][name] if p.hypothesis in kept_out
    ]


def test_what_is_only_measured_is_never_learnt(data: Path) -> None:
    split = parts(data)
    assert "anli" in split["held"]
    assert "anli" not in split["train"]
    assert "fever-adversarial" not in split["train"]


@given(seed=st.integers(0, 500))
def test_another_number_is_another(seed: int) -> None:
    rng = random.Random(seed)
    made = renumbered("In 2019 the plant made 12,500 tonnes, 3.5 times as much.", rng)
    assert made is not None
    assert made != "In 2019 the plant made 12,500 tonnes, 3.5 times as much."
    assert made.startswith("In ")


@pytest.mark.parametrize("text", ["No number here.", "The F-16 and the A380 flew.", "on 12.06.2019"])
def test_what_is_no_plain_number_stays(text: str) -> None:
    assert renumbered(text, random.Random(1)) is None


def test_made_pairs_are_of_training_texts() -> None:
    pairs = [Pair(f"Page {n} has {n + 3} rows.", f"There are {n + 3}.", 0, f"g{n}", "own") for n in range(8)]
    made = made_pairs(pairs, random.Random(2), 60)
    assert len(made) == 60
    assert {pair.label for pair in made} == {0, 1, 2}
    assert all(pair.premise == pair.hypothesis for pair in made if pair.label == 0)
    assert all(pair.premise != pair.hypothesis for pair in made if pair.label == 1)


def test_the_temperature_undoes_a_stretch() -> None:
    rng = np.random.default_rng(3)
    scores = rng.normal(size=(4000, 3)) * 2
    shares = np.exp(scores) / np.exp(scores).sum(1, keepdims=True)
    labels = np.array([rng.choice(3, p=row) for row in shares])
    assert calibrate.best_temperature([(scores * 2, labels)]) == pytest.approx(2, rel=0.1)
    assert calibrate.best_temperature([(scores, labels)]) == pytest.approx(1, rel=0.1)
    assert calibrate.loss(scores, labels, 1) < calibrate.loss(scores, labels, 3)


def test_the_manifest_names_every_set_that_is_read() -> None:
    named = {file for one in read(card.MANIFEST) for file in one["files"]}
    uses = {file: one["use"] for one in read(card.MANIFEST) for file in one["files"]}
    for name, (files, trained) in SETS.items():
        if name == "anli":  # not part of the snapshot
            continue
        assert {f"claims/{file}" for file in files} <= named
        assert {uses[f"claims/{file}"] for file in files} == {"train" if trained else "measure only"}


def test_the_card_tells_files_data_and_figures(tmp_path: Path) -> None:
    (tmp_path / "pairs.onnx").write_bytes(b"graph")
    model = {"version": "4", "dimension": 384, "temperature": 1.25, "files": {"pairs.onnx": "as published"}}
    (tmp_path / "model.json").write_text(json.dumps(model))
    untold = card.write_card(tmp_path).read_text()
    assert "How the weights were made was not kept." in untold
    assert "Not measured yet." in untold
    kept = {
        "args": {"minutes": "65", "seed": "1", "data": "/somewhere"},
        "minutes": 65.01,
        "pairs": 1234,
        "pieces": 5,
        "epoch": 2,
    }
    (tmp_path / "training.json").write_text(json.dumps({"runs": [card.run_of(kept)] * 2}))
    (tmp_path / "metrics.json").write_text(json.dumps({"SNLI": {"command": "python x.py", "accuracy": 0.8}}))
    told = card.write_card(tmp_path).read_text()
    for part in (
        "version 4",
        "temperature 1.25",
        "`pairs.onnx`",
        "--minutes 65",
        "--start verifier-1.pt",
        "1,234 pairs",
        "CC BY-SA",
        "0.800",
    ):
        assert part in told
    assert "/somewhere" not in told
