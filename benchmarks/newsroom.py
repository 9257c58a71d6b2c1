"""The whole walk over the newsroom pages, scored by the newsroom scorer.

    python benchmarks/newsroom.py [--profile rules|model] [--gold DIR] [--readings DIR]

Reads every page with ``sayso``'s pipeline and hands the readings to ``score_newsroom.py``; prints the figures of the
stages that exist so far (page, comments, attributions, quantities, times). A last column has the figures of the reading
from the gold text of each page, without the page's extraction.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from data import ROOT, SHARED
from readings import document, interpret, reader_of, score, with_profile, write
from results import record, table
from sayso.capture import CaptureOptions
from sayso.nouns import Given
from sayso.pipeline import Item, read_inputs
from sayso.reader.layers import Reader

NEWSROOM = SHARED / "data" / "newsroom"
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
        "said interval",
        "hedged",
        "denied",
        "quantity found with low, high and unit right",
        "time found with value right",
    ),
}


def read_all(folder: Path, into: Path, reader: Reader) -> int:
    """Write one reading a page; the number of pages refused."""
    pages = [str(p) for p in sorted(folder.glob("*/*")) if p.suffix in (".html", ".txt")]
    refused = 0
    for number, item in enumerate(read_inputs(pages, options=CaptureOptions(), given=Given(), reader=reader)):
        if isinstance(item, Item):
            write(into, f"{number:04d}", item.reading)
        else:
            print(item, file=sys.stderr)
            refused += 1
    return refused


def read_texts(folder: Path, into: Path, reader: Reader) -> None:
    """Write one reading a page, of its gold text."""
    for path in sorted(folder.glob("*/*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "text" in gold:  # story.gold.json tells of all pages of a story
            source = f"{path.parent.name}/{path.name.removesuffix('.gold.json')}.html"
            made = document(gold["text"], source, (gold.get("published") or "")[:10] or None)
            write(into, source.replace("/", "__"), interpret(made, reader))


def cell(found: Mapping[str, float] | None) -> str:
    if found is None:
        return "–"
    if "f1" in found:
        return f"{found['f1']:.3f} (P {found['p']:.3f}, R {found['r']:.3f})"
    value = found.get("rate", found.get("mean"))
    return "–" if value is None else f"{value:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    with_profile(parser)
    parser.add_argument("--gold", type=Path, default=NEWSROOM)
    parser.add_argument("--readings", type=Path, help="keep the readings in this folder")
    given = parser.parse_args()
    reader = reader_of(given)
    own = given.gold.resolve().is_relative_to(ROOT)  # pages of ours have gold for the document stage alone
    gold = ("--gold", str(given.gold))
    with tempfile.TemporaryDirectory() as scratch:
        into, texts = given.readings or Path(scratch) / "pages", Path(scratch) / "texts"
        into.mkdir(parents=True, exist_ok=True)
        texts.mkdir()
        refused = read_all(given.gold, into, reader)
        scores = {only: score("score_newsroom.py", into, "--only", only, *gold) for only in ("html", "txt")}
        if not own:
            read_texts(given.gold, texts, reader)
            scores["text"] = score("score_newsroom.py", texts, "--only", "html", *gold)
    counts = [len(list(given.gold.glob(f"*/*.{kind}"))) for kind in ("html", "txt")]
    header = ["stage", "measure", f"{counts[0]} HTML pages", f"{counts[1]} text captures"]
    if not own:
        header.append("from gold text")
    rows = []
    for stage, names in KEPT.items():
        if own and stage == "reading":
            continue
        for name in names:
            cells = [cell(scores[only].get(name)) for only in ("html", "txt")]
            if not own:
                cells.append(cell(scores["text"].get(name)) if stage == "reading" else "")
            rows.append((stage, name, *cells))
    lines = [*table(header, rows), "", f"Pages refused: {refused}."]
    if own:
        where = given.gold.resolve().relative_to(ROOT).as_posix()
        record(f"Pages on many templates: {where}", f"python benchmarks/newsroom.py --gold {where}", lines)
    else:
        command = f"python benchmarks/newsroom.py --profile {given.profile}"
        record(f"Newsroom: the whole walk, profile {given.profile}", command, lines)


if __name__ == "__main__":
    main()
