"""How many alerts of contradiction are right, on pairs of sentences that are known to contradict or not.

Run:  python benchmarks/alerts.py [--data .data] [--limit N]

Pairs are the claims and sentences of Wikipedia of VitaminC (its real revisions and its made ones; pages of the
development part) with figures on both sides. An alert is right where the pair is labelled as refuted. Both rows of
sayso go by rules alone, without the verifier: a relation *contradicts*, and what of it an alert is made of. Baseline:
the sets of numbers differ. Pages are taken to tell of one event on following days.
"""

from __future__ import annotations

import collections
import hashlib
import json
from collections.abc import Sequence
from typing import Any

from data import corpus, parser
from readings import document
from results import record, table
from sayso.measures.quantities import find_quantities
from sayso.nouns import Page, Statement
from sayso.origins.alerts.clash import exclude
from sayso.origins.matching import Seen, judge
from sayso.origins.statements import figure_of
from sayso.origins.words import stems

REFUTED = "C"
FILES = {"real revisions": "real_test.dev-pages.jsonl", "made revisions": "synthetic_test.dev-pages.jsonl"}
DAYS = ("2020-01-01", "2020-01-02")
ROWS = ("numbers differ", "relation contradicts", "alert")


def statement(name: str, text: str) -> Statement:
    """A sentence as a statement of the writer's own, with its figures and words."""
    figures = tuple(figure_of(quantity) for quantity in find_quantities(document(text, name), ()))
    return Statement(
        document=name,
        claim="c1",
        position=0,
        start=0,
        end=len(text),
        content=((0, len(text)),),
        text=text,
        quote=text,
        status="asserted",
        polarity="affirmed",
        negation=None,
        chain=(),
        figures=figures,
        times=(),
        places=(),
        parties=(),
        words=stems(text),
        context=(),
    )


def page(name: str, day: str) -> Page:
    return Page(
        document=name,
        source=name,
        url=None,
        host=None,
        outlet=name,
        title=None,
        published=day,
        first=f"{day}T00:00:00",
        last=f"{day}T23:59:59",
        language="en",
    )


def found(row: dict[str, Any]) -> dict[str, bool] | None:
    """What each row says of a pair; null where one of the two has no figure."""
    a, b = statement("a", row["premise"]), statement("b", row["hypothesis"])
    if not (a.figures and b.figures):
        return None
    seen = Seen(cosine=None, copied=0.0, affinity=0.99, verdict=None)
    judged = judge(a, page("a", DAYS[0]), b, page("b", DAYS[0]), seen).kind == "contradicts"
    # a toll contradicts where the lower one is the later: either of the two may be
    orders = (DAYS, DAYS[::-1])
    apart = any(exclude(a, page("a", first), b, page("b", last)) for first, last in orders)
    numbers = [{(f.low, f.high) for f in one.figures} for one in (a, b)]
    return dict(zip(ROWS, (not numbers[0] & numbers[1], judged, judged and apart), strict=True))


def main(argv: Sequence[str] | None = None) -> None:
    given = parser(__doc__).parse_args(argv)
    folder = corpus("claims", given.data) / "claims" / "vitaminc"
    rows = []
    for name, file in FILES.items():
        pairs = [json.loads(line) for line in (folder / file).open(encoding="utf-8")]
        # a sample of N is by the hash of the pair, so that it is always the same one
        pairs.sort(key=lambda pair: hashlib.sha256(pair["id"].encode()).digest())
        told: collections.Counter[tuple[str, bool]] = collections.Counter()
        refuted = 0
        for pair in pairs[: given.limit]:
            said = found(pair)
            if said is None:
                continue
            right = pair["label"] == REFUTED
            refuted += right
            told.update((row, right) for row, yes in said.items() if yes)
        for row in ROWS:
            total = told[row, True] + told[row, False]
            share = told[row, True] / total if total else 0.0
            rows.append((name, row, total, told[row, True], share, told[row, True] / refuted if refuted else 0.0))
    lines = table(("pairs", "what says so", "said", "right", "precision", "recall"), rows)
    if given.limit is not None:
        print("\n".join(lines))
        return
    record("Alerts of contradiction", "python benchmarks/alerts.py", lines)


if __name__ == "__main__":
    main()
