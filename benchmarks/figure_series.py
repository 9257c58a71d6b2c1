"""Figures of several pages put together by what they measure, scored by the newsroom's gold.

    python benchmarks/figure_series.py [--ledger FILE]

A pair of figures on two pages of one story is of one measured thing where the gold puts their claims in one cluster, or
in two that contradict or update each other. Only figures count that stand alone in their claim, and whose claim is in
one gold cluster: of others the gold does not tell which is meant. Rows in the same run: the same noun and unit, as
``sayso figures --sort thing`` puts them beside each other; the series before pages are linked, and after.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

from newsroom_statements import GOLD, Newsroom, newsroom
from results import record, table
from sayso.capture import CaptureOptions
from sayso.ledger import Ledger, make_filters
from sayso.nouns import Capture, Given, Reading
from sayso.nouns.folding import fold
from sayso.nouns.found import FoundFigure
from sayso.origins.series import policy_named
from sayso.origins.words import head
from sayso.pipeline import Item, read_inputs
from sayso.plugins import DEFAULT_PROFILE, load_reader

#: a figure by document and id
Key = tuple[str, str]


def pages(ledger: Path | None) -> Iterator[tuple[Capture, Reading]]:
    """The pages with their readings: read now, or taken from a ledger that has them."""
    if ledger is not None:
        with Ledger.open(ledger, create=False) as kept:
            for reading in list(kept.readings()):
                yield kept.capture(reading.document.capture.sha256), reading
        return
    paths = [str(path) for path in sorted(GOLD.glob("*/*.html"))]
    items = read_inputs(paths, options=CaptureOptions(), given=Given(), reader=load_reader(DEFAULT_PROFILE))
    yield from ((item.capture, item.reading) for item in items if isinstance(item, Item))


def told(gold: Newsroom, figures: list[FoundFigure]) -> dict[Key, tuple[str, str]]:
    """Figures with the story and the one gold cluster that they are of."""
    clusters = {one.statement.key: (one.story, one.clusters) for one in gold.told}
    alone = Counter(f"{figure.document.id}#{figure.claim.id}" for figure in figures)
    found: dict[Key, tuple[str, str]] = {}
    for figure in figures:
        claim = f"{figure.document.id}#{figure.claim.id}"
        story, inside = clusters.get(claim, ("", frozenset()))
        if alone[claim] == 1 and len(inside) == 1 and figure.kind != "change":
            found[figure.document.id, figure.id] = (story, next(iter(inside)))
    return found


def scored(
    groups: Mapping[Key, object], gold: Mapping[Key, tuple[str, str]], tied: set[frozenset[tuple[str, str]]]
) -> list[object]:
    """Precision, recall and F1 of pairs, and how many there are in the gold; then the same for even and odd stories."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("all", "even", "odd")}
    for a, b in combinations(sorted(gold), 2):
        if a[0] == b[0] or gold[a][0] != gold[b][0]:
            continue
        true = gold[a] == gold[b] or frozenset((gold[a], gold[b])) in tied
        made = a in groups and groups[a] == groups.get(b)
        half = "odd" if int(gold[a][0][:2]) % 2 else "even"
        for name in ("all", half):
            counts[name] += Counter({"both": true and made, "made": made, "true": true})
    row: list[object] = []
    for name, c in counts.items():
        precision, recall = c["both"] / max(1, c["made"]), c["both"] / max(1, c["true"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        row += [precision, recall, f1, c["true"]] if name == "all" else [f"{precision:.2f} / {recall:.2f}"]
    return row


def series(ledger: Ledger) -> dict[Key, object]:
    """Figures with the number of the series that they are in."""
    found = ledger.series(make_filters(), policy_named("all"))
    return {
        (report.document, report.key.rpartition("#")[2]): number
        for number, each in enumerate(found)
        for report in each.reports
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ledger", type=Path, help="take the readings of the pages from this ledger")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "series.db") as ledger:
        for capture, reading in pages(given.ledger):
            ledger.add(capture, reading)
        gold = newsroom(Path(folder) / "series.db")
        figures = list(ledger.figures(make_filters()))
        known = told(gold, figures)
        tied = {
            frozenset(((story, a), (story, b)))
            for story, kind, a, b in gold.relations
            if kind in ("contradicts", "updates")
        }
        nouns = {(f.document.id, f.id): (f.unit, head(fold(f.of))) for f in figures if f.of and f.kind != "change"}
        rows = [["same noun and unit", *scored(nouns, known, tied)]]
        rows.append(["series, pages not linked", *scored(series(ledger), known, tied)])
        list(ledger.link())
        rows.append(["series, pages linked", *scored(series(ledger), known, tied)])
    header = (
        "pairs of figures of two pages",
        "P",
        "R",
        "F1",
        "pairs in gold",
        "P / R even stories",
        "P / R odd stories",
    )
    record("Figures in series on newsroom", "python benchmarks/figure_series.py", table(header, rows))


if __name__ == "__main__":
    main()
