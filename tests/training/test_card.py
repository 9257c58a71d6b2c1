"""The model card, from made-up files."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from training import card
from training.data import manifest

ROOT = Path(__file__).resolve().parents[2]
SETS = [
    {
        "name": "gazette", "use": "train", "licence": "CC BY 4.0 | texts: public domain", "origin": "https://example.org",
        "split": "its own", "sha256": "ab" * 32, "counts": {"train": {"records": 3, "words": 1200, "attributions": 17}},
    },
    {
        "name": "wire", "use": "measure only", "licence": "for research", "origin": "https://example.com",
        "split": "dev", "sha256": "cd" * 32, "note": "Never trained on.",
        "counts": {"dev": {"records": 2, "words": 80}},
    },
]  # fmt: skip
PRINTED = """Some weights were not used
epoch 1: 9 batches, documents {'gazette': 2}
1 49/528 4.0 min
epoch 2: 10 batches, documents {'gazette': 3, 'own': 40}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "model"
    made.mkdir()
    (made / "encoder.onnx").write_bytes(b"graph" * 400_000)
    model = {"version": "7", "biases": {"outer": 0.25, "nested": 0.4}, "files": {"encoder.onnx": "as published"}}
    (made / "model.json").write_text(json.dumps(model))
    return made


@pytest.fixture
def run(tmp_path: Path) -> card.Run:
    encoder = tmp_path / "encoder"
    encoder.mkdir()
    (encoder / "model.safetensors").write_bytes(b"weights")
    checkpoint = {
        "args": {"data": "someone/data", "out": "someone/out.pt", "head_rate": "0.0007", "seed": "3"},
        "epoch": 2, "pieces": 1234567, "minutes": 95.04, "documents": {"gazette": 3, "own": 40}, "net": {},
    }  # fmt: skip
    return card.Run.of(checkpoint, encoder=encoder, printed=PRINTED)


def text_of(folder: Path, **given: object) -> str:
    path = card.write_card(folder, **({"metrics": {}, "manifest": SETS} | given))  # type: ignore[arg-type]
    assert path == folder / "MODEL_CARD.md"
    return path.read_text(encoding="utf-8")


def row_of(text: str, name: str) -> str:
    (row,) = [line for line in text.splitlines() if line.startswith(f"| {name} |")]
    return row


def test_each_data_set_stands_with_use_licence_amount_and_hash(folder: Path) -> None:
    text = text_of(folder)
    assert "| train | 3 records, 1,200 words, 17 attributions |" in row_of(text, "gazette")
    assert "CC BY 4.0 \\| texts: public domain" in row_of(text, "gazette")
    assert "`abababababababab`" in row_of(text, "gazette")
    assert "| measure only | 2 records, 80 words |" in row_of(text, "wire")
    assert "- **wire**: Never trained on." in text


def test_the_real_manifest_makes_a_card_that_names_polnear_and_its_licence(folder: Path) -> None:
    text = text_of(folder, manifest=manifest.read())
    assert "published for research, no licence stated" in row_of(text, "polnear")
    assert "| measure only |" in row_of(text, "conllpp")


def test_files_stand_with_the_hash_and_size_that_they_have(folder: Path) -> None:
    text = text_of(folder)
    digest = hashlib.sha256(b"graph" * 400_000).hexdigest()
    assert row_of(text, "`encoder.onnx`") == f"| `encoder.onnx` | 2.00 | `{digest}` |"
    assert row_of(text, "`model.json`")
    assert "outer 0.25, nested 0.4" in text


def test_the_command_says_what_was_trained_and_not_on_whose_disk(folder: Path, run: card.Run) -> None:
    text = text_of(folder, runs=[run], remarks=card.Remarks(hardware="two cores"))
    assert "--out reader-1.pt --head-rate 0.0007 --seed 3\n" in text
    assert "2 epochs begun, 95 minutes, 1,234,567 word pieces." in text
    assert "- Hardware: two cores." in text
    assert "someone" not in text
    assert hashlib.sha256(b"weights").hexdigest() in text


