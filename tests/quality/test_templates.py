"""The document stage on pages of many templates, scored by the newsroom scorer, with pinned floors."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.capture import CaptureOptions
from sayso.nouns import Given, to_json
from sayso.pipeline import Item, read_inputs
from sayso.plugins import load_reader

PAGES = Path(__file__).resolve().parents[1] / "pages"
#: measure -> floor, as measured less a page or two. Raised when we get better, never lowered.
SEEN = {
    "text F1": 0.99,
    "comments": 0.98,
    "date": 0.95,
    "title": 1.0,
    "outlet": 1.0,
    "authors exact": 1.0,
    "spam": 0.97,
}
UNSEEN = {"text F1": 0.96, "comments": 0.72, "date": 1.0, "title": 1.0, "outlet": 0.75, "authors exact": 0.87}


@pytest.mark.parametrize(("folder", "floors"), [("seen", SEEN), ("unseen", UNSEEN)])
def test_templates(folder: str, floors: dict[str, float], shared_data: Path, tmp_path: Path) -> None:
    gold = PAGES / folder
    pages = [str(p) for p in sorted(gold.glob("*/*")) if p.suffix in (".html", ".txt")]
    items = list(read_inputs(pages, options=CaptureOptions(), given=Given(), reader=load_reader("rules")))
    assert all(isinstance(item, Item) for item in items), [str(i) for i in items if not isinstance(i, Item)]
    readings = tmp_path / "readings"
    readings.mkdir()
    for number, item in enumerate(items):
        assert isinstance(item, Item)
        (readings / f"{number:03d}.json").write_bytes(to_json(item.reading))
    scorer = shared_data.parent / "scoring" / "score_newsroom.py"
    out = tmp_path / "scores.json"
    subprocess.run(
        [sys.executable, str(scorer), str(readings), "--gold", str(gold), "--json", str(out)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    scores = json.loads(out.read_text(encoding="utf-8"))
    reached = {name: scores[name].get("f1", scores[name].get("rate", scores[name].get("mean"))) for name in floors}
    assert {name: value for name, value in reached.items() if value < floors[name]} == {}
    assert scores["comment leaked into text"]["rate"] == 0
