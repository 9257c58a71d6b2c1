"""Pinned floors of the reader by rules: a change may raise them, never lower them quietly.

The floors stand a little below what ``benchmarks/attribution.py`` prints, so that they catch a loss and not a rounding.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plain_documents import document
from sayso.nouns import Reading, to_json
from sayso.reader.rules import RulesReader
from sayso.speakers import resolve

pytestmark = pytest.mark.shared

NEWSROOM = {"cue": 0.90, "source span": 0.87, "content": 0.81, "cue+source+content": 0.78}
NEWSROOM_RATES = {"parent": 0.94, "manner": 0.96, "speaker name": 0.94}
CHAINS = {"cue": 0.91, "triple": 0.82}
#: Per cent: exact F1 of a role, and of the whole; on the articles whose name hashes to an even number.
POLNEAR = {"source": 60.0, "cue": 55.0, "content": 55.5}
POLNEAR_SOFT = 54.5


def read(text: str, published: str | None) -> Reading:
    made = document(text, published)
    layers = RulesReader().read(made)
    speakers = resolve(made, layers)
    return Reading(document=made, entities=speakers.entities, attributions=speakers.attributions)


def named(reading: Reading, source: str) -> bytes:
    data = json.loads(to_json(reading))
    data["document"]["source"] = source
    return json.dumps(data).encode()


def score(shared: Path, script: str, folder: Path, *arguments: str) -> dict[str, Any]:
    out = folder / "score.out"
    command = [sys.executable, str(shared.parent / "scoring" / script), str(folder), *arguments, "--json", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def test_newsroom(shared_data: Path, tmp_path: Path) -> None:
    for path in (shared_data / "newsroom").glob("*/*.gold.json"):
        if path.name != "story.gold.json":
            gold = json.loads(path.read_text(encoding="utf-8"))
            name = path.name.removesuffix(".gold.json")
            reading = read(gold["text"], gold["published"][:10])
            (tmp_path / f"{path.parent.name}__{name}.json").write_bytes(
                named(reading, f"{path.parent.name}/{name}.html")
            )
    total = score(shared_data, "score_newsroom.py", tmp_path, "--only", "html", "--gold", str(shared_data / "newsroom"))
    assert {key: total[key]["f1"] for key in NEWSROOM if total[key]["f1"] < NEWSROOM[key]} == {}
    assert {key: total[key]["rate"] for key in NEWSROOM_RATES if total[key]["rate"] < NEWSROOM_RATES[key]} == {}


def test_chains(shared_data: Path, tmp_path: Path) -> None:
    for path in (shared_data / "chains").glob("*.txt"):
        (tmp_path / f"{path.stem}.json").write_bytes(named(read(path.read_text(encoding="utf-8"), None), path.stem))
    total = score(shared_data, "score_chains.py", tmp_path, "--gold", str(shared_data / "chains"))["total"]
    assert {key: total[key]["F1"] for key in CHAINS if total[key]["F1"] < CHAINS[key]} == {}


@pytest.mark.slow
def test_polnear(corpus: Callable[[str], Path], shared_data: Path, tmp_path: Path) -> None:
    part = corpus("polnear") / "polnear" / "data" / "dev"
    half = tmp_path / "gold"
    (half / "text").mkdir(parents=True)
    (half / "attributions").symlink_to(part / "attributions")
    readings = tmp_path / "readings"
    readings.mkdir()
    for path in (part / "text").iterdir():
        if hashlib.sha256(path.name.encode()).digest()[0] % 2 == 0:
            (half / "text" / path.name).symlink_to(path)
            reading = named(read(path.read_text(encoding="utf-8"), None), path.name)
            (readings / f"{path.name}.json").write_bytes(reading)
    total = score(shared_data, "score_polnear.py", readings, str(half))
    assert {role: total[role]["exact"][2] for role in POLNEAR if total[role]["exact"][2] < POLNEAR[role]} == {}
    assert total["soft tuple"][2] >= POLNEAR_SOFT
