"""Movements: who goes from where to where, on the pages of newsroom and on the real news of chains.

The gold of newsroom has the movements that its makers planted, hardly the others of the same pages; so its precision is
a lower bound, and how many movements were found beside the planted ones is told. No peer reads movements.

    python benchmarks/movements.py [--profile rules|model]
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from data import SHARED
from newsroom import NEWSROOM, read_all
from readings import document, interpret, reader_of, score, with_profile, write
from results import record, table
from sayso.reader.layers import Reader

#: what the scorer leaves out where nothing was found
NONE = {"ok": 0, "of": 0, "rate": 0.0}
CHAINS = SHARED / "data" / "chains"


def read_chains(reader: Reader, into: Path) -> None:
    """Write one reading a document."""
    for path in sorted(CHAINS.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (CHAINS / f"{name}.txt").read_text(encoding="utf-8")
        write(into, name, interpret(document(text, f"{name}.txt", gold.get("published")), reader))


def cells(found: Mapping[str, Any]) -> list[object]:
    """Precision, recall and F1 with their counts, by either scorer's names."""
    if "rate" in found or "accuracy" in found:
        right, of = found.get("ok", found.get("right", 0)), found["of"]
        return [f"{right} of {of}", "", "", right / of if of else 0.0]
    precision, recall = found.get("p", found.get("P", 0.0)), found.get("r", found.get("R", 0.0))
    predicted, gold = found.get("pred", 0), found["gold"]
    return [
        f"{found['tp']} of {predicted} found, {gold} gold",
        precision,
        recall,
        found.get("f1", found.get("F1", 0.0)),
    ]


def main() -> None:
    """Score both sets and write the section."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    with_profile(parser)
    given = parser.parse_args()
    reader = reader_of(given)
    rows: list[list[object]] = []
    with tempfile.TemporaryDirectory() as scratch:
        pages, news = Path(scratch) / "pages", Path(scratch) / "chains"
        pages.mkdir()
        news.mkdir()
        read_all(NEWSROOM, pages, reader)
        for only, name in (("html", "newsroom, HTML pages"), ("txt", "newsroom, text captures")):
            found = score("score_newsroom.py", pages, "--only", only)
            measures = ("movement found", "movement slots", "movement status")
            rows += [[name, m.removeprefix("movement "), *cells(found.get(m, NONE))] for m in measures]
        read_chains(reader, news)
        found = score("score_chains.py", news, "--gold", str(CHAINS))
        found = found["total"]
        told = {"movement": "found", "movement slots": "slots", "movement status": "status"}
        rows += [["chains", name, *cells(found[measure])] for measure, name in told.items()]
    lines = table(["set", "measure", "counts", "P", "R", "F1 or rate"], rows)
    record(f"Movements, profile {given.profile}", f"python benchmarks/movements.py --profile {given.profile}", lines)


if __name__ == "__main__":
    main()