def test_a_second_run_goes_on_from_the_first(folder: Path, run: card.Run) -> None:
    second = card.Run({"rounded": "0.8", "seed": "3"}, 1, 25.0, 10, [{"gazette": 3, "own": 41}], run.encoder)
    text = text_of(folder, runs=[run, second], remarks=card.Remarks(hardware="two cores"))
    assert "--out reader-2.pt --start reader-1.pt --rounded 0.8 --seed 3\n" in text
    assert "| 3 | 3 | 41 |" in text
    assert "took 2.0 hours on two cores" in text


def test_data_that_grew_during_the_run_are_owned_up_to(folder: Path, run: card.Run) -> None:
    text = text_of(folder, runs=[run])
    assert "not the same in every epoch (gazette, own)" in text
    assert "will therefore not give these weights bit for bit" in text
    assert "| 1 | 2 | 0 |\n| 2 | 3 | 40 |" in text


def test_data_that_stayed_the_same_are_said_to(folder: Path, run: card.Run) -> None:
    same = card.Run(run.options, 2, run.minutes, run.pieces, [{"gazette": 3}] * 2, run.encoder)
    text = text_of(folder, runs=[same])
    assert "Every epoch went through the same documents." in text
    assert "bit for bit" not in text


def test_epochs_of_which_nothing_was_kept_are_not_claimed_to_be_the_same(folder: Path, run: card.Run) -> None:
    short = card.Run(run.options, 5, run.minutes, run.pieces, [{"gazette": 3}], run.encoder)
    text = text_of(folder, runs=[short])
    assert "Only the documents of a run's last epoch were counted." in text
    assert "Every epoch" not in text


def test_a_run_that_was_begun_anew_counts_from_there() -> None:
    assert card.documents_by_epoch(PRINTED + PRINTED) == [{"gazette": 2}, {"gazette": 3, "own": 40}]
    assert card.documents_by_epoch("nothing of the kind") == []


def test_figures_keep_their_command_their_depth_and_their_gaps(folder: Path) -> None:
    metrics = {
        "Attribution": {
            "command": "python benchmarks/attribution.py --profile model",
            "cue": {"exact": 0.7312, "overlap": [0.9, 0.8, 0.85]}, "soft tuple": 72.04, "names": None, "articles": 1084,
        }
    }  # fmt: skip
    text = text_of(folder, metrics=metrics)
    assert "### Attribution\n\n`python benchmarks/attribution.py --profile model`\n" in text
    assert "| cue, exact | 0.731 |" in text
    assert "| cue, overlap | 0.900 / 0.800 / 0.850 |" in text
    assert "| soft tuple | 72.0 |" in text
    assert "| names | not measured |" in text
    assert "| articles | 1,084 |" in text


def test_nothing_that_was_not_kept_is_made_up(folder: Path) -> None:
    text = text_of(folder)
    assert "Not measured yet." in text
    assert "How the weights were made was not kept." in text
    assert "- No list has been made yet." in text


def test_kinds_of_mistakes_and_notes_are_listed(folder: Path) -> None:
    text = text_of(folder, remarks=card.Remarks("two cores", ("Cuts at dashes.",), ("Nine documents too many.",)))
    assert "Known kinds of mistakes:\n\n- Cuts at dashes.\n" in text
    assert "- Nine documents too many." in text
    assert "No list has" not in text


def test_the_card_is_made_anew_from_what_lies_in_the_folder_without_torch(folder: Path, run: card.Run) -> None:
    card.keep_runs(folder, [run])
    (folder / "metrics.json").write_text(json.dumps({"Names": {"all": 0.5}}))
    code = (
        "import sys; sys.modules['torch'] = None; from training import card; "
        f"card.main([{str(folder)!r}]); print('sayso' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [str(folder / "MODEL_CARD.md"), "False"]
    text = (folder / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "| all | 0.500 |" in text
    assert "--seed 3" in text
    assert card.Remarks.read().hardware in text


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_cell_breaks_its_table(one: str, other: str) -> None:
    lines = card.table(["a", "b"], [[one, other]]).splitlines()
    assert len(lines) == 3
    assert lines[2].replace("\\|", "").count("|") == 3
