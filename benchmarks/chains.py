"""Chains: who said what through whom, on real news with hand-made chains.

Run:  python benchmarks/chains.py [--profile rules|model] [--gold DIR] [--limit N] [--errors FILE]

The scorer is ``shared/scoring/score_chains.py``, which defines the measures. The documents are read from their text,
with the date of publication that the gold gives. ``--errors FILE`` writes what is missed,
spurious or misplaced.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from data import SHARED
from readings import document, interpret, options, reader_of, report, score, write
from results import table

GOLD = SHARED / "data" / "chains"
#: Each measure of the scorer, and the same in words.
MEASURES = {
    "cue": "cue, F1",
    "source exact": "source exact, F1",
    "source 0.5": "source, F1",
    "content exact": "content exact, F1",
    "content 0.7": "content, F1",
    "triple": "cue, source and content, F1",
    "speaker strict": "speaker, whole name",
    "speaker head": "speaker, last word",
    "parent": "parent",
    "parent (nested)": "parent, of nested ones",
    "manner": "manner",
    "hedged": "hedged, F1",
    "said": "when it was said",
}


def main() -> None:
    parser = options(__doc__)
    parser.add_argument("--gold", type=Path, default=GOLD, help="another folder of the same kind")
    parser.add_argument("--errors", type=Path, help="write what is wrong to this file")
    given = parser.parse_args()
    reader = reader_of(given)
    paths = sorted(given.gold.glob("*.gold.json"))[: given.limit]
    extra = ["--errors", str(given.errors)] if given.errors else []
    with tempfile.TemporaryDirectory() as scratch:
        folder, gold = Path(scratch) / "readings", Path(scratch) / "gold"
        folder.mkdir()
        gold.mkdir()
        for path in paths:
            name = path.name.removesuffix(".gold.json")
            text = path.with_name(f"{name}.txt").read_text(encoding="utf-8")
            for each in (path, path.with_name(f"{name}.txt")):
                (gold / each.name).symlink_to(each.resolve())
            published = json.loads(path.read_text(encoding="utf-8")).get("published")
            write(folder, name, interpret(document(text, name, published), reader))
        total = score("score_chains.py", folder, "--gold", str(gold), *extra)["total"]
    rows = [
        (words, total[key].get("F1", total[key].get("accuracy"))) for key, words in MEASURES.items() if key in total
    ]
    lines = [f"{len(paths)} documents.", "", *table(["measure", "F1 or accuracy"], rows)]
    report("Chains", "chains.py", given, lines)


if __name__ == "__main__":
    main()
