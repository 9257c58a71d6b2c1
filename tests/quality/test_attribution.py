"""Pinned floors of the reader by rules: a change may raise them, never lower them quietly.

The floors stand a little below what ``benchmarks/attribution.py`` prints, so that they catch a loss and not a rounding.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from scored_readings import below, read, score, write, write_newsroom

from sayso.reader.rules import RulesReader

pytestmark = pytest.mark.shared

NEWSROOM = {"cue": 0.90, "source span": 0.87, "content": 0.81, "cue+source+content": 0.78}
NEWSROOM_RATES = {"parent": 0.94, "manner": 0.96, "speaker name": 0.94}
CHAINS = {"cue": 0.91, "triple": 0.82}
#: Per cent: exact F1 of a role, and of the whole; on the articles whose name hashes to an even number.
POLNEAR = {"source": 60.0, "cue": 55.0, "content": 55.5}
POLNEAR_SOFT = 54.5


def test_newsroom(shared_data: Path, tmp_path: Path) -> None:
    write_newsroom(tmp_path, RulesReader(), shared_data / "newsroom")
    total = score(shared_data, "score_newsroom.py", tmp_path, "--only", "html", "--gold", str(shared_data / "newsroom"))
    assert below({key: total[key]["f1"] for key in NEWSROOM}, NEWSROOM) == {}
    assert below({key: total[key]["rate"] for key in NEWSROOM_RATES}, NEWSROOM_RATES) == {}


def test_chains(shared_data: Path, tmp_path: Path) -> None:
    for path in (shared_data / "chains").glob("*.txt"):
        write(tmp_path, read(RulesReader(), path.read_text(encoding="utf-8")), path.stem)
    total = score(shared_data, "score_chains.py", tmp_path, "--gold", str(shared_data / "chains"))["total"]
    assert below({key: total[key]["F1"] for key in CHAINS}, CHAINS) == {}


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
            write(readings, read(RulesReader(), path.read_text(encoding="utf-8")), path.name)
    total = score(shared_data, "score_polnear.py", readings, str(half))
    assert below({role: total[role]["exact"][2] for role in POLNEAR}, POLNEAR) == {}
    assert total["soft tuple"][2] >= POLNEAR_SOFT
