"""Attribution: the reader by rules on PolNeAR (development part), on the chains and on the newsroom corpus.

Run:  python benchmarks/attribution.py [--data .data] [--limit N]

The scorers are those of ``shared/scoring``. Chains and newsroom are read from their gold text, so that the figures are
the reader's and not the page extraction's. Words per CPU-second count the reader alone (``read``) and everything after
the document (``interpret``: reader, speakers, measures, claims), in this process, on the PolNeAR texts.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from data import SHARED, corpus, parser
from results import record, table
from sayso.claims import make_claims
from sayso.measures import date_sayings, find_quantities, find_times
from sayso.nouns import CaptureRef, Document, Reading, to_json
from sayso.reader.layers import Reader
from sayso.reader.rules import RulesReader
from sayso.speakers import resolve

#: Figures of others on the same data. Citron: BBC's quotation extractor, retrained on PolNeAR's training part, scored
#: with the same scorer; annotators: pairs of annotators on training documents.
PEERS = [
    ["BBC Citron, retrained", "68.5", "56.4", "47.1", "33.5", "51.7"],
    ["annotators against each other", "78.0", "70.6", "70.7", "58.1", "72.4"],
]
CHAINS = [
    "cue",
    "source 0.5",
    "content 0.7",
    "triple",
    "speaker strict",
    "parent",
    "parent (nested)",
    "manner",
    "hedged",
]
NEWSROOM = [
    "cue", "source span", "content", "cue+source+content", "speaker name", "source kind", "manner", "parent", "hedged",
    "denied",
]  # fmt: skip


def document(text: str, source: str, published: str | None) -> Document:
    """A document that holds a gold text and nothing else."""
    capture = CaptureRef(sha256="0" * 64, media_type="text/plain", retrieved=None)
    return Document(
        id="sha256:" + "0" * 64, source=source, url=None, outlet=None, title=None, authors=(), published=published,
        language="en", text=text, headings=(), sentences=(), capture=capture,
    )  # fmt: skip


def interpret(made: Document, reader: Reader) -> Reading:
    """Everything after the document, as the pipeline does it."""
    layers = reader.read(made)
    made = msgspec.structs.replace(made, sentences=layers.sentences)
    speakers = resolve(made, layers)
    times = find_times(made, layers)
    quantities = find_quantities(made, times)
    attributions = date_sayings(layers, speakers.attributions, times)
    claims = make_claims(made, attributions, times, quantities, (), speakers.entities)
    return Reading(
        document=made, entities=speakers.entities, mentions=speakers.mentions, times=times, quantities=quantities,
        attributions=attributions, claims=claims,
    )  # fmt: skip


def score(script: str, readings: Path, *arguments: str) -> dict[str, Any]:
    """Run one of the scorers and read its JSON."""
    out = readings / "score.out"
    command = [sys.executable, str(SHARED / "scoring" / script), str(readings), *arguments, "--json", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def write(folder: Path, name: str, reading: Reading) -> None:
    (folder / f"{name}.json").write_bytes(to_json(reading))


def polnear(data: Path, limit: int | None) -> Iterator[str]:
    part = corpus("polnear", data) / "polnear" / "data" / "dev"
    reader, words, reading_cpu, cpu = RulesReader(), 0, 0.0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted((part / "text").iterdir())[:limit]:
            text = path.read_text(encoding="utf-8")
            made = document(text, path.name, None)
            start = time.process_time()
            reader.read(made)
            middle = time.process_time()
            reading = interpret(made, reader)
            reading_cpu, cpu = reading_cpu + middle - start, cpu + time.process_time() - middle
            words += len(text.split())
            write(Path(folder), path.name.removesuffix(".txt"), reading)
        s = score("score_polnear.py", Path(folder), str(part))
    exact = [f"{s[role]['exact'][2]}" for role in ("source", "cue", "content")]
    ours = ["**sayso, rules**", *exact, f"{s['exact tuple'][2]}", f"{s['soft tuple'][2]}"]
    yield "PolNeAR, development part: exact F1, exact and soft tuple."
    yield ""
    yield from table(["system", "source", "cue", "content", "exact tuple", "soft tuple"], [ours, *PEERS])
    yield ""
    token = " / ".join(f"{s[role]['token'][2]}" for role in ("source", "cue", "content"))
    articles = s["counts"]["articles"]
    yield f"Token F1 source / cue / content {token}; cues aligned {s['aligned'][2]}; articles {articles}."
    per_second = f"reader {words / reading_cpu:,.0f}; with speakers, measures, claims {words / cpu:,.0f}"
    yield f"Words per CPU-second: {per_second}."


def gold_folder(name: str) -> Path:
    return SHARED / "data" / name


def chains() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(gold_folder("chains").glob("*.gold.json")):
            name = path.name.removesuffix(".gold.json")
            text = path.with_name(f"{name}.txt").read_text(encoding="utf-8")
            published = json.loads(path.read_text(encoding="utf-8")).get("published")
            write(Path(folder), name, interpret(document(text, name, published), RulesReader()))
        total = score("score_chains.py", Path(folder), "--gold", str(gold_folder("chains")))["total"]
    yield from ["", "Chains (10 documents, from their text).", ""]
    yield from table(
        ["measure", "F1 or accuracy"], [[key, total[key].get("F1", total[key].get("accuracy"))] for key in CHAINS]
    )


def newsroom() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(gold_folder("newsroom").glob("*/*.gold.json")):
            if path.name == "story.gold.json":
                continue
            gold = json.loads(path.read_text(encoding="utf-8"))
            name = path.name.removesuffix(".gold.json")
            made = document(gold["text"], f"{path.parent.name}/{name}.html", (gold.get("published") or "")[:10] or None)
            write(Path(folder), f"{path.parent.name}__{name}", interpret(made, RulesReader()))
        total = score("score_newsroom.py", Path(folder), "--only", "html", "--gold", str(gold_folder("newsroom")))
    yield from ["", "Newsroom (66 pages, from the gold text of each).", ""]
    yield from table(
        ["measure", "F1 or rate"], [[key, total[key].get("f1", total[key].get("rate"))] for key in NEWSROOM]
    )


def main() -> None:
    options = parser(__doc__).parse_args()
    lines = [*polnear(options.data, options.limit), *chains(), *newsroom()]
    record("Attribution by rules", "python benchmarks/attribution.py", lines)


if __name__ == "__main__":
    main()
