"""The whole walk over the newsroom pages, scored by the newsroom scorer.

    python benchmarks/newsroom.py [--gold DIR] [--readings DIR]

Reads every page with ``sayso``'s pipeline and hands the readings to ``score_newsroom.py``; prints the figures of the
stages that exist so far (page, comments, attributions, quantities, times).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from data import ROOT, SHARED
from results import record, table
from sayso.capture import CaptureOptions
from sayso.nouns import Given, to_json
from sayso.pipeline import Item, read_inputs
from sayso.plugins import load_reader

NEWSROOM = SHARED / "data" / "newsroom"
SCORER = SHARED / "scoring" / "score_newsroom.py"
KEPT = {
    "page": (
        "text F1",
        "text precision",
        "text recall",
        "headings",
        "comment leaked into text",
        "caption leaked into text",
        "article paragraph lost or broken",
        "date",
        "title",
        "outlet",
        "authors exact",
    ),
    "comments": ("comments", "comment author", "comment page ('on')", "spam"),
    "reading": (
        "attribution",
        "cue",
        "source span",
        "content",
        "cue+source+content",
        "speaker name",
        "source kind",
        "manner",
        "parent",
        "quantity found with low, high and unit right",
        "time found with value right",
    ),
}


def read_all(folder: Path, into: Path) -> int:
    """Write one reading a page; the number of pages refused."""
    pages = [str(p) for p in sorted(folder.glob("*/*")) if p.suffix in (".html", ".txt")]
    refused = 0
    for number, item in enumerate(
        read_inputs(pages, options=CaptureOptions(), given=Given(), reader=load_reader("rules"))
    ):
        if not isinstance(item, Item):
            print(item, file=sys.stderr)
            refused += 1
        else:
            (into / f"{number:04d}.json").write_bytes(to_json(item.reading))
    return refused


def score(readings: Path, gold: Path, only: str | None) -> dict[str, dict[str, float]]:
    """Run the scorer; its figures by name."""
    out = readings / f"score-{only}.out"
    command = [sys.executable, str(SCORER), str(readings), "--gold", str(gold), "--json", str(out)]
    subprocess.run(command + (["--only", only] if only else []), check=True, stdout=subprocess.DEVNULL)
    scores: dict[str, dict[str, float]] = json.loads(out.read_text(encoding="utf-8"))
    return scores


def cell(score: dict[str, float] | None) -> str:
    if score is None:
        return "–"
    if "f1" in score:
        return f"{score['f1']:.3f} (P {score['p']:.3f}, R {score['r']:.3f})"
    value = score.get("rate", score.get("mean"))
    return "–" if value is None else f"{value:.3f}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--gold", type=Path, default=NEWSROOM)
    arguments.add_argument("--readings", type=Path, help="keep the readings in this folder")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        into = options.readings or Path(scratch)
        into.mkdir(parents=True, exist_ok=True)
        refused = read_all(options.gold, into)
        scores = {only: score(into, options.gold, only) for only in ("html", "txt")}
    counts = [len(list(options.gold.glob(f"*/*.{kind}"))) for kind in ("html", "txt")]
    own = options.gold.resolve().is_relative_to(ROOT)  # pages of ours have gold for the document stage alone
    rows = [
        (section, name, cell(scores["html"].get(name)), cell(scores["txt"].get(name)))
        for section, names in KEPT.items()
        if not (own and section == "reading")
        for name in names
    ]
    header = ("stage", "measure", f"{counts[0]} HTML pages", f"{counts[1]} text captures")
    lines = [*table(header, rows), "", f"Pages refused: {refused}."]
    if own:
        where = options.gold.resolve().relative_to(ROOT).as_posix()
        record(f"Pages on many templates: {where}", f"python benchmarks/newsroom.py --gold {where}", lines)
    else:
        record("Newsroom: the whole walk", "python benchmarks/newsroom.py", lines)


if __name__ == "__main__":
    main()
