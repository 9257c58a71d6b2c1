"""Origins of the newsroom's stories: pinned floors, never lowered silently."""

from __future__ import annotations

from pathlib import Path

import pytest
from scored_readings import score

from sayso.capture import CaptureOptions
from sayso.nouns import Given, to_json
from sayso.origins.linker import Tools
from sayso.origins.matching import encoder
from sayso.pipeline import Item, read_inputs
from sayso.plugins import DEFAULT_PROFILE, load_reader
from settled_readings import settled, shelved

#: by ``python benchmarks/origins.py``, less a little for what other machines round otherwise
FLOORS = {
    "cluster found": 0.97,
    "cluster members (pages)": 0.90,
    "true number of origins within the interval": 0.93,
    "same origin, page pairs": 0.84,
    "dependence edges": 0.80,
    "edge kind (of edges found)": 0.88,
    "relations (between clusters)": 0.50,
    "alerts": 0.70,
}
#: wider intervals hold the truth too easily
WIDEST = 0.3


@pytest.mark.shared
def test_the_newsroom_stories_are_told(shared_data: Path, tmp_path: Path) -> None:
    pages = sorted(str(page) for page in (shared_data / "newsroom").glob("*/*.html"))
    items = read_inputs(pages, options=CaptureOptions(), given=Given(), reader=load_reader(DEFAULT_PROFILE))
    readings = [item.reading for item in items if isinstance(item, Item)]
    assert len(readings) == len(pages)
    tools = Tools(embed=encoder.embed, verify=encoder.verify)
    clusters = settled(shelved(readings, tools))
    folder = tmp_path / "readings"
    folder.mkdir()
    for number, reading in enumerate(readings):
        (folder / f"{number:03d}.json").write_bytes(to_json(reading))
    lines = tmp_path / "origins.jsonl"
    lines.write_bytes(b"\n".join(to_json(cluster) for cluster in clusters))
    found = score(shared_data, "score_newsroom.py", folder, "--origins", str(lines), "--only", "html")
    figures = {name: found[name].get("f1", found[name].get("rate")) for name in FLOORS}
    assert not {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor}
    assert found["interval width"]["mean"] <= WIDEST
    assert found["alerts"]["p"] >= 0.85
