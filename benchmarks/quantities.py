"""Quantities on NewsQuant and the small sets of CQE, with what is published of other systems.

Run:  python benchmarks/quantities.py [--profile rules|model] [--data .data] [--limit N]

*Value*, *+unit* and *+change* are the F1 of the published scorer; *ranges* are those whose both ends are right. The
sentences are split in halves by their text. quantulum3 runs beside where it is installed (in the benchmarks' own
environment), on values alone: its units have names of their own.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from cqe import Answer, Tally, converted, gold
from data import corpus, half
from readings import document, options, reader_of, report
from results import table
from sayso.measures.quantities.find import find_quantities, scan
from sayso.measures.quantities.words import words_of
from sayso.reader.layers import Layers

SETS = ("NewsQuant", "age-model", "temperature-model", "currency-model", "dimension-model")
#: F1 on the whole sets, from the scores that Almasian et al. published with their paper (EMNLP 2023); ranges
#: counted in their outputs
PUBLISHED = (
    ("CQE", "NewsQuant", "92.0", "85.6", "88.1", "49 of 85"),
    ("quantulum3", "NewsQuant", "73.0", "47.2", "", ""),
    ("GPT-3", "NewsQuant", "70.6", "59.1", "51.9", ""),
    ("Recognizers-Text", "NewsQuant", "69.1", "34.2", "", ""),
    ("Illinois Quantifier", "NewsQuant", "57.3", "37.1", "50.0", ""),
    ("CQE", "age-model", "97.7", "97.7", "", ""),
    ("CQE", "currency-model", "81.9", "74.1", "", ""),
    ("CQE", "dimension-model", "87.5", "86.7", "", ""),
)
Reads = Callable[[str], Sequence[Answer]]


def peer() -> Reads | None:
    """quantulum3's values; null where it is not installed."""
    try:
        from quantulum3 import parser
    except ImportError:
        return None
    return lambda text: [Answer(float(found.value), "-", "=") for found in parser.parse(text)]


def scored(sentences: Sequence[dict[str, Any]], reads: Reads, *, averaged: bool = False) -> dict[str, Tally]:
    """The tallies of both halves and of all sentences."""
    tallies = {"one half": Tally(), "other half": Tally(), "all": Tally()}
    for sentence in sentences:
        given, wanted = reads(sentence["text"]), gold(sentence)
        if averaged:  # quantulum3 gives the middle of a range, and the published scorer takes it
            wanted = [replace(a, value=sum(a.value) / 2) if isinstance(a.value, tuple) else a for a in wanted]
        for name in (half(sentence["text"]), "all"):
            tallies[name].add(wanted, given)
    return tallies


def row(name: str, part: str, tally: Tally) -> tuple[str, ...]:
    """One line of the table."""
    figures = [f"{tally.f1(right):.1f}" for right in (tally.value, tally.unit, tally.change)]
    if "NewsQuant" not in name:
        figures[2] = ""  # the small sets have no signs of change
    return name, part, *figures, f"{tally.ranges_right} of {tally.ranges}", str(tally.gold)


def speed(texts: Sequence[tuple[str, Layers]]) -> float:
    """Words per CPU-second of this stage alone."""
    made = [(document(text, "text"), layers) for text, layers in texts]
    find_quantities(made[0][0], (), made[0][1])
    began = time.process_time()
    for item, layers in made:
        find_quantities(item, (), layers)
    return sum(len(text.split()) for text, _ in texts) / (time.process_time() - began)


def main(argv: Sequence[str] | None = None) -> None:
    given = options(__doc__).parse_args(argv)
    folder = corpus("quantity", given.data) / "quantity" / "newsquant" / "dev"
    reader = reader_of(given)
    layers: dict[str, Layers] = {}

    def ours(text: str) -> Sequence[Answer]:
        layers[text] = reader.read(document(text, "sentence"))
        words = words_of(text)
        return converted(words, scan(words, (), layers[text]))

    other = peer()
    rows: list[tuple[str, ...]] = []
    for name in SETS:
        sentences = json.loads(Path(folder / f"{name}.json").read_text(encoding="utf-8"))[: given.limit]
        rows += [row(f"**sayso**, {name}", part, tally) for part, tally in scored(sentences, ours).items()]
        if other is not None:
            tally = scored(sentences, other, averaged=True)["all"]
            rows.append((f"quantulum3, {name}", "all", f"{tally.f1(tally.value):.1f}", "", "", "", str(tally.gold)))
    rows += [(f"{name} (published), {data}", "all of it", *figures, "") for name, data, *figures in PUBLISHED]
    lines = table(("system, set", "part", "value", "+unit", "+change", "ranges", "quantities"), rows)
    lines += ["", f"{speed(list(layers.items())):,.0f} words per CPU-second, without the reader."]
    report("Quantities", "quantities.py", given, lines)


if __name__ == "__main__":
    main()
