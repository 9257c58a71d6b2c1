"""What the questions of a workbench cost on a large ledger.

    python benchmarks/questions_scale.py [--keep FOLDER] [--size 100000]

The ledger is that of :mod:`origins_scale`: the newsroom pages and variants of them, linked; ``--keep`` is the folder
that ``origins_scale.py --keep`` left it in (without one there it is made, which takes an hour). A copy is brought up to
date and asked. Processor time of one process, the middle of three runs, each on a ledger that was opened anew: nothing
is left of an earlier answer but what the operating system has of the file.
"""

from __future__ import annotations

import argparse
import functools
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from results import record, table
from sayso.ledger import Filters, Ledger, make_filters
from sayso.origins.series import policy_named, question
from sayso.origins.series.policies import DEFAULT

RUNS = 3
SIZE = 100_000
#: filters as people set them
ASKED: tuple[dict[str, Any], ...] = (
    {},
    {"query": "people"},
    {"published": "2024"},
    {"verdict": ("inconsistent",)},
    {"status": ("asserted",)},
)
#: the questions that see claims from afar, asked with each of those filters
OVERVIEWS: dict[str, Callable[[Ledger, Filters], object]] = {
    "count": lambda ledger, asked: ledger.count(asked),
    "count of pages": lambda ledger, asked: ledger.count_documents(asked),
    "facets": lambda ledger, asked: ledger.facets(asked),
    "histogram": lambda ledger, asked: ledger.histogram(asked),
    "timeline": lambda ledger, asked: ledger.timeline(asked),
    "map": lambda ledger, asked: ledger.map_places(asked),
    "network": lambda ledger, asked: ledger.network(asked),
    "things": lambda ledger, asked: ledger.things(asked),
}


def page(**asked: Any) -> Filters:
    """A page of an answer."""
    return make_filters(**{"limit": 50} | asked)


def series(ledger: Ledger, thing: str) -> object:
    """The series that answer a question for a measured thing."""
    return ledger.series(page(limit=20), policy_named(DEFAULT), question(thing))


LISTS: dict[str, Callable[[Ledger], object]] = {
    "claims, page 1": lambda ledger: list(ledger.claims(page())),
    "claims, page 500": lambda ledger: list(ledger.claims(page(offset=25_000))),
    "claims, a word, by relevance": lambda ledger: list(ledger.claims(page(query="people", sort="relevance"))),
    "claims, “the”, by relevance": lambda ledger: list(ledger.claims(page(query="the", sort="relevance"))),
    "claims of a speaker": lambda ledger: list(ledger.claims(page(by="officials"))),
    "claims of two origins or more": lambda ledger: list(ledger.claims(page(origins="2.."))),
    "claims near a point": lambda ledger: list(ledger.claims(page(near="32.9,13.2,300"))),
    "documents, page 1": lambda ledger: list(ledger.documents(page())),
    "documents, a word": lambda ledger: list(ledger.documents(page(query="people", sort="relevance"))),
    "sources, page 1": lambda ledger: list(ledger.sources(page())),
    "sources, a word": lambda ledger: list(ledger.sources(page(query="minister", sort="relevance"))),
    "clusters, page 1": lambda ledger: list(ledger.clusters(page(), pages=2)),
    "clusters with an alert": lambda ledger: list(ledger.clusters(page(), alerts=("contradiction",))),
    "clusters, a word": lambda ledger: list(ledger.clusters(page(query="dam"))),
    "figures, page 1": lambda ledger: list(ledger.figures(page())),
    "figures, like beside like": lambda ledger: list(ledger.figures(page(sort="thing"))),
    "movements, page 1": lambda ledger: list(ledger.movements(page())),
    "series: people killed": lambda ledger: series(ledger, "people killed"),
    "series: injured": lambda ledger: series(ledger, "injured"),
    "version": lambda ledger: ledger.version(),
}


def milliseconds(path: Path, ask: Callable[[Ledger], object]) -> float:
    """Processor time of a question, the middle of several runs."""
    took = []
    for _ in range(RUNS):
        with Ledger.open(path, create=False) as ledger:
            began = time.process_time()
            ask(ledger)
            took.append((time.process_time() - began) * 1000)
    return statistics.median(took)


def _asked(ask: Callable[[Ledger, Filters], object], filters: Filters, ledger: Ledger) -> object:
    return ask(ledger, filters)


def named(asked: dict[str, Any]) -> str:
    """Filters in few words."""
    several = ((name, ",".join(value) if isinstance(value, tuple) else value) for name, value in asked.items())
    return " ".join(f"{name} {value}" for name, value in several) or "all"


def main() -> None:
    """Run and record."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--keep", type=Path, help="folder in which origins_scale.py has left its ledgers")
    arguments.add_argument("--size", type=int, default=SIZE, help="claims of the ledger")
    arguments.add_argument("--data", type=Path)  # accepted because all benchmarks are called alike
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        keep = given.keep or Path(scratch)
        if not (keep / f"{given.size}.db").exists():
            made = ["--sizes", str(given.size), "--keep", str(keep), "--profile", "rules"]
            subprocess.run([sys.executable, str(Path(__file__).with_name("origins_scale.py")), *made], check=True)
        path = Path(shutil.copy(keep / f"{given.size}.db", Path(scratch) / "asked.db"))
        with Ledger.open(path) as ledger:  # brings it up to date
            claims, pages = ledger.count(make_filters()), ledger.count_documents(make_filters())
            sizes = [f"{ledger.count(make_filters(**asked)):,}" for asked in ASKED]
        rows = [("claims", *sizes)]
        for name, ask in OVERVIEWS.items():
            took = [milliseconds(path, functools.partial(_asked, ask, make_filters(**asked))) for asked in ASKED]
            rows.append((name, *(f"{each:.0f}" for each in took)))
            print(rows[-1], flush=True)
        lists = [(name, f"{milliseconds(path, ask):.0f}") for name, ask in LISTS.items()]
    lines = [f"{claims:,} claims on {pages:,} pages; milliseconds.", ""]
    lines += table(("question", *map(named, ASKED)), rows)
    lines += ["", *table(("question, 50 rows", "ms"), lists)]
    if given.size == SIZE:
        record("The questions of a workbench", "python benchmarks/questions_scale.py", lines)
    else:
        print("\n".join(lines))


if __name__ == "__main__":
    main()
