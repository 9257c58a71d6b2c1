"""Speed: words per CPU-second of the reader and of the whole reading, a cold start, and peak memory.

Run:  python benchmarks/speed.py [--profile rules|model] [--data .data] [--limit N]

One process, one thread; words are runs of characters without white space; the texts are PolNeAR's development part and
the gold texts of the newsroom corpus. *Reader*: the layers alone. *Whole reading*: reader, speakers, measures, claims.
*Graphs alone*: the same graphs run by onnxruntime over the same windows, cut and tokenised beforehand, where the reader
has any. *Blank pipeline*: spaCy's tokeniser, CNN, tagger, parser and recogniser in the sizes of its small English
model, untrained: its weights change what it finds and hardly what it costs. It is left out where spaCy is not there.

Cold start and memory are those of fresh processes: the command ``sayso read`` on one page, the first text, and all
texts of PolNeAR as one document. Their seconds mean something on an idle machine alone, CPU-seconds on any.
"""

from __future__ import annotations

import os

# before anything that starts threads of its own is imported
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from bare_graph import bare_graphs
from data import SHARED, corpus
from readings import document, interpret, options, reader_of, report
from results import table
from spacy_blank import blank_pipeline

PAGE = SHARED / "data" / "newsroom" / "01-dam-failure"
#: Read a file as one document and print the peak memory in MiB. Linux counts the memory of the process that started
#: this one into ru_maxrss, so its own is taken from /proc.
CHILD = """
import pathlib, re, sys
sys.path.insert(0, {benchmarks!r})
from readings import document, interpret
from sayso.plugins import load_reader
interpret(document(pathlib.Path({path!r}).read_text("utf-8"), "page"), load_reader({profile!r}))
print(int(re.search(r"VmHWM:\\s*(\\d+) kB", pathlib.Path("/proc/self/status").read_text())[1]) / 1024)
"""
COMMAND = "from sayso.cli.main import main; main()"

#: reads texts one after the other
Work = Callable[[Sequence[str]], object]


def texts_of(given: argparse.Namespace) -> dict[str, list[str]]:
    """The texts by the name of their set."""
    part = corpus("polnear", given.data) / "polnear" / "data" / "dev" / "text"
    polnear = [path.read_text(encoding="utf-8") for path in sorted(part.iterdir())]
    gold = sorted((SHARED / "data" / "newsroom").glob("*/*.gold.json"))
    pages = [json.loads(path.read_text(encoding="utf-8")) for path in gold]
    newsroom = [page["text"] for page in pages if "text" in page]
    return {"PolNeAR": polnear[: given.limit], "newsroom": newsroom[: given.limit]}


def words_per_second(work: Work, texts: Sequence[str]) -> float:
    """Words per CPU-second of this process; one text is read before, so that nothing is loaded on the way."""
    work(texts[:1])
    began = time.process_time()
    work(texts)
    return sum(len(text.split()) for text in texts) / (time.process_time() - began)


def systems(given: argparse.Namespace, sets: Iterable[Sequence[str]]) -> Iterator[tuple[str, Work]]:
    """What is measured, by name; the whole reading first."""
    reader = reader_of(given)
    yield (
        f"**whole reading, {given.profile}**",
        lambda texts: [interpret(document(text, "text"), reader) for text in texts],
    )
    yield f"reader, {given.profile}", lambda texts: [reader.read(document(text, "text")) for text in texts]
    yield from bare_graphs(reader, [text for texts in sets for text in texts]).items()
    blank = blank_pipeline()
    if blank is not None:
        name, pipeline = blank
        yield f"blank pipeline, {name}", pipeline


def rates(given: argparse.Namespace) -> list[list[str]]:
    """A row a system: words per CPU-second of each set, and the whole reading in proportion to them."""
    sets = list(texts_of(given).values())
    rows: list[list[str]] = []
    whole: list[float] = []
    for name, work in systems(given, sets):
        found = [words_per_second(work, texts) for texts in sets]
        whole = whole or found
        ratios = [f"{own / other:.2f}" for own, other in zip(whole, found, strict=True)]
        rows.append([name, *(f"{value:,.0f}" for value in found), *ratios])
    return rows


def fresh(code: str, *arguments: str) -> tuple[str, str, str]:
    """Seconds on the clock and of CPU that a fresh process takes from start to end, and what it prints."""
    before, began = os.times(), time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True)
    seconds, after = time.perf_counter() - began, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return f"{seconds:.2f}", f"{cpu:.2f}", done.stdout


def fresh_lines(given: argparse.Namespace) -> list[str]:
    texts = texts_of(given)["PolNeAR"]
    words = sum(len(text.split()) for text in texts)
    page = str(min(PAGE.glob("*.html")))
    rows = [["`sayso read`, one page", *fresh(COMMAND, "read", page, "--json", "--profile", given.profile)[:2], "–"]]
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "text.txt"
        for name, text in (("one text", texts[0]), (f"one text of {words:,} words", "\n\n".join(texts))):
            path.write_text(text, encoding="utf-8")
            code = CHILD.format(benchmarks=str(Path(__file__).parent), path=str(path), profile=given.profile)
            *seconds, printed = fresh(code)
            rows.append([name, *seconds, f"{float(printed):,.0f}"])
    return table(["fresh process, from start to end", "seconds", "CPU-seconds", "peak memory, MiB"], rows)


def main() -> None:
    given = options(__doc__).parse_args()
    header = ["words per CPU-second", "PolNeAR", "newsroom", "whole reading ÷ this, PolNeAR", "newsroom"]
    report("Speed", "speed.py", given, [*table(header, rates(given)), "", *fresh_lines(given)])


if __name__ == "__main__":
    main()
